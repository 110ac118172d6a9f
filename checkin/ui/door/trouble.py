"""Why the camera gives no picture, and what to do about it in words. Knows no camera."""

from __future__ import annotations

from enum import StrEnum

from checkin.words import Words


class Trouble(StrEnum):
    """Why there is no picture."""

    NO_LIBRARY = "no_library"
    NO_CAMERA = "no_camera"
    NO_PERMISSION = "no_permission"
    BUSY = "busy"
    UNPLUGGED = "unplugged"
    NO_PICTURE = "no_picture"


def explain(trouble: str, t: Words) -> tuple[str, str]:
    """What happened, and what to do next. Scanner and search go on without a camera.

    >>> explain("unplugged", Words("en"))
    ('The camera was unplugged', 'Plug it in again and it goes on by itself.')
    """
    match trouble:
        case Trouble.NO_LIBRARY:
            return t("This computer cannot use cameras"), t("On Linux, install libpulse0 and start the program again.")
        case Trouble.NO_CAMERA:
            return t("No camera found"), t("Plug one in and it starts by itself.")
        case Trouble.NO_PERMISSION:
            return t("The camera may not be used"), t(
                "Allow it in the system's privacy settings, then turn it on again."
            )
        case Trouble.BUSY:
            return t("The camera does not open"), t("Close the other program that uses it, then turn it on again.")
        case Trouble.UNPLUGGED:
            return t("The camera was unplugged"), t("Plug it in again and it goes on by itself.")
        case _:
            return t("The camera gives no picture"), t("Is its cover open? Does another program use it?")

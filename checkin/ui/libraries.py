"""Which of the system's own libraries the window would miss, found out before Qt is loaded.

Qt ends the program without a word that a volunteer could use when one is missing. This module asks the dynamic loader
first; it loads no Qt and knows only Linux, because elsewhere Qt's wheels bring everything.
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Callable, Mapping

NEEDED = (
    ("libEGL.so.1", "libegl1"),
    ("libGL.so.1", "libgl1"),
    ("libfontconfig.so.1", "libfontconfig1"),
    ("libdbus-1.so.3", "libdbus-1-3"),
    ("libxkbcommon.so.0", "libxkbcommon0"),
    ("libglib-2.0.so.0", "libglib2.0-0"),
)
"""What Qt's core, drawing and windows are linked against: the library, and Debian's package that has it."""

FOR_X11 = (
    ("libxcb-cursor.so.0", "libxcb-cursor0"),
    ("libxcb-icccm.so.4", "libxcb-icccm4"),
    ("libxcb-image.so.0", "libxcb-image0"),
    ("libxcb-keysyms.so.1", "libxcb-keysyms1"),
    ("libxcb-randr.so.0", "libxcb-randr0"),
    ("libxcb-render-util.so.0", "libxcb-render-util0"),
    ("libxcb-shape.so.0", "libxcb-shape0"),
    ("libxcb-xkb.so.1", "libxcb-xkb1"),
    ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
)
"""What showing a window on an X11 display needs besides."""


def opens(name: str) -> bool:
    """Whether the dynamic loader can open a library by its name."""
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def missing_libraries(
    platform: str = sys.platform,
    environ: Mapping[str, str] = os.environ,
    opens: Callable[[str], bool] = opens,
) -> list[tuple[str, str]]:
    """What is missing, as (library, Debian's package).

    Args:
        platform: As ``sys.platform`` names it.
        environ: Says whether there is an X11 display, and whether Qt is told to do without.
        opens: Tells whether a library can be loaded.

    >>> missing_libraries("linux", {"DISPLAY": ":0"}, lambda name: name != "libxcb-cursor.so.0")
    [('libxcb-cursor.so.0', 'libxcb-cursor0')]
    >>> missing_libraries("win32", {}, lambda name: False)
    []
    """
    if platform != "linux":
        return []
    plugin = environ.get("QT_QPA_PLATFORM", "xcb" if environ.get("DISPLAY") else "")
    needed = NEEDED + (FOR_X11 if plugin.startswith("xcb") else ())
    return [(library, package) for library, package in needed if not opens(library)]

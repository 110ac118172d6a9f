"""Where the files that come with the program are: fonts, icons, words, the sample event."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def folder() -> Path:
    """The folder of shipped files: inside an installed package, beside it in a checkout."""
    inside = _PACKAGE / "resources"
    return inside if inside.is_dir() else _PACKAGE.parent / "resources"


def path(*parts: str) -> Path:
    """One shipped file, by its path below the folder, e.g. ``path("fonts", "NotoSans-Bold.ttf")``."""
    return folder().joinpath(*parts)

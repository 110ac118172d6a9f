"""What was copied: a file, or the rows of a spreadsheet as text. It stays in memory: it is people's data."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData

from checkin.ui.shell.dropping import dropped_file

FEWEST = 2
"""Lines that make a list; a single one is a word for the search."""


def pasted(mime: QMimeData | None) -> Path | str | None:
    """The copied file, or the copied rows; None where it is neither."""
    if mime is None:
        return None
    text = mime.text() if mime.hasText() else ""
    return dropped_file(mime) or (text if len(text.strip().splitlines()) >= FEWEST else None)

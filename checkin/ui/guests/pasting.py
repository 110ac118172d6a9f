"""What was copied in a spreadsheet, as a file that can be read like any other.

The rows of a spreadsheet arrive as text with tabs. They are kept in a folder of their own until the next paste and are
gone when the program ends: they are people's data.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QMimeData

from checkin.ui.shell.dropping import dropped_file


class Pasted:
    """The last thing that was pasted."""

    def __init__(self) -> None:
        """Start with nothing."""
        self._folder: TemporaryDirectory[str] | None = None
        self.is_file = False

    def take(self, mime: QMimeData | None) -> Path | None:
        """The copied rows, or the copied file; None where it is neither."""
        if mime is None:
            return None
        file = dropped_file(mime)
        self.is_file = file is not None
        if file is not None:
            return file
        text = mime.text() if mime.hasText() else ""
        if len(text.strip().splitlines()) < 2:
            return None
        self.forget()
        self._folder = TemporaryDirectory(prefix="sobremesa-")
        path = Path(self._folder.name) / "pasted.tsv"
        path.write_text(text, encoding="utf-8", errors="replace", newline="")
        return path

    def forget(self) -> None:
        """Delete it."""
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None

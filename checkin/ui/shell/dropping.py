"""Dropping a file anywhere on the window: the veil that says so, and which files it takes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from checkin.ui.shell.labels import PlainLabel
from checkin.words import Words

ENDINGS = (".csv", ".tsv", ".txt", ".xlsx", ".xls", ".ods")
"""What registration files are called; what they are shows in their bytes, later."""


def dropped_file(mime: QMimeData) -> Path | None:
    """The one file that is being dragged, whatever it is called, or None."""
    urls = mime.urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.is_file() else None  # one of another kind is told so in words


class DropVeil(QFrame):
    """Covers the page while a file is held over the window."""

    def __init__(self, host: QWidget, t: Words) -> None:
        """Start hidden over ``host``."""
        super().__init__(host)
        self._host = host
        self._t = t
        self.setProperty("role", "drop")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._words = PlainLabel(role="heading")
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words.setWordWrap(True)
        box = QVBoxLayout(self)
        box.addWidget(self._words)
        host.installEventFilter(self)
        self.hide()

    def lower_over(self, name: str) -> None:
        """Say which file may be let go."""
        t = self._t
        self._words.setText(t("Let go to import {file}", file=name))
        self.setGeometry(self._host.rect().adjusted(16, 16, -16, -16))
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep to the page's size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._host.rect().adjusted(16, 16, -16, -16))
        return super().eventFilter(watched, event)

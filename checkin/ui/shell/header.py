"""The head of a page: the event's name and a quiet line on the left, the page's own controls on the right."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from checkin.ui.shell.labels import ElidedLabel


class PageHeader(QWidget):
    """Two lines of text, and room beside them.

    Attributes:
        controls: The row on the right, to be filled by the page.
    """

    def __init__(self) -> None:
        """Start without words."""
        super().__init__()
        self._title = ElidedLabel(role="title")
        self._line = ElidedLabel(role="quiet")
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._title)
        words.addWidget(self._line)
        self.controls = QHBoxLayout()
        self.controls.setSpacing(8)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        row.addLayout(words, 1)
        row.addLayout(self.controls)

    def say(self, title: str, line: str) -> None:
        """Show another title and line."""
        self._title.setText(title)
        self._line.setText(line)

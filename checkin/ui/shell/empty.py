"""What an empty page says: one sentence on what belongs there, and the button that starts it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from checkin.ui.shell.controls import Button
from checkin.ui.shell.labels import PlainLabel
from checkin.ui.shell.theme import Theme


class EmptyState(QWidget):
    """An icon, a sentence and a button, in the middle of the page.

    Attributes:
        button: Starts what the sentence is about.
    """

    def __init__(self, theme: Theme, icon: str, button_icon: str = "") -> None:
        """Show ``icon``; ``retitle`` gives the words."""
        super().__init__()
        self._theme = theme
        self._icon_name = icon
        self._icon = QLabel()
        self._title = PlainLabel(role="title")
        self._line = PlainLabel(role="quiet")
        self.button = Button(theme, button_icon, "primary", scale="large")
        for label in (self._title, self._line):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setWordWrap(True)
        box = QVBoxLayout(self)
        box.setContentsMargins(32, 32, 32, 32)
        box.setSpacing(8)
        box.addStretch(2)
        box.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addSpacing(8)
        box.addWidget(self._title)
        box.addWidget(self._line)
        box.addSpacing(16)
        box.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addStretch(3)
        self.restyle()

    def retitle(self, title: str, line: str, button: str, tip: str = "") -> None:
        """Give it its words; without a word there is no button."""
        self._title.setText(title)
        self._line.setText(line)
        self.button.retitle(button, tip)
        self.button.setVisible(bool(button))

    def restyle(self) -> None:
        """Follow the theme."""
        colour = self._theme.palette.quiet
        self._icon.setPixmap(self._theme.pixmap(self._icon_name, 48, colour, self.devicePixelRatioF()))
        self.button.restyle()

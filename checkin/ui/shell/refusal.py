"""The one window there is when the program cannot start: a sentence, and a button that ends it."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout

from checkin.ui.shell.controls import Button
from checkin.ui.shell.labels import PlainLabel
from checkin.ui.shell.theme import Theme
from checkin.words import Words


class RefusalDialog(QDialog):
    """Why the program does not start."""

    def __init__(self, theme: Theme, t: Words, sentence: str) -> None:
        """Show ``sentence``."""
        super().__init__()
        self.setWindowTitle("Sobremesa")
        self._sentence = PlainLabel(sentence)
        self._sentence.setWordWrap(True)
        self._sentence.setMinimumWidth(440)
        close = Button(theme, role="primary", scale="large")
        close.retitle(t("Close"), t("Close (Esc)"))
        close.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(close)
        box = QVBoxLayout(self)
        box.setContentsMargins(32, 32, 32, 32)
        box.setSpacing(12)
        box.addWidget(PlainLabel(t("Sobremesa cannot start"), "heading"))
        box.addWidget(self._sentence)
        box.addSpacing(12)
        box.addLayout(row)

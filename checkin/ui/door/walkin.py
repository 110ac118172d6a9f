"""Somebody who is on no list: a name is enough, the rest can wait."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout

from checkin.ui.shell.controls import Button
from checkin.ui.shell.labels import PlainLabel, polish
from checkin.ui.shell.theme import Theme
from checkin.words import Words


class WalkInForm(QFrame):
    """Two lines and two buttons.

    Signals:
        given: A name and a company, the second perhaps empty.
        left: The form is to go away.
    """

    given = Signal(str, str)
    left = Signal()

    def __init__(self, theme: Theme, t: Words) -> None:
        """Begin hidden and empty."""
        super().__init__()
        self._t = t
        self.setProperty("role", "surface")
        self._title = PlainLabel(role="strong")
        self.name = QLineEdit()
        self.company = QLineEdit()
        self._enter = Button(theme, "user-plus", "primary")
        self._cancel = Button(theme, role="quiet")
        for line in (self.name, self.company):
            line.setMaxLength(120)
            line.returnPressed.connect(self._give)
        self.name.textEdited.connect(self._right)
        self._enter.clicked.connect(self._give)
        self._cancel.clicked.connect(self.left)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 16, 20, 20)
        box.setSpacing(12)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._enter, 1)
        buttons.addWidget(self._cancel)
        for part in (self._title, self.name, self.company):
            box.addWidget(part)
        box.addLayout(buttons)
        self.hide()

    def begin(self, name: str = "") -> None:
        """Appear, with a name that was searched for in vain."""
        self.name.setText(name)
        self.company.clear()
        self._right()
        self.show()
        self.name.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        t = self._t
        self._title.setText(t("Somebody who is on no list"))
        self.name.setPlaceholderText(t("Name"))
        self.name.setAccessibleName(t("Name"))
        self.company.setPlaceholderText(t("Company (can wait)"))
        self.company.setAccessibleName(t("Company"))
        self._enter.retitle(t("Let in"), t("Let this person in and draw a table ({key})", key="Enter"))
        self._cancel.retitle(t("Cancel"), t("Close without letting anybody in ({key})", key="Esc"))

    def restyle(self) -> None:
        """Follow the theme."""
        self._enter.restyle()
        self._cancel.restyle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _give(self) -> None:
        name = " ".join(self.name.text().split())
        if name:
            self.given.emit(name, " ".join(self.company.text().split()))
        else:
            self._wrong(wrong=True)
            self.name.setFocus()

    def _right(self) -> None:
        self._wrong(wrong=False)

    def _wrong(self, *, wrong: bool) -> None:
        self.name.setProperty("wrong", wrong)
        polish(self.name)

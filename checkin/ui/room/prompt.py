"""The keyboard's way to a table: its number, and what moving there would do, before Enter does it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QWidget

from checkin.ui.shell.labels import PlainLabel, give_role
from checkin.words import Words


class TablePrompt(QFrame):
    """A small field over the room.

    Signals:
        answered: A number was given with Enter; carries it.
        closed: The field has gone, answered or not.
    """

    answered = Signal(int)
    closed = Signal()

    def __init__(self, page: QWidget, verdict: Callable[[int], tuple[str, bool]], t: Words) -> None:
        """Wait, unseen, over ``page``; ``verdict`` words what a number would do, and whether it can be."""
        super().__init__(page)
        self._page = page
        self._verdict = verdict
        self._t = t
        self.setProperty("role", "surface")
        self._label = PlainLabel("", "strong", self)
        self.number = QLineEdit(self)
        self.number.setFixedWidth(72)
        self.number.setMaxLength(4)
        self.number.setValidator(QIntValidator(0, 9999, self))
        self._answer = PlainLabel("", "chip", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 12, 20, 12)
        row.setSpacing(12)
        for part in (self._label, self.number, self._answer):
            row.addWidget(part)
        self.number.textChanged.connect(self._typed)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        """Say it in the language in force."""
        self._label.setText(self._t("To which table?"))
        self.number.setAccessibleName(self._t("Table number"))

    @property
    def sentence(self) -> str:
        """What the field says about the number in it."""
        return self._answer.text()

    def open(self) -> None:
        """Ask for a number."""
        self.number.clear()
        self._typed()
        self.show()
        self.raise_()
        self.number.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def place(self) -> None:
        """Take the middle of the page, near its lower edge."""
        self.adjustSize()
        page = self._page
        self.move((page.width() - self.width()) // 2, page.height() - self.height() - 88)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter answers, Esc gives up."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.number.text():
            number = int(self.number.text())
            if self._verdict(number)[1]:
                self._close()
                self.answered.emit(number)
        elif event.key() == Qt.Key.Key_Escape:
            self._close()
        event.accept()

    def _close(self) -> None:
        self.hide()
        self.closed.emit()

    def _typed(self) -> None:
        text = self.number.text()
        sentence, possible = self._verdict(int(text)) if text else ("", True)
        self._answer.setText(sentence)
        self._answer.setVisible(bool(sentence))
        self._answer.setProperty("tone", "accent" if possible else "stop")
        give_role(self._answer, "")
        give_role(self._answer, "chip")
        self.place()

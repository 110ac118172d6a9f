"""The rounds side by side: one is being seated, those before are over, those after are planned."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QSizePolicy

from checkin.ui.shell.labels import polish
from checkin.words import Words


class RoundTabs(QFrame):
    """One button a round.

    Signals:
        chosen: A round is to be shown; carries its number.
    """

    chosen = Signal(int)

    def __init__(self, t: Words) -> None:
        """Begin with one round."""
        super().__init__()
        self._t = t
        self._shown = (0, 0, 0)
        self.buttons: list[QPushButton] = []
        self._group = QButtonGroup(self)
        self.setProperty("role", "sunken")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(3, 3, 3, 3)
        self._row.setSpacing(2)

    def show_rounds(self, count: int, now: int, shown: int) -> None:
        """Offer ``count`` rounds, of which ``now`` is being seated and ``shown`` is looked at."""
        while len(self.buttons) > count:
            gone = self.buttons.pop()
            self._group.removeButton(gone)
            self._row.removeWidget(gone)
            gone.deleteLater()
        while len(self.buttons) < count:
            self._add(len(self.buttons) + 1)
        self._shown = (count, now, shown)
        self.retranslate()

    def retranslate(self) -> None:
        """Say it in the language in force."""
        t, (_, now, shown) = self._t, self._shown
        for number, button in enumerate(self.buttons, start=1):
            button.setChecked(number == shown)
            word = t("Round {number}", number=number)
            button.setText(word if number == shown else t.number(number))
            state = t("over") if number < now else t("planned") if number > now else t("now")
            button.setAccessibleName(f"{word}, {state}")
            button.setToolTip(t("{round}: {state} (Alt+← and Alt+→)", round=word, state=state))
            button.setProperty("when", "now" if number == now else "")
            polish(button)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right go from one to the next."""
        step = {"Left": -1, "Right": 1}.get(event.keyCombination().key().name.removeprefix("Key_"))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.step(step)

    def step(self, by: int) -> None:
        """Look at the round before or after."""
        count, _, shown = self._shown
        if 1 <= shown + by <= count:
            self.chosen.emit(shown + by)

    def _add(self, number: int) -> None:
        button = QPushButton()
        button.setProperty("role", "tab")
        button.setCheckable(True)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: self.chosen.emit(number))
        self._group.addButton(button)
        self.buttons.append(button)
        self._row.addWidget(button)

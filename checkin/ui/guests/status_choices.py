"""What the words of a status column mean in this list: one question a word, below the column."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from checkin.intake.statuses import StatusWord
from checkin.list_words import standings
from checkin.model import Standing
from checkin.ui.shell.controls import round_popup
from checkin.ui.shell.labels import ElidedLabel, PlainLabel
from checkin.words import Words


def questions(words: Sequence[StatusWord], chosen: Callable[[str, Standing], None], t: Words) -> QWidget:
    """A list of words with what each is taken for; ``chosen`` is told what else it means."""
    every = QWidget()
    box = QVBoxLayout(every)
    box.setContentsMargins(0, 4, 0, 4)
    box.setSpacing(4)
    box.addWidget(PlainLabel(t("What do these words mean here?"), "caption"))
    for one in words:
        told = t.plural("{count} row: “{word}”", "{count} rows: “{word}”", one.rows, word=one.word)
        box.addWidget(ElidedLabel(told, "small"))
        box.addWidget(_choice(one, told, chosen, t))
    return every


def _choice(one: StatusWord, told: str, chosen: Callable[[str, Standing], None], t: Words) -> QComboBox:
    choice = QComboBox()
    choice.setProperty("scale", "small")
    choice.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    choice.wheelEvent = lambda event: event.ignore()  # type: ignore[method-assign]  # scrolling must not change it
    round_popup(choice)
    for standing, meaning in standings(t).items():
        choice.addItem(meaning, str(standing))
    choice.setCurrentIndex(max(0, choice.findData(str(one.standing))))
    choice.setAccessibleName(told)
    choice.setObjectName(f"status {one.word}")
    choice.activated.connect(lambda _at: chosen(one.word, Standing(str(choice.currentData()))))
    return choice

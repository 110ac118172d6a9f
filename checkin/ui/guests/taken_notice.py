"""The notice that a field was taken from one column by giving it to another, and the way to give it back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from checkin import field_words
from checkin.ui.shell.controls import Button
from checkin.ui.shell.labels import PlainLabel
from checkin.ui.shell.theme import Theme
from checkin.words import Words


@dataclass(frozen=True, slots=True)
class Taken:
    """A field that another column has now.

    Attributes:
        was: The column that it was read from.
        now: The column that it is read from.
        before: What was said about the columns before.
    """

    field: str
    was: str
    now: str
    before: Mapping[str, str]


class TakenNotice(QFrame):
    """One line with one button; hidden while nothing was taken.

    Signals:
        given_back: The columns are to be read as before; carries what was said about them then.
    """

    given_back = Signal(object)

    def __init__(self, theme: Theme, t: Words) -> None:
        """Start with nothing to say."""
        super().__init__()
        self._t = t
        self._taken: Taken | None = None
        self.setProperty("role", "sunken")
        self.words = PlainLabel(role="small")
        self.words.setWordWrap(True)
        self.back = Button(theme, "undo", "ghost")
        self.back.clicked.connect(self._give_back)
        across = QHBoxLayout(self)
        across.setContentsMargins(16, 4, 4, 4)
        across.setSpacing(12)
        across.addWidget(self.words, 1)
        across.addWidget(self.back, 0, Qt.AlignmentFlag.AlignVCenter)
        self.tell(None)

    def tell(self, taken: Taken | None) -> None:
        """Say what was taken; None is silence."""
        self._taken = taken
        self.retranslate()
        self.setVisible(taken is not None)

    def _give_back(self) -> None:
        if self._taken is not None:
            before = dict(self._taken.before)
            self.tell(None)
            self.given_back.emit(before)

    def retranslate(self) -> None:
        """Say it in the language in force."""
        t, taken = self._t, self._taken
        if taken is None:
            return
        name = field_words.fields(t).get(taken.field, taken.field)
        said = t("{field} was column “{was}”; it is now column “{now}”.", field=name, was=taken.was, now=taken.now)
        self.words.setText(said)
        self.back.retitle(t("Give it back"), t("Read {field} from column “{was}” again", field=name, was=taken.was))

    def restyle(self) -> None:
        """Follow the theme."""
        self.back.restyle()

"""Who goes where when a round begins, to be read out: by name, or table by table. To be copied as text, too."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from checkin import phrases
from checkin.book import Book
from checkin.model import GuestId
from checkin.moves import Step, steps
from checkin.sectors import NEUTRAL
from checkin.ui.guests.collation import by_name
from checkin.ui.room.lists import Look, PeopleList
from checkin.ui.room.marks import Marks
from checkin.ui.room.people import Line, People
from checkin.ui.shell.beside import Beside
from checkin.ui.shell.controls import Button, Segmented
from checkin.ui.shell.labels import PlainLabel
from checkin.ui.shell.theme import Theme
from checkin.words import Words

WIDTH = 440
NAME, TABLE = "name", "table"


class CallOut(Beside):
    """The list of one round."""

    def __init__(self, page: QWidget, book: Book, round_: int, theme: Theme, t: Words) -> None:
        """List who moves at the beginning of ``round_``."""
        super().__init__(page.window(), WIDTH)
        self._book, self._t = book, t
        self._steps = steps((book, round_ - 1), (book, round_), by_name)
        self._of = {step.guest_id: step for step in self._steps}
        moving = t.plural("{count} person changes table", "{count} people change table", len(self._steps))
        self.say(t("Call out round {number}", number=round_), moving)
        self.order = Segmented((NAME, TABLE))
        self.order.retitle(NAME, t("By name"))
        self.order.retitle(TABLE, t("By table"))
        self.copy = Button(theme, "copy", "ghost", scale="icon")
        self.copy.retitle("", t("Copy as text"))
        row = QHBoxLayout()
        row.addWidget(self.order)
        row.addStretch()
        row.addWidget(self.copy)
        self.box.addLayout(row)
        self.people = People(self._line)
        self.list = PeopleList(self.people, Look.PERSON, theme.palette, Marks(), None)
        self.list.setAccessibleName(t("Who goes where"))
        self.list.setFixedHeight(min(480, max(Look.PERSON.value, len(self._steps) * Look.PERSON.value) + 8))
        self.box.addWidget(self.list)
        if not self._steps:
            self.list.hide()
            self.box.addWidget(PlainLabel(t("Everybody stays."), "quiet"))
        self.order.chosen.connect(lambda _key: self._sort())
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.text()))
        self._sort()

    def text(self) -> str:
        """The list as lines of text."""
        return "\n".join(f"{line.name}: {line.detail}" for line in map(self._line, self.people.ids))

    def _sort(self) -> None:
        ordered = list(self._steps)
        if self.order.key == TABLE:
            ordered.sort(key=lambda step: (step.before or 0, step.after or 0))
        self.people.show([step.guest_id for step in ordered])

    def _line(self, guest_id: GuestId) -> Line:
        name, way = phrases.name(self._book, guest_id, self._t), way_of(self._of[guest_id], self._t)
        return Line(guest_id, name, way, NEUTRAL, f"{name}: {way}")


def way_of(step: Step, t: Words) -> str:
    """Where somebody goes, and from where."""
    there = t("To seat") if step.after is None else t("table {number}", number=step.after)
    if step.before is None:
        return t("to {there}", there=there)
    return t("from table {before} to {there}", before=step.before, there=there)


def open_callout(page: QWidget, anchor: QWidget, book: Book, round_: int, theme: Theme, t: Words) -> None:
    """Open the list of the round that is shown; of the second while the first is."""
    panel = CallOut(page, book, max(2, round_), theme, t)
    panel.open_below(anchor)
    panel.list.setFocus(Qt.FocusReason.PopupFocusReason)

"""The head of the tables page: which meal, how many people at how many tables, search, undo and redo."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from checkin import phrases
from checkin.book import Book
from checkin.changes import Change
from checkin.desk.outcomes import History
from checkin.model import Guest
from checkin.ui.shell.controls import Button
from checkin.ui.shell.header import PageHeader
from checkin.ui.shell.theme import Theme
from checkin.words import Words


class RoomHeader(QWidget):
    """One line over the room.

    Signals:
        searched: The search text is another one.
        next_asked: Enter in the search field: show the next person found.
        undo_asked, redo_asked: The buttons.
    """

    searched = Signal(str)
    next_asked = Signal()
    undo_asked = Signal()
    redo_asked = Signal()

    def __init__(self, theme: Theme, t: Words) -> None:
        """Lay the line out."""
        super().__init__()
        self._t = t
        self._head = PageHeader()
        self.search = SearchLine()
        self.undo, self.redo = Button(theme, "undo"), Button(theme, "redo")
        line = QHBoxLayout(self)
        line.setContentsMargins(8, 0, 0, 0)
        line.addWidget(self._head)
        for part in (self.search, self.undo, self.redo):
            self._head.controls.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        self.search.textChanged.connect(self.searched)
        self.search.returnPressed.connect(self.next_asked)
        self.undo.clicked.connect(self.undo_asked)
        self.redo.clicked.connect(self.redo_asked)

    def restyle(self) -> None:
        """Draw the icons in the theme's colours."""
        for button in (self.undo, self.redo):
            button.restyle()

    def show_book(self, book: Book | None, round_: int | None = None) -> None:
        """Name the meal and count who sits in a round."""
        t = self._t
        self.search.setPlaceholderText(t("Find a person"))
        self.search.setAccessibleName(t("Find a person in the room"))
        self.search.setToolTip(t("Find a person in the room (Ctrl+F)"))
        self._head.say("" if book is None else book.event.name, "" if book is None else counts(book, t, round_))

    def show_history(self, history: History, book: Book | None) -> None:
        """Offer what there is to undo and redo."""
        t = self._t
        self.undo.retitle(t("Undo"), t("Undo: {change} (Ctrl+Z)", change=_named(history.undo, book, t)))
        self.redo.retitle(t("Redo"), t("Redo: {change} (Ctrl+Shift+Z)", change=_named(history.redo, book, t)))
        self.undo.setEnabled(history.undo is not None)
        self.redo.setEnabled(history.redo is not None)


class SearchLine(QLineEdit):
    """A field that Esc empties; on an empty one Esc is the page's."""

    def __init__(self) -> None:
        """An empty field."""
        super().__init__()
        self.setProperty("role", "search")
        self.setClearButtonEnabled(True)
        self.setFixedWidth(232)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Empty the field, or type."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)


def counts(book: Book, t: Words, round_: int | None = None) -> str:
    """How many people sit at how many tables, and how many wait for one."""
    seated = sum(len(book.people_at(table_id, round_)) for table_id in book.tables)
    people = t.plural("{count} person", "{count} people", seated)
    tables = t.plural("{count} table", "{count} tables", len(book.tables))
    sentence = t("{people} at {tables}", people=people, tables=tables)
    waiting = len(without_seat(book, round_))
    return t("{seated} · {count} to seat", seated=sentence, count=t.number(waiting)) if waiting else sentence


def without_seat(book: Book, round_: int | None = None) -> list[Guest]:
    """People inside who have no seat in a round, in order of arrival."""
    if round_ is None or round_ == book.round:
        return book.to_seat()
    inside = (guest for guest in book.guests.values() if guest.arrived and guest.left_at is None)
    return sorted(
        (guest for guest in inside if book.seat_of(guest.id, round_) is None), key=lambda guest: guest.arrival or 0
    )


def _named(change: Change | None, book: Book | None, t: Words) -> str:
    return t("nothing") if change is None or book is None else phrases.label(change, book, t)

"""The head of the tables page: which meal, how many people at how many tables, search, undo and redo."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from checkin import phrases
from checkin.book import Book
from checkin.changes import Change
from checkin.desk.outcomes import History
from checkin.ui.shell.controls import Button
from checkin.ui.shell.header import PageHeader
from checkin.ui.shell.theme import Theme
from checkin.words import Words


class RoomHeader(QWidget):
    """One line over the room.

    Signals:
        searched: The search text is another one.
        next_asked: Enter in the search field: show the next person found.
        undo_asked, redo_asked, luck_asked, arrange_asked: The buttons.
    """

    searched = Signal(str)
    next_asked = Signal()
    undo_asked = Signal()
    redo_asked = Signal()
    luck_asked = Signal()
    arrange_asked = Signal()

    def __init__(self, theme: Theme, t: Words) -> None:
        """Lay the line out."""
        super().__init__()
        self._t = t
        self._head = PageHeader()
        self.search = SearchLine()
        self.undo, self.redo = Button(theme, "undo"), Button(theme, "redo")
        self.luck = Button(theme, "insights")
        self.arrange = Button(theme, "arrange")
        self.arrange.setCheckable(True)
        self.arrange.clicked.connect(self.arrange_asked)
        line = QHBoxLayout(self)
        line.setContentsMargins(8, 0, 0, 0)
        line.addWidget(self._head)
        for part in (self.search, self.arrange, self.luck, self.undo, self.redo):
            self._head.controls.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        self.search.textChanged.connect(self.searched)
        self.search.returnPressed.connect(self.next_asked)
        self.luck.clicked.connect(self.luck_asked)
        self.undo.clicked.connect(self.undo_asked)
        self.redo.clicked.connect(self.redo_asked)

    def restyle(self) -> None:
        """Draw the icons in the theme's colours."""
        for button in (self.arrange, self.luck, self.undo, self.redo):
            button.restyle()

    def show_book(self, book: Book | None) -> None:
        """Name the meal and count."""
        t = self._t
        self.search.setPlaceholderText(t("Find a person"))
        self.search.setAccessibleName(t("Find a person in the room"))
        self.search.setToolTip(t("Find a person in the room (Ctrl+F)"))
        self.luck.retitle(t("Luck"), t("How tables are drawn, rounds, and how good the room is (Ctrl+L)"))
        self.luck.setEnabled(book is not None)
        self.arrange.retitle(t("Arrange"), t("Arrange the room: tables, landmarks, saved rooms (Ctrl+E)"))
        self.arrange.setEnabled(book is not None)
        self._head.say("" if book is None else book.event.name, "" if book is None else counts(book, t))

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


def counts(book: Book, t: Words) -> str:
    """How many people sit at how many tables, and how many wait for one."""
    seated = sum(len(book.people_at(table_id)) for table_id in book.tables)
    people = t.plural("{count} person", "{count} people", seated)
    tables = t.plural("{count} table", "{count} tables", len(book.tables))
    sentence = t("{people} at {tables}", people=people, tables=tables)
    waiting = len(book.to_seat())
    return t("{seated} · {count} to seat", seated=sentence, count=t.number(waiting)) if waiting else sentence


def _named(change: Change | None, book: Book | None, t: Words) -> str:
    return t("nothing") if change is None or book is None else phrases.label(change, book, t)

"""The right column while the room is arranged: what is picked, or the whole room, and why something was not done.

Shows the book and asks for changes; makes none itself.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from checkin import room_phrases
from checkin.book import Book
from checkin.landmarks import Landmark
from checkin.ui.room.arrange.forms import MarkForm, TableForm
from checkin.ui.room.arrange.picked import Picked
from checkin.ui.room.arrange.room_form import RoomForm
from checkin.ui.room.seated import facts, title
from checkin.ui.shell.labels import ElidedLabel, PlainLabel
from checkin.ui.shell.theme import Theme
from checkin.words import Words

WIDTH = 280


class ArrangePanel(QFrame):
    """The panel.

    Attributes:
        pressed: Does what a key means that none of the fields has use for; says whether it means anything.
    """

    def __init__(self, theme: Theme, t: Words) -> None:
        """Lay it out, with nothing picked."""
        super().__init__()
        self._theme, self._t = theme, t
        self.pressed: Callable[[QKeyEvent], bool] = lambda _event: False
        self.setProperty("role", "surface")
        self.setFixedWidth(WIDTH)
        self._title, self._facts, self.remark = (
            ElidedLabel("", "title"),
            PlainLabel("", "quiet"),
            PlainLabel("", "small"),
        )
        self.tables, self.mark, self.room = TableForm(theme), MarkForm(theme), RoomForm(theme)
        for label in (self._facts, self.remark):
            label.setWordWrap(True)
        body = QWidget()
        self._inner = inner = QVBoxLayout(body)
        inner.setContentsMargins(8, 4, 8, 4)
        for form in (self.tables, self.mark, self.room):
            form.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
            inner.addWidget(form)
        inner.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(body)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 16, 12, 16)
        column.setSpacing(6)
        for label in (self._title, self._facts, self.remark):
            label.setContentsMargins(8, 0, 8, 0)
        column.addWidget(self._title)
        column.addWidget(self._facts)
        column.addWidget(self.remark)
        column.addWidget(scroll, 1)
        self.remark.hide()
        self.hide()
        self.retranslate()

    def retranslate(self) -> None:
        """Say it in the language in force; ``show_picked`` follows."""
        self.setAccessibleName(self._t("Arrange the room"))
        for form in (self.tables, self.mark, self.room):
            form.retranslate(self._t)

    def restyle(self) -> None:
        """Follow the theme."""
        for button in (*self.tables.align.values(), *self.tables.spread.values(), *self.room.marks.values()):
            button.restyle()
        for shapes in (self.tables.shapes, self.room.shapes):
            for button in shapes.buttons.values():
                button.restyle()
        room, mark, tables = self.room, self.mark, self.tables
        for button in (
            room.add,
            room.by_itself,
            room.save,
            room.back,
            room.use,
            mark.turn,
            mark.remove,
            tables.remove,
            tables.rows,
        ):
            button.restyle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A key that none of the fields has use for."""
        if not self.pressed(event):
            super().keyPressEvent(event)

    def say(self, sentence: str) -> None:
        """Say why something was not done; nothing for "" ."""
        self.remark.setText(sentence)
        self.remark.setVisible(bool(sentence))

    def show_picked(self, book: Book | None, picked: Picked, marks: tuple[Landmark, ...]) -> None:
        """Show the form of what is picked."""
        t = self._t
        tables = [] if book is None else [book.tables[one] for one in picked.tables if one in book.tables]
        mark = marks[picked.mark] if picked.mark is not None and picked.mark < len(marks) else None
        self.tables.setVisible(bool(tables))
        self.mark.setVisible(mark is not None)
        self.room.setVisible(not tables and mark is None)
        if book is not None and len(tables) == 1:
            self._title.setText(title(tables[0], t))
            self._facts.setText(facts(book, tables[0], t))
        elif book is not None and tables:
            people = sum(len(book.people_at(table.id)) for table in tables)
            seats = sum(len(book.seats_at(table.id)) for table in tables)
            self._title.setText(t.plural("{count} table", "{count} tables", len(tables)))
            self._facts.setText(t("{count} of {total}", count=people, total=seats))
        elif mark is not None:
            self._title.setText(room_phrases.landmark(mark.kind, t))
            self._facts.setText(t("Drag it, or its corner to make it larger."))
            self.mark.show_mark(mark)
        else:
            self._title.setText(t("Arrange the room"))
            self._facts.setText(t("Drag tables, or pick several with a band. Arrows move them, Esc leaves."))
            placed = book is not None and any(table.x or table.y for table in book.tables.values())
            self.room.show_room(placed=placed)
        if book is not None and tables:
            self.tables.show_tables(book, tables)
        for form in (self.tables, self.mark, self.room):  # at once, or the fields would jump into their places
            if (laid := form.layout()) is not None:
                laid.activate()
        self._inner.activate()

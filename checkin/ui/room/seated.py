"""The right column: the chosen table with its people, and what can be done with those selected."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from checkin.book import Book
from checkin.model import GuestId, Table
from checkin.ui.room.carry import Carry
from checkin.ui.room.lists import Look, PeopleList
from checkin.ui.room.marks import Marks
from checkin.ui.room.people import Line, People
from checkin.ui.shell.labels import ElidedLabel, PlainLabel
from checkin.ui.shell.palette import Palette
from checkin.words import Words


class SeatedColumn(QFrame):
    """One table, person by person.

    Signals:
        move_asked, swap_asked, unseat_asked: What the buttons under the list ask for the selected people.
    """

    move_asked = Signal()
    swap_asked = Signal()
    unseat_asked = Signal()

    def __init__(
        self, palette: Palette, marks: Marks, carry: Carry, describe: Callable[[GuestId], Line], t: Words
    ) -> None:
        """Lay the column out with no table chosen."""
        super().__init__()
        self._t = t
        self._marks = marks
        self.setProperty("role", "surface")
        self._title = ElidedLabel("", "title")
        self._facts = PlainLabel("", "quiet")
        self._hint = PlainLabel("", "quiet")
        self._selected = ElidedLabel("", "small")
        self.people = People(describe)
        self.list = PeopleList(self.people, Look.PERSON, palette, marks, carry)
        self.move_button, self.swap_button, self.unseat_button = QPushButton(), QPushButton(), QPushButton()
        self._lay_out()
        self.move_button.clicked.connect(self.move_asked)
        self.swap_button.clicked.connect(self.swap_asked)
        self.unseat_button.clicked.connect(self.unseat_asked)
        self.retranslate()

    def retranslate(self) -> None:
        """Say it in the language in force; ``show_table`` follows."""
        t = self._t
        self.setAccessibleName(t("Chosen table"))
        self.list.setAccessibleName(t("People at the table"))
        self.move_button.setText(t("Move to a table …"))
        self.move_button.setToolTip(t("Move the selected people to a table by its number (M)"))
        self.swap_button.setText(t("Swap seats"))
        self.swap_button.setToolTip(t("Let the two selected people change places (S)"))
        self.unseat_button.setText(t("Back to “To seat”"))
        self.unseat_button.setToolTip(t("Take the selected people off their tables (Del)"))

    def wear(self, palette: Palette) -> None:
        """Show other colours."""
        self.list.wear(palette)

    def show_table(self, book: Book | None) -> None:
        """Show the chosen table, or say how to choose one."""
        table = None if book is None or self._marks.table is None else book.tables.get(self._marks.table)
        if book is not None and not book.tables:
            self._title.setText(self._t("No tables yet"))
            self._facts.setText(self._t("This event was made without tables."))
            self._hint.setText(self._t("People who arrive wait under “To seat”."))
            self.people.show([])
        elif book is None or table is None:
            self._title.setText(self._t("Choose a table"))
            self._facts.setText(self._t("Click on one to see who sits there."))
            self._hint.setText(self._t("Drag a person to another table, onto another person to swap, or to “To seat”."))
            self.people.show([])
        else:
            self._title.setText(title(table, self._t))
            self._facts.setText(facts(book, table, self._t))
            self.people.show([guest.id for guest in book.people_at(table.id)])
            self._hint.setText(self._t("Nobody sits here yet. Drop people on the table to seat them."))
        self._hint.setVisible(not self.people.ids)
        self.list.setVisible(bool(self.people.ids))
        self.show_selected(book)

    def reveal(self) -> None:
        """Scroll to the selected person, if it is one and sits here."""
        people = self._marks.people
        if len(people) == 1 and people[0] in self.people.ids:
            self.list.scrollTo(self.people.index(self.people.ids.index(people[0])))

    def show_selected(self, book: Book | None) -> None:
        """Offer what can be done with the selected people."""
        people = self._marks.people if book is not None else ()
        seated = [] if book is None else [guest_id for guest_id in people if book.seat_of(guest_id) is not None]
        if book is not None and people:
            first = book.display_name(people[0])
            more = self._t("{count} people selected", count=len(people))
            self._selected.setText(first if len(people) == 1 else more)
        for part in (self._selected, self.move_button):
            part.setVisible(bool(people))
        self.swap_button.setVisible(len(people) == 2 and bool(seated))
        self.unseat_button.setVisible(bool(seated))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 16, 12, 16)
        column.setSpacing(8)
        for label in (self._facts, self._hint):
            label.setWordWrap(True)
        for label in (self._title, self._facts, self._hint, self._selected):
            label.setContentsMargins(8, 0, 8, 0)
            column.addWidget(label)
        column.removeWidget(self._selected)
        column.addWidget(self.list, 1)
        column.addStretch(0)
        column.addWidget(self._selected)
        for button in (self.move_button, self.swap_button, self.unseat_button):
            button.setProperty("role", "quiet")
            column.addWidget(button)


def title(table: Table, t: Words) -> str:
    """What people call a table."""
    number = t("Table {number}", number=table.number)
    return f"{number} · {table.name}" if table.name else number


def facts(book: Book, table: Table, t: Words) -> str:
    """How full a table is and how mixed, and what is special about it."""
    people = book.people_at(table.id)
    said = [t("{count} of {total}", count=len(people), total=len(book.seats_at(table.id)))]
    sectors = {guest.sector.strip() for guest in people if guest.sector.strip()}
    if sectors:
        said.append(t.plural("{count} sector", "{count} sectors", len(sectors)))
    if table.step_free:
        said.append(t("step-free"))
    if table.reserved:
        said.append(t("reserved"))
    if not table.open:
        said.append(t("closed to the draw"))
    return " · ".join(said)

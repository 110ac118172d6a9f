"""The right column: the chosen table with its people and rules, and what can be done with those selected."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from checkin.book import Book
from checkin.model import GuestId, Table
from checkin.ui.room import speech
from checkin.ui.room.carry import Carry
from checkin.ui.room.lists import Look, PeopleList
from checkin.ui.room.marks import Marks
from checkin.ui.room.people import Line, People
from checkin.ui.room.picture import Shown
from checkin.ui.room.rule_lines import FEW, MOST, RuleLines, rules_about
from checkin.ui.shell.controls import Button
from checkin.ui.shell.labels import ElidedLabel, PlainLabel
from checkin.ui.shell.palette import Palette
from checkin.ui.shell.theme import Theme
from checkin.words import Words

ROOMY = 600
"""From this height on, in pixels, more than one rule is shown."""


class SeatedColumn(QFrame):
    """One table, person by person.

    Signals:
        move_asked, swap_asked, unseat_asked: What the buttons under the list ask for the selected people.
        lock_asked, together_asked, apart_asked, host_asked: The same, for rules.
    """

    move_asked = Signal()
    swap_asked = Signal()
    unseat_asked = Signal()
    lock_asked = Signal()
    together_asked = Signal()
    apart_asked = Signal()
    host_asked = Signal()

    def __init__(self, theme: Theme, marks: Marks, carry: Carry, describe: Callable[[GuestId], Line], t: Words) -> None:
        """Lay the column out with no table chosen."""
        super().__init__()
        self._t = t
        palette = theme.palette
        self._marks = marks
        self.setProperty("role", "surface")
        self._title = ElidedLabel("", "title")
        self._facts = PlainLabel("", "quiet")
        self._hint = PlainLabel("", "quiet")
        self._selected = ElidedLabel("", "strong")
        self._relations = PlainLabel("", "small")
        self._troubles = PlainLabel("", "warning")
        self.rules = RuleLines(theme, t)
        self.people = People(describe)
        self.list = PeopleList(self.people, Look.PERSON, palette, marks, carry)
        self.move_button, self.swap_button, self.unseat_button = QPushButton(), QPushButton(), QPushButton()
        self.lock, self.together, self.apart, self.host = (
            Button(theme, icon, "ghost", scale="icon") for icon in ("lock", "together", "apart", "host")
        )
        self._lay_out()
        self.move_button.clicked.connect(self.move_asked)
        self.swap_button.clicked.connect(self.swap_asked)
        self.unseat_button.clicked.connect(self.unseat_asked)
        self.lock.clicked.connect(self.lock_asked)
        self.together.clicked.connect(self.together_asked)
        self.apart.clicked.connect(self.apart_asked)
        self.host.clicked.connect(self.host_asked)
        self.retranslate()

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """What can be pressed, from top to bottom."""
        return (
            self.lock, self.together, self.apart, self.host, self.move_button, self.swap_button, self.unseat_button,
        )  # fmt: skip

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
        self.together.retitle("", t("Always keep the selected people together (T)"), name=t("Keep together"))
        self.apart.retitle("", t("Never put the selected people at one table (A)"), name=t("Keep apart"))
        self.host.retitle("", t("Make the selected person the host of their table (H)"), name=t("Host of the table"))

    def wear(self, palette: Palette) -> None:
        """Show other colours."""
        self.list.wear(palette)
        self.rules.restyle()
        for button in (self.lock, self.together, self.apart, self.host):
            button.restyle()

    def show_table(self, shown: Shown | None, *, open_to_hands: bool = True) -> None:
        """Show the chosen table, or say how to choose one."""
        book, round_ = (None, 1) if shown is None else (shown.book, shown.round)
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
            self._facts.setText(facts(book, table, self._t, round_))
            self.people.show([guest.id for guest in book.people_at(table.id, round_)])
            self._hint.setText(self._t("Nobody sits here yet. Drop people on the table to seat them."))
        if not open_to_hands:
            self._hint.setText(self._t("This round is over; it can only be looked at."))
        self._hint.setVisible(not self.people.ids)
        self.list.setVisible(bool(self.people.ids))
        self._show_rules(shown, table)
        self.show_selected(shown, open_to_hands=open_to_hands)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show fewer rules where there is little room."""
        super().resizeEvent(event)
        self.rules.most = MOST if self.height() >= ROOMY else FEW

    def reveal(self) -> None:
        """Scroll to the selected person, if it is one and sits here."""
        people = self._marks.people
        if len(people) == 1 and people[0] in self.people.ids:
            self.list.scrollTo(self.people.index(self.people.ids.index(people[0])))

    def show_selected(self, shown: Shown | None, *, open_to_hands: bool) -> None:
        """Offer what can be done with the selected people."""
        book, t = None if shown is None else shown.book, self._t
        people = self._marks.people if book is not None else ()
        round_ = None if shown is None else shown.round
        seated = [] if book is None else [who for who in people if book.seat_of(who, round_) is not None]
        if book is not None and people:
            first = book.display_name(people[0])
            more = t("{count} people selected", count=len(people))
            self._selected.setText(first if len(people) == 1 else more)
        self._relations.setText(relations(shown, people[0], t) if shown is not None and len(people) == 1 else "")
        self._relations.setVisible(bool(self._relations.text()))
        troubles = [] if shown is None else [said for who in people for said in shown.signs.troubles.get(who, ())]
        self._troubles.setText("\n".join(dict.fromkeys(troubles)))
        self._troubles.setVisible(bool(troubles))
        self._offer(shown, people, seated, open_to_hands=open_to_hands)

    def _offer(
        self, shown: Shown | None, people: Sequence[GuestId], seated: Sequence[GuestId], *, open_to_hands: bool
    ) -> None:
        t = self._t
        self._selected.setVisible(bool(people))
        self.move_button.setVisible(bool(people) and open_to_hands)
        self.swap_button.setVisible(len(people) == 2 and bool(seated) and open_to_hands)
        self.unseat_button.setVisible(bool(seated) and open_to_hands)
        tables = self._marks.table is not None and shown is not None
        locked = shown is not None and (
            all(who in shown.signs.locked for who in people) if people else self._marks.table in shown.signs.tables
        )
        self.lock.choose_icon("unlock" if locked else "lock")
        whom = t("the selected people") if people else t("the table")
        tip = t("Unlock {whom} (L)", whom=whom) if locked else t("Lock {whom}: nothing moves them (L)", whom=whom)
        self.lock.retitle("", tip, name=t("Unlock") if locked else t("Lock"))
        self.lock.setVisible(open_to_hands and (bool(seated) if people else tables))
        self.together.setVisible(len(people) > 1)
        self.apart.setVisible(len(people) > 1)
        self.host.setVisible(len(people) == 1 and bool(seated) and open_to_hands)

    def _show_rules(self, shown: Shown | None, table: Table | None) -> None:
        if shown is None:
            self.rules.show_rules(None, ())
            return
        chosen = set(self._marks.people)
        about = rules_about(shown.book, None if table is None else table.id, [*chosen, *self.people.ids])
        about.sort(key=lambda rule: (not chosen & set(rule.guest_ids), rule.id))  # those of who is selected come first
        self.rules.show_rules(shown.book, about)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 16, 12, 16)
        column.setSpacing(8)
        for label in (self._facts, self._hint, self._relations, self._troubles):
            label.setWordWrap(True)
        for label in (self._title, self._facts, self._hint, self._selected, self._relations, self._troubles):
            label.setContentsMargins(8, 0, 8, 0)
        for label in (self._title, self._facts, self._hint):
            column.addWidget(label)
        column.addWidget(self.list, 1)
        column.addStretch(0)
        column.addWidget(self.rules)
        for label in (self._selected, self._relations, self._troubles):
            column.addWidget(label)
        row = QHBoxLayout()
        row.setContentsMargins(4, 0, 0, 0)
        row.setSpacing(4)
        for button in (self.lock, self.together, self.apart, self.host):
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        for plain in (self.move_button, self.swap_button, self.unseat_button):
            plain.setProperty("role", "quiet")
            column.addWidget(plain)


def title(table: Table, t: Words) -> str:
    """What people call a table."""
    number = t("Table {number}", number=table.number)
    return f"{number} · {table.name}" if table.name else number


def relations(shown: Shown, guest_id: GuestId, t: Words) -> str:
    """Whom somebody wants to meet and where those are, and who wants to meet them."""
    ties = shown.book.ties
    told = [
        (t("Wants to meet: {names}"), ties.wishes_of(guest_id)),
        (t("Wanted by: {names}"), ties.wished_by(guest_id)),
    ]
    lines = [
        said.format(names=", ".join(speech.where(shown, other, t) for other in others[:5]) + " …" * (len(others) > 5))
        for said, others in told
        if others
    ]
    return "\n".join(lines)


def facts(book: Book, table: Table, t: Words, round_: int | None = None) -> str:
    """How full a table is and how mixed, how many wishes are met there, and what is special about it."""
    people = book.people_at(table.id, round_)
    said = [t("{count} of {total}", count=len(people), total=len(book.seats_at(table.id, round_)))]
    sectors = {guest.sector.strip() for guest in people if guest.sector.strip()}
    if sectors:
        said.append(t.plural("{count} sector", "{count} sectors", len(sectors)))
    here = {guest.id for guest in people}
    if met := sum(other in here for guest in people for other in book.ties.wishes_of(guest.id)):
        said.append(t.plural("{count} wish met", "{count} wishes met", met))
    if table.step_free:
        said.append(t("step-free"))
    if table.reserved:
        said.append(t("reserved"))
    if not table.open:
        said.append(t("closed to the draw"))
    return " · ".join(said)

"""Anything in any order at two stations: the house rules hold after every step, whatever hypothesis thinks of."""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from checkin.book import Book
from checkin.changes import Entity
from checkin.desk import Desk
from checkin.desk.outcomes import TablePlan
from checkin.door import Answers, State
from checkin.errors import CheckinError, NothingToUndo, StaleChange
from checkin.model import Event, Mode, Standing
from checkin.rows import from_row
from tests.evenings import code, desk_at, kept, opened, pages, row, take_in

LINES = range(1, 9)
TICKETS = st.sampled_from(LINES)
GUESTS = st.integers(1, 10)
DOORS = st.booleans()


class Evening(RuleBasedStateMachine):
    """Two doors, three tables for seven, eight people on the list: one has not paid, one has no name."""

    def __init__(self) -> None:
        """Open the doors."""
        super().__init__()
        self.folder = tempfile.mkdtemp(prefix="sobremesa-")
        self.address = str(Path(self.folder) / "event.db")
        self.north = desk_at(self.address)
        self.south = desk_at(self.address, "south", seed=2)
        self.welcomes: Counter[int] = Counter()

    @initialize()
    def lay(self) -> None:
        """The room and the list."""
        self.north.create_event("Comida", TablePlan.parse("2x2,1x3"))
        known: dict[int, dict[str, object]] = {7: {"standing": Standing.UNPAID}, 8: {"name": None}}
        take_in(self.north, [row(number, **known.get(number, {})) for number in LINES])
        self.south.use()

    def at(self, first: bool) -> Desk:
        """One of the doors, and what it will know when it decides."""
        desk = self.north if first else self.south
        desk.catch_up()
        return desk

    # --- what people do ---

    @rule(first=DOORS, number=TICKETS, mode=st.sampled_from(Mode), sure=st.booleans())
    def scan(self, first: bool, number: int, mode: Mode, sure: bool) -> None:
        """A ticket is shown."""
        desk = self.north if first else self.south  # without asking what is new
        answers = Answers(name="Eva" if sure else "", overrule=frozenset({State.UNPAID} if sure else ()))
        outcome = desk.scan(code(number), mode, answers)
        decision = outcome.decision
        assert decision.state is not State.NOT_SAVED
        if mode is Mode.ENTRY and number < 7:
            assert decision.state in {
                State.WELCOME, State.TABLES_FULL, State.ALREADY_IN, State.WELCOME_BACK, State.NOT_ON_LIST
            }  # fmt: skip
        if decision.state is State.WELCOME:
            assert outcome.table is not None

    @rule(first=DOORS)
    def walk_in(self, first: bool) -> None:
        """Somebody comes without a ticket."""
        if len(opened(self.north).guests) < 12:
            assert (self.north if first else self.south).walk_in("Jon").decision.admits

    @rule(first=DOORS, one=GUESTS, table=st.integers(1, 3))
    def move(self, first: bool, one: int, table: int) -> None:
        """Somebody changes tables, or gets one."""
        desk = self.at(first)
        self.refused_or_done(desk, lambda: desk.move([one], desk.table(table).id))  # type: ignore[list-item]

    @rule(first=DOORS, some=st.lists(GUESTS, min_size=2, max_size=3), table=st.integers(1, 3))
    def move_some(self, first: bool, some: list[int], table: int) -> None:
        """Some people change tables together."""
        desk = self.at(first)
        self.refused_or_done(desk, lambda: desk.move(some, desk.table(table).id))  # type: ignore[arg-type]

    @rule(first=DOORS, one=GUESTS, other=GUESTS)
    def swap(self, first: bool, one: int, other: int) -> None:
        """Two people change places."""
        desk = self.at(first)
        self.refused_or_done(desk, lambda: desk.swap(one, other))  # type: ignore[arg-type]

    @rule(first=DOORS, some=st.lists(GUESTS, min_size=1, max_size=3))
    def unseat(self, first: bool, some: list[int]) -> None:
        """People stand up."""
        desk = self.at(first)
        self.refused_or_done(desk, lambda: desk.unseat(some))  # type: ignore[arg-type]

    @rule(first=DOORS, one=GUESTS)
    def take_back(self, first: bool, one: int) -> None:
        """An arrival was a mistake."""
        desk = self.at(first)
        self.refused_or_done(desk, lambda: desk.take_back(one))  # type: ignore[arg-type]

    @rule(first=DOORS, one=GUESTS, other=GUESTS)
    def make_one(self, first: bool, one: int, other: int) -> None:
        """Two turn out to be one person; every ticket still means somebody."""
        desk = self.at(first)
        before = {ticket.code for ticket in opened(desk).tickets.values()}
        self.refused_or_done(desk, lambda: desk.make_one(one, other))  # type: ignore[arg-type]
        assert {ticket.code for ticket in opened(desk).tickets.values()} == before

    @rule(first=DOORS, numbers=st.lists(TICKETS, min_size=1, max_size=3), company=st.sampled_from(["Norte", "Sur"]))
    def take_in_again(self, first: bool, numbers: list[int], company: str) -> None:
        """A newer list comes."""
        desk = self.at(first)
        arrivals = {guest.id: guest.arrival for guest in opened(desk).guests.values()}
        take_in(desk, [row(number, company=company) for number in numbers])
        assert arrivals.items() <= {guest.id: guest.arrival for guest in opened(desk).guests.values()}.items()

    @rule(first=DOORS)
    def undo(self, first: bool) -> None:
        """A station takes its last change back: exactly that, or nothing and it says why."""
        self.back_or_again(self.at(first), lambda desk: desk.undo(), backwards=True)

    @rule(first=DOORS)
    def redo(self, first: bool) -> None:
        """A station makes it again."""
        self.back_or_again(self.at(first), lambda desk: desk.redo(), backwards=False)

    @rule(first=DOORS)
    def start_anew(self, first: bool) -> None:
        """The program is closed and opened; what it would undo is the same."""
        desk = self.at(first)
        history = desk.history()
        desk.close()
        again = desk_at(self.address, desk.station, seed=5)
        again.use()
        assert again.history() == history
        if first:
            self.north = again
        else:
            self.south = again

    def refused_or_done(self, desk: Desk, act: Callable[[], object]) -> None:
        """A refusal changes nothing."""
        before, seq = pages(opened(desk)), desk._store.head()[0]
        try:
            act()
        except CheckinError:
            assert pages(opened(desk)) == before
            assert desk._store.head()[0] == seq
        else:
            assert desk._store.head()[0] == seq + 1

    def back_or_again(self, desk: Desk, act: Callable[[Desk], object], *, backwards: bool) -> None:
        """Undo and redo follow the history that was told."""
        before, history = pages(opened(desk)), desk.history()
        expected = history.undo if backwards else history.redo
        try:
            act(desk)
        except NothingToUndo:
            assert expected is None
        except StaleChange:
            assert pages(opened(desk)) == before
            told = desk.history().undo if backwards else desk.history().redo
            assert told != expected
        else:
            assert expected is not None
            turned = desk.history().redo if backwards else desk.history().undo
            assert turned is not None
            assert turned.undoes == expected.seq

    # --- what always holds ---

    @invariant()
    def nobody_has_two_seats_and_no_table_more_people_than_chairs(self) -> None:
        """Seats are for people who came, one each."""
        book = self.north.book
        if book is None:
            return
        self.north.catch_up()
        seated = [seat.guest_id for seat in book.seats.values() if seat.guest_id is not None]
        assert len(seated) == len(set(seated))
        assert all(book.guests[guest].arrived for guest in seated)
        assert len(book.seats) == 7
        numbers = sorted(guest.arrival for guest in book.guests.values() if guest.arrival is not None)
        assert len(numbers) == len(set(numbers)) == book.arrived
        assert book.inside == sum(guest.arrived and guest.left_at is None for guest in book.guests.values())

    @invariant()
    def both_books_say_what_the_database_says(self) -> None:
        """Whatever happened at whichever door."""
        if self.north.book is None or self.south.book is None:
            return
        for desk in (self.north, self.south):
            desk.catch_up()
        truth = kept(self.address, opened(self.north).event.id)
        assert pages(opened(self.north)) == truth
        assert pages(opened(self.south)) == truth
        twin = opened(self.north)
        assert [(state.number, state.capacity, state.taken) for state in twin.table_states()] == [
            (table.number, len(twin.seats_at(table.id)), len(twin.people_at(table.id))) for table in twin.room()
        ]

    def teardown(self) -> None:
        """The journal alone tells the same evening."""
        if self.north.book is not None:
            changes = self.north._store.since(0)
            first = next(edit for edit in changes[0].edits if edit.entity is Entity.EVENT)
            book = Book(from_row(Event, first.after or {}))
            for change in changes:
                book.apply(change)
            assert pages(book) == kept(self.address, book.event.id)
            assert self.north.verify().sound
        self.north.close()
        self.south.close()
        shutil.rmtree(self.folder, ignore_errors=True)


Evening.TestCase.settings = settings(
    max_examples=40, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
)
TestEvening = Evening.TestCase

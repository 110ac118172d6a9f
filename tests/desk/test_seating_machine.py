"""An evening with rules and rounds, in any order hypothesis thinks of: what must never happen does not."""

from __future__ import annotations

import shutil
import tempfile
from itertools import count
from pathlib import Path

import numpy as np
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from checkin import rounds
from checkin.changes import Entity, Kind
from checkin.desk.outcomes import TablePlan
from checkin.errors import CheckinError, NothingToUndo
from checkin.model import GuestId, RuleKind, SettingName
from checkin.rulebook import course_of, rules_of
from checkin.seating import Draw
from tests.evenings import code, desk_at, kept, opened, pages, row, take_in

LINES = range(1, 13)
LINE = st.sampled_from(LINES)
TABLE = st.integers(1, 4)


class Seating(RuleBasedStateMachine):
    """Four tables for fifteen, twelve people on the list, one of whom needs no step."""

    def __init__(self) -> None:
        """Open the doors."""
        super().__init__()
        self.folder = tempfile.mkdtemp(prefix="sobremesa-")
        self.address = str(Path(self.folder) / "event.db")
        self.desk = desk_at(self.address)

    @initialize(way=st.sampled_from([1, 2, 3]), opening=st.booleans())
    def lay(self, way: int, opening: bool) -> None:
        """The room, the list, and how the evening is to go."""
        self.desk.create_event("Comida", TablePlan.parse("3x4,1x3"))
        take_in(self.desk, [row(number, step_free=number == 12, sector=str(number % 3)) for number in LINES])
        if way > 1:
            self.desk.give_itineraries(way)
        if opening:
            self.desk.open_up()

    # --- what happens ---

    @rule(number=LINE)
    def arrive(self, number: int) -> None:
        """Somebody comes: never beyond a table's seats, and against no rule without a word."""
        book = opened(self.desk)
        rules = rules_of(book)
        free = any(book.free_seat(table.id) for table in book.room() if table.open and not table.reserved)
        outcome = self.desk.scan(code(number))
        assert not outcome.trouble
        drawn = outcome.draw
        if drawn is None:
            assert not free or outcome.change is None or outcome.change.kind is not Kind.ARRIVED
            return
        table = book.tables[drawn.table]  # type: ignore[index]
        assert table.open
        assert not table.reserved
        self.kept_or_said(drawn, rules_pin=rules.bound.get(drawn.guest))

    def kept_or_said(self, drawn: Draw, rules_pin: int | None) -> None:
        """The draw keeps the pin of its guest, or names what it breaks."""
        if rules_pin is not None and drawn.table != rules_pin:
            assert drawn.broken

    @rule(number=LINE, table=TABLE)
    def move(self, number: int, table: int) -> None:
        """The organizer moves somebody."""
        self.tried(lambda: self.desk.move([GuestId(number)], self.desk.table(table).id))

    @rule(number=LINE)
    def take_back(self, number: int) -> None:
        """An arrival was a mistake."""
        self.tried(lambda: self.desk.take_back(GuestId(number)))

    @rule(kind=st.sampled_from(RuleKind), numbers=st.lists(LINE, min_size=1, max_size=3, unique=True), table=TABLE)
    def add_rule(self, kind: RuleKind, numbers: list[int], table: int) -> None:
        """A rule is made."""
        self.tried(lambda: self.desk.add_rule(kind, [GuestId(number) for number in numbers], self.desk.table(table).id))

    @rule(at=st.integers(0, 5))
    def drop_rule(self, at: int) -> None:
        """A rule is dropped."""
        known = sorted(opened(self.desk).ties.rules)
        if known:
            self.desk.drop_rule(known[at % len(known)])

    @rule(table=TABLE, open_=st.booleans(), reserved=st.booleans(), level=st.booleans())
    def change_table(self, table: int, open_: bool, reserved: bool, level: bool) -> None:
        """A table opens, closes, is reserved, or gets a ramp."""
        self.desk.change_table(self.desk.table(table).id, open=open_, reserved=reserved, step_free=level)

    @rule(more=st.integers(1, 2))
    def plan_rounds(self, more: int) -> None:
        """The next rounds are planned: everybody inside has a seat in each, if there are seats."""
        book = opened(self.desk)
        course = course_of(book, book.round + more, book.round)
        ticks = count()
        made = rounds.plan(course.meal, random=np.random.default_rng(1), clock=lambda: next(ticks) * 0.01, seconds=0.1)
        self.desk.take_plan(course, made.rounds)
        for round_ in range(book.round + 1, book.round + more + 1):
            seated = {guest.id for table in book.room() for guest in book.people_at(table.id, round_)}
            wanted = {guest.id for guest in book.guests.values() if guest.arrived and guest.left_at is None}
            chairs = sum(len(book.seats_at(table.id, round_)) for table in book.room() if table.open)
            assert seated <= wanted
            assert len(seated) == min(len(wanted), chairs)

    @rule(round_=st.integers(1, 3))
    def begin(self, round_: int) -> None:
        """Another round is seated."""
        self.tried(lambda: self.desk.begin_round(round_))

    @rule(people=st.sampled_from(["", "2", "4"]))
    def ask_minimum(self, people: str) -> None:
        """Tables are to have at least so many people."""
        self.desk.decide(SettingName.MINIMUM, people)

    @rule()
    def undo(self) -> None:
        """The last change is taken back."""
        self.tried(self.desk.undo)

    @rule()
    def redo(self) -> None:
        """It is made again."""
        self.tried(self.desk.redo)

    def tried(self, act: object) -> None:
        """A refusal changes nothing."""
        before = pages(opened(self.desk))
        try:
            act()  # type: ignore[operator]
        except (CheckinError, NothingToUndo):
            assert pages(opened(self.desk)) == before

    # --- what always holds ---

    @invariant()
    def one_seat_a_round_and_a_chair_for_everybody_who_sits(self) -> None:
        """No guest in two seats, no two guests on one chair, nobody seated who has not come."""
        book = self.desk.book
        if book is None:
            return
        for round_ in range(1, book.rounds + 1):
            taken = [seat for seat in book.seats.values() if seat.round == round_ and seat.guest_id is not None]
            assert len({seat.guest_id for seat in taken}) == len(taken)
            assert all(book.guests[GuestId(seat.guest_id or 0)].arrived for seat in taken)
        assert {guest.id for guest in book.to_seat()} == {
            guest.id
            for guest in book.guests.values()
            if guest.arrived and guest.left_at is None and book.seat_of(guest.id) is None
        }
        assert dict(book.sitting) == {
            guest.id: table.id for guest in book.guests.values() if (table := book.table_of(guest.id)) is not None
        }

    @invariant()
    def the_book_says_what_the_database_says(self) -> None:
        """Rules, wishes and rounds included."""
        if self.desk.book is not None:
            assert pages(opened(self.desk)) == kept(self.address, opened(self.desk).event.id)

    def teardown(self) -> None:
        """Every draw comes out again from the journal."""
        if self.desk.book is not None:
            proof = self.desk.verify()
            assert proof.sound, proof
            drawn = [change for change in self.desk._store.since(0) if "draw" in change.facts]
            assert proof.draws == len([change for change in drawn if change.touches(Entity.GUEST)])
        self.desk.close()
        shutil.rmtree(self.folder, ignore_errors=True)


Seating.TestCase.settings = settings(
    max_examples=40, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck)
)
TestSeating = Seating.TestCase

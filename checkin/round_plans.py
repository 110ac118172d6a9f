"""Plans for rounds: chairs for them, everybody's stops printed at arrival, a searched plan, the next round begun."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from checkin import rotation
from checkin.book import Book
from checkin.changes import Change, Edit, Entity, Kind
from checkin.errors import NoSuchRound
from checkin.luck import Luck
from checkin.meal import NOBODY
from checkin.model import GuestId, Seat, SeatId, SettingName, TableId
from checkin.plans import Ids, set_
from checkin.rows import to_row
from checkin.rulebook import Course
from checkin.rules import Rules
from checkin.score import Rounds

MOST_ROUNDS = 20


@dataclass(frozen=True, slots=True)
class Itinerary:
    """The whole evening given at arrival, as the setting keeps it.

    Attributes:
        rounds: How many there are.
        tables: The tables that take part, in the order in which people go round.
    """

    rounds: int
    tables: tuple[TableId, ...]

    @classmethod
    def of(cls, book: Book) -> Itinerary | None:
        """The event's, or None where rounds are searched for later."""
        text = book.setting(SettingName.ROUNDS)
        if not text:
            return None
        told = json.loads(text)
        return cls(int(told["rounds"]), tuple(TableId(int(one)) for one in told["tables"]))

    def to_text(self) -> str:
        """As the setting keeps it."""
        return json.dumps({"rounds": self.rounds, "tables": list(self.tables)})


def itinerary(book: Book, rounds: int, ids: Ids) -> Change:
    """Give everybody their tables of all rounds at arrival from now on; 1 round for not any more.

    Raises:
        NoSuchRound: More rounds than an evening has.
    """
    if not 1 <= rounds <= MOST_ROUNDS:
        raise NoSuchRound(rounds)
    tables = tuple(table.id for table in book.room() if table.open and not table.reserved)
    text = Itinerary(rounds, tables).to_text() if rounds > 1 else ""
    change = set_(book, SettingName.ROUNDS, text, ids)
    chairs = [edit for round_ in range(2, rounds + 1) for edit in _chairs(book, round_, ids)]
    return Change(Kind.SET, (*change.edits, *chairs), {"name": str(SettingName.ROUNDS), "rounds": rounds})


def keeps_its_promise(book: Book, rounds: int) -> bool:
    """Whether the itinerary of so many rounds lets nobody meet anybody twice in the room as it is."""
    return rotation.never_repeats(*taking_part(book), rounds)


def taking_part(book: Book) -> tuple[int, int]:
    """How many tables take part in an itinerary, and the seats of the largest of them."""
    tables = [table for table in book.room() if table.open and not table.reserved]
    return len(tables), max((len(book.seats_at(table.id, 1)) for table in tables), default=0)


def _chairs(book: Book, round_: int, ids: Ids) -> list[Edit]:
    """The chairs of a round that are not there yet: as many at each table as in the first."""
    lacking = [
        (table.id, number)
        for table in book.room()
        for number in sorted(_numbers(book, table.id, 1) - _numbers(book, table.id, round_))
    ]
    first = ids(Entity.SEAT, len(lacking)) if lacking else 0
    seats = (
        Seat(SeatId(first + at), book.event.id, table_id, round_, number, None)
        for at, (table_id, number) in enumerate(lacking)
    )
    return [Edit(Entity.SEAT, seat.id, None, to_row(seat)) for seat in seats]


def _numbers(book: Book, table_id: TableId, round_: int) -> set[int]:
    return {seat.number for seat in book.seats_at(table_id, round_)}


def stops(book: Book, guest_id: GuestId, table_id: TableId, rules: Rules, luck: Luck) -> list[Edit]:
    """The chairs of the later rounds for somebody who has just drawn a table in the round that is being seated.

    Whoever belongs to a table, or needs one without a step, stays; a group goes together; everybody else gets a way
    round that nobody else at that table has, the one whose tables are emptiest so far. Nobody gets chairs where no
    way has a free one in every round; they are found a place later.
    """
    way = Itinerary.of(book)
    if way is None or table_id not in way.tables or book.round >= way.rounds:
        return []
    chosen = _way(book, way, guest_id, table_id, rules, luck)
    if chosen is None:
        return []
    chairs = [book.free_seat(table, round_) for table, round_ in _later(book, way, table_id, chosen)]
    return [Edit(Entity.SEAT, seat.id, {"guest_id": None}, {"guest_id": guest_id}) for seat in chairs if seat]


def _later(book: Book, way: Itinerary, table_id: TableId, seat: int) -> list[tuple[TableId, int]]:
    """Table and number of each round after this one, on the way round of a seat."""
    here, count = way.tables.index(table_id), len(way.tables)
    return [
        (way.tables[rotation.stop(here, seat, round_ - book.round, count)], round_)
        for round_ in range(book.round + 1, way.rounds + 1)
    ]


def _way(book: Book, way: Itinerary, guest_id: GuestId, table_id: TableId, rules: Rules, luck: Luck) -> int | None:
    """The seat whose way round a guest takes, from 0; None where every way is full somewhere."""
    if guest_id in rules.bound or rules.needs_step_free(guest_id):
        return 0
    taken = {other.id: _way_of(book, way, other.id, table_id) for other in book.people_at(table_id)}
    group = rules.group_of(guest_id)
    if beside := [one for other, one in taken.items() if other in group and one is not None]:
        return beside[0]
    seats = max((len(book.seats_at(table, 1)) for table in way.tables), default=0)
    ways: list[tuple[bool, float, float, int, int]] = []
    for seat in range(seats):
        if seat in taken.values():
            continue
        places = [
            (len(book.people_at(table, round_)), len(book.seats_at(table, round_)))
            for table, round_ in _later(book, way, table_id, seat)
        ]
        if all(people < chairs for people, chairs in places):
            shares = [people / chairs for people, chairs in places]
            draw = luck.below(1 << 32, "way", counter=seat, guest=guest_id)
            ways.append((seat == 0, max(shares, default=0.0), sum(shares), draw, seat))  # seat 0 never moves
    return min(ways)[4] if ways else None


def _way_of(book: Book, way: Itinerary, guest_id: GuestId, table_id: TableId) -> int | None:
    """The way round that somebody at a table has, told by their table in the next round."""
    following = book.table_of(guest_id, book.round + 1)
    if following is None or following.id not in way.tables:
        return None
    return (way.tables.index(following.id) - way.tables.index(table_id)) % len(way.tables)


def later_tables(book: Book, guest_id: GuestId) -> list[int]:
    """The numbers of a guest's tables in the rounds after this one, as far as they are known."""
    tables = (book.table_of(guest_id, round_) for round_ in range(book.round + 1, book.rounds + 1))
    return [table.number for table in tables if table is not None]


def planned(book: Book, course: Course, rounds: Rounds, settled: int, ids: Ids) -> Change:
    """The chairs of the rounds after those that are settled, as a search has found them.

    Args:
        book: The event.
        course: What the numbers of the plan mean.
        rounds: The tables of all rounds.
        settled: How many of them stay as they are.
        ids: Sets ids aside.
    """
    edits: list[Edit] = []
    for round_ in range(settled + 1, len(rounds) + 1):
        new = _chairs(book, round_, ids)
        chairs = {table_id: book.seats_at(table_id, round_) for table_id in course.tables}
        for edit in new:
            row = edit.after or {}
            seat = Seat(
                SeatId(edit.id),
                book.event.id,
                TableId(int(row["table_id"] or 0)),
                round_,
                int(row["number"] or 0),
                None,
            )
            chairs[seat.table_id] = [*chairs[seat.table_id], seat]
        edits += new
        edits += _seated(chairs, course, rounds[round_ - 1])
    return Change(Kind.ROUNDS_PLANNED, tuple(edits), {"rounds": len(rounds), "settled": settled})


def _seated(chairs: dict[TableId, list[Seat]], course: Course, tables: Sequence[int]) -> list[Edit]:
    """Who sits where in one round: those who rise first, then those who sit down."""
    people: dict[TableId, list[GuestId]] = {}
    for at, table in enumerate(tables):
        if table != NOBODY:
            people.setdefault(course.tables[table], []).append(course.guests[at])
    rising: list[Edit] = []
    sitting: list[Edit] = []
    for table_id, seats in chairs.items():
        wanted = people.get(table_id, [])
        staying = {seat.guest_id for seat in seats} & set(wanted)
        coming = iter([guest_id for guest_id in wanted if guest_id not in staying])
        for seat in seats:
            if seat.guest_id in staying:
                continue
            if seat.guest_id is not None:
                rising.append(Edit(Entity.SEAT, seat.id, {"guest_id": seat.guest_id}, {"guest_id": None}))
            if (guest_id := next(coming, None)) is not None:
                sitting.append(Edit(Entity.SEAT, seat.id, {"guest_id": None}, {"guest_id": guest_id}))
    return [*rising, *sitting]


def begin(book: Book, round_: int, ids: Ids) -> Change:
    """Seat another round from now on.

    Raises:
        NoSuchRound: It has no chairs: it was not planned.
    """
    if not 1 <= round_ <= book.rounds:
        raise NoSuchRound(round_)
    change = set_(book, SettingName.ROUND, str(round_), ids)
    return Change(Kind.ROUND_BEGUN, change.edits, {"round": round_})


def with_begin(book: Book, planned_: Change, round_: int, ids: Ids) -> Change:
    """A plan of rounds and the beginning of one of them as one change."""
    change = set_(book, SettingName.ROUND, str(round_), ids)
    return Change(Kind.ROUND_BEGUN, (*planned_.edits, *change.edits), {**planned_.facts, "round": round_})

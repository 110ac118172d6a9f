"""Plans for the room: tables come, go, change and stand elsewhere; what to write, not yet written.

Each is one change with its undo. Nobody ever loses a chair by it: a table where somebody sits in any round stays, and a
table that shrinks drops free chairs only; people beyond its new size move up, in their order. Pure; where a table may
stand without touching another is the screen's business.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace

from checkin.book import Book
from checkin.changes import Change, Edit, Entity, Kind
from checkin.errors import RoomImpossible, TableInUse, TooFewSeats
from checkin.landmarks import FARTHEST
from checkin.model import GuestId, Seat, SeatId, SettingName, Shape, Table, TableId
from checkin.plans import Ids
from checkin.round_plans import Itinerary
from checkin.rows import encode, to_row

MOST_TABLES = 2000
MOST_SEATS = 1000
MOST_NUMBER = 9999

Spot = tuple[float, float]
"""A table's centre."""

NOWHERE: Spot = (0.0, 0.0)
"""Where a table stands that nobody has placed: it is laid out by itself."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What tables are to be from now on; None leaves it as it is."""

    number: int | None = None
    name: str | None = None
    shape: Shape | None = None
    seats: int | None = None
    step_free: bool | None = None
    reserved: bool | None = None
    open: bool | None = None

    def told(self) -> dict[str, object]:
        """What is wanted, by name."""
        pairs = ((field.name, getattr(self, field.name)) for field in fields(self))
        return {name: value for name, value in pairs if value is not None}


@dataclass(frozen=True, slots=True)
class NewTable:
    """A table that is to come."""

    number: int
    name: str
    shape: Shape
    seats: int
    at: Spot = NOWHERE
    step_free: bool = False
    reserved: bool = False


def add_tables(book: Book, count: int, shape: Shape, seats: int, ids: Ids, places: Sequence[Spot] = ()) -> Change:
    """Equal tables, numbered after the last one, with chairs in every round that has any.

    Args:
        book: The event.
        count: How many.
        shape: Of each.
        seats: Of each.
        ids: Sets ids aside.
        places: Where they stand, as far as that is said; the others are laid out by themselves.

    Raises:
        RoomImpossible: None or too many tables or seats, or a place outside any room.
    """
    if count < 1:
        raise RoomImpossible("no_tables")
    first = max((table.number for table in book.tables.values()), default=0) + 1
    spots = [*places[:count], *[NOWHERE] * (count - len(places))]
    new = [NewTable(first + at, "", shape, seats, spot) for at, spot in enumerate(spots)]
    return Change(
        Kind.TABLES_ADDED,
        tuple(new_tables(book, new, ids)),
        {"tables": [table.number for table in new], "said": str(shape), "seats": seats},
    )


def remove_tables(book: Book, table_ids: Iterable[TableId]) -> Change:
    """Tables go, with their chairs of every round; all of them or none.

    Raises:
        TableInUse: Somebody sits at one of them in some round, or a rule has somebody there.
        RoomImpossible: No table was named.
    """
    gone = [book.tables[table_id] for table_id in dict.fromkeys(table_ids)]
    if not gone:
        raise RoomImpossible("no_tables")
    edits = [edit for table in gone for edit in without_table(book, table)]
    return Change(
        Kind.TABLES_REMOVED,
        (*edits, *itinerary_without(book, frozenset(table.id for table in gone))),
        {"tables": [table.number for table in gone]},
    )


def place_tables(book: Book, places: Mapping[TableId, Spot], named: Iterable[TableId] = ()) -> Change:
    """Tables stand elsewhere; ``NOWHERE`` lets a table be laid out by itself again.

    Args:
        book: The event.
        places: Their centres, in centimetres.
        named: Which of them the organizer meant, where others are only kept where they are on the screen.

    Raises:
        RoomImpossible: A place outside any room.
    """
    edits = [
        edit
        for table_id, spot in places.items()
        if (edit := table_edit(book.tables[table_id], **_at(spot))) is not None
    ]
    meant = [table_id for table_id in named if table_id in places] or list(places)
    facts: dict[str, object] = {"tables": sorted(book.tables[table_id].number for table_id in meant)}
    if places and all(spot == NOWHERE for spot in places.values()):
        facts["said"] = "by_itself"
    return Change(Kind.TABLES_PLACED, tuple(edits), facts)


def change_tables(book: Book, table_ids: Iterable[TableId], wanted: Wanted, ids: Ids) -> Change:
    """Tables are something else from now on: all of them or none.

    A number that another table has is swapped with it. Seats change in every round that has chairs.

    Raises:
        TooFewSeats: More people sit there, in some round, than seats would remain.
        RoomImpossible: A number or a size that no table has, or one number for several tables.
    """
    tables = [book.tables[table_id] for table_id in dict.fromkeys(table_ids)]
    if not tables:
        raise RoomImpossible("no_tables")
    if wanted.number is not None and len(tables) > 1:
        raise RoomImpossible("numbers", str(wanted.number))
    named = wanted if wanted.name is None else replace(wanted, name=" ".join(wanted.name.split())[:80])
    plain = {name: value for name, value in named.told().items() if name not in ("number", "seats")}
    edits: list[Edit] = []
    for table in tables:
        if (edit := table_edit(table, **plain)) is not None:
            edits.append(edit)
        if wanted.number is not None:
            edits += _numbered(book, table, wanted.number)
    if wanted.seats is not None:
        edits += resized(book, {table.id: wanted.seats for table in tables}, ids)
    numbers = sorted(table.number for table in tables)
    facts: dict[str, object] = {"tables": numbers} if len(numbers) > 1 else {"table": numbers[0]}
    told = {name: encode(value) for name, value in named.told().items()}
    return Change(Kind.TABLE_CHANGED, tuple(edits), {**facts, "said": told})


# --- parts of a change, which a whole room is made of as well ---


def table_edit(table: Table, **wanted: object) -> Edit | None:
    """An edit of the columns that really change, or None when none does."""
    changed = {name: value for name, value in wanted.items() if getattr(table, name) != value}
    if not changed:
        return None
    before = {name: encode(getattr(table, name)) for name in changed}
    return Edit(Entity.TABLE, table.id, before, {name: encode(value) for name, value in changed.items()})


def new_tables(book: Book, new: Sequence[NewTable], ids: Ids) -> list[Edit]:
    """Tables with their chairs in every round that has any.

    Raises:
        RoomImpossible: None or too many tables or seats, or a place outside any room.
    """
    for one in new:
        _check_seats(one.seats)
        if not 1 <= one.number <= MOST_NUMBER:
            raise RoomImpossible("number", str(one.number))
    if len(book.tables) + len(new) > MOST_TABLES:
        raise RoomImpossible("many_tables", str(MOST_TABLES))
    if not new:
        return []
    first = ids(Entity.TABLE, len(new))
    edits: list[Edit] = []
    chairs: list[tuple[TableId, int, int]] = []
    for at, one in enumerate(new):
        spot = _at(one.at)
        table = Table(
            TableId(first + at), book.event.id, one.number, one.name, one.shape, spot["x"], spot["y"],
            step_free=one.step_free, reserved=one.reserved, open=True,
        )  # fmt: skip
        edits.append(Edit(Entity.TABLE, table.id, None, to_row(table)))
        chairs += [(table.id, round_, number) for round_ in _rounds(book) for number in range(1, one.seats + 1)]
    return [*edits, *_new_chairs(book, chairs, ids)]


def without_table(book: Book, table: Table) -> list[Edit]:
    """A table and its chairs go.

    Raises:
        TableInUse: Somebody sits there in some round, or a rule has somebody there.
    """
    if sitting := people_ever_at(book, table.id):
        raise TableInUse(table.number, _names(book, sitting))
    bound = [guest for rule in book.ties.rules.values() if rule.table_id == table.id for guest in rule.guest_ids]
    if bound:
        raise TableInUse(table.number, _names(book, bound), bound=True)
    chairs = [seat for round_ in _rounds(book) for seat in book.seats_at(table.id, round_)]
    return [
        *(Edit(Entity.SEAT, seat.id, to_row(seat), None) for seat in chairs),
        Edit(Entity.TABLE, table.id, to_row(table), None),
    ]


def resized(book: Book, seats: Mapping[TableId, int], ids: Ids) -> list[Edit]:
    """Tables have so many chairs, in every round that has chairs.

    Raises:
        TooFewSeats: More people sit there, in some round, than seats would remain.
        RoomImpossible: No table has so many, or so few.
    """
    edits: list[Edit] = []
    lacking: list[tuple[TableId, int, int]] = []
    for table_id, size in seats.items():
        _check_seats(size)
        for round_ in _rounds(book):
            chairs = book.seats_at(table_id, round_)
            edits += _shrunk(book.tables[table_id], chairs, size)
            numbers = {chair.number for chair in chairs}
            new = (number for number in range(1, MOST_SEATS * 2) if number not in numbers)
            lacking += [(table_id, round_, next(new)) for _ in range(size - len(chairs))]
    return [*edits, *_new_chairs(book, lacking, ids)]


def itinerary_without(book: Book, gone: frozenset[TableId]) -> list[Edit]:
    """The order in which people go round, without tables that go.

    Once somebody has been given their stops the order stays, whatever goes: it is on people's cards.
    """
    way = Itinerary.of(book)
    given = any(seat.guest_id is not None and seat.round > book.round for seat in book.seats.values())
    if way is None or given or not gone & set(way.tables):
        return []
    known = next(one for one in book.settings.values() if one.name == SettingName.ROUNDS)
    left = Itinerary(way.rounds, tuple(table for table in way.tables if table not in gone)).to_text()
    return [Edit(Entity.SETTING, known.id, {"value": known.value}, {"value": left})]


def people_ever_at(book: Book, table_id: TableId) -> list[GuestId]:
    """Who sits at a table in any round, each once."""
    seats = (seat for round_ in _rounds(book) for seat in book.seats_at(table_id, round_))
    return list(dict.fromkeys(seat.guest_id for seat in seats if seat.guest_id is not None))


def most_people_at(book: Book, table_id: TableId) -> int:
    """How many people sit at a table in the round in which it is fullest."""
    return max(len(book.people_at(table_id, round_)) for round_ in _rounds(book))


def _rounds(book: Book) -> range:
    return range(1, max(book.rounds, book.round) + 1)


def _numbered(book: Book, table: Table, number: int) -> list[Edit]:
    """Another number, swapped with the table that has it; no two tables share one even between two edits."""
    if not 1 <= number <= MOST_NUMBER:
        raise RoomImpossible("number", str(number))
    if number == table.number:
        return []
    other = book.table_number(number)
    if other is None:
        return [Edit(Entity.TABLE, table.id, {"number": table.number}, {"number": number})]
    aside = -table.number
    return [
        Edit(Entity.TABLE, table.id, {"number": table.number}, {"number": aside}),
        Edit(Entity.TABLE, other.id, {"number": number}, {"number": table.number}),
        Edit(Entity.TABLE, table.id, {"number": aside}, {"number": number}),
    ]


def _shrunk(table: Table, chairs: Sequence[Seat], size: int) -> list[Edit]:
    """The chairs beyond ``size`` go; whoever sat there moves up, as few people as possible and nobody past another."""
    if len(chairs) <= size:
        return []
    taken = [at for at, chair in enumerate(chairs) if chair.guest_id is not None]
    if len(taken) > size:
        raise TooFewSeats(table.number, size, len(taken), chairs[0].round)
    rising: list[Edit] = []
    sitting: list[Edit] = []
    above = size
    for at in reversed(taken):
        to = min(at, above - 1)
        above = to
        if to != at:
            who = chairs[at].guest_id
            rising.append(Edit(Entity.SEAT, chairs[at].id, {"guest_id": who}, {"guest_id": None}))
            sitting.append(Edit(Entity.SEAT, chairs[to].id, {"guest_id": None}, {"guest_id": who}))
    gone = (replace(chair, guest_id=None) for chair in chairs[size:])
    return [*rising, *sitting, *(Edit(Entity.SEAT, chair.id, to_row(chair), None) for chair in gone)]


def _new_chairs(book: Book, chairs: Sequence[tuple[TableId, int, int]], ids: Ids) -> list[Edit]:
    first = ids(Entity.SEAT, len(chairs)) if chairs else 0
    seats = (
        Seat(SeatId(first + at), book.event.id, table_id, round_, number, None)
        for at, (table_id, round_, number) in enumerate(chairs)
    )
    return [Edit(Entity.SEAT, seat.id, None, to_row(seat)) for seat in seats]


def _check_seats(seats: int) -> None:
    if seats < 1:
        raise RoomImpossible("no_seats")
    if seats > MOST_SEATS:
        raise RoomImpossible("many_seats", str(MOST_SEATS))


def _at(spot: Spot) -> dict[str, float]:
    x, y = (round(float(figure), 2) for figure in spot)
    if not all(math.isfinite(figure) and abs(figure) <= FARTHEST for figure in (x, y)):
        raise RoomImpossible("place")
    if (x, y) == NOWHERE and spot != NOWHERE:
        x = 0.01
    return {"x": x, "y": y}


def _names(book: Book, guests: Iterable[GuestId]) -> tuple[str, ...]:
    return tuple(book.display_name(guest_id) or f"#{guest_id}" for guest_id in dict.fromkeys(guests))

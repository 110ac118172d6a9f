"""What the room shows, as values: one picture a table, made from the book and compared with the one before.

Knows the book, a round of it and the colours; no painter and no position.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from checkin.book import Book
from checkin.changes import Change, Edit, Entity, Kind
from checkin.colouring import Colouring
from checkin.model import Guest, GuestId, SeatId, Shape, Table, TableId
from checkin.ui.room.names import initials, short_name
from checkin.ui.room.sectors import text_on
from checkin.ui.room.signs import Signs


@dataclass(frozen=True, slots=True)
class Shown:
    """What the room shows: a round of a book, which may be one that is only thought of.

    Attributes:
        round: Its number.
        colours: What colours tell.
        signs: Locks, hosts and broken rules.
    """

    book: Book
    round: int
    colours: Colouring
    signs: Signs = field(default_factory=Signs)


@dataclass(frozen=True, slots=True)
class Disc:
    """A person on a chair.

    Attributes:
        short: Given name and first letter of the family name, for a disc large enough.
        colour: What they are in, as #RRGGBB.
        text: A colour that reads on it.
        away: Whether the person has left and keeps the chair.
        locked: Whether nothing but a hand that unlocks moves them.
        host: Whether they are the table's host.
        troubled: Whether a rule about them is broken.
    """

    guest_id: GuestId
    initials: str
    short: tuple[str, str]
    colour: str
    text: str
    away: bool
    locked: bool = False
    host: bool = False
    troubled: bool = False


@dataclass(frozen=True, slots=True)
class TablePicture:
    """A table and its chairs, in order; None is a free one.

    Attributes:
        drawn: Whether the draw at the door may give its chairs away.
        name: What it is called besides its number.
        step_free: Whether no step leads there.
        locked: Whether its people are left where they are.
    """

    id: TableId
    number: int
    shape: Shape
    drawn: bool
    chairs: tuple[Disc | None, ...]
    name: str = ""
    step_free: bool = False
    locked: bool = False

    def chair_of(self, guest_id: GuestId) -> int | None:
        """The index of a person's chair, or None for somebody who sits elsewhere."""
        for index, disc in enumerate(self.chairs):
            if disc is not None and disc.guest_id == guest_id:
                return index
        return None


class Mood(Enum):
    """What a table says while somebody is carried past it."""

    PLAIN = "plain"
    ACCEPTS = "accepts"
    REFUSES = "refuses"
    TARGET = "target"


@dataclass(frozen=True, slots=True)
class Look:
    """What marks a table and its people at this moment, besides who sits there.

    Attributes:
        chosen: Whether the right column shows it.
        focused: Whether the keyboard is on the table itself.
        chair: The chair that the keyboard is on.
        marked: People who are selected.
        lifted: People who are being carried.
        found: People whom a search found, or None while nobody searches.
        under: The person right under what is carried, who would change places.
        hollow: The free chair right under what is carried.
        wished: People whom the one in question wants to meet.
        wishing: People who want to meet them.
    """

    mood: Mood = Mood.PLAIN
    chosen: bool = False
    focused: bool = False
    chair: int | None = None
    marked: frozenset[GuestId] = frozenset()
    lifted: frozenset[GuestId] = frozenset()
    found: frozenset[GuestId] | None = None
    under: GuestId | None = None
    hollow: int | None = None
    wished: frozenset[GuestId] = frozenset()
    wishing: frozenset[GuestId] = frozenset()


@dataclass(frozen=True, slots=True)
class Touched:
    """What of the room a change touches.

    Attributes:
        tables: Tables to be looked at again.
        laid_out: Whether a table came, went, or stands elsewhere.
        people: People whose place or profile changed.
        event: Whether the event's own row changed.
    """

    tables: frozenset[TableId] = frozenset()
    laid_out: bool = False
    people: frozenset[GuestId] = field(default_factory=frozenset)
    event: bool = False

    def and_also(self, later: Touched) -> Touched:
        """What two changes touch together."""
        return Touched(
            self.tables | later.tables,
            self.laid_out or later.laid_out,
            self.people | later.people,
            self.event or later.event,
        )


def disc(shown: Shown, guest: Guest) -> Disc:
    """One person's disc."""
    colour = shown.colours.colour(shown.book, guest, shown.round)
    signs = shown.signs
    return Disc(
        guest.id, initials(guest), short_name(guest), colour, text_on(colour), guest.left_at is not None,
        locked=guest.id in signs.locked, host=guest.id in signs.hosts, troubled=guest.id in signs.troubles,
    )  # fmt: skip


def picture(shown: Shown, table: Table) -> TablePicture:
    """One table in the round that is shown."""
    book = shown.book
    chairs = tuple(
        None if seat.guest_id is None else disc(shown, book.guests[seat.guest_id])
        for seat in book.seats_at(table.id, shown.round)
    )
    return TablePicture(
        table.id, table.number, table.shape, table.open and not table.reserved, chairs,
        name=table.name, step_free=table.step_free, locked=table.id in shown.signs.tables,
    )  # fmt: skip


def touched(book: Book, change: Change) -> Touched:
    """What of the room is to be looked at after ``change``, which the book has heard already."""
    people = {GuestId(guest_id) for guest_id in change.touches(Entity.GUEST)}
    tables = _tables_of(book, people)
    rows = [edit for edit in change.edits if edit.entity is Entity.TABLE]
    tables |= {TableId(edit.id) for edit in rows}
    furniture = change.of == Kind.ROOM_CHANGED or any(
        edit.before is None or edit.after is None or {"x", "y", "shape", "number"} & set(edit.after) for edit in rows
    )
    for edit in change.edits:
        if edit.entity is not Entity.SEAT:
            continue
        furniture = furniture or edit.before is None or edit.after is None
        tables |= _table_of(book, edit)
        people |= {GuestId(guest_id) for row in (edit.before, edit.after) if (guest_id := _sitter(row)) is not None}
    return Touched(frozenset(tables), furniture, frozenset(people), bool(change.touches(Entity.EVENT)))


def wished_by(book: Book, people: frozenset[GuestId]) -> frozenset[TableId]:
    """The tables of those whose wishes are about these people, and of these people."""
    about = set(people)
    for guest_id in people:
        about.update(book.ties.wished_by(guest_id))
    return frozenset(_tables_of(book, about))


def _tables_of(book: Book, people: set[GuestId]) -> set[TableId]:
    """The tables of people, in every round that has chairs: any of them may be the one that is looked at."""
    rounds = range(1, book.rounds + 1)
    return {seat.table_id for who in people for round_ in rounds if (seat := book.seat_of(who, round_)) is not None}


def _table_of(book: Book, edit: Edit) -> set[TableId]:
    seat = book.seats.get(SeatId(edit.id))
    if seat is not None:
        return {seat.table_id}
    before = edit.before or {}
    return {TableId(int(before["table_id"] or 0))} if "table_id" in before else set()


def _sitter(row: Mapping[str, object] | None) -> int | None:
    guest_id = (row or {}).get("guest_id")
    return guest_id if isinstance(guest_id, int) else None

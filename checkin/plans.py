"""Plans: what to write for what somebody wants, worked out on the book and not yet done.

Each function looks at a book and returns a ``Change`` that the store can write, or raises why it cannot be. Ids of new
rows come from ``ids``, which sets some aside and returns the first.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime

from checkin.book import Book
from checkin.changes import Change, Edit, Entity, Kind, Row, Value
from checkin.door import Answers, Decision, Writes, spoken
from checkin.errors import AlreadyThere, NoSuchGuest, NotArrived, TableFull
from checkin.locks import check_locks
from checkin.model import (
    EventId,
    Guest,
    GuestId,
    Seat,
    SeatId,
    Setting,
    SettingId,
    Standing,
    TableId,
    Ticket,
    TicketId,
)
from checkin.rows import Whole, encode, to_row
from checkin.seating import Draw

Ids = Callable[[Entity, int], int]


_BLANK: dict[str, object] = {
    field.name: "" for field in fields(Guest)
} | {
    "row": 0, "name": None, "step_free": False, "vip": False, "named_here": False, "standing": Standing.COMING,
    "companion_of": None, "arrival": None, "arrived_at": None, "left_at": None, "badge_printed_at": None,
}  # fmt: skip

WALK_IN = "walk-in"
"""The source of guests who were on no list."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody who comes in is put.

    Attributes:
        draw: The draw of the table; None where no seat was free.
        stops: The chairs of later rounds, where the whole itinerary is given at arrival.
    """

    draw: Draw | None = None
    stops: tuple[Edit, ...] = ()

    def seats(self, book: Book, guest_id: GuestId) -> tuple[Edit, ...]:
        """The chairs to sit down on."""
        if self.draw is None:
            return ()
        return (_sit(_seat_at(book, TableId(self.draw.table)), guest_id), *self.stops)


def door(book: Book, decision: Decision, answers: Answers, now: datetime, station: str, place: Place) -> Change:
    """What a decision at the door writes: an arrival with its seat, a return, an exit, or a line in the scan log."""
    facts: dict[str, object] = {"state": str(decision.state), "code": decision.text, "how": decision.how}
    if decision.overruled:
        facts["overruled"] = [str(state) for state in decision.overruled]
    if decision.writes is Writes.LOG or decision.guest_id is None:
        return Change(Kind.SCANNED, (), facts, decision.guest_id)
    guest = book.guests[decision.guest_id]
    if decision.writes is Writes.EXIT:
        return Change(Kind.LEFT, (_guest(guest, left_at=now),), facts, guest.id)
    if decision.writes is Writes.RETURN:
        return Change(Kind.RETURNED, (_guest(guest, left_at=None),), facts, guest.id)
    came: dict[str, object] = {"arrival": book.next_arrival, "arrived_at": now, "station": station}
    if guest.name is None and (name := spoken(answers.name)):
        came |= {"name": name, "named_here": True}
    if place.draw is not None:
        facts["draw"] = place.draw.to_facts()
    return Change(Kind.ARRIVED, (_guest(guest, **came), *place.seats(book, guest.id)), facts, guest.id)


@dataclass(frozen=True, slots=True)
class WalkIn:
    """Somebody who is on no list: what they said, and the ids and the code set aside for them."""

    guest_id: GuestId
    ticket_id: TicketId
    name: str
    company: str
    code: str


def walk_in(book: Book, who: WalkIn, now: datetime, station: str, place: Place) -> Change:
    """Somebody who is on no list comes in: a guest, a ticket and a seat at once."""
    guest = blank_guest(
        who.guest_id, book.event.id, key=f"walk-in:{who.guest_id}", source=WALK_IN, name=spoken(who.name) or None,
        company=spoken(who.company), arrival=book.next_arrival, arrived_at=now, station=station,
    )  # fmt: skip
    edits = [
        Edit(Entity.GUEST, guest.id, None, to_row(guest)),
        new_ticket(who.ticket_id, guest, who.code, ours=True),
    ]
    facts: dict[str, object] = {"state": "welcome"}
    if place.draw is not None:
        facts["draw"] = place.draw.to_facts()
    return Change(Kind.WALKED_IN, (*edits, *place.seats(book, guest.id)), facts, guest.id)


def correct(book: Book, guest_id: GuestId, known: Mapping[str, object]) -> Change:
    """What is known about a guest is put right by hand.

    Raises:
        NoSuchGuest: There is no such guest.
    """
    guest = _known(book, guest_id)
    edit = edit_guest(guest, **known)
    return Change(Kind.EDITED, () if edit is None else (edit,), guest_id=guest_id)


def take_back(book: Book, guest_id: GuestId) -> Change:
    """The guest has not come after all: the arrival and its seat go.

    Raises:
        NotArrived: There is no arrival to take back.
    """
    guest = _known(book, guest_id)
    if not guest.arrived:
        raise NotArrived(book.display_name(guest_id))
    edits = [_guest(guest, arrival=None, arrived_at=None, station="", left_at=None)]
    edits += [
        _rise(seat) for seat in sorted(book.seats.values(), key=lambda seat: seat.id) if seat.guest_id == guest_id
    ]
    return Change(Kind.TAKEN_BACK, tuple(edits), guest_id=guest_id)


def move(book: Book, guest_ids: Sequence[GuestId], table_id: TableId, round_: int | None = None) -> Change:
    """People to another table, or from "To seat" to a table; all of them or nobody.

    Args:
        book: The event.
        guest_ids: Whom.
        table_id: Where to.
        round_: Of a round that is planned; the one being seated where it is left out.

    Raises:
        NotArrived: One of them is not in the room, or nobody was named.
        AlreadyThere: All of them sit there.
        TableFull: There are fewer free seats than people.
    """
    people = [_inside(book, guest_id) for guest_id in dict.fromkeys(guest_ids)]
    if not people:
        raise NotArrived("")
    coming = [guest for guest in people if (table := book.table_of(guest.id, round_)) is None or table.id != table_id]
    table = book.tables[table_id]
    if not coming:
        raise AlreadyThere(book.display_name(people[0].id), table.number)
    check_locks(book, {guest.id: table_id for guest in coming}, round_)
    free = [seat for seat in book.seats_at(table_id, round_) if seat.guest_id is None]
    if len(free) < len(coming):
        raise TableFull(table.number, len(book.seats_at(table_id, round_)))
    left = [seat for guest in coming if (seat := book.seat_of(guest.id, round_)) is not None]
    edits = [
        *(_rise(seat) for seat in left),
        *(_sit(seat, guest.id) for seat, guest in zip(free, coming, strict=False)),
    ]
    return Change(
        Kind.MOVED if left else Kind.SEATED,
        tuple(edits),
        {"people": [guest.id for guest in coming], "table": table.number} | _later(book, round_),
        coming[0].id if len(coming) == 1 else None,
    )


def take_chair(book: Book, guest_id: GuestId, seat_id: SeatId) -> Change:
    """Somebody to one free chair, at their own table or another, in the round that the chair belongs to.

    Raises:
        NotArrived: They are not in the room.
        AlreadyThere: It is their own chair.
        TableFull: Somebody else sits on it.
    """
    guest, chair = _inside(book, guest_id), book.seats[seat_id]
    table = book.tables[chair.table_id]
    if chair.guest_id == guest_id:
        raise AlreadyThere(book.display_name(guest_id), table.number)
    if chair.guest_id is not None:
        raise TableFull(table.number, len(book.seats_at(table.id, chair.round)))
    here = book.seat_of(guest_id, chair.round)
    if here is None or here.table_id != table.id:
        check_locks(book, {guest_id: table.id}, chair.round)
    edits = [*([_rise(here)] if here is not None else []), _sit(chair, guest_id)]
    facts = {"people": [guest.id], "table": table.number} | _later(book, chair.round)
    return Change(Kind.MOVED if here is not None else Kind.SEATED, tuple(edits), facts, guest.id)


def exchange(book: Book, one_id: TableId, other_id: TableId, round_: int | None = None) -> Change:
    """Everybody at one table changes places with everybody at another.

    Raises:
        AlreadyThere: Nobody sits at either of them, or they are one table.
        TableFull: One of them has too few seats for the other's people.
    """
    sides = [(table_id, book.seats_at(table_id, round_)) for table_id in (one_id, other_id)]
    people = [[seat.guest_id for seat in seats if seat.guest_id is not None] for _, seats in sides]
    if one_id == other_id or not any(people):
        raise AlreadyThere("", book.tables[other_id].number)
    for (table_id, seats), coming in zip(sides, reversed(people), strict=True):
        if len(seats) < len(coming):
            raise TableFull(book.tables[table_id].number, len(seats))
    check_locks(
        book,
        {who: table_id for (table_id, _), coming in zip(sides, reversed(people), strict=True) for who in coming},
        round_,
    )
    rising = [_rise(seat) for _, seats in sides for seat in seats if seat.guest_id is not None]
    sitting = [
        Edit(Entity.SEAT, seat.id, {"guest_id": None}, {"guest_id": guest_id})
        for (_, seats), coming in zip(sides, reversed(people), strict=True)
        for seat, guest_id in zip(seats, coming, strict=False)
    ]
    facts: dict[str, object] = {
        "people": [guest_id for side in people for guest_id in side],
        "tables": [book.tables[one_id].number, book.tables[other_id].number],
    }
    return Change(Kind.SWAPPED, (*rising, *sitting), facts | _later(book, round_))


def swap(book: Book, one_id: GuestId, other_id: GuestId, round_: int | None = None) -> Change:
    """Two people change places; somebody without a seat takes the other's, who then has none."""
    one, other = _inside(book, one_id), _inside(book, other_id)
    here, there = book.seat_of(one.id, round_), book.seat_of(other.id, round_)
    if one_id == other_id or (here is None and there is None):
        raise AlreadyThere(book.display_name(one_id), 0)
    if here is None or there is None or here.table_id != there.table_id:
        tables = [None if seat is None else seat.table_id for seat in (there, here)]
        check_locks(book, dict(zip((one.id, other.id), tables, strict=True)), round_)
    edits = [_rise(seat) for seat in (here, there) if seat is not None]
    if there is not None:
        edits.append(_sit(there, one.id))
    if here is not None:
        edits.append(_sit(here, other.id))
    return Change(Kind.SWAPPED, tuple(edits), {"people": [one.id, other.id]} | _later(book, round_))


def unseat(book: Book, guest_ids: Sequence[GuestId], round_: int | None = None) -> Change:
    """People back to "To seat".

    Raises:
        NotArrived: None of them has a seat.
    """
    guests = [_known(book, guest_id) for guest_id in dict.fromkeys(guest_ids)]
    seats = [seat for guest in guests if (seat := book.seat_of(guest.id, round_)) is not None]
    if not seats:
        raise NotArrived(book.display_name(guests[0].id) if guests else "")
    people = [seat.guest_id for seat in seats if seat.guest_id is not None]
    check_locks(book, dict.fromkeys(people), round_)
    return Change(
        Kind.UNSEATED,
        tuple(_rise(seat) for seat in seats),
        {"people": people} | _later(book, round_),
        people[0] if len(people) == 1 else None,
    )


def _later(book: Book, round_: int | None) -> dict[str, object]:
    """What the journal keeps of a change in a round that is not the one being seated."""
    return {"round": round_} if round_ is not None and round_ != book.round else {}


def set_(book: Book, name: str, value: str, ids: Ids) -> Change:
    """Decide something for the event."""
    known = next((one for one in book.settings.values() if one.name == name), None)
    if known is not None:
        edit = Edit(Entity.SETTING, known.id, {"value": known.value}, {"value": value})
    else:
        setting = Setting(SettingId(ids(Entity.SETTING, 1)), book.event.id, name, value)
        edit = Edit(Entity.SETTING, setting.id, None, to_row(setting))
    return Change(Kind.SET, (edit,), {"name": name})


def clear_rehearsal(book: Book, began: datetime, name: str) -> Change:
    """Everybody who has come since a rehearsal began has not come; who walked in is gone; printed badges are not.

    Args:
        book: The event.
        began: When the rehearsal began.
        name: The setting that says so; it is emptied.
    """
    seats: list[Edit] = []
    people: list[Edit] = []
    gone: list[Edit] = []
    for guest in sorted(book.guests.values(), key=lambda guest: guest.id):
        came = guest.arrived_at is not None and guest.arrived_at >= began
        if came:
            seats += [_rise(seat) for seat in book.seats.values() if seat.guest_id == guest.id]
        if came and guest.source == WALK_IN:
            gone += [Edit(Entity.TICKET, ticket.id, to_row(ticket), None) for ticket in book.tickets_of(guest.id)]
            gone.append(Edit(Entity.GUEST, guest.id, to_row(guest), None))
            continue
        fresh = guest.badge_printed_at is not None and guest.badge_printed_at >= began
        after: dict[str, object] = {"badge_printed_at": None, "badge_print": ""} if fresh else {}
        if came:
            after |= {"arrival": None, "arrived_at": None, "station": "", "left_at": None}
        if after:
            people.append(_guest(guest, **after))
    mine = [setting for setting in book.settings.values() if setting.name == name]
    end = [Edit(Entity.SETTING, setting.id, {"value": setting.value}, {"value": ""}) for setting in mine]
    return Change(Kind.REHEARSAL_CLEARED, (*seats, *people, *gone, *end), {"people": len(people) + len(gone) // 2})


def printed(book: Book, prints: Sequence[tuple[GuestId, str]], now: datetime) -> Change:
    """Badges went to paper: when, and what each said."""
    edits = [
        _guest(book.guests[guest_id], badge_printed_at=now, badge_print=said)
        for guest_id, said in prints
        if guest_id in book.guests
    ]
    return Change(Kind.PRINTED, tuple(edits), {"badges": len(edits)})


def new_ticket(ticket_id: int, guest: Guest, code: str, *, ours: bool) -> Edit:
    """A code for a guest."""
    ticket = Ticket(TicketId(ticket_id), guest.event_id, guest.id, code, ours=ours, replaced=False)
    return Edit(Entity.TICKET, ticket.id, None, Whole(ticket))


def blank_guest(guest_id: GuestId, event_id: EventId, **known: object) -> Guest:
    """A guest of whom only ``known`` is known."""
    return Guest(**(_BLANK | {"id": guest_id, "event_id": event_id} | known))  # type: ignore[arg-type]


def edit_guest(guest: Guest, **fields_: object) -> Edit | None:
    """An edit of the fields that really change, or None when none does."""
    changed = {name: value for name, value in fields_.items() if getattr(guest, name) != value}
    return _guest(guest, **changed) if changed else None


def _guest(guest: Guest, **after: object) -> Edit:
    before: Row = {name: encode(getattr(guest, name)) for name in after}
    now: dict[str, Value] = {name: encode(value) for name, value in after.items()}
    return Edit(Entity.GUEST, guest.id, before, now)


def _rise(seat: Seat) -> Edit:
    return Edit(Entity.SEAT, seat.id, {"guest_id": seat.guest_id}, {"guest_id": None})


def _sit(seat: Seat, guest_id: GuestId) -> Edit:
    return Edit(Entity.SEAT, seat.id, {"guest_id": None}, {"guest_id": guest_id})


def _seat_at(book: Book, table_id: TableId) -> Seat:
    seat = book.free_seat(table_id)
    if seat is None:
        raise TableFull(book.tables[table_id].number, len(book.seats_at(table_id)))
    return seat


def _known(book: Book, guest_id: GuestId) -> Guest:
    if guest_id not in book.guests:
        raise NoSuchGuest(str(guest_id))
    return book.guests[guest_id]


def _inside(book: Book, guest_id: GuestId) -> Guest:
    guest = _known(book, guest_id)
    if not guest.arrived:
        raise NotArrived(book.display_name(guest_id))
    return guest

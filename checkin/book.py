"""The book: everything known about one event, in memory, kept true by applying changes.

The desk decides by its book and writes to the store; every other station's book, and the window's, follow by applying
the same changes. It answers questions and never asks any: no database, no clock.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable, Iterator
from dataclasses import replace

from checkin import tickets
from checkin.changes import Change, Edit, Entity
from checkin.model import (
    Event,
    Guest,
    GuestId,
    Seat,
    SeatId,
    Setting,
    SettingId,
    Standing,
    Table,
    TableId,
    Ticket,
    TicketId,
)  # fmt: skip
from checkin.rows import Kept, decoded, from_row
from checkin.search import Entry, Hit, Index
from checkin.seating import TableState


class Book:
    """One event: its guests, tickets, tables and seats.

    Attributes:
        event: The event itself.
        guests: Everybody registered, by id.
        tickets: Every code, by id.
        tables: The room, by id.
        seats: Every chair of every round, by id.
        settings: What was decided for the event, by id; ``setting`` asks by name.
        round: The round that is being seated.
    """

    def __init__(
        self,
        event: Event,
        guests: Iterable[Guest] = (),
        tickets: Iterable[Ticket] = (),
        tables: Iterable[Table] = (),
        seats: Iterable[Seat] = (),
        settings: Iterable[Setting] = (),
    ) -> None:
        """Open a book at the state that the rows give."""
        self.event = event
        self.guests: dict[GuestId, Guest] = {}
        self.tickets: dict[TicketId, Ticket] = {}
        self.tables: dict[TableId, Table] = {}
        self.seats: dict[SeatId, Seat] = {}
        self.settings: dict[SettingId, Setting] = {}
        self.round = 1
        self._tickets_of: dict[GuestId, list[TicketId]] = {}
        self._by_code: dict[str, set[TicketId]] = {}
        self._shapes: dict[str, int] = {}
        self._seat_of: dict[tuple[int, GuestId], SeatId] = {}
        self._seats_at: dict[tuple[int, TableId], list[tuple[int, SeatId]]] = {}
        self._arrivals: list[tuple[int, GuestId]] = []
        self._companions: dict[GuestId, list[GuestId]] = {}
        self._coming = 0
        self._inside = 0
        self._index: Index | None = None
        self._states: dict[TableId, TableState] | None = None
        self._states_of = 0
        shelves: tuple[Iterable[Kept], ...] = (guests, tickets, tables, seats, settings)
        for shelf in shelves:
            for kept in shelf:
                self._put(kept)

    def setting(self, name: str) -> str:
        """What was decided under a name, or "" while nothing was."""
        return next((one.value for one in self.settings.values() if one.name == name), "")

    # --- questions about people ---

    def find(self, query: str, limit: int = 20) -> list[Hit]:
        """Who answers to ``query``, best first."""
        if self._index is None:
            self._index = self.new_index()
        return self._index.find(query, limit)

    def new_index(self) -> Index:
        """An index of everybody, for ``keep_index`` of a book at the same page; takes a while at 50,000."""
        return Index(entry(guest) for guest in self.guests.values())

    def keep_index(self, index: Index) -> None:
        """Search by an index that was made elsewhere at this page."""
        self._index = index

    def by_code(self, key: str) -> list[Ticket]:
        """The tickets that a canonical code (``tickets.key``) stands for."""
        return [self.tickets[ticket_id] for ticket_id in sorted(self._by_code.get(key, ()))]

    @property
    def shapes(self) -> frozenset[str]:
        """What the codes on the list look like, to tell an unknown ticket from a menu."""
        return frozenset(self._shapes)

    def tickets_of(self, guest_id: GuestId) -> list[Ticket]:
        """A guest's tickets that are in force, oldest first."""
        held = (self.tickets[ticket_id] for ticket_id in self._tickets_of.get(guest_id, ()))
        return [ticket for ticket in held if not ticket.replaced]

    def code_of(self, guest_id: GuestId) -> str:
        """The code that the guest shows at the door: the platform's if there is one, else ours, else ""."""
        held = self.tickets_of(guest_id)
        foreign = [ticket.code for ticket in held if not ticket.ours]
        return foreign[0] if foreign else next((ticket.code for ticket in held), "")

    def our_code(self, guest_id: GuestId) -> str:
        """The code that this program made for the guest, for badge and ticket, or ""."""
        return next((ticket.code for ticket in self.tickets_of(guest_id) if ticket.ours), "")

    def companions_of(self, guest_id: GuestId) -> list[Guest]:
        """The people whom a guest brings along."""
        return [self.guests[other] for other in self._companions.get(guest_id, ())]

    def display_name(self, guest_id: GuestId) -> str:
        """The guest's name, or the e-mail while nobody has named them, or ""."""
        guest = self.guests[guest_id]
        return guest.name or guest.email

    # --- questions about the evening ---

    @property
    def expected(self) -> int:
        """How many people are counted on: those coming, and any others who came all the same."""
        return self._coming

    @property
    def arrived(self) -> int:
        """How many people have come in."""
        return len(self._arrivals)

    @property
    def inside(self) -> int:
        """How many people are in the room now."""
        return self._inside

    @property
    def next_arrival(self) -> int:
        """The number that the next first arrival gets."""
        return self._arrivals[-1][0] + 1 if self._arrivals else 1

    def last_arrivals(self, count: int) -> list[Guest]:
        """The newest arrivals, newest first."""
        return [self.guests[guest_id] for _, guest_id in reversed(self._arrivals[-count:])]

    def to_seat(self) -> list[Guest]:
        """People inside without a seat in this round, in order of arrival."""
        inside = (self.guests[guest_id] for _, guest_id in self._arrivals)
        return [guest for guest in inside if guest.left_at is None and self.seat_of(guest.id) is None]

    # --- questions about the room ---

    def room(self) -> list[Table]:
        """The tables by number."""
        return sorted(self.tables.values(), key=lambda table: table.number)

    def table_number(self, number: int) -> Table | None:
        """The table that people call ``number``."""
        return next((table for table in self.tables.values() if table.number == number), None)

    def seat_of(self, guest_id: GuestId, round_: int | None = None) -> Seat | None:
        """Where a guest sits."""
        seat_id = self._seat_of.get((round_ or self.round, guest_id))
        return None if seat_id is None else self.seats[seat_id]

    def table_of(self, guest_id: GuestId, round_: int | None = None) -> Table | None:
        """The table a guest sits at."""
        seat = self.seat_of(guest_id, round_)
        return None if seat is None else self.tables[seat.table_id]

    def seats_at(self, table_id: TableId, round_: int | None = None) -> list[Seat]:
        """A table's chairs in order, taken or free."""
        return [self.seats[seat_id] for _, seat_id in self._seats_at.get((round_ or self.round, table_id), ())]

    def people_at(self, table_id: TableId, round_: int | None = None) -> list[Guest]:
        """Who sits at a table, chair by chair."""
        return [self.guests[seat.guest_id] for seat in self.seats_at(table_id, round_) if seat.guest_id is not None]

    def free_seat(self, table_id: TableId, round_: int | None = None) -> Seat | None:
        """The first free chair of a table."""
        return next((seat for seat in self.seats_at(table_id, round_) if seat.guest_id is None), None)

    def table_states(self) -> list[TableState]:
        """The tables that take part in the draw, by number, with how many of their seats are taken."""
        if self._states is None or self._states_of != self.round:
            self._states = {}
            self._states_of = self.round
            for table in self.room():
                self._restate(table)
        return list(self._states.values())

    def _restate(self, table: Table) -> None:
        """Count a table's seats anew."""
        seats = self._seats_at.get((self.round, table.id), ())
        if self._states is not None and table.open and not table.reserved and seats:
            taken = sum(self.seats[seat_id].guest_id is not None for _, seat_id in seats)
            self._states[table.id] = TableState(table.id, table.number, len(seats), taken)

    # --- keeping up ---

    def apply(self, change: Change) -> None:
        """Turn the page: bring the book to the state after ``change``."""
        for edit in change.edits:
            self._edit(edit)
        if change.touches(Entity.TABLE):
            self._states = None
        for seat_id in change.touches(Entity.SEAT):
            self._recount(SeatId(seat_id))

    def copy(self) -> Book:
        """A second book at the same page, to be kept by another reader; the values in it are shared."""
        twin = Book(self.event)
        twin.round = self.round
        twin.guests, twin.tickets = self.guests.copy(), self.tickets.copy()
        twin.tables, twin.seats, twin.settings = self.tables.copy(), self.seats.copy(), self.settings.copy()
        twin._tickets_of = {guest_id: held.copy() for guest_id, held in self._tickets_of.items()}
        twin._by_code = {code: held.copy() for code, held in self._by_code.items()}
        twin._seats_at = {place: seats.copy() for place, seats in self._seats_at.items()}
        twin._companions = {guest_id: others.copy() for guest_id, others in self._companions.items()}
        twin._shapes, twin._seat_of = self._shapes.copy(), self._seat_of.copy()
        twin._arrivals, twin._coming, twin._inside = self._arrivals.copy(), self._coming, self._inside
        return twin

    def everything(self) -> Iterator[Kept]:
        """Every row of the event, to be compared or written out."""
        yield self.event
        for entity in (Entity.GUEST, Entity.TICKET, Entity.TABLE, Entity.SEAT, Entity.SETTING):
            shelf = self._shelf(entity)
            yield from (shelf[key] for key in sorted(shelf))

    def _recount(self, seat_id: SeatId) -> None:
        seat = self.seats.get(seat_id)
        if seat is None or seat.table_id not in self.tables:
            self._states = None
        elif self._states is not None and seat.round == self._states_of:
            self._restate(self.tables[seat.table_id])

    def _edit(self, edit: Edit) -> None:
        if edit.entity is Entity.EVENT:
            if edit.after is not None:
                self.event = replace(self.event, **decoded(edit.after))
            return
        old = self._shelf(edit.entity).get(edit.id)
        new: Kept | None = None
        if edit.after is not None:
            new = _build(edit) if old is None else replace(old, **decoded(edit.after))
        if old is not None:
            self._take(old)
        if new is not None:
            self._put(new)
        if edit.entity is Entity.GUEST and self._index is not None:
            _reindex(self._index, old, new)

    def _shelf(self, entity: Entity) -> dict[int, Kept]:
        shelves = {
            Entity.GUEST: self.guests,
            Entity.TICKET: self.tickets,
            Entity.TABLE: self.tables,
            Entity.SEAT: self.seats,
            Entity.SETTING: self.settings,
        }
        return shelves[entity]  # type: ignore[return-value]

    def _put(self, kept: Kept) -> None:
        if isinstance(kept, Guest):
            self._put_guest(kept)
        elif isinstance(kept, Ticket):
            self.tickets[kept.id] = kept
            insort(self._tickets_of.setdefault(kept.guest_id, []), kept.id)
            self._by_code.setdefault(tickets.key(kept.code), set()).add(kept.id)
            shape = tickets.shape(kept.code)
            self._shapes[shape] = self._shapes.get(shape, 0) + 1
        elif isinstance(kept, Setting):
            self.settings[kept.id] = kept
        elif isinstance(kept, Table):
            self.tables[kept.id] = kept
        elif isinstance(kept, Seat):
            self.seats[kept.id] = kept
            insort(self._seats_at.setdefault((kept.round, kept.table_id), []), (kept.number, kept.id))
            if kept.guest_id is not None:
                self._seat_of[kept.round, kept.guest_id] = kept.id

    def _put_guest(self, guest: Guest) -> None:
        self.guests[guest.id] = guest
        self._coming += _counts(guest)
        self._inside += guest.arrived and guest.left_at is None
        if guest.arrival is not None:
            insort(self._arrivals, (guest.arrival, guest.id))
        if guest.companion_of is not None:
            insort(self._companions.setdefault(guest.companion_of, []), guest.id)

    def _take(self, kept: Kept) -> None:
        if isinstance(kept, Guest):
            self._take_guest(kept)
        elif isinstance(kept, Ticket):
            del self.tickets[kept.id]
            self._tickets_of[kept.guest_id].remove(kept.id)
            self._by_code[tickets.key(kept.code)].discard(kept.id)
            shape = tickets.shape(kept.code)
            self._shapes[shape] -= 1
            if not self._shapes[shape]:
                del self._shapes[shape]
        elif isinstance(kept, Setting):
            del self.settings[kept.id]
        elif isinstance(kept, Table):
            del self.tables[kept.id]
        elif isinstance(kept, Seat):
            del self.seats[kept.id]
            self._seats_at[kept.round, kept.table_id].remove((kept.number, kept.id))
            if kept.guest_id is not None and self._seat_of.get((kept.round, kept.guest_id)) == kept.id:
                del self._seat_of[kept.round, kept.guest_id]

    def _take_guest(self, guest: Guest) -> None:
        del self.guests[guest.id]
        self._coming -= _counts(guest)
        self._inside -= guest.arrived and guest.left_at is None
        if guest.arrival is not None:
            self._arrivals.remove((guest.arrival, guest.id))
        if guest.companion_of is not None:
            self._companions[guest.companion_of].remove(guest.id)


def entry(guest: Guest) -> Entry:
    """What search knows about a guest."""
    return Entry(id=guest.id, name=guest.name or "", company=guest.company, handle=guest.handle, email=guest.email)


def _reindex(index: Index, old: Kept | None, new: Kept | None) -> None:
    """Let the search follow a guest; an arrival changes nothing that people are found by."""
    before = entry(old) if isinstance(old, Guest) else None
    after = entry(new) if isinstance(new, Guest) else None
    if before == after:
        return
    if after is not None:
        index.replace(after)
    elif before is not None:
        index.remove(before.id)


def _counts(guest: Guest) -> bool:
    return guest.standing is Standing.COMING or guest.arrived


def _build(edit: Edit) -> Kept:
    after = edit.after or {}
    if edit.entity is Entity.GUEST:
        return from_row(Guest, after)
    if edit.entity is Entity.TICKET:
        return from_row(Ticket, after)
    if edit.entity is Entity.TABLE:
        return from_row(Table, after)
    if edit.entity is Entity.SETTING:
        return from_row(Setting, after)
    return from_row(Seat, after)

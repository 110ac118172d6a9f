"""The book: everything known about one event, in memory, kept true by applying changes.

The desk decides by its book and writes to the store; every other station's book, and the window's, follow by applying
the same changes. It answers questions and never asks any: no database, no clock.
"""

from __future__ import annotations

from bisect import insort
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from operator import attrgetter

from checkin import tickets
from checkin.changes import Change, Edit, Entity
from checkin.claims import TableState
from checkin.findable import entry, reindex
from checkin.model import (
    Event,
    Guest,
    GuestId,
    Past,
    Rule,
    Seat,
    SeatId,
    Setting,
    SettingId,
    SettingName,
    Standing,
    Table,
    TableId,
    Ticket,
    TicketId,
    Wish,
)  # fmt: skip
from checkin.rows import KINDS, Kept, decoded, from_row
from checkin.search import Hit, Index
from checkin.ties import HEEDED, Ties

_SHELF = {
    Entity.GUEST: attrgetter("guests"), Entity.TICKET: attrgetter("tickets"), Entity.TABLE: attrgetter("tables"),
    Entity.SEAT: attrgetter("seats"), Entity.SETTING: attrgetter("settings"), Entity.WISH: attrgetter("ties.wishes"),
    Entity.RULE: attrgetter("ties.rules"), Entity.PAST: attrgetter("ties.past"),
}  # fmt: skip


class Book:
    """One event: its guests, tickets, tables and seats.

    Attributes:
        event: The event itself.
        guests: Everybody registered, by id.
        tickets: Every code, by id.
        tables: The room, by id.
        seats: Every chair of every round, by id.
        settings: What was decided for the event, by id; ``setting`` asks by name.
        ties: Wishes, rules, and who has met whom.
        round: The round that is being seated.
        rules_page: Grows with every change that could alter what the rules are.
    """

    SHELVES = tuple(entity for entity in Entity if entity is not Entity.EVENT)
    """The order in which a book is opened, compared and written out."""

    def __init__(self, event: Event, *shelves: Iterable[Kept]) -> None:
        """Open a book at the state that the rows give, in the order of ``SHELVES`` or any other."""
        self.event = event
        self.guests: dict[GuestId, Guest] = {}
        self.tickets: dict[TicketId, Ticket] = {}
        self.tables: dict[TableId, Table] = {}
        self.seats: dict[SeatId, Seat] = {}
        self.settings: dict[SettingId, Setting] = {}
        self.ties = Ties()
        self.round, self.rules_page = 1, 0
        self._tickets_of: dict[GuestId, list[TicketId]] = {}
        self._by_code: dict[str, tuple[TicketId, ...]] = {}
        self._shapes: Counter[str] = Counter()
        self._seat_of: dict[tuple[int, GuestId], SeatId] = {}
        self._seats_at: dict[tuple[int, TableId], list[tuple[int, SeatId]]] = {}
        self._arrivals: list[tuple[int, GuestId]] = []
        self._companions: dict[GuestId, list[GuestId]] = {}
        self._coming, self._inside = 0, 0
        self._index: Index | None = None
        self._sitting: dict[GuestId, TableId] = {}
        self._standing: set[GuestId] = set()
        self._states: dict[TableId, TableState] | None = None
        self._states_of = 0
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
        return sorted((self.guests[guest_id] for guest_id in self._standing), key=lambda guest: guest.arrival or 0)

    def to_come(self, guest_id: int) -> bool:
        """Whether a guest is expected and has not come yet."""
        guest = self.guests.get(GuestId(guest_id))
        return guest is not None and not guest.arrived and guest.standing is Standing.COMING and not guest.blocked

    # --- questions about the room ---

    @property
    def sitting(self) -> Mapping[GuestId, TableId]:
        """Who sits at which table in this round; to be read and not written."""
        return self._sitting

    @property
    def rounds(self) -> int:
        """How many rounds have chairs: those that are planned, and the one that is being seated."""
        return max((round_ for (round_, _), seats in self._seats_at.items() if seats), default=1)

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
            self._states[table.id] = TableState(table.id, table.number, len(seats), taken, table.step_free)

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
        twin._seats_at = {place: seats.copy() for place, seats in self._seats_at.items()}
        twin.ties, twin.rules_page, twin._sitting = self.ties.copy(), self.rules_page, self._sitting.copy()
        twin._standing, twin._by_code = self._standing.copy(), self._by_code.copy()
        twin._companions = {guest_id: others.copy() for guest_id, others in self._companions.items()}
        twin._shapes, twin._seat_of = self._shapes.copy(), self._seat_of.copy()
        twin._arrivals, twin._coming, twin._inside = self._arrivals.copy(), self._coming, self._inside
        return twin

    def become(self, other: Book) -> None:
        """Turn to the page of another copy at once, which then belongs to nobody else."""
        vars(self).update(vars(other))

    def everything(self) -> Iterator[Kept]:
        """Every row of the event, to be compared or written out."""
        yield self.event
        for entity in self.SHELVES:
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
            mode, self.event = self.event.mode, replace(self.event, **decoded(edit.after or {}))
            self.rules_page += mode != self.event.mode
            return
        old = self._shelf(edit.entity).get(edit.id)
        new: Kept | None = None
        if edit.after is not None:
            kind = KINDS[edit.entity]
            new = from_row(kind, edit.after) if old is None else replace(old, **decoded(edit.after))
        if edit.entity is Entity.GUEST and (old is None or new is None or HEEDED & (edit.after or {}).keys()):
            self.rules_page += 1
        if old is not None:
            self._take(old)
        if new is not None:
            self._put(new)
        if edit.entity is Entity.GUEST and self._index is not None:
            reindex(self._index, old, new)

    def _shelf(self, entity: Entity) -> dict[int, Kept]:
        shelf: dict[int, Kept] = _SHELF[entity](self)
        return shelf

    def _put(self, kept: Kept) -> None:
        if isinstance(kept, Guest):
            self._put_guest(kept)
        elif isinstance(kept, Ticket):
            self.tickets[kept.id] = kept
            insort(self._tickets_of.setdefault(kept.guest_id, []), kept.id)
            key = tickets.key(kept.code)
            self._by_code[key] = (*self._by_code.get(key, ()), kept.id)
            self._shapes[tickets.shape(kept.code)] += 1
        elif isinstance(kept, Setting):
            self.settings[kept.id] = kept
            self._heed(kept.name, kept.value)
        elif isinstance(kept, Wish | Rule | Past):
            self.ties.put(kept)
            self.rules_page += not isinstance(kept, Wish)
        elif isinstance(kept, Table):
            self.tables[kept.id] = kept
        elif isinstance(kept, Seat):
            self.seats[kept.id] = kept
            insort(self._seats_at.setdefault((kept.round, kept.table_id), []), (kept.number, kept.id))
            if kept.guest_id is not None:
                self._seat_of[kept.round, kept.guest_id] = kept.id
                if kept.round == self.round:
                    self._sitting[kept.guest_id] = kept.table_id
                    self._standing.discard(kept.guest_id)

    def _put_guest(self, guest: Guest) -> None:
        self.guests[guest.id] = guest
        self._coming += guest.counted_on
        self._inside += guest.arrived and guest.left_at is None
        if guest.arrival is not None:
            insort(self._arrivals, (guest.arrival, guest.id))
        if guest.companion_of is not None:
            insort(self._companions.setdefault(guest.companion_of, []), guest.id)
        if guest.arrived:
            self._follow(guest.id)

    def _take(self, kept: Kept) -> None:
        if isinstance(kept, Guest):
            self._take_guest(kept)
        elif isinstance(kept, Ticket):
            del self.tickets[kept.id]
            self._tickets_of[kept.guest_id].remove(kept.id)
            key = tickets.key(kept.code)
            self._by_code[key] = tuple(id_ for id_ in self._by_code[key] if id_ != kept.id)
            shape = tickets.shape(kept.code)
            self._shapes[shape] -= 1
            if not self._shapes[shape]:
                del self._shapes[shape]
        elif isinstance(kept, Setting):
            del self.settings[kept.id]
            self._heed(kept.name, "")
        elif isinstance(kept, Wish | Rule | Past):
            self.ties.take(kept)
            self.rules_page += not isinstance(kept, Wish)
        elif isinstance(kept, Table):
            del self.tables[kept.id]
        elif isinstance(kept, Seat):
            del self.seats[kept.id]
            self._seats_at[kept.round, kept.table_id].remove((kept.number, kept.id))
            if kept.guest_id is not None and self._seat_of.get((kept.round, kept.guest_id)) == kept.id:
                del self._seat_of[kept.round, kept.guest_id]
                if kept.round == self.round:
                    del self._sitting[kept.guest_id]
                    self._follow(kept.guest_id)

    def _follow(self, guest_id: GuestId) -> None:
        """Whether somebody stands in the room without a seat."""
        guest = self.guests.get(guest_id)
        stands = guest is not None and guest.arrived and guest.left_at is None and guest_id not in self._sitting
        (self._standing.add if stands else self._standing.discard)(guest_id)

    def _heed(self, name: str, value: str) -> None:
        """A setting is another one now."""
        self.rules_page += 1
        if name == SettingName.ROUND:
            self.round = int(value or 1)
            places = (
                (guest_id, seat_id) for (round_, guest_id), seat_id in self._seat_of.items() if round_ == self.round
            )
            self._sitting = {guest_id: self.seats[seat_id].table_id for guest_id, seat_id in places}
            for _, guest_id in self._arrivals:
                self._follow(guest_id)

    def _take_guest(self, guest: Guest) -> None:
        del self.guests[guest.id]
        self._standing.discard(guest.id)
        self._coming -= guest.counted_on
        self._inside -= guest.arrived and guest.left_at is None
        if guest.arrival is not None:
            self._arrivals.remove((guest.arrival, guest.id))
        if guest.companion_of is not None:
            self._companions[guest.companion_of].remove(guest.id)

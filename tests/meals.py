"""A meal laid for a test: a book with the guests, tickets and tables that a rule is to be tried on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta

from checkin.book import Book
from checkin.changes import Entity
from checkin.model import (
    Event,
    EventId,
    Guest,
    GuestId,
    Seat,
    SeatId,
    Shape,
    Table,
    TableId,
    Ticket,
    TicketId,
)
from checkin.plans import blank_guest
from checkin.seating import PURE

EVENT = EventId(1)
NOW = datetime(2026, 11, 21, 19, 30, tzinfo=UTC)
EARLIER = NOW - timedelta(minutes=20)


def guest(number: int, name: str | None = "Ana Gil", /, **known: object) -> Guest:
    """A guest who is coming, of whom only ``known`` is known."""
    return blank_guest(GuestId(number), EVENT, **({"key": f"row-{number}", "name": name} | known))


def inside(number: int, name: str | None = "Ana Gil", /, **known: object) -> Guest:
    """A guest who came twenty minutes ago."""
    came = {"arrival": number, "arrived_at": EARLIER, "station": "north"}
    return guest(number, name, **(came | known))


def room(seats: Sequence[int], seated: Mapping[tuple[int, int], int]) -> tuple[list[Table], list[Seat]]:
    """Tables 1, 2, ... of so many seats; ``seated`` says who sits on chair (table, seat)."""
    tables = [
        Table(TableId(n), EVENT, n, "", Shape.ROUND, 0.0, 0.0, step_free=False, reserved=False, open=True)
        for n in range(1, len(seats) + 1)
    ]
    chairs = [(table, number) for table, size in enumerate(seats, 1) for number in range(1, size + 1)]
    rows = [
        Seat(SeatId(at), EVENT, TableId(table), 1, number, _seated(seated, table, number))
        for at, (table, number) in enumerate(chairs, 1)
    ]
    return tables, rows


def _seated(seated: Mapping[tuple[int, int], int], table: int, number: int) -> GuestId | None:
    return GuestId(seated[table, number]) if (table, number) in seated else None


def tickets(codes: Iterable[tuple[int, str]], replaced: Iterable[str] = ()) -> list[Ticket]:
    """Tickets of (guest, code), those in ``replaced`` not in force any more."""
    old = set(replaced)
    return [
        Ticket(TicketId(at), EVENT, GuestId(whose), code, ours=False, replaced=code in old)
        for at, (whose, code) in enumerate(codes, 1)
    ]


def meal(
    *guests: Guest,
    codes: Iterable[tuple[int, str]] = (),
    replaced: Iterable[str] = (),
    seats: Sequence[int] = (2, 2),
    seated: Mapping[tuple[int, int], int] | None = None,
    opens: datetime | None = None,
    closes: datetime | None = None,
) -> Book:
    """A book of one event."""
    event = Event(EVENT, "Comida de prueba", "2026-11-21", "ab" * 32, PURE, opens, closes, EARLIER)
    tables, chairs = room(seats, seated or {})
    return Book(event, guests, tickets(codes, replaced), tables, chairs)


class Ids:
    """Sets ids aside, from 1000."""

    def __init__(self) -> None:
        """Begin at 1000."""
        self.last = 999

    def __call__(self, _entity: Entity, count: int) -> int:
        """The first of ``count`` ids that nobody else gets."""
        first = self.last + 1
        self.last += count
        return first

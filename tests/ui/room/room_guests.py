"""Guests made up for tests of the room."""

from __future__ import annotations

from datetime import UTC, datetime

from checkin.book import Book
from checkin.model import Event, EventId, Guest, GuestId, Seat, SeatId, Shape, Table, TableId
from checkin.plans import blank_guest

NOW = datetime(2025, 11, 21, 20, 0, tzinfo=UTC)
EVENT = Event(EventId(1), "Comida networking", "2025-11-21", "0" * 64, "pure", None, None, NOW)


def guest(number: int, name: str | None = None, **known: object) -> Guest:
    """Somebody expected."""
    return blank_guest(GuestId(number), EVENT.id, key=str(number), name=name, **known)


def inside(number: int, name: str, **known: object) -> Guest:
    """Somebody who has come."""
    return guest(number, name, arrival=number, arrived_at=NOW, **known)


def book(guests: list[Guest], tables: dict[int, list[int | None]]) -> Book:
    """A book whose tables hold these guests, None for a free chair."""
    chairs = [(number, at, who) for number, people in tables.items() for at, who in enumerate(people, start=1)]
    return Book(
        EVENT,
        guests,
        (),
        [_table(number) for number in tables],
        [
            Seat(SeatId(row), EVENT.id, TableId(number), 1, at, None if who is None else GuestId(who))
            for row, (number, at, who) in enumerate(chairs, start=1)
        ],
    )


def _table(number: int) -> Table:
    return Table(
        TableId(number), EVENT.id, number, "", Shape.ROUND, 0.0, 0.0, step_free=False, reserved=False, open=True
    )

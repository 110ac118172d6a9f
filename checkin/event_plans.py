"""The plan for a new event and its room."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from checkin.changes import Change, Edit, Entity, Kind
from checkin.model import Event, EventId, Seat, SeatId, Shape, Table, TableId
from checkin.plans import Ids
from checkin.rows import to_row
from checkin.seating import PURE


def new_event(
    name: str, day: str, seed: str, seats: Sequence[int], now: datetime, ids: Ids, shapes: Sequence[Shape] = ()
) -> Change:
    """An event and its room.

    Args:
        name: What people call it.
        day: ISO date, or "".
        seed: 64 hexadecimal digits.
        seats: Seats of each table, in the order of their numbers.
        now: When it is made.
        ids: Sets ids aside.
        shapes: Of each table; round where nothing is said.
    """
    event = Event(EventId(ids(Entity.EVENT, 1)), name, day, seed, PURE, None, None, now)
    edits = [Edit(Entity.EVENT, event.id, None, to_row(event))]
    first_table = ids(Entity.TABLE, len(seats))
    first_seat = ids(Entity.SEAT, sum(seats))
    chairs: list[Edit] = []
    for at, capacity in enumerate(seats):
        table = Table(
            TableId(first_table + at), event.id, at + 1, "", shapes[at] if shapes else Shape.ROUND, 0.0, 0.0,
            step_free=False, reserved=False, open=True,
        )  # fmt: skip
        edits.append(Edit(Entity.TABLE, table.id, None, to_row(table)))
        for number in range(1, capacity + 1):
            seat = Seat(SeatId(first_seat + len(chairs)), event.id, table.id, 1, number, None)
            chairs.append(Edit(Entity.SEAT, seat.id, None, to_row(seat)))
    return Change(Kind.EVENT_CREATED, (*edits, *chairs), event_id=event.id)

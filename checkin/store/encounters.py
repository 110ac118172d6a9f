"""Who has met whom at other events of the same database, told by who sat at one table in one round."""

from __future__ import annotations

import json
from collections import Counter
from itertools import combinations

from sqlalchemy import Connection, select

from checkin.model import EventId, SettingName
from checkin.store import schema


def between(connection: Connection, event_id: EventId) -> set[tuple[int, int]]:
    """Pairs of guests of an event, the smaller id first, who have met elsewhere.

    A person is known again by e-mail. An address that several guests of one event share (a buyer's, a couple's) says
    nothing about who sat where, and is passed over there.
    """
    guests, seats = schema.guest.c, schema.seat.c
    rows = connection.execute(
        select(guests.event_id, guests.email, seats.table_id, seats.round)
        .join(schema.seat, seats.guest_id == guests.id)
        .where(guests.event_id != event_id, guests.email != "", guests.arrived_at.is_not(None))
    ).all()
    if not rows:
        return set()
    here = _by_address(connection, schema.guest.c.event_id == event_id)
    people = {address: ids[event_id] for address, ids in here.items() if event_id in ids}
    seen: dict[tuple[int, int], set[int]] = {}
    done = _rounds_done(connection)
    shared = Counter((row.event_id, row.email.casefold(), row.round) for row in rows)
    for row in rows:
        address = row.email.casefold()
        if (
            address in people
            and shared[row.event_id, address, row.round] == 1
            and row.round <= done.get(row.event_id, 1)
        ):
            seen.setdefault((row.table_id, row.round), set()).add(people[address])
    return {pair for table in seen.values() for pair in combinations(sorted(table), 2)}


def _by_address(connection: Connection, where: object) -> dict[str, dict[int, int]]:
    """Address to event to the one guest who has it there."""
    guests = schema.guest.c
    rows = connection.execute(
        select(guests.id, guests.event_id, guests.email).where(guests.email != "", where)  # type: ignore[arg-type]
    ).all()
    count = Counter((row.event_id, row.email.casefold()) for row in rows)
    found: dict[str, dict[int, int]] = {}
    for row in rows:
        if count[row.event_id, row.email.casefold()] == 1:
            found.setdefault(row.email.casefold(), {})[row.event_id] = row.id
    return found


def _rounds_done(connection: Connection) -> dict[int, int]:
    """How many rounds each event got to: the one that was seated last, or all where people had them from the start."""
    settings = schema.setting.c
    done: dict[int, int] = {}
    wanted = (str(SettingName.ROUND), str(SettingName.ROUNDS))
    for row in connection.execute(
        select(settings.event_id, settings.name, settings.value).where(settings.name.in_(wanted), settings.value != "")
    ):
        rounds = int(row.value) if row.name == SettingName.ROUND else int(json.loads(row.value)["rounds"])
        done[row.event_id] = max(done.get(row.event_id, 1), rounds)
    return done

"""Where the keyboard stands in the room: at a table, or at somebody on one of its chairs.

Steps are worked out on pictures and places; knows no key and no screen.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from checkin.model import GuestId, TableId
from checkin.ui.room.layout import Heading, Point, towards
from checkin.ui.room.picture import TablePicture


@dataclass(frozen=True, slots=True)
class Stand:
    """A table, and perhaps a person there; the person is remembered, not the chair, because people move."""

    table: TableId
    guest: GuestId | None = None


def to_next_table(tables: Sequence[tuple[TableId, Point]], stand: Stand | None, heading: Heading) -> Stand | None:
    """The table next to the one the keyboard is at; the first one when it is nowhere."""
    if not tables:
        return None
    ids = [table_id for table_id, _ in tables]
    if stand is None or stand.table not in ids:
        return Stand(ids[0])
    return Stand(ids[towards([point for _, point in tables], ids.index(stand.table), heading)])


def to_next_person(picture: TablePicture, guest_id: GuestId | None, step: int) -> Stand:
    """The next person round a table, clockwise for a ``step`` of 1; the table itself when nobody sits there."""
    people = [disc.guest_id for disc in picture.chairs if disc is not None]
    if not people:
        return Stand(picture.id)
    if guest_id not in people:
        return Stand(picture.id, people[0])
    return Stand(picture.id, people[(people.index(guest_id) + step) % len(people)])


def settled(stand: Stand | None, pictures: Mapping[TableId, TablePicture]) -> Stand | None:
    """The same stand in a room that has changed: at the table once the person has gone, nowhere once the table has."""
    if stand is None or stand.table not in pictures:
        return None
    if stand.guest is None or pictures[stand.table].chair_of(stand.guest) is not None:
        return stand
    return Stand(stand.table)

"""Saved rooms: tables and landmarks of one evening, kept as a small file for the next one, or taken from another event.

A room says nothing about people. Used at an event, its tables are matched by number: people stay where they sit. Pure;
where the files are is the desk's business.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from checkin.book import Book
from checkin.changes import Change, Edit, Kind
from checkin.errors import NotARoom, RoomImpossible
from checkin.furniture import (
    MOST_NUMBER,
    MOST_SEATS,
    MOST_TABLES,
    NOWHERE,
    NewTable,
    itinerary_without,
    most_people_at,
    new_tables,
    people_ever_at,
    resized,
    table_edit,
    without_table,
)
from checkin.landmarks import FARTHEST, Landmark, from_plain, landmarks_of, set_landmarks
from checkin.model import SettingName, Shape, Table, TableId
from checkin.plans import Ids, set_

WHAT, VERSION = "sobremesa-room", 1


@dataclass(frozen=True, slots=True)
class SavedRoom:
    """A room without its people.

    Attributes:
        landmarks: None where the entrance stands by itself.
    """

    name: str
    tables: tuple[NewTable, ...]
    landmarks: tuple[Landmark, ...] | None = None


def room_of(book: Book, name: str) -> SavedRoom:
    """The room of an event, as it stands."""
    tables = tuple(
        NewTable(
            table.number, table.name, table.shape, len(book.seats_at(table.id, 1)), (table.x, table.y),
            step_free=table.step_free, reserved=table.reserved,
        )
        for table in book.room()
    )  # fmt: skip
    return SavedRoom(name, tables, landmarks_of(book))


def to_bytes(room: SavedRoom) -> bytes:
    """A room as its file holds it."""
    tables = [
        {
            "number": one.number, "name": one.name, "shape": str(one.shape), "seats": one.seats, "x": one.at[0],
            "y": one.at[1], "step_free": one.step_free, "reserved": one.reserved,
        }
        for one in room.tables
    ]  # fmt: skip
    marks = None if room.landmarks is None else [asdict(mark) for mark in room.landmarks]
    told = {"what": WHAT, "version": VERSION, "name": room.name, "tables": tables, "landmarks": marks}
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def from_bytes(content: bytes, path: str) -> SavedRoom:
    """The room that a file holds.

    Args:
        content: The file's bytes.
        path: What the file is called, for a refusal to name.

    Raises:
        NotARoom: It holds none, one of a newer version, or one that does not add up.
    """
    try:
        told = json.loads(content.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise NotARoom(path, "no_json", str(error)[:200]) from error
    if not isinstance(told, dict) or told.get("what") != WHAT:
        raise NotARoom(path, "no_room")
    if told.get("version") != VERSION:
        raise NotARoom(path, "newer", str(told.get("version")))
    try:
        tables = tuple(_table(one) for one in told["tables"])
        marks = None if told.get("landmarks") is None else from_plain(told["landmarks"])
        name = str(told.get("name", ""))
    except (KeyError, TypeError, ValueError, OverflowError, AttributeError) as error:
        raise NotARoom(path, "damaged", str(error)[:200]) from error
    except RoomImpossible as error:
        raise NotARoom(path, "damaged", error.detail) from error
    if len(tables) > MOST_TABLES or len({table.number for table in tables}) < len(tables):
        raise NotARoom(path, "damaged", "tables")
    return SavedRoom(name, tables, marks)


def _table(told: Mapping[str, Any]) -> NewTable:
    number, seats = int(told["number"]), int(told["seats"])
    x, y = float(told["x"]), float(told["y"])
    if not (1 <= number <= MOST_NUMBER and 1 <= seats <= MOST_SEATS and abs(x) <= FARTHEST and abs(y) <= FARTHEST):
        raise ValueError(f"table {number}")
    return NewTable(
        number, str(told.get("name", ""))[:80], Shape(told["shape"]), seats, (x, y),
        step_free=told.get("step_free") is True, reserved=told.get("reserved") is True,
    )  # fmt: skip


def use_room(book: Book, room: SavedRoom, ids: Ids) -> Change:
    """Furnish an event like a saved room, as one change.

    Tables are matched by number and keep their people. Of those that the room has not, empty ones go, and the others
    stay, laid out by themselves. No table gets fewer seats than it has people. The facts name both kinds: ``kept``,
    ``larger``.
    """
    known = {table.number: table for table in book.tables.values()}
    meant = {one.number: one for one in room.tables}
    gone: list[Table] = []
    kept: list[Table] = []
    for table in book.room():
        if table.number not in meant:
            (kept if _in_use(book, table) else gone).append(table)
    edits: list[Edit] = [edit for table in gone for edit in without_table(book, table)]
    edits += [edit for table in kept if (edit := table_edit(table, x=NOWHERE[0], y=NOWHERE[1])) is not None]
    sizes: dict[TableId, int] = {}
    larger: list[int] = []
    for number, one in meant.items():
        if number not in known:
            continue
        table = known[number]
        sizes[table.id] = max(one.seats, most_people_at(book, table.id))
        larger += [number] if sizes[table.id] > one.seats else []
        edit = table_edit(
            table, name=one.name, shape=one.shape, x=one.at[0], y=one.at[1], step_free=one.step_free,
            reserved=one.reserved,
        )  # fmt: skip
        edits += [] if edit is None else [edit]
    edits += resized(book, sizes, ids)
    edits += new_tables(book, [one for number, one in meant.items() if number not in known], ids)
    edits += itinerary_without(book, frozenset(table.id for table in gone))
    edits += _marks(book, room, ids)
    facts: dict[str, object] = {"said": "room", "room": room.name, "kept": [table.number for table in kept]}
    return Change(Kind.ROOM_CHANGED, tuple(edits), {**facts, "larger": sorted(larger), "tables": sorted(meant)})


def _in_use(book: Book, table: Table) -> bool:
    ruled = any(rule.table_id == table.id for rule in book.ties.rules.values())
    return ruled or bool(people_ever_at(book, table.id))


def _marks(book: Book, room: SavedRoom, ids: Ids) -> tuple[Edit, ...]:
    if room.landmarks is not None:
        return set_landmarks(book, room.landmarks, ids).edits
    return set_(book, SettingName.LANDMARKS, "", ids).edits if book.setting(SettingName.LANDMARKS) else ()

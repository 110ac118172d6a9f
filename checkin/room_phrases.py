"""Sentences about the room: what a change of tables is called, and why one cannot be. ``phrases.py`` says them.

>>> from checkin.changes import Change, Kind
>>> from checkin.words import Words
>>> label(Change(Kind.TABLE_CHANGED, (), {"table": 7, "said": {"seats": 8}}), Words("en"))
'Table 7: 8 seats'
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from checkin import errors
from checkin.changes import Change, Kind
from checkin.errors import CheckinError
from checkin.landmarks import LandmarkKind
from checkin.model import Shape
from checkin.rooms import SavedRoom
from checkin.words import Words

LABELLED = frozenset(
    {Kind.TABLE_CHANGED, Kind.TABLES_ADDED, Kind.TABLES_REMOVED, Kind.TABLES_PLACED, Kind.ROOM_CHANGED}
)
"""The kinds of change that are named here."""


def shape(which: Shape, t: Words) -> str:
    """A table's shape in a word."""
    return {Shape.ROUND: t("Round"), Shape.LONG: t("Long"), Shape.SQUARE: t("Square")}[which]


def landmark(which: LandmarkKind, t: Words) -> str:
    """What a landmark is, as it is written on the plan."""
    words = {
        LandmarkKind.ENTRANCE: t("Entrance"),
        LandmarkKind.STAGE: t("Stage"),
        LandmarkKind.BAR: t("Bar"),
        LandmarkKind.KITCHEN: t("Kitchen"),
        LandmarkKind.DOOR: t("Door"),
        LandmarkKind.TOILETS: t("Toilets"),
    }
    return words[which]


def label(change: Change, t: Words) -> str:
    """A change of the room in a few words, as undo and redo name it."""
    kind, said = Kind(change.of), change.facts.get("said")
    tables = change.facts.get("tables")
    numbers = tables if isinstance(tables, list) and tables else [change.facts.get("table", "…")]
    if kind is Kind.TABLE_CHANGED:
        return _changed(numbers, said if isinstance(said, Mapping) else {}, t)
    if kind is Kind.ROOM_CHANGED:
        name = change.facts.get("room", "")
        return t("Landmarks of the room") if said == "landmarks" else t("Room “{name}”", name=name)
    if said == "by_itself":
        return t("Tables placed by themselves")
    count, number = len(numbers), numbers[0]
    one, many = {
        Kind.TABLES_ADDED: (t("Table {number} added", number=number), t("{count} tables added", count=count)),
        Kind.TABLES_REMOVED: (t("Table {number} removed", number=number), t("{count} tables removed", count=count)),
        Kind.TABLES_PLACED: (t("Table {number} placed", number=number), t("{count} tables placed", count=count)),
    }[kind]
    return one if count == 1 else many


def kept(change: Change, t: Words) -> list[str]:
    """What the use of a room left as it was, because people sit there."""
    said = []
    for name, one in (
        ("kept", t("People sit at tables that this room has not; they stay: {tables}.", tables="{tables}")),
        ("larger", t("These tables keep more seats, for the people there: {tables}.", tables="{tables}")),
    ):
        tables = change.facts.get(name)
        if isinstance(tables, list) and tables:
            said.append(one.format(tables=", ".join(map(str, tables))))
    return said


def size(room: SavedRoom, t: Words) -> str:
    """How large a saved room is."""
    tables = t.plural("{count} table", "{count} tables", len(room.tables))
    seats = t.plural("{count} seat", "{count} seats", sum(one.seats for one in room.tables))
    return t("{tables}, {seats}", tables=tables, seats=seats)


def _changed(numbers: Sequence[object], said: Mapping[str, object], t: Words) -> str:
    """What has become of tables: "Table 7: 8 seats, reserved"."""
    words: list[str] = []
    for name, value in said.items():
        if name == "seats" and isinstance(value, int):
            words.append(t.plural("{count} seat", "{count} seats", value))
        elif name == "shape" and value in set(Shape):
            words.append(shape(Shape(str(value)), t).lower())
        elif name == "number":
            words.append(t("now number {number}", number=value))
        elif name == "name":
            words.append(f"“{value}”" if value else t("without a name"))
        else:
            words.append(_told(name, t, yes=bool(value)))
    what = ", ".join(words)
    if len(numbers) == 1 and not what:
        return t("Change of table {table}", table=numbers[0])
    if len(numbers) == 1:
        return t("Table {number}: {what}", number=numbers[0], what=what)
    return t("{count} tables: {what}", count=len(numbers), what=what)


def _told(name: str, t: Words, *, yes: bool) -> str:
    words = {
        "step_free": (t("step-free"), t("with steps")),
        "reserved": (t("reserved"), t("not reserved")),
        "open": (t("open to the draw"), t("closed to the draw")),
    }
    told = words.get(name, (name, name))
    return told[0] if yes else told[1]


def _in_use(error: errors.TableInUse, t: Words) -> str:
    names = ", ".join(error.names[:3])
    if len(error.names) > 3:
        names = t("{names} and {count} more", names=names, count=len(error.names) - 3)
    if error.bound:
        return t("Table {number} stays: a rule has {names} there.", number=error.number, names=names)
    return t("Table {number} stays: {names} would lose their seats.", number=error.number, names=names)


def _too_few(error: errors.TooFewSeats, t: Words) -> str:
    return t(
        "Table {number} cannot have {seats} seats: {people} people sit there in round {round}. Nothing was changed.",
        number=error.number, seats=error.seats, people=error.people, round=error.round,
    )  # fmt: skip


def _impossible(error: errors.RoomImpossible, t: Words) -> str:
    words = {
        "no_seats": t("A table has at least one seat."),
        "many_seats": t("No table has more than {detail} seats.", detail=error.detail),
        "no_tables": t("There is no table to do that with."),
        "many_tables": t("No room has more than {detail} tables.", detail=error.detail),
        "number": t("No table has the number {detail}.", detail=error.detail),
        "numbers": t("Only one table can have the number {detail}.", detail=error.detail),
        "place": t("That is far outside the room."),
        "landmark": t("That is no landmark of a room."),
        "room_name": t("A saved room needs a name."),
    }
    return words.get(error.why, error.detail) + " " + t("Nothing was changed.")


def _no_room(error: errors.NoSuchRoom, t: Words) -> str:
    return t("No saved room and no event is called “{name}”.", name=error.name)


def _no_former(error: errors.NoFormerRoom, t: Words) -> str:
    return t("No room was replaced under the name “{name}”, so there is none to bring back.", name=error.name)


def _not_a_room(error: errors.NotARoom, t: Words) -> str:
    words = {
        "no_file": t("it cannot be read."),
        "newer": t("a newer version of Sobremesa wrote it."),
        "damaged": t("it does not add up ({detail}).", detail=error.detail),
    }
    why = words.get(error.why, t("it holds no saved room."))
    return t("“{path}” was not used: {why} Nothing was changed.", path=error.path, why=why)


REFUSALS: Mapping[type[CheckinError], Callable[..., str]] = {
    errors.TableInUse: _in_use,
    errors.TooFewSeats: _too_few,
    errors.RoomImpossible: _impossible,
    errors.NoSuchRoom: _no_room,
    errors.NoFormerRoom: _no_former,
    errors.NotARoom: _not_a_room,
}

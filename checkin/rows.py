"""Between the words of the house and the plain rows that changes, the journal and the database speak.

A row is a mapping of column to text, number, truth or None; times are ISO 8601 in UTC. Knows no SQL.

>>> from checkin.model import Seat, SeatId, EventId, TableId
>>> row = to_row(Seat(SeatId(1), EventId(1), TableId(2), 1, 3, None))
>>> from_row(Seat, row) == Seat(SeatId(1), EventId(1), TableId(2), 1, 3, None)
True
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import UTC, datetime
from operator import attrgetter
from typing import Any, TypeVar

from checkin.changes import Entity, Row, Value
from checkin.model import (
    Event,
    Guest,
    Past,
    Rule,
    RuleKind,
    Seat,
    Setting,
    Shape,
    Standing,
    Table,
    Ticket,
    Wish,
)

Kept = Event | Guest | Ticket | Table | Seat | Setting | Wish | Rule | Past
T = TypeVar("T", bound=Kept)

KINDS: dict[Entity, type[Kept]] = {
    Entity.EVENT: Event,
    Entity.GUEST: Guest,
    Entity.TICKET: Ticket,
    Entity.TABLE: Table,
    Entity.SEAT: Seat,
    Entity.SETTING: Setting,
    Entity.WISH: Wish,
    Entity.RULE: Rule,
    Entity.PAST: Past,
}

_ENUMS = frozenset({"standing", "shape", "kind"})
_TIMES = frozenset({"opens", "closes", "created_at", "arrived_at", "left_at", "badge_printed_at"})


_COLUMNS = {kind: tuple(field.name for field in fields(kind)) for kind in KINDS.values()}


_MENDED = {kind: tuple(name for name in names if name in _TIMES or name in _ENUMS) for kind, names in _COLUMNS.items()}
_PLACES = {kind: tuple(map(_COLUMNS[kind].index, names)) for kind, names in _MENDED.items()}
_TO_MEND = _TIMES | _ENUMS
_VALUES = {kind: attrgetter(*names) for kind, names in _COLUMNS.items()}
"""A file of fifty thousand people is fifty thousand rows: what is as it should be already is not looked at."""


def columns(kind: type[Any]) -> tuple[str, ...]:
    """The columns of one kind of row, in order."""
    return _COLUMNS[kind]


def stamp(moment: datetime) -> str:
    """A moment as rows keep it."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")


def encode(value: object) -> Value:
    """One field as a row keeps it."""
    if isinstance(value, datetime):
        return stamp(value)
    if value is None or isinstance(value, str | int | float):
        return str(value) if isinstance(value, Standing | Shape | RuleKind) else value
    raise TypeError(f"no row keeps a {type(value).__name__}")


def decode(column: str, value: Value) -> Any:  # noqa: ANN401 - a column's type is known by its name alone
    """One field as the model keeps it."""
    if value is None:
        return None
    if column in _TIMES:
        return datetime.fromisoformat(str(value))
    if column == "standing":
        return Standing(str(value))
    if column == "shape":
        return Shape(str(value))
    if column == "kind":
        return RuleKind(str(value))
    return value


class Whole(Mapping[str, Value]):
    """A whole value as a row that is no copy of it: fifty thousand new people need no dictionaries.

    >>> from checkin.model import Seat, SeatId, EventId, TableId
    >>> Whole(Seat(SeatId(1), EventId(1), TableId(2), 1, 3, None))["number"]
    3
    """

    __slots__ = ("kept",)

    def __init__(self, kept: Kept) -> None:
        """The row of ``kept``."""
        self.kept = kept

    def __getitem__(self, column: str) -> Value:
        """One column."""
        if column not in _COLUMNS[type(self.kept)]:
            raise KeyError(column)
        return encode(getattr(self.kept, column))

    def __contains__(self, column: object) -> bool:
        """Whether it has a column."""
        return column in _COLUMNS[type(self.kept)]

    def __iter__(self) -> Iterator[str]:
        """The columns in their order."""
        return iter(_COLUMNS[type(self.kept)])

    def __len__(self) -> int:
        """How many columns it has."""
        return len(_COLUMNS[type(self.kept)])


def to_values(kind: type[Kept], row: Row) -> list[Value]:
    """A whole row's values in the order of ``columns(kind)``."""
    if not isinstance(row, Whole):
        return [row[column] for column in _COLUMNS[kind]]
    values = list(_VALUES[kind](row.kept))
    for place in _PLACES[kind]:
        if values[place] is not None:
            values[place] = encode(values[place])
    return values


def to_row(kept: Kept) -> dict[str, Value]:
    """A whole value as a row."""
    kind = type(kept)
    return dict(zip(_COLUMNS[kind], to_values(kind, Whole(kept)), strict=True))


def from_row(kind: type[T], row: Row) -> T:
    """A row as a whole value."""
    return row.kept if isinstance(row, Whole) and isinstance(row.kept, kind) else kind(**decoded(row))


def rebuild(kind: type[T], rows: Iterable[Sequence[Any]]) -> list[T]:
    """Many rows, each in the order of ``columns(kind)``, as whole values."""
    names = columns(kind)
    mended = [(at, name) for at, name in enumerate(names) if name in _TIMES or name in _ENUMS]
    built = []
    for row in rows:
        values = list(row)
        for at, name in mended:
            if values[at] is not None:
                values[at] = decode(name, values[at])
        built.append(kind(*values))
    return built


def decoded(row: Row) -> dict[str, Any]:
    """Some columns of a row as the model keeps them."""
    mended = dict(row)
    for column in _TO_MEND.intersection(row):
        mended[column] = decode(column, row[column])
    return mended

"""What each column of the guests' table shows, and what it is sorted by. Values only; knows no widget."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from checkin import column_words, phrases
from checkin.book import Book
from checkin.model import Guest, Standing
from checkin.ui.guests.collation import collation_key
from checkin.words import Words

Rank = tuple[int | str, ...]
"""What a row is sorted by; within one column always the same kinds of value."""


class Group(StrEnum):
    """Which guests are shown."""

    ALL = "all"
    EXPECTED = "expected"
    ARRIVED = "arrived"
    NOT_EXPECTED = "not_expected"


class Condition(StrEnum):
    """Where a guest is in the evening."""

    EXPECTED = "expected"
    ARRIVED = "arrived"
    LEFT = "left"
    UNPAID = "unpaid"
    NOT_CONFIRMED = "not_confirmed"
    CANCELLED = "cancelled"
    BLOCKED = "blocked"


_STANDINGS = {
    Standing.COMING: Condition.EXPECTED,
    Standing.UNPAID: Condition.UNPAID,
    Standing.NOT_CONFIRMED: Condition.NOT_CONFIRMED,
    Standing.CANCELLED: Condition.CANCELLED,
}


def group_of(guest: Guest) -> Group:
    """Which of the three groups a guest is in."""
    if guest.arrived:
        return Group.ARRIVED
    return Group.EXPECTED if guest.standing is Standing.COMING else Group.NOT_EXPECTED


def condition_of(guest: Guest) -> Condition:
    """Where a guest is in the evening."""
    if guest.left_at is not None:
        return Condition.LEFT
    if guest.arrived:
        return Condition.ARRIVED
    return Condition.BLOCKED if guest.blocked else _STANDINGS[guest.standing]


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Attributes:
        key: Its name in the settings.
        text: What a cell says.
        rank: What a row is sorted by.
        width: How wide it starts, in pixels.
        least: How narrow it gets before the table scrolls sideways.
        shown: Whether it is shown until somebody chooses.
        gives_way: Its turn to go where the table is too narrow for all, the lowest first; 0 for never.
    """

    key: str
    text: Callable[[Book, Guest, Words], str]
    rank: Callable[[Book, Guest], Rank]
    width: int
    least: int
    shown: bool = True
    gives_way: int = 0


def _name(_book: Book, guest: Guest, t: Words) -> str:
    return guest.name or t("Named at the door")


def _table(book: Book, guest: Guest, _t: Words) -> str:
    table = book.table_of(guest.id)
    return "" if table is None else str(table.number)


def _table_rank(book: Book, guest: Guest) -> Rank:
    table = book.table_of(guest.id)
    return (1, 0) if table is None else (0, table.number)


def _condition_rank(_book: Book, guest: Guest) -> Rank:
    order = list(Condition)
    return order.index(condition_of(guest)), guest.arrival or 0


def _plain(key: str, width: int, least: int, gives_way: int, *, shown: bool = True) -> Column:
    def text(_book: Book, guest: Guest, _t: Words) -> str:
        return str(getattr(guest, key))

    def rank(_book: Book, guest: Guest) -> Rank:
        return (collation_key(str(getattr(guest, key))),)

    return Column(key, text, rank, width, least, shown, gives_way)


COLUMNS: tuple[Column, ...] = (
    Column("name", _name, lambda _book, guest: (collation_key(guest.name or ""),), 256, 208),
    _plain("company", 176, 104, 7),
    _plain("role", 152, 96, 4, shown=False),
    _plain("sector", 152, 96, 6),
    _plain("handle", 136, 96, 3, shown=False),
    Column("table", _table, _table_rank, 72, 72),
    Column("state", lambda _book, guest, t: phrases.standing(guest, t), _condition_rank, 160, 152),
    _plain("diet", 152, 96, 5),
    _plain("email", 208, 120, 2, shown=False),
    Column(
        "row",
        lambda _book, guest, _t: str(guest.row),
        lambda _book, guest: (guest.row,),
        64,
        64,
        shown=False,
        gives_way=1,
    ),
)
"""Every column, in the order in which they start."""


def fitting(chosen: set[int], room: int) -> list[int]:
    """Which of the ``chosen`` columns fit side by side in ``room`` pixels; names, tables and states always stay."""
    stay = sorted(chosen)
    leaving = sorted((place for place in stay if COLUMNS[place].gives_way), key=lambda at: COLUMNS[at].gives_way)
    for place in leaving:
        if sum(COLUMNS[at].least for at in stay) <= room:
            break
        stay.remove(place)
    return stay


def titles(t: Words) -> tuple[str, ...]:
    """The headers in the language in force."""
    words = column_words.headers(t) | {"state": t("State")}
    return tuple(words[column.key] for column in COLUMNS)

"""What could be written, as the room shows it before anybody decides: another round, a shuffle, fewer gaps.

Values only; who makes one says how it would be written.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

from checkin.book import Book
from checkin.changes import Change
from checkin.desk import Desk
from checkin.model import GuestId
from checkin.moves import Step


class About(StrEnum):
    """What a preview is of."""

    ROUND = "round"
    SHUFFLE = "shuffle"
    FILL = "fill"
    SEAT = "seat"


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of figures.

    Attributes:
        word: What is counted.
        value: How much of it.
        beside: What it was, or what was possible; "" where there is nothing to compare.
        brief: The same in a few signs.
    """

    word: str
    value: str
    beside: str = ""
    brief: str = ""


@dataclass(frozen=True, eq=False)
class Preview:
    """A room that is only thought of.

    Attributes:
        about: What it is a preview of.
        book: A book in which it is written already.
        round: The round of it that is shown.
        steps: Who would move.
        write: Writes it.
        keep: Writes it for later, where that makes sense.
        figures: What it would come to.
        remarks: What could not be had, in sentences.
        final: Whether nothing better is being searched for.
    """

    about: About
    book: Book
    round: int
    steps: tuple[Step, ...]
    write: Callable[[Desk], Change]
    keep: Callable[[Desk], Change] | None = None
    figures: tuple[Figure, ...] = ()
    remarks: tuple[str, ...] = ()
    final: bool = True
    moved: frozenset[GuestId] = field(default_factory=frozenset)

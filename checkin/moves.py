"""Who goes from which table to which between two states of the room: for a preview, and for the microphone.

Pure; knows no screen and no sentence.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from checkin.book import Book
from checkin.model import Guest, GuestId


@dataclass(frozen=True, slots=True)
class Step:
    """One person's way.

    Attributes:
        before: The number of the table they leave, or None where they had none.
        after: The number of the table they go to, or None where they have none.
    """

    guest_id: GuestId
    before: int | None
    after: int | None


def steps(
    before: tuple[Book, int], after: tuple[Book, int], order: Callable[[Guest], object] = lambda guest: guest.id
) -> list[Step]:
    """Everybody whose table differs.

    Args:
        before: A book and one of its rounds.
        after: The same or another book, and the round to compare with.
        order: What the people are sorted by.
    """
    (old, old_round), (new, new_round) = before, after
    found: list[Step] = []
    for guest in sorted(new.guests.values(), key=order):  # type: ignore[arg-type]  # whatever can be compared
        here, there = _number(old, guest.id, old_round), _number(new, guest.id, new_round)
        if here != there:
            found.append(Step(guest.id, here, there))
    return found


def _number(book: Book, guest_id: GuestId, round_: int) -> int | None:
    table = book.table_of(guest_id, round_)
    return None if table is None else table.number

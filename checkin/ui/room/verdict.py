"""What letting go of carried people somewhere would do, or why it cannot be, in words.

Asks the same plans that the desk will write, on the window's own book, and does nothing itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from checkin import phrases, plans
from checkin.book import Book
from checkin.errors import AlreadyThere, CheckinError, NotArrived, TableFull
from checkin.model import GuestId, TableId
from checkin.words import Words


class Act(Enum):
    """What the desk would be asked."""

    MOVE = "move"
    SWAP = "swap"
    UNSEAT = "unseat"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What would come of it.

    Attributes:
        act: What would be asked, or None where nothing would.
        guests: Whom it is about.
        table: The table they are held over, if any.
        other: The person who would change places.
        refused: Whether the place says no (and not merely that there is nothing to do).
        sentence: What to tell the person who carries them; "" when there is nothing to say.
    """

    act: Act | None
    guests: tuple[GuestId, ...]
    table: TableId | None = None
    other: GuestId | None = None
    refused: bool = False
    sentence: str = ""


def to_table(book: Book, guests: Sequence[GuestId], table_id: TableId, t: Words) -> Verdict:
    """Putting people at a table."""
    carried = tuple(guests)
    number = book.tables[table_id].number
    try:
        plans.move(book, carried, table_id)
    except AlreadyThere:
        return Verdict(None, carried, table_id)
    except CheckinError as why:
        return Verdict(None, carried, table_id, refused=True, sentence=_refusal(book, why, carried, table_id, t))
    coming = tuple(guest for guest in carried if not _sits_at(book, guest, table_id))
    sentence = (
        t("To table {number}: fits", number=number)
        if len(coming) == 1
        else t("To table {number}: all {count} fit", number=number, count=len(coming))
    )
    return Verdict(Act.MOVE, coming, table_id, sentence=sentence)


def to_person(book: Book, guests: Sequence[GuestId], other: GuestId, t: Words) -> Verdict:
    """Holding people over somebody: one seated person swaps; others join the table, as far as it has room."""
    table = book.table_of(other)
    if other in guests or table is None:
        return Verdict(None, tuple(guests))
    joining = to_table(book, guests, table.id, t)
    if len(guests) > 1 or (book.seat_of(guests[0]) is None and joining.act is Act.MOVE):
        return joining
    name = phrases.name(book, other, t)
    seated = book.seat_of(guests[0]) is not None
    sentence = t("Swaps with {name}", name=name) if seated else t("Takes the seat of {name}", name=name)
    return Verdict(Act.SWAP, tuple(guests), table.id, other, sentence=sentence)


def to_waiting(book: Book, guests: Sequence[GuestId], t: Words) -> Verdict:
    """Sending people back to "To seat"."""
    rising = tuple(guest for guest in guests if book.seat_of(guest) is not None)
    if not rising:
        return Verdict(None, tuple(guests))
    return Verdict(Act.UNSEAT, rising, sentence=t("Back to “To seat”"))


def _sits_at(book: Book, guest_id: GuestId, table_id: TableId) -> bool:
    seat = book.seat_of(guest_id)
    return seat is not None and seat.table_id == table_id


def _refusal(book: Book, why: CheckinError, guests: Sequence[GuestId], table_id: TableId, t: Words) -> str:
    if isinstance(why, NotArrived):
        return t("{name} has not arrived yet", name=why.name)
    if isinstance(why, TableFull):
        free = sum(seat.guest_id is None for seat in book.seats_at(table_id))
        if free:
            coming = sum(not _sits_at(book, guest, table_id) for guest in guests)
            return t.plural(
                "Table {number}: {count} seat free for {people} people",
                "Table {number}: {count} seats free for {people} people",
                free,
                number=why.number,
                people=coming,
            )
        return t("Table {number}: full", number=why.number)
    return t("Table {number}: not possible", number=book.tables[table_id].number)

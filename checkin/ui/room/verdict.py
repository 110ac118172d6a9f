"""What letting go of carried people somewhere would do, or why it cannot be, in words.

Asks the same plans that the desk will write, on the window's own book, and does nothing itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from checkin import phrases, plans
from checkin.book import Book
from checkin.errors import AlreadyThere, CheckinError, Locked, NotArrived, TableFull
from checkin.model import GuestId, RuleKind, SeatId, TableId
from checkin.words import Words


class Act(Enum):
    """What the desk would be asked."""

    MOVE = "move"
    CHAIR = "chair"
    SWAP = "swap"
    EXCHANGE = "exchange"
    UNSEAT = "unseat"
    RULE = "rule"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What would come of it.

    Attributes:
        act: What would be asked, or None where nothing would.
        guests: Whom it is about.
        table: The table they are held over, if any.
        other: The person who would change places.
        chair: The free chair that would be taken.
        whole: The table whose people change places with those of ``table``.
        rule: The kind of rule that would be made.
        detail: What would come of it for who meets whom.
        refused: Whether the place says no (and not merely that there is nothing to do).
        sentence: What to tell the person who carries them; "" when there is nothing to say.
    """

    act: Act | None
    guests: tuple[GuestId, ...]
    table: TableId | None = None
    other: GuestId | None = None
    refused: bool = False
    sentence: str = ""
    chair: SeatId | None = None
    whole: TableId | None = None
    rule: RuleKind | None = None
    detail: str = ""


def to_table(book: Book, guests: Sequence[GuestId], table_id: TableId, t: Words, round_: int | None = None) -> Verdict:
    """Putting people at a table."""
    carried = tuple(guests)
    number = book.tables[table_id].number
    try:
        plans.move(book, carried, table_id, round_)
    except AlreadyThere:
        return Verdict(None, carried, table_id)
    except CheckinError as why:
        return Verdict(
            None, carried, table_id, refused=True, sentence=_refusal(book, why, carried, table_id, t, round_)
        )
    coming = tuple(guest for guest in carried if not _sits_at(book, guest, table_id, round_))
    sentence = (
        t("To table {number}: fits", number=number)
        if len(coming) == 1
        else t("To table {number}: all {count} fit", number=number, count=len(coming))
    )
    return Verdict(Act.MOVE, coming, table_id, sentence=sentence)


def to_chair(book: Book, guests: Sequence[GuestId], seat_id: SeatId, t: Words, round_: int | None = None) -> Verdict:
    """Holding people over a free chair: one person takes it, several join the table."""
    chair = book.seats[seat_id]
    joining = to_table(book, guests, chair.table_id, t, round_)
    if len(guests) > 1 or joining.refused:
        return joining
    try:
        plans.take_chair(book, guests[0], seat_id)
    except CheckinError as why:
        sentence = _refusal(book, why, tuple(guests), chair.table_id, t, round_)
        return Verdict(None, tuple(guests), chair.table_id, refused=True, sentence=sentence)
    sentence = joining.sentence or t("Another chair at table {number}", number=book.tables[chair.table_id].number)
    return Verdict(Act.CHAIR, tuple(guests), chair.table_id, sentence=sentence, chair=seat_id)


def to_person(book: Book, guests: Sequence[GuestId], other: GuestId, t: Words, round_: int | None = None) -> Verdict:
    """Holding people over somebody: one seated person swaps; others join the table, as far as it has room."""
    table = book.table_of(other, round_)
    if other in guests or table is None:
        return Verdict(None, tuple(guests))
    joining = to_table(book, guests, table.id, t, round_)
    seated = book.seat_of(guests[0], round_) is not None
    if len(guests) > 1 or (not seated and joining.act is Act.MOVE):
        return joining
    try:
        plans.swap(book, guests[0], other, round_)
    except CheckinError as why:
        sentence = _refusal(book, why, tuple(guests), table.id, t, round_)
        return Verdict(None, tuple(guests), table.id, refused=True, sentence=sentence)
    name = phrases.name(book, other, t)
    sentence = t("Swaps with {name}", name=name) if seated else t("Takes the seat of {name}", name=name)
    return Verdict(Act.SWAP, tuple(guests), table.id, other, sentence=sentence)


def to_be_tied(book: Book, guests: Sequence[GuestId], other: GuestId, kind: RuleKind, t: Words) -> Verdict:
    """Holding people over somebody with a key that makes a rule: they stay together, or are kept apart, from now on."""
    people = tuple(dict.fromkeys((*guests, other)))
    if len(people) < 2:
        return Verdict(None, tuple(guests))
    name = phrases.name(book, other, t)
    words = {
        RuleKind.TOGETHER: t("Rule: always together with {name}", name=name),
        RuleKind.APART: t("Rule: never at one table with {name}", name=name),
    }
    return Verdict(Act.RULE, people, other=other, rule=kind, sentence=words[kind])


def onto_table(book: Book, whole: TableId, table_id: TableId, t: Words, round_: int | None = None) -> Verdict:
    """Putting everybody of one table onto another: they join it where all fit, else both change places."""
    guests = tuple(guest.id for guest in book.people_at(whole, round_))
    joining = to_table(book, guests, table_id, t, round_)
    if joining.act is not None or whole == table_id or not book.people_at(table_id, round_):
        return joining
    number = book.tables[table_id].number
    try:
        plans.exchange(book, whole, table_id, round_)
    except CheckinError:
        return joining
    return Verdict(
        Act.EXCHANGE, guests, table_id, whole=whole,
        sentence=t("Tables {one} and {other} change places", one=book.tables[whole].number, other=number),
    )  # fmt: skip


def to_waiting(book: Book, guests: Sequence[GuestId], t: Words, round_: int | None = None) -> Verdict:
    """Sending people back to "To seat"."""
    rising = tuple(guest for guest in guests if book.seat_of(guest, round_) is not None)
    if not rising:
        return Verdict(None, tuple(guests))
    try:
        plans.unseat(book, rising, round_)
    except CheckinError as why:
        table = book.table_of(rising[0], round_)
        sentence = "" if table is None else _refusal(book, why, rising, table.id, t, round_)
        return Verdict(None, rising, refused=True, sentence=sentence)
    return Verdict(Act.UNSEAT, rising, sentence=t("Back to “To seat”"))


def _sits_at(book: Book, guest_id: GuestId, table_id: TableId, round_: int | None) -> bool:
    seat = book.seat_of(guest_id, round_)
    return seat is not None and seat.table_id == table_id


def _refusal(
    book: Book, why: CheckinError, guests: Sequence[GuestId], table_id: TableId, t: Words, round_: int | None
) -> str:
    if isinstance(why, NotArrived):
        return t("{name} has not arrived yet", name=why.name)
    if isinstance(why, TableFull):
        free = sum(seat.guest_id is None for seat in book.seats_at(table_id, round_))
        if free:
            coming = sum(not _sits_at(book, guest, table_id, round_) for guest in guests)
            return t.plural(
                "Table {number}: {count} seat free for {people} people",
                "Table {number}: {count} seats free for {people} people",
                free,
                number=why.number,
                people=coming,
            )
        return t("Table {number}: full", number=why.number)
    if isinstance(why, Locked):
        if why.name:
            return t("{name} is locked at table {number}", name=why.name, number=why.number)
        return t("Table {number} is locked", number=why.number)
    return t("Table {number}: not possible", number=book.tables[table_id].number)

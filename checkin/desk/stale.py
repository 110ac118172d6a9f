"""Badges that no longer tell the truth: whose, and what has changed since they were printed.

Of a printed badge only the hash of what it said is kept (``printing.said``). Which table it named is found by trying
them all; where none gives the hash, it is something else that has changed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from checkin.badges import Badge
from checkin.book import Book
from checkin.desk.printing import Only, badge_of, chosen, common, said
from checkin.model import Guest, GuestId
from checkin.words import Words


@dataclass(frozen=True, slots=True)
class StaleBadge:
    """A badge that is out in the room and says what is no longer so.

    Attributes:
        before: The table's number on the badge; None where it names none, or where something else has changed.
        now: The number of the table that the guest has now, or None.
        moved: Whether all that has changed is the table.
    """

    guest_id: GuestId
    name: str
    before: int | None
    now: int | None
    moved: bool = False


def stale_badges(book: Book, t: Words, most: int | None = None) -> list[StaleBadge]:
    """Badges that have changed since they were printed, by surname; the first ``most`` of them."""
    among = common(book)
    return [_stale(book, guest, badge_of(book, guest, t, among)) for guest in chosen(book, Only.CHANGED, t)[:most]]


def what_changed(stale: StaleBadge, t: Words) -> str:
    """What a badge says and what is so.

    >>> what_changed(StaleBadge(GuestId(1), "Ana", 3, 9, moved=True), Words("en"))
    'Table 3 → 9'
    """
    if not stale.moved:
        return t("Name, company or other details")
    before, now = (t("none") if number is None else str(number) for number in (stale.before, stale.now))
    return t("Table {before} → {now}", before=before, now=now)


def _stale(book: Book, guest: Guest, badge: Badge) -> StaleBadge:
    for told in _elsewhere(book, badge):
        if guest.badge_print in {said(told, whole=whole) for whole in (False, True)}:
            return StaleBadge(guest.id, badge.name, told.table, badge.table, moved=True)
    return StaleBadge(guest.id, badge.name, None, badge.table)


def _elsewhere(book: Book, badge: Badge) -> Iterator[Badge]:
    """The same badge with every other table, and without one."""
    for number in (None, *sorted({table.number for table in book.tables.values()})):
        rounds = badge.rounds
        if rounds and rounds[0] == badge.table and number is not None:
            rounds = (number, *rounds[1:])
        yield replace(badge, table=number, rounds=rounds)

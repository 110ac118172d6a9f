"""Who and what is locked, and the refusal to move anybody against it. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from checkin.book import Book
from checkin.errors import Locked
from checkin.model import GuestId, RuleKind, TableId


def locked_tables(book: Book) -> frozenset[TableId]:
    """The tables that are locked: nobody leaves them, and nobody but an arrival comes."""
    rules = book.ties.rules.values()
    return frozenset(rule.table_id for rule in rules if rule.kind is RuleKind.LOCK and rule.table_id is not None)


def check_locks(book: Book, places: Mapping[GuestId, TableId | None], round_: int | None = None) -> None:
    """See that nobody is moved against a lock.

    Args:
        book: The event.
        places: Who would move, and where to; None for to no table.
        round_: The round in question; the one being seated where it is left out.

    Raises:
        Locked: Somebody is locked at another table than the one they would go to, or a table that is locked would lose
            or gain somebody.
    """
    shut = locked_tables(book)
    pins = {
        who: rule.table_id for rule in book.ties.rules.values() if rule.kind is RuleKind.PIN for who in rule.guest_ids
    }
    for who, table in places.items():
        own = pins.get(who)
        if own is not None and own != table:
            raise Locked(book.display_name(who), book.tables[own].number)
        seat = book.seat_of(who, round_)
        for one in (None if seat is None else seat.table_id, table):
            if one in shut and one is not None:
                raise Locked("", book.tables[one].number)

"""What is decided for an event and heeded at every station.

A setting is a text in the database, written as a change like everything else. What belongs to one laptop (the size of
its window, its scanner, its volume) is not here.
"""

from __future__ import annotations

from datetime import datetime

from checkin import plans
from checkin.book import Book
from checkin.changes import Change
from checkin.desk.ledger import Ledger
from checkin.model import SettingName
from checkin.rows import stamp


def rehearsing(book: Book) -> datetime | None:
    """Since when the event is being rehearsed, or None."""
    began = book.setting(SettingName.REHEARSAL)
    return datetime.fromisoformat(began) if began else None


def decide(ledger: Ledger, name: SettingName, value: str) -> Change:
    """Write a setting."""
    return ledger.write(lambda book, pen: plans.set_(book, name, value, pen.reserve))


def begin_rehearsal(ledger: Ledger) -> Change:
    """From now on nothing counts until ``end_rehearsal``."""
    return decide(ledger, SettingName.REHEARSAL, stamp(ledger.clock()))


def end_rehearsal(ledger: Ledger) -> Change:
    """Clear everything that happened since the rehearsal began, in one act."""

    def plan(book: Book, _pen: object) -> Change:
        began = rehearsing(book)
        return plans.clear_rehearsal(book, began or ledger.clock(), SettingName.REHEARSAL)

    return ledger.write(plan)

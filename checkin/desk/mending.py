"""Many places changed at once: the part of the desk that shuffles, fills and seats, first thought of, then written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from checkin import filling, mending
from checkin.book import Book
from checkin.changes import Change
from checkin.desk.ledger import Ledger
from checkin.luck import Luck
from checkin.rulebook import rules_of
from checkin.store import Pen


class Mending:
    """What a desk can do with many places at once."""

    _ledger: Ledger
    backup_now: Callable[[], Path | None]

    def plan_shuffle(self) -> Change:
        """Everybody drawn anew who may be moved; nothing is written.

        Raises:
            NothingToDo: Nobody may be moved.
        """
        book = self._ledger.opened()
        return mending.shuffle(book, rules_of(book), self._fresh(book, "shuffle"))

    def plan_fill(self, minimum: int) -> Change:
        """Every table in use filled to ``minimum`` people, or emptied, with the fewest moves; nothing is written.

        Raises:
            NothingToDo: No table is short, or none can be helped.
        """
        book = self._ledger.opened()
        return filling.fill(book, minimum, rules_of(book))

    def plan_seating(self) -> Change:
        """A table drawn for everybody who waits for one; nothing is written.

        Raises:
            NothingToDo: Nobody waits, or no seat is free.
        """
        book = self._ledger.opened()
        return mending.seat_waiting(book, rules_of(book), self._fresh(book, "waiting"))

    def take(self, planned: Change) -> Change:
        """Write what was planned as one change, after a copy of everything has been made.

        Raises:
            StaleChange: Somebody has moved or left meanwhile; nothing is written.
            Locked: Somebody or a table has been locked meanwhile; nothing is written.
        """

        def plan(book: Book, _pen: Pen) -> Change:
            mending.check_still(book, planned, rules_of(book))
            return planned

        self.backup_now()
        return self._ledger.write(plan)

    def _fresh(self, book: Book, purpose: str) -> Luck:
        """Luck that follows from the event's seed and has not been used: told apart by how far the journal has come."""
        seq, _ = self._ledger.store.head()
        return Luck(bytes.fromhex(book.event.seed), f"event {book.event.id} {purpose} {seq}")

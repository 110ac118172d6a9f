"""Paper and files out: the part of the desk that writes them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from checkin.changes import Change
from checkin.desk import exports, printing
from checkin.desk.ledger import Ledger
from checkin.desk.outcomes import PrintReport
from checkin.model import GuestId
from checkin.words import Words


class Paperwork:
    """What a desk can print and export."""

    _ledger: Ledger

    def print_badges(
        self,
        path: Path,
        t: Words,
        *,
        sheet: str = printing.DEFAULT_SHEET,
        start: int = 1,
        only: printing.Only = printing.Only.ALL,
        guest_ids: Sequence[GuestId] | None = None,
        progress: printing.Progress = printing.silent,
    ) -> PrintReport:
        """Write badges as PDF and remember who has one.

        Raises:
            NothingToPrint: The choice is empty.
            CannotSave: The file could not be written; what was there is still there.
        """
        return printing.badges(
            self._ledger, path, t, sheet=sheet, start=start, only=only, guest_ids=guest_ids, progress=progress
        )

    def badge_printed(self, prints: Sequence[tuple[GuestId, str]]) -> Change:
        """Remember badges that the door has printed, each with the hash of what it says."""
        return printing.remember(self._ledger, prints)

    def print_table_cards(self, path: Path, t: Words) -> PrintReport:
        """Write one tent card a table as PDF."""
        return printing.table_cards(self._ledger, path, t)

    def print_list(self, path: Path, t: Words) -> PrintReport:
        """Write the seating list, by surname and by table, as PDF."""
        return printing.seating_list(self._ledger, path, t)

    def export(self, path: Path, t: Words, what: exports.What = exports.What.ALL) -> int:
        """Write what is known as CSV or XLSX, by the name's ending; returns the number of rows."""
        book = self._ledger.opened()
        return exports.export(book, self._ledger.store.journal_of(book.event.id), path, t, what)

    def print_command_cards(self, path: Path, t: Words) -> PrintReport:
        """Write the cards that make the door undo or change its mode, to be cut out, as PDF."""
        return printing.command_cards(self._ledger, path, t)

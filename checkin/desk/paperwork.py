"""Paper and files out: the part of the desk that writes them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from checkin.badges import Design, Stock
from checkin.changes import Change
from checkin.desk import exports, papers, printing, settings
from checkin.desk.ledger import Ledger
from checkin.desk.outcomes import BadgePrint, PrintReport
from checkin.desk.stale import StaleBadge, stale_badges
from checkin.model import GuestId, SettingName
from checkin.paper.ticket import TicketPaper
from checkin.words import Words


class Paperwork:
    """What a desk can print and export."""

    _ledger: Ledger

    # --- badges ---

    def print_badges(
        self,
        path: Path,
        t: Words,
        *,
        stock: Stock = printing.USUAL_STOCK,
        only: printing.Only = printing.Only.ALL,
        guest_ids: Sequence[GuestId] | None = None,
        again: bool = False,
        progress: printing.Progress = printing.silent,
    ) -> PrintReport:
        """Write badges as PDF and remember who has one; ``again`` also those who have the very same already.

        Raises:
            NothingToPrint: The choice is empty.
            PrintedAlready: Some of those chosen have this very badge, and ``again`` was not said.
            CannotSave: The file could not be written; what was there is still there.
        """
        return printing.badges(
            self._ledger, path, t, stock=stock, only=only, guest_ids=guest_ids, again=again, progress=progress
        )

    def compose_badges(
        self,
        t: Words,
        *,
        stock: Stock = printing.USUAL_STOCK,
        only: printing.Only = printing.Only.ALL,
        guest_ids: Sequence[GuestId] | None = None,
        again: bool = False,
        progress: printing.Progress = printing.silent,
    ) -> printing.Composed:
        """Make badges for a printer; ``badge_printed`` remembers them once they are on paper.

        Raises:
            NothingToPrint: The choice is empty.
            PrintedAlready: Some of those chosen have this very badge, and ``again`` was not said.
        """
        return printing.composed(
            self._ledger, t, stock=stock, only=only, guest_ids=guest_ids, again=again, progress=progress
        )

    def badge_printed(self, prints: Sequence[tuple[GuestId, str]]) -> Change:
        """Remember badges that the door has printed, each with the hash of what it says."""
        return printing.remember(self._ledger, prints)

    def stale_badges(self, t: Words) -> list[StaleBadge]:
        """Badges that have changed since they were printed, by surname."""
        return stale_badges(self._ledger.opened(), t)

    def badge_prints(self, guest_id: GuestId) -> list[BadgePrint]:
        """When and where a guest's badge was printed, oldest first."""
        return printing.record(self._ledger, guest_id)

    def design_badges(self, design: Design) -> Change:
        """Let the event's badges look like this from now on."""
        return settings.decide(self._ledger, SettingName.BADGES, design.to_text())

    # --- other papers ---
    # With ``first`` only so many pages are drawn, for a preview; the report counts all of them.

    def print_table_cards(
        self,
        path: Path,
        t: Words,
        *,
        people: bool = False,
        progress: printing.Progress = printing.silent,
        first: int | None = None,
    ) -> PrintReport:
        """Write one tent card a table as PDF; with ``people`` their second side says who sits there."""
        return papers.table_cards(self._ledger, path, t, people=people, progress=progress, first=first)

    def print_place_cards(
        self,
        path: Path,
        t: Words,
        *,
        only: printing.Only = printing.Only.ALL,
        guest_ids: Sequence[GuestId] | None = None,
        progress: printing.Progress = printing.silent,
        first: int | None = None,
    ) -> PrintReport:
        """Write a tent for everybody's place as PDF."""
        return papers.place_cards(self._ledger, path, t, only=only, guest_ids=guest_ids, progress=progress, first=first)

    def print_list(
        self,
        path: Path,
        t: Words,
        *,
        only: printing.Only = printing.Only.ALL,
        progress: printing.Progress = printing.silent,
        first: int | None = None,
    ) -> PrintReport:
        """Write the seating list, by surname and by table, as PDF: with those still expected, or only who came."""
        return papers.seating_list(self._ledger, path, t, only=only, progress=progress, first=first)

    def print_door_list(
        self, path: Path, t: Words, *, progress: printing.Progress = printing.silent, first: int | None = None
    ) -> PrintReport:
        """Write who is in the house, with boxes to tick, as PDF."""
        return papers.door_list(self._ledger, path, t, progress=progress, first=first)

    def print_call_out(
        self,
        path: Path,
        t: Words,
        round_: int | None = None,
        *,
        progress: printing.Progress = printing.silent,
        first: int | None = None,
    ) -> PrintReport:
        """Write who changes tables as a round begins, to be read aloud, as PDF."""
        return papers.call_out(self._ledger, path, t, round_, progress=progress, first=first)

    def print_tickets(
        self,
        path: Path,
        t: Words,
        *,
        paper: TicketPaper = TicketPaper.A4,
        each: bool = False,
        only: printing.Only = printing.Only.ALL,
        guest_ids: Sequence[GuestId] | None = None,
        progress: printing.Progress = printing.silent,
        first: int | None = None,
    ) -> PrintReport:
        """Write everybody's ticket as PDF, in one file or ``each`` in one of its own in the folder ``path``."""
        told = papers.ticketed(self._ledger, t, only, guest_ids)
        if each:
            return papers.single_tickets(path, t, told, paper, progress)
        return papers.tickets(path, t, told, paper, progress, first)

    def print_contacts(
        self, path: Path, t: Words, *, progress: printing.Progress = printing.silent, first: int | None = None
    ) -> PrintReport:
        """Write who sits at each table and how to reach them as PDF."""
        return papers.contacts(self._ledger, path, t, progress=progress, first=first)

    def print_command_cards(self, path: Path, t: Words) -> PrintReport:
        """Write the cards that make the door undo or change its mode, to be cut out, as PDF."""
        return papers.command_cards(self._ledger, path, t)

    def print_calibration(self, path: Path, t: Words, sheet: str = printing.DEFAULT_SHEET) -> PrintReport:
        """Write the page by which a printer's offset and scale are found as PDF."""
        return papers.calibration(path, t, sheet)

    # --- files ---

    def export(self, path: Path, t: Words, what: exports.What = exports.What.ALL) -> int:
        """Write what is known as CSV or XLSX, by the name's ending; returns the number of rows."""
        book = self._ledger.opened()
        return exports.export(book, self._ledger.store.journal_of(book.event.id), path, t, what)

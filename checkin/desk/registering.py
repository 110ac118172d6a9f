"""Lists in, and corrections by hand: the part of the desk that keeps who is registered."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from checkin import collector, plans
from checkin.amending import AS_IT_IS, Amendments
from checkin.changes import Change
from checkin.desk import imports, own_lists
from checkin.desk.correcting import tidied
from checkin.desk.ledger import Ledger
from checkin.desk.outcomes import ImportReport
from checkin.enrolment import Enrolment
from checkin.intake import registrations as intake
from checkin.model import GuestId, Standing
from checkin.one_person import one_person


class Registering:
    """What a desk does about who is registered."""

    _ledger: Ledger
    _new_code: Callable[[], str]
    backup_now: Callable[[], Path | None]
    remember: Callable[[], Change | None]

    def import_file(
        self,
        path: Path,
        *,
        sheet: str | Sequence[str] | None = None,
        columns: Mapping[str, str] | None = None,
        meanings: Mapping[str, Standing] | None = None,
        choices: Amendments = AS_IT_IS,
        dry_run: bool = False,
    ) -> ImportReport:
        """Take the people of a registration file in, as one change.

        Args:
            path: CSV, TSV, XLSX, XLS or ODS; what it is shows in its bytes, not in its name.
            sheet: Which sheet of a workbook, or which of them together, where the right one is not found by itself.
            columns: Field to header, for columns that are guessed wrong.
            meanings: What words of its status column mean, where they may mean this or that.
            choices: What the organizer says about the list.
            dry_run: Only say what would be written.

        Raises:
            UnreadableFile: It is none of those, damaged, or too large.
            NoNames: No column could be a name, an e-mail or a code.
        """
        read = own_lists.read(path, sheet=sheet, columns=columns, meanings=meanings)
        if dry_run:
            return imports.report(self._ledger.opened(), read, self.imagine(read, choices), None, choices)
        return self.take_in(read, choices)

    def imagine(self, read: intake.Intake, choices: Amendments = AS_IT_IS) -> Enrolment:
        """What taking a list in would do to whom, with nothing written."""
        return imports.imagine(self._ledger, read, choices)

    def take_in(self, read: intake.Intake, choices: Amendments = AS_IT_IS) -> ImportReport:
        """Take the people of a list that was read in, as one change, after copying what is there now."""
        self.backup_now()
        with collector.set_aside():
            return self._take_in(read, choices)

    def _take_in(self, read: intake.Intake, choices: Amendments) -> ImportReport:
        report = imports.take_in(self._ledger, read, self._new_code, choices)
        if report.change is not None:
            self.remember()
        return report

    def make_one(self, kept_id: GuestId, other_id: GuestId) -> Change:
        """Two guests are one person: the first stays and takes over what the other has.

        Raises:
            NoSuchGuest: There is no such guest.
            SamePerson: They are one guest already.
        """
        return self._ledger.write(lambda book, pen: one_person(book, kept_id, other_id, pen.reserve))

    def correct(self, guest_id: GuestId, **fields: object) -> Change:
        """Write something about a guest by hand; no list changes it back unless asked.

        Where all of it is known already, nothing is written and the change has no place in the journal.

        Args:
            guest_id: Whom.
            fields: What is now known: names out of ``correcting.BY_HAND``.

        Raises:
            NoSuchGuest: There is no such guest.
            WrongCall: A field that nobody writes by hand, or what is written is none of its kind.
        """
        known = tidied(fields)
        self._ledger.catch_up()
        nothing = plans.correct(self._ledger.opened(), guest_id, known)
        if not nothing.edits:
            return nothing
        return self._ledger.write(lambda book, _pen: plans.correct(book, guest_id, known))

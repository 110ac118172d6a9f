"""Files in: what a list that was read would write, and writing it; what was corrected here, as the journal tells."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import count

from checkin import collector
from checkin.amending import AS_IT_IS, Amendments, capitals
from checkin.book import Book
from checkin.changes import Change, Edit, Entity
from checkin.desk.ledger import Ledger
from checkin.desk.outcomes import ImportReport, Remark, SetAside
from checkin.enrolment import Enrolment, enrol
from checkin.intake import registrations as intake
from checkin.model import PROFILE, Guest, GuestId, Registration
from checkin.paper.fonts import Fonts, Weight
from checkin.paper.runs import unprintable
from checkin.rows import Whole, encode
from checkin.store import Pen

NAMED = 3
"""People who are named in a report."""
BLOCK = 500
"""Ids are set aside by this many, so that a large file does not ask for each."""


class _NothingNewError(Exception):
    """The list says what is known already: nothing is written, and the ids set aside for it are free again."""


@collector.set_aside()
def imagine(ledger: Ledger, read: intake.Intake, choices: Amendments) -> Enrolment:
    """What taking a list in would write; nothing is set aside for it."""
    ledger.catch_up()
    numbers = count(1)
    book = ledger.opened()
    return enrol(
        book,
        read.registrations,
        read.format,
        lambda: "",
        lambda _entity, _count: -next(numbers),
        choices,
        corrected(ledger),
    )


@collector.set_aside()
def take_in(ledger: Ledger, read: intake.Intake, new_code: Callable[[], str], choices: Amendments) -> ImportReport:
    """Take the people of a list in, as one change."""
    planned: list[Enrolment] = []
    ledger.catch_up()
    here = corrected(ledger)

    def plan(book: Book, pen: Pen) -> Change:
        planned[:] = [
            enrol(book, read.registrations, read.format, new_code, _in_blocks(pen.reserve), choices, here),
        ]
        if not planned[0].change.edits:
            raise _NothingNewError
        return _by_sheet(planned[0].change, read.base)

    try:
        written = ledger.write(plan)
    except _NothingNewError:
        return report(ledger.opened(), read, planned[0], None, choices)
    return report(ledger.opened(), read, planned[0], written, choices)


def _by_sheet(change: Change, base: int) -> Change:
    """Where several sheets were read, new guests have the number of their row on its own sheet, as people see it."""

    def own(edit: Edit) -> Edit:
        guest = edit.after.kept if edit.before is None and isinstance(edit.after, Whole) else None
        if not isinstance(guest, Guest):
            return edit
        return Edit(edit.entity, edit.id, None, Whole(replace(guest, row=guest.row % base)))

    return replace(change, edits=tuple(map(own, change.edits))) if base else change


def corrected(ledger: Ledger) -> dict[GuestId, frozenset[str]]:
    """The fields of each guest that hold what somebody wrote here, as the journal tells.

    A field counts while it holds what a correction wrote: one taken back, or overruled by a list, does not count any
    more.
    """
    book = ledger.opened()
    written: dict[tuple[GuestId, str], set[object]] = {}
    for change in ledger.store.corrections(book.event.id):
        for edit in change.edits:
            if edit.entity is Entity.GUEST and edit.before is not None and edit.after is not None:
                for name, value in edit.after.items():
                    written.setdefault((GuestId(edit.id), name), set()).add(value)
    found: dict[GuestId, set[str]] = {}
    for (guest_id, name), values in written.items():
        guest = book.guests.get(guest_id)
        if guest is not None and name in PROFILE and encode(getattr(guest, name)) in values:
            found.setdefault(guest_id, set()).add(name)
    return {guest_id: frozenset(names) for guest_id, names in found.items()}


def _in_blocks(reserve: Callable[[Entity, int], int]) -> Callable[[Entity, int], int]:
    """Hand out single ids from blocks that are set aside at once."""
    left: dict[Entity, tuple[int, int]] = {}

    def ids(entity: Entity, _count: int) -> int:
        following, end = left.get(entity, (0, 0))
        if following == end:
            following = reserve(entity, BLOCK)
            end = following + BLOCK
        left[entity] = (following + 1, end)
        return following

    return ids


def report(
    book: Book, read: intake.Intake, enrolment: Enrolment, change: Change | None, choices: Amendments = AS_IT_IS
) -> ImportReport:
    """What a list came to, in figures; what was settled by a choice is worth no look any more."""
    one_now = {row for pair in enrolment.joined for row in pair}
    open_still = [
        remark
        for remark in read.warnings
        if remark.row not in choices.skip
        and not (choices.capitals and remark.code == "capitals")
        and not (remark.row in one_now and remark.code in intake.ABOUT_DOUBLES)
    ]
    return ImportReport(
        format=read.format,
        sheet=read.sheet,
        rows=read.rows,
        added=enrolment.added,
        updated=enrolment.updated,
        unchanged=enrolment.unchanged,
        unnamed=enrolment.unnamed,
        not_expected=tuple(SetAside(row, reason) for row, reason in enrolment.not_expected),
        skipped=(
            *(SetAside(aside.row, aside.reason) for aside in read.skipped),
            *(SetAside(row, "left_out") for row in enrolment.left_out),
            *(SetAside(row, "joined") for row, _into in enrolment.joined),
        ),
        companions=enrolment.companions,
        warnings=(
            *(Remark(remark.row, remark.code, remark.detail) for remark in open_still),
            *(Remark(row, "wish_unclear", piece) for row, piece in enrolment.strange_wishes),
            *_unprintable(read.registrations),
        ),
        columns=tuple(read.columns.items()),
        gone=len(enrolment.gone),
        statuses=read.statuses,
        names=_names(read, choices),
        change=change,
        first_names=tuple(one.name or "" for one in read.named[:NAMED]),
        newcomers=enrolment.newcomers,
        changed=enrolment.otherwise,
        missing=tuple((guest_id, book.display_name(guest_id)) for guest_id in enrolment.gone),
        doubts=enrolment.doubts,
        sheets=read.sheets,
        base=read.base,
        doubles=tuple(one for one in read.doubles if not {one.row, *one.others} <= one_now),
    )


def _names(read: intake.Intake, choices: Amendments) -> dict[int, str]:
    """Who stands on which row, as the list goes in."""
    found = {aside.row: aside.name for aside in read.skipped if aside.name}
    for one in read.registrations:
        said = choices.names.get(one.row, "").strip() or one.name or one.email
        if said:
            found[one.row] = capitals(said) if choices.capitals else said
    return found


def _unprintable(registrations: Sequence[Registration]) -> Iterator[Remark]:
    """Rows with letters that no shipped font has: said now, and not found on paper."""
    faces = Fonts().row(Weight.REGULAR)
    known = set(map(chr, range(0x20, 0x7F)))
    for one in registrations:
        said = f"{one.name or ''} {one.given} {one.family} {one.company} {one.role}"
        if said.isascii() or known.issuperset(said):  # a list has a hundred letters, and fifty thousand people
            continue
        letters = unprintable(said, faces)
        known.update(set(said) - set(letters))
        if letters:
            yield Remark(one.row, "no_letter", f"{one.name or one.company} ({letters})")

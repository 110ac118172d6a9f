"""Files in: reading a registration file and enrolling whom it names."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import count
from pathlib import Path

from checkin import collector
from checkin.book import Book
from checkin.changes import Change, Entity
from checkin.desk.ledger import Ledger
from checkin.desk.outcomes import ImportReport, Remark, SetAside
from checkin.enrolment import Enrolment, enrol
from checkin.intake import registrations as intake
from checkin.model import Registration
from checkin.paper.fonts import Fonts, Weight
from checkin.paper.runs import unprintable
from checkin.store import Pen

BLOCK = 500
"""Ids are set aside by this many, so that a large file does not ask for each."""


@collector.set_aside()
def import_file(
    ledger: Ledger,
    path: Path,
    new_code: Callable[[], str],
    *,
    sheet: str | None,
    columns: Mapping[str, str] | None,
    dry_run: bool,
) -> ImportReport:
    """Read a file and take its people in, as one change; with ``dry_run`` only say what it would do."""
    read = intake.read(path, sheet=sheet, columns=columns)
    ledger.catch_up()
    numbers = count(1)
    imagined = enrol(
        ledger.opened(), read.registrations, read.format, lambda: "", lambda _entity, _count: -next(numbers)
    )
    if dry_run or not imagined.change.edits:
        return _report(read, imagined, None)
    planned: list[Enrolment] = []

    def plan(book: Book, pen: Pen) -> Change:
        planned[:] = [enrol(book, read.registrations, read.format, new_code, _in_blocks(pen.reserve))]
        return planned[0].change

    written = ledger.write(plan)
    return _report(read, planned[0], written)


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


def _report(read: intake.Intake, enrolment: Enrolment, change: Change | None) -> ImportReport:
    return ImportReport(
        format=read.format,
        sheet=read.sheet,
        rows=read.rows,
        added=enrolment.added,
        updated=enrolment.updated,
        unchanged=enrolment.unchanged,
        unnamed=enrolment.unnamed,
        not_expected=tuple(SetAside(row, reason) for row, reason in enrolment.not_expected),
        skipped=tuple(SetAside(aside.row, aside.reason) for aside in read.skipped),
        companions=enrolment.companions,
        warnings=(
            *(Remark(remark.row, remark.code, remark.detail) for remark in read.warnings),
            *(Remark(row, "wish_unclear", piece) for row, piece in enrolment.strange_wishes),
            *_unprintable(read.registrations),
        ),
        columns=tuple(read.columns.items()),
        change=change,
    )


def _unprintable(registrations: Sequence[Registration]) -> Iterator[Remark]:
    """Rows with letters that no shipped font has: said now, and not found on paper."""
    faces = Fonts().row(Weight.REGULAR)
    for one in registrations:
        said = f"{one.name or ''} {one.given} {one.family} {one.company} {one.role}"
        if not said.isascii() and (letters := unprintable(said, faces)):
            yield Remark(one.row, "no_letter", f"{one.name or one.company} ({letters})")

"""Which sheet of a file holds the people, which line is its header, and what its columns say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path

from checkin.errors import NoNames, UnreadableFile, WrongCall
from checkin.intake import boxes
from checkin.intake import columns as guesser
from checkin.intake.blocks import above_names, is_header, is_plan, one_table, planned
from checkin.intake.boxes import NONE, Boxes
from checkin.intake.columns import Columns
from checkin.intake.folding import fold_header, one_line
from checkin.intake.formats import GENERIC, Format, recognise
from checkin.intake.headers import Header, find
from checkin.intake.headings import places_aside, standing_under
from checkin.intake.merged import spread
from checkin.intake.paired import parted
from checkin.intake.plain_lists import entitled, may_be_title, one_below_the_other
from checkin.intake.sections import marked
from checkin.intake.sheets import Book, Line, Remark, Sheet
from checkin.intake.tails import parted_off
from checkin.model import Standing

_LOOKED_AT = 400
Titles = tuple[str, ...]
_SOMEBODY = ("name", "given", "family", "email")
_IDENTIFYING = ("name", "given", "family", "email", "code", "user")


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """A sheet understood.

    Attributes:
        headers: One a column, never empty, never twice the same (``Company``, ``Company (2)``; a nameless column has
            its spreadsheet letter).
        header_row: The header's row number; 0 where the sheet has none.
        folded_header: The header folded, to know it again further down.
        said: What the organizer says that words of the status mean, and what the platform says of the others; empty
            where nothing was said.
        others: Further sheets of the file that look like lists of people.
        remarks: What was odd about how it is laid out.
        boxes: Columns that are ticked by who comes and by who does not, where no other says it.
    """

    sheet: Sheet
    format: Format
    headers: tuple[str, ...]
    header_row: int
    folded_header: tuple[str, ...]
    columns: Columns
    body: tuple[Line, ...]
    said: Mapping[str, Standing] = field(default_factory=dict)
    others: tuple[Table, ...] = ()
    remarks: tuple[Remark, ...] = ()
    boxes: Boxes = NONE


def choose(book: Book, path: Path, sheet: str | None, wanted: Mapping[str, str]) -> Table:
    """The table of people in ``book``; ``sheet`` and ``wanted`` (field to header) are the user's and win.

    Raises:
        UnreadableFile: No such sheet, no such column, or nothing in the file at all.
        NoNames: No column that could be a name, an e-mail or a code.
        WrongCall: ``wanted`` names a field that does not exist.
    """
    unknown = next((name for name in wanted if name not in guesser.FIELDS), None)
    if unknown is not None:
        raise WrongCall("column", unknown)
    if not any(one.lines for one in book.sheets):
        raise UnreadableFile(str(path), "empty")
    named = None if sheet is None else book.sheets[place_of(book, sheet, path)]
    tables = [understand(one, path, wanted if len(book.sheets) == 1 else {}) for one in book.sheets if one.lines]
    if named is None:
        aside = dict(zip(tables, places_aside([one.sheet.name for one in tables]), strict=True))
        best = max(tables, key=lambda table: _worth(table, aside[table]))
    else:
        best = next(one for one in tables if one.sheet is named)
    others = tuple(one for one in tables if one is not best and holds_people(one))
    return _checked(replace(understand(best.sheet, path, wanted) if wanted else best, others=others), path)


def place_of(book: Book, name: str, path: Path) -> int:
    """Which sheet is called so, capitals apart.

    Raises:
        UnreadableFile: None of them, or there is nothing in it.
    """
    for at, one in enumerate(book.sheets):
        if one.name == name or one.name.casefold() == name.strip().casefold():
            if not one.lines:
                raise UnreadableFile(str(path), "empty", one.name)
            return at
    raise UnreadableFile(str(path), "no_sheet", ", ".join(one.name for one in book.sheets))


def _checked(table: Table, path: Path) -> Table:
    if not names_somebody(table):
        raise NoNames(str(path), table.headers)
    return table


def names_somebody(table: Table) -> bool:
    """Whether a table has a column that tells who somebody is."""
    return any(name in table.columns for name in _IDENTIFYING)


def _worth(table: Table, aside: int) -> tuple[bool, bool, int, float]:
    """Sheets of people before sheets of orders and fees, visible before hidden, this year's before last year's.

    Much fuller before emptier, too; of two alike the first.
    """
    identifying = sum(name in table.columns for name in _IDENTIFYING)
    known = table.format is not GENERIC
    points = 50 * (known and table.format.person) + 10 * min(identifying, 3) + len(table.columns.places)
    full = min(len(table.body) // 10, 5) / 5
    return table.sheet.visible, bool(table.body and identifying), -aside, points + full


def holds_people(table: Table) -> bool:
    """Whether a sheet may be a list of people: a platform's orders and fees are none."""
    return bool(table.body) and table.format.person and any(name in table.columns for name in _SOMEBODY)


def understand(sheet: Sheet, path: Path, wanted: Mapping[str, str]) -> Table:
    """One sheet's header, format and columns."""
    header = find(sheet.lines)
    titles, body = header.titles, sheet.lines[header.below :]
    known = recognise({fold_header(title) for title in titles})
    remarks: tuple[Remark, ...] = ()
    read_as = titles
    if known is GENERIC:
        titles, read_as, body, remarks = _arranged(sheet, header)
    width = max(len(titles), max((len(line.cells) for line in body), default=0))
    headers = _unique(titles, width)
    chosen = {name: _place(header, headers, path) for name, header in wanted.items() if header}
    padded = (*read_as, *("" for _ in range(width - len(read_as))))
    people = [line.cells for line in islice((line for line in body if not line.aside), _LOOKED_AT)]
    found = guesser.guess(padded, people, known, chosen)
    found = guesser.without(found, [name for name, header in wanted.items() if not header])
    if sheet.merged:
        body = spread(body, sheet.merged, found)
    if not wanted:
        remarks += _doubts(titles, headers, body, found)
    row, folded = header.row if titles else 0, tuple(map(fold_header, titles))
    ticks = boxes.found(titles, people)
    if not set(found.of("status")) <= set(ticks.no):
        ticks = NONE  # somebody's answer in words outranks a tick
    elif ticks.no:
        found = guesser.without(found, ["status"])
    return Table(sheet, known, headers, row, folded, found, tuple(body), remarks=remarks, boxes=ticks)


def _arranged(sheet: Sheet, header: Header) -> tuple[Titles, Titles, tuple[Line, ...], tuple[Remark, ...]]:
    """A hand-made sheet as one table: its titles, what they mean, its lines with what is no person set aside."""
    titles, body = header.titles, sheet.lines[header.below :]
    told: tuple[Remark, ...] = ()
    meant: Titles = ()
    if is_plan(titles) and above_names(titles, body):
        body, numbered = planned(titles, body)
        titles, told = (), (Remark(0, "side_by_side", numbered),)
    elif not titles:
        meant, body = _without_titles(one_below_the_other(body))
    laid = one_table(titles, _called(sheet, body), sheet.lines[: header.first])
    two = parted(laid.titles, marked(laid.titles, laid.body))
    return two.titles, meant or two.read_as, two.body, told + laid.remarks


def _without_titles(body: tuple[Line, ...]) -> tuple[Titles, tuple[Line, ...]]:
    """A list without a header, what is no person set aside; and what its columns mean where its lines were parted."""
    meant, parted = parted_off(body, entitled)
    return (meant, parted) if meant else ((), _without_headers(entitled(body)))


def _without_headers(body: tuple[Line, ...]) -> tuple[Line, ...]:
    """A list that begins at once, without a header that stands further down: at its end, or pasted in."""
    return tuple(
        replace(line, aside="header_again") if not line.aside and is_header(line.cells) else line for line in body
    )


def _doubts(titles: Titles, headers: Titles, body: Sequence[Line], found: Columns) -> tuple[Remark, ...]:
    """What was not told by any title and had to be guessed."""
    held = [headers[found.of(name)[0]] for name in ("name", "given", "family") if name in found]
    if not titles and len(headers) > 1 and held:
        return (Remark(0, "no_header", ", ".join(held)),)
    first = next((line for line in body if not line.aside), None)
    if not titles and first is not None and may_be_title([line.cells[0] for line in body if not line.aside]):
        return (Remark(first.number, "may_be_title", first.cells[0]),)
    if titles and held and "email" not in found and not guesser.says_name(held[0]):
        return (Remark(0, "guessed_name", held[0]),)
    return ()


def _called(sheet: Sheet, body: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines under the name of their sheet, where it is one of people who do not come."""
    said = standing_under(sheet.name)
    return body if said in {None, Standing.COMING} else tuple(replace(line, under=sheet.name) for line in body)


def _unique(titles: Sequence[str], width: int) -> tuple[str, ...]:
    seen: dict[str, int] = {}
    headers = []
    for place in range(width):
        title = one_line(titles[place]) if place < len(titles) else ""
        header = title or _letter(place)
        while header in seen:
            seen[header] += 1
            header = f"{title or _letter(place)} ({seen[header]})"
        seen[header] = 1
        headers.append(header)
    return tuple(headers)


def _letter(place: int) -> str:
    """The spreadsheet's name of a column: A, B … Z, AA."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def holds(headers: Sequence[str], header: str) -> bool:
    """Whether a header as the user typed it is among those of a sheet."""
    return header in headers or fold_header(header) in map(fold_header, headers)


def _place(header: str, headers: Sequence[str], path: Path) -> int:
    """The column of a header as the user typed it: to the letter, else folded."""
    if header in headers:
        return headers.index(header)
    folded = [fold_header(one) for one in headers]
    wanted = fold_header(header)
    if wanted and wanted in folded:
        return folded.index(wanted)
    raise UnreadableFile(str(path), "no_column", header)

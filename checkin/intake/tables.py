"""Which sheet of a file holds the people, which line is its header, and what its columns say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from checkin.errors import NoNames, UnreadableFile, WrongCall
from checkin.intake import columns as guesser
from checkin.intake.columns import Columns
from checkin.intake.contents import looks_like_email, looks_like_name, share
from checkin.intake.folding import fold_header, one_line
from checkin.intake.formats import GENERIC, Format, recognise
from checkin.intake.sheets import Book, Line, Sheet
from checkin.model import Standing

_HEADER_WITHIN = 30
_LOOKED_AT = 400
_TRIFLES = frozenset({"number", "handle"})
_IDENTIFYING = ("name", "given", "family", "email", "code", "user")


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet understood.

    Attributes:
        headers: One a column, never empty, never twice the same (``Company``, ``Company (2)``; a nameless column has
            its spreadsheet letter).
        header_row: The header's row number; 0 where the sheet has none.
        folded_header: The header folded, to know it again further down.
        said: What the organizer says that words of the status mean, and what the platform says of the others; empty
            where nothing was said.
    """

    sheet: Sheet
    format: Format
    headers: tuple[str, ...]
    header_row: int
    folded_header: tuple[str, ...]
    columns: Columns
    body: tuple[Line, ...]
    said: Mapping[str, Standing] = field(default_factory=dict)


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
    if sheet is not None:
        return _checked(understand(_named(book, sheet, path), path, wanted), path)
    tables = [understand(one, path, wanted if len(book.sheets) == 1 else {}) for one in book.sheets if one.lines]
    best = max(tables, key=_worth)
    return _checked(understand(best.sheet, path, wanted) if wanted else best, path)


def _named(book: Book, name: str, path: Path) -> Sheet:
    for one in book.sheets:
        if one.name == name or one.name.casefold() == name.strip().casefold():
            if not one.lines:
                raise UnreadableFile(str(path), "empty", one.name)
            return one
    raise UnreadableFile(str(path), "no_sheet", ", ".join(one.name for one in book.sheets))


def _checked(table: Table, path: Path) -> Table:
    if not any(name in table.columns for name in _IDENTIFYING):
        raise NoNames(str(path), table.headers)
    return table


def _worth(table: Table) -> tuple[bool, bool, float]:
    """Sheets of people before sheets of orders and fees, fuller before emptier, visible before hidden."""
    identifying = sum(name in table.columns for name in _IDENTIFYING)
    known = table.format is not GENERIC
    points = 50 * (known and table.format.person) + 10 * min(identifying, 3) + len(table.columns.places)
    return table.sheet.visible, bool(table.body and identifying), points + min(len(table.body), 50) / 50


def understand(sheet: Sheet, path: Path, wanted: Mapping[str, str]) -> Table:
    """One sheet's header, format and columns."""
    at = _header_at(sheet.lines)
    width = max(len(line.cells) for line in sheet.lines)
    titles = sheet.lines[at].cells if at is not None else ()
    body = sheet.lines[at + 1 :] if at is not None else sheet.lines
    known = recognise({fold_header(title) for title in titles})
    headers = _unique(titles, width)
    chosen = {name: _place(header, headers, path) for name, header in wanted.items() if header}
    padded = (*titles, *("" for _ in range(width - len(titles))))
    found = guesser.guess(padded, [line.cells for line in body[:_LOOKED_AT]], known, chosen)
    found = guesser.without(found, [name for name, header in wanted.items() if not header])
    row = sheet.lines[at].number if at is not None else 0
    return Table(sheet, known, headers, row, tuple(map(fold_header, titles)), found, body)


def _header_at(lines: Sequence[Line]) -> int | None:
    """The first line with two known column words, else with one; None where the people begin at once."""
    best: int | None = None
    for at, line in enumerate(lines[:_HEADER_WITHIN]):
        filled = [cell for cell in line.cells if cell]
        if any(looks_like_email(cell) for cell in filled):
            break
        known = sum(_known(cell) for cell in filled)
        if known >= 2 or recognise({fold_header(cell) for cell in filled}) is not GENERIC:
            return at
        if known >= 0.9 and best is None and (len(filled) > 1 or len(line.cells) == 1):
            best = at
    return best if best is not None else _header_by_content(lines)


def _known(cell: str) -> float:
    """1 for a column word to the letter, 0.6 for a question that has one in it."""
    if len(cell) > 200:
        return 0.0
    scores = {name: score for name, score in guesser.header_scores(cell).items() if name not in _TRIFLES}
    best = max(scores.values(), default=0.0)
    return 1.0 if best > 70 else 0.6 if best else 0.0


def _header_by_content(lines: Sequence[Line]) -> int | None:
    """A header in an unknown language: a line without an e-mail right above lines with e-mails; else the first line.

    None where the people begin at once: an e-mail on the first line, or names from the first line on.
    """
    for at, (line, following) in enumerate(pairwise(lines[:_HEADER_WITHIN])):
        if any(map(looks_like_email, line.cells)):
            return None
        if sum(map(bool, line.cells)) > 1 and any(map(looks_like_email, following.cells)):
            return at
    first_names = [place for place, cell in enumerate(lines[0].cells) if looks_like_name(cell)]
    below = [[line.cells[place] for line in lines if place < len(line.cells)] for place in first_names]
    return None if any(share(cells, looks_like_name) >= 0.8 for cells in below) else 0


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


def _place(header: str, headers: Sequence[str], path: Path) -> int:
    """The column of a header as the user typed it: to the letter, else folded."""
    if header in headers:
        return headers.index(header)
    folded = [fold_header(one) for one in headers]
    wanted = fold_header(header)
    if wanted and wanted in folded:
        return folded.index(wanted)
    raise UnreadableFile(str(path), "no_column", header)

r"""Which cells the letters of a text file mean: delimiter and quotes, with people never lost to a stray quote.

A standard CSV reader makes one person of three without an error where a quote is not closed. Here the strict reader
goes first; where it objects, or where a quoted cell swallowed what looks like whole records, each record is read again
on its own and the quote is taken for a letter.

>>> split("Nombre;Correo\nAna;ana@example.org\n").records
[(1, ['Nombre', 'Correo']), (2, ['Ana', 'ana@example.org'])]
>>> split('a,b,c,d\n1,"Ana,x,y\n2,Eva,x,y\n').unclosed
[2]
"""

from __future__ import annotations

import csv
import io
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from math import log2
from operator import itemgetter

from checkin.intake import vocabulary
from checkin.intake.folding import strip_nuls
from checkin.intake.limits import CELL, CELLS, COLUMNS, ROWS

DELIMITERS = ";,\t|"
_SEP = re.compile(r"^\ufeff?\"?sep=(.)\"?[;,\t|]*(?:\r\n|\n|\r)", re.IGNORECASE)
_LINE_END = re.compile(r"\r\n|\n|\r")
_WITH_ITS_END = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+")
_EMAIL = re.compile(r"[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+")
_SAMPLE_LINES = 60
_SAMPLE = 100_000
_LINES_IN_CELL = 100
_LONG_LINE = 1_000_000
_REREAD = 20_000_000
"""Letters that may be read again to see where a quote closes; then every line stands by itself."""

Records = list[tuple[int, list[str]]]


class TooLargeError(Exception):
    """More rows, columns or cells than ``limits`` allow; says which."""


@dataclass(frozen=True, slots=True)
class Table:
    """The records with their numbers: a quoted line end adds none.

    Attributes:
        unclosed: The numbers of records where a quote was not closed.
        ends: From each record, in order, to the line of the file that it ends on.
    """

    records: Records
    delimiter: str
    unclosed: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)

    def record_at(self, line: int) -> int:
        """The number of the record that holds a line of the file."""
        return min(bisect_left(self.ends, line), len(self.ends) - 1) + 1


def split(text: str) -> Table:
    """``text`` as records of cells. A first line ``sep=;`` is obeyed and, as in a spreadsheet, is no row.

    Raises:
        TooLargeError: More rows, columns or cells than a list of people has.
    """
    text = strip_nuls(text)
    if _endless_line(text):
        raise TooLargeError(f"> {COLUMNS:,} columns")
    told = _SEP.match(text)
    delimiter, text = (told[1], text[told.end() :]) if told else (_delimiter(text), text)
    before = 1 if told else 0
    first_lines = _LINE_END.split(text[:_SAMPLE])[:_SAMPLE_LINES]
    width = _width([_forgiving(line, delimiter) for line in first_lines])
    return _strictly(text, delimiter, width, before) or _line_by_line(text, delimiter, width, before)


def _endless_line(text: str) -> bool:
    """Whether somewhere a million letters stand without a line end and with more delimiters than any list has.

    The reader would make all its cells before anybody could count them.
    """
    at = 0
    while len(text) - at > _LONG_LINE:
        end = at + _LONG_LINE
        last = max(text.rfind("\n", at, end), text.rfind("\r", at, end))
        if last < 0 and any(text.count(sign, at, end) > _LONG_LINE // 50 for sign in DELIMITERS):
            return True
        at = end if last < 0 else last + 1
    return False


def _strictly(text: str, delimiter: str, width: int, before: int) -> Table | None:
    # Line by line out of the text itself: a file in memory would hold every letter once more, in four bytes each.
    lines = map(itemgetter(0), _WITH_ITS_END.finditer(text))
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    table = Table([], delimiter)
    last = 0
    try:
        for record in _within_limits(reader):
            end = reader.line_num
            if end - last > 1 and _swallowed(record, delimiter, width):
                return None
            last = end
            table.records.append((len(table.records) + 1, record))
            table.ends.append(end + before)
    except csv.Error:
        return None
    return table


def _within_limits(records: Iterable[list[str]]) -> Iterator[list[str]]:
    """The records, given up as soon as there are too many: a bomb is not unpacked to see how large it is."""
    rows = cells = 0
    for record in records:
        cells += len(record)
        rows += any(record)
        if rows > ROWS:
            raise TooLargeError(f"> {ROWS:,} rows")
        if len(record) > COLUMNS and any(record[COLUMNS:]):
            raise TooLargeError(f"> {COLUMNS:,} columns")
        if cells > CELLS:
            raise TooLargeError(f"> {CELLS:,} cells")
        yield record


def _loosely(text: str, delimiter: str) -> list[list[str]]:
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error:
        return []


def _width(records: list[list[str]]) -> int:
    """The commonest number of cells among records that hold something."""
    widths = Counter(len(record) for record in records if any(cell.strip() for cell in record))
    return max(widths, key=lambda width: (widths[width], width), default=1)


def _delimiter(text: str) -> str:
    """The sign that splits most of the first lines alike, and that makes known column words of one of them."""

    def score(delimiter: str) -> float:
        records = _loosely("\n".join(_LINE_END.split(text[:_SAMPLE])[:_SAMPLE_LINES]), delimiter)
        filled = [record for record in records if any(cell.strip() for cell in record)]
        width = _width(filled)
        if width < 2:
            return 0.0
        alike = sum(len(record) == width for record in filled) / len(filled)
        known = max(sum(vocabulary.known(cell) for cell in record[:500]) for record in filled)
        return alike * min(log2(width), 4) + known

    return max(DELIMITERS, key=score)


def _swallowed(record: list[str], delimiter: str, width: int) -> bool:
    """Whether a cell with line ends holds what looks like a whole record.

    A note may have commas on several lines; what gives a swallowed person away is an e-mail among enough of them, or as
    many as a record has where the record that swallowed it came out too short or too long.
    """
    odd = len(record) != width
    for place, cell in enumerate(record):
        lines = _LINE_END.split(cell)[1:]
        for number, line in enumerate(lines, 1):
            after = len(record) - 1 - place if number == len(lines) else 0
            cuts = line.count(delimiter) + after
            if (
                "@" in line
                and len(line) <= CELL
                and _EMAIL.search(line)
                and line.count(delimiter)
                and cuts >= max(2, width // 2)
            ):
                return True
            if line.count(delimiter) >= width - 1 > 0 and (odd or width > 5):
                return True
    return False


def _line_by_line(text: str, delimiter: str, width: int, before: int) -> Table:
    lines = _LINE_END.split(text)
    if lines and not lines[-1]:
        lines.pop()
    table = Table([], delimiter)

    def each() -> Iterator[list[str]]:
        at, number, patience = 0, 0, _REREAD
        while at < len(lines):
            number += 1
            cells, used, read = _record_at(lines, at, delimiter, width, patience)
            patience -= read
            if cells is None:
                cells = _forgiving(lines[at], delimiter)
                table.unclosed.append(number)
            at += used
            table.ends.append(at + before)
            yield cells

    table.records.extend(enumerate(_within_limits(each()), 1))
    return table


def _record_at(
    lines: list[str], at: int, delimiter: str, width: int, patience: int
) -> tuple[list[str] | None, int, int]:
    """The record that begins on one line, how many lines it takes, and how many letters were read again.

    The record is None where its quotes make no sense.
    """
    chunk, again = "", 0
    for used, line in enumerate(lines[at : at + _LINES_IN_CELL], 1):
        chunk = f"{chunk}\n{line}" if used > 1 else line
        if used > 1 and (len(chunk) > 2 * CELL or again > patience):
            break
        if used > 1 and '"' not in line.replace('""', ""):  # nothing here closes the quote
            continue
        again += len(chunk) if used > 1 else 0
        try:
            found = list(csv.reader(io.StringIO(chunk, newline=""), delimiter=delimiter, strict=True))
        except csv.Error as error:
            if "end of data" in str(error):  # still inside a quoted cell
                continue
            break
        if len(found) > 1:
            break
        cells = found[0] if found else []
        swallowed = used > 1 and _swallowed(cells, delimiter, width)
        return (None, 1, again) if swallowed else (cells, used, again)
    return None, 1, again


def _forgiving(line: str, delimiter: str) -> list[str]:
    """One line whose quotes make no sense: well quoted cells are kept whole, any other quote is a letter."""
    cut = re.escape(delimiter)
    pattern = re.compile(rf'\s*"((?:[^"]|"")*)"\s*(?={cut}|$)|([^{cut}]*)')
    cells, at = [], 0
    while at <= len(line):
        found = pattern.match(line, at)
        if found is None:
            break
        quoted, bare = found[1], found[2]
        if quoted is not None:
            cells.append(quoted.replace('""', '"'))
        else:
            cells.append(bare[1:] if bare.startswith('"') and bare.count('"') == 1 else bare)
        at = found.end() + 1
    return cells

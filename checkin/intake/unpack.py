"""The child process that opens spreadsheets: bytes on stdin, sheets as JSON on stdout.

A file of 1.7 kB with a cell in the last corner makes the reader abort the process it runs in, so it never runs in ours.
``workbooks`` starts this file by its path with a fresh interpreter; it imports nothing of the program, so it starts
quickly and the same way on every system. Where the system knows resource limits it also binds itself: memory,
processor time, no core dump.
"""

from __future__ import annotations

import contextlib
import io
import json
import sys
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from typing import TypedDict

import python_calamine

if sys.platform != "win32":
    import resource

Cell = int | float | str | bool | time | date | datetime | timedelta


MERGED = 5_000
"""Merged cells of a sheet that are looked at."""

EXACT = 2.0**53
"""From here on not every whole number has a place of its own."""


class FoundSheet(TypedDict):
    """A worksheet as it goes through the pipe; a row is its number and its cells.

    Cells that are merged over several rows of one column are told as (first row, last row, column).
    """

    name: str
    visible: bool
    rows: list[tuple[int, list[str]]]
    merged: list[tuple[int, int, int]]


class Answer(TypedDict):
    """What goes through the pipe: the sheets, or in ``refused`` one word for why there are none."""

    sheets: list[FoundSheet]
    refused: str
    detail: str


class TooLargeError(Exception):
    """The sheets hold more than the limits allow."""


def bind(memory: int, seconds: int) -> None:
    """Limit this process, where the system can: bytes of memory, seconds of processor time, no core dump."""
    if sys.platform != "win32":
        wanted = ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, seconds), (resource.RLIMIT_CORE, 0))
        for kind, amount in wanted:
            with contextlib.suppress(ValueError, OSError):  # macOS refuses a limit on address space
                resource.setrlimit(kind, (amount, amount))


def written(cell: Cell) -> str:
    """A cell as its letters: whole numbers without a point or exponent, dates as ISO 8601.

    A number too long to be exact keeps its exponent: the digits it would be written with are not those of the list.
    """
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < EXACT else f"{cell:.15g}"
    if isinstance(cell, datetime):
        return cell.isoformat(sep=" ", timespec="seconds")
    if isinstance(cell, date | time):
        return cell.isoformat()
    return str(cell)


def filled_rows(rows: Iterable[list[Cell]], first_row: int, first_column: int) -> Iterator[tuple[int, list[str]]]:
    """The rows that hold something, numbered as the spreadsheet shows them, cut after the last filled cell."""
    for number, row in enumerate(rows, first_row + 1):
        cells = [""] * first_column + [written(cell) for cell in row]
        while cells and not cells[-1].strip():
            cells.pop()
        if cells:
            yield number, cells


def over_rows(sheet: python_calamine.CalamineSheet) -> list[tuple[int, int, int]]:
    """The cells of one column that are merged over several rows, rows from 1; some kinds of file do not tell."""
    ranges = sheet.merged_cell_ranges or []
    tall = [((top, left), (low, right)) for (top, left), (low, right) in ranges[:MERGED] if left == right and top < low]
    return [(top + 1, low + 1, left) for (top, left), (low, _) in tall]


def sheets(raw: bytes, rows: int, columns: int, limit: int) -> list[FoundSheet]:
    """Every worksheet of the workbook, as name, visible and rows.

    Raises:
        TooLargeError: More rows or columns in a sheet, or more letters in all than ``limit``; says which.
    """
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(raw))
    found: list[FoundSheet] = []
    written_so_far = 0
    for position, about in enumerate(book.sheets_metadata):
        if about.typ is not python_calamine.SheetTypeEnum.WorkSheet:
            continue
        sheet = book.get_sheet_by_index(position)
        first_row, first_column = sheet.start or (0, 0)
        kept: list[tuple[int, list[str]]] = []
        for number, cells in filled_rows(sheet.to_python(skip_empty_area=True), first_row, first_column):
            written_so_far += sum(map(len, cells))
            if len(kept) >= rows:
                raise TooLargeError("too_large", f"> {rows:,} rows")
            if len(cells) > columns:
                raise TooLargeError("too_large", f"> {columns:,} columns")
            if written_so_far > limit:
                raise TooLargeError("bomb", f"> {limit:,} letters")
            kept.append((number, cells))
        visible = about.visible is python_calamine.SheetVisibleEnum.Visible
        found.append(FoundSheet(name=about.name, visible=visible, rows=kept, merged=over_rows(sheet)))
    return found


def answer(raw: bytes, rows: int, columns: int, letters: int) -> Answer:
    """What the parent reads: the sheets, or one word for why not."""
    try:
        return Answer(sheets=sheets(raw, rows, columns, letters), refused="", detail="")
    except TooLargeError as error:
        why, detail = error.args
        return Answer(sheets=[], refused=why, detail=detail)
    except MemoryError:
        return Answer(sheets=[], refused="bomb", detail="")
    except python_calamine.PasswordError:
        return Answer(sheets=[], refused="encrypted", detail="")
    except python_calamine.CalamineError as error:
        return Answer(sheets=[], refused="damaged", detail=str(error))


def main(memory: int, seconds: int, rows: int, columns: int, letters: int) -> None:
    """Read stdin, answer on stdout."""
    raw = sys.stdin.buffer.read()
    bind(memory, seconds)
    json.dump(answer(raw, rows, columns, letters), sys.stdout)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:6]))

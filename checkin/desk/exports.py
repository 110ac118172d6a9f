"""Everything out: one line a guest, as CSV or as a workbook.

A cell that a spreadsheet would run as a formula gets an apostrophe in front in CSV (CWE-1236) and is written as text in
XLSX; the importer takes both back literally.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from xlsxwriter import Workbook

from checkin import column_words
from checkin.book import Book
from checkin.errors import CannotSave, WrongCall
from checkin.model import Guest
from checkin.words import Words

FIELDS = (
    "id", "name", "given", "family", "email", "phone", "company", "role", "sector", "handle", "offers", "seeks", "diet",
    "note", "product", "standing", "reason", "code", "table", "arrival", "arrived_at", "left_at", "station", "row",
)  # fmt: skip


def export(book: Book, path: Path, t: Words) -> int:
    """Write everybody to ``path``; returns the number of lines below the header.

    Raises:
        WrongCall: The name ends neither in .csv nor in .xlsx.
        CannotSave: The file could not be written; what was there is still there.
    """
    kind = path.suffix.lower()
    if kind not in (".csv", ".xlsx"):
        raise WrongCall("-o", path.name)
    lines = [list(_line(book, guest)) for guest in sorted(book.guests.values(), key=lambda guest: guest.id)]
    spoken = column_words.headers(t)
    headers = [spoken[field] for field in FIELDS]
    beside = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if kind == ".csv":
            _write_csv(beside, headers, lines)
        else:
            _write_workbook(beside, headers, lines)
        beside.replace(path)
    except OSError as error:
        raise CannotSave(str(error)) from error
    finally:
        beside.unlink(missing_ok=True)
    return len(lines)


def _line(book: Book, guest: Guest) -> Iterator[str | int]:
    table = book.table_of(guest.id)
    own: dict[str, object] = {"code": book.code_of(guest.id), "table": "" if table is None else table.number}
    for field in FIELDS:
        value = own[field] if field in own else getattr(guest, field)
        if value is None:
            yield ""
        elif isinstance(value, int):
            yield value
        else:
            yield value.isoformat(timespec="seconds") if hasattr(value, "isoformat") else str(value)


def _write_csv(path: Path, headers: list[str], lines: list[list[str | int]]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(headers)
        writer.writerows([_harmless(cell) for cell in line] for line in lines)


def _harmless(cell: str | int) -> str | int:
    return f"'{cell}" if isinstance(cell, str) and cell[:1] in ("=", "+", "-", "@", "\t", "\r", "\0") else cell


def _write_workbook(path: Path, headers: list[str], lines: list[list[str | int]]) -> None:
    with Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False}) as workbook:
        page = workbook.add_worksheet()
        bold = workbook.add_format({"bold": True})
        for column, header in enumerate(headers):
            page.write_string(0, column, header, bold)
        for row, line in enumerate(lines, 1):
            for column, cell in enumerate(line):
                if isinstance(cell, int):
                    page.write_number(row, column, cell)
                else:
                    page.write_string(row, column, cell)
        page.freeze_panes(1, 2)

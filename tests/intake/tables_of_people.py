"""Files for the tests of the intake: the samples read in the simplest way, and small files written on the spot."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import python_calamine
import xlsxwriter

SAMPLES = Path(__file__).parents[1] / "data" / "samples"
EVENTBRITE = SAMPLES / "eventbrite_attendees.csv"
PRETIX = SAMPLES / "pretix_orders.xlsx"
GOOGLE = SAMPLES / "google_forms_es.csv"
LUMA = SAMPLES / "luma_guests.csv"
MEETUP = SAMPLES / "meetup_rsvps_utf16.tsv"
EXCEL = SAMPLES / "excel_lista_cp1252.csv"
TEXTS = {
    EVENTBRITE: ("utf-8", ","),
    GOOGLE: ("utf-8", ","),
    LUMA: ("utf-8-sig", ","),
    MEETUP: ("utf-16", "\t"),
    EXCEL: ("cp1252", ";"),
}
ALL = (EVENTBRITE, PRETIX, GOOGLE, LUMA, MEETUP, EXCEL)

Rows = list[list[str]]


def rows_of(sample: Path) -> Rows:
    """Every record of a sample, blank ones too, read with nothing but a CSV reader or a spreadsheet reader."""
    if sample == PRETIX:
        sheet = python_calamine.CalamineWorkbook.from_path(str(sample)).get_sheet_by_name("Order positions")
        return [
            [str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell) for cell in row]
            for row in sheet.to_python()
        ]
    encoding, delimiter = TEXTS[sample]
    return list(csv.reader(io.StringIO(sample.read_bytes().decode(encoding), newline=""), delimiter=delimiter))


def delimited(rows: Sequence[Sequence[str]], delimiter: str = ",") -> str:
    """Rows as CSV."""
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows(rows)
    return text.getvalue()


def workbook(sheets: dict[str, Sequence[Sequence[object]]]) -> bytes:
    """Rows as XLSX, one sheet a name."""
    raw = io.BytesIO()
    with xlsxwriter.Workbook(
        raw, {"strings_to_numbers": False, "strings_to_formulas": False, "strings_to_urls": False}
    ) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    return raw.getvalue()


def archive(parts: dict[str, str]) -> bytes:
    """A ZIP of some parts."""
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return raw.getvalue()


def with_part(book: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    """A workbook with one of its parts changed."""
    raw = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as old, zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(old.read(name)) if name == part else old.read(name))
    return raw.getvalue()


def save(folder: Path, content: str | bytes, name: str = "list.csv") -> Path:
    """A file with that content."""
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path

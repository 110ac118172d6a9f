"""A file as sheets of cells, whatever its name says: the first bytes decide what it is.

Knows limits, magic numbers and reasons to refuse; does not know what a guest is. What it cannot open it refuses with
``UnreadableFile`` and one word of ``REASONS``.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from checkin.errors import UnreadableFile
from checkin.intake import delimited, letters, workbooks
from checkin.intake.folding import clean
from checkin.intake.limits import CELL, COLUMNS, ON_DISK, ROWS

REASONS = (
    "missing", "folder", "not_allowed", "empty", "too_large", "bomb", "far_cell", "timeout", "damaged", "encrypted",
    "html", "not_a_sheet", "no_sheet", "no_column",
)  # fmt: skip
"""Every ``why`` of an ``UnreadableFile`` raised by this package."""

_MAGIC = (
    (b"%PDF", "PDF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"{\\rtf", "RTF"),
    (b"7z\xbc\xaf", "7z"),
    (b"Rar!", "RAR"),
    (b"\x1f\x8b", "gzip"),
    (b"SQLite format 3", "SQLite"),
)
_MARKUP = (
    ("<!doctype html", "html"),
    ("<html", "html"),
    ("<table", "html"),
    ("<meta", "html"),
    ("<head", "html"),
    ("<style", "html"),
    ("mime-version:", "html"),
    ("<?xml", "not_a_sheet"),
)


@dataclass(frozen=True, slots=True)
class Line:
    """One record that holds something, with its number as a spreadsheet shows it (from 1)."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Remark:
    """Something the organizer should look at: where, a stable word for what, and the letters it is about."""

    row: int
    code: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A named sheet; text files have one without a name."""

    name: str
    visible: bool
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Book:
    """Everything a file holds, and what was odd about reading it."""

    sheets: tuple[Sheet, ...]
    remarks: tuple[Remark, ...] = ()


def open_book(path: Path) -> Book:
    """The sheets of the file at ``path``.

    Raises:
        UnreadableFile: Not there, too large, damaged, encrypted, or no table at all.
    """
    raw = _bytes_of(path)
    for magic, kind in _MAGIC:
        if raw.startswith(magic):
            raise UnreadableFile(str(path), "not_a_sheet", kind)
    if raw.startswith((workbooks.ZIP, workbooks.OLE)):
        return _from_workbook(raw, path)
    return _from_text(raw, path)


def _bytes_of(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise UnreadableFile(str(path), "folder")
        with path.open("rb") as file:
            raw = file.read(ON_DISK + 1)
    except FileNotFoundError as error:
        raise UnreadableFile(str(path), "missing") from error
    except (OSError, ValueError) as error:
        raise UnreadableFile(str(path), "not_allowed", str(error)) from error
    if len(raw) > ON_DISK:
        raise UnreadableFile(str(path), "too_large")
    if not raw.strip(b"\0 \t\r\n"):
        raise UnreadableFile(str(path), "empty")
    return raw


def _from_workbook(raw: bytes, path: Path) -> Book:
    found = []
    remarks: list[Remark] = []
    for name, visible, rows in workbooks.unpack(raw, path):
        found.append(Sheet(name, visible, _lines(rows, remarks)))
    return Book(tuple(found), tuple(remarks))


def _from_text(raw: bytes, path: Path) -> Book:
    decoded = letters.decode(raw)
    start = decoded.text[:2000].lstrip("\ufeff \t\r\n").casefold()
    for sign, why in _MARKUP:
        if start.startswith(sign):
            raise UnreadableFile(str(path), why)
    if letters.looks_binary(decoded.text):
        raise UnreadableFile(str(path), "not_a_sheet")
    table = delimited.split(decoded.text)
    if len(table.records) > ROWS:
        raise UnreadableFile(str(path), "too_large", f"> {ROWS:,} rows")
    if any(len(cells) > COLUMNS for _, cells in table.records):
        raise UnreadableFile(str(path), "too_large", f"> {COLUMNS:,} columns")
    remarks = [Remark(0, "mixed_encoding", decoded.mixed)] if decoded.mixed else []
    remarks += [Remark(number, "unclosed_quote") for number in table.unclosed]
    return Book((Sheet("", visible=True, lines=_lines(table.records, remarks)),), tuple(remarks))


def _lines(records: list[tuple[int, list[str]]], remarks: list[Remark]) -> tuple[Line, ...]:
    """Records cleaned cell by cell, blank ones left out; adds a remark for every cell it had to cut or mend."""
    lines = []
    for number, record in records:
        cells = []
        for cell in record:
            kept = cell
            if len(cell) > CELL:
                remarks.append(Remark(number, "cell_cut", cell[:40]))
                kept = cell[:CELL]
            mended = letters.mend(kept)
            if mended != kept:
                remarks.append(Remark(number, "mended_letters", mended[:40]))
            cells.append(clean(mended))
        while cells and not cells[-1]:
            cells.pop()
        if cells:
            lines.append(Line(number, tuple(cells)))
    return tuple(lines)

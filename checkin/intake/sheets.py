"""A file as sheets of cells, whatever its name says: the first bytes decide what it is.

Knows limits, magic numbers and reasons to refuse; does not know what a guest is. What it cannot open it refuses with
``UnreadableFile`` and one word of ``REASONS``.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from checkin.errors import UnreadableFile
from checkin.intake import addresses, chat_rows, delimited, kinds, letters, markup, resaved, workbooks
from checkin.intake.folding import clean, nothing_to_clean, one_line
from checkin.intake.limits import CELL, COLUMNS, MARKUP, ON_DISK, ROWS
from checkin.values import value

REASONS = (
    "missing", "folder", "not_allowed", "empty", "too_large", "bomb", "far_cell", "timeout", "damaged", "encrypted",
    "html", "not_a_sheet", "no_sheet", "no_column",
)  # fmt: skip
"""Every ``why`` of an ``UnreadableFile`` raised by this package."""

_PAGES = ("<!doctype html", "<html", "<table", "<meta", "<head", "<style", "<body", "<div", "<?xml")
_ARCHIVED_PAGE = "mime-version:"


@value(frozen=True, slots=True)
class Line:
    """One record that holds something, with its number as a spreadsheet shows it (from 1).

    Attributes:
        under: The title of the part of the list that it stands in, where that says something of its people; else "".
        part: Another title that it stands under (``Mesa 1``); else "".
        aside: Why it is no registration, where its neighbours tell (one of ``registrations.SKIPPED``); else "".
    """

    number: int
    cells: tuple[str, ...]
    under: str = ""
    part: str = ""
    aside: str = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """Something the organizer should look at: where, a stable word for what, and the letters it is about."""

    row: int
    code: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A named sheet; text files have one without a name.

    Attributes:
        remarks: What was odd about its cells.
        merged: Cells that are merged over several rows, as (first row, last row, column from 0).
    """

    name: str
    visible: bool
    lines: tuple[Line, ...]
    remarks: tuple[Remark, ...] = ()
    merged: tuple[tuple[int, int, int], ...] = ()


KNOWN = 10_000
"""Different cells that are known again: what many people say is said early in a list."""


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
    if kind := kinds.of_bytes(raw):
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
    for name, visible, rows, merged in workbooks.unpack(raw, path):
        remarks: list[Remark] = []
        lines = _lines(rows, remarks)
        found.append(Sheet(name, visible, lines, tuple(remarks), tuple(merged)))
    return Book(tuple(found))


def _from_text(raw: bytes, path: Path) -> Book:
    decoded = letters.decode(raw)
    start = decoded.text[:2000].lstrip("\ufeff \t\r\n").casefold()
    if start.startswith(_PAGES):
        return _from_page(decoded.text, path)
    if start.startswith(_ARCHIVED_PAGE):
        raise UnreadableFile(str(path), "html")
    if chat := chat_rows.understood(decoded.text):
        return _from_chat(chat)
    if kind := kinds.of_text(decoded.text):
        raise UnreadableFile(str(path), "not_a_sheet", kind)
    if letters.looks_binary(decoded.text):
        raise UnreadableFile(str(path), "not_a_sheet")
    if entries := addresses.listed(decoded.text):
        found: list[Remark] = []
        return Book((Sheet("", visible=True, lines=_lines(list(enumerate(entries, 1)), found)),), tuple(found))
    try:
        text = resaved.plain(decoded.text)
        table = delimited.split(text)
    except delimited.TooLargeError as error:
        raise UnreadableFile(str(path), "too_large", str(error)) from error
    remarks = [Remark(table.record_at(line), "mixed_encoding", text) for line, text in decoded.mixed]
    remarks += [Remark(0, "older_letters", decoded.older)] if decoded.older else []
    remarks += [Remark(number, "unclosed_quote") for number in table.unclosed]
    records = table.records
    if not any(len(record) > 1 for _, record in records):
        records = resaved.by_columns(text) or records
    resaved.without_apostrophes(records)
    return Book((Sheet("", visible=True, lines=_lines(records, remarks)),), tuple(remarks))


def _from_chat(chat: chat_rows.Chat) -> Book:
    """The rows of a chat below the columns that it is read as."""
    rows = (Line(one.number, tuple(map(clean, one.cells)), one.under, aside=one.aside) for one in chat.rows)
    remarks = tuple(Remark(row, code, one_line(clean(detail))) for row, code, detail in chat.remarks)
    return Book((Sheet("", visible=True, lines=(Line(0, chat_rows.TITLES), *rows)),), remarks)


def _from_page(text: str, path: Path) -> Book:
    """A web page or old XML that a platform called a spreadsheet: its tables, where it has any that hold a list."""
    if len(text) > MARKUP:
        raise UnreadableFile(str(path), "too_large", f"> {MARKUP:,} letters")
    remarks: list[Remark] = []
    found = []
    for at, (name, rows) in enumerate(markup.tables(text), 1):
        if len(rows) > ROWS or any(len(row) > COLUMNS for row in rows):
            raise UnreadableFile(str(path), "too_large", f"> {ROWS:,} rows, {COLUMNS:,} columns")
        if sum(map(any, rows)) > 1 and any(sum(map(bool, row)) > 1 for row in rows):
            found.append(Sheet(name or str(at), visible=True, lines=_lines(list(enumerate(rows, 1)), remarks)))
    if not found:
        raise UnreadableFile(str(path), "not_a_sheet" if text.lstrip().startswith("<?xml") else "html")
    return Book(tuple(found), tuple(remarks))


def paste(text: str) -> Book:
    """What was copied from a spreadsheet: cells with TABs between them, or lines of a list, as a sheet without a name.

    Raises:
        UnreadableFile: Nothing in it, or more than a list of people has.
    """
    if not text.strip("\0 \t\r\n"):
        raise UnreadableFile("", "empty")
    if len(text) > ON_DISK:
        raise UnreadableFile("", "too_large")
    return _from_text(text.encode("utf-8", "replace"), Path())


def _lines(records: list[tuple[int, list[str]]], remarks: list[Remark]) -> tuple[Line, ...]:
    """Records cleaned cell by cell, blank ones left out; adds a remark for every cell it had to cut or mend.

    The records are used up, so that a large file is not held twice; what many of its cells say is kept once.
    """
    lines = []
    known: dict[str, str] = {}
    records.reverse()
    while records:
        number, record = records.pop()
        while record and not record[-1]:
            record.pop()
        if record and nothing_to_clean(record):
            kept_once = known.setdefault if len(known) < KNOWN else known.get
            lines.append(Line(number, tuple(map(kept_once, record, record))))
            continue
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

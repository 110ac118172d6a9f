"""Everything out: guests, arrivals, seats by round, journal, and who came for the platform, as CSV or as a workbook.

A cell that a spreadsheet would run as a formula gets an apostrophe in front in CSV (CWE-1236) and is written as text in
XLSX. The list of guests comes back to the letter (``own_lists.py``): that a list goes out and in changes nothing.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from checkin import column_words, joining, late, phrases
from checkin.book import Book
from checkin.changes import Change
from checkin.desk import own_words
from checkin.errors import CannotSave, WrongCall
from checkin.model import Guest, GuestId
from checkin.words import Words

if TYPE_CHECKING:
    import xlsxwriter
else:
    xlsxwriter = late.library("xlsxwriter")

FIELDS = (
    "id", "name", "given", "family", "email", "phone", "company", "role", "sector", "handle", "linkedin", "offers",
    "seeks", "about", "consent", "diet", "note", "product", "standing", "reason", "code", "table", "arrival",
    "arrived_at", "left_at", "station", "row",
)  # fmt: skip

_RUN = re.compile(r"[=+\-@\t\r\0]")


class What(StrEnum):
    """What goes out."""

    ALL = "all"
    GUESTS = "guests"
    ARRIVALS = "arrivals"
    SEATS = "seats"
    JOURNAL = "journal"
    CHECKINS = "checkins"


Cell = str | int


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table that goes out."""

    title: str
    headers: tuple[str, ...]
    lines: list[list[Cell]]


def export(book: Book, changes: Iterable[Change], path: Path, t: Words, what: What = What.ALL) -> int:
    """Write what is known to ``path``; returns the number of lines below the header of the first table.

    Args:
        book: The event.
        changes: Its journal, read only where it goes out.
        path: Ends in .csv for one table, in .xlsx for one sheet a table.
        t: The language of the headers.
        what: Which table; all of them make a workbook of several sheets, and in CSV the list of guests.

    Raises:
        WrongCall: The name ends neither in .csv nor in .xlsx.
        CannotSave: The file could not be written; what was there is still there.
    """
    kind = path.suffix.lower()
    if kind not in (".csv", ".xlsx"):
        raise WrongCall("-o", path.name)
    wanted = [what]
    if what is What.ALL:
        wanted = [What.GUESTS, What.ARRIVALS, What.SEATS, What.JOURNAL] if kind == ".xlsx" else [What.GUESTS]
    sheets = [_sheet(book, changes, t, one) for one in wanted]
    beside = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if kind == ".csv":
            _write_csv(beside, sheets[0])
        else:
            _write_workbook(beside, sheets)
        beside.replace(path)
    except OSError as error:
        raise CannotSave(str(error)) from error
    finally:
        beside.unlink(missing_ok=True)
    return len(sheets[0].lines)


ARRIVED = ("arrival", "name", "company", "email", "code", "table", "arrived_at", "left_at", "station")
CHECKED_IN = ("code", "name", "email", "product", "arrived_at")


def _sheet(book: Book, changes: Iterable[Change], t: Words, what: What) -> Sheet:
    words = own_words.headers(t)
    came = book.last_arrivals(book.arrived)[::-1]
    if what is What.ARRIVALS:
        lines = [list(_line(book, one, ARRIVED, t)) for one in came]
        return Sheet(t("Arrivals"), tuple(words[name] for name in ARRIVED), lines)
    if what is What.CHECKINS:
        headers = (*(words[name] for name in CHECKED_IN[:-1]), t("Checked in at"))
        lines = [[code, *_line(book, one, CHECKED_IN[1:], t)] for one in came for code in _theirs(book, one)]
        return Sheet(t("Checked in"), headers, lines)
    if what is What.SEATS:
        return _seats(book, t)
    if what is What.JOURNAL:
        about = (t("Row"), t("At"), words["station"], t("What"), words["id"], words["name"], t("Takes back row"))
        return Sheet(t("Journal"), about, [_entry(book, change, t) for change in changes])
    everybody = sorted(book.guests.values(), key=lambda guest: guest.id)
    names = (*FIELDS, *own_words.PLAIN_FIELDS, own_words.HOST, own_words.MORE_CODES)
    lines = [[*_line(book, one, names, t), one.key] for one in everybody]
    return Sheet(t("Guests"), (*(words[name] for name in names), own_words.MARK), lines)


def _theirs(book: Book, guest: Guest) -> list[str]:
    """The platform's codes that were used up: of a ticket with several ways to spell it one, of two tickets both."""
    codes = [ticket.code for ticket in book.tickets_of(guest.id) if not ticket.ours]
    return codes if joining.several(guest.key) else codes[:1]


def _seats(book: Book, t: Words) -> Sheet:
    words = column_words.headers(t)
    headers = (t("Round"), words["table"], t("Seat"), words["id"], words["name"], words["company"], words["email"])
    order = sorted(
        (seat for seat in book.seats.values() if seat.guest_id is not None),
        key=lambda seat: (seat.round, book.tables[seat.table_id].number, seat.number),
    )
    lines: list[list[Cell]] = []
    for seat in order:
        guest = book.guests[seat.guest_id or GuestId(0)]
        number = book.tables[seat.table_id].number
        lines.append([seat.round, number, seat.number, guest.id, guest.name or "", guest.company, guest.email])
    return Sheet(t("Seats"), headers, lines)


def _entry(book: Book, change: Change, t: Words) -> list[Cell]:
    guest = book.guests.get(GuestId(change.guest_id or 0))
    who = "" if guest is None else guest.name or ""
    label = phrases.label(change, book, t)
    return [change.seq, change.at, change.station, label, change.guest_id or "", who, change.undoes or ""]


def _line(book: Book, guest: Guest, names: Sequence[str], t: Words) -> Iterator[Cell]:
    table = book.table_of(guest.id)
    own: dict[str, object] = {"code": book.code_of(guest.id), "table": "" if table is None else table.number}
    own[own_words.MORE_CODES] = "\n".join([one.code for one in book.tickets_of(guest.id) if not one.ours][1:])
    for name in names:
        value = own[name] if name in own else getattr(guest, name)
        if value is None:
            yield ""
        elif (words := own_words.said(name, value, t)) is not None:
            yield words
        elif isinstance(value, int):
            yield int(value)
        else:
            yield value.isoformat(timespec="seconds") if hasattr(value, "isoformat") else str(value)


def _write_csv(path: Path, sheet: Sheet) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(sheet.headers)
        writer.writerows([harmless(cell) for cell in line] for line in sheet.lines)


def harmless(cell: Cell) -> Cell:
    """A cell that no spreadsheet runs."""
    return f"'{cell}" if isinstance(cell, str) and _RUN.match(cell) else cell


def _write_workbook(path: Path, sheets: Sequence[Sheet]) -> None:
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(str(path), options) as workbook:
        bold = workbook.add_format({"bold": True})
        for sheet in sheets:
            page = workbook.add_worksheet(sheet.title)
            for column, header in enumerate(sheet.headers):
                page.write_string(0, column, header, bold)
            for row, line in enumerate(sheet.lines, 1):
                for column, cell in enumerate(line):
                    if isinstance(cell, int):
                        page.write_number(row, column, cell)
                    else:
                        page.write_string(row, column, cell)
            page.freeze_panes(1, 2)

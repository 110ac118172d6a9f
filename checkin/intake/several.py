"""Several sheets of one file read together: which they are, and how their rows are told apart.

Every sheet is understood by itself, its columns by the same rules. A row is known by one number all the same: sheets
after the first have theirs a round number further on, and are told by their own number and the name of the sheet.

>>> told(3005, 1000, ("Comida", "Copa", "Resumen", "Espera")), told(5, 0, ("Comida",))
('5 · Espera', '5')
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from checkin.errors import UnreadableFile
from checkin.intake import tables
from checkin.intake.headings import standing_under
from checkin.intake.sheets import Book, Line, Remark
from checkin.intake.tables import Table
from checkin.model import Standing


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """What is read of a file.

    Attributes:
        tables: The sheets that are read, in the order of the file; at least one.
        lists: The sheets that look like lists of people, each with how many rows it has.
        base: What the numbers of a row are counted apart by from sheet to sheet; 0 where one sheet is read.
        remarks: What was odd about the cells of these sheets, and which of them hold nobody.
    """

    tables: tuple[Table, ...]
    lists: tuple[tuple[str, int], ...]
    base: int = 0
    remarks: tuple[Remark, ...] = ()


def told(row: int, base: int, sheets: Sequence[str]) -> str:
    """A row's own number, and its sheet where several are read."""
    return f"{row % base} · {sheets[row // base]}" if base and row else str(row)


def choose(book: Book, path: Path, names: Sequence[str], wanted: Mapping[str, str]) -> Found:
    """The tables of the sheets that are called so; of the one that looks most like people where none is named.

    Raises:
        UnreadableFile: No such sheet, no such column in any of them, or nothing in the file at all.
        NoNames: No column that could be a name, an e-mail or a code.
        WrongCall: ``wanted`` names a field that does not exist.
    """
    if len(dict.fromkeys(names)) < 2:
        table = tables.choose(book, path, names[0] if names else None, wanted)
        return Found((table,), _lists(book, (table, *table.others)), remarks=table.sheet.remarks)
    places = {tables.place_of(book, name, path) for name in names}
    read = [(at, tables.understand(book.sheets[at], path, {})) for at in sorted(places)]
    base = _base(book, [table for _, table in read])
    held = [(at, _mapped(table, path, wanted)) for at, table in read if tables.names_somebody(table)]
    for header in filter(None, wanted.values()):
        if not any(tables.holds(table.headers, header) for _, table in read):
            raise UnreadableFile(str(path), "no_column", header)
    if len(held) < 2:
        lone = held[0][1].sheet.name if held else names[0]
        found = choose(book, path, [lone], wanted)
    else:
        remarks = tuple(_moved(one, at * base) for at, table in held for one in table.sheet.remarks)
        apart = tuple(_apart(table, at * base) for at, table in held)
        others = (
            tables.understand(one, path, {}) for at, one in enumerate(book.sheets) if at not in places and one.lines
        )
        found = Found(apart, _lists(book, (*apart, *others)), base, remarks)
    empty = [Remark(0, "sheet_of_nobody", table.sheet.name) for _, table in read if not tables.names_somebody(table)]
    return replace(found, remarks=(*found.remarks, *empty))


def _lists(book: Book, every: Iterable[Table]) -> tuple[tuple[str, int], ...]:
    """The lists of a file in their order, each with its rows."""
    rows = {one.sheet.name: len(one.body) for one in every if tables.holds_people(one)}
    return tuple((one.name, rows[one.name]) for one in book.sheets if one.name in rows)


def _mapped(table: Table, path: Path, wanted: Mapping[str, str]) -> Table:
    """A sheet with what was said about those of the columns that it has."""
    mine = {name: said for name, said in wanted.items() if not said or tables.holds(table.headers, said)}
    return tables.understand(table.sheet, path, mine) if mine else table


def _base(book: Book, read: Sequence[Table]) -> int:
    """More than any row of the file, whichever sheets are read, so that a row keeps its number from one time on."""
    lines = (lines[-1].number for lines in (one.lines for one in book.sheets) if lines)
    bodies = (max((line.number for line in table.body), default=0) for table in read)
    most, base = max((*lines, *bodies), default=0), 1000
    while base <= most:
        base *= 10
    return base


def _apart(table: Table, further: int) -> Table:
    """A sheet with its rows numbered apart, and its name as the title over them."""
    said = standing_under(table.sheet.name)
    under = table.sheet.name if said not in {None, Standing.COMING} else ""
    part = table.sheet.name if said is None else ""
    body = tuple(_line(line, further, under, part) for line in table.body)
    return replace(table, body=body, remarks=tuple(_moved(one, further) for one in table.remarks))


def _line(line: Line, further: int, under: str, part: str) -> Line:
    return replace(line, number=line.number + further, under=line.under or under, part=line.part or part)


def _moved(remark: Remark, further: int) -> Remark:
    return replace(remark, row=remark.row + further) if remark.row else remark

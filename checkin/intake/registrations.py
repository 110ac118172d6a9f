"""A file of registrations read to the last row: who comes, who does not, what is no registration, and what is odd.

A row is not a guest: tickets repeat their buyer, add-on products are no people, people answer twice, lists end in
totals. Nothing is dropped in silence: named and unnamed people who come, those who do not, and skipped rows add up to
the rows of the file. Knows no database: whether somebody is new is not its question.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TypedDict

from checkin import collector
from checkin.capitals import proposed
from checkin.intake import between_rows, doubles, several, sheets, statuses
from checkin.intake.apart import wanted_apart
from checkin.intake.formats import EVENTBRITE, GENERIC
from checkin.intake.ordinary import Reader
from checkin.intake.overheard import overheard
from checkin.intake.rows import Draft
from checkin.intake.sheets import Remark
from checkin.intake.tables import Table
from checkin.model import Registration, Standing

SKIPPED = (
    "add_on_product", "answered_again_later", "ticket_again_later", "total_line", "pasted_twice", "header_again",
    "no_person", "heading", "chat_notice", "chat_talk", "chat_list_again", "chat_on_list",
)  # fmt: skip
"""Every ``reason`` of a ``SetAside``."""

NOBODY = frozenset({"total_line", "header_again", "no_person", "chat_notice"})
"""Those of rows on which no person stands."""

REMARKS = (
    "mixed_encoding", "mended_letters", "unclosed_quote", "cell_cut", "damaged_letters", "phone_ruined", "code_ruined",
    "formula_like", "no_email", "unknown_status", "companions_unclear", "same_email", "same_code", "same_person_twice",
    "only_a_name", "more_than_a_name", "company_from_name", "capitals", "only_a_header", "no_codes", "wants_apart",
    "may_say_who_comes", "blank_status", "says_away", "another_name", "surname_first",
    "other_sheets", "sheet_of_nobody", "side_by_side",
    "older_letters", "no_header", "may_be_title", "guessed_name",
    "chat_open", "chat_others", "chat_not_on_list", "chat_not_on_last", "chat_beside_list", "chat_later",
)  # fmt: skip
"""Every ``code`` of a ``Remark``."""

ABOUT_DOUBLES = frozenset({"same_email", "same_person_twice"})
"""Those that have their answer once two rows are said to be one person."""


@dataclass(frozen=True, slots=True)
class SetAside:
    """A row that is no registration at all, why (one of ``SKIPPED``), and who stands on it, if anybody."""

    row: int
    reason: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Intake:
    """What a file says.

    Attributes:
        format: Whose export it is, ``generic`` for any other table.
        sheet: The sheet that was read, or those that were, with commas between them; "" in a text file.
        rows: Records below the header that hold something.
        registrations: In the order of the file: people who come, named or not, and those who do not.
        warnings: What the organizer should look at; row 0 is the whole file.
        columns: From field to the header it was read from.
        also: From field to further headers that fill it as well.
        sheets: The names of all the sheets.
        headers: All columns; a nameless one has its letter, a repeated one its number.
        sample_values: From header to its first few different cells.
        doubles: Rows that may be somebody who stands further up, to be asked about.
        statuses: Words of the status column that may mean this or that, and what each is taken for.
        lists: The sheets that look like lists of people, each with how many rows it has.
        taken: The sheets that were read.
        base: What the row numbers of several sheets are counted apart by; 0 where one was read.
    """

    format: str
    sheet: str
    rows: int
    registrations: tuple[Registration, ...]
    skipped: tuple[SetAside, ...]
    warnings: tuple[Remark, ...]
    columns: Mapping[str, str]
    also: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sheets: tuple[str, ...] = ()
    headers: tuple[str, ...] = ()
    sample_values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    doubles: tuple[doubles.Double, ...] = ()
    statuses: tuple[statuses.StatusWord, ...] = ()
    lists: tuple[tuple[str, int], ...] = ()
    taken: tuple[str, ...] = ()
    base: int = 0

    def told(self, row: int) -> str:
        """A row's own number, and its sheet where several were read."""
        return several.told(row, self.base, self.sheets)

    @property
    def coming(self) -> tuple[Registration, ...]:
        """Those who come, named or not."""
        return tuple(one for one in self.registrations if one.standing is Standing.COMING)

    @property
    def named(self) -> tuple[Registration, ...]:
        """Those who come and have a name."""
        return tuple(one for one in self.coming if one.name is not None)

    @property
    def unnamed(self) -> tuple[Registration, ...]:
        """Those who come and are named at the door."""
        return tuple(one for one in self.coming if one.name is None)

    @property
    def not_expected(self) -> tuple[Registration, ...]:
        """Those who do not come; kept so that the door can say why."""
        return tuple(one for one in self.registrations if one.standing is not Standing.COMING)

    @property
    def companions(self) -> int:
        """How many people those who come bring along."""
        return sum(len(one.companions) for one in self.coming)


TOLD = 1000
"""After so many rows it is told how far the reading is."""


def silent(_done: int, _rows: int) -> None:
    """Progress that nobody watches."""


@collector.set_aside()
def read(
    path: Path,
    *,
    sheet: str | Sequence[str] | None = None,
    columns: Mapping[str, str] | None = None,
    meanings: Mapping[str, Standing] | None = None,
    progress: Callable[[int, int], None] = silent,
) -> Intake:
    """The registrations in the file at ``path``.

    Args:
        path: CSV, TSV, XLSX, XLS or ODS, whatever its name says.
        sheet: The sheet to read, or several; None for the one that looks most like people.
        columns: From field (one of ``columns.FIELDS``) to header, where the user knows better than the guess;
            "" for a field that is not to be read.
        meanings: What words of the status column mean in this list, where the user knows.
        progress: Told how many rows of how many are read; what it raises ends the reading.

    Raises:
        UnreadableFile: Not there, no table, damaged, encrypted, too large; no such sheet or column.
        NoNames: A table without a column that could be a name, an e-mail or a code.
        WrongCall: ``columns`` names a field that does not exist.
    """
    names = (sheet,) if isinstance(sheet, str) else tuple(sheet or ())
    return _understood(sheets.open_book(path), path, names, columns or {}, meanings or {}, progress)


@collector.set_aside()
def read_pasted(
    text: str,
    *,
    columns: Mapping[str, str] | None = None,
    meanings: Mapping[str, Standing] | None = None,
    progress: Callable[[int, int], None] = silent,
) -> Intake:
    """The registrations in text that was copied from a spreadsheet, a table in a page, or a list of names.

    Raises:
        UnreadableFile: Nothing in it, too much of it, or no such column.
        NoNames: A table without a column that could be a name, an e-mail or a code.
        WrongCall: ``columns`` names a field that does not exist.
    """
    return _understood(sheets.paste(text), Path(), (), columns or {}, meanings or {}, progress)


def _understood(
    book: sheets.Book,
    path: Path,
    names: tuple[str, ...],
    columns: Mapping[str, str],
    said: Mapping[str, Standing],
    progress: Callable[[int, int], None],
) -> Intake:
    found = several.choose(book, path, names, columns)
    if said:
        meant = statuses.keyed(said)
        read = tuple(replace(one, said={**one.format.words, **meant}) for one in found.tables)
        found = replace(found, tables=read)
    every = tuple(one.name for one in book.sheets)
    drafts, remarks = _settled(found.tables, progress, lambda row: several.told(row, found.base, every))
    kept = tuple(one.registration for one in drafts if not one.skip)
    written = [(one, proposed(one.name)) for one in kept if one.name]
    remarks += [Remark(one.row, "capitals", better) for one, better in written if better]
    for table in found.tables:
        mine = _of(table, kept, alone=len(found.tables) == 1)
        remarks += [
            *wanted_apart(table, mine),
            *overheard(table, mine),
            *_about_the_file(table, alone=len(found.tables) == 1),
        ]
    if not names:
        remarks += _other_sheets(found)
    formats = {table.format.name for table in found.tables}
    taken = tuple(table.sheet.name for table in found.tables)
    intake = Intake(
        format=formats.pop() if len(formats) == 1 else GENERIC.name,
        sheet=", ".join(taken),
        rows=sum(len(table.body) for table in found.tables),
        registrations=kept,
        skipped=tuple(SetAside(one.line.number, one.skip, _who(one)) for one in drafts if one.skip),
        warnings=_warnings((*book.remarks, *found.remarks), drafts, remarks),
        **_columns(found.tables),
        sheets=every,
        doubles=doubles.among(drafts),
        statuses=statuses.asked_in(found.tables, said),
        lists=found.lists,
        taken=taken,
        base=found.base,
    )
    while drafts:  # a few at a time, or a window whose turn it is would wait for all of them to go
        del drafts[-TOLD:]
    return intake


def _settled(
    read: Sequence[Table], progress: Callable[[int, int], None], told: Callable[[int], str]
) -> tuple[list[Draft], list[Remark]]:
    """The rows of all the tables, each by the rules of its own; and what was left in doubt."""
    drafts: list[Draft] = []
    lone: list[Remark] = []
    rows = sum(len(table.body) for table in read)
    for table in read:
        before = len(drafts)
        mine = between_rows.settle(_drafts(table, partial(_further, progress, before, rows)), table)
        lone += between_rows.only_a_name(mine)
        drafts += mine
    drafts, remarks = between_rows.concluded(drafts, told)
    return drafts, [*remarks, *lone]


def _further(progress: Callable[[int, int], None], before: int, rows: int, done: int, _rows: int) -> None:
    """How far the reading is, the sheets before counted in."""
    progress(before + done, rows)


class _Columns(TypedDict):
    """What is told of the columns."""

    columns: Mapping[str, str]
    also: Mapping[str, tuple[str, ...]]
    headers: tuple[str, ...]
    sample_values: Mapping[str, tuple[str, ...]]


def _columns(read: Sequence[Table]) -> _Columns:
    """The columns of all the tables: of those that say the same the first, and the others beside it."""
    headers: dict[str, None] = {}
    samples: dict[str, tuple[str, ...]] = {}
    held: dict[str, dict[str, None]] = {}
    for table in read:
        headers |= dict.fromkeys(table.headers)
        samples = {**_samples(table), **samples}
        for name, places in table.columns.places.items():
            held.setdefault(name, {}).update(dict.fromkeys(table.headers[place] for place in places))
    every = {name: tuple(said) for name, said in held.items()}
    return _Columns(
        columns={name: said[0] for name, said in every.items()},
        also={name: said[1:] for name, said in every.items() if said[1:]},
        headers=tuple(headers),
        sample_values=samples,
    )


def _of(table: Table, kept: tuple[Registration, ...], *, alone: bool) -> tuple[Registration, ...]:
    """Those of the people who stand on a table."""
    rows = {line.number for line in table.body} if not alone else ()
    return kept if alone else tuple(one for one in kept if one.row in rows)


def _who(aside: Draft) -> str:
    """Whose row was set aside; what stands in the name's place of a sum or a header is nobody."""
    return "" if aside.skip in NOBODY else aside.registration.name or ""


def _about_the_file(table: Table, *, alone: bool) -> list[Remark]:
    """What is to be said about all of a sheet: that nobody is in it, that its tickets cannot be scanned."""
    nobody = Remark(0, "only_a_header") if alone else Remark(0, "sheet_of_nobody", table.sheet.name)
    found = [*table.remarks] if table.body else [nobody]
    from_numbers = {"order", "position"} <= table.columns.places.keys() and table.format is EVENTBRITE
    if table.format.lacks and "code" not in table.columns and not from_numbers:
        found.append(Remark(0, "no_codes", table.format.lacks))
    return found


def _other_sheets(found: several.Found) -> list[Remark]:
    """Which further sheets look like lists, where nobody said which to read."""
    read = {table.sheet.name for table in found.tables}
    held = [f"{name} ({rows})" for name, rows in found.lists if name not in read]
    return [Remark(0, "other_sheets", ", ".join(held))] if held else []


def _drafts(table: Table, progress: Callable[[int, int], None]) -> list[Draft]:
    drafts = []
    reader = Reader(table)
    for done, line in enumerate(table.body):
        if done % TOLD == 0:
            progress(done, len(table.body))
        drafts.append(reader.draft(line))
    return drafts


def _warnings(of_cells: Sequence[Remark], drafts: list[Draft], remarks: list[Remark]) -> tuple[Remark, ...]:
    found = [*of_cells, *remarks, *(remark for one in drafts if not one.skip for remark in one.remarks)]
    return tuple(dict.fromkeys(sorted(found, key=lambda remark: remark.row)))


def _samples(table: Table) -> dict[str, tuple[str, ...]]:
    """The first three different cells of every column, looking at 200 rows."""
    found: dict[str, dict[str, None]] = {header: {} for header in table.headers}
    for line in table.body[:200]:
        for header, cell in zip(table.headers, line.cells, strict=False):
            if cell and len(found[header]) < 3:
                found[header][cell] = None
    return {header: tuple(cells) for header, cells in found.items()}

"""Ordinary rows read the short way: what many rows say alike is read once, a person's own cells row by row.

A row is ordinary where every rule for one row leaves its own cells as they are: names beside which nothing stands, an
e-mail that is one. Its other cells (its state, its ticket, what it eats) are read the careful way, once for all rows
that say the same. So the draft of an ordinary row *is* the one that ``rows.Drafter`` makes of it, to the letter, and
each row about which that is not certain goes to ``rows.Drafter`` itself: nothing is decided here that is not decided
there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import fields
from operator import itemgetter
from typing import Any, NamedTuple

from checkin.intake import codes, name_cells, people
from checkin.intake.folding import fold
from checkin.intake.marks import unmarked
from checkin.intake.rows import (
    SIGNS,
    Draft,
    Drafter,
    Marks,
    given_first,
    is_header,
    needs_no_steps,
    no_registration,
    something,
    telephone,
)
from checkin.intake.sheets import Line, Remark
from checkin.intake.tables import Table
from checkin.intake.vocabulary import NOBODY
from checkin.model import Registration

FIRST_ALIKE, MOST_ALIKE = 200, 4096
"""So many different sets of cells that rows share are kept at first and at most: as many as are met again."""

MOST_WORDS = 30_000
"""So many words of names are known again."""

_DIGITS = "0123456789 "
_LATIN = "A-Za-zªºÀ-ÖØ-öø-ɏ"
_WORD = re.compile(rf"[{_LATIN}]+(?:[-'’.·][{_LATIN}]+)*\.?")
_ODD = frozenset({
    "x", "with", "pax", "persona", "personas", "plaza", "plazas", "persones", "people", "eur", "usd",
    "acompanante", "acomp", "invitado", "invitada", "guest", "plus", "pareja", "reembolsado", "reembolsada",
    "s", "l", "sl", "slu", "slp", "sll", "sa", "sau", "scoop", "coop", "gmbh", "ltd", "inc", "llc", "sas", "srl",
    "co", "head",
    *(phrase.partition(" ")[0] for phrase in NOBODY),
})  # fmt: skip
"""Words, folded, that a rule for names could react to; those that ``name_cells`` looks for come besides."""

_NAMES = ("name", "given", "family", "family2")
_MARKS = ("order", "position", "user", "time")
_UNREAD = frozenset({"number", "answers", "buyer_name", "buyer_given", "buyer_email", "buyer_phone"})
"""Fields whose cells no rule for one row reads."""


def _unless_run(cell: str) -> str:
    return "" if cell.startswith(SIGNS) else cell


def _without_stairs(cell: str) -> str:
    return "" if needs_no_steps(cell) else cell


Reading = Callable[[str], str]
_OWN: dict[str, Reading] = {
    "email": people.email, "phone": telephone, "handle": people.handle, "linkedin": people.linkedin,
    "company": _unless_run, "role": _unless_run, "sector": _unless_run,
    "offers": str, "seeks": str, "wishes": something, "about": something, "note": _without_stairs,
    "age": people.age_band,
}  # fmt: skip
"""Fields that each person fills otherwise, and how they are read; what comes out empty is not ordinary."""

_FIRST = 5
"""A registration begins with its row, its key and its name, which are never shared."""

_REST = tuple(one.name for one in fields(Registration))[_FIRST:]
_AT = {name: at for at, name in enumerate(_REST)} | {"wishes": _REST.index("wants"), "age": _REST.index("age_band")}
_EMAIL, _CODES, _ANSWERS = _AT["email"], _AT["codes"], _AT["answers"]


class _Alike(NamedTuple):
    """What all rows with the same shared cells have in common.

    Attributes:
        rest: The fields of their registrations behind the names, those of one's own left empty.
        answers: The columns that are answers, each as (place, header).
        remarks: Those on the row that was read; they hold on each.
    """

    rest: list[Any]
    answers: tuple[tuple[int, str], ...]
    remarks: tuple[Remark, ...]


class _Who(NamedTuple):
    """A name as ``people.person`` makes it, and how many cells it certainly has words in."""

    name: str
    given: str
    family: str
    cells: int


class Plan(NamedTuple):
    """What the columns of a table are to this reading; a place of -1 is a blank cell.

    Attributes:
        names: The places of the name in full, the first name and both surnames.
        marks: Those of order, position, user and time.
        codes: Those of the codes that are scanned.
        own: Fields that each row has for itself: their place among the fields, their column, how they are read.
        shared: Columns whose cells many rows share.
        given_first: Whether a comma in the name in full has the surname behind it.
    """

    names: tuple[int, ...]
    marks: tuple[int, ...]
    codes: tuple[int, ...]
    own: tuple[tuple[int, int, Reading], ...]
    shared: frozenset[int]
    given_first: bool


def plan(table: Table) -> Plan | None:
    """How a table's ordinary rows are read.

    None where a name, an e-mail or a mark stands in several columns or in one with another field, and without names.
    """
    held: list[set[str]] = [set() for _ in table.headers]
    for name, places in table.columns.places.items():
        for place in places:
            held[place].add(name)

    def alone(name: str) -> int:
        places = table.columns.of(name)
        return places[0] if len(places) == 1 and len(held[places[0]]) == 1 else -1

    needed = {name for name in (*_NAMES, *_MARKS, "email") if name in table.columns}
    scanned = table.columns.of("code")
    if needed.isdisjoint(_NAMES[:3]) or any(alone(name) < 0 for name in needed):
        return None
    if any(len(held[place]) > 1 for place in scanned):
        return None
    names, marks = tuple(map(alone, _NAMES)), tuple(map(alone, _MARKS))
    own = tuple((_AT[name], place, read) for name, read in _OWN.items() if (place := alone(name)) >= 0)
    apart = {*names, *marks, *scanned, *(place for _, place, _ in own)}
    read = {place for place, of in enumerate(held) if of - _UNREAD}
    shared = frozenset((read | {*table.boxes.yes, *table.boxes.no}) - apart)
    return Plan(names, marks, scanned, own, shared, names[0] >= 0 and given_first(table.headers[names[0]]))


class Reader:
    """Makes drafts of the rows of one table, of the ordinary ones the short way."""

    def __init__(self, table: Table) -> None:
        """See once what the table's columns are."""
        self._table = table
        self._careful = Drafter(table)
        self._plan = plan(table)
        self._blank = ("",) * (len(table.headers) + 1)
        self._names_in = itemgetter(*(self._plan.names if self._plan else (-1, -1)))
        self._marks_in = itemgetter(*(self._plan.marks if self._plan else (-1, -1)))
        self._shared_in = itemgetter(*(self._plan.shared if self._plan else ()), -1, -1)
        self._by_user = table.format.key == "user"
        self._words: set[str] = set()
        self._alike: dict[tuple[str, ...], _Alike] = {}
        self._met = 0

    def draft(self, line: Line) -> Draft:
        """The draft of one row."""
        return (self._ordinary(line, self._plan) if self._plan else None) or self._careful.draft(line)

    def _ordinary(self, line: Line, plan: Plan) -> Draft | None:
        """The draft of an ordinary row, None of any other."""
        if line.under or line.part or line.aside or "\n" in "".join(line.cells):
            return None
        cells = (*line.cells, *self._blank[len(line.cells) :])
        written = [cell for place in plan.codes if (cell := cells[place])]
        who = self._who(self._names_in(cells), plan)
        if who is None or any(map(people.ruined, written)):
            return None
        alike = self._what_is_shared(line, cells, plan)
        rest = _read(cells, alike, plan) if alike else None
        if alike is None or rest is None or self._is_aside(line, who.cells + bool(rest[_EMAIL])):
            return None
        order, position, user, stamp = self._marks_in(cells)
        marks = Marks(user if self._by_user else "", fold(order), position, user)
        rest[_CODES] = scanned = codes.scanned(written, order, position)
        rest[_ANSWERS] = tuple([(header, cell) for place, header in alike.answers if (cell := cells[place])])
        key = marks.key(line.number, scanned, rest[_EMAIL], who.name)
        about = Registration(line.number, key, who.name, who.given, who.family, *rest)
        remarks = tuple([Remark(line.number, one.code, one.detail) for one in alike.remarks])
        return Draft(line, about, "", marks, stamp, self._careful.identical(line), remarks)

    def _who(self, said: Sequence[str], plan: Plan) -> _Who | None:
        """The name that four cells make; None where they make none, or where one of them says anything besides."""
        full, given, family, second = said
        names = list(filter(None, said))
        surname = f"{family} {second}" if family and second else family or second
        if names and all(map(self._is_plain, names)):
            name = full or (f"{given} {surname}" if given and surname else given or surname)
            return _Who(name, given, surname, len(names))
        turned = sum(map(self._is_turned, names))
        if turned < len(names) and any(map(_says_more, names)):
            return None
        found = people.person(full, given, name_cells.read(surname).name, given_first=plan.given_first)
        if found.name is None or people.damaged(found.name):
            return None
        return _Who(found.name, found.given, found.family, turned)

    def _is_plain(self, name: str) -> bool:
        """Whether a name is made of plain words, perhaps with a number behind them."""
        return self._are_plain(name.rstrip(_DIGITS).split(" "))

    def _is_turned(self, name: str) -> bool:
        """Whether a name is made of plain words on both sides of a comma: of the rules one alone puts them in order."""
        family, comma, given = name.partition(", ")
        return comma != "" and self._are_plain(family.split(" ")) and self._are_plain(given.split(" "))

    def _are_plain(self, words: list[str]) -> bool:
        """Whether words are plain; those of names are known again."""
        if self._words.issuperset(words):
            return True
        if not all(word in self._words or plain_word(word) for word in reversed(words)):  # signs stand behind names
            return False
        if len(self._words) < MOST_WORDS:
            self._words.update(words)
        return True

    def _what_is_shared(self, line: Line, cells: Sequence[str], plan: Plan) -> _Alike | None:
        """What the shared cells of a row say, read the careful way where no row said the same before."""
        key = self._shared_in(cells)
        found = self._alike.get(key)
        if found is not None:
            self._met += 1
        elif len(self._alike) < min(FIRST_ALIKE + self._met // 4, MOST_ALIKE):
            shared = tuple(cell if place in plan.shared else "" for place, cell in enumerate(line.cells))
            draft = self._careful.draft(Line(line.number, shared))
            found = self._alike[key] = self._understood(draft, plan)
        return found

    def _understood(self, draft: Draft, plan: Plan) -> _Alike:
        """What is kept of the draft of a row's shared cells."""
        about = draft.registration
        told = {header for header, _ in about.answers}
        apart = {*plan.names, *plan.shared, *(place for _, place, _ in plan.own)}
        columns = ((place, header) for place, header, _ in self._careful.free if header in told or place not in apart)
        return _Alike([getattr(about, name) for name in _REST], tuple(columns), draft.remarks)

    def _is_aside(self, line: Line, with_words: int) -> bool:
        """Whether a row is no registration; where two of its cells hold words, it is no sum and no note."""
        return is_header(line, self._table) or (with_words < 2 and no_registration(line, self._table) != "")


def _read(cells: Sequence[str], alike: _Alike, plan: Plan) -> list[Any] | None:
    """The fields of a registration behind the names; None where a cell of one's own is not what its field asks for."""
    rest = alike.rest.copy()
    for at, place, read in plan.own:
        if cell := cells[place]:
            if not (understood := read(cell)):
                return None
            rest[at] = understood
    return rest


def _says_more(name: str) -> bool:
    """Whether the cell of a name says anything besides, or is to be pointed out as a formula."""
    return name.startswith(SIGNS) or name_cells.read(unmarked(name).text) != name_cells.Said(name)


def plain_word(word: str) -> bool:
    """Whether a word stands in names and nowhere else, so that no rule for names reacts to it.

    >>> plain_word("Fernández-Villaverde"), plain_word("Acompañante"), plain_word("y"), plain_word("(niño)")
    (True, False, False, False)
    """
    if not _WORD.fullmatch(word) or name_cells.is_odd(word):
        return False
    pieces = fold(word).split()
    return bool(pieces) and _ODD.isdisjoint(pieces) and not any(map(name_cells.begins_a_role, pieces))

"""What a list says that no field takes, and that may change who comes: pointed out, never acted upon.

A column of yes and no in words that no header of ours has, a second column of names, an empty cell among answers, and
``No asiste`` where a role would stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from checkin.intake.contents import looks_like_name, share
from checkin.intake.decoys import OTHERS, begins_a_word
from checkin.intake.folding import Phrases, entries, fold, fold_header
from checkin.intake.formats import GENERIC
from checkin.intake.sheets import Line, Remark
from checkin.intake.standing import happened, says_yes, standing_of
from checkin.intake.tables import Table
from checkin.intake.vocabulary import STATES
from checkin.model import Registration, Standing

_LOOKED_AT = 400
_MOSTLY = 0.8
_TOLD = frozenset({"status", "void", "paid", "waiting"})
_NAMES = ("name", "given")
_AGAIN = re.compile(r"(.+?) \(\d+\)")
_AWAY = frozenset(
    entries("""
    no asiste | no asistira | no viene | no va | no vendra | no puede venir | ya no viene | al final no viene | cancela
    cancelado | cancelada | ha cancelado | anulado | anulada | baja | de baja | se da de baja | not coming | cancelled
    canceled | not attending | no ve | no vindra | annule | storniert""")
)
"""What somebody writes who does not come, where the cell has nothing else in it, folded."""

_AWAY_AND_WHY = Phrases("""
    ha cancelado | cancela[do][oa]? | cancelled | anulad[oa] | al final no | ya no viene | no viene | no asiste
    no asistira | no vendra | no puede venir | no podra venir | baja por | de baja""")
"""The same with more behind it, in a note."""
_LONGEST = 24
_LONGEST_NOTE = 80
_SURNAMES = ("apellido", "cognom", "surname", "last name", "nachname", "apelid", "abizen")
_AND_NAME = ("nombre", "nom_".replace("_", " "), "name", "vorname", "nome", "izen")
_ELSEWHERE = ("role", "sector", "product", "note", "diet")


def overheard(table: Table, registrations: Sequence[Registration]) -> list[Remark]:
    """The remarks about one table and the people on it."""
    people = [one for one in registrations if one.standing is Standing.COMING]
    found = [*_away(people), *_other_names(table, people), *_none_of_them(table, people)]
    by_hand = table.format is GENERIC or table.format.name.endswith("_forms")
    return [*found, *_unheard(table), *_blank(table, people), *_surnames_first(table)] if by_hand else found


def _away(people: Iterable[Registration]) -> list[Remark]:
    """Who is told to stay away by a cell that says who somebody is, or by an answer."""
    found = []
    for one in people:
        fields = [(name, said) for name in _ELSEWHERE if (said := getattr(one, name)) and len(said) <= _LONGEST_NOTE]
        for where, said in (*fields, *one.answers):
            folded = fold(said)
            if (len(said) <= _LONGEST and folded in _AWAY) or (where == "note" and _AWAY_AND_WHY.begins(folded)):
                found.append(Remark(one.row, "says_away", said if where in _ELSEWHERE else f"{where}: {said}"))
                break
    return found


def _other_names(table: Table, people: Iterable[Registration]) -> list[Remark]:
    """Whoever stands in a second column of names: its header is that of the first once more."""
    taken = {fold_header(table.headers[place]) for name in _NAMES for place in table.columns.of(name)}
    again = {
        header
        for header in table.headers
        if (first := _AGAIN.fullmatch(header)) is not None and fold_header(first[1]) in taken
    }
    found = []
    for one in people if again else ():
        mine = set(fold(one.name or "").split())
        others = ((header, said) for header, said in one.answers if header in again and looks_like_name(said))
        found += [
            Remark(one.row, "another_name", f"{h}: {said}") for h, said in others if not set(fold(said).split()) <= mine
        ]
    return found


def _unheard(table: Table) -> list[Remark]:
    """Columns of yes and no that say nothing of coming to us, in a list that says nothing of it otherwise."""
    if table.boxes.no or not _TOLD.isdisjoint(table.columns.places):
        return []
    used = {place for places in table.columns.places.values() for place in places}
    found = []
    for place, header in enumerate(table.headers):
        cells = _filled(table, place)
        decoy = begins_a_word(fold_header(header), OTHERS["status"])
        if place in used or decoy or len(cells) < 2 or share(cells, _answers) < _MOSTLY:
            continue
        if any(says_yes(cell) is False for cell in cells):
            found.append(header)
    return [Remark(0, "may_say_who_comes", ", ".join(found))] if found else []


def _answers(cell: str) -> bool:
    """Whether a cell is a yes, a no or a perhaps and little else; a nought may count something."""
    return not cell.isdigit() and len(cell) <= _LONGEST and len(cell.split()) <= 3 and standing_of(cell) is not None


def _none_of_them(table: Table, people: Iterable[Registration]) -> list[Remark]:
    """Who comes with nobody, not even themselves: a nought where their number is asked for."""
    asked = {table.headers[place] for place in table.columns.of("quantity")}
    return [
        Remark(one.row, "says_away", f"{header}: {said}")
        for one in (people if asked else ())
        for header, said in one.answers
        if header in asked and said.strip() == "0"
    ]


def _surnames_first(table: Table) -> list[Remark]:
    """A column of surname and name without the comma that would tell which is which."""
    for place in table.columns.of("name")[:1]:
        header = fold_header(table.headers[place])
        cells = [cell for cell in _filled(table, place) if " " in cell]
        if (
            header.startswith(_SURNAMES)
            and begins_a_word(header, _AND_NAME)
            and share(cells, lambda c: "," not in c) > 0.5
        ):
            return [Remark(0, "surname_first", next(cell for cell in cells if "," not in cell))]
    return []


def _blank(table: Table, people: Iterable[Registration]) -> list[Remark]:
    """Empty cells where others have said that they come, or have paid: taken for a yes."""
    rows = {one.row for one in people if one.name}
    body = [line for line in table.body if line.number in rows]
    found = []
    for places in (table.columns.of("status")[:1] or table.boxes.yes, table.columns.of("paid")[:1], _days(table)):
        silent = [line for line in body if not any(any(line.cells[at : at + 1]) for at in places)]
        if places and silent and _is_asked(table, places[0], body):
            found.append(Remark(0, "blank_status", f"{table.headers[places[0]]} ({len(silent)})"))
    return found


def _is_asked(table: Table, place: int, body: Sequence[Line]) -> bool:
    """Whether a blank is a missing answer: others have one. Below ``Status`` it is only where few rows have any.

    There each stands for those below it, as in merged cells, or nobody has noted a state.
    """
    said = [line.cells[place] for line in body if place < len(line.cells) and line.cells[place]]
    if not begins_a_word(fold_header(table.headers[place]), STATES):
        return any(says_yes(cell) is not False for cell in said)
    every, first = _filled(table, place), body[0].cells[place : place + 1] if body else ()
    return any(first) and 2 * len(every) <= len(table.body) and len(set(every)) > 1


def _days(table: Table) -> tuple[int, ...]:
    """A column of the days on which people confirmed, where no other says who comes."""
    if not _TOLD.isdisjoint(table.columns.places) or table.boxes.no:
        return ()
    titled = (at for at, header in enumerate(table.headers) if begins_a_word(fold_header(header), ("confirm",)))
    return tuple(at for at in titled if share(_filled(table, at), happened) == 1.0)[:1]


def _filled(table: Table, place: int) -> list[str]:
    return [line.cells[place] for line in table.body[:_LOOKED_AT] if place < len(line.cells) and line.cells[place]]

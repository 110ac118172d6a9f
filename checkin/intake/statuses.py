"""Which words of a list's status column may mean this or that, so that the organizer says what they mean there.

``pendiente`` is unpaid in one list, waiting for a place in the next, and comes all the same in a third. A word that
nobody knows is asked about as well. A platform means one thing by each of its words, so those are not asked about.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import chain

from checkin.intake.folding import fold, one_line
from checkin.intake.formats import GENERIC
from checkin.intake.standing import standing_of
from checkin.intake.tables import Table
from checkin.model import Standing

MOST_ASKED = 12
"""So many words are asked about, those of the most rows first; free text has more, and each row is pointed out."""

AMBIGUOUS = frozenset({
    "pending", "pendiente", "pendent", "pendente", "en attente", "ausstehend", "in attesa", "zain", "waiting", "espera",
    "en espera", "reserved", "reservado", "reservada", "invited", "invitado", "invitada", "incomplete", "transferred",
    "partially refunded", "not yet", "no show", "baja",
})  # fmt: skip
"""Words that are understood in the commonest of their meanings, folded."""


@dataclass(frozen=True, slots=True)
class StatusWord:
    """A word of a status column.

    Attributes:
        word: As the list has it first.
        rows: How many rows say it.
        standing: What it is taken for.
        chosen: Whether the organizer said so.
    """

    word: str
    rows: int
    standing: Standing
    chosen: bool = False


def keyed(said: Mapping[str, Standing]) -> dict[str, Standing]:
    """What was said about words, by what words are compared by: a mark is its own word."""
    return {fold(word) or word.strip(): standing for word, standing in said.items()}


def asked_in(several: Iterable[Table], said: Mapping[str, Standing]) -> tuple[StatusWord, ...]:
    """The same of several tables: a word counts the rows of all of them."""
    found: dict[str, StatusWord] = {}
    for one in chain.from_iterable(asked(table, said) for table in several):
        key = fold(one.word) or one.word
        before = found.get(key)
        found[key] = replace(before, rows=before.rows + one.rows) if before is not None else one
    return tuple(sorted(found.values(), key=lambda one: (not one.chosen, -one.rows)))[:MOST_ASKED]


def asked(table: Table, said: Mapping[str, Standing]) -> tuple[StatusWord, ...]:
    """The words of a table that are asked about, and those about which something was said already."""
    chosen = keyed(said)
    places = table.columns.of("status")[:1]
    cells = Counter(line.cells[place] for place in places for line in table.body if place < len(line.cells))
    people_wrote_it = table.format is GENERIC or table.format.name.endswith("_forms")
    found: dict[str, StatusWord] = {}
    for cell, rows in cells.items():
        word = one_line(cell)
        if not word:
            continue
        key = fold(word) or word.strip()
        before = found.get(key)
        if before is not None:
            found[key] = StatusWord(before.word, before.rows + rows, before.standing, before.chosen)
        elif key in chosen:
            found[key] = StatusWord(word, rows, chosen[key], chosen=True)
        elif key not in table.format.words:
            meant = standing_of(word)
            if meant is None or (key in AMBIGUOUS and people_wrote_it):
                found[key] = StatusWord(word, rows, meant or Standing.NOT_CONFIRMED)
    ordered = sorted(found.values(), key=lambda one: (not one.chosen, -one.rows))
    return tuple(ordered[:MOST_ASKED])

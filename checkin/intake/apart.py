"""What people say about whom they would rather not sit with: no wish, and no field, but nothing to be passed over."""

from __future__ import annotations

from collections.abc import Iterable

from checkin.intake import decoys, people
from checkin.intake.decoys import begins_a_word
from checkin.intake.folding import fold_header
from checkin.intake.sheets import Remark
from checkin.intake.tables import Table
from checkin.model import Registration


def asks_apart(header: str) -> bool:
    """Whether a header asks whom somebody does not want to sit with.

    >>> asks_apart("¿Con quién te gustaría NO coincidir?"), asks_apart("¿Con quién te gustaría coincidir?")
    (True, False)
    """
    folded = fold_header(header)
    return begins_a_word(folded, decoys.OTHERS["wishes"]) and begins_a_word(folded, decoys.TOGETHER)


def wanted_apart(table: Table, registrations: Iterable[Registration]) -> list[Remark]:
    """A remark on each row that says so; the cell itself stays among the answers."""
    asked = {header for header in table.headers if asks_apart(header)}
    if not asked:
        return []
    return [
        Remark(one.row, "wants_apart", cell)
        for one in registrations
        for header, cell in one.answers
        if header in asked and not people.nothing(cell)
    ]

"""Columns that are ticked by who does not come: ``Sí``, ``No`` and ``Quizás`` beside each other, or ``No asiste``.

>>> found(("Nombre", "Sí", "No", "Quizás"), [("Ana Gil", "x"), ("Eva Paz", "", "x"), ("Leo", "", "", "x")])
Boxes(yes=(1,), no=(2, 3))
>>> found(("Nombre", "No"), [("Ana Gil", "x")])
Boxes(yes=(), no=())
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from checkin.intake.folding import entries, fold
from checkin.intake.standing import ticked

_LOOKED_AT = 400
_YES = frozenset(
    entries("""
    si | si voy | si asiste | si asisto | si asistire | si viene | yes | oui | ja | sim | bai | tak | voy
    viene | asiste | going | coming | attending | zusage | confirmado | vienen | va | asistira""")
)
_NO = frozenset(
    entries("""
    no voy | no va | no vienen | no viene | no vengo | no asiste | no asisto | no asistire | no asistira
    no puede | no puedo | no podre | no vendra | no vendre | not going | not coming | not attending | can t go
    can t come | no confirmado | no confirmada | no confirmados | absage | no ve | no vindra | ne vient pas
    kommt nicht | non viene""")
)
_BESIDE_A_YES = frozenset(
    entries("""
    no | non | nein | nao | ez | nie | quiza | quizas | quizais | tal vez | duda | dudas | dudoso | maybe
    potser | talvez | vielleicht | peut etre | forse | agian | moze | ns nc | no sabe | no se | tentative""")
)


@dataclass(frozen=True, slots=True)
class Boxes:
    """The places of the columns that are ticked by who comes, and by who does not or may not."""

    yes: tuple[int, ...] = ()
    no: tuple[int, ...] = ()


NONE = Boxes()
"""No such columns."""


def found(titles: Sequence[str], body: Sequence[Sequence[str]]) -> Boxes:
    """The boxes of a table; those with ``No`` alone above them only beside one with a yes."""
    said = [fold(title) for title in titles]
    if _YES.isdisjoint(said) and _NO.isdisjoint(said):
        return NONE
    yes = tuple(at for at, title in enumerate(said) if title in _YES and _boxed(body, at))
    no = tuple(at for at, title in enumerate(said) if title in _NO and _boxed(body, at))
    beside = tuple(at for at, title in enumerate(said) if yes and title in _BESIDE_A_YES and _boxed(body, at))
    every = tuple(sorted((*no, *beside)))
    return Boxes(yes, every) if every else NONE


def _boxed(body: Sequence[Sequence[str]], at: int) -> bool:
    """Whether a column holds ticks and nothing else but the noes of boxes that are not ticked."""
    cells = [line[at] for line in islice(body, _LOOKED_AT) if at < len(line) and line[at]]
    return any(map(ticked, cells)) and all(
        ticked(cell) or fold(cell) in {"false", "falso", "0", "no"} for cell in cells
    )

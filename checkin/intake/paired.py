"""Columns that hold two things or more, as their titles say: ``Nombre / Empresa``, or a second delimiter within cells.

>>> pieces("Nombre / Empresa"), pieces("Apellidos, Nombre")
(('Nombre', 'Empresa'), ())
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from checkin.intake.blocks import exact_fields
from checkin.intake.sheets import Line

_NAMES = frozenset({"name", "given", "family", "family2"})
_BETWEEN = re.compile(r"\s*(?:[/|,;+&]|\s[-–—]\s|\s(?:y|e|i|and|et|und)\s)\s*|\s*\((?=[^()]*\)$)")
_IN_CELL = re.compile(r"\s+[/|–—-]\s+|\s*[/|;]\s*|\s*\((?=[^()]*\)$)")
_DELIMITERS = ",;|"


@dataclass(frozen=True, slots=True)
class Parted:
    """Lines whose cells hold one thing each.

    Attributes:
        titles: As the file has them; what a title says second has a column of its own at the end.
        read_as: What each of them means.
    """

    titles: tuple[str, ...]
    read_as: tuple[str, ...]
    body: tuple[Line, ...]


def pieces(title: str) -> tuple[str, ...]:
    """The titles that one title is made of, where it names a person and something besides; else none."""
    if len(title) > 80:
        return ()
    found = tuple(piece.strip(" ()") for piece in _BETWEEN.split(title))
    fields = [exact_fields([piece]) for piece in found]
    several = 1 < len(found) < 6 and all(fields) and len({name for one in fields for name in one}) == len(found)
    named = bool(fields and fields[0] & _NAMES) and not all(one <= _NAMES for one in fields)
    return found if several and named else ()


def parted(titles: tuple[str, ...], body: tuple[Line, ...]) -> Parted:
    """The lines with every such column parted."""
    read_as = titles
    width = max(len(titles), max((len(line.cells) for line in body), default=0))
    for place, title in enumerate(titles):
        if not (found := pieces(title)) or len(titles) > width:
            continue
        delimiter = next((sign for sign in _DELIMITERS if title.count(sign) == len(found) - 1), "")
        body = tuple(replace(line, cells=_parted(line.cells, place, width, len(found), delimiter)) for line in body)
        titles = (*titles, *("" for _ in range(width - len(titles))), *found[1:])
        read_as = (*read_as, *("" for _ in range(width - len(read_as))), *found[1:])
        read_as = (*read_as[:place], found[0], *read_as[place + 1 :])
        width = len(titles)
    return Parted(titles, read_as, body)


def _parted(cells: Sequence[str], place: int, width: int, count: int, delimiter: str) -> tuple[str, ...]:
    """A line's cells with one of them parted; one that does not part as its title says stays whole."""
    cell = cells[place] if place < len(cells) else ""
    said = [piece.strip() for piece in cell.split(delimiter)] if delimiter else []
    if len(said) != count:
        said = [piece.strip() for piece in _IN_CELL.split(cell, count - 1)]
        said[1:] = [piece.removesuffix(")") for piece in said[1:]]
    if len(said) != count or not said[0]:
        return tuple(cells)
    padded = [*cells, *("" for _ in range(width - len(cells)))]
    padded[place] = said[0]
    return (*padded, *said[1:])

"""A list without a header whose lines hold a name and one thing more: a telephone, a yes or a no, a ticked box.

Most lines have to hold the same kind of thing, or nothing is taken apart. It knows no column and no person.

>>> lines = [Line(1, ("Ana Gil: sí",)), Line(2, ("Luis Mora - no",)), Line(3, ("Eva Paz",))]
>>> meant, apart = parted_off(lines)
>>> meant, [line.cells for line in apart]
(('nombre', 'asiste'), [('Ana Gil', 'sí'), ('Luis Mora', 'no'), ('Eva Paz',)])
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from checkin.intake.contents import could_be_name
from checkin.intake.headings import standing_under
from checkin.intake.marks import unmarked
from checkin.intake.sheets import Line
from checkin.intake.standing import standing_of

_LEAST, _MOST = 2, 0.6
"""So many lines of a list have to hold the same kind of thing, and such a part of those that are people."""

_PHONE = re.compile(r"(?P<name>.*?[^\W\d_][.)]?)\s*[:;,–—|(-]?\s*(?P<more>\+?\d(?:[\s().-]?\d){8,14})\)?")
_NUMBERED = re.compile(r"(?P<more>(?:\d{7,8}|[XYZxyz]\d{7})[\s-]?[A-Za-z])[\s:;,–—|-]+(?P<name>[^\W\d_].*)")
_ANSWER = re.compile(r"(?P<name>[^:–—|]*?[^\s:–—|-])\s*(?::|[–—|]|\s-)\s*(?P<more>\S.{0,39})")
_BOX = re.compile(r"(?:[-*•]\s*)?\[(?P<more>[ xX✓✔]?)\]\s*(?P<name>\S.*)")

NOT_TICKED = "pendiente"
"""What an empty box says where others are ticked."""

Pair = tuple[str, str]
"""A name and what stands beside it."""

Entitled = Callable[[Sequence[Line]], Sequence[Line]]


def parted_off(body: Sequence[Line], entitled: Entitled = tuple) -> tuple[tuple[str, ...], tuple[Line, ...]]:
    """What the columns mean and the lines in two cells each; no meaning and the lines as they are where all is one.

    Args:
        body: The lines of a list without a header.
        entitled: Sets those of some names aside that are titles and no people.
    """
    if any(len(line.cells) != 1 for line in body):
        return (), tuple(body)
    for meant, part in _KINDS:
        found = [None if line.aside else part(line.cells[0]) for line in body]
        held = sum(pair is not None for pair in found)
        if held < _LEAST:
            continue
        names = entitled(
            [replace(line, cells=pair[:1]) if pair else line for line, pair in zip(body, found, strict=True)]
        )
        people = [line for line in names if not line.aside and standing_under(line.cells[0]) is None]
        if held >= _MOST * len(people):
            said = _ticked(found) if part is _boxed else found
            return meant, tuple(replace(name, cells=pair or name.cells) for name, pair in zip(names, said, strict=True))
    return (), tuple(body)


def _split_by(pattern: re.Pattern[str]) -> Callable[[str], Pair | None]:
    def part(text: str) -> Pair | None:
        found = pattern.fullmatch(text)
        return (found["name"], found["more"]) if found and _is_name(found["name"]) else None

    return part


def _answered(text: str) -> Pair | None:
    """A name and an answer to whether somebody comes; anything else behind it is no answer."""
    pair = _split_by(_ANSWER)(text)
    return pair if pair and standing_of(pair[1]) is not None else None


def _boxed(text: str) -> Pair | None:
    found = _BOX.fullmatch(text)
    return (found["name"], found["more"].strip()) if found and _is_name(found["name"]) else None


def _ticked(found: Sequence[Pair | None]) -> list[Pair | None]:
    """What boxes say: where some are ticked, those of the others are not confirmed; else nothing."""
    some = any(pair and pair[1] for pair in found) and not all(pair[1] for pair in found if pair)
    return [pair and (pair[0], ("sí" if pair[1] else NOT_TICKED) if some else "") for pair in found]


def _is_name(text: str) -> bool:
    return could_be_name(unmarked(text).text)


_KINDS: tuple[tuple[tuple[str, ...], Callable[[str], Pair | None]], ...] = (
    (("nombre", "asiste"), _boxed),
    (("nombre", "telefono"), _split_by(_PHONE)),
    (("nombre", ""), _split_by(_NUMBERED)),
    (("nombre", "asiste"), _answered),
)
"""What the two columns mean, and how a line is parted; the surest kind first."""

"""A name on a badge: what people say aloud as large as it goes, and the surnames below it.

Lengths in millimetres, sizes in points. It knows no badge.
"""

from __future__ import annotations

from typing import NamedTuple

from checkin.paper import names
from checkin.paper.fitting import CAP, DESCENT, LEADING, MM, Fitted, Room
from checkin.paper.fonts import Weight
from checkin.paper.press import Press

NAME_SIZE, NAME_FLOOR, NAME_LEAST = 38.0, 18.0, 11.0
"""Of what people say aloud: what it would like, what it should have, and what it keeps before it is shortened."""

FAMILY_SIZE, FAMILY_FLOOR, FAMILY_LEAST = 17.0, 10.0, 8.0
"""Of the surnames: likewise; the last one where they would be larger than what people say aloud."""

NAME_GAP = 1.5

LEGIBLE = 7.0
"""Smaller than this, in points, nobody reads a first name; the lines below make room for it."""

_LEAST_BOX = 1.0
"""So high is the box of a name at least, in millimetres, on labels that have no room for one."""

_TOLERANCE = 0.05
_ACCENT = 0.1
"""What accents on capitals may add to a line's height, in ems."""


class Pair(NamedTuple):
    """A name in its two parts, ``gap`` millimetres apart."""

    given: Fitted
    family: Fitted
    gap: float

    @property
    def abbreviated(self) -> bool:
        """Whether either part had to be shortened."""
        return self.given.abbreviated or self.family.abbreviated

    @property
    def torn(self) -> int:
        """How many of the two parts end within a word."""
        return sum(line.text.endswith("…") for line in (*self.given.lines, *self.family.lines))

    @property
    def legible(self) -> bool:
        """Whether what people say aloud can be read at all."""
        return self.given.size >= LEGIBLE or not self.given.lines


def set_name(
    press: Press, parts: tuple[str, str], size: tuple[float, float], scale: float, floor: float = NAME_FLOOR
) -> Pair:
    """Both parts of the name: the given one at its ease; where that shortens anything, the other gets what it needs.

    With another floor than the usual, the given name is as large as any of these ways makes it.
    """
    scale = min(max(scale, 0.7), 1.6)
    best = _best(press, parts, size, scale, (floor, FAMILY_FLOOR))
    if best.family.size <= best.given.size or not best.family.lines:
        return best
    other = _best(press, parts, size, scale, (floor, FAMILY_LEAST))
    return other if _loss(other)[:2] <= _loss(best)[:2] else best


def _best(
    press: Press, parts: tuple[str, str], size: tuple[float, float], scale: float, floors: tuple[float, float]
) -> Pair:
    """The way to set both that loses least; ``floors`` are those of what people say aloud and of the surnames."""
    (given, family), (width, height) = parts, size
    gap = NAME_GAP * scale if family else 0.0
    free = max(height - gap, _LEAST_BOX)
    em = floors[1] * min(scale, 1) / MM
    one, two = em * (CAP + DESCENT + _ACCENT), em * (CAP + LEADING + DESCENT + _ACCENT)
    shares = (free * 0.62, free - two, free - one) if family else (free,)
    pairs: list[Pair] = []
    for share in (share for share in shares if share > _LEAST_BOX / 2):
        pair = _pair(press, (given, family), width, (share - _TOLERANCE, free), scale, floors)
        if not pair.abbreviated and floors[0] == NAME_FLOOR:
            return pair
        pairs.append(pair)
    return min(pairs, key=_loss)


def _loss(pair: Pair) -> tuple[int, bool, float]:
    """What makes a pair worse than another: more that is shortened, the given name among it, smaller type."""
    given, family = pair.given, pair.family
    return given.abbreviated + family.abbreviated, given.abbreviated, -given.size if not pair.abbreviated else 0.0


def _pair(
    press: Press,
    parts: tuple[str, str],
    width: float,
    heights: tuple[float, float],
    scale: float,
    floors: tuple[float, float],
) -> Pair:
    """The parts one above the other; ``heights`` are what the first may take and what both may."""
    (share, free), (least, lowest) = heights, floors
    gap = NAME_GAP * scale if parts[1] else 0.0
    size = NAME_SIZE * scale * min(1.5, max(1.0, free / (28.0 * scale)))
    first = press.fit(parts[0], Room(width, share, size, least * min(scale, 1)), Weight.BOLD, names.shorter_still)
    floor = lowest * min(scale, 1)
    rest = Room(
        width, max(free - first.height, _LEAST_BOX), max(floor, min(FAMILY_SIZE * scale, first.size * 0.6)), floor
    )
    return Pair(first, press.fit(parts[1], rest, Weight.MEDIUM, names.shorter_still), gap)

"""Where things stand beside each other: snapping, aligning, rows, and the nearest place that is free.

Everything is a slab: a rectangle round a centre, in centimetres, x to the right,
y downwards. Knows no table, no screen.

>>> one, other = Slab(0, 0, 100, 100), Slab(300, 8, 100, 100)
>>> snap([other], [one], Point(0, 0), reach=10).by
Point(x=0.0, y=-8.0)
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from checkin.ui.room.layout import Point

STEP = 25.0
"""The grid that tables stand on, and what an arrow key moves them by."""

AISLE = 50.0
"""Between tables in rows: room to pass behind a chair."""

SEARCHED = 24
"""How many steps away a free place is looked for."""

TOUCH = 0.5
"""Overlaps smaller than this are none."""


class Side(Enum):
    """What tables are aligned by."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    TOP = "top"
    MIDDLE = "middle"
    BOTTOM = "bottom"


@dataclass(frozen=True, slots=True)
class Slab:
    """A rectangle round its centre."""

    x: float
    y: float
    width: float
    height: float

    def moved(self, by: Point) -> Slab:
        """The same one elsewhere."""
        return Slab(self.x + by.x, self.y + by.y, self.width, self.height)

    def hits(self, other: Slab) -> bool:
        """Whether the two cover the same floor."""
        across = abs(self.x - other.x) < (self.width + other.width) / 2 - TOUCH
        return across and abs(self.y - other.y) < (self.height + other.height) / 2 - TOUCH

    @property
    def columns(self) -> tuple[float, float, float]:
        """Left edge, centre and right edge."""
        return (self.x - self.width / 2, self.x, self.x + self.width / 2)

    @property
    def lines(self) -> tuple[float, float, float]:
        """Upper edge, middle and lower edge."""
        return (self.y - self.height / 2, self.y, self.y + self.height / 2)


@dataclass(frozen=True, slots=True)
class Guide:
    """A line along which two things are aligned, from ``start`` to ``end``."""

    upright: bool
    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Snapped:
    """Where a drag ends: how far from the start, and the lines that say why."""

    by: Point
    guides: tuple[Guide, ...] = ()


def around(slabs: Sequence[Slab]) -> Slab:
    """The slab that covers all of them."""
    left, right = min(one.columns[0] for one in slabs), max(one.columns[2] for one in slabs)
    top, below = min(one.lines[0] for one in slabs), max(one.lines[2] for one in slabs)
    return Slab((left + right) / 2, (top + below) / 2, right - left, below - top)


def snap(moving: Sequence[Slab], others: Sequence[Slab], by: Point, *, reach: float) -> Snapped:
    """Draw what is dragged by ``by`` to the edges and centres of the others, or else to the grid.

    Args:
        moving: What is dragged, as it stood.
        others: Everything else.
        by: How far the hand has gone.
        reach: How near a line has to be, in centimetres.
    """
    whole = around(moving).moved(by)
    dx = _nearest(whole.columns, [other.columns for other in others], reach)
    dy = _nearest(whole.lines, [other.lines for other in others], reach)
    first = moving[0].moved(by)
    to = Point(
        by.x + (dx if dx is not None else _to_grid(first.x)),
        by.y + (dy if dy is not None else _to_grid(first.y)),
    )
    whole = around(moving).moved(to)
    guides = [
        *([] if dx is None else _guides(whole, others, upright=True)),
        *([] if dy is None else _guides(whole, others, upright=False)),
    ]
    return Snapped(to, tuple(guides))


def _to_grid(at: float) -> float:
    return round(at / STEP) * STEP - at


def _nearest(mine: Sequence[float], theirs: Sequence[Sequence[float]], reach: float) -> float | None:
    """The least shift that brings edge to like edge or centre to centre, if one is within reach."""
    shifts = (line[at] - mine[at] for line in theirs for at in (0, 1, 2))
    best = min(shifts, key=abs, default=None)
    return best if best is not None and abs(best) <= reach else None


def _guides(whole: Slab, others: Sequence[Slab], *, upright: bool) -> Iterator[Guide]:
    """Lines that what is dragged shares with others, each as long as what lies along it."""
    for at in (1, 0, 2):
        mine = (whole.columns if upright else whole.lines)[at]
        along = [other for other in others if abs((other.columns if upright else other.lines)[at] - mine) < TOUCH]
        if along:
            spans = [(one.lines if upright else one.columns) for one in (whole, *along)]
            yield Guide(upright, mine, min(span[0] for span in spans), max(span[2] for span in spans))
            return


def clear(moving: Sequence[Slab], others: Sequence[Slab], by: Point) -> bool:
    """Whether nothing that is moved by ``by`` covers anything else."""
    near = around(moving).moved(by)
    close = [other for other in others if near.hits(other)]
    return not any(one.moved(by).hits(other) for one in moving for other in close)


def free(moving: Sequence[Slab], others: Sequence[Slab], by: Point) -> Point | None:
    """``by``, or the nearest to it that covers nothing; None where all is taken far around."""
    if clear(moving, others, by):
        return by
    steps = range(-SEARCHED, SEARCHED + 1)
    around_it = sorted(((x, y) for x in steps for y in steps), key=lambda step: math.hypot(*step))
    for x, y in around_it:
        tried = Point(by.x + x * STEP, by.y + y * STEP)
        if clear(moving, others, tried):
            return tried
    return None


def in_rows(slabs: Sequence[Slab], per_row: int) -> list[Point]:
    """Centres of the slabs in rows of ``per_row``, in their order, from the upper left corner that they have now."""
    corner = around(slabs)
    wide, high = max(one.width for one in slabs) + AISLE, max(one.height for one in slabs) + AISLE
    left, top = corner.columns[0] + (wide - AISLE) / 2, corner.lines[0] + (high - AISLE) / 2
    return [Point(left + at % per_row * wide, top + at // per_row * high) for at in range(len(slabs))]


def aligned(slabs: Sequence[Slab], side: Side) -> list[Point]:
    """Centres of the slabs with one edge or centre in line; those that would cover each other are pushed apart."""
    whole = around(slabs)
    if side in (Side.LEFT, Side.CENTRE, Side.RIGHT):
        shift = {Side.LEFT: -0.5, Side.CENTRE: 0.0, Side.RIGHT: 0.5}[side]
        across = [whole.x + shift * (whole.width - one.width) for one in slabs]
        down = _apart([one.y for one in slabs], [one.height for one in slabs])
        return [Point(x, y) for x, y in zip(across, down, strict=True)]
    shift = {Side.TOP: -0.5, Side.MIDDLE: 0.0, Side.BOTTOM: 0.5}[side]
    down = [whole.y + shift * (whole.height - one.height) for one in slabs]
    across = _apart([one.x for one in slabs], [one.width for one in slabs])
    return [Point(x, y) for x, y in zip(across, down, strict=True)]


def distributed(slabs: Sequence[Slab], *, across: bool) -> list[Point]:
    """Centres of the slabs with equal gaps from the first to the last; these two stay unless there is no room."""
    centres = [one.x if across else one.y for one in slabs]
    sizes = [one.width if across else one.height for one in slabs]
    order = sorted(range(len(slabs)), key=lambda at: centres[at])
    first, last = order[0], order[-1]
    length = centres[last] + sizes[last] / 2 - centres[first] + sizes[first] / 2
    gap = max(0.0, (length - sum(sizes)) / max(1, len(slabs) - 1))
    to, edge = list(centres), centres[first] - sizes[first] / 2
    for at in order:
        to[at] = edge + sizes[at] / 2
        edge += sizes[at] + gap
    return [Point(to[at], one.y) if across else Point(one.x, to[at]) for at, one in enumerate(slabs)]


def _apart(centres: Sequence[float], sizes: Sequence[float]) -> list[float]:
    """Centres along one line, none nearer to the one before than their sizes allow."""
    to, edge = list(centres), -math.inf
    for at in sorted(range(len(centres)), key=lambda at: centres[at]):
        to[at] = max(centres[at], edge + sizes[at] / 2)
        edge = to[at] + sizes[at] / 2
    return to

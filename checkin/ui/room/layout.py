"""Where chairs stand round a table and tables in a room: geometry in centimetres, x to the right, y downwards.

Tables that nobody has placed yet are laid out in rows, by number, so that the room fills a window of a given aspect.
Knows no screen, no colour and nobody's name.

>>> table = outline(Shape.ROUND, 10)
>>> len(table.chairs), table.chairs[0].x, table.chairs[0].y < 0
(10, 0.0, True)
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from checkin.model import Shape

CHAIR = 52.0
"""Diameter of the disc that stands for a chair."""

PITCH = 66.0
"""Least distance between the centres of neighbouring chairs."""

REACH = 38.0
"""From the edge of a table to the centres of its chairs."""

NARROWEST = 92.0
"""The least diameter, side or depth of a table top; its number has to fit."""

GAP = 28.0
"""Least distance between what belongs to two tables."""

MARGIN = 32.0
"""Distance of the tables from the walls."""

DOORWAY = 100.0
"""Depth of the strip along the lower wall where the entrance is."""


@dataclass(frozen=True, slots=True)
class Point:
    """A place, from the room's corner or from a table's centre."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Box:
    """A width and a height."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Outline:
    """A table seen from above, round its centre.

    Attributes:
        top: The table's surface; for a round table both sides are its diameter.
        chairs: Centres of the chairs, clockwise, the first at the top.
        footprint: What table and chairs cover, centred on the table.
    """

    shape: Shape
    top: Box
    chairs: tuple[Point, ...]
    footprint: Box


@dataclass(frozen=True, slots=True)
class Room:
    """Where everything stands.

    Attributes:
        centres: The tables' centres, in the order in which they were given.
        corner: The room's upper left corner.
        size: The room's size.
        entrance: The centre of the entrance.
    """

    centres: tuple[Point, ...]
    corner: Point
    size: Box
    entrance: Point


class Heading(Enum):
    """A direction in the room, as a unit step."""

    LEFT = (-1, 0)
    RIGHT = (1, 0)
    UP = (0, -1)
    DOWN = (0, 1)


def outline(shape: Shape, capacity: int) -> Outline:
    """A table of ``shape`` with ``capacity`` chairs at even distances."""
    if shape is Shape.LONG:
        return _edged(shape, _halves(capacity))
    if shape is Shape.SQUARE:
        return _edged(shape, _quarters(capacity))
    return _round(capacity)


def room(places: Sequence[Point | None], sizes: Sequence[Box], aspect: float) -> Room:
    """The room of tables at ``places``; those at None are laid out in rows, below the others if there are any.

    Args:
        places: The centre of each table, or None while nobody has placed it.
        sizes: The footprint of each table.
        aspect: Width over height of the window that the rows should fill.
    """
    placed = [(place, size) for place, size in zip(places, sizes, strict=True) if place is not None]
    loose = [size for place, size in zip(places, sizes, strict=True) if place is None]
    if not placed:
        return _with_walls(_rows(loose, aspect), sizes)
    right = max(place.x + size.width / 2 for place, size in placed)
    left = min(place.x - size.width / 2 for place, size in placed)
    below = max(place.y + size.height / 2 for place, size in placed) + GAP
    shelf = _shelve(loose, max(right - left, max((size.width for size in loose), default=0.0)))
    rest = iter([Point(left + spot.x, below + spot.y) for spot in _stack(shelf, loose, GAP)])
    return _with_walls([place if place is not None else next(rest) for place in places], sizes)


def towards(points: Sequence[Point], start: int, heading: Heading) -> int:
    """The index of the nearest point from ``points[start]`` in a direction; ``start`` itself where there is none."""
    step_x, step_y = heading.value
    origin = points[start]
    best, least = start, math.inf
    for index, point in enumerate(points):
        ahead = (point.x - origin.x) * step_x + (point.y - origin.y) * step_y
        aside = abs((point.x - origin.x) * step_y) + abs((point.y - origin.y) * step_x)
        if ahead > 1 and aside <= 2 * ahead and ahead + 2 * aside < least:
            best, least = index, ahead + 2 * aside
    return best


def _round(capacity: int) -> Outline:
    least = NARROWEST / 2 + REACH
    ring = max(least, PITCH / (2 * math.sin(math.pi / capacity))) if capacity > 1 else least
    angles = [2 * math.pi * seat / capacity for seat in range(capacity)]
    chairs = tuple(Point(ring * math.sin(angle), -ring * math.cos(angle)) for angle in angles)
    across = 2 * ring + CHAIR
    diameter = 2 * (ring - REACH)
    return Outline(Shape.ROUND, Box(diameter, diameter), chairs, Box(across, across))


def _halves(capacity: int) -> tuple[int, int, int, int]:
    """Chairs above, right, below and left of a long table: none at its ends."""
    return (capacity - capacity // 2, 0, capacity // 2, 0)


def _quarters(capacity: int) -> tuple[int, int, int, int]:
    """Chairs above, right, below and left of a square table: one more above and below before the sides."""
    each, over = divmod(capacity, 4)
    return (each + (over > 0), each + (over > 2), each + (over > 1), each)


def _edged(shape: Shape, sides: tuple[int, int, int, int]) -> Outline:
    above, right, below, left = sides
    width = max(NARROWEST, PITCH * max(above, below))
    height = max(NARROWEST, PITCH * max(right, left))
    if shape is Shape.SQUARE:
        width = height = max(width, height)
    over, out = height / 2 + REACH, width / 2 + REACH
    chairs = (
        *(Point(along, -over) for along in _spread(above, width)),
        *(Point(out, along) for along in _spread(right, height)),
        *(Point(-along, over) for along in _spread(below, width)),
        *(Point(-out, -along) for along in _spread(left, height)),
    )
    footprint = Box(
        2 * out + CHAIR if right or left else width,
        2 * over + CHAIR if above or below else height,
    )
    return Outline(shape, Box(width, height), chairs, footprint)


def _spread(count: int, length: float) -> list[float]:
    return [(chair + 0.5) * length / count - length / 2 for chair in range(count)]


def _rows(sizes: Sequence[Box], aspect: float) -> list[Point]:
    """Rows of tables whose room comes closest to filling a window of that aspect, spread out where there is space."""
    if not sizes:
        return []
    widest = max(size.width for size in sizes)
    mean = sum(size.width + GAP for size in sizes) / len(sizes)
    high = sum(size.height + GAP for size in sizes) / len(sizes)
    # The best row is as many tables long as fill the window's shape; twice and half that many are never better.
    fair = math.sqrt(len(sizes) * aspect * high / mean)
    best, shelf = 0.0, [list(range(len(sizes)))]
    for count in range(max(1, math.floor(fair / 2)), min(len(sizes), math.ceil(2 * fair) + 1) + 1):
        tried = _shelve(sizes, max(widest, count * mean - GAP))
        extent = _extent(tried, sizes)
        scale = min(aspect / extent.width, 1 / extent.height)
        if scale > best * 1.001:
            best, shelf = scale, tried
    return _stack(shelf, sizes, _air(shelf, sizes, aspect))


def _shelve(sizes: Sequence[Box], width: float) -> list[list[int]]:
    """Rows of indices, each as long as fits into ``width``."""
    shelf: list[list[int]] = []
    used = math.inf
    for index, size in enumerate(sizes):
        if used + GAP + size.width > width + 0.01:
            shelf.append([])
            used = -GAP
        shelf[-1].append(index)
        used += GAP + size.width
    return shelf


def _extent(shelf: Sequence[Sequence[int]], sizes: Sequence[Box]) -> Box:
    """The room that a shelf of rows needs, walls and doorway included."""
    width = max(sum(sizes[index].width + GAP for index in row) - GAP for row in shelf)
    height = sum(max(sizes[index].height for index in row) + GAP for row in shelf) - GAP
    return Box(width + 2 * MARGIN, height + MARGIN + DOORWAY)


def _air(shelf: Sequence[Sequence[int]], sizes: Sequence[Box], aspect: float) -> float:
    """The distance between rows: more than the least where a tall window would stay empty below."""
    extent = _extent(shelf, sizes)
    spare = extent.width / aspect - extent.height
    tallest = max(size.height for size in sizes)
    return GAP + max(0.0, min(spare / len(shelf), tallest / 3))


def _stack(shelf: Sequence[Sequence[int]], sizes: Sequence[Box], air: float) -> list[Point]:
    """The centres of the tables of each row; equal tables stand in columns, others in centred rows."""
    widths = [sum(sizes[index].width + GAP for index in row) - GAP for row in shelf]
    columns = len(set(sizes)) == 1
    spots: list[Point] = []
    y = 0.0
    for row, width in zip(shelf, widths, strict=True):
        x = 0.0 if columns else (max(widths) - width) / 2
        height = max(sizes[index].height for index in row)
        for index in row:
            spots.append(Point(x + sizes[index].width / 2, y + height / 2))
            x += sizes[index].width + GAP
        y += height + air
    return spots


def _with_walls(centres: Sequence[Point], sizes: Sequence[Box]) -> Room:
    """Put walls round the tables, and the entrance in the middle of the lower one."""
    pairs = list(zip(centres, sizes, strict=True))
    left = min((at.x - size.width / 2 for at, size in pairs), default=0.0) - MARGIN
    right = max((at.x + size.width / 2 for at, size in pairs), default=600.0) + MARGIN
    top = min((at.y - size.height / 2 for at, size in pairs), default=0.0) - MARGIN
    below = max((at.y + size.height / 2 for at, size in pairs), default=300.0) + DOORWAY
    middle = Point((left + right) / 2, below - DOORWAY / 2 + 12)
    return Room(tuple(centres), Point(left, top), Box(right - left, below - top), middle)

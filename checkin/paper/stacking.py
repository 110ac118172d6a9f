"""Texts one below the other: type as large as all of them allow, of one size or nearly, each over what lines it needs.

Lengths in millimetres, sizes in points. It knows no page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checkin.paper.fitting import LEADING, MM, Room, tall
from checkin.paper.wrapping import Prose, shared

_STEP = 0.25
"""Between two sizes that are tried, in points."""

_SLACK = 0.97
_TOLERANCE = 0.35
"""What a room is higher than lines of Latin letters, in millimetres: letters may reach a little above capitals."""


def stacked(
    proses: Sequence[Prose], place: tuple[float, float], most: float, floor: float, least: Sequence[float] = ()
) -> list[Room]:
    """A room for each text of a column.

    Where even the smallest type is too large, the texts share the lines that there are.

    Args:
        proses: The texts.
        place: Width of the column, and what height it has besides the gaps between the texts.
        most: The size that all would like.
        floor: The smallest size.
        least: The smallest size of each text, where one stays larger than the others.
    """
    width, height = place
    least = least or [floor] * len(proses)
    for size in _sizes(most, floor):
        sizes = [max(size, one) for one in least]
        wide = [width * MM / one for one in sizes]
        lines = [prose.lines(ems) for prose, ems in zip(proses, wide, strict=True)]
        tallest = sum(tall(count) * one for count, one in zip(lines, sizes, strict=True))
        if tallest <= height * MM and all(prose.fits(ems) for prose, ems in zip(proses, wide, strict=True)):
            break
    else:
        free = height * MM - sum(tall(1) * one for one in sizes)
        lines = shared(lines, len(proses) + int(free / (LEADING * floor)))
    return [
        Room(width, tall(max(count, 1)) * size / MM + _TOLERANCE, size, size * _SLACK, max(count, 1))
        for count, size in zip(lines, sizes, strict=True)
    ]


def _sizes(most: float, floor: float) -> Iterator[float]:
    """The sizes that are tried, the largest first and the floor last."""
    yield from (most - step * _STEP for step in range(int((most - floor) / _STEP) + 1))
    yield floor

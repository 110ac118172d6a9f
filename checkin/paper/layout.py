"""Where things stand on a badge, for a label of any size.

The boxes of text and the plate of the code never share any ground, so that no name, however long, can make a ticket
unreadable. Lengths in millimetres from the label's upper left corner. Pure geometry: it knows no text and no page.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from checkin.paper.qr import QUIET

_PLATE = 27.0
_PLATE_SMALLEST = 22.0
_QUIET_PART = QUIET / (25 + 2 * QUIET)
"""The quiet zone's part of the plate's side, for a code of our own (version 2, 25 modules)."""
_GAP, _LEAST_GAP = 2.2, 1.8
"""Between what stands on a label of 90 × 54, and beside the table and the code on any."""

_APART = 0.6
"""Between the code's plate and what stands nearest to it, so that no outline is cut off by the plate's white."""

_BLOCK_LOWEST = 6.5
_ROW = 4.4
_NAME = 30.0
"""Height that is kept for the name on labels where details could take more than half."""

_BAND, _STRIPE = 15.0, 5.0
"""At most."""

_MARK = 0.72
"""Height of a logo on a band, as a part of the band's."""

_LEAST_BAND, _LEAST_MARK = 3.5, 4.0
"""A lower band holds no words, and a lower logo shows nothing; both then stand below the band."""

_ROW_SMALLEST = 4.0


_IN_LINE = 2.0
"""Twice what two middles may be apart before it shows, in millimetres."""


class Box(NamedTuple):
    """A rectangle on the label."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.y + self.height

    def meets(self, other: Box) -> bool:
        """Whether the two share any ground, a micrometre or more of it."""
        wide = min(self.right, other.right) - max(self.x, other.x)
        high = min(self.bottom, other.bottom) - max(self.y, other.y)
        return wide > 0.001 and high > 0.001


@dataclass(frozen=True, slots=True)
class Layout:
    """Where things stand on a label.

    Attributes:
        scale: The label against one of 90 × 54 mm.
        event: The event's name; of no height where the label is too small for it.
        name: Given name and surnames.
        details: The lines below, from company to marks; of no height where there are none.
        rows: How many of those lines there are.
        most: How many there could be.
        slot: Height of one of them.
        table: The block with the table's number, or None.
        plate: The code with its quiet zone, or None. Nothing else may be drawn there.
        band: The coloured band at the top, or None.
        stripe: The coloured stripe at the left, or None.
        logo: Where the logo may stand, or None.
    """

    scale: float
    event: Box
    name: Box
    details: Box
    rows: int
    most: int
    slot: float
    table: Box | None
    plate: Box | None
    band: Box | None = None
    stripe: Box | None = None
    logo: Box | None = None

    @property
    def on_band(self) -> bool:
        """Whether the event's name and the logo stand on the band, and not below it."""
        return self.band is not None and self.event.y < self.band.bottom

    @property
    def in_line(self) -> bool:
        """Whether the middle of the lines below is that of the name, so that both may be centred."""
        return abs(self.name.x + self.name.right - self.details.x - self.details.right) < _IN_LINE


class Ground(NamedTuple):
    """What a look takes of a label before anything else: parts of its height and width, and whether there is a logo."""

    band: float = 0.0
    stripe: float = 0.0
    logo: bool = False


BARE = Ground()


@lru_cache(maxsize=256)
def layout(width: float, height: float, *, lines: int, code: bool, table: bool, ground: Ground = BARE) -> Layout:
    """Where things stand on a label of that size.

    Wide labels have the table and the code in a column on the right. Upright ones have the table above and the code
    below, and the name as wide as the label between them.

    Args:
        width: Of the label, in millimetres.
        height: Of the label, in millimetres.
        lines: How many lines of details are wanted; a small label gets fewer.
        code: Whether there is a QR code.
        table: Whether there is a table number.
        ground: Band, stripe and logo.
    """
    band, stripe = min(height * ground.band, _BAND), min(width * ground.stripe, _STRIPE)
    holds = band * _MARK > _LEAST_MARK if ground.logo else band > _LEAST_BAND
    inside = _inside(
        width - stripe, height - band, lines=lines, code=code, table=table, logo=ground.logo, headed=not holds
    )
    moved = _moved(inside, stripe, band)
    if band:
        moved = replace(moved, band=Box(0, 0, width, band))
    if holds:
        margin, mark = moved.name.x, min(band * _MARK, 11.0)
        logo = Box(width - margin - mark * 2.4, (band - mark) / 2, mark * 2.4, mark) if ground.logo else None
        event = Box(margin, 0, (logo.x - 2 if logo else width - margin) - margin, band)
        moved = replace(moved, event=event, logo=logo)
    return replace(moved, stripe=Box(0, 0, stripe, height)) if stripe else moved


def _moved(plan: Layout, x: float, y: float) -> Layout:
    """The same, further to the right and down."""

    def away(box: Box) -> Box:
        return box._replace(x=box.x + x, y=box.y + y)

    def perhaps(box: Box | None) -> Box | None:
        return away(box) if box else None

    return replace(
        plan, event=away(plan.event), name=away(plan.name), details=away(plan.details), table=perhaps(plan.table),
        plate=perhaps(plan.plate), logo=perhaps(plan.logo),
    )  # fmt: skip


def _inside(width: float, height: float, *, lines: int, code: bool, table: bool, logo: bool, headed: bool) -> Layout:
    """The same for what band and stripe leave; ``headed`` where the event's name stands here, with the logo if any."""
    scale = min(width / 90, height / 54)
    wide = width > height * 1.15
    margin = 5.0 * min(max(scale, 0.6), 1.6)
    plate = _plate(width, height, margin, scale, centred=wide and not table) if code else None
    block = _block(width, height, margin, scale, plate if wide else None) if table else None
    beside = min((box.x for box in (plate, block) if box), default=width - margin) - max(_GAP * scale, _LEAST_GAP)
    head = 0.0 if not headed or scale <= 0.6 else 7.5 * scale if logo else 3.2 * scale
    across = (beside if wide or block else width - margin) - margin
    mark = Box(margin, margin, head * 2.4, head) if logo and head > _LEAST_MARK else None
    start = mark.right + 2 if mark else margin
    event = Box(start, margin, margin + across - start, head)
    top = event.bottom + (_GAP * scale if headed else 0.0)
    if block and not wide:
        top = max(top, block.bottom + _GAP * scale)
    slot, bottom = max(_ROW_SMALLEST, _ROW * scale), height - margin
    most = int(max((height - 2 * margin) * 0.5, bottom - top - (_GAP + _NAME) * scale) / slot)
    rows = min(lines, most)
    details = Box(margin, bottom - rows * slot, (beside if wide or plate else width - margin) - margin, rows * slot)
    floor = details.y - _GAP * scale
    if plate and not wide:
        floor = min(floor, plate.y - _APART)
    name = Box(margin, top, (beside if wide else width - margin) - margin, floor - top)
    return Layout(scale, event, name, details, rows, most, slot, block, plate, logo=mark)


def _plate(width: float, height: float, margin: float, scale: float, *, centred: bool) -> Box:
    """The code's plate at the lower right, its dark modules (of a version 2 code) on the margin."""
    side = min(max(_PLATE * scale, _PLATE_SMALLEST), height * 0.85, width * 0.45)
    inset = min(side * _QUIET_PART, margin)
    top = (height - side) / 2 if centred else height - margin - side + inset
    return Box(width - margin - side + inset, top, side, side)


def _block(width: float, height: float, margin: float, scale: float, plate: Box | None) -> Box:
    """The table's block: above the code and as wide as its modules, on a low label beside it, else in the corner."""
    if plate is None:
        side = 20.5 * scale
        return Box(width - margin - side, margin, side, min(18.0 * scale, height - 2 * margin))
    inset = min(plate.width * _QUIET_PART, margin)
    across = width - margin - plate.x - inset
    above = plate.y - _APART - margin
    if above < _BLOCK_LOWEST:
        return Box(plate.x - _APART - across * 0.7, plate.y + inset, across * 0.7, plate.height - 2 * inset)
    return Box(plate.x + inset, margin, across, min(above, 18.0 * scale))

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
_GAP = 2.2
_BLOCK_LOWEST = 6.5
_ROW = 4.4
_BAND, _STRIPE = 15.0, 5.0
"""At most."""

_ROW_SMALLEST = 4.0


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
    slot: float
    table: Box | None
    plate: Box | None
    band: Box | None = None
    stripe: Box | None = None
    logo: Box | None = None


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
    inside = _inside(width - stripe, height - band, lines=lines, code=code, table=table, ground=ground)
    moved = _moved(inside, stripe, band)
    if band:
        margin = moved.name.x
        mark = min(band * 0.72, 11.0)
        logo = (
            Box(width - margin - mark * 2.4, (band - mark) / 2, mark * 2.4, mark) if ground.logo and mark > 4 else None
        )
        across = (logo.x - 2 if logo else width - margin) - margin
        event = Box(margin, 0, across, band) if band > 3.5 else Box(margin, 0, across, 0)
        moved = replace(moved, band=Box(0, 0, width, band), event=event, logo=logo)
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


def _inside(width: float, height: float, *, lines: int, code: bool, table: bool, ground: Ground) -> Layout:
    """The same for what band and stripe leave."""
    scale = min(width / 90, height / 54)
    wide = width > height * 1.15
    margin = 5.0 * min(max(scale, 0.6), 1.6)
    plate = _plate(width, height, margin, scale, centred=wide and not table) if code else None
    block = _block(width, height, margin, scale, plate if wide else None) if table else None
    beside = min((box.x for box in (plate, block) if box), default=width - margin) - _GAP * scale
    slot = max(_ROW_SMALLEST, _ROW * scale)
    bottom = height - margin
    rows = min(lines, int((height - 2 * margin) * 0.5 / slot))
    details = Box(margin, bottom - rows * slot, (beside if wide or plate else width - margin) - margin, rows * slot)
    head = 0.0 if ground.band or scale <= 0.6 else 7.5 * scale if ground.logo else 3.2 * scale
    across = (beside if wide or block else width - margin) - margin
    logo = Box(margin, margin, head * 2.4, head) if ground.logo and head > 4 else None
    start = logo.right + 2 if logo else margin
    event = Box(start, margin, margin + across - start, head)
    top = event.bottom + (_GAP * scale if head or not ground.band else 0.0)
    floor = details.y - _GAP * scale
    across = beside if wide else width - margin
    if not wide:
        top = max(top, block.bottom + _GAP * scale if block else 0)
        floor = min(floor, plate.y if plate else floor)
    name = Box(margin, top, across - margin, floor - top)
    return Layout(scale, event, name, details, rows, slot, block, plate, logo=logo)


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
    above = plate.y - margin
    if above < _BLOCK_LOWEST:
        return Box(plate.x - across * 0.7, plate.y + inset, across * 0.7, plate.height - 2 * inset)
    return Box(plate.x + inset, margin, across, min(above, 18.0 * scale))

"""Where things stand on a badge, for a label of any size.

The boxes of text and the plate of the code never share any ground, so that no name, however long, can make a ticket
unreadable. Lengths in millimetres from the label's upper left corner. Pure geometry: it knows no text and no page.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from checkin.paper.qr import QUIET

_PLATE = 27.0
_PLATE_SMALLEST = 22.0
_QUIET_PART = QUIET / (25 + 2 * QUIET)
"""The quiet zone's part of the plate's side, for a code of our own (version 2, 25 modules)."""
_GAP = 2.2
_BLOCK_LOWEST = 6.5
_ROW = 4.4
_ROW_SMALLEST = 4.0


@dataclass(frozen=True, slots=True)
class Box:
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
    """

    scale: float
    event: Box
    name: Box
    details: Box
    rows: int
    slot: float
    table: Box | None
    plate: Box | None


@lru_cache(maxsize=256)
def layout(width: float, height: float, *, lines: int, code: bool, table: bool) -> Layout:
    """Where things stand on a label of that size.

    Wide labels have the table and the code in a column on the right. Upright ones have the table above and the code
    below, and the name as wide as the label between them.

    Args:
        width: Of the label, in millimetres.
        height: Of the label, in millimetres.
        lines: How many lines of details are wanted; a small label gets fewer.
        code: Whether there is a QR code.
        table: Whether there is a table number.
    """
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
    event = Box(
        margin, margin, (beside if wide or block else width - margin) - margin, 3.2 * scale if scale > 0.6 else 0
    )
    top = event.bottom + _GAP * scale
    floor = details.y - _GAP * scale
    across = beside if wide else width - margin
    if not wide:
        top = max(top, block.bottom + _GAP * scale if block else 0)
        floor = min(floor, plate.y if plate else floor)
    return Layout(scale, event, Box(margin, top, across - margin, floor - top), details, rows, slot, block, plate)


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

"""What a printer does to positions, and how to undo it: an offset and a scale, measured once on a page with crosses.

Lengths in millimetres from the upper left corner. It knows no printer and no page: operators are given.
"""

from __future__ import annotations

from dataclasses import dataclass

from checkin.errors import WrongCall
from checkin.paper.fitting import MM

INSET = 20.0
"""Where the crosses are, from the edges of the paper."""

LABEL_INSET = 5.0
"""The same on labels, which a printer takes one by one."""

ROOMY = 120.0
"""The shorter side of paper with room for words and rulers between the crosses, in millimetres."""

LEAST_SCALE, MOST_SCALE = 0.9, 1.1
"""No printer stretches more."""

FARTHEST = 15.0
"""So far off no printer is; a reading beyond it is a mistake."""


@dataclass(frozen=True, slots=True)
class Adjustment:
    """How everything on a page is moved and stretched before it goes to a printer.

    Attributes:
        right: To the right, in millimetres.
        down: In millimetres.
        across: Stretched so many times sideways.
        along: Stretched so many times downwards.
    """

    right: float = 0.0
    down: float = 0.0
    across: float = 1.0
    along: float = 1.0

    def to_text(self) -> str:
        """As a setting keeps it."""
        return ",".join(f"{part:.5f}" for part in (self.right, self.down, self.across, self.along))

    @classmethod
    def from_text(cls, text: str) -> Adjustment:
        """From what a setting keeps; nothing, or what is not understood, is no adjustment."""
        try:
            right, down, across, along = (float(part) for part in text.split(","))
        except ValueError:
            return EXACT
        sane = max(abs(right), abs(down)) <= FARTHEST
        sane = sane and all(LEAST_SCALE <= scale <= MOST_SCALE for scale in (across, along))
        return cls(right, down, across, along) if sane else EXACT


EXACT = Adjustment()


def measured(page: tuple[float, float], readings: tuple[float, float, float, float]) -> Adjustment:
    """What undoes a printer that put the two crosses elsewhere.

    >>> found = measured((210.0, 297.0), (21.0, 20.0, 19.0, 20.0))
    >>> round(found.right, 6), round(found.across, 6)
    (-1.0, 1.0)

    Args:
        page: Width and height of the paper.
        readings: From the upper cross to the left and the upper edge, from the lower one to the right and lower edge.

    Raises:
        WrongCall: A reading is too far from what it should be, or no number.
    """
    refused = WrongCall("--readings", ",".join(f"{reading:g}" for reading in readings))
    inset = inset_of(page)
    if not all(abs(reading - inset) <= min(FARTHEST, inset) for reading in readings):
        raise refused
    left, top, right, bottom = readings
    (offset_x, scale_x), (offset_y, scale_y) = (
        _drift(side, near, far, inset) for side, near, far in ((page[0], left, right), (page[1], top, bottom))
    )
    if not all(LEAST_SCALE <= scale <= MOST_SCALE for scale in (scale_x, scale_y, 1 / scale_x, 1 / scale_y)):
        raise refused
    return Adjustment(-offset_x / scale_x, -offset_y / scale_y, 1 / scale_x, 1 / scale_y)


def inset_of(page: tuple[float, float]) -> float:
    """How far from the edges the crosses are on paper of that size, in millimetres; on a label they need less."""
    return INSET if min(page) >= ROOMY else LABEL_INSET


def _drift(side: float, near: float, far: float, inset: float) -> tuple[float, float]:
    """Offset and scale of a printer along one side, by where the crosses came out."""
    scale = (side - far - near) / (side - 2 * inset)
    return near - scale * inset, scale


def adjusted(content: bytes, adjustment: Adjustment, height: float) -> bytes:
    """The operators of a page of that height, moved and stretched."""
    if adjustment == EXACT:
        return content
    up = height * (1 - adjustment.along) - adjustment.down
    matrix = f"q {adjustment.across:.6f} 0 0 {adjustment.along:.6f} {adjustment.right * MM:.3f} {up * MM:.3f} cm"
    return b"\n".join((matrix.encode("ascii"), content, b"Q"))

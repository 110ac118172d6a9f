"""Fitted texts onto a page, and a word on what became of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from checkin.paper.colours import Colour
from checkin.paper.fitting import Fitted
from checkin.paper.page import Page


class Drawn(NamedTuple):
    """What became of a text that was drawn.

    Attributes:
        abbreviated: Whether something had to be left out.
        missing: Characters that no shipped font can print.
        uncoded: Whether a code was wanted that no QR code can hold.
    """

    abbreviated: bool = False
    missing: str = ""
    uncoded: bool = False


def report(texts: Iterable[Fitted]) -> Drawn:
    """What became of these texts."""
    abbreviated, missing = False, ""
    for fitted in texts:
        abbreviated = abbreviated or fitted.abbreviated
        for line in fitted.lines:
            if line.missing:
                missing += line.missing
    return Drawn(abbreviated, "".join(dict.fromkeys(missing)))


def put(page: Page, fitted: Fitted, x: float, top: float, fill: Colour, align: float = 0.0) -> None:
    """Draw a fitted text with the top of its ink there."""
    lines, size, said, baseline = fitted.lines, fitted.size, fitted.said, top + fitted.ascent
    for place, line in enumerate(lines):
        spoken = said[place] if said else ""
        page.text(line, x, baseline + place * fitted.leading, size, fill, align, spoken)

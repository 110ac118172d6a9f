"""Fitted texts onto a page, and a word on what became of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from checkin.paper.colours import Colour
from checkin.paper.fitting import Fitted
from checkin.paper.page import Page


@dataclass(frozen=True, slots=True)
class Drawn:
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
    texts = tuple(texts)
    missing = "".join(line.missing for fitted in texts for line in fitted.lines)
    return Drawn(any(fitted.abbreviated for fitted in texts), "".join(dict.fromkeys(missing)))


def put(page: Page, fitted: Fitted, x: float, top: float, fill: Colour, align: float = 0.0) -> None:
    """Draw a fitted text with the top of its ink there."""
    for place, line in enumerate(fitted.lines):
        said = fitted.said[place] if fitted.said else None
        page.text(line, x, top + fitted.ascent + place * fitted.leading, fitted.size, fill, align, said)

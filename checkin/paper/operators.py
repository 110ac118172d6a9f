"""The operators of a PDF page, as text: numbers, glyphs where HarfBuzz wants them, round corners.

Operators as in ISO 32000-1, 8.5 and 9.4. Nothing here knows a page or a document.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, groupby
from typing import Protocol

from checkin.paper.shaping import Glyph

_CURVE = 0.5523
"""Length of the handles of a Bézier quarter circle, as a part of its radius."""


class Embedded(Protocol):
    """What must be known of an embedded font to show its glyphs."""

    def width(self, glyph: int) -> int:
        """The declared width of a glyph, in thousandths of an em."""

    def says(self, glyph: Glyph) -> bool:
        """Whether the file tells readers the text of this glyph."""


def number(value: float) -> str:
    """A length in points, to a hundredth (3.5 micrometres)."""
    return f"{value:.2f}"


def shown(embedded: Embedded, glyphs: Iterable[Glyph]) -> str:
    """The operators that show glyphs at a size of one unit, and tell their text where the glyphs alone do not."""
    parts: list[str] = []
    for legible, clusters in groupby(_clusters(glyphs), lambda cluster: _legible(embedded, cluster)):
        if legible:
            parts += _raised(embedded, chain.from_iterable(clusters))
        else:
            parts += (_spelled(cluster, " ".join(_raised(embedded, cluster))) for cluster in clusters)
    return "\n".join(parts)


def outline(x: float, y: float, width: float, height: float, radius: float) -> str:
    """The path of a rectangle with round corners, in points, from its lower left corner."""
    radius = min(radius, width / 2, height / 2)
    right, top, bend = x + width, y + height, radius * (1 - _CURVE)
    corners = (
        ((right - radius, y), (right - bend, y), (right, y + bend), (right, y + radius)),
        ((right, top - radius), (right, top - bend), (right - bend, top), (right - radius, top)),
        ((x + radius, top), (x + bend, top), (x, top - bend), (x, top - radius)),
        ((x, y + radius), (x, y + bend), (x + bend, y), (x + radius, y)),
    )
    steps = [f"{number(x + radius)} {number(y)} m"]
    for start, *curve in corners:
        steps.append(f"{number(start[0])} {number(start[1])} l")
        steps.append(f"{' '.join(f'{number(a)} {number(b)}' for a, b in curve)} c")
    return f"{' '.join(steps)} h"


def _clusters(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    """Glyphs that stand for the same characters, together."""
    cluster: list[Glyph] = []
    for glyph in glyphs:
        if glyph.text and cluster:
            yield cluster
            cluster = []
        cluster.append(glyph)
    if cluster:
        yield cluster


def _legible(embedded: Embedded, cluster: list[Glyph]) -> bool:
    return len(cluster) == 1 and embedded.says(cluster[0])


def _spelled(cluster: list[Glyph], drawn: str) -> str:
    """Mark what a cluster stands for where its glyphs alone do not tell (ISO 32000-1, 14.9.4)."""
    text = cluster[0].text.encode("utf-16-be").hex().upper()
    return f"/Span << /ActualText <FEFF{text}> >> BDC {drawn} EMC"


def _raised(embedded: Embedded, glyphs: Iterable[Glyph]) -> Iterator[str]:
    """Glyphs, those above or below the line moved there."""
    for rise, row in groupby(glyphs, key=lambda glyph: glyph.dy):
        shown = _moved(embedded, row)
        yield f"{rise:.4f} Ts {shown} 0 Ts" if rise else shown


def _moved(embedded: Embedded, glyphs: Iterable[Glyph]) -> str:
    """Glyphs on one height, moved where HarfBuzz wants them, off by less than a thousandth of an em."""
    parts: list[str] = []
    hexes: list[str] = []
    pen = wanted = 0.0
    for glyph in glyphs:
        move = round(wanted + glyph.dx * 1000 - pen)
        if move:
            if hexes:
                parts.append(f"<{''.join(hexes)}>")
            parts.append(str(-move))
            hexes = []
            pen += move
        hexes.append(f"{glyph.id:04X}")
        pen += embedded.width(glyph.id)
        wanted += glyph.advance * 1000
    parts.append(f"<{''.join(hexes)}>")
    rest = round(wanted - pen)
    if rest:
        parts.append(str(-rest))
    return f"[{' '.join(parts)}] TJ"

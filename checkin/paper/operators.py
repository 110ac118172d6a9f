"""The operators of a PDF page, as text: numbers, glyphs where HarfBuzz wants them, round corners.

Operators as in ISO 32000-1, 8.5 and 9.4. Nothing here knows a page or a document.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby
from typing import Protocol

from checkin.paper.shaping import Glyph, GlyphRun

_CURVE = 0.5523
"""Length of the handles of a Bézier quarter circle, as a part of its radius."""


_LEVEL = 0.0031
"""So little off the line, in ems, is on it: a letter and its mark stay one piece, which PDFium reads only once."""

Placed = tuple[Glyph, float]
"""A glyph and where it stands in its run, in thousandths of an em."""


class Embedded(Protocol):
    """What must be known of an embedded font to show its glyphs."""

    @property
    def space(self) -> int:
        """The glyph of the space, which every font in a document has."""

    def use(self, run: GlyphRun) -> bool:
        """Take glyphs into the file; whether readers of the file are told the text of each."""

    def says(self, glyph: Glyph) -> bool:
        """Whether readers of the file are told the text of this glyph."""

    def width(self, glyph: int) -> float:
        """The declared width of a glyph, in thousandths of an em."""


def number(value: float) -> str:
    """A length in points, to a hundredth (3.5 micrometres)."""
    return f"{value:.2f}"


def shown(embedded: Embedded, run: GlyphRun, *, told: bool = False) -> str:
    """The operators that show glyphs at a size of one unit, and tell their text where the glyphs alone do not.

    Each glyph stands where HarfBuzz wants it, off by less than a thousandth of an em. ``told`` where the text of the
    whole is told around it: marks within marks are read by nobody. What runs to the left is told as a whole if any of
    it has to be, since PDFium puts single large letters with marks on lines of their own.
    """
    if embedded.use(run) and run.plain:
        return _plain(run)
    glyphs, rightwards = run.glyphs, run.rightwards
    pieces = list(_clusters(_placed(glyphs)))
    if told and not rightwards:
        pieces = _letters_at_the_ends(pieces)

    def reads(cluster: Sequence[Placed]) -> bool:
        return told or _legible(embedded, cluster, rightwards=rightwards)

    if not rightwards and not all(map(reads, pieces)) and _basic(run):
        return telling(run.seen, shown(embedded, run, told=True))
    end = 1000 * sum(glyph.advance for glyph in glyphs)
    parts: list[str] = []
    pen = 0.0
    for legible, clusters in groupby(pieces, reads):
        for cluster in [list(chain.from_iterable(clusters))] if legible else clusters:
            split = not legible and not cluster[-1][0].text
            ordered = _letter_first(embedded, cluster) if split else cluster
            drawn, pen = _raised(embedded, ordered, pen, _LEVEL if rightwards else 0.0, blank=split)
            parts.append(drawn if legible else _spelled(cluster[0][0].text, drawn, rightwards=rightwards))
    return _closed("\n".join(parts), end - pen)


def _basic(run: GlyphRun) -> bool:
    """Whether PDFium reads all of a run in a mark; it passes over what is beyond the Basic Multilingual Plane."""
    return all(char < "\U00010000" for text in run.texts for char in text)


def telling(text: str, drawn: str) -> str:
    """Mark what readers of the file are told that something says (ISO 32000-1, 14.9.4), in the order of the eye.

    Readers take all text for written in that order, and turn round what runs to the left.
    """
    return f"/Span << /ActualText <FEFF{text.encode('utf-16-be').hex().upper()}> >> BDC {drawn} EMC"


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


def _plain(run: GlyphRun) -> str:
    """Glyphs one after the other, moved only where the font kerns."""
    written = "".join(map(run.face.steps.__getitem__, zip(run.ids, run.advances, strict=True)))
    return f"[<{written}>] TJ".replace("<>", "") if ">" in written else f"<{written}> Tj"


def _placed(glyphs: Iterable[Glyph]) -> Iterator[Placed]:
    pen = 0.0
    for glyph in glyphs:
        yield glyph, (pen + glyph.dx) * 1000
        pen += glyph.advance


def _clusters(placed: Iterable[Placed]) -> Iterator[list[Placed]]:
    """Glyphs that stand for the same characters, together."""
    cluster: list[Placed] = []
    for glyph, x in placed:
        if glyph.text and cluster:
            yield cluster
            cluster = []
        cluster.append((glyph, x))
    if cluster:
        yield cluster


def _legible(embedded: Embedded, cluster: Sequence[Placed], *, rightwards: bool) -> bool:
    glyph = cluster[0][0]
    return len(cluster) == 1 and (rightwards or len(glyph.text) == 1) and embedded.says(glyph)


def _spelled(text: str, drawn: str, *, rightwards: bool) -> str:
    """Mark what a cluster stands for."""
    return telling(text if rightwards else text[::-1], drawn)


def _raised(
    embedded: Embedded, cluster: Sequence[Placed], pen: float, level: float, *, blank: bool
) -> tuple[str, float]:
    """Glyphs, those above or below the line moved there if it is by more than ``level``.

    With ``blank`` each row but the first begins with an empty glyph where the cluster does: PDFium sorts rows by where
    they begin, and would read the mark of a letter after the next letter where it stands that far to the right.
    """
    parts: list[str] = []
    start = min(x for _, x in cluster)
    for rise, row in groupby(cluster, key=lambda place: place[0].dy if abs(place[0].dy) > level else 0.0):
        first = [(Glyph(embedded.space, 0.0, 0.0, rise, ""), start)] if blank and parts else []
        drawn, pen = _row(embedded, [*first, *row], pen)
        parts.append(f"{rise:.4f} Ts {drawn} 0 Ts" if rise else drawn)
    return " ".join(parts), pen


def _letters_at_the_ends(clusters: Sequence[list[Placed]]) -> list[list[Placed]]:
    """The same in such an order that a line begins and ends with a letter, not with a mark of it.

    PDFium takes two lines for one where the one ends or the other begins with something as low as a mark.
    """
    *others, last = ([*sorted(cluster, key=lambda place: not place[0].advance)] for cluster in clusters)
    return [*others, last[::-1]]


def _letter_first(embedded: Embedded, cluster: Sequence[Placed]) -> list[Placed]:
    """The letter, its dots and marks, and an empty glyph that ends where the letter does.

    Readers of the file take the place of a marked text from the first glyph in the mark (PDFium) or from the first and
    the last (Poppler), and see a space where that leaves a gap.
    """
    order = sorted(cluster, key=lambda place: not place[0].advance)
    (letter, x), last = order[0], order[-1][0]
    if last.advance:
        return order
    width = embedded.width(embedded.space)
    end = x - letter.dx * 1000 + sum(glyph.advance for glyph in (place[0] for place in order)) * 1000
    return [*order, (Glyph(embedded.space, width / 1000, 0.0, last.dy, ""), end - width)]


def _row(embedded: Embedded, placed: Iterable[Placed], pen: float) -> tuple[str, float]:
    """Glyphs on one height, and where the pen is after them, in thousandths of an em."""
    parts = ["<"]
    for glyph, x in placed:
        move = round(x - pen)
        if move:
            parts.append(f"> {-move} <")
            pen += move
        parts.append(f"{glyph.id:04X}")
        pen += embedded.width(glyph.id)
    return f"[{''.join(parts)}>] TJ".replace("<>", ""), pen


def _closed(drawn: str, rest: float) -> str:
    """With the pen moved to where the next run begins."""
    return f"{drawn} [{-round(rest)}] TJ" if round(rest) else drawn

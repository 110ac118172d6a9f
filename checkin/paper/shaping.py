"""Runs to glyphs: HarfBuzz chooses and places them, and the answer is kept for the next time the name is asked for.

A ``Line`` is independent of size: widths and offsets are in ems, so that fitting a text into a box is one division.
This module knows no page; ``pdf.py`` writes the glyphs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import inf
from typing import NamedTuple

import uharfbuzz as hb

from checkin.paper import bidi, runs
from checkin.paper.fonts import Face, Fonts, Ink, Weight

CACHED_LINES = 8192


class Glyph(NamedTuple):
    """One glyph of a run.

    Attributes:
        id: Its number in the font file.
        advance: How far the pen moves on, in ems.
        dx: How far the glyph stands to the right of the pen, in ems.
        dy: How far above the line, in ems.
        text: What it stands for; "" for all but the first glyph of those that stand for the same characters.
    """

    id: int
    advance: float
    dx: float
    dy: float
    text: str


@dataclass(frozen=True, slots=True)
class GlyphRun:
    """The glyphs of one face, from left to right."""

    face: Face
    glyphs: tuple[Glyph, ...]
    rightwards: bool


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A text on one line, shaped.

    Attributes:
        text: The clean text.
        runs: Its glyphs, from left to right.
        width: Sum of the advances, in ems.
        ink: What it blackens, in ems, from the left end of the line at the baseline.
        missing: The characters that no shipped font can print, each once.
    """

    text: str
    runs: tuple[GlyphRun, ...]
    width: float
    ink: Ink
    missing: str = ""


class Shaper:
    """Sets text with the shipped fonts and remembers the last few thousand lines.

    Made once and passed along: it is what makes the second badge of an evening quick.
    """

    def __init__(self, fonts: Fonts) -> None:
        """Set with these fonts; remember nothing yet."""
        self._fonts = fonts
        self._remembered = lru_cache(maxsize=CACHED_LINES)(self._shape)

    def line(self, text: str, weight: Weight = Weight.REGULAR) -> Line:
        """The text on one line."""
        return self._remembered(text, weight)

    def _shape(self, text: str, weight: Weight) -> Line:
        cleaned = runs.clean(text)
        found = tuple(_glyphs(run) for run in runs.split(cleaned, self._fonts.row(weight)))
        return Line(cleaned, found, *_measured(found), _missing(found))


def _glyphs(run: runs.Run) -> GlyphRun:
    buffer = hb.Buffer()
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_GRAPHEMES
    buffer.add_str(run.text)
    buffer.guess_segment_properties()
    buffer.direction = "ltr" if run.rightwards else "rtl"
    hb.shape(run.face.hb_font, buffer)
    infos = buffer.glyph_infos
    em = run.face.upem
    made = []
    for info, place, text in zip(infos, buffer.glyph_positions, _texts(run, infos), strict=True):
        dx, dy, across, _ = place.position
        made.append(Glyph(info.codepoint, across / em, dx / em, dy / em, text))
    return GlyphRun(run.face, tuple(made), run.rightwards)


def _texts(run: runs.Run, infos: Sequence[hb.GlyphInfo]) -> Sequence[str]:
    """What each glyph stands for. All of a cluster's text goes to its first glyph."""
    clusters = [info.cluster for info in infos]
    if run.rightwards and clusters == list(range(len(run.text))):
        return run.text
    starts = sorted(set(clusters))
    ends = dict(zip(starts, [*starts[1:], len(run.text)], strict=True))
    seen: set[int] = set()
    texts = []
    for cluster in clusters:
        texts.append("" if cluster in seen else _seen_as(run.text[cluster : ends[cluster]], run))
        seen.add(cluster)
    return texts


def _seen_as(text: str, run: runs.Run) -> str:
    """A bracket that runs to the left is drawn as its counterpart, and readers of a PDF expect to be told that one."""
    return text if run.rightwards or len(text) > 1 else bidi.mirror(text)


def _measured(found: Sequence[GlyphRun]) -> tuple[float, Ink]:
    """The sum of the advances, and the box around all ink."""
    pen = 0.0
    left = bottom = inf
    right = top = -inf
    for run in found:
        for glyph in run.glyphs:
            ink = run.face.ink(glyph.id)
            if ink.right > ink.left:
                x, y = pen + glyph.dx, glyph.dy
                left = min(left, x + ink.left)
                right = max(right, x + ink.right)
                bottom = min(bottom, y + ink.bottom)
                top = max(top, y + ink.top)
            pen += glyph.advance
    return pen, Ink(left, bottom, right, top) if right > left else Ink(0.0, 0.0, 0.0, 0.0)


def _missing(found: Sequence[GlyphRun]) -> str:
    empty = [glyph.text for run in found for glyph in run.glyphs if not glyph.id]
    return "".join(dict.fromkeys("".join(empty)))

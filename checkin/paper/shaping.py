"""Runs to glyphs: HarfBuzz chooses and places them, and the answer is kept for the next time the name is asked for.

A ``Line`` is independent of size: widths and offsets are in ems, so that fitting a text into a box is one division.
This module knows no page; ``pdf.py`` writes the glyphs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from operator import add
from typing import NamedTuple

import uharfbuzz as hb

from checkin.paper import bidi, runs
from checkin.paper.fonts import Cell, Face, Fonts, Weight
from checkin.paper.pairs import Letters, language_of

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


class Ink(NamedTuple):
    """How far ink reaches, in ems, from the left end of a line at the baseline, y upwards."""

    left: float
    bottom: float
    right: float
    top: float


NO_INK = Ink(0.0, 0.0, 0.0, 0.0)


@dataclass(slots=True, eq=False)
class GlyphRun:
    """The glyphs of one face, from left to right. Nothing changes one; freezing it would double what making it costs.

    Attributes:
        ids: Their numbers in the font file.
        advances: How far the pen moves on after each, in font units.
        shifts: How far each stands to the right of the pen and above the line, in font units; empty where none does.
        texts: What each stands for; "" for all but the first of those that stand for the same characters.
        rightwards: Whether its text is read in this order.
        plain: Whether each glyph stands for one character, on the line, at the pen.
    """

    face: Face
    ids: tuple[int, ...]
    advances: Sequence[int]
    shifts: tuple[tuple[int, int], ...]
    texts: Sequence[str]
    rightwards: bool
    plain: bool

    @property
    def seen(self) -> str:
        """Its text in the order of the eye."""
        return "".join(text if self.rightwards else text[::-1] for text in self.texts)

    @property
    def glyphs(self) -> tuple[Glyph, ...]:
        """The same, glyph by glyph and in ems."""
        em = self.face.upem
        shifts = self.shifts or ((0, 0),) * len(self.ids)
        rows = zip(self.ids, self.advances, shifts, self.texts, strict=True)
        return tuple(Glyph(id_, across / em, dx / em, dy / em, text) for id_, across, (dx, dy), text in rows)


class Line:
    """A text on one line, shaped. Nothing changes one, as with ``GlyphRun``.

    Attributes:
        text: The clean text.
        width: Sum of the advances, in ems.
        left: Where its ink begins, in ems from the left end of the line.
        bottom: How far ink reaches above the baseline at the lower edge, in ems; so below it where negative.
        right: Where its ink ends, in ems.
        top: How far ink reaches above the baseline, in ems.
        missing: The characters that no shipped font can print, each once.
    """

    __slots__ = ("_advances", "_cells", "_runs", "bottom", "left", "missing", "right", "text", "top", "width")

    def __init__(
        self,
        text: str,
        runs: tuple[GlyphRun, ...] | Letters,
        width: float,
        ink: tuple[float, float, float, float],
        missing: str = "",
        advances: Sequence[int] = (),
    ) -> None:
        """Keep what was found.

        Args:
            text: The clean text.
            runs: Its glyphs, or the letters to make them from when it is drawn.
            width: In ems.
            ink: Its edges in ems, as in ``Ink``.
            missing: What no font has.
            advances: How far the pen moves on after each letter, in font units, where there are letters.
        """
        self.text, self.width, self.missing = text, width, missing
        self.left, self.bottom, self.right, self.top = ink
        self._runs, self._advances = runs, advances
        self._cells: dict[str, Cell] = runs.cells if isinstance(runs, Letters) else {}

    @property
    def runs(self) -> tuple[GlyphRun, ...]:
        """Its glyphs, from left to right."""
        if isinstance(self._runs, Letters):
            self._runs = (_run_of(self.text, self._runs, self._advances),)
        return self._runs

    @property
    def paired(self) -> bool:
        """Whether it is of letters that were set pair by pair, so that ``uneven`` knows its parts."""
        return bool(self._advances)

    def uneven(self, end: int, start: int) -> int:
        """How much wider of ``text[:end]`` and ``text[start:]``, set alone, one is than the other, in font units."""
        cells, advances = self._cells, self._advances
        first = sum(advances[: end - 1]) + cells[self.text[end - 1]].advance
        return abs(first - sum(advances[start:]))

    @property
    def seen(self) -> str:
        """Its text in the order of the eye."""
        return "".join(run.seen for run in self.runs)

    @property
    def ink(self) -> Ink:
        """What it blackens, in ems, from the left end of the line at the baseline."""
        return Ink(self.left, self.bottom, self.right, self.top)


class Shaper:
    """Sets text with the shipped fonts and remembers the last few thousand lines.

    Made once and passed along: it is what makes the second badge of an evening quick.
    """

    def __init__(self, fonts: Fonts) -> None:
        """Set with these fonts; remember nothing yet."""
        self._fonts = fonts
        self._letters = {weight: Letters(fonts.row(weight)[0]) for weight in Weight}
        self.line = lru_cache(maxsize=CACHED_LINES)(self._shape)

    def _shape(self, text: str, weight: Weight) -> Line:
        """A text on one line; asked for as ``line``, which remembers."""
        cleaned = runs.clean(text)
        by_pairs = _paired(cleaned, self._letters[weight])
        if by_pairs is not None:
            return by_pairs
        found = tuple(_glyphs(run) for run in runs.split(cleaned, self._fonts.row(weight)))
        width, ink = _measured(found)
        return Line(cleaned, found, width, ink, _missing(found))


def _paired(text: str, letters: Letters) -> Line | None:
    """A line of Latin letters; None where HarfBuzz has to be asked."""
    advances = letters.advances(text)
    if advances is None:
        return None
    across, em = sum(advances), letters.face.upem
    left, bottom, right, top = letters.edges(text, advances, across)
    ink = (left / em, bottom / em, right / em, top / em) if right > left else NO_INK
    return Line(text, letters, across / em, ink, advances=advances)


def _run_of(text: str, letters: Letters, advances: Sequence[int]) -> GlyphRun:
    """The glyphs of a line of Latin letters."""
    ids = tuple(map(letters.ids.__getitem__, text))
    return GlyphRun(letters.face, ids, advances, (), text, rightwards=True, plain=True)


def _glyphs(run: runs.Run) -> GlyphRun:
    buffer = hb.Buffer()
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_GRAPHEMES
    buffer.add_str(run.text)
    buffer.guess_segment_properties()
    buffer.language = language_of(run.text)
    buffer.direction = "ltr" if run.rightwards else "rtl"
    hb.shape(run.face.hb_font, buffer)
    infos = buffer.glyph_infos
    texts = _texts(run, [info.cluster for info in infos])
    dx, dy, advances, _ = zip(*[place.position for place in buffer.glyph_positions], strict=True)
    shifts = tuple(zip(dx, dy, strict=True)) if any(dx) or any(dy) else ()
    plain = texts is run.text and not shifts
    return GlyphRun(run.face, tuple(info.codepoint for info in infos), advances, shifts, texts, run.rightwards, plain)


def _texts(run: runs.Run, clusters: list[int]) -> Sequence[str]:
    """What each glyph stands for. All of a cluster's text goes to its first glyph."""
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
    boxes = []
    for run in found:
        em = run.face.upem
        left, bottom, right, top = _extent(run)
        if right > left:
            boxes.append((pen + left / em, bottom / em, pen + right / em, top / em))
        pen += sum(run.advances) / em
    if not boxes:
        return pen, NO_INK
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return pen, Ink(min(lefts), min(bottoms), max(rights), max(tops))


def _extent(run: GlyphRun) -> tuple[float, float, float, float]:
    """Left, lower, right and upper edge of a run's ink, in font units."""
    cells = run.face.cells
    _, _, _, lefts, bottoms, rights, tops = zip(*[cells[glyph] for glyph in run.ids], strict=True)
    pens = tuple(accumulate(run.advances[:-1], initial=0))
    if run.shifts:
        dx, dy = zip(*run.shifts, strict=True)
        pens = tuple(map(add, pens, dx))
        bottoms, tops = tuple(map(add, bottoms, dy)), tuple(map(add, tops, dy))
    return min(map(add, pens, lefts)), min(bottoms), max(map(add, pens, rights)), max(tops)


def _missing(found: Sequence[GlyphRun]) -> str:
    empty = [text for run in found if 0 in run.ids for id_, text in zip(run.ids, run.texts, strict=True) if not id_]
    return "".join(dict.fromkeys("".join(empty)))

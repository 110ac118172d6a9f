"""The fonts that come with the program, as faces that HarfBuzz can set.

A style is a weight; behind each weight stands a row of faces, looked through in order until one has the character.
Files are opened when first asked for. This module knows no line, no page and no fallback rule: see ``runs.py``.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from math import inf
from typing import NamedTuple

import uharfbuzz as hb

from checkin import resources


class Weight(StrEnum):
    """How heavy a text is set."""

    __hash__ = str.__hash__
    """As quick as a text's; the one of an enumeration runs in Python, and lines are looked up by their weight."""

    LIGHT = "Light"
    REGULAR = "Regular"
    MEDIUM = "Medium"
    SEMIBOLD = "SemiBold"
    BOLD = "Bold"


INTER = "Inter"
EMOJI = "NotoEmoji"
CHINESE, JAPANESE, KOREAN = "NotoSansSC", "NotoSansJP", "NotoSansKR"
_TWO_WEIGHTS = (
    "NotoSans", "NotoSansArabic", "NotoSansHebrew", "NotoSansArmenian", "NotoSansGeorgian", "NotoSansBengali",
    "NotoSansThai",
)  # fmt: skip
_ONE_WEIGHT = (CHINESE, JAPANESE, KOREAN, EMOJI)
_FOLDERS = {
    INTER: "inter",
    "NotoSans": "noto-sans",
    "NotoSansArabic": "noto-sans-arabic",
    "NotoSansHebrew": "noto-sans-hebrew",
    "NotoSansArmenian": "noto-sans-armenian",
    "NotoSansGeorgian": "noto-sans-georgian",
    "NotoSansBengali": "noto-sans-bengali",
    "NotoSansThai": "noto-sans-thai",
    CHINESE: "noto-sans-sc",
    JAPANESE: "noto-sans-jp",
    KOREAN: "noto-sans-kr",
    EMOJI: "noto-emoji",
}
_HEAVY = (Weight.SEMIBOLD, Weight.BOLD)


class Cell(NamedTuple):
    """What is asked of a glyph again and again, in font units; ink that is not there has no extent in any direction."""

    id: int
    code: str
    advance: int
    left: float
    bottom: float
    right: float
    top: float


class Cells(dict[int, Cell]):
    """The cells of a font, by glyph number, each looked up when it is first asked for."""

    def __init__(self, font: hb.Font) -> None:
        """Know no glyph yet."""
        super().__init__()
        self._font = font

    def __missing__(self, glyph: int) -> Cell:
        """Look a glyph up and keep it."""
        code, advance = f"{glyph:04X}", self._font.get_glyph_h_advance(glyph)
        box = self._font.get_glyph_extents(glyph)
        if box is None or not box.width:
            cell = Cell(glyph, code, advance, inf, inf, -inf, -inf)
        else:
            right, bottom = box.x_bearing + box.width, box.y_bearing + box.height
            cell = Cell(glyph, code, advance, box.x_bearing, bottom, right, box.y_bearing)
        self[glyph] = cell
        return cell


class Steps(dict[tuple[int, int], str]):
    """A glyph's number in a PDF, and the move after it where the pen goes on by something else than its advance."""

    def __init__(self, cells: Cells, upem: int) -> None:
        """Know no step yet; ``upem`` are the font units in an em."""
        super().__init__()
        self._cells, self._upem = cells, upem

    def __missing__(self, step: tuple[int, int]) -> str:
        """Write a glyph followed by such an advance, in font units, and keep it."""
        cell = self._cells[step[0]]
        kern = step[1] - cell.advance
        written = self[step] = f"{cell.code}> {-kern * 1000 / self._upem:.0f} <" if kern else cell.code
        return written


@dataclass(eq=False)
class Face:
    """One font file, opened when it is first asked for something.

    Attributes:
        name: Its PostScript name, e.g. ``Inter-Bold``.
        family: The family it belongs to, e.g. ``NotoSansArabic``.
    """

    name: str
    family: str

    @cached_property
    def hb_face(self) -> hb.Face:
        """The tables of the file, as HarfBuzz reads them."""
        path = resources.path("fonts", _FOLDERS[self.family], f"{self.name}.ttf")
        return hb.Face(hb.Blob(path.read_bytes()))

    @cached_property
    def hb_font(self) -> hb.Font:
        """What HarfBuzz shapes with, scaled to the font's own units."""
        return hb.Font(self.hb_face)

    @cached_property
    def upem(self) -> int:
        """Font units in an em."""
        return int(self.hb_face.upem)

    @cached_property
    def characters(self) -> frozenset[str]:
        """Every character that the font has a glyph for."""
        return frozenset(map(chr, self.hb_face.unicodes))

    @cached_property
    def cells(self) -> Cells:
        """Advance and ink of each glyph."""
        return Cells(self.hb_font)

    @cached_property
    def steps(self) -> Steps:
        """How each glyph is shown."""
        return Steps(self.cells, self.upem)

    def glyph(self, char: str) -> int:
        """The number of a character's glyph, 0 where there is none."""
        return int(self.hb_font.get_nominal_glyph(ord(char)) or 0)


class Fonts:
    """Every shipped face by weight. Made once and passed along; holds open files and nothing that is written."""

    def __init__(self) -> None:
        """Open nothing yet."""
        self._faces: dict[str, Face] = {}
        self._rows = {weight: self._row(weight) for weight in Weight}

    def row(self, weight: Weight) -> tuple[Face, ...]:
        """The faces of a weight, in the order in which they are tried."""
        return self._rows[weight]

    def _row(self, weight: Weight) -> tuple[Face, ...]:
        second = Weight.SEMIBOLD if weight in _HEAVY else Weight.REGULAR
        names = [(INTER, weight)]
        names += [(family, second) for family in _TWO_WEIGHTS]
        names += [(family, Weight.MEDIUM) for family in _ONE_WEIGHT]
        return tuple(self._face(family, cut) for family, cut in names)

    def _face(self, family: str, cut: Weight) -> Face:
        name = f"{family}-{cut}"
        return self._faces.setdefault(name, Face(name, family))

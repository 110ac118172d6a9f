"""Latin letters side by side, set from what HarfBuzz once said of each two of them.

Inter moves a letter of such a text by its neighbour alone, so that a line is the sum of its pairs, and asking a table
is many times quicker than shaping. What a font decides by more than the next character (signs between capitals, x
between figures) is not taken; ``tests/paper/test_pairs.py`` holds this against HarfBuzz.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate, pairwise
from operator import add
from typing import NamedTuple

import uharfbuzz as hb

from checkin.paper.fonts import Cell, Face

_SIGNS = frozenset(" .,'’&…·-")
"""Signs that stand as they are between such letters; the point of l·l and the hyphen with reservations."""

_LATIN = "\u0250"
"""Where the letters of European names end."""

LANGUAGE = "es"
"""Of all text but what ``language_of`` knows better; never the machine's own, so that equal text is equal paper."""


def language_of(text: str) -> str:
    """The language in which HarfBuzz is asked: Catalan where l·l stands, which fonts then set as Catalan does.

    >>> language_of("Marcel·lí"), language_of("Ana · Legal")
    ('ca', 'es')
    """
    return "ca" if "·" in text and "l·l" in text.casefold() else LANGUAGE


class Pairs(dict[tuple[str, str], int | None]):
    """How far the pen moves on after a letter before another, in font units; None where HarfBuzz has to be asked."""

    def __init__(self, letters: Letters) -> None:
        """Know no pair yet."""
        super().__init__()
        self._letters = letters

    def __missing__(self, pair: tuple[str, str]) -> int | None:
        """Ask HarfBuzz, and keep the answer."""
        text = "".join(pair)
        letters = self._letters
        known = all(char in letters.cells for char in pair) and not _hangs_on_more(*pair)
        # A hyphen before a capital is another one at the beginning of a word, where none comes to be set by pairs.
        found = self[pair] = _asked(letters.face, f"n{text}" if text[0] == "-" else text) if known else None
        if found is not None:
            letters.overhang = max(letters.overhang, letters.cells[text[0]].right - found)
        return found


def _hangs_on_more(first: str, second: str) -> bool:
    """Whether what becomes of two letters is decided by a third: 9 x 5, l·l, a hyphen that joins no words."""
    if second == "-":
        return not first.islower()
    if first == "-":
        return not second.isalpha()
    return (second == "x" and not first.isalpha()) or (second == "·" and first in "lL")


def _asked(face: Face, text: str) -> int | None:
    """The advance of the last letter but one; None where the letters do not stand as they are."""
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.language = LANGUAGE
    hb.shape(face.hb_font, buffer)
    drawn = [(info.codepoint, info.cluster) for info in buffer.glyph_infos]
    places = [place.position for place in buffer.glyph_positions]
    glyphs = [face.glyph(char) for char in text]
    as_they_are = drawn == [(glyph, at) for at, glyph in enumerate(glyphs)] and not any(x or y for x, y, _, _ in places)
    return places[-2][2] if as_they_are and places[-1][2] == face.cells[glyphs[-1]].advance else None


class Reach(NamedTuple):
    """How far from the pen the ink of each letter of a face reaches, in font units; blanks have no extent."""

    left: dict[str, float]
    bottom: dict[str, float]
    right: dict[str, float]
    top: dict[str, float]


class Letters:
    """The letters of a face that can be set pair by pair.

    Attributes:
        overhang: How far a letter of any pair asked for so far reaches over the next one's pen at most, in font units.
    """

    def __init__(self, face: Face) -> None:
        """Look nothing up yet."""
        self.face = face
        self.pairs = Pairs(self)
        self.overhang = 0.0

    @cached_property
    def cells(self) -> dict[str, Cell]:
        """The glyph of each of them."""
        taken = (char for char in self.face.characters if char < _LATIN and char.isalpha())
        return {char: self.face.cells[self.face.glyph(char)] for char in {*taken, *_SIGNS, *"0123456789"}}

    @cached_property
    def ids(self) -> dict[str, int]:
        """The number of the glyph of each."""
        return {char: cell.id for char, cell in self.cells.items()}

    @cached_property
    def reach(self) -> Reach:
        """The edges of each."""
        columns = zip(*((cell.left, cell.bottom, cell.right, cell.top) for cell in self.cells.values()), strict=True)
        return Reach(*(dict(zip(self.cells, column, strict=True)) for column in columns))

    @cached_property
    def leftmost(self) -> float:
        """How far to the left of the pen any of them reaches, in font units."""
        return min(self.reach.left.values())

    def advances(self, text: str) -> list[int] | None:
        """How far the pen moves on after each character of a clean text, in font units; None to ask HarfBuzz."""
        if not text or text[0] == "-":
            return None
        found = list(map(self.pairs.__getitem__, pairwise(text)))
        last = self.cells.get(text[-1])
        if last is None or None in found:
            return None
        found.append(last.advance)
        return found  # type: ignore[return-value]

    def edges(self, text: str, advances: Sequence[int], across: int) -> tuple[float, float, float, float]:
        """Left, lower, right and upper edge of the ink, in font units; ``across`` is the sum of the advances.

        The first letter is the leftmost and the last one the rightmost, unless a very narrow one is among them.
        """
        lefts, bottoms, rights, tops = self.reach
        chars = set(text)
        low, high = min(map(bottoms.__getitem__, chars)), max(map(tops.__getitem__, chars))
        left, right = lefts[text[0]], rights[text[-1]]
        if left - advances[0] > self.leftmost or right < self.overhang:
            pens = list(accumulate(advances, initial=0))
            left = min(map(add, pens, map(lefts.__getitem__, text)))
            return left, low, max(map(add, pens, map(rights.__getitem__, text))), high
        return left, low, across - advances[-1] + right, high

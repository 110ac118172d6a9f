"""Latin letters side by side, set from what HarfBuzz once said of each two of them.

Inter moves a letter of such a text by its neighbour alone, so that a line is the sum of its pairs, and asking a table
is many times quicker than shaping. What a font decides by more than the next character (signs between capitals, x
between figures) is not taken; ``tests/paper/test_pairs.py`` holds this against HarfBuzz.
"""

from __future__ import annotations

import re
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

import uharfbuzz as hb

from checkin.paper.fonts import Cell, Face

_SIGNS = frozenset(" .,'’&…·")
"""Signs that stand as they are, whatever is around them."""

_FIGURES = frozenset("0123456789")

_JOINED = re.compile(r"(?:[^-]|(?<=[a-zß-ÿ])-(?=[^\W\d_]))+")
"""Each hyphen between a small letter and another letter, as in Fernández-Villaverde."""

LANGUAGE = "es"
"""Of all text but what ``language_of`` knows better; never the machine's own, so that equal text is equal paper."""

_LATIN = "\u0250"
"""Where the letters of European names end."""


def language_of(text: str) -> str:
    """The language in which HarfBuzz is asked: Catalan where l·l stands, which fonts then set as Catalan does.

    >>> language_of("Marcel·lí"), language_of("Ana · Legal")
    ('ca', 'es')
    """
    return "ca" if "·" in text and "l·l" in text.casefold() else LANGUAGE


class Pairs(dict[tuple[str, str], int | None]):
    """How far the pen moves on after a letter before another, in font units; None where more than that happens."""

    def __init__(self, face: Face) -> None:
        """Know no pair yet."""
        super().__init__()
        self._face = face

    def __missing__(self, pair: tuple[str, str]) -> int | None:
        """Ask HarfBuzz, and keep the answer."""
        buffer = hb.Buffer()
        text = "".join(pair)
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.language = LANGUAGE
        hb.shape(self._face.hb_font, buffer)
        drawn = [(info.codepoint, info.cluster) for info in buffer.glyph_infos]
        places = [place.position for place in buffer.glyph_positions]
        glyphs = [self._face.glyph(char) for char in text]
        as_they_are = drawn == [(glyph, at) for at, glyph in enumerate(glyphs)]
        level = not any(x or y for x, y, _, _ in places)
        alone = as_they_are and level and places[-1][2] == self._face.cells[glyphs[-1]].advance
        self[pair] = found = places[-2][2] if alone else None
        return found


class Ink(NamedTuple):
    """How far the ink of each letter of a face reaches, in font units; what is blank has no extent in any direction."""

    left: dict[str, float]
    bottom: dict[str, float]
    right: dict[str, float]
    top: dict[str, float]


class Letters:
    """The letters of a face that can be set pair by pair."""

    def __init__(self, face: Face) -> None:
        """Look nothing up yet."""
        self.face = face
        self.pairs = Pairs(face)

    @cached_property
    def cells(self) -> dict[str, Cell]:
        """The glyph of each of them."""
        taken = (char for char in self.face.characters if char < _LATIN and char.isalpha())
        return {char: self.face.cells[self.face.glyph(char)] for char in {*taken, *_SIGNS, *_FIGURES, "-"}}

    @cached_property
    def ids(self) -> dict[str, int]:
        """The number of the glyph of each."""
        return {char: cell.id for char, cell in self.cells.items()}

    @cached_property
    def ink(self) -> Ink:
        """What each blackens."""
        columns = zip(*((cell.left, cell.bottom, cell.right, cell.top) for cell in self.cells.values()), strict=True)
        return Ink(*(dict(zip(self.cells, column, strict=True)) for column in columns))

    def advances(self, text: str, chars: set[str]) -> list[int] | None:
        """How far the pen moves on after each character, in font units; None where HarfBuzz has to be asked.

        Args:
            text: Clean and not empty.
            chars: What it is made of.
        """
        if not self.cells.keys() >= chars or ("x" in chars and not _FIGURES.isdisjoint(chars)):
            return None
        if ("-" in chars and not _JOINED.fullmatch(text)) or ("·" in chars and language_of(text) != LANGUAGE):
            return None
        found = list(map(self.pairs.__getitem__, pairwise(text)))
        if None in found:
            found = [self._after_hyphen(text, at) if across is None else across for at, across in enumerate(found)]
            if None in found:
                return None
        return [*found, self.cells[text[-1]].advance]  # type: ignore[list-item]

    def _after_hyphen(self, text: str, at: int) -> int | None:
        """A hyphen before a capital is another one at the beginning of a word, and the usual one after a letter."""
        return self.pairs["n-", text[at + 1]] if text[at] == "-" else None

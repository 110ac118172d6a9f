"""Latin letters side by side, set from what HarfBuzz once said of each two of them.

Inter moves a letter of such a text by its neighbour alone, so that a line is the sum of its pairs, and asking a table
is many times quicker than shaping. What a font decides by more than the next character (signs between capitals, x
between figures) is not taken; ``tests/paper/test_pairs.py`` holds this against HarfBuzz.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

import uharfbuzz as hb

from checkin.paper.fonts import Cell, Face

_SIGNS = frozenset(" .,'’&…·")
"""Signs that stand as they are, whatever is around them."""

_FIGURES = frozenset("0123456789")

LANGUAGE = "es"
"""Of all text but what ``language_of`` knows better; never the machine's own, so that papers are the same everywhere."""

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
        buffer.add_str("".join(pair))
        buffer.guess_segment_properties()
        buffer.language = LANGUAGE
        hb.shape(self._face.hb_font, buffer)
        drawn = [(info.codepoint, info.cluster) for info in buffer.glyph_infos]
        places = [place.position for place in buffer.glyph_positions]
        first, second = (self._face.glyph(char) for char in pair)
        as_they_are = drawn == [(first, 0), (second, 1)] and not any(x or y for x, y, _, _ in places)
        alone = as_they_are and places[1][2] == self._face.cells[second].advance
        self[pair] = found = places[0][2] if alone else None
        return found


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
        return {char: self.face.cells[self.face.glyph(char)] for char in {*taken, *_SIGNS, *_FIGURES}}

    def advances(self, text: str) -> Sequence[int] | None:
        """How far the pen moves on after each character, in font units; None where HarfBuzz has to be asked."""
        cells = self.cells
        if not text or not cells.keys() >= set(text) or ("x" in text and not _FIGURES.isdisjoint(text)):
            return None
        found = list(map(self.pairs.__getitem__, zip(text, text[1:], strict=False)))
        return None if None in found else [*found, cells[text[-1]].advance]  # type: ignore[list-item]

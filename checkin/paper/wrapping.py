"""Longer texts over several lines: where they may break, how many lines they take, and who gets how many.

Widths are in ems, so that a text is measured once for every size of type. It knows no page and no box.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from checkin.paper.names import PARTICLES
from checkin.paper.shaping import Line

Set = Callable[[str], Line]
"""Sets a text on one line in some weight."""

_HALVINGS = 12
"""Of the span in which the narrowest width for a number of lines is looked for; exact to a thousandth of it."""

_PIECE = re.compile(
    r"[\u3040-\u30fb\u3400-\u9fff]"  # kana and ideographs, between which there are no spaces
    r"[\u3001\u3002\uff01\uff09\uff0c\uff1a\uff1b\uff1f\u300d\u300f\u30fc]*"  # what does not begin a line
    r"|[-/]*[^-/\u3040-\u30fb\u3400-\u9fff]+[-/]*|[-/]+"
)


class _Piece(NamedTuple):
    """What stays together.

    Attributes:
        space: Whether a space stands before it.
        width: In ems, without that space.
    """

    text: str
    space: bool
    width: float


class Prose:
    """A text, measured piece by piece."""

    def __init__(self, text: str, line: Set) -> None:
        """Measure a clean text; ``line`` sets it in one weight."""
        self._pieces = [_Piece(piece, space, line(piece).width) for piece, space in _pieces(text)]
        self._space = line("n n").width - line("nn").width

    def lines(self, width: float) -> int:
        """How many lines it takes where each is so wide; a piece that is wider stands alone."""
        return sum(1 for _ in self._starts(width))

    def fits(self, width: float) -> bool:
        """Whether no piece is wider than that."""
        return all(piece.width <= width for piece in self._pieces)

    def parted(self, width: float, lines: int) -> list[str]:
        """So many lines of it at most, as many words on each as it holds, and on the last one all that is left."""
        starts = [*islice(self._starts(width), lines), len(self._pieces)]
        return ["".join(self._said(first, last)) for first, last in pairwise(starts)]

    def evenly(self, width: float) -> list[str]:
        """Its lines where each is so wide, no more of them, and as even as can be."""
        most = self.lines(width)
        low = max((piece.width for piece in self._pieces), default=0.0)
        high = width
        for _ in range(_HALVINGS if most > 1 and low < high else 0):
            middle = (low + high) / 2
            low, high = (low, middle) if self.lines(middle) <= most else (middle, high)
        return self.parted(high, most)

    def _starts(self, width: float) -> Iterator[int]:
        """The first piece of every line."""
        pen = None
        for at, (_, space, wide) in enumerate(self._pieces):
            before = self._space if space else 0.0
            if pen is None or pen + before + wide > width:
                yield at
                pen = wide
            else:
                pen += before + wide

    def _said(self, first: int, last: int) -> Iterator[str]:
        for at in range(first, last):
            text, space, _ = self._pieces[at]
            yield f" {text}" if space and at > first else text


def shared(needs: Sequence[int], lines: int) -> list[int]:
    """How many of so many lines each gets: one by turns, and none more than it needs.

    >>> shared([5, 1, 3], 6), shared([2, 2], 9), shared([4, 4], 1)
    ([3, 1, 2], [2, 2], [1, 0])
    """
    given = [0] * len(needs)
    left = min(lines, sum(needs))
    while left > 0:
        for at, need in enumerate(needs):
            if left > 0 and given[at] < need:
                given[at] += 1
                left -= 1
    return given


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    """What stays together: words with the particles before them, the parts of words with hyphens, single ideographs."""
    waiting = ""
    for word in text.split():
        if word.casefold() in PARTICLES:
            waiting += f"{word} "
            continue
        for at, part in enumerate(_PIECE.findall(word)):
            yield (part if at else waiting + part), not at
        waiting = ""
    if waiting:
        yield waiting.strip(), True

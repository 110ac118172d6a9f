"""Text that fits: a name as large as its place allows, in any script, on one line, then two, then with an "…".

Works in pixels of the screen's typeface; Qt chooses another shipped face for letters that it lacks. Paints nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from checkin.ui.shell.theme import font

LEADING, TALL_LEADING = 1.25, 1.5
"""Distance between lines, in sizes of type: of Latin letters, and of scripts that reach further up and down."""

TALL = range(0x0590, 0x1100)
"""Code points from Hebrew and Arabic to Thai and Myanmar."""

SMALLEST = 13


@dataclass(frozen=True, slots=True)
class Set:
    """Lines of one size of type.

    Attributes:
        size: Pixels.
        text: The whole text that was to be set.
        cut: Whether words were left off the end.
    """

    lines: tuple[str, ...]
    size: int
    weight: int
    text: str
    cut: bool = False

    @property
    def face(self) -> QFont:
        """The face to paint it with."""
        return font(self.size, self.weight)

    @property
    def leading(self) -> float:
        """Pixels from one line to the next; scripts with tall letters get what they need."""
        tall = any(ord(letter) in TALL for line in self.lines for letter in line)
        return self.size * (TALL_LEADING if tall else LEADING)

    @property
    def height(self) -> float:
        """Pixels that all lines take."""
        return self.leading * len(self.lines)

    @property
    def width(self) -> float:
        """Pixels of the longest line."""
        metrics = QFontMetricsF(self.face)
        return max((metrics.horizontalAdvance(line) for line in self.lines), default=0.0)


def fit(text: str, width: float, size: int, *, weight: int = 700, lines: int = 2, smallest: int = SMALLEST) -> Set:
    """Set ``text`` as large as it goes: one line down to 3/4 of ``size``, then more lines, smaller, then shortened."""
    floor = min(smallest, size)
    for step in _sizes(size, max(floor, round(size * 0.75))):
        if QFontMetricsF(font(step, weight)).horizontalAdvance(text) <= width:
            return Set((text,), step, weight, text)
    for step in _sizes(max(floor, round(size * 0.9)), floor):
        broken = wrap(text, width, step, weight=weight)
        if len(broken.lines) <= lines:
            return broken
    return shorten(wrap(text, width, floor, weight=weight), lines, width)


def wrap(text: str, width: float, size: int, *, weight: int = 400) -> Set:
    """Break ``text`` between words, or inside one that is longer than the line."""
    lines = tuple(part for line in text.splitlines() for part in _broken(line, width, size, weight))
    return Set(lines, size, weight, text)


def shorten(found: Set, lines: int, width: float) -> Set:
    """Keep so many lines, the last one ending in "…" when something is left off."""
    if len(found.lines) <= lines:
        return found
    kept, rest = found.lines[: lines - 1], found.text
    for line in kept:
        rest = rest.partition(line)[2]
    rest = " ".join(rest.split())
    last = QFontMetricsF(found.face).elidedText(rest, Qt.TextElideMode.ElideRight, width)
    return Set((*kept, last), found.size, found.weight, found.text, cut=True)


def one_line(text: str, width: float, size: int, *, weight: int = 400) -> Set:
    """One line of a fixed size, ending in "…" where it does not fit."""
    shown = QFontMetricsF(font(size, weight)).elidedText(text, Qt.TextElideMode.ElideRight, width)
    return Set((shown,), size, weight, text, cut=shown != text)


def advance(text: str, size: int, weight: int = 400) -> float:
    """Pixels that ``text`` is long."""
    return QFontMetricsF(font(size, weight)).horizontalAdvance(text)


def _sizes(largest: int, smallest: int) -> range:
    return range(largest, smallest - 1, -2)


def _broken(text: str, width: float, size: int, weight: int) -> list[str]:
    layout = QTextLayout(text, font(size, weight))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    parts: list[str] = []
    layout.beginLayout()
    while True:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        parts.append(text[line.textStart() : line.textStart() + line.textLength()].strip())
    layout.endLayout()
    return parts

"""Text into a box: how large it can be, where it breaks, and what is shortened when nothing else helps.

A line's width grows with its size, so that every step is one division and none is a search. The order is: full size on
one line, two lines at their best break, smaller down to a floor, the second surname to its initial, and at last an
ellipsis. The result never leaves its box, and says when it had to leave something out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from checkin.paper.names import PARTICLES
from checkin.paper.runs import clean, graphemes
from checkin.paper.shaping import Line

MM = 72 / 25.4
"""Points in a millimetre."""

CAP = 0.727
"""Height of Inter's capitals, in ems."""

DESCENT = 0.21
"""How far Inter's letters reach below the line, in ems."""

LEADING = 1.16
"""From baseline to baseline, in sizes of the type."""

_AIR = 0.06
_BREAK_EARLIER = 1.15
Set = Callable[[str], Line]
"""Sets a text on one line in some weight."""

Shorter = Callable[[str], Iterator[str]]
"""Gives shorter forms of a text, the gentlest first."""


@dataclass(frozen=True, slots=True)
class Room:
    """What a text may take up.

    Attributes:
        width: Of its box, in millimetres.
        height: Of its box, in millimetres.
        size: The size it would like, in points.
        floor: The size below which it is rather shortened.
        lines: How many lines it may break into.
    """

    width: float
    height: float
    size: float
    floor: float
    lines: int = 2


@dataclass(frozen=True)
class Fitted:
    """A text that fits; what it takes up is reckoned once, since a fitted text is asked for again and again.

    Attributes:
        size: In points.
        abbreviated: Whether something was left out.
        said: What each line is said to be where that is not what is drawn: together they are the whole text.
    """

    lines: tuple[Line, ...]
    size: float
    abbreviated: bool = False
    said: tuple[Line, ...] = ()

    @cached_property
    def leading(self) -> float:
        """From one baseline to the next, in millimetres."""
        return _leading(self.lines) * self.size / MM

    @cached_property
    def ascent(self) -> float:
        """From the top of the text to the first baseline, in millimetres; capitals count even where there are none."""
        return _above(self.lines[0]) * self.size / MM if self.lines else 0.0

    @cached_property
    def width(self) -> float:
        """Of the ink, in millimetres."""
        return max((line.ink.right - line.ink.left for line in self.lines), default=0.0) * self.size / MM

    @cached_property
    def cap(self) -> float:
        """Height of a capital letter of this size, in millimetres: what the eye centres a line by."""
        return CAP * self.size / MM

    @cached_property
    def height(self) -> float:
        """From the top of the text to the bottom of its descenders, in millimetres."""
        return _tall(self.lines) * self.size / MM if self.lines else 0.0


def fit(text: str, room: Room, line: Set, shorter: Shorter | None = None) -> Fitted:
    """The text as large as its room allows. In a room too low for the floor it is set smaller, not shortened.

    Args:
        text: What to set.
        room: Where.
        line: How, in one weight.
        shorter: Gentler shortenings than an ellipsis, the gentlest first.
    """
    text = clean(text)
    if not text:
        return Fitted((), room.size)
    least = room.height * MM / _tall((line(text),))
    if room.floor > min(room.size, least):
        room = replace(room, floor=min(room.size, least))
    found = _largest(text, room, line)
    if found.size >= room.floor:
        return _telling(found, text, line)
    for short in shorter(text) if shorter else ():
        tried = _largest(short, room, line)
        if tried.size >= room.floor:
            return _telling(replace(tried, abbreviated=True), text, line)
    return _telling(_cut(text, room, line), text, line)


def _telling(fitted: Fitted, text: str, line: Set) -> Fitted:
    """With the whole text shared out among the lines, for readers of the file.

    A hyphen at the end of a line is said at the beginning of the next one, since readers take it for one that only the
    break has put there.
    """
    torn = any(drawn.text.endswith("-") for drawn in fitted.lines[:-1])
    if not (fitted.abbreviated or torn):
        return fitted
    parts: list[str] = []
    rest = text
    for drawn in fitted.lines[:-1]:
        part = drawn.text if rest.startswith(drawn.text) else rest.split(" ", 1)[0]
        part = part.rstrip("-") or part
        parts.append(part)
        rest = rest[len(part) :].strip()
    return replace(fitted, said=tuple(line(part) for part in (*parts, rest))) if rest else fitted


def _largest(text: str, room: Room, line: Set) -> Fitted:
    whole = _sized((line(text),), room)
    if room.lines < 2 or whole.size >= room.size:
        return whole
    halves = [_sized((line(first), line(second)), room) for first, second in _breaks(text)]
    broken = max(halves, key=_goodness, default=whole)
    return broken if broken.size > whole.size * _BREAK_EARLIER else whole


def _goodness(broken: Fitted) -> tuple[float, bool, float]:
    """What makes a break better than another: larger type, then between words, then lines of like width."""
    first, second = broken.lines
    return round(broken.size, 1), not first.text.endswith("-"), -abs(first.width - second.width)


def _sized(lines: tuple[Line, ...], room: Room) -> Fitted:
    """These lines at the largest size that keeps their ink in the room."""
    wide = max(line.ink.right - line.ink.left for line in lines)
    tall = _tall(lines)
    across = room.width * MM / wide if wide else room.size
    down = room.height * MM / tall if tall else room.size
    return Fitted(lines, min(room.size, across, down))


def _above(line: Line) -> float:
    return max(line.ink.top, CAP)


def _below(line: Line) -> float:
    return max(-line.ink.bottom, DESCENT)


def _tall(lines: tuple[Line, ...]) -> float:
    return _above(lines[0]) + _leading(lines) * (len(lines) - 1) + _below(lines[-1])


def _leading(lines: tuple[Line, ...]) -> float:
    """Wide enough for scripts that reach far above and below the line."""
    if len(lines) < 2:
        return 0.0
    return max(LEADING, *(low.ink.top - high.ink.bottom + _AIR for high, low in pairwise(lines)))


def _breaks(text: str) -> Iterator[tuple[str, str]]:
    """Every way to break a text in two; a particle is not left at the end of the first line."""
    for place, char in enumerate(text[:-1]):
        first = text[: place + 1]
        if char == " " and first.split()[-1].casefold() not in PARTICLES:
            yield first.strip(), text[place + 1 :]
        elif char in "-/" and place:
            yield first, text[place + 1 :].strip()


def _cut(text: str, room: Room, line: Set) -> Fitted:
    """As much of the text as its lines hold at the floor, and an ellipsis."""
    lines: list[Line] = []
    for _ in range(_lines_at_floor(line(text), room) - 1):
        first = _whole_words(_longest(text, room, line, ""), text)
        lines.append(line(first))
        text = text[len(first) :].strip()
    whole = line(text)
    fits = _sized((whole,), room).size >= room.floor
    lines.append(whole if fits else line(f"{_longest(text, room, line, '…').rstrip()}…"))
    return replace(_sized(tuple(lines), room), abbreviated=True)


def _whole_words(first: str, text: str) -> str:
    """Without the word that a break would tear, unless it is the only one."""
    if text[len(first) : len(first) + 1] in {"", " "}:
        return first.rstrip()
    return first.rpartition(" ")[0].rstrip() or first


def _lines_at_floor(whole: Line, room: Room) -> int:
    tall = (_tall((whole,)) + LEADING * (room.lines - 1)) * room.floor / MM
    return room.lines if tall <= room.height else 1


def _longest(text: str, room: Room, line: Set, end: str) -> str:
    """The longest beginning that fits on a line at the floor, found by halving."""
    pieces = graphemes(text)
    low, high = 1, len(pieces)
    while low < high:
        middle = (low + high + 1) // 2
        if _sized((line("".join(pieces[:middle]) + end),), room).size >= room.floor:
            low = middle
        else:
            high = middle - 1
    return "".join(pieces[:low])

"""Text into a box: how large it can be, where it breaks, and what is shortened when nothing else helps.

A line's width grows with its size, so that every step is one division and none is a search. The order is: full size on
one line, two lines at their best break, more where a room allows them, smaller down to a floor, the second surname to
its initial, and at last an ellipsis. The result never leaves its box, and says when it had to leave something out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from checkin.paper.names import PARTICLES
from checkin.paper.runs import clean, graphemes
from checkin.paper.shaping import Line
from checkin.paper.wrapping import Prose, Set

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
_NEARLY = 1.06
"""Breaks that leave the type so much smaller than the best are as good as it, so that the better read one is taken."""

_LEVEL = (-0.3, 0.8)
"""Lines that reach no further below and above the baseline are as tall as any other such line or nearly, in ems."""

_ROUNDING = 1e-9
_STEP = 0.25
"""Between the sizes that are tried for many lines, in points."""

_LEAST_OF_TWO = CAP + LEADING + DESCENT
"""So tall are two lines at least, in ems."""

_MARKS = "\u0300"
"""Below it, all letters stand in the order of reading."""

_BREAKING = re.compile("[-/ ]")

Shorter = Callable[[str], Iterator[str]]
"""Gives shorter forms of a text, the gentlest first."""


class Room(NamedTuple):
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


class Fitted(NamedTuple):
    """A text that fits.

    Attributes:
        size: In points.
        abbreviated: Whether something was left out.
        said: What each line is said to be, in the order of the eye, where that is not what is drawn; together they
            are the whole text.
        leading: From one baseline to the next, in millimetres.
        ascent: From the top of the text to the first baseline, in millimetres; capitals count even where there are
            none.
        height: From the top of the text to the bottom of its descenders, in millimetres.
        cap: Height of a capital letter of this size, in millimetres: what the eye centres a line by.
    """

    lines: tuple[Line, ...]
    size: float
    abbreviated: bool
    said: tuple[str, ...]
    leading: float
    ascent: float
    height: float
    cap: float

    @property
    def width(self) -> float:
        """Of the ink, in millimetres."""
        return max((_across(line) for line in self.lines), default=0.0) * self.size / MM


def _fitted(lines: tuple[Line, ...], size: float, *, abbreviated: bool = False) -> Fitted:
    """These lines at that size."""
    leading = _leading(lines) * size / MM
    ascent, height = (_above(lines[0]) * size / MM, _tall(lines) * size / MM) if lines else (0.0, 0.0)
    return Fitted(lines, size, abbreviated, (), leading, ascent, height, CAP * size / MM)


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
        return _fitted((), room.size)
    whole = line(text)
    least = room.height * MM / _tall((whole,))
    if room.floor > room.size or room.floor > least:
        room = room._replace(floor=min(room.size, least))
    lines, size = _largest(whole, room, line)
    if size >= room.floor:
        return _telling(_fitted(lines, size), text, line)
    for short in shorter(text) if shorter else ():
        lines, size = _largest(line(short), room, line)
        if size >= room.floor:
            return _telling(_fitted(lines, size, abbreviated=True), text, line)
    return _telling(_cut(text, room, line), text, line)


def _telling(fitted: Fitted, text: str, line: Set) -> Fitted:
    """With the whole text shared out among the lines, for readers of the file.

    A hyphen at the end of a line is said at the beginning of the next one, since readers take it for one that only the
    break has put there.
    """
    lines = fitted.lines
    torn = len(lines) > 1 and any(drawn.text.endswith("-") for drawn in lines[:-1])
    if not (fitted.abbreviated or torn):
        return fitted
    parts: list[str] = []
    rest = text
    for drawn in lines[:-1]:
        part = drawn.text if rest.startswith(drawn.text) else rest.split(" ", 1)[0]
        part = part.rstrip("-") or part
        parts.append(part)
        rest = rest[len(part) :].strip()
    if not rest:
        return fitted
    return fitted._replace(
        said=tuple(part if max(part, default="") < _MARKS else line(part).seen for part in (*parts, rest))
    )


_Sized = tuple[tuple[Line, ...], float]
"""Lines and their size in points."""


def _largest(text: Line, room: Room, line: Set) -> _Sized:
    whole = (text,)
    size = _size(whole, room)
    small = size < room.floor
    if room.lines < 2 or size >= room.size or (room.height * MM / _LEAST_OF_TWO <= size * _BREAK_EARLIER and not small):
        return whole, size
    pairs = [(line(first), line(second)) for first, second in _likely(text)]
    sized: list[_Sized] = [(pair, _size(pair, room)) for pair in pairs]
    broken = _best(sized) if len(sized) > 1 else sized[0] if sized else (whole, size)
    larger = broken[1] > size * _BREAK_EARLIER or (small and broken[1] >= room.floor)
    short = broken if larger else (whole, size)
    return short if room.lines == 2 or short[1] >= room.size else _parted(short, text.text, room, line)


def _likely(text: Line) -> Sequence[tuple[str, str]]:
    """The breaks to choose from: of Latin words without accents on capitals the one into parts of like width.

    None allows larger type by its width, and none by its height by more than ``_NEARLY`` passes over, so that it is the
    one that ``_best`` would take.
    """
    breaks = list(_breaks(text.text))
    even = text.paired and text.top <= _LEVEL[1] and text.bottom >= _LEVEL[0]
    if len(breaks) < 2 or not even or "-" in text.text or "/" in text.text:
        return breaks
    whole = len(text.text)
    return [min(breaks, key=lambda parts: text.uneven(len(parts[0]), whole - len(parts[1])))]


def _best(broken: Sequence[_Sized]) -> _Sized:
    """Of the breaks with the largest type, or nearly: between words rather than in one, then lines of like width."""
    least = max(size for _, size in broken) / _NEARLY

    def goodness(one: _Sized) -> tuple[bool, float]:
        first, second = one[0]
        return not first.text.endswith("-"), -abs(first.width - second.width)

    return max((one for one in broken if one[1] >= least), key=goodness)


def _parted(short: _Sized, text: str, room: Room, line: Set) -> _Sized:
    """The same, or in more lines where the type is noticeably larger for it."""
    prose = Prose(text, line)
    least = short[1] * _BREAK_EARLIER if short[1] >= room.floor else room.floor
    for step in range(int((room.size - least) / _STEP + 1) if room.size >= least else 0):
        size = room.size - step * _STEP
        wide = room.width * MM / size
        count = prose.lines(wide)
        if count <= room.lines and tall(count) * size <= room.height * MM and prose.fits(wide):
            lines = tuple(map(line, prose.evenly(wide)))
            if (made := _size(lines, room)) >= least:
                return lines, made
    return short


def tall(lines: int) -> float:
    """How tall so many lines of Latin letters are, in ems."""
    return CAP + DESCENT + LEADING * (lines - 1)


def _size(lines: tuple[Line, ...], room: Room) -> float:
    """The largest size at which the ink of these lines keeps in the room."""
    wide, tall = max(map(_across, lines)), _tall(lines)
    size = room.size
    if wide:
        size = min(size, room.width * MM / wide)
    return min(size, room.height * MM / tall) if tall else size


def _across(line: Line) -> float:
    """How wide the ink of a line is, in ems."""
    return line.right - line.left


def _above(line: Line) -> float:
    return max(line.top, CAP)


def _below(line: Line) -> float:
    return max(-line.bottom, DESCENT)


def _tall(lines: tuple[Line, ...]) -> float:
    """From the top of the first line to the bottom of the last, in ems."""
    if len(lines) == 1:
        return _above(lines[0]) + _below(lines[0])
    return _above(lines[0]) + _leading(lines) * (len(lines) - 1) + _below(lines[-1])


def _leading(lines: tuple[Line, ...]) -> float:
    """Wide enough for scripts that reach far above and below the line."""
    if len(lines) < 2:
        return 0.0
    return max(LEADING, *(low.top - high.bottom + _AIR for high, low in pairwise(lines)))


def _breaks(text: str) -> Iterator[tuple[str, str]]:
    """Every way to break a text in two; a particle is not left at the end of the first line."""
    for found in _BREAKING.finditer(text, 0, len(text) - 1):
        place = found.start()
        first = text[: place + 1]
        if found[0] == " ":
            if first.split()[-1].casefold() not in PARTICLES:
                yield first.strip(), text[place + 1 :]
        elif place:
            yield first, text[place + 1 :].strip()


def _cut(text: str, room: Room, line: Set) -> Fitted:
    """As much of the text as its lines hold at the floor, and an ellipsis where that is not all."""
    lines: list[Line] = []
    most, torn = _lines_at_floor(line(text), room), False
    while len(lines) < most - 1 and _size((line(text),), room) < room.floor:
        first = _whole_words(_longest(text, room, line, ""), text)
        torn = torn or not (text[len(first) : len(first) + 1] in {"", " "} or first[-1] in "-/")
        lines.append(line(first))
        text = text[len(first) :].strip()
    whole = line(text)
    fits = _size((whole,), room) >= room.floor
    lines.append(whole if fits else line(f"{_longest(text, room, line, '…').rstrip()}…"))
    return _fitted(tuple(lines), _size(tuple(lines), room), abbreviated=torn or not fits)


def _whole_words(first: str, text: str) -> str:
    """Without the word that a break would tear, unless it is the only one."""
    if text[len(first) : len(first) + 1] in {"", " "} or first[-1] in "-/":
        return first.rstrip()
    ends = [found.end() for found in _BREAKING.finditer(first, 1)]
    return first[: ends[-1]].rstrip() if ends else first


def _lines_at_floor(whole: Line, room: Room) -> int:
    beyond = room.height * MM / room.floor - _tall((whole,))
    return max(1, min(room.lines, 1 + int(beyond / LEADING + _ROUNDING)))


def _longest(text: str, room: Room, line: Set, end: str) -> str:
    """The longest beginning that fits on a line at the floor, found by halving."""
    pieces = graphemes(text)
    low, high = 1, len(pieces)
    while low < high:
        middle = (low + high + 1) // 2
        if _size((line("".join(pieces[:middle]) + end),), room) >= room.floor:
            low = middle
        else:
            high = middle - 1
    return "".join(pieces[:low])

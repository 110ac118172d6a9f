"""Who sits at a table, on the second side of its card: names, work, what each offers and looks for, in two columns.

Everybody has a place of the same height and is set in the same type, as large as those who have most to say allow.
Where even small type would not hold it all, every offer and every wish is kept and the longest are shortened. Lengths
in millimetres, sizes in points. It knows no table.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil
from typing import NamedTuple

from checkin.paper import names
from checkin.paper.colours import INK, LINE, QUIET_INK, Colour
from checkin.paper.fitting import LEADING, MM, Fitted, Room, tall
from checkin.paper.fonts import Weight
from checkin.paper.layout import Box
from checkin.paper.page import Page
from checkin.paper.placing import put
from checkin.paper.press import Press
from checkin.paper.runs import clean
from checkin.paper.wrapping import Prose, shared
from checkin.words import Words

BETWEEN = 8.0
"""The two columns."""

LARGEST, COMFORTABLE, SMALL, SMALLEST = 14.0, 8.5, 8.0, 7.0
"""Of what people say: at most; what the work stays below the name for; below which it is rather shortened; at least."""

_STEP = 0.25
_NAME, _WORK = 1.35, 0.95
"""Size of a name and of the work below it, against that of what people say."""

_MANY = 4
"""Lines: nobody makes the type of all smaller for more of them, said of one thing."""

_WORTH = 1.0
"""So many points larger the type has to be for the work to stand beside the name."""

NAME_LEAST, _NAME_PART = 9.0, 0.7
"""Size below which a name is rather shortened, and the same against that of the others."""

_ABOVE, _ASIDE, _LEAST_WORK = 1.2, 2.4, 12.0
"""Air above a name, between name and work, and what work beside a name takes at least."""

_BELOW, _LOW, _AIRY = (0.4, 1.1), 14.0, 0.1
"""Air below what somebody says: in a place as low as that, and at most; what a millimetre of height adds to it."""

_ACCENTED = 0.3
"""Of the air above a name, what accents on its capitals leave."""

_LOWEST = _ABOVE + _NAME * SMALLEST * LEADING / MM
"""A place: lower ones hold no name, so that there are fewer of them."""

_BASELINE = 0.72
"""How far down its line a baseline is, as a part of the line's height."""

_SLACK = 0.97
"""What the type of a text may differ by from that of the others, before it is shortened."""


@dataclass(frozen=True, slots=True)
class Sitter:
    """Somebody who sits at the table: the name, what there is to say besides, and the name's parts if known."""

    name: str
    work: str = ""
    offers: str = ""
    seeks: str = ""
    known: names.NameParts = names.UNDIVIDED


class _Style(NamedTuple):
    """How everybody is set.

    Attributes:
        size: Of what people say.
        beside: Whether the work stands beside the name, and not below it.
        lines: How many lines what somebody says may take.
    """

    size: float
    beside: bool
    lines: int


def draw_sitters(page: Page, press: Press, sitters: Sequence[Sitter], box: Box, t: Words) -> list[Fitted]:
    """Draw people down one column and then down the other, everybody in a place of the same height."""
    most = max(1, int(box.height / _LOWEST))
    shown = sitters[: 2 * most]
    rows = -(-len(shown) // 2)
    wide, high = (box.width - BETWEEN) / 2, box.height / rows
    said = [_said(sitter, t) for sitter in shown]
    style = _style(press, shown, said, wide, high)
    drawn: list[Fitted] = []
    for at, (sitter, texts) in enumerate(zip(shown, said, strict=True)):
        column, row = divmod(at, rows)
        place = Box(box.x + column * (wide + BETWEEN), box.y + row * high, wide, high)
        if row:
            page.rule(place.x, place.y, place.right, place.y, LINE)
        drawn += _draw_sitter(page, press, sitter, texts, place, style)
    if len(shown) < len(sitters):
        drawn.append(drawn[-1]._replace(abbreviated=True))
    return drawn


def _said(sitter: Sitter, t: Words) -> list[str]:
    """What somebody offers and looks for, in a sentence each."""
    said = [t("Offers: {what}", what=sitter.offers)] if clean(sitter.offers) else []
    return said + ([t("Looks for: {what}", what=sitter.seeks)] if clean(sitter.seeks) else [])


def _style(press: Press, sitters: Sequence[Sitter], said: Sequence[Sequence[str]], wide: float, high: float) -> _Style:
    """The largest type in which all of it has room; else one of small type in which the least has to be left out."""
    proses = [[Prose(clean(text), press.line) for text in texts] for texts in said]
    working = [bool(clean(sitter.work)) for sitter in sitters]

    def lost(style: _Style) -> float:
        """How much of what people say has no room: the parts of each added up."""
        ems, parts = wide * MM / style.size, 0.0
        for texts, works in zip(proses, working, strict=True):
            need = sum(min(prose.lines(ems), _MANY) for prose in texts)
            parts += max(0.0, 1 - (style.lines - (works and not style.beside)) / need) if need else 0.0
            parts += sum(not prose.fits(ems) for prose in texts)
        return parts

    below = next((one for one in _styles(high, LARGEST, COMFORTABLE, beside=False) if not lost(one)), None)
    beside = next((one for one in _styles(high, LARGEST, SMALL, beside=True) if not lost(one)), None)
    if below and (not beside or beside.size < below.size + _WORTH):
        return below
    if beside:
        return beside
    speaking = max(map(len, said))
    both = [one for one in _styles(high, COMFORTABLE + 0.5, SMALL, beside=True) if one.lines >= speaking]
    if both:
        return min(both, key=lost)
    small = list(_styles(high, SMALL, SMALLEST, beside=True))
    return next((one for least in range(speaking, 0, -1) for one in small if one.lines >= least), small[-1])


def _styles(high: float, largest: float, smallest: float, *, beside: bool) -> Iterator[_Style]:
    """Styles for places so high, the largest type first."""
    below = min(max(_BELOW[0] + (high - _LOW) * _AIRY, _BELOW[0]), _BELOW[1])
    for step in range(int((largest - smallest) / _STEP) + 1):
        size = largest - step * _STEP
        left = high - _ABOVE - below - _NAME * size * LEADING / MM
        yield _Style(size, beside, max(0, int(left / (size * LEADING / MM))))


def _draw_sitter(
    page: Page, press: Press, sitter: Sitter, texts: Sequence[str], place: Box, style: _Style
) -> list[Fitted]:
    """The name with the work, and below them what somebody says, in as many lines as the style has for it."""
    line = style.size * LEADING / MM
    high = _NAME * line
    ems = place.width * MM / style.size
    needs = [Prose(clean(text), press.line).lines(ems) for text in texts]
    name = _name(press, sitter, place.width, style)
    named = Box(place.x, place.y + _ACCENTED, name.width, _ABOVE - _ACCENTED + high)
    baseline = place.y + _ABOVE + high * _BASELINE
    _put(page, name, named, baseline, INK)
    work, beside = _work(press, sitter, place.width, name, style, spare=style.lines - sum(needs))
    top, lines = place.y + _ABOVE + high, style.lines
    if work and beside:
        _put(page, work, named._replace(x=named.right + _ASIDE), baseline, QUIET_INK)
    elif work:
        taken = _lines(work, line)
        _put(page, work, Box(place.x, top, place.width, line * taken), top + line * _BASELINE, QUIET_INK)
        top, lines = top + line * taken, lines - taken
    drawn = [name, work] if work else [name]
    if (texts and not lines) or (clean(sitter.work) and not work):
        drawn[0] = name._replace(abbreviated=True)
    if 0 < lines < len(texts):
        return drawn + _draw_side_by_side(page, press, texts, place._replace(y=top), style)
    for text, count in zip(texts, shared(needs, lines), strict=True) if lines else ():
        fitted = _fitted(press, text, place.width, style.size, count)
        taken = _lines(fitted, line)
        _put(page, fitted, Box(place.x, top, place.width, line * taken), top + line * _BASELINE, INK)
        drawn.append(fitted)
        top += line * taken
    return drawn


def _name(press: Press, sitter: Sitter, width: float, style: _Style) -> Fitted:
    size = _NAME * style.size
    floor = min(size, max(NAME_LEAST, size * _NAME_PART))
    room = Room(width, size * LEADING / MM, size, floor, lines=1)
    return press.fit(sitter.name, room, Weight.BOLD, sitter.known)


def _work(
    press: Press, sitter: Sitter, width: float, name: Fitted, style: _Style, *, spare: int
) -> tuple[Fitted | None, bool]:
    """The work, and whether it stands beside the name.

    Where it should but is too long for that, it stands below if there is a spare line, and else is shortened or goes.
    """
    if not clean(sitter.work):
        return None, False
    below = _fitted(press, sitter.work, width, style.size * _WORK, max(1, min(2, spare)), working=True)
    if not style.beside:
        return below, False
    left = width - name.width - _ASIDE
    beside = _fitted(press, sitter.work, left, style.size * _WORK, 1, working=True) if left >= _LEAST_WORK else None
    if spare > 0 and (beside is None or beside.abbreviated):
        return below, False
    return beside, True


def _draw_side_by_side(page: Page, press: Press, texts: Sequence[str], place: Box, style: _Style) -> list[Fitted]:
    """What somebody offers and looks for on one line, half of it each."""
    wide = (place.width - _ASIDE * (len(texts) - 1)) / len(texts)
    line = style.size * LEADING / MM
    drawn: list[Fitted] = []
    for at, text in enumerate(texts):
        drawn.append(_fitted(press, text, wide, style.size, 1))
        _put(page, drawn[-1], Box(place.x + at * (wide + _ASIDE), place.y, wide, line), place.y + line * _BASELINE, INK)
    return drawn


def _lines(fitted: Fitted, line: float) -> int:
    """How many lines of that height a text takes; tall scripts take more than they have."""
    return max(len(fitted.lines), ceil(fitted.height / line))


def _put(page: Page, fitted: Fitted, box: Box, baseline: float, fill: Colour) -> None:
    """A text in its box, on a baseline as far as the box holds it then."""
    put(page, fitted, box.x, max(box.y, min(baseline - fitted.ascent, box.bottom - fitted.height)), fill)


def _fitted(press: Press, text: str, width: float, size: float, lines: int, *, working: bool = False) -> Fitted:
    """A text over so many lines of that size, or nearly; the role goes before a company is shortened."""
    room = Room(width, (tall(1) + LEADING * (lines - 1) + 0.12) * size / MM, size, size * _SLACK, lines)
    return press.fit(text, room, Weight.REGULAR, _without_role if working else None)


def _without_role(work: str) -> Iterator[str]:
    company, _, role = work.partition(" · ")
    if role:
        yield company

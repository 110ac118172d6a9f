"""The lines below the name on a badge: company, role, sector and handle, and the marks for kitchen and stewards.

Each line has a row of its own. This module knows no badge: it is given texts and the layout. Lengths in millimetres.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from checkin.paper.colours import INK, LINE, Colour, colour
from checkin.paper.fitting import MM, Fitted, Room
from checkin.paper.fonts import Weight
from checkin.paper.layout import Box, Layout
from checkin.paper.page import Page
from checkin.paper.placing import put
from checkin.paper.press import Press
from checkin.paper.runs import clean
from checkin.paper.wrapping import Prose, shared

FLOOR = 8.0
"""The smallest size of a detail, in points."""

_FEW, _MANY = 2, 6
"""Over so many rows a detail goes at most: on a usual label, and on one that has room."""

_PARTS = (1.0, 0.97, 0.94, 0.91, 0.88, 0.85, 0.82, 0.79, 0.76, 0.73, 0.7, 0.0)
"""Of the usual size of a detail, the ones that are tried; the last one is the floor."""


class Detail(NamedTuple):
    """A line below the name, or a part of one that was broken; ``dot`` is the colour of the dot before it, or ""."""

    text: str
    weight: Weight
    size: float
    fill: Colour
    dot: str = ""


def broken(press: Press, details: Sequence[Detail], plan: Layout, spare: int, *, roomy: bool) -> Sequence[Detail]:
    """The same details, those too long for a row over several, as long as there are spare rows.

    They are in type as large as that allows, all against their usual size alike. On a ``roomy`` label they share what
    rows there are, and the last row of each is shortened where that is too little; elsewhere two have to be enough, or
    one is kept to.
    """
    wide = [at for at, detail in enumerate(details) if not _fits(press, detail, plan)] if spare > 0 else []
    if not wide:
        return details
    long = {at: _prose(press, details[at]) for at in wide}
    if not roomy:
        enough = [at for at in long if long[at].lines(_ems(details[at], plan, 0.0)) <= _FEW]
        long = {at: long[at] for at in enough[:spare]}
    rows, part = _divided(long, details, plan, spare + len(long), _MANY if roomy else _FEW)
    made: list[Detail] = []
    for at, detail in enumerate(details):
        made += _rows(detail, plan, long[at], rows[at], part) if rows.get(at, 1) > 1 else [detail]
    return made


def _fits(press: Press, detail: Detail, plan: Layout) -> bool:
    """Whether a row is long enough for a detail at the floor."""
    line = press.line(detail.text, detail.weight)
    return (line.right - line.left) * FLOOR <= _room(detail, plan).width * MM


def _prose(press: Press, detail: Detail) -> Prose:
    return Prose(clean(detail.text), lambda part: press.line(part, detail.weight))


def _ems(detail: Detail, plan: Layout, part: float) -> float:
    """The length of a row in ems, for type of such a part of its usual size."""
    return _room(detail, plan).width * MM / max(detail.size * _scale(plan) * part, FLOOR)


def _divided(
    long: Mapping[int, Prose], details: Sequence[Detail], plan: Layout, rows: int, most: int
) -> tuple[dict[int, int], float]:
    """How many of so many rows each gets, and the part of the usual size at which they are enough, or 0 if none is."""
    for part in _PARTS:
        needs = [prose.lines(_ems(details[at], plan, part)) for at, prose in long.items()]
        if sum(needs) <= rows and max(needs, default=0) <= most:
            return dict(zip(long, needs, strict=True)), part
    return dict(zip(long, shared([min(need, most) for need in needs], rows), strict=True)), 0.0


def _rows(detail: Detail, plan: Layout, prose: Prose, rows: int, part: float) -> list[Detail]:
    """A detail over so many rows; the last one has all that is left."""
    wide = _ems(detail, plan, part)
    lines = prose.evenly(wide) if prose.lines(wide) <= rows else prose.parted(wide, rows)
    size = max(detail.size * part, FLOOR / _scale(plan))
    return [detail._replace(text=line, size=size, dot="" if at else detail.dot) for at, line in enumerate(lines)]


def _scale(plan: Layout) -> float:
    return min(max(plan.scale, 0.85), 1.6)


def _indent(detail: Detail, plan: Layout) -> float:
    return 3.4 * _scale(plan) if detail.dot else 0.0


def _room(detail: Detail, plan: Layout) -> Room:
    width = plan.details.width - _indent(detail, plan)
    return Room(width, plan.slot * 0.96, detail.size * _scale(plan), FLOOR, 1)


def draw_details(
    page: Page, press: Press, details: Sequence[Detail], marks: Sequence[str], plan: Layout, *, centred: bool = False
) -> Iterator[Fitted]:
    """The lines of details, each in a row of its own, and the marks in the last one."""
    box, scale = plan.details, _scale(plan)
    shown = details[: max(0, plan.rows - bool(marks))]
    for place, detail in enumerate(shown):
        top = box.y + place * plan.slot
        fitted = press.fit(detail.text, _room(detail, plan), detail.weight)
        baseline = top + plan.slot * 0.72
        y = max(top, min(baseline - fitted.ascent, top + plan.slot - fitted.height))
        indent = _indent(detail, plan)
        x = box.x + (box.width - indent - fitted.width) / 2 if centred else box.x
        if detail.dot:
            side = 2.1 * scale
            page.rounded(x, baseline - side * 0.92, side, side, side / 2, colour(detail.dot))
        put(page, fitted, x + indent, y, detail.fill)
        yield fitted
    if marks and plan.rows:
        last = Box(box.x, box.bottom - plan.slot, box.width, plan.slot)
        yield from _draw_marks(page, press, marks, last, scale, centred=centred)


def _draw_marks(
    page: Page, press: Press, marks: Sequence[str], box: Box, scale: float, *, centred: bool
) -> Iterator[Fitted]:
    """Each mark in an outline of its own; all in one line of text where that is too wide."""
    size, air, pill = 8.0 * min(scale, 1.2), 1.6 * scale, box.height * 0.92
    room = Room(box.width, box.height * 0.9, size, FLOOR * 0.95, lines=1)
    fitted = [press.fit(mark, room, Weight.MEDIUM) for mark in marks]
    widths = [text.width + 2 * air for text in fitted]
    across = sum(widths) + air * (len(widths) - 1)
    if across > box.width:
        together = press.fit(" · ".join(marks), room, Weight.MEDIUM)
        x = box.x + (box.width - together.width) / 2 if centred else box.x
        put(page, together, x, box.bottom - together.height, INK)
        yield together
        return
    x, top = box.x + (box.width - across) / 2 if centred else box.x, box.bottom - pill
    for text, width in zip(fitted, widths, strict=True):
        page.pill(x, top, width, pill, LINE)
        y = top + (pill - text.cap) / 2 - (text.ascent - text.cap)
        put(page, text, x + air, min(max(y, box.y), box.bottom - text.height), INK)
        x += width + air
        yield text

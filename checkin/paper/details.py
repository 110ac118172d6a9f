"""The lines below the name on a badge: company, role, sector and handle, and the marks for kitchen and stewards.

Each line has a row of its own. This module knows no badge: it is given texts and the layout. Lengths in millimetres.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from checkin.paper.colours import INK, LINE, Colour, colour
from checkin.paper.fitting import MM, Fitted, Room
from checkin.paper.fonts import Weight
from checkin.paper.layout import Box, Layout
from checkin.paper.page import Page
from checkin.paper.placing import put
from checkin.paper.press import Press

FLOOR = 8.0
"""The smallest size of a detail, in points."""


class Detail(NamedTuple):
    """A line below the name, or half of one that was broken; ``dot`` is the colour of the dot before it, or ""."""

    text: str
    weight: Weight
    size: float
    fill: Colour
    dot: str = ""


def broken(press: Press, details: Sequence[Detail], plan: Layout, spare: int) -> Sequence[Detail]:
    """The same details, those too long for a row in two, as long as there are spare rows."""
    made: list[Detail] = []
    for detail in details:
        room = _room(detail, plan)
        line = press.line(detail.text, detail.weight)
        if spare > 0 and (line.right - line.left) * FLOOR > room.width * MM:
            fitted = press.fit(detail.text, room._replace(height=room.height * 2, lines=2), detail.weight)
            if not fitted.abbreviated and len(fitted.lines) == 2:
                first, second = (
                    detail._replace(text=line.text, size=fitted.size / _scale(plan)) for line in fitted.lines
                )
                made += [first, second._replace(dot="")]
                spare -= 1
                continue
        made.append(detail)
    return made


def _scale(plan: Layout) -> float:
    return min(max(plan.scale, 0.85), 1.6)


def _indent(detail: Detail, plan: Layout) -> float:
    return 3.4 * _scale(plan) if detail.dot else 0.0


def _room(detail: Detail, plan: Layout) -> Room:
    width = plan.details.width - _indent(detail, plan)
    return Room(width, plan.slot * 0.96, detail.size * _scale(plan), FLOOR, 1)


def draw_details(
    page: Page, press: Press, details: Sequence[Detail], marks: Sequence[str], plan: Layout
) -> Iterator[Fitted]:
    """The lines of details, each in a row of its own, and the marks in the last one."""
    box, scale = plan.details, _scale(plan)
    shown = details[: max(0, plan.rows - bool(marks))]
    for place, detail in enumerate(shown):
        top = box.y + place * plan.slot
        fitted = press.fit(detail.text, _room(detail, plan), detail.weight)
        baseline = top + plan.slot * 0.72
        y = max(top, min(baseline - fitted.ascent, top + plan.slot - fitted.height))
        if detail.dot:
            side = 2.1 * scale
            page.rounded(box.x, baseline - side * 0.92, side, side, side / 2, colour(detail.dot))
        put(page, fitted, box.x + _indent(detail, plan), y, detail.fill)
        yield fitted
    if marks and plan.rows:
        yield from _draw_marks(page, press, marks, Box(box.x, box.bottom - plan.slot, box.width, plan.slot), scale)


def _draw_marks(page: Page, press: Press, marks: Sequence[str], box: Box, scale: float) -> Iterator[Fitted]:
    """Each mark in an outline of its own; all in one line of text where that is too wide."""
    size, air, pill = 8.0 * min(scale, 1.2), 1.6 * scale, box.height * 0.92
    room = Room(box.width, box.height * 0.9, size, FLOOR * 0.95, lines=1)
    fitted = [press.fit(mark, room, Weight.MEDIUM) for mark in marks]
    widths = [text.width + 2 * air for text in fitted]
    if sum(widths) + air * (len(widths) - 1) > box.width:
        together = press.fit(" · ".join(marks), room, Weight.MEDIUM)
        put(page, together, box.x, box.bottom - together.height, INK)
        yield together
        return
    x, top = box.x, box.bottom - pill
    for text, width in zip(fitted, widths, strict=True):
        page.pill(x, top, width, pill, LINE)
        y = top + (pill - text.cap) / 2 - (text.ascent - text.cap)
        put(page, text, x + air, min(max(y, box.y), box.bottom - text.height), INK)
        x += width + air
        yield text

"""One badge: what it says and how it is drawn on a label of any size.

First name as large as it goes, because that is what people read across a table; everything else steps back. It knows no
guest and no sheet. Lengths in millimetres, sizes in points.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from checkin.paper import names
from checkin.paper.colours import ACCENT, INK, LINE, QUIET_INK, WHITE, Colour, colour
from checkin.paper.fitting import MM, Fitted, Room
from checkin.paper.fonts import Weight
from checkin.paper.layout import Box, Layout, layout
from checkin.paper.page import Page
from checkin.paper.press import Press
from checkin.words import Words

NAME_SIZE, NAME_FLOOR = 38.0, 18.0
FAMILY_SIZE, FAMILY_FLOOR = 17.0, 10.0
TEXT_FLOOR = 8.0


@dataclass(frozen=True, slots=True)
class Badge:
    """What one badge says; every part but the name may be empty.

    Attributes:
        name: The whole name, to the letter.
        given: What people say aloud, where it is known.
        family: The surnames, where they are known.
        table: The table's number, or None while it is not drawn.
        code: The text of the QR code, "" for a badge without one.
        marks: What the kitchen and the stewards look for (diet, step-free, category), a word or two each.
        sector: The guest's line of work.
        sector_colour: Its colour on the screen as ``#RRGGBB``, "" for none; never the only sign of it.
    """

    name: str
    given: str = ""
    family: str = ""
    company: str = ""
    role: str = ""
    handle: str = ""
    table: int | None = None
    code: str = ""
    marks: tuple[str, ...] = ()
    sector: str = ""
    sector_colour: str = ""


@dataclass(frozen=True, slots=True)
class Drawn:
    """What became of a text that was drawn.

    Attributes:
        abbreviated: Whether something had to be left out.
        missing: Characters that no shipped font can print.
        uncoded: Whether a code was wanted that no QR code can hold.
    """

    abbreviated: bool = False
    missing: str = ""
    uncoded: bool = False


@dataclass(frozen=True, slots=True)
class Detail:
    """One of the lines below the name."""

    text: str
    weight: Weight
    size: float
    fill: Colour
    dot: str = ""


def draw(page: Page, press: Press, badge: Badge, size: tuple[float, float], t: Words) -> Drawn:
    """Draw what changes from badge to badge, all but the event's name."""
    code = press.code(badge.code) if badge.code else None
    details = _details(badge)
    plan = layout(*size, lines=len(details) + bool(badge.marks), code=code is not None, table=badge.table is not None)
    if code and plan.plate:
        page.code(code, plan.plate.x, plan.plate.y, plan.plate.width)
    if badge.table is not None and plan.table:
        _draw_table(page, press, badge.table, plan.table, t)
    texts = [*_draw_name(page, press, badge, plan), *_draw_details(page, press, details, badge.marks, plan)]
    return replace(report(texts), uncoded=bool(badge.code) and code is None)


def draw_event(page: Page, press: Press, event: str, box: Box, scale: float) -> Drawn:
    """Draw the event's name, which all badges of a batch share."""
    if not box.height:
        return Drawn()
    fitted = press.fit(event, Room(box.width, box.height, 8.0 * scale, 6.5, lines=1), Weight.MEDIUM)
    put(page, fitted, box.x, box.y, ACCENT)
    return report([fitted])


def report(texts: Sequence[Fitted]) -> Drawn:
    """What became of these texts."""
    missing = "".join(line.missing for fitted in texts for line in fitted.lines)
    return Drawn(any(fitted.abbreviated for fitted in texts), "".join(dict.fromkeys(missing)))


def put(page: Page, fitted: Fitted, x: float, top: float, fill: Colour, align: float = 0.0) -> None:
    """Draw a fitted text with the top of its ink there."""
    for place, line in enumerate(fitted.lines):
        page.text(line, x, top + fitted.ascent + place * fitted.leading, fitted.size, fill, align)


def _draw_name(page: Page, press: Press, badge: Badge, plan: Layout) -> tuple[Fitted, ...]:
    given, family = names.split(badge.name, badge.given, badge.family)
    box, scale = plan.name, min(max(plan.scale, 0.7), 1.6)
    gap = 2.0 * scale if family else 0.0
    room = Room(box.width, (box.height - gap) * (0.6 if family else 1.0), NAME_SIZE * scale, NAME_FLOOR * min(scale, 1))
    first = press.fit(given, room, Weight.BOLD, names.shorter)
    rest = Room(box.width, box.height - gap - first.height, FAMILY_SIZE * scale, FAMILY_FLOOR * min(scale, 1))
    second = press.fit(family, rest, Weight.MEDIUM, names.shorter)
    y = box.y + (box.height - first.height - gap - second.height) * 0.42
    put(page, first, box.x, y, INK)
    put(page, second, box.x, y + first.height + gap, INK)
    return first, second


def _draw_table(page: Page, press: Press, number: int, box: Box, t: Words) -> None:
    page.rounded(box.x, box.y, box.width, box.height, min(box.width, box.height) * 0.14, ACCENT)
    middle = box.x + box.width / 2
    word = press.fit(t("Table"), Room(box.width * 0.84, box.height * 0.2, 9.0, 5.0, lines=1), Weight.MEDIUM)
    figure = press.fit(str(number), Room(box.width * 0.84, box.height * 0.5, 60.0, 5.0, lines=1), Weight.BOLD)
    gap = box.height * 0.1
    y = box.y + (box.height - word.height - gap - figure.height) / 2
    put(page, word, middle, y, WHITE, 0.5)
    put(page, figure, middle, y + word.height + gap, WHITE, 0.5)


def _details(badge: Badge) -> list[Detail]:
    """The lines below the name, the most wanted first."""
    below = " · ".join(part for part in (badge.sector, badge.handle) if part)
    lines = [
        Detail(badge.company, Weight.SEMIBOLD, 10.5, INK),
        Detail(badge.role, Weight.REGULAR, 9.0, QUIET_INK),
        Detail(below, Weight.REGULAR, 9.0, QUIET_INK, badge.sector_colour if badge.sector else ""),
    ]
    return [line for line in lines if line.text]


def _draw_details(
    page: Page, press: Press, details: Sequence[Detail], marks: Sequence[str], plan: Layout
) -> Iterator[Fitted]:
    """The lines of details from the bottom up in fixed rows, and the marks below them."""
    box, scale = plan.details, min(max(plan.scale, 0.85), 1.6)
    rows = round(box.height / plan.slot)
    shown = details[: rows - bool(marks)]
    for place, detail in enumerate(shown):
        top = box.y + place * plan.slot
        indent = 3.4 * scale if detail.dot else 0.0
        room = Room(box.width - indent, plan.slot * 0.96, detail.size * scale, TEXT_FLOOR, lines=1)
        fitted = press.fit(detail.text, room, detail.weight)
        baseline = top + plan.slot * 0.72
        y = max(top, min(baseline - fitted.ascent, top + plan.slot - fitted.height))
        if detail.dot:
            side = 2.1 * scale
            page.rounded(box.x, baseline - side * 0.92, side, side, side / 2, colour(detail.dot))
        put(page, fitted, box.x + indent, y, detail.fill)
        yield fitted
    if marks and rows:
        yield from _draw_marks(page, press, marks, Box(box.x, box.bottom - plan.slot, box.width, plan.slot), scale)


def _draw_marks(page: Page, press: Press, marks: Sequence[str], box: Box, scale: float) -> Iterator[Fitted]:
    """Each mark in an outline of its own; all in one line of text where that is too wide."""
    size, air, pill = 8.0 * min(scale, 1.2), 1.6 * scale, box.height * 0.92
    room = Room(box.width, box.height * 0.9, size, TEXT_FLOOR * 0.95, lines=1)
    fitted = [press.fit(mark, room, Weight.MEDIUM) for mark in marks]
    widths = [text_width(text) + 2 * air for text in fitted]
    if sum(widths) + air * (len(widths) - 1) > box.width:
        together = press.fit(" · ".join(marks), room, Weight.MEDIUM)
        put(page, together, box.x, box.bottom - together.height, INK)
        yield together
        return
    x, top = box.x, box.bottom - pill
    for text, width in zip(fitted, widths, strict=True):
        page.pill(x, top, width, pill, LINE)
        put(page, text, x + air, top + (pill - text.cap) / 2 - (text.ascent - text.cap), INK)
        x += width + air
        yield text


def text_width(fitted: Fitted) -> float:
    """Width of a fitted text's ink, in millimetres."""
    return max((line.ink.right - line.ink.left for line in fitted.lines), default=0.0) * fitted.size / MM

"""One badge: what it says and how it is drawn on a label of any size.

First name as large as it goes, because that is what people read across a table; everything else steps back. It knows no
guest and no sheet. Lengths in millimetres, sizes in points.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from checkin.paper import names
from checkin.paper.colours import ACCENT, INK, QUIET_INK, WHITE
from checkin.paper.details import Detail, broken, draw_details
from checkin.paper.fitting import CAP, DESCENT, LEADING, MM, Fitted, Room
from checkin.paper.fonts import Weight
from checkin.paper.layout import Box, Layout, layout
from checkin.paper.page import Page
from checkin.paper.placing import Drawn, put, report
from checkin.paper.press import Press
from checkin.words import Words

NAME_SIZE, NAME_FLOOR = 38.0, 18.0
FAMILY_SIZE, FAMILY_FLOOR = 17.0, 10.0
NAME_GAP = 1.5
MOST_ROWS = 4
"""Of details and marks together."""

_TOLERANCE = 0.05
_ACCENT = 0.1
"""What accents on capitals may add to a line's height, in ems."""


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
class Pair:
    """A name in its two parts, ``gap`` millimetres apart."""

    given: Fitted
    family: Fitted
    gap: float

    @property
    def abbreviated(self) -> bool:
        """Whether either part had to be shortened."""
        return self.given.abbreviated or self.family.abbreviated


def draw(page: Page, press: Press, badge: Badge, size: tuple[float, float]) -> Drawn:
    """Draw what changes from badge to badge, on the ground that ``draw_ground`` drew."""
    code = press.code(badge.code) if badge.code else None
    details, plan, pair = _composed(press, badge, size, code=code is not None)
    if code and plan.plate:
        page.code(code, plan.plate.x, plan.plate.y, plan.plate.width)
    if badge.table is not None and plan.table:
        _draw_number(page, press, badge.table, plan.table)
    _draw_name(page, pair, plan.name)
    made = report([pair.given, pair.family, *draw_details(page, press, details, badge.marks, plan)])
    left_out = plan.rows < len(details) + bool(badge.marks) or len(details) < len(_details(badge))
    return replace(made, abbreviated=made.abbreviated or left_out, uncoded=bool(badge.code) and code is None)


def draw_ground(page: Page, press: Press, event: str, plan: Layout, t: Words) -> Drawn:
    """Draw what all badges of a batch share: the event's name, and the block that the table's number stands in."""
    drawn = []
    if plan.event.height:
        box = plan.event
        title = press.fit(event, Room(box.width, box.height, 8.0 * plan.scale, 6.5, lines=1), Weight.MEDIUM)
        put(page, title, box.x, box.y, ACCENT)
        drawn.append(title)
    if plan.table:
        box = plan.table
        page.rounded(box.x, box.y, box.width, box.height, min(box.width, box.height) * 0.14, ACCENT)
        word = press.fit(t("Table"), Room(box.width * 0.84, box.height * 0.24, 9.0, 4.0, lines=1), Weight.MEDIUM)
        put(page, word, box.x + box.width / 2, box.y + box.height * 0.13 - (word.ascent - word.cap), WHITE, 0.5)
        drawn.append(word)
    return report(drawn)


def _composed(
    press: Press, badge: Badge, size: tuple[float, float], *, code: bool
) -> tuple[Sequence[Detail], Layout, Pair]:
    """The details, the layout and the name.

    Long details break over two rows, unless the name needs them; where it needs still more, the role is left out.
    """
    details = _details(badge)
    rows = len(details) + bool(badge.marks)
    narrow = layout(*size, lines=rows, code=code, table=badge.table is not None)
    choices: list[Sequence[Detail]] = [broken(press, details, narrow, MOST_ROWS - rows), details]
    choices.append([detail for detail in details if detail.text != badge.role])
    tried = []
    for choice in choices:
        plan = layout(*size, lines=len(choice) + bool(badge.marks), code=code, table=badge.table is not None)
        pair = _name(press, badge, plan.name, plan.scale)
        if not pair.abbreviated:
            return choice, plan, pair
        tried.append((choice, plan, pair))
    return tried[1]


def _name(press: Press, badge: Badge, box: Box, scale: float) -> Pair:
    """Both parts of the name: the given one at its ease; where that shortens anything, the other gets what it needs."""
    given, family = names.split(badge.name, badge.given, badge.family)
    scale = min(max(scale, 0.7), 1.6)
    gap = NAME_GAP * scale if family else 0.0
    free = box.height - gap
    em = FAMILY_FLOOR * min(scale, 1) / MM
    one, two = em * (CAP + DESCENT + _ACCENT), em * (CAP + LEADING + DESCENT + _ACCENT)
    shares = (free * 0.62, free - two, free - one) if family else (free,)
    pairs = []
    for share in shares:
        pair = _pair(press, (given, family), box.width, (share - _TOLERANCE, free), scale)
        if not pair.abbreviated:
            return pair
        pairs.append(pair)
    return min(pairs, key=lambda pair: (pair.given.abbreviated + pair.family.abbreviated, pair.given.abbreviated))


def _pair(press: Press, parts: tuple[str, str], width: float, heights: tuple[float, float], scale: float) -> Pair:
    """The parts one above the other; ``heights`` are what the first may take and what both may."""
    share, free = heights
    gap = NAME_GAP * scale if parts[1] else 0.0
    size = NAME_SIZE * scale * min(1.5, max(1.0, free / (28.0 * scale)))
    first = press.fit(parts[0], Room(width, share, size, NAME_FLOOR * min(scale, 1)), Weight.BOLD, names.shorter)
    floor = FAMILY_FLOOR * min(scale, 1)
    rest = Room(width, free - first.height, max(floor, min(FAMILY_SIZE * scale, first.size * 0.6)), floor)
    return Pair(first, press.fit(parts[1], rest, Weight.MEDIUM, names.shorter), gap)


def _draw_name(page: Page, pair: Pair, box: Box) -> None:
    y = box.y + (box.height - pair.given.height - pair.gap - pair.family.height) * 0.42
    put(page, pair.given, box.x, y, INK)
    put(page, pair.family, box.x, y + pair.given.height + pair.gap, INK)


def _draw_number(page: Page, press: Press, number: int, box: Box) -> None:
    """The table's number, in the middle of what its block has below the word."""
    figure = press.fit(str(number), Room(box.width * 0.84, box.height * 0.66, 90.0, 4.0, lines=1), Weight.BOLD)
    y = box.y + box.height * 0.62 - figure.cap / 2
    put(page, figure, box.x + box.width / 2, y - (figure.ascent - figure.cap), WHITE, 0.5)


def _details(badge: Badge) -> list[Detail]:
    """The lines below the name, the most wanted first."""
    handle = badge.handle if badge.handle != badge.name else ""
    below = " · ".join(part for part in (badge.sector, handle) if part)
    lines = [
        Detail(badge.company, Weight.SEMIBOLD, 10.5, INK),
        Detail(badge.role, Weight.REGULAR, 9.0, QUIET_INK),
        Detail(below, Weight.REGULAR, 9.0, QUIET_INK, badge.sector_colour if badge.sector else ""),
    ]
    return [line for line in lines if line.text]

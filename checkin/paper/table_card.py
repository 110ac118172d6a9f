"""The card that stands on a table: a sheet of A4 folded once into a tent.

The number is on both sides, or on one, with who sits there, what they offer and look for, and two questions to begin
with on the other. The upper half is printed upside down, so that both sides read from the fold down when the card
stands. Lengths in millimetres, sizes in points. It knows no room and no guest.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count

from checkin.paper import bidi, names
from checkin.paper.colours import ACCENT, INK, LINE, QUIET_INK, Colour
from checkin.paper.fitting import Fitted, Room
from checkin.paper.fonts import Weight
from checkin.paper.page import Page
from checkin.paper.placing import Drawn, put, report
from checkin.paper.press import Press
from checkin.paper.sheets import A4
from checkin.words import Words

WIDTH, HALF = A4[0], A4[1] / 2
NUMBER_SIZE, NUMBER_FLOOR = 300.0, 150.0
_MARGIN = 18.0
_FOLD_MARK = 6.0
_EDGE, _HEAD, _BETWEEN = 14.0, 24.0, 8.0
_LOWEST, _HIGHEST = 6.2, 19.0
"""Of a person's place on the second side, in millimetres."""

_AIR, _DENSEST = 0.8, 0.8
"""Between two people, in millimetres; what their lines may be pressed together by."""


@dataclass(frozen=True, slots=True)
class Sitter:
    """Somebody who sits at the table: the name, and the lines below it that are there."""

    name: str
    work: str = ""
    offers: str = ""
    seeks: str = ""


@dataclass(frozen=True, slots=True)
class TableCard:
    """What one card says.

    Attributes:
        name: The table's own name, "" where it has none.
        sitters: Who sits there; where there is nobody both sides show the number.
        questions: To begin a conversation with.
    """

    number: int
    name: str = ""
    sitters: tuple[Sitter, ...] = ()
    questions: tuple[str, ...] = ()


def draw_card(page: Page, press: Press, card: TableCard, event: str, t: Words) -> tuple[Drawn, Drawn]:
    """Draw both sides and the marks to fold by; what became of the card, and of the event's name on it."""
    with page.at(WIDTH, HALF, turned=True):
        above, *drawn = (_draw_people if card.sitters else _draw_number)(page, press, card, event, t)
    with page.at(0, HALF):
        below, *other = _draw_number(page, press, card, event, t)
    page.rule(0, HALF, _FOLD_MARK, HALF, LINE)
    page.rule(WIDTH - _FOLD_MARK, HALF, WIDTH, HALF, LINE)
    return report([*drawn, *other]), report((above, below))


def _draw_number(page: Page, press: Press, card: TableCard, event: str, t: Words) -> list[Fitted]:
    """The side with the number; the event's name comes first of what is returned, here and below."""
    across, middle = WIDTH - 2 * _MARGIN, WIDTH / 2
    word = press.fit(t("Table"), Room(across, 12, 26, 14, lines=1), Weight.MEDIUM)
    number = press.fit(str(card.number), Room(across, 104, NUMBER_SIZE, NUMBER_FLOOR, lines=1), Weight.BOLD)
    name = press.fit(card.name, Room(across, 15, 30, 14, lines=1), Weight.MEDIUM)
    title = press.fit(event, Room(across, 6, 12, 8, lines=1), Weight.MEDIUM)
    gap = 9.0
    below = gap + name.cap if card.name else 0.0
    y = _MARGIN + (HALF - 2 * _MARGIN - 8 - word.cap - gap - number.cap - below) / 2
    put(page, word, middle, y - (word.ascent - word.cap), QUIET_INK, 0.5)
    y += word.cap + gap
    put(page, number, middle, y - (number.ascent - number.cap), ACCENT, 0.5)
    put(page, name, middle, y + number.cap + gap - (name.ascent - name.cap), INK, 0.5)
    put(page, title, middle, HALF - _MARGIN + 4 - title.height, QUIET_INK, 0.5)
    return [title, word, number, name]


def _draw_people(page: Page, press: Press, card: TableCard, event: str, t: Words) -> list[Fitted]:
    """The second side: the number small, the people in two columns, the questions below."""
    number = press.fit(str(card.number), Room(40, 16, 48, 24, lines=1), Weight.BOLD)
    put(page, number, _EDGE, _EDGE - (number.ascent - number.cap), ACCENT)
    beside = _EDGE + number.width + 5
    room = Room(WIDTH - _EDGE - beside, 7, 17, 11, lines=1)
    title = press.fit(card.name or t("Who sits here"), room, Weight.BOLD)
    put(page, title, beside, _EDGE - (title.ascent - title.cap), INK)
    small = press.fit(event, room._replace(height=5, size=10, floor=7), Weight.MEDIUM)
    put(page, small, beside, _EDGE + number.cap - small.cap - (small.ascent - small.cap), QUIET_INK)
    drawn = [small, number, title]
    foot = HALF - _EDGE
    asked = [
        press.fit(bidi.ours(text), Room(WIDTH - 2 * _EDGE - 7, 10.5, 11, 8), Weight.MEDIUM) for text in card.questions
    ]
    for question in reversed(asked):
        foot -= question.height
        put(page, question, _EDGE + 7, foot, INK)
        page.rounded(_EDGE, foot + question.ascent - 2.6, 2.6, 2.6, 1.3, ACCENT)
        foot -= 3.0
    if asked:
        page.rule(_EDGE, foot, WIDTH - _EDGE, foot, LINE)
        foot -= 2.5
    return [*drawn, *asked, *_draw_sitters(page, press, card.sitters, (_EDGE + _HEAD, foot), t)]


def _draw_sitters(
    page: Page, press: Press, sitters: tuple[Sitter, ...], between: tuple[float, float], t: Words
) -> list[Fitted]:
    """People in two columns, each in a place of the same height with as many lines as it holds."""
    top, bottom = between
    rows = -(-len(sitters) // 2)
    slot = min(_HIGHEST, (bottom - top) / rows)
    wide = (WIDTH - 2 * _EDGE - _BETWEEN) / 2
    shown = sitters if slot >= _LOWEST else sitters[: 2 * int((bottom - top) / _LOWEST)]
    slot = max(slot, _LOWEST)
    rows = -(-len(shown) // 2)
    drawn: list[Fitted] = []
    for at, sitter in zip(count(), shown, strict=False):
        column, row = divmod(at, rows)
        drawn += _draw_sitter(
            page, press, sitter, (_EDGE + column * (wide + _BETWEEN), top + row * slot), wide, slot, t
        )
    if len(shown) < len(sitters):
        drawn.append(drawn[-1]._replace(abbreviated=True))
    return drawn


def _draw_sitter(
    page: Page, press: Press, sitter: Sitter, corner: tuple[float, float], wide: float, slot: float, t: Words
) -> list[Fitted]:
    x, y = corner
    lines: list[tuple[str, Weight, float, Colour]] = [(sitter.name, Weight.BOLD, 11.5, INK)]
    if sitter.work:
        lines.append((sitter.work, Weight.REGULAR, 8.5, QUIET_INK))
    if sitter.offers:
        lines.append((t("Offers: {what}", what=sitter.offers), Weight.REGULAR, 8.0, INK))
    if sitter.seeks:
        lines.append((t("Looks for: {what}", what=sitter.seeks), Weight.REGULAR, 8.0, INK))
    heights = [5.0, *([3.6] * (len(lines) - 1))]
    dense = min(1.0, max(_DENSEST, (slot - _AIR) / sum(heights)))
    heights = [height * dense for height in heights]
    drawn: list[Fitted] = []
    used = 0.0
    for place, ((text, weight, size, fill), height) in enumerate(zip(lines, heights, strict=True)):
        if used + height > slot - _AIR + 0.01 and place:
            drawn[-1] = drawn[-1]._replace(abbreviated=True)
            break
        room = Room(wide, height, size, 7.0 if place else 8.0, lines=1)
        fitted = press.fit(text, room, weight, names.shorter_whole if not place else None)
        put(page, fitted, x, y + used + (height - fitted.height) / 2, fill)
        drawn.append(fitted)
        used += height
    return drawn

"""The card that stands on a table: a sheet of A4 folded once into a tent.

The number is on both sides, or on one, with who sits there, what they offer and look for, and two questions to begin
with on the other. The upper half is printed upside down, so that both sides read from the fold down when the card
stands. Lengths in millimetres, sizes in points. It knows no room and no guest.
"""

from __future__ import annotations

from dataclasses import dataclass

from checkin.paper import bidi
from checkin.paper.colours import ACCENT, INK, LINE, QUIET_INK
from checkin.paper.fitting import Fitted, Room
from checkin.paper.fonts import Weight
from checkin.paper.layout import Box
from checkin.paper.page import Page
from checkin.paper.placing import Drawn, put, report
from checkin.paper.press import Press
from checkin.paper.sheets import A4
from checkin.paper.sitters import Sitter, draw_sitters
from checkin.words import Words

WIDTH, HALF = A4[0], A4[1] / 2
NUMBER_SIZE, NUMBER_FLOOR = 300.0, 150.0
_MARGIN = 18.0
_FOLD_MARK = 6.0
_EDGE, _HEAD = 14.0, 16.0


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
    top = _EDGE + _HEAD
    people = Box(_EDGE, top, WIDTH - 2 * _EDGE, foot - top)
    return [*drawn, *asked, *draw_sitters(page, press, card.sitters, people, t)]

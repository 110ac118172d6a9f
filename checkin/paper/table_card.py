"""The card that stands on a table: a sheet of A4 folded once into a tent, the same words on both sides.

The upper half is printed upside down, so that both sides read from the fold down when the card stands. Lengths in
millimetres, sizes in points. It knows no room and no guest.
"""

from __future__ import annotations

from dataclasses import dataclass

from checkin.paper.colours import ACCENT, INK, LINE, QUIET_INK
from checkin.paper.fitting import Room
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


@dataclass(frozen=True, slots=True)
class TableCard:
    """What one card says; ``name`` is the table's own name, "" where it has none."""

    number: int
    name: str = ""


def draw_card(page: Page, press: Press, card: TableCard, event: str, t: Words) -> Drawn:
    """Draw both sides and the marks to fold by."""
    with page.at(WIDTH, HALF, turned=True):
        back = _draw_side(page, press, card, event, t)
    with page.at(0, HALF):
        _draw_side(page, press, card, event, t)
    page.rule(0, HALF, _FOLD_MARK, HALF, LINE)
    page.rule(WIDTH - _FOLD_MARK, HALF, WIDTH, HALF, LINE)
    return back


def _draw_side(page: Page, press: Press, card: TableCard, event: str, t: Words) -> Drawn:
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
    return report((word, number, name, title))

"""The card that stands at a place: folded once into a tent, the name on both sides.

Six to a sheet of A4. The upper half of each is printed upside down. Lengths in millimetres, sizes in points. It knows
no guest.
"""

from __future__ import annotations

from dataclasses import dataclass

from checkin.paper import names
from checkin.paper.colours import ACCENT, INK, LINE, QUIET_INK
from checkin.paper.fitting import Fitted, Room
from checkin.paper.fonts import Weight
from checkin.paper.page import Page
from checkin.paper.placing import Drawn, put, report
from checkin.paper.press import Press
from checkin.paper.sheets import A4, Sheet
from checkin.words import Words

TENTS = Sheet("place-cards", "", A4, (90.0, 92.0), 2, 3, (15.0, 10.5), (90.0, 92.0), cut=True)
"""Open, before they are folded in half."""

WIDTH, HALF = TENTS.label[0], TENTS.label[1] / 2
_EDGE, _FOOT = 6.0, 5.5
_AIR = 1.0
"""Between the name and the foot, where both need all their room."""

_FOLD_MARK = 3.0


@dataclass(frozen=True, slots=True)
class PlaceCard:
    """What one card says; every part but the name may be empty."""

    name: str
    given: str = ""
    family: str = ""
    company: str = ""
    table: int | None = None


def draw_place_card(page: Page, press: Press, card: PlaceCard, t: Words) -> Drawn:
    """Draw both sides, the upper left corner of the open card at the origin, and marks to fold by."""
    with page.at(WIDTH, HALF, turned=True):
        drawn = _draw_side(page, press, card, t)
    with page.at(0, HALF):
        _draw_side(page, press, card, t)
    page.rule(0, HALF, _FOLD_MARK, HALF, LINE)
    page.rule(WIDTH - _FOLD_MARK, HALF, WIDTH, HALF, LINE)
    return report(drawn)


def _draw_side(page: Page, press: Press, card: PlaceCard, t: Words) -> list[Fitted]:
    given, family = names.split(card.name, card.given, card.family)
    across, middle = WIDTH - 2 * _EDGE, WIDTH / 2
    room = HALF - 2 * _EDGE - _FOOT - _AIR
    first = press.fit(given, Room(across, room * (0.6 if family else 1.0), 40, 18), Weight.BOLD, names.shorter_still)
    rest = Room(across, room - first.height - 2, min(18, first.size * 0.6), 9)
    second = press.fit(family, rest, Weight.MEDIUM, names.shorter_still)
    gap = 2.0 if family else 0.0
    y = _EDGE + (room - first.height - gap - second.height) / 2
    put(page, first, middle, y, INK, 0.5)
    put(page, second, middle, y + first.height + gap, INK, 0.5)
    table = "" if card.table is None else t("Table {number}", number=card.table)
    number = press.fit(table, Room(across * 0.4, _FOOT, 11, 8, lines=1), Weight.BOLD)
    left = across - (number.width + 4 if table else 0)
    company = press.fit(card.company, Room(left, _FOOT, 9.5, 7), Weight.REGULAR)
    foot = HALF - _EDGE
    put(page, company, _EDGE, foot - company.height, QUIET_INK)
    put(page, number, WIDTH - _EDGE, foot - number.height, ACCENT, 1.0)
    return [first, second, company, number]

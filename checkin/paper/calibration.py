"""The page that says how far off a printer is: two crosses with rulers, and what to measure.

Lengths in millimetres, sizes in points. What follows from the readings is ``adjusting.py``'s.
"""

from __future__ import annotations

from checkin.paper.adjusting import INSET, inset_of
from checkin.paper.colours import INK, QUIET_INK
from checkin.paper.fitting import Room
from checkin.paper.fonts import Weight
from checkin.paper.page import Page
from checkin.paper.placing import Drawn, put, report
from checkin.paper.press import Press
from checkin.words import Words

_ARM = 8.0


def draw_calibration(page: Page, press: Press, t: Words) -> Drawn:
    """Draw the crosses, the rulers and the words."""
    width, height = page.width, page.height
    inset = inset_of((width, height))
    arm = min(_ARM, inset - 1)
    for x, y in ((inset, inset), (width - inset, height - inset)):
        page.rule(x - arm, y, x + arm, y, INK, 0.4)
        page.rule(x, y - arm, x, y + arm, INK, 0.4)
    if inset < INSET:
        return _draw_briefly(page, press, inset, t)
    for at in range(10, int(width) - 9):
        page.rule(at, height / 2, at, height / 2 + (4 if at % 10 == 0 else 2.5 if at % 5 == 0 else 1.5), INK, 0.25)
    for at in range(40, int(height) - 39):
        page.rule(width / 2, at, width / 2 + (4 if at % 10 == 0 else 2.5 if at % 5 == 0 else 1.5), at, INK, 0.25)
    room = Room(width / 2 - 30, 12, 11, 8)
    texts = [press.fit(t("How exact is this printer?"), Room(width / 2 - 30, 14, 16, 11), Weight.BOLD)]
    texts += [press.fit(text, room, Weight.REGULAR) for text in _words(t)]
    y = 45.0
    for place, fitted in enumerate(texts):
        put(page, fitted, INSET, y, INK if place else QUIET_INK)
        y += fitted.height + 4
    return report(texts)


def _draw_briefly(page: Page, press: Press, inset: float, t: Words) -> Drawn:
    """What a label has room for: what each distance should be, in the middle between the crosses."""
    length = f"{inset:g}"
    said = t("Cross to edge, both ways: {length} mm", length=length)
    fitted = press.fit(said, Room(page.width - 2 * inset - 4, page.height * 0.4, 9, 5), Weight.REGULAR)
    put(page, fitted, page.width / 2, (page.height - fitted.height) / 2, INK, 0.5)
    return report([fitted])


def _words(t: Words) -> tuple[str, ...]:
    length = f"{INSET:g}"
    return (
        t("Print this page without scaling."),
        t("Measure with a ruler, in millimetres:"),
        t("1. from the upper cross to the left edge"),
        t("2. from the upper cross to the upper edge"),
        t("3. from the lower cross to the right edge"),
        t("4. from the lower cross to the lower edge"),
        t("Each should be {length}. Enter what you measured.", length=length),
    )

"""The back of a badge: what the guest offers and looks for, the evening's tables, a code that a telephone keeps.

Lengths in millimetres, sizes in points. It knows no guest and no sheet.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from checkin.paper.badge import Badge
from checkin.paper.colours import INK, LINE, QUIET_INK
from checkin.paper.designs import Design, Field
from checkin.paper.fitting import Fitted, Room
from checkin.paper.fonts import Weight
from checkin.paper.names import NameParts, split
from checkin.paper.page import Page
from checkin.paper.placing import Drawn, put, report
from checkin.paper.press import Press
from checkin.paper.qr import SMALLEST_MODULE
from checkin.paper.runs import clean
from checkin.paper.stacking import stacked
from checkin.paper.wrapping import Prose
from checkin.words import Words

_SIZE, _FIGURES, _FLOOR = 11.0, 9.0, 7.0
"""Of what is said, in points: at most, and of tables at least, on a label of 90 × 54; at all."""

_UNDER = 0.6
"""From a word to what is said under it, in millimetres."""

_MORE_AIR = 2.2
"""Between one text and the next word where there is room to spare, in millimetres on a label of 90 × 54."""


class _Said(NamedTuple):
    """A text under its word, and the smallest size of it, in points."""

    word: str
    text: str
    least: float


def draw_back(page: Page, press: Press, badge: Badge, size: tuple[float, float], design: Design, t: Words) -> Drawn:
    """Draw the back of a badge of that size, upper left corner at the origin."""
    width, height = size
    scale = min(max(min(width / 90, height / 54), 0.6), 1.6)
    margin = 5.0 * scale
    given, family = split(badge.name, badge.given, badge.family)
    whole = f"{given} {family}".strip()
    room = Room(width - 2 * margin, 6 * scale, 13 * scale, 8, lines=1)
    head = press.fit(whole, room, Weight.BOLD, NameParts(given, family))
    put(page, head, margin, margin, design.on_paper)
    top = margin + head.height + 2.0 * scale
    page.rule(margin, top, width - margin, top, LINE)
    top += 2.2 * scale
    side = min(30.0 * scale, height - top - margin + 3, width * 0.45)
    code = press.code(badge.contact) if badge.contact and Field.CONTACT in design.fields else None
    fits = code is not None and side / code.across >= SMALLEST_MODULE
    across = width - 2 * margin
    if code is not None and fits:
        page.code(code, width - margin - side + 1, height - margin - side + 1, side)
        across -= side
    drawn = [head, *_draw_words(page, press, badge, design, (margin, top, across, height - margin), scale, t)]
    unfit = bool(badge.contact) and Field.CONTACT in design.fields and not fits
    return report(drawn)._replace(uncoded=unfit)


def _draw_words(
    page: Page,
    press: Press,
    badge: Badge,
    design: Design,
    place: tuple[float, float, float, float],
    scale: float,
    t: Words,
) -> list[Fitted]:
    """What there is to say, each under its word, in type as large as all of it allows."""
    x, top, across, bottom = place
    said = [_Said(word, text, least) for word, text, least in _words(badge, design, scale, t) if text]
    gap = 1.6 * scale
    labels = [press.fit(one.word, Room(across, 3.2 * scale, 7.5 * scale, 6, lines=1), Weight.SEMIBOLD) for one in said]
    height = bottom - top - sum(label.height + _UNDER for label in labels) - gap * (len(said) - 1)
    rooms = press.once((*said, across, height, scale), lambda: _rooms(press, said, across, height, scale))
    texts = [_text(press, one, room) for one, room in zip(said, rooms, strict=True)]
    over = height - sum(fitted.height for fitted in texts)
    gap += min(max(over / max(len(said) - 1, 1), 0.0), _MORE_AIR * scale)
    for label, fitted in zip(labels, texts, strict=True):
        put(page, label, x, top, QUIET_INK)
        put(page, fitted, x, top + label.height + _UNDER, INK)
        top += label.height + _UNDER + fitted.height + gap
    return [*labels, *texts]


def _text(press: Press, one: _Said, room: Room) -> Fitted:
    fitted = press.fit(one.text, room, Weight.MEDIUM)
    if fitted.abbreviated:  # tall scripts need more than lines of Latin letters do
        fitted = press.fit(one.text, room._replace(floor=_FLOOR), Weight.MEDIUM)
    return fitted


def _words(badge: Badge, design: Design, scale: float, t: Words) -> Iterator[_Said]:
    """What a badge may say on its back; the numbers of tables stay large however long the rest is."""
    shown = design.fields
    yield _Said(t("I offer"), clean(badge.offers) if Field.OFFERS in shown else "", _FLOOR)
    yield _Said(t("I look for"), clean(badge.seeks) if Field.SEEKS in shown else "", _FLOOR)
    numbers = " · ".join(map(str, badge.rounds)) if Field.ROUNDS in shown else ""
    yield _Said(t("My tables, round by round"), numbers, max(_FIGURES * scale, _FLOOR))


def _rooms(press: Press, said: Sequence[_Said], width: float, height: float, scale: float) -> list[Room]:
    """A room for each text of a column that high."""
    proses = [Prose(one.text, lambda part: press.line(part, Weight.MEDIUM)) for one in said]
    return stacked(proses, (width, height), max(_SIZE * scale, _FLOOR), _FLOOR, [one.least for one in said])

"""The back of a badge: what the guest offers and looks for, the evening's tables, a code that a telephone keeps.

Lengths in millimetres, sizes in points. It knows no guest and no sheet.
"""

from __future__ import annotations

from checkin.paper.badge import Badge
from checkin.paper.colours import INK, LINE, QUIET_INK
from checkin.paper.designs import Design, Field
from checkin.paper.fitting import Fitted, Room
from checkin.paper.fonts import Weight
from checkin.paper.names import shorter_whole, split
from checkin.paper.page import Page
from checkin.paper.placing import Drawn, put, report
from checkin.paper.press import Press
from checkin.words import Words

SMALLEST_MODULE = 0.4
"""Of a contact's code, in millimetres: a telephone reads it across a table."""


def draw_back(page: Page, press: Press, badge: Badge, size: tuple[float, float], design: Design, t: Words) -> Drawn:
    """Draw the back of a badge of that size, upper left corner at the origin."""
    width, height = size
    scale = min(max(min(width / 90, height / 54), 0.6), 1.6)
    margin = 5.0 * scale
    given, family = split(badge.name, badge.given, badge.family)
    whole = f"{given} {family}".strip()
    head = press.fit(whole, Room(width - 2 * margin, 6 * scale, 13 * scale, 8, lines=1), Weight.BOLD, shorter_whole)
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
    """What there is to say, each under its word, in rooms of like height."""
    x, top, across, bottom = place
    said = [
        (t("I offer"), badge.offers if Field.OFFERS in design.fields else ""),
        (t("I look for"), badge.seeks if Field.SEEKS in design.fields else ""),
        (t("My tables, round by round"), " · ".join(map(str, badge.rounds)) if Field.ROUNDS in design.fields else ""),
    ]
    said = [(word, text) for word, text in said if text]
    if not said:
        return []
    gap, drawn = 1.6 * scale, []
    share = (bottom - top - gap * (len(said) - 1)) / len(said)
    for word, text in said:
        label = press.fit(word, Room(across, 3.2 * scale, 7.5 * scale, 6, lines=1), Weight.SEMIBOLD)
        put(page, label, x, top, QUIET_INK)
        room = Room(across, share - label.height - 0.6, 11 * scale, 7)
        fitted = press.fit(text, room, Weight.MEDIUM)
        put(page, fitted, x, top + label.height + 0.6, INK)
        drawn += [label, fitted]
        top += min(share, label.height + 0.6 + fitted.height) + gap
    return drawn

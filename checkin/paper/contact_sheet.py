"""Contact sheets: who sat at a table and how to reach them, with a code that a telephone keeps as a contact.

Only what the organizer has chosen to give is on it. Lengths in millimetres, sizes in points. It knows no guest.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from checkin.paper import names
from checkin.paper.colours import ACCENT, INK, LINE, QUIET_INK, Colour
from checkin.paper.fitting import Fitted, Room
from checkin.paper.fonts import Weight
from checkin.paper.page import Page
from checkin.paper.placing import Drawn, put, report
from checkin.paper.press import Press
from checkin.paper.sheets import A4

ROWS = 5
"""In each of two columns."""

MOST = 2 * ROWS
"""People on a sheet."""

_EDGE, _TOP, _BOTTOM, _BETWEEN = 16.0, 36.0, 20.0, 10.0
_WIDE = (A4[0] - 2 * _EDGE - _BETWEEN) / 2
_TALL = (A4[1] - _TOP - _BOTTOM) / ROWS
_CODE = 27.0
_RULE, _AIR = 5.0, 1.2
"""Where the line below somebody is, above the next one's name, and what stays free above it."""


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody to be reached.

    Attributes:
        lines: Company, role, handle and what else may be given, the most wanted first.
        code: What a telephone keeps, or "" for nothing.
        known: The name's parts, if they are known.
    """

    name: str
    lines: tuple[str, ...] = ()
    code: str = ""
    known: names.NameParts = names.UNDIVIDED


def draw_contacts(
    page: Page, press: Press, people: Sequence[Contact], title: str, event: str
) -> tuple[list[Drawn], Drawn]:
    """Draw at most ``MOST`` people on a sheet of A4; what became of each, and of the event's name."""
    head = press.fit(title, Room(_WIDE, 12, 22, 14, lines=1), Weight.BOLD)
    above = press.fit(event, Room(_WIDE, 8, 10, 8, lines=1), Weight.MEDIUM)
    put(page, head, _EDGE, 16, INK)
    put(page, above, A4[0] - _EDGE, 16 + head.ascent - above.ascent, ACCENT, 1.0)
    page.rule(_EDGE, 28, A4[0] - _EDGE, 28, LINE)
    drawn = []
    for at, contact in enumerate(people):
        column, row = divmod(at, ROWS)
        drawn.append(_draw_contact(page, press, contact, _EDGE + column * (_WIDE + _BETWEEN), _TOP + row * _TALL))
    return drawn, report((head, above))


def _draw_contact(page: Page, press: Press, contact: Contact, x: float, y: float) -> Drawn:
    code = press.code(contact.code) if contact.code else None
    across = _WIDE - (_CODE if code else 0)
    if code:
        page.code(code, x + _WIDE - _CODE + 1.5, y - 1.5, _CODE)
    room = Room(across, 11.5, 14, 9)
    texts: list[tuple[str, Room, Weight, Colour, float]] = [(contact.name, room, Weight.BOLD, INK, 1.8)]
    texts += [(line, Room(across, 8.6, 9.5, 7), Weight.REGULAR, QUIET_INK, 0.9) for line in contact.lines]
    drawn: list[Fitted] = []
    top, left_out = y, False
    for text, space, weight, fill, gap in texts:
        fitted = press.fit(text, space, weight, contact.known if not drawn else None)
        if top + fitted.height > y + _TALL - _RULE - _AIR:
            left_out = True
            break
        put(page, fitted, x, top, fill)
        top += fitted.height + gap
        drawn.append(fitted)
    page.rule(x, y + _TALL - _RULE, x + _WIDE, y + _TALL - _RULE, LINE)
    made = report(drawn)
    return Drawn(made.abbreviated or left_out, made.missing, uncoded=bool(contact.code) and code is None)

"""Contact sheets: who sat at a table and how to reach them, with a code that a telephone keeps as a contact.

Only what the organizer has chosen to give is on it. Lengths in millimetres, sizes in points. It knows no guest.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from checkin.paper import names
from checkin.paper.colours import ACCENT, INK, LINE, QUIET_INK
from checkin.paper.fitting import Room
from checkin.paper.fonts import Weight
from checkin.paper.page import Page
from checkin.paper.placing import Drawn, put, report
from checkin.paper.press import Press
from checkin.paper.qr import SMALLEST_MODULE
from checkin.paper.runs import clean
from checkin.paper.sheets import A4
from checkin.paper.stacking import stacked
from checkin.paper.wrapping import Prose

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

_SIZE, _FLOOR = 9.5, 7.0
"""Of what stands below a name: at most and at least."""

_UNDER, _BETWEEN_LINES, _SPARE = 1.8, 0.9, 0.35
"""From a name to what stands below it, between two texts there, and what a letter may reach above its line's height."""


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
    """Draw at most ``MOST`` people on a sheet of A4, half a column; what became of each, and of the event's name."""
    head = press.fit(title, Room(_WIDE, 12, 22, 14, lines=1), Weight.BOLD)
    above = press.fit(event, Room(_WIDE, 8, 10, 8, lines=1), Weight.MEDIUM)
    put(page, head, _EDGE, 16, INK)
    put(page, above, A4[0] - _EDGE, 16 + head.ascent - above.ascent, ACCENT, 1.0)
    page.rule(_EDGE, 28, A4[0] - _EDGE, 28, LINE)
    drawn = []
    rows = -(-len(people) // 2)
    for at, contact in enumerate(people):
        column, row = divmod(at, rows)
        drawn.append(_draw_contact(page, press, contact, _EDGE + column * (_WIDE + _BETWEEN), _TOP + row * _TALL))
    return drawn, report((head, above))


def _draw_contact(page: Page, press: Press, contact: Contact, x: float, y: float) -> Drawn:
    code = press.code(contact.code) if contact.code else None
    if code and _CODE / code.across < SMALLEST_MODULE:
        code = None
    across = _WIDE - (_CODE if code else 0)
    if code:
        page.code(code, x + _WIDE - _CODE + 1.5, y - 1.5, _CODE)
    name = press.fit(contact.name, Room(across, 11.5, 14, 9), Weight.BOLD, contact.known)
    put(page, name, x, y, INK)
    drawn, bottom = [name], y + _TALL - _RULE - _AIR
    top = y + name.height + _UNDER
    texts = [text for line in contact.lines if (text := clean(line))]
    left_out = False
    for text, room in zip(texts, _rooms(press, texts, across, bottom - top), strict=True):
        fitted = press.fit(text, room._replace(floor=_FLOOR), Weight.REGULAR)
        if top + fitted.height > bottom:
            left_out = True
            break
        put(page, fitted, x, top, QUIET_INK)
        top += fitted.height + _BETWEEN_LINES
        drawn.append(fitted)
    page.rule(x, y + _TALL - _RULE, x + _WIDE, y + _TALL - _RULE, LINE)
    made = report(drawn)
    return Drawn(made.abbreviated or left_out, made.missing, uncoded=bool(contact.code) and code is None)


def _rooms(press: Press, texts: Sequence[str], width: float, height: float) -> list[Room]:
    """A room for each text below a name, in what height there is."""
    free = height - _BETWEEN_LINES * max(len(texts) - 1, 0) - _SPARE * len(texts)
    return press.once(
        (*texts, width, free, "contact"),
        lambda: stacked([Prose(text, press.line) for text in texts], (width, free), _SIZE, _FLOOR),
    )

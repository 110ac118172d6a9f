"""A ticket: event, day, name and a code large enough for any camera, on A4 or on a page as tall as a phone.

Lengths in millimetres, sizes in points. It knows no guest and no address.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from checkin.paper import names
from checkin.paper.colours import ACCENT, INK, LINE, QUIET_INK, WHITE, Colour
from checkin.paper.fitting import Fitted, Room
from checkin.paper.fonts import Weight
from checkin.paper.page import Page
from checkin.paper.placing import Drawn, put, report
from checkin.paper.press import Press
from checkin.paper.sheets import A4


class TicketPaper(StrEnum):
    """How large a ticket is."""

    A4 = "a4"
    PHONE = "phone"


PHONE = (90.0, 160.0)
"""Nine to sixteen: a screen held upright."""


@dataclass(frozen=True, slots=True)
class Ticket:
    """What one ticket says.

    Attributes:
        lines: What stands below the name: company, kind of ticket.
        code: The text of the QR code, as the door knows it.
        known: The name's parts, if they are known.
    """

    name: str
    code: str
    lines: tuple[str, ...] = ()
    known: names.NameParts = names.UNDIVIDED


@dataclass(frozen=True, slots=True)
class Heading:
    """What all tickets of an event say: its name, when it is, and what to do with the ticket."""

    event: str
    day: str
    how: str


def paper_size(paper: TicketPaper) -> tuple[float, float]:
    """Width and height of a ticket."""
    return A4 if paper is TicketPaper.A4 else PHONE


def draw_ticket(page: Page, press: Press, ticket: Ticket, heading: Heading) -> tuple[Drawn, Drawn]:
    """Draw a ticket on a page of its own; on A4 it fills the upper half, above a line to fold by.

    Returns:
        What became of what is the guest's, and of the heading, which all tickets share.
    """
    tall = page.height if page.height < A4[1] else page.height / 2
    edge = 8.0 if page.width < A4[0] else 18.0
    band = 30.0 if page.width < A4[0] else 34.0
    across = page.width - 2 * edge
    page.rectangle(0, 0, page.width, band, ACCENT)
    title = press.fit(heading.event, Room(across, band - 17, 22, 11), Weight.BOLD)
    day = press.fit(heading.day, Room(across, 6, 11, 8, lines=1), Weight.MEDIUM)
    total = title.height + (2.5 + day.height if heading.day else 0)
    put(page, title, edge, (band - total) / 2, WHITE)
    put(page, day, edge, (band - total) / 2 + title.height + 2.5, WHITE)
    if page.width < A4[0]:
        drawn = _draw_upright(page, press, ticket, (edge, band, tall))
    else:
        drawn = _draw_beside(page, press, ticket, (edge, band, tall))
        page.rule(0, tall, 8, tall, LINE)
        page.rule(page.width - 8, tall, page.width, tall, LINE)
    how = press.fit(heading.how, Room(across, 8, 9.5, 7), Weight.REGULAR)
    put(page, how, edge, tall - edge / 2 - 3 - how.height, QUIET_INK)
    return report(drawn)._replace(uncoded=press.code(ticket.code) is None), report((title, day, how))


def _draw_upright(page: Page, press: Press, ticket: Ticket, place: tuple[float, float, float]) -> list[Fitted]:
    edge, top, _ = place
    across = page.width - 2 * edge
    side = 66.0
    _draw_code(page, press, ticket.code, (page.width - side) / 2, top + 2, side)
    return _draw_words(page, press, ticket, Room(across, 34, 24, 12), (edge, top + side + 5))


def _draw_beside(page: Page, press: Press, ticket: Ticket, place: tuple[float, float, float]) -> list[Fitted]:
    edge, top, _ = place
    side = 78.0
    _draw_code(page, press, ticket.code, page.width - edge - side + 6, top + 8, side)
    return _draw_words(page, press, ticket, Room(page.width - 2 * edge - side - 2, 34, 30, 14), (edge, top + 16))


def _draw_code(page: Page, press: Press, text: str, x: float, y: float, side: float) -> None:
    code = press.code(text)
    if code is not None:
        page.code(code, x, y, side)


def _draw_words(page: Page, press: Press, ticket: Ticket, room: Room, corner: tuple[float, float]) -> list[Fitted]:
    """Name, lines and the code in letters, one below the other."""
    x, y = corner
    spaced = "  ".join(ticket.code[at : at + 4] for at in range(0, len(ticket.code), 4))
    spelled = spaced if len(ticket.code) <= 24 else ticket.code[:40]
    texts: list[tuple[str, Room, Weight, Colour, float]] = [(ticket.name, room, Weight.BOLD, INK, 3.5)]
    texts += [(line, Room(room.width, 7, 11, 8), Weight.REGULAR, INK, 2.0) for line in ticket.lines]
    texts.append((spelled, Room(room.width, 5, 9, 5, lines=1), Weight.MEDIUM, QUIET_INK, 0.0))
    drawn: list[Fitted] = []
    for text, space, weight, fill, gap in texts:
        fitted = press.fit(text, space, weight, ticket.known if not drawn else None)
        put(page, fitted, x, y, fill)
        y += fitted.height + gap
        drawn.append(fitted)
    return drawn

"""Table cards, place cards, tickets and contact sheets as PDF files.

From values to bytes, like ``badges.py``; who sits where and what may be given away is the desk's business.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from checkin.paper.contact_sheet import MOST, Contact, draw_contacts
from checkin.paper.cutting import draw_cut_marks
from checkin.paper.pdf import Document
from checkin.paper.place_card import TENTS, PlaceCard, draw_place_card
from checkin.paper.placing import Drawn
from checkin.paper.press import Press
from checkin.paper.printed import Printed, Told, finished
from checkin.paper.sheets import A4, places
from checkin.paper.table_card import TableCard, draw_card
from checkin.paper.ticket import Heading, Ticket, TicketPaper, draw_ticket, paper_size
from checkin.words import Words


def table_cards_pdf(
    cards: Sequence[TableCard],
    *,
    event_name: str,
    t: Words,
    press: Press | None = None,
    told: Told | None = None,
    first: int | None = None,
) -> Printed:
    """One card a table, in their order: A4, folded once into a tent.

    Args:
        cards: What they say.
        event_name: Printed small on each.
        t: The language of the few words on a card.
        press: Fonts kept warm from an earlier print.
        told: Hears of every finished page; what it raises stops the work, and nothing is kept.
        first: Draw only so many pages; the rest are counted.
    """
    press = press or Press()
    document = Document(t("Table cards · {event}", event=event_name), t.language)
    drawn, heading = [], []
    for card in cards[:first]:
        page = document.page(*A4)
        made, title = draw_card(page, press, card, event_name, t)
        drawn.append((t("table {number}", number=card.number), made))
        heading.append(title)
        document.add(page)
        if told:
            told(len(drawn), len(cards))
    return finished(document, drawn, event=event_name, heading=heading, items=len(cards), pages=len(cards))


def place_cards_pdf(
    cards: Sequence[PlaceCard],
    *,
    event_name: str,
    t: Words,
    press: Press | None = None,
    told: Told | None = None,
    first: int | None = None,
) -> Printed:
    """One card a guest, in their order: six tents to a sheet of A4, to be cut out and folded.

    Args:
        cards: What they say.
        event_name: Of the file.
        t: The language of the word for a table.
        press: Fonts kept warm from an earlier print.
        told: Hears of every finished page; what it raises stops the work, and nothing is kept.
        first: Draw only so many pages; the rest are counted.
    """
    press = press or Press()
    document = Document(t("Place cards · {event}", event=event_name), t.language)
    drawn: list[tuple[str, Drawn]] = []
    shown = cards if first is None else cards[: first * TENTS.labels]
    for _, row in groupby(places(TENTS, len(shown)), key=lambda place: place.page):
        page = document.page(*TENTS.page)
        draw_cut_marks(page, TENTS)
        for place in row:
            card = cards[len(drawn)]
            with page.at(place.x, place.y):
                drawn.append((card.name, draw_place_card(page, press, card, t)))
        document.add(page)
        if told:
            told(len(drawn), len(cards))
    return finished(document, drawn, items=len(cards), pages=-(-len(cards) // TENTS.labels))


def tickets_pdf(
    tickets: Sequence[Ticket],
    heading: Heading,
    paper: TicketPaper,
    *,
    t: Words,
    press: Press | None = None,
    told: Told | None = None,
    first: int | None = None,
) -> Printed:
    """One ticket a page, in their order.

    Args:
        tickets: What they say.
        heading: What all of them say.
        paper: A4, or as tall as a phone.
        t: The language of the file's title.
        press: Fonts and codes kept warm from an earlier print.
        told: Hears of every finished page; what it raises stops the work, and nothing is kept.
        first: Draw only so many pages; the rest are counted.
    """
    press = press or Press()
    press.expect(len(tickets[:first]))
    document = Document(t("Tickets · {event}", event=heading.event), t.language)
    drawn, titles = [], []
    for ticket in tickets[:first]:
        page = document.page(*paper_size(paper))
        made, title = draw_ticket(page, press, ticket, heading)
        drawn.append((ticket.name, made))
        titles.append(title)
        document.add(page)
        if told:
            told(len(drawn), len(tickets))
    return finished(document, drawn, event=heading.event, heading=titles, items=len(tickets), pages=len(tickets))


def contacts_pdf(
    tables: Mapping[int, Sequence[Contact]],
    *,
    event_name: str,
    t: Words,
    press: Press | None = None,
    told: Told | None = None,
    first: int | None = None,
) -> Printed:
    """Who sat at each table and how to reach them, a sheet of A4 a table, or two.

    Args:
        tables: The people by the table's number.
        event_name: Printed small on each.
        t: The language of the word for a table.
        press: Fonts and codes kept warm from an earlier print.
        told: Hears of every finished page; what it raises stops the work, and nothing is kept.
        first: Draw only so many pages; the rest are counted.
    """
    press = press or Press()
    document = Document(t("Contacts · {event}", event=event_name), t.language)
    drawn, heading = [], []
    sheets = [
        (t("Table {number}", number=number) + part, some)
        for number, people in tables.items()
        for part, some in _sheets(people)
    ]
    for title, some in sheets[:first]:
        page = document.page(*A4)
        made, head = draw_contacts(page, press, some, title, event_name)
        drawn += [(one.name, became) for one, became in zip(some, made, strict=True)]
        heading.append(head)
        document.add(page)
        if told:
            told(len(heading), len(sheets))
    items = sum(map(len, tables.values()))
    return finished(document, drawn, event=event_name, heading=heading, items=items, pages=len(sheets))


def _sheets(people: Sequence[Contact]) -> Iterator[tuple[str, Sequence[Contact]]]:
    """People shared out over as few sheets as hold them, each with which of how many it is where one is not enough."""
    sheets = -(-len(people) // MOST)
    each = -(-len(people) // max(sheets, 1))
    for at in range(sheets):
        yield f" · {at + 1}/{sheets}" if sheets > 1 else "", people[at * each : (at + 1) * each]

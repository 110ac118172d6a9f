"""Tickets and place cards: long companies go over two lines, and nothing stands on anything."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from checkin.paper.place_card import PlaceCard, draw_place_card
from checkin.paper.press import Press
from checkin.paper.ticket import Heading, Ticket, TicketPaper, draw_ticket, paper_size
from checkin.words import Words
from tests.paper.names_of_the_world import mixed
from tests.paper.watching import Watched

HOUSE = "Federación de Cooperativas de Trabajo Asociado de la Comunitat Valenciana"
HEADING = Heading(
    "Comida networking de noviembre", "Sábado", "Enseña este código en la puerta, en papel o en el teléfono."
)
CODE = "BCDFGHJKLNPRSTVXBCDF"
PRESS = Press()


def test_a_long_company_is_whole_on_a_ticket_and_on_a_place_card() -> None:
    for paper in TicketPaper:
        page = Watched(*paper_size(paper))
        drawn, _ = draw_ticket(page, PRESS, Ticket("Ana Gil", CODE, (HOUSE, "General")), HEADING)
        assert not drawn.abbreviated
    card = PlaceCard("Ana Gil", company=HOUSE, table=12)
    assert not draw_place_card(Watched(90, 92), PRESS, card, Words("es")).abbreviated


@given(name=mixed, company=mixed, paper=st.sampled_from(TicketPaper))
@settings(max_examples=60, deadline=None)
def test_no_line_of_a_ticket_stands_on_another(name: str, company: str, paper: TicketPaper) -> None:
    page = Watched(*paper_size(paper))
    draw_ticket(page, PRESS, Ticket(name, CODE, (company, "General")), HEADING)
    for one, other in combinations([mark.box for mark in page.marks if mark.kind in {"text", "code"}], 2):
        assert not one.meets(other)

"""Long offers and wishes on the backs of badges: they get what room there is before anything is shortened."""

from __future__ import annotations

from dataclasses import replace

from checkin.paper.badge_back import draw_back
from checkin.paper.designs import Design
from checkin.paper.press import Press
from checkin.words import Words
from tests.paper.test_long_texts import GUEST, OFFER, USUAL, WISH
from tests.paper.watching import Watched

ENGLISH = Words("en")


def test_a_back_gives_its_texts_as_many_lines_as_there_is_room_for(press: Press) -> None:
    page = Watched(*USUAL)
    made = draw_back(page, press, GUEST, USUAL, Design(), ENGLISH)
    assert not made.abbreviated
    assert OFFER in page.said()
    assert WISH in page.said()
    assert len(page.texts()) >= 1 + 2 * 3 + 3
    assert all(mark.box.bottom <= USUAL[1] - 4 for mark in page.texts())


def test_on_a_back_the_tables_stay_large_however_long_the_texts_are(press: Press) -> None:
    page = Watched(*USUAL)
    made = draw_back(page, press, replace(GUEST, offers=OFFER * 3, seeks=WISH * 3), USUAL, Design(), ENGLISH)
    sizes = {mark.said: mark.size for mark in page.texts()}
    assert made.abbreviated
    assert sizes["7 · 3 · 12"] >= 9
    assert all(mark.box.bottom <= USUAL[1] - 4 for mark in page.texts())


def test_what_is_said_on_a_back_is_in_type_of_one_size(press: Press) -> None:
    for seeks in ("Productores de alimentos que quieran medir su cadena de frío", "Pan", WISH):
        page = Watched(*USUAL)
        draw_back(
            page,
            press,
            replace(GUEST, offers="Mapas interactivos para ayuntamientos y comarcas", seeks=seeks),
            USUAL,
            Design(),
            ENGLISH,
        )
        small = ("I offer", "I look for", "My tables", "Begoña", "7")
        sizes = [mark.size for mark in page.texts() if not mark.said.startswith(small)]
        assert max(sizes) - min(sizes) <= max(sizes) * 0.035


def test_a_word_stands_closer_to_what_it_is_about_than_to_what_is_above_it(press: Press) -> None:
    page = Watched(*USUAL)
    short = replace(GUEST, offers="Mapas interactivos", seeks="Productores de alimentos")
    draw_back(page, press, short, USUAL, Design(), ENGLISH)
    marks = page.texts()
    for at, mark in enumerate(marks):
        if mark.said.startswith(("I look for", "My tables")):
            above = max(other.box.bottom for other in marks if other.box.bottom <= mark.box.y)
            below = min(other.box.y for other in marks[at + 1 :] if other.box.y >= mark.box.bottom)
            assert mark.box.y - above > 2 * (below - mark.box.bottom)

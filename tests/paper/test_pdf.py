"""The file: readable, searchable, complete, and the same every time."""

from __future__ import annotations

import re

import pytest
from pytestqt.qtbot import QtBot

from checkin.paper.colours import INK, WHITE, colour
from checkin.paper.fonts import Weight
from checkin.paper.pdf import Document
from checkin.paper.press import Press
from checkin.paper.runs import clean
from tests.paper.names_of_the_world import NAMES
from tests.paper.reading import Reader, streams

pytestmark = pytest.mark.usefixtures("qapp")


def printed(press: Press, *texts: str) -> bytes:
    document = Document("Title", "es")
    page = document.page(210, 297)
    for place, text in enumerate(texts):
        page.text(press.line(text, Weight.BOLD), 20, 20 + 10 * place, 18, INK)
    document.add(page)
    return document.finish()


@pytest.mark.parametrize("name", NAMES)
def test_the_text_of_every_script_can_be_searched_and_copied(name: str, press: Press) -> None:
    assert Reader(printed(press, name)).lines() == [clean(name)]


def test_text_of_many_scripts_on_one_page_keeps_its_order(press: Press) -> None:
    assert Reader(printed(press, *NAMES)).lines() == [clean(name) for name in NAMES]


def test_every_font_is_in_the_file_and_no_other_is_named(press: Press) -> None:
    pdf = printed(press, *NAMES)
    fonts = re.findall(rb"/FontName /([A-Z]{6}\+[A-Za-z-]+)", pdf)
    named = re.findall(rb"/BaseFont /([A-Za-z+-]+)", pdf)
    assert fonts
    assert set(named) == set(fonts)
    assert pdf.count(b"/FontFile2") == len(fonts)


def test_the_same_drawing_gives_the_same_bytes_whatever_was_printed_before() -> None:
    first, second = Press(), Press()
    printed(second, "Something else", "黄磊")
    assert printed(first, *NAMES) == printed(second, *NAMES)


def test_viewers_are_told_not_to_scale(press: Press) -> None:
    assert b"/PrintScaling /None" in printed(press, "Ana")


def test_a_rectangle_is_where_it_was_asked_for(press: Press) -> None:
    document = Document("Title", "es")
    page = document.page(100, 60)
    page.rectangle(0, 0, 100, 60, WHITE)
    page.rectangle(10, 20, 30, 15, colour("#000000"))
    document.add(page)
    del press
    picture = Reader(document.finish()).picture(0, 508)
    dots = 20
    for x, y, black in (
        (10.1, 20.1, True),
        (9.9, 20.1, False),
        (10.1, 19.9, False),
        (39.9, 34.9, True),
        (40.1, 35.1, False),
    ):
        assert (picture.pixelColor(round(x * dots), round(y * dots)).lightness() < 128) is black


def test_what_is_drawn_upside_down_is_the_same_turned_by_half(press: Press) -> None:
    document = Document("Title", "es")
    page = document.page(100, 60)
    with page.at(100, 60, turned=True):
        page.rectangle(10, 20, 30, 15, colour("#000000"))
    document.add(page)
    del press
    picture = Reader(document.finish()).picture(0, 254)
    assert picture.pixelColor(round(89.5 * 10), round(39.5 * 10)).lightness() < 128
    assert picture.pixelColor(round(10.5 * 10), round(20.5 * 10)).lightness() > 128


def test_a_repeated_drawing_is_in_the_file_once(press: Press) -> None:
    document = Document("Title", "es")
    stamped = document.page(90, 54)
    stamped.text(press.line("Comida"), 5, 10, 8, INK)
    stamp = document.stamp(stamped)
    for _ in range(3):
        page = document.page(210, 297)
        with page.at(15, 13.5):
            page.repeat(stamp)
        document.add(page)
    pdf = document.finish()
    assert Reader(pdf).lines(2) == ["Comida"]
    assert sum(b" Tf " in stream for stream in streams(pdf)) == 1


def test_a_code_has_no_grey_edge_and_its_quiet_zone(press: Press, qtbot: QtBot) -> None:
    del qtbot
    code = press.code("BCDFGHJKLNPRSTVXBCDF")
    assert code is not None
    document = Document("Title", "es")
    page = document.page(40, 40)
    page.rectangle(0, 0, 40, 40, colour("#000000"))
    page.code(code, 5, 5, 27)
    document.add(page)
    reader = Reader(document.finish())
    for dpi in (203, 300):
        picture = reader.picture(0, dpi)
        dots = dpi / 25.4
        inside = [
            picture.pixelColor(x, y).lightness()
            for x in range(round(6 * dots), round(31 * dots))
            for y in range(round(6 * dots), round(31 * dots))
        ]
        assert sum(20 < shade < 235 for shade in inside) <= 0.005 * len(inside)
        assert reader.codes(0, dpi) == ["BCDFGHJKLNPRSTVXBCDF"]

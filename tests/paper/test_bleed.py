"""Sheets for a print shop: colour over every label's edges, marks to cut by, and nobody's colour on another's label."""

from __future__ import annotations

import pytest

from checkin.badges import Badge, Design, Stock, badges_pdf
from checkin.errors import WrongCall
from checkin.paper.cutting import AROUND
from checkin.words import Words
from tests.paper.reading import Reader

pytestmark = pytest.mark.usefixtures("qapp")

CODES = ["BCDFGHJKLNPRSTVXBC" + letter + "D" for letter in "BCDFGHJKLN"]
BADGES = [Badge("Ana Gil", company="Marea", table=7, code=code) for code in CODES]
BLEED = 3.0


def sheet(name: str, *, duplex: bool = False) -> Reader:
    stock = Stock(name, bleed=BLEED, duplex=duplex)
    return Reader(badges_pdf(BADGES, stock, event_name="E", t=Words("en"), design=Design("band", "#8A1538")).pdf)


def test_a_full_sheet_has_its_colour_over_the_edges_of_every_label_and_no_further() -> None:
    read = sheet("a4-2x5")
    assert read.document.pageCount() == 1
    size = read.document.pagePointSize(0)
    assert (size.width() / 72 * 25.4, size.height() / 72 * 25.4) == pytest.approx((206, 314), abs=0.05)
    picture = read.picture(0, 254)

    def dark(x: float, y: float) -> bool:
        return picture.pixelColor(round(x * 10), round(y * 10)).lightness() < 150

    for column in range(2):
        for row in range(5):
            left, top = AROUND + BLEED + column * 96, AROUND + BLEED + row * 60
            assert dark(left - 2.5, top + 2)
            assert dark(left + 92.5, top + 2)
            assert dark(left + 20, top - 2.5)
            assert not dark(left + 20, top - 3.5), "that is the label above"
            assert not dark(left - 2.5, top + 53)
    assert read.codes(0, 203) == sorted(CODES)


def test_marks_stand_in_the_margin_at_both_edges_of_every_row_and_column() -> None:
    picture = sheet("a4-2x5").picture(0, 508)

    def marked(x: float, y: float) -> bool:
        near = range(-2, 3)
        return any(
            picture.pixelColor(round(x * 20) + a, round(y * 20) + b).lightness() < 200 for a in near for b in near
        )

    edge = AROUND + BLEED
    for x in (edge, edge + 90, edge + 96, edge + 186):
        assert marked(x, 3.5)
        assert marked(x, 314 - 3.5)
        assert not marked(x, AROUND - 0.5), "clear of the bleed"
    for y in [edge + row * 60 + side for row in range(5) for side in (0, 54)]:
        assert marked(3.5, y)
        assert marked(206 - 3.5, y)
    assert not marked(edge + 45, 3.5)


def test_backs_lie_behind_their_fronts() -> None:
    read = sheet("a4-2x5", duplex=True)
    assert read.document.pageCount() == 2
    assert read.document.pagePointSize(0) == read.document.pagePointSize(1)


def test_folded_badges_have_no_bleed() -> None:
    with pytest.raises(WrongCall):
        sheet("a4-fold")

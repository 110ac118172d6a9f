"""Folded badges say where to fold them, and sheets to be cut where to cut them."""

from __future__ import annotations

import pytest

from checkin.badges import Badge, Stock, badges_pdf
from checkin.paper.cutting import draw_cut_marks, draw_fold_marks
from checkin.paper.place_card import TENTS
from checkin.paper.press import Press
from checkin.paper.sheets import SHEETS, Sheet, places, sheet_named
from checkin.words import Words
from tests.paper.watching import Watched


@pytest.mark.parametrize("sheet", [sheet for sheet in SHEETS.values() if sheet.fold], ids=lambda sheet: sheet.name)
def test_every_folded_label_has_a_tick_at_both_ends_of_its_fold(sheet: Sheet) -> None:
    page = Watched(*sheet.page)
    draw_fold_marks(page, sheet)
    ticks = [mark.box for mark in page.marks]
    for place in places(sheet, sheet.labels):
        fold = place.y + sheet.face[1]
        near = [tick for tick in ticks if abs(tick.y + tick.height / 2 - fold) < 0.2]
        for edge in (place.x, place.x + sheet.label[0]):
            assert any(abs(tick.x - edge) < 3 or abs(tick.right - edge) < 3 for tick in near)
    assert all(tick.width < 5 and tick.x + 0.1 >= 0 and tick.right <= sheet.page[0] + 0.1 for tick in ticks)


def test_a_tick_in_the_margin_stands_off_the_label() -> None:
    sheet = sheet_named("a4-fold")
    page = Watched(*sheet.page)
    draw_fold_marks(page, sheet)
    assert any(mark.box.right < sheet.first[0] - 1 for mark in page.marks)


def test_folded_sheets_have_ticks_unless_no_marks_are_wanted(press: Press) -> None:
    with_, without = (
        badges_pdf(
            [Badge("Ana Gil")], Stock("a4-fold", marks=marks), event_name="Lunch", t=Words("en"), press=press
        ).pdf
        for marks in (True, False)
    )
    assert len(with_) > len(without)


@pytest.mark.parametrize(
    "sheet", [*(sheet for sheet in SHEETS.values() if sheet.cut), TENTS], ids=lambda sheet: sheet.name
)
def test_every_line_to_cut_along_has_marks_on_both_sides_where_a_printer_prints(sheet: Sheet) -> None:
    page = Watched(*sheet.page)
    draw_cut_marks(page, sheet)
    inked = 5.0
    wide, high = sheet.page
    spots = list(places(sheet, sheet.labels))
    for x in {edge for spot in spots for edge in (spot.x, spot.x + sheet.label[0])} - {0.0, wide}:
        on_it = [mark.box for mark in page.marks if mark.box.width < 1 and abs(mark.box.x + 0.1 - x) < 0.2]
        assert any(box.y < high * 0.2 and box.bottom > inked + 3 for box in on_it)
        assert any(box.bottom > high * 0.8 and box.y < high - inked - 3 for box in on_it)
    for y in {edge for spot in spots for edge in (spot.y, spot.y + sheet.label[1])} - {0.0, high}:
        on_it = [mark.box for mark in page.marks if mark.box.height < 1 and abs(mark.box.y + 0.1 - y) < 0.2]
        assert any(box.x < wide * 0.2 and box.right > inked + 3 for box in on_it)
        assert any(box.right > wide * 0.8 and box.x < wide - inked - 3 for box in on_it)
    assert all(mark.box.x > -0.2 and mark.box.right < wide + 0.2 for mark in page.marks)

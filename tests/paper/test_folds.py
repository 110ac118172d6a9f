"""Folded badges say where to fold them."""

from __future__ import annotations

import pytest

from checkin.badges import Badge, Stock, badges_pdf
from checkin.paper.cutting import draw_fold_marks
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

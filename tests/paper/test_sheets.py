"""Where labels are."""

from __future__ import annotations

import pytest

from checkin.errors import WrongCall
from checkin.paper.sheets import SHEETS, Sheet, places, sheet_named


@pytest.mark.parametrize("sheet", SHEETS.values(), ids=SHEETS)
def test_every_label_is_on_the_paper_and_none_covers_another(sheet: Sheet) -> None:
    spots = list(places(sheet, sheet.labels))
    width, height = sheet.label
    for spot in spots:
        assert 0 <= spot.x <= sheet.page[0] - width + 0.001
        assert 0 <= spot.y <= sheet.page[1] - height + 0.001
    for one in spots:
        for other in spots:
            if one is not other:
                assert abs(one.x - other.x) >= width - 0.001 or abs(one.y - other.y) >= height - 0.001


def test_labels_go_along_the_rows() -> None:
    spots = [(spot.slot, spot.x, spot.y) for spot in places(sheet_named("a4-2x5"), 3)]
    assert spots == [(1, 15.0, 13.5), (2, 105.0, 13.5), (3, 15.0, 67.5)]


def test_a_begun_sheet_goes_on_where_it_stopped() -> None:
    spots = list(places(sheet_named("a4-2x5"), 4, start=9))
    assert [(spot.page, spot.slot) for spot in spots] == [(0, 9), (0, 10), (1, 1), (1, 2)]


@pytest.mark.parametrize("start", [0, 11, -1])
def test_a_label_that_the_sheet_has_not_is_refused(start: int) -> None:
    with pytest.raises(WrongCall):
        list(places(sheet_named("a4-2x5"), 1, start=start))


def test_a_sheet_that_nobody_knows_is_refused_by_its_name() -> None:
    with pytest.raises(WrongCall) as refused:
        sheet_named("a3")
    assert refused.value.value == "a3"

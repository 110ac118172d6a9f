"""Boxes on a label of any size."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.paper.layout import Box, Layout, layout
from checkin.paper.sheets import SHEETS, Sheet


def boxes(plan: Layout) -> list[Box]:
    return [box for box in (plan.event, plan.name, plan.details, plan.table, plan.plate) if box and box.height]


@given(st.floats(70, 160), st.floats(28, 160), st.integers(0, 4), st.booleans(), st.booleans())
def test_no_box_covers_another_and_all_are_on_the_label(
    width: float, height: float, lines: int, code: bool, table: bool
) -> None:
    plan = layout(width, height, lines=lines, code=code, table=table)
    for one, other in combinations(boxes(plan), 2):
        assert not one.meets(other)
    for box in boxes(plan):
        assert box.width > 0
        assert box.x >= 0
        assert box.y >= 0
        assert box.right <= width + 0.001
        assert box.bottom <= height + 0.001


@pytest.mark.parametrize("sheet", SHEETS.values(), ids=SHEETS)
def test_every_label_has_room_for_a_name_and_a_code_that_a_camera_reads(sheet: Sheet) -> None:
    plan = layout(*sheet.label, lines=4, code=True, table=True)
    assert plan.plate is not None
    assert plan.plate.width / 33 >= 0.55
    assert plan.name.width >= 30
    assert plan.name.height >= 7


def test_the_code_of_the_usual_badge_is_some_twenty_millimetres() -> None:
    plan = layout(90, 54, lines=3, code=True, table=True)
    assert plan.plate is not None
    assert 20 <= plan.plate.width * 25 / 33 <= 22

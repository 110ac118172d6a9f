"""Where things stand beside each other: what snaps, what is free, rows and lines; whatever is asked, nothing covers."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.ui.room.arrange.placing import (
    AISLE,
    STEP,
    Side,
    Slab,
    aligned,
    clear,
    distributed,
    free,
    in_rows,
    snap,
)
from checkin.ui.room.layout import Point

SLAB = st.builds(Slab, *[st.integers(-800, 800).map(float)] * 2, *[st.integers(60, 400).map(float)] * 2)
SLABS = st.lists(SLAB, min_size=2, max_size=8)
HERE = Point(0, 0)


def at(slabs: list[Slab], centres: list[Point]) -> list[Slab]:
    return [Slab(to.x, to.y, one.width, one.height) for one, to in zip(slabs, centres, strict=True)]


def apart(slabs: list[Slab]) -> bool:
    return not any(one.hits(other) for one, other in combinations(slabs, 2))


def test_with_nothing_near_the_grid_decides() -> None:
    snapped = snap([Slab(7, 7, 100, 100)], [], Point(30, 40), reach=9)
    assert (7 + snapped.by.x) % STEP == 0
    assert (7 + snapped.by.y) % STEP == 0
    assert snapped.guides == ()


@pytest.mark.parametrize(
    ("moved", "x"), [(Point(304, 500), 300), (Point(276, 500), 275), (Point(326, 500), 325), (Point(340, 500), 350)]
)
def test_centres_and_edges_draw_near_and_far_ones_do_not(moved: Point, x: float) -> None:
    snapped = snap([Slab(0, 0, 150, 100)], [Slab(300, 0, 100, 100)], moved, reach=9)
    assert snapped.by.x == x
    assert bool(snapped.guides) is (x != 350)


def test_a_line_is_as_long_as_what_lies_along_it() -> None:
    snapped = snap([Slab(0, 0, 100, 100)], [Slab(300, 0, 100, 100)], Point(301, 400), reach=9)
    (guide,) = (guide for guide in snapped.guides if guide.upright)
    assert (guide.at, guide.start, guide.end) == (300, -50, 450)


@given(st.lists(SLAB, min_size=1, max_size=3), st.lists(SLAB, max_size=12))
def test_a_free_place_covers_nothing(moving: list[Slab], others: list[Slab]) -> None:
    by = free(moving, others, HERE)
    if by is not None:
        assert clear(moving, others, by)
        assert by == HERE or not clear(moving, others, HERE)


def test_where_all_is_taken_there_is_no_free_place() -> None:
    assert free([Slab(0, 0, 100, 100)], [Slab(0, 0, 9000, 9000)], HERE) is None


@given(SLABS, st.integers(1, 5))
def test_rows_have_aisles_and_begin_where_the_tables_began(slabs: list[Slab], per_row: int) -> None:
    placed = at(slabs, in_rows(slabs, per_row))
    wider = [Slab(one.x, one.y, one.width + AISLE - 1, one.height + AISLE - 1) for one in placed]
    assert apart(wider)
    assert len({one.y for one in placed}) == -(-len(slabs) // per_row)


@given(SLABS, st.sampled_from(Side))
def test_aligned_tables_are_in_line_and_cover_nothing(slabs: list[Slab], side: Side) -> None:
    placed = at(slabs, aligned(slabs, side))
    upright = side in (Side.LEFT, Side.CENTRE, Side.RIGHT)
    edge = {Side.LEFT: 0, Side.TOP: 0, Side.CENTRE: 1, Side.MIDDLE: 1, Side.RIGHT: 2, Side.BOTTOM: 2}[side]
    assert len({round((one.columns if upright else one.lines)[edge], 6) for one in placed}) == 1
    assert apart(placed)


@given(SLABS, st.booleans())
def test_gaps_are_equal_and_the_first_stays(slabs: list[Slab], across: bool) -> None:
    placed = at(slabs, distributed(slabs, across=across))
    spans = sorted(((one.columns if across else one.lines) for one in placed), key=lambda span: span[1])
    gaps = [after[0] - before[2] for before, after in pairwise(spans)]
    assert max(gaps) - min(gaps) < 1e-6
    assert min(gaps) > -1e-6
    first = min(slabs, key=lambda one: one.x if across else one.y)
    assert spans[0][1] == pytest.approx(first.x if across else first.y)

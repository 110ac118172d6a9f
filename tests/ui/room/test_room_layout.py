"""Chairs and tables keep their distance, whatever the shape, the number and the window."""

from __future__ import annotations

import math
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from checkin.model import Shape
from checkin.ui.room.layout import CHAIR, GAP, Box, Heading, Outline, Point, outline, room, towards

CAPACITIES = st.integers(1, 40)
SHAPES = st.sampled_from(list(Shape))
OUTLINES = st.builds(outline, SHAPES, CAPACITIES)
ASPECTS = st.floats(0.4, 3.0)


def _distance(one: Point, other: Point) -> float:
    return math.hypot(one.x - other.x, one.y - other.y)


def _from_top(table: Outline, chair: Point) -> float:
    """The distance from a chair's centre to the table's surface."""
    if table.shape is Shape.ROUND:
        return math.hypot(chair.x, chair.y) - table.top.width / 2
    aside = max(0.0, abs(chair.x) - table.top.width / 2)
    return math.hypot(aside, max(0.0, abs(chair.y) - table.top.height / 2))


def _crowd(one: Point, box: Box, other: Point, other_box: Box) -> bool:
    """Whether two tables stand closer than they may."""
    across = (box.width + other_box.width) / 2 + GAP - abs(one.x - other.x)
    down = (box.height + other_box.height) / 2 + GAP - abs(one.y - other.y)
    return across > 0.01 and down > 0.01


@given(SHAPES, CAPACITIES)
def test_a_table_has_as_many_chairs_as_seats(shape: Shape, capacity: int) -> None:
    assert len(outline(shape, capacity).chairs) == capacity


@given(OUTLINES)
def test_no_two_chairs_touch(table: Outline) -> None:
    assert all(_distance(one, other) > CHAIR for one, other in combinations(table.chairs, 2))


@given(OUTLINES)
def test_no_chair_stands_on_the_table(table: Outline) -> None:
    assert all(_from_top(table, chair) > CHAIR / 2 for chair in table.chairs)


@given(OUTLINES)
def test_chairs_stay_inside_the_footprint(table: Outline) -> None:
    for chair in table.chairs:
        assert abs(chair.x) + CHAIR / 2 <= table.footprint.width / 2 + 0.01
        assert abs(chair.y) + CHAIR / 2 <= table.footprint.height / 2 + 0.01


@given(CAPACITIES)
def test_chairs_of_a_round_table_stand_at_even_angles(capacity: int) -> None:
    chairs = outline(Shape.ROUND, capacity).chairs
    gaps = [_distance(chairs[at], chairs[at - 1]) for at in range(capacity)]
    assert max(gaps) - min(gaps) < 0.01


def test_nobody_sits_at_the_ends_of_a_long_table() -> None:
    table = outline(Shape.LONG, 9)
    assert all(abs(chair.x) < table.top.width / 2 for chair in table.chairs)
    assert sum(chair.y < 0 for chair in table.chairs) == 5


def test_a_square_table_seats_people_on_all_four_sides() -> None:
    table = outline(Shape.SQUARE, 8)
    half = table.top.width / 2
    assert [
        sum(side)
        for side in zip(*((c.y < -half, c.x > half, c.y > half, c.x < -half) for c in table.chairs), strict=True)
    ] == [2, 2, 2, 2]


def test_a_table_without_chairs_is_a_table() -> None:
    assert all(outline(shape, 0).footprint.width > 0 for shape in Shape)


@given(st.lists(OUTLINES, min_size=1, max_size=30), ASPECTS)
def test_tables_without_a_place_keep_their_distance_and_stay_inside_the_walls(
    tables: list[Outline], aspect: float
) -> None:
    sizes = [table.footprint for table in tables]
    plan = room([None] * len(sizes), sizes, aspect)
    stands = list(zip(plan.centres, sizes, strict=True))
    assert not any(_crowd(*one, *other) for one, other in combinations(stands, 2))
    for centre, size in stands:
        assert plan.corner.x < centre.x - size.width / 2
        assert centre.x + size.width / 2 < plan.corner.x + plan.size.width
        assert plan.corner.y < centre.y - size.height / 2
        assert centre.y + size.height / 2 < plan.entrance.y


@given(st.integers(1, 110), ASPECTS)
def test_equal_tables_stand_in_columns(count: int, aspect: float) -> None:
    size = outline(Shape.ROUND, 10).footprint
    plan = room([None] * count, [size] * count, aspect)
    across = {round(centre.x, 3) for centre in plan.centres}
    down = {round(centre.y, 3) for centre in plan.centres}
    assert len(across) * (len(down) - 1) < count <= len(across) * len(down)


def test_a_wide_window_gets_more_columns_than_a_narrow_one() -> None:
    size = outline(Shape.ROUND, 10).footprint

    def columns(aspect: float) -> int:
        return len({round(centre.x, 3) for centre in room([None] * 24, [size] * 24, aspect).centres})

    assert columns(2.5) > columns(1.0) > columns(0.4)


@given(st.lists(OUTLINES, min_size=1, max_size=12), ASPECTS)
def test_a_table_that_was_placed_stays_where_it_is(tables: list[Outline], aspect: float) -> None:
    sizes = [table.footprint for table in tables]
    placed: list[Point | None] = [Point(500.0, 400.0), *[None] * (len(tables) - 1)]
    plan = room(placed, sizes, aspect)
    assert plan.centres[0] == Point(500.0, 400.0)
    stands = list(zip(plan.centres, sizes, strict=True))
    assert not any(_crowd(*one, *other) for one, other in combinations(stands, 2))
    assert all(at.y - size.height / 2 >= 400 + sizes[0].height / 2 + GAP - 0.01 for at, size in stands[1:])


def test_a_room_without_tables_still_has_an_entrance() -> None:
    plan = room([], [], 1.5)
    assert plan.centres == ()
    assert plan.corner.x < plan.entrance.x < plan.corner.x + plan.size.width


def test_the_next_table_in_a_direction_is_the_nearest_one_there() -> None:
    grid = [Point(x * 100.0, y * 100.0) for y in range(3) for x in range(4)]
    assert towards(grid, 5, Heading.RIGHT) == 6
    assert towards(grid, 5, Heading.LEFT) == 4
    assert towards(grid, 5, Heading.UP) == 1
    assert towards(grid, 5, Heading.DOWN) == 9


def test_at_the_wall_there_is_no_next_table() -> None:
    assert towards([Point(0, 0), Point(100, 0)], 1, Heading.RIGHT) == 1

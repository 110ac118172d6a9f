"""What is painted under and over tables while they are arranged: where it should be, and no oftener than needed."""

from __future__ import annotations

from itertools import product

import pytest
from PySide6.QtCore import QPoint, QPointF

from checkin.ui.room.arrange.floor import DOTS
from checkin.ui.room.arrange.overlay import Shadow
from tests.ui.room.conftest import Evening
from tests.ui.room.test_room_arrange import pick, plan

__all__ = ["plan"]

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


@pytest.mark.parametrize("closer", [1.0, 1.7, 2.6])
def test_a_dot_of_the_grid_is_at_every_metre_at_any_zoom(plan: Evening, closer: float) -> None:
    view, dots = plan.page.view, plan.page.scene.floor.dots
    view.zoom_by(closer)
    view.slide(QPoint(37, 11))
    port = view.viewport()
    seen, bare = port.grab().toImage(), 0
    columns = range(int(dots.area.left() // DOTS) + 1, int(dots.area.right() // DOTS))
    rows = range(int(dots.area.top() // DOTS) + 1, int(dots.area.bottom() // DOTS))
    for x, y in product(columns, rows):
        at = view.mapFromScene(QPointF(x * DOTS, y * DOTS))
        if port.rect().adjusted(9, 9, -9, -9).contains(at) and view.items(at) == [dots]:
            around = [at + QPoint(across, down) for across, down in product((-1, 0, 1), repeat=2)]
            assert max(seen.pixelColor(point).alpha() for point in around) > 100
            assert seen.pixelColor(at + QPoint(7, 7)).alpha() == 0
            bare += 1
    assert bare > 3


def test_a_shadow_is_painted_once_for_all_tables_of_a_size_however_far_they_are_dragged(
    plan: Evening, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[float] = []
    paint = Shadow._draw

    def count(shadow: Shadow, scale: float, ratio: float) -> object:
        drawn.append(scale)
        return paint(shadow, scale, ratio)

    monkeypatch.setattr(Shadow, "_draw", count)
    pick(plan, 1, 2, 3, 4)
    start = plan.on_table(2)
    plan.mouse.press(start)
    for step in range(1, 8):
        plan.mouse.go(start + QPoint(11 * step, 7 * step))
        plan.page.view.viewport().grab()
    assert drawn == [pytest.approx(plan.page.view.zoom)]
    plan.mouse.release(start + QPoint(77, 49))

"""A room that is larger than the view slides under what is dragged to the view's edge."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from checkin.changes import Kind
from checkin.ui.room.arrange.hand import Gesture
from tests.ui.room.conftest import Evening
from tests.ui.room.test_room_arrange import plan, seen, table

__all__ = ["plan"]

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


@pytest.fixture
def close_up(plan: Evening) -> Evening:
    """Table 1 seen from so near that most of the room lies beyond the right and lower edge."""
    view = plan.page.view
    view.zoom_by(3.0)
    corner = view.mapFromScene(plan.page.scene.tables[plan.table(1)].pos())
    view.slide(corner - view.viewport().rect().center() / 2)
    return plan


def edge(evening: Evening) -> QPoint:
    """A point by the right edge."""
    port = evening.page.view.viewport()
    return QPoint(port.width() - 6, port.height() // 2)


def test_a_table_held_at_the_edge_goes_on_with_the_room(close_up: Evening, qtbot: QtBot) -> None:
    view, hand, bar = close_up.page.view, close_up.page.arranging.hand, close_up.page.view.horizontalScrollBar()
    close_up.mouse.press(close_up.on_table(1))
    close_up.mouse.go(edge(close_up))
    there, before = seen(close_up, 1), bar.value()
    qtbot.waitUntil(lambda: bar.value() == bar.maximum())
    assert bar.value() > before
    assert hand.gesture is Gesture.TABLES
    assert seen(close_up, 1)[0] > there[0] + 20
    assert (close_up.on_table(1) - edge(close_up)).manhattanLength() < 30  # a guide line may draw it a little aside
    close_up.mouse.release(edge(close_up))
    close_up.settle()
    assert [change.kind for change in close_up.written] == [Kind.TABLES_PLACED]
    assert (table(close_up, 1).x, table(close_up, 1).y) == seen(close_up, 1)
    assert view.horizontalScrollBar().value() > before


def test_the_room_stands_still_once_a_table_was_let_go_or_put_back(close_up: Evening) -> None:
    bar = close_up.page.view.horizontalScrollBar()
    was = seen(close_up, 1)
    close_up.mouse.press(close_up.on_table(1))
    close_up.mouse.go(edge(close_up))
    QTest.keyClick(close_up.page.view, Qt.Key.Key_Escape)
    assert seen(close_up, 1) == was
    before = bar.value()
    QTest.qWait(200)
    assert bar.value() == before
    close_up.mouse.release(edge(close_up))
    close_up.settle()
    assert not close_up.written


def test_a_band_reaches_what_was_beyond_the_edge(close_up: Evening, qtbot: QtBot) -> None:
    port, bar = close_up.page.view.viewport(), close_up.page.view.horizontalScrollBar()
    close_up.page.view.slide(QPoint(-400, -200))
    lowest = QPoint(port.width() - 6, port.height() - 6)
    far = close_up.page.scene.tables[close_up.table(4)]
    assert not port.rect().contains(close_up.page.view.mapFromScene(far.pos()))
    close_up.mouse.press(QPoint(40, 40))
    close_up.mouse.go(lowest)
    qtbot.waitUntil(lambda: bar.value() == bar.maximum())
    close_up.mouse.release(lowest)
    assert close_up.table(4) in close_up.page.arranging.picked.tables


def test_a_room_that_is_seen_whole_does_not_slide(plan: Evening) -> None:
    view = plan.page.view
    before = view.mapToScene(QPoint(0, 0))
    plan.mouse.press(plan.on_table(1))
    plan.mouse.go(edge(plan))
    QTest.qWait(200)
    assert view.mapToScene(QPoint(0, 0)) == before
    plan.mouse.release(edge(plan))

"""The tables page under a real mouse, with a real desk behind it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from checkin.changes import Kind
from checkin.ui.room.picture import Mood
from tests.ui.room.conftest import CTRL, FULL, Evening, Hand

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")
"""What Qt's screen in memory says of every window that has a least size."""


def test_a_drag_moves_one_person_with_one_change(meal: Evening) -> None:
    meal.mouse.drag(meal.on_person("Jon Rey"), meal.on_table(2))
    meal.settle()
    assert [change.kind for change in meal.written] == [Kind.MOVED]
    assert meal.shown(1) == ["Ana Gil", "", "Iker Soto", "Noor Haddad"]
    assert meal.shown(2) == ["Pere Puig", "Elena Ruiz", "Jon Rey", ""]


def test_nothing_moves_in_the_picture_until_it_is_written(meal: Evening) -> None:
    meal.mouse.drag(meal.on_person("Jon Rey"), meal.on_table(2))
    assert meal.shown(1) == [*FULL]
    meal.settle()
    assert "Jon Rey" in meal.shown(2)


def test_a_full_table_refuses_with_a_sentence_and_nothing_moves(meal: Evening) -> None:
    start, end = meal.on_person("Pere Puig"), meal.on_table(1)
    meal.mouse.press(start)
    meal.mouse.go(end)
    assert meal.page.chip.isVisible()
    assert meal.page.chip.sentence == "Table 1: full"
    assert meal.page.scene.tables[meal.table(1)].look.mood is Mood.REFUSES
    assert meal.page.scene.tables[meal.table(3)].look.mood is Mood.ACCEPTS
    meal.mouse.release(end)
    meal.settle()
    assert not meal.written
    assert not meal.page.chip.isVisible()
    assert meal.page.scene.tables[meal.table(1)].look.mood is Mood.PLAIN
    assert meal.shown(1) == [*FULL]


def test_the_table_under_the_hand_says_that_it_fits(meal: Evening) -> None:
    meal.mouse.press(meal.on_person("Jon Rey"))
    meal.mouse.go(meal.on_table(3))
    assert meal.page.chip.sentence == "To table 3: fits"
    assert meal.page.scene.tables[meal.table(3)].look.mood is Mood.TARGET
    meal.mouse.release(meal.on_table(3))


def test_dropped_on_a_person_two_people_swap(meal: Evening) -> None:
    meal.mouse.drag(meal.on_person("Jon Rey"), meal.on_person("Hugo Gil"))
    meal.settle()
    assert [change.kind for change in meal.written] == [Kind.SWAPPED]
    assert meal.shown(1) == ["Ana Gil", "Hugo Gil", "Iker Soto", "Noor Haddad"]
    assert meal.shown(3)[:2] == ["Sofía Lema", "Jon Rey"]


def test_dropped_on_the_left_column_a_person_waits_again(meal: Evening) -> None:
    cards = meal.page.waiting.cards
    end = meal.across(meal.mouse.widget, cards, QPoint(30, 30))
    meal.mouse.drag(meal.on_person("Jon Rey"), end)
    meal.settle()
    assert [change.kind for change in meal.written] == [Kind.UNSEATED]
    assert meal.shown(1)[1] == ""
    assert set(cards.people.ids) == {meal.guest("Zoe Prat"), meal.guest("Jon Rey")}


def test_a_card_is_dragged_from_the_left_column_to_a_table(meal: Evening) -> None:
    cards = meal.page.waiting.cards
    hand = Hand(cards.viewport())
    end = meal.across(cards.viewport(), meal.mouse.widget, meal.on_table(4))
    hand.drag(meal.on_row(cards, "Zoe Prat"), end)
    meal.settle()
    assert [change.kind for change in meal.written] == [Kind.SEATED]
    assert meal.shown(4)[0] == "Zoe Prat"
    assert cards.people.ids == ()


def test_a_row_is_dragged_from_the_right_column_to_a_table(meal: Evening) -> None:
    meal.mouse.click(meal.on_table(1))
    rows = meal.page.seated.list
    end = meal.across(rows.viewport(), meal.mouse.widget, meal.on_table(4))
    Hand(rows.viewport()).drag(meal.on_row(rows, "Iker Soto"), end)
    meal.settle()
    assert meal.shown(4)[0] == "Iker Soto"


def test_people_picked_with_ctrl_move_together_in_one_change(meal: Evening) -> None:
    meal.mouse.click(meal.on_person("Ana Gil"))
    meal.mouse.click(meal.on_person("Elena Ruiz"), CTRL)
    meal.mouse.drag(meal.on_person("Ana Gil"), meal.on_table(4))
    meal.settle()
    assert len(meal.written) == 1
    assert meal.shown(4) == ["Ana Gil", "Elena Ruiz", "", ""]


def test_a_rubber_band_picks_everybody_inside(meal: Evening) -> None:
    room = meal.page.view.mapFromScene(meal.page.scene.sceneRect()).boundingRect()
    area = meal.page.scene.tables[meal.table(1)].sceneBoundingRect()
    meal.mouse.drag(room.topLeft() + QPoint(2, 2), meal.page.view.mapFromScene(area.bottomRight()))
    assert set(meal.page.marks.people) == {meal.guest(name) for name in FULL}
    assert not meal.written


def test_a_rubber_band_with_ctrl_adds_to_those_picked(meal: Evening) -> None:
    meal.mouse.click(meal.on_person("Pere Puig"))
    room = meal.page.view.mapFromScene(meal.page.scene.sceneRect()).boundingRect()
    area = meal.page.scene.tables[meal.table(1)].sceneBoundingRect()
    start, end = room.topLeft() + QPoint(2, 2), meal.page.view.mapFromScene(area.bottomRight())
    meal.mouse.press(start, CTRL)
    meal.mouse.go(end)
    meal.mouse.release(end, CTRL)
    assert set(meal.page.marks.people) == {meal.guest(name) for name in ("Pere Puig", *FULL)}


def test_a_click_on_the_floor_picks_nobody(meal: Evening) -> None:
    meal.mouse.click(meal.on_person("Pere Puig"))
    meal.mouse.click(meal.page.view.mapFromScene(meal.page.scene.sceneRect().topLeft()) + QPoint(3, 3))
    assert (meal.page.marks.people, meal.page.marks.table) == ((), None)


def test_a_group_larger_than_the_table_is_refused_as_a_whole(meal: Evening) -> None:
    for name in FULL[:3]:
        meal.mouse.click(meal.on_person(name), CTRL)
    meal.mouse.drag(meal.on_person("Ana Gil"), meal.on_table(2))
    meal.settle()
    assert not meal.written
    assert meal.shown(1) == [*FULL]


def test_undo_and_redo_restore_the_picture(meal: Evening) -> None:
    before = [meal.shown(number) for number in (1, 2, 3, 4)]
    meal.mouse.drag(meal.on_person("Jon Rey"), meal.on_table(2))
    meal.settle()
    after = [meal.shown(number) for number in (1, 2, 3, 4)]
    assert meal.page.header.undo.isEnabled()
    meal.page.header.undo.click()
    meal.settle()
    assert [meal.shown(number) for number in (1, 2, 3, 4)] == before
    meal.page.header.redo.click()
    meal.settle()
    assert [meal.shown(number) for number in (1, 2, 3, 4)] == after


def test_held_at_the_edge_of_a_room_that_is_too_large_a_person_makes_it_slide(meal: Evening, qtbot: QtBot) -> None:
    view = meal.page.view
    view.zoom_by(2.8, meal.on_person("Ana Gil"))
    edge = QPoint(view.viewport().width() - 5, view.viewport().height() // 2)
    meal.mouse.press(meal.on_person("Ana Gil"))
    meal.mouse.go(edge)
    before = view.mapToScene(QPoint(0, 0)).x()
    qtbot.waitUntil(lambda: view.mapToScene(QPoint(0, 0)).x() > before + 20)
    QTest.keyClick(view, Qt.Key.Key_Escape)


def test_a_click_on_a_person_at_the_edge_does_not_move_the_room(meal: Evening) -> None:
    view = meal.page.view
    view.zoom_by(2.8, meal.on_person("Ana Gil"))
    view.slide(meal.on_person("Ana Gil") - QPoint(4, 200))
    seen = view.mapToScene(QPoint(0, 0))
    meal.mouse.click(meal.on_person("Ana Gil"))
    assert meal.page.marks.people == (meal.guest("Ana Gil"),)
    assert view.mapToScene(QPoint(0, 0)) == seen


def test_the_wheel_zooms_with_the_point_under_the_mouse_staying_where_it_is(meal: Evening) -> None:
    view = meal.page.view
    view.zoom_by(2.0)
    at = QPoint(200, 150)
    under, before = view.mapToScene(at), view.zoom
    turned = QWheelEvent(
        QPointF(at), QPointF(view.viewport().mapToGlobal(at)), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, CTRL,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), turned)
    assert view.zoom > before
    assert (view.mapToScene(at) - under).manhattanLength() < 3


def test_the_middle_button_pulls_the_room_along(meal: Evening) -> None:
    view = meal.page.view
    view.zoom_by(2.5)
    held = view.mapToScene(QPoint(300, 300))
    QTest.mousePress(view.viewport(), Qt.MouseButton.MiddleButton, pos=QPoint(300, 300))
    QTest.mouseMove(view.viewport(), QPoint(260, 280))
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.MiddleButton, pos=QPoint(260, 280))
    there = view.mapToScene(QPoint(260, 280))
    assert (there - held).manhattanLength() < 2

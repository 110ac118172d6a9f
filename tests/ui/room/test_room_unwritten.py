"""What the hand has not written yet while the room is arranged: nothing that comes in between loses or misplaces it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from checkin.changes import Kind
from checkin.landmarks import Landmark, LandmarkKind, landmarks_of
from checkin.ui.room.arrange.picked import followed
from tests.ui.room.conftest import Evening
from tests.ui.room.test_room_arrange import pick, plan, seen, table

__all__ = ["plan"]

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

STAGE, BAR, DOOR = (Landmark(kind, 0.0, at, 100.0, 50.0) for at, kind in
                    enumerate((LandmarkKind.STAGE, LandmarkKind.BAR, LandmarkKind.DOOR)))  # fmt: skip


def later(plan: Evening) -> None:
    """Long enough for whatever rests to be written."""
    plan.settle()
    QTest.qWait(600)
    plan.settle()


def drop(plan: Evening, number: int) -> tuple[float, float]:
    """Drag a table somewhere; where it then stands."""
    plan.mouse.drag(plan.on_table(number), plan.on_table(number) + QPoint(40, 60))
    plan.settle()
    return seen(plan, number)


def test_undo_at_once_after_an_arrow_takes_the_arrow_back_and_no_more(plan: Evening) -> None:
    there = drop(plan, 4)
    pick(plan, 4)
    QTest.keyClick(plan.page.view, Qt.Key.Key_Right)
    plan.bridge.undo()
    later(plan)
    assert seen(plan, 4) == (table(plan, 4).x, table(plan, 4).y) == there
    plan.bridge.redo()
    later(plan)
    assert seen(plan, 4) == (there[0] + 25, there[1])


def test_the_very_first_arrow_can_be_undone_at_once_and_is_named(plan: Evening) -> None:
    undo = plan.page.header.undo
    for _ in range(20):
        plan.bridge.undo()
    plan.settle()
    plan.written.clear()
    assert not undo.isEnabled()
    before = seen(plan, 4)
    pick(plan, 4)
    QTest.keyClick(plan.page.view, Qt.Key.Key_Right)
    assert not plan.written
    assert undo.isEnabled()
    assert "Table 4 placed" in undo.toolTip()
    QTest.mouseClick(undo, Qt.MouseButton.LeftButton)
    later(plan)
    assert [change.of for change in plan.written] == [Kind.TABLES_PLACED, Kind.TABLES_PLACED]
    assert seen(plan, 4) == before
    assert not undo.isEnabled()
    assert plan.page.header.redo.isEnabled()


def test_an_arrow_there_and_back_leaves_undo_as_it_was(plan: Evening) -> None:
    told = plan.page.header.undo.toolTip()
    pick(plan, 4)
    for which in (Qt.Key.Key_Right, Qt.Key.Key_Left):
        QTest.keyClick(plan.page.view, which)
    assert plan.page.header.undo.toolTip() == told
    QTest.keyClick(plan.page.view, Qt.Key.Key_Right)
    assert plan.page.header.undo.toolTip() != told
    QTest.keyClick(plan.page.view, Qt.Key.Key_Escape)
    later(plan)
    assert plan.page.header.undo.toolTip() == told
    assert not plan.written


def test_seats_that_are_not_written_yet_are_named_by_undo(plan: Evening) -> None:
    undo = plan.page.header.undo
    pick(plan, 4)
    told = undo.toolTip()
    plan.page.arranging.panel.tables.seats.setValue(9)
    assert not plan.written
    assert "9" in undo.toolTip()
    later(plan)
    assert "9" in undo.toolTip()
    plan.bridge.undo()
    later(plan)
    assert undo.toolTip() == told
    plan.page.arranging.panel.tables.seats.setValue(99)
    plan.page.arranging.panel.tables.seats.setValue(4)
    assert undo.toolTip() == told


def test_undo_at_once_after_a_step_of_the_seats_takes_the_step_back(plan: Evening) -> None:
    there = drop(plan, 4)
    pick(plan, 4)
    plan.page.arranging.panel.tables.seats.setValue(9)
    plan.bridge.undo()
    later(plan)
    assert len(plan.shown(4)) == 4
    assert seen(plan, 4) == there


def test_leaving_at_once_after_an_arrow_keeps_what_it_moved(plan: Evening) -> None:
    pick(plan, 4)
    x, y = seen(plan, 4)
    QTest.keyClick(plan.page.view, Qt.Key.Key_Right)
    plan.page.bar.arrange.click()
    later(plan)
    assert [change.kind for change in plan.written] == [Kind.TABLES_PLACED]
    assert (table(plan, 4).x, table(plan, 4).y) == (x + 25, y)


def test_hiding_the_page_at_once_after_an_arrow_keeps_what_it_moved(plan: Evening) -> None:
    pick(plan, 4)
    x, y = seen(plan, 4)
    QTest.keyClick(plan.page.view, Qt.Key.Key_Right)
    plan.page.hide()
    later(plan)
    assert (table(plan, 4).x, table(plan, 4).y) == (x + 25, y)


def test_seats_go_to_the_table_they_were_set_for_whatever_is_picked_next(plan: Evening) -> None:
    pick(plan, 3)
    plan.page.arranging.panel.tables.seats.setValue(6)
    plan.mouse.click(plan.on_table(4))
    later(plan)
    assert (len(plan.shown(3)), len(plan.shown(4))) == (6, 4)


def test_seats_of_a_table_that_another_hand_took_away_are_forgotten(plan: Evening) -> None:
    pick(plan, 4)
    gone = plan.table(4)
    plan.page.arranging.panel.tables.seats.setValue(6)
    plan.bridge.ask(lambda desk: desk.remove_tables([gone]))
    later(plan)
    assert [change.kind for change in plan.written] == [Kind.TABLES_REMOVED]
    assert not plan.refused


def test_a_landmark_that_another_hand_takes_away_leaves_the_one_after_it_alone(plan: Evening) -> None:
    for kind in (LandmarkKind.STAGE, LandmarkKind.BAR):
        plan.page.arranging.picked.only()
        plan.page.arranging.panel.room.mark_asked.emit(kind)
        plan.settle()
    book = plan.bridge.book
    assert book is not None
    entrance, _stage, bar = landmarks_of(book) or ()
    at = plan.page.view.mapFromScene(plan.page.scene.floor.items[1].pos())
    plan.mouse.press(at)
    plan.mouse.go(at + QPoint(30, -20))
    plan.bridge.ask(lambda desk: desk.set_landmarks([entrance, bar]))
    plan.settle()
    assert plan.page.arranging.hand.gesture is None
    plan.mouse.release(at + QPoint(30, -20))
    plan.settle()
    assert landmarks_of(book) == (entrance, bar)
    assert plan.page.arranging.picked.mark is None


def test_a_held_landmark_is_followed_when_another_hand_takes_one_before_it(plan: Evening) -> None:
    for kind in (LandmarkKind.STAGE, LandmarkKind.BAR):
        plan.page.arranging.picked.only()
        plan.page.arranging.panel.room.mark_asked.emit(kind)
        plan.settle()
    book = plan.bridge.book
    assert book is not None
    entrance, _stage, bar = landmarks_of(book) or ()
    at = plan.page.view.mapFromScene(plan.page.scene.floor.items[2].pos())
    plan.mouse.press(at)
    plan.mouse.go(at + QPoint(30, -20))
    plan.bridge.ask(lambda desk: desk.set_landmarks([entrance, bar]))
    plan.settle()
    plan.mouse.release(at + QPoint(30, -20))
    plan.settle()
    first, second = landmarks_of(book) or ()
    assert first == entrance
    assert (second.kind, second.width, second.height) == (bar.kind, bar.width, bar.height)
    assert (second.x, second.y) != (bar.x, bar.y)


@pytest.mark.parametrize(
    ("at", "now", "there"),
    [
        (1, (STAGE, BAR, DOOR), 1), (1, (BAR, DOOR), 0), (1, (STAGE, DOOR), None), (2, (), None),
        (0, (Landmark(LandmarkKind.STAGE, 9.0, 9.0, 100.0, 50.0), BAR, DOOR), 0), (1, (STAGE, BAR, DOOR, STAGE), 1),
    ],
)  # fmt: skip
def test_a_landmark_is_found_again_in_a_later_list(at: int, now: tuple[Landmark, ...], there: int | None) -> None:
    assert followed(at, (STAGE, BAR, DOOR), now) == there

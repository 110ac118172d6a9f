"""Arranging the room under a real mouse and real keys, with a real desk and its database behind it."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from checkin import phrases
from checkin.changes import Kind
from checkin.furniture import NOWHERE, Wanted
from checkin.landmarks import LandmarkKind, landmarks_of
from checkin.model import Shape, Table
from checkin.ui.room.arrange.hand import Gesture
from tests.evenings import kept, pages
from tests.ui.room.conftest import CTRL, FULL, Evening, Open

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def plan(meal: Evening) -> Evening:
    """The meal of four tables, being arranged."""
    meal.page.arranging.toggle()
    meal.settle()
    return meal


def table(evening: Evening, number: int) -> Table:
    """A table as the database has it."""
    book = evening.bridge.book
    assert book is not None
    assert kept(evening.desk.address, book.event.id) == pages(book)
    found = book.table_number(number)
    assert found is not None
    return found


def seen(evening: Evening, number: int) -> tuple[float, float]:
    """Where a table is on the plan."""
    item = evening.page.scene.tables[evening.table(number)]
    return (round(item.x(), 2), round(item.y(), 2))


def pick(evening: Evening, *numbers: int) -> None:
    evening.page.arranging.picked.only([evening.table(number) for number in numbers])


def key(evening: Evening, which: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(evening.page.view, which, keys)
    evening.page.arranging.hand.rest()
    evening.settle()


# --- the mouse ---


def test_a_dragged_table_stands_where_it_was_let_go_and_undo_puts_it_back(plan: Evening) -> None:
    before = {number: seen(plan, number) for number in (1, 2, 3, 4)}
    plan.mouse.drag(plan.on_table(4), plan.on_table(4) + QPoint(40, 60))
    plan.settle()
    assert [change.kind for change in plan.written] == [Kind.TABLES_PLACED]
    assert (table(plan, 4).x, table(plan, 4).y) == seen(plan, 4) != before[4]
    assert {number: seen(plan, number) for number in (1, 2, 3)} == {number: before[number] for number in (1, 2, 3)}
    plan.bridge.undo()
    plan.settle()
    assert {number: seen(plan, number) for number in before} == before
    assert (table(plan, 4).x, table(plan, 1).x) == (0.0, 0.0)


def test_nobody_is_moved_while_tables_are_arranged(plan: Evening) -> None:
    plan.mouse.drag(plan.on_person("Jon Rey"), plan.on_table(4) + QPoint(30, 120))
    plan.settle()
    assert plan.shown(1) == [*FULL]
    assert [change.kind for change in plan.written] == [Kind.TABLES_PLACED]


def test_a_band_picks_tables_that_are_dragged_together(plan: Evening) -> None:
    area = plan.page.scene.sceneRect()
    corner = plan.page.view.mapFromScene(area.topLeft()) + QPoint(5, 5)
    plan.mouse.drag(corner, plan.page.view.mapFromScene(area.bottomRight()) - QPoint(5, 5))
    assert len(plan.page.arranging.picked.tables) == 4
    before = {number: seen(plan, number) for number in (1, 2, 3, 4)}
    plan.mouse.drag(plan.on_table(1), plan.on_table(1) + QPoint(50, 50))
    plan.settle()
    moved = {(round(x - before[number][0], 1), round(y - before[number][1], 1)) for number, (x, y) in
             ((number, seen(plan, number)) for number in before)}  # fmt: skip
    assert len(moved) == 1
    assert moved != {(0.0, 0.0)}
    assert len(plan.written) == 1


def test_ctrl_picks_one_more_and_a_click_beside_picks_nothing(plan: Evening) -> None:
    plan.mouse.click(plan.on_table(1))
    plan.mouse.click(plan.on_table(3), CTRL)
    assert plan.page.arranging.picked.tables == (plan.table(1), plan.table(3))
    plan.mouse.click(QPoint(4, 4))
    assert not plan.page.arranging.picked.tables
    assert not plan.written


def test_a_table_dropped_on_another_stands_beside_it(plan: Evening) -> None:
    plan.mouse.drag(plan.on_table(4), plan.on_table(1) + QPoint(6, 6))
    plan.settle()
    one, four = plan.page.scene.tables[plan.table(1)], plan.page.scene.tables[plan.table(4)]
    size = one.outline.footprint
    apart = one.pos() - four.pos()
    assert abs(apart.x()) >= size.width - 1 or abs(apart.y()) >= size.height - 1
    assert (table(plan, 4).x, table(plan, 4).y) == seen(plan, 4)


def test_a_dragged_table_is_drawn_to_the_centre_of_another_and_a_line_says_so(plan: Evening) -> None:
    start = plan.on_table(4)
    target = QPoint(plan.on_table(1).x() + 4, start.y() + 40)
    plan.mouse.press(start)
    plan.mouse.go(target)
    assert seen(plan, 4)[0] == seen(plan, 1)[0]
    assert any(guide.upright for guide in plan.page.arranging.acts.overlay.guides.guides)
    plan.mouse.release(target)
    plan.settle()
    assert table(plan, 4).x == table(plan, 1).x
    assert not plan.page.arranging.acts.overlay.guides.guides


def test_esc_in_a_drag_puts_the_table_back(plan: Evening) -> None:
    before = seen(plan, 2)
    plan.mouse.press(plan.on_table(2))
    plan.mouse.go(plan.on_table(2) + QPoint(70, 70))
    QTest.keyClick(plan.page.view, Qt.Key.Key_Escape)
    assert seen(plan, 2) == before
    plan.mouse.release(plan.on_table(2))
    plan.settle()
    assert not plan.written
    assert plan.page.arranging.active


def test_an_arrival_and_another_hand_do_not_lose_the_drag(plan: Evening) -> None:
    start = plan.on_table(2)
    plan.mouse.press(start)
    plan.mouse.go(start + QPoint(0, 90))
    held = seen(plan, 2)
    plan.bridge.walk_in("Late Guest")
    plan.settle()
    assert plan.page.arranging.hand.gesture is Gesture.TABLES
    assert seen(plan, 2) == held
    one = plan.table(1)
    plan.bridge.ask(lambda desk: desk.place_tables({one: (2000.0, 900.0)}))
    plan.settle()
    assert plan.page.arranging.hand.gesture is Gesture.TABLES
    plan.mouse.release(start + QPoint(0, 90))
    plan.settle()
    assert (table(plan, 1).x, table(plan, 1).y) == (2000.0, 900.0)
    assert (table(plan, 2).x, table(plan, 2).y) == seen(plan, 2)


# --- the keys ---


def test_arrows_move_what_is_picked_and_a_run_of_them_is_one_change(plan: Evening) -> None:
    pick(plan, 4)
    x, y = seen(plan, 4)
    for _ in range(3):
        QTest.keyClick(plan.page.view, Qt.Key.Key_Down)
    key(plan, Qt.Key.Key_Right, SHIFT)
    assert len(plan.written) == 1
    assert seen(plan, 4) == (round(x + 100, 2), round(y + 75, 2)) == (table(plan, 4).x, table(plan, 4).y)


def test_every_act_has_its_key(plan: Evening) -> None:
    key(plan, Qt.Key.Key_Down)
    assert plan.page.arranging.picked.tables == (plan.table(1),)
    key(plan, Qt.Key.Key_Tab)
    assert plan.page.arranging.picked.tables == (plan.table(2),)
    key(plan, Qt.Key.Key_Return)
    assert plan.page.arranging.panel.tables.name.hasFocus()
    plan.page.view.setFocus()
    key(plan, Qt.Key.Key_A, CTRL)
    assert len(plan.page.arranging.picked.tables) == 4
    key(plan, Qt.Key.Key_R)
    assert len({seen(plan, number)[1] for number in (1, 2, 3, 4)}) == 2
    key(plan, Qt.Key.Key_Left, CTRL)
    assert len({seen(plan, number)[0] for number in (1, 2, 3, 4)}) == 1
    key(plan, Qt.Key.Key_V)
    key(plan, Qt.Key.Key_N)
    assert plan.page.arranging.panel.room.count.hasFocus()
    plan.page.view.setFocus()
    key(plan, Qt.Key.Key_Escape)
    assert not plan.page.arranging.active
    assert not plan.page.bar.arrange.isChecked()
    QTest.keyClick(plan.page, Qt.Key.Key_R, CTRL)
    assert plan.page.arranging.active


def test_del_takes_an_empty_table_away_and_refuses_one_with_people(plan: Evening) -> None:
    pick(plan, 4)
    key(plan, Qt.Key.Key_Delete)
    assert list(plan.page.scene.tables) == [plan.table(number) for number in (1, 2, 3)]
    pick(plan, 2)
    key(plan, Qt.Key.Key_Delete)
    assert [phrases.refusal(one, plan.words) for one in plan.refused] == [
        "Table 2 stays: Pere Puig, Elena Ruiz would lose their seats."
    ]
    assert len(plan.page.scene.tables) == 3


# --- the panel ---


def test_the_panel_changes_a_table(plan: Evening) -> None:
    form = plan.page.arranging.panel.tables
    pick(plan, 2)
    form.seats.setValue(7)
    form.done()
    form.name.setFocus()
    form.name.clear()
    QTest.keyClicks(form.name, "Terraza")
    QTest.keyClick(form.name, Qt.Key.Key_Return)
    QTest.mouseClick(form.shapes.buttons[Shape.LONG], Qt.MouseButton.LeftButton)
    form.step_free.click()
    form.closed.click()
    plan.settle()
    two = table(plan, 2)
    assert (two.name, two.shape, two.step_free, two.open) == ("Terraza", Shape.LONG, True, False)
    assert len(plan.shown(2)) == 7
    form.number.setValue(3)
    form.number_done()
    plan.settle()
    assert table(plan, 3).id == two.id
    plan.bridge.undo()
    plan.settle()
    assert table(plan, 2).id == two.id


def test_a_table_too_small_for_its_people_is_refused_in_words_and_the_figure_goes_back(plan: Evening) -> None:
    pick(plan, 1)
    form = plan.page.arranging.panel.tables
    form.seats.setValue(2)
    form.done()
    plan.settle()
    assert "4 people sit there" in phrases.refusal(plan.refused[0], plan.words)
    assert form.seats.value() == 4
    assert plan.shown(1) == [*FULL]


def test_tables_are_added_and_picked_and_placed_by_themselves(plan: Evening) -> None:
    room = plan.page.arranging.panel.room
    plan.mouse.drag(plan.on_table(4), plan.on_table(4) + QPoint(30, 60))
    plan.settle()
    plan.page.arranging.picked.only()
    room.count.setValue(3)
    room.seats.setValue(6)
    QTest.mouseClick(room.shapes.buttons[Shape.SQUARE], Qt.MouseButton.LeftButton)
    QTest.mouseClick(room.add, Qt.MouseButton.LeftButton)
    plan.settle()
    assert plan.page.arranging.picked.tables == tuple(plan.table(number) for number in (5, 6, 7))
    assert table(plan, 7).shape is Shape.SQUARE
    plan.page.arranging.picked.only()
    QTest.mouseClick(room.by_itself, Qt.MouseButton.LeftButton)
    plan.settle()
    assert {table(plan, number).x for number in range(1, 8)} == {0.0}


def test_landmarks_come_move_grow_turn_and_go(plan: Evening) -> None:
    room, book = plan.page.arranging.panel.room, plan.bridge.book
    assert book is not None
    QTest.mouseClick(room.marks[LandmarkKind.STAGE], Qt.MouseButton.LeftButton)
    plan.settle()
    assert [mark.kind for mark in landmarks_of(book) or ()] == [LandmarkKind.ENTRANCE, LandmarkKind.STAGE]
    stage = plan.page.scene.floor.items[1]
    at = plan.page.view.mapFromScene(stage.pos())
    plan.mouse.drag(at, at + QPoint(60, -30))
    plan.settle()
    moved = (landmarks_of(book) or ())[1]
    assert (moved.x, moved.y) == (stage.x(), stage.y())
    corner = plan.page.view.mapFromScene(QPointF(moved.x + moved.width / 2, moved.y + moved.height / 2))
    plan.mouse.drag(corner, corner + QPoint(50, 40))
    plan.settle()
    grown = (landmarks_of(book) or ())[1]
    assert grown.width > moved.width
    assert grown.height > moved.height
    key(plan, Qt.Key.Key_T)
    assert (landmarks_of(book) or ())[1].width == grown.height
    key(plan, Qt.Key.Key_Left)
    key(plan, Qt.Key.Key_Delete)
    assert [mark.kind for mark in landmarks_of(book) or ()] == [LandmarkKind.ENTRANCE]
    plan.page.arranging.toggle()
    plan.settle()
    assert all(table(plan, number).x for number in (1, 2, 3, 4)), "beside landmarks no table wanders with the window"
    for _ in range(6):
        plan.bridge.undo()
        plan.settle()
    assert landmarks_of(book) is None
    assert table(plan, 4).x == 0.0


def test_leaving_gives_the_room_back_to_the_people(plan: Evening) -> None:
    assert not plan.page.seated.isVisible()
    QTest.mouseClick(plan.page.bar.arrange, Qt.MouseButton.LeftButton)
    plan.settle()
    assert plan.page.seated.isVisible()
    assert not plan.page.arranging.panel.isVisible()
    plan.mouse.drag(plan.on_person("Jon Rey"), plan.on_table(2))
    plan.settle()
    assert "Jon Rey" in plan.shown(2)


def test_a_room_of_a_hundred_and_ten_tables_is_dragged_at_once(evening: Open) -> None:
    plan = evening({1: ["Ana Gil"]}, tables=110, seats=10)
    plan.page.arranging.toggle()
    plan.settle()
    key(plan, Qt.Key.Key_A, CTRL)
    plan.mouse.drag(plan.on_table(50), plan.on_table(50) + QPoint(40, 30))
    plan.settle()
    QApplication.processEvents()
    assert len(plan.written) == 1
    assert table(plan, 110).x != 0


def all_in_rows(plan: Evening) -> None:
    key(plan, Qt.Key.Key_A, CTRL)
    key(plan, Qt.Key.Key_R)


def gesture(plan: Evening, luck: random.Random, began: int) -> None:
    """Anything a hand may do while the room is arranged; nothing older than ``began`` is undone."""
    acts, book = plan.page.arranging.acts, plan.bridge.book
    assert book is not None
    tables, room, undo = plan.page.arranging.panel.tables, plan.page.arranging.panel.room, plan.bridge.can.undo
    number = luck.choice([table.number for table in book.room()])
    pick(plan, number)
    start, by = plan.on_table(number), QPoint(luck.randint(-90, 90), luck.randint(20, 90))
    doing: list[Callable[[], object]] = [
        lambda: plan.mouse.drag(start, start + by),
        lambda: key(plan, luck.choice([Qt.Key.Key_Left, Qt.Key.Key_Down]), SHIFT),
        lambda: tables.wanted.emit(Wanted(seats=luck.randint(1, 9))),
        lambda: tables.wanted.emit(Wanted(number=luck.randint(1, 9))),
        lambda: tables.wanted.emit(Wanted(shape=luck.choice(list(Shape)))),
        lambda: room.add_asked.emit(luck.randint(1, 2), Shape.LONG, luck.randint(2, 8)),
        acts.remove,
        lambda: all_in_rows(plan),
        lambda: room.mark_asked.emit(luck.choice(list(LandmarkKind))),
        plan.bridge.redo,
        *([plan.bridge.undo] * 2 if undo is not None and undo.seq > began else []),
    ]
    luck.choice(doing)()


def test_whatever_the_hand_does_picture_book_and_database_agree_and_all_of_it_can_be_taken_back(plan: Evening) -> None:
    book, luck = plan.bridge.book, random.Random(5)
    assert book is not None
    first = pages(book)
    people = {guest_id: book.sitting[guest_id] for guest_id in book.sitting}
    began = 0 if plan.bridge.can.undo is None else plan.bridge.can.undo.seq
    for _ in range(60):
        gesture(plan, luck, began)
        plan.settle()
        assert kept(plan.desk.address, book.event.id) == pages(book)
        assert list(plan.page.scene.tables) == [one.id for one in book.room()]
        stands = {one.id: (one.x, one.y) for one in book.room() if (one.x, one.y) != NOWHERE}
        shown = {one: plan.page.scene.tables[one] for one in stands}
        assert {one: (round(item.x(), 2), round(item.y(), 2)) for one, item in shown.items()} == stands
        assert tuple(item.mark for item in plan.page.scene.floor.items) == (landmarks_of(book) or ())
    while plan.bridge.can.undo is not None and plan.bridge.can.undo.seq > began:
        plan.bridge.undo()
        plan.settle()
    assert pages(book) == first
    assert {guest_id: book.sitting[guest_id] for guest_id in book.sitting} == people

"""The room as a screen reader finds it: an object for each table, person and landmark."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleEvent, QAccessibleInterface
from PySide6.QtTest import QTest
from shiboken6 import Shiboken

from checkin.landmarks import LandmarkKind
from checkin.model import RuleKind
from checkin.ui.room.page import RoomPage
from checkin.ui.room.parts import Part
from tests.ui.room.conftest import FULL, Evening
from tests.ui.room.test_room_arrange import pick, plan

__all__ = ["plan"]

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

NAME, ABOUT = QAccessible.Text.Name, QAccessible.Text.Description


@pytest.fixture(autouse=True)
def reader() -> Iterator[None]:
    """A screen reader runs."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """What the room tells the reader of its own accord: the kind of event and the name of the object."""
    told: list[tuple[str, str]] = []

    def hear(event: QAccessibleEvent) -> None:
        part = event.accessibleInterface()
        told.append((event.type().name, part.text(NAME)))

    monkeypatch.setattr("checkin.ui.room.reading.QAccessible.updateAccessibility", hear)
    return told


def whole(evening: Evening) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(evening.page.view)


def children(part: QAccessibleInterface) -> list[QAccessibleInterface]:
    found = [part.child(at) for at in range(part.childCount())]
    for at, child in enumerate(found):
        assert child.isValid()
        assert part.indexOfChild(child) == at
        assert child.parent() is part
        assert part.child(at) is child
    return found


def names(part: QAccessibleInterface) -> list[str]:
    return [child.text(NAME) for child in children(part)]


def person(evening: Evening, name: str) -> QAccessibleInterface:
    parts = [one for table in children(whole(evening)) for one in children(table)]
    return next(part for part in parts if part.text(NAME).startswith(name))


def marked(evening: Evening) -> list[str]:
    assert evening.bridge.book is not None
    return [evening.bridge.book.guests[who].name or "" for who in evening.page.marks.people]


def on_screen(evening: Evening, at: QPoint) -> QPoint:
    return evening.page.view.viewport().mapToGlobal(at)


def test_the_view_has_a_list_for_each_table_and_an_item_for_each_person(meal: Evening) -> None:
    room = whole(meal)
    assert room.text(NAME) == "Room"
    assert names(room) == ["Table 1, 4 of 4", "Table 2, 2 of 4", "Table 3, 2 of 4", "Table 4, 0 of 4"]
    assert [table.role() for table in children(room)] == [QAccessible.Role.List] * 4
    one, *_, four = children(room)
    assert names(one) == [f"{name}, Table 1" for name in FULL]
    assert {part.role() for part in children(one)} == {QAccessible.Role.ListItem}
    assert children(four) == []
    assert room.child(9) is None
    assert one.child(-1) is None


def test_what_a_part_does_not_offer_is_none(meal: Evening) -> None:
    room = whole(meal)
    for part in (room, room.child(0), room.child(0).child(0)):
        for kind in ("value", "text", "editableText", "tableCell", "attributes"):
            assert getattr(part, f"{kind}Interface")() is None
        assert part.actionInterface() is not None
        assert part.window() is meal.page.windowHandle()
    assert room.child(0).child(0).selectionInterface() is None


def test_nothing_is_made_before_a_reader_asks(meal: Evening) -> None:
    QAccessible.setActive(False)
    meal.mouse.click(meal.on_person("Jon Rey"))
    meal.mouse.drag(meal.on_person("Jon Rey"), meal.on_table(2))
    meal.settle()
    assert "Jon Rey" in meal.shown(2)
    assert not [part for part in Shiboken.getAllValidWrappers() if isinstance(part, Part)]


def test_a_rectangle_holds_the_disc_and_a_point_finds_it_again(meal: Evening) -> None:
    room = whole(meal)
    for number in (1, 2, 3):
        table = room.child(number - 1)
        at = on_screen(meal, meal.on_table(number))
        assert table.rect().contains(at)
        assert room.childAt(at.x(), at.y()) is table
        assert table.childAt(at.x(), at.y()) is None
        for name, part in zip(meal.shown(number), children(table), strict=False):
            disc = on_screen(meal, meal.on_person(name))
            assert part.rect().contains(disc)
            assert table.rect().contains(part.rect())
            assert table.childAt(disc.x(), disc.y()) is part
            assert (part.rect().center() - disc).manhattanLength() <= 2
    assert room.childAt(-5, -5) is None


def test_the_keyboard_is_told_as_focus_and_space_as_selection(meal: Evening, heard: list[tuple[str, str]]) -> None:
    view, room = meal.page.view, whole(meal)
    view.setFocus()
    assert room.focusChild() is None
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert room.focusChild() is room.child(0)
    assert room.child(0).state().focused
    assert not room.child(1).state().focused
    QTest.keyClick(view, Qt.Key.Key_Return)
    QTest.keyClick(view, Qt.Key.Key_Space)
    ana = person(meal, "Ana Gil")
    assert room.focusChild() is ana
    assert ana.state().focused
    assert ana.state().focusable
    assert ana.state().selected
    assert not person(meal, "Jon Rey").state().selected
    assert room.child(0).selectionInterface().selectedItems() == [ana]
    assert heard == [
        ("Focus", "Table 1, 4 of 4"), ("Focus", "Ana Gil, Table 1"), ("SelectionAdd", "Ana Gil, Table 1"),
    ]  # fmt: skip
    meal.page.header.search.setFocus()
    assert room.focusChild() is None
    view.setFocus()
    assert heard[-1] == ("Focus", "Ana Gil, Table 1")


def test_names_follow_a_move_and_who_has_gone_leaves_no_object(meal: Evening, heard: list[tuple[str, str]]) -> None:
    room = whole(meal)
    jon, pere = person(meal, "Jon Rey"), person(meal, "Pere Puig")
    assert names(room.child(0))
    heard.clear()
    meal.mouse.drag(meal.on_person("Jon Rey"), meal.on_table(2))
    meal.settle()
    assert names(room)[:2] == ["Table 1, 3 of 4", "Table 2, 3 of 4"]
    assert names(room.child(1)) == ["Pere Puig, Table 2", "Elena Ruiz, Table 2", "Jon Rey, Table 2"]
    assert not Shiboken.isValid(jon)
    assert person(meal, "Pere Puig") is pere
    for told in (("NameChanged", "Table 1, 3 of 4"), ("ObjectReorder", "Table 1, 3 of 4"),
                 ("NameChanged", "Table 2, 3 of 4"), ("ObjectReorder", "Table 2, 3 of 4")):  # fmt: skip
        assert heard.count(told) == 1
    assert not [name for _, name in heard if name.startswith("Table 3")]


def test_a_lock_a_wish_met_and_a_broken_rule_are_in_the_name(meal: Evening) -> None:
    ana, jon, zoe = (meal.guest(name) for name in ("Ana Gil", "Jon Rey", "Zoe Prat"))
    meal.bridge.ask(lambda desk: desk.add_wish(ana, jon))
    meal.bridge.ask(lambda desk: desk.add_wish(ana, zoe))
    meal.bridge.ask(lambda desk: desk.add_rule(RuleKind.PIN, [ana], meal.table(1)))
    meal.settle()
    assert person(meal, "Ana Gil").text(NAME) == "Ana Gil, Table 1, locked, 1 wish met"
    meal.bridge.ask(lambda desk: desk.add_rule(RuleKind.APART, [jon, ana]))
    meal.settle()
    assert "kept apart" in person(meal, "Jon Rey").text(NAME)
    assert "Sits with Ana Gil, Iker Soto, Noor Haddad" in person(meal, "Jon Rey").text(ABOUT)


def test_a_reader_can_focus_and_select_by_itself(meal: Evening) -> None:
    room = whole(meal)
    press, toggle = QAccessibleActionInterface.pressAction(), QAccessibleActionInterface.toggleAction()
    person(meal, "Jon Rey").actionInterface().doAction(press)
    assert marked(meal) == ["Jon Rey"]
    assert room.focusChild() is person(meal, "Jon Rey")
    person(meal, "Ana Gil").actionInterface().doAction(toggle)
    assert marked(meal) == ["Jon Rey", "Ana Gil"]
    chosen = room.child(0).selectionInterface()
    assert chosen.selectedItemCount() == 2
    assert chosen.unselect(person(meal, "Jon Rey"))
    assert marked(meal) == ["Ana Gil"]
    assert chosen.clear()
    assert marked(meal) == []
    room.child(2).actionInterface().doAction(press)
    assert meal.page.marks.table == meal.table(3)
    assert room.selectionInterface().selectedItems() == [room.child(2)]


def test_who_is_scrolled_away_is_offscreen(meal: Evening) -> None:
    view = meal.page.view
    assert not person(meal, "Ana Gil").state().offscreen
    view.zoom_by(3.0)
    view.slide(QPoint(2000, 2000))
    assert person(meal, "Ana Gil").state().offscreen
    assert not QRect(on_screen(meal, QPoint(0, 0)), view.viewport().size()).intersects(person(meal, "Ana Gil").rect())


def test_tables_and_landmarks_are_picked_and_told_while_the_room_is_arranged(
    plan: Evening, heard: list[tuple[str, str]]
) -> None:
    room, arranging = whole(plan), plan.page.arranging
    arranging.panel.room.mark_asked.emit(LandmarkKind.STAGE)
    plan.settle()
    assert names(room)[-2:] == ["Entrance", "Stage"]
    stage = room.child(5)
    assert room.focusChild() is stage
    assert stage.role() is QAccessible.Role.Graphic
    assert stage.state().selected
    at = on_screen(plan, plan.page.view.mapFromScene(plan.page.scene.floor.items[1].pos()))
    assert stage.rect().contains(at)
    assert room.childAt(at.x(), at.y()) is stage
    pick(plan, 4)
    assert room.focusChild() is room.child(3)
    assert room.child(3).state().selected
    assert not stage.state().selected
    assert not person(plan, "Ana Gil").state().focusable
    assert heard[-1] == ("Focus", "Table 4, 0 of 4")
    arranging.acts.remove()
    plan.settle()
    assert names(room) == ["Table 1, 4 of 4", "Table 2, 2 of 4", "Table 3, 2 of 4", "Entrance", "Stage"]


def test_no_object_outlives_the_event(meal: Evening) -> None:
    kept = [part for table in children(whole(meal)) for part in (table, *children(table))]
    assert len(kept) == 12
    meal.bridge.opened.connect(meal.page.refresh)
    meal.desk.create_event("Another evening", [])
    meal.bridge.use(meal.desk.events()[0].event.id)
    meal.settle()
    assert [part for part in kept if Shiboken.isValid(part)] == [] == children(whole(meal))


def test_no_object_outlives_the_page(meal: Evening) -> None:
    page = RoomPage(meal.bridge, meal.theme, meal.words)
    page.show()
    view, room = page.view, QAccessible.queryAccessibleInterface(page.view)
    kept = [part for table in children(room) for part in (table, *children(table))]
    assert len(kept) == 12
    page.close()
    page.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not Shiboken.isValid(view)
    assert [part for part in (room, *kept) if Shiboken.isValid(part)] == []

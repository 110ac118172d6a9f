"""The tables page under a real mouse and a real keyboard, with a real desk behind it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QTextDocument, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from checkin.changes import Kind
from checkin.desk import Desk
from checkin.desk.outcomes import TablePlan
from checkin.errors import TableFull
from checkin.model import EventId
from checkin.ui.room.picture import Mood
from checkin.ui.shell.palette import DARK, LIGHT
from tests.ui.room.conftest import CTRL, Evening, Hand, Open

FULL = ["Ana Gil", "Jon Rey", "Iker Soto", "Noor Haddad"]

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")
"""What Qt's screen in memory says of every window that has a least size."""


@pytest.fixture
def meal(evening: Open) -> Evening:
    """Table 1 is full, tables 2 and 3 have two people each, table 4 nobody; Zoe Prat waits."""
    return evening({1: FULL, 2: ["Pere Puig", "Elena Ruiz"], 3: ["Sofía Lema", "Hugo Gil"]}, waiting=["Zoe Prat"])


def test_a_drag_moves_one_person_with_one_change(meal: Evening) -> None:
    meal.mouse.drag(meal.on_person("Jon Rey"), meal.on_table(2))
    meal.settle()
    assert [change.kind for change in meal.written] == [Kind.MOVED]
    assert meal.shown(1) == ["Ana Gil", "", "Iker Soto", "Noor Haddad"]
    assert meal.shown(2) == ["Pere Puig", "Elena Ruiz", "Jon Rey", ""]


def test_nothing_moves_in_the_picture_until_it_is_written(meal: Evening) -> None:
    meal.mouse.drag(meal.on_person("Jon Rey"), meal.on_table(2))
    assert meal.shown(1) == FULL
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
    assert meal.shown(1) == FULL


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
    assert meal.shown(1) == FULL


def test_esc_lets_everybody_stay(meal: Evening) -> None:
    meal.mouse.press(meal.on_person("Jon Rey"))
    meal.mouse.go(meal.on_table(2))
    QTest.keyClick(meal.page.view, Qt.Key.Key_Escape)
    assert not meal.page.carry.active
    meal.mouse.go(meal.on_table(3))
    meal.mouse.release(meal.on_table(3))
    meal.settle()
    assert not meal.written


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


def test_a_move_by_number_needs_no_mouse(meal: Evening) -> None:
    view, prompt = meal.page.view, meal.page.prompt
    view.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Right, Qt.Key.Key_M):
        QTest.keyClick(view, key)
    assert prompt.isVisible()
    QTest.keyClicks(prompt.number, "4")
    assert prompt.sentence == "To table 4: fits"
    QTest.keyClick(prompt.number, Qt.Key.Key_Return)
    meal.settle()
    assert not prompt.isVisible()
    assert meal.shown(4)[0] == "Jon Rey"


def test_a_number_that_cannot_be_is_refused_in_the_field(meal: Evening) -> None:
    meal.mouse.click(meal.on_person("Pere Puig"))
    QTest.keyClick(meal.page.view, Qt.Key.Key_M)
    prompt = meal.page.prompt
    for number, sentence in (("1", "Table 1: full"), ("9", "There is no table 9"), ("2", "Already at table 2")):
        prompt.number.setText(number)
        assert prompt.sentence == sentence
        QTest.keyClick(prompt.number, Qt.Key.Key_Return)
        assert prompt.isVisible()
    QTest.keyClick(prompt.number, Qt.Key.Key_Escape)
    meal.settle()
    assert not prompt.isVisible()
    assert not meal.written


def test_delete_sends_back_and_s_swaps(meal: Evening) -> None:
    meal.mouse.click(meal.on_person("Jon Rey"))
    QTest.keyClick(meal.page.view, Qt.Key.Key_Delete)
    meal.settle()
    meal.mouse.click(meal.on_person("Ana Gil"))
    meal.mouse.click(meal.on_person("Hugo Gil"), CTRL)
    QTest.keyClick(meal.page.view, Qt.Key.Key_S)
    meal.settle()
    assert [change.kind for change in meal.written] == [Kind.UNSEATED, Kind.SWAPPED]
    assert meal.shown(1)[:2] == ["Hugo Gil", ""]


def test_the_screen_reader_hears_where_the_keyboard_is(meal: Evening) -> None:
    view = meal.page.view
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.accessibleDescription() == "Table 1, 4 of 4"
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert view.accessibleDescription() == "Ana Gil, Table 1"
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert view.accessibleDescription() == "Ana Gil, Table 1, selected"
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert view.accessibleDescription() == "Table 1, 4 of 4"


def test_selection_zoom_and_scroll_outlive_what_others_write(meal: Evening) -> None:
    meal.mouse.click(meal.on_person("Elena Ruiz"))
    meal.page.view.zoom_by(2.0, meal.on_table(2))
    seen = meal.page.view.mapToScene(QPoint(0, 0)), meal.page.view.zoom
    meal.bridge.move([meal.guest("Hugo Gil")], meal.table(4))
    meal.bridge.walk_in("Lucía Sanz")
    meal.settle()
    assert len(meal.written) == 2
    assert meal.page.marks.people == (meal.guest("Elena Ruiz"),)
    assert meal.page.marks.table == meal.table(2)
    assert (meal.page.view.mapToScene(QPoint(0, 0)), meal.page.view.zoom) == seen


def test_a_drag_goes_on_while_others_write_and_knows_that_the_table_has_filled(meal: Evening) -> None:
    meal.mouse.press(meal.on_person("Sofía Lema"))
    meal.mouse.go(meal.on_table(2))
    assert meal.page.chip.sentence == "To table 2: fits"
    meal.bridge.move([meal.guest("Ana Gil"), meal.guest("Jon Rey")], meal.table(2))
    meal.settle()
    assert meal.page.carry.active
    assert meal.page.chip.sentence == "Table 2: full"
    meal.mouse.release(meal.on_table(2))
    meal.settle()
    assert "Sofía Lema" in meal.shown(3)


def test_when_the_desk_refuses_everybody_is_where_the_book_says(meal: Evening) -> None:
    other = Desk.open(meal.desk.address, station="Other door")
    other.use(meal.bridge.book.event.id if meal.bridge.book else None)
    other.move([meal.guest("Ana Gil"), meal.guest("Noor Haddad")], meal.table(2))
    other.close()
    meal.mouse.drag(meal.on_person("Sofía Lema"), meal.on_table(2))
    meal.settle()
    assert [type(refusal) for refusal in meal.refused] == [TableFull]
    assert meal.shown(2) == ["Pere Puig", "Elena Ruiz", "Ana Gil", "Noor Haddad"]
    assert "Sofía Lema" in meal.shown(3)


def test_held_at_the_edge_of_a_room_that_is_too_large_a_person_makes_it_slide(meal: Evening, qtbot: QtBot) -> None:
    view = meal.page.view
    view.zoom_by(2.8, meal.on_person("Ana Gil"))
    edge = QPoint(view.viewport().width() - 5, view.viewport().height() // 2)
    meal.mouse.press(meal.on_person("Ana Gil"))
    meal.mouse.go(edge)
    before = view.mapToScene(QPoint(0, 0)).x()
    qtbot.waitUntil(lambda: view.mapToScene(QPoint(0, 0)).x() > before + 20)
    QTest.keyClick(view, Qt.Key.Key_Escape)


def test_a_page_that_is_left_lets_go_of_whom_it_carries(meal: Evening) -> None:
    meal.mouse.press(meal.on_person("Jon Rey"))
    meal.mouse.go(meal.on_table(2))
    meal.page.hide()
    meal.mouse.release(meal.on_table(2))
    meal.settle()
    assert not meal.written


def test_a_click_on_a_person_at_the_edge_does_not_move_the_room(meal: Evening) -> None:
    view = meal.page.view
    view.zoom_by(2.8, meal.on_person("Ana Gil"))
    view.slide(meal.on_person("Ana Gil") - QPoint(4, 200))
    seen = view.mapToScene(QPoint(0, 0))
    meal.mouse.click(meal.on_person("Ana Gil"))
    assert meal.page.marks.people == (meal.guest("Ana Gil"),)
    assert view.mapToScene(QPoint(0, 0)) == seen


def test_a_card_is_picked_and_moved_by_keyboard_alone(meal: Evening) -> None:
    cards = meal.page.waiting.cards
    cards.setFocus()
    QTest.keyClick(cards, Qt.Key.Key_Space)
    assert meal.page.marks.people == (meal.guest("Zoe Prat"),)
    QTest.keyClick(cards, Qt.Key.Key_M)
    QTest.keyClicks(meal.page.prompt.number, "3")
    QTest.keyClick(meal.page.prompt.number, Qt.Key.Key_Return)
    meal.settle()
    assert "Zoe Prat" in meal.shown(3)


def test_only_touched_tables_are_painted_again(meal: Evening) -> None:
    before = dict(meal.page.scene.pictures)
    meal.bridge.move([meal.guest("Hugo Gil")], meal.table(4))
    meal.settle()
    after = meal.page.scene.pictures
    assert {number for number in (1, 2, 3, 4) if before[meal.table(number)] is not after[meal.table(number)]} == {3, 4}


def test_search_finds_people_in_the_room_and_enter_goes_from_one_to_the_next(meal: Evening) -> None:
    search = meal.page.header.search
    QTest.keyClicks(search, "gil")
    looks = {number: meal.page.scene.tables[meal.table(number)].look for number in (1, 2, 3)}
    assert looks[1].found == frozenset({meal.guest("Ana Gil")})
    assert looks[2].found == frozenset()
    assert looks[3].found == frozenset({meal.guest("Hugo Gil")})
    QTest.keyClick(search, Qt.Key.Key_Return)
    first = meal.page.marks.people
    QTest.keyClick(search, Qt.Key.Key_Return)
    assert {*first, *meal.page.marks.people} == {meal.guest("Ana Gil"), meal.guest("Hugo Gil")}
    QTest.keyClick(search, Qt.Key.Key_Escape)
    assert meal.page.scene.tables[meal.table(1)].look.found is None


def test_zoom_keys_come_closer_and_zero_shows_the_whole_room(meal: Evening) -> None:
    view = meal.page.view
    whole = view.zoom
    QTest.keyClick(view, Qt.Key.Key_Plus)
    assert view.zoom > whole
    QTest.keyClick(view, Qt.Key.Key_0)
    assert view.zoom == pytest.approx(whole)
    assert view.viewport().rect().adjusted(-1, -1, 1, 1).contains(view.mapFromScene(view.sceneRect()).boundingRect())


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


def test_what_a_guest_wrote_is_never_markup(evening: Open) -> None:
    meal = evening({1: ["<b>Ana</b> & O'Neill"]})
    tip = QTextDocument()
    tip.setHtml(meal.page.view.tip(meal.guest("<b>Ana</b> & O'Neill")))
    assert tip.toPlainText().splitlines()[0] == "<b>Ana</b> & O'Neill · Table 1"


def test_every_control_has_a_name_for_who_cannot_see_it(meal: Evening) -> None:
    meal.mouse.click(meal.on_person("Jon Rey"))
    for kind in (QAbstractButton, QLineEdit, QAbstractScrollArea):
        for control in meal.page.findChildren(kind):
            if control.isVisible() and type(control).__module__.startswith("checkin"):
                assert control.accessibleName() or control.property("text"), control


def test_words_change_with_the_language(meal: Evening) -> None:
    meal.mouse.click(meal.on_table(1))
    before = _words(meal)
    meal.words.switch("es")
    meal.page.retranslate()
    assert not set(before) & set(_words(meal))
    meal.words.switch("en")
    meal.page.retranslate()
    assert _words(meal) == before


def _words(meal: Evening) -> list[str]:
    page = meal.page
    buttons = (page.header.undo, page.header.redo, page.seated.move_button, page.seated.unseat_button)
    return [page.waiting.cards.accessibleName(), page.view.accessibleName(), *(button.text() for button in buttons)]


def test_colours_change_with_the_theme(meal: Evening) -> None:
    def floor_and_table() -> tuple[str, str]:
        picture = meal.page.grab().toImage()
        at = meal.page.view.viewport().mapTo(meal.page, meal.on_table(4) - QPoint(0, 24))
        return picture.pixelColor(4, 4).name().upper(), picture.pixelColor(at).name().upper()

    meal.page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    assert floor_and_table() == (LIGHT.paper, LIGHT.sunken)
    meal.theme.choose(dark=True)
    meal.page.restyle()
    assert floor_and_table() == (DARK.paper, DARK.sunken)


def test_another_event_has_another_room(meal: Evening) -> None:
    meal.mouse.click(meal.on_person("Pere Puig"))
    first = meal.bridge.book.event.id if meal.bridge.book else None
    made = meal.desk.create_event("Cena", [TablePlan(2, 3)])
    meal.bridge.opened.connect(meal.page.refresh)
    meal.bridge.use(EventId(made.event_id or 0))
    meal.settle()
    assert first != made.event_id
    assert [item.picture.number for item in meal.page.scene.tables.values()] == [1, 2]
    assert len(meal.page.scene.items()) == 3
    assert meal.page.marks.people == ()
    assert meal.page.waiting.cards.people.ids == ()


def test_a_hundred_and_ten_tables_are_a_hundred_and_ten_things_to_draw(evening: Open) -> None:
    meal = evening({}, tables=110, seats=10)
    assert len(meal.page.scene.items()) == 111
    meal.page.refresh()
    assert len(meal.page.scene.items()) == 111
    QApplication.processEvents()

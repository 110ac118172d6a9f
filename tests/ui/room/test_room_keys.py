"""The tables page by keyboard, and for who cannot see it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QLineEdit

from checkin.changes import Kind
from tests.ui.room.conftest import CTRL, Evening

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")
"""What Qt's screen in memory says of every window that has a least size."""


def test_esc_lets_everybody_stay(meal: Evening) -> None:
    meal.mouse.press(meal.on_person("Jon Rey"))
    meal.mouse.go(meal.on_table(2))
    QTest.keyClick(meal.page.view, Qt.Key.Key_Escape)
    assert not meal.page.carry.active
    meal.mouse.go(meal.on_table(3))
    meal.mouse.release(meal.on_table(3))
    meal.settle()
    assert not meal.written


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


def test_every_control_has_a_name_for_who_cannot_see_it(meal: Evening) -> None:
    meal.mouse.click(meal.on_person("Jon Rey"))
    for kind in (QAbstractButton, QLineEdit, QAbstractScrollArea):
        for control in meal.page.findChildren(kind):
            if control.isVisible() and type(control).__module__.startswith("checkin"):
                assert control.accessibleName() or control.property("text"), control

"""Rounds on the tables page: tabs, the next round before it is begun, shuffle and fill, call-out list, timer."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from checkin.changes import Kind
from checkin.colouring import By
from checkin.ui.room.callout import TABLE, CallOut
from checkin.ui.room.previews import About
from tests.ui.room.conftest import CTRL, FULL, Evening

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")
"""What Qt's screen in memory says of every window that has a least size."""


def look_ahead(meal: Evening, qtbot: QtBot) -> None:
    """Ask for the next round and take the first good answer."""
    QTest.keyClick(meal.page.view, Qt.Key.Key_N, CTRL)
    qtbot.waitUntil(lambda: meal.page.outlook.column.preview is not None, timeout=20_000)
    meal.page.outlook.column.stop.click()
    qtbot.waitUntil(lambda: not meal.page.outlook.search.running, timeout=20_000)
    meal.settle()


def test_the_next_round_is_shown_before_anything_is_written(meal: Evening, qtbot: QtBot) -> None:
    before = [meal.shown(number) for number in (1, 2, 3, 4)]
    look_ahead(meal, qtbot)
    page = meal.page
    assert page.right.currentWidget() is page.outlook.column
    assert [meal.shown(number) for number in (1, 2, 3, 4)] != before
    assert not meal.written
    preview = page.outlook.column.preview
    assert preview is not None
    assert preview.about is About.ROUND
    assert {step.guest_id for step in preview.steps} == preview.moved
    assert [figure.word for figure in preview.figures][:2] == ["Met again", "Smallest table"]
    meal.mouse.drag(meal.on_person("Ana Gil"), meal.on_table(4))
    meal.settle()
    assert not meal.written  # nobody can be carried about in a round that is only thought of
    QTest.keyClick(page.view, Qt.Key.Key_Escape)
    meal.settle()
    assert [meal.shown(number) for number in (1, 2, 3, 4)] == before
    assert not meal.written


def test_the_next_round_is_begun_as_one_change_that_can_be_undone(meal: Evening, qtbot: QtBot) -> None:
    before = [meal.shown(number) for number in (1, 2, 3, 4)]
    look_ahead(meal, qtbot)
    thought = [meal.shown(number) for number in (1, 2, 3, 4)]
    QTest.keyClick(meal.page.view, Qt.Key.Key_Return)
    meal.settle()
    assert [change.kind for change in meal.written] == [Kind.ROUND_BEGUN]
    assert [meal.shown(number) for number in (1, 2, 3, 4)] == thought
    assert [button.isChecked() for button in meal.page.bar.tabs.buttons] == [False, True]
    meal.page.header.undo.click()
    meal.settle()
    assert [meal.shown(number) for number in (1, 2, 3, 4)] == before
    assert len(meal.page.bar.tabs.buttons) == 1


def test_a_planned_round_is_arranged_by_hand_and_one_that_is_over_is_not(meal: Evening, qtbot: QtBot) -> None:
    look_ahead(meal, qtbot)
    meal.page.outlook.column.keep.click()
    meal.settle()
    assert meal.desk.opened().round == 1
    QTest.keyClick(meal.page.view, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert meal.page.staging.round == 2
    free = next(number for number in (1, 2, 3, 4) if "" in meal.shown(number) and "Ana Gil" not in meal.shown(number))
    meal.mouse.drag(meal.on_person("Ana Gil"), meal.on_table(free))
    meal.settle()
    assert "Ana Gil" in meal.shown(free)
    table = meal.desk.opened().table_of(meal.guest("Ana Gil"))
    assert table is not None
    assert table.number == 1  # where she sits now
    meal.desk.begin_round(2)
    meal.settle()
    meal.page.bar.tabs.buttons[0].click()
    written = len(meal.written)
    assert meal.shown(1) == [*FULL]
    meal.mouse.drag(meal.on_person("Ana Gil"), meal.on_table(4))
    meal.settle()
    assert len(meal.written) == written


def test_an_arrival_while_a_round_is_thought_of_keeps_the_preview(meal: Evening, qtbot: QtBot) -> None:
    look_ahead(meal, qtbot)
    thought = meal.page.outlook.column.preview
    meal.desk.walk_in("Eva Nogués")
    meal.settle()
    assert meal.page.outlook.column.preview is thought
    meal.page.outlook.column.take.click()
    meal.settle()
    assert not meal.refused
    assert meal.guest("Eva Nogués") in meal.page.waiting.to_seat.ids


def test_a_shuffle_is_seen_first_and_a_copy_is_made_before_it_is_written(meal: Evening) -> None:
    QTest.keyClick(meal.page.view, Qt.Key.Key_S, CTRL | Qt.KeyboardModifier.ShiftModifier)
    meal.settle()
    assert not meal.written
    assert meal.page.outlook.column.preview is not None
    thought = [meal.shown(number) for number in (1, 2, 3, 4)]
    copies = meal.desk.backup_now()
    meal.page.outlook.column.take.click()
    meal.settle()
    assert [change.kind for change in meal.written] == [Kind.SHUFFLED]
    assert [meal.shown(number) for number in (1, 2, 3, 4)] == thought
    assert copies is not None
    assert copies.exists()


def test_filling_that_would_change_nothing_says_so(meal: Evening) -> None:
    meal.desk.move([meal.guest("Ana Gil")], meal.table(2))
    meal.settle()
    QTest.keyClick(meal.page.view, Qt.Key.Key_F, CTRL | Qt.KeyboardModifier.ShiftModifier)
    meal.settle()
    column = meal.page.outlook.column
    assert meal.page.right.currentWidget() is column
    assert column._line.text() == "No table has too few people, or nobody can be moved to help."
    assert column.drop.isVisible()
    assert not column.take.isVisible()
    QTest.keyClick(meal.page.view, Qt.Key.Key_Return)
    QTest.keyClick(meal.page.view, Qt.Key.Key_Escape)
    meal.settle()
    assert not meal.page.outlook.active
    assert not meal.refused


def test_the_room_moving_on_makes_a_new_preview(meal: Evening) -> None:
    QTest.keyClick(meal.page.view, Qt.Key.Key_A, CTRL | Qt.KeyboardModifier.ShiftModifier)
    meal.settle()
    assert meal.page.outlook.column.people.ids == (meal.guest("Zoe Prat"),)
    other = meal.desk.walk_in("Eva Nogués").decision.guest_id
    assert other is not None
    meal.desk.unseat([meal.guest("Hugo Gil")])
    meal.settle()
    assert set(meal.page.outlook.column.people.ids) == {meal.guest("Zoe Prat"), meal.guest("Hugo Gil")}


def test_the_call_out_list_says_who_goes_where_by_name_and_by_table(meal: Evening, qtbot: QtBot) -> None:
    look_ahead(meal, qtbot)
    meal.page.outlook.column.take.click()
    meal.settle()
    QTest.keyClick(meal.page.view, Qt.Key.Key_K, CTRL)
    panel = QApplication.activePopupWidget()
    assert isinstance(panel, CallOut)
    lines = panel.text().splitlines()
    assert lines == sorted(lines)
    panel.order.choose(TABLE)
    assert sorted(panel.text().splitlines()) == lines
    assert all("from table" in line or ": to table" in line for line in lines)
    panel.close()


def test_the_timer_counts_down_and_rings_once(meal: Evening, qtbot: QtBot) -> None:
    timer = meal.page.bar.timer
    timer.minutes = 25
    assert timer.left == 25 * 60
    timer.start(1)
    assert timer.running
    assert timer.text() in {"1:00", "0:59"}
    with qtbot.waitSignal(timer.rang):
        timer.minutes = 0
    assert not timer.running


@pytest.mark.parametrize("by", list(By))
def test_colours_tell_what_was_chosen_and_the_legend_says_it(meal: Evening, by: By) -> None:
    meal.page.staging.recolour(by)
    shown = meal.page.shown
    assert shown is not None
    disc = meal.page.scene.tables[meal.table(1)].picture.chairs[0]
    assert disc is not None
    guest = shown.book.guests[disc.guest_id]
    assert disc.colour == shown.colours.colour(shown.book, guest, 1)


def test_a_wish_that_is_met_changes_the_colour_of_who_wished(meal: Evening) -> None:
    meal.desk.add_wish(meal.guest("Jon Rey"), meal.guest("Hugo Gil"))
    meal.page.staging.recolour(By.WISHES)
    meal.settle()

    def colour() -> str:
        disc = meal.page.scene.tables[meal.table(1)].picture.chairs[1]
        assert disc is not None
        return disc.colour

    none_met = colour()
    meal.desk.move([meal.guest("Ana Gil")], meal.table(4))
    meal.desk.move([meal.guest("Hugo Gil")], meal.table(1))
    meal.settle()
    assert colour() != none_met


def test_one_preview_after_another_shows_its_own_figures_alone(meal: Evening, qtbot: QtBot) -> None:
    QTest.keyClick(meal.page.view, Qt.Key.Key_A, CTRL | Qt.KeyboardModifier.ShiftModifier)
    meal.settle()
    column = meal.page.outlook.column
    assert column.preview is not None
    first = {figure.word for figure in column.preview.figures}
    look_ahead(meal, qtbot)
    assert column.preview is not None
    second = {figure.word for figure in column.preview.figures}
    seen = {label.text() for label in column.findChildren(QLabel) if label.isVisible()}
    assert second <= seen
    assert not (first - second) & seen

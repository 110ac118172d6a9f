"""The door as a volunteer meets it: scan, type, answer, take back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QMenu, QWidget

from checkin.door import Decision, State
from checkin.errors import CannotSave
from checkin.model import GuestId
from checkin.ui.door.card import Question
from checkin.ui.door.faces import Act
from tests.ui.door.conftest import Door, focused


def test_a_scan_opens_the_door_and_names_guest_and_table(door: Door) -> None:
    door.scan("Begoña Ibáñez")
    guest = door.guest("Begoña Ibáñez")
    assert door.bridge.book is not None
    table = door.bridge.book.table_of(guest.id)
    assert table is not None
    assert door.states == ["welcome"]
    for said in ("Come in", "Begoña Ibáñez", "Marea Coop.", str(table.number)):
        assert said in door.shown


@pytest.mark.parametrize("where", ["search", "button", "menu", "walk-in"])
def test_a_scan_is_taken_wherever_the_focus_is(door: Door, where: str) -> None:
    menu = QMenu(door.page)
    menu.addAction("Nothing")
    if where == "button":
        door.page.side.walk_in.setFocus()
    elif where == "menu":
        menu.popup(QPoint(0, 0))
    elif where == "walk-in":
        door.page.side.begin_walk_in()
    door.scan("Carmen Vila")
    menu.close()
    assert door.states == ["welcome"]
    assert door.page.side.search.text() == ""
    assert door.page.side.form.name.text() == ""


def test_a_scan_is_taken_while_another_page_is_shown(door: Door) -> None:
    other = QLineEdit()
    door.page.hide()
    focused(other, door.qtbot)
    other.setFocus()
    answered: list[object] = []
    door.page.answered.connect(answered.append)
    door.scan("Carmen Vila")
    door.keyboard.type("hola")
    door.keyboard.rest()
    assert answered == [State.WELCOME]
    assert other.text() == "hola"


def test_typing_lands_in_the_search_without_a_click(door: Door) -> None:
    door.page.side.walk_in.setFocus()
    door.keyboard.type("mir")
    door.keyboard.rest()
    assert door.page.side.search.text() == "mir"
    assert [person.name for person in door.page.side.results.people] == ["Miren Lasa"]


def test_enter_lets_the_marked_person_in_and_clears_the_search(door: Door) -> None:
    door.keyboard.type("ana gil")
    door.keyboard.rest()
    assert [person.line for person in door.page.side.results.people] == [
        "Norte Labs · ana@norte.example",
        "\u2068Vértice\u2069 · gil@vertice.example",
    ]
    door.keyboard.press(Qt.Key.Key_Down)
    door.keyboard.key("\r", gap=400)
    door.settle()
    assert door.states == ["welcome"]
    guest_id = door.outcomes[0].decision.guest_id
    assert guest_id is not None
    assert door.bridge.book is not None
    assert door.bridge.book.guests[guest_id].company == "Vértice"
    assert door.page.side.search.text() == ""


def test_a_code_typed_by_hand_is_as_good_as_a_scan(door: Door) -> None:
    door.keyboard.type("evb-100009", gap=180)
    door.keyboard.rest()
    assert [person.name for person in door.page.side.results.people] == ["Miren Lasa"]
    door.keyboard.key("\r", gap=400)
    door.settle()
    assert door.states == ["welcome"]
    assert door.outcomes[0].decision.text == "evb-100009"
    assert door.page.side.search.text() == ""


def test_escape_clears_the_search(door: Door) -> None:
    door.keyboard.type("ana")
    door.keyboard.rest()
    door.keyboard.press(Qt.Key.Key_Escape)
    assert door.page.side.search.text() == ""
    assert door.page.side.arrivals.isVisible()


def test_the_same_ticket_within_a_second_is_the_same_scan_and_the_card_stays(door: Door) -> None:
    door.scan("Carmen Vila")
    door.scan("Carmen Vila")
    assert door.states == ["welcome", "same_scan"]
    assert "Come in" in door.shown


def test_a_ticket_shown_again_later_is_already_in(door: Door) -> None:
    door.scan("Miren Lasa")
    door.scan("Carmen Vila")
    door.scan("Miren Lasa")
    assert door.states[-1] == "already_in"
    assert "at Puerta A" in door.shown


def test_f7_lets_somebody_in_who_has_not_paid(door: Door) -> None:
    door.scan("Rosa Serrano")
    assert door.states == ["unpaid"]
    door.keyboard.press(Qt.Key.Key_F7)
    door.settle()
    assert door.states == ["unpaid", "welcome"]
    assert door.guest("Rosa Serrano").arrived


def test_a_key_that_is_hit_twice_answers_once(door: Door) -> None:
    door.scan("Rosa Serrano")
    door.keyboard.press(Qt.Key.Key_F7)
    door.keyboard.press(Qt.Key.Key_F7)
    door.settle()
    assert door.states == ["unpaid", "welcome"]


def test_f7_does_nothing_for_what_the_organizer_decides(door: Door) -> None:
    door.scan("Hugo Cañete")
    door.keyboard.press(Qt.Key.Key_F7)
    door.settle()
    assert door.states == ["cancelled"]
    assert not door.guest("Hugo Cañete").arrived


def test_a_missing_name_is_typed_into_the_card(door: Door) -> None:
    door.keyboard.scan("EVB-100011")
    door.settle()
    assert door.states == ["needs_answer"]
    assert door.page.card.line.hasFocus()
    door.keyboard.type("Olga Sanz")
    door.keyboard.key("\r", gap=300)
    door.settle()
    assert door.states == ["needs_answer", "welcome"]
    assert door.guest("Olga Sanz").arrived
    assert door.page.side.search.hasFocus()


def test_scans_wait_while_an_answer_is_being_typed_and_are_taken_in_order(door: Door) -> None:
    door.keyboard.scan("EVB-100011")
    door.settle()
    door.keyboard.type("Olga")
    door.keyboard.rest()
    door.keyboard.scan(door.code("Carmen Vila"))
    door.keyboard.scan(door.code("Miren Lasa"))
    door.settle()
    assert door.states == ["needs_answer"]
    assert door.page.header.queue.text() == "2 scans waiting"
    door.keyboard.key("\r", gap=500)
    door.settle()
    assert door.states == ["needs_answer", "welcome", "welcome", "welcome"]
    names = [door.bridge.book.guests[o.decision.guest_id].name for o in door.outcomes[1:]]  # type: ignore[union-attr, index]
    assert names == ["Olga", "Carmen Vila", "Miren Lasa"]
    assert not door.page.header.queue.isVisible()


def test_a_question_left_open_is_set_aside_and_can_be_taken_up_again(door: Door) -> None:
    door.scan("Rosa Serrano")
    door.scan("Carmen Vila")
    assert door.states == ["unpaid", "welcome"]
    assert door.page.side.resume.isVisible()
    door.keyboard.press(Qt.Key.Key_F4)
    assert "Rosa Serrano" in door.shown
    door.keyboard.press(Qt.Key.Key_F7)
    door.settle()
    assert door.guest("Rosa Serrano").arrived
    assert not door.page.side.resume.isVisible()


def test_f6_changes_the_table_inside_the_card(door: Door) -> None:
    door.scan("Carmen Vila")
    before = door.outcomes[-1].table
    other = next(number for number in (1, 2, 3) if number != before)
    door.keyboard.press(Qt.Key.Key_F6)
    door.keyboard.type(str(other))
    door.keyboard.key("\r", gap=300)
    door.settle()
    assert door.page.card.view is not None
    assert door.page.card.view.table == str(other)
    assert door.page.card.question is None


def test_a_table_that_is_not_there_is_refused_inside_the_card(door: Door) -> None:
    door.scan("Carmen Vila")
    door.keyboard.press(Qt.Key.Key_F6)
    door.keyboard.type("44")
    door.keyboard.key("\r", gap=300)
    door.settle()
    assert "There is no table 44." in door.shown
    assert door.page.card.question is Question.TABLE
    door.keyboard.press(Qt.Key.Key_Escape)
    assert door.page.card.question is None


def test_f8_takes_the_last_arrival_of_this_station_back(door: Door) -> None:
    door.scan("Carmen Vila")
    door.scan("Miren Lasa")
    door.keyboard.press(Qt.Key.Key_F8)
    door.settle()
    assert not door.guest("Miren Lasa").arrived
    assert door.guest("Carmen Vila").arrived
    assert "Taken back" in door.shown


def test_the_last_arrivals_list_the_newest_first_and_take_one_back(door: Door) -> None:
    for name in ("Carmen Vila", "Miren Lasa", "Łukasz Wójcik"):
        door.scan(name)
    rows = door.page.side.arrivals.rows
    assert [row.person.name for row in rows if row.person] == ["Łukasz Wójcik", "Miren Lasa", "Carmen Vila"]
    QTest.mouseClick(rows[1].undo, Qt.MouseButton.LeftButton)
    door.settle()
    assert not door.guest("Miren Lasa").arrived
    assert door.page.header._arrived.text() == "Arrived: 2 of 11"


def test_rows_stand_still_under_a_moving_mouse(door: Door) -> None:
    door.scan("Carmen Vila")
    row = door.page.side.arrivals.rows[0]
    middle = row.rect().center().toPointF()
    QApplication.sendEvent(row, QEnterEvent(middle, middle, middle))
    door.scan("Miren Lasa")
    assert row.person is not None
    assert row.person.name == "Carmen Vila"
    QApplication.sendEvent(door.page.side.arrivals, QEvent(QEvent.Type.Leave))
    assert row.person.name == "Miren Lasa"


def test_a_row_that_is_taken_back_under_the_mouse_says_so_and_stays(door: Door) -> None:
    for name in ("Carmen Vila", "Miren Lasa"):
        door.scan(name)
    row = door.page.side.arrivals.rows[0]
    middle = row.rect().center().toPointF()
    QApplication.sendEvent(row, QEnterEvent(middle, middle, middle))
    QTest.mouseClick(row.undo, Qt.MouseButton.LeftButton)
    door.settle()
    assert row.person is not None
    assert (row.person.name, row.person.mark, row.undo.isVisible()) == ("Miren Lasa", "Taken back", False)


def test_f9_lets_somebody_in_who_is_on_no_list(door: Door) -> None:
    door.keyboard.type("zzyx")
    door.keyboard.rest()
    door.keyboard.press(Qt.Key.Key_F9)
    assert door.page.side.form.name.text() == "zzyx"
    door.page.side.form.name.setText("Zoe Yxart")
    door.keyboard.key("\r", gap=400)
    door.settle()
    assert door.states == ["welcome"]
    assert door.guest("Zoe Yxart").arrived
    assert not door.page.side.form.isVisible()


def test_a_walk_in_without_a_name_stays_open(door: Door) -> None:
    door.keyboard.press(Qt.Key.Key_F9)
    door.keyboard.key("\r", gap=400)
    door.settle()
    assert door.states == []
    assert door.page.side.form.isVisible()


def test_with_every_seat_taken_the_guest_is_in_and_waits_for_a_table(narrow_door: Door) -> None:
    narrow_door.scan("Carmen Vila")
    narrow_door.scan("Miren Lasa")
    assert narrow_door.states == ["welcome", "tables_full"]
    assert "To seat" in narrow_door.shown


def test_a_move_to_a_full_table_is_refused_inside_the_card(narrow_door: Door) -> None:
    narrow_door.scan("Carmen Vila")
    narrow_door.scan("Miren Lasa")
    narrow_door.keyboard.press(Qt.Key.Key_F6)
    narrow_door.keyboard.type("1")
    narrow_door.keyboard.key("\r", gap=300)
    narrow_door.settle()
    assert "Table 1 is full" in narrow_door.shown
    assert narrow_door.refused == []


def test_several_people_behind_one_code_are_picked_by_their_number(door: Door) -> None:
    book = door.bridge.book
    assert book is not None
    door.scan("Begoña Ibáñez")
    choices = tuple(guest.id for guest in book.guests.values() if guest.name == "Ana Gil")
    question = replace(door.outcomes[0], decision=Decision(State.AMBIGUOUS, door.code("Ana Gil"), choices=choices))
    asked: list[GuestId] = []
    door.page.card.picked.connect(asked.append)
    door.bridge.decided.emit(question)
    door.keyboard.type("2")
    door.keyboard.rest()
    assert asked == [choices[1]]
    assert door.page.side.search.text() == ""


def test_what_could_not_be_saved_can_be_tried_again(door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    ledger = door.desk._ledger
    write = ledger.write

    def fails(*_args: object, **_known: object) -> None:
        raise CannotSave("disk I/O error")

    monkeypatch.setattr(ledger, "write", fails)
    door.scan("Carmen Vila")
    assert door.states == ["not_saved"]
    monkeypatch.setattr(ledger, "write", write)
    door.keyboard.press(Qt.Key.Key_F7)
    door.settle()
    assert door.states == ["not_saved", "welcome"]


def test_names_are_shown_to_the_letter(door: Door) -> None:
    door.scan("<b>Bold</b>")
    assert "<b>Bold</b>" in door.shown
    assert "<b>" not in door.page.side.arrivals.rows[0].toolTip()


def test_the_progress_follows_every_arrival(door: Door) -> None:
    assert door.page.header._arrived.text() == "Arrived: 0 of 11"
    door.scan("Carmen Vila")
    assert door.page.header._arrived.text() == "Arrived: 1 of 11"


def test_the_light_says_how_to_get_the_scanner_back(door: Door) -> None:
    assert door.page.header.light.text() == "Scanner ready"
    QApplication.instance().focusWindowChanged.emit(None)  # type: ignore[union-attr]
    assert not door.page.header.light.well
    assert "Click anywhere" in door.page.header.light.toolTip()


def test_every_control_has_a_name_for_who_cannot_see_it(door: Door) -> None:
    door.scan("Carmen Vila")
    door.scan("Rosa Serrano")
    door.page.side.begin_walk_in()
    nameless = [
        control
        for kind in (QAbstractButton, QLineEdit)
        for control in door.page.findChildren(kind)
        if control.isVisible() and not control.accessibleName()
    ]
    assert nameless == []
    buttons = [button for button in door.page.findChildren(QAbstractButton) if button.isVisible()]
    assert [button.text() for button in buttons if not button.toolTip()] == []


def test_what_another_station_does_reaches_the_card(door: Door) -> None:
    door.scan("Carmen Vila")
    guest = door.guest("Carmen Vila")
    assert door.bridge.book is not None
    table = door.bridge.book.table_of(guest.id)
    other = next(room for room in door.bridge.book.room() if table is not None and room.id != table.id)
    door.bridge.ask(lambda desk: desk.move([guest.id], other.id))
    door.settle()
    assert door.page.card.view is not None
    assert door.page.card.view.table == str(other.number)


def test_switching_the_language_says_the_same_card_in_the_other_one(door: Door) -> None:
    door.scan("Carmen Vila")
    before = door.page.card.view
    door.page._t.switch("es")
    door.page.retranslate()
    assert door.page.card.view is not None
    assert before is not None
    assert door.page.card.view.name == before.name
    assert door.page.side.search.accessibleName()


def test_the_search_button_of_a_card_goes_to_the_search(door: Door) -> None:
    door.keyboard.scan("EVB-999999")
    door.settle()
    assert door.states == ["not_on_list"]
    door.page.side.walk_in.setFocus()
    button: QWidget = door.page.card._buttons[list(door.page.card.view.acts).index(Act.SEARCH)]  # type: ignore[union-attr]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert door.page.side.search.hasFocus()

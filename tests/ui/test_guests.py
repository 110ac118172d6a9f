"""The guests page: the list is true row by row, finds people, and tells what an import came to."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from checkin.model import GuestId
from checkin.ui.bridge import Bridge
from checkin.ui.guests.collation import collation_key
from checkin.ui.guests.columns import COLUMNS, Group, fitting
from checkin.ui.guests.model import GuestsModel
from checkin.ui.guests.page import GuestsPage
from checkin.ui.guests.table import share_out
from checkin.ui.shell.settings import Settings
from checkin.ui.shell.theme import Theme
from checkin.words import Words

NAMES = ["Zoé Vidal", "Begoña Ibáñez", "Ángela Paz", "Ana Gil", "Íñigo Ñíguez"]
NAME, TABLE, STATE = (
    next(at for at, column in enumerate(COLUMNS) if column.key == key) for key in ("name", "table", "state")
)

Open = Callable[..., GuestsPage]
TakeIn = Callable[[GuestsPage, Path], None]
Settle = Callable[[], None]


@pytest.fixture
def open_page(qtbot: QtBot, theme: Theme, t: Words, settings: Settings, open_bridge: Callable[..., Bridge]) -> Open:
    def opened(people: object = None) -> GuestsPage:
        page = GuestsPage(open_bridge(people), theme, t, settings)
        page.setObjectName("page")
        qtbot.addWidget(page)
        page.resize(1184, 800)
        page.show()
        qtbot.waitUntil(page.isActiveWindow)
        return page

    return opened


def shown(model: GuestsModel, column: int = NAME) -> list[str]:
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def guest(page: GuestsPage, name: str) -> GuestId:
    book = page._bridge.book
    assert book is not None
    return next(one.id for one in book.guests.values() if one.name == name)


def counts(page: GuestsPage) -> list[str]:
    return [button.text() for button in page.groups._buttons.values()]


def press(
    page: GuestsPage, key: Qt.Key, text: str = "", keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    at = QApplication.focusWidget()
    target = page if at is None else at
    QApplication.sendEvent(target, QKeyEvent(QKeyEvent.Type.KeyPress, key, keys, text))


# --- order ---


def test_names_stand_in_the_order_of_a_spanish_list(open_page: Open) -> None:
    page = open_page(NAMES)
    assert shown(page.model) == ["Ana Gil", "Ángela Paz", "Begoña Ibáñez", "Íñigo Ñíguez", "Zoé Vidal"]


def test_n_with_tilde_comes_after_n_and_accents_do_not_matter() -> None:
    assert sorted(["ñora", "nuez", "NUBE", "Nácar", ""], key=collation_key) == ["Nácar", "NUBE", "nuez", "ñora", ""]


def test_a_click_on_a_header_sorts_and_a_second_one_turns_it_round(open_page: Open) -> None:
    page = open_page(NAMES)
    page.table.sortByColumn(NAME, Qt.SortOrder.DescendingOrder)
    assert shown(page.model)[0] == "Zoé Vidal"
    page.table.sortByColumn(NAME, Qt.SortOrder.AscendingOrder)
    assert shown(page.model)[0] == "Ana Gil"


def test_tables_sort_as_numbers_and_people_without_one_come_last(open_page: Open, settle: Settle) -> None:
    page = open_page([f"Ana {letter} Gil" for letter in "ABCDEFGHIJKL"])
    for name in ("Ana C Gil", "Ana E Gil", "Ana H Gil"):
        page._bridge.admit(guest(page, name))
    settle()
    page.table.sortByColumn(TABLE, Qt.SortOrder.AscendingOrder)
    tables = shown(page.model, TABLE)
    assert [int(table) for table in tables[:3]] == sorted(int(table) for table in tables[:3])
    assert tables[3:] == [""] * 9


# --- the model keeps Qt's contract ---


def test_the_model_keeps_its_contract_while_3000_guests_arrive_and_are_sought(open_page: Open, settle: Settle) -> None:
    page = open_page(3000)
    tester = QAbstractItemModelTester(page.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    page.table.sortByColumn(STATE, Qt.SortOrder.DescendingOrder)
    for number in (1, 1500, 3000):
        page._bridge.admit(GuestId(number))
    settle()
    assert page.model.rowCount() == 3000
    page.groups.choose("arrived")
    assert page.model.rowCount() == 3
    page._bridge.take_back(GuestId(1500))
    settle()
    assert page.model.rowCount() == 2
    page.groups.choose("expected")
    page._bridge.admit(GuestId(7))
    settle()
    assert page.model.rowCount() == 2997
    assert tester.model() is page.model


@pytest.mark.parametrize("order", list(Qt.SortOrder))
def test_a_row_that_moves_keeps_the_list_sorted(open_page: Open, settle: Settle, order: Qt.SortOrder) -> None:
    page = open_page(60)
    page.table.sortByColumn(STATE, order)
    for number in (31, 2, 59, 17):
        page._bridge.admit(GuestId(number))
    settle()
    kept = [page.model.guest_at(row) for row in range(page.model.rowCount())]
    page.model.sort(STATE, order)
    assert [page.model.guest_at(row) for row in range(page.model.rowCount())] == kept


# --- keeping up ---


def test_an_arrival_touches_its_own_row_and_no_other(open_page: Open, settle: Settle) -> None:
    page = open_page(50)
    touched: list[int] = []
    resets: list[bool] = []
    page.model.dataChanged.connect(lambda first, last, _roles: touched.extend(range(first.row(), last.row() + 1)))
    page.model.modelReset.connect(lambda: resets.append(True))
    page._bridge.admit(GuestId(20))
    settle()
    assert [page.model.guest_at(row) for row in touched] == [GuestId(20)]
    assert not resets
    assert shown(page.model, STATE)[touched[0]].startswith("Arrived")


def test_what_is_marked_stays_marked_when_the_order_changes(open_page: Open) -> None:
    page = open_page(NAMES)
    page.table.choose(guest(page, "Begoña Ibáñez"))
    page.table.sortByColumn(NAME, Qt.SortOrder.DescendingOrder)
    assert page.table.selected_guests() == [guest(page, "Begoña Ibáñez")]
    assert page.table.current_guest() == guest(page, "Begoña Ibáñez")


def test_several_marked_people_stay_marked_through_a_filter(open_page: Open) -> None:
    page = open_page(NAMES)
    marks = QItemSelectionModel.SelectionFlag
    for name in ("Ana Gil", "Ángela Paz"):
        row = page.model.row_of(guest(page, name))
        assert row is not None
        page.table.selectionModel().select(page.model.index(row, 0), marks.Select | marks.Rows)
    page.groups.choose("expected")
    assert set(page.table.selected_guests()) == {guest(page, "Ana Gil"), guest(page, "Ángela Paz")}


# --- finding ---


def test_the_search_runs_while_somebody_types_and_shows_the_best_first(open_page: Open, qtbot: QtBot) -> None:
    page = open_page([*NAMES, "Juana Gil"])
    page.search.setText("ana gil")
    qtbot.waitUntil(lambda: page.model.rowCount() < 6)
    assert shown(page.model)[0] == "Ana Gil"
    page.search.clear()
    qtbot.waitUntil(lambda: page.model.rowCount() == 6)


def test_letters_typed_on_the_list_begin_a_search(open_page: Open, qtbot: QtBot) -> None:
    page = open_page(NAMES)
    page.table.setFocus()
    QApplication.sendEvent(
        page.table, QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_Z, Qt.KeyboardModifier.NoModifier, "z")
    )
    qtbot.waitUntil(lambda: shown(page.model) == ["Zoé Vidal"])
    assert page.search.text() == "z"


def test_ctrl_f_goes_to_the_search_from_everywhere(open_page: Open) -> None:
    page = open_page(NAMES)
    page.search.setText("gil")
    for control in (page.table, page._columns, page.groups._buttons["arrived"]):
        control.setFocus()
        QTest.keyClick(control, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
        assert page.search.hasFocus()
        assert page.search.selectedText() == "gil"


def test_a_search_for_nobody_says_so(open_page: Open, qtbot: QtBot) -> None:
    page = open_page(NAMES)
    page.search.setText("xyzzy<b>")
    qtbot.waitUntil(lambda: page.model.rowCount() == 0)
    assert page._nobody.isVisible()
    assert page._nobody.text() == "Nobody answers to “xyzzy<b>”."
    assert page._nobody.textFormat() is Qt.TextFormat.PlainText


def test_the_groups_count_and_filter(open_page: Open, settle: Settle) -> None:
    page = open_page([("Ana Gil",), ("Jon Rey", "", "", "", "Cancelled"), ("Zoé Paz",)])
    assert counts(page) == ["All 3", "Expected 2", "Arrived 0", "Not expected 1"]
    page.groups.choose(str(Group.NOT_EXPECTED))
    assert shown(page.model) == ["Jon Rey"]
    page._bridge.admit(guest(page, "Ana Gil"))
    settle()
    assert counts(page) == ["All 3", "Expected 1", "Arrived 1", "Not expected 1"]


# --- columns ---


def test_columns_that_were_chosen_are_there_the_next_time(
    open_page: Open, qtbot: QtBot, theme: Theme, t: Words, settings: Settings
) -> None:
    page = open_page(NAMES)
    email = next(at for at, column in enumerate(COLUMNS) if column.key == "email")
    sector = next(at for at, column in enumerate(COLUMNS) if column.key == "sector")
    page.table.show_column(email, shown=True)
    page.table.show_column(sector, shown=False)
    again = GuestsPage(page._bridge, theme, t, Settings(settings.path))
    qtbot.addWidget(again)
    again.resize(1600, 800)
    again.show()
    assert not again.table.isColumnHidden(email)
    assert again.table.isColumnHidden(sector)


def test_the_columns_fill_the_width_and_the_less_important_ones_give_way(open_page: Open) -> None:
    page = open_page(NAMES)
    header = page.table.horizontalHeader()
    for width in (1600, 1184, 928, 640):
        page.resize(width, 700)
        QApplication.processEvents()
        assert header.length() == page.table.viewport().width()
        assert not page.table.isColumnHidden(NAME)
        assert not page.table.isColumnHidden(STATE)


def test_shared_widths_never_fall_below_the_least() -> None:
    columns = [(column.width, column.least) for column in COLUMNS]
    for room in range(0, 2400, 37):
        widths = share_out(columns, room)
        assert all(width >= least for width, (_, least) in zip(widths, columns, strict=True))
        if room >= sum(least for _, least in columns):
            assert sum(widths) == room


def test_a_column_that_fits_is_not_dropped() -> None:
    everything = set(range(len(COLUMNS)))
    assert fitting(everything, 4000) == sorted(everything)
    assert fitting(everything, 0) == [NAME, TABLE, STATE]


# --- one person ---


def test_enter_opens_the_person_and_escape_closes(open_page: Open) -> None:
    page = open_page([("Ana Gil", "Marea Coop.", "Cultura", "Celíaca")])
    page.table.setFocus()
    page.table.selectRow(0)
    QApplication.sendEvent(
        page.table, QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    )
    assert page.person.isVisible()
    assert page.person._name.text() == "Ana Gil"
    press(page, Qt.Key.Key_Escape)
    assert not page.person.isVisible()


def test_the_person_is_checked_in_moved_and_taken_back(open_page: Open, settle: Settle) -> None:
    page = open_page(["Ana Gil"])
    book = page._bridge.book
    assert book is not None
    page.show_person(guest(page, "Ana Gil"))
    page.person._admit.click()
    settle()
    assert book.guests[guest(page, "Ana Gil")].arrived
    here = book.table_of(guest(page, "Ana Gil"))
    assert here is not None
    there = 1 if here.number != 1 else 2
    page.person._move.click()
    page.person._number.setText(str(there))
    page.person._go.click()
    settle()
    assert page.person._table.text() == str(there)
    page.person._back.click()
    settle()
    assert not book.guests[guest(page, "Ana Gil")].arrived
    assert page.person._admit.isVisible()
    assert not page.person._back.isVisible()


def test_the_person_says_why_this_table_and_whom_they_want_to_meet(open_page: Open, settle: Settle) -> None:
    page = open_page(["Ana Gil", "Jon Rey", "Zoé Vidal"])
    ana, jon, zoe = (guest(page, name) for name in ("Ana Gil", "Jon Rey", "Zoé Vidal"))
    page._bridge.ask(lambda desk: desk.add_wish(ana, jon))
    page._bridge.ask(lambda desk: desk.add_wish(zoe, ana))
    page._bridge.admit(ana)
    settle()
    page.show_person(ana)
    settle()
    panel = page.person
    said = [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]
    assert said[said.index("Wants to meet") :][:2] == ["Wants to meet", "Jon Rey"]
    assert said[said.index("Is wanted by") :][:2] == ["Is wanted by", "Zoé Vidal"]
    assert panel._why.isVisible()
    panel._why.click()
    settle()
    assert panel._reason.text().startswith("Ana Gil drew table")
    assert not panel._why.isVisible()
    page.show_person(jon)
    assert not panel._why.isVisible()
    assert not panel._reason.isVisible()


def test_every_button_of_the_person_has_a_key_that_works_from_the_list(open_page: Open, settle: Settle) -> None:
    page = open_page(["Ana Gil"])
    page.table.setFocus()
    page.show_person(guest(page, "Ana Gil"))
    control = Qt.KeyboardModifier.ControlModifier
    for button, key, words in (
        (page.person._admit, Qt.Key.Key_Return, "Ctrl+Enter"),
        (page.person._move, Qt.Key.Key_M, "Ctrl+M"),
        (page.person._back, Qt.Key.Key_Backspace, "Ctrl+Backspace"),
    ):
        page.table.setFocus()
        assert words in button.toolTip()
        press(page, key, keys=control)
        settle()
        assert not button.isVisible()


def test_what_a_guest_wrote_is_never_markup(open_page: Open) -> None:
    page = open_page([("<b>Ana</b> & Gil", "<img src=x>")])
    page.show_person(GuestId(1))
    assert page.person._name.textFormat() is Qt.TextFormat.PlainText
    assert page.person._name.text() == "<b>Ana</b> & Gil"
    assert shown(page.model) == ["<b>Ana</b> & Gil"]


# --- importing ---


def test_an_empty_list_says_what_belongs_there_and_how_to_begin(open_page: Open) -> None:
    page = open_page([])
    assert page.empty.isVisible()
    assert page.empty.button.isVisible()
    assert not page.table.isVisible()


def test_an_import_tells_what_it_came_to_and_can_be_taken_back(
    open_page: Open, settle: Settle, take_in: TakeIn, registrations: Callable[..., Path]
) -> None:
    page = open_page([])
    take_in(page, registrations([("Ana Gil",), ("Jon Rey", "", "", "", "Cancelled")], name="other.csv"))
    report = page.importing.report
    assert report is not None
    assert (report.added, len(report.not_expected)) == (1, 1)
    assert page.importing._title.text() == "Imported"
    assert shown(page.model) == ["Ana Gil", "Jon Rey"]
    page.importing._undo.click()
    settle()
    assert page.model.rowCount() == 0
    assert page.empty.isVisible()


def test_a_file_that_is_no_list_says_so_and_changes_nothing(open_page: Open, read_in: TakeIn, tmp_path: Path) -> None:
    page = open_page(["Ana Gil"])
    broken = tmp_path / "broken.xlsx"
    broken.write_bytes(b"PK\x03\x04 not a workbook")
    read_in(page, broken)
    assert "Nothing was changed" in page.pages._words.text()
    assert page.pages.next.text() == "Choose another file…"
    page.pages.cancel.click()
    assert shown(page.model) == ["Ana Gil"]

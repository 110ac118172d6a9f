"""The window round the pages: its keys, the first start, undo and messages, dropped files, what it remembers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
)
from pytestqt.qtbot import QtBot

from checkin.changes import Kind
from checkin.errors import TableFull
from checkin.model import GuestId
from checkin.round_plans import Itinerary
from checkin.ui.shell.dropping import dropped_file
from checkin.ui.shell.settings import Settings
from checkin.ui.shell.theme import Theme
from checkin.ui.shell.window import MainWindow
from checkin.words import Words

PAGES = ("door", "guests", "tables", "print")

Open = Callable[..., MainWindow]
Settle = Callable[[], None]


def press(window: MainWindow, keys: str) -> None:
    """Press a combination as it is written in a tooltip."""
    *held, key = keys.split("+")
    modifiers = Qt.KeyboardModifier.NoModifier
    for name in held:
        modifiers |= {"Ctrl": Qt.KeyboardModifier.ControlModifier, "Shift": Qt.KeyboardModifier.ShiftModifier}[name]
    at = QApplication.focusWidget()
    QTest.keyClick(window if at is None else at, Qt.Key[f"Key_{key}"], modifiers)


# --- pages and keys ---


def test_a_key_for_each_page_shows_it_and_marks_it_on_the_rail(open_window: Open) -> None:
    window = open_window(["Ana Gil"])
    for place, key in [*enumerate(PAGES, start=1)][::-1]:
        press(window, f"Ctrl+{place}")
        assert window.page == key
        assert window.rail.pages[key].isChecked()
        assert f"Ctrl+{place}" in window.rail.pages[key].toolTip()


def test_a_click_on_the_rail_shows_the_page(open_window: Open) -> None:
    window = open_window(["Ana Gil"])
    QTest.mouseClick(window.rail.pages["print"], Qt.MouseButton.LeftButton)
    assert window.page == "print"


def test_pages_that_do_nothing_are_not_on_the_rail(open_window: Open) -> None:
    assert tuple(open_window(["Ana Gil"]).rail.pages) == PAGES


# --- the first start ---


def test_the_first_start_offers_three_ways_in_and_no_page(open_window: Open) -> None:
    window = open_window()
    assert window.page == "events"
    cards = (window.welcome._new, window.welcome._sample, window.welcome._restore)
    assert all(card.isVisible() for card in cards)
    assert not any(button.isVisible() for button in window.rail.pages.values())
    press(window, "Ctrl+2")
    assert window.page == "events"


def test_a_new_event_has_the_name_and_the_tables_that_were_typed(open_window: Open, settle: Settle) -> None:
    window = open_window()
    window.welcome._new.click()
    form = window.new_event
    assert not form._create.isEnabled()
    form._name.setText("Winter lunch")
    form._rows[0].count.setValue(3)
    form._rows[0].seats.setValue(6)
    form._more.click()
    form._rows[1].count.setValue(2)
    form._rows[1].seats.setValue(4)
    assert form._total.text() == "5 tables, 26 seats"
    assert form._promise.text().startswith("Later rounds")
    form._rounds.setValue(4)
    assert form._promise.text().startswith("Some people will meet twice.")
    form._create.click()
    settle()
    settle()
    book = window._bridge.book
    assert book is not None
    assert book.event.name == "Winter lunch"
    assert [len(book.seats_at(table.id)) for table in book.room()] == [6, 6, 6, 4, 4]
    way = Itinerary.of(book)
    assert way is not None
    assert way.rounds == 4
    assert window.page in PAGES
    assert window.windowTitle() == "Winter lunch · Sobremesa"


def test_the_sample_event_opens_with_its_guests(open_window: Open, settle: Settle) -> None:
    window = open_window()
    window.welcome._sample.click()
    for _ in range(3):
        settle()
    assert window._bridge.book is not None
    assert len(window._bridge.book.guests) > 100
    assert window.page in PAGES


def test_another_event_is_chosen_from_the_list(open_window: Open, settle: Settle) -> None:
    window = open_window(["Ana Gil"])
    window._bridge.ask(lambda desk: desk.create_event("Second", [], ""))
    settle()
    press(window, "Ctrl+E")
    settle()
    rows = {card.accessibleName(): card for card in window.welcome._rows}
    assert set(rows) == {"Second", "Networking lunch"}
    rows["Second"].click()
    settle()
    assert window._bridge.book is not None
    assert window._bridge.book.event.name == "Second"


def test_escape_on_the_list_of_events_goes_back_to_the_open_one(open_window: Open) -> None:
    window = open_window(["Ana Gil"])
    window.show_page("guests")
    press(window, "Ctrl+E")
    QTest.keyClick(window.welcome, Qt.Key.Key_Escape)
    assert window.page == "guests"


# --- undo, redo and messages ---


def test_undo_and_redo_say_what_they_would_do_and_do_it(open_window: Open, settle: Settle) -> None:
    window = open_window(["Ana Gil"])
    assert not window.rail.undo.isEnabled() or "Import" in window.rail.undo.toolTip()
    window._bridge.admit(GuestId(1))
    settle()
    window.show_page("guests")
    assert "Ana Gil" in window.rail.undo.toolTip()
    assert "Ctrl+Z" in window.rail.undo.toolTip()
    press(window, "Ctrl+Z")
    settle()
    book = window._bridge.book
    assert book is not None
    assert not book.guests[GuestId(1)].arrived
    assert window.banner.text == "Undone: Arrival of Ana Gil"
    press(window, "Ctrl+Shift+Z")
    settle()
    assert book.guests[GuestId(1)].arrived
    press(window, "Ctrl+Z")
    settle()
    window.banner._action.click()
    settle()
    assert book.guests[GuestId(1)].arrived


def test_ctrl_z_in_a_field_takes_typing_back_first_and_then_the_last_change(
    open_window: Open, settle: Settle, qtbot: QtBot
) -> None:
    window = open_window(["Ana Gil"])
    window.show_page("guests")
    window._bridge.admit(GuestId(1))
    settle()
    book = window._bridge.book
    assert book is not None
    window.guests.search.setFocus()
    QTest.keyClicks(window.guests.search, "zz")
    qtbot.waitUntil(lambda: window.guests.search.text() == "zz")
    press(window, "Ctrl+Z")
    settle()
    assert window.guests.search.text() == ""
    assert book.guests[GuestId(1)].arrived
    press(window, "Ctrl+Z")
    settle()
    assert not book.guests[GuestId(1)].arrived


def test_a_refusal_is_a_sentence_that_stays_until_it_is_read(open_window: Open) -> None:
    window = open_window(["Ana Gil"])
    window._bridge.failed.emit(TableFull(9, 10))
    assert window.banner.text == "Table 9 is full: its 10 seats are taken. Nobody was moved."
    assert not window.banner._clock.isActive()
    window.banner._close.click()
    assert window.banner.text == ""


def test_a_notice_goes_by_itself(open_window: Open) -> None:
    window = open_window(["Ana Gil"])
    window.messages.notice("Saved.")
    assert window.banner._clock.isActive()
    window.banner._clock.timeout.emit()
    assert window.banner.text == ""


def test_what_another_station_does_passes_in_silence(open_window: Open, settle: Settle) -> None:
    window = open_window(["Ana Gil"])
    window._bridge.admit(GuestId(1))
    settle()
    change = window._bridge.can.undo
    assert change is not None
    assert change.kind is Kind.ARRIVED
    window.messages._station = "Door B"
    window._bridge.take_back(GuestId(1))
    settle()
    assert window.banner.text == ""


def test_somebody_who_may_not_simply_come_in_is_shown_at_the_door(open_window: Open, settle: Settle) -> None:
    window = open_window([("Ana Gil",), ("Jon Rey", "", "", "", "Cancelled")])
    window.show_page("guests")
    window._bridge.admit(GuestId(1))
    settle()
    assert window.page == "guests"
    assert window.banner.text.startswith("Ana Gil: table")
    window._bridge.admit(GuestId(2))
    settle()
    assert window.page == "door"


def test_a_name_typed_on_the_list_of_guests_arrives_whole_in_the_search(open_window: Open, qtbot: QtBot) -> None:
    """The scanner's filter holds keys back until it knows that nobody scans, and lets them go to where they began."""
    window = open_window(["Ana Gil", "Jon Rey"])
    window.show_page("guests")
    QTest.keyClicks(window.guests.table, "jon")
    qtbot.waitUntil(lambda: window.guests.search.text() == "jon")
    qtbot.waitUntil(lambda: window.guests.model.rowCount() == 1)


# --- dropped files ---


def drop(window: MainWindow, path: Path) -> bool:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    taken = dropped_file(mime) is not None
    event = QDropEvent(
        QPointF(QPoint(400, 400)), Qt.DropAction.CopyAction, mime,
        Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    window.dropEvent(event)
    return taken


def test_a_file_that_is_no_list_is_taken_and_told_so(open_window: Open, qtbot: QtBot, tmp_path: Path) -> None:
    window = open_window([])
    path = tmp_path / "programa.pdf"
    path.write_bytes(b"%PDF-1.7 nothing")
    assert drop(window, path)
    qtbot.waitUntil(lambda: window.guests.pages.refusal is not None)
    said = [label.text() for label in window.guests.pages.findChildren(QLabel)]
    assert any("“programa.pdf” was not imported" in words for words in said)


def test_a_file_dropped_anywhere_is_read_and_imported_when_told_so(
    open_window: Open, settle: Settle, qtbot: QtBot, registrations: Callable[..., Path]
) -> None:
    window = open_window([])
    window.show_page("tables")
    assert drop(window, registrations(["Ana Gil", "Zoé Paz"], name="dropped.csv"))
    assert window.page == "guests"
    qtbot.waitUntil(lambda: window.guests.pages.read is not None)
    assert window.guests.model.rowCount() == 0
    for _step in ("columns", "what will happen"):
        window.guests.pages.next.click()
        settle()
    assert window.guests.model.rowCount() == 2


def test_a_picture_is_not_taken_for_a_list(open_window: Open, settle: Settle, tmp_path: Path) -> None:
    window = open_window(["Ana Gil"])
    window.show_page("tables")
    assert not drop(window, tmp_path / "holiday.jpg")
    settle()
    assert window.page == "tables"


# --- from evening to evening ---


def test_the_window_remembers_page_language_and_place(
    open_window: Open, qtbot: QtBot, theme: Theme, settings: Settings
) -> None:
    window = open_window(["Ana Gil"], width=1100, height=720)
    window.show_page("print")
    window.switch_language()
    window.close()
    kept = Settings(settings.path)
    assert kept.text("language") == "es"
    again = MainWindow(window._bridge, theme, Words(kept.text("language")), kept)
    qtbot.addWidget(again)
    assert again.page == "print"
    assert again.height() == 720


def test_a_station_gets_its_name_beside_the_rail(open_window: Open, settings: Settings) -> None:
    window = open_window(["Ana Gil"])
    window.rail.station.click()
    popup = QApplication.activePopupWidget()
    assert popup is not None
    line = popup.findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    line.setText("Door B")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert settings.text("station") == "Door B"
    assert window.rail.station.text() == "Door B"

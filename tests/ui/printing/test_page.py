"""The print page: what it offers, what it shows, and the file that it leaves."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtPdf import QPdfDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from checkin.desk.printing import Only
from checkin.model import GuestId
from checkin.paper.sheets import SHEETS
from checkin.ui.printing.choices import sheet_words
from checkin.ui.printing.job import Running, Stopped, What
from checkin.ui.printing.page import PrintPage
from checkin.ui.printing.preview import pictures
from checkin.ui.printing.sheet_picker import SheetPicker
from checkin.ui.shell.settings import Settings
from checkin.ui.shell.theme import Theme
from checkin.words import Words
from tests.ui.printing.conftest import Open, Settle, choose, look


def figures(page: PrintPage) -> dict[Only, str]:
    return {only: page.choices._figures[only].text() for only in Only}


def text_of(path: Path) -> str:
    document = QPdfDocument()
    document.load(str(path))
    text = "\n".join(document.getAllText(page).text() for page in range(document.pageCount()))
    document.close()
    return text


# --- choosing ---


def test_every_choice_says_for_how_many_people_it_is(open_page: Open, settle: Settle) -> None:
    page = open_page(["Ana Gil", "Jon Rey", ("Zoé Paz", "", "", "", "Cancelled")])
    page._bridge.admit(GuestId(1))
    settle()
    look(page, settle)
    assert figures(page) == {Only.ALL: "2", Only.ARRIVED: "1", Only.UNPRINTED: "2", Only.CHANGED: "0"}
    assert page._line.text() == "2 badges, 1 sheet"


def test_what_was_printed_is_counted_as_printed_until_it_changes(
    open_page: Open, settle: Settle, tmp_path: Path
) -> None:
    page = open_page(["Ana Gil", "Jon Rey"])
    page.save_to(tmp_path / "badges.pdf")
    settle()
    look(page, settle)
    assert figures(page)[Only.UNPRINTED] == "0"
    page._bridge.admit(GuestId(1))
    settle()
    look(page, settle)
    assert figures(page)[Only.CHANGED] == "1"


def test_cards_and_lists_ask_for_no_sheet_and_the_list_asks_for_whom(open_page: Open, settle: Settle) -> None:
    page = open_page(["Ana Gil", "Jon Rey"], tables=3)
    assert page.choices._badges_only.isVisible()
    page.choices.cards[What.CARDS].click()
    look(page, settle)
    assert not page.choices._badges_only.isVisible()
    assert not page.choices._for_some.isVisible()
    assert page._line.text() == "3 tables, 3 pages"
    page.choices.cards[What.LIST].click()
    look(page, settle)
    assert not page.choices._badges_only.isVisible()
    offered = {only for only, radio in page.choices.whom.items() if radio.isVisible()}
    assert offered == {Only.ALL, Only.ARRIVED}
    assert page._line.text() == "2 people, 1 page: by surname and by table"
    assert page.preview.shown >= 1
    page._bridge.admit(GuestId(1))
    page.choices.whom[Only.ARRIVED].click()
    look(page, settle)
    assert page._line.text() == "1 person, 2 pages: by surname and by table"


@pytest.mark.parametrize(
    ("what", "said"),
    [
        (What.DOOR_LIST, "11 people, 1 page: everybody in the house, with a box to tick"),
        (What.CONTACTS, "11 people, 2 pages: who sat together, and a code for telephones"),
        (What.PLACE_CARDS, "12 cards to cut out and fold, 2 sheets"),
        (What.TICKETS, "12 tickets, 12 pages"),
        (What.COMMANDS, "5 cards to cut out, 1 page: codes that undo and change modes at the door"),
        (What.CALIBRATION, "1 page: two crosses and two rulers"),
        (What.CALL_OUT, "Who goes to which table, to be read aloud"),
    ],
)
def test_every_paper_says_how_many_people_and_how_much_paper(
    open_page: Open, settle: Settle, what: What, said: str
) -> None:
    page = open_page(12, tables=2, seats=6)
    for guest in range(1, 12):
        page._bridge.admit(GuestId(guest))
    settle()
    choose(page, what)
    look(page, settle)
    assert page._line.text() == said


def test_with_nobody_to_print_for_the_page_says_where_to_begin(open_page: Open, qtbot: QtBot) -> None:
    page = open_page([])
    assert page.empty.isVisible()
    with qtbot.waitSignal(page.guests_wanted):
        page.empty.button.click()


def test_an_empty_choice_cannot_be_saved_and_says_why(open_page: Open, settle: Settle) -> None:
    page = open_page(["Ana Gil"])
    page.choices.whom[Only.ARRIVED].click()
    look(page, settle)
    assert not page.save.isEnabled()
    assert page.preview.shown == 0
    assert page.preview._words.text() == "There is nobody to print for. No file was written."


def test_the_sheet_is_remembered(open_page: Open, qtbot: QtBot, theme: Theme, t: Words, settings: Settings) -> None:
    page = open_page(["Ana Gil"])
    page.choices.sheet.setCurrentIndex(page.choices.sheet.findData("90x54"))
    again = PrintPage(page._bridge, theme, t, Settings(settings.path))
    qtbot.addWidget(again)
    assert again.choices.job().stock.sheet == "90x54"


@pytest.mark.parametrize("language", ["es", "en"])
def test_every_sheet_has_a_line_of_its_own(language: str) -> None:
    t = Words(language)
    lines = [sheet_words(sheet, t) for sheet in SHEETS.values()]
    assert len(set(lines)) == len(lines)
    assert all("{" not in line for line in lines)


# --- a begun sheet ---


@pytest.mark.parametrize("name", list(SHEETS))
def test_a_click_on_a_label_begins_there(qtbot: QtBot, theme: Theme, name: str) -> None:
    sheet = SHEETS[name]
    picker = SheetPicker(theme, sheet)
    qtbot.addWidget(picker)
    for label in range(1, sheet.labels + 1):
        QTest.mouseClick(picker, Qt.MouseButton.LeftButton, pos=picker.centre_of(label).toPoint())
        assert picker.start == label
    assert picker.label_at(QPointF(-5, -5)) is None


def test_the_arrows_go_from_label_to_label_and_stay_on_the_sheet(qtbot: QtBot, theme: Theme) -> None:
    picker = SheetPicker(theme, SHEETS["a4-2x5"])
    qtbot.addWidget(picker)
    for key, label in (
        ("Up", 1),
        ("Right", 2),
        ("Down", 4),
        ("Down", 6),
        ("Left", 5),
        ("Down", 7),
        ("Down", 9),
        ("Down", 9),
    ):
        QTest.keyClick(picker, Qt.Key[f"Key_{key}"])
        assert picker.start == label, key


def test_a_begun_sheet_needs_the_pages_it_needs(open_page: Open, settle: Settle, tmp_path: Path) -> None:
    page = open_page(9)
    assert page._line.text() == "9 badges, 1 sheet"
    page.choices.picker.pick(3)
    look(page, settle)
    assert page._line.text() == "9 badges, 2 sheets, starting at label 3"
    page.save_to(tmp_path / "badges.pdf")
    settle()
    assert pictures((tmp_path / "badges.pdf").read_bytes(), 0)[1] == 2


# --- the preview and the file ---


def test_the_preview_shows_the_first_pages_of_the_very_file(open_page: Open, settle: Settle, tmp_path: Path) -> None:
    page = open_page(45)
    assert page.preview.shown == 3
    assert page.preview._words.text() == "and 2 more pages"
    page.save_to(tmp_path / "badges.pdf")
    settle()
    printed, pages = pictures((tmp_path / "badges.pdf").read_bytes(), 3)
    assert pages == 5
    assert page.preview._pages._pictures == printed


def test_a_preview_remembers_nobody_as_printed(open_page: Open) -> None:
    page = open_page(["Ana Gil"])
    assert page.preview.shown == 1
    assert page._bridge.book is not None
    assert page._bridge.book.guests[GuestId(1)].badge_printed_at is None


def test_the_saved_file_says_the_names_and_the_page_says_where_it_is(
    open_page: Open, settle: Settle, tmp_path: Path, settings: Settings
) -> None:
    page = open_page(["Begoña Ibáñez"])
    folder = tmp_path / "for the printer"
    page.save_to(folder / "badges")
    settle()
    assert "Begoña" in text_of(folder / "badges.pdf")
    assert page.result.told.text() == "Saved in for the printer: badges.pdf"
    assert page.result.came.text() == "1 code read back"
    assert page.result.open.isVisible()
    assert page.result.folder.isVisible()
    assert settings.text("folder") == str(folder)


def test_ctrl_s_saves_whichever_control_has_the_focus(
    open_page: Open, settle: Settle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The dialog is the operating system's and cannot be driven from here; what it proposes is looked at."""
    page = open_page(["Ana Gil"])
    proposed: list[str] = []

    def choose(_parent: object, _title: str, name: str, _kinds: str) -> tuple[str, str]:
        proposed.append(name)
        return str(tmp_path / f"{len(proposed)}.pdf"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    for control in (page.choices.sheet, page.choices.whom[Only.ALL], page.choices.picker, page.save):
        control.setFocus()
        QTest.keyClick(control, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
        settle()
    assert [Path(name).name for name in proposed] == ["badges.pdf"] * 4
    assert [path.name for path in tmp_path.glob("*.pdf")] == ["1.pdf"], "a second badge is not a matter of one key"
    assert page.result.again.isVisible()
    assert Path(proposed[-1]).parent == tmp_path


def test_cancel_keeps_nothing(open_page: Open, settle: Settle, tmp_path: Path) -> None:
    page = open_page(200)
    refused: list[object] = []
    page._bridge.failed.connect(refused.append)
    page.save_to(tmp_path / "out" / "badges.pdf")
    assert page.result.cancel.isVisible()
    page.result.cancel.click()
    settle()
    assert not list((tmp_path / "out").glob("*")) if (tmp_path / "out").exists() else True
    assert page.save.isVisible()
    assert not page.result.cancel.isVisible()
    assert refused == []


def test_a_stopped_print_ends_at_the_next_page() -> None:
    told: list[tuple[int, int]] = []
    running = Running(lambda done, everything: told.append((done, everything)))
    running(1, 3)
    running.stop()
    with pytest.raises(Stopped):
        running(2, 3)
    assert told == [(1, 3)]

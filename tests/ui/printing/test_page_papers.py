"""The print page: every other paper, stock and printer that can be chosen there."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from checkin.desk.printing import design_of
from checkin.model import GuestId
from checkin.paper.adjusting import EXACT
from checkin.paper.designs import Field
from checkin.paper.sheets import A4
from checkin.ui.printing.job import What
from checkin.ui.printing.own_sheet import OwnSheet
from checkin.ui.printing.page import PrintPage
from checkin.ui.printing.preview import pictures
from checkin.ui.printing.printers import PrinterTrouble
from checkin.ui.printing.proof import codes_on
from checkin.ui.printing.readings import adjustment
from checkin.ui.shell.settings import Settings
from checkin.ui.shell.theme import Theme
from checkin.words import Words
from tests.ui.printing.conftest import Open, Settle, choose, look, to_file


@pytest.mark.parametrize("what", list(What))
def test_every_paper_has_a_preview_or_says_why_not_and_a_sentence(open_page: Open, settle: Settle, what: What) -> None:
    page = open_page(12)
    page._bridge.admit(GuestId(1))
    settle()
    choose(page, what)
    look(page, settle)
    assert page.choices.what() is what
    assert page._line.text()
    assert page.preview.shown >= 1 or page.preview._words.text()
    assert (what is What.CALL_OUT) == (page.preview.shown == 0), "no round is planned"


def test_the_next_print_begins_where_the_last_one_ended_on_that_stock(
    open_page: Open, settle: Settle, tmp_path: Path
) -> None:
    page = open_page(13)
    page.save_to(tmp_path / "badges.pdf")
    settle()
    assert page.choices.picker.start == 4
    page.choices.sheet.setCurrentIndex(page.choices.sheet.findData("a4-a7"))
    assert page.choices.picker.start == 1
    page.choices.sheet.setCurrentIndex(page.choices.sheet.findData("a4-2x5"))
    assert page.choices.picker.start == 4


def test_a_second_badge_is_asked_for_twice(open_page: Open, settle: Settle, tmp_path: Path) -> None:
    page = open_page(["Ana Gil", "Jon Rey"])
    page.save_to(tmp_path / "one.pdf")
    settle()
    look(page, settle)
    assert page._line.text() == "2 badges, 1 sheet, starting at label 3 · 2 printed already"
    page.save_to(tmp_path / "two.pdf")
    settle()
    assert not (tmp_path / "two.pdf").exists()
    assert page.result.again.isVisible()
    assert page.result.came.text().startswith("2 of 2 people have this very badge already")
    page.result.again.click()
    settle()
    assert (tmp_path / "two.pdf").exists()
    assert not page.result.again.isVisible()


def test_a_print_is_the_preview_and_is_remembered_once_the_printer_has_it(
    open_page: Open, settle: Settle, tmp_path: Path
) -> None:
    page = open_page(12)
    page.choices.options.readings[0].setValue(21.0)
    page.print_on(to_file(tmp_path / "printed.pdf"))
    settle()
    assert page.result.came.text() == "2 pages are on their way to the printer · 12 codes read back"
    assert page._bridge.book is not None
    guests = page._bridge.book.guests.values()
    assert all(guest.badge_printed_at for guest in guests)
    pdf = (tmp_path / "printed.pdf").read_bytes()
    assert pictures(pdf, 0)[1] == 2
    on_paper = {code for at in range(2) for code in codes_on(pdf, at)}
    assert on_paper == {page._bridge.book.our_code(guest.id) for guest in guests}


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_takes_nothing_leaves_everybody_without_a_badge(
    open_page: Open, settle: Settle, tmp_path: Path
) -> None:
    page = open_page(["Ana Gil"])
    refused: list[object] = []
    page._bridge.failed.connect(refused.append)
    page.print_on(to_file(tmp_path / "no such folder" / "printed.pdf"))
    settle()
    assert [type(one) for one in refused] == [PrinterTrouble]
    assert page._bridge.book is not None
    assert page._bridge.book.guests[GuestId(1)].badge_printed_at is None
    assert page.save.isEnabled()


def test_a_sheet_of_ones_own_is_offered_from_then_on(
    open_page: Open, qtbot: QtBot, theme: Theme, t: Words, settings: Settings
) -> None:
    page = open_page(["Ana Gil"])
    dialog = OwnSheet(page, theme, t)
    qtbot.addWidget(dialog)
    sheet = dialog.sheet()
    assert sheet is not None
    assert sheet.labels == 21
    dialog.lengths[4].setValue(10)
    assert dialog.sheet() is None, "labels would lie on one another"
    page.choices.add_own(sheet)
    assert page.choices.job().stock.sheet == sheet.name
    again = PrintPage(page._bridge, theme, t, Settings(settings.path))
    qtbot.addWidget(again)
    assert again.choices.job().stock.sheet == sheet.name


def test_a_choice_of_look_is_seen_in_the_preview_at_once(open_page: Open, settle: Settle, tmp_path: Path) -> None:
    page = open_page(["Ana Gil"])
    before = page.preview._pages._pictures[0]
    panel = page.open_design()
    assert panel is not None
    panel.look.setCurrentIndex(panel.look.findData("band"))
    panel.look.activated.emit(panel.look.currentIndex())
    panel.fields[Field.CODE].click()
    settle()
    look(page, settle)
    assert page.preview._pages._pictures[0] != before
    (tmp_path / "logo.png").write_bytes(b"no picture")
    panel.take_logo(tmp_path / "no-such-picture.png")
    assert panel.told.text() == "The picture could not be read. The design was not changed."
    panel.take_logo(tmp_path / "logo.png")
    assert "PNG or JPEG" in panel.told.text()
    panel.close()
    assert page._bridge.book is not None
    design = design_of(page._bridge.book)
    assert (design.look, Field.CODE in design.fields) == ("band", False)


def test_every_printer_has_readings_of_its_own(
    open_page: Open, settle: Settle, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, theme: Theme, t: Words
) -> None:
    monkeypatch.setattr("checkin.ui.printing.page.printers", lambda: ["Office / 2nd floor", "\\\\server\\Zebra"])
    page = open_page(["Ana Gil"])
    choose(page, What.CALIBRATION)
    settle()
    options = page.choices.options
    offered = [options.printer.itemText(at) for at in range(options.printer.count())]
    assert offered == ["All other printers", "Office / 2nd floor", "\\\\server\\Zebra"]
    options.printer.setCurrentIndex(1)
    options.readings[0].setValue(21.0)
    options.printer.setCurrentIndex(2)
    assert options.readings[0].value() == 20.0, "the one beside it was not measured"
    options.readings[1].setValue(19.0)
    again = PrintPage(page._bridge, theme, t, Settings(page._settings.path)).choices.options
    qtbot.addWidget(again)
    again.printer.addItem("Office / 2nd floor", "Office / 2nd floor")
    again.printer.setCurrentIndex(1)
    assert again.readings[0].value() == 21.0
    kept = Settings(page._settings.path)
    assert adjustment(kept, "Office / 2nd floor", A4).right == pytest.approx(-1.0, abs=0.2)
    assert adjustment(kept, "\\\\server\\Zebra", A4).down == pytest.approx(1.0, abs=0.2)
    assert adjustment(kept, "some other", A4) == EXACT
    label = adjustment(kept, "Office / 2nd floor", (90.0, 54.0))
    assert label == adjustment(kept, "Office / 2nd floor", A4), "what was measured on A4 holds for a label"

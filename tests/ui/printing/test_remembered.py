"""Each paper goes on what it went on last: a sheet, a size, a printer of its own."""

from __future__ import annotations

import pytest
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from checkin.paper.ticket import TicketPaper
from checkin.ui.printing.choices import Choices
from checkin.ui.printing.job import What
from checkin.ui.printing.page import PrintPage
from checkin.ui.shell.settings import Settings
from checkin.ui.shell.theme import Theme
from checkin.words import Words
from tests.ui.printing.conftest import Open


def turn_to(choices: Choices, what: What) -> None:
    if what is What.BADGES:
        choices.cards[what].click()
    else:
        choices.more.setCurrentIndex(choices.more.findData(what))
        choices._more_chosen()


def choose_sheet(choices: Choices, name: str) -> None:
    choices.sheet.setCurrentIndex(choices.sheet.findData(name))


def test_badges_and_the_calibration_page_each_remember_their_sheet(
    open_page: Open, qtbot: QtBot, theme: Theme, t: Words
) -> None:
    page = open_page(["Ana Gil"])
    choices = page.choices
    choose_sheet(choices, "a4-a6")
    turn_to(choices, What.CALIBRATION)
    choose_sheet(choices, "letter-2x5")
    assert choices.options.page == (215.9, 279.4)
    turn_to(choices, What.BADGES)
    assert (choices.job().stock.sheet, choices.sheet.currentData()) == ("a4-a6", "a4-a6")
    turn_to(choices, What.CALIBRATION)
    assert (choices.job().stock.sheet, choices.sheet.currentData()) == ("letter-2x5", "letter-2x5")
    page._settings.save()
    again = PrintPage(page._bridge, theme, t, Settings(page._settings.path)).choices
    qtbot.addWidget(again)
    assert again.job().stock.sheet == "a4-a6"
    turn_to(again, What.CALIBRATION)
    assert again.job().stock.sheet == "letter-2x5"


def test_tickets_remember_their_size(open_page: Open, qtbot: QtBot, theme: Theme, t: Words) -> None:
    page = open_page(["Ana Gil"])
    page.choices.options.ticket.setCurrentIndex(page.choices.options.ticket.findData(TicketPaper.PHONE))
    page._settings.save()
    again = PrintPage(page._bridge, theme, t, Settings(page._settings.path)).choices
    qtbot.addWidget(again)
    assert again.job().size is TicketPaper.PHONE


def test_the_printer_is_proposed_by_paper(open_page: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    page = open_page(["Ana Gil"])
    proposed: list[str] = []

    class Dialog:
        """Stands in for the system's dialog: this machine has no printer."""

        def __init__(self, printer: QPrinter, _page: object) -> None:
            self.printer = printer

        def exec(self) -> bool:
            return True

    monkeypatch.setattr("checkin.ui.printing.page.QPrintDialog", Dialog)
    monkeypatch.setattr(page, "print_on", lambda _printer: None)
    monkeypatch.setattr(QPrinter, "setPrinterName", lambda _self, name: proposed.append(name))
    names = iter(["Zebra", "Office", "Zebra", "Office"])
    monkeypatch.setattr(QPrinter, "printerName", lambda _self: next(names))
    for what in (What.BADGES, What.TICKETS, What.BADGES, What.TICKETS):
        turn_to(page.choices, what)
        page.print.setEnabled(True)
        page.ask_printer()
    assert proposed == ["Zebra", "Office"]

"""Paper for the people that were marked on the guests page, and for nobody else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtTest import QTest

from checkin.desk.printing import Only
from checkin.model import GuestId
from checkin.ui.printing.job import What
from checkin.ui.printing.page import PrintPage
from checkin.ui.shell.window import MainWindow
from tests.paper.reading import Reader
from tests.ui.printing.conftest import ANA, JON, PEOPLE, ZOE, Open, Settle, look


def names_in(pdf: Path) -> set[str]:
    read = Reader(pdf.read_bytes())
    said = " ".join(" ".join(read.lines(page)) for page in range(read.document.pageCount()))
    return {name for name in PEOPLE if name.split()[0] in said}


def test_badges_place_cards_and_tickets_are_for_those_who_are_marked(
    open_page: Open, settle: Settle, tmp_path: Path
) -> None:
    page = open_page(PEOPLE)
    assert not page.choices.whom[None].isVisible()
    page.choices.mark([ZOE, ANA])
    look(page, settle)
    assert page.choices.whom[None].isVisible()
    assert page.choices.whom[None].isChecked()
    assert page.choices._figures[None].text() == "2"
    assert page._line.text() == "2 badges, 1 sheet"
    for what in (What.BADGES, What.PLACE_CARDS, What.TICKETS):
        if what is not What.BADGES:
            page.choices.more.setCurrentIndex(page.choices.more.findData(what))
            page.choices._more_chosen()
        page.save_to(tmp_path / f"{what}.pdf")
        settle()
        assert names_in(tmp_path / f"{what}.pdf") == {"Ana Gil", "Zoé Paz"}, what
    book = page._bridge.book
    assert book is not None
    assert {guest.id for guest in book.guests.values() if guest.badge_printed_at} == {ANA, ZOE}


def test_marked_people_stay_a_choice_beside_the_others(open_page: Open, settle: Settle) -> None:
    page = open_page(PEOPLE)
    page.choices.mark([JON])
    page.choices.whom[Only.ALL].click()
    look(page, settle)
    assert page._line.text() == "3 badges, 1 sheet"
    page.choices.whom[None].click()
    look(page, settle)
    assert page._line.text() == "1 badge, 1 sheet"
    page.refresh()
    assert page.choices.job().marked is None, "another event has other people"
    assert not page.choices.whom[None].isVisible()


def test_who_is_marked_and_gone_since_is_not_printed(open_page: Open, settle: Settle) -> None:
    page = open_page(PEOPLE)
    page.choices.mark([JON, GuestId(99)])
    look(page, settle)
    assert page._line.text() == "1 badge, 1 sheet"


@pytest.mark.parametrize("way", ["key", "menu"])
def test_from_the_guests_page_a_key_or_the_menu_leads_to_the_print_page(
    open_window: Callable[..., MainWindow], settle: Settle, way: str
) -> None:
    window = open_window(PEOPLE)
    window.show_page("guests")
    table = window.guests.table
    assert "print" not in window.pages, "nobody has needed it yet"
    QTest.keyClick(table, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert window.page == "guests", "nobody is marked"
    marks = QItemSelectionModel.SelectionFlag
    for guest_id in (ANA, ZOE):
        row = window.guests.model.row_of(guest_id)
        assert row is not None
        table.selectionModel().select(window.guests.model.index(row, 0), marks.Select | marks.Rows)
    if way == "key":
        QTest.keyClick(table, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    else:
        offered = table.offer_for_marked(table.mapToGlobal(QPoint(20, 20)))
        badges, _one_person = offered.actions()
        assert "2" in badges.text()
        badges.trigger()
        offered.close()
    settle()
    assert window.page == "print"
    page = window.page_of("print")
    assert isinstance(page, PrintPage)
    assert set(page.choices.job().marked or ()) == {ANA, ZOE}

"""Putting right what is known about a person: kept, undone, and not changed back by a list."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from checkin.desk.imports import corrected
from checkin.model import Guest, GuestId, Standing
from checkin.ui.bridge import Bridge
from checkin.ui.guests.page import GuestsPage
from checkin.ui.guests.person_form import LINES, TEXTS
from checkin.ui.shell.settings import Settings
from checkin.ui.shell.theme import Theme
from checkin.ui.tasks import Tasks
from checkin.words import Words
from tests.evenings import desk_at, lay, row, take_in


@pytest.fixture
def page(tmp_path: Path, qtbot: QtBot, theme: Theme, t: Words, settings: Settings) -> Iterator[GuestsPage]:
    """Three guests, the second of whom is open in the panel; the third has a first name and a surname."""
    desk = desk_at(str(tmp_path / "evening.db"))
    lay(desk, 0)
    take_in(desk, [row(1), row(2), row(3, name="Ana Gil", given="Ana", family="Gil")])
    tasks = Tasks()
    made = GuestsPage(Bridge(desk, tasks), theme, t, settings)
    qtbot.addWidget(made)
    made.resize(1184, 800)
    made.show()
    qtbot.waitUntil(made.isActiveWindow)
    made.table.selectRow(0)
    made.person.show_guest(who(made, 1))
    made.person.show()
    yield made
    tasks.close()
    desk.close()


def who(page: GuestsPage, place: int) -> GuestId:
    assert page._bridge.book is not None
    return sorted(page._bridge.book.guests)[place]


def guest(page: GuestsPage, place: int) -> Guest:
    assert page._bridge.book is not None
    return page._bridge.book.guests[who(page, place)]


def settle(page: GuestsPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page._bridge.tasks.idle)


def edit(page: GuestsPage, **said: str) -> None:
    """Open the form with its key and type into its fields."""
    QTest.keyClick(page, Qt.Key.Key_F2)
    form = page.person.form
    assert form.isVisible()
    for name, text in said.items():
        if name in LINES:
            form.lines[name].setText(text)
        else:
            form.texts[name].setPlainText(text)


def test_what_is_typed_is_kept_and_undone_as_one_change(page: GuestsPage, qtbot: QtBot) -> None:
    before = guest(page, 1)
    edit(page, name="Begoña  Ibáñez ", company="Norte", email="BEGO@Example.org", note="llega tarde\ncon bastón")
    page.person.form.truths["step_free"].setChecked(True)
    page.person.form.truths["vip"].setChecked(True)
    page.person.form.standing.setCurrentIndex(page.person.form.standing.findData(str(Standing.UNPAID)))
    QTest.keyClick(page.person.form.lines["company"], Qt.Key.Key_Return)
    settle(page, qtbot)
    now = guest(page, 1)
    assert (now.name, now.company, now.email) == ("Begoña Ibáñez", "Norte", "bego@example.org")
    assert (now.note, now.step_free, now.vip, now.standing) == ("llega tarde\ncon bastón", True, True, Standing.UNPAID)
    assert not page.person.form.isVisible()
    page._bridge.undo()
    settle(page, qtbot)
    assert guest(page, 1) == before


def test_halves_of_a_name_make_the_name(page: GuestsPage, qtbot: QtBot) -> None:
    page.person.show_guest(who(page, 2))
    edit(page, family="Gil Ruiz")
    assert not page.person.form.lines["name"].isVisible()
    page.person.form.save.click()
    settle(page, qtbot)
    assert (guest(page, 2).name, guest(page, 2).given, guest(page, 2).family) == ("Ana Gil Ruiz", "Ana", "Gil Ruiz")


def test_escape_leaves_everything_as_it_was(page: GuestsPage, qtbot: QtBot) -> None:
    before, change = guest(page, 1), page._bridge.can.undo
    edit(page, company="Norte")
    QTest.keyClick(page.person.form.lines["company"], Qt.Key.Key_Escape)
    assert page.person.isVisible()
    page.person.show_guest(who(page, 0))
    settle(page, qtbot)
    assert guest(page, 1) == before
    assert page._bridge.can.undo == change


def test_nothing_changed_writes_nothing(page: GuestsPage, qtbot: QtBot) -> None:
    change = page._bridge.can.undo
    edit(page)
    page.person.form.save.click()
    settle(page, qtbot)
    assert page._bridge.can.undo == change


def test_an_address_that_is_none_is_said_and_nothing_is_lost(page: GuestsPage, qtbot: QtBot) -> None:
    edit(page, email="bego arroba", company="Norte")
    page.person.form.save.click()
    assert page.person.form._wrong.isVisible()
    assert page.person.form.lines["company"].text() == "Norte"
    page.person.form.lines["email"].setText("bego@example.org")
    page.person.form.save.click()
    settle(page, qtbot)
    assert (guest(page, 1).email, guest(page, 1).company) == ("bego@example.org", "Norte")


@pytest.mark.parametrize("leaving", ["another", "closing"])
def test_what_was_written_is_kept_when_somebody_else_is_picked_or_the_panel_shut(
    leaving: str, page: GuestsPage, qtbot: QtBot
) -> None:
    edit(page, company="Norte", email="no address")
    address = guest(page, 1).email
    if leaving == "another":
        page.person.show_guest(who(page, 0))
    else:
        page.person._close.click()
    settle(page, qtbot)
    assert (guest(page, 1).company, guest(page, 1).email) == ("Norte", address)
    assert guest(page, 0).company != "Norte"


def test_only_what_was_written_is_changed_where_somebody_else_has_written_meanwhile(
    page: GuestsPage, qtbot: QtBot
) -> None:
    edit(page, company="Norte")
    someone = who(page, 1)
    page._bridge.ask(lambda desk: desk.correct(someone, role="Directora", company="Sur"))
    settle(page, qtbot)
    assert page.person.form.lines["company"].text() == "Norte"
    page.person.form.save.click()
    settle(page, qtbot)
    assert (guest(page, 1).company, guest(page, 1).role) == ("Norte", "Directora")


def test_a_newer_list_keeps_what_was_put_right(page: GuestsPage, qtbot: QtBot) -> None:
    edit(page, company="Norte")
    page.person.form.save.click()
    settle(page, qtbot)
    told: list[frozenset[str]] = []
    someone = who(page, 1)
    page._bridge.ask(lambda desk: told.append(corrected(desk._ledger)[someone]))
    settle(page, qtbot)
    assert told == [frozenset({"company"})]


def test_every_field_of_the_form_has_a_name_for_screen_readers(page: GuestsPage) -> None:
    edit(page)
    form = page.person.form
    fields = [*form.lines.values(), *form.texts.values(), form.standing]
    assert all(field.accessibleName() for field in fields)
    assert len(form.lines) + len(form.texts) == len(LINES) + len(TEXTS)

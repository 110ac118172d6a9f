"""Two marked entries of the guests page that are one person: shown side by side, made one, and undone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QRadioButton
from pytestqt.qtbot import QtBot

from checkin.ui.guests.one_person_dialog import OnePersonDialog
from checkin.ui.guests.page import GuestsPage
from tests.ui.test_guests import NAMES, guest, open_page, shown

Open = Callable[..., GuestsPage]
Settle = Callable[[], None]

__all__ = ["open_page"]


def mark(page: GuestsPage, *names: str) -> None:
    marks = QItemSelectionModel.SelectionFlag
    page.table.setFocus()
    page.table.clearSelection()
    for name in names:
        row = page.model.row_of(guest(page, name))
        assert row is not None
        page.table.selectionModel().select(page.model.index(row, 0), marks.Select | marks.Rows)


def test_two_marked_entries_are_made_one_after_both_were_shown(
    open_page: Open, settle: Settle, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = open_page(NAMES)
    ana, zoe = guest(page, "Ana Gil"), guest(page, "Zoé Vidal")
    page._bridge.admit(zoe)
    settle()
    seen: list[str] = []

    def answer(dialog: OnePersonDialog) -> int:
        seen.extend(label.text() for label in dialog.findChildren(QLabel))
        assert (dialog.kept, dialog.other) == (zoe, ana), "who has come stays unless somebody says otherwise"
        for button in dialog.findChildren(QRadioButton):
            if button.accessibleName().startswith("Ana Gil"):
                button.click()
        assert (dialog.kept, dialog.other) == (ana, zoe)
        dialog.make_one.click()
        return dialog.result()

    monkeypatch.setattr(OnePersonDialog, "exec", answer)
    mark(page, "Ana Gil", "Zoé Vidal")
    QTest.keyClick(page.table, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    settle()
    book = page._bridge.book
    assert book is not None
    assert {"Ana Gil", "Zoé Vidal"} <= set(seen)
    assert (zoe in book.guests, book.guests[ana].arrived) == (False, True)
    assert sorted(shown(page.model)) == sorted(set(NAMES) - {"Zoé Vidal"})
    qtbot.waitUntil(lambda: page.table.selected_guests() == [ana])
    page._bridge.undo()
    settle()
    assert sorted(shown(page.model)) == sorted(NAMES)


@pytest.mark.parametrize("names", [("Ana Gil",), ("Ana Gil", "Zoé Vidal", "Ángela Paz")])
def test_one_or_three_marked_entries_are_not_offered_to_be_one(
    open_page: Open, monkeypatch: pytest.MonkeyPatch, names: tuple[str, ...]
) -> None:
    page = open_page(NAMES)
    monkeypatch.setattr(OnePersonDialog, "exec", lambda _dialog: pytest.fail("asked"))
    mark(page, *names)
    QTest.keyClick(page.table, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    offered = page.table.offer_for_marked(page.table.mapToGlobal(page.table.rect().center()))
    assert [action.isEnabled() for action in offered.actions()] == [True, False]
    offered.close()

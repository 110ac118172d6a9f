"""The panel under "Luck": what is chosen is written at once, what is promised is true, the score has its bounds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from checkin.changes import Kind
from checkin.model import SettingName
from checkin.rulebook import ways_of
from checkin.score import Score
from checkin.seating import OPEN_UP, PURE
from checkin.ui.room.figures import figures
from checkin.ui.room.luck_panel import LuckPanel, promise
from checkin.ui.room.previews import Figure
from checkin.words import Words
from tests.ui.room.conftest import Evening

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


@pytest.fixture
def panel(meal: Evening) -> Iterator[LuckPanel]:
    """The panel as the key opens it."""
    QTest.keyClick(meal.page.view, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    meal.settle()
    opened = next(widget for widget in QApplication.topLevelWidgets() if isinstance(widget, LuckPanel))
    yield opened
    opened.close()


def test_the_open_up_mode_is_chosen_weighed_and_left_again(meal: Evening, panel: LuckPanel) -> None:
    book = meal.bridge.book
    assert book is not None
    assert not panel.costs["sector"].isVisible()
    panel.mode.choose(OPEN_UP)
    meal.settle()
    assert book.event.mode == OPEN_UP
    assert panel.costs["sector"].isVisible()
    panel.costs["sector"].setValue(2.5)
    panel.costs["sector"].editingFinished.emit()
    meal.settle()
    assert (ways_of(book).costs["sector"], ways_of(book).temperature) == (10, 1)
    panel.mode.choose(PURE)
    meal.settle()
    assert book.event.mode == PURE
    assert {change.kind for change in meal.written} == {Kind.SET}
    assert not meal.refused


def test_companions_and_rounds_are_decided(meal: Evening, panel: LuckPanel) -> None:
    book = meal.bridge.book
    assert book is not None
    panel.companions.setCurrentIndex(1)
    panel.companions.activated.emit(1)
    panel.rounds.setValue(2)
    panel.rounds.editingFinished.emit()
    meal.settle()
    assert book.setting(SettingName.COMPANIONS) == "together"
    assert book.rounds == 2
    written = len(meal.written)
    panel.rounds.editingFinished.emit()
    meal.settle()
    assert len(meal.written) == written


def test_the_commitment_is_shown_copied_and_printed(
    meal: Evening, panel: LuckPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel.commit.click()
    meal.settle()
    digest = str(meal.written[-1].facts["digest"])
    assert panel._figure.text().replace(" ", "") == digest
    panel.copy.click()
    assert QGuiApplication.clipboard().text() == digest
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    panel.sheet.click()
    meal.settle()
    assert Path(opened[0].toLocalFile()).read_bytes().startswith(b"%PDF")


def test_the_score_stands_beside_what_was_possible(meal: Evening, panel: LuckPanel) -> None:
    places = (panel._figures.itemAtPosition(row, column) for row in range(3) for column in range(3))
    told = [place.widget() if place is not None else None for place in places]
    assert all(isinstance(label, QWidget) and label.property("text") for label in told)
    assert not meal.refused


def test_every_control_has_a_name(panel: LuckPanel) -> None:
    for control in (*panel.costs.values(), panel.heat, panel.rounds, panel.companions, panel.commit, panel.copy):
        assert control.accessibleName()


def test_what_is_promised_is_true(meal: Evening, t: Words) -> None:
    book = meal.bridge.book
    assert book is not None
    assert promise(book, 1, t).startswith("Later rounds")
    promised = promise(book, 2, t)
    assert promised.startswith(("Nobody", "Some people"))
    assert promise(book, 8, t).startswith("Some people")


def test_wishes_are_told_where_there_are_any(t: Words) -> None:
    plain = Score(1, 0, 0, 1, 0, 0, 0, (("sector", 3, 2),), (4,), (5,), 3.5, 4.0)
    assert [line.word for line in figures(plain, t)] == [
        "Met again", "Smallest table", "New people a guest", "Pairs: Same sector"
    ]  # fmt: skip
    wishing = Score(0, 0, 0, 0, 9, 4, 8, (), (4,), (5,), 3.5, 4.0)
    assert figures(wishing, t)[1] == Figure("Wishes met", "4 of 9", "not more than 8", "≤ 8")

"""Typing a PIN: digits that nobody sees, what is said of a wrong one, and how long to wait."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from checkin.desk.lock import Verdict
from checkin.ui.shell.pin import NewPinPrompt, PinField, PinPrompt
from checkin.ui.shell.theme import Theme
from checkin.words import Words

PIN = "480152"


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


# --- the field ---


@pytest.fixture
def field(qtbot: QtBot, theme: Theme, t: Words) -> PinField:
    made = PinField(theme, t)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_pin_field_takes_digits_only_and_shows_none(field: PinField) -> None:
    entered: list[str] = []
    field.entered.connect(entered.append)
    QTest.keyClicks(field.line, "4a8-0 1x52")
    assert field.line.text() == PIN
    assert field.line.displayText() == "●" * 6
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    assert entered == [PIN]


def test_too_few_digits_are_no_try(field: PinField) -> None:
    entered: list[str] = []
    field.entered.connect(entered.append)
    QTest.keyClicks(field.line, "48015")
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    assert not field.enter.isEnabled()
    assert entered == []


def test_a_wrong_pin_is_said_until_the_next_digit(field: PinField) -> None:
    field.answer(Verdict(ok=False))
    assert field.told.text() == "That is not the PIN."
    assert field.line.accessibleDescription() == "That is not the PIN."
    QTest.keyClicks(field.line, "4")
    assert field.told.text() == ""


def test_the_wait_is_counted_down_and_then_a_pin_is_taken_again(field: PinField) -> None:
    field.answer(Verdict(ok=False, wait_seconds=61))
    assert field.told.text() == "Too many wrong PINs. Try again in 1:01."
    assert not field.line.isEnabled()
    field._count()
    field._count()
    assert field.told.text() == "Too many wrong PINs. Try again in 0:59."
    for _ in range(59):
        field._count()
    assert field.line.isEnabled()
    assert field.told.text() == ""
    assert not field._second.isActive()


def test_esc_leaves_the_field(field: PinField, qtbot: QtBot) -> None:
    with qtbot.waitSignal(field.left):
        QTest.keyClick(field.line, Qt.Key.Key_Escape)


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_control_has_a_name_in_both_languages(qtbot: QtBot, theme: Theme, host: QWidget, language: str) -> None:
    words = Words(language)
    for panel in (
        PinField(theme, words, on_card=True),
        PinPrompt(host, theme, words),
        NewPinPrompt(host, theme, words),
    ):
        qtbot.addWidget(panel)
        controls = [*panel.findChildren(QLineEdit), *panel.findChildren(QPushButton)]
        assert controls
        assert all(control.accessibleName() for control in controls)
        assert all(button.toolTip() for button in panel.findChildren(QPushButton))


# --- a new PIN ---


def test_a_new_pin_is_typed_twice(theme: Theme, t: Words, host: QWidget) -> None:
    panel = NewPinPrompt(host, theme, t)
    chosen: list[str] = []
    panel.chosen.connect(chosen.append)
    panel.open_beside(host)
    QTest.keyClicks(panel.first, "48015")
    QTest.keyClicks(panel.second, "48015")
    assert not panel.keep.isEnabled()
    assert panel.told.text() == "At least 6 digits."
    QTest.keyClicks(panel.first, "2")
    QTest.keyClicks(panel.second, "9")
    assert panel.told.text() == "The two differ."
    assert not panel.keep.isEnabled()
    QTest.keyClick(panel.second, Qt.Key.Key_Backspace)
    QTest.keyClicks(panel.second, "2")
    QTest.keyClick(panel.second, Qt.Key.Key_Return)
    assert chosen == [PIN]

"""Scans are found wherever the focus is, and typing arrives untouched."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import ownedByPython

from checkin.ui.door.burst import MIN_CHARS, SILENCE
from checkin.ui.door.scanner import Scanner
from tests.spanish_names import spanish_names
from tests.ui.door.conftest import Keyboard, focused

CODE = "BCDFGHJKLNPRSTVXBCDF"


class Pad(QWidget):
    """A field, a button and a shortcut of one letter; it keeps what reached it."""

    def __init__(self) -> None:
        """Show them."""
        super().__init__()
        self.field, self.button = QLineEdit(), QPushButton("Let in")
        box = QVBoxLayout(self)
        box.addWidget(self.field)
        box.addWidget(self.button)
        self.entered: list[str] = []
        self.clicks: list[str] = []
        self.moves: list[str] = []
        self.field.returnPressed.connect(lambda: self.entered.append(self.field.text()))
        self.button.clicked.connect(lambda: self.clicks.append("click"))
        QShortcut(QKeySequence("M"), self).activated.connect(lambda: self.moves.append("M"))


@dataclass
class Bench:
    """A pad in an active window under a scanner's filter."""

    pad: Pad
    scanner: Scanner
    keyboard: Keyboard
    scans: list[str] = field(default_factory=list)


@pytest.fixture
def bench(scanner: Scanner, keyboard: Keyboard, qtbot: QtBot) -> Bench:
    """A bench."""
    pad = Pad()
    focused(pad, qtbot)
    made = Bench(pad, scanner, keyboard)
    scanner.scanned.connect(made.scans.append)
    pad.field.setFocus()
    return made


def test_a_scan_into_a_text_field_leaves_no_trace_in_it(bench: Bench) -> None:
    bench.pad.field.setText("Ana")
    bench.keyboard.scan(CODE)
    bench.keyboard.rest()
    assert bench.scans == [CODE]
    assert bench.pad.field.text() == "Ana"
    assert bench.pad.entered == []


def test_a_scan_while_a_button_has_the_focus_presses_nothing(bench: Bench) -> None:
    bench.pad.button.setFocus()
    bench.keyboard.scan("BCD FGH JKL")
    bench.keyboard.rest()
    assert bench.scans == ["BCD FGH JKL"]
    assert bench.pad.clicks == []


def test_a_scan_while_a_menu_is_open_is_taken_and_the_menu_stays(bench: Bench, qtbot: QtBot) -> None:
    menu = QMenu(bench.pad)
    menu.addAction("&Cancel").triggered.connect(lambda: bench.pad.clicks.append("menu"))
    menu.popup(bench.pad.pos())
    qtbot.waitUntil(menu.isVisible)
    bench.keyboard.scan(CODE)
    bench.keyboard.rest()
    assert bench.scans == [CODE]
    assert menu.isVisible()
    assert bench.pad.clicks == []
    menu.close()


@pytest.mark.parametrize("end", ["\r", "\t", ""])
def test_enter_tab_or_silence_end_a_scan(bench: Bench, end: str) -> None:
    bench.keyboard.scan(CODE, end=end)
    bench.keyboard.rest()
    assert bench.scans == [CODE]
    assert bench.pad.field.hasFocus()


def test_a_letter_of_a_code_is_no_shortcut(bench: Bench) -> None:
    bench.pad.button.setFocus()
    bench.keyboard.scan("MMMMMMMM")
    bench.keyboard.rest()
    assert bench.pad.moves == []
    bench.keyboard.type("m")
    bench.keyboard.rest()
    assert bench.pad.moves == ["M"]


def test_the_keys_of_a_person_arrive_with_their_releases(bench: Bench) -> None:
    bench.pad.button.setFocus()
    bench.keyboard.type(" ")
    bench.keyboard.rest()
    assert bench.pad.clicks == ["click"]


def test_a_thousand_surnames_typed_and_entered_are_no_scan(bench: Bench) -> None:
    """Uneven hands, fast ones among them: 55 to 240 ms a key, Enter as fast as a letter."""
    names = [" ".join(name.split()[-2:]) for name in spanish_names(1000)]
    hands = Random(7)
    for name in names:
        bench.pad.field.clear()
        for letter in f"{name}\r":
            bench.keyboard.key(letter, gap=hands.randrange(55, 240))
    assert bench.scans == []
    assert bench.pad.entered == names


def test_a_correction_in_the_middle_keeps_its_place(bench: Bench) -> None:
    bench.keyboard.type("Anx", gap=70)
    bench.keyboard.key("\b", gap=20)
    bench.keyboard.type("a", gap=70)
    bench.keyboard.rest()
    assert bench.pad.field.text() == "Ana"


def test_a_letter_from_an_input_method_comes_after_the_keys_before_it(bench: Bench) -> None:
    bench.keyboard.type("Garc", gap=60)
    composed = QInputMethodEvent()
    composed.setCommitString("í")
    QApplication.sendEvent(bench.pad.field, composed)
    bench.keyboard.type("a", gap=60)
    bench.keyboard.rest()
    assert bench.pad.field.text() == "García"


def test_keys_that_are_held_belong_to_us_and_are_freed(bench: Bench) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, Qt.Key.Key_B, Qt.KeyboardModifier.ShiftModifier, 48, 0x42, 1, "B", False, 1)
        event.setTimestamp(1000)
        QApplication.sendEvent(bench.pad.field, event)
    press, release = (held.event for held in bench.scanner._held)
    for held in (press, release):
        assert ownedByPython(held)
        assert (held.key(), held.text(), held.modifiers()) == (Qt.Key.Key_B, "B", Qt.KeyboardModifier.ShiftModifier)
        assert (held.nativeScanCode(), held.nativeVirtualKey(), held.nativeModifiers()) == (48, 0x42, 1)
        assert held.timestamp() == 1000
    assert (press.type(), release.type()) == (QEvent.Type.KeyPress, QEvent.Type.KeyRelease)


def test_a_key_that_is_held_down_is_typing_however_fast_it_repeats(bench: Bench) -> None:
    for _ in range(10):
        bench.keyboard.now += 30
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a", True)
        event.setTimestamp(bench.keyboard.now)
        QApplication.sendEvent(bench.pad.field, event)
    bench.keyboard.rest()
    assert bench.scans == []
    assert bench.pad.field.text() == "a" * 10


def test_typing_is_decided_by_the_systems_times_and_not_by_a_busy_moment_of_ours(bench: Bench) -> None:
    bench.keyboard.type("Etxeberria", gap=120)
    bench.keyboard.key("\r", gap=120)
    assert bench.scans == []
    assert bench.pad.entered == ["Etxeberria"]


def test_typing_may_land_elsewhere_than_in_the_focus(qapp: QApplication, keyboard: Keyboard, qtbot: QtBot) -> None:
    pad = Pad()
    focused(pad, qtbot)
    scanner = Scanner(qapp, lambda _focus, _text: pad.field)
    pad.button.setFocus()
    keyboard.type("ana")
    keyboard.rest()
    scanner.close()
    assert pad.field.text() == "ana"


def test_the_light_follows_the_windows_focus(bench: Bench, qapp: QApplication) -> None:
    heard: list[bool] = []
    bench.scanner.listening.connect(heard.append)
    qapp.focusWindowChanged.emit(None)
    qapp.focusWindowChanged.emit(bench.pad.windowHandle())
    assert heard == [False, True]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(
            st.booleans(),
            st.text("abcdeñ ", min_size=1, max_size=8),
            st.text("BCDFGHJ", min_size=MIN_CHARS, max_size=24),
        ),
        max_size=6,
    )
)
def test_whatever_is_typed_and_scanned_each_gets_what_is_theirs(
    bench: Bench, acts: list[tuple[bool, str, str]]
) -> None:
    bench.pad.field.clear()
    bench.scans.clear()
    for is_scan, word, code in acts:
        bench.keyboard.now += SILENCE * 4
        if is_scan:
            bench.keyboard.scan(code)
        else:
            bench.keyboard.type(word, gap=100)
    bench.keyboard.now += SILENCE * 4
    bench.keyboard.press(Qt.Key.Key_End)
    assert bench.scans == [code for is_scan, _, code in acts if is_scan]
    assert bench.pad.field.text() == "".join(word for is_scan, word, _ in acts if not is_scan)


def test_fast_hands_in_a_field_are_typing_unless_it_is_somebodys_code(bench: Bench) -> None:
    """45 ms a key is a fast typist or a slowed scanner: who has the code decides."""
    bench.scanner._known = lambda text: text == "TICKET42"
    bench.pad.field.setFocus()
    for letter in "lozano\r":
        bench.keyboard.key(letter, gap=45)
    assert (bench.scans, bench.pad.entered) == ([], ["lozano"])
    bench.keyboard.scan("TICKET42", gap=45)
    assert bench.scans == ["TICKET42"]
    bench.keyboard.scan("NOBODYS1", gap=8)
    assert bench.scans == ["TICKET42", "NOBODYS1"]


def test_a_field_that_hides_what_is_typed_never_gives_it_away(bench: Bench) -> None:
    bench.scanner._known = lambda _text: False
    bench.pad.field.setEchoMode(QLineEdit.EchoMode.Password)
    bench.pad.field.setFocus()
    bench.keyboard.scan("482913", gap=4)
    bench.keyboard.rest()
    assert (bench.scans, bench.pad.entered) == ([], ["482913"])

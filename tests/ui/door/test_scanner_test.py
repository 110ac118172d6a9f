"""The scanner test on the screen: its code can be read, what is typed is judged, and the door hears nothing."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
import zxingcpp
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from checkin.keyboards import FOREIGN, Layout
from checkin.ui.door.scanner import Scanner
from checkin.ui.door.scanner_advice import Verdict, advise, headline, verdict
from checkin.ui.door.scanner_check import TEST_CODE, Diagnosis, End, Fault
from checkin.ui.door.scanner_test import CodeView, ScannerTest
from checkin.ui.shell.labels import ElidedLabel
from checkin.ui.shell.theme import Theme
from checkin.words import LANGUAGES, Words
from tests.garbling import caps_locked, typed
from tests.ui.door.conftest import Keyboard

OpenTest = Callable[..., ScannerTest]


@pytest.fixture
def open_test(theme: Theme, qtbot: QtBot) -> OpenTest:
    def opened(language: str = "en", width: int = 960, height: int = 660) -> ScannerTest:
        page = ScannerTest(theme, Words(language))
        qtbot.addWidget(page)
        page.resize(width, height)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        return page

    return opened


def said(page: ScannerTest) -> str:
    """Every visible word."""
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible() and label.text())


def pixels(image: QImage) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(grey.constBits(), np.uint8).reshape(grey.height(), grey.bytesPerLine())
    return rows[:, : grey.width()].copy()


# --- the code ---


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_the_code_on_the_screen_can_be_read(open_test: OpenTest, theme: Theme, dark: bool) -> None:
    theme.choose(dark=dark)
    page = open_test()
    seen = zxingcpp.read_barcode(pixels(page.grab().toImage()))
    theme.choose(dark=False)
    assert seen is not None
    assert seen.text == TEST_CODE


def test_its_modules_are_whole_pixels_in_black_and_white(qtbot: QtBot) -> None:
    view = CodeView(TEST_CODE)
    qtbot.addWidget(view)
    view.resize(233, 401)
    inner = pixels(view.grab().toImage())[100:300, 40:190]
    assert set(np.unique(inner)) == {0, 255}


def test_a_text_that_fits_no_code_is_refused() -> None:
    with pytest.raises(ValueError, match="x"):
        CodeView("x" * 5000)


# --- what is read ---


def test_before_the_first_reading_it_says_what_to_do(open_test: OpenTest) -> None:
    assert "Scan this code" in said(open_test())


def test_a_scanner_that_is_set_well_is_told_so(open_test: OpenTest, keyboard: Keyboard) -> None:
    page = open_test()
    keyboard.scan(TEST_CODE)
    assert "The scanner is set well" in said(page)
    assert "6 ms a key" in said(page)
    assert "ended by: Enter" in said(page)
    assert page.diagnosis is not None
    assert page.diagnosis.works


@pytest.mark.parametrize("laptop", FOREIGN)
def test_another_keyboard_is_named_in_words(open_test: OpenTest, keyboard: Keyboard, laptop: Layout) -> None:
    page = open_test()
    keyboard.scan(str(typed(TEST_CODE, laptop=laptop)), end="\t")
    assert page.diagnosis is not None
    assert page.diagnosis.laptop is laptop
    assert "The scanner works" in said(page)
    assert "The scanner is set to a US keyboard" in said(page)


def test_caps_lock_is_named_in_words(open_test: OpenTest, keyboard: Keyboard) -> None:
    page = open_test()
    keyboard.scan(caps_locked(TEST_CODE))
    assert "Caps Lock is on" in said(page)


def test_a_missing_end_key_is_waited_for_and_then_named(open_test: OpenTest, keyboard: Keyboard, qtbot: QtBot) -> None:
    page = open_test()
    page.keystrokes._silence.setInterval(30)
    keyboard.scan(TEST_CODE, end="")
    assert page.diagnosis is None
    qtbot.waitUntil(lambda: page.diagnosis is not None)
    assert "No Enter after the code" in said(page)
    assert "The scanner works" in said(page)


def test_a_slow_scanner_is_told_to_hurry(open_test: OpenTest, keyboard: Keyboard) -> None:
    page = open_test()
    keyboard.scan(TEST_CODE, gap=90)
    assert "Too slow: 90 ms a key" in said(page)
    assert "The scanner has to be set otherwise" in said(page)


def test_another_code_is_not_judged(open_test: OpenTest, keyboard: Keyboard) -> None:
    page = open_test()
    keyboard.scan("BBBCBDBFBGBHBJBKBLBT")
    assert "That was another code" in said(page)


def test_each_reading_is_judged_by_itself(open_test: OpenTest, keyboard: Keyboard) -> None:
    page = open_test()
    keyboard.scan(TEST_CODE[4:])
    assert "Signs are missing: Sobr" in said(page)
    keyboard.scan(TEST_CODE)
    assert "Signs are missing" not in said(page)


def test_the_second_half_of_cr_lf_belongs_to_the_reading(open_test: OpenTest, keyboard: Keyboard) -> None:
    page = open_test()
    keyboard.scan(TEST_CODE, end="\r\r")
    assert "The scanner is set well" in said(page)


# --- whose keys are whose ---


def test_the_door_does_not_hear_the_test(open_test: OpenTest, keyboard: Keyboard, scanner: Scanner) -> None:
    heard: list[str] = []
    scanner.scanned.connect(heard.append)
    page = open_test()
    keyboard.scan(TEST_CODE)
    keyboard.rest()
    assert heard == []
    page.keystrokes.stop()
    keyboard.scan("4TTVX-BBK7")
    assert heard == ["4TTVX-BBK7"]


def test_a_button_can_be_pressed_with_the_space_bar(open_test: OpenTest, keyboard: Keyboard, qtbot: QtBot) -> None:
    page = open_test()
    page.close_button.setFocus()
    with qtbot.waitSignal(page.closed):
        keyboard.key(" ", gap=1000)
    assert not page.isVisible()


def test_esc_leaves_and_the_next_test_begins_anew(open_test: OpenTest, keyboard: Keyboard, qtbot: QtBot) -> None:
    page = open_test()
    keyboard.scan(TEST_CODE)
    with qtbot.waitSignal(page.closed):
        keyboard.press(Qt.Key.Key_Escape)
    page.show()
    assert "Scan this code" in said(page)
    assert page.diagnosis is None


def test_it_says_when_another_window_has_the_keyboard(open_test: OpenTest, qtbot: QtBot) -> None:
    page = open_test()
    assert "Click into this window first" not in said(page)
    other = QLabel("other")
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(lambda: not page.isActiveWindow())
    QApplication.processEvents()
    assert "Click into this window first" in said(page)


# --- words and room ---


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("fault", list(Fault))
def test_every_fault_has_a_heading_and_says_what_to_do(fault: Fault, language: str) -> None:
    told = advise(Diagnosis((fault,), lost="ab", added="cd", before="ef", after="gh"), Words(language))
    assert len(told) == 1
    assert told[0].heading
    assert told[0].line.endswith(".")


def test_what_works_with_a_remark_is_not_called_wrong() -> None:
    t = Words("en")
    works = Diagnosis((Fault.NO_END,), found=True)
    wrong = Diagnosis((Fault.SLOW,), found=True, whole=False)
    assert [verdict(each) for each in (Diagnosis(found=True), works, wrong)] == list(Verdict)
    assert len({headline(each, t) for each in (Diagnosis(found=True), works, wrong)}) == 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_is_cut_in_the_smallest_window(open_test: OpenTest, language: str) -> None:
    page = open_test(language)
    slow = f"%%{caps_locked(str(typed(TEST_CODE, laptop=Layout.DE)))}"
    page._heard(slow, [70] * (len(slow) - 1), End.NONE)
    QApplication.processEvents()
    labels = [label for label in page.findChildren(QLabel) if label.isVisible() and label.text()]
    assert len(labels) > 8
    for label in labels:
        if isinstance(label, ElidedLabel):
            assert label.shown() == label.text()
        else:
            assert label.heightForWidth(label.width()) <= label.height() + 1, label.text()


def test_another_language_and_who_cannot_see_hear_the_result(open_test: OpenTest, keyboard: Keyboard) -> None:
    page = open_test()
    keyboard.scan(TEST_CODE)
    assert "The scanner is set well" in page.accessibleDescription()
    assert page.close_button.accessibleName() == "Close"
    page.close()
    page._t.switch("es")
    page.show()
    assert page.close_button.accessibleName() == "Cerrar"


def test_it_follows_the_theme_and_does_not_keep_the_program_open(open_test: OpenTest, theme: Theme) -> None:
    page = open_test()
    theme.choose(dark=False)  # whatever an earlier test chose
    light = page.grab().toImage()
    theme.choose(dark=True)
    dark = page.grab().toImage()
    theme.choose(dark=False)
    assert light.pixelColor(4, 4).lightness() > 200
    assert dark.pixelColor(4, 4).lightness() < 60
    assert not page.testAttribute(Qt.WidgetAttribute.WA_QuitOnClose)

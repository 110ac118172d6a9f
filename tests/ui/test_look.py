"""How the window looks and reads: languages, themes, contrast, room for every word, the keyboard's way through it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from checkin import resources
from checkin.model import GuestId
from checkin.ui.shell.controls import Segmented
from checkin.ui.shell.labels import ElidedLabel, PlainLabel
from checkin.ui.shell.palette import DARK, LIGHT, Palette, contrast
from checkin.ui.shell.settings import Settings
from checkin.ui.shell.stylesheet import stylesheet
from checkin.ui.shell.window import MainWindow
from checkin.words import Words

PAGES = ("door", "guests", "tables", "print")
OURS = ("guests", "print", "events", "new")
"""Pages whose every word is looked at here; the door and the room have tests of their own."""

Open = Callable[..., MainWindow]
Settle = Callable[[], None]


def visible(window: QWidget, kind: type[QWidget]) -> list[QWidget]:
    return [widget for widget in window.findChildren(kind) if widget.isVisible()]


# --- languages and themes ---


def words_of(window: MainWindow) -> dict[int, str]:
    """Every visible word of our own, by widget; what guests wrote is not ours to translate."""
    written = {"Networking lunch", "Ana Gil", "Door A"}
    texts = {}
    for kind in (QLabel, QAbstractButton):
        for widget in visible(window, kind):
            text = widget.text()  # type: ignore[attr-defined]
            if re.search(r"[A-Za-z]{3}", text) and text not in written:
                texts[id(widget)] = text
    return texts


@pytest.mark.parametrize("page", OURS)
def test_another_language_reaches_every_visible_word(open_window: Open, settle: Settle, page: str) -> None:
    window = open_window(["Ana Gil"])
    window.show_page(page)
    settle()
    english = words_of(window)
    window.rail.language.click()
    settle()
    spanish = words_of(window)
    same = {english[widget] for widget in english.keys() & spanish.keys() if english[widget] == spanish[widget]}
    assert len(english) > 5
    assert same <= {"PDF", "No"}
    assert window._t.language == "es"


def test_the_theme_changes_at_once_and_is_remembered(open_window: Open, settings: Settings) -> None:
    window = open_window(["Ana Gil"])
    light = window.grab().toImage()
    window.rail.dark.click()
    dark = window.grab().toImage()
    assert light.pixelColor(4, 350).lightness() > 200
    assert dark.pixelColor(4, 350).lightness() < 60
    assert Settings(settings.path).flag("dark") is True


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_every_pair_of_colours_can_be_read(palette: Palette) -> None:
    text = [
        (palette.ink, palette.paper), (palette.ink, palette.surface), (palette.ink, palette.sunken),
        (palette.ink, palette.accent_wash), (palette.quiet, palette.paper), (palette.quiet, palette.surface),
        (palette.quiet, palette.sunken), (palette.accent, palette.accent_wash), (palette.on_accent, palette.accent),
        (palette.on_welcome, palette.welcome), (palette.on_wait, palette.wait), (palette.on_stop, palette.stop),
        (palette.on_left, palette.left), (palette.on_checked, palette.checked),
    ]  # fmt: skip
    assert {pair: ratio for pair in text if (ratio := contrast(*pair)) < 4.5} == {}


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_the_drawn_marks_of_the_stylesheet_are_in_the_palette(palette: Palette) -> None:
    drawn = re.findall(r'url\("([^"]+)"\)', stylesheet(palette))
    assert drawn
    for path in drawn:
        colour = re.search(r'stroke="(#[0-9A-F]{6})"', Path(path).read_text("utf-8"))
        assert colour is not None
        assert colour[1] in (palette.on_accent, palette.quiet)


def test_every_icon_is_drawn_in_one_hand() -> None:
    for path in resources.path("icons").glob("*.svg"):
        drawn = path.read_text("utf-8")
        assert 'viewBox="0 0 24 24"' in drawn, path.name
        if path.stem != "sobremesa":
            assert 'stroke="currentColor"' in drawn, path.name
            assert "#" not in drawn, path.name


# --- what fits and what can be reached ---


def cut(window: MainWindow) -> list[str]:
    """Texts that have less room than they need, and no tooltip that says the rest."""
    short = []
    for kind in (QLabel, QAbstractButton):
        for widget in visible(window, kind):
            text = widget.text()  # type: ignore[attr-defined]
            if not text or isinstance(widget, ElidedLabel):
                continue
            if isinstance(widget, QLabel) and widget.wordWrap():
                if widget.heightForWidth(widget.width()) > widget.height() + 1:
                    short.append(text)
            elif widget.sizeHint().width() > widget.width() + 1:
                short.append(text)
    return short


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("page", OURS)
def test_no_word_is_cut_in_the_smallest_window(
    open_window: Open, settle: Settle, t: Words, page: str, language: str
) -> None:
    t.switch(language)
    window = open_window([("Begoña Ibáñez Etxeberria-Goikoetxea", "Marea Sociedad Cooperativa")])
    window.show_page(page)
    settle()
    assert cut(window) == []
    if page == "guests":
        window.guests.show_person(GuestId(1))
        QApplication.processEvents()
        assert cut(window) == []
    assert window.width() == 1024


def reachable(window: MainWindow) -> list[QWidget]:
    """What Tab reaches, in its order."""
    first = widget = following(window)
    found = []
    while True:
        if widget.isVisible() and widget.isEnabled() and takes_tab(widget):
            found.append(widget)
        widget = following(widget)
        if widget is first:
            return found


def following(widget: QWidget) -> QWidget:
    after = widget.nextInFocusChain()
    assert after is not None
    return after


def takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


@pytest.mark.parametrize("page", OURS)
def test_everything_that_takes_the_focus_has_a_name(open_window: Open, settle: Settle, page: str) -> None:
    window = open_window(["Ana Gil"])
    window.show_page(page)
    settle()
    kinds = (QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox, QAbstractItemView)
    nameless = [
        widget for widget in reachable(window)
        if isinstance(widget, kinds) and not widget.accessibleName() and widget.objectName() != "qt_spinbox_lineedit"
    ]  # fmt: skip
    assert nameless == []


def test_tab_goes_down_the_rail_and_then_through_the_page(open_window: Open, settle: Settle) -> None:
    window = open_window(["Ana Gil"])
    window.show_page("guests")
    settle()
    order = reachable(window)
    places = [order.index(window.rail.pages[key]) for key in PAGES]
    assert places == sorted(places)
    page = window.guests
    inside = [order.index(widget) for widget in (page.search, page.table)]
    assert places[-1] < inside[0] < inside[1]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_the_focus_can_be_seen_on_every_control(open_window: Open, settle: Settle, *, dark: bool) -> None:
    window = open_window(["Ana Gil"])
    window.choose_theme(dark=dark)
    window.show_page("guests")
    settle()
    for widget in (window.rail.pages["print"], window.guests.search, window.guests._columns, window.guests.table):
        window.setFocus()
        before = widget.grab().toImage()
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        assert widget.grab().toImage() != before, widget


def test_the_arrows_change_a_choice_of_one(qtbot: QtBot) -> None:
    choice = Segmented(["a", "b", "c"])
    qtbot.addWidget(choice)
    choice.show()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        QTest.keyClick(choice, key)
    assert choice.key == "c"


# --- labels ---


def test_a_label_never_reads_markup(qtbot: QtBot) -> None:
    label = PlainLabel("<h1>Ana</h1>")
    plain = PlainLabel("Ana")
    for widget in (label, plain):
        qtbot.addWidget(widget)
    assert label.sizeHint().height() == plain.sizeHint().height()


def test_a_shortened_label_says_the_rest_in_its_tooltip_without_markup(qtbot: QtBot) -> None:
    label = ElidedLabel("<b>Begoña</b> Ibáñez Etxeberria")
    qtbot.addWidget(label)
    label.resize(80, 24)
    label.show()
    assert label.shown().endswith("…")
    assert label.toolTip() == "&lt;b&gt;Begoña&lt;/b&gt; Ibáñez Etxeberria"
    label.resize(800, 24)
    assert label.toolTip() == ""

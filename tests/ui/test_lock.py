"""The lock: what door mode leaves reachable, what the PIN opens, when it closes again, and what passers-by can read."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from checkin.model import GuestId
from checkin.ui.bridge import Bridge
from checkin.ui.shell.curtain import Curtain
from checkin.ui.shell.lock import HIDE, RELOCK, Lock, Watch
from checkin.ui.shell.locking import Locking
from checkin.ui.shell.settings import Settings
from checkin.ui.shell.theme import Theme
from checkin.words import Words

PIN = "480152"
Settle = Callable[[], None]


class Seconds:
    """A clock that a test sets."""

    def __init__(self) -> None:
        """Begin somewhere."""
        self.now = 1_000_000.0

    def __call__(self) -> float:
        """What time it is."""
        return self.now


@pytest.fixture
def clock() -> Seconds:
    return Seconds()


@pytest.fixture
def lock(qapp: QApplication, settings: Settings, clock: Seconds) -> Lock:
    assert qapp is not None
    made = Lock(settings, clock)
    made._timer.stop()
    return made


def later(lock: Lock, clock: Seconds, seconds: float) -> None:
    clock.now += seconds
    lock.tick()


# --- the state ---


def test_the_door_is_all_that_is_left_while_it_is_locked(lock: Lock) -> None:
    pages = ("door", "guests", "tables", "print", "events", "new", "undo")
    assert all(map(lock.allows, pages))
    lock.lock()
    assert [page for page in pages if lock.allows(page)] == ["door"]
    lock.unlock()
    assert all(map(lock.allows, pages))


def test_locking_is_announced_once(lock: Lock, qtbot: QtBot) -> None:
    heard: list[bool] = []
    lock.locked.connect(heard.append)
    for act in (lock.lock, lock.lock, lock.unlock, lock.unlock, lock.leave_door_mode):
        act()
    assert heard == [True, False]
    assert qtbot is not None


def test_starting_again_opens_nothing(lock: Lock, settings: Settings, clock: Seconds) -> None:
    lock.lock()
    again = Lock(Settings(settings.path), clock)
    assert again.is_locked
    assert not again.allows("guests")


def test_it_locks_again_after_three_minutes_without_use(lock: Lock, clock: Seconds) -> None:
    lock.lock()
    lock.unlock()
    later(lock, clock, RELOCK - 1)
    lock.used()
    later(lock, clock, RELOCK - 1)
    assert not lock.is_locked
    later(lock, clock, 1)
    assert lock.is_locked


def test_three_minutes_count_from_the_right_pin(lock: Lock, clock: Seconds) -> None:
    lock.lock()
    later(lock, clock, 10 * RELOCK)
    lock.unlock()
    later(lock, clock, 1)
    assert not lock.is_locked


def test_a_screen_that_was_never_locked_stays_open(lock: Lock, clock: Seconds) -> None:
    later(lock, clock, 100 * RELOCK)
    assert not lock.is_locked


def test_a_screen_that_left_door_mode_stays_open(lock: Lock, clock: Seconds) -> None:
    lock.lock()
    lock.unlock()
    lock.leave_door_mode()
    later(lock, clock, 100 * RELOCK)
    assert not lock.is_locked


def test_names_are_hidden_when_nobody_is_there_and_shown_at_the_next_touch(lock: Lock, clock: Seconds) -> None:
    heard: list[bool] = []
    lock.hidden.connect(heard.append)
    later(lock, clock, 60 * HIDE - 1)
    assert heard == []
    later(lock, clock, 1)
    later(lock, clock, 1)
    assert heard == [True]
    lock.used()
    assert heard == [True, False]


@pytest.mark.parametrize(("minutes", "hidden_after"), [(1, 60), (10, 600)])
def test_how_long_names_stay_is_an_option(
    lock: Lock, clock: Seconds, settings: Settings, minutes: int, hidden_after: int
) -> None:
    lock.hide_names_after(minutes)
    assert Lock(settings, clock).hide_after == minutes
    later(lock, clock, hidden_after - 1)
    assert not lock.is_hidden
    later(lock, clock, 1)
    assert lock.is_hidden


def test_names_may_stay_for_ever(lock: Lock, clock: Seconds) -> None:
    lock.hide_names_after(0)
    later(lock, clock, 100_000)
    assert not lock.is_hidden


def test_a_clock_that_is_set_back_begins_anew(lock: Lock, clock: Seconds) -> None:
    later(lock, clock, -3600)
    later(lock, clock, 60 * HIDE - 1)
    assert not lock.is_hidden
    later(lock, clock, 1)
    assert lock.is_hidden


# --- who is there ---


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    made = QWidget()
    box = QVBoxLayout(made)
    for part in (QLineEdit(), QPushButton("Press"), QLabel("Ana Gil")):
        box.addWidget(part)
    qtbot.addWidget(made)
    made.resize(640, 480)
    made.show()
    return made


def test_every_key_and_click_is_seen_and_reaches_where_it_was_going(page: QWidget, qapp: QApplication) -> None:
    seen: list[int] = []
    watch = Watch(qapp, lambda: seen.append(1))
    line, button = page.findChild(QLineEdit), page.findChild(QPushButton)
    assert isinstance(line, QLineEdit)
    assert isinstance(button, QPushButton)
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_A)
    assert line.text() == "a"
    assert seen
    seen.clear()
    pressed: list[int] = []
    button.clicked.connect(lambda: pressed.append(1))
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert pressed == [1]
    assert seen
    seen.clear()
    QTest.mouseMove(page, QPoint(20, 20))
    QApplication.processEvents()
    assert seen
    seen.clear()
    page.update()
    QApplication.processEvents()
    watch.close()
    QTest.keyClick(line, Qt.Key.Key_B)
    assert not seen


# --- the curtain ---


def test_the_curtain_covers_every_name_and_follows_the_page(page: QWidget, theme: Theme, t: Words) -> None:
    curtain = Curtain(theme, t, page)
    label = page.findChild(QLabel)
    assert isinstance(label, QLabel)
    assert page.childAt(label.geometry().center()) is label
    curtain.draw(closed=True)
    page.resize(900, 700)
    QLabel("Jon Rey", page).show()
    assert curtain.geometry() == page.rect()
    for part in page.findChildren(QLabel):
        assert page.childAt(part.geometry().center()) is curtain
    before = page.grab().toImage()
    label.setText("Somebody else with a much longer name")
    assert page.grab().toImage() == before
    curtain.draw(closed=False)
    assert page.childAt(label.geometry().center()) is label


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_curtain_says_how_to_open_it(page: QWidget, theme: Theme, language: str) -> None:
    words = Words(language)
    assert words("Ready for the next ticket") in Curtain(theme, words, page).accessibleName()


# --- all together, over a real desk ---


@pytest.fixture
def bridge(open_bridge: Callable[..., Bridge]) -> Bridge:
    return open_bridge(["Ana Gil"])


@pytest.fixture
def locking(qapp: QApplication, lock: Lock, bridge: Bridge, theme: Theme, t: Words, page: QWidget) -> Iterator[Locking]:
    made = Locking(qapp, lock, bridge, theme, t, page)
    yield made
    made.close()


def type_pin(locking: Locking, pin: str, settle: Settle) -> None:
    assert locking.prompt is not None
    QTest.keyClicks(locking.prompt.field.line, pin)
    QTest.keyClick(locking.prompt.field.line, Qt.Key.Key_Return)
    settle()


def choose_pin(locking: Locking, page: QWidget, settle: Settle) -> None:
    locking.toggle(page)
    assert locking.choosing is not None
    for line in (locking.choosing.first, locking.choosing.second):
        QTest.keyClicks(line, PIN)
    locking.choosing.keep.click()
    settle()


def test_the_first_lock_asks_for_a_new_pin_and_then_locks(
    locking: Locking, lock: Lock, page: QWidget, settle: Settle
) -> None:
    choose_pin(locking, page, settle)
    assert lock.is_locked
    locking.toggle(page)
    type_pin(locking, "111111", settle)
    assert lock.is_locked
    assert locking.prompt is not None
    assert locking.prompt.field.told.text() == "That is not the PIN."
    type_pin(locking, PIN, settle)
    assert not lock.is_locked
    assert locking.prompt is None
    locking.toggle(page)
    assert lock.is_locked


def test_a_scan_is_taken_while_the_pin_is_asked_for_and_while_names_are_hidden(
    locking: Locking, lock: Lock, page: QWidget, settle: Settle, bridge: Bridge, clock: Seconds
) -> None:
    choose_pin(locking, page, settle)
    locking.toggle(page)
    later(lock, clock, 60 * HIDE)
    assert locking.curtain.isVisible()
    bridge.admit(GuestId(1))
    settle()
    assert bridge.book is not None
    assert bridge.book.arrived == 1
    assert not locking.curtain.isVisible()
    assert locking.prompt is not None


def test_a_key_draws_the_curtain_back_and_goes_where_it_was_going(
    locking: Locking, lock: Lock, page: QWidget, clock: Seconds
) -> None:
    line = page.findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    later(lock, clock, 60 * HIDE)
    assert locking.curtain.isVisible()
    QTest.keyClick(line, Qt.Key.Key_A)
    assert not locking.curtain.isVisible()
    assert line.text() == "a"


def test_closing_the_panel_and_opening_it_again_does_not_shorten_a_wait(
    locking: Locking, page: QWidget, settle: Settle, bridge: Bridge
) -> None:
    choose_pin(locking, page, settle)
    locking.toggle(page)
    for _ in range(5):
        type_pin(locking, "111111", settle)
    assert locking.prompt is not None
    assert 25 < locking.prompt.field.waiting <= 30
    locking.prompt.close()
    assert locking.prompt is None
    locking.toggle(page)
    assert locking.prompt is not None
    assert 20 < locking.prompt.field.waiting <= 30
    assert bridge.book is not None


def test_an_event_without_a_pin_is_not_locked(
    qapp: QApplication, settings: Settings, bridge: Bridge, theme: Theme, t: Words, page: QWidget
) -> None:
    settings.keep_flag("locked", on=True)
    lock = Lock(settings)
    assert lock.is_locked
    locking = Locking(qapp, lock, bridge, theme, t, page)
    assert not lock.is_locked
    locking.close()


def test_a_locked_screen_is_locked_after_a_restart(
    locking: Locking,
    qapp: QApplication,
    settings: Settings,
    settle: Settle,
    bridge: Bridge,
    theme: Theme,
    page: QWidget,
) -> None:
    choose_pin(locking, page, settle)
    again = Lock(Settings(settings.path))
    restarted = Locking(qapp, again, bridge, theme, Words("en"), page)
    assert again.is_locked
    restarted.close()

"""A door with a real desk, a real database and a keyboard whose times are the test's own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from itertools import count
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from checkin.desk import Desk
from checkin.desk.outcomes import Outcome, TablePlan
from checkin.errors import CheckinError
from checkin.model import Guest
from checkin.ui.bridge import Bridge
from checkin.ui.door.burst import SILENCE
from checkin.ui.door.page import DoorPage
from checkin.ui.door.scanner import Scanner
from checkin.ui.shell.theme import Theme
from checkin.ui.tasks import Tasks
from checkin.words import Words

NONE = Qt.KeyboardModifier.NoModifier
LIST = Path(__file__).with_name("guests.csv")

NAMED = {"\r": Qt.Key.Key_Return, "\t": Qt.Key.Key_Tab, "\b": Qt.Key.Key_Backspace, " ": Qt.Key.Key_Space}


@dataclass
class Keyboard:
    """Sends keys to whoever has the focus, at times that only the events know of."""

    qtbot: QtBot
    now: int = 1_000_000

    def key(self, text: str, *, gap: int = 0, to: QObject | None = None, releases: bool = True) -> None:
        """Press and release one key, ``gap`` milliseconds after the one before."""
        self.now += gap
        code = NAMED.get(text) or Qt.Key(ord(text.upper()) if text.isascii() else 0x1000000)
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease)[: 1 + releases]:
            target = to or QApplication.activePopupWidget() or QApplication.focusWidget() or QApplication.activeWindow()
            event = QKeyEvent(kind, code, NONE, text)
            event.setTimestamp(self.now)
            assert target is not None
            QApplication.sendEvent(target, event)

    def press(self, code: Qt.Key) -> None:
        """Press a key that types nothing."""
        self.now += 400
        target = QApplication.focusWidget() or QApplication.activeWindow()
        assert target is not None
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, code, NONE, "")
            event.setTimestamp(self.now)
            QApplication.sendEvent(target, event)

    def type(self, text: str, gap: int = 110) -> None:
        """Type as a person does."""
        for letter in text:
            self.key(letter, gap=gap)

    def scan(self, code: str, end: str = "\r", gap: int = 6) -> None:
        """Type as a scanner does."""
        self.now += 400
        for letter in code + end:
            self.key(letter, gap=gap)

    def rest(self) -> None:
        """Let the hands rest until everything is decided."""
        self.now += SILENCE + 250
        self.qtbot.wait(SILENCE + 60)


@pytest.fixture
def keyboard(qtbot: QtBot) -> Keyboard:
    """A keyboard."""
    return Keyboard(qtbot)


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    """The light theme; made once, for it loads every font."""
    return Theme(qapp)


@pytest.fixture
def scanner(qapp: QApplication) -> Iterator[Scanner]:
    """A scanner's filter without a page."""
    made = Scanner(qapp)
    yield made
    made.close()


@dataclass
class Clock:
    """The desk's clock; a minute passes at every look."""

    now: datetime = field(default_factory=lambda: datetime(2026, 11, 21, 19, 0, tzinfo=UTC))

    def __call__(self) -> datetime:
        """What time it is."""
        self.now += timedelta(minutes=1)
        return self.now


@dataclass
class Door:
    """A door page over a desk, and what came of it."""

    desk: Desk
    bridge: Bridge
    page: DoorPage
    keyboard: Keyboard
    qtbot: QtBot
    outcomes: list[Outcome] = field(default_factory=list)
    refused: list[CheckinError] = field(default_factory=list)

    def settle(self) -> None:
        """Wait until the desk has nothing left to do."""
        self.qtbot.waitUntil(lambda: self.bridge.tasks.idle)
        QApplication.processEvents()

    def guest(self, name: str) -> Guest:
        """Somebody, as the window's book knows them."""
        book = self.bridge.book
        assert book is not None
        return next(guest for guest in book.guests.values() if guest.name == name)

    def code(self, name: str) -> str:
        """What is printed on somebody's ticket."""
        book = self.bridge.book
        assert book is not None
        return book.code_of(self.guest(name).id)

    def scan(self, name: str) -> None:
        """Hold somebody's ticket in front of the scanner."""
        self.keyboard.scan(self.code(name))
        self.settle()

    @property
    def states(self) -> list[str]:
        """What the door has said so far."""
        return [str(outcome.decision.state) for outcome in self.outcomes]

    @property
    def shown(self) -> str:
        """Everything that is written on the card."""
        places = self.page.card.places
        assert places is not None
        return "\n".join(" ".join(word.words.lines) for word in places.words)


@pytest.fixture
def door(theme: Theme, qtbot: QtBot, tmp_path: Path, keyboard: Keyboard) -> Iterator[Door]:
    """A door with the ten guests of ``guests.csv`` and three tables of four."""
    yield from _door(theme, qtbot, tmp_path, keyboard, "3x4")


@pytest.fixture
def narrow_door(theme: Theme, qtbot: QtBot, tmp_path: Path, keyboard: Keyboard) -> Iterator[Door]:
    """A door with one table of one."""
    yield from _door(theme, qtbot, tmp_path, keyboard, "1x1")


def _door(theme: Theme, qtbot: QtBot, folder: Path, keyboard: Keyboard, room: str) -> Iterator[Door]:
    desk = Desk.open(str(folder / "door.db"), station="Puerta A", clock=Clock(), luck=_luck())
    desk.create_event("Comida networking", TablePlan.parse(room), "2026-11-21")
    desk.import_file(LIST)
    tasks = Tasks()
    bridge = Bridge(desk, tasks)
    page = DoorPage(bridge, theme, Words("en"))
    qtbot.addWidget(page)
    made = Door(desk, bridge, page, keyboard, qtbot)
    bridge.decided.connect(made.outcomes.append)
    bridge.failed.connect(made.refused.append)
    page.resize(1192, 800)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.side.search.setFocus()
    yield made
    page.scanner.close()
    tasks.close()
    desk.close()


def _luck() -> Callable[[int], bytes]:
    """Bytes that are random enough and the same every time."""
    turn = count()

    def luck(length: int) -> bytes:
        drawn = b""
        while len(drawn) < length:
            drawn += sha256(f"door {next(turn)}".encode()).digest()
        return drawn[:length]

    return luck


def focused(widget: QWidget, qtbot: QtBot) -> QWidget:
    """Show ``widget`` in an active window."""
    qtbot.addWidget(widget)
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)
    return widget

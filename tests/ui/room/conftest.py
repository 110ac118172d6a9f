"""A room with a real desk and a real database behind it, and a hand that moves a real mouse."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import count
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from checkin.changes import Change
from checkin.desk import Desk
from checkin.desk.outcomes import TablePlan
from checkin.errors import CheckinError
from checkin.model import GuestId, TableId
from checkin.ui.bridge import Bridge
from checkin.ui.room.lists import PeopleList
from checkin.ui.room.page import RoomPage
from checkin.ui.shell.theme import Theme
from checkin.ui.tasks import Tasks
from checkin.words import Words

LEFT, NONE, CTRL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


@dataclass
class Hand:
    """A mouse over one widget."""

    widget: QWidget

    def press(self, at: QPoint, keys: Qt.KeyboardModifier = NONE) -> None:
        """Push the button down."""
        QTest.mousePress(self.widget, LEFT, keys, at)

    def go(self, at: QPoint) -> None:
        """Move there, with a stop on the way."""
        QTest.mouseMove(self.widget, at - QPoint(15, 15))
        QTest.mouseMove(self.widget, at)
        QApplication.processEvents()

    def release(self, at: QPoint, keys: Qt.KeyboardModifier = NONE) -> None:
        """Let go."""
        QTest.mouseRelease(self.widget, LEFT, keys, at)

    def click(self, at: QPoint, keys: Qt.KeyboardModifier = NONE) -> None:
        """Press and let go."""
        self.press(at, keys)
        self.release(at, keys)

    def drag(self, start: QPoint, end: QPoint) -> None:
        """Carry from one point to another."""
        self.press(start)
        self.go(end)
        self.release(end)


class Evening:
    """A page over a desk: what the tests do to it and ask of it, in people's names."""

    def __init__(self, desk: Desk, bridge: Bridge, page: RoomPage, theme: Theme, words: Words, qtbot: QtBot) -> None:
        """Listen to what the desk writes and refuses."""
        self.desk, self.bridge, self.page = desk, bridge, page
        self.theme, self.words = theme, words
        self._qtbot = qtbot
        self.written: list[Change] = []
        self.refused: list[CheckinError] = []
        bridge.changed.connect(self.written.append)
        bridge.failed.connect(self.refused.append)
        self.mouse = Hand(page.view.viewport())

    def settle(self) -> None:
        """Wait until the desk has nothing left to do."""
        self._qtbot.waitUntil(lambda: self.bridge.tasks.idle)
        QApplication.processEvents()

    def guest(self, name: str) -> GuestId:
        """Somebody by name."""
        assert self.bridge.book is not None
        return next(guest.id for guest in self.bridge.book.guests.values() if guest.name == name)

    def table(self, number: int) -> TableId:
        """A table by number."""
        assert self.bridge.book is not None
        table = self.bridge.book.table_number(number)
        assert table is not None
        return table.id

    def shown(self, number: int) -> list[str]:
        """Who sits at a table in the picture, chair by chair, "" for a free one."""
        assert self.bridge.book is not None
        chairs = self.page.scene.tables[self.table(number)].picture.chairs
        return ["" if disc is None else self.bridge.book.guests[disc.guest_id].name or "?" for disc in chairs]

    def on_table(self, number: int) -> QPoint:
        """The middle of a table, in the room's viewport."""
        return self.page.view.mapFromScene(self.page.scene.tables[self.table(number)].pos())

    def on_person(self, name: str) -> QPoint:
        """Somebody's disc, in the room's viewport."""
        for item in self.page.scene.tables.values():
            chair = item.picture.chair_of(self.guest(name))
            if chair is not None:
                centre = item.outline.chairs[chair]
                return self.page.view.mapFromScene(item.pos() + QPointF(centre.x, centre.y))
        raise AssertionError(f"{name} sits nowhere")

    def on_row(self, people: PeopleList, name: str) -> QPoint:
        """Somebody's row, in the list's viewport."""
        return people.visualRect(people.model().index(people.people.ids.index(self.guest(name)), 0)).center()

    def across(self, widget: QWidget, to: QWidget, at: QPoint) -> QPoint:
        """A point of one widget as another one sees it."""
        return widget.mapFrom(self.page, to.mapTo(self.page, at))


Open = Callable[..., Evening]

FULL = ("Ana Gil", "Jon Rey", "Iker Soto", "Noor Haddad")
"""Who fills table 1 of ``meal``."""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A desk with an empty database, whose luck is the same in every run."""
    numbers = count()
    desk = Desk.open(
        str(tmp_path / "evening.db"),
        station="Test",
        luck=lambda size: sha256(str(next(numbers)).encode()).digest()[:size],
    )
    yield desk
    desk.close()


@pytest.fixture
def evening(desk: Desk, qapp: QApplication, qtbot: QtBot) -> Iterator[Open]:
    """Opens a page: ``evening({1: ["Ana Gil", "Jon Rey"]}, seats=4, tables=3, waiting=["Iker Soto"])``."""
    tasks = Tasks()

    def open_page(
        people: Mapping[int, Sequence[str]], *, tables: int = 4, seats: int = 4, waiting: Sequence[str] = ()
    ) -> Evening:
        seat_people(desk, people, tables=tables, seats=seats, waiting=waiting)
        bridge = Bridge(desk, tasks)
        theme, words = Theme(qapp), Words("en")
        page = RoomPage(bridge, theme, words)
        page.setObjectName("page")
        qtbot.addWidget(page)
        page.resize(1192, 800)
        with qtbot.waitExposed(page):
            page.show()
        page.activateWindow()
        return Evening(desk, bridge, page, theme, words, qtbot)

    yield open_page
    tasks.close()


@pytest.fixture
def meal(evening: Open) -> Evening:
    """Table 1 is full, tables 2 and 3 have two people each, table 4 nobody; Zoe Prat waits."""
    return evening({1: FULL, 2: ["Pere Puig", "Elena Ruiz"], 3: ["Sofía Lema", "Hugo Gil"]}, waiting=["Zoe Prat"])


def seat_people(
    desk: Desk, people: Mapping[int, Sequence[str]], *, tables: int, seats: int, waiting: Sequence[str]
) -> None:
    """Make a room and put people at its tables, chair by chair."""
    desk.create_event("Comida networking", [TablePlan(tables, seats)])
    everybody = [*waiting, *(name for names in people.values() for name in names)]
    ids = {name: desk.walk_in(name).decision.guest_id for name in everybody}
    came = [guest_id for guest_id in ids.values() if guest_id is not None]
    if came:
        desk.unseat(came)
    for number, names in people.items():
        for name in names:
            desk.move([GuestId(ids[name] or 0)], desk.table(number).id)

"""A whole evening through the real window: a file, 150 tickets, ten moves by hand, an undo, and the badges read back.

Nothing is replaced: a database file, the importer's child process, keys as a scanner sends them, a mouse, PDFs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import zxingcpp
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from checkin.book import Book
from checkin.changes import Change, Kind
from checkin.desk import Desk
from checkin.desk.outcomes import Outcome, Proof, TablePlan
from checkin.model import GuestId
from checkin.tickets import is_ours
from checkin.ui.bridge import Bridge
from checkin.ui.printing.page import PrintPage
from checkin.ui.room.page import RoomPage
from checkin.ui.room.walk import Stand
from checkin.ui.shell.settings import Settings
from checkin.ui.shell.theme import Theme
from checkin.ui.shell.window import MainWindow
from checkin.ui.tasks import Tasks
from checkin.words import Words

LIST = Path(__file__).parent / "data" / "samples" / "pretix_orders.xlsx"

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


class Evening:
    """The window of one evening, and the hands of those who work at it."""

    def __init__(self, window: MainWindow, bridge: Bridge, qtbot: QtBot) -> None:
        """Hear what is written and decided."""
        self.window, self.bridge, self.qtbot = window, bridge, qtbot
        self.outcomes: list[Outcome] = []
        self.changes: list[Change] = []
        bridge.decided.connect(self.outcomes.append)
        bridge.changed.connect(self.changes.append)

    @property
    def book(self) -> Book:
        assert self.bridge.book is not None
        return self.bridge.book

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: self.bridge.tasks.idle, timeout=60_000)
        QApplication.processEvents()

    def scan(self, code: str) -> Outcome:
        """Type a code as a scanner does, wherever the focus is, and wait for the answer."""
        before = len(self.outcomes)
        QTest.keyClicks(self.window, code)
        QTest.keyClick(self.window, Qt.Key.Key_Return)
        self.qtbot.waitUntil(lambda: len(self.outcomes) > before, timeout=20_000)
        return self.outcomes[-1]

    def press(self, key: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.window, key, keys)
        self.settle()

    def drag(self, guest_id: GuestId, number: int) -> None:
        """Carry somebody to a table with the mouse."""
        room = self.window.page_of("tables")
        assert isinstance(room, RoomPage)
        view, scene = room.view, room.scene
        seat = self.book.seat_of(guest_id)
        table = self.book.table_number(number)
        assert seat is not None
        assert table is not None
        start = view.mapFromScene(scene.area_of(Stand(seat.table_id, guest_id)).center())
        end = view.mapFromScene(scene.area_of(Stand(table.id)).center())
        pad = view.viewport()
        QTest.mousePress(pad, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
        for share in (0.3, 0.7, 1.0):
            QTest.mouseMove(pad, start + QPoint(*(round(side * share) for side in (end - start).toTuple())))
            QApplication.processEvents()
        end = view.mapFromScene(scene.area_of(Stand(table.id)).center())  # the room slides under a hand at its edge
        QTest.mouseMove(pad, end)
        QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)
        self.settle()


@pytest.fixture
def evening(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Evening]:
    desk = Desk.open(str(tmp_path / "evening.db"), station="Puerta A")
    desk.create_event("Comida networking", [TablePlan(20, 10)], "2026-11-21")
    tasks = Tasks()
    settings = Settings(tmp_path / "window.ini")
    settings.keep("station", "Puerta A")
    bridge = Bridge(desk, tasks)
    window = MainWindow(bridge, Theme(qapp), Words("es"), settings)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    qtbot.waitUntil(window.isVisible)
    yield Evening(window, bridge, qtbot)
    tasks.close()
    desk.close()


def words_of(path: Path) -> list[str]:
    """Each page's text."""
    document = QPdfDocument()
    document.load(str(path))
    return [document.getAllText(page).text() for page in range(document.pageCount())]


def codes_of(path: Path) -> list[str]:
    """Every QR code, read from the pages at 203 dots an inch as a label printer sets them."""
    document = QPdfDocument()
    document.load(str(path))
    return [code.text for page in range(document.pageCount()) for code in zxingcpp.read_barcodes(paper(document, page))]


def paper(document: QPdfDocument, page: int) -> NDArray[np.uint8]:
    """A page on white paper, as rows of brightness."""
    points = document.pagePointSize(page)
    size = QSize(round(points.width() * 203 / 72), round(points.height() * 203 / 72))
    sheet = QImage(size, QImage.Format.Format_Grayscale8)
    sheet.fill(Qt.GlobalColor.white)
    painter = QPainter(sheet)
    painter.drawImage(0, 0, document.render(page, size))
    painter.end()
    rows = np.frombuffer(sheet.constBits(), np.uint8).reshape(sheet.height(), sheet.bytesPerLine())
    return np.ascontiguousarray(rows[:, : sheet.width()])


def test_a_whole_evening_from_the_file_to_the_badge(evening: Evening, tmp_path: Path) -> None:
    window = evening.window

    window.show_page("guests")
    window.guests.take_in(LIST)
    evening.qtbot.waitUntil(lambda: window._bridge.tasks.idle, timeout=20_000)
    evening.settle()
    for _step in ("columns", "what will happen"):
        window.guests.pages.next.click()
        evening.settle()
    named = [guest for guest in evening.book.guests.values() if guest.name and guest.standing == "coming"]
    assert len(named) == 150

    window.show_page("door")
    for arrival, guest in enumerate(named, 1):
        outcome = evening.scan(evening.book.code_of(guest.id))
        assert outcome.decision.guest_id == guest.id
        assert str(outcome.decision.state) in ("welcome", "welcome_note")
        assert outcome.arrival == arrival
    assert evening.book.arrived == 150
    assert evening.scan(evening.book.code_of(named[0].id)).decision.state == "already_in"
    assert {len(evening.book.people_at(table.id)) for table in evening.book.room()} <= {7, 8}

    window.show_page("tables")
    evening.settle()
    evening.qtbot.wait(200)  # the room takes its final size once its legend is laid out
    moved = []
    for guest in named[:10]:
        here = evening.book.table_of(guest.id)
        assert here is not None
        there = here.number % 20 + 1
        evening.drag(guest.id, there)
        now = evening.book.table_of(guest.id)
        assert now is not None
        assert now.number == there
        moved.append((guest.id, here.number, there))
    assert [change.kind for change in evening.changes[-10:]] == [Kind.MOVED] * 10

    evening.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    last, from_table, _ = moved[-1]
    back = evening.book.table_of(last)
    assert back is not None
    assert back.number == from_table

    window.show_page("print")
    evening.settle()
    printing = window.page_of("print")
    assert isinstance(printing, PrintPage)
    printing.save_to(tmp_path / "badges.pdf")
    evening.settle()
    read_back(evening, tmp_path)


def read_back(evening: Evening, folder: Path) -> None:
    """The badges say what the book says: every name, every table, every code; and the database agrees."""
    book = evening.book
    pages = words_of(folder / "badges.pdf")
    assert len(pages) == 15
    text = re.sub(r"\s+", " ", " ".join(pages))
    people = [guest for guest in book.guests.values() if guest.arrived]
    for guest in people:
        assert guest.name is not None
        for word in guest.name.split():
            assert word in text, guest.name
    codes = codes_of(folder / "badges.pdf")
    assert sorted(codes) == sorted(book.our_code(guest.id) for guest in people)
    assert all(is_ours(code) for code in codes)
    assert all(guest.badge_printed_at for guest in people)
    proofs: list[Proof] = []
    evening.bridge.ask(Desk.verify, proofs.append)
    evening.settle()
    assert proofs[0].sound
    assert proofs[0].draws == 150

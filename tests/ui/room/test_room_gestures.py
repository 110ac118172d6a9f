"""A thousand gestures at random through the real page: one truth at each step, and undo is whole."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from checkin.book import Book
from checkin.model import TableId
from checkin.ui.room.picture import Shown, TablePicture, picture
from tests.ui.room.conftest import CTRL, NONE, Evening, Hand, Open

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")
"""What Qt's screen in memory says of every window that has a least size."""

GESTURES = 1000
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Organizer:
    """Somebody who moves people about without a thought, by mouse and by key."""

    def __init__(self, meal: Evening, random: Random) -> None:
        """Begin with nothing that could be undone."""
        self.meal, self.random = meal, random
        self.deep, self.undone = 0, 0
        self.tally: dict[str, int] = {}

    @property
    def book(self) -> Book:
        """The window's book."""
        book = self.meal.bridge.book
        assert book is not None
        return book

    def act(self) -> None:
        """One gesture, and what it has written counted."""
        often: list[Callable[[], None]] = [self.person_to_table, self.press, self.undo]
        ways = [
            *often, *often, self.person_to_person, self.person_to_chair, self.person_to_column, self.card_to_table,
            self.table_to_table, self.by_number, self.redo,
        ]  # fmt: skip
        way = self.random.choice(ways)
        before = len(self.meal.written)
        way()
        self.meal.settle()
        new = len(self.meal.written) - before
        self.tally[way.__name__] = self.tally.get(way.__name__, 0) + new
        if way == self.undo:
            self.deep, self.undone = self.deep - new, self.undone + new
        elif way == self.redo:
            self.deep, self.undone = self.deep + new, self.undone - new
        elif new:
            self.deep, self.undone = self.deep + new, 0

    # --- gestures ---

    def person_to_table(self) -> None:
        """Carry somebody to the middle of a table."""
        self.drag(self.person(), self.table())

    def person_to_person(self) -> None:
        """Carry somebody onto somebody, now and then with a key that makes a rule of it."""
        keys = self.random.choices((NONE, SHIFT, CTRL), (8, 1, 1))[0]
        self.drag(self.person(), self.person(), keys)

    def person_to_chair(self) -> None:
        """Carry somebody onto any chair."""
        item = self.random.choice(list(self.meal.page.scene.tables.values()))
        chair = self.random.choice(item.outline.chairs)
        self.drag(self.person(), self.meal.page.view.mapFromScene(item.pos() + QPointF(chair.x, chair.y)))

    def person_to_column(self) -> None:
        """Carry somebody back to "To seat"."""
        column = self.meal.page.waiting
        self.drag(self.person(), self.meal.across(self.meal.mouse.widget, column, QPoint(40, 20)))

    def card_to_table(self) -> None:
        """Carry a card to a table."""
        cards = self.meal.page.waiting.cards
        if cards.people.ids:
            at = cards.visualRect(cards.model().index(0, 0)).center()
            Hand(cards.viewport()).drag(at, self.meal.across(cards.viewport(), self.meal.mouse.widget, self.table()))

    def table_to_table(self) -> None:
        """Carry a whole table onto another."""
        self.drag(self.table(), self.table())

    def by_number(self) -> None:
        """M, a number, Enter."""
        prompt = self.meal.page.prompt
        self.meal.mouse.click(self.person() or QPoint(2, 2))
        QTest.keyClick(self.meal.page.view, Qt.Key.Key_M)
        if prompt.isVisible():
            QTest.keyClicks(prompt.number, str(self.random.randint(1, 9)))
            QTest.keyClick(prompt.number, Qt.Key.Key_Return)
            QTest.keyClick(prompt.number, Qt.Key.Key_Escape)

    def press(self) -> None:
        """Select a few people, or a table, and press a key that means something."""
        for _ in range(self.random.randint(1, 3)):
            self.meal.mouse.click(self.person() or self.table(), CTRL if self.meal.page.marks.people else NONE)
        if self.random.random() < 0.2:
            self.meal.mouse.click(self.table())
        keys = (Qt.Key.Key_S, Qt.Key.Key_Delete, Qt.Key.Key_L, Qt.Key.Key_L, Qt.Key.Key_T, Qt.Key.Key_A, Qt.Key.Key_H)
        QTest.keyClick(self.meal.page.view, self.random.choice(keys))

    def undo(self) -> None:
        """The button, while there is something of ours to undo."""
        if self.deep:
            self.meal.page.header.undo.click()

    def redo(self) -> None:
        """The button, while something has been undone."""
        if self.undone:
            self.meal.page.header.redo.click()

    # --- where ---

    def drag(self, start: QPoint | None, end: QPoint | None, keys: Qt.KeyboardModifier = NONE) -> None:
        """Press, go, let go; with a key that goes down on the way."""
        if start is None or end is None:
            return
        self.meal.mouse.press(start)
        self.meal.mouse.go(end)
        if keys is not NONE:
            self.meal.page.carry.follow(self.meal.page.carry.at, None)
            QTest.keyPress(self.meal.page.view, Qt.Key.Key_Shift if keys is SHIFT else Qt.Key.Key_Control)
        self.meal.mouse.release(end)
        if keys is not NONE:
            QTest.keyRelease(self.meal.page.view, Qt.Key.Key_Shift if keys is SHIFT else Qt.Key.Key_Control)
        QApplication.processEvents()

    def person(self) -> QPoint | None:
        """Somebody who sits."""
        seated = sorted(self.book.sitting)
        return self.meal.on_person(self.book.guests[self.random.choice(seated)].name or "") if seated else None

    def table(self) -> QPoint:
        """Any table."""
        return self.meal.on_table(self.random.choice(self.book.room()).number)

    # --- what must hold ---

    def check(self) -> None:
        """Window's book, desk's book, database and picture say the same; nobody is lost and no table is overfull."""
        desk, book = self.meal.desk.opened(), self.book
        kept, _ = self.meal.desk._store.open_book(book.event.id)
        rows = list(book.everything())
        assert rows == list(desk.everything())
        assert rows == list(kept.everything())
        assert self.drawn() == {table.id: picture(self.shown, table) for table in book.room()}
        seated = [guest.id for table in book.room() for guest in book.people_at(table.id)]
        assert len(seated) == len(set(seated))
        waiting = {guest.id for guest in book.to_seat()}
        assert {*seated, *waiting} == {guest.id for guest in book.guests.values() if guest.arrived}
        assert set(self.meal.page.waiting.cards.people.ids) == waiting

    @property
    def shown(self) -> Shown:
        """What the page should show."""
        shown = self.meal.page.shown
        assert shown is not None
        return shown

    def drawn(self) -> dict[TableId, TablePicture]:
        """What the scene shows."""
        return self.meal.page.scene.pictures


def test_a_thousand_gestures_leave_one_truth_and_undoing_all_of_them_the_first(evening: Open) -> None:
    names = [f"Ana{letter} Gil{number}" for letter in "bcdfgh" for number in range(5)]
    tables = {number + 1: names[4 * number : 4 * number + 4] for number in range(6)}
    meal = evening(tables, tables=8, seats=5, waiting=names[24:])
    organizer = Organizer(meal, Random(20_251_121))
    first = list(organizer.book.everything())
    for _ in range(GESTURES):
        organizer.act()
        organizer.check()
    assert min(organizer.tally.values()) > 2, organizer.tally  # every way of moving people was really gone
    while organizer.deep:
        organizer.meal.page.header.undo.click()
        meal.settle()
        organizer.deep -= 1
    organizer.check()
    assert list(organizer.book.everything()) == first

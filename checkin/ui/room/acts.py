"""What can be done with the selected people and tables, each by a key and by a button: one list of both.

Asks and never moves anybody itself; the page only has to hand its keys on.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent

from checkin.book import Book
from checkin.model import GuestId, RuleId, RuleKind, TableId
from checkin.ui.bridge import Bridge
from checkin.ui.room.carry import Carry, tie_of
from checkin.ui.room.errands import Errands
from checkin.ui.room.lens import STEP
from checkin.ui.room.lists import PeopleList
from checkin.ui.room.marks import Marks
from checkin.ui.room.prompt import TablePrompt
from checkin.ui.room.staging import Staging
from checkin.ui.room.view import RoomView

_TIE_KEYS = {Qt.Key.Key_Shift, Qt.Key.Key_Control}


class Acts(QObject):
    """Acts on what is selected."""

    def __init__(
        self, bridge: Bridge, staging: Staging, marks: Marks, carry: Carry, errands: Errands, view: RoomView
    ) -> None:
        """Act for a page made of these parts."""
        super().__init__()
        self._bridge, self._staging = bridge, staging
        self._marks, self._carry, self._errands, self._view = marks, carry, errands, view
        self.lists: tuple[PeopleList, ...] = ()
        self.prompt: TablePrompt | None = None
        self.keys: dict[Qt.Key, Callable[[], object]] = {
            Qt.Key.Key_M: self.ask_table,
            Qt.Key.Key_S: self.swap,
            Qt.Key.Key_Delete: self.unseat,
            Qt.Key.Key_Backspace: self.unseat,
            Qt.Key.Key_L: self.lock,
            Qt.Key.Key_T: self.keep_together,
            Qt.Key.Key_A: self.keep_apart,
            Qt.Key.Key_H: self.host,
        }
        self._always: dict[Qt.Key, Callable[[], object]] = {
            Qt.Key.Key_Plus: lambda: view.zoom_by(STEP),
            Qt.Key.Key_Equal: lambda: view.zoom_by(STEP),
            Qt.Key.Key_Minus: lambda: view.zoom_by(1 / STEP),
            Qt.Key.Key_0: view.fit,
        }

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key means anywhere on the page; says whether it means anything."""
        if event.key() in _TIE_KEYS and self._carry.active:
            self._carry.follow(self._carry.at, tie_of(_held(event)))
            return True
        with_ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        act = (self._always if with_ctrl else self._always | self.keys).get(Qt.Key(event.key()))
        if act is None or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            return False
        act()
        return True

    def let_go(self, event: QKeyEvent) -> None:
        """A key for a rule is no longer down."""
        if event.key() in _TIE_KEYS and self._carry.active:
            self._carry.follow(self._carry.at, None)

    def picked(self) -> tuple[GuestId, ...]:
        """The selected people, or the one whom the keyboard is on, or everybody at the table where it is."""
        if self._marks.people:
            return self._marks.people
        for people in self.lists:
            guest_id = people.current()
            if people.hasFocus() and guest_id is not None:
                return (guest_id,)
        stand = self._view.stand
        if not self._view.hasFocus() or stand is None:
            return ()
        if stand.guest is not None:
            return (stand.guest,)
        book = self._staging.book
        people_there = [] if book is None else book.people_at(stand.table, self._staging.round)
        return tuple(guest.id for guest in people_there)

    # --- seats ---

    def ask_table(self) -> None:
        """Ask for the number of the table that the picked people go to."""
        people = self.picked()
        if people and self.prompt is not None and self._staging.open_to_hands:
            self._marks.only(people)
            self.prompt.open()

    def answer(self, number: int) -> tuple[str, bool]:
        """What moving the selected people to a table's number would do, and whether it can be."""
        said = self._errands.at_number(self._marks.people, number)
        return said.sentence, said.act is not None

    def move_to(self, number: int) -> None:
        """Move the selected people to the table of that number."""
        self._errands.run(self._errands.at_number(self._marks.people, number))

    def swap(self) -> None:
        """Let the two selected people change places."""
        if self._staging.open_to_hands:
            self._errands.swap(self._marks.people)

    def unseat(self) -> None:
        """Send the picked people back to "To seat"; not a whole table at once by a key too near to others."""
        if (
            self._marks.people
            or (self._view.stand is not None and self._view.stand.guest is not None)
            or self._listed()
        ):
            self._errands.run(self._errands.back(self.picked()))

    def _listed(self) -> bool:
        return any(people.hasFocus() for people in self.lists)

    # --- rules ---

    def lock(self) -> None:
        """Lock the selected people where they sit, or the chosen table; locked ones are unlocked."""
        book = self._staging.book
        if book is None or not self._staging.open_to_hands:
            return
        people = self._marks.people
        if not people and (stand := self._view.stand) is not None and self._view.hasFocus() and stand.guest is not None:
            people = (stand.guest,)
        if people:
            self._lock_people(book, people)
        elif self._marks.table is not None:
            self._lock_table(book, self._marks.table)

    def _lock_people(self, book: Book, people: tuple[GuestId, ...]) -> None:
        locked = _pins(book, people)
        if len({who for who, _ in locked}) == len(people):
            for rule_id in dict.fromkeys(rule for _, rule in locked):
                self.drop_rule(rule_id)
            return
        held = {who for who, _ in locked}
        by_table: dict[TableId, list[GuestId]] = {}
        for who in people:
            table = book.table_of(who, self._staging.round)
            if table is not None and who not in held:
                by_table.setdefault(table.id, []).append(who)
        for table_id, together in by_table.items():
            self._errands.tie(RuleKind.PIN, tuple(together), table_id)

    def _lock_table(self, book: Book, table_id: TableId) -> None:
        kept = [rule for rule in book.ties.rules.values() if rule.kind is RuleKind.LOCK and rule.table_id == table_id]
        if kept:
            self.drop_rule(kept[0].id)
        else:
            self._errands.tie(RuleKind.LOCK, (), table_id)

    def keep_together(self) -> None:
        """Keep the selected people at one table from now on."""
        if len(self._marks.people) > 1:
            self._errands.tie(RuleKind.TOGETHER, self._marks.people)

    def keep_apart(self) -> None:
        """Never put the selected people at one table from now on."""
        if len(self._marks.people) > 1:
            self._errands.tie(RuleKind.APART, self._marks.people)

    def host(self) -> None:
        """Make the selected person the host of their table, or no longer."""
        book, people = self._staging.book, self.picked()
        if book is None or len(people) != 1:
            return
        kept = [rule for rule in book.ties.rules.values() if rule.kind is RuleKind.HOST and people[0] in rule.guest_ids]
        table = book.table_of(people[0], self._staging.round)
        if kept:
            self.drop_rule(kept[0].id)
        elif table is not None:
            self._errands.tie(RuleKind.HOST, people, table.id)

    def drop_rule(self, rule_id: RuleId) -> None:
        """Take a rule away."""
        self._bridge.ask(lambda desk: desk.drop_rule(rule_id))


def _pins(book: Book, people: tuple[GuestId, ...]) -> list[tuple[GuestId, RuleId]]:
    """Who of some people is locked, and by which rule."""
    pins = [rule for rule in book.ties.rules.values() if rule.kind is RuleKind.PIN]
    return [(who, rule.id) for rule in pins for who in rule.guest_ids if who in people]


def _held(event: QKeyEvent) -> Qt.KeyboardModifier:
    """The modifiers with the key that has just gone down; some systems do not count it yet."""
    own = {
        Qt.Key.Key_Shift: Qt.KeyboardModifier.ShiftModifier,
        Qt.Key.Key_Control: Qt.KeyboardModifier.ControlModifier,
    }
    return event.modifiers() | own.get(Qt.Key(event.key()), Qt.KeyboardModifier.NoModifier)

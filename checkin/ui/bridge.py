"""The desk as one QObject: calls go to the worker, changes come back as one signal.

The desk lives on the worker thread. The window reads a book of its own, kept on the main thread by applying every
change that the desk announces, its own and other stations' alike, in the order in which they were written.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from checkin.book import Book
from checkin.changes import Change, Entity
from checkin.desk import Desk
from checkin.desk.outcomes import History, Outcome
from checkin.door import NO_ANSWERS, Answers
from checkin.errors import CheckinError
from checkin.model import EventId, GuestId, Mode
from checkin.search import Index
from checkin.ui.tasks import Tasks

T = TypeVar("T")

MANY = 2000
"""Edits after which a change is not worked into the window's book one by one, which would hold the window up."""


class Bridge(QObject):
    """What the window may ask of the desk.

    Signals:
        opened: Another event is open (or none); everything is to be drawn anew.
        changed: One change was written; carries it. Views redraw what it touches.
        decided: What came of a scan; carries an ``Outcome``. Comes after ``changed``.
        failed: A refusal; carries a ``CheckinError``.
        history: What undo and redo would do now; carries a ``History``.
        recalling: Undo or redo is about to be asked: whoever keeps something unwritten writes it now, or it would come
            after what was taken back.

    Attributes:
        preparing: Called on the worker with a very large change and the book as it is after it, before ``changed``, by
            views that would take long over it; they may work out values and touch no widget.
    """

    opened = Signal()
    changed = Signal(object)
    decided = Signal(object)
    failed = Signal(object)
    history = Signal(object)
    recalling = Signal()

    def __init__(self, desk: Desk, tasks: Tasks) -> None:
        """Listen to ``desk``; nothing else may call it from now on."""
        super().__init__()
        self._desk = desk
        self.tasks = tasks
        self.book: Book | None = desk.book.copy() if desk.book is not None else None
        self._history: History = desk.history()
        self._foreseen: Change | None = None
        self.preparing: list[Callable[[Change, Book], None]] = []
        desk.listen(self._heard)
        self._index()

    @property
    def can(self) -> History:
        """What undo and redo would do now: a change that is about to be written is the first to be taken back."""
        return self._history if self._foreseen is None else History(undo=self._foreseen)

    def foresee(self, change: Change | None) -> None:
        """Something was done that is not written yet, but will be before an undo; None once nothing is left of it."""
        if change != self._foreseen:
            self._foreseen = change
            self.history.emit(self.can)

    def ask(
        self,
        call: Callable[[Desk], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[CheckinError], None] | None = None,
    ) -> None:
        """Let the desk do something; its answer arrives on the main thread."""
        self.tasks.run(lambda: call(self._desk), done, failed or self.failed.emit)

    def use(self, event_id: EventId) -> None:
        """Open another event."""

        def work(desk: Desk) -> Book:
            return desk.use(event_id).copy()

        self.ask(work, self._open)

    def scan(
        self,
        text: str,
        mode: Mode = Mode.ENTRY,
        answers: Answers = NO_ANSWERS,
        *,
        repeat: bool = False,
        second: str = "",
    ) -> None:
        """Decide a scanned code; ``decided`` follows. ``second`` is another reading of the same scan."""
        self.ask(lambda desk: desk.scan(text, mode, answers, repeat=repeat, second=second), self.decided.emit)

    def admit(self, guest_id: GuestId, mode: Mode = Mode.ENTRY, answers: Answers = NO_ANSWERS) -> None:
        """Decide a person picked from the list; ``decided`` follows."""
        self.ask(lambda desk: desk.admit(guest_id, mode, answers), self.decided.emit)

    def walk_in(self, name: str, company: str = "") -> None:
        """Let in somebody who is on no list; ``decided`` follows."""
        self.ask(lambda desk: desk.walk_in(name, company), self.decided.emit)

    def take_back(self, guest_id: GuestId) -> None:
        """Take an arrival back, and its seat with it."""
        self.ask(lambda desk: desk.take_back(guest_id))

    def take_back_last(self) -> None:
        """Take back this station's last arrival."""
        self.ask(lambda desk: desk.take_back_last())

    def undo(self) -> None:
        """Take this station's last change back."""
        self.recalling.emit()
        self.ask(lambda desk: desk.undo())

    def redo(self) -> None:
        """Make the change that was taken back last again."""
        self.recalling.emit()
        self.ask(lambda desk: desk.redo())

    def catch_up(self) -> None:
        """Hear what other stations wrote; each of their changes arrives as ``changed``."""
        self.ask(lambda desk: desk.catch_up())

    def rename_station(self, name: str) -> None:
        """Write under another name from now on."""
        self.ask(lambda desk: desk.rename_station(name))

    def _index(self) -> None:
        """Have the search's index made on the worker; it arrives before any change made after it."""
        if self.book is not None:
            self.ask(lambda desk: desk.opened().new_index(), self._keep_index)

    def _keep_index(self, index: Index) -> None:
        if self.book is not None:
            self.book.keep_index(index)
        # Book, index and pages live all evening: left to the collector, they would make a scan wait now and then.
        gc.freeze()

    def _open(self, book: Book | None) -> None:
        self.book, self._foreseen = book, None
        self._index()
        self.opened.emit()
        self.history.emit(self.can)

    def _heard(self, change: Change, history: History) -> None:
        """Called on the worker after each commit."""
        twin: Book | None = None
        if len(change.edits) > MANY:
            twin = self._desk.opened().copy()
            twin.keep_index(twin.new_index())
            for entity in Entity:  # looked up here once, not by each view while the window waits
                change.touches(entity)
            for prepare in self.preparing:
                prepare(change, twin)
        self.tasks.post(lambda: self._arrived(change, history, twin))

    def _arrived(self, change: Change, history: History, twin: Book | None) -> None:
        if self.book is None or change.event_id != self.book.event.id:
            return
        if twin is None:
            self.book.apply(change)
        else:
            self.book.become(twin)
        self._history = history
        self.changed.emit(change)
        self.history.emit(self.can)


__all__ = ["Bridge", "Outcome"]

"""The ledger: the open event's book beside its store, and the one way to write.

Whoever writes holds the pen, hears first what others have written, plans on a book that is true, and commits. Undo and
redo are the journal read backwards, so they outlive the program and are the same for window and command line.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from checkin.book import Book
from checkin.changes import Change, Kind
from checkin.desk.outcomes import History
from checkin.errors import NoSuchEvent, NothingToUndo, StaleChange
from checkin.model import EventId
from checkin.rows import stamp
from checkin.store import Pen, Store

Listener = Callable[[Change, History], None]
Clock = Callable[[], datetime]

KEPT = 16
"""Changes kept in memory for undo; older ones are read from the journal again."""


class Ledger:
    """A store with one event open.

    Attributes:
        store: The database.
        station: Who writes here, as the journal names it.
        clock: Says what time it is (with its zone).
        book: The open event, or None.
    """

    def __init__(self, store: Store, station: str, clock: Clock) -> None:
        """Stand beside ``store`` with no event open."""
        self.store = store
        self.station = station
        self.clock = clock
        self.book: Book | None = None
        self._seen = 0
        self._listeners: list[Listener] = []
        self._undo: list[int] = []
        self._redo: list[int] = []
        self._made: dict[int, Change] = {}

    def listen(self, listener: Listener) -> None:
        """Call ``listener`` after every commit, ours and other stations'."""
        self._listeners.append(listener)

    def open(self, event_id: EventId) -> Book:
        """Open an event's book."""
        self.book, self._seen = self.store.open_book(event_id)
        self._undo, self._redo = [], []
        self._made = {}
        for line in self.store.lines(event_id):
            if line.station == self.station:
                self._remember(line.seq, line.kind, line.undoes, undoable=line.undoable)
        return self.book

    @property
    def page(self) -> int:
        """The number of the last change that the book knows of."""
        return self._seen

    def close(self) -> Book | None:
        """Shut the book and hand it over."""
        book, self.book = self.book, None
        self._undo, self._redo, self._made = [], [], {}
        return book

    def opened(self) -> Book:
        """The open book.

        Raises:
            NoSuchEvent: None is open.
        """
        if self.book is None:
            raise NoSuchEvent("")
        return self.book

    def write(self, plan: Callable[[Book, Pen], Change]) -> Change:
        """Plan a change on the true book and commit it; nothing is kept if either fails."""
        book = self.opened()

        def planned(pen: Pen) -> Change:
            return replace(plan(book, pen), event_id=book.event.id)

        return self.found(planned)

    def found(self, plan: Callable[[Pen], Change]) -> Change:
        """Write a change of any event; no book has to be open."""
        heard: list[Change] = []
        try:
            with self.store.writing(self._seen) as pen:
                self._turn(pen.missed)
                heard += pen.missed
                written = pen.write(plan(pen), stamp(self.clock()), self.station)
            self._turn([written])
            heard.append(written)
        finally:
            self._announce(heard)
        return written

    def catch_up(self) -> list[Change]:
        """Hear what other stations have written since the last time."""
        missed = self.store.since(self._seen)
        self._turn(missed)
        self._announce(missed)
        return missed

    def history(self) -> History:
        """What undo and redo would do now."""
        undo = self._change(self._undo[-1]) if self._undo else None
        redo = self._change(self._redo[-1]) if self._redo else None
        return History(undo, redo)

    def undo(self) -> Change:
        """Take this station's last change back.

        Raises:
            NothingToUndo: There is none.
            StaleChange: Somebody has changed the same rows since; it is passed over from now on.
        """
        if not self._undo:
            raise NothingToUndo
        return self._repeat(self._undo, lambda change: change.inverse())

    def redo(self) -> Change:
        """Make the change that was taken back last again.

        Raises:
            NothingToUndo: There is none.
            StaleChange: Somebody has changed the same rows since.
        """
        if not self._redo:
            raise NothingToUndo(redo=True)
        return self._repeat(
            self._redo,
            lambda change: replace(change.inverse(), kind=Kind.REDONE, facts=change.facts, guest_id=change.guest_id),
        )

    def _repeat(self, stack: list[int], turned: Callable[[Change], Change]) -> Change:
        change = self._change(stack[-1])
        again = replace(turned(change), undoes=change.seq)
        try:
            return self.write(lambda _book, _pen: again)
        except StaleChange:
            # The journal keeps that it was tried, or a program started anew would stand before the same change again.
            self.write(lambda _book, _pen: replace(again, edits=(), facts={"of": change.of, "stale": True}))
            raise

    def _change(self, seq: int) -> Change:
        if seq not in self._made:
            self._made[seq] = self.store.change(seq)
        return self._made[seq]

    def _turn(self, changes: list[Change]) -> None:
        """Bring the book to the state after ``changes``."""
        for change in changes:
            self._seen = change.seq
            if self.book is not None and change.event_id == self.book.event.id:
                self.book.apply(change)
                if change.station == self.station:
                    self._remember(change.seq, change.kind, change.undoes, undoable=change.undoable)
                    self._made[change.seq] = change

    def _announce(self, changes: list[Change]) -> None:
        """Tell the listeners, once the pen is down: they may read."""
        for change in changes:
            if self.book is not None and change.event_id == self.book.event.id:
                history = self.history()
                for listener in self._listeners:
                    listener(change, history)

    def _remember(self, seq: int, kind: Kind, undoes: int | None, *, undoable: bool) -> None:
        """Keep the two stacks as the journal grows: an undone change waits in ``_redo`` until something new is done."""
        if len(self._made) > KEPT:
            self._made.clear()
        if kind is Kind.REHEARSAL_CLEARED:  # what came before it was play, and is over
            self._undo.clear()
            self._redo.clear()
        elif kind is Kind.UNDONE or kind is Kind.REDONE:
            waiting, made = (self._undo, self._redo) if kind is Kind.UNDONE else (self._redo, self._undo)
            if undoes in waiting:
                waiting.remove(undoes)
            if undoable:
                made.append(seq)
        elif undoable:
            self._redo.clear()
            self._undo.append(seq)

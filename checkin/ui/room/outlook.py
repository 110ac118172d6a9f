"""Looking ahead: the next round, a shuffle, fewer gaps; shown before anything is written, then taken or left.

Holds the preview column and the search; the room shows whatever the staging is told.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent

from checkin import phrases
from checkin.book import Book
from checkin.changes import Change
from checkin.desk import Desk
from checkin.errors import CheckinError, NothingToDo
from checkin.mending_words import still_short
from checkin.model import SettingName
from checkin.moves import steps
from checkin.rulebook import rules_of
from checkin.ui.bridge import Bridge
from checkin.ui.guests.collation import by_name
from checkin.ui.room.change_words import change_figures
from checkin.ui.room.next_round import NextRound, planned
from checkin.ui.room.preview_column import PreviewColumn
from checkin.ui.room.previews import About, Preview
from checkin.ui.room.staging import Staging
from checkin.words import Words


class Outlook(QObject):
    """What is thought of, if anything is."""

    def __init__(self, bridge: Bridge, staging: Staging, column: PreviewColumn, t: Words) -> None:
        """Think of nothing yet."""
        super().__init__()
        self._bridge, self._staging, self._t = bridge, staging, t
        self.column = column
        self.search = NextRound(bridge, t)
        self._about: About | None = None
        self._remake: Callable[[], None] | None = None
        self._writing = False
        self.search.found.connect(self._show)
        self.search.failed.connect(self._failed)
        column.taken.connect(lambda: self._write(lambda preview: preview.write))
        column.kept.connect(lambda: self._write(lambda preview: preview.keep or preview.write))
        column.dropped.connect(self.leave)
        column.stop_asked.connect(self.search.stop)
        column.again_asked.connect(self._search)

    @property
    def active(self) -> bool:
        """Whether the preview column is to be seen."""
        return self._about is not None

    def next_round(self) -> None:
        """Think of the next round: as it is planned, or as a search finds it."""
        book = self._bridge.book
        if book is None or not book.tables:
            return
        if book.rounds > book.round:
            self._about = About.ROUND
            self._show(planned(book, self._t))
        else:
            self._search(self.column.ahead.value())

    def shuffle(self) -> None:
        """Think of everybody drawn anew who is not locked."""
        self._plan(About.SHUFFLE, lambda desk: desk.plan_shuffle())

    def fill(self) -> None:
        """Think of tables filled up to the minimum with the fewest moves."""
        book = self._bridge.book
        if book is not None:
            minimum = int(book.setting(SettingName.MINIMUM) or 0) or fair_minimum(book)
            self._plan(About.FILL, lambda desk: desk.plan_fill(minimum))

    def seat_waiting(self) -> None:
        """Think of a table for everybody who waits for one."""
        self._plan(About.SEAT, lambda desk: desk.plan_seating())

    def leave(self) -> None:
        """Leave everything as it is."""
        self.give_up()
        self._staging.think_of(None)
        self._staging.changed.emit()

    def give_up(self) -> None:
        """Think of nothing any more; another event is open, or it has been written."""
        self.search.give_up()
        self._about, self._remake, self._writing = None, None, False

    def heed(self, _book: Book) -> None:
        """Somebody came, went or moved: what was worked out for the room as it was is worked out again."""
        if self._about is not None and not self._writing and not self.search.running and self._remake is not None:
            self._remake()

    def press(self, event: QKeyEvent) -> bool:
        """Enter takes what is shown; says whether the key meant that."""
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if not (enter and self.active and self.column.take.isEnabled()):
            return False
        self.column.take.click()
        return True

    # --- working it out ---

    def _search(self, ahead: int) -> None:
        book = self._bridge.book
        if book is None:
            return
        self._about, self._remake = About.ROUND, None
        self._staging.think_of(None)
        self.column.await_(About.ROUND, book.round + 1)
        self._staging.changed.emit()
        self.search.begin(ahead)

    def _plan(self, about: About, plan: Callable[[Desk], Change]) -> None:
        if self._bridge.book is None:
            return

        def remake() -> None:
            self._bridge.ask(plan, lambda change: self._planned(about, change), self._failed)

        self._about, self._remake = about, None
        remake()
        self._remake = remake

    def _planned(self, about: About, change: Change) -> None:
        book = self._bridge.book
        if book is None or self._about is not about:
            return
        after = book.copy()
        after.apply(change)
        ways = steps((book, book.round), (after, book.round), by_name)
        self._show(
            Preview(
                about,
                after,
                book.round,
                tuple(ways),
                write=lambda desk: desk.take(change),
                figures=change_figures(book, change, rules_of(book), self._t),
                remarks=still_short(change, self._t),
                moved=frozenset(step.guest_id for step in ways),
            )
        )

    def _show(self, preview: Preview) -> None:
        if self._about is preview.about:
            self.column.show_preview(preview)
            self._staging.think_of(preview)

    def _failed(self, why: CheckinError) -> None:
        if isinstance(why, NothingToDo) and self._about is not None and not self._writing:
            self._staging.think_of(None)
            self.column.show_nothing(self._about, self._staging.round, phrases.refusal(why, self._t))
            self._staging.changed.emit()
            return
        self.leave()
        self._bridge.failed.emit(why)

    def _write(self, how: Callable[[Preview], Callable[[Desk], Change]]) -> None:
        preview = self.column.preview
        if preview is not None and not self._writing:
            self._writing = True
            self.search.give_up()
            self._bridge.ask(how(preview), lambda _change: self.leave(), self._failed)


def fair_minimum(book: Book) -> int:
    """What every table could have at least, were all filled evenly; asked for while nobody has said how many."""
    tables = [table for table in book.tables.values() if table.open and not table.reserved]
    return max(1, len(book.sitting) // max(1, len(tables)))

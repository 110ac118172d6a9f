"""Badges at the door: one job a guest, printed one after the other on a thread of its own.

A scan never waits for it: the main thread reads what the badge says (well under a millisecond), everything else is done
elsewhere, and the desk is asked only to remember it. Nobody gets a second badge unasked; a printer in trouble stops the
queue, not the door, and its job comes back with the reason. Knows no printer: ``printers.py`` does.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from checkin.badges import Badge, Design, Press, Stock, badges_pdf
from checkin.book import Book
from checkin.changes import Change, Edit, Entity
from checkin.desk.printing import Common, badge_of, common, design_of, said
from checkin.errors import CheckinError
from checkin.model import GuestId
from checkin.paper.adjusting import EXACT, Adjustment
from checkin.paper.designs import Field
from checkin.paper.sheets import SHEETS
from checkin.ui.bridge import Bridge
from checkin.ui.printing.printers import (
    Destination,
    PrintChoice,
    PrinterTrouble,
    UnreadableCode,
    Why,
    destination,
    printers,
)
from checkin.ui.printing.proof import codes_on
from checkin.ui.tasks import Tasks
from checkin.words import Words

TEST_CODE = "TEST"
"""On a test badge; too short to be anybody's ticket."""


class State(StrEnum):
    """How far a job is."""

    QUEUED = "queued"
    PRINTING = "printing"
    PRINTED = "printed"
    FAILED = "failed"
    CANCELLED = "cancelled"


Undone = Callable[[str, tuple[float, float]], Adjustment]
"""What undoes the offset and scale of a printer, by its name and the size of its page."""

_LISTWIDE = frozenset({"sector", "consent"})
"""Fields of a guest that decide about the badges of others: colours, and whether anybody was asked."""

OPEN = (State.QUEUED, State.PRINTING, State.FAILED)


@dataclass(frozen=True, slots=True)
class BadgeJob:
    """One badge on its way.

    Attributes:
        name: The guest's, for whoever looks at the queue.
        asked: Whether somebody asked for it; otherwise it follows from an arrival.
        reason: Why it failed.
    """

    guest_id: GuestId
    name: str
    asked: bool
    state: State = State.QUEUED
    reason: CheckinError | None = None


class BadgeQueue(QObject):
    """The queue.

    Signals:
        changed: A job is in another state; carries the ``BadgeJob``.
    """

    changed = Signal(object)

    def __init__(
        self,
        bridge: Bridge,
        t: Words,
        choice: PrintChoice,
        parent: QObject | None = None,
        *,
        undone: Undone = lambda _printer, _page: EXACT,
    ) -> None:
        """Begin empty; ``close`` ends the thread.

        Args:
            bridge: To the desk.
            t: The language of what is printed.
            choice: Where badges go.
            parent: Owns the queue.
            undone: What undoes a printer's offset and scale; asked for each badge, on the main thread.
        """
        super().__init__(parent)
        self._bridge = bridge
        self._t = t
        self._press = Press()
        self._printing = Tasks()
        self._jobs: dict[GuestId, BadgeJob] = {}
        self._waiting: deque[GuestId] = deque()
        self._at_work: GuestId | None = None
        self._unrecorded: set[GuestId] = set()
        self._among: Common | None = None
        self.paused = False
        self.choice = choice
        self._undone = undone
        self._destination: Destination = destination(choice)
        self._printing.crashed.connect(self._broke)
        bridge.changed.connect(self._heard)
        bridge.opened.connect(self._opened)

    def use(self, choice: PrintChoice) -> None:
        """Print elsewhere, or on other labels, from the next job on; what has failed is tried there."""
        self.choice = choice
        self._destination = destination(choice)
        self.retry()

    def close(self) -> None:
        """Finish the badge that is being printed and stop; what still waits is not printed."""
        self._waiting.clear()
        self._printing.close()

    # --- what there is ---

    def job(self, guest_id: GuestId) -> BadgeJob | None:
        """The last job of a guest, or None."""
        return self._jobs.get(guest_id)

    @property
    def waiting(self) -> int:
        """How many badges are queued or being printed."""
        return len(self._waiting) + (self._at_work is not None)

    @property
    def failed(self) -> list[BadgeJob]:
        """The jobs that failed, oldest first."""
        return [job for job in self._jobs.values() if job.state is State.FAILED]

    # --- what may be asked ---

    def add(self, guest_id: GuestId, *, asked: bool) -> BadgeJob | None:
        """Queue a guest's badge.

        Args:
            guest_id: Whose.
            asked: Whether somebody wants it now, even if there is one already; otherwise only a first badge is printed,
                and only where printing at the door is on.

        Returns:
            The job, the one that is under way if there is one, or None where there is nothing to print.
        """
        book = self._bridge.book
        guest = book.guests.get(guest_id) if book is not None else None
        if guest is None or not guest.name:
            return None
        known = self._jobs.get(guest_id)
        if known is not None and known.state in OPEN:
            if known.state is State.FAILED and asked:
                self.retry()
            return self._jobs[guest_id]
        printed = guest.badge_printed_at is not None or guest_id in self._unrecorded
        if not asked and (printed or not self.choice.on):
            return None
        job = BadgeJob(guest_id, guest.name, asked)
        self._waiting.append(guest_id)
        self._put(job)
        self._next()
        return job

    def retry(self) -> None:
        """Try what failed again, before anything else, and go on."""
        failed = self.failed
        self.paused = False
        self._waiting.extendleft(job.guest_id for job in reversed(failed))
        for job in failed:
            self._put(replace(job, state=State.QUEUED, reason=None))
        self._next()

    def forget(self) -> None:
        """Give up what failed, and go on with the rest."""
        for job in self.failed:
            self._put(replace(job, state=State.CANCELLED))
        self.paused = False
        self._next()

    def look_for_printers(self, found: Callable[[list[str]], None]) -> None:
        """Ask the system for its printers, behind the badge that is being printed."""
        self._printing.run(printers, found)

    def try_out(self, done: Callable[[], None], failed: Callable[[CheckinError], None]) -> None:
        """Print a badge of nobody; nothing is remembered of it."""
        t, stock, where = self._t, self._stock(), self._destination
        design = design_of(self._bridge.book) if self._bridge.book is not None else Design()
        sample = Badge(t("Ana Sample"), company=t("Test badge"), table=8, code=TEST_CODE)
        self._printing.run(
            lambda: self._print(sample, GuestId(0), "Sobremesa", design, stock, where), lambda _none: done(), failed
        )

    # --- at work ---

    def _put(self, job: BadgeJob) -> None:
        self._jobs.pop(job.guest_id, None)
        self._jobs[job.guest_id] = job
        self.changed.emit(job)

    def _next(self) -> None:
        """Begin the next badge, if none is at work."""
        book = self._bridge.book
        if book is None or self.paused or self._at_work is not None or not self._waiting:
            return
        guest_id = self._waiting.popleft()
        badge = badge_of(book, book.guests[guest_id], self._t, self._common(book))
        self._at_work = guest_id
        self._put(replace(self._jobs[guest_id], state=State.PRINTING))
        event, stock, where, design = book.event, self._stock(), self._destination, design_of(book)
        self._printing.run(
            lambda: self._print(badge, guest_id, event.name, design, stock, where),
            lambda _none: self._printed(event.id, guest_id, said(badge, whole=stock.whole)),
            lambda reason: self._failed(guest_id, reason),
        )

    def _stock(self) -> Stock:
        """The chosen label, moved by what the calibration page of its printer has shown; a folder moves nothing."""
        label, printer = self.choice.label, self.choice.printer
        undone = self._undone(printer, SHEETS[label].page) if printer else EXACT
        return Stock(label, marks=False, adjustment=undone)

    def _print(
        self, badge: Badge, guest_id: GuestId, event: str, design: Design, stock: Stock, where: Destination
    ) -> None:
        """On the queue's own thread; a badge whose code would not be read goes nowhere."""
        pdf = badges_pdf([badge], stock, event_name=event, t=self._t, design=design, press=self._press)
        if badge.code and Field.CODE in design.fields and badge.code not in codes_on(pdf.pdf, 0):
            raise UnreadableCode
        where.put(pdf, guest_id)

    def _printed(self, event_id: int, guest_id: GuestId, says: str) -> None:
        self._at_work = None
        book = self._bridge.book
        if book is not None and book.event.id == event_id:
            self._unrecorded.add(guest_id)
            self._bridge.ask(lambda desk: desk.badge_printed([(guest_id, says)]))
            if guest_id in self._jobs:
                self._put(replace(self._jobs[guest_id], state=State.PRINTED))
        self._next()

    def _failed(self, guest_id: GuestId, reason: CheckinError) -> None:
        self._at_work = None
        if guest_id in self._jobs:
            self.paused = True
            self._put(replace(self._jobs[guest_id], state=State.FAILED, reason=reason))
        self._next()

    def _broke(self, error: BaseException) -> None:
        """A bug on the queue's thread: the job fails like any other, and the crash dialog hears of it."""
        if self._at_work is not None:
            self._failed(self._at_work, PrinterTrouble(self.choice.printer, Why.REFUSED))
        self._bridge.tasks.crashed.emit(error)

    def _common(self, book: Book) -> Common:
        if self._among is None:
            self._among = common(book)
        return self._among

    # --- what happens meanwhile ---

    def _heard(self, change: Change) -> None:
        """Follow the event: a guest who has not come after all gets no badge."""
        if self._among is not None and any(map(_other_list, change.edits)):
            self._among = None
        known = change.touches(Entity.GUEST) & (self._jobs.keys() | self._unrecorded)
        for edit in change.edits if known else ():
            if edit.entity is not Entity.GUEST or edit.id not in known:
                continue
            if edit.after is None or "badge_printed_at" in edit.after:
                self._unrecorded.discard(GuestId(edit.id))
            if _not_come(edit):
                self._cancel(GuestId(edit.id))

    def _cancel(self, guest_id: GuestId) -> None:
        """Let go of a job; a badge that is being printed cannot be called back."""
        job = self._jobs.get(guest_id)
        if job is None or job.state not in (State.QUEUED, State.FAILED):
            return
        if guest_id in self._waiting:
            self._waiting.remove(guest_id)
        self._put(replace(job, state=State.CANCELLED))
        if not self.failed:
            self.paused = False
            self._next()

    def _opened(self) -> None:
        """Another event: whatever waits belongs to the one before."""
        self._waiting.clear()
        self._unrecorded.clear()
        self._among = None
        self.paused = False
        gone = [job for job in self._jobs.values() if job.state in OPEN]
        self._jobs.clear()
        for job in gone:
            self.changed.emit(replace(job, state=State.CANCELLED))


def _other_list(edit: Edit) -> bool:
    """Whether what badges take from the whole list may be another after an edit."""
    return edit.entity is Entity.GUEST and (
        edit.after is None or edit.before is None or not _LISTWIDE.isdisjoint(edit.after)
    )


def _not_come(edit: Edit) -> bool:
    """Whether an edit takes an arrival back, or the guest off the list."""
    return edit.after is None or ("arrived_at" in edit.after and edit.after["arrived_at"] is None)

"""The check-in desk: everything the program can do, in one readable list.

Window and command line speak to a ``Desk`` and to nothing below it. Every write is one transaction, leaves one journal
row and returns the ``Change`` that was made; nothing is returned before it is on disk.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from checkin import event_plans, plans, tickets
from checkin.book import Book
from checkin.changes import Change
from checkin.desk import copies, lock, proof, settings
from checkin.desk.arranging import Arranging
from checkin.desk.arrivals import Arrivals
from checkin.desk.chance import Chance
from checkin.desk.explaining import explain
from checkin.desk.furnishing import Furnishing
from checkin.desk.ledger import Clock, Ledger, Listener
from checkin.desk.mending import Mending
from checkin.desk.outcomes import (
    Counts,
    Explanation,
    History,
    Outcome,
    Proof,
    TablePlan,
)
from checkin.desk.paperwork import Paperwork
from checkin.desk.registering import Registering
from checkin.desk.seating import Seating
from checkin.door import NO_ANSWERS, Answers
from checkin.errors import NoSuchEvent, NoSuchTable, NotArrived, WrongCall
from checkin.model import EventId, EventSummary, GuestId, Mode, SettingName, Table
from checkin.search import Hit
from checkin.store import Store


class Desk(Arranging, Seating, Mending, Furnishing, Paperwork, Registering):
    """One station's desk over one database."""

    def __init__(self, store: Store, *, station: str, clock: Clock, luck: Callable[[int], bytes]) -> None:
        """Stand a desk over an open store; ``Desk.open`` is the way in."""
        self._store = store
        self._ledger = Ledger(store, station, clock)
        self._luck = luck
        self._copied = 0
        self._arrivals = Arrivals(self._ledger, self._new_code, copies.emergency_file(store))

    @classmethod
    def open(
        cls,
        address: str,
        *,
        station: str = "",
        passphrase: str = "",
        clock: Clock = lambda: datetime.now().astimezone(),
        luck: Callable[[int], bytes] | None = None,
    ) -> Desk:
        """Open, or make, the database at a path or a PostgreSQL URL.

        Args:
            address: The path or the URL.
            station: The name that the journal gives to who writes here.
            passphrase: Of an encrypted file, "" for a plain one.
            clock: Says what time it is.
            luck: Gives so many random bytes, for seeds and ticket codes; the system's own where nothing is given.

        Raises:
            NotADatabase: Something else is there, or the passphrase is another.
            NewerDatabase: A newer version of this program wrote it.
            CannotSave: It cannot be reached or written.
        """
        return cls(Store.open(address, passphrase), station=station, clock=clock, luck=luck or Chance())

    def close(self) -> None:
        """Let go of the database."""
        self._store.close()

    # --- what is open ---

    @property
    def address(self) -> str:
        """Where the database is."""
        return self._store.address

    @property
    def station(self) -> str:
        """Who writes here."""
        return self._ledger.station

    def rename_station(self, name: str) -> None:
        """Write under another name from now on; what was written keeps the old one."""
        self._ledger.station = name

    @property
    def book(self) -> Book | None:
        """The open event, to be read and not written; None while none is open."""
        return self._ledger.book

    def opened(self) -> Book:
        """The open event.

        Raises:
            NoSuchEvent: None is open.
        """
        return self._ledger.opened()

    def listen(self, listener: Listener) -> None:
        """Call ``listener(change, history)`` after every commit, this station's and others'."""
        self._ledger.listen(listener)

    # --- events ---

    def events(self) -> list[EventSummary]:
        """Every event, newest first."""
        return self._store.summaries()

    def use(self, event_id: EventId | None = None, name: str | None = None) -> Book:
        """Open an event: by id, by name, or the newest one.

        Raises:
            NoSuchEvent: There is none such.
        """
        if event_id is None:
            named = [event for event in self._store.events() if name is None or event.name == name]
            if not named:
                raise NoSuchEvent(name or "")
            event_id = named[0].id
        book = self._ledger.open(event_id)
        self._arrivals.elsewhere = {
            tickets.key(code): event for code, event in self._store.codes_elsewhere(event_id).items()
        }
        # The book lives all evening. Left among what the collector visits, it would hold the door up for a tenth of a
        # second now and then at 10,000 guests.
        gc.freeze()
        return book

    def create_event(self, name: str, tables: Sequence[TablePlan], day: str = "") -> Change:
        """Make an event with its room, and open it.

        Raises:
            WrongCall: It would have no name.
        """
        name = " ".join(name.split())
        if not name:
            raise WrongCall("NAME", name)
        seats = [plan.seats for plan in tables for _ in range(plan.count)]
        shapes = [plan.shape for plan in tables for _ in range(plan.count)]
        seed = self._luck(32).hex()
        now = self._ledger.clock()
        change = self._ledger.found(lambda pen: event_plans.new_event(name, day, seed, seats, now, pen.reserve, shapes))
        self.use(EventId(change.event_id or 0))
        return change

    # --- the door ---

    def scan(
        self,
        text: str,
        mode: Mode = Mode.ENTRY,
        answers: Answers = NO_ANSWERS,
        *,
        repeat: bool = False,
        second: str = "",
    ) -> Outcome:
        """Decide a scanned code and write what comes of it; a failure to save is an outcome, too.

        Args:
            text: What arrived.
            mode: Let in, let out, or only look.
            answers: What was said to the question that the code raised before.
            repeat: Whether the same device read the same code a moment ago.
            second: Another reading of the same scan, by the places of its keys, or "".
        """
        return self._arrivals.scan(text, mode, answers, repeat=repeat, second=second)

    def admit(self, guest_id: GuestId, mode: Mode = Mode.ENTRY, answers: Answers = NO_ANSWERS) -> Outcome:
        """Decide a person picked from the list and write what comes of it."""
        return self._arrivals.admit(guest_id, mode, answers)

    def walk_in(self, name: str, company: str = "") -> Outcome:
        """Let in somebody who is on no list."""
        return self._arrivals.walk_in(name, company)

    def take_back(self, guest_id: GuestId) -> Change:
        """Take an arrival back, and its seat with it."""
        return self._ledger.write(lambda book, _pen: plans.take_back(book, guest_id))

    def take_back_last(self) -> Change:
        """Take back the last arrival of this station.

        Raises:
            NotArrived: Nobody has come in here.
        """

        def plan(book: Book, _pen: object) -> Change:
            here = (guest.id for guest in book.last_arrivals(book.arrived) if guest.station == self.station)
            last = next(here, None)
            if last is None:
                raise NotArrived("")
            return plans.take_back(book, last)

        return self._ledger.write(plan)

    def find(self, query: str, limit: int = 20) -> list[Hit]:
        """Who answers to ``query``, best first."""
        return self._ledger.opened().find(query, limit)

    def why(self, guest_id: GuestId) -> Explanation:
        """Why a guest sits where they sit.

        Raises:
            NotDrawn: The guest has no draw.
        """
        return explain(self._ledger, guest_id)

    # --- what is decided for the event ---

    def decide(self, name: SettingName, value: str) -> Change:
        """Write a setting that every station heeds."""
        return settings.decide(self._ledger, name, value)

    def begin_rehearsal(self) -> Change:
        """From now on nothing counts, until the rehearsal is cleared."""
        self.backup_now()
        return settings.begin_rehearsal(self._ledger)

    def end_rehearsal(self) -> Change:
        """Clear everything that happened since the rehearsal began, in one act."""
        self.backup_now()
        return settings.end_rehearsal(self._ledger)

    # --- who may do what on the screen ---

    @property
    def has_pin(self) -> bool:
        """Whether the open event has an organizer's PIN."""
        return lock.has_pin(self._ledger.opened())

    def set_pin(self, pin: str) -> Change:
        """Give the event a PIN, or another one.

        Raises:
            WeakPin: It is too short, too long, or not digits alone.
        """
        return lock.set_pin(self._ledger, pin)

    def check_pin(self, pin: str) -> lock.Verdict:
        """Try a PIN; after five wrong ones each further try has to wait."""
        return lock.check_pin(self._ledger, pin, self._ledger.clock())

    # --- the room ---

    def table(self, number: int) -> Table:
        """The table that people call ``number``.

        Raises:
            NoSuchTable: There is none.
        """
        table = self._ledger.opened().table_number(number)
        if table is None:
            raise NoSuchTable(number)
        return table

    # --- taking back ---

    def undo(self) -> Change:
        """Take this station's last change back.

        Raises:
            NothingToUndo: There is none.
            StaleChange: Somebody has changed the same rows since.
        """
        return self._ledger.undo()

    def redo(self) -> Change:
        """Make the change that was taken back last again."""
        return self._ledger.redo()

    def history(self) -> History:
        """What undo and redo would do now."""
        return self._ledger.history()

    def catch_up(self) -> list[Change]:
        """Hear what other stations have written."""
        return self._ledger.catch_up()

    # --- copies and proof ---

    def backup(self, path: Path) -> Counts:
        """Copy the whole database to a file that has been opened and checked."""
        return copies.copy(self._store, path)

    def backup_now(self, keep: Path | None = None) -> Path | None:
        """Make an automatic copy beside the database if anything has changed since the last one.

        Args:
            keep: A copy that is not let go of, however old.
        """
        seq, _ = self._store.head()
        if not seq or seq == self._copied:
            return None
        path = copies.automatic(self._store, self._ledger.clock(), keep)
        self._copied = seq
        return path

    def restore(self, path: Path) -> Counts:
        """Make the database what a copy says, after copying what is there now.

        Raises:
            DamagedBackup: The copy is not sound; nothing was changed.
        """
        self.backup_now(keep=path)
        counts = copies.restore(self._store, path)
        self._copied = 0
        before = self._ledger.close()
        events = self._store.events()
        same = [event for event in events if before is not None and event.seed == before.event.seed]
        if events:
            self.use((same or events)[0].id)
        return counts

    def verify(self, progress: Callable[[int], None] = lambda _rows: None) -> Proof:
        """Read the whole journal, make every draw again and compare with the database."""
        return proof.verify(self._store, progress)

    def _new_code(self) -> str:
        return tickets.new_code(self._luck(10))

"""At the door: scans, people picked from the list, walk-ins; always committed before they are answered."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from checkin import plans
from checkin.book import Book
from checkin.changes import Change, Entity
from checkin.deck import Dealer
from checkin.desk.ledger import Ledger
from checkin.desk.outcomes import Outcome
from checkin.door import Answers, Decision, State, Writes, decide, decide_guest
from checkin.errors import CannotSave, NoSuchGuest, StaleChange
from checkin.luck import Luck
from checkin.model import GuestId, Mode, TableId, TicketId
from checkin.round_plans import stops
from checkin.rows import stamp
from checkin.rulebook import Rulebook, present_of, tables_of
from checkin.seating import Draw, draw
from checkin.store import Pen

log = logging.getLogger(__name__)

Deciding = Callable[[Book, datetime], Decision]


class Arrivals:
    """The door of one event.

    Attributes:
        emergency: The file that takes down what could not be saved, one JSON object a line.
    """

    def __init__(self, ledger: Ledger, new_code: Callable[[], str], emergency: Path) -> None:
        """Stand at the door with a ledger."""
        self._ledger = ledger
        self._new_code = new_code
        self.emergency = emergency
        self.elsewhere: Mapping[str, str] = {}
        self._dealer: Dealer | None = None
        self._rulebook = Rulebook()

    def scan(self, text: str, mode: Mode, answers: Answers, *, repeat: bool, second: str) -> Outcome:
        """Decide a scanned code and write what comes of it."""

        def deciding(book: Book, now: datetime) -> Decision:
            return decide(
                text, book, mode, now, answers=answers, repeat=repeat, other_events=self.elsewhere, second=second
            )

        return self._settle(deciding, answers, text)

    def admit(self, guest_id: GuestId, mode: Mode, answers: Answers) -> Outcome:
        """Decide a person picked from the list and write what comes of it."""

        def deciding(book: Book, now: datetime) -> Decision:
            guest = book.guests.get(guest_id)
            if guest is None:
                raise NoSuchGuest(str(guest_id))
            return decide_guest(guest, book, mode, now, answers=answers)

        return self._settle(deciding, answers, f"#{guest_id}")

    def walk_in(self, name: str, company: str) -> Outcome:
        """Let in somebody who is on no list."""
        drawn: list[Draw | None] = []

        def plan(book: Book, pen: Pen) -> Change:
            guest_id, ticket_id = GuestId(pen.reserve(Entity.GUEST)), TicketId(pen.reserve(Entity.TICKET))
            place = self._place_for(book, guest_id)
            drawn[:] = [place.draw]
            who = plans.WalkIn(guest_id, ticket_id, name, company, self._new_code())
            return plans.walk_in(book, who, now, self._ledger.station, place)

        now = self._ledger.clock()
        try:
            change = self._ledger.write(plan)
        except (CannotSave, StaleChange) as trouble:
            return self._not_saved(f"walk-in {name}", now, trouble, None)
        state = State.WELCOME if drawn[0] is not None else State.TABLES_FULL
        guest_id = GuestId(change.guest_id or 0)
        decision = Decision(state, guest_id=guest_id, writes=Writes.ARRIVAL)
        return self._outcome(decision, now, change, drawn[0])

    def draw_for(self, book: Book, guest_id: int) -> Draw | None:
        """The table that luck and the rules give a guest in the room as it is; None when no seat is free."""
        luck = luck_of(book)
        if self._dealer is None or self._dealer.luck != luck:
            self._dealer = Dealer(luck)
        rules = self._rulebook.rules(book)
        return draw(
            tables_of(book, rules, luck), guest=guest_id, counter=book.arrived, luck=luck, dealer=self._dealer,
            rules=rules, present=present_of(book),
        )  # fmt: skip

    def _place_for(self, book: Book, guest_id: GuestId) -> plans.Place:
        """The draw and, where the whole itinerary is given at arrival, the chairs of the later rounds."""
        drawn = self.draw_for(book, guest_id)
        if drawn is None:
            return plans.Place()
        rules = self._rulebook.rules(book)
        return plans.Place(drawn, tuple(stops(book, guest_id, TableId(drawn.table), rules, luck_of(book))))

    def _settle(self, deciding: Deciding, answers: Answers, text: str) -> Outcome:
        now = self._ledger.clock()
        made: list[tuple[Decision, Draw | None]] = []

        def plan(book: Book, _pen: Pen) -> Change:
            decision = deciding(book, now)
            place = plans.Place()
            if decision.writes is Writes.ARRIVAL and decision.guest_id is not None:
                place = self._place_for(book, decision.guest_id)
            made[:] = [(decision, place.draw)]
            return plans.door(book, decision, answers, now, self._ledger.station, place)

        try:
            change = self._ledger.write(plan)
        except (CannotSave, StaleChange) as trouble:
            decision = made[0][0] if made else None
            return self._not_saved(text, now, trouble, decision)
        decision, drawn = made[0]
        return self._outcome(decision, now, change, drawn)

    def _outcome(self, decision: Decision, at: datetime, change: Change, drawn: Draw | None) -> Outcome:
        book = self._ledger.opened()
        if decision.guest_id is None:
            return Outcome(decision, at, change=change)
        guest = book.guests[decision.guest_id]
        table = book.table_of(guest.id)
        return Outcome(
            decision,
            at,
            table=None if table is None else table.number,
            arrival=guest.arrival,
            arrived_at=guest.arrived_at,
            station=guest.station,
            change=change,
            draw=drawn,
        )

    def _not_saved(self, text: str, at: datetime, trouble: Exception, decision: Decision | None) -> Outcome:
        detail = getattr(trouble, "detail", "") or str(trouble)
        log.error("a scan could not be saved: %s", type(trouble).__name__)
        line = {"at": stamp(at), "station": self._ledger.station, "code": text, "trouble": detail}
        try:
            with self.emergency.open("a", encoding="utf-8", errors="backslashreplace") as file:
                file.write(json.dumps(line, ensure_ascii=False) + "\n")
        except OSError:
            log.exception("the emergency log could not be written either")
        guest_id = None if decision is None else decision.guest_id
        return Outcome(Decision(State.NOT_SAVED, text, guest_id=guest_id), at, trouble=detail)


def luck_of(book: Book) -> Luck:
    """The luck of a book's event."""
    return Luck(bytes.fromhex(book.event.seed), f"event {book.event.id}")

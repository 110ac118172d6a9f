"""What the desk answers: decisions with what came of them, plans, reports. Values only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from checkin.changes import Change
from checkin.door import Decision
from checkin.model import Event, GuestId
from checkin.seating import Draw


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a scan, on disk by now.

    Attributes:
        decision: What the door said.
        at: When.
        table: The number of the guest's table in this round, or None without one.
        arrival: The guest's number in the order of first arrivals, or None.
        arrived_at: When the guest came first, or None.
        station: Where the guest came in.
        change: What was written; None only when it could not be saved.
        draw: The draw of the table, if one was drawn now.
        trouble: Why it could not be saved (state ``not_saved``), else "".
    """

    decision: Decision
    at: datetime
    table: int | None = None
    arrival: int | None = None
    arrived_at: datetime | None = None
    station: str = ""
    change: Change | None = None
    draw: Draw | None = None
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class History:
    """What undo would take back and redo would make again; None where there is nothing."""

    undo: Change | None = None
    redo: Change | None = None


@dataclass(frozen=True, slots=True)
class EventSummary:
    """One line in the list of events."""

    event: Event
    guests: int
    arrived: int


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a guest sits where they sit.

    Attributes:
        draw: The draw at arrival, with its candidates.
        at: When it was drawn (ISO 8601, UTC).
        station: Where.
        holds: Whether drawing again from the seed and the logged state gives the same.
        table: The number of the drawn table.
        now: The number of the table the guest sits at now, or None.
        moves: Later changes of place, oldest first.
    """

    guest_id: GuestId
    draw: Draw
    at: str
    station: str
    holds: bool
    table: int
    now: int | None
    moves: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class TablePlan:
    """Some equal tables of a new room."""

    count: int
    seats: int


@dataclass(frozen=True, slots=True)
class Proof:
    """What ``verify`` found.

    Attributes:
        rows: Journal rows read.
        broken_at: The first row whose hash does not follow from the one before, or None.
        guests: Guests found.
        draws: Draws made again from the seed.
        wrong_draws: Rows whose draw came out otherwise.
        differences: Rows of the database that differ from what the journal says, as "entity id".
        database: What the database engine's own check says; "ok" when sound.
        head: The last row's hash, to be noted on paper.
    """

    rows: int
    broken_at: int | None
    guests: int
    draws: int
    wrong_draws: tuple[int, ...]
    differences: tuple[str, ...]
    database: str
    head: str

    @property
    def sound(self) -> bool:
        """Whether everything adds up."""
        return self.broken_at is None and not self.wrong_draws and not self.differences and self.database == "ok"

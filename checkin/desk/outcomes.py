"""What the desk answers: decisions with what came of them, plans, reports. Values only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from checkin.changes import Change
from checkin.door import Decision
from checkin.enrolment import Doubt, KnownOtherwise
from checkin.errors import WrongCall
from checkin.furniture import MOST_SEATS, MOST_TABLES
from checkin.intake import several
from checkin.intake.doubles import Double
from checkin.intake.statuses import StatusWord
from checkin.model import GuestId, Shape
from checkin.paper.printed import SOUND, Flaws
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
        alike: How many who sit at the table now are like the guest, or have met them before, by what it is.
    """

    guest_id: GuestId
    draw: Draw
    at: str
    station: str
    holds: bool
    table: int
    now: int | None
    moves: tuple[Change, ...]
    alike: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class TablePlan:
    """Some equal tables of a new room."""

    count: int
    seats: int
    shape: Shape = Shape.ROUND

    @classmethod
    def parse(cls, text: str) -> list[TablePlan]:
        """Tables as people type them.

        >>> [(plan.count, plan.seats, str(plan.shape)) for plan in TablePlan.parse("20x10,4x8long")]
        [(20, 10, 'round'), (4, 8, 'long')]

        Raises:
            WrongCall: It means nothing, or more than ``MOST_TABLES`` tables or ``MOST_SEATS`` seats.
        """
        plans = []
        for part in text.lower().replace("×", "x").replace(" ", "").split(","):
            count, by, seats = part.partition("x")
            shape = next((one for one in Shape if seats.endswith(str(one))), None)
            seats = seats.removesuffix(str(shape))
            if not (by and count.isdecimal() and seats.isdecimal() and int(count) and int(seats)):
                raise WrongCall("--tables", text)
            plans.append(cls(int(count), int(seats), shape or Shape.ROUND))
        if sum(plan.count for plan in plans) > MOST_TABLES or max(plan.seats for plan in plans) > MOST_SEATS:
            raise WrongCall("--tables", text)
        return plans

    @staticmethod
    def day(text: str) -> str:
        """An ISO date, or "" for none.

        Raises:
            WrongCall: It is no date.
        """
        try:
            return date.fromisoformat(text).isoformat() if text else ""
        except ValueError as error:
            raise WrongCall("--date", text) from error


@dataclass(frozen=True, slots=True)
class Counts:
    """What a copy of the database holds."""

    events: int
    guests: int
    rows: int


@dataclass(frozen=True, slots=True)
class Proof:
    """What ``verify`` found.

    Attributes:
        rows: Journal rows read.
        broken_at: The first row whose hash does not follow from the one before, or None.
        guests: Guests found.
        draws: Draws made again from the seed.
        wrong_draws: Rows whose draw came out otherwise.
        commitments: Commitments worked out again from what the journal told by then.
        wrong_commitments: Rows whose commitment came out otherwise.
        differences: Rows of the database that differ from what the journal says, as "entity id".
        database: What the database engine's own check says; "ok" when sound.
        erased: Rows whose payload is gone, so that nothing can be compared with them.
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
    erased: int = 0
    commitments: int = 0
    wrong_commitments: tuple[int, ...] = ()

    @property
    def sound(self) -> bool:
        """Whether everything adds up."""
        wrong = (*self.wrong_draws, *self.wrong_commitments, *self.differences)
        return not (wrong or self.erased or self.broken_at is not None or self.database != "ok")


@dataclass(frozen=True, slots=True)
class SetAside:
    """A row that is nobody to expect, and why: the file's own word, or one of ``intake.registrations.SKIPPED``."""

    row: int
    reason: str


@dataclass(frozen=True, slots=True)
class Remark:
    """Something about a row that a person should look at; ``code`` is one of ``intake.registrations.REMARKS``."""

    row: int
    code: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What a file came to.

    ``added``, ``updated``, ``unchanged``, ``unnamed``, ``not_expected`` and ``skipped`` add up to ``rows``.

    Attributes:
        change: What was written; None for a dry run and where nothing changed.
        columns: Which of the file's headers was taken for which field.
        gone: How many came from such a list before and are not on this one.
        statuses: Words of its status column that may mean this or that, and what each was taken for.
        names: Who stands on the rows that are told of, where that is known.
        first_names: Who comes, the first few: by them a wrong column is seen at once.
        newcomers: (row, name) of those whom ``added`` counts.
        changed: Everybody of whom the list says something else, field by field, whether they come or not.
        missing: (guest, name) of those whom ``gone`` counts.
        doubts: Those new who may be somebody here.
        doubles: Rows that may be one person, to be asked about.
        sheets: The names of all the sheets of the file.
        base: What the row numbers of several sheets are counted apart by; 0 where one was read.
    """

    format: str
    sheet: str
    rows: int
    added: int
    updated: int
    unchanged: int
    unnamed: int
    not_expected: tuple[SetAside, ...]
    skipped: tuple[SetAside, ...]
    companions: int
    warnings: tuple[Remark, ...]
    columns: tuple[tuple[str, str], ...]
    change: Change | None = None
    gone: int = 0
    statuses: tuple[StatusWord, ...] = ()
    names: Mapping[int, str] = field(default_factory=dict)
    first_names: tuple[str, ...] = ()
    newcomers: tuple[tuple[int, str], ...] = ()
    changed: tuple[KnownOtherwise, ...] = ()
    missing: tuple[tuple[GuestId, str], ...] = ()
    doubts: tuple[Doubt, ...] = ()
    doubles: tuple[Double, ...] = ()
    sheets: tuple[str, ...] = ()
    base: int = 0

    def told(self, row: int) -> str:
        """A row's own number, and its sheet where several were read."""
        return several.told(row, self.base, self.sheets)


@dataclass(frozen=True, slots=True)
class BadgePrint:
    """One time that a guest's badge was printed: when (ISO 8601, UTC), where, and the hash of what it said."""

    at: str
    station: str
    said: str


@dataclass(frozen=True, slots=True)
class PrintReport:
    """What went to paper.

    Attributes:
        path: The PDF, complete and in its place.
        pages: Of the whole paper, even where only its first ones were asked for.
        items: Badges, cards or guests in the whole paper.
        flaws: What is not on it as it is known.
        codes: The tickets' codes in it, to be read back.
    """

    path: Path
    pages: int
    items: int
    flaws: Flaws = SOUND
    codes: tuple[str, ...] = ()

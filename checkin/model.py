"""The words of the house: events, guests, tickets, tables, seats.

Frozen values and nothing else. This module knows no database, no file format, no screen and no sentence.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from checkin.values import value

EventId = NewType("EventId", int)
GuestId = NewType("GuestId", int)
TicketId = NewType("TicketId", int)
TableId = NewType("TableId", int)
SeatId = NewType("SeatId", int)
SettingId = NewType("SettingId", int)
WishId = NewType("WishId", int)
RuleId = NewType("RuleId", int)
PastId = NewType("PastId", int)


class Standing(StrEnum):
    """What a registration says about coming, before the door has its say."""

    COMING = "coming"
    UNPAID = "unpaid"
    NOT_CONFIRMED = "not_confirmed"
    CANCELLED = "cancelled"


class Mode(StrEnum):
    """What the door does with a ticket: let in, let out, or only look."""

    ENTRY = "entry"
    EXIT = "exit"
    VERIFY = "verify"


class Shape(StrEnum):
    """How a table looks from above."""

    ROUND = "round"
    LONG = "long"
    SQUARE = "square"


class RuleKind(StrEnum):
    """What a rule asks for."""

    TOGETHER = "together"
    APART = "apart"
    HOST = "host"
    PIN = "pin"
    LOCK = "lock"


class SettingName(StrEnum):
    """What is decided for an event and heeded at every station; nothing is "".

    ``REHEARSAL``: when the rehearsal began, ISO 8601.
    ``PIN``: the hash of the organizer's PIN.
    ``BADGES_AT_THE_DOOR``: "yes" where a badge prints by itself at check-in.
    ``ROUND``: the number of the round that is being seated; the first where it is not set.
    ``ROUNDS``: how many rounds the evening has, where the whole itinerary is given at arrival.
    ``OPEN_UP``: what likenesses cost and how hot luck is, as ``rulebook.py`` writes it; the usual where it is not set.
    ``COMPANIONS``: "together" or "apart" for guests and those they bring; nothing leaves it to luck.
    ``MINIMUM``: how many people a table should have at least.
    ``LANDMARKS``: entrance, stage, bar and the like, as ``landmarks.py`` writes them; the entrance alone where not set.
    ``BADGES``: what badges look like, as ``paper/designs.py`` writes it; the usual where it is not set.
    """

    REHEARSAL = "rehearsal"
    PIN = "pin"
    LOCK = "lock"
    BADGES_AT_THE_DOOR = "badges_at_the_door"
    ROUND = "round"
    ROUNDS = "rounds"
    OPEN_UP = "open_up"
    COMPANIONS = "companions"
    MINIMUM = "minimum"
    LANDMARKS = "landmarks"
    BADGES = "badges"


@dataclass(frozen=True, slots=True)
class Companion:
    """Somebody a registration brings along; ``name`` is None while nobody said it."""

    name: str | None = None


@value(frozen=True, slots=True)
class Registration:
    """What one row of a file says about one person.

    Attributes:
        row: Its row in the file, counted from 1 as a spreadsheet shows it, header and blank lines included.
        key: What identifies it in its source, stable from one export to the next.
        name: The person's name to the letter, or None where the guest is named at the door.
        reason: The source's own word behind ``standing``, for the door to repeat.
        codes: Everything that, scanned, means this ticket.
        answers: The file's other columns, as (header, value).
        age_band: The file's own band, or ten years around an age or a year of birth (``30-39``).
        wants: Whom the person wants to meet, in their own words: names, e-mails, handles.
        linkedin: The address of their profile, without its scheme.
        about: What they say about themselves.
        consent: Whether the other guests may have their address: "yes", "no", or "" where nobody asked.
        host: The key of who brings this person along, where they have a row of their own.
    """

    row: int
    key: str
    name: str | None = None
    given: str = ""
    family: str = ""
    email: str = ""
    phone: str = ""
    company: str = ""
    role: str = ""
    sector: str = ""
    handle: str = ""
    offers: str = ""
    seeks: str = ""
    diet: str = ""
    note: str = ""
    product: str = ""
    step_free: bool = False
    standing: Standing = Standing.COMING
    reason: str = ""
    codes: tuple[str, ...] = ()
    companions: tuple[Companion, ...] = ()
    answers: tuple[tuple[str, str], ...] = ()
    sex: str = ""
    age_band: str = ""
    wants: str = ""
    linkedin: str = ""
    about: str = ""
    consent: str = ""
    host: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """One meal.

    Attributes:
        day: ISO date, or "" while it has none.
        seed: 64 hexadecimal digits; every draw of the evening follows from it.
        opens: When the door starts to admit (UTC), or None for always.
        closes: When it stops (UTC), or None for never.
    """

    id: EventId
    name: str
    day: str
    seed: str
    mode: str
    opens: datetime | None
    closes: datetime | None
    created_at: datetime


@value(frozen=True, slots=True)
class Guest:
    """A registration kept in the event, and what happened to it at the door.

    Attributes:
        name: None while the guest has to be named at the door.
        named_here: Named at the door, so that no file renames them.
        blocked: Why this guest may not come in, or "".
        companion_of: The guest who brings this one along.
        arrival: The guest's place in the order of first arrivals, from 1; None before.
        arrived_at: First arrival (UTC); None before.
        left_at: When the guest left; None while inside or expected.
        answers: The file's other columns as a JSON list of [header, value].
        badge_printed_at: When a badge was last printed.
        badge_print: A hash of what that badge said, to tell a stale one.
        sex: A letter or a word, as the file has it, folded; "" where nothing is known.
        age_band: Like ``Registration.age_band``.
        wants: Like ``Registration.wants``; whom it means is in ``Wish``.
        linkedin: Like ``Registration.linkedin``, and so ``about`` and ``consent``.
    """

    id: GuestId
    event_id: EventId
    key: str
    source: str
    row: int
    name: str | None
    given: str
    family: str
    email: str
    phone: str
    company: str
    role: str
    sector: str
    handle: str
    offers: str
    seeks: str
    diet: str
    note: str
    product: str
    step_free: bool
    vip: bool
    named_here: bool
    standing: Standing
    reason: str
    blocked: str
    companion_of: GuestId | None
    answers: str
    arrival: int | None
    arrived_at: datetime | None
    station: str
    left_at: datetime | None
    badge_printed_at: datetime | None
    badge_print: str
    sex: str = ""
    age_band: str = ""
    wants: str = ""
    linkedin: str = ""
    about: str = ""
    consent: str = ""

    @property
    def arrived(self) -> bool:
        """Whether the guest has ever come in."""
        return self.arrived_at is not None

    @property
    def counted_on(self) -> bool:
        """Whether the guest comes, or came all the same."""
        return self.standing is Standing.COMING or self.arrived


@value(frozen=True, slots=True)
class Ticket:
    """A code that, scanned, means a guest.

    Attributes:
        ours: Made by this program (20 letters); otherwise as its platform printed it.
        replaced: A later ticket took its place; the door says so and admits nobody by it.
    """

    id: TicketId
    event_id: EventId
    guest_id: GuestId
    code: str
    ours: bool
    replaced: bool


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the room; ``x`` and ``y`` are its centre in centimetres from the room's corner."""

    id: TableId
    event_id: EventId
    number: int
    name: str
    shape: Shape
    x: float
    y: float
    step_free: bool
    reserved: bool
    open: bool


@dataclass(frozen=True, slots=True)
class Seat:
    """One chair in one round. A table has as many people as it has seat rows, never more."""

    id: SeatId
    event_id: EventId
    table_id: TableId
    round: int
    number: int
    guest_id: GuestId | None


@dataclass(frozen=True, slots=True)
class Setting:
    """Something decided for one event that every station heeds, as text; ``desk/settings.py`` knows which there are."""

    id: SettingId
    event_id: EventId
    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Wish:
    """A guest wants to meet another; ``by_hand`` where somebody said so here, and no file takes it back."""

    id: WishId
    event_id: EventId
    guest_id: GuestId
    other_id: GuestId
    by_hand: bool


@dataclass(frozen=True, slots=True)
class Rule:
    """Something that a draw or a plan of rounds has to keep.

    Attributes:
        people: Whom it is about: their ids, ascending, with blanks between them.
        table_id: The table of a host or of somebody pinned; None for the other kinds.
    """

    id: RuleId
    event_id: EventId
    kind: RuleKind
    people: str
    table_id: TableId | None

    @property
    def guest_ids(self) -> tuple[GuestId, ...]:
        """Whom it is about."""
        return tuple(GuestId(int(one)) for one in self.people.split())


@dataclass(frozen=True, slots=True)
class Past:
    """Whom of this event's guests a guest has met at earlier ones.

    Attributes:
        met: Their ids, ascending, with blanks between them; only those greater than ``guest_id``, so that each pair
            is kept once.
    """

    id: PastId
    event_id: EventId
    guest_id: GuestId
    met: str

    @property
    def guest_ids(self) -> tuple[GuestId, ...]:
        """Whom."""
        return tuple(GuestId(int(one)) for one in self.met.split())


@dataclass(frozen=True, slots=True)
class EventSummary:
    """One line in the list of events."""

    event: Event
    guests: int
    arrived: int


PROFILE = (
    "name", "given", "family", "email", "phone", "company", "role", "sector", "handle", "offers", "seeks", "diet",
    "note", "product", "step_free", "standing", "reason", "sex", "age_band", "wants",
    "linkedin", "about", "consent",
)  # fmt: skip
"""Fields that a registration and its guest share, and that a newer file may change."""

GONE = "gone_from_the_list"
"""The reason of guests who were on a list and are not on its newer one; put into words where it is shown."""

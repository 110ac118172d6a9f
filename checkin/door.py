"""The door: what a code, or a person picked from the list, means right now.

``decide`` looks at a code, the book and the clock it is given, and says one of 21 things; it writes nothing and draws
nothing. The order of its questions: whose code is it, is the ticket in force, is the guest inside already, may the
guest come at all, now, with this name, and is there a seat.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from checkin import tickets
from checkin.book import Book
from checkin.model import Guest, GuestId, Mode, Standing, Ticket


class State(StrEnum):
    """Everything the door can say, in the order of ``docs/architecture.md``."""

    WELCOME = "welcome"
    WELCOME_NOTE = "welcome_note"
    WELCOME_BACK = "welcome_back"
    LEFT = "left"
    VERIFIED = "verified"
    SAME_SCAN = "same_scan"
    ALREADY_IN = "already_in"
    NEEDS_ANSWER = "needs_answer"
    UNPAID = "unpaid"
    TOO_EARLY = "too_early"
    TOO_LATE = "too_late"
    NOT_CONFIRMED = "not_confirmed"
    TABLES_FULL = "tables_full"
    AMBIGUOUS = "ambiguous"
    CANCELLED = "cancelled"
    BLOCKED = "blocked"
    REPLACED_CODE = "replaced_code"
    OTHER_EVENT = "other_event"
    NOT_ON_LIST = "not_on_list"
    NOT_A_TICKET = "not_a_ticket"
    NOT_SAVED = "not_saved"


class Writes(StrEnum):
    """What the desk has to write for a decision."""

    ARRIVAL = "arrival"
    RETURN = "return"
    EXIT = "exit"
    LOG = "log"


class Colour(StrEnum):
    """The colour of a result card; never alone, an icon and a word go with it."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"
    BLUE = "blue"
    GREY = "grey"


COLOURS: Mapping[State, Colour] = {
    State.WELCOME: Colour.GREEN,
    State.WELCOME_NOTE: Colour.GREEN,
    State.WELCOME_BACK: Colour.GREEN,
    State.LEFT: Colour.BLUE,
    State.VERIFIED: Colour.GREY,
    State.SAME_SCAN: Colour.GREY,
    State.ALREADY_IN: Colour.AMBER,
    State.NEEDS_ANSWER: Colour.AMBER,
    State.UNPAID: Colour.AMBER,
    State.TOO_EARLY: Colour.AMBER,
    State.TOO_LATE: Colour.AMBER,
    State.NOT_CONFIRMED: Colour.AMBER,
    State.TABLES_FULL: Colour.AMBER,
    State.AMBIGUOUS: Colour.AMBER,
    State.CANCELLED: Colour.RED,
    State.BLOCKED: Colour.RED,
    State.REPLACED_CODE: Colour.RED,
    State.OTHER_EVENT: Colour.RED,
    State.NOT_ON_LIST: Colour.RED,
    State.NOT_A_TICKET: Colour.GREY,
    State.NOT_SAVED: Colour.RED,
}

NEEDS_YES = frozenset(
    {State.ALREADY_IN, State.UNPAID, State.TOO_EARLY, State.TOO_LATE, State.NOT_CONFIRMED, State.REPLACED_CODE}
)
"""States that a volunteer may overrule with a yes."""

NEEDS_PIN = frozenset({State.CANCELLED, State.BLOCKED})
"""States that only the organizer's PIN overrules."""

LONGEST_NAME = 200
"""Characters of a name that is typed at the door."""

_ALLERGY = ("alerg", "allerg", "alerx")
"""How the word begins in Spanish, Basque, Portuguese; Catalan, English, French, German, Italian; Galician."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What the person at the door has said about a question.

    Attributes:
        pick: Which of several people it is.
        name: The name of a guest whose ticket had none.
        overrule: The states that a volunteer said yes to.
        pin: Whether the organizer's PIN was given for this scan.
    """

    pick: GuestId | None = None
    name: str = ""
    overrule: frozenset[State] = frozenset()
    pin: bool = False


NO_ANSWERS = Answers()


@dataclass(frozen=True, slots=True)
class Decision:
    """What the door says.

    Attributes:
        state: Which of the 21 things.
        text: The code as it was scanned, cleaned; "" for a person picked from the list.
        how: Which reading of the code fitted and which keyboards were undone, or "".
        guest_id: Whom it is about, if that is known.
        choices: Several people to pick one from.
        writes: What has to be written.
        overruled: States that an answer went past.
        other_event: The name of the event that the code belongs to.
    """

    state: State
    text: str = ""
    how: str = ""
    guest_id: GuestId | None = None
    choices: tuple[GuestId, ...] = ()
    writes: Writes = Writes.LOG
    overruled: tuple[State, ...] = ()
    other_event: str = ""

    @property
    def admits(self) -> bool:
        """Whether somebody comes in by it."""
        return self.writes in (Writes.ARRIVAL, Writes.RETURN)


@dataclass(frozen=True, slots=True)
class Reading:
    """Whose code it is: the tickets that the first fitting reading of a scanned text stands for."""

    text: str
    how: str
    found: tuple[Ticket, ...]


def read(text: str, book: Book) -> Reading:
    """Find the guest behind a scanned text.

    The text as it came and its plain parts come first, and may fit several people (the card then asks). A reading that
    undoes a foreign keyboard counts only when all such readings together fit exactly one guest.
    """
    cleaned = tickets.clean(text)
    mended: dict[GuestId, tuple[str, list[Ticket]]] = {}
    for candidate in tickets.candidates(cleaned):
        found = book.by_code(candidate.key)
        if not found:
            continue
        if candidate.how.as_typed:
            # Keys fold case; where two codes differ in nothing else, the one to the letter is meant.
            to_the_letter = [ticket for ticket in found if ticket.code == cleaned]
            return Reading(cleaned, _said(candidate.how), tuple(to_the_letter or found))
        for ticket in found:
            mended.setdefault(ticket.guest_id, (_said(candidate.how), []))[1].append(ticket)
    if len(mended) == 1:
        ((how, found),) = mended.values()
        return Reading(cleaned, how, tuple(found))
    return Reading(cleaned, "", ())


def decide(
    text: str,
    book: Book,
    mode: Mode,
    now: datetime,
    *,
    answers: Answers = NO_ANSWERS,
    repeat: bool = False,
    other_events: Mapping[str, str] | None = None,
    second: str = "",
) -> Decision:
    """Say what a scanned code means.

    Args:
        text: What the scanner typed or the camera read.
        book: The event.
        mode: Entry, exit or verify.
        now: The time of the scan.
        answers: What was answered to the question that this code raised before.
        repeat: Whether the same code was read a moment ago by the same device (the guard is the device's).
        other_events: Codes of the database's other events, canonical code to event name.
        second: Another reading of the same scan, by the places of the keys; heeded where the text fits nobody.
    """
    reading = read(text, book)
    if not reading.found and second:
        struck = read(second, book)
        reading = struck if len({ticket.guest_id for ticket in struck.found}) == 1 else reading
    if not reading.found:
        return _unknown(reading, book, other_events or {})
    if repeat:
        return Decision(State.SAME_SCAN, reading.text, reading.how, reading.found[0].guest_id)
    in_force = [ticket for ticket in reading.found if not ticket.replaced]
    people = tuple(dict.fromkeys(ticket.guest_id for ticket in in_force or reading.found))
    if answers.pick in people:
        people = (answers.pick,)
    if len(people) > 1:
        return Decision(State.AMBIGUOUS, reading.text, reading.how, choices=people)
    guest = book.guests[people[0]]
    return decide_guest(
        guest, book, mode, now, answers=answers, text=reading.text, how=reading.how, replaced=not in_force
    )


def decide_guest(
    guest: Guest,
    book: Book,
    mode: Mode,
    now: datetime,
    *,
    answers: Answers = NO_ANSWERS,
    text: str = "",
    how: str = "",
    replaced: bool = False,
) -> Decision:
    """Say what it means that this person stands at the door, by code or picked from the list."""
    if mode is Mode.EXIT:
        state, writes = _exit(guest)
        return Decision(state, text, how, guest.id, writes=writes)
    overruled: list[State] = []
    for state in _objections(guest, book, now, replaced=replaced):
        if mode is Mode.VERIFY and state in (State.ALREADY_IN, State.NEEDS_ANSWER):
            continue
        if state is State.NEEDS_ANSWER and spoken(answers.name):
            continue
        if state in NEEDS_YES and (state in answers.overrule or answers.pin):
            overruled.append(state)
            continue
        if state in NEEDS_PIN and answers.pin:
            overruled.append(state)
            continue
        return Decision(state, text, how, guest.id, overruled=tuple(overruled))
    if mode is Mode.VERIFY:
        return Decision(State.VERIFIED, text, how, guest.id)
    if guest.arrived:
        return Decision(State.WELCOME_BACK, text, how, guest.id, writes=Writes.RETURN, overruled=tuple(overruled))
    state = _welcome(guest) if any(table.taken < table.capacity for table in book.table_states()) else State.TABLES_FULL
    return Decision(state, text, how, guest.id, writes=Writes.ARRIVAL, overruled=tuple(overruled))


def _exit(guest: Guest) -> tuple[State, Writes]:
    """Leaving needs nothing but having come; otherwise the door has only looked."""
    inside = guest.arrived and guest.left_at is None
    return (State.LEFT, Writes.EXIT) if inside else (State.VERIFIED, Writes.LOG)


def _objections(guest: Guest, book: Book, now: datetime, *, replaced: bool) -> list[State]:
    """Everything that speaks against letting this guest in, the weightiest first."""
    event = book.event
    expected = not guest.arrived
    asked = {
        State.BLOCKED: bool(guest.blocked),
        State.REPLACED_CODE: replaced,
        State.ALREADY_IN: guest.arrived and guest.left_at is None,
        State.CANCELLED: expected and guest.standing is Standing.CANCELLED,
        State.NOT_CONFIRMED: expected and guest.standing is Standing.NOT_CONFIRMED,
        State.UNPAID: expected and guest.standing is Standing.UNPAID,
        State.TOO_EARLY: expected and event.opens is not None and now < event.opens,
        State.TOO_LATE: expected and event.closes is not None and now >= event.closes,
        State.NEEDS_ANSWER: expected and guest.name is None,
    }
    return [state for state, stands in asked.items() if stands]


def _welcome(guest: Guest) -> State:
    return State.WELCOME_NOTE if has_note(guest) else State.WELCOME


def has_note(guest: Guest) -> bool:
    """Whether staff should read something before the guest walks on: VIP, a note of the staff, an allergy."""
    return guest.vip or bool(guest.note) or any(root in _plain(guest.diet) for root in _ALLERGY)


def spoken(name: str) -> str:
    r"""A name as somebody said it at the door, or "" where nothing was said.

    >>> spoken("  Eva \t Nogués\x00 "), spoken("\u200b")
    ('Eva Nogués', '')
    """
    said = "".join(" " if unicodedata.category(sign) in ("Cc", "Cs") else sign for sign in name)
    shown = any(unicodedata.category(sign)[0] not in "CZ" for sign in said)
    return " ".join(said.split())[:LONGEST_NAME].rstrip() if shown else ""


def _plain(text: str) -> str:
    """Its letters alone, without accents and marks: alérgica, al·lèrgia."""
    return "".join(sign for sign in unicodedata.normalize("NFD", text.casefold()) if sign.isalpha())


def _said(how: tickets.How) -> str:
    """A reading in a word for the log: the part taken, and the keyboards where one had to be undone."""
    return str(how.part) if how.as_typed else f"{how.part} {how.scanner}-{how.laptop}"


def _unknown(reading: Reading, book: Book, other_events: Mapping[str, str]) -> Decision:
    for candidate in tickets.candidates(reading.text) if other_events else ():
        if candidate.key in other_events:
            return Decision(State.OTHER_EVENT, reading.text, other_event=other_events[candidate.key])
    unknown = tickets.classify(reading.text, book.shapes)
    state = State.NOT_ON_LIST if unknown is tickets.Unknown.NOT_ON_LIST else State.NOT_A_TICKET
    return Decision(state, reading.text)

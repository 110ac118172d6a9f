"""What the result card says, as one value made from what came of a scan and from the book.

``see`` is pure: the same outcome, book and language give the same words. How they are laid out and painted, and what
happens when a button is pressed, is elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from checkin import phrases, reasons
from checkin.book import Book
from checkin.changes import Change
from checkin.desk.lock import has_pin
from checkin.desk.outcomes import Outcome
from checkin.door import COLOURS, Colour, Decision, State, Writes
from checkin.model import Guest, GuestId, Table
from checkin.round_plans import later_tables
from checkin.ui.door.faces import FACES, Act
from checkin.ui.door.telling import Case, Panel, Told, tell
from checkin.words import Words

WITH_TABLE = frozenset({State.WELCOME, State.WELCOME_NOTE, State.WELCOME_BACK, State.LEFT, State.VERIFIED})
"""States whose panel says who sits at the table."""

SHOWS_TABLE = WITH_TABLE | {State.ALREADY_IN, State.SAME_SCAN, State.REPLACED_CODE, State.BLOCKED}

MOST_WISHES = 3
"""Wishes that a card tells one by one."""

MOST_CHOICES = 5
"""People that a question can offer; their keys are 1 to 5."""

COMPANY_SHOWN = 24
"""Letters of a company where an e-mail has to be read beside it."""

CODE_SHOWN, STRANGER_SHOWN = 44, 20
"""Letters of a code that are shown; fewer of one that is no ticket, which may hold a password."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several people behind the same code, with what tells them apart."""

    guest_id: GuestId
    name: str
    line: str


@dataclass(frozen=True, slots=True)
class CardView:
    """Everything on a result card, ready to be laid out.

    Attributes:
        name: The largest words: the guest, or what is the matter when there is none.
        line: Company, role or sector, handle; or the code.
        table: The table's number as people say it, or "".
        panel: The field beside the number.
        chips: Short facts: diet, a seat without steps, companions.
        note: What staff should read, or "".
        acts: What can be done, the likeliest first.
        choices: The people to pick from.
        asks_name: Whether a name is to be typed.
        edged: Whether the card wears the black edge of "could not be saved".
        spoken: The card in one sentence for who cannot see it.
    """

    state: State
    colour: Colour
    icon: str
    word: str
    time: str
    name: str
    line: str = ""
    table: str = ""
    panel: Panel = field(default_factory=Panel)
    chips: tuple[str, ...] = ()
    note: str = ""
    acts: tuple[Act, ...] = ()
    choices: tuple[Choice, ...] = ()
    guest_id: GuestId | None = None
    asks_name: bool = False
    edged: bool = False
    spoken: str = ""


def see(outcome: Outcome, book: Book, t: Words) -> CardView:
    """The card of an outcome. A guest who has been removed since is named by nothing but the state."""
    decision = outcome.decision
    guest = book.guests.get(decision.guest_id) if decision.guest_id is not None else None
    state = decision.state
    if state is State.TABLES_FULL and guest is not None and book.table_of(guest.id) is not None:
        state = State.WELCOME
    if decision.writes is Writes.ARRIVAL and guest is not None and not guest.arrived:
        return _taken_back(outcome, guest, book, t)
    told = tell(state, Case(outcome, guest, book.event, t))
    table = _table(outcome, guest, book)
    number = str(table.number) if table is not None and state in SHOWS_TABLE else ""
    word = phrases.state(state, t)
    name = told.headline or (phrases.name(book, guest.id, t) if guest is not None else word)
    where = t("Table {number}", number=number) if number else ""
    return CardView(
        state=state,
        colour=COLOURS[state],
        icon=FACES[state].icon,
        word=word,
        time=t.clock(outcome.at, seconds=True),
        name=name,
        line=_line(outcome, guest, told),
        table=number,
        panel=_company(table, guest, book, t) if state in WITH_TABLE and table and not told.panel else told.panel,
        chips=_chips(guest, book, t) if guest is not None else (),
        note=joined(_note(guest, t) if guest is not None and state is State.WELCOME_NOTE else "", _broken(outcome, t)),
        acts=_acts(state, guest, waiting_companions(guest, book), pin=has_pin(book)),
        choices=tuple(_choice(book, guest_id, t) for guest_id in decision.choices[:MOST_CHOICES]),
        guest_id=None if guest is None else guest.id,
        asks_name=state is State.NEEDS_ANSWER,
        edged=state is State.NOT_SAVED,
        spoken=". ".join(part for part in (word, name, where, *told.panel.lines) if part),
    )


def taken_back(change: Change) -> Outcome:
    """What to show of an arrival that was just taken back: its card, with nothing green left on it."""
    guest_id = None if change.guest_id is None else GuestId(change.guest_id)
    decision = Decision(State.WELCOME, guest_id=guest_id, writes=Writes.ARRIVAL)
    return Outcome(decision, datetime.fromisoformat(change.at), change=change)


def _taken_back(outcome: Outcome, guest: Guest, book: Book, t: Words) -> CardView:
    """The card of an arrival that has been undone since: nothing green is left of it."""
    word, name = t("Taken back"), phrases.name(book, guest.id, t)
    return CardView(
        state=outcome.decision.state,
        colour=Colour.GREY,
        icon="undo",
        word=word,
        time=t.clock(outcome.at, seconds=True),
        name=name,
        line=_line(outcome, guest, Told()),
        panel=Panel(t("The arrival was taken back"), (t("The guest is expected again, and the seat is free."),)),
        guest_id=guest.id,
        spoken=f"{word}. {name}",
    )


def joined(*parts: str) -> str:
    """Parts in one line, each kept whole where languages of both directions meet."""
    return " · ".join(f"\u2068{part}\u2069" if not part.isascii() else part for part in parts if part)


def short(text: str, most: int = COMPANY_SHOWN) -> str:
    """A company's name, shortened to leave room for the e-mail beside it."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def handle(guest: Guest) -> str:
    """The guest's handle with its @, or ""."""
    return f"@{guest.handle.lstrip('@')}" if guest.handle else ""


def _table(outcome: Outcome, guest: Guest | None, book: Book) -> Table | None:
    """Where the guest sits by now: a change of table reaches the card that is shown."""
    if guest is None:
        return None
    return book.table_of(guest.id) or (book.table_number(outcome.table) if outcome.table and guest.arrived else None)


def _line(outcome: Outcome, guest: Guest | None, told: Told) -> str:
    if guest is not None:
        return joined(guest.company, guest.role or guest.sector, handle(guest))
    text = outcome.decision.text
    most = STRANGER_SHOWN if outcome.decision.state is State.NOT_A_TICKET else CODE_SHOWN
    return told.line or short(text, most)


def _company(table: Table, guest: Guest | None, book: Book, t: Words) -> Panel:
    others = [other for other in book.people_at(table.id) if guest is None or other.id != guest.id]
    lines = tuple(joined(phrases.name(book, other.id, t), other.company) for other in others)
    free = sum(seat.guest_id is None for seat in book.seats_at(table.id))
    foot = t.plural("{count} free seat", "{count} free seats", free) if free else t("The table is complete")
    heading = t("Already at the table") if lines else t("First at this table")
    return Panel(heading, lines, foot, people=True)


def _chips(guest: Guest, book: Book, t: Words) -> tuple[str, ...]:
    chips = [guest.diet] if guest.diet else []
    if guest.step_free:
        chips.append(t("Seat without steps"))
    chips.extend(_companion(other, book, t) for other in book.companions_of(guest.id))
    host = book.guests.get(guest.companion_of) if guest.companion_of is not None else None
    if host is not None:
        chips.append(t("With {name}", name=_with_table(host, book, t)))
    if guest.arrived:
        if later := later_tables(book, guest.id):
            chips.append(t("Then tables {numbers}", numbers=" · ".join(map(str, later))))
        chips.extend(_wishes(guest, book, t))
    return tuple(chips)


def _wishes(guest: Guest, book: Book, t: Words) -> list[str]:
    """Whom the guest wants to meet and where they sit, those who are there first."""
    wanted = [book.guests[other] for other in book.ties.wishes_of(guest.id) if other in book.guests]
    wanted.sort(key=lambda other: (book.table_of(other.id) is None, not other.arrived, other.id))
    told = [t("Wants to meet {name}", name=_with_table(other, book, t)) for other in wanted[:MOST_WISHES]]
    if len(wanted) > MOST_WISHES:
        told.append(t("and {count} more", count=len(wanted) - MOST_WISHES))
    return told


def _companion(other: Guest, book: Book, t: Words) -> str:
    return f"+1 {_with_table(other, book, t)}" if other.name else t("+1 without a name yet")


def _with_table(guest: Guest, book: Book, t: Words) -> str:
    table = book.table_of(guest.id)
    name = phrases.name(book, guest.id, t)
    return t("{name}, table {number}", name=name, number=table.number) if table is not None else name


def _note(guest: Guest, t: Words) -> str:
    return joined(t("VIP") if guest.vip else "", guest.note, "" if guest.note else guest.diet)


def _broken(outcome: Outcome, t: Words) -> str:
    """Which rules the draw could not keep; never silent."""
    return " ".join(reasons.broken(which, t) for which in outcome.draw.broken) if outcome.draw is not None else ""


def waiting_companions(guest: Guest | None, book: Book) -> list[Guest]:
    """Those who came along and are not in yet: the guest's companions, or for a companion the others of the group."""
    if guest is None or not guest.arrived:
        return []
    host = guest if guest.companion_of is None else book.guests.get(guest.companion_of, guest)
    return [other for other in (host, *book.companions_of(host.id)) if not other.arrived and other.name]


def _acts(state: State, guest: Guest | None, companions: list[Guest], *, pin: bool) -> tuple[Act, ...]:
    acts = tuple(act for act in FACES[state].acts if act is not Act.PIN or pin)
    if companions and state in (State.WELCOME, State.WELCOME_NOTE):
        acts = (Act.TOGETHER, *acts)
    if Act.MOVE in acts and (guest is None or not guest.arrived):
        return tuple(act for act in acts if act not in (Act.MOVE, Act.UNDO, Act.BADGE))
    return acts


def _choice(book: Book, guest_id: GuestId, t: Words) -> Choice:
    guest = book.guests[guest_id]
    seat = phrases.standing(guest, t) if guest.arrived else ""
    return Choice(guest_id, phrases.name(book, guest_id, t), joined(short(guest.company), guest.email, seat))

"""What guests read on their own screen: a greeting, a name and a table, and nothing else.

Only who has just been let in is greeted. Whatever else the door says, and whatever it knows about a guest (why not,
notes, diets, e-mail), never comes here. Pure; knows no screen.
"""

from __future__ import annotations

from dataclasses import dataclass

from checkin.book import Book
from checkin.desk.outcomes import Outcome
from checkin.door import State
from checkin.model import Guest, TableId
from checkin.ui.room.names import short_name
from checkin.words import Words

GREETED = frozenset({State.WELCOME, State.WELCOME_NOTE, State.WELCOME_BACK})
"""The only answers of the door that guests see."""


@dataclass(frozen=True, slots=True)
class Greeting:
    """What is said to a guest.

    Attributes:
        hello: The first, smaller words.
        name: The guest's name, or "" when it is not known.
        table: The guest's table, or None without one.
        number: Its number as people say it, or "".
        spoken: All of it in one sentence.
    """

    hello: str
    name: str
    table: TableId | None = None
    number: str = ""
    spoken: str = ""


def greet(outcome: Outcome, book: Book, t: Words, *, given_only: bool = False) -> Greeting | None:
    """Greet whom an outcome has let in and who is still in, at the table of this moment; None for anything else.

    Args:
        outcome: What came of a scan.
        book: The event as it is now: a change of table is followed, an arrival that was taken back is not greeted.
        t: The language.
        given_only: Whether the family name is kept to oneself.
    """
    decision = outcome.decision
    guest = book.guests.get(decision.guest_id) if decision.guest_id is not None else None
    if decision.state not in GREETED or guest is None or not guest.arrived or guest.left_at is not None:
        return None
    hello = t("Hello again!") if decision.state is State.WELCOME_BACK else t("Hello!")
    name = given_name(guest) if given_only else (guest.name or "").strip()
    table = book.table_of(guest.id)
    number = "" if table is None else str(table.number)
    where = t("Table {number}", number=number) if number else ""
    spoken = ". ".join(part for part in (f"{hello} {name}".strip(), where) if part)
    return Greeting(hello, name, None if table is None else table.id, number, spoken)


def given_name(guest: Guest) -> str:
    """What to call a guest by without the family name; "" for somebody whom nobody has named."""
    if not (guest.name or "").strip():
        return ""
    return guest.given.strip() or short_name(guest)[0]

"""An evening for a test: a desk over a real database, people on its list, and a clock and a luck that repeat."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta

from checkin.book import Book
from checkin.changes import Change, Value
from checkin.desk import Desk
from checkin.desk.outcomes import TablePlan
from checkin.enrolment import Enrolment, enrol
from checkin.model import EventId, GuestId, Registration
from checkin.rows import to_row
from checkin.store import Pen, Store
from tests.meals import NOW

NAMES = ("Begoña Ibáñez", "Jordi Puig", "Łukasz Wójcik", "Ana Gil", "María José García-López", "Iñaki Otxoa", "Zoë Ní")


class Clock:
    """A clock that is a second on each time it is looked at."""

    def __init__(self, now: datetime = NOW) -> None:
        """Stop at ``now``."""
        self.now = now

    def __call__(self) -> datetime:
        """What time it is."""
        self.now += timedelta(seconds=1)
        return self.now


def luck(seed: int) -> Callable[[int], bytes]:
    """The same random bytes for the same seed."""
    return random.Random(seed).randbytes


def desk_at(address: str, station: str = "north", *, passphrase: str = "", seed: int = 1) -> Desk:
    """A desk of which everything repeats."""
    return Desk.open(address, station=station, passphrase=passphrase, clock=Clock(), luck=luck(seed))


def row(number: int, **known: object) -> Registration:
    """One line of a list."""
    said = {
        "name": f"{NAMES[number % len(NAMES)]} {number}",
        "email": f"guest{number}@example.org",
        "company": f"Casa {number % 5}",
        "codes": (code(number),),
    }
    return Registration(row=number + 1, key=f"mail:guest{number}@example.org", **(said | known))  # type: ignore[arg-type]


def code(number: int) -> str:
    """The code on the ticket of line ``number``."""
    return f"ti_{number:010d}x"


def take_in(desk: Desk, registrations: Sequence[Registration], source: str = "test") -> Enrolment:
    """Enrol people the way an import does, without a file."""
    made: list[Enrolment] = []

    def plan(book: Book, pen: Pen) -> Change:
        made.append(enrol(book, registrations, source, desk._new_code, pen.reserve))
        return made[0].change

    desk._ledger.write(plan)
    return made[0]


def lay(desk: Desk, guests: int = 12, tables: str = "3x4", name: str = "Comida") -> Book:
    """An event with its room and so many people on its list, from line 1."""
    desk.create_event(name, TablePlan.parse(tables), "2026-11-21")
    if guests:
        take_in(desk, [row(number) for number in range(1, guests + 1)])
    return opened(desk)


def opened(desk: Desk) -> Book:
    """The desk's open book."""
    assert desk.book is not None
    return desk.book


def ids(book: Book, *numbers: int) -> list[GuestId]:
    """The guests of these lines of the list."""
    return [book.by_code(code(number))[0].guest_id for number in numbers]


def arrive(desk: Desk, numbers: Iterable[int]) -> list[GuestId]:
    """Let the guests of these lines in by their tickets."""
    came = [desk.scan(code(number)).decision for number in numbers]
    assert all(decision.admits for decision in came), came
    return [decision.guest_id for decision in came if decision.guest_id is not None]


def pages(book: Book) -> list[dict[str, Value]]:
    """Every row of a book, to be compared."""
    return [to_row(kept) for kept in book.everything()]


def kept(address: str, event_id: int, passphrase: str = "") -> list[dict[str, Value]]:
    """Every row of an event as the database has it."""
    store = Store.open(address, passphrase)
    try:
        book, _ = store.open_book(EventId(event_id))
        return pages(book)
    finally:
        store.close()

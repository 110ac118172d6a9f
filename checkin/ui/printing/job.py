"""One print: what, for whom, on what. What is asked of the desk runs on its thread; nothing here draws a widget."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event as Flag

from checkin.badges import Stock, badges_pdf
from checkin.book import Book
from checkin.desk import Desk
from checkin.desk.outcomes import PrintReport
from checkin.desk.papers import LISTED, listed_people
from checkin.desk.printing import USUAL_STOCK, Only, Progress, badge_of, chosen, common, design_of, fresh, silent
from checkin.desk.stale import StaleBadge, stale_badges
from checkin.errors import CheckinError, NoSuchEvent, NothingToPrint
from checkin.model import Guest, GuestId
from checkin.paper.printed import SOUND, Flaws
from checkin.paper.sheets import sheet_named
from checkin.paper.ticket import TicketPaper
from checkin.words import Words

NAMED = 40
"""Stale badges that are listed by name; the rest are counted."""

PREVIEWED = 3
"""Pages that the preview shows."""


class What(StrEnum):
    """What can be printed, the usual first."""

    BADGES = "badges"
    CARDS = "cards"
    LIST = "list"
    PLACE_CARDS = "place-cards"
    TICKETS = "tickets"
    DOOR_LIST = "door-list"
    CALL_OUT = "call-out"
    CONTACTS = "contacts"
    COMMANDS = "command-cards"
    CALIBRATION = "calibration"


MAIN = (What.BADGES, What.CARDS, What.LIST)
MARKABLE = (What.BADGES, What.PLACE_CARDS, What.TICKETS)
"""What can be printed for the people that were marked on the guests page."""

FOR_SOME = (*MARKABLE, What.LIST)
"""What is printed for people who can be chosen."""

WITHOUT_GUESTS = (What.CARDS, What.COMMANDS, What.CALIBRATION)
"""What can be printed before there is a guest list."""


@dataclass(frozen=True, slots=True)
class Job:
    """What to print.

    Attributes:
        only: For whom, where that can be chosen.
        marked: The people that were marked on the guests page, for these alone; None for others.
        stock: What badges are printed on.
        people: Whether table cards have a side with who sits there.
        size: Of tickets.
        again: Whether people get the very badge that they have once more.
    """

    what: What = What.BADGES
    only: Only = Only.ALL
    stock: Stock = USUAL_STOCK
    people: bool = False
    size: TicketPaper = TicketPaper.A4
    again: bool = False
    marked: tuple[GuestId, ...] | None = None


class Stopped(CheckinError):
    """Somebody pressed Cancel; nothing of the file was kept."""


class Running:
    """A print that is under way: tells how far it is, and can be stopped."""

    def __init__(self, told: Progress) -> None:
        """Tell ``told`` after each page, on the desk's thread."""
        self._told = told
        self._stop = Flag()

    def stop(self) -> None:
        """Give up; the file that is being written disappears."""
        self._stop.set()

    def __call__(self, done: int, everything: int) -> None:
        """Pass the count on, or end the work.

        Raises:
            Stopped: ``stop`` was called.
        """
        if self._stop.is_set():
            raise Stopped
        self._told(done, everything)


@dataclass(frozen=True, slots=True)
class Counts:
    """For how many people there would be something, by choice, and how many of them have the very badge already.

    None is the choice of those who are marked.

    Attributes:
        listed: How many people would be on the seating list, which has those without a name, too.
        stale: The first of those whose badges have changed since they were printed.
    """

    people: dict[Only | None, int]
    fresh: dict[Only | None, int]
    listed: dict[Only, int] = field(default_factory=dict)
    stale: tuple[StaleBadge, ...] = ()

    def figure(self, what: What, only: Only | None) -> int:
        """How many people a choice is for one paper."""
        return self.listed.get(only, 0) if what is What.LIST and only else self.people.get(only, 0)

    def of(self, job: Job) -> tuple[int, int]:
        """Both for a job."""
        whom = job.only if job.marked is None else None
        return self.figure(job.what, whom), self.fresh.get(whom, 0)


def counts(desk: Desk, t: Words, marked: Sequence[GuestId] = ()) -> Counts:
    """For how many people there would be a badge, or a line of the seating list, by choice."""
    book = _opened(desk)
    groups: dict[Only | None, list[Guest]] = {only: chosen(book, only, t) for only in Only}
    groups[None] = chosen(book, Only.ALL, t, marked)
    among = common(book)
    up_to_date = {guest.id for guest in groups[Only.ALL] if fresh(book, guest, badge_of(book, guest, t, among))}
    return Counts(
        {only: len(people) for only, people in groups.items()},
        {only: sum(guest.id in up_to_date for guest in people) for only, people in groups.items()},
        {only: len(listed_people(book, only)) for only in LISTED},
        tuple(stale_badges(book, t, NAMED)),
    )


@dataclass(frozen=True, slots=True)
class Shown:
    """What a preview shows: the first pages as PDF, and of how many pages and people (cards, tables) the whole is."""

    pdf: bytes
    pages: int
    items: int


def preview(desk: Desk, job: Job, t: Words) -> Shown:
    """The first pages; nothing is remembered as printed, and what is not shown is not drawn.

    Raises:
        NothingToPrint: The choice is empty.
    """
    if job.what is What.BADGES:
        return _badges(_opened(desk), job, t)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "preview.pdf"
        report = _WAYS[job.what](desk, job, path, t, silent, PREVIEWED)
        return Shown(path.read_bytes(), report.pages, report.items)


def _badges(book: Book, job: Job, t: Words) -> Shown:
    sheet = sheet_named(job.stock.sheet)
    people = chosen(book, job.only, t, job.marked)
    if not people:
        raise NothingToPrint(str(job.what))
    some = people[: sheet.labels * PREVIEWED - job.stock.start + 1]
    among = common(book)
    made = [badge_of(book, guest, t, among) for guest in some]
    pdf = badges_pdf(made, job.stock, event_name=book.event.name, t=t, design=design_of(book)).pdf
    return Shown(pdf, pages_of(job, len(people)), len(people))


def pages_of(job: Job, badges: int) -> int:
    """How many pages so many badges take, with their backs."""
    sheet = sheet_named(job.stock.sheet)
    sheets = -(-(badges + job.stock.start - 1) // sheet.labels)
    return sheets * 2 if job.stock.duplex and not sheet.fold else sheets


def print_to(desk: Desk, job: Job, path: Path, t: Words, running: Running) -> PrintReport:
    """Write the whole job to ``path``."""
    return _WAYS[job.what](desk, job, path, t, running, None)


@dataclass(frozen=True, slots=True)
class Made:
    """A job made for a printer: the file, the codes on it, whose badges they are, and what is not as it should be."""

    pdf: bytes
    pages: int
    codes: tuple[str, ...] = ()
    prints: tuple[tuple[GuestId, str], ...] = ()
    flaws: Flaws = SOUND


def make(desk: Desk, job: Job, t: Words, running: Running) -> Made:
    """The whole job, to be proved and sent to a printer; nothing is remembered as printed."""
    if job.what is What.BADGES:
        done = desk.compose_badges(
            t, stock=job.stock, only=job.only, guest_ids=job.marked, again=job.again, progress=running
        )
        return Made(done.printed.pdf, done.printed.pages, done.codes, done.prints, done.printed.flaws)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "job.pdf"
        report = print_to(desk, job, path, t, running)
        return Made(path.read_bytes(), report.pages, report.codes, (), report.flaws)


_WAYS: dict[What, Callable[[Desk, Job, Path, Words, Progress, int | None], PrintReport]] = {
    What.BADGES: lambda desk, job, path, t, told, _first: desk.print_badges(
        path, t, stock=job.stock, only=job.only, guest_ids=job.marked, again=job.again, progress=told
    ),
    What.CARDS: lambda desk, job, path, t, told, first: desk.print_table_cards(
        path, t, people=job.people, progress=told, first=first
    ),
    What.LIST: lambda desk, job, path, t, told, first: desk.print_list(
        path, t, only=job.only, progress=told, first=first
    ),
    What.PLACE_CARDS: lambda desk, job, path, t, told, first: desk.print_place_cards(
        path, t, only=job.only, guest_ids=job.marked, progress=told, first=first
    ),
    What.TICKETS: lambda desk, job, path, t, told, first: desk.print_tickets(
        path, t, paper=job.size, only=job.only, guest_ids=job.marked, progress=told, first=first
    ),
    What.DOOR_LIST: lambda desk, _job, path, t, told, first: desk.print_door_list(path, t, progress=told, first=first),
    What.CALL_OUT: lambda desk, _job, path, t, told, first: desk.print_call_out(path, t, progress=told, first=first),
    What.CONTACTS: lambda desk, _job, path, t, told, first: desk.print_contacts(path, t, progress=told, first=first),
    What.COMMANDS: lambda desk, _job, path, t, _told, _first: desk.print_command_cards(path, t),
    What.CALIBRATION: lambda desk, job, path, t, _told, _first: desk.print_calibration(path, t, job.stock.sheet),
}


def _opened(desk: Desk) -> Book:
    if desk.book is None:
        raise NoSuchEvent("")
    return desk.book

"""One print: what, for whom, on what. What is asked of the desk runs on its thread; nothing here draws a widget."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event as Flag

from checkin.badges import badges_pdf
from checkin.book import Book
from checkin.desk import Desk
from checkin.desk.outcomes import PrintReport
from checkin.desk.printing import DEFAULT_SHEET, Only, Progress, badge_of, chosen
from checkin.errors import CheckinError, NoSuchEvent, NothingToPrint
from checkin.paper.sheets import SHEETS
from checkin.words import Words

PREVIEWED = 3
"""Pages that the preview shows."""


class What(StrEnum):
    """What can be printed."""

    BADGES = "badges"
    CARDS = "cards"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class Job:
    """What to print.

    Attributes:
        start: The first free label of a begun sheet, from 1; for badges only, as are ``only`` and ``sheet``.
    """

    what: What = What.BADGES
    only: Only = Only.ALL
    sheet: str = DEFAULT_SHEET
    start: int = 1


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


def counts(desk: Desk, t: Words) -> dict[Only, int]:
    """For how many people there would be a badge, by choice."""
    book = _opened(desk)
    return {only: len(chosen(book, only, t)) for only in Only}


def preview(desk: Desk, job: Job, t: Words) -> bytes:
    """The first pages as PDF; nothing is remembered as printed.

    Raises:
        NothingToPrint: The choice is empty.
    """
    book = _opened(desk)
    if job.what is What.BADGES:
        sheet = SHEETS[job.sheet]
        people = list(islice(chosen(book, job.only, t), sheet.labels * PREVIEWED - job.start + 1))
        if not people:
            raise NothingToPrint(str(job.what))
        made = [badge_of(book, guest, t) for guest in people]
        return badges_pdf(made, event_name=book.event.name, sheet=job.sheet, start=job.start, t=t).pdf
    with TemporaryDirectory() as folder:
        path = Path(folder) / "preview.pdf"
        print_to(desk, job, path, t, Running(lambda _done, _all: None))
        return path.read_bytes()


def print_to(desk: Desk, job: Job, path: Path, t: Words, running: Running) -> PrintReport:
    """Write the whole job to ``path``."""
    if job.what is What.BADGES:
        return desk.print_badges(path, t, sheet=job.sheet, start=job.start, only=job.only, progress=running)
    if job.what is What.CARDS:
        return desk.print_table_cards(path, t)
    return desk.print_list(path, t)


def _opened(desk: Desk) -> Book:
    if desk.book is None:
        raise NoSuchEvent("")
    return desk.book

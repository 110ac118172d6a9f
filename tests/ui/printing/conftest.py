"""A queue of badges over a real desk, and a printer that a test can stop: what tests of printing at the door share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event as Flag

import pytest
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from checkin.badges import Printed
from checkin.errors import CheckinError
from checkin.model import GuestId
from checkin.ui.bridge import Bridge
from checkin.ui.printing.job import What
from checkin.ui.printing.page import PrintPage
from checkin.ui.printing.printers import PrintChoice
from checkin.ui.printing.queue import BadgeJob, BadgeQueue, State
from checkin.ui.shell.settings import Settings
from checkin.ui.shell.theme import Theme
from checkin.words import Words

ANA, JON, ZOE = GuestId(1), GuestId(2), GuestId(3)
PEOPLE = ["Ana Gil", "Jon Rey", "Zoé Paz"]

Settle = Callable[[], None]
Open = Callable[..., PrintPage]
OpenQueue = Callable[..., BadgeQueue]
Finish = Callable[[BadgeQueue], None]


class Tray:
    """A printer for a test: it can be out of order, and it can be slow."""

    def __init__(self) -> None:
        """In order, and quick."""
        self.taken: list[GuestId] = []
        self.given: list[bytes] = []
        self.reason: CheckinError | None = None
        self.ready = Flag()
        self.ready.set()

    def put(self, printed: Printed, guest_id: GuestId) -> None:
        """Take a badge, or say why not."""
        assert self.ready.wait(20)
        if self.reason is not None:
            raise self.reason
        assert printed.pdf.startswith(b"%PDF")
        self.taken.append(guest_id)
        self.given.append(printed.pdf)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "badges"


@pytest.fixture
def open_queue(open_bridge: Callable[..., Bridge], t: Words, folder: Path) -> Iterator[OpenQueue]:
    """Opens a queue into a folder, over an event with three guests."""
    queues: list[BadgeQueue] = []

    def opened(people: object = PEOPLE, **choice: object) -> BadgeQueue:
        choice = {"on": True, "folder": str(folder)} | choice
        queue = BadgeQueue(open_bridge(people), t, PrintChoice(**choice))  # type: ignore[arg-type]
        queue.states = []  # type: ignore[attr-defined]
        queue.changed.connect(queue.states.append)  # type: ignore[attr-defined]
        queues.append(queue)
        return queue

    yield opened
    for queue in queues:
        queue.close()


@pytest.fixture
def finish(qtbot: QtBot, settle: Settle) -> Callable[[BadgeQueue], None]:
    """Waits until a queue has nothing left that it could do, and the desk has heard of it."""

    def wait(queue: BadgeQueue) -> None:
        qtbot.waitUntil(lambda: queue._printing.idle and (queue.paused or not queue.waiting), timeout=20_000)
        settle()

    return wait


def tray(queue: BadgeQueue) -> Tray:
    """Put a test's printer in the place of the folder."""
    made = Tray()
    queue._destination = made
    return made


def states(queue: BadgeQueue, guest_id: GuestId) -> list[State]:
    heard: list[BadgeJob] = queue.states  # type: ignore[attr-defined]
    return [job.state for job in heard if job.guest_id == guest_id]


def arrive(queue: BadgeQueue, settle: Settle, *guests: GuestId) -> None:
    for guest_id in guests:
        queue._bridge.admit(guest_id)
    settle()


@pytest.fixture
def open_page(
    qtbot: QtBot, theme: Theme, t: Words, settings: Settings, open_bridge: Callable[..., Bridge], settle: Settle
) -> Open:
    """Shows the print page over an event with these people, its preview made."""

    def opened(people: object = None, **room: int) -> PrintPage:
        page = PrintPage(open_bridge(people, **room), theme, t, settings)
        page.setObjectName("page")
        qtbot.addWidget(page)
        page.resize(1184, 800)
        page.show()
        look(page, settle)
        return page

    return opened


def look(page: PrintPage, settle: Settle) -> None:
    """Do not wait for the pause after a choice."""
    page._pause.stop()
    page._look()
    settle()


def choose(page: PrintPage, what: What) -> None:
    """Choose a paper as somebody at the window does."""
    if what in page.choices.cards:
        page.choices.cards[what].click()
    else:
        place = page.choices.more.findData(what)
        page.choices.more.setCurrentIndex(place)
        page.choices.more.activated.emit(place)


def to_file(path: Path) -> QPrinter:
    """A printer that writes a PDF."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setResolution(300)
    return printer

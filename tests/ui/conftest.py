"""Pages and windows over a real desk: what tests of the user interface begin with."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from itertools import count
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from checkin.desk import Desk
from checkin.desk.outcomes import TablePlan
from checkin.ui.bridge import Bridge
from checkin.ui.guests.page import GuestsPage
from checkin.ui.shell.settings import Settings
from checkin.ui.shell.theme import Theme
from checkin.ui.shell.window import MainWindow
from checkin.ui.tasks import Tasks
from checkin.words import Words

HERE = Path(__file__).parent
HEADERS = ("Name", "Email", "Company", "Sector", "Diet", "Status")

Registrations = Callable[..., Path]
OpenBridge = Callable[..., Bridge]
OpenWindow = Callable[..., MainWindow]
Settle = Callable[[], None]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let pass what the offscreen platform says about windows that it cannot size, raise or give the keyboard to."""
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support"))


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> Theme:
    """The application's look, put on once: every other time costs as much as a test."""
    return Theme(qapp)


@pytest.fixture
def theme(dressed: Theme) -> Iterator[Theme]:
    """The light theme."""
    yield dressed
    if dressed.palette.dark:
        dressed.choose(dark=False)


@pytest.fixture
def t() -> Words:
    """English."""
    return Words("en")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """A window that remembers nothing yet but its station."""
    kept = Settings(tmp_path / "window.ini")
    kept.keep("station", "Door A")
    return kept


@pytest.fixture
def tasks(qapp: QApplication) -> Iterator[Tasks]:
    """The worker, finished when the test is over."""
    assert qapp is not None
    working = Tasks()
    yield working
    working.close()


@pytest.fixture
def registrations(tmp_path: Path) -> Registrations:
    """Writes a registration file: ``registrations(["Ana Gil", "Jon Rey"])`` or ``registrations(3000)``."""

    def write(people: int | Sequence[str | tuple[str, ...]], *, name: str = "guests.csv") -> Path:
        rows = [f"Guest {number:04d} Gil" for number in range(1, people + 1)] if isinstance(people, int) else people
        path = tmp_path / name
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(HEADERS)
            for number, person in enumerate(rows, start=1):
                told = (person,) if isinstance(person, str) else person
                told = (told[0], f"guest{number}@example.org", *told[1:])
                writer.writerow((*told, *[""] * (len(HEADERS) - len(told))))
        return path

    return write


@pytest.fixture
def open_bridge(tmp_path: Path, tasks: Tasks, registrations: Registrations) -> Iterator[OpenBridge]:
    """Opens a bridge over a new desk: with no event, or with one whose guests are given."""
    numbers = count()
    desks: list[Desk] = []

    def opened(
        people: int | Sequence[str | tuple[str, ...]] | None = None, *, tables: int = 4, seats: int = 10
    ) -> Bridge:
        desk = Desk.open(
            str(tmp_path / "meal.db"),
            station="Door A",
            luck=lambda size: sha256(str(next(numbers)).encode()).digest()[:size],
        )
        desks.append(desk)
        if people is not None:
            desk.create_event("Networking lunch", [TablePlan(tables, seats)], "2026-11-21")
            if people:
                desk.import_file(registrations(people))
        return Bridge(desk, tasks)

    yield opened
    tasks.close()
    for desk in desks:
        desk.close()


@pytest.fixture
def open_window(
    qtbot: QtBot,
    theme: Theme,
    t: Words,
    settings: Settings,
    open_bridge: Callable[..., Bridge],
    settle: Settle,
) -> OpenWindow:
    windows: list[MainWindow] = []

    def opened(people: object = None, *, width: int = 1024, height: int = 700, **room: int) -> MainWindow:
        window = MainWindow(open_bridge(people, **room), theme, t, settings)
        windows.append(window)
        qtbot.addWidget(window)
        window.resize(width, height)
        window.show()
        settle()
        return window

    return opened


@pytest.fixture
def read_in(qtbot: QtBot) -> Callable[[GuestsPage, Path], None]:
    """Begins the import of a file and waits until it has been read, or refused."""

    def wait(page: GuestsPage, path: Path) -> None:
        page.take_in(path)
        qtbot.waitUntil(lambda: page._bridge.tasks.idle, timeout=20_000)

    return wait


@pytest.fixture
def take_in(read_in: Callable[[GuestsPage, Path], None], settle: Settle) -> Callable[[GuestsPage, Path], None]:
    """Imports a file through the three steps."""

    def through(page: GuestsPage, path: Path) -> None:
        read_in(page, path)
        for _step in ("columns", "what will happen"):
            page.pages.next.click()
            settle()

    return through


@pytest.fixture
def settle(qtbot: QtBot, tasks: Tasks) -> Callable[[], None]:
    """Waits until the desk has nothing left to do and the window has heard of it."""

    def wait() -> None:
        qtbot.waitUntil(lambda: tasks.idle, timeout=20_000)
        QApplication.processEvents()

    return wait

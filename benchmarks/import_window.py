"""How long the window stands still while fifty thousand registrations are taken in through its own pages.

A timer asks the event loop to come round every few milliseconds; the longest time between two turns is what a person
sees as a stutter. Beside it: the same window doing nothing. A frame at 60 a second is 16.7 ms.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from benchmarks.figures import Line, quantile, table
from benchmarks.imports import GUESTS, files
from checkin.desk import Desk
from checkin.desk.outcomes import TablePlan
from checkin.ui.app import application
from checkin.ui.bridge import Bridge
from checkin.ui.guests.page import GuestsPage
from checkin.ui.shell.settings import Settings
from checkin.ui.shell.theme import Theme
from checkin.ui.shell.window import MainWindow
from checkin.ui.tasks import Tasks
from checkin.words import Words

TURN = 2
"""Milliseconds between the turns that are asked for."""

LONGEST = 120.0
"""Seconds to wait for a step."""


class Pulse:
    """The times between turns of the event loop, in milliseconds."""

    def __init__(self) -> None:
        """Begin to listen."""
        self._last = time.perf_counter()
        self.gaps: list[float] = []
        self._timer = QTimer(interval=TURN)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now = time.perf_counter()
        self.gaps.append((now - self._last) * 1000)
        self._last = now

    def take(self) -> list[float]:
        """The gaps since the last time."""
        gaps, self.gaps = self.gaps, []
        return gaps


def live(seconds: float) -> None:
    """Let the window live for a while."""
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


def until(holds: Callable[[], bool]) -> None:
    """Let the window live until something holds."""
    begun = time.monotonic()
    while not holds():
        if time.monotonic() - begun > LONGEST:
            raise TimeoutError
        live(0.01)


def measured(app: QApplication, path: Path, folder: Path) -> dict[str, list[float]]:
    """The gaps of each step."""
    settings, tasks = Settings(folder / "settings.ini"), Tasks()
    desk = Desk.open(str(folder / f"{path.suffix}.db"))
    desk.create_event("Medida", [TablePlan(10, 10)])
    desk.use()
    bridge = Bridge(desk, tasks)
    window = MainWindow(bridge, Theme(app), Words("es"), settings)
    window.resize(1280, 800)
    window.show()
    window.show_page("guests")
    page = window.findChild(GuestsPage)
    if page is None:
        raise RuntimeError("no guests page")
    until(lambda: tasks.idle)
    pages = page.pages
    pulse = Pulse()
    live(1.5)
    steps = {"nothing": pulse.take()}
    page.take_in(path)
    until(lambda: pages.read is not None)
    live(0.2)
    steps["reading"] = pulse.take()
    pages.next.click()
    until(lambda: pages.plan is not None)
    live(0.2)
    steps["comparing"] = pulse.take()
    pages.next.click()
    until(lambda: bridge.book is not None and len(bridge.book.guests) == GUESTS and tasks.idle)
    live(0.5)
    steps["writing"] = pulse.take()
    window.close()
    tasks.close()
    desk.close()
    return steps


def main() -> None:
    """Print the table."""
    app = application()
    lines = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = files(folder, GUESTS)[0]
        steps = measured(app, path, folder)
        idle = steps.pop("nothing")
        for step, gaps in steps.items():
            for what, share in (("p50", 0.5), ("p99", 0.99), ("longest", 1.0)):
                lines.append(
                    Line(f"{step}: {what}", quantile(gaps, share), quantile(idle, share), "ms", "doing nothing")
                )
    print(table(f"The window while {GUESTS:,} registrations come in", lines))


if __name__ == "__main__":
    main()

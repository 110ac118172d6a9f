"""A long evening through the real window: thousands of scans with questions, typing and other windows in between.

Every scan is typed key by key into the window, at most so many a second; now and then a name is typed by hand into the
search, a question is left open, another page is shown, or a window lies on top. Counted: scans lost, answered out of
order, or answered twice; memory; and the time from the last key to the painted card, beside the bare cost of the same
keys, the same commit and the repainting of a widget of that size with nothing in between.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from benchmarks.door import Bare
from benchmarks.figures import Line, quantile, table
from benchmarks.people import event_of
from checkin.desk import Desk
from checkin.desk.outcomes import Outcome
from checkin.door import State
from checkin.ui.app import application
from checkin.ui.bridge import Bridge
from checkin.ui.door.page import DoorPage
from checkin.ui.shell.settings import Settings
from checkin.ui.shell.theme import Theme
from checkin.ui.shell.window import MainWindow
from checkin.ui.tasks import Tasks
from checkin.words import Words

REPEATS, UNKNOWN, INTERRUPTIONS = 0.08, 0.04, 0.05
"""Shares of scans that are second scans, codes nobody has, and followed by something that gets in the way."""


class Painted(QObject):
    """Notes when a widget was painted."""

    def __init__(self, widget: QWidget) -> None:
        """Watch ``widget``."""
        super().__init__()
        self.at = 0.0
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Note a paint event once it is through."""
        if event.type() is QEvent.Type.Paint:
            self.at = time.perf_counter()
        return False


class Plain(QWidget):
    """A widget that paints one text: what any card costs at least."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.darkGreen)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, "7")


BARE = "bare keys + commit + paint"


@dataclass
class Tally:
    """What was sent and what came back."""

    sent: list[str] = field(default_factory=list)
    answered: list[tuple[str, State]] = field(default_factory=list)
    waits: list[float] = field(default_factory=list)
    bare: list[float] = field(default_factory=list)

    def faults(self) -> dict[str, int]:
        """Scans lost, out of order, doubled, and answered with the wrong word."""
        texts = [text for text, _ in self.answered]
        seen: set[str] = set()
        wrong = 0
        for text, state in self.answered:
            expected = _expected(text, text in seen)
            wrong += state not in expected
            if state in (State.WELCOME, State.WELCOME_NOTE):
                seen.add(text)
        return {
            "lost": max(0, len(self.sent) - len(texts)),
            "out of order": sum(one != other for one, other in zip(self.sent, texts, strict=False)),
            "doubled": max(0, len(texts) - len(self.sent)),
            "wrong": wrong,
        }


def _expected(text: str, again: bool) -> tuple[State, ...]:  # noqa: FBT001 - read like a sentence
    if text.startswith("NOBODY"):
        return (State.NOT_ON_LIST,)
    return (State.ALREADY_IN, State.SAME_SCAN) if again else (State.WELCOME, State.WELCOME_NOTE)


class Evening:
    """The window and who works at it."""

    def __init__(self, window: MainWindow, bridge: Bridge, rate: float, bare: Bare | None) -> None:
        """Start with nothing sent; without ``bare``, nothing is measured beside the window."""
        door = window.pages["door"]
        if not isinstance(door, DoorPage):
            raise TypeError(door)
        self.window, self.bridge, self.door, self.bare = window, bridge, door, bare
        self.tally = Tally()
        self._gap = 1 / rate
        self._painted = Painted(door.card)
        self._plain, self._line = Plain(), QLineEdit()
        self._plain.resize(door.card.size())
        self._plain.show()
        self._plain_painted = Painted(self._plain)
        self._last: Outcome | None = None
        bridge.decided.connect(self._answered)

    def scan(self, code: str, target: QWidget) -> None:
        """Type a code and an Enter, and wait until its answer is painted or, with questions open, until it came."""
        started = time.perf_counter()
        self.tally.sent.append(code)
        QTest.keyClicks(target, code)
        last = time.perf_counter()
        QTest.keyClick(target, Qt.Key.Key_Return)
        count = len(self.tally.sent)
        self._until(lambda: len(self.tally.answered) >= count)
        shown = self.tally.answered[-1][1] is not State.SAME_SCAN and self.door.card.isVisible()
        if shown:
            self._until(lambda: self._painted.at > last)
            self.tally.waits.append((self._painted.at - last) * 1000)
            self._bare(code)
        while time.perf_counter() - started < self._gap:
            QApplication.processEvents()

    def _answered(self, outcome: Outcome) -> None:
        """Keep what counts of an answer, and the whole of the last one only: a draw among 1,000 tables is large."""
        self._last = outcome
        self.tally.answered.append((outcome.decision.text, outcome.decision.state))

    def _bare(self, code: str) -> None:
        """The same keys into a line, the same rows committed, a widget painted."""
        outcome = self._last
        if self.bare is None or outcome is None or outcome.decision.state is not State.WELCOME:
            return
        for letter in code:
            self._line.keyPressEvent(QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter))
        last = time.perf_counter()
        self.bare.write(outcome)
        self._plain.update()
        self._until(lambda: self._plain_painted.at > last)
        self.tally.bare.append((self._plain_painted.at - last) * 1000)
        self._line.setText("")  # unlike clear(), this forgets what undo would bring back

    def interrupt(self, luck: Random) -> None:
        """Something gets in the way."""
        what = luck.randrange(4)
        if what == 0:
            for letter in luck.choice(("garcia", "ana", "wojcik", "ibanez")):
                QTest.keyClicks(self.window, letter)
                self.pause(0.09)
            self.pause(0.2)
            QTest.keyClick(self.window, Qt.Key.Key_Escape)
        elif what == 1:
            self.window.show_page(luck.choice(("guests", "tables", "print")))
            self.pause(0.1)
        elif what == 2:
            self.door.card.ask_table()
            self.pause(0.05)
        else:
            self.window.show_page("door")
            self.door.side.begin_walk_in()
            self.pause(0.05)

    def pause(self, seconds: float) -> None:
        """Let the window work."""
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            QApplication.processEvents()

    def _until(self, done: Callable[[], bool]) -> None:
        end = time.perf_counter() + 30
        while not done() and time.perf_counter() < end:
            QApplication.processEvents()


def resident() -> float:
    """Memory in use, in MB; 0 where the system does not say."""
    status = Path("/proc/self/status")
    if not status.is_file():
        return 0.0
    line = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def codes(desk: Desk, scans: int, luck: Random) -> list[str]:
    """So many codes: mostly new ones, some again, some of nobody."""
    book = desk.opened()
    fresh = [book.our_code(guest_id) for guest_id in sorted(book.guests)]
    luck.shuffle(fresh)
    used: list[str] = []
    wanted = []
    for number in range(scans):
        dice = luck.random()
        if (dice < REPEATS and used) or not fresh:
            wanted.append(luck.choice(used))
        elif dice < REPEATS + UNKNOWN:
            wanted.append(f"NOBODY{number:06d}KEY")
        else:
            used.append(fresh.pop())
            wanted.append(used[-1])
    return wanted


def measure(scans: int, guests: int, rate: float, *, alone: bool = False) -> tuple[Tally, float]:
    """Run the evening; what came of it and how much memory grew.

    What is measured beside the window keeps memory of its own; ``alone`` leaves it out, for the window's own growth.
    """
    app = application()
    luck = Random(20261121)
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk.open(str(Path(folder, "evening.db")), station="soak")
        event_of(desk, guests)
        desk.backup(Path(folder, "bare.db"))
        wanted = codes(desk, scans, luck)
        tasks = Tasks()
        bridge = Bridge(desk, tasks)
        settings = Settings(Path(folder, "window.ini"))
        window = MainWindow(bridge, Theme(app), Words("es"), settings)
        window.resize(1280, 800)
        window.show()
        evening = Evening(window, bridge, rate, None if alone else Bare(Path(folder, "bare.db")))
        for page in ("guests", "tables", "print", "door"):
            window.show_page(page)
            evening.pause(2.0)
        before = 0.0
        for number, code in enumerate(wanted):
            if number == min(500, scans // 10):
                before = resident()
            evening.scan(code, window)
            if luck.random() < INTERRUPTIONS:
                evening.interrupt(luck)
            elif luck.random() < 0.3:
                window.show_page("door")
        grown = resident() - before
        evening.tally.sent[:] = wanted
        window.close()
        tasks.close()
        desk.close()
    return evening.tally, grown


def main() -> int:
    """Print the table; 1 if a scan was lost, doubled, answered out of order or wrongly."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scans", type=int, default=1000)
    parser.add_argument("--guests", type=int, default=10_000)
    parser.add_argument("--rate", type=float, default=20.0, help="scans a second at most")
    parser.add_argument("--alone", action="store_true", help="nothing beside the window: its own memory")
    asked = parser.parse_args(sys.argv[1:] if __name__ == "__main__" else [])
    tally, grown = measure(asked.scans, asked.guests, asked.rate, alone=asked.alone)
    faults = tally.faults()
    shares = (("p50", 0.5), ("p99", 0.99), ("max", 1.0))
    lines = [
        Line(
            f"last key → painted, {label}",
            quantile(tally.waits, share),
            quantile(tally.bare, share),
            "ms",
            BARE,
        )
        for label, share in shares
        if tally.bare
    ]
    if not lines:
        print(
            *(f"last key → painted, {label}: {quantile(tally.waits, share):.2f} ms" for label, share in shares),
            sep="\n",
        )
    print(table(f"Soak: {asked.scans:,} scans at {asked.guests:,} guests, at most {asked.rate:g} a second", lines))
    told = ", ".join(f"{count} {what}" for what, count in faults.items())
    print(f"\n{len(tally.answered):,} answers; {told}; memory {grown:+.1f} MB")
    return 1 if any(faults.values()) else 0


if __name__ == "__main__":
    sys.exit(main())

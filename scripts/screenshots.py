"""Pictures of the window for the user guide, and for looking at: every page, both themes, both languages.

``python scripts/screenshots.py`` writes ``docs/screenshots/<page>-<language>-<theme>.png`` at 1280 × 800 from the
sample event half-way through the arrivals. ``--out DIR --size 1024x700 --guests 3000`` looks elsewhere, at another
size, or at so many invented people. It needs no screen.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PIL import Image
from PySide6.QtWidgets import QApplication

from benchmarks.people import event_of
from checkin.desk import Desk, demo
from checkin.ui.app import application
from checkin.ui.bridge import Bridge
from checkin.ui.room.page import RoomPage
from checkin.ui.shell.settings import Settings
from checkin.ui.shell.theme import Theme
from checkin.ui.shell.window import MainWindow
from checkin.ui.tasks import Tasks
from checkin.words import Words

ROOT = Path(__file__).resolve().parent.parent
PAGES = ("door", "guests", "tables", "print")


def settle(app: QApplication, done: Callable[[], bool] = lambda: True, seconds: float = 0.4) -> None:
    """Let the window work until ``done``, and a little longer for what moves."""
    give_up = time.monotonic() + 30
    while not done() and time.monotonic() < give_up:
        app.processEvents()
        time.sleep(0.01)
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        app.processEvents()
        time.sleep(0.01)


def fill(desk: Desk, guests: int, t: Words) -> list[str]:
    """An evening half-way through, and the tickets of those who are still to come."""
    if guests:
        event_of(desk, guests)
        for guest_id in sorted(desk.opened().guests)[: guests // 2]:
            desk.admit(guest_id)
    else:
        demo.half_way(desk, t)
    book = desk.opened()
    return [book.code_of(guest.id) for guest in book.guests.values() if not guest.arrived and guest.name]


def keep(window: MainWindow, path: Path) -> None:
    """A picture in 256 colours: small enough for a repository, true enough to read."""
    window.grab().save(str(path))
    picture = Image.open(path).convert("RGB").quantize(256, dither=Image.Dither.NONE)
    picture.save(path, optimize=True)


def the_room(app: QApplication, window: MainWindow, tasks: Tasks, out: Path, language: str) -> None:
    """The tables page at work: somebody carried, the next round before it is begun, the room being arranged."""
    window.show_page("tables")
    page = window.page_of("tables")
    assert isinstance(page, RoomPage)  # noqa: S101  it is the page of that name
    settle(app, lambda: tasks.idle)
    book = page.staging.book
    assert book is not None  # noqa: S101  an event is open
    tables = book.room()
    person = book.people_at(tables[6].id)[0].id
    there = page.view.mapFromScene(page.scene.tables[tables[12].id].pos())
    page.carry.begin([person], page.view.viewport().mapToGlobal(there))
    settle(app)
    keep(window, out / f"tables-carry-{language}.png")
    page.carry.cancel()
    page.outlook.next_round()
    settle(app, lambda: tasks.idle and not page.outlook.search.running)
    keep(window, out / f"tables-next-{language}.png")
    page.outlook.leave()
    page.arranging.toggle()
    settle(app, lambda: tasks.idle)
    keep(window, out / f"tables-arrange-{language}.png")
    page.arranging.leave()


def main() -> int:
    """Take the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "screenshots")
    parser.add_argument("--size", default="1280x800")
    parser.add_argument("--guests", type=int, default=0, help="invented people instead of the sample event")
    asked = parser.parse_args()
    width, height = (int(side) for side in asked.size.split("x"))
    asked.out.mkdir(parents=True, exist_ok=True)
    app = application()
    theme = Theme(app)
    with tempfile.TemporaryDirectory() as folder:
        t = Words("es")
        desk = Desk.open(str(Path(folder, "evening.db")), station="Puerta A")
        waiting = fill(desk, asked.guests, t)
        tasks = Tasks()
        bridge = Bridge(desk, tasks)
        settings = Settings(Path(folder, "window.ini"))
        settings.keep("station", "Puerta A")
        window = MainWindow(bridge, theme, t, settings)
        window.resize(width, height)
        window.show()
        settle(app)
        for language in ("es", "en"):
            if t.language != language:
                window.switch_language()
            bridge.scan(waiting.pop())
            settle(app, lambda: tasks.idle)
            for dark in (False, True):
                window.choose_theme(dark=dark)
                for page in PAGES:
                    window.show_page(page)
                    settle(app, lambda: tasks.idle, 1.0 if page == "print" else 0.4)
                    keep(window, asked.out / f"{page}-{language}-{'dark' if dark else 'light'}.png")
            window.choose_theme(dark=False)
            the_room(app, window, tasks, asked.out, language)
        window.close()
        tasks.close()
        desk.close()
    print(asked.out)
    return 0


if __name__ == "__main__":
    sys.exit(main())

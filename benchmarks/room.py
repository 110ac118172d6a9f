"""The tables page at 1,050 guests and 110 tables: a drag, the opening of the page, and what a change paints again.

A drag is 300 moves of the mouse with somebody held, each painted before the next; beside it the same over an empty
scene, and the 16.7 ms that 60 pictures a second leave. Opening is a page from its making to its first picture, beside
one with no event. A change is a move between two tables: of how many something was painted again (neighbours whose
edge lies in a painted region count). While the room is arranged, one table, a dozen and all are dragged in a window of
1920 by 1080. Without a screen Qt paints in software.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.figures import Line, quantile, table
from benchmarks.people import event_of
from checkin.desk import Desk
from checkin.model import GuestId, TableId
from checkin.ui.app import application
from checkin.ui.bridge import Bridge
from checkin.ui.room.page import RoomPage
from checkin.ui.shell.theme import Theme
from checkin.ui.tasks import Tasks
from checkin.words import Words

GUESTS = 1050
MOVES = 300
FRAME = 1000 / 60
OPENINGS = 7
SIZE = (1192, 800)
LARGE = (1920, 1080)
DOZEN = 12


def wait(app: QApplication, tasks: Tasks) -> None:
    """Until the desk has nothing left to do."""
    while not tasks.idle:
        app.processEvents()
    app.processEvents()


def timed(work: Callable[[], object]) -> float:
    """Milliseconds."""
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def opening(app: QApplication, bridge: Bridge, theme: Theme) -> tuple[RoomPage, float]:
    """A page and how long it took from its making to its first picture."""
    began = time.perf_counter()
    page = RoomPage(bridge, theme, Words("es"))
    page.resize(*SIZE)
    page.show()
    app.processEvents()
    page.grab()
    return page, (time.perf_counter() - began) * 1000


def on_guest(page: RoomPage, guest_id: GuestId) -> QPoint:
    """Somebody's disc in the viewport."""
    for item in page.scene.tables.values():
        chair = item.picture.chair_of(guest_id)
        if chair is not None:
            centre = item.outline.chairs[chair]
            return page.view.mapFromScene(item.pos() + QPointF(centre.x, centre.y))
    raise LookupError(guest_id)


def dragged(app: QApplication, page: RoomPage, start: QPoint | None) -> list[float]:
    """Milliseconds of each move over the room until it is painted; with somebody held from ``start`` on."""
    view = page.view.viewport()
    if start is not None:
        QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    costs = []
    wide, high = view.width() - 80, view.height() - 80
    for step in range(MOVES):
        at = QPoint(40 + (step * 37) % wide, 40 + (step * 11) % high)
        costs.append(timed(lambda at=at: (QTest.mouseMove(view, at), app.processEvents(), view.repaint())))  # type: ignore[misc]
    if start is not None:
        QTest.keyClick(page.view, Qt.Key.Key_Escape)
        QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    return costs


def arranged(app: QApplication, page: RoomPage, tables: int) -> list[float]:
    """Milliseconds of each move with so many tables held, until it is painted."""
    view = page.view.viewport()
    held = list(page.scene.tables)[:tables]
    page.arranging.picked.only(held)
    start = page.view.mapFromScene(page.scene.tables[held[len(held) // 2]].pos())
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    costs = []
    for step in range(MOVES):
        at = start + QPoint(step * 7 % 160 - 79, step * 5 % 90 - 44)
        costs.append(timed(lambda at=at: (QTest.mouseMove(view, at), app.processEvents(), view.repaint())))  # type: ignore[misc]
    QTest.keyClick(page.view, Qt.Key.Key_Escape)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=start)
    return costs


def painted(app: QApplication, page: RoomPage, work: Callable[[], object], tasks: Tasks) -> set[TableId]:
    """The tables of which the scene paints something again while something is done."""
    seen: set[TableId] = set()

    def changed(regions: Sequence[QRectF]) -> None:
        for table_id, item in page.scene.tables.items():
            if any(region.intersects(item.sceneBoundingRect()) for region in regions):
                seen.add(table_id)

    page.marks.clear()
    page.view.viewport().repaint()
    app.processEvents()
    page.scene.changed.connect(changed)
    work()
    wait(app, tasks)
    app.processEvents()
    page.scene.changed.disconnect(changed)
    return seen


def measure() -> list[Line]:
    """All of it in one run."""
    app = application()
    theme, tasks = Theme(app), Tasks()
    with tempfile.TemporaryDirectory() as folder:
        bare = Desk.open(str(Path(folder, "bare.db")), station="bench")
        full = Desk.open(str(Path(folder, "full.db")), station="bench")
        event_of(full, GUESTS)
        for guest_id in sorted(full.opened().guests)[: GUESTS - 60]:
            full.admit(guest_id)
        empty, bridge = Bridge(bare, tasks), Bridge(full, tasks)
        wait(app, tasks)
        ours, theirs = [], []
        for _ in range(OPENINGS):
            nothing, cost = opening(app, empty, theme)
            theirs.append(cost)
            page, cost = opening(app, bridge, theme)
            ours.append(cost)
            if _ < OPENINGS - 1:
                page.deleteLater()
                nothing.deleteLater()
        book = full.opened()
        someone = next(iter(sorted(book.sitting)))
        wait(app, tasks)
        drags, idle = dragged(app, page, on_guest(page, someone)), dragged(app, nothing, None)
        free = next(one.id for one in book.room() if book.free_seat(one.id) and one.id != book.sitting[someone])
        touched = painted(app, page, lambda: bridge.ask(lambda desk: desk.move([someone], free)), tasks)
        tables = len(book.tables)
        page.resize(*LARGE)
        page.arranging.toggle()
        wait(app, tasks)
        page.grab()
        carried = [(count, arranged(app, page, count)) for count in (1, DOZEN, tables)]
        page.close()
        bare.close()
        full.close()
    tasks.close()
    title = f"{GUESTS:,} guests, {tables} tables"
    return [
        Line(f"drag, one move painted, p50, {title}", quantile(drags, 0.5), FRAME, "ms", "a frame at 60 a second"),
        Line("the same, p95", quantile(drags, 0.95), FRAME, "ms", "a frame at 60 a second"),
        Line("the same, p99", quantile(drags, 0.99), quantile(idle, 0.99), "ms", "the same over an empty scene"),
        Line(
            "opening the page", quantile(ours, 0.5), quantile(theirs, 0.5), "ms", "an empty scene (300 ms more asked)"
        ),
        Line("tables painted again after a move", float(len(touched)), 2.0, "tables", "the two it touches"),
        *(
            Line(
                f"arranging, {count} dragged at once, p95", quantile(costs, 0.95), FRAME, "ms", "a frame at 60 a second"
            )
            for count, costs in carried
        ),
    ]


def main() -> None:
    """Print the table."""
    print(table("Tables page", measure()))


if __name__ == "__main__":
    main()

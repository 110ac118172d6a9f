"""What was read off a calibration page moves what goes to that printer, at the door, too."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from checkin.ui.bridge import Bridge
from checkin.ui.door.badging import Badging
from checkin.ui.printing.printers import PrintChoice, remember
from checkin.ui.printing.readings import keep
from checkin.ui.shell.settings import Settings
from checkin.ui.shell.theme import Theme
from checkin.words import Words
from tests.paper.reading import Reader
from tests.ui.printing.conftest import ANA, JON, PEOPLE, ZOE, Finish, Settle, arrive, tray


def test_a_label_at_the_door_is_moved_by_what_the_calibration_page_of_its_printer_has_shown(
    open_bridge: Callable[..., Bridge], settle: Settle, finish: Finish, settings: Settings, theme: Theme, t: Words,
    qtbot: QtBot, folder: Path,
) -> None:  # fmt: skip
    remember(settings, PrintChoice(True, "Dymo", "90x54", str(folder)))
    page = QWidget()
    qtbot.addWidget(page)
    badging = Badging(page, open_bridge(PEOPLE), theme, t, settings)
    queue = badging.queue
    printer = tray(queue)
    arrive(queue, settle, ANA, JON, ZOE)
    finish(queue)
    keep(settings, "Dymo", (21.5, 20.0, 18.5, 20.0), (210.0, 297.0))
    badging.ask(ANA)
    finish(queue)
    queue.use(PrintChoice(True, "", "90x54", str(folder)))
    folder_ = tray(queue)
    badging.ask(ANA)
    finish(queue)
    badging.close()
    exact, moved, filed = printer.given[0], printer.given[-1], folder_.given[0]
    assert printer.taken == [ANA, JON, ZOE, ANA]
    assert Reader(exact).picture(0, 254) == Reader(filed).picture(0, 254), "a file is moved by no printer"
    left, up = moved_by(exact, moved)
    assert (left, up) == (-15, 0), "1.5 mm to the left, at a tenth of a millimetre a dot"


def moved_by(one: bytes, other: bytes) -> tuple[int, int]:
    """How far the ink of a file lies from that of another, in dots at 254 to the inch."""
    boxes = []
    for pdf in (one, other):
        drawn = Reader(pdf).picture(0, 254)
        dark = [
            (x, y) for y in range(drawn.height()) for x in range(drawn.width()) if drawn.pixelColor(x, y).red() < 99
        ]
        boxes.append((min(x for x, _ in dark), min(y for _, y in dark)))
    return boxes[1][0] - boxes[0][0], boxes[1][1] - boxes[0][1]

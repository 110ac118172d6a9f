"""From the start of the process to a window that takes a scan, beside a bare PySide6 main window.

Both are started as new processes in turns, without a screen. Ready means: shown, and the event loop has come round with
nothing left to do, so the next key is taken at once. The program opens the sample event, or so many invented guests.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.figures import Line, quantile, table
from benchmarks.people import event_of
from checkin.desk import Desk, demo
from checkin.words import Words

ROUNDS = 7

_CLOCK = """
import time
from PySide6.QtCore import QTimer
def ready():
    print(f"ready {time.time()}", flush=True)
    app.exit(0)
"""

BARE = (
    _CLOCK
    + """
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.resize(1280, 800)
window.show()
QTimer.singleShot(0, ready)
app.exec()
"""
)

OURS = (
    """
import sys
from checkin.ui import app as program
"""
    + _CLOCK
    + """
app = program.application()
QTimer.singleShot(0, lambda: QTimer.singleShot(0, ready))
program.run(sys.argv[1], language="es")
"""
)


def seconds(program: str, *words: str) -> float:
    """From starting the process to its word that it is ready."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    run = subprocess.run(
        [sys.executable, "-c", f"import time; print('started', time.time(), flush=True)\n{program}", *words],
        capture_output=True, text=True, check=True, env=environment,
    )  # fmt: skip
    moments = dict(line.split() for line in run.stdout.splitlines() if line.startswith(("started", "ready")))
    return float(moments["ready"]) - float(moments["started"])


def measure(guests: int) -> Line:
    """Medians over rounds in turns."""
    with tempfile.TemporaryDirectory() as folder:
        address = str(Path(folder, "evening.db"))
        os.environ.update(XDG_CONFIG_HOME=folder, XDG_DATA_HOME=folder, XDG_STATE_HOME=folder)
        desk = Desk.open(address, station="bench")
        if guests:
            event_of(desk, guests)
        else:
            demo.half_way(desk, Words("es"))
        desk.close()
        ours, bare = [], []
        for _ in range(ROUNDS):
            ours.append(seconds(OURS, address) * 1000)
            bare.append(seconds(BARE) * 1000)
    what = f"{guests:,} guests" if guests else "sample event"
    return Line(f"start → ready, {what}", quantile(ours, 0.5), quantile(bare, 0.5), "ms", "bare PySide6 window")


def main() -> None:
    """Print the table."""
    print(table("Window", [measure(0), measure(10_000)]))


if __name__ == "__main__":
    main()

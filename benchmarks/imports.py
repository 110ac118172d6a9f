"""Fifty thousand registrations taken in by ``checkin import``, beside the least that could be done with them.

The least is ``import_floor``: a bare reader and bare SQL. Both are programs that are started, run and end; the least of
some runs counts. Memory is the most that the program held, as the system counts it, without its child processes.
"""

from __future__ import annotations

import csv
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from random import Random

import xlsxwriter

from benchmarks.figures import Line, table
from benchmarks.people import COMPANIES, SECTORS, names
from checkin.desk import Desk
from checkin.desk.outcomes import TablePlan

GUESTS = 50_000
RUNS = 2
LOOK = 0.02
HEADERS = (
    "Order #", "Order Date", "First Name", "Last Name", "Email", "Quantity", "Ticket Type", "Attendee #",
    "Attendee Status", "Company", "Sector", "Diet",
)  # fmt: skip


def rows_of(guests: int) -> list[list[str]]:
    """An attendee report of so many tickets, header first."""
    luck = Random(guests)
    rows = [list(HEADERS)]
    for at, (given, family) in enumerate(names(guests)):
        rows.append([
            str(11211991415 + at // 2), "10/1/26 12:00", given, family, f"p{at}@example.org", "1", "Comida",
            str(18441589865 + at), "Attending", luck.choice(COMPANIES), luck.choice(SECTORS),
            luck.choice(("", "Vegano", "Sin gluten", "Ninguna")),
        ])  # fmt: skip
    return rows


def files(folder: Path, guests: int) -> list[Path]:
    """The report as CSV and as XLSX."""
    rows = rows_of(guests)
    text, book = folder / "report.csv", folder / "report.xlsx"
    with text.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    with xlsxwriter.Workbook(book, {"constant_memory": True}) as workbook:
        sheet = workbook.add_worksheet("Attendees")
        for at, row in enumerate(rows):
            sheet.write_row(at, 0, row)
    return [text, book]


def _held(process: int) -> float:
    """The most memory a process has held so far, in MB; 0 where the system does not say."""
    status = Path(f"/proc/{process}/status")
    try:
        lines = status.read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), 0.0)


def _run(command: list[str]) -> tuple[float, float]:
    """Seconds and megabytes of a program."""
    begun, most = time.perf_counter(), 0.0
    with subprocess.Popen([sys.executable, "-m", *command], stdout=subprocess.DEVNULL) as process:
        while process.poll() is None:
            most = max(most, _held(process.pid))
            time.sleep(LOOK)
    if process.returncode:
        raise RuntimeError(f"{command[0]} ended with {process.returncode}")
    return time.perf_counter() - begun, most


def _measured(program: str, path: Path, folder: Path) -> tuple[float, float]:
    """Seconds and megabytes of one program, the least of some runs."""
    figures = []
    for run in range(RUNS):
        database = str(folder / f"{program}{path.suffix}{run}.db")
        desk = Desk.open(database)
        desk.create_event("Medida", [TablePlan(10, 10)])
        desk.close()
        commands = {
            "floor": ["benchmarks.import_floor", str(path), database],
            "read": ["checkin", "import", str(path), "--dry-run", "--database", database],
            "ours": ["checkin", "import", str(path), "--database", database],
        }
        figures.append(_run(commands[program]))
    return min(seconds for seconds, _ in figures), min(most for _, most in figures)


def main() -> None:
    """Print the table."""
    lines = []
    against = "bare reader and bare SQL"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for path in files(folder, GUESTS):
            kind = path.suffix[1:].upper()
            least, room = _measured("floor", path, folder)
            for program, what in (("ours", "taken in"), ("read", "only shown (--dry-run)")):
                seconds, most = _measured(program, path, folder)
                lines.append(Line(f"{kind}, {GUESTS:,} {what}", seconds, least, "s", against))
                lines.append(Line("… most memory", most, room, "MB", against))
    print(table("A large file", lines))


if __name__ == "__main__":
    main()

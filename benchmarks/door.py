"""A scan: code → decision → draw → committed, beside the bare commit of the same rows.

The bare commit is what no program can go below: the same four statements with the same texts on the same engine with
the same settings, prepared, with nothing decided, through the driver alone. Scans and bare commits take turns.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

from benchmarks.figures import Line, quantile, table
from benchmarks.people import event_of
from checkin.changes import Entity
from checkin.desk import Desk
from checkin.desk.outcomes import Outcome
from checkin.door import State
from checkin.store import journal

SCANS = 1000


class Bare:
    """The same rows, written with nothing in between."""

    def __init__(self, path: Path) -> None:
        """Open a copy of the database as the store opens it."""
        self._connection = sqlcipher.connect(str(path), isolation_level=None)
        for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
            self._connection.execute(f"PRAGMA {pragma}")

    def write(self, outcome: Outcome) -> float:
        """Commit what a scan wrote, and say how long it took in milliseconds."""
        change = outcome.change
        if change is None:
            raise ValueError(outcome)
        row = journal.to_row(change, change.seq, change.at, change.station, "0" * 64)
        guest = next(edit for edit in change.edits if edit.entity is Entity.GUEST)
        seat = next(edit for edit in change.edits if edit.entity is Entity.SEAT)
        came = guest.after or {}
        started = time.perf_counter()
        run = self._connection.execute
        run("BEGIN IMMEDIATE")
        run(
            "UPDATE guest SET arrival = ?, arrived_at = ?, station = ? WHERE id = ? AND arrived_at IS NULL",
            (came["arrival"], came["arrived_at"], came["station"], guest.id),
        )
        run("UPDATE seat SET guest_id = ? WHERE id = ? AND guest_id IS NULL", (guest.id, seat.id))
        columns = ", ".join(row)
        run(f"INSERT INTO journal ({columns}) VALUES ({', '.join('?' * len(row))})", tuple(row.values()))  # noqa: S608
        run("UPDATE head SET seq = ?, hash = ?", (row["seq"], row["hash"]))
        run("COMMIT")
        return (time.perf_counter() - started) * 1000


def measure(guests: int) -> list[Line]:
    """Scan up to ``SCANS`` tickets of an event with so many guests."""
    with tempfile.TemporaryDirectory() as folder:
        ours, bare = Path(folder, "ours.db"), Path(folder, "bare.db")
        desk = Desk.open(str(ours), station="bench")
        event_of(desk, guests)
        desk.backup(bare)
        book = desk.use()
        other = Bare(bare)
        codes = [book.code_of(guest_id) for guest_id in sorted(book.guests)[:SCANS]]
        scans: list[float] = []
        commits: list[float] = []
        for code in codes:
            started = time.perf_counter()
            outcome = desk.scan(code)
            scans.append((time.perf_counter() - started) * 1000)
            if outcome.decision.state is not State.WELCOME:
                raise AssertionError(outcome.decision.state)
            commits.append(other.write(outcome))
        desk.close()
        shutil.rmtree(folder, ignore_errors=True)
    return [
        Line(f"{guests:,} guests, {label}", quantile(scans, share), quantile(commits, share), "ms", "bare commit")
        for label, share in (("p50", 0.5), ("p99", 0.99))
    ]


def main() -> None:
    """Print the table."""
    sizes = [int(size) for size in sys.argv[1:]] or [200, 10_000]
    print(table("Scan → decided → committed", [line for size in sizes for line in measure(size)]))


if __name__ == "__main__":
    main()

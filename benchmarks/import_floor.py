"""The least that could be done with a file of registrations, as a program that loads nothing else.

``python -m benchmarks.import_floor FILE DATABASE``: a bare reader (``csv``, or python-calamine for a workbook) gives
the rows, and bare SQL puts a guest and two tickets a row into the tables of an event that is there, with their indexes,
in one transaction. It understands nothing, checks nothing, and keeps no journal.
"""

from __future__ import annotations

import csv
import sqlite3
import sys


def rows_of(path: str) -> list[list[str]]:
    """The rows below the header, as the bare reader gives them."""
    if path.endswith(".csv"):
        with open(path, encoding="utf-8", newline="") as file:  # noqa: PTH123  pathlib would be more to load
            return list(csv.reader(file))[1:]
    import python_calamine  # noqa: PLC0415  only for a workbook, as the least would

    return python_calamine.CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()[1:]  # type: ignore[return-value]


def insert(rows: list[list[str]], database: str) -> None:
    """The rows into the tables."""
    connection = sqlite3.connect(database)
    connection.execute("PRAGMA foreign_keys=ON")
    connection.executemany(
        "INSERT INTO guest (id, event_id, key, source, row, name, given, family, email, company, sector, diet, product,"
        " phone, role, handle, offers, seeks, note, step_free, vip, named_here, standing, reason, blocked, answers,"
        " station, badge_print) VALUES (?, 1, ?, 'floor', ?, ?, ?, ?, ?, ?, ?, ?, ?, '', '', '', '', '', '', 0, 0, 0,"
        " 'coming', '', '', '', '', '')",
        (
            (at, f"code:{row[7]}", at, f"{row[2]} {row[3]}", row[2], row[3], row[4], row[9], row[10], row[11], row[6])
            for at, row in enumerate(rows, 1)
        ),
    )
    ticket = "INSERT INTO ticket (id, event_id, guest_id, code, ours, replaced) VALUES (?, 1, ?, ?, ?, 0)"
    theirs = ((at, at, f"{row[0]}{row[7]}001", 0) for at, row in enumerate(rows, 1))
    own = ((len(rows) + at, at, f"OURS{row[7]}", 1) for at, row in enumerate(rows, 1))
    connection.executemany(ticket, theirs)
    connection.executemany(ticket, own)
    connection.commit()
    connection.close()


if __name__ == "__main__":
    insert(rows_of(sys.argv[1]), sys.argv[2])

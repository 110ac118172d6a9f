"""Finding a person key by key, beside the SQL that check-in programs ask: ``UPPER(name) LIKE '%QUERY%'`` and four more.

Both search the same people in turns, as a person types the first surname letter by letter. The SQL is shaped like
pretix's offline search and finds no name with a lower-case accent; the table says how many Garcías each found.
"""

from __future__ import annotations

import sys
import time
from random import Random

from sqlcipher3 import dbapi2 as sqlcipher

from benchmarks.figures import Line, quantile, table
from benchmarks.people import COMPANIES, names
from checkin.search import Entry, Index

PEOPLE = 200
SHOWN = 20


class Likes:
    """The peer: five LIKEs on a table in memory."""

    def __init__(self, entries: list[Entry]) -> None:
        """Fill the table."""
        self._connection = sqlcipher.connect(":memory:")
        self._connection.execute("CREATE TABLE person (id INTEGER PRIMARY KEY, name, email, company, handle, code)")
        rows = [(one.id, one.name, one.email, one.company, one.handle, f"TCK{one.id}") for one in entries]
        self._connection.executemany("INSERT INTO person VALUES (?, ?, ?, ?, ?, ?)", rows)

    def find(self, query: str) -> list[int]:
        """The first ids."""
        fields = ("name", "email", "company", "handle", "code")
        where = " OR ".join(f"UPPER({field}) LIKE ?" for field in fields)
        like = f"%{query.upper()}%"
        rows = self._connection.execute(f"SELECT id FROM person WHERE {where} LIMIT {SHOWN}", [like] * 5)  # noqa: S608
        return [row[0] for row in rows]


def people(count: int) -> list[Entry]:
    """So many entries."""
    luck = Random(count)
    return [
        Entry(
            id=at,
            name=f"{given} {family}",
            company=luck.choice(COMPANIES),
            handle=f"@p{at}",
            email=f"p{at}@example.org",
        )
        for at, (given, family) in enumerate(names(count), 1)
    ]


def measure(count: int) -> list[Line]:
    """Type surnames of people drawn from so many."""
    entries = people(count)
    ours, likes = Index(entries), Likes(entries)
    luck = Random(7)
    mine: list[float] = []
    theirs: list[float] = []
    for entry in luck.sample(entries, PEOPLE):
        word = entry.name.split()[-3].casefold()
        for end in range(1, len(word) + 1):
            started = time.perf_counter()
            ours.find(word[:end], SHOWN)
            mine.append((time.perf_counter() - started) * 1000)
            started = time.perf_counter()
            likes.find(word[:end])
            theirs.append((time.perf_counter() - started) * 1000)
    there = sum("García" in entry.name for entry in entries)
    found = len(ours.find("garcia", count)), len(likes.find("garcía"))
    print(f"{count:,} people, {there:,} Garcías: “garcia” finds {found[0]:,} here, “garcía” by LIKE {found[1]:,}\n")
    return [
        Line(
            f"a key typed at {count:,} guests, {label}",
            quantile(mine, share),
            quantile(theirs, share),
            "ms",
            "SQL LIKE",
        )
        for label, share in (("p50", 0.5), ("p99", 0.99))
    ]


def main() -> None:
    """Print the table."""
    sizes = [int(size) for size in sys.argv[1:]] or [10_000, 50_000]
    print(table("Search", [line for size in sizes for line in measure(size)]))


if __name__ == "__main__":
    main()

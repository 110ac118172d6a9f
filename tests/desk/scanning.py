"""A station in a process of its own, for tests of many doors and of sudden ends.

Scans what it is given and prints, once the answer is on disk, one line a scan: line of the list, state, guest, table.
"""

from __future__ import annotations

import sys

from tests.evenings import code, desk_at


def main(address: str, station: str, numbers: list[int]) -> None:
    """Scan the tickets of these lines of the list."""
    desk = desk_at(address, station, seed=len(station))
    desk.use()
    print("ready", flush=True)  # noqa: T201 - the parent listens
    sys.stdin.readline()
    for number in numbers:
        outcome = desk.scan(code(number))
        said = (number, str(outcome.decision.state), outcome.decision.guest_id, outcome.table)
        print(*said, flush=True)  # noqa: T201 - the parent listens
    desk.close()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], [int(number) for number in sys.argv[3].split(",")])

"""How often each guest sits at each table when the draw runs with many seeds: is luck even?

``python -m benchmarks.fairness INSTANCE.json --seeds N --first-seed F [--mode pure|open-up]`` prints
``{"counts": [[times guest g sat at table t]]}``; guests arrive in the order of the instance every time, since an order
that changes hides a biased engine. Without an instance, a table: the most unlikely guest of two rooms, beside the same
figure for a shuffled list of seats.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random

from benchmarks.figures import Line, table
from benchmarks.instances import Instance, WrongInstance, evening, load

Counts = list[list[int]]


def counted(instance: Instance, seeds: int, first: int, *, open_up: bool) -> Counts:
    """Run so many evenings from a first seed on."""
    counts = [[0] * len(instance.tables) for _ in range(instance.guests)]
    rules = instance.rules(open_up=open_up)
    for seed in range(first, first + seeds):
        for drawn in evening(instance, rules, seed):
            counts[drawn.guest][drawn.table] += 1
    return counts


def shuffled(instance: Instance, seeds: int, first: int) -> Counts:
    """The peer: all seats shuffled, each guest takes the next."""
    counts = [[0] * len(instance.tables) for _ in range(instance.guests)]
    for seed in range(first, first + seeds):
        seats = [one for one, size in enumerate(instance.tables) for _ in range(size)]
        Random(seed).shuffle(seats)
        for guest, one in zip(instance.order, seats, strict=False):
            counts[guest][one] += 1
    return counts


def worst(instance: Instance, counts: Counts) -> float:
    """The smallest p-value of any guest's tables against their share of the seats, times the number of guests."""
    seats = sum(instance.tables)
    smallest = min(_p(row, [sum(row) * size / seats for size in instance.tables]) for row in counts if sum(row))
    return min(1.0, smallest * sum(1 for row in counts if sum(row)))


def _p(observed: Sequence[float], expected: Sequence[float]) -> float:
    """Upper tail of the chi-square distribution, by the Wilson-Hilferty approximation."""
    degrees = len(observed) - 1
    statistic = sum((seen - due) ** 2 / due for seen, due in zip(observed, expected, strict=True))
    spread = 2 / (9 * degrees)
    return math.erfc(((statistic / degrees) ** (1 / 3) - (1 - spread)) / math.sqrt(2 * spread)) / 2


def measure(seeds: int = 1000) -> list[Line]:
    """Two rooms with a fixed order of arrival."""
    rooms = {"12 tables of 8": (8,) * 12, "10 tables of 8 and 5 of 4": (8,) * 10 + (4,) * 5}
    lines = []
    for name, tables in rooms.items():
        instance = Instance(tables, sum(tables), 1)
        ours: Callable[[Instance, int, int], Counts] = lambda one, n, first: counted(one, n, first, open_up=False)  # noqa: E731
        figures = [worst(instance, run(instance, seeds, 1_000_000)) for run in (ours, shuffled)]
        lines.append(
            Line(
                f"{name}: least likely guest, p × guests",
                figures[0],
                figures[1],
                "",
                "seats shuffled",
                more_is_better=True,
            )
        )
    return lines


def main() -> int:
    """Print the counts of an instance, or the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("instance", nargs="?", type=Path)
    parser.add_argument("--seeds", type=int, default=1000)
    parser.add_argument("--first-seed", type=int, default=1_000_000)
    parser.add_argument("--mode", choices=("pure", "open-up"), default="pure")
    asked = parser.parse_args(sys.argv[1:] if __name__ == "__main__" else [])
    if asked.instance is None:
        print(table(f"Fairness: {asked.seeds:,} evenings, everybody in the same order", measure(asked.seeds)))
        return 0
    try:
        instance = load(asked.instance)
    except WrongInstance as wrong:
        print(wrong, file=sys.stderr)
        return 2
    counts = counted(instance, asked.seeds, asked.first_seed, open_up=asked.mode == "open-up")
    print(json.dumps({"counts": counts}))
    return 0


if __name__ == "__main__":
    sys.exit(main())

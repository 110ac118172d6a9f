"""Rounds beside luck, beside a careful greedy host, and beside what is possible at all.

``python -m benchmarks.rounds INSTANCE.json --seconds S --seed N`` plans the rounds of a room in S seconds of one
processor and prints them as JSON. Without an instance, a table of the rooms in ``benchmarks/rooms``.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path
from random import Random

import numpy as np

from benchmarks.instances import ROOMS, WrongInstance, load
from checkin import reasons
from checkin.meal import NOBODY, Meal
from checkin.rounds import Plan, plan
from checkin.score import Rounds, Score, score
from checkin.words import Words


def planned(meal: Meal, seconds: float, seed: int) -> tuple[Plan, float]:
    """This program's rounds, and the seconds of the processor they took."""
    started = time.process_time()
    made = plan(meal, random=np.random.default_rng(seed), clock=time.process_time, seconds=seconds)
    return made, time.process_time() - started


def by_luck(meal: Meal, seed: int) -> Rounds:
    """Everybody anywhere, each round anew."""
    luck = Random(seed)
    rounds = list(meal.given)
    for round_ in range(meal.first_open, meal.rounds):
        chairs = [table for table, size in enumerate(meal.capacities[round_]) for _ in range(size)]
        luck.shuffle(chairs)
        tables = [NOBODY] * meal.guests
        for guest, table in zip(meal.present(round_), chairs, strict=False):
            tables[guest] = table
        rounds.append(tuple(tables))
    return tuple(rounds)


def greedy(meal: Meal, seed: int) -> Rounds:
    """A careful host: one guest after the other, where they know fewest, then where most wishes are, then emptiest."""
    luck = Random(seed)
    wished = set(meal.wishes) | {(other, one) for one, other in meal.wishes}
    met: list[set[int]] = [set() for _ in range(meal.guests)]
    rounds: list[tuple[int, ...]] = []
    for round_ in range(meal.rounds):
        people: list[list[int]] = [[] for _ in range(meal.tables)]
        if round_ < meal.first_open:
            for guest, table in enumerate(meal.given[round_]):
                if table != NOBODY:
                    people[table].append(guest)
        else:
            _host(meal, round_, luck, people, met, wished)
        tables = [NOBODY] * meal.guests
        for table, here in enumerate(people):
            for guest in here:
                tables[guest] = table
                met[guest].update(other for other in here if other != guest)
        rounds.append(tuple(tables))
    return tuple(rounds)


def _host(
    meal: Meal,
    round_: int,
    luck: Random,
    people: list[list[int]],
    met: list[set[int]],
    wished: set[tuple[int, int]],
) -> None:
    guests = meal.present(round_)
    luck.shuffle(guests)
    for guest in guests:
        free = [table for table, size in enumerate(meal.capacities[round_]) if len(people[table]) < size]

        def worth(table: int, guest: int = guest) -> tuple[float, ...]:
            again = sum(other in met[guest] for other in people[table])
            wishes = sum((guest, other) in wished and other not in met[guest] for other in people[table])
            return again, -wishes, len(people[table]) / meal.capacities[round_][table], luck.random()

        people[min(free, key=worth)].append(guest)


def told(made: Plan, seconds: float) -> dict[str, object]:
    """A plan as JSON."""
    t, figures = Words("en"), made.score
    return {
        "rounds": [list(tables) for tables in made.rounds],
        "repeats": figures.repeats,
        "repeats_bound": figures.repeats_bound,
        "repeats_by_rule": figures.by_rule,
        "wishes_met": figures.wishes_met,
        "wishes": figures.wishes,
        "wishes_bound": figures.wishes_bound,
        "spread": figures.most_repeats,
        "smallest_table": list(figures.smallest),
        "smallest_table_bound": list(figures.smallest_bound),
        "same": {name: {"pairs": count, "bound": bound} for name, count, bound in figures.same},
        "acquaintances": round(figures.acquaintances, 2),
        "said": [reasons.plan_remark(remark, str, t) for remark in made.remarks],
        "cpu_seconds": round(seconds, 3),
    }


def rows(seconds: float, seed: int) -> list[str]:
    """A line for each room."""
    lines = ["| room | luck | greedy | here, 1 s | bound |", "| --- | --- | --- | --- | --- |"]
    for path in sorted(ROOMS.glob("*.json")):
        meal = load(path).meal(seed)
        made, took = planned(meal, seconds, seed)
        others = [score(meal, by_luck(meal, seed)), score(meal, greedy(meal, seed))]
        cells = [_cell(figures) for figures in (*others, made.score)]
        bound = f"{made.score.repeats_bound} repeats"
        if made.score.wishes:
            bound += f", {100 * made.score.wishes_bound / made.score.wishes:.1f} % of wishes"
        lines.append(f"| {path.stem} | {' | '.join(cells)} ({took:.2f} s) | {bound} |")
    return lines


def churn(rounds: int, seed: int) -> list[str]:
    """R200 with one in twenty leaving and one in twenty coming between rounds; each next round planned at once."""
    luck, rows = (
        Random(seed),
        ["| next round | people | seconds | repeats so far | smallest table |", "| --- | --- | --- | --- | --- |"],
    )
    first = load(ROOMS / "r200.json").meal(seed)
    here = set(range(160))
    given: list[tuple[int, ...]] = [first.given[0] + (NOBODY,) * 60]
    for round_ in range(1, rounds):
        gone = set(luck.sample(sorted(here), 8))
        here = here - gone | set(range(160 + 8 * (round_ - 1), 160 + 8 * round_))
        absent = frozenset(range(220)) - here
        meal = Meal(
            first.capacities[:round_] + first.capacities[:1], 220, tuple(given), (frozenset(),) * round_ + (absent,)
        )
        made, took = planned(meal, 0.2, seed)
        given.append(made.rounds[round_])
        figures = made.score
        rows.append(f"| {round_ + 1} | {len(here)} | {took:.3f} | {figures.repeats} | {figures.smallest[-1]} |")
    return rows


def _cell(figures: Score) -> str:
    said = f"{figures.repeats} repeats"
    if figures.wishes:
        said += f", {100 * figures.wishes_met / figures.wishes:.1f} % of wishes"
    return f"{said}, smallest table {min(figures.smallest)}"


def main() -> int:
    """Print the plan of an instance, or the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("instance", nargs="?", type=Path)
    parser.add_argument("--seconds", type=float, default=1.0, help="of one processor")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args(sys.argv[1:] if __name__ == "__main__" else [])
    if asked.instance is None:
        print(f"### Rounds: {asked.seconds:g} s of one processor", "", *rows(asked.seconds, asked.seed), sep="\n")
        print("", "### One in twenty leaves, one in twenty comes", "", *churn(4, asked.seed), sep="\n")
        return 0
    try:
        meal = load(asked.instance).meal(asked.seed)
    except WrongInstance as wrong:
        print(wrong, file=sys.stderr)
        return 2
    print(json.dumps(told(*planned(meal, asked.seconds, asked.seed))))
    return 0


if __name__ == "__main__":
    sys.exit(main())

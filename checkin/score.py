"""The score of a meal: how good the rounds are, each figure beside what was possible.

The same figures for the window, the command line and the benchmarks. A repeat is a meeting of two people who have met,
tonight or at an earlier event; a pair that a rule keeps together is not counted.

>>> meal = Meal(capacities=((2, 2), (2, 2)), guests=4, wishes=((0, 2), (1, 0)))
>>> told = score(meal, ((0, 0, 1, 1), (0, 1, 0, 1)))
>>> told.repeats, told.wishes_met, told.smallest, told.most_repeats
(0, 2, (2, 2), 0)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from checkin import bounds
from checkin.meal import NOBODY, Meal, Pair

Rounds = tuple[tuple[int, ...], ...]
"""For each round the table of each guest."""


@dataclass(frozen=True, slots=True)
class Score:
    """Figures and bounds.

    Attributes:
        repeats: Meetings of two who had met before, over all rounds.
        by_rule: Meetings after the first of pairs that a rule keeps together; not in ``repeats``.
        most_repeats: The most that one guest has: how evenly they are spread.
        wishes: How many there are.
        wishes_met: How many of them shared a table in some round.
        same: For each attribute, pairs of one class at one table, over all rounds.
        smallest: The people at the smallest table in use, round by round.
        acquaintances: New people whom a guest sat with, on average.
    """

    repeats: int
    repeats_bound: int
    by_rule: int
    most_repeats: int
    wishes: int
    wishes_met: int
    wishes_bound: int
    same: tuple[tuple[str, int, int], ...]
    smallest: tuple[int, ...]
    smallest_bound: tuple[int, ...]
    acquaintances: float
    acquaintances_bound: float


def score(meal: Meal, rounds: Rounds) -> Score:
    """Count what a plan comes to.

    Args:
        meal: What it was made for; its settled rounds are taken as they are in ``rounds``.
        rounds: As many as are to be counted, from the first.
    """
    again, by_rule, tonight = _meetings(meal, rounds)
    part = replace(
        meal,
        capacities=meal.capacities[: len(rounds)],
        given=meal.given[: len(rounds)],
        apart=tuple(pair for pair in meal.apart if (min(pair), max(pair)) not in tonight),  # as far as it was kept
    )
    per_guest = Counter(guest for pair in again.elements() for guest in pair)
    met = sum((min(pair), max(pair)) in tonight for pair in part.wishes)
    new = sum(1 for pair in tonight if pair not in part.known)
    return Score(
        repeats=again.total(),
        repeats_bound=bounds.repeats(part),
        by_rule=by_rule,
        most_repeats=max(per_guest.values(), default=0),
        wishes=len(part.wishes),
        wishes_met=met,
        wishes_bound=bounds.wishes(part),
        same=tuple(_same(part, rounds, name) for name in part.attributes),
        smallest=tuple(_smallest(tables) for tables in rounds),
        smallest_bound=tuple(bounds.smallest(part, round_) for round_ in range(len(rounds))),
        acquaintances=2 * new / max(1, part.guests),
        acquaintances_bound=_most_new(part, rounds),
    )


def _meetings(meal: Meal, rounds: Rounds) -> tuple[Counter[Pair], int, set[Pair]]:
    """Repeats by pair, meetings again by rule, and everybody who shared a table tonight."""
    again: Counter[Pair] = Counter()
    by_rule = 0
    tonight: set[Pair] = set()
    for tables in rounds:
        pairs = bounds.pairs_of(tables)
        again.update((pairs & (tonight | meal.known)) - meal.kept_together)
        by_rule += len(pairs & tonight & meal.kept_together)
        tonight |= pairs
    return again, by_rule, tonight


def _same(meal: Meal, rounds: Rounds, name: str) -> tuple[str, int, int]:
    classes = meal.attributes[name]
    count, bound = 0, 0
    for round_, tables in enumerate(rounds):
        people = [guest for guest, table in enumerate(tables) if table != NOBODY]
        at = Counter((tables[guest], classes[guest]) for guest in people if classes[guest])
        count += sum(size * (size - 1) // 2 for size in at.values())
        bound += bounds.same(classes, people, sum(1 for seats in meal.capacities[round_] if seats))
    return name, count, bound


def _smallest(tables: Sequence[int]) -> int:
    return min(Counter(table for table in tables if table != NOBODY).values(), default=0)


def _most_new(meal: Meal, rounds: Rounds) -> float:
    """The new people whom a guest could sit with, on average, at tables as full as they were."""
    met = Counter(guest for pair in meal.known for guest in pair)
    beside: Counter[int] = Counter()
    for tables in rounds:
        sizes = Counter(table for table in tables if table != NOBODY)
        for guest, table in enumerate(tables):
            if table != NOBODY:
                beside[guest] += sizes[table] - 1
    most = (min(beside[guest], meal.guests - 1 - met[guest]) for guest in range(meal.guests))
    return sum(most) / max(1, meal.guests)

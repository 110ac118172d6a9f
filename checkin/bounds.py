"""What no plan of rounds can beat, so that a figure is never shown without what was possible.

Each bound is a proof, not an estimate; where it is not reached, that may be the plan or the bound. Sources: counting
and pigeonhole arguments; for wishes a weak duality of b-matching.

>>> fewest_pairs(10, [4, 4, 4])
12
"""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Iterable, Sequence

from checkin.meal import NOBODY, Meal, Pair


def even_sizes(people: int, capacities: Sequence[int]) -> list[int]:
    """How many people each table has when they are spread so that the fullest has as few as possible.

    >>> even_sizes(10, [8, 2, 4])
    [4, 2, 4]
    """
    sizes = [0] * len(capacities)
    waiting = [(0, table) for table, seats in enumerate(capacities) if seats]
    heapq.heapify(waiting)
    for _ in range(min(people, sum(capacities))):
        size, table = heapq.heappop(waiting)
        sizes[table] = size + 1
        if size + 1 < capacities[table]:
            heapq.heappush(waiting, (size + 1, table))
    return sizes


def fewest_pairs(people: int, capacities: Sequence[int]) -> int:
    """The fewest pairs at one table when so many people are seated: evenly spread."""
    return sum(size * (size - 1) // 2 for size in even_sizes(people, capacities))


def repeats(meal: Meal) -> int:
    """The fewest repeated meetings that any plan has.

    What is settled cannot be mended. For the rest the larger of two proofs: there are only so many pairs who have not
    met (counted for all, and guest by guest), and the people of a table that is larger than the number of tables
    cannot all part.
    """
    settled, seen = _settled(meal)
    return settled + max(_by_pairs(meal, seen), _by_guests(meal, seen), _by_pigeons(meal))


def _settled(meal: Meal) -> tuple[int, set[Pair]]:
    """The repeats within the rounds that are settled, and all pairs who have met by their end."""
    seen = set(meal.known)
    again = 0
    for tables in meal.given:
        pairs = pairs_of(tables) - meal.kept_together
        again += len(pairs & seen)
        seen |= pairs
    return again, seen


def pairs_of(tables: Sequence[int]) -> set[Pair]:
    """The pairs, smaller number first, who share a table in a round."""
    people: dict[int, list[int]] = {}
    for guest, table in enumerate(tables):
        if table != NOBODY:
            people.setdefault(table, []).append(guest)
    return {(one, other) for group in people.values() for at, one in enumerate(group) for other in group[at + 1 :]}


def _open_rounds(meal: Meal) -> range:
    return range(meal.first_open, meal.rounds)


def _by_pairs(meal: Meal, seen: set[Pair]) -> int:
    people = sorted({guest for round_ in _open_rounds(meal) for guest in meal.present(round_)})
    away = set(range(meal.guests)) - set(people)
    never = meal.kept_together | {(min(pair), max(pair)) for pair in meal.apart}
    taken = sum(1 for one, other in seen | never if one not in away and other not in away)
    fresh = len(people) * (len(people) - 1) // 2 - taken
    slots = sum(
        fewest_pairs(len(meal.present(round_)), meal.capacities[round_]) - len(meal.kept_together)
        for round_ in _open_rounds(meal)
    )
    return max(0, slots - max(0, fresh))


def _by_guests(meal: Meal, seen: set[Pair]) -> int:
    """Half of what each guest meets beyond those they have not met; a table never has fewer than it must."""
    met: Counter[int] = Counter()
    for one, other in seen | meal.kept_together | {(min(pair), max(pair)) for pair in meal.apart}:
        met[one] += 1
        met[other] += 1
    beside: Counter[int] = Counter()
    for round_ in _open_rounds(meal):
        people = meal.present(round_)
        if len(people) > sum(meal.capacities[round_]):
            continue  # somebody stands, and nobody knows who
        seats = sorted(meal.capacities[round_], reverse=True)
        elsewhere = sum(seats[:-1]) if seats else 0
        for guest in people:
            beside[guest] += max(0, len(people) - elsewhere - 1)
    partners = Counter(guest for pair in meal.kept_together for guest in pair)
    rounds = len(_open_rounds(meal))
    fresh = {guest: meal.guests - 1 - met[guest] for guest in beside}
    over = sum(max(0, beside[guest] - partners[guest] * rounds - fresh[guest]) for guest in beside)
    return -(-over // 2)


def _by_pigeons(meal: Meal) -> int:
    """The people of one settled table who must meet again, for want of tables; the table that forces most counts."""
    if not meal.given:
        return _by_pigeons_unsettled(meal)
    last = meal.given[-1]
    total = 0
    for round_ in _open_rounds(meal):
        there = set(meal.present(round_))
        if len(there) > sum(meal.capacities[round_]):
            continue
        count = sum(1 for seats in meal.capacities[round_] if seats)
        groups: dict[int, list[int]] = {}
        for guest, table in enumerate(last):
            if table != NOBODY and guest in there:
                groups.setdefault(table, []).append(guest)
        for group in groups.values():
            must = _spread(len(group), count)
            total += max(0, must - sum(1 for pair in meal.kept_together if set(pair) <= set(group)))
    return total


def _by_pigeons_unsettled(meal: Meal) -> int:
    rounds = len(_open_rounds(meal))
    if rounds < 2:
        return 0
    same = [set(meal.present(round_)) for round_ in range(rounds)]
    if len(set(meal.capacities)) > 1 or any(there != same[0] for there in same):
        return 0
    if len(same[0]) > sum(meal.capacities[0]):
        return 0
    count = sum(1 for seats in meal.capacities[0] if seats)
    forced = sum(_spread(size, count) for size in even_sizes(len(same[0]), meal.capacities[0]))
    return max(0, (rounds - 1) * (forced - len(meal.kept_together)))


def _spread(items: int, places: int) -> int:
    """The fewest equal pairs when ``items`` are spread over ``places``."""
    if not places:
        return 0
    each, over = divmod(items, places)
    return places * (each * (each - 1) // 2) + over * each


def same(classes: Iterable[str | None], people: Sequence[int], tables: int) -> int:
    """The fewest pairs of one class at one table in a round."""
    known = list(classes)
    counts = Counter(known[guest] for guest in people if known[guest])
    return sum(_spread(count, tables) for count in counts.values())


def smallest(meal: Meal, round_: int) -> int:
    """The most that the smallest table of a round can have."""
    capacities = [seats for seats in meal.capacities[round_] if seats]
    if not capacities:
        return 0
    return min(even_sizes(len(meal.present(round_)), capacities))


def wishes(meal: Meal) -> int:
    """The most wishes that any plan can fulfil.

    A guest shares tables with at most so many people over the open rounds. Whoever is wished for more often than that
    is a bottleneck: at most that many of the wishes at such guests come true, and at best all the others. Which guests
    count as bottlenecks is free to choose, so any choice is a proof; here they are taken greedily.
    """
    weight = Counter((min(pair), max(pair)) for pair in meal.wishes if pair[0] != pair[1])
    done = {pair for tables in meal.given for pair in pairs_of(tables)}
    fulfilled = sum(count for pair, count in weight.items() if pair in done)
    never = {(min(pair), max(pair)) for pair in meal.apart}
    left = {pair: count for pair, count in weight.items() if pair not in done and pair not in never}
    return fulfilled + _most_meetings(left, _places(meal))


def _places(meal: Meal) -> list[int]:
    """How many people each guest can sit with in the open rounds."""
    places = [0] * meal.guests
    for round_ in _open_rounds(meal):
        people = meal.present(round_)
        beside = max(0, min(len(people), max(meal.capacities[round_], default=0)) - 1)
        for guest in people:
            places[guest] += beside
    return places


def _most_meetings(weight: dict[Pair, int], places: Sequence[int]) -> int:
    wished: dict[int, dict[Pair, int]] = {}
    for pair, count in weight.items():
        for guest in pair:
            wished.setdefault(guest, {})[pair] = count
    total = 0
    while wished:
        gains = {guest: sum(pairs.values()) - _worth(pairs, places[guest]) for guest, pairs in wished.items()}
        guest = max(gains, key=lambda one: (gains[one], -one))
        if gains[guest] <= 0:
            break
        total += _worth(wished[guest], places[guest])
        for pair in list(wished[guest]):
            for end in pair:
                del wished[end][pair]
    return total + sum(count for pairs in wished.values() for count in pairs.values()) // 2


def _worth(pairs: dict[Pair, int], places: int) -> int:
    """The most wishes that so many of the pairs hold: mutual ones first."""
    return sum(sorted(pairs.values(), reverse=True)[:places])

"""The draw at the door beside a draw from all free seats and a seat at the emptiest table, and the time it takes.

Rooms and people as in the usual experiment: sectors of very different size, two in five guests in companies, six
earlier events, one in five who does not come; everybody in random order. A line for each way: pairs of one sector
beside the fewest possible, pairs of one company, pairs who had met, the smallest table, and how much luck is left, in
bits (the entropy of the next table, given all that can be seen).
"""

from __future__ import annotations

import math
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from random import Random

from benchmarks.figures import quantile
from checkin import bounds
from checkin.claims import TableState
from checkin.deck import Dealer
from checkin.luck import Luck
from checkin.rules import USUAL_COSTS, OpenUp, Present, Rules
from checkin.seating import Draw, draw

SECTORS = (0.28, 0.16, 0.12, 0.10, 0.08, 0.07, 0.05, 0.04, 0.04, 0.03, 0.02, 0.01)


@dataclass(frozen=True)
class People:
    """Who is registered, and who comes, in which order."""

    classes: Mapping[str, Mapping[int, str]]
    met: Mapping[int, frozenset[int]]
    order: tuple[int, ...]


def people(count: int, tables: Sequence[int], seed: int) -> People:
    """So many registered guests."""
    luck = Random(seed)
    sectors = {guest: str(luck.choices(range(len(SECTORS)), SECTORS)[0]) for guest in range(count)}
    companies: dict[int, str] = {}
    loose = list(range(count))
    luck.shuffle(loose)
    while len(companies) < 0.4 * count:
        members = [loose.pop() for _ in range(min(luck.randint(2, 6), len(loose)))]
        companies.update(dict.fromkeys(members, f"company {len(companies)}"))
        sectors.update(dict.fromkeys(members, sectors[members[0]]))
    met: dict[int, set[int]] = {guest: set() for guest in range(count)}
    for _ in range(6):
        there = [guest for guest in range(count) if luck.random() < 0.5]
        luck.shuffle(there)
        for table in range(len(tables)):
            for one, other in combinations(there[table :: len(tables)], 2):
                met[one].add(other)
                met[other].add(one)
    order = [guest for guest in range(count) if luck.random() >= 0.2]
    luck.shuffle(order)
    known = {guest: frozenset(others) for guest, others in met.items()}
    return People({"sector": sectors, "company": companies}, known, tuple(order))


Way = Callable[[list[TableState], int, int, Mapping[int, int]], tuple[int, float]]
"""Tables, guest, arrivals so far, who sits where -> the table, and the entropy of the choice in bits."""


def ours(rules: Rules, seed: int, times: list[float]) -> Way:
    """This program's draw."""
    luck = Luck(seed.to_bytes(32, "big"), "bench")
    dealer = Dealer(luck)

    def way(tables: list[TableState], guest: int, counter: int, seats: Mapping[int, int]) -> tuple[int, float]:
        started = time.perf_counter()
        drawn = draw(
            tables, guest=guest, counter=counter, luck=luck, dealer=dealer, rules=rules, present=Present(seats)
        )
        times.append((time.perf_counter() - started) * 1e6)
        assert drawn is not None  # noqa: S101 - the room has a seat for everybody
        return drawn.table, _bits(drawn)

    return way


def _bits(drawn: Draw) -> float:
    shares = [card.weight / drawn.total for card in drawn.candidates]
    return -sum(share * math.log2(share) for share in shares if share)


def free_seats(seed: int) -> Way:
    """Any free seat."""
    luck = Random(seed)

    def way(tables: list[TableState], _guest: int, _counter: int, _seats: Mapping[int, int]) -> tuple[int, float]:
        free = [state.capacity - state.taken for state in tables]
        bits = -sum(seats / sum(free) * math.log2(seats / sum(free)) for seats in free if seats)
        return luck.choices(range(len(tables)), free)[0], bits

    return way


def emptiest(seed: int) -> Way:
    """Any of the tables that have fewest people."""
    luck = Random(seed)

    def way(tables: list[TableState], _guest: int, _counter: int, _seats: Mapping[int, int]) -> tuple[int, float]:
        open_ = [state for state in tables if state.taken < state.capacity]
        least = min(state.taken for state in open_)
        left = [state.table for state in open_ if state.taken == least]
        return luck.choice(left), math.log2(len(left))

    return way


def evening(sizes: Sequence[int], who: People, way: Way) -> tuple[list[float], dict[int, int]]:
    """Everybody arrives; what it comes to."""
    tables = [TableState(at, at + 1, size, 0) for at, size in enumerate(sizes)]
    seats: dict[int, int] = {}
    bits = []
    for counter, guest in enumerate(who.order):
        table, luck = way(tables, guest, counter, seats)
        bits.append(luck)
        seats[guest] = table
        tables[table] = replace(tables[table], taken=tables[table].taken + 1)
    return bits, seats


def figures(sizes: Sequence[int], who: People, bits: Sequence[float], seats: Mapping[int, int]) -> list[float]:
    """Sector pairs beside the bound, company pairs, pairs who had met, smallest table beside the bound, bits."""
    at: dict[int, list[int]] = {}
    for guest, table in seats.items():
        at.setdefault(table, []).append(guest)
    pairs = [pair for here in at.values() for pair in combinations(here, 2)]
    sector, company = who.classes["sector"], who.classes["company"]
    labels = [sector.get(guest) for guest in range(max(sector) + 1)]
    bound = bounds.same(labels, list(seats), len(sizes))
    smallest = min(len(at.get(table, ())) for table in range(len(sizes)))
    return [
        sum(sector[one] == sector[other] for one, other in pairs) / bound,
        float(sum(company.get(one, one) == company.get(other, -1) for one, other in pairs)),
        float(sum(other in who.met[one] for one, other in pairs)),
        float(smallest - len(seats) // len(sizes)),
        sum(bits) / len(bits),
    ]


def measure(sizes: Sequence[int], evenings: int, name: str) -> list[str]:
    """The table of one room."""
    rows = [
        f"### {name}, {evenings} evenings",
        "",
        "| way | sector ÷ bound | company | met before | smallest − ⌊mean⌋, worst | bits | µs p50 / p99 |",
        "| --- | --- | --- | --- | --- | --- | --- |",
    ]
    times: dict[str, list[float]] = {"pure": [], "open-up": []}
    found: dict[str, list[list[float]]] = {}
    for seed in range(evenings):
        who = people(sum(sizes), sizes, 1000 + seed)
        ways = OpenUp({**USUAL_COSTS, "sex": 0, "age_band": 0}, classes=who.classes, met=who.met)
        for label, way in (
            ("any free seat", free_seats(seed)),
            ("emptiest table", emptiest(seed)),
            ("pure", ours(Rules(), seed, times["pure"])),
            ("open-up", ours(Rules(open_up=ways), seed, times["open-up"])),
        ):
            bits, seats = evening(sizes, who, way)
            found.setdefault(label, []).append(figures(sizes, who, bits, seats))
    for label, told in found.items():
        mean = [sum(column) / len(told) for column in zip(*told, strict=True)]
        worst = min(one[3] for one in told)
        took = times.get(label)
        cost = "" if not took else f"{quantile(took, 0.5):.0f} / {quantile(took, 0.99):.0f}"
        rows.append(
            f"| {label} | {mean[0]:.2f} | {mean[1]:.1f} | {mean[2]:.1f} | {worst:+.0f} | {mean[4]:.2f} | {cost} |"
        )
    return rows


def main() -> int:
    """Print the tables."""
    for sizes, evenings, name in (
        ((8,) * 25, 20, "200 registered, 25 tables of 8"),
        ((10,) * 12 + (8,) * 10, 20, "200 registered, 12 tables of 10 and 10 of 8"),
        ((10,) * 60 + (8,) * 50, 4, "1,000 registered, 60 tables of 10 and 50 of 8"),
    ):
        print(*measure(sizes, evenings, name), "", sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

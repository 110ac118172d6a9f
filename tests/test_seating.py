"""The draw at the door: fair at every place in the queue, even, never overfull, and open to anybody's check.

The fairness battery runs the engine through many evenings with fixed seeds, always with the guests in the same order,
since shuffled arrivals hide a biased engine. The same battery must catch engines with a planted fault.
"""

from __future__ import annotations

import json
import math
import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.claims import TableState
from checkin.deck import Dealer, Deck, deal
from checkin.luck import Luck
from checkin.seating import Draw, draw, holds, odds, replay

EQUAL = [8] * 12
GOLDEN = [2, 1, 2, 0, 0, 1, 1, 3, 0, 3, 3, 2, 1, 1, 3, 0, 0, 0, 1, 3, 0, 3, 1, 0, 1, 2]
MIXED = [8] * 10 + [4] * 5
Evening = Callable[[int], Sequence[int]]
"""The seed's number to the table of the first, second, third ... arrival."""


def luck_of(number: int) -> Luck:
    return Luck(number.to_bytes(32, "big"), "demo")


def room(sizes: Sequence[int], taken: Sequence[int] = ()) -> list[TableState]:
    seated = taken or [0] * len(sizes)
    return [
        TableState(table, table + 1, size, here) for table, (size, here) in enumerate(zip(sizes, seated, strict=True))
    ]


def arrivals(sizes: Sequence[int], count: int, luck: Luck, deck: Deck | None = None) -> Iterator[Draw]:
    """Seat ``count`` guests one after the other in an empty room."""
    tables = room(sizes)
    dealer = Dealer(luck, deck)
    for counter in range(count):
        drawn = draw(tables, guest=1000 + counter, counter=counter, luck=luck, dealer=dealer)
        assert drawn is not None
        before = tables[drawn.table]
        tables[drawn.table] = replace(before, taken=before.taken + 1)
        yield drawn


def chi_square_p(observed: Sequence[float], expected: Sequence[float]) -> float:
    """Upper tail of the chi-square distribution, by the Wilson-Hilferty approximation."""
    degrees = len(observed) - 1
    statistic = sum((seen - due) ** 2 / due for seen, due in zip(observed, expected, strict=True))
    spread = 2 / (9 * degrees)
    return math.erfc(((statistic / degrees) ** (1 / 3) - (1 - spread)) / math.sqrt(2 * spread)) / 2


def fairness(evenings: Sequence[Sequence[int]], sizes: Sequence[int]) -> tuple[float, float]:
    """Two p-values of so many evenings, each the table of the first, second, third ... guest.

    The smallest chi-square p of any place in the queue, and of the first fifth together, times their number; and the
    Kolmogorov-Smirnov p of all of them: they should be spread evenly from 0 to 1.
    """
    seats = sum(sizes)
    counts = [[0] * len(sizes) for _ in range(seats)]
    for tables in evenings:
        for rank, table in enumerate(tables):
            counts[rank][table] += 1
    early = [sum(column) for column in zip(*counts[: seats // 5], strict=True)]
    due = [len(evenings) * size / seats for size in sizes]
    alone = [chi_square_p(row, due) for row in counts]
    together = chi_square_p(early, [one * (seats // 5) for one in due])
    return min(*alone, together) * (seats + 1), kolmogorov_smirnov_p(alone)


def kolmogorov_smirnov_p(values: Sequence[float]) -> float:
    """How likely values from 0 to 1 lie so unevenly by chance, by the asymptotic series."""
    ordered, count = sorted(values), len(values)
    gap = max(max((at + 1) / count - value, value - at / count) for at, value in enumerate(ordered))
    scaled = (math.sqrt(count) + 0.12 + 0.11 / math.sqrt(count)) * gap
    series = (math.exp(-2 * k * k * scaled * scaled) * (1 if k % 2 else -1) for k in range(1, 101))
    return min(1.0, max(0.0, 2 * sum(series)))


def queue(kind: str, guests: int) -> list[int]:
    """Guests in an order that an unfair engine would give itself away in."""
    by_company = sorted(range(guests), key=lambda guest: (guest % 7, guest))
    return {
        "by name": list(range(guests)),
        "by ticket, last first": list(range(guests))[::-1],
        "by company": by_company,
        "couples side by side": [guest for pair in range((guests + 1) // 2) for guest in (2 * pair, 2 * pair + 1)],
    }[kind][:guests]


def honest(sizes: Sequence[int], order: Sequence[int], count: int) -> list[list[int]]:
    """So many evenings of the engine itself, always with the same queue."""
    evenings = []
    for number in range(count):
        luck, tables, seated = luck_of(1_000_000 + number), room(sizes), []
        dealer = Dealer(luck)
        for counter, guest in enumerate(order):
            drawn = draw(tables, guest=guest, counter=counter, luck=luck, dealer=dealer)
            assert drawn is not None
            before = tables[drawn.table]
            tables[drawn.table] = replace(before, taken=before.taken + 1)
            seated.append(drawn.table)
        evenings.append(seated)
    return evenings


N, ALPHA = 5000, 1e-3
"""Evenings, and how unlikely luck may look before it is called unfair; the faults below are caught with fewer."""


@pytest.mark.parametrize(
    ("sizes", "order"),
    [(EQUAL, "by name"), (EQUAL, "couples side by side"), (MIXED, "by company"), (MIXED, "by ticket, last first")],
    ids=lambda value: value if isinstance(value, str) else "mixed tables" if 4 in value else "equal tables",
)
def test_every_guest_has_the_same_chance_at_every_seat_at_every_place_in_the_queue(
    sizes: list[int], order: str
) -> None:
    smallest, spread = fairness(honest(sizes, queue(order, sum(sizes)), N), sizes)
    assert smallest > ALPHA
    assert spread > ALPHA


def equal_layers(number: int) -> list[int]:
    """Fault: the same number of cards for tables of different size."""
    layers = tuple(tuple(min(card, size) for size in MIXED) for card in (3, 5, 6, 7, 8))
    deck = Deck(tuple(range(len(MIXED))), layers)
    return [drawn.table for drawn in arrivals(MIXED, sum(MIXED), luck_of(number), deck)]


def first_index_wins(number: int) -> list[int]:
    """Fault: the emptiest table, and of several the first."""
    seated = [0] * len(MIXED)
    tables = []
    for _ in range(sum(MIXED) - number % 2):
        table = min(range(len(MIXED)), key=lambda one: seated[one] / MIXED[one])
        seated[table] += 1
        tables.append(table)
    return tables


def naive_shuffle(number: int) -> list[int]:
    """Fault: swaps every card with any card instead of with one not yet dealt."""
    chance = random.Random(number)
    cards = [table for table, size in enumerate(MIXED) for _ in range(size)]
    for place in range(len(cards)):
        other = chance.randrange(len(cards))
        cards[place], cards[other] = cards[other], cards[place]
    return cards


@pytest.mark.parametrize(
    ("fault", "evenings"),
    [(equal_layers, 300), (first_index_wins, 300), (naive_shuffle, 3000)],
    ids=lambda value: getattr(value, "__name__", str(value)),
)
def test_the_battery_catches_a_planted_fault(fault: Evening, evenings: int) -> None:
    smallest, _ = fairness([fault(number) for number in range(evenings)], MIXED)
    assert smallest < ALPHA


@pytest.fixture(scope="module")
def mixed_evenings() -> list[list[int]]:
    return honest(MIXED, range(sum(MIXED)), 3000)


@pytest.mark.parametrize("one_in", [20, 10], ids=["in 5 % of the evenings", "in 10 % of the evenings"])
def test_the_battery_catches_a_friend_of_the_house_who_is_put_at_the_first_table(
    mixed_evenings: list[list[int]], one_in: int
) -> None:
    assert fairness(mixed_evenings, MIXED)[0] > ALPHA
    friendly = [
        [*tables[:39], 0, *tables[40:]] if number % one_in == 0 else tables
        for number, tables in enumerate(mixed_evenings)
    ]
    assert fairness(friendly, MIXED)[0] < ALPHA


def test_two_guests_meet_as_often_as_the_cards_say() -> None:
    evenings, tables = 800, len(EQUAL)
    pairs = random.Random(7).sample([(a, b) for a in range(96) for b in range(a)], 300)
    seen, due = Counter[bool](), {False: 0.0, True: 0.0}
    for number in range(evenings):
        drawn = list(arrivals(EQUAL, 96, luck_of(number)))
        for a, b in pairs:
            same_layer = drawn[a].layer == drawn[b].layer
            seen[same_layer] += drawn[a].table == drawn[b].table
            cards = (3, 2, 1, 1, 1)[drawn[a].layer]
            due[same_layer] += (cards - 1) / (tables * cards - 1) if same_layer else 1 / tables
    for same_layer in (False, True):
        assert abs(seen[same_layer] - due[same_layer]) < 4 * math.sqrt(due[same_layer])


def test_the_table_before_says_nothing_about_the_next_but_that_a_card_is_gone() -> None:
    steps = Counter[int]()
    for number in range(800):
        tables = [drawn.table for drawn in arrivals(EQUAL, 36, luck_of(number))]  # the first layer
        steps.update((later - earlier) % len(EQUAL) for earlier, later in pairwise(tables))
    total = steps.total()
    again = total * 2 / 35
    others = [(total - again) / 11] * 11
    assert chi_square_p([steps[step] for step in range(len(EQUAL))], [again, *others]) > 0.01


@dataclass(frozen=True)
class ByteLuck(Luck):
    """Fault: the remainder of one byte."""

    def below(self, bound: int, purpose: str, *, counter: int, guest: int) -> int:
        return super().below(256, purpose, counter=counter, guest=guest) % bound


def evenness(luck: Callable[[int], Luck]) -> float:
    """The p-value of the tenths of the chances that luck fell into, over 400 evenings."""
    seen, due = [0] * 10, [0.0] * 10
    for number in range(400):
        for drawn in arrivals([8] * 25, 30, luck(number)):
            seen[drawn.value * 10 // drawn.total] += 1
            for value in range(drawn.total):
                due[value * 10 // drawn.total] += 1 / drawn.total
    return chi_square_p(seen, due)


def test_luck_falls_on_every_chance_alike() -> None:
    assert evenness(luck_of) > 0.01


def test_the_battery_catches_luck_that_takes_the_remainder_of_a_byte() -> None:
    assert evenness(lambda number: ByteLuck(number.to_bytes(32, "big"), "demo")) < 1e-4


def test_stated_odds_come_true() -> None:
    seen, due, spread = Counter[int](), [0.0] * 8, [0.0] * 8
    for number in range(150):
        for drawn in arrivals(MIXED, 100, luck_of(number)):
            for candidate in drawn.candidates:
                chance = candidate.weight / drawn.total
                bucket = min(math.floor(-math.log2(chance)), 7)
                seen[bucket] += candidate.table == drawn.table
                due[bucket] += chance
                spread[bucket] += chance * (1 - chance)
    assert sum(expected > 100 for expected in due) >= 5
    for bucket in range(8):
        assert abs(seen[bucket] - due[bucket]) <= 4 * math.sqrt(spread[bucket])


def test_the_smallest_table_is_as_large_as_it_can_be_with_10_to_30_percent_no_shows() -> None:
    chance = random.Random(11)
    short = Counter[tuple[bool, int]]()
    for number in range(1500):
        absent = (0.1, 0.2, 0.3)[number % 3]
        count = sum(chance.random() >= absent for _ in range(25 * 8))
        seated = Counter(drawn.table for drawn in arrivals([8] * 25, count, luck_of(number)))
        many = count >= 25 * 5  # the layers of more than one card end at five of eight
        short[many, count // 25 - min(seated[table] for table in range(25))] += 1
    assert short[True, 0] == sum(times for (many, _), times in short.items() if many) > 1480
    assert set(short) <= {(True, 0), (False, 0), (False, 1)}


def test_of_two_sizes_no_table_falls_two_below_its_share_with_10_to_30_percent_no_shows() -> None:
    chance = random.Random(12)
    worst = 0
    for number in range(200):
        absent = (0.1, 0.2, 0.3)[number % 3]
        count = sum(chance.random() >= absent for _ in range(sum(MIXED)))
        seated = Counter(drawn.table for drawn in arrivals(MIXED, count, luck_of(number)))
        worst = max(worst, *(size * count // sum(MIXED) - seated[table] for table, size in enumerate(MIXED)))
    assert worst <= 1


TABLES = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 14)), max_size=12).map(
    lambda pairs: room([size for size, _ in pairs], [taken for _, taken in pairs])
)
LUCKS = st.builds(Luck, st.binary(min_size=32, max_size=32), st.text("áb|c", max_size=5))


@given(TABLES, LUCKS, st.integers(0, 500), st.integers(1, 10**6))
def test_somebody_is_seated_whenever_a_seat_is_free_and_never_beyond(
    tables: list[TableState], luck: Luck, counter: int, guest: int
) -> None:
    drawn = draw(tables, guest=guest, counter=counter, luck=luck)
    free = {state.table: state.capacity - state.taken for state in tables if state.taken < state.capacity}
    assert (drawn is None) == (not free)
    if drawn is not None:
        assert drawn.table in free
        assert all(0 < candidate.weight <= candidate.free == free[candidate.table] for candidate in drawn.candidates)
        assert sum(odds(drawn, state.table) for state in tables) == 1
        assert odds(drawn, drawn.table) > 0


@given(TABLES, LUCKS, st.integers(0, 500), st.integers(1, 10**6))
def test_a_draw_can_be_repeated_from_the_journal(
    tables: list[TableState], luck: Luck, counter: int, guest: int
) -> None:
    drawn = draw(tables, guest=guest, counter=counter, luck=luck)
    if drawn is not None:
        read = Draw.from_facts(json.loads(json.dumps(drawn.to_facts())))
        assert read == drawn
        assert replay(read, tables, luck)
        assert holds(read, luck)


@given(TABLES, LUCKS)
def test_neither_the_order_nor_the_numbers_of_the_tables_change_the_draw(tables: list[TableState], luck: Luck) -> None:
    renumbered = [replace(state, number=99 - state.number) for state in reversed(tables)]
    one = draw(tables, guest=1, counter=0, luck=luck)
    two = draw(renumbered, guest=1, counter=0, luck=luck)
    assert (one and one.table) == (two and two.table)


@given(TABLES, LUCKS)
def test_a_kept_deck_changes_nothing_even_when_it_no_longer_fits(tables: list[TableState], luck: Luck) -> None:
    fresh = draw(tables, guest=1, counter=0, luck=luck)
    kept = Dealer(luck, deal({0: 3, 77: 9}, luck))
    assert draw(tables, guest=1, counter=0, luck=luck, dealer=kept) == fresh
    assert draw(tables, guest=1, counter=0, luck=luck, dealer=kept) == fresh


def test_an_arrival_taken_back_and_scanned_again_gets_the_same_table() -> None:
    tables = room(MIXED, [3] * 15)
    first = draw(tables, guest=5, counter=45, luck=luck_of(3))
    assert draw(tables, guest=5, counter=45, luck=luck_of(3)) == first


def test_tables_filled_by_hand_are_passed_over_until_the_others_have_caught_up() -> None:
    drawn = draw(room([8, 8, 8], [6, 2, 3]), guest=1, counter=11, luck=luck_of(1))
    assert drawn is not None
    assert [(candidate.number, candidate.weight) for candidate in drawn.candidates] == [(2, 1)]


def test_with_every_table_beyond_the_first_layers_the_next_one_is_dealt() -> None:
    drawn = draw(room([8, 8], [7, 8]), guest=1, counter=0, luck=luck_of(1))
    assert drawn is not None
    assert (drawn.layer, drawn.table, drawn.total) == (4, 0, 1)


def test_a_table_opened_late_fills_first() -> None:
    drawn = draw(room([8, 8, 8], [5, 5, 0]), guest=1, counter=10, luck=luck_of(1))
    assert drawn is not None
    assert drawn.table == 2


def test_no_free_seat_means_no_table() -> None:
    assert draw(room([8, 8], [8, 9]), guest=1, counter=16, luck=luck_of(1)) is None
    assert draw([], guest=1, counter=0, luck=luck_of(1)) is None


@pytest.mark.parametrize("forged", ["table", "value", "guest", "counter", "layer", "total"])
def test_a_forged_draw_does_not_replay(forged: str) -> None:
    tables = room([8] * 10)
    drawn = draw(tables, guest=5, counter=0, luck=luck_of(9))
    assert drawn is not None
    facts = drawn.to_facts()
    false = Draw.from_facts({**facts, forged: facts[forged] + 1})
    assert not replay(false, tables, luck_of(9))


def test_a_draw_forged_in_its_weights_does_not_hold() -> None:
    drawn = draw(room([8] * 10), guest=5, counter=0, luck=luck_of(9))
    assert drawn is not None
    only = tuple(candidate for candidate in drawn.candidates if candidate.table != drawn.table)
    assert not holds(replace(drawn, candidates=only), luck_of(9))
    assert not holds(replace(drawn, candidates=()), luck_of(9))
    assert not holds(drawn, luck_of(10))


def test_the_odds_are_the_cards_left() -> None:
    drawn = draw(room([8, 8, 4], [2, 1, 0]), guest=1, counter=3, luck=luck_of(4))
    assert drawn is not None
    assert odds(drawn, drawn.table) == Fraction(
        next(candidate.weight for candidate in drawn.candidates if candidate.table == drawn.table), drawn.total
    )
    assert odds(drawn, 99) == 0


def test_an_evening_is_the_same_on_every_machine() -> None:
    assert [drawn.table for drawn in arrivals([8, 8, 4, 6], 26, luck_of(2026))] == GOLDEN

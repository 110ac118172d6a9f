"""The deck is proportional to the tables, layer by layer, and exactly so on average."""

from __future__ import annotations

import math
from collections.abc import Mapping
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checkin.deck import Deck, deal, layer_totals
from checkin.luck import Luck

ROOMS = st.dictionaries(st.integers(0, 10**6), st.integers(0, 14), max_size=14)
GOLDEN = ((4, 3, 1, 2), (6, 5, 2, 4), (7, 6, 3, 4), (8, 7, 3, 5), (8, 8, 4, 6))
LUCKS = st.builds(Luck, st.binary(min_size=32, max_size=32), st.just("demo"))


def luck(number: int) -> Luck:
    return Luck(number.to_bytes(32, "big"), "demo")


def share(room: Mapping[int, int], table: int, total: int) -> Fraction:
    return Fraction(room[table] * total, sum(room.values()))


@pytest.mark.parametrize(
    ("size", "cards"),
    [
        (8, [3, 5, 6, 7, 8]),
        (10, [3, 5, 6, 7, 8, 9, 10]),
        (6, [3, 4, 5, 6]),
        (5, [3, 4, 5]),
        (4, [2, 3, 4]),
        (2, [1, 2]),
        (1, [1]),
    ],
)
def test_equal_tables_get_the_same_cards_in_every_layer(size: int, cards: list[int]) -> None:
    deck = deal(dict.fromkeys(range(25), size), luck(1))
    assert deck.layers == tuple((card,) * 25 for card in cards)


def test_one_small_table_does_not_coarsen_the_layers_of_the_others() -> None:
    assert layer_totals({**dict.fromkeys(range(20), 8), 20: 2}) == (61, 102, 122, 142, 162)


@given(ROOMS, LUCKS)
def test_a_layer_holds_exactly_its_cards(room: dict[int, int], luck: Luck) -> None:
    assert tuple(sum(layer) for layer in deal(room, luck).layers) == layer_totals(room)


@given(ROOMS, LUCKS)
def test_a_table_never_loses_a_card_and_ends_with_all_its_seats(room: dict[int, int], luck: Luck) -> None:
    deck = deal(room, luck)
    for table, dealt in zip(deck.tables, zip(*deck.layers, strict=True), strict=False):
        assert list(dealt) == sorted(dealt)
        assert dealt[-1] == room[table]


@given(ROOMS, LUCKS)
def test_a_share_is_only_rounded(room: dict[int, int], luck: Luck) -> None:
    deck = deal(room, luck)
    for layer, total in zip(deck.layers, layer_totals(room), strict=True):
        for table, cards in zip(deck.tables, layer, strict=True):
            assert abs(cards - share(room, table, total)) < 1


@given(ROOMS, LUCKS, st.randoms(use_true_random=False))
def test_the_order_in_which_tables_are_given_does_not_matter(room: dict[int, int], luck: Luck, shuffle: object) -> None:
    tables = list(room)
    shuffle.shuffle(tables)  # type: ignore[attr-defined]  # hypothesis gives a random.Random
    assert deal({table: room[table] for table in tables}, luck) == deal(room, luck)


@given(ROOMS, LUCKS)
def test_a_deck_fits_its_own_room_and_no_other(room: dict[int, int], luck: Luck) -> None:
    deck = deal(room, luck)
    assert deck.fits(room)
    assert not deck.fits({**room, 10**7: 8})


@pytest.mark.parametrize(
    "room",
    [dict(enumerate([8] * 3 + [4] * 2)), dict(enumerate([10, 10, 8, 8])), dict(enumerate([30, 4, 4, 2])), {7: 5, 9: 3}],
    ids=str,
)
def test_on_average_a_share_is_exact(room: dict[int, int]) -> None:
    evenings = 4000
    sums = [[0] * len(room) for _ in layer_totals(room)]
    for number in range(evenings):
        for layer, cards in enumerate(deal(room, luck(number)).layers):
            sums[layer] = [total + card for total, card in zip(sums[layer], cards, strict=True)]
    for totals, total in zip(sums, layer_totals(room), strict=True):
        for table, observed in zip(sorted(room), totals, strict=True):
            exact = share(room, table, total)
            part = exact - math.floor(exact)
            spread = math.sqrt(evenings * part * (1 - part))
            assert abs(observed - evenings * exact) <= 4 * spread


@settings(max_examples=20)
@given(LUCKS)
def test_the_same_luck_deals_the_same_deck(luck: Luck) -> None:
    room = dict(enumerate([8] * 10 + [4] * 5))
    assert deal(room, luck) == deal(room, Luck(bytes(luck.seed), luck.event))


def test_a_room_without_seats_has_an_empty_deck() -> None:
    assert deal({}, luck(1)) == Deck((), ())
    assert deal({1: 0}, luck(1)).layers == ()


def test_a_mixed_deck_is_the_same_on_every_machine() -> None:
    assert deal({1: 8, 2: 8, 3: 4, 4: 6}, luck(2026)).layers == GOLDEN

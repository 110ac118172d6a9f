"""The itinerary by arithmetic: where it promises that nobody meets twice, nobody does."""

from __future__ import annotations

import random
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.rotation import advice, most_rounds, never_repeats, stop, stops


def meetings_again(tables: int, seats: int, rounds: int) -> int:
    """Repeats among everybody who could ever come: every seat of every table taken."""
    met: set[tuple[int, int]] = set()
    again = 0
    people = [(table, seat) for table in range(tables) for seat in range(seats)]
    for round_ in range(rounds):
        at: dict[int, list[int]] = {}
        for guest, (table, seat) in enumerate(people):
            at.setdefault(stop(table, seat, round_, tables), []).append(guest)
        assert all(len(here) == seats for here in at.values())
        for here in at.values():
            for pair in combinations(here, 2):
                again += pair in met
                met.add(pair)
    return again


@pytest.mark.parametrize(
    ("tables", "seats", "rounds"),
    [(25, 8, 4), (100, 10, 3), (110, 10, 3), (23, 8, 8), (29, 10, 8), (22, 10, 4), (20, 8, 3), (10, 8, 2)],
)
def test_the_rooms_of_the_report_have_no_repeat(tables: int, seats: int, rounds: int) -> None:
    assert never_repeats(tables, seats, rounds)
    assert meetings_again(tables, seats, rounds) == 0


@pytest.mark.parametrize(("tables", "seats", "rounds"), [(10, 8, 5), (20, 8, 6), (8, 4, 10)])
def test_where_it_promises_nothing_people_do_meet_again(tables: int, seats: int, rounds: int) -> None:
    assert not never_repeats(tables, seats, rounds)
    assert meetings_again(tables, seats, rounds) > 0


@given(st.integers(1, 14), st.integers(1, 8), st.integers(1, 7))
def test_the_promise_is_kept_exactly_where_it_is_made(tables: int, seats: int, rounds: int) -> None:
    seats = min(seats, tables)
    assert never_repeats(tables, seats, rounds) == (meetings_again(tables, seats, rounds) == 0)


def test_a_guest_goes_round_and_never_asks_who_else_came() -> None:
    assert stops(table=3, seat=2, rounds=4, tables=7) == (3, 5, 0, 2)
    assert stops(table=3, seat=0, rounds=3, tables=7) == (3, 3, 3)


@given(st.integers(1, 40), st.integers(1, 10))
def test_one_round_more_than_the_most_breaks_the_promise(tables: int, seats: int) -> None:
    most = most_rounds(tables, seats)
    assert most == 1 or never_repeats(tables, seats, most)
    assert most == tables or not never_repeats(tables, seats, most + 1)


def test_advice_names_the_nearest_number_of_tables_that_holds_everybody() -> None:
    assert advice(24, 8, 5, guests=170) == 23
    assert advice(24, 8, 5, guests=190) == 25
    assert advice(25, 8, 4, guests=200) == 25
    assert advice(9, 9, 9, guests=80) == 11
    assert advice(4, 8, 6, guests=30) is None


def test_tables_of_prime_number_keep_the_promise_for_as_many_rounds_as_there_are_tables() -> None:
    for tables in (7, 11, 13, 23):
        assert most_rounds(tables, random.Random(tables).randint(2, tables)) == tables

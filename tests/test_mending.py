"""Shuffle, fill and seats for who waits: nobody lost, nobody moved against a lock, and never more moves than needed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from contextlib import suppress
from itertools import product
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checkin import filling, mending, tie_plans
from checkin.book import Book
from checkin.changes import Change, Entity, Kind
from checkin.effects import broken_rules
from checkin.errors import CheckinError, NothingToDo
from checkin.luck import Luck
from checkin.mending_words import still_short
from checkin.model import GuestId, RuleKind, TableId
from checkin.rulebook import rules_of
from checkin.words import Words
from tests.ui.room.room_guests import book as book_of
from tests.ui.room.room_guests import inside

LUCK = Luck(bytes(range(32)), "event 1 shuffle 1")


def room(*tables: tuple[int, int], waiting: int = 0) -> Book:
    """Tables with so many people and so many seats each, and so many people who wait."""
    guests, chairs, number = [], {}, 0
    for at, (people, seats) in enumerate(tables, start=1):
        sitting = [number + one for one in range(1, people + 1)]
        number += people
        guests += [inside(who, f"Guest {who}", sector="abc"[who % 3]) for who in sitting]
        chairs[at] = [*sitting, *([None] * (seats - people))]
    guests += [inside(number + one, f"Guest {number + one}") for one in range(1, waiting + 1)]
    return book_of(guests, chairs)


def rule(book: Book, kind: RuleKind, people: list[int], table: int | None = None) -> None:
    """Decide a rule in a book."""
    ids = len(book.ties.rules) + 1
    book.apply(
        tie_plans.rule(
            book, kind, [GuestId(who) for who in people], None if table is None else TableId(table), lambda *_: ids
        )
    )


def after(book: Book, change: Change) -> Book:
    """The book with the change in it, which can be taken back to the last bit."""
    made = book.copy()
    made.apply(change)
    back = made.copy()
    back.apply(change.inverse())
    assert list(back.everything()) == list(book.everything())
    seats = [seat for seat in made.seats.values() if seat.guest_id is not None]
    assert len({seat.guest_id for seat in seats}) == len(seats)
    return made


def sizes(book: Book) -> list[int]:
    """How many sit at each table."""
    return [len(book.people_at(table.id)) for table in book.room()]


shapes = st.lists(
    st.integers(1, 8).flatmap(lambda seats: st.tuples(st.integers(0, seats), st.just(seats))), min_size=1, max_size=7
)


@settings(max_examples=60, deadline=None)
@given(shapes, st.integers(0, 4), st.randoms(use_true_random=False))
def test_a_shuffle_loses_nobody_and_moves_no_lock(tables: list[tuple[int, int]], waiting: int, random) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    book = room(*tables, waiting=waiting)
    seated = sorted(book.sitting)
    pinned = [who for who in seated if random.random() < 0.2]
    for who in pinned:
        rule(book, RuleKind.PIN, [who], book.sitting[who])
    locked = next((table.id for table in book.room() if random.random() < 0.2), None)
    if locked is not None:
        rule(book, RuleKind.LOCK, [], locked)
    try:
        made = after(book, mending.shuffle(book, rules_of(book), LUCK))
    except NothingToDo:
        return
    assert set(seated) <= set(made.sitting)
    assert all(made.sitting[who] == book.sitting[who] for who in pinned)
    if locked is not None:
        assert made.people_at(locked) == book.people_at(locked)


def test_a_shuffle_is_the_same_for_the_same_luck_and_another_for_another() -> None:
    book = room(*[(8, 8)] * 25)
    rules = rules_of(book)
    once, again = (mending.shuffle(book, rules, LUCK) for _ in range(2))
    other = mending.shuffle(book, rules, Luck(LUCK.seed, "event 1 shuffle 2"))
    assert once == again
    assert after(book, once).sitting != after(book, other).sitting
    assert once.kind is Kind.SHUFFLED


def test_whoever_keeps_the_table_keeps_the_chair() -> None:
    book = room((6, 8), (6, 8), (6, 8))
    change = mending.shuffle(book, rules_of(book), LUCK)
    made = after(book, change)
    staying = [who for who in book.sitting if made.sitting[who] == book.sitting[who]]
    assert staying
    touched = change.touches(Entity.SEAT)
    assert all((seat := book.seat_of(who)) is not None and seat.id not in touched for who in staying)


def test_a_thousand_guests_are_shuffled_onto_even_tables() -> None:
    book = room(*[(10, 10)] * 50, *[(8, 10)] * 50, *[(0, 10)] * 10)
    assert min(sizes(after(book, mending.shuffle(book, rules_of(book), LUCK)))) >= 7


@pytest.mark.parametrize("turn", range(12))
def test_groups_stay_whole_and_people_apart_in_a_full_room_however_it_is_drawn(turn: int) -> None:
    book = room(*[(0, 8)] * 25, waiting=200)
    for first in range(1, 40, 4):
        rule(book, RuleKind.TOGETHER, [first, first + 100, first + 150])
        rule(book, RuleKind.APART, [first + 1, first + 2])
    rule(book, RuleKind.HOST, [199], 3)
    rules, luck = rules_of(book), Luck(LUCK.seed, f"event 1 shuffle {turn}")
    seated = after(book, mending.seat_waiting(book, rules, luck))
    shuffled = after(seated, mending.shuffle(seated, rules, Luck(LUCK.seed, f"event 1 again {turn}")))
    assert broken_rules(seated, rules) == broken_rules(shuffled, rules) == []
    assert len(shuffled.sitting) == 200


def test_those_who_wait_get_the_seats_there_are() -> None:
    book = room((3, 4), (4, 4), waiting=3)
    change = mending.seat_waiting(book, rules_of(book), LUCK)
    made = after(book, change)
    assert sizes(made) == [4, 4]
    assert len(made.to_seat()) == 2
    with pytest.raises(NothingToDo):
        mending.seat_waiting(made, rules_of(made), LUCK)


# --- filling ---


def fewest(book: Book, minimum: int, staying: Collection[int]) -> tuple[int, int]:
    """How many stay lacking and how many moves it takes, by trying every way to sit at the tables in use."""
    tables = [table.id for table in book.room() if book.people_at(table.id)]
    seats = {table: len(book.seats_at(table)) for table in tables}
    best = lacking_in(book, minimum), 0  # as it is
    for way in product(tables, repeat=len(book.sitting)):
        count, old = Counter(way), [book.sitting[who] for who in sorted(book.sitting)]
        moves = [who for who, was, now in zip(sorted(book.sitting), old, way, strict=True) if was != now]
        if any(people > seats[table] for table, people in count.items()) or not set(moves).isdisjoint(staying):
            continue
        lacking = sum(max(0, min(minimum, seats[table]) - people) for table, people in count.items())
        best = min(best, (lacking, len(moves)))
    return best


few = st.lists(
    st.integers(1, 5).flatmap(lambda seats: st.tuples(st.integers(0, min(3, seats)), st.just(seats))),
    min_size=1,
    max_size=4,
).filter(lambda tables: sum(people for people, _ in tables) <= 7)


def lacking_in(book: Book, minimum: int) -> int:
    """How many are missing at the tables in use."""
    used = {table.id: len(book.people_at(table.id)) for table in book.room() if book.people_at(table.id)}
    return sum(max(0, min(minimum, len(book.seats_at(table))) - people) for table, people in used.items())


@settings(max_examples=200, deadline=None)
@given(few, st.integers(1, 5), st.sets(st.integers(1, 7), max_size=2))
def test_filling_takes_the_fewest_moves_of_all_ways_to_sit(
    tables: list[tuple[int, int]], minimum: int, hosts: set[int]
) -> None:
    book = room(*tables)
    hosts &= set(book.sitting)
    for who in hosts:
        rule(book, RuleKind.HOST, [who], book.sitting[GuestId(who)])
    lacking, moves = fewest(book, minimum, hosts)
    try:
        change = filling.fill(book, minimum, rules_of(book))
    except NothingToDo:
        assert (lacking, moves) == (lacking_in(book, minimum), 0)
        return
    made = after(book, change)
    assert (lacking_in(made, minimum), len(change.touches(Entity.SEAT)) // 2) == (lacking, moves)
    assert ("short" in change.facts) == (lacking > 0)


@settings(max_examples=150, deadline=None)
@given(shapes, st.integers(1, 6), st.data())
def test_filling_breaks_no_more_rules_and_leaves_no_more_lacking(
    tables: list[tuple[int, int]], minimum: int, data: st.DataObject
) -> None:
    book = room(*tables)
    people = sorted(book.sitting)
    if len(people) < 4:
        return
    pairs = st.lists(st.sampled_from(people), min_size=2, max_size=3, unique=True)
    together = data.draw(st.lists(pairs, max_size=3))
    apart = data.draw(st.lists(pairs, max_size=6))
    for kind, groups in ((RuleKind.TOGETHER, together), (RuleKind.APART, apart)):
        for group in groups:
            with suppress(CheckinError):  # one that cannot be kept beside the others
                rule(book, kind, list(map(int, group)))
    rules = rules_of(book)
    try:
        made = after(book, filling.fill(book, minimum, rules))
    except NothingToDo:
        return
    assert set(made.sitting) == set(book.sitting)
    assert lacking_in(made, minimum) <= lacking_in(book, minimum)
    assert len(broken_rules(made, rules)) <= len(broken_rules(book, rules))


def test_a_group_leaves_a_table_that_is_emptied_as_a_whole() -> None:
    book = room((3, 8), (5, 8), (5, 8))
    rule(book, RuleKind.TOGETHER, [1, 2, 3])
    made = after(book, filling.fill(book, 5, rules_of(book)))
    assert sorted(sizes(made)) == [0, 5, 8]
    assert len({made.sitting[GuestId(who)] for who in (1, 2, 3)}) == 1


def test_a_table_that_has_enough_is_emptied_where_nobody_else_can_help() -> None:
    book = room((1, 8), (4, 8))
    rule(book, RuleKind.HOST, [1], 1)
    assert sizes(after(book, filling.fill(book, 4, rules_of(book)))) == [5, 0]


def test_where_there_are_too_few_people_as_much_is_done_as_can_be_and_it_is_said() -> None:
    book = room((1, 8), (1, 8), (1, 8))
    rule(book, RuleKind.HOST, [1], 1)
    change = filling.fill(book, 5, rules_of(book))
    assert sizes(after(book, change)) == [3, 0, 0]
    assert change.facts["short"] == [1]
    assert still_short(change, Words("en")) == ("Still too few people at table 1.",)


def test_a_table_stays_short_rather_than_that_a_rule_is_broken() -> None:
    book = room((3, 8), (8, 8))
    rule(book, RuleKind.HOST, [1], 1)
    for who in range(4, 12):
        rule(book, RuleKind.APART, [1, who])
    with pytest.raises(NothingToDo):
        filling.fill(book, 4, rules_of(book))


@pytest.mark.parametrize(("tables", "seats", "seconds"), [(25, 8, 1), (110, 10, 3)])
def test_a_thin_room_of_any_size_is_filled_while_one_waits(tables: int, seats: int, seconds: float) -> None:
    people = [(at * 7 % seats) + 1 for at in range(tables)]
    book = room(*[(count, seats) for count in people])
    began = perf_counter()
    change = filling.fill(book, 5, rules_of(book))
    assert perf_counter() - began < seconds
    made = after(book, change)
    assert lacking_in(made, 5) == 0
    assert max(sizes(made)) <= seats


def test_a_host_and_a_locked_table_are_left_alone() -> None:
    book = room((1, 8), (2, 8), (8, 8), (8, 8))
    rule(book, RuleKind.HOST, [1], 1)
    rule(book, RuleKind.LOCK, [], 3)
    made = after(book, filling.fill(book, 4, rules_of(book)))
    assert made.sitting[GuestId(1)] == 1
    assert made.people_at(TableId(3)) == book.people_at(TableId(3))


def test_people_kept_apart_are_not_brought_together_by_filling() -> None:
    book = room((3, 8), (8, 8))
    for who in range(4, 11):
        rule(book, RuleKind.APART, [1, who])
    made = after(book, filling.fill(book, 4, rules_of(book)))
    assert made.sitting[GuestId(11)] == 1

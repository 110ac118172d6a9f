"""Locks: by hand, by luck or by a search, nobody leaves where they are locked, and a locked table stays as it is."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checkin import plans
from checkin.book import Book
from checkin.changes import Change
from checkin.errors import CheckinError, Locked
from checkin.model import GuestId, RuleKind, TableId
from checkin.phrases import refusal
from checkin.rulebook import course_of
from checkin.words import Words
from tests.test_mending import after, room, rule

TWO = TableId(2)


def hands(book: Book) -> dict[str, Callable[[int, int, int], Change]]:
    """What a hand can do with two people and a table."""
    return {
        "move": lambda one, other, table: plans.move(book, [GuestId(one), GuestId(other)], TableId(table)),
        "swap": lambda one, other, _table: plans.swap(book, GuestId(one), GuestId(other)),
        "unseat": lambda one, other, _table: plans.unseat(book, [GuestId(one), GuestId(other)]),
        "exchange": lambda one, _other, table: plans.exchange(book, book.sitting[GuestId(one)], TableId(table)),
    }


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from(["move", "swap", "unseat", "exchange"]), st.integers(1, 9), st.integers(1, 9), st.integers(1, 3),
    st.sets(st.integers(1, 9), max_size=2), st.sets(st.integers(1, 3), max_size=1),
)  # fmt: skip
def test_no_hand_moves_anybody_against_a_lock(
    act: str, one: int, other: int, table: int, pinned: set[int], locked: set[int]
) -> None:
    book = room((3, 5), (3, 5), (3, 5))
    for who in pinned:
        rule(book, RuleKind.PIN, [who], book.sitting[GuestId(who)])
    for shut in locked:
        rule(book, RuleKind.LOCK, [], shut)
    try:
        made = after(book, hands(book)[act](one, other, table))
    except CheckinError:
        return
    assert all(made.sitting[GuestId(who)] == book.sitting[GuestId(who)] for who in pinned)
    assert all(set(made.people_at(TableId(shut))) == set(book.people_at(TableId(shut))) for shut in locked)


def test_whoever_is_locked_may_go_to_the_table_that_is_theirs() -> None:
    book = room((3, 5), (3, 5))
    rule(book, RuleKind.PIN, [1], 2)
    assert after(book, plans.move(book, [GuestId(1)], TWO)).sitting[GuestId(1)] == TWO
    with pytest.raises(Locked):
        plans.unseat(book, [GuestId(1)])


def test_a_host_is_moved_by_hand() -> None:
    book = room((3, 5), (3, 5))
    rule(book, RuleKind.HOST, [1], 1)
    assert after(book, plans.move(book, [GuestId(1)], TWO)).sitting[GuestId(1)] == TWO


def test_a_refusal_says_who_or_what_is_locked_and_where() -> None:
    book = room((3, 5), (3, 5))
    rule(book, RuleKind.PIN, [1], 1)
    rule(book, RuleKind.LOCK, [], 2)
    for who, words in (
        (1, "Guest 1 is locked at table 1. Nobody was moved."),
        (2, "Table 2 is locked. Nobody was moved."),
    ):
        with pytest.raises(Locked) as why:
            plans.move(book, [GuestId(who)], TWO)
        assert refusal(why.value, Words("en")) == words


def test_a_search_keeps_the_people_of_a_locked_table_and_brings_nobody_else() -> None:
    book = room((3, 5), (3, 5), (3, 5))
    rule(book, RuleKind.LOCK, [], 2)
    course = course_of(book, 2, 1)
    at = course.tables.index(TWO)
    assert {course.guests[who] for who, table in course.meal.pinned.items() if table == at} == {
        guest.id for guest in book.people_at(TWO)
    }
    assert course.meal.kept_free == frozenset({at})

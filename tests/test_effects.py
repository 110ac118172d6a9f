"""What a move would do, counted before it is done, and the rules that a room breaks."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from checkin import plans, tie_plans
from checkin.book import Book
from checkin.effects import Breach, Figures, broken_rules, effect, effect_of_moves
from checkin.model import GuestId, RuleKind, Seat, SeatId, TableId
from checkin.rulebook import rules_of
from tests.test_mending import room, rule


def remember(book: Book, pairs: Iterable[tuple[int, int]]) -> None:
    """Let pairs have met at an earlier event."""
    numbers = iter(range(1, 1000))
    book.apply(tie_plans.remember(book, pairs, lambda *_: next(numbers)))


def wish(book: Book, one: int, other: int) -> None:
    """Let one want to meet another."""
    ids = len(book.ties.wishes) + 1
    book.apply(tie_plans.wish(book, GuestId(one), GuestId(other), lambda *_: ids))


def whole(book: Book) -> Figures:
    """The same figures counted over the whole room, the long way."""
    rules = rules_of(book)
    new = again = met = broken = 0
    for table in book.room():
        here = [int(guest.id) for guest in book.people_at(table.id)]
        for one, other in combinations(sorted(here), 2):
            known = book.ties.met(GuestId(one), GuestId(other))
            if other not in rules.group_of(one):
                again, new = again + known, new + (not known)
            broken += other in rules.apart.get(one, ())
        met += sum(int(wish.guest_id) in here and int(wish.other_id) in here for wish in book.ties.wishes.values())
    broken += sum(book.sitting.get(GuestId(who), table) != table for who, table in rules.bound.items())
    for group in rules.together:
        seats = [book.sitting.get(GuestId(who)) for who in sorted(group)]
        broken += sum(one != other for one, other in combinations([seat for seat in seats if seat is not None], 2))
    return Figures(new, again, met, broken)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_the_difference_is_that_of_the_whole_room(data: st.DataObject) -> None:
    book = room((3, 5), (4, 5), (2, 5), waiting=1)
    people = st.integers(1, 10)
    pairs = st.lists(st.tuples(people, people).filter(lambda pair: pair[0] != pair[1]), max_size=4, unique=True)
    remember(book, data.draw(pairs))
    for one, other in data.draw(pairs):
        wish(book, one, other)
    together = data.draw(st.sampled_from([(), (1, 4), (5, 9)]))
    if together:
        rule(book, RuleKind.TOGETHER, list(together))
    for one, other in data.draw(pairs):
        if {one, other} != set(together):
            rule(book, RuleKind.APART, [one, other])
    going = data.draw(st.lists(people, min_size=1, max_size=2, unique=True))
    table = TableId(data.draw(st.integers(1, 3)))
    try:
        change = plans.move(book, [GuestId(who) for who in going], table)
    except Exception:
        return
    before, after = effect(book, change, rules_of(book))
    moved = book.copy()
    moved.apply(change)
    assert after - before == whole(moved) - whole(book)


def test_who_met_in_an_earlier_round_is_no_new_acquaintance() -> None:
    book = room((2, 4), (1, 4))
    for seat in list(book.seats.values()):  # the same people once more in a second round
        twin = Seat(SeatId(seat.id + 100), seat.event_id, seat.table_id, 2, seat.number, seat.guest_id)
        book._put(twin)
    before, after = effect_of_moves(book, {GuestId(1): TableId(2)}, rules_of(book), 2)
    assert (before.acquaintances, before.repeats) == (0, 1)
    assert (after.acquaintances, after.repeats) == (1, 0)


def test_every_kind_of_breach_is_found_where_it_happens() -> None:
    book = room((4, 5), (3, 5))
    rule(book, RuleKind.APART, [1, 2])
    rule(book, RuleKind.TOGETHER, [3, 6])
    rule(book, RuleKind.HOST, [5], 1)
    rule(book, RuleKind.PIN, [7], 1)
    found = {(broken.breach, broken.people) for broken in broken_rules(book, rules_of(book))}
    assert found == {
        (Breach.APART, (1, 2)), (Breach.TOGETHER, (3, 6)), (Breach.HOST, (5,)), (Breach.PIN, (7,)),
    }  # fmt: skip


def test_a_room_that_keeps_its_rules_breaks_none() -> None:
    book = room((4, 5), (3, 5))
    rule(book, RuleKind.APART, [1, 6])
    rule(book, RuleKind.TOGETHER, [5, 6])
    rule(book, RuleKind.HOST, [5], 2)
    assert broken_rules(book, rules_of(book)) == []

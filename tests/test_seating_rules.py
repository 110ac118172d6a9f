"""The draw with rules: each is kept, nobody else pays for it, and where it cannot be kept the draw says so."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from checkin.claims import TableState, claims_of, in_use
from checkin.deck import Dealer
from checkin.luck import Luck
from checkin.rules import MET, USUAL_COSTS, OpenUp, Present, Reason, Rules
from checkin.seating import OPEN_UP, Draw, draw, holds, likenesses, replay
from tests.test_seating import chi_square_p, luck_of

GOLDEN_EVENING = "fd5d18c9fb103ac5a42f861a12b39c5594c807c043ec622e5cbcb66d10196a89"
MIXED = [8] * 10 + [4] * 5
STEP_FREE = frozenset({11, 12})


class Room:
    """A room that fills: the tables, who sits where, who may still come."""

    def __init__(
        self, sizes: Sequence[int], guests: int, rules: Rules, step_free: frozenset[int] = frozenset()
    ) -> None:
        """Nobody is there yet, everybody may come."""
        self.tables = [TableState(at, at + 1, size, 0, at in step_free) for at, size in enumerate(sizes)]
        self.seats: dict[int, int] = {}
        self.waiting = set(range(guests))
        self.rules = rules
        self.present = Present(self.seats, self.waiting.__contains__)
        self.counter = 0

    def arrive(self, guest: int, luck: Luck, dealer: Dealer | None = None) -> Draw | None:
        """Draw a table and sit down."""
        drawn = draw(
            self.tables, guest=guest, counter=self.counter, luck=luck, dealer=dealer, rules=self.rules,
            present=self.present,
        )  # fmt: skip
        self.waiting.discard(guest)
        self.counter += 1
        if drawn is not None:
            self.sit(guest, drawn.table)
        return drawn

    def sit(self, guest: int, table: int) -> None:
        """Sit down, or move by hand."""
        self.rise(guest)
        self.seats[guest] = table
        self.tables[table] = replace(self.tables[table], taken=self.tables[table].taken + 1)

    def rise(self, guest: int) -> None:
        """Leave the seat."""
        if guest in self.seats:
            old = self.seats.pop(guest)
            self.tables[old] = replace(self.tables[old], taken=self.tables[old].taken - 1)


def evening(room: Room, order: Sequence[int], luck: Luck) -> Iterator[Draw]:
    dealer = Dealer(luck)
    for guest in order:
        drawn = room.arrive(guest, luck, dealer)
        assert drawn is not None
        yield drawn


def at_table(drawn: Draw | None) -> int:
    assert drawn is not None
    return drawn.table


# --- each rule ---


def test_a_pinned_guest_finds_the_seat_free_however_late() -> None:
    rules = Rules(pinned={0: 2, 1: 2}, hosts=frozenset({1}))
    for number in range(30):
        room = Room([4] * 4, 16, rules)
        told = {drawn.guest: drawn for drawn in evening(room, [*range(2, 16), 0, 1], luck_of(number))}
        assert (told[0].table, told[0].rule, told[1].table, told[1].rule) == (2, "pinned", 2, "host")
        assert max(Counter(room.seats.values()).values()) == 4


def test_a_group_gets_seats_held_at_the_table_that_its_first_member_draws() -> None:
    rules = Rules(together=(frozenset({0, 1, 2}),))
    tables = set()
    for number in range(40):
        room = Room([4] * 5, 20, rules)
        first = at_table(room.arrive(1, luck_of(number)))
        for other in range(3, 17):
            room.arrive(other, luck_of(number))
        assert claims_of(room.tables, luck_of(number), rules, room.present).held == {first: 2}
        assert {at_table(room.arrive(guest, luck_of(number))) for guest in (0, 2)} == {first}
        tables.add(first)
    assert tables == set(range(5))


def test_seats_held_for_a_group_are_free_again_without_the_rule() -> None:
    room = Room([2, 2], 4, Rules(together=(frozenset({0, 1}),)))
    home = at_table(room.arrive(0, luck_of(1)))
    room.arrive(2, luck_of(1))
    room.rules = Rules()
    room.present = Present(room.seats)
    assert {at_table(room.arrive(3, luck_of(number))) for number in range(1)} <= {0, 1}
    assert room.tables[home].taken + room.tables[1 - home].taken == 3


def test_nobody_waits_for_members_who_do_not_come() -> None:
    room = Room([4, 4], 8, Rules(together=(frozenset({0, 1, 2, 3}),)))
    room.waiting -= {1, 2, 3}
    home = at_table(room.arrive(0, luck_of(1)))
    assert not claims_of(room.tables, luck_of(1), room.rules, room.present).held[home]


def test_people_kept_apart_never_share_a_table_nor_does_anybody_drawn_to_a_held_one() -> None:
    rules = Rules(together=(frozenset({0, 1}),), apart={2: frozenset({1}), 1: frozenset({2})}, pinned={3: 0})
    rules = replace(rules, apart={**rules.apart, 4: frozenset({3}), 3: frozenset({4})})
    for number in range(60):
        room = Room([2, 2, 2], 6, rules)
        told = {drawn.guest: drawn for drawn in evening(room, [0, 2, 4, 1, 3, 5], luck_of(number))}
        assert told[2].table != told[0].table == told[1].table
        assert told[4].table != 0
        assert told[3].table == 0


def test_seats_without_a_step_are_kept_for_those_who_need_them() -> None:
    rules = Rules(step_free=frozenset({17, 18, 19}))
    for number in range(30):
        room = Room([4] * 5, 20, rules, frozenset({0, 3}))
        told = list(evening(room, range(20), luck_of(number)))
        assert {told[guest].table for guest in (17, 18, 19)} <= {0, 3}
        assert {told[guest].rule for guest in (17, 18, 19)} == {"step_free"}
        assert not any(drawn.broken for drawn in told)


def test_a_group_with_somebody_who_needs_no_step_goes_there_together() -> None:
    rules = Rules(together=(frozenset({18, 19}),), step_free=frozenset({19}))
    for number in range(40):
        room = Room([4] * 5, 20, rules, frozenset({2}))
        told = list(evening(room, range(20), luck_of(number)))
        assert (told[18].table, told[19].table) == (2, 2)


def test_a_group_still_to_come_keeps_a_table_possible() -> None:
    rules = Rules(together=(frozenset({9, 10, 11}),))
    for number in range(60):
        room = Room([4, 4, 4], 12, rules)
        told = list(evening(room, range(12), luck_of(number)))
        assert len({told[guest].table for guest in (9, 10, 11)}) == 1
    assert any(why == Reason.TO_COME for drawn in told for why, _ in drawn.out)


# --- where a rule cannot be kept ---


def test_the_least_bad_table_is_drawn_and_named() -> None:
    def outcome(rules: Rules, taken: Sequence[int], seats: Mapping[int, int], step_free: Sequence[int] = ()) -> Draw:
        tables = [TableState(at, at + 1, 4, here, at in step_free) for at, here in enumerate(taken)]
        present = Present(seats, {8, 9}.__contains__)
        drawn = draw(tables, guest=1, counter=5, luck=luck_of(1), rules=rules, present=present)
        assert drawn is not None
        return drawn

    apart = Rules(apart={1: frozenset({2}), 2: frozenset({1})})
    assert outcome(apart, [4, 2], {2: 1}).broken == ("apart",)
    assert outcome(Rules(step_free=frozenset({1})), [4, 2], {}, [0]).broken == ("step_free",)
    assert outcome(Rules(pinned={1: 0}), [4, 2], {}).broken == ("pinned",)
    assert outcome(Rules(pinned={8: 1, 9: 1}), [4, 2], {}).broken == ("held",)
    split = outcome(Rules(together=(frozenset({1, 8, 9}),)), [3, 2], {})
    assert (split.broken, split.layer) == (("together",), -1)
    assert outcome(Rules(together=(frozenset({1, 8}),)), [4, 3], {8: 0}).broken == ("together",)
    assert outcome(Rules(together=(frozenset({8, 9}),)), [2, 4], {}).broken == ("to_come",)


def test_a_full_room_is_full_whatever_the_rules() -> None:
    rules = Rules(pinned={1: 0}, together=(frozenset({1, 2}),), step_free=frozenset({1}))
    assert draw([TableState(0, 1, 2, 2)], guest=1, counter=0, luck=luck_of(1), rules=rules) is None


@given(
    st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8)), min_size=1, max_size=10),
    st.integers(0, 60),
    st.integers(0, 8),
    st.frozensets(st.integers(0, 9), max_size=3),
)
def test_a_minimum_never_leaves_a_free_seat_unused_when_it_is_needed(
    sizes: list[tuple[int, int]], people: int, minimum: int, always: frozenset[int]
) -> None:
    tables = [TableState(at, at + 1, size, min(size, taken)) for at, (size, taken) in enumerate(sizes)]
    used = in_use(tables, people, minimum, luck_of(1), always)
    assert {state.table for state in tables if state.taken or state.table in always} <= {one.table for one in used} or (
        not minimum
    )
    assert any(one.taken < one.capacity for one in used) == any(one.taken < one.capacity for one in tables)
    assert sum(one.capacity for one in used) >= min(people, sum(one.capacity for one in tables))
    if not minimum:
        assert used == tables


# --- nobody else pays ---


def shares(
    rules: Rules, order: Sequence[int], evenings: int, step_free: frozenset[int] = frozenset()
) -> dict[int, list[int]]:
    """How often each guest sat at each table."""
    counts = {guest: [0] * len(MIXED) for guest in order}
    for number in range(evenings):
        room = Room(MIXED, len(order), rules, step_free)
        for drawn in evening(room, order, luck_of(number)):
            counts[drawn.guest][drawn.table] += 1
    return counts


def smallest_p(counts: Mapping[int, Sequence[int]], due: Callable[[int], Sequence[float]]) -> float:
    return min(chi_square_p(row, due(sum(row))) for row in counts.values()) * len(counts)


def test_with_hosts_every_other_seat_is_as_likely_as_any_other_for_everybody_else() -> None:
    hosts = {guest: table for table, guest in enumerate(range(70, 78))}
    counts = shares(Rules(pinned=hosts), range(100), 500)
    free = [size - (table < 8) for table, size in enumerate(MIXED)]
    others = {guest: row for guest, row in counts.items() if guest not in hosts}
    assert smallest_p(others, lambda total: [total * seats / sum(free) for seats in free]) > 1e-3


def test_with_people_who_need_no_step_the_others_share_what_is_left_in_proportion() -> None:
    needing = frozenset({20, 50, 80})
    counts = shares(Rules(step_free=needing), range(100), 500, STEP_FREE)
    left = [size - (3 * size / 8 if table in STEP_FREE else 0) for table, size in enumerate(MIXED)]
    others = {guest: row for guest, row in counts.items() if guest not in needing}
    assert smallest_p(others, lambda total: [total * seats / sum(left) for seats in left]) > 1e-3
    theirs = {guest: [counts[guest][table] for table in sorted(STEP_FREE)] for guest in needing}
    assert smallest_p(theirs, lambda total: [total / 2, total / 2]) > 1e-3


def test_with_groups_and_people_kept_apart_tables_alike_are_alike_for_everybody() -> None:
    rules = Rules(together=(frozenset({0, 1}), frozenset({30, 60, 90})), apart={5: frozenset({6}), 6: frozenset({5})})
    counts = shares(rules, range(100), 500)
    for alike in (range(10), range(10, 15)):
        among = {guest: [row[table] for table in alike] for guest, row in counts.items()}
        assert min(chi_square_p(row, [sum(row) / len(row)] * len(row)) for row in among.values()) * len(among) > 1e-3


# --- open-up mode ---


def test_the_open_up_mode_sits_people_among_strangers() -> None:
    classes = {"sector": {guest: str(guest % 8) for guest in range(64)}}
    met = {guest: frozenset({guest ^ 1}) for guest in range(64)}
    found = Counter[str]()
    for number in range(20):
        for name, ways in (("pure", None), ("open", OpenUp(USUAL_COSTS, classes=classes, met=met))):
            room = Room([8] * 8, 64, Rules(open_up=ways))
            for drawn in evening(room, range(64), luck_of(number)):
                assert (drawn.mode == OPEN_UP) == (ways is not None)
            for table in range(8):
                here = [guest for guest, at in room.seats.items() if at == table]
                found[name] += sum(classes["sector"][a] == classes["sector"][b] for a in here for b in here if a < b)
                found[f"{name} met"] += sum(b in met[a] for a in here for b in here if a < b)
    assert found["open"] * 5 < found["pure"]
    assert found["open met"] * 5 < found["pure met"]


def test_the_chances_are_cards_times_the_weight_of_the_cost() -> None:
    ways = OpenUp({"sector": 4, MET: 16}, classes={"sector": {0: "law", 1: "law", 2: "law"}}, met={0: frozenset({3})})
    tables = [TableState(0, 1, 8, 2), TableState(1, 2, 8, 2), TableState(2, 3, 8, 2)]
    seats = {1: 0, 2: 0, 3: 1, 4: 1, 5: 2, 6: 2}
    drawn = draw(tables, guest=0, counter=6, luck=luck_of(1), rules=Rules(open_up=ways), present=Present(seats))
    assert drawn is not None
    assert [(card.number, card.cost) for card in drawn.candidates] == [(1, 8), (2, 16), (3, 0)]
    assert [card.weight for card in drawn.candidates] == [ways.weight(8), ways.weight(16), ways.weight(0)]
    assert likenesses(ways, 0, 0, seats) == {"sector": 2}
    assert likenesses(ways, 0, 1, seats) == {"met": 1}
    assert replay(drawn, tables, luck_of(1), Rules(open_up=ways), Present(seats))


def test_weights_fall_with_the_cost_and_never_to_nothing() -> None:
    ways = OpenUp({}, temperature=1)
    weights = [ways.weight(cost) for cost in range(200)]
    assert weights[:3] == [1 << 32, 1580030169, 581260615]
    assert all(one >= other >= 1 for one, other in pairwise(weights))
    assert OpenUp({}, temperature=400).weight(4) > 0.98 * (1 << 32)


# --- never, whatever happens ---

GUESTS = 14


@st.composite
def rule_sets(draw_: st.DrawFn) -> Rules:
    people = st.integers(0, GUESTS - 1)
    pinned = draw_(st.dictionaries(people, st.integers(0, 3), max_size=3))
    members = draw_(st.lists(people, unique=True, max_size=8))
    cut = draw_(st.integers(0, len(members)))
    groups = tuple(frozenset(group) for group in (members[:cut], members[cut:]) if len(group) > 1)
    apart: dict[int, frozenset[int]] = {}
    for one, other in draw_(st.lists(st.tuples(people, people), max_size=4)):
        if one != other:
            apart[one] = apart.get(one, frozenset()) | {other}
            apart[other] = apart.get(other, frozenset()) | {one}
    ways = OpenUp(USUAL_COSTS, classes={"sector": {guest: str(guest % 3) for guest in range(GUESTS)}})
    return Rules(
        pinned=pinned,
        together=groups,
        apart=apart,
        step_free=frozenset(draw_(st.lists(people, max_size=3))),
        open_up=draw_(st.sampled_from([None, ways])),
    )


@settings(deadline=None)
@given(
    st.lists(st.integers(1, 5), min_size=4, max_size=5),
    rule_sets(),
    st.permutations(range(GUESTS)),
    st.sets(st.integers(0, GUESTS - 1), max_size=5),
    st.frozensets(st.integers(0, 3), max_size=3),
    st.integers(0, 2**32),
)
def test_never_overfull_never_silent_and_always_the_same_again(
    sizes: list[int], rules: Rules, order: list[int], absent: set[int], step_free: frozenset[int], seed: int
) -> None:
    luck = luck_of(seed)
    room = Room(sizes, GUESTS, rules, step_free)
    for guest in order:
        if guest in absent:
            continue
        tables, present = list(room.tables), Present(dict(room.seats), frozenset(room.waiting).__contains__)
        free = any(state.taken < state.capacity for state in tables)
        drawn = room.arrive(guest, luck)
        assert (drawn is not None) == free
        if drawn is None:
            continue
        assert room.tables[drawn.table].taken <= room.tables[drawn.table].capacity
        read = Draw.from_facts(json.loads(json.dumps(drawn.to_facts())))
        assert read == drawn
        assert holds(read, luck)
        assert replay(read, tables, luck, rules, present)
        _kept_or_said(drawn, rules, room, tables, step_free)


def _kept_or_said(
    drawn: Draw, rules: Rules, room: Room, before: Sequence[TableState], step_free: frozenset[int]
) -> None:
    """Every rule holds for the guest who sat down, or the draw names it."""
    guest, table = drawn.guest, drawn.table
    beside = {other for other, at in room.seats.items() if at == table and other != guest}
    own_rule = drawn.rule in ("pinned", "host", "together")
    if beside & rules.apart.get(guest, frozenset()):
        assert own_rule or "apart" in drawn.broken or drawn.rule == "step_free"
    pin = rules.bound.get(guest)
    if pin is not None and table != pin:
        full = pin >= len(before) or before[pin].taken >= before[pin].capacity
        assert full
        assert drawn.broken
    if rules.needs_step_free(guest) and table not in step_free:
        assert own_rule or drawn.broken
    seated = {room.seats[one] for one in rules.group_of(guest) if one in room.seats and one != guest}
    if seated and table not in seated:
        assert drawn.broken or pin is not None


# --- the same on every machine ---


def an_evening() -> str:
    """A hash of every draw of an evening with all kinds of rules, in both modes, to the last figure."""
    told = []
    ways = OpenUp(
        USUAL_COSTS,
        classes={
            "sector": {guest: str(guest * guest % 11) for guest in range(100)},
            "company": {guest: str(guest // 3) for guest in range(0, 100, 2)},
        },
        met={guest: frozenset({(guest * 7) % 100, (guest * 13) % 100}) for guest in range(100)},
    )
    for open_up in (None, ways, replace(ways, temperature=3)):
        rules = Rules(
            pinned={90: 3, 91: 3}, hosts=frozenset({90}), together=(frozenset({1, 99}), frozenset({10, 50, 60})),
            apart={5: frozenset({6}), 6: frozenset({5})}, step_free=frozenset({80, 81, 82}), open_up=open_up,
        )  # fmt: skip
        room = Room(MIXED, 100, rules, STEP_FREE)
        order = [guest for guest in range(100) if guest % 9]
        told += [drawn.to_facts() for drawn in evening(room, order, luck_of(2026))]
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()


def test_an_evening_with_rules_is_the_same_on_every_machine() -> None:
    assert an_evening() == GOLDEN_EVENING

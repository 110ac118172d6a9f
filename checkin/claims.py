"""Who has a claim on which seats: kept for hosts and for people who need no step, held for the rest of a group.

The deck deals only the seats that nobody has a claim on, so that for everybody else each of them is as likely as any
other, whoever the claims are for and whether they come or not. A claim ends with its rule (``Rules`` without it).

>>> tables = [TableState(1, 1, 4, 1, step_free=True), TableState(2, 2, 4, 0)]
>>> rules = Rules(pinned={7: 2}, together=(frozenset({5, 6}),))
>>> present = Present(seats={5: 1}, to_come={6, 7}.__contains__)
>>> claims = claims_of(tables, Luck(bytes(32), "demo"), rules, present)
>>> claims.cards, claims.taken, dict(claims.held)
({1: 4, 2: 3}, {1: 2, 2: 0}, {1: 1})
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from checkin.deck import share_out
from checkin.luck import Luck
from checkin.rules import Present, Reason, Rules


@dataclass(frozen=True, slots=True)
class TableState:
    """A table that may be drawn, now. Closed and reserved ones are left out by whoever asks.

    Attributes:
        table: Its id.
        number: What people call it.
        capacity: Its seats.
        taken: How many of them are not free.
        step_free: Whether no step leads to it.
    """

    table: int
    number: int
    capacity: int
    taken: int
    step_free: bool = False


@dataclass(frozen=True)
class Claims:
    """The seats of the room by who may have them.

    Attributes:
        tables: The room.
        cards: Table to the seats that the deck deals.
        taken: Table to how many of those are gone, or held for the rest of a group.
        kept: Table to the free seats kept for those to whom the table belongs.
        spare: Table to the free seats kept for people who need no step, whoever of them comes.
        held: Table to the free seats held for the rest of a group of whom somebody sits there.
        homes: Guest still to come to the table where the rest of their group sits.
    """

    tables: tuple[TableState, ...]
    cards: Mapping[int, int]
    taken: Mapping[int, int]
    kept: Mapping[int, int] = field(default_factory=dict)
    spare: Mapping[int, int] = field(default_factory=dict)
    held: Mapping[int, int] = field(default_factory=dict)
    homes: Mapping[int, int] = field(default_factory=dict)

    def free(self, state: TableState) -> int:
        """The seats of a table that nobody sits on and nobody has a claim on."""
        table = state.table
        claimed = self.kept.get(table, 0) + self.spare.get(table, 0) + self.held.get(table, 0)
        return state.capacity - state.taken - claimed

    def own_table(self, guest: int, rules: Rules) -> tuple[Reason, TableState] | None:
        """The table that is a guest's own, or where their group sits, if it has a seat."""
        pin = rules.bound.get(guest)
        home = pin if pin is not None else self.homes.get(guest)
        state = next((state for state in self.tables if state.table == home and state.capacity > state.taken), None)
        if state is None:
            return None
        if pin is None or guest not in rules.pinned:
            return Reason.TOGETHER, state
        return (Reason.HOST if guest in rules.hosts else Reason.PINNED), state

    def missed(self, guest: int, rules: Rules) -> tuple[str, ...]:
        """The rule that gives a guest a table which has no seat for them, or which is not open; nothing else."""
        home = rules.bound.get(guest, self.homes.get(guest))
        if home is None or self.own_table(guest, rules) is not None:
            return ()
        return (str(Reason.PINNED if guest in rules.pinned else Reason.TOGETHER),)

    def kept_for(self, guest: int, rules: Rules) -> list[tuple[TableState, int]]:
        """The tables with seats kept for guests who need no step, and how many, if the guest is one."""
        if guest not in rules.alone_step_free:
            return []
        return [(state, self.spare[state.table]) for state in self.tables if self.spare.get(state.table)]

    def out_for(self, guest: int, rules: Rules, present: Present) -> dict[int, frozenset[Reason]]:
        """The tables that are not for a guest, each with every rule against it."""
        group = rules.group_of(guest)
        coming = sum(1 for one in group if one == guest or present.to_come(one)) if group else 1
        step_free = rules.needs_step_free(guest)
        avoided = self._avoided(group or frozenset({guest}), rules, present)
        needed = self._needed_by_groups(coming, group, rules, present)
        out: dict[int, frozenset[Reason]] = {}
        for state in self.tables:
            if state.capacity <= state.taken:
                continue
            free = self.free(state) + (self.spare.get(state.table, 0) if step_free else 0)
            against = {
                Reason.STEP_FREE: step_free and not state.step_free,
                Reason.APART: state.table in avoided,
                Reason.HELD: free <= 0,
                Reason.TOGETHER: 0 < free < coming,
                Reason.TO_COME: state.table in needed,
            }
            if any(against.values()):
                out[state.table] = frozenset(reason for reason, holds in against.items() if holds)
        return out

    def _avoided(self, people: Iterable[int], rules: Rules, present: Present) -> set[int]:
        """The tables of those who are kept apart from one of some people; also where they are going to sit."""
        tables: set[int] = set()
        for one in people:
            for other in rules.apart.get(one, ()):
                where = present.seats.get(other, rules.bound.get(other, self.homes.get(other)))
                if where is not None:
                    tables.add(where)
        return tables

    def _needed_by_groups(self, coming: int, mine: frozenset[int], rules: Rules, present: Present) -> list[int]:
        """The tables that groups still to come could not do without."""
        waiting = [
            (sum(map(present.to_come, group)), bool(group & rules.step_free))
            for group in rules.together
            if group != mine and not any(one in present.seats or one in rules.bound for one in group)
        ]
        waiting = [(size, step_free) for size, step_free in waiting if size > 1 or (size and step_free)]
        if not waiting:
            return []
        waiting.sort(reverse=True)
        free = {state.table: self.free(state) for state in self.tables}
        level = {state.table for state in self.tables if state.step_free}
        worst = {table: max(0, seats - coming) for table, seats in free.items()}
        if _fit(waiting, worst, level) or not _fit(waiting, free, level):
            return []
        after = ({**free, table: seats - coming} for table, seats in free.items())
        return [table for table, room in zip(free, after, strict=True) if not _fit(waiting, room, level)]


def _fit(groups: Sequence[tuple[int, bool]], free: Mapping[int, int], level: set[int]) -> bool:
    """Whether groups, the largest first, find a table each: the tightest that has room, without a step if need be."""
    room = dict(free)
    for size, step_free in groups:
        fitting = [table for table, seats in room.items() if seats >= size and (not step_free or table in level)]
        if not fitting:
            return False
        best = min(fitting, key=lambda table: (not step_free and table in level, room[table]))
        room[best] -= size
    return True


def in_use(
    tables: Sequence[TableState], people: int, minimum: int, luck: Luck, always: Iterable[int] = ()
) -> list[TableState]:
    """The tables that so many people are enough for, so that nobody sits at a table below the minimum.

    Tables with people, and those that belong to somebody, are among them; luck says which others. There is always a
    free seat among them as long as the room has one, and seats for everybody if it has.

    Args:
        tables: Those that take part in the draw.
        people: How many are counted on, those who are there included.
        minimum: How many a table should have at least; 0 for no minimum.
        luck: Of the event.
        always: Tables that belong to somebody.
    """
    if not minimum:
        return list(tables)
    order = luck.shuffled([state.table for state in tables], "in use")
    place, owned = {table: at for at, table in enumerate(order)}, frozenset(always)
    first = sorted(tables, key=lambda state: (not state.taken, state.table not in owned, place[state.table]))
    chosen: list[TableState] = []
    seats = free = 0
    for state in first:
        needed = state.taken or state.table in owned
        if not needed and len(chosen) >= max(1, people // minimum) and seats >= people and free:
            break
        chosen.append(state)
        seats += state.capacity
        free += max(0, state.capacity - state.taken)
    return sorted(chosen, key=lambda state: state.number)


def claims_of(tables: Sequence[TableState], luck: Luck, rules: Rules, present: Present) -> Claims:
    """Whose the seats of a room are, as it is now.

    Args:
        tables: Those that take part in the draw.
        luck: Says how the seats kept for those who need no step are shared out over the tables.
        rules: Of the event.
        present: Who sits where, and who may still come.
    """
    states = tuple(tables)
    if not rules.bind:
        cards = {state.table: state.capacity for state in states}
        return Claims(states, cards, {state.table: state.taken for state in states})
    home: Counter[int] = Counter()
    kept: Counter[int] = Counter()
    for guest, table in rules.bound.items():
        home[table] += present.seats.get(guest) == table
        kept[table] += guest not in present.seats and present.to_come(guest)
    spare, at_ease = _spared(states, luck, rules, present, kept, home)
    held, homes = _held(rules, present)
    cards, taken = {}, {}
    for state in states:
        table = state.table
        own = home[table] + at_ease[table]
        cards[table] = max(0, state.capacity - own - kept[table] - spare[table])
        taken[table] = state.taken - own + held[table]
    return Claims(states, cards, taken, kept, spare, held, homes)


def _spared(
    states: Sequence[TableState], luck: Luck, rules: Rules, present: Present, kept: Counter[int], home: Counter[int]
) -> tuple[Counter[int], Counter[int]]:
    """Free seats kept for those who need no step and come alone; and those of them who sit on such a seat."""
    people = [guest for guest in rules.alone_step_free if guest in present.seats or present.to_come(guest)]
    seats = {state.table: state.capacity - kept[state.table] - home[state.table] for state in states if state.step_free}
    seats = {table: count for table, count in seats.items() if count > 0}
    if not people or not seats:
        return Counter(), Counter()
    share = share_out(seats, min(len(people), sum(seats.values())), luck, "step-free")
    at = Counter(present.seats[guest] for guest in people if guest in present.seats)
    spare: Counter[int] = Counter()
    at_ease: Counter[int] = Counter()
    still = sum(1 for guest in people if guest not in present.seats)
    free = {state.table: state.capacity - state.taken - kept[state.table] for state in states}
    for table, count in share.items():
        at_ease[table] = min(count, at[table])
        spare[table] = max(0, min(count - at_ease[table], free[table], still))
        still -= spare[table]
    return spare, at_ease


def _held(rules: Rules, present: Present) -> tuple[Counter[int], dict[int, int]]:
    """Free seats held for the rest of groups, and where that is: with most of those who are there."""
    held: Counter[int] = Counter()
    homes: dict[int, int] = {}
    for group in rules.together:
        there = Counter(present.seats[one] for one in group if one in present.seats)
        rest = [one for one in group if one not in present.seats and one not in rules.bound]
        if there and rest:
            table = min(there, key=lambda one: (-there[one], one))
            homes.update(dict.fromkeys(rest, table))
            held[table] += sum(map(present.to_come, rest))
    return held, homes

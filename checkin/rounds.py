"""Rounds: who sits where after the first, so that people meet whom they have not met and whom they came for.

The order of importance is rules, then no repeats, then wishes, then the mix; within a repeat count, repeats are spread
over the guests. A first complete answer takes a fraction of a second and is improved for as long as there is time:
``plan`` may be stopped at any moment and keeps the best. It knows no clock and no luck of its own.

>>> import numpy as np
>>> meal = Meal(capacities=((2, 2), (2, 2)), guests=4, given=((0, 0, 1, 1),), wishes=((0, 3),))
>>> made = plan(meal, random=np.random.default_rng(1), clock=iter(range(10_000)).__next__, seconds=60)
>>> made.score.repeats, made.score.wishes_met
(0, 1)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from checkin import bounds, rotation
from checkin.exchange import CLASS_COSTS, MIX, REPEAT, Random, Search, Standing
from checkin.meal import NOBODY, Meal
from checkin.score import Rounds, Score, score

COLD = 1e-3
TELL = 0.5
"""Seconds between two answers on the way."""

DENSE = 0.3
"""From this share of all possible partners on, repeats are searched for slowly, and not in passing."""


class Said(StrEnum):
    """What a plan has to say besides its figures."""

    REPEATS_UNAVOIDABLE = "repeats_unavoidable"
    REPEATS_LEFT = "repeats_left"
    TOGETHER_BROKEN = "together_broken"
    APART_BROKEN = "apart_broken"
    PIN_BROKEN = "pin_broken"
    STEP_FREE_BROKEN = "step_free_broken"
    NOT_SEATED = "not_seated"
    SMALL_TABLE = "small_table"
    OTHER_TABLES = "other_tables"


@dataclass(frozen=True, slots=True)
class Remark:
    """Something about a plan that a person should know.

    Attributes:
        guests: Whom it is about.
        round: In which round, from 0; None for all.
        figure: A number that belongs to it: the bound, the table, how many tables would help.
    """

    said: Said
    guests: tuple[int, ...] = ()
    round: int | None = None
    figure: int = 0


@dataclass(frozen=True, slots=True)
class Plan:
    """All rounds, the settled ones included, and what they come to."""

    rounds: Rounds
    score: Score
    remarks: tuple[Remark, ...]


def plan(
    meal: Meal,
    *,
    random: Random,
    clock: Callable[[], float],
    seconds: float,
    stopped: Callable[[], bool] = lambda: False,
    better: Callable[[Rounds], None] = lambda _rounds: None,
) -> Plan:
    """The best rounds found in the time there is.

    Args:
        meal: The room, who is there, what is settled, rules and wishes.
        random: Where luck comes from.
        clock: Seconds that count (of the processor, or of the wall).
        seconds: How long to search.
        stopped: Whether somebody has asked to stop.
        better: Is told the first complete answer, and better ones at most twice a second.
    """
    if meal.first_open >= meal.rounds:
        return _finished(meal, meal.given)
    started = clock()
    search = Search(meal, random)
    hunt = _Hunt(search, meal)
    hunt.quench(tries=2)
    hunt.settle_stages()
    better(hunt.best_rounds())
    now = told = clock()
    lap = 0.0
    while not (hunt.perfect or stopped()) and now - started + 2 * lap < seconds:  # two laps more to settle and to count
        hunt.sweep((now - started) / seconds)
        last, now = now, clock()
        lap = now - last
        if hunt.improved and now - told > TELL:
            told = now
            better(hunt.best_rounds())
    hunt.quench(tries=4)
    return _finished(meal, hunt.best_rounds())


class _Hunt:
    """A search on its way down from hot to cold, with the best it came by."""

    def __init__(self, search: Search, meal: Meal) -> None:
        self.search = search
        self.improved = False
        self._goal = _goal(meal)
        self._meal = meal
        self._stages: list[_Stage] = []
        self._steps = max(4, meal.guests // 6)
        self._best: Standing | None = None
        self._kept = search.seats.copy()

    @property
    def perfect(self) -> bool:
        """Whether the bound is reached in everything."""
        best, goal = self._best, self._goal
        return (
            best is not None
            and (best.unbroken, best.fresh, best.wishes) == (goal.unbroken, goal.fresh, goal.wishes)
            and best.spread >= goal.spread
            and best.mix >= goal.mix - MIX
        )

    def settle_stages(self) -> None:
        """What is to freeze when: no time for repeats where a first try has none too many already."""
        done = self._best is not None and self._best.fresh == self._goal.fresh
        self._stages = list(_stages(self._meal, fresh=done, forced=self._goal.fresh < 0))

    def sweep(self, spent: float) -> None:
        """Each open round once, at the temperature that belongs to the share of time that is spent."""
        stage, temperature, sharpness = self._heat(spent)
        steps = 4 if stage.dense else self._steps
        for round_ in self.search.order:
            self.search.turn(round_, steps, temperature, sharpness)
        if spent > stage.look_from:
            self._look()

    def quench(self, tries: int = 30) -> None:
        """Down to where no exchange helps any more, or so many times round at most."""
        self._look()
        calm = 0
        for _ in range(tries):
            before = self.search.standing()
            for round_ in self.search.order:
                self.search.turn(round_, max(4, self._steps // 4), COLD)
            self._look()
            calm = 0 if self.search.standing() > before else calm + 1
            if self.perfect or calm > 3:  # a turn tries only some of the exchanges
                return

    def best_rounds(self) -> Rounds:
        """The best rounds so far."""
        self.improved = False
        return self.search.rounds(self._kept)

    def _look(self) -> None:
        standing = self.search.standing()
        if self._best is None or standing > self._best:
            self._best, self._kept, self.improved = standing, self.search.seats.copy(), True

    def _heat(self, spent: float) -> tuple[_Stage, float, float]:
        start = 0.0
        for stage in self._stages:
            if spent < start + stage.share or stage is self._stages[-1]:
                done = min(1.0, (spent - start) / stage.share)
                cold = done > 0.97  # the last moments of a stage settle what it reached
                heat = COLD if cold else stage.hot * (stage.cool / stage.hot) ** done
                return stage, heat, stage.sharpness
            start += stage.share
        raise AssertionError(spent)


@dataclass(frozen=True, slots=True)
class _Stage:
    share: float
    hot: float
    cool: float
    dense: bool = False
    sharpness: float = 0.0
    look_from: float = 0.0


def _stages(meal: Meal, *, fresh: bool, forced: bool) -> Iterator[_Stage]:
    """What freezes when, as shares of the time.

    Args:
        meal: What is planned.
        fresh: Whether there are no more repeats already than there must be.
        forced: Whether there must be some, which are then to be spread.
    """
    seats = max(max(sizes, default=0) for sizes in meal.capacities)
    dense = not fresh and meal.rounds * (seats - 1) > DENSE * max(1, meal.guests - 1)
    wishes, mix = bool(meal.wishes), bool(meal.attributes)
    parts = (1.0 if dense else 0.0) + (1.0 if wishes else 0.0) + (0.5 if mix else 0.0)
    if dense or not parts:
        spread = 0.2 if forced else 0.0
        yield _Stage(1.0 / max(1.0, parts), 0.25 * REPEAT, 0.2 * REPEAT, dense=True, sharpness=spread)
    if wishes:
        hot = 0.35 if meal.guests < 500 else 0.3  # measured: less time a guest, less heat
        yield _Stage(1.0 / parts, hot, 0.12)
    if mix:
        yield _Stage(0.5 / parts, 0.012, 0.002)


def _goal(meal: Meal) -> Standing:
    """What cannot be beaten."""
    fewest = bounds.repeats(meal)
    mix = 0.0
    for round_ in range(meal.first_open, meal.rounds):
        tables = sum(1 for seats in meal.capacities[round_] if seats)
        for name, classes in meal.attributes.items():
            mix -= 2 * MIX * CLASS_COSTS.get(name, 1.0) * bounds.same(classes, meal.present(round_), tables)
    return Standing(0, -fewest, bounds.wishes(meal), -_most_even(2 * fewest, meal.guests), mix)


def _most_even(shares: int, guests: int) -> int:
    """The smallest sum of squares when so many shares of repeats are spread over the guests."""
    each, over = divmod(shares, max(1, guests))
    return guests * each * each + over * (2 * each + 1)


def _finished(meal: Meal, rounds: Rounds) -> Plan:
    told = score(meal, rounds)
    return Plan(rounds, told, tuple(_remarks(meal, rounds, told)))


def _remarks(meal: Meal, rounds: Rounds, told: Score) -> Iterator[Remark]:
    for round_ in range(meal.first_open, meal.rounds):
        yield from _broken(meal, rounds[round_], round_)
    if told.repeats_bound:
        yield Remark(Said.REPEATS_UNAVOIDABLE, figure=told.repeats_bound)
    if told.repeats > told.repeats_bound:
        yield Remark(Said.REPEATS_LEFT, figure=told.repeats - told.repeats_bound)
    if told.repeats and len({len(set(sizes)) for sizes in meal.capacities} | {1}) == 1:
        seats = max(meal.capacities[0])
        helpful = rotation.advice(meal.tables, seats, meal.rounds, meal.guests)
        if helpful is not None and helpful != meal.tables and not meal.known:
            yield Remark(Said.OTHER_TABLES, figure=helpful)


def _broken(meal: Meal, tables: tuple[int, ...], round_: int) -> Iterator[Remark]:
    """The rules that a round does not keep."""
    there = meal.present(round_)
    yield from (Remark(Said.NOT_SEATED, (guest,), round_) for guest in there if tables[guest] == NOBODY)
    for group in meal.together:
        if len({tables[guest] for guest in group if tables[guest] != NOBODY}) > 1:
            yield Remark(Said.TOGETHER_BROKEN, tuple(sorted(group)), round_)
    for one, other in meal.apart:
        if tables[one] == tables[other] != NOBODY:
            yield Remark(Said.APART_BROKEN, (one, other), round_, tables[one])
    for guest in there:
        if tables[guest] != NOBODY and not meal.allows(guest, tables[guest]):
            pinned = guest in meal.pinned
            yield Remark(Said.PIN_BROKEN if pinned else Said.STEP_FREE_BROKEN, (guest,), round_, tables[guest])
    sizes = Counter(table for table in tables if table != NOBODY)
    wanted = min(meal.minimum or 0, bounds.smallest(meal, round_))
    for table, size in sorted(sizes.items()):
        if size < wanted:
            yield Remark(Said.SMALL_TABLE, (), round_, table)

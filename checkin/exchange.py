"""The search for good rounds: people change seats between tables, many pairs of tables at once.

In each step the tables of one round are paired off by chance; in each pair all exchanges of two seats (a free seat is a
seat, too) and "no exchange" are weighed at once, and one is drawn with a chance in proportion to exp(gain / heat), a
heat bath. The pairs of tables do not touch each other, so a step is a handful of array operations however many pairs
there are. Rounds take turns; the heat falls from stage to stage: first repeats freeze, then wishes, then the mix.

Why it is fast: the gain of exchanging i and j is M[i, their table] - M[i, own] + the same for j - 2·W[i, j], where
W[i, j] is what it is worth that i and j share a table in this round, given the other rounds, and M adds W up by table.
The method is simulated annealing by Gibbs sampling over disjoint neighbourhoods; drawing with Gumbel noise: the largest
of (gain + temperature · noise) falls on each exchange with just that chance (Gumbel 1954; Geman and Geman 1984).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from checkin import late
from checkin.meal import NOBODY, Meal
from checkin.score import Rounds

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Ints = NDArray[np.intp]
else:
    np = late.library("numpy")

REPEAT, MIX, FORBIDDEN, STUCK = 4.0, 0.04, 1e4, 1e6
"""What a repeat and a pair of one class cost, beside a wish of 1; what rules forbid; what cannot be at all."""

APART, SMALL = 1e3, 1e3
"""What two people kept apart cost at one table, and a table below its least."""

CLASS_COSTS = {"company": 3.0}
"""Attributes that weigh more than the others, as in the draw at the door."""

POOL = 1 << 18


class Random(Protocol):
    """Where luck comes from: a ``numpy.random.Generator``."""

    def permuted(self, x: Any, *, axis: int) -> Any:  # noqa: ANN401 - numpy's own signature
        """Every row in an order of its own."""

    def permutation(self, x: int) -> Any:  # noqa: ANN401
        """So many numbers in an order by chance."""

    def gumbel(self, *, size: int) -> Any:  # noqa: ANN401
        """So many numbers distributed like the largest of many."""

    def integers(self, low: int, high: int, size: int) -> Any:  # noqa: ANN401
        """So many whole numbers."""


class Standing(NamedTuple):
    """How good some rounds are; of two the larger one is better."""

    unbroken: int
    fresh: int
    wishes: int
    spread: int
    mix: float


class Search:
    """The open rounds of a meal while they are improved.

    Guests are 0 to n - 1; in the arrays n stands for a free seat and n + 1 for the wall beyond a table's last seat.

    Attributes:
        seats: For each round, table and seat who sits there.
        order: The open rounds.
    """

    def __init__(self, meal: Meal, random: Random) -> None:
        """Seat everybody for a start: what is settled, those who are bound to tables, groups, then everybody evenly."""
        self.meal, self.random = meal, random
        self.n, self.g = meal.guests, meal.tables
        self.free, self.wall = meal.guests, meal.guests + 1
        self.order = list(range(meal.first_open, meal.rounds))
        self.groups = [np.array(sorted(group), dtype=np.intp) for group in meal.together if len(group) > 1]
        self._stuck = np.zeros(self.n + 2, dtype=np.float32)
        self._stuck[self.wall] = STUCK
        for group in self.groups:
            self._stuck[group] = STUCK
        many = np.arange(128)
        self._costs = (-REPEAT * (many > 0) * (0.9 + 0.1 * many)).astype(np.float32)  # a third meeting is worse still
        self._noise: Floats = random.gumbel(size=POOL).astype(np.float32)
        self._at = 0
        self._apart = np.array(meal.apart, dtype=np.intp).reshape(-1, 2)
        self._forbidden = self._bans()
        self._wishes, self._base = self._worths()
        self.seats = self._start()
        self._least = [np.array(meal.least(round_)) for round_ in range(meal.rounds)]
        self._shared = np.array([self._share(round_) for round_ in range(meal.rounds)])
        self._past = np.zeros((self.n + 2, self.n + 2), dtype=np.int8)
        for one, other in meal.known:
            self._past[one, other] = self._past[other, one] = 1
        self._total = self._past + self._shared.sum(0, dtype=np.int8)

    # --- what things are worth ---

    def _bans(self) -> Floats:
        """Table by guest: what it costs to sit there against the rules."""
        bans = np.zeros((self.g, self.n + 2), dtype=np.float32)
        bound = [guest for guest in range(self.n) if guest in self.meal.pinned or guest in self.meal.step_free_guests]
        for table in self.meal.kept_free:
            bans[table, : self.n] = -FORBIDDEN
        for guest in bound:
            for table in range(self.g):
                bans[table, guest] = 0 if self.meal.allows(guest, table) else -FORBIDDEN
        return bans

    def _worths(self) -> tuple[list[NDArray[Any]], Floats]:
        """Wishes as (one, other, how many of the two), and what each pair is worth whatever the other rounds are."""
        count: dict[tuple[int, int], int] = {}
        for one, other in self.meal.wishes:
            if one != other:
                pair = (min(one, other), max(one, other))
                count[pair] = count.get(pair, 0) + 1
        pairs = np.array(list(count), dtype=np.intp).reshape(-1, 2)
        worth = np.array(list(count.values()), dtype=np.float32)
        base = np.zeros((self.n + 2, self.n + 2), dtype=np.float32)
        for name, classes in self.meal.attributes.items():
            known = sorted({label for label in classes if label})
            numbers = np.array([known.index(label) if label else -1 - at for at, label in enumerate(classes)])
            alike = numbers[:, None] == numbers[None, :]
            base[: self.n, : self.n] -= np.float32(MIX * CLASS_COSTS.get(name, 1.0)) * alike
        np.fill_diagonal(base, 0)
        return [pairs[:, 0], pairs[:, 1], worth], base

    def _worth_in(self, round_: int, sharpness: float) -> Floats:
        """W: what it is worth in a round that two share a table, given all other rounds.

        Args:
            round_: Which.
            sharpness: How much dearer a repeat is for those who have some already, to spread them.
        """
        others = self._total - self._shared[round_]
        worth: Floats = self._costs[others] + self._base
        if sharpness:
            again = np.maximum(self._total - 1, 0).sum(0, dtype=np.float32)
            again *= sharpness / max(1.0, float(again.max()))
            worth -= np.minimum(others, 1) * (again[:, None] + again[None, :])
        one, other, count = self._wishes
        fresh = count * (others[one, other] == 0)
        worth[one, other] += fresh
        worth[other, one] += fresh
        worth[self._apart[:, 0], self._apart[:, 1]] = worth[self._apart[:, 1], self._apart[:, 0]] = -APART
        for group in self.groups:
            worth[np.ix_(group, group)] = 0
        worth[self.n :] = 0
        worth[:, self.n :] = 0
        np.fill_diagonal(worth, 0)
        return worth

    # --- where people start ---

    def _start(self) -> Ints:
        widest = max((max(sizes, default=0) for sizes in self.meal.capacities), default=0)
        seats = np.full((self.meal.rounds, self.g, widest), self.free, dtype=np.intp)
        for round_, sizes in enumerate(self.meal.capacities):
            for table, size in enumerate(sizes):
                seats[round_, table, size:] = self.wall
            filling = _Filling(seats[round_], sizes, self.random.permutation(self.g))
            if round_ < self.meal.first_open:
                for guest, table in enumerate(self.meal.given[round_]):
                    if table != NOBODY:
                        filling.sit(guest, table)
            else:
                self._fill(filling, round_)
        return seats

    def _fill(self, filling: _Filling, round_: int) -> None:
        """Those who are bound to tables first, then groups, the largest first, then everybody else evenly."""
        there = set(self.meal.present(round_))
        luck = [int(guest) for guest in self.random.permutation(self.n) if guest in there]
        bound = self.meal.pinned.keys() | self.meal.step_free_guests
        grouped = {int(guest) for group in self.groups for guest in group}
        units = [[int(guest) for guest in group if guest in there] for group in self.groups]
        units += [[guest] for guest in luck if guest in bound and guest not in grouped]
        units.sort(key=lambda unit: (not self.meal.pinned.keys() & set(unit), not bound & set(unit), -len(unit)))
        for unit in units:
            tables = [table for table in range(self.g) if all(self.meal.allows(guest, table) for guest in unit)]
            filling.sit_together(unit, tables)
        filling.spread(
            [guest for guest in luck if guest not in bound and guest not in grouped],
            [table for table in range(self.g) if table not in self.meal.kept_free],
        )

    # --- improving ---

    def turn(self, round_: int, steps: int, temperature: float, sharpness: float = 0.0) -> None:
        """Improve one round by so many steps, with all others as they are."""
        worth = self._worth_in(round_, sharpness)
        seats = self.seats[round_]
        sums: Floats = worth[seats].sum(1) + self._forbidden
        if self.groups:
            self._move_groups(seats, worth, sums, temperature)
        half = self.g // 2 if seats.size else 0
        sizes = (seats < self.n).sum(1)
        tables = self.random.permuted(np.tile(np.arange(self.g), (steps if half else 0, 1)), axis=1)
        for left, right in zip(tables[:, :half], tables[:, half : 2 * half], strict=True):
            self._step(seats, worth, sums, sizes, self._least[round_], left, right, np.float32(temperature))
        self._total -= self._shared[round_]
        self._shared[round_] = self._share(round_)
        self._total += self._shared[round_]

    def _step(
        self, seats: Ints, worth: Floats, sums: Floats, sizes: Ints, least: Ints, left: Ints, right: Ints,
        temperature: np.float32,
    ) -> None:  # fmt: skip
        ours, theirs = seats[left], seats[right]
        going = sums[right[:, None], ours] - sums[left[:, None], ours] - self._stuck[ours]
        coming = sums[left[:, None], theirs] - sums[right[:, None], theirs] - self._stuck[theirs]
        going -= ((ours == self.free) & (sizes[right] <= least[right])[:, None]) * np.float32(SMALL)
        coming -= ((theirs == self.free) & (sizes[left] <= least[left])[:, None]) * np.float32(SMALL)
        gain = going[:, :, None] + coming[:, None, :] - 2 * worth[ours[:, :, None], theirs[:, None, :]]
        gain = gain.reshape(len(left), -1)
        noise = temperature * self._gumbel(gain.size + len(left))
        gain += noise[: gain.size].reshape(gain.shape)
        best = gain.argmax(1)
        pairs = np.flatnonzero(gain[np.arange(len(left)), best] > noise[gain.size :])
        if not pairs.size:
            return
        here, there = np.divmod(best[pairs], seats.shape[1])
        self._exchange(seats, worth, sums, sizes, left[pairs], here, right[pairs], there)

    def _exchange(
        self, seats: Ints, worth: Floats, sums: Floats, sizes: Ints, left: Ints, here: Ints, right: Ints, there: Ints
    ) -> None:
        going, coming = seats[left, here], seats[right, there]
        seats[left, here], seats[right, there] = coming, going
        change = worth[coming] - worth[going]
        sums[left] += change
        sums[right] -= change
        grown = (coming < self.n).astype(np.intp) - (going < self.n)
        sizes[left] += grown
        sizes[right] -= grown

    def _gumbel(self, count: int) -> Floats:
        """The next noise from the pool, which is long enough not to repeat itself within a turn or two."""
        if count > POOL:
            return self.random.gumbel(size=count).astype(np.float32)  # type: ignore[no-any-return]
        if self._at + count > POOL:
            self._at = int(self.random.integers(0, POOL - count + 1, 1)[0])
        self._at += count
        return self._noise[self._at - count : self._at]

    def _move_groups(self, seats: Ints, worth: Floats, sums: Floats, temperature: float) -> None:
        """Let each group change places with the people of another table who fit best, drawn like an exchange."""
        for group in self.groups:
            home, chairs = np.nonzero(np.isin(seats, group))
            if not len(home) or (home != home[0]).any():
                continue
            members = seats[home, chairs]
            table = int(home[0])
            each = sums[table, seats] - sums[np.arange(self.g)[:, None], seats] - self._stuck[seats]
            each = each - 2 * worth[members][:, seats].sum(0)
            picked = np.argsort(-each, axis=1)[:, : len(members)]
            if picked.shape[1] < len(members):
                continue
            gain = np.take_along_axis(each, picked, 1).sum(1) + (sums[:, members] - sums[table, members]).sum(1)
            gain += np.float32(temperature) * self._gumbel(self.g)
            gain[table] = np.float32(temperature) * self._gumbel(1)[0]
            other = int(gain.argmax())
            if other == table or gain[other] < gain[table]:
                continue
            places = picked[other]
            leaving = seats[other, places]
            seats[table, chairs], seats[other, places] = leaving, members
            change = worth[leaving].sum(0) - worth[members].sum(0)
            sums[table] += change
            sums[other] -= change

    # --- what came of it ---

    def _tables(self, seats: Ints) -> Ints:
        """The table of each guest, where a round is seated so; two places more, for free seats and walls."""
        where = np.full(self.n + 2, NOBODY, dtype=np.intp)
        where[seats] = np.arange(self.g)[:, None]
        where[self.n :] = NOBODY
        return where

    def _share(self, round_: int) -> NDArray[np.int8]:
        """Who shares a table with whom in a round."""
        where = self._tables(self.seats[round_])
        shared = (where[:, None] == where[None, :]) & (where >= 0)[:, None]
        np.fill_diagonal(shared, val=False)
        counted: NDArray[np.int8] = shared.astype(np.int8)
        return counted

    def standing(self) -> Standing:
        """How good the rounds are now."""
        tonight = self._total - self._past
        again = np.maximum(self._total - 1, 0) * (tonight > 0)
        for group in self.groups:
            again[np.ix_(group, group)] = 0
        one, other, count = self._wishes
        broken = int(tonight[self._apart[:, 0], self._apart[:, 1]].sum())
        mix = 0.0
        for round_ in self.order:
            seats = self.seats[round_]
            broken += int((self._forbidden[np.arange(self.g)[:, None], seats] < 0).sum())
            if self.meal.attributes:
                mix += float(self._base[seats[:, :, None], seats[:, None, :]].sum())
        each = again.sum(0, dtype=np.intp)
        met = int((count * (tonight[one, other] > 0)).sum())
        return Standing(-broken, -int(each.sum()) // 2, met, -int((each * each).sum()), mix)

    def rounds(self, seats: Ints) -> Rounds:
        """All rounds, the settled ones included, as they are where everybody sits so."""
        return tuple(tuple(self._tables(each)[: self.n].tolist()) for each in seats)


class _Filling:
    """The tables of one round while people are put there one after the other, always where it is emptiest."""

    def __init__(self, seats: Ints, sizes: Sequence[int], luck: Sequence[int]) -> None:
        self.seats, self.sizes, self.luck = seats, sizes, luck
        self.taken = [0] * len(sizes)

    def sit(self, guest: int, table: int) -> None:
        """Put one guest at a table, if it has a seat."""
        if self.taken[table] < self.sizes[table]:
            self.seats[table, self.taken[table]] = guest
            self.taken[table] += 1

    def sit_together(self, unit: Sequence[int], tables: Sequence[int]) -> None:
        """Put people at one of the tables that may be theirs; else at any; else each wherever there is a seat."""
        for choice in (tables, range(len(self.sizes))):
            fitting = [table for table in choice if self.sizes[table] - self.taken[table] >= len(unit) > 0]
            if fitting:
                best = min(fitting, key=lambda table: (self.taken[table], self.luck[table]))
                for guest in unit:
                    self.sit(guest, best)
                return
        if len(unit) > 1:
            for guest in unit:
                self.sit_together([guest], tables)

    def spread(self, guests: Sequence[int], tables: Sequence[int]) -> None:
        """Put everybody at the tables, evenly by their seats; those for whom there is no seat there, anywhere."""
        chairs = [
            (taken, self.luck[table], table)
            for table in tables
            for taken in range(self.taken[table], self.sizes[table])
        ]
        for guest, (_, _, table) in zip(guests, sorted(chairs), strict=False):
            self.sit(guest, table)
        for guest in guests[len(chairs) :]:
            self.sit_together([guest], ())

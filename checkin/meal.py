"""A meal in rounds as figures: tables, guests, what is settled already, rules and wishes.

Guests and tables are numbers from 0, rounds too; who they are is known to whoever asks. A list of tables, one a guest,
says who sits where in a round, ``NOBODY`` where a guest is not seated.

>>> meal = Meal(capacities=((2, 2), (2, 2)), guests=4, given=((0, 0, 1, 1),), wishes=((0, 2),))
>>> meal.rounds, meal.first_open, meal.kept_together
(2, 1, frozenset())
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations

NOBODY = -1
"""The table of a guest who is not seated in a round."""

Pair = tuple[int, int]


@dataclass(frozen=True)
class Meal:
    """What a plan of rounds is made for.

    Attributes:
        capacities: For each round the seats of each table; 0 where a table is closed in that round.
        guests: How many guests there are.
        given: The tables of the first rounds, which are settled: one list a round, one table a guest.
        absent: For each round the guests who are not there (late, or gone); nobody where it is left out.
        wishes: (who, whom) to meet; a mutual wish is two of them.
        met: Pairs who have met at earlier events.
        together: Groups who sit at one table in every round.
        apart: Pairs who never share a table.
        pinned: Guest to table, in every round that is planned: hosts, and whoever does not move.
        step_free_tables: Tables that a guest who needs it can reach without a step.
        step_free_guests: Guests who sit only at such tables.
        kept_free: Tables where only those sit who are pinned there.
        attributes: What a name (sector, company ...) says of each guest; None or "" where nothing is known.
        minimum: No table has fewer people than this where it can be helped; None for its even share.
    """

    capacities: tuple[tuple[int, ...], ...]
    guests: int
    given: tuple[tuple[int, ...], ...] = ()
    absent: tuple[frozenset[int], ...] = ()
    wishes: tuple[Pair, ...] = ()
    met: tuple[Pair, ...] = ()
    together: tuple[frozenset[int], ...] = ()
    apart: tuple[Pair, ...] = ()
    pinned: Mapping[int, int] = field(default_factory=dict)
    step_free_tables: frozenset[int] = frozenset()
    step_free_guests: frozenset[int] = frozenset()
    kept_free: frozenset[int] = frozenset()
    attributes: Mapping[str, tuple[str | None, ...]] = field(default_factory=dict)
    minimum: int | None = None

    @property
    def rounds(self) -> int:
        """How many rounds there are."""
        return len(self.capacities)

    @property
    def tables(self) -> int:
        """How many tables there are."""
        return len(self.capacities[0]) if self.capacities else 0

    @property
    def first_open(self) -> int:
        """The first round that is not settled."""
        return len(self.given)

    def present(self, round_: int) -> list[int]:
        """The guests who are there in a round; in a settled one, those who were seated."""
        if round_ < len(self.given):
            return [guest for guest, table in enumerate(self.given[round_]) if table != NOBODY]
        away = self.absent[round_] if round_ < len(self.absent) else frozenset()
        return [guest for guest in range(self.guests) if guest not in away]

    def allows(self, guest: int, table: int) -> bool:
        """Whether the rules of a guest alone allow a table."""
        if guest in self.pinned:
            return self.pinned[guest] == table
        if table in self.kept_free:
            return False
        return guest not in self.step_free_guests or table in self.step_free_tables

    @cached_property
    def kept_together(self) -> frozenset[Pair]:
        """The pairs, smaller number first, whom a rule keeps at one table; their meetings are no repeats."""
        return frozenset(pair for group in self.together for pair in combinations(sorted(group), 2))

    @cached_property
    def known(self) -> frozenset[Pair]:
        """The pairs, smaller number first, who have met before."""
        return frozenset((min(pair), max(pair)) for pair in self.met if pair[0] != pair[1])

    def shares(self, round_: int) -> list[int]:
        """The people that each table has at least in a round when all are filled evenly.

        >>> Meal(capacities=((10, 2, 5),), guests=9).shares(0)
        [3, 2, 3]
        """
        open_to_all = [0 if table in self.kept_free else size for table, size in enumerate(self.capacities[round_])]
        elsewhere = sum(table in self.kept_free for table in self.pinned.values())
        people = max(0, len(self.present(round_)) - elsewhere)
        level = max((size for size in open_to_all), default=0)
        while sum(min(size, level) for size in open_to_all) > people:
            level -= 1
        return [min(size, level) for size in open_to_all]

    def least(self, round_: int) -> list[int]:
        """The people that each table is to have at least in a round: its share, or one less where that helps wishes."""
        leeway = 1 if self.wishes else 0
        shares = self.shares(round_)
        if self.minimum is None:
            return [max(0, share - leeway) for share in shares]
        return [min(share, max(share - leeway, self.minimum)) for share in shares]

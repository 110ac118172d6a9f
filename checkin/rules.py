"""What a draw heeds besides luck: who belongs to a table, who stays together, who is kept apart, who needs no step.

Rules of people alone; the room, and who sits where, come with each question. Guests and tables are their ids.

>>> rules = Rules(together=(frozenset({1, 2}),), apart={3: frozenset({1}), 1: frozenset({3})})
>>> sorted(rules.group_of(2)), sorted(rules.group_of(3))
([1, 2], [])
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import ROUND_HALF_EVEN, Context, Decimal
from enum import StrEnum
from functools import cached_property

QUARTER = 4
"""Costs and temperature are counted in quarters, so that they are whole."""

_EXACT = Context(prec=60, rounding=ROUND_HALF_EVEN)
_ONE = 1 << 32


class Reason(StrEnum):
    """Why a table is not for somebody, or is the only one."""

    PINNED = "pinned"
    HOST = "host"
    TOGETHER = "together"
    APART = "apart"
    STEP_FREE = "step_free"
    HELD = "held"
    TO_COME = "to_come"


@dataclass(frozen=True)
class OpenUp:
    """The open-up mode: tables where somebody is like the guest, or has met them, are drawn less often.

    A table's chances are its cards times exp(-cost / temperature), the cost being the sum over who sits there.

    Attributes:
        costs: What a likeness costs, in quarters: attribute, or ``MET``.
        temperature: In quarters; the lower, the less is left to luck.
        classes: Attribute to guest to label; nothing where nothing is known.
        met: Guest to those they met at earlier events.
    """

    costs: Mapping[str, int]
    temperature: int = 1
    classes: Mapping[str, Mapping[int, str]] = field(default_factory=dict)
    met: Mapping[int, frozenset[int]] = field(default_factory=dict)

    @cached_property
    def alike(self) -> Mapping[str, Mapping[str, frozenset[int]]]:
        """Attribute to label to everybody who has it."""
        found: dict[str, dict[str, set[int]]] = {}
        for name, labels in self.classes.items():
            for guest, label in labels.items():
                found.setdefault(name, {}).setdefault(label, set()).add(guest)
        return {name: {label: frozenset(guests) for label, guests in labels.items()} for name, labels in found.items()}

    def likenesses(self, guest: int) -> Iterator[tuple[str, int, frozenset[int]]]:
        """What makes others costly to a guest: its name, what it costs, and who they are."""
        for name, cost in self.costs.items():
            others: frozenset[int] = frozenset()
            if name == MET:
                others = self.met.get(guest, others)
            elif (label := self.classes.get(name, {}).get(guest)) is not None:
                others = self.alike[name][label]
            if cost and others:
                yield name, cost, others

    @cached_property
    def _weights(self) -> dict[int, int]:
        return {}

    def weight(self, cost: int) -> int:
        """exp(-cost / temperature) as a whole number of 2**-32, never 0: the same on every machine.

        >>> OpenUp({}, temperature=1).weight(0), OpenUp({}, temperature=1).weight(4)
        (4294967296, 78665070)
        """
        if cost not in self._weights:
            share = _EXACT.exp(_EXACT.divide(Decimal(-cost), Decimal(self.temperature)))
            self._weights[cost] = max(1, int(_EXACT.multiply(share, Decimal(_ONE)).to_integral_value()))
        return self._weights[cost]


MET = "met"
"""The likeness of having met at an earlier event."""

USUAL_COSTS: Mapping[str, int] = {"sector": 4, "company": 12, "sex": 1, "age_band": 1, MET: 16}
"""In quarters: a colleague is worse than somebody of the same trade, somebody one has met worse than both."""


@dataclass(frozen=True)
class Rules:
    """The rules of an event.

    Attributes:
        pinned: Guest to the table that is theirs.
        hosts: Those of them who are their table's hosts.
        together: Groups at one table; nobody is in two.
        apart: Guest to those who never sit at their table; both ways.
        step_free: Guests who sit only where no step leads.
        open_up: The open-up mode, or None for pure luck.
    """

    pinned: Mapping[int, int] = field(default_factory=dict)
    hosts: frozenset[int] = frozenset()
    together: tuple[frozenset[int], ...] = ()
    apart: Mapping[int, frozenset[int]] = field(default_factory=dict)
    step_free: frozenset[int] = frozenset()
    open_up: OpenUp | None = None

    @property
    def bind(self) -> bool:
        """Whether any of them could bind a draw."""
        return bool(self.pinned or self.together or self.apart or self.step_free)

    @cached_property
    def _groups(self) -> Mapping[int, frozenset[int]]:
        return {guest: group for group in self.together for guest in group}

    def group_of(self, guest: int) -> frozenset[int]:
        """The people who stay together with a guest, the guest included; nobody where there is no such rule."""
        return self._groups.get(guest, frozenset())

    def pin_of(self, guest: int) -> int | None:
        """The table that is a guest's own, or that of somebody whom they stay with."""
        pins = (self.pinned[one] for one in sorted({guest} | self.group_of(guest)) if one in self.pinned)
        return self.pinned.get(guest, next(pins, None))

    @cached_property
    def bound(self) -> Mapping[int, int]:
        """Everybody who has a table of their own, through others, too."""
        everybody = {one for guest in self.pinned for one in {guest} | self.group_of(guest)}
        return {guest: table for guest in sorted(everybody) if (table := self.pin_of(guest)) is not None}

    @cached_property
    def alone_step_free(self) -> frozenset[int]:
        """Those who need no step and come by themselves, with no table of their own: seats are kept for them."""
        return frozenset(guest for guest in self.step_free if guest not in self.bound and not self.group_of(guest))

    def needs_step_free(self, guest: int) -> bool:
        """Whether a guest, or somebody they stay with, needs a table without a step."""
        return bool(self.step_free & ({guest} | self.group_of(guest)))


NO_RULES = Rules()


@dataclass(frozen=True)
class Present:
    """Who is in the room, and who may still come.

    Attributes:
        seats: Guest to table, for everybody who sits.
        to_come: Whether a guest is expected and not there yet.
    """

    seats: Mapping[int, int] = field(default_factory=dict)
    to_come: Callable[[int], bool] = lambda _guest: False


NOBODY_YET = Present()

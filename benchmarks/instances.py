"""Rooms to measure on, as JSON, so that anybody can try their own: tables, guests, rounds, wishes, rules.

``{"tables": [capacity, ...], "guests": n, "rounds": R, "round1": [table per guest] or null, "arrivals": [guest, ...]
or null, "wishes": [[a, b], ...], "met": [[a, b], ...], "together": [[...]], "apart": [[a, b]], "pinned": {"guest":
table}, "step_free_tables": [...], "step_free_guests": [...], "attributes": {"sector": [...], "company": [...]}}``:
every key but the first three may be left out; guests and tables count from 0; -1 is no table.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from checkin.claims import TableState
from checkin.deck import Dealer
from checkin.luck import Luck
from checkin.meal import NOBODY, Meal
from checkin.rules import USUAL_COSTS, OpenUp, Present, Rules
from checkin.seating import Draw, draw

ROOMS = Path(__file__).with_name("rooms")


class WrongInstance(ValueError):
    """The file does not describe a room; the text says where."""


@dataclass(frozen=True)
class Instance:
    """A room as the file gives it."""

    tables: tuple[int, ...]
    guests: int
    rounds: int
    round1: tuple[int, ...] | None = None
    arrivals: tuple[int, ...] | None = None
    wishes: tuple[tuple[int, int], ...] = ()
    met: tuple[tuple[int, int], ...] = ()
    together: tuple[frozenset[int], ...] = ()
    apart: tuple[tuple[int, int], ...] = ()
    pinned: Mapping[int, int] = field(default_factory=dict)
    step_free_tables: frozenset[int] = frozenset()
    step_free_guests: frozenset[int] = frozenset()
    attributes: Mapping[str, tuple[str | None, ...]] = field(default_factory=dict)

    @property
    def order(self) -> tuple[int, ...]:
        """Who arrives, in which order."""
        return tuple(range(self.guests)) if self.arrivals is None else self.arrivals

    def rules(self, *, open_up: bool) -> Rules:
        """The rules for the draw."""
        apart: dict[int, frozenset[int]] = {}
        met: dict[int, frozenset[int]] = {}
        for pairs, known in ((self.apart, apart), (self.met, met)):
            for one, other in pairs:
                known[one] = known.get(one, frozenset()) | {other}
                known[other] = known.get(other, frozenset()) | {one}
        classes = {
            name: {guest: label for guest, label in enumerate(labels) if label}
            for name, labels in self.attributes.items()
        }
        ways = OpenUp(USUAL_COSTS, classes=classes, met=met) if open_up else None
        return Rules(
            pinned=self.pinned, together=self.together, apart=apart, step_free=self.step_free_guests, open_up=ways
        )

    def meal(self, seed: int) -> Meal:
        """What the rounds are planned for; without a first round, it is drawn as the door draws it."""
        first = self.round1 or self._drawn(seed)
        here = frozenset(self.order)
        away = frozenset(guest for guest in range(self.guests) if guest not in here) if self.round1 is None else ()
        return Meal(
            capacities=(self.tables,) * self.rounds,
            guests=self.guests,
            given=(first,),
            absent=(frozenset(away),) * self.rounds,
            wishes=self.wishes,
            met=self.met,
            together=self.together,
            apart=self.apart,
            pinned=self.pinned,
            step_free_tables=self.step_free_tables,
            step_free_guests=self.step_free_guests,
            attributes=self.attributes,
        )

    def _drawn(self, seed: int) -> tuple[int, ...]:
        first = [NOBODY] * self.guests
        for drawn in evening(self, self.rules(open_up=False), seed):
            first[drawn.guest] = drawn.table
        return tuple(first)


def evening(instance: Instance, rules: Rules, seed: int) -> Iterator[Draw]:
    """Everybody's draw in the order of arrival; who finds no seat at all is left out."""
    luck = Luck(seed.to_bytes(32, "big"), "instance")
    tables = [
        TableState(table, table + 1, size, 0, table in instance.step_free_tables)
        for table, size in enumerate(instance.tables)
    ]
    seats: dict[int, int] = {}
    waiting = set(range(instance.guests))
    present = Present(seats, waiting.__contains__)
    dealer = Dealer(luck)
    for counter, guest in enumerate(instance.order):
        drawn = draw(tables, guest=guest, counter=counter, luck=luck, dealer=dealer, rules=rules, present=present)
        waiting.discard(guest)
        if drawn is not None:
            seats[guest] = drawn.table
            state = tables[drawn.table]
            tables[drawn.table] = replace(state, taken=state.taken + 1)
            yield drawn


def load(path: Path) -> Instance:
    """Read and check a room.

    Raises:
        WrongInstance: It is not JSON, lacks something, or names a guest or a table that does not exist.
    """
    try:
        told = json.loads(path.read_text("utf-8"))
        instance = _instance(told)
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise WrongInstance(f"{path}: {error!r}") from error
    _check(instance)
    return instance


def _instance(told: Mapping[str, Any]) -> Instance:
    def pairs(name: str) -> tuple[tuple[int, int], ...]:
        return tuple((int(one), int(other)) for one, other in told.get(name) or ())

    def listed(name: str) -> tuple[int, ...] | None:
        return None if told.get(name) is None else tuple(int(one) for one in told[name])

    return Instance(
        tables=tuple(int(size) for size in told["tables"]),
        guests=int(told["guests"]),
        rounds=int(told["rounds"]),
        round1=listed("round1"),
        arrivals=listed("arrivals"),
        wishes=pairs("wishes"),
        met=pairs("met"),
        together=tuple(frozenset(int(one) for one in group) for group in told.get("together") or ()),
        apart=pairs("apart"),
        pinned={int(guest): int(table) for guest, table in (told.get("pinned") or {}).items()},
        step_free_tables=frozenset(listed("step_free_tables") or ()),
        step_free_guests=frozenset(listed("step_free_guests") or ()),
        attributes={
            name: tuple(None if label is None else str(label) for label in labels)
            for name, labels in (told.get("attributes") or {}).items()
        },
    )


def _check(instance: Instance) -> None:
    people: list[int] = [
        *(one for pair in (*instance.wishes, *instance.met, *instance.apart) for one in pair),
        *(one for group in instance.together for one in group),
        *instance.pinned,
        *instance.step_free_guests,
        *(instance.arrivals or ()),
    ]
    tables = [*instance.pinned.values(), *instance.step_free_tables, *(instance.round1 or ())]
    if wrong := [guest for guest in people if not 0 <= guest < instance.guests]:
        raise WrongInstance(f"no such guest: {wrong[0]}")
    if wrong := [table for table in tables if not NOBODY <= table < len(instance.tables)]:
        raise WrongInstance(f"no such table: {wrong[0]}")
    lists = {"round1": instance.round1, **instance.attributes}
    for name, listed in lists.items():
        if listed is not None and len(listed) != instance.guests:
            raise WrongInstance(f"{name} has {len(listed)} entries for {instance.guests} guests")
    if len(set(instance.order)) != len(instance.order):
        raise WrongInstance("somebody arrives twice")
    if instance.rounds < 1 or min(instance.tables, default=-1) < 0:
        raise WrongInstance("there are no rounds or no tables")
    for table, size in enumerate(instance.tables):
        if instance.round1 is not None and instance.round1.count(table) > size:
            raise WrongInstance(f"round1 has more people at table {table} than seats")

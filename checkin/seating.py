"""The draw at the door: which table a guest who has just come in sits at.

Pure mode, the event's promise: with no rule every guest has the same chance at every seat, at every place in the
order of arrival (``deck.py`` proves it), while the tables stay evenly filled. A draw needs nothing but the room as it
is now, so that moves by hand, arrivals taken back and tables opened late need no book-keeping. This module knows no
database, no clock and no guest but a number.

>>> tables = [TableState(table=11, number=1, capacity=8, taken=3), TableState(table=12, number=2, capacity=8, taken=1)]
>>> drawn = draw(tables, guest=7, counter=4, luck=Luck(bytes(32), "demo"))
>>> drawn.layer, [(card.number, card.weight) for card in drawn.candidates], drawn.table
(0, [(2, 2)], 12)
>>> replay(drawn, tables, Luck(bytes(32), "demo"))
True
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from fractions import Fraction
from typing import Any

from checkin.deck import Deck, deal
from checkin.luck import Luck

PURE = "pure"


@dataclass(frozen=True, slots=True)
class TableState:
    """A table that may be drawn, now. Closed and reserved ones are left out by whoever asks.

    Attributes:
        table: Its id.
        number: What people call it.
        capacity: Its seats.
        taken: How many of them are not free.
    """

    table: int
    number: int
    capacity: int
    taken: int


@dataclass(frozen=True, slots=True)
class Candidate:
    """A table that could have come out.

    Attributes:
        weight: Its chances: the cards it has left in the layer.
        free: Its free seats, never fewer than the cards.
    """

    table: int
    number: int
    weight: int
    free: int


@dataclass(frozen=True, slots=True)
class Draw:
    """One draw with everything that is needed to check it.

    Attributes:
        mode: By which rules; so far always ``PURE``.
        guest: Whom it was for.
        counter: How many people had been drawn before.
        layer: The layer of the deck it came from, from 0.
        candidates: The tables with a chance, in the order their chances lie side by side.
        total: All chances together.
        value: What luck said, from 0 to ``total`` - 1.
        table: The table whose chances hold ``value``.
    """

    mode: str
    guest: int
    counter: int
    layer: int
    candidates: tuple[Candidate, ...]
    total: int
    value: int
    table: int

    def to_facts(self) -> dict[str, Any]:
        """For the journal: plain values that JSON keeps unchanged; a candidate is [table, number, weight, free]."""
        facts = {field.name: getattr(self, field.name) for field in fields(self)}
        return {**facts, "candidates": [[card.table, card.number, card.weight, card.free] for card in self.candidates]}

    @classmethod
    def from_facts(cls, facts: Mapping[str, Any]) -> Draw:
        """What ``to_facts`` wrote; raises ``KeyError`` or ``TypeError`` for anything else."""
        candidates = tuple(Candidate(*candidate) for candidate in facts["candidates"])
        return cls(**{**facts, "candidates": candidates})


def deck_of(tables: Sequence[TableState], luck: Luck) -> Deck:
    """The deck of these tables, to be kept as long as no table is opened, closed or resized."""
    return deal({state.table: state.capacity for state in tables}, luck)


def draw(
    tables: Sequence[TableState], *, guest: int, counter: int, luck: Luck, deck: Deck | None = None
) -> Draw | None:
    """A table for one guest, or None when no seat is free.

    Args:
        tables: Those that may come out, in any order.
        guest: The guest's id.
        counter: How many people have been drawn and not taken back, so that taking an arrival back and scanning it
            again gives the same table.
        luck: Of the event.
        deck: From ``deck_of`` with the same luck, to save dealing it again (0.1 to 3 ms); one that does not fit these
            tables is not used, so the result is the same with and without.
    """
    room = {state.table: state for state in tables}
    capacities = {state.table: state.capacity for state in tables}
    fitting = deck if deck is not None and deck.fits(capacities) else deal(capacities, luck)
    for layer, dealt in enumerate(fitting.layers):
        candidates = _cards_left(room, fitting.tables, dealt)
        if candidates:
            return _pick(candidates, layer, guest, counter, luck)
    return None


def replay(drawn: Draw, tables: Sequence[TableState], luck: Luck) -> bool:
    """Whether the same draw comes out again, to the last figure, for the room as it was."""
    return draw(tables, guest=drawn.guest, counter=drawn.counter, luck=luck) == drawn


def holds(drawn: Draw, luck: Luck) -> bool:
    """Whether the outcome follows from the chances that were written down, without knowing the room as it was."""
    chances = sum(candidate.weight for candidate in drawn.candidates)
    return chances > 0 and _pick(drawn.candidates, drawn.layer, drawn.guest, drawn.counter, luck) == drawn


def odds(drawn: Draw, table: int) -> Fraction:
    """The chance that ``table`` had in this draw."""
    weight = sum(candidate.weight for candidate in drawn.candidates if candidate.table == table)
    return Fraction(weight, drawn.total)


def _cards_left(
    room: Mapping[int, TableState], order: tuple[int, ...], dealt: tuple[int, ...]
) -> tuple[Candidate, ...]:
    """The tables that have fewer people than cards by the end of a layer."""
    states = ((room[table], cards) for table, cards in zip(order, dealt, strict=True))
    return tuple(
        Candidate(state.table, state.number, cards - state.taken, state.capacity - state.taken)
        for state, cards in states
        if cards > state.taken
    )


def _pick(candidates: tuple[Candidate, ...], layer: int, guest: int, counter: int, luck: Luck) -> Draw:
    """Lay the chances side by side and see into whose luck falls."""
    total = sum(candidate.weight for candidate in candidates)
    value = luck.below(total, "table", counter=counter, guest=guest)
    reached = 0
    table = candidates[0].table
    for candidate in candidates:
        table = candidate.table
        reached += candidate.weight
        if value < reached:
            break
    return Draw(PURE, guest, counter, layer, candidates, total, value, table)

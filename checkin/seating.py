"""The draw at the door: which table a guest who has just come in sits at.

Pure mode, the event's promise: with no rule every guest has the same chance at every seat, at every place in the
order of arrival (``deck.py`` proves it), while the tables stay evenly filled. Open-up mode bends the chances away from
people who are alike or have met (``rules.py``). In both, rules take tables out, or leave one (``claims.py``); where
they leave none, the least bad table is drawn and the draw says which rule it breaks. No table is ever overfull.

A draw needs nothing but the room as it is now, so that moves by hand, arrivals taken back and tables opened late need
no book-keeping. This module knows no database, no clock and no guest but a number.

>>> tables = [TableState(table=11, number=1, capacity=8, taken=3), TableState(table=12, number=2, capacity=8, taken=1)]
>>> drawn = draw(tables, guest=7, counter=4, luck=Luck(bytes(32), "demo"))
>>> drawn.layer, [(card.number, card.weight) for card in drawn.candidates], drawn.table
(0, [(2, 2)], 12)
>>> replay(drawn, tables, Luck(bytes(32), "demo"))
True
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from fractions import Fraction
from types import MappingProxyType
from typing import Any

from checkin.claims import Claims, TableState, claims_of
from checkin.deck import Dealer
from checkin.luck import Luck
from checkin.rules import NO_RULES, NOBODY_YET, OpenUp, Present, Reason, Rules

PURE, OPEN_UP = "pure", "open-up"

Out = Mapping[int, frozenset[Reason]]
"""The tables that are not for a guest, with the rules against each."""

NOTHING_OUT: Out = MappingProxyType({})

BADNESS = {
    reason: 1 << rank
    for rank, reason in enumerate((Reason.TO_COME, Reason.TOGETHER, Reason.HELD, Reason.APART, Reason.STEP_FREE))
}
"""How bad it is to break a rule; a weightier one is worse than all lighter ones together."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A table that could have come out.

    Attributes:
        weight: Its chances: the cards it has left in the layer; in open-up mode each card counts for more where the
            guest knows nobody.
        free: Its free seats, never fewer than the cards.
        cost: What those who sit there cost the guest, in quarters; 0 in pure mode.
    """

    table: int
    number: int
    weight: int
    free: int
    cost: int = 0


@dataclass(frozen=True, slots=True)
class Draw:
    """One draw with everything that is needed to check it.

    Attributes:
        mode: ``PURE`` or ``OPEN_UP``.
        guest: Whom it was for.
        counter: How many people had been drawn before.
        layer: The layer of the deck it came from, from 0; -1 where a rule left only some tables, whatever the deck.
        candidates: The tables with a chance, in the order their chances lie side by side.
        total: All chances together.
        value: What luck said, from 0 to ``total`` - 1.
        table: The table whose chances hold ``value``.
        rule: The rule that chose among tables before luck did, or "".
        out: The rules that took tables out, with the numbers of those tables.
        broken: The rules that the table breaks, because no other was left.
    """

    mode: str
    guest: int
    counter: int
    layer: int
    candidates: tuple[Candidate, ...]
    total: int
    value: int
    table: int
    rule: str = ""
    out: tuple[tuple[str, tuple[int, ...]], ...] = ()
    broken: tuple[str, ...] = ()

    def to_facts(self) -> dict[str, Any]:
        """For the journal: plain values that JSON keeps unchanged; what is empty or 0 for no rule is left out."""
        facts = {field.name: getattr(self, field.name) for field in fields(self)}
        facts["candidates"] = [
            [card.table, card.number, card.weight, card.free, *([card.cost] if card.cost else ())]
            for card in self.candidates
        ]
        facts["out"] = [[rule, list(tables)] for rule, tables in self.out]
        facts["broken"] = list(self.broken)
        return {name: value for name, value in facts.items() if value or name not in ("rule", "out", "broken")}

    @classmethod
    def from_facts(cls, facts: Mapping[str, Any]) -> Draw:
        """What ``to_facts`` wrote; raises ``KeyError`` or ``TypeError`` for anything else."""
        told = {
            "candidates": tuple(Candidate(*candidate) for candidate in facts["candidates"]),
            "out": tuple((rule, tuple(tables)) for rule, tables in facts.get("out", ())),
            "broken": tuple(facts.get("broken", ())),
        }
        return cls(**{**facts, **told})


def draw(
    tables: Sequence[TableState],
    *,
    guest: int,
    counter: int,
    luck: Luck,
    dealer: Dealer | None = None,
    rules: Rules = NO_RULES,
    present: Present = NOBODY_YET,
) -> Draw | None:
    """A table for one guest, or None when no seat is free.

    Args:
        tables: Those that may come out, in any order.
        guest: The guest's id.
        counter: How many people have been drawn and not taken back, so that taking an arrival back and scanning it
            again gives the same table.
        luck: Of the event.
        dealer: Of the same luck, to save dealing the deck again; the result is the same with and without.
        rules: Of the event.
        present: Who sits where, and who may still come; only rules ask.
    """
    claims = claims_of(tables, luck, rules, present)
    asking = _Asking(guest, counter, luck, claims, rules, present)
    if not rules.bind:
        return asking.from_deck({}, dealer)
    out = claims.out_for(guest, rules, present)
    return asking.own_table() or asking.from_deck(out, dealer) or asking.least_bad(out)


class _Asking:
    """One guest's question to the room."""

    def __init__(self, guest: int, counter: int, luck: Luck, claims: Claims, rules: Rules, present: Present) -> None:
        self.guest, self.counter, self.luck = guest, counter, luck
        self.claims, self.rules = claims, rules
        self.costs = _costs(rules.open_up, guest, present.seats) if rules.open_up else {}
        self.missed = claims.missed(guest, rules)

    def own_table(self) -> Draw | None:
        """The table that a rule alone gives the guest: their own, their group's, or one of the seats kept for them."""
        mine = self.claims.own_table(self.guest, self.rules)
        if mine is not None:
            rule, state = mine
            return self._pick((Candidate(state.table, state.number, 1, state.capacity - state.taken),), -1, str(rule))
        kept = self.claims.kept_for(self.guest, self.rules)
        if self.missed or not kept:
            return None
        return self._pick(self._weighed(kept), -1, str(Reason.STEP_FREE))

    def from_deck(self, out: Out, dealer: Dealer | None) -> Draw | None:
        """A card of the first layer that has one for a table that no rule takes out."""
        deck = (dealer or Dealer(self.luck)).deck(self.claims.cards, coarse=self.rules.open_up is not None)
        room = {state.table: state for state in self.claims.tables}
        taken = self.claims.taken
        for layer, dealt in enumerate(deck.layers):
            left = [
                (room[table], cards - taken[table])
                for table, cards in zip(deck.tables, dealt, strict=True)
                if cards > taken[table] and table not in out
            ]
            if left:
                return self._pick(self._weighed(left), layer, "", out, self.missed)
        return None

    def least_bad(self, out: Out) -> Draw | None:
        """Where the deck has nothing, a free seat that breaks no rule after all, or the rules that are least bad."""
        free = [(state, state.capacity - state.taken) for state in self.claims.tables if state.capacity > state.taken]
        if not free:
            return None
        badness = {state.table: sum(BADNESS[why] for why in out.get(state.table, ())) for state, _ in free}
        least = min(badness.values())
        left = [(state, seats) for state, seats in free if badness[state.table] == least]
        broken = (str(why) for why in BADNESS if BADNESS[why] & least)
        return self._pick(self._weighed(left), -1, "", out, tuple(dict.fromkeys((*self.missed, *broken))))

    def _weighed(self, left: Sequence[tuple[TableState, int]]) -> tuple[Candidate, ...]:
        """The cards of each table, counted by what its people cost the guest."""
        ways = self.rules.open_up
        if ways is None:
            return tuple(
                Candidate(state.table, state.number, cards, state.capacity - state.taken) for state, cards in left
            )
        least = min(self.costs.get(state.table, 0) for state, _ in left)
        return tuple(
            Candidate(
                state.table,
                state.number,
                cards * ways.weight(self.costs.get(state.table, 0) - least),
                state.capacity - state.taken,
                self.costs.get(state.table, 0),
            )
            for state, cards in left
        )

    def _pick(
        self,
        cards: tuple[Candidate, ...],
        layer: int,
        rule: str,
        out: Out = NOTHING_OUT,
        broken: tuple[str, ...] = (),
    ) -> Draw:
        numbers = {state.table: state.number for state in self.claims.tables} if out else {}
        told = tuple(
            (str(why), tuple(sorted(numbers[table] for table, reasons in out.items() if why in reasons)))
            for why in BADNESS
            if any(why in reasons for reasons in out.values())
        )
        mode = OPEN_UP if self.rules.open_up else PURE
        return _pick(Draw(mode, self.guest, self.counter, layer, cards, 0, 0, 0, rule, told, broken), self.luck)


def replay(
    drawn: Draw, tables: Sequence[TableState], luck: Luck, rules: Rules = NO_RULES, present: Present = NOBODY_YET
) -> bool:
    """Whether the same draw comes out again, to the last figure, for the room as it was."""
    again = draw(tables, guest=drawn.guest, counter=drawn.counter, luck=luck, rules=rules, present=present)
    return again == drawn


def holds(drawn: Draw, luck: Luck) -> bool:
    """Whether the outcome follows from the chances that were written down, without knowing the room as it was."""
    chances = sum(candidate.weight for candidate in drawn.candidates)
    return chances > 0 and _pick(drawn, luck) == drawn


def odds(drawn: Draw, table: int) -> Fraction:
    """The chance that ``table`` had in this draw."""
    weight = sum(candidate.weight for candidate in drawn.candidates if candidate.table == table)
    return Fraction(weight, drawn.total)


def likenesses(ways: OpenUp, guest: int, table: int, seats: Mapping[int, int]) -> dict[str, int]:
    """How many people at a table are like a guest, or have met them, by what it is."""
    found = {name: sum(seats.get(one) == table for one in others) for name, _, others in ways.likenesses(guest)}
    return {name: count for name, count in found.items() if count}


def _costs(ways: OpenUp, guest: int, seats: Mapping[int, int]) -> dict[int, int]:
    """What sitting at each table costs a guest, in quarters; tables that cost nothing are left out."""
    costs: dict[int, int] = {}
    for _, cost, others in ways.likenesses(guest):
        for one in others:
            table = seats.get(one)
            if table is not None and one != guest:
                costs[table] = costs.get(table, 0) + cost
    return costs


def _pick(drawn: Draw, luck: Luck) -> Draw:
    """Lay the chances side by side and see into whose luck falls."""
    total = sum(candidate.weight for candidate in drawn.candidates)
    value = luck.below(total, "table", counter=drawn.counter, guest=drawn.guest)
    reached = 0
    table = drawn.candidates[0].table
    for candidate in drawn.candidates:
        table = candidate.table
        reached += candidate.weight
        if value < reached:
            break
    return replace(drawn, total=total, value=value, table=table)

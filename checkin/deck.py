"""The deck of seats that the draw at the door deals from, in layers that keep the tables evenly filled.

Every seat is a card. The deck is dealt layer by layer: 3 cards a table, then 2, then 1 and 1 and 1; within a layer
chance alone decides. Where tables differ in size, a table has a share of each layer that is proportional to its size,
rounded by chance. Equal layers for unequal tables would favour the small tables early and the large ones late.

A deck is a pure function of the tables' sizes and the event's luck. It knows nothing of who sits where.

>>> deal({1: 8, 2: 8}, Luck(bytes(32), "demo")).layers
((3, 3), (5, 5), (6, 6), (7, 7), (8, 8))

Why every guest has the same chance at every seat
-------------------------------------------------
Let table t have c(t) of all C seats and let the first l layers have T(l) cards, of which x(t, l) = c(t)·T(l)/C would be
t's exact share. ``deal`` finds whole numbers Q(t, l) such that

1. Q(·, l) adds up to T(l) exactly,
2. Q(t, l) is x(t, l) rounded down or up,
3. Q(t, l) never falls from one layer to the next, and is c(t) in the last,
4. the expectation of Q(t, l) over the seed is x(t, l) exactly.

The guest who draws r-th is therefore in the same layer whatever the seed, namely in the l with T(l-1) < r <= T(l),
and gets one of its T(l) - T(l-1) cards at random; on average c(t)·(T(l) - T(l-1))/C of them are t's: P(table t) =
c(t)/C, at every r.

How: the shares are a flow. One edge carries the cards that layer l adds to table t, from the layer to the place (t, l);
another carries all of t's cards so far, from (t, l) to (t, l+1). At every end of an edge the flow balances to a whole
number, so an end that has one fractional edge has another, and fractional edges always close a circle. Push a little
flow around that circle, as far as it goes without leaving the whole numbers next to an edge; of the two directions,
take one with a chance in proportion to how far the *other* goes. That keeps every balance (1), every edge between the
whole numbers next to its share (2, and 3 since what a layer adds is such an edge and never falls below 0), and every
expectation (4), and it makes at least one edge whole; so it ends. The method is dependent rounding (Gandhi, Khuller,
Parthasarathy and Srinivasan, JACM 2006), used for fair seats in parliaments by Gölz, Peters and Procaccia (2022).
Numbers are kept as whole multiples of 1/C, so nothing is ever rounded by the machine.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from checkin.luck import Luck

_End = tuple[int, int]  # (table, layer); a layer itself is (_LAYER, layer)
_LAYER = -1


@dataclass(frozen=True, slots=True)
class Deck:
    """How many cards of each table have been dealt once a layer is through.

    Attributes:
        tables: The tables' ids, ascending.
        layers: For each layer one figure a table, in the order of ``tables``; the last layer is the capacities.
        coarse: Whether it was dealt in coarse layers.
    """

    tables: tuple[int, ...]
    layers: tuple[tuple[int, ...], ...]
    coarse: bool = False

    def fits(self, capacities: Mapping[int, int], *, coarse: bool = False) -> bool:
        """Whether this is the deck of a room with exactly these tables and sizes, in such layers."""
        if coarse is not self.coarse:
            return False
        sizes = self.layers[-1] if self.layers else (0,) * len(self.tables)
        return dict(zip(self.tables, sizes, strict=True)) == capacities


def layer_totals(capacities: Mapping[int, int], *, coarse: bool = False) -> tuple[int, ...]:
    """How many cards the first 1, 2, 3 ... layers hold: 3, 5, 6, 7 ... cards for a table of the commonest size.

    Large layers surprise, small ones even out. Layers of more than one card end at five eighths of a table (5 of 8, 3
    of 6, 2 of 4), since from there on an evening with up to 30 % no-shows may stop at any moment.

    Coarse layers, of two cards after the first, leave the open-up mode something to choose among (3, 5, 7 ... cards);
    they let a table fall one person further behind.

    >>> layer_totals({n: 8 for n in range(25)})
    (75, 125, 150, 175, 200)
    >>> layer_totals({n: 8 for n in range(25)}, coarse=True)
    (75, 125, 175, 200)
    """
    seats = sum(capacities.values())
    if not seats:
        return ()
    sizes = Counter(size for size in capacities.values() if size)
    size = min(sizes, key=lambda one: (-sizes[one], one))
    even = max(1, 5 * size // 8)
    first, second = min(3, even), min(5, even)
    cards = set(range(first, size, 2)) if coarse else {first, second, *range(second, size)}
    return tuple(sorted({-(-seats * card // size) for card in cards - {size}} | {seats}))


def deal(capacities: Mapping[int, int], luck: Luck, *, coarse: bool = False) -> Deck:
    """The deck of a room; the same for the same sizes and luck, in whatever order the tables are given.

    Args:
        capacities: Table id (not negative) to number of seats.
        luck: Of the event.
        coarse: In fewer and larger layers.
    """
    tables = tuple(sorted(capacities))
    totals = layer_totals(capacities, coarse=coarse)
    flow = _Flow(capacities, totals, luck.shuffled(list(tables), "order"))
    _make_whole(flow, luck, "layers")
    layers = (tuple(flow.dealt(table, layer) for table in tables) for layer in range(len(totals)))
    return Deck(tables, tuple(layers), coarse)


def share_out(capacities: Mapping[int, int], count: int, luck: Luck, purpose: str) -> dict[int, int]:
    """So many seats shared out over tables in proportion to their size, rounded by chance as the layers are.

    Args:
        capacities: Table id (not negative) to number of seats.
        count: From 0 to all of them.
        luck: Of the event.
        purpose: What the chance is for; without ``|``.

    >>> share_out({1: 8, 2: 4}, 3, Luck(bytes(32), "demo"), "step-free")
    {1: 2, 2: 1}
    """
    tables = sorted(capacities)
    if not count:
        return dict.fromkeys(tables, 0)
    flow = _Flow(capacities, (count, sum(capacities.values())), luck.shuffled(tables, f"{purpose} order"))
    _make_whole(flow, luck, purpose)
    return {table: flow.dealt(table, 0) for table in tables}


class Dealer:
    """Deals the decks of one event and keeps the last one for as long as the room stays the same: 0.1 to 3 ms saved."""

    def __init__(self, luck: Luck, deck: Deck | None = None) -> None:
        """Deal by an event's luck; ``deck`` is used wherever it fits."""
        self.luck = luck
        self._deck = deck

    def deck(self, capacities: Mapping[int, int], *, coarse: bool = False) -> Deck:
        """The deck of a room."""
        if self._deck is None or not self._deck.fits(capacities, coarse=coarse):
            self._deck = deal(capacities, self.luck, coarse=coarse)
        return self._deck


def _make_whole(flow: _Flow, luck: Luck, purpose: str) -> None:
    for push, edge in enumerate(flow.fractional()):
        circle = flow.circle(edge)
        forth, back = flow.room(circle)
        forward = luck.below(forth + back, purpose, counter=push, guest=0) < back
        flow.push(circle, forth if forward else -back)


class _Flow:
    """The shares while they are being made whole. An edge is (table, layer, kind) by its two ends."""

    def __init__(self, capacities: Mapping[int, int], totals: tuple[int, ...], order: list[int]) -> None:
        self.seats = sum(capacities.values())
        self.ends: list[tuple[_End, _End]] = []
        self.units: list[int] = []  # flow times seats
        self.broken: dict[_End, dict[int, None]] = {}  # fractional edges by their ends, in a fixed order
        self._sums: dict[_End, int] = {}
        for table in order:
            before = 0
            for layer, total in enumerate(totals):
                place = (table, layer)
                self._add((_LAYER, layer), place, capacities[table] * (total - before))
                self._sums[place] = self._add(place, (table, layer + 1), capacities[table] * total)
                before = total

    def _add(self, start: _End, end: _End, units: int) -> int:
        edge = len(self.ends)
        self.ends.append((start, end))
        self.units.append(units)
        if units % self.seats:
            self.broken.setdefault(start, {})[edge] = None
            self.broken.setdefault(end, {})[edge] = None
        return edge

    def dealt(self, table: int, layer: int) -> int:
        """The cards of ``table`` once ``layer`` is through; whole when nothing is fractional any more."""
        return self.units[self._sums[table, layer]] // self.seats

    def fractional(self) -> Iterator[int]:
        """The fractional edges in order, each again as long as it is still fractional."""
        for edge in range(len(self.units)):
            while self.units[edge] % self.seats:
                yield edge

    def circle(self, edge: int) -> list[tuple[int, int]]:
        """A circle of fractional edges met on a walk from ``edge``: (edge, 1 if along it, -1 if against it)."""
        here = self.ends[edge][0]
        seen = {here: 0}
        walk: list[tuple[int, int]] = []
        last = -1
        while True:
            last = next(other for other in self.broken[here] if other != last)
            start, end = self.ends[last]
            walk.append((last, 1 if start == here else -1))
            here = end if start == here else start
            if here in seen:
                return walk[seen[here] :]
            seen[here] = len(walk)

    def room(self, circle: list[tuple[int, int]]) -> tuple[int, int]:
        """How far the circle can be pushed forwards and backwards before one of its edges is whole."""
        above = [self.seats - self.units[edge] % self.seats for edge, _ in circle]
        below = [self.units[edge] % self.seats for edge, _ in circle]
        forth = min(up if way > 0 else down for (_, way), up, down in zip(circle, above, below, strict=True))
        back = min(down if way > 0 else up for (_, way), up, down in zip(circle, above, below, strict=True))
        return forth, back

    def push(self, circle: list[tuple[int, int]], units: int) -> None:
        """Move ``units`` around the circle and forget the edges that became whole."""
        for edge, way in circle:
            self.units[edge] += way * units
            if self.units[edge] % self.seats == 0:
                for end in self.ends[edge]:
                    del self.broken[end][edge]

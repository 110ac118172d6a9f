"""Ties between people: who wants to meet whom, who has met whom, and what rules say of them.

A part of the book, kept true by the same edits.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterator

from checkin.model import GuestId, Past, PastId, Rule, RuleId, Wish, WishId

Tie = Wish | Rule | Past

HEEDED = frozenset({"step_free", "sector", "company", "sex", "age_band", "companion_of", "standing", "blocked"})
"""Columns of a guest that rules ask for."""


class Ties:
    """The ties of one event.

    Attributes:
        wishes: By id.
        rules: By id.
        past: By id.
    """

    def __init__(self) -> None:
        """Nobody is tied to anybody."""
        self.wishes: dict[WishId, Wish] = {}
        self.rules: dict[RuleId, Rule] = {}
        self.past: dict[PastId, Past] = {}
        self._wished: dict[GuestId, list[GuestId]] = {}
        self._wished_by: dict[GuestId, list[GuestId]] = {}
        self._met: dict[GuestId, frozenset[GuestId]] = {}

    def wishes_of(self, guest_id: GuestId) -> list[GuestId]:
        """Whom a guest wants to meet."""
        return list(self._wished.get(guest_id, ()))

    def wished_by(self, guest_id: GuestId) -> list[GuestId]:
        """Who wants to meet a guest."""
        return list(self._wished_by.get(guest_id, ()))

    def wish(self, guest_id: GuestId, other_id: GuestId) -> Wish | None:
        """The wish of one to meet another."""
        return next((one for one in self.wishes.values() if (one.guest_id, one.other_id) == (guest_id, other_id)), None)

    def met_before(self) -> Iterator[tuple[GuestId, GuestId]]:
        """Every pair who met at an earlier event, once."""
        return ((past.guest_id, other) for past in self.past.values() for other in past.guest_ids)

    def met(self, one: GuestId, other: GuestId) -> bool:
        """Whether two met at an earlier event."""
        first, second = (one, other) if one < other else (other, one)
        return second in self._met.get(first, ())

    def shelf(self, kept: type[Tie]) -> dict[int, Tie]:
        """The values of one kind by id."""
        shelves = {Wish: self.wishes, Rule: self.rules, Past: self.past}
        return shelves[kept]  # type: ignore[return-value]

    def put(self, kept: Tie) -> None:
        """Take a value in."""
        self.shelf(type(kept))[kept.id] = kept
        if isinstance(kept, Wish):
            insort(self._wished.setdefault(kept.guest_id, []), kept.other_id)
            insort(self._wished_by.setdefault(kept.other_id, []), kept.guest_id)
        elif isinstance(kept, Past):
            self._met[kept.guest_id] = frozenset(kept.guest_ids)

    def take(self, kept: Tie) -> None:
        """Let go of a value."""
        del self.shelf(type(kept))[kept.id]
        if isinstance(kept, Wish):
            self._wished[kept.guest_id].remove(kept.other_id)
            self._wished_by[kept.other_id].remove(kept.guest_id)
        elif isinstance(kept, Past):
            self._met.pop(kept.guest_id, None)

    def copy(self) -> Ties:
        """The same ties, to be kept by another reader."""
        twin = Ties()
        for kind in (Wish, Rule, Past):
            for kept in self.shelf(kind).values():
                twin.put(kept)
        return twin

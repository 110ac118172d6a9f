"""A change: what a write did, row by row, and how to take it back.

Every write in the program is one ``Change`` in one transaction with one row in the journal. It knows which rows it
touched and what they held before, so that its inverse, the check against a world that has moved, the journal, and what
the screens must draw again all follow from the same value. It knows no SQL and no sentence.

>>> edit = Edit(Entity.GUEST, 3, {"name": None}, {"name": "Ana Gil"})
>>> Change(Kind.EDITED, (edit,)).inverse().edits[0].after
{'name': None}
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from checkin.values import value

Value = str | int | float | bool | None
Row = Mapping[str, Value]


class Entity(StrEnum):
    """The kinds of row a change can touch."""

    EVENT = "event"
    GUEST = "guest"
    TICKET = "ticket"
    TABLE = "table"
    SEAT = "seat"
    SETTING = "setting"
    WISH = "wish"
    RULE = "rule"
    PAST = "past"


class Kind(StrEnum):
    """What a change was for; its label follows from it."""

    EVENT_CREATED = "event_created"
    IMPORTED = "imported"
    ARRIVED = "arrived"
    RETURNED = "returned"
    LEFT = "left"
    SCANNED = "scanned"
    MOVED = "moved"
    SWAPPED = "swapped"
    SEATED = "seated"
    UNSEATED = "unseated"
    TAKEN_BACK = "taken_back"
    EDITED = "edited"
    WALKED_IN = "walked_in"
    MERGED = "merged"
    PRINTED = "printed"
    SET = "set"
    RULED = "ruled"
    WISHED = "wished"
    REMEMBERED = "remembered"
    COMMITTED = "committed"
    ROUNDS_PLANNED = "rounds_planned"
    ROUND_BEGUN = "round_begun"
    TABLE_CHANGED = "table_changed"
    SHUFFLED = "shuffled"
    FILLED = "filled"
    WAITING_SEATED = "waiting_seated"
    TABLES_ADDED = "tables_added"
    TABLES_REMOVED = "tables_removed"
    TABLES_PLACED = "tables_placed"
    ROOM_CHANGED = "room_changed"
    REHEARSAL_CLEARED = "rehearsal_cleared"
    UNDONE = "undone"
    REDONE = "redone"


NAMED_BY = ("people", "table", "tables", "said", "room", "round")
"""Facts by which a change is named, so that what undid it is named by them, too."""

NEVER_UNDONE = frozenset(
    {
        Kind.SCANNED,
        Kind.PRINTED,
        Kind.EVENT_CREATED,
        Kind.SET,
        Kind.REHEARSAL_CLEARED,
        Kind.REMEMBERED,
        Kind.COMMITTED,
    }
)
"""Kinds that undo passes over: what is only for the record, and the event that everything else stands in."""


@value(frozen=True, slots=True)
class Edit:
    """One row before and after.

    Attributes:
        before: The columns that change, as they were; None when the row did not exist.
        after: The same columns, as they are now; None when the row is gone. A new or removed row is given whole.
    """

    entity: Entity
    id: int
    before: Row | None
    after: Row | None

    def inverse(self) -> Edit:
        """The edit that takes this one back."""
        return Edit(self.entity, self.id, self.after, self.before)


@dataclass(frozen=True, slots=True)
class Change:
    """One write.

    Attributes:
        edits: The rows it touches, in an order that may be applied from first to last.
        facts: What the journal keeps besides (a draw with its candidates, a scanned code); ids and figures, no names.
        guest_id: The guest it is about, if it is about one.
        event_id: The event it belongs to.
        seq: Its place in the journal, 0 while it is not written.
        at: When it was written (ISO 8601, UTC), "" while it is not.
        station: Who wrote it.
        undoes: The journal row that it takes back or makes again.
    """

    kind: Kind
    edits: tuple[Edit, ...] = ()
    facts: Mapping[str, object] = field(default_factory=dict)
    guest_id: int | None = None
    event_id: int | None = None
    seq: int = 0
    at: str = ""
    station: str = ""
    undoes: int | None = None
    _touched: dict[Entity, frozenset[int]] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def undoable(self) -> bool:
        """Whether undo may take it back."""
        return bool(self.edits) and self.kind not in NEVER_UNDONE

    @property
    def of(self) -> str:
        """The kind of change it is about: for an undo or a redo, what was undone or made again."""
        return str(self.facts.get("of", self.kind))

    def touches(self, entity: Entity) -> frozenset[int]:
        """The ids of the rows of one kind that it changes; every view asks, so they are looked up once."""
        if entity not in self._touched:
            self._touched[entity] = frozenset(edit.id for edit in self.edits if edit.entity is entity)
        return self._touched[entity]

    def inverse(self) -> Change:
        """The change that takes this one back, not yet written."""
        return replace(
            self,
            kind=Kind.UNDONE,
            edits=tuple(edit.inverse() for edit in reversed(self.edits)),
            facts={"of": self.of, **{name: self.facts[name] for name in NAMED_BY if name in self.facts}},
            seq=0,
            at="",
            undoes=self.seq,
        )

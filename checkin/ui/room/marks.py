"""Who and what is selected on the tables page: one truth for the room and for the lists beside it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from checkin.model import GuestId, TableId


class Marks(QObject):
    """Selected people, in the order in which they were selected, and the table in the right column.

    Signals:
        changed: People or table are others.
    """

    changed = Signal()

    def __init__(self) -> None:
        """Nobody and nothing is selected."""
        super().__init__()
        self.people: tuple[GuestId, ...] = ()
        self.table: TableId | None = None

    def only(self, people: Iterable[GuestId], table: TableId | None = None) -> None:
        """Select exactly these people, and turn to ``table`` if one is given."""
        self._set(tuple(dict.fromkeys(people)), self.table if table is None else table)

    def toggle(self, guest_id: GuestId) -> None:
        """Select somebody too, or no longer."""
        others = tuple(other for other in self.people if other != guest_id)
        self._set(others if guest_id in self.people else (*self.people, guest_id), self.table)

    def add(self, people: Iterable[GuestId]) -> None:
        """Select more people."""
        self._set(tuple(dict.fromkeys((*self.people, *people))), self.table)

    def choose(self, table: TableId | None) -> None:
        """Turn to a table, with nobody selected."""
        self._set((), table)

    def clear(self) -> None:
        """Select nobody and no table."""
        self._set((), None)

    def forget(self, *, people: Iterable[GuestId], tables: Iterable[TableId]) -> None:
        """Keep only what is among ``people`` and ``tables``: the others are gone."""
        known, standing = frozenset(people), frozenset(tables)
        kept = tuple(guest_id for guest_id in self.people if guest_id in known)
        self._set(kept, self.table if self.table in standing else None)

    def _set(self, people: tuple[GuestId, ...], table: TableId | None) -> None:
        if (people, table) != (self.people, self.table):
            self.people, self.table = people, table
            self.changed.emit()

"""What is picked while the room is arranged: tables, or one landmark."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from checkin.model import TableId


class Picked(QObject):
    """Tables in the order in which they were picked, or a landmark by its place in the list; never both.

    Signals:
        changed: It is something else.
    """

    changed = Signal()

    def __init__(self) -> None:
        """Nothing is picked."""
        super().__init__()
        self.tables: tuple[TableId, ...] = ()
        self.mark: int | None = None

    def only(self, tables: Iterable[TableId] = ()) -> None:
        """Pick exactly these tables."""
        self._set(tuple(dict.fromkeys(tables)), None)

    def toggle(self, table: TableId) -> None:
        """Pick one more, or let go of it."""
        others = tuple(one for one in self.tables if one != table)
        self._set(others if table in self.tables else (*others, table), None)

    def add(self, tables: Iterable[TableId]) -> None:
        """Pick more."""
        self._set(tuple(dict.fromkeys((*self.tables, *tables))), None)

    def landmark(self, at: int | None) -> None:
        """Pick a landmark."""
        self._set((), at)

    def keep(self, tables: Iterable[TableId], marks: int) -> None:
        """Let go of what is not there any more."""
        there = set(tables)
        mark = self.mark if self.mark is not None and self.mark < marks else None
        self._set(tuple(one for one in self.tables if one in there), mark)

    def _set(self, tables: tuple[TableId, ...], mark: int | None) -> None:
        if (tables, mark) != (self.tables, self.mark):
            self.tables, self.mark = tables, mark
            self.changed.emit()

"""What is picked while the room is arranged: tables, or one landmark."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, Signal

from checkin.landmarks import Landmark
from checkin.model import TableId


class Picked(QObject):
    """Tables in the order in which they were picked, or a landmark by its place in the list; never both.

    Signals:
        leaving: It is about to be something else: what is still to be written for it is written now.
        changed: It is something else.
    """

    leaving = Signal()
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

    def keep(self, tables: Iterable[TableId], before: Sequence[Landmark], now: Sequence[Landmark]) -> None:
        """Let go of what is not there any more.

        Args:
            tables: Those that are there.
            before: The landmarks as they were when one was picked.
            now: The landmarks as they are: another hand may have taken one away before the picked one.
        """
        there = set(tables)
        mark = None if self.mark is None else followed(self.mark, before, now)
        self._set(tuple(one for one in self.tables if one in there), mark)

    def _set(self, tables: tuple[TableId, ...], mark: int | None) -> None:
        if (tables, mark) != (self.tables, self.mark):
            self.leaving.emit()
            self.tables, self.mark = tables, mark
            self.changed.emit()


def followed(at: int, before: Sequence[Landmark], now: Sequence[Landmark]) -> int | None:
    """Where the landmark at a place in one list is in a later one, or None if it has gone.

    One that was moved keeps its place, as long as none came or went.
    """
    known = before[at] if at < len(before) else None
    if known is not None and at < len(now) and now[at] == known:
        return at
    if known is not None and known in now:
        return list(now).index(known)
    return at if at < len(now) and len(now) == len(before) else None

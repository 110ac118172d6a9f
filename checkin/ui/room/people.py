"""Lists of people beside the room: rows made as they come into view, selected and carried like discs.

The selection is the page's, not the view's, so that a person is selected in the room and in a list at once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from checkin.model import GuestId

Index = QModelIndex | QPersistentModelIndex

LINE_ROLE = Qt.ItemDataRole.UserRole
"""The role under which a row gives its whole ``Line``."""


class Sign(Enum):
    """What stands at the end of a row; the value is an icon's name."""

    NONE = ""
    LOCK = "lock"
    HOST = "host"


@dataclass(frozen=True, slots=True)
class Line:
    """One row.

    Attributes:
        detail: What tells two people of the same name apart; "" where there is nothing.
        colour: The sector's, as #RRGGBB.
        spoken: The whole row for a screen reader.
        tip: The whole row for a tooltip, as rich text.
        sign: A lock or a host's crown.
        troubled: Whether a rule about the person is broken.
    """

    guest_id: GuestId
    name: str
    detail: str
    colour: str
    spoken: str
    tip: str = ""
    sign: Sign = Sign.NONE
    troubled: bool = False


class People(QAbstractListModel):
    """People in the order given."""

    def __init__(self, describe: Callable[[GuestId], Line]) -> None:
        """An empty list whose rows ``describe`` writes as they are needed."""
        super().__init__()
        self._ids: tuple[GuestId, ...] = ()
        self._describe = describe

    @property
    def ids(self) -> tuple[GuestId, ...]:
        """Who is listed."""
        return self._ids

    def show(self, ids: Sequence[GuestId]) -> None:
        """List these people, nobody twice; rows before and after the difference stay where they are."""
        new, old = tuple(ids), self._ids
        if new == old:
            return
        head = _same(old, new)
        tail = _same(old[::-1], new[::-1])
        if len(old) - tail > head:
            self.beginRemoveRows(QModelIndex(), head, len(old) - tail - 1)
            self._ids = old[:head] + old[len(old) - tail :]
            self.endRemoveRows()
        if len(new) - tail > head:
            self.beginInsertRows(QModelIndex(), head, len(new) - tail - 1)
            self._ids = new
            self.endInsertRows()

    def redraw(self, ids: frozenset[GuestId] | None = None) -> None:
        """Write the rows of some people again, or all."""
        for row, guest_id in enumerate(self._ids):
            if ids is None or guest_id in ids:
                self.dataChanged.emit(self.index(row), self.index(row))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many people are listed."""
        return 0 if parent.isValid() else len(self._ids)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own signature
        """One row in one role."""
        if not index.isValid():
            return None
        line = self._describe(self._ids[index.row()])
        if role == LINE_ROLE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.name
        if role == Qt.ItemDataRole.ToolTipRole:
            return line.tip
        return line.spoken if role == Qt.ItemDataRole.AccessibleTextRole else None


def _same(one: Sequence[GuestId], other: Sequence[GuestId]) -> int:
    """How many of the first entries are the same."""
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count

"""The guests as rows of a table: sorted, filtered, and kept true row by row.

Holds ids in the order shown and asks the book for everything else, so that 50,000 guests cost one list. A change
touches the rows it is about; only one that touches very many lays the list out anew.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from operator import itemgetter

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from checkin.book import Book
from checkin.changes import Change, Entity
from checkin.model import GuestId
from checkin.ui.guests.columns import COLUMNS, Group, Rank, group_of, titles
from checkin.ui.shell.theme import font
from checkin.words import Words

MANY = 200
"""A change that touches more rows than this lays the list out anew."""

GUEST_ROLE = int(Qt.ItemDataRole.UserRole)
"""The role under which a row gives its guest's id."""

Index = QModelIndex | QPersistentModelIndex
Ascending = Qt.SortOrder.AscendingOrder
_ROOT = QModelIndex()


class GuestsModel(QAbstractTableModel):
    """The list of guests.

    Signals:
        laid_out: Rows were laid out anew; whoever remembers rows by place must look again.
    """

    laid_out = Signal()

    def __init__(self, t: Words, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._t = t
        self._titles = titles(t)
        self._book: Book | None = None
        self._ids: list[GuestId] = []
        self._ranks: list[tuple[Rank, GuestId]] = []
        self._place: dict[GuestId, int] = {}
        self._column = 0
        self._descending = False
        self._group = Group.ALL
        self._found: dict[GuestId, int] | None = None
        self._best_first = False
        self._strong = font(16, 500)
        self.mark: Callable[[GuestId, int], object] = lambda _guest_id, _column: None

    # --- what is shown ---

    def open(self, book: Book | None) -> None:
        """Show another event."""
        self._book = book
        self._found = None
        self._best_first = False
        self._lay_out()

    def show_group(self, group: Group) -> None:
        """Show one group of guests."""
        self._group = group
        self._lay_out()

    def show_found(self, found: Sequence[GuestId] | None) -> None:
        """Show only these, best first until a header is clicked; None shows everybody."""
        self._found = None if found is None else {guest_id: place for place, guest_id in enumerate(found)}
        self._best_first = found is not None
        self._lay_out()

    def sort(self, column: int, order: Qt.SortOrder = Ascending) -> None:
        """Sort by a column."""
        self._column = max(0, column)
        self._descending = order is Qt.SortOrder.DescendingOrder
        self._best_first = False
        self._lay_out()

    def guest_at(self, row: int) -> GuestId:
        """Whom a row shows."""
        return self._ids[row]

    def row_of(self, guest_id: GuestId) -> int | None:
        """Where a guest is shown, or None."""
        row = self._place.get(guest_id)
        if row is not None and (row >= len(self._ids) or self._ids[row] != guest_id):
            self._place = {shown: at for at, shown in enumerate(self._ids)}
            row = self._place.get(guest_id)
        return row

    # --- keeping up ---

    def apply(self, change: Change) -> None:
        """Draw what a change touches; the book is at its page already."""
        touched = self._touched(change)
        if len(touched) > MANY:
            self._lay_out()
            return
        for guest_id in touched:
            self._settle(guest_id)

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        self._titles = titles(self._t)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)
        if self._ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, len(COLUMNS) - 1))

    def _touched(self, change: Change) -> list[GuestId]:
        touched = {GuestId(guest_id) for guest_id in change.touches(Entity.GUEST)}
        for edit in change.edits:
            if edit.entity is Entity.SEAT:
                for row in (edit.before, edit.after):
                    sitting = (row or {}).get("guest_id")
                    if isinstance(sitting, int):
                        touched.add(GuestId(sitting))
        return sorted(touched)

    def _shows(self, guest_id: GuestId) -> bool:
        guest = None if self._book is None else self._book.guests.get(guest_id)
        if guest is None or (self._found is not None and guest_id not in self._found):
            return False
        return self._group is Group.ALL or group_of(guest) is self._group

    def _rank(self, guest_id: GuestId) -> Rank:
        if self._best_first and self._found is not None:
            return (self._found[guest_id],)
        book = self._book
        return () if book is None else COLUMNS[self._column].rank(book, book.guests[guest_id])

    def _settle(self, guest_id: GuestId) -> None:
        """Put one guest where they belong now: in, out, elsewhere or just drawn again."""
        old = self.row_of(guest_id)
        rank = (self._rank(guest_id), guest_id) if self._shows(guest_id) else None
        if old is not None and rank is not None and self._ranks[old] == rank:
            self.dataChanged.emit(self.index(old, 0), self.index(old, len(COLUMNS) - 1))
            return
        if old is not None and rank is not None:
            self._move(old, rank)
        elif old is not None:
            self.beginRemoveRows(_ROOT, old, old)
            del self._ids[old], self._ranks[old]
            del self._place[guest_id]
            self.endRemoveRows()
        elif rank is not None:
            row = self._where(rank)
            self.beginInsertRows(_ROOT, row, row)
            self._ids.insert(row, guest_id)
            self._ranks.insert(row, rank)
            self._place[guest_id] = row
            self.endInsertRows()

    def _move(self, old: int, rank: tuple[Rank, GuestId]) -> None:
        row = self._where(rank)
        moves = row not in (old, old + 1)
        if moves:
            self.beginMoveRows(_ROOT, old, old, _ROOT, row)
        del self._ids[old], self._ranks[old]
        row -= row > old
        self._ids.insert(row, rank[1])
        self._ranks.insert(row, rank)
        self._place[rank[1]] = row
        if moves:
            self.endMoveRows()
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(COLUMNS) - 1))

    def _where(self, rank: tuple[Rank, GuestId]) -> int:
        if not self._descending or self._best_first:
            return bisect_left(self._ranks, rank)
        low, high = 0, len(self._ranks)
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if self._ranks[middle] > rank else (low, middle)
        return low

    def _lay_out(self) -> None:
        self.beginResetModel()
        wanted = () if self._book is None else self._book.guests if self._found is None else self._found
        shown = [(self._rank(guest_id), guest_id) for guest_id in wanted if self._shows(guest_id)]
        shown.sort(reverse=self._descending and not self._best_first)
        self._ranks = shown
        self._ids = list(map(itemgetter(1), shown))
        self._place = {guest_id: row for row, guest_id in enumerate(self._ids)}
        self.endResetModel()
        self.laid_out.emit()

    # --- Qt's questions ---

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many guests are shown."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """How many columns there are, hidden ones included."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> object:
        """A column's title."""
        if orientation is Qt.Orientation.Horizontal and 0 <= section < len(COLUMNS):
            if role == Qt.ItemDataRole.DisplayRole:
                return self._titles[section]
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """A cell's text, its guest's id, and whatever ``mark`` adds."""
        if not index.isValid() or self._book is None or index.row() >= len(self._ids):
            return None
        guest_id = self._ids[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return COLUMNS[index.column()].text(self._book, self._book.guests[guest_id], self._t)
        if role == GUEST_ROLE:
            return guest_id
        if role == Qt.ItemDataRole.FontRole:
            return self._strong if index.column() == 0 else None
        return self.mark(guest_id, index.column()) if role == Qt.ItemDataRole.DecorationRole else None

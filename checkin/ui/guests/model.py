"""The guests as rows of a table: sorted, filtered, and kept true row by row.

Holds ids in the order shown and asks the book for everything else, so that 50,000 guests cost one list. A change
touches the rows it is about; only one that touches very many lays the list out anew.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from heapq import merge
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


STEP = 5000
"""So many are sorted at once."""


@dataclass(frozen=True, slots=True)
class Order:
    """Who is shown and in which order.

    Attributes:
        found: From each guest that was found to their place, the best first; None shows everybody.
        best_first: In the order of ``found``.
    """

    column: int = 0
    descending: bool = False
    group: Group = Group.ALL
    found: Mapping[GuestId, int] | None = None
    best_first: bool = False

    def shows(self, book: Book, guest_id: GuestId) -> bool:
        """Whether a guest is among those shown."""
        guest = book.guests.get(guest_id)
        if guest is None or (self.found is not None and guest_id not in self.found):
            return False
        return self.group is Group.ALL or group_of(guest) is self.group

    def rank(self, book: Book, guest_id: GuestId) -> Rank:
        """What a guest is sorted by."""
        if self.best_first and self.found is not None:
            return (self.found[guest_id],)
        return COLUMNS[self.column].rank(book, book.guests[guest_id])

    def laid_out(self, book: Book) -> Rows:
        """Everybody shown, in order."""
        wanted = book.guests if self.found is None else self.found
        ranks = [(self.rank(book, guest_id), guest_id) for guest_id in wanted if self.shows(book, guest_id)]
        ranks = _sorted(ranks, reverse=self.descending and not self.best_first)
        ids = list(map(itemgetter(1), ranks))
        return Rows(ranks, ids, {guest_id: row for row, guest_id in enumerate(ids)})


@dataclass(frozen=True, slots=True)
class Rows:
    """A list laid out: each row's rank, its guest, and from guest to row."""

    ranks: list[tuple[Rank, GuestId]] = field(default_factory=list)
    ids: list[GuestId] = field(default_factory=list)
    place: dict[GuestId, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Prepared:
    """What the list will be after a change, if it is still shown in that order then."""

    seq: int
    order: Order
    rows: Rows


GUEST_ROLE = int(Qt.ItemDataRole.UserRole)
"""The role under which a row gives its guest's id."""

Index = QModelIndex | QPersistentModelIndex
Ascending = Qt.SortOrder.AscendingOrder
_ROOT = QModelIndex()


def _sorted(ranks: list[tuple[Rank, GuestId]], *, reverse: bool) -> list[tuple[Rank, GuestId]]:
    """Ranks in order, sorted in steps: while a sort runs, no other thread gets a turn, the window's included."""
    parts = [sorted(ranks[at : at + STEP], reverse=reverse) for at in range(0, len(ranks), STEP)]
    return list(merge(*parts, reverse=reverse)) if len(parts) > 1 else [rank for part in parts for rank in part]


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
        self._order = Order()
        self._prepared: Prepared | None = None
        self._strong = font(16, 500)
        self.mark: Callable[[GuestId, int], object] = lambda _guest_id, _column: None

    # --- what is shown ---

    def open(self, book: Book | None) -> None:
        """Show another event."""
        self._book = book
        self._order = replace(self._order, found=None, best_first=False)
        self._lay_out()

    def show_group(self, group: Group) -> None:
        """Show one group of guests."""
        self._order = replace(self._order, group=group)
        self._lay_out()

    def show_found(self, found: Sequence[GuestId] | None) -> None:
        """Show only these, best first until a header is clicked; None shows everybody."""
        places = None if found is None else {guest_id: place for place, guest_id in enumerate(found)}
        self._order = replace(self._order, found=places, best_first=found is not None)
        self._lay_out()

    def sort(self, column: int, order: Qt.SortOrder = Ascending) -> None:
        """Sort by a column."""
        descending = order is Qt.SortOrder.DescendingOrder
        self._order = replace(self._order, column=max(0, column), descending=descending, best_first=False)
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

    def prepare(self, change: Change, book: Book) -> None:
        """Work out beforehand what ``apply`` will show, on a thread that may take its time over it."""
        order = self._order
        self._prepared = Prepared(change.seq, order, order.laid_out(book))

    def apply(self, change: Change) -> None:
        """Draw what a change touches; the book is at its page already."""
        touched = self._touched(change)
        if len(touched) > MANY:
            prepared, self._prepared = self._prepared, None
            ready = prepared is not None and (prepared.seq, prepared.order) == (change.seq, self._order)
            self._lay_out(prepared.rows if prepared is not None and ready else None)
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
        for edit in change.edits if change.touches(Entity.SEAT) else ():
            if edit.entity is Entity.SEAT:
                for row in (edit.before, edit.after):
                    sitting = (row or {}).get("guest_id")
                    if isinstance(sitting, int):
                        touched.add(GuestId(sitting))
        return sorted(touched)

    def _settle(self, guest_id: GuestId) -> None:
        """Put one guest where they belong now: in, out, elsewhere or just drawn again."""
        old = self.row_of(guest_id)
        book, order = self._book, self._order
        shown = book is not None and order.shows(book, guest_id)
        rank = (order.rank(book, guest_id), guest_id) if book is not None and shown else None
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
        if not self._order.descending or self._order.best_first:
            return bisect_left(self._ranks, rank)
        low, high = 0, len(self._ranks)
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if self._ranks[middle] > rank else (low, middle)
        return low

    def _lay_out(self, prepared: Rows | None = None) -> None:
        self.beginResetModel()
        rows = prepared or (Rows() if self._book is None else self._order.laid_out(self._book))
        self._ranks, self._ids, self._place = rows.ranks, rows.ids, rows.place
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

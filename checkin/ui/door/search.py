"""Finding a guest by name at the door: the line to type in, and who answers to it.

Up and Down mark, Enter lets the marked one in, Esc clears. It shows who was found and says who was chosen; it looks
nothing up itself.
"""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QLineEdit, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from checkin.model import GuestId
from checkin.ui.door.people import ROW, Person, paint
from checkin.ui.shell.theme import Theme

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


class SearchField(QLineEdit):
    """Where a name is typed.

    Signals:
        stepped: Up or Down; carries -1 or 1.
        chosen: Enter.
        left: Esc; carries whether there was anything to clear.
    """

    stepped = Signal(int)
    chosen = Signal()
    left = Signal(bool)

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self.setProperty("role", "search")
        self.setProperty("scale", "large")
        self.setMaxLength(200)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that move through the people found."""
        key = event.key()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepped.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit()
        elif key == Qt.Key.Key_Escape:
            full = bool(self.text())
            self.clear()
            self.left.emit(full)
        else:
            super().keyPressEvent(event)


class People(QAbstractListModel):
    """Rows of people."""

    def __init__(self) -> None:
        """Begin with nobody."""
        super().__init__()
        self.rows: list[Person] = []

    def show(self, rows: list[Person]) -> None:
        """Show other people; where only what is known of them has changed, the marked row stays."""
        if [row.guest_id for row in rows] == [row.guest_id for row in self.rows]:
            changed = [at for at, (old, new) in enumerate(zip(self.rows, rows, strict=True)) if old != new]
            self.rows = rows
            for at in changed:
                self.dataChanged.emit(self.index(at), self.index(at))
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        """How many there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Person | str | None:
        """The row for the painter, its words for a screen reader."""
        if role == Qt.ItemDataRole.UserRole:
            return self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.rows[index.row()].spoken
        return None


class PersonDelegate(QStyledItemDelegate):
    """Paints a row of ``People``."""

    def __init__(self, theme: Theme) -> None:
        """Paint in the colours of ``theme``."""
        super().__init__()
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """All rows are of one height."""
        return QSize(120, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row, on the accent's wash when it is the marked one."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self._theme.palette
        box = QRectF(option.rect).adjusted(6, 0, -6, 0)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(palette.accent_wash))
            painter.drawRoundedRect(box.adjusted(0, 2, 0, -2), 10, 10)
            painter.setBrush(QColor(palette.accent))
            painter.drawRoundedRect(QRectF(box.x(), box.y() + 12, 4, box.height() - 24), 2, 2)
        paint(painter, box.adjusted(14, 0, -12, 0), index.data(Qt.ItemDataRole.UserRole), palette, timed=False)
        painter.restore()


class Results(QListView):
    """Who answers to what is typed.

    Signals:
        chosen: A row was chosen; carries the guest's id.
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        """Begin with nobody."""
        super().__init__()
        self._people = People()
        self._delegate = PersonDelegate(theme)
        self.setModel(self._people)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.clicked.connect(self._clicked)

    @property
    def people(self) -> list[Person]:
        """Who is shown."""
        return self._people.rows

    @property
    def marked(self) -> GuestId | None:
        """The marked person."""
        index = self.currentIndex()
        return self._people.rows[index.row()].guest_id if index.isValid() else None

    def show_people(self, rows: list[Person]) -> None:
        """Show other people, the best one marked; somebody who stays marked stays so."""
        marked = self.marked
        self._people.show(rows)
        if not rows:
            return
        ids = [row.guest_id for row in rows]
        if marked is None or marked not in ids or not self.currentIndex().isValid():
            self.setCurrentIndex(self._people.index(0))
            self.scrollToTop()

    def step(self, by: int) -> None:
        """Mark the next or the previous person."""
        count = len(self._people.rows)
        if count:
            row = min(max(self.currentIndex().row() + by, 0), count - 1)
            self.setCurrentIndex(self._people.index(row))
            self.scrollTo(self.currentIndex())

    def _clicked(self, index: QModelIndex) -> None:
        self.chosen.emit(self._people.rows[index.row()].guest_id)

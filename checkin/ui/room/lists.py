"""How a list of people is drawn and handled: three looks, one hand."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QModelIndex, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from checkin.model import GuestId
from checkin.ui.room import badges
from checkin.ui.room.carry import Carry, tie_of
from checkin.ui.room.marks import Marks
from checkin.ui.room.people import LINE_ROLE, Index, Line, People, Sign
from checkin.ui.shell.palette import Palette, mix
from checkin.ui.shell.theme import font


class Look(Enum):
    """How a row looks; the value is its height in pixels."""

    CARD = 48
    PLAIN = 32
    PERSON = 52


class PersonDelegate(QStyledItemDelegate):
    """Paints one person."""

    def __init__(self, look: Look, palette: Palette, marks: Marks, parent: QWidget) -> None:
        """Paint rows in one look."""
        super().__init__(parent)
        self._look = look
        self._marks = marks
        self.palette = palette

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """The same height for every row."""
        return QSize(80, self._look.value)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint card, dot, name and detail."""
        line: Line = index.data(LINE_ROLE)
        area: QRect = option.rect
        state = option.state
        marked = line.guest_id in self._marks.people
        hovered = bool(state & state.__class__.State_MouseOver)
        focused = bool(state & state.__class__.State_HasFocus)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_card(painter, QRectF(area), marked=marked, hovered=hovered, focused=focused)
        if self._look is Look.PLAIN:
            self._write(painter, area.adjusted(8, 0, -4, 0), line.name, 16, 400, self.palette.quiet)
        else:
            self._paint_person(painter, area, line)
        painter.restore()

    def _paint_card(self, painter: QPainter, area: QRectF, *, marked: bool, hovered: bool, focused: bool) -> None:
        colours = self.palette
        card = area.adjusted(1, 0, -1, -8) if self._look is Look.CARD else area.adjusted(1, 1, -1, -1)
        ground = colours.sunken if self._look is Look.CARD else None
        if marked:
            ground = colours.accent_wash
        elif hovered and self._look is not Look.PLAIN:
            ground = mix(ground or colours.surface, colours.ink, 0.05)
        painter.setPen(Qt.PenStyle.NoPen)
        if ground is not None:
            painter.setBrush(QColor(ground))
            painter.drawRoundedRect(card, 10, 10)
        if focused:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QColor(colours.ink))
            painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), 10, 10)

    def _paint_person(self, painter: QPainter, area: QRect, line: Line) -> None:
        card = area.adjusted(0, 0, 0, -8) if self._look is Look.CARD else area
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(line.colour))
        middle = card.center().y() + 1
        left = card.left() + (12 if self._look is Look.CARD else 8)
        painter.drawEllipse(QRectF(left, middle - 8, 16, 16))
        text = card.adjusted(left - card.left() + 26, 0, -8, 0)
        text = self._paint_signs(painter, text, line)
        if self._look is Look.CARD or not line.detail:
            self._write(painter, text, line.name, 16, 500, self.palette.ink)
            return
        self._write(painter, QRect(text.left(), text.top() + 6, text.width(), 22), line.name, 16, 500, self.palette.ink)
        self._write(
            painter, QRect(text.left(), text.top() + 27, text.width(), 18), line.detail, 13, 400, self.palette.quiet
        )

    def _paint_signs(self, painter: QPainter, text: QRect, line: Line) -> QRect:
        """The signs at the end of a row, as in the room; what is left of it for words."""
        middle = text.center().y() + 1
        if line.troubled:
            badges.exclamation(painter, QPointF(text.right() - 17, middle - 7), self.palette)
            text = text.adjusted(0, 0, -24, 0)
        if line.sign is not Sign.NONE:
            host = line.sign is Sign.HOST
            badges.lock(painter, QPointF(text.right() - 2, middle + 7), self.palette, host=host)
            text = text.adjusted(0, 0, -24, 0)
        return text

    def _write(self, painter: QPainter, area: QRect, text: str, size: int, weight: int, colour: str) -> None:
        face = font(size, weight)
        painter.setFont(face)
        painter.setPen(QColor(colour))
        shown = QFontMetrics(face).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


class PeopleList(QListView):
    """A list whose people can be selected and, unless it is only for reading, carried away.

    Signals:
        opened: Enter or a double click on somebody; carries the guest's id.

    Attributes:
        still: Whether people can be selected but not carried.
    """

    opened = Signal(object)

    def __init__(self, people: People, look: Look, palette: Palette, marks: Marks, carry: Carry | None) -> None:
        """List ``people``; without a ``carry`` they stay where they are."""
        super().__init__()
        self.people = people
        self._marks = marks
        self._carry = carry
        self.still = False
        self._pressed: tuple[QPoint, GuestId] | None = None
        self.delegate = PersonDelegate(look, palette, marks, self)
        self.setModel(people)
        self.setItemDelegate(self.delegate)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setProperty("role", "people")
        marks.changed.connect(self.viewport().update)

    def wear(self, palette: Palette) -> None:
        """Show other colours."""
        self.delegate.palette = palette
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select somebody, or get ready to carry those selected."""
        guest_id = self._guest_at(event.position().toPoint())
        if event.button() is not Qt.MouseButton.LeftButton or guest_id is None:
            super().mousePressEvent(event)
            return
        self.setCurrentIndex(self.indexAt(event.position().toPoint()))
        if self._carry is None:
            return
        self._pressed = (event.position().toPoint(), guest_id)
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._marks.toggle(guest_id)
        elif guest_id not in self._marks.people:
            self._marks.only([guest_id])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carry, or begin to."""
        if self._carry is not None and self._carry.active:
            self._carry.follow(event.globalPosition().toPoint(), tie_of(event.modifiers()))
        elif self._carry is not None and self._pressed is not None and not self.still:
            start, guest_id = self._pressed
            if (event.position().toPoint() - start).manhattanLength() >= QApplication.startDragDistance():
                self._pressed = None
                marked = self._marks.people
                self._carry.begin(marked if guest_id in marked else (guest_id,), event.globalPosition().toPoint())
        else:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of whom is carried; a plain click selects one person alone."""
        pressed, self._pressed = self._pressed, None
        if self._carry is not None and self._carry.active:
            self._carry.drop(event.globalPosition().toPoint())
        elif pressed is not None and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._marks.only([pressed[1]])
        else:
            super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Show where somebody is."""
        guest_id = self._guest_at(event.position().toPoint())
        if guest_id is not None:
            self.opened.emit(guest_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk through the list and select; every other key is the page's."""
        current = self.currentIndex()
        walks = {
            Qt.Key.Key_Up,
            Qt.Key.Key_Down,
            Qt.Key.Key_PageUp,
            Qt.Key.Key_PageDown,
            Qt.Key.Key_Home,
            Qt.Key.Key_End,
        }
        if event.key() in walks:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Space and current.isValid() and self._carry is not None:
            self._marks.toggle(self.people.ids[current.row()])
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and current.isValid():
            self.opened.emit(self.people.ids[current.row()])
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is, from the first moment on."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason and not self.currentIndex().isValid():
            self.setCurrentIndex(self.people.index(0))

    def current(self) -> GuestId | None:
        """Whom the keyboard is on."""
        index = self.currentIndex()
        return self.people.ids[index.row()] if index.isValid() else None

    def _guest_at(self, point: QPoint) -> GuestId | None:
        index: QModelIndex = self.indexAt(point)
        return self.people.ids[index.row()] if index.isValid() else None

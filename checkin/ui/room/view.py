"""The room under the hand: clicks select, drags carry, arrows walk.

Asks for nothing and moves nobody itself: what people want comes out as signals and as people in the page's hand.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPen, QShowEvent
from PySide6.QtWidgets import QApplication, QToolTip

from checkin.model import GuestId, TableId
from checkin.ui.room.carry import Carry, Held, tie_of
from checkin.ui.room.layout import Heading
from checkin.ui.room.lens import PACE, Lens
from checkin.ui.room.marks import Marks
from checkin.ui.room.reading import Reading
from checkin.ui.room.scene import RoomScene, Spot
from checkin.ui.room.verdict import Verdict
from checkin.ui.room.walk import Stand, settled, to_next_person, to_next_table

HEADINGS = {
    Qt.Key.Key_Left: Heading.LEFT,
    Qt.Key.Key_Right: Heading.RIGHT,
    Qt.Key.Key_Up: Heading.UP,
    Qt.Key.Key_Down: Heading.DOWN,
}


class RoomView(Lens):
    """The scene with everything that mouse and keys do in it.

    Signals:
        stand_changed: The keyboard is elsewhere in the room.
        pointed: The mouse is over somebody else, or nobody; carries the guest's id or None.

    Attributes:
        stand: Where the keyboard is in the room.
        by_key: Whether a key was used after the mouse, so that ``stand`` is to be shown.
        accent: The colour of the band.
        tip: What there is to say of a spot, as rich text for the tooltip.
        reading: The room as screen readers find it.
        hovered: Whom the mouse is over, if anybody.
        thinking: Whether Enter and Esc are about something that is only thought of, and so the page's.
        taken: Whether another hand takes an event of the view or its viewport: that which arranges the room.
    """

    stand_changed = Signal()
    pointed = Signal(object)
    taken: Callable[[QEvent], bool] = staticmethod(lambda _event: False)  # heard from before there is a view

    def __init__(self, scene: RoomScene, marks: Marks, carry: Carry, judge: Callable[[Held, Spot], Verdict]) -> None:
        """Look at ``scene``; ``judge`` says what letting people go over a spot would do."""
        super().__init__(scene)
        self.stand: Stand | None = None
        self.by_key = False
        self.accent = QColor()
        self.tip: Callable[[Spot], str] = str
        self.hovered: GuestId | None = None
        self.thinking: Callable[[], bool] = bool
        self._room = scene
        self._marks = marks
        self._carry = carry
        self._judge = judge
        self.reading = Reading(self, scene, marks, self.visit)
        self._pressed: QPoint | None = None
        self._band: QRect | None = None
        self._space = False
        self._edges = QTimer(self)
        self._edges.setInterval(PACE)
        self._edges.timeout.connect(self._slide_at_edge)
        carry.began.connect(self._edges.start)
        carry.ended.connect(self._edges.stop)
        self.stand_changed.connect(self._tell_stand)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    # --- carrying ---

    def aim(self, at: QPoint, held: Held) -> Verdict | None:
        """What letting go of what is held at a point of the screen would do."""
        point = self.viewport().mapFromGlobal(at)
        if not self.viewport().rect().contains(point):
            return None
        spot = self._room.spot(self.mapToScene(point))
        return Verdict(None, held.guests) if spot is None else self._judge(held, spot)

    def _slide_at_edge(self) -> None:
        """Bring what is beyond the edge into view while somebody is held there."""
        at = self.viewport().mapFromGlobal(self._carry.at)
        if self.viewport().rect().contains(at) and self.slide_at_edge(at):
            self._carry.again()

    # --- the keyboard's place ---

    def go(self, stand: Stand | None, *, slide: bool = True) -> None:
        """Put the keyboard somewhere in the room, and slide the room there unless the mouse is there already."""
        if stand is not None and slide:
            self.reveal(self._room.area_of(stand))
        if stand != self.stand:
            self.stand = stand
            self.stand_changed.emit()

    def visit(self, stand: Stand) -> None:
        """Put focus and keyboard somewhere, and show it."""
        self.by_key = True
        self.setFocus()
        self.go(stand)

    def showEvent(self, event: QShowEvent) -> None:
        """Be found by screen readers."""
        super().showEvent(event)
        self.reading.appear()

    def _tell_stand(self) -> None:
        self.reading.moved(self.stand)

    def settle(self) -> None:
        """Find the keyboard's place again after the room has changed."""
        self.go(settled(self.stand, self._room.pictures), slide=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, select, zoom; every other key is the page's."""
        key = Qt.Key(event.key())
        self.by_key = True
        if key in HEADINGS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._walk(HEADINGS[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape} and self.thinking():
            event.ignore()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space} and self.stand is not None:
            self._space = key == Qt.Key.Key_Space
            if not event.isAutoRepeat():
                self._select(self.stand, toggle=self._space)
        elif key == Qt.Key.Key_Space:
            self._space = True
        elif key == Qt.Key.Key_Escape and not self._carry.active and self.stand is not None and self.stand.guest:
            self.go(Stand(self.stand.table))
        else:
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Space no longer pans."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space = False
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is; the first time, at the chosen table."""
        super().focusInEvent(event)
        tabbed = event.reason() in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}
        self.by_key = self.by_key or tabbed
        if self.stand is None and tabbed:
            chosen = self._marks.table
            self.go(to_next_table(self._room.places, None if chosen is None else Stand(chosen), Heading.LEFT))
        self.stand_changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keyboard is elsewhere."""
        super().focusOutEvent(event)
        self._space = False
        self.stand_changed.emit()

    def _walk(self, heading: Heading) -> None:
        if self.stand is None or self.stand.guest is None:
            self.go(to_next_table(self._room.places, self.stand, heading))
            return
        step = 1 if heading in {Heading.RIGHT, Heading.DOWN} else -1
        self.go(to_next_person(self._room.pictures[self.stand.table], self.stand.guest, step))

    def _select(self, stand: Stand, *, toggle: bool) -> None:
        if stand.guest is None:
            self._marks.choose(stand.table)
            self.go(to_next_person(self._room.pictures[stand.table], None, 1))
        elif toggle:
            self._marks.toggle(stand.guest)
        else:
            self._marks.only([stand.guest], stand.table)

    # --- the mouse ---

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select what is under the mouse, or get ready to carry, to draw a band or to pan."""
        at = event.position().toPoint()
        self.by_key = False
        if event.button() == Qt.MouseButton.MiddleButton or (
            self._space and event.button() == Qt.MouseButton.LeftButton
        ):
            self.begin_pan(at)
        elif event.button() == Qt.MouseButton.LeftButton:
            self._pressed = at
            spot = self._room.spot(self.mapToScene(at))
            if spot is not None and spot.guest is not None:
                self._press_person(spot, adding=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carry, pan or stretch the band."""
        at = event.position().toPoint()
        if self._carry.active:
            self._carry.follow(event.globalPosition().toPoint(), tie_of(event.modifiers()))
        elif self.pan(at):
            return
        elif self._pressed is None:
            self._point(at)
        elif self._band is not None or (at - self._pressed).manhattanLength() >= QApplication.startDragDistance():
            self._drag(at, event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        pressed, self._pressed = self._pressed, None
        adding = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if self._carry.active:
            self._carry.drop(event.globalPosition().toPoint())
        elif self.end_pan():
            return
        elif self._band is not None:
            self._close_band(adding=adding)
        elif pressed is not None and not adding:
            self._click(pressed)

    def event(self, event: QEvent) -> bool:
        """Hear keys, and whether the view is seen."""
        return self.taken(event) or super().event(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Say who is under the mouse."""
        if self.taken(event):
            return True
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            spot = self._room.spot(self.mapToScene(event.pos()))
            text = self.tip(spot) if spot is not None and not self._carry.active else ""
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().viewportEvent(event)

    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """Draw the band."""
        super().drawForeground(painter, rect)
        if self._band is not None:
            wash = QColor(self.accent)
            wash.setAlphaF(0.12)
            painter.resetTransform()
            painter.setPen(QPen(self.accent, 1))
            painter.setBrush(wash)
            painter.drawRoundedRect(QRectF(self._band.normalized()), 4, 4)

    def _press_person(self, spot: Spot, *, adding: bool) -> None:
        if spot.guest is None:
            return
        if adding:
            self._marks.toggle(spot.guest)
        elif spot.guest not in self._marks.people:
            self._marks.only([spot.guest], spot.table)
        self.go(Stand(spot.table, spot.guest), slide=False)

    def _point(self, at: QPoint) -> None:
        spot = self._room.spot(self.mapToScene(at))
        shape = Qt.CursorShape.ArrowCursor
        if self._space:
            shape = Qt.CursorShape.OpenHandCursor
        elif spot is not None:
            shape = Qt.CursorShape.PointingHandCursor if spot.guest is None else Qt.CursorShape.OpenHandCursor
        self.viewport().setCursor(shape)
        self._hover(None if spot is None else spot.guest)

    def leaveEvent(self, event: QEvent) -> None:
        """The mouse is over nobody."""
        super().leaveEvent(event)
        self._hover(None)

    def _hover(self, guest_id: GuestId | None) -> None:
        if guest_id != self.hovered:
            self.hovered = guest_id
            self.pointed.emit(guest_id)

    def _drag(self, at: QPoint, on_screen: QPoint) -> None:
        pressed = self._pressed or at
        spot = None if self._band is not None else self._room.spot(self.mapToScene(pressed))
        if spot is not None and spot.guest is not None:
            self._pressed = None
            marked = self._marks.people
            self._carry.begin(marked if spot.guest in marked else (spot.guest,), on_screen)
        elif spot is not None and self._band is None:
            self._pressed = None
            self._take_up(spot.table, on_screen)
        elif spot is None:
            self._band = QRect(pressed, at)
            self.viewport().update()

    def _take_up(self, table: TableId, on_screen: QPoint) -> None:
        """Carry everybody of a table at once."""
        people = [disc.guest_id for disc in self._room.pictures[table].chairs if disc is not None]
        self._marks.choose(table)
        if people:
            self._carry.begin(people, on_screen, whole=table)

    def _close_band(self, *, adding: bool) -> None:
        band, self._band = self._band, None
        self.viewport().update()
        if band is not None:
            inside = self._room.people_in(self.mapToScene(band.normalized()).boundingRect())
            if adding:
                self._marks.add(inside)
            else:
                self._marks.only(inside)

    def _click(self, at: QPoint) -> None:
        spot = self._room.spot(self.mapToScene(at))
        if spot is None:
            self._marks.clear()
            self.go(None)
        elif spot.guest is None:
            self._marks.choose(spot.table)
            self.go(Stand(spot.table), slide=False)
        else:
            self._marks.only([spot.guest], spot.table)

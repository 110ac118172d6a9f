"""The hand that arranges: drags tables and landmarks, makes landmarks larger, draws the band, nudges by key.

Nothing is written here: where things were put comes out as signals, once a gesture. What is in the hand stays there
whatever else happens in the room.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from PySide6.QtCore import QObject, QPoint, QPointF, QRectF, QTimer, Signal
from PySide6.QtWidgets import QApplication

from checkin.landmarks import LEAST, MOST, Landmark
from checkin.model import TableId
from checkin.ui.room.arrange.overlay import Overlay
from checkin.ui.room.arrange.picked import Picked
from checkin.ui.room.arrange.placing import STEP, Slab, clear, free, snap
from checkin.ui.room.layout import Point
from checkin.ui.room.lens import PACE, Lens
from checkin.ui.room.scene import RoomScene

MAGNET = 9.0
"""How near to a line something has to be drawn to it, in pixels."""

REST = 450
"""After the last key so many milliseconds, what was nudged is written."""


class Gesture(Enum):
    """What the hand is doing."""

    TABLES = "tables"
    MARK = "mark"
    GRIP = "grip"
    BAND = "band"


@dataclass(frozen=True, slots=True)
class Hold:
    """What the hand holds.

    Attributes:
        start: Where it took hold, on the scene.
        tables: The held tables, as they stood.
        others: Every other table.
        marks: Landmarks that are not held, to be aligned with.
        mark: The held landmark, as it stood.
    """

    gesture: Gesture
    start: QPointF
    tables: Mapping[TableId, Slab]
    others: tuple[Slab, ...]
    marks: tuple[Slab, ...]
    mark: Landmark | None = None


class Hand(QObject):
    """Mouse and arrow keys over the room that is being arranged.

    Signals:
        placed: Tables were put somewhere; carries ids with their new centres.
        marked: A landmark was put somewhere or made another size; carries its place in the list and itself.
        no_place: All is taken around where tables were put; they are back where they stood.
        nudging: Tables were nudged and are not written yet, or nothing is nudged any more.
    """

    placed = Signal(object)
    marked = Signal(int, object)
    no_place = Signal()
    nudging = Signal()

    def __init__(self, view: Lens, scene: RoomScene, overlay: Overlay, picked: Picked) -> None:
        """Hold nothing."""
        super().__init__()
        self._view, self._scene, self._overlay, self._picked = view, scene, overlay, picked
        self._pressed: QPoint | None = None
        self._last, self._loose = QPoint(), False
        self._hold: Hold | None = None
        self._nudged: dict[TableId, Slab] = {}
        self._laid: dict[TableId, QPointF] = {}
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self.rest)
        self._edges = QTimer(self)
        self._edges.setInterval(PACE)
        self._edges.timeout.connect(self._slide_at_edge)

    @property
    def gesture(self) -> Gesture | None:
        """What the hand is doing."""
        return None if self._hold is None else self._hold.gesture

    @property
    def busy(self) -> bool:
        """Whether something is held, or nudged and not yet written."""
        return self._hold is not None or bool(self._nudged)

    @property
    def nudged(self) -> tuple[TableId, ...]:
        """The tables that were nudged away from where they stood and are not written yet."""
        there = {one: slab for one, slab in self._nudged.items() if one in self._scene.tables}
        return tuple(one for one, slab in there.items() if self._slab(one) != slab)

    # --- the mouse ---

    def press(self, at: QPoint, *, adding: bool) -> None:
        """Pick what is under the mouse, and get ready to drag it."""
        self.rest()
        self._pressed = self._last = at
        point = self._view.mapToScene(at)
        spot = self._scene.spot(point)
        if self._grip_at(point):
            return
        if spot is not None:
            if adding:
                self._picked.toggle(spot.table)
            elif spot.table not in self._picked.tables:
                self._picked.only([spot.table])
        elif (mark := self._scene.floor.at(point)) is not None:
            self._picked.landmark(mark)
        elif not adding:
            self._picked.only()

    def move(self, at: QPoint, *, loose: bool, adding: bool) -> None:
        """Drag; ``loose`` heeds no line and no grid."""
        if self._pressed is None:
            return
        self._last, self._loose = at, loose
        if self._hold is None:
            if (at - self._pressed).manhattanLength() < QApplication.startDragDistance():
                return
            self._hold = self._take(self._view.mapToScene(self._pressed), adding=adding)
            self._edges.start()
            if self._hold.tables:
                self._overlay.lift([self._scene.tables[one] for one in self._hold.tables])
        self._drag(self._hold, self._view.mapToScene(at), loose=loose)

    def _slide_at_edge(self) -> None:
        """The room slides under what is held at the view's edge."""
        if self._hold is not None and self._view.slide_at_edge(self._last):
            self._drag(self._hold, self._view.mapToScene(self._last), loose=self._loose)

    def release(self, *, adding: bool) -> None:
        """Let go: what was dragged stays there, or beside it where that is taken."""
        hold, self._hold, self._pressed = self._hold, None, None
        self._edges.stop()
        self._laid.clear()
        band = QRectF(self._overlay.band.area)
        self._overlay.rest()
        if hold is None:
            return
        if hold.gesture is Gesture.BAND:
            inside = [
                one for one, item in self._scene.tables.items() if band.intersects(item.sceneBoundingRect())
            ]  # fmt: skip
            (self._picked.add if adding else self._picked.only)(inside)
        elif hold.gesture is Gesture.TABLES:
            self._put_down(hold.tables, hold.others)
        elif self._picked.mark is not None:
            self.marked.emit(self._picked.mark, self._scene.floor.items[self._picked.mark].mark)

    def cancel(self) -> bool:
        """Put everything back where it stood; says whether anything was held."""
        hold, self._hold, self._pressed = self._hold, None, None
        self._edges.stop()
        nudged, self._nudged = self._nudged, {}
        self._rest.stop()
        self._overlay.rest()
        back = nudged if hold is None else hold.tables
        self._set({one: Point(slab.x, slab.y) for one, slab in back.items()})
        if hold is not None and hold.mark is not None and self._picked.mark is not None:
            mark = hold.mark
            item = self._scene.floor.items[self._picked.mark]
            item.resize(mark.width, mark.height, QPointF(mark.x, mark.y))
        if nudged:
            self.nudging.emit()
        return hold is not None or bool(nudged)

    def again(self) -> None:
        """The room was drawn anew under the hand: take hold of the same things where they stand now."""
        hold = self._hold
        if hold is None or hold.gesture is Gesture.BAND:
            return
        if hold.gesture is not Gesture.TABLES:
            if self._picked.mark is None:
                self.cancel()
                return
            self._drag(hold, self._view.mapToScene(self._last), loose=False)
            return
        there = [one for one in hold.tables if one in self._scene.tables]
        if not there:
            self.cancel()
            return
        now = self._tables_held(hold.start, there)
        where = {  # those that were drawn anew stand where the book says; the others are where the hand has them
            one: hold.tables[one] if self._laid.get(one) == self._scene.tables[one].pos() else slab
            for one, slab in now.tables.items()
        }
        self._hold = replace(now, tables=where)
        self._overlay.lift([self._scene.tables[one] for one in there])
        self._drag(self._hold, self._view.mapToScene(self._last), loose=False)

    # --- the keys ---

    def nudge(self, across: int, down: int, length: float) -> None:
        """Move what is picked a little; written once the keys rest."""
        mark = self._picked.mark
        if mark is not None:
            known = self._scene.floor.items[mark].mark
            self.marked.emit(mark, replace(known, x=known.x + across * length, y=known.y + down * length))
            return
        for one in self._picked.tables:
            self._nudged.setdefault(one, self._slab(one))
        to = {one: self._scene.tables[one].pos() for one in self._picked.tables}
        self._set({one: Point(at.x() + across * length, at.y() + down * length) for one, at in to.items()})
        self._rest.start()
        self.nudging.emit()

    def let_go(self) -> None:
        """The hand is wanted elsewhere: what was nudged is written, what is dragged goes back."""
        self.rest()
        self.cancel()

    def rest(self) -> None:
        """Write what was nudged."""
        self._rest.stop()
        nudged, self._nudged = self._nudged, {}
        nudged = {one: slab for one, slab in nudged.items() if one in self._scene.tables}
        if nudged:
            self._put_down(nudged, self._others(nudged))
            self.nudging.emit()

    # --- what it does ---

    def slabs(self, tables: Sequence[TableId]) -> list[Slab]:
        """Tables as they stand."""
        return [self._slab(one) for one in tables]

    def settle(self, tables: Sequence[TableId], centres: Sequence[Point]) -> None:
        """Put tables at centres worked out elsewhere, all together beside where they would cover another."""
        before = dict(zip(tables, self.slabs(tables), strict=True))
        self._set(dict(zip(tables, centres, strict=True)))
        self._put_down(before, self._others(before))

    def _put_down(self, before: Mapping[TableId, Slab], others: Sequence[Slab]) -> None:
        """Tables stay where they are on the screen, or at the nearest free place, or go back."""
        now = self.slabs(list(before))
        by = Point(0, 0) if clear(now, others, Point(0, 0)) else free(now, others, Point(0, 0))
        if by is None:
            self._set({one: Point(slab.x, slab.y) for one, slab in before.items()})
            self.no_place.emit()
            return
        to = {one: Point(slab.x + by.x, slab.y + by.y) for one, slab in zip(before, now, strict=True)}
        self._set(to)
        if any((to[one].x, to[one].y) != (slab.x, slab.y) for one, slab in before.items()):
            self.placed.emit(to)

    def _grip_at(self, point: QPointF) -> bool:
        mark = self._picked.mark
        return mark is not None and self._scene.floor.items[mark].on_grip(point, self._view.zoom)

    def _take(self, start: QPointF, *, adding: bool) -> Hold:
        """Take hold of what is picked under a point of the scene, or begin a band."""
        floor = self._scene.floor
        tables = tuple(self._slab(one) for one in self._scene.tables)
        mark = self._picked.mark
        spot = self._scene.spot(start)
        if mark is not None and (self._grip_at(start) or floor.at(start) == mark):
            gesture = Gesture.GRIP if self._grip_at(start) else Gesture.MARK
            rest = tuple(_slab_of(item.mark) for at, item in enumerate(floor.items) if at != mark)
            return Hold(gesture, start, {}, tables, rest, floor.items[mark].mark)
        if spot is not None and spot.table in self._picked.tables and not adding:
            return self._tables_held(start, self._picked.tables)
        return Hold(Gesture.BAND, start, {}, (), ())

    def _tables_held(self, start: QPointF, tables: Sequence[TableId]) -> Hold:
        held = dict(zip(tables, self.slabs(tables), strict=True))
        marks = tuple(_slab_of(item.mark) for item in self._scene.floor.items)
        return Hold(Gesture.TABLES, start, held, tuple(self._others(held)), marks)

    def _drag(self, hold: Hold, at: QPointF, *, loose: bool) -> None:
        by = Point(at.x() - hold.start.x(), at.y() - hold.start.y())
        if hold.gesture is Gesture.BAND:
            self._overlay.band.stretch(QRectF(hold.start, at).normalized())
        elif hold.gesture is Gesture.GRIP and hold.mark is not None:
            self._stretch(hold.mark, by, loose=loose)
        else:
            moving = list(hold.tables.values()) or [_slab_of(hold.mark)] if hold.mark else list(hold.tables.values())
            if not loose:
                snapped = snap(moving, (*hold.others, *hold.marks), by, reach=MAGNET / self._view.zoom)
                by = snapped.by
                self._overlay.guides.show_guides(snapped.guides)
            else:
                self._overlay.guides.show_guides(())
            if hold.mark is not None and self._picked.mark is not None:
                to = QPointF(hold.mark.x + by.x, hold.mark.y + by.y)
                self._scene.floor.items[self._picked.mark].resize(hold.mark.width, hold.mark.height, to)
            self._set({one: Point(slab.x + by.x, slab.y + by.y) for one, slab in hold.tables.items()})

    def _stretch(self, mark: Landmark, by: Point, *, loose: bool) -> None:
        """Make the held landmark larger or smaller; its upper left corner stays."""
        step = 1.0 if loose else STEP
        width = min(MOST, max(LEAST, round((mark.width + by.x) / step) * step))
        height = min(MOST, max(LEAST, round((mark.height + by.y) / step) * step))
        centre = QPointF(mark.x - mark.width / 2 + width / 2, mark.y - mark.height / 2 + height / 2)
        if self._picked.mark is not None:
            self._scene.floor.items[self._picked.mark].resize(width, height, centre)

    def _slab(self, table: TableId) -> Slab:
        item = self._scene.tables[table]
        return Slab(item.x(), item.y(), item.outline.footprint.width, item.outline.footprint.height)

    def _others(self, held: Mapping[TableId, object]) -> list[Slab]:
        return [self._slab(one) for one in self._scene.tables if one not in held]

    def _set(self, to: Mapping[TableId, Point]) -> None:
        for one, point in to.items():
            if one in self._scene.tables:
                self._laid[one] = QPointF(point.x, point.y)
                self._scene.tables[one].setPos(self._laid[one])


def _slab_of(mark: Landmark | None) -> Slab:
    return Slab(0, 0, 0, 0) if mark is None else Slab(mark.x, mark.y, mark.width, mark.height)

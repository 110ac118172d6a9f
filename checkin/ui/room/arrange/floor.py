"""What lies under the tables: landmarks with their words, the dots of the grid, and how far the floor reaches.

The room's scene asks it each time it is furnished. It shows the book and changes nothing.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene, QStyleOptionGraphicsItem, QWidget

from checkin.book import Book
from checkin.landmarks import Landmark, LandmarkKind, landmarks_of
from checkin.ui.shell.palette import Palette, mix
from checkin.ui.shell.theme import font

APRON = 250.0
"""Free floor around everything while the room is arranged, to drag things to."""

EDGE = 32.0
"""What stays free between a landmark and the edge of the scene."""

GRIP = 14.0
"""The side of the handle by which a landmark is made larger, in pixels."""

DOTS = 100.0
"""From one dot of the grid to the next."""

DOT = 3.0
"""A dot's diameter, in pixels."""


class LandmarkItem(QGraphicsItem):
    """One landmark."""

    def __init__(self, mark: Landmark, palette: Palette, word: str) -> None:
        """Stand where ``mark`` says."""
        super().__init__()
        self.mark = mark
        self.picked = False
        self._palette, self._word = palette, word
        self.setZValue(-2)
        self.setPos(mark.x, mark.y)

    def wear(self, palette: Palette, word: str) -> None:
        """Show other colours, or another language."""
        self._palette, self._word = palette, word
        self.update()

    def pick(self, *, picked: bool) -> None:
        """Show whether it is picked."""
        if picked != self.picked:
            self.picked = picked
            self.update()

    def resize(self, width: float, height: float, at: QPointF) -> None:
        """Be as large as this for now, round another centre."""
        self.prepareGeometryChange()
        self.mark = Landmark(self.mark.kind, at.x(), at.y(), width, height)
        self.setPos(at)

    def covers(self, point: QPointF) -> bool:
        """Whether a point of the scene is on it."""
        return self._area().contains(point - self.pos())

    def on_grip(self, point: QPointF, zoom: float) -> bool:
        """Whether a point of the scene is on its handle at a zoom."""
        corner = self.pos() + self._area().bottomRight()
        reach = GRIP / zoom
        return self.picked and abs(point.x() - corner.x()) <= reach and abs(point.y() - corner.y()) <= reach

    def boundingRect(self) -> QRectF:
        """What may be painted on."""
        return self._area().adjusted(-60, -60, 60, 60)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        """Paint the area with its word, readable at every zoom."""
        scale = option.levelOfDetailFromTransform(painter.worldTransform())
        colours, area = self._palette, self._area()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(colours.accent_wash if self.picked else colours.sunken))
        edge = QColor(colours.accent) if self.picked else QColor(mix(colours.line, colours.ink, 0.12))
        painter.setPen(QPen(edge, max(3.0 if self.picked else 2.0, (2.0 if self.picked else 1.0) / scale)))
        painter.drawRoundedRect(area, 14, 14)
        upright = area.height() > area.width() * 1.6
        room = QRectF(0, 0, area.height(), area.width()) if upright else QRectF(0, 0, area.width(), area.height())
        room.moveCenter(QPointF(0, 0))
        painter.setPen(QColor(colours.accent if self.picked else colours.quiet))
        painter.save()
        if upright:
            painter.rotate(-90)
        size = max(13 / scale, min(36.0, room.height() * 0.5))
        face = font(max(1, round(size)), 600)
        wide = QFontMetricsF(face).horizontalAdvance(self._word)
        if wide > room.width() - 12:
            face.setPixelSize(max(1, int(face.pixelSize() * (room.width() - 12) / wide)))
        painter.setFont(face)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, self._word)
        painter.restore()
        if self.picked:
            side = GRIP * 0.7 / scale
            grip = QRectF(0, 0, side, side)
            grip.moveCenter(area.bottomRight())
            painter.setBrush(QColor(colours.surface))
            painter.setPen(QPen(QColor(colours.accent), 2 / scale))
            painter.drawRoundedRect(grip, side / 4, side / 4)

    def _area(self) -> QRectF:
        return QRectF(-self.mark.width / 2, -self.mark.height / 2, self.mark.width, self.mark.height)


class Dots(QGraphicsItem):
    """The grid while the room is arranged: a dot each metre."""

    def __init__(self) -> None:
        """Lie under everything."""
        super().__init__()
        self.colour = QColor()
        self.area = QRectF()
        self._row, self._row_of = QImage(), (0.0, 0.0, 0, "")
        self.setZValue(-10)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self.hide()

    def reach(self, area: QRectF) -> None:
        """Cover ``area``."""
        self.prepareGeometryChange()
        self.area = area

    def boundingRect(self) -> QRectF:
        """What may be painted on."""
        return self.area

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Paint the dots that can be seen: one row is drawn, and copied for the others."""
        scale = option.levelOfDetailFromTransform(painter.worldTransform())
        seen = option.exposedRect.intersected(self.area)
        left, right = int(seen.left() // DOTS), int(seen.right() // DOTS) + 1
        row = self._drawn(
            right - left + 1, round(DOTS * scale, 4), 1.0 if widget is None else widget.devicePixelRatioF()
        )
        at = painter.worldTransform()
        painter.save()
        painter.resetTransform()
        for y in range(int(seen.top() // DOTS), int(seen.bottom() // DOTS) + 2):
            painter.drawImage(at.map(QPointF(left * DOTS, y * DOTS)) - QPointF(DOT, DOT), row)
        painter.restore()

    def _drawn(self, count: int, step: float, ratio: float) -> QImage:
        """A row of at least so many dots, ``step`` pixels apart, for a screen of ``ratio``."""
        had = self._row_of
        if had[:2] != (step, ratio) or had[3] != self.colour.name() or had[2] < count:
            self._row_of = (step, ratio, count, self.colour.name())
            width, height = math.ceil((count * step + 2 * DOT) * ratio), math.ceil(2 * DOT * ratio)
            self._row = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
            self._row.setDevicePixelRatio(ratio)
            self._row.fill(Qt.GlobalColor.transparent)
            painter = QPainter(self._row)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            pen = QPen(self.colour, DOT)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawPoints([QPointF(x * step + DOT, DOT) for x in range(count)])
            painter.end()
        return self._row


class Floor:
    """Landmarks and extent of one room's scene.

    Attributes:
        marks: The landmarks as they stand, or None where the entrance stands by itself.
        items: What is painted of them.
        arranged: Whether the room is being arranged now.
    """

    def __init__(self, scene: QGraphicsScene, palette: Palette) -> None:
        """Lie under ``scene``, with nothing on it yet."""
        self._scene, self._palette = scene, palette
        self._word: Callable[[LandmarkKind], str] = str
        self._extent = QRectF()
        self.marks: tuple[Landmark, ...] | None = None
        self.items: list[LandmarkItem] = []
        self.arranged = False
        self.dots = Dots()
        scene.addItem(self.dots)

    def show(self, book: Book | None) -> None:
        """Put the landmarks of ``book`` where they stand, keeping what is there already."""
        self.marks = None if book is None else landmarks_of(book)
        told = self.marks or ()
        while len(self.items) > len(told):
            self._scene.removeItem(self.items.pop())
        for at, mark in enumerate(told):
            if at == len(self.items):
                self.items.append(LandmarkItem(mark, self._palette, self._word(mark.kind)))
                self._scene.addItem(self.items[at])
            elif self.items[at].mark.kind is not mark.kind:
                self.items[at].wear(self._palette, self._word(mark.kind))
            self.items[at].resize(mark.width, mark.height, QPointF(mark.x, mark.y))
            self.items[at].mark = mark

    def wear(self, palette: Palette, word: Callable[[LandmarkKind], str]) -> None:
        """Show other colours, or another language."""
        self._palette, self._word = palette, word
        self.dots.colour = QColor(mix(palette.line, palette.ink, 0.1))
        self.dots.update()
        for item in self.items:
            item.wear(palette, word(item.mark.kind))

    def arrange(self, *, arranged: bool) -> None:
        """Begin or end arranging: free floor around, and the grid."""
        self.arranged = arranged
        self._extent = QRectF()
        self.dots.setVisible(arranged)

    def around(self, walls: QRectF) -> QRectF:
        """The scene's extent: walls round the tables, landmarks, and room to drag while arranged."""
        for item in self.items:
            mark = item.mark
            area = QRectF(mark.x - mark.width / 2, mark.y - mark.height / 2, mark.width, mark.height)
            walls = walls.united(area.adjusted(-EDGE, -EDGE, EDGE, EDGE))
        if not self.arranged:
            return walls
        if not self._extent.contains(walls):  # it only grows, or the room would jump under the hand after each drop
            self._extent = self._extent.united(walls.adjusted(-APRON, -APRON, APRON, APRON))
        self.dots.reach(self._extent)
        return self._extent

    def at(self, point: QPointF) -> int | None:
        """Which landmark is under a point of the scene."""
        return next((at for at, item in enumerate(self.items) if item.covers(point)), None)


def line(upright: bool, at: float, start: float, end: float) -> QLineF:  # noqa: FBT001 - as a guide says it
    """A guide's line."""
    return QLineF(at, start, at, end) if upright else QLineF(start, at, end, at)

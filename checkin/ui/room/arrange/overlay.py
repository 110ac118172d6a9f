"""What lies over the tables while they are arranged: rings round those picked, shadows, guide lines, the band."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene, QStyleOptionGraphicsItem, QWidget

from checkin.model import Shape
from checkin.ui.room.arrange.floor import line
from checkin.ui.room.arrange.placing import Guide
from checkin.ui.room.tables import TableItem
from checkin.ui.shell.palette import Palette

SOFT = 9
"""How many layers a shadow is soft by."""

MOST_SHADOWS = 12
"""More tables than these are dragged without: their rings say enough, and the picture keeps up with the hand."""

LIFTED = 20.0
"""The height at which a dragged table lies over the others."""


class Ring(QGraphicsItem):
    """A line round one table, which moves with it."""

    def __init__(self, table: TableItem, colour: QColor) -> None:
        """Lie round ``table``."""
        super().__init__(table)
        self._table, self._colour = table, colour
        self._area = _footprint(table).adjusted(-14, -14, 14, 14)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemStacksBehindParent)
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)

    def boundingRect(self) -> QRectF:
        """What may be painted on."""
        return self._area

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        """Paint the line."""
        scale = option.levelOfDetailFromTransform(painter.worldTransform())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wash = QColor(self._colour)
        wash.setAlphaF(0.08)
        painter.setBrush(wash)
        painter.setPen(QPen(self._colour, min(10.0, max(4.0, 2 / scale))))
        _draw(painter, self._table, 4.0)


class Shadow(QGraphicsItem):
    """A soft shadow under a dragged table, and a plate on which its chairs are told from what lies below.

    Its many layers are painted once for all tables of a size and copied at each step: a cache of the item's own would
    be painted again whenever the table comes to lie between two pixels.
    """

    def __init__(self, table: TableItem, plate: QColor, drawn: dict[tuple[object, ...], QImage]) -> None:
        """Lie under ``table``; ``drawn`` keeps what is painted for equal ones."""
        super().__init__(table)
        self._table, self._plate, self._drawn = table, plate, drawn
        self._area = _footprint(table).adjusted(-40, -40, 40, 40)
        self.setZValue(-1)  # under the ring
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemStacksBehindParent)

    def boundingRect(self) -> QRectF:
        """What may be painted on."""
        return self._area

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Copy it."""
        scale = round(option.levelOfDetailFromTransform(painter.worldTransform()), 6)  # it differs a little by place
        ratio = 1.0 if widget is None else widget.devicePixelRatioF()
        outline = self._table.outline
        key = (outline.shape, outline.footprint, scale, ratio)
        if key not in self._drawn:
            self._drawn[key] = self._draw(scale, ratio)
        at = painter.worldTransform().map(self._area.topLeft())
        painter.save()
        painter.resetTransform()
        painter.drawImage(at, self._drawn[key])
        painter.restore()

    def _draw(self, scale: float, ratio: float) -> QImage:
        """Layer over layer, the outer ones fainter."""
        size = self._area.size() * scale * ratio
        image = QImage(math.ceil(size.width()), math.ceil(size.height()), QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(ratio)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(scale, scale)
        painter.translate(-self._area.topLeft())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, 9))
        painter.translate(0, 12)
        for layer in range(SOFT):
            _draw(painter, self._table, 28.0 - 3.0 * layer)
        painter.translate(0, -12)
        painter.setBrush(self._plate)
        _draw(painter, self._table, 4.0)
        painter.end()
        return image


class Guides(QGraphicsItem):
    """The lines along which something is aligned."""

    def __init__(self) -> None:
        """No lines yet."""
        super().__init__()
        self.colour = QColor()
        self.guides: tuple[Guide, ...] = ()
        self.setZValue(LIFTED + 1)
        self.hide()

    def show_guides(self, guides: tuple[Guide, ...]) -> None:
        """Show other lines."""
        if guides != self.guides:
            self.prepareGeometryChange()
            self.guides = guides
            self.setVisible(bool(guides))
            self.update()

    def boundingRect(self) -> QRectF:
        """What may be painted on."""
        area = QRectF()
        for guide in self.guides:
            bar = line(guide.upright, guide.at, guide.start, guide.end)
            area = area.united(QRectF(bar.p1(), bar.p2()).normalized().adjusted(-8, -8, 8, 8))
        return area

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        """Paint them."""
        scale = option.levelOfDetailFromTransform(painter.worldTransform())
        painter.setPen(QPen(self.colour, 1.5 / scale, Qt.PenStyle.DashLine))
        for guide in self.guides:
            painter.drawLine(line(guide.upright, guide.at, guide.start, guide.end))


class Band(QGraphicsItem):
    """The rubber band."""

    def __init__(self) -> None:
        """No band yet."""
        super().__init__()
        self.colour = QColor()
        self.area = QRectF()
        self.setZValue(LIFTED + 2)
        self.hide()

    def stretch(self, area: QRectF) -> None:
        """Cover an area of the scene."""
        self.prepareGeometryChange()
        self.area = area
        self.setVisible(not area.isEmpty())
        self.update()

    def boundingRect(self) -> QRectF:
        """What may be painted on."""
        return self.area.adjusted(-4, -4, 4, 4)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        """Paint it."""
        if self.area.isEmpty():
            return
        wash = QColor(self.colour)
        wash.setAlphaF(0.12)
        painter.setBrush(wash)
        painter.setPen(QPen(self.colour, 1 / option.levelOfDetailFromTransform(painter.worldTransform())))
        painter.drawRect(self.area)


class Overlay:
    """All of them on one scene."""

    def __init__(self, scene: QGraphicsScene) -> None:
        """Begin with nothing to be seen."""
        self.guides, self.band = Guides(), Band()
        self._accent, self._plate = QColor(), QColor()
        self._rings: list[Ring] = []
        self._shadows: list[Shadow] = []
        self._lifted: tuple[TableItem, ...] = ()
        scene.addItem(self.guides)
        scene.addItem(self.band)

    def wear(self, palette: Palette) -> None:
        """Show other colours."""
        self._accent, self._plate = QColor(palette.accent), QColor(palette.paper)
        self._plate.setAlphaF(0.88)
        self.guides.colour = self.band.colour = self._accent

    def ring(self, tables: Iterable[TableItem]) -> None:
        """Put a ring round exactly these tables."""
        _away(self._rings)
        self._rings[:] = [Ring(table, self._accent) for table in tables]

    def lift(self, tables: Sequence[TableItem]) -> None:
        """Lay exactly these tables over the others, with a shadow."""
        for table in self._lifted:
            table.setZValue(0)
        _away(self._shadows)
        self._shadows.clear()
        self._lifted = tuple(tables)
        for table in tables:
            table.setZValue(LIFTED)
        if len(tables) <= MOST_SHADOWS:
            drawn: dict[tuple[object, ...], QImage] = {}
            self._shadows += [Shadow(table, self._plate, drawn) for table in tables]

    def rest(self) -> None:
        """Nothing is dragged any more."""
        self.lift(())
        self.guides.show_guides(())
        self.band.stretch(QRectF())


def _away(items: Sequence[QGraphicsItem]) -> None:
    for item in items:
        scene = item.scene()
        item.setParentItem(None)  # type: ignore[arg-type]
        if scene is not None:
            scene.removeItem(item)


def _footprint(table: TableItem) -> QRectF:
    size = table.outline.footprint
    return QRectF(-size.width / 2, -size.height / 2, size.width, size.height)


def _draw(painter: QPainter, table: TableItem, grow: float) -> None:
    area = _footprint(table).adjusted(-grow, -grow, grow, grow)
    if table.outline.shape is Shape.ROUND:
        painter.drawEllipse(area)
    else:
        painter.drawRoundedRect(area, 28, 28)

"""A table of the room as one thing on the scene: it paints a picture and a look, and knows which chair is where.

One object a table, not one a chair, keeps a room of a hundred tables light. Each is painted into a pixmap of its own
and again only when its picture, its look or the zoom changes.
"""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from checkin.model import GuestId, Shape
from checkin.ui.room import badges
from checkin.ui.room.layout import CHAIR, Outline, outline
from checkin.ui.room.picture import Disc, Look, Mood, TablePicture
from checkin.ui.shell.palette import Palette, mix
from checkin.ui.shell.theme import font

INITIALS_FROM = 17.0
"""Least diameter of a disc on the screen, in pixels, for initials to be read."""

NAMES_FROM = 58.0
"""Least diameter of a disc on the screen for a short name."""

SIGNS_FROM = 15.0
"""Least diameter of a disc on the screen for its signs; smaller ones have a ring for a broken rule or a wish."""

LEAST_SIGN = 5.5
"""Least radius of a sign on the screen, in pixels."""

SMALL_PRINT = 13.0
"""Least height of a table's number on the screen, in pixels."""

LARGE_PRINT = 16.0
"""Largest height of the entrance's word on the screen, in pixels."""

HALO = 14.0
"""How far rings reach beyond the chairs."""


class TableItem(QGraphicsItem):
    """A table with its people."""

    def __init__(self, picture: TablePicture, palette: Palette) -> None:
        """Set the table as ``picture`` has it."""
        super().__init__()
        self.picture = picture
        self.look = Look()
        self.outline: Outline = outline(picture.shape, len(picture.chairs))
        self._palette = palette
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)

    def show_picture(self, picture: TablePicture) -> bool:
        """Show another picture; says whether it differs from the one before."""
        if picture == self.picture:
            return False
        if (picture.shape, len(picture.chairs)) != (self.picture.shape, len(self.picture.chairs)):
            self.prepareGeometryChange()
            self.outline = outline(picture.shape, len(picture.chairs))
        self.picture = picture
        self.update()
        return True

    def show_look(self, look: Look) -> None:
        """Show other marks."""
        if look != self.look:
            self.look = look
            self.update()

    def wear(self, palette: Palette) -> None:
        """Show other colours."""
        self._palette = palette
        self.update()

    def chair_at(self, point: QPointF) -> int | None:
        """The chair under a point given from the table's centre."""
        for index, chair in enumerate(self.outline.chairs):
            if (chair.x - point.x()) ** 2 + (chair.y - point.y()) ** 2 <= (CHAIR / 2 + 4) ** 2:
                return index
        return None

    def guest_at(self, point: QPointF) -> GuestId | None:
        """The person under a point given from the table's centre."""
        chair = self.chair_at(point)
        disc = None if chair is None else self.picture.chairs[chair]
        return None if disc is None else disc.guest_id

    def covers(self, point: QPointF) -> bool:
        """Whether a point given from the table's centre is on the table or among its chairs."""
        width, height = self.outline.footprint.width / 2, self.outline.footprint.height / 2
        if self.outline.shape is Shape.ROUND:
            return math.hypot(point.x(), point.y()) <= width
        return abs(point.x()) <= width and abs(point.y()) <= height

    def people_in(self, area: QRectF) -> list[GuestId]:
        """People whose discs' centres lie in an area of the scene."""
        return [
            disc.guest_id
            for chair, disc in zip(self.outline.chairs, self.picture.chairs, strict=True)
            if disc is not None and area.contains(self.pos() + QPointF(chair.x, chair.y))
        ]

    def boundingRect(self) -> QRectF:
        """What may be painted on."""
        width, height = self.outline.footprint.width + 2 * HALO, self.outline.footprint.height + 2 * HALO
        return QRectF(-width / 2, -height / 2, width, height)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        """Paint top, number and chairs for the zoom in force."""
        scale = option.levelOfDetailFromTransform(painter.worldTransform())
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        dimmed = 0.3 if self.look.mood is Mood.REFUSES else 1.0
        painter.setOpacity(dimmed)
        self._paint_top(painter, scale)
        self._paint_number(painter, scale)
        for index, disc in enumerate(self.picture.chairs):
            painter.setOpacity(dimmed * self._presence(disc))
            self._paint_chair(painter, index, disc, scale)
        painter.setOpacity(1.0)
        for index, disc in enumerate(self.picture.chairs):
            self._paint_rings(painter, index, disc, scale)
            if disc is not None:
                self._paint_signs(painter, index, disc, scale)

    def _presence(self, disc: Disc | None) -> float:
        if self.look.found is None:
            return 1.0
        return 1.0 if disc is not None and disc.guest_id in self.look.found else 0.22

    def _paint_top(self, painter: QPainter, scale: float) -> None:
        colours, look = self._palette, self.look
        lit = look.mood in {Mood.ACCEPTS, Mood.TARGET}
        ring = look.mood is Mood.TARGET or look.chosen
        painter.setBrush(QColor(colours.accent_wash if lit or look.chosen else colours.sunken))
        painter.setPen(Qt.PenStyle.NoPen)
        if ring or lit:
            width = max(5.0 if ring else 2.5, (2.0 if ring else 1.0) / scale)
            painter.setPen(QPen(QColor(colours.accent), width))
        elif not self.picture.drawn:
            painter.setPen(QPen(QColor(colours.quiet), max(2.5, 1 / scale), Qt.PenStyle.DashLine))
        self._draw_top(painter, 0.0)
        if look.focused:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.ink), max(4.0, 2 / scale)))
            self._draw_top(painter, -max(9.0, 4 / scale))

    def _draw_top(self, painter: QPainter, grow: float) -> None:
        top = self.outline.top
        area = QRectF(-top.width / 2, -top.height / 2, top.width, top.height).adjusted(-grow, -grow, grow, grow)
        if self.outline.shape is Shape.ROUND:
            painter.drawEllipse(area)
        else:
            painter.drawRoundedRect(area, 20, 20)

    def _paint_number(self, painter: QPainter, scale: float) -> None:
        lit = self.look.chosen or self.look.mood is Mood.TARGET
        text = str(self.picture.number)
        size = min(self.outline.top.height, max(52.0, SMALL_PRINT / scale))
        face = font(round(size), 700 if scale > 0.3 else 600)
        wide = QFontMetricsF(face).horizontalAdvance(text)
        room = self.outline.top.width - 10
        if wide > room:
            face.setPixelSize(max(1, int(face.pixelSize() * room / wide)))
        painter.setFont(face)
        painter.setPen(QColor(self._palette.accent if lit else self._palette.ink))
        painter.drawText(QRectF(-200, -100, 400, 200), Qt.AlignmentFlag.AlignCenter, text)
        if scale * 15 >= SMALL_PRINT:
            self._paint_below(painter, face.pixelSize())

    def _paint_below(self, painter: QPainter, above: int) -> None:
        """The table's name under its number, and what is special about it as small signs."""
        top, colours = self.outline.top, self._palette
        room = top.width - 16
        face = font(15, 500)
        if self.picture.name and top.height / 2 > above * 0.4 + 22:
            painter.setFont(face)
            painter.setPen(QColor(colours.quiet))
            said = QFontMetricsF(face).elidedText(self.picture.name, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QRectF(-room / 2, above * 0.42, room, 22), Qt.AlignmentFlag.AlignCenter, said)
        signs = [badges.step_free] * self.picture.step_free + [badges.padlock] * self.picture.locked
        for at, sign in enumerate(signs):
            sign(painter, QPointF(24 * (at - (len(signs) - 1) / 2), -above * 0.42 - 11), colours)

    def _paint_chair(self, painter: QPainter, index: int, disc: Disc | None, scale: float) -> None:
        area = self._disc_area(index)
        if disc is None:
            over = index == self.look.hollow
            painter.setBrush(QColor(self._palette.accent_wash if over else self._palette.surface))
            edge = QColor(self._palette.accent if over else mix(self._palette.line, self._palette.ink, 0.14))
            painter.setPen(QPen(edge, max(4.0, 2 / scale) if over else max(1 / scale, min(2.5, 1.5 / scale))))
            painter.drawEllipse(area)
            return
        if disc.guest_id in self.look.lifted:
            painter.setBrush(QColor(mix(self._palette.paper, disc.colour, 0.25)))
            painter.setPen(QPen(QColor(disc.colour), max(3.0, 1 / scale), Qt.PenStyle.DotLine))
            painter.drawEllipse(area.adjusted(1, 1, -1, -1))
            return
        if disc.away:
            painter.setOpacity(painter.opacity() * 0.45)
        painter.setBrush(QColor(disc.colour))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(area)
        if scale * CHAIR >= INITIALS_FROM:
            painter.setPen(QColor(disc.text))
            _paint_name(painter, area, disc, scale)

    def _paint_rings(self, painter: QPainter, index: int, disc: Disc | None, scale: float) -> None:
        look = self.look
        who = None if disc is None else disc.guest_id
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if who is not None and (who == look.under or who in (look.marked if look.found is None else look.found)):
            self._ring(painter, index, self._palette.accent, scale)
        if look.chair == index or (look.found is not None and who in look.marked & look.found):
            self._ring(painter, index, self._palette.ink, scale)

    def _ring(self, painter: QPainter, index: int, colour: str, scale: float) -> None:
        width = max(5.0, min(8.0, 2 / scale))
        away = width / 2 + max(2.5, min(4.0, 1 / scale))
        painter.setPen(QPen(QColor(colour), width))
        painter.drawEllipse(self._disc_area(index).adjusted(-away, -away, away, away))

    def _paint_signs(self, painter: QPainter, index: int, disc: Disc, scale: float) -> None:
        """A lock, a host's star, a broken rule, a wish: small, and only where they can be told apart."""
        colours, area = self._palette, self._disc_area(index)
        wished = disc.guest_id in self.look.wished
        if scale * CHAIR < SIGNS_FROM:
            if disc.troubled or wished or disc.guest_id in self.look.wishing:
                self._ring(painter, index, colours.stop if disc.troubled else colours.wait, scale)
            return
        size = max(1.0, LEAST_SIGN / (badges.RADIUS * scale))
        if disc.troubled:
            badges.exclamation(painter, area.topLeft(), colours, size)
        if wished or disc.guest_id in self.look.wishing:
            badges.star(painter, area.topRight(), colours, size, hollow=not wished)
        if disc.locked or disc.host:
            badges.lock(painter, area.bottomRight(), colours, size, host=disc.host)

    def _disc_area(self, index: int) -> QRectF:
        chair = self.outline.chairs[index]
        return QRectF(chair.x - CHAIR / 2, chair.y - CHAIR / 2, CHAIR, CHAIR)


class EntranceItem(QGraphicsItem):
    """Where people come in: the landmark by which a room is read."""

    def __init__(self, palette: Palette, word: str) -> None:
        """Write ``word`` on the doorstep."""
        super().__init__()
        self._palette = palette
        self._word = word

    def write(self, palette: Palette, word: str) -> None:
        """Show another word or other colours."""
        self._palette, self._word = palette, word
        self.update()

    def boundingRect(self) -> QRectF:
        """What may be painted on."""
        return QRectF(-300, -44, 600, 88)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        """Paint the doorstep with its word, readable at every zoom."""
        scale = option.levelOfDetailFromTransform(painter.worldTransform())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = min(58.0, max(SMALL_PRINT / scale, min(26.0, LARGE_PRINT / scale)))
        face = font(round(size), 600)
        height = min(86.0, size * 2)
        width = min(590.0, max(size * 9, QFontMetricsF(face).horizontalAdvance(self._word) + height))
        area = QRectF(-width / 2, -height / 2, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._palette.sunken))
        painter.drawRoundedRect(area, height / 3, height / 3)
        painter.setFont(face)
        painter.setPen(QColor(self._palette.quiet))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self._word)


def _paint_name(painter: QPainter, area: QRectF, disc: Disc, scale: float) -> None:
    """Initials, or the short name in two lines where the disc is large enough."""
    if scale * CHAIR < NAMES_FROM:
        painter.setFont(font(22 if len(disc.initials) <= 2 else 18, 600))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, disc.initials)
        return
    given, family = disc.short
    face = font(13, 600)
    metrics = QFontMetricsF(face)
    chord = CHAIR * 0.88
    if family and metrics.horizontalAdvance(f"{given} {family}") > chord:
        upper, lower = area.adjusted(0, 8, 0, -CHAIR / 2), area.adjusted(0, CHAIR / 2, 0, -10)
        painter.setFont(_fitting(given, chord))
        painter.drawText(upper, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, _cut(given, chord))
        painter.setFont(face)
        painter.drawText(lower, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, family)
        return
    whole = f"{given} {family}".strip()
    painter.setFont(_fitting(whole, chord))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, _cut(whole, chord))


def _fitting(text: str, width: float) -> QFont:
    """The face of a short name: a little smaller where the name is long."""
    face = font(13, 600)
    return face if QFontMetricsF(face).horizontalAdvance(text) <= width else font(11, 600)


def _cut(text: str, width: float) -> str:
    return QFontMetricsF(_fitting(text, width)).elidedText(text, Qt.TextElideMode.ElideRight, width)

"""Small signs on discs and tables, in centimetres of the room: each tells by its shape, not by colour alone."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from checkin.ui.shell.palette import Palette
from checkin.ui.shell.theme import font

RADIUS = 10.0
"""Of a sign on a disc."""

_CROWN = ((-6, 4), (-6, -4), (-3, 0), (0, -6), (3, 0), (6, -4), (6, 4))

_INWARD = 7.0
"""How far a sign's centre lies inside the corner of the disc's square."""


def exclamation(painter: QPainter, corner: QPointF, colours: Palette, size: float = 1.0) -> None:
    """A rule is broken here; at a disc's upper left."""
    at = corner + QPointF(_INWARD, _INWARD)
    _ground(painter, at, colours.stop, colours, size)
    painter.setPen(QColor(colours.on_stop))
    painter.setFont(font(round(15 * size), 700))
    painter.drawText(_square(at, size), Qt.AlignmentFlag.AlignCenter, "!")


def star(painter: QPainter, corner: QPointF, colours: Palette, size: float = 1.0, *, hollow: bool) -> None:
    """Somebody whom the person in question wants to meet; hollow for who wants to meet them. At the upper right."""
    at = corner + QPointF(-_INWARD, _INWARD)
    _ground(painter, at, colours.surface if hollow else colours.wait, colours, size)
    rays = [(step * math.pi / 5, (7.4 if step % 2 == 0 else 3.2) * size) for step in range(10)]
    points = [at + QPointF(math.sin(turn), -math.cos(turn)) * reach for turn, reach in rays]
    painter.setPen(QPen(QColor(colours.ink if hollow else colours.on_wait), 1.4 * size))
    painter.setBrush(Qt.BrushStyle.NoBrush if hollow else QColor(colours.on_wait))
    painter.drawPolygon(QPolygonF(points))


def lock(painter: QPainter, corner: QPointF, colours: Palette, size: float = 1.0, *, host: bool) -> None:
    """Somebody who is locked at the table, or who is its host; at the lower right."""
    at = corner - QPointF(_INWARD, _INWARD)
    _ground(painter, at, colours.surface, colours, size)
    if host:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.ink))
        painter.drawPolygon(QPolygonF([at + QPointF(x, y) * size for x, y in _CROWN]))
    else:
        _padlock(painter, at, colours.ink, size)


def padlock(painter: QPainter, at: QPointF, colours: Palette) -> None:
    """A table that is locked."""
    _padlock(painter, at, colours.quiet, 1.5)


def step_free(painter: QPainter, at: QPointF, colours: Palette) -> None:
    """A table without a step: a ramp with a wheel on it."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pen = QPen(QColor(colours.quiet), 2.2)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawLine(at + QPointF(-8, 8), at + QPointF(8, 2))
    painter.drawLine(at + QPointF(-8, 8), at + QPointF(8, 8))
    painter.drawEllipse(at + QPointF(0, -2), 5, 5)


def _ground(painter: QPainter, at: QPointF, fill: str, colours: Palette, size: float) -> None:
    painter.setPen(QPen(QColor(colours.paper), 2.0 * size))
    painter.setBrush(QColor(fill))
    painter.drawEllipse(at, RADIUS * size, RADIUS * size)


def _padlock(painter: QPainter, at: QPointF, colour: str, scale: float) -> None:
    body = QRectF(at.x() - 4.6 * scale, at.y() - 0.8 * scale, 9.2 * scale, 6.6 * scale)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(body, 1.4 * scale, 1.4 * scale)
    bow = QPainterPath()
    bow.moveTo(at.x() - 2.8 * scale, at.y() - 0.8 * scale)
    bow.arcTo(QRectF(at.x() - 2.8 * scale, at.y() - 6.0 * scale, 5.6 * scale, 6.4 * scale), 180, -180)
    painter.setPen(QPen(QColor(colour), 1.6 * scale))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(bow)


def _square(at: QPointF, size: float) -> QRectF:
    reach = RADIUS * size
    return QRectF(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach)

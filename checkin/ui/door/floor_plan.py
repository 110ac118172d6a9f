"""The room from above in a few strokes, to show a guest where to go: every table, theirs filled, and the entrance.

The same places and outlines as on the tables page, so that both pictures agree. Knows no guest.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from checkin.book import Book
from checkin.landmarks import Landmark, LandmarkKind, landmarks_of
from checkin.model import Shape, TableId
from checkin.ui.room.layout import CHAIR, DOORWAY, Box, Outline, Point, Room, outline, room
from checkin.ui.shell.palette import Palette, mix
from checkin.ui.shell.theme import font

READABLE = 13.0
"""Least height of a number on the screen, in pixels; smaller ones are left out, but for the guest's own."""

SEEN, WORD = 9.0, 28.0
"""How many times the plan is higher, at most, than the guest's own table is wide and than the entrance's word: people
stand further away from a larger screen, and in a crowded room their table has to stand out."""

STEP = 40.0
"""Centimetres from the entrance's middle to the tables' side of its doorstep."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A table where it stands."""

    id: TableId
    number: int
    outline: Outline
    centre: Point


@dataclass(frozen=True, slots=True)
class Plan:
    """The room with its tables, in centimetres.

    Attributes:
        entered: Whether there is an entrance to show.
    """

    room: Room
    spots: tuple[Spot, ...]
    entered: bool = True

    def scale(self, area: QRectF) -> float:
        """Pixels a centimetre, where the whole room fits into ``area``."""
        return min(area.width() / self.room.size.width, area.height() / self.room.size.height)


def plan_of(book: Book, aspect: float) -> Plan:
    """The plan of an event's room.

    Args:
        book: The event.
        aspect: Width over height of the place that tables which nobody has placed should fill.
    """
    tables = book.room()
    outlines = [outline(table.shape, len(book.seats_at(table.id))) for table in tables]
    places = [None if table.x == 0 == table.y else Point(table.x, table.y) for table in tables]
    laid = room(places, [each.footprint for each in outlines], aspect)
    spots = tuple(
        Spot(table.id, table.number, shape, centre)
        for table, shape, centre in zip(tables, outlines, laid.centres, strict=True)
    )
    marks = landmarks_of(book)
    if marks is None:
        return Plan(laid, spots)
    entrance = next((mark for mark in marks if mark.kind is LandmarkKind.ENTRANCE), None)
    return Plan(laid, spots, entered=False) if entrance is None else Plan(_entered(laid, entrance), spots)


def _entered(laid: Room, entrance: Landmark) -> Room:
    """The room with its entrance where somebody has put it, which may be beyond the tables."""
    across, down = entrance.width / 2 + DOORWAY / 2, entrance.height / 2 + DOORWAY / 2
    left, top = min(laid.corner.x, entrance.x - across), min(laid.corner.y, entrance.y - down)
    right = max(laid.corner.x + laid.size.width, entrance.x + across)
    below = max(laid.corner.y + laid.size.height, entrance.y + down)
    size = Box(right - left, below - top)
    return Room(laid.centres, Point(left, top), size, Point(entrance.x, entrance.y))


def paint_plan(
    painter: QPainter, area: QRectF, plan: Plan, palette: Palette, *, here: TableId | None, entrance: str
) -> None:
    """Paint a plan in the middle of ``area``.

    Args:
        painter: Painting in pixels.
        area: The place for it.
        plan: What to paint.
        palette: Its colours.
        here: The table to go to.
        entrance: The word on the doorstep.
    """
    word, seen = max(15.0, area.height() / WORD), area.height() / SEEN
    doorstep = max(0.0, 2 * word - DOORWAY * plan.scale(area))
    area = area.adjusted(0, 0, 0, -doorstep)
    scale = plan.scale(area)
    size, corner = plan.room.size, plan.room.corner
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(area.center().x() - size.width * scale / 2, area.center().y() - size.height * scale / 2)
    painter.scale(scale, scale)
    painter.translate(-corner.x, -corner.y)
    if plan.entered:
        _paint_entrance(painter, plan.room.entrance, palette, entrance, max(44.0, word / scale))
    for spot in sorted(plan.spots, key=lambda spot: spot.id == here):
        painter.save()
        painter.translate(spot.centre.x, spot.centre.y)
        _paint_table(painter, spot, palette, chosen=spot.id == here, scale=scale, seen=seen)
        painter.restore()
    painter.restore()


def _paint_table(painter: QPainter, spot: Spot, palette: Palette, *, chosen: bool, scale: float, seen: float) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    grown = max(1.0, seen / (spot.outline.footprint.width * scale)) if chosen else 1.0
    painter.scale(grown, grown)
    scale *= grown
    if grown > 1:
        width, height = spot.outline.footprint.width + CHAIR, spot.outline.footprint.height + CHAIR
        painter.setBrush(QColor(palette.surface))
        painter.drawRoundedRect(QRectF(-width / 2, -height / 2, width, height), width / 2, height / 2)
    painter.setBrush(QColor(palette.accent if chosen else palette.line))
    for chair in spot.outline.chairs:
        painter.drawEllipse(QPointF(chair.x, chair.y), CHAIR / 2, CHAIR / 2)
    if not chosen:
        painter.setBrush(QColor(palette.sunken))
        painter.setPen(QPen(QColor(mix(palette.line, palette.ink, 0.1)), max(2.0, 1 / scale)))
    _draw_top(painter, spot.outline)
    _paint_number(painter, spot, palette, chosen=chosen, scale=scale)


def _draw_top(painter: QPainter, shape: Outline) -> None:
    area = QRectF(-shape.top.width / 2, -shape.top.height / 2, shape.top.width, shape.top.height)
    if shape.shape is Shape.ROUND:
        painter.drawEllipse(area)
    else:
        painter.drawRoundedRect(area, 20, 20)


def _paint_number(painter: QPainter, spot: Spot, palette: Palette, *, chosen: bool, scale: float) -> None:
    """The number on the table; a small one is left out, but for the guest's."""
    text = str(spot.number)
    wanted = 84 if chosen else 52
    room_ = spot.outline.top.width * (0.94 if chosen else 0.82)
    size = max(wanted, round(READABLE / scale)) if chosen else wanted
    face = font(size, 700 if chosen else 500)
    wide = QFontMetricsF(face).horizontalAdvance(text)
    if wide > room_:
        face.setPixelSize(max(1, int(size * room_ / wide)))
    if not chosen and face.pixelSize() * scale < READABLE:
        return
    painter.setFont(face)
    painter.setPen(QColor(palette.on_accent if chosen else palette.quiet))
    painter.drawText(QRectF(-300, -100, 600, 200), Qt.AlignmentFlag.AlignCenter, text)


def _paint_entrance(painter: QPainter, at: Point, palette: Palette, word: str, size: float) -> None:
    face = font(round(size), 600)
    width = QFontMetricsF(face).horizontalAdvance(word) + size * 2
    area = QRectF(at.x - width / 2, at.y - STEP, width, size * 1.8)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(palette.accent_wash))
    painter.drawRoundedRect(area, size * 0.6, size * 0.6)
    painter.setFont(face)
    painter.setPen(QColor(palette.accent))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, word)

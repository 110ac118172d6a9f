"""The three things that can be printed, as cards with a small drawing of each."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from checkin.ui.printing.job import What
from checkin.ui.shell.theme import Theme, font

TALL = 98


class WhatCard(QAbstractButton):
    """One of the three, to be chosen."""

    def __init__(self, theme: Theme, what: What) -> None:
        """Draw ``what``; ``retitle`` gives the word."""
        super().__init__()
        self._theme = theme
        self.what = what
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(TALL)
        theme.changed.connect(self.update)

    def retitle(self, text: str, tip: str) -> None:
        """Give the card its word."""
        self.setText(text)
        self.setToolTip(tip)
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        """Room for the drawing and the word."""
        return QSize(max(104, QFontMetrics(font(13, 600)).horizontalAdvance(self.text()) + 12), TALL)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card, the drawing and the word."""
        palette = self._theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        edge = palette.accent if self.hasFocus() else palette.accent_wash if chosen else palette.line
        painter.setPen(QPen(QColor(edge), 2 if self.hasFocus() else 1))
        fill = palette.accent_wash if chosen else palette.sunken if self.underMouse() else palette.surface
        painter.setBrush(QColor(fill))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 14, 14)
        painter.save()
        painter.translate(self.width() / 2, 40)
        {What.BADGES: self._badge, What.CARDS: self._table_card, What.LIST: self._list}[self.what](painter)
        painter.restore()
        painter.setFont(font(13, 600))
        painter.setPen(QColor(palette.accent if chosen else palette.ink))
        words = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width() - 12)
        painter.drawText(QRectF(0, 75, self.width(), 18), Qt.AlignmentFlag.AlignCenter, words)

    def _paper(self, painter: QPainter) -> None:
        painter.setPen(QPen(QColor("#C9C2B8"), 1))
        painter.setBrush(QColor("#FFFFFF"))

    def _bar(self, painter: QPainter, x: float, y: float, wide: float, high: float, colour: str) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        painter.drawRoundedRect(QRectF(x, y, wide, high), high / 2, high / 2)

    def _badge(self, painter: QPainter) -> None:
        self._paper(painter)
        painter.drawRoundedRect(QRectF(-40, -25, 80, 50), 4, 4)
        self._bar(painter, -32, -12, 34, 6, "#1E1B18")
        self._bar(painter, -32, 0, 26, 4, "#A79F94")
        self._bar(painter, -32, 9, 18, 4, "#D8D2C8")
        painter.setBrush(QColor("#1E1B18"))
        for x, y in ((0, 0), (2, 0), (3, 1), (0, 2), (1, 3), (3, 3), (2, 2), (0, 1), (4, 0), (4, 2), (1, 4), (4, 4)):
            painter.drawRect(QRectF(12 + 4 * x, -12 + 4 * y, 4, 4))

    def _table_card(self, painter: QPainter) -> None:
        painter.setPen(QPen(QColor("#C9C2B8"), 1))
        painter.setBrush(QColor("#EFECE6"))
        painter.drawPolygon(QPolygonF([QPointF(30, -20), QPointF(38, 22), QPointF(26, 22), QPointF(18, -20)]))
        self._paper(painter)
        front = QPolygonF([QPointF(-30, -20), QPointF(24, -20), QPointF(32, 22), QPointF(-38, 22)])
        painter.drawPolygon(front)
        painter.setPen(QColor("#0F6B5C"))
        painter.setFont(font(28, 700))
        painter.drawText(QRectF(-34, -20, 62, 42), Qt.AlignmentFlag.AlignCenter, "7")

    def _list(self, painter: QPainter) -> None:
        self._paper(painter)
        painter.drawRoundedRect(QRectF(-26, -34, 52, 68), 4, 4)
        self._bar(painter, -18, -25, 22, 5, "#1E1B18")
        for row in range(6):
            self._bar(painter, -18, -13 + row * 7.5, (24, 20, 26, 18, 22, 24)[row], 3, "#A79F94")
            self._bar(painter, 12, -13 + row * 7.5, 6, 3, "#0F6B5C")

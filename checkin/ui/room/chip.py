"""What hangs under the cursor while somebody is carried: the name, and below it what letting go would do."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from checkin.ui.shell.palette import Palette
from checkin.ui.shell.theme import font

_SHADOW = 16
_HEIGHT = 44
_PILL = 26
_LINE = 20
_GAP = 6
_WIDEST = 280.0
_OFFSET = QPoint(10, 14)


class Chip(QWidget):
    """A floating name over the page; the mouse goes through it."""

    def __init__(self, page: QWidget, palette: Palette) -> None:
        """Wait, unseen, over ``page``."""
        super().__init__(page)
        self._page = page
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._palette = palette
        self._name = ""
        self._colour = ""
        self.sentence = ""
        self.detail = ""
        self._refused = False
        self.hide()

    def wear(self, palette: Palette) -> None:
        """Show other colours."""
        self._palette = palette
        self.update()

    def carry(self, name: str, colour: str) -> None:
        """Take somebody's name and sector."""
        self._name, self._colour = name, colour

    def say(self, sentence: str, detail: str = "", *, refused: bool) -> None:
        """Say what letting go would do, and in ``detail`` what would come of it; nothing for an empty sentence."""
        if (sentence, detail, refused) != (self.sentence, self.detail, self._refused):
            self.sentence, self.detail, self._refused = sentence, detail, refused
            self.update()

    def hang(self, at: QPoint) -> None:
        """Hang under a point of the page, whole inside it."""
        name_width, pill_width = self._widths()
        width = round(max(name_width, pill_width)) + 2 * _SHADOW
        height = _HEIGHT + _GAP + self._pill_height() + 2 * _SHADOW
        self.resize(width, height)
        page = self._page
        corner = at + _OFFSET - QPoint(_SHADOW, _SHADOW)
        right = page.width() - width + _SHADOW - 4
        below = page.height() - height + _SHADOW - 4
        self.move(max(4 - _SHADOW, min(corner.x(), right)), max(4 - _SHADOW, min(corner.y(), below)))
        self.raise_()
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the shadow, the name and the sentence."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        name_width, pill_width = self._widths()
        card = QRectF(_SHADOW, _SHADOW, name_width, _HEIGHT)
        _paint_shadow(painter, card, dark=self._palette.dark)
        self._paint_card(painter, card)
        if self.sentence:
            self._paint_pill(painter, QRectF(_SHADOW, card.bottom() + _GAP, pill_width, self._pill_height()))

    def _paint_card(self, painter: QPainter, card: QRectF) -> None:
        painter.setBrush(QColor(self._palette.surface))
        painter.setPen(QPen(QColor(self._palette.stop if self._refused else self._palette.accent), 2))
        painter.drawRoundedRect(card.adjusted(1, 1, -1, -1), 12, 12)
        painter.setBrush(QColor(self._colour))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(QRectF(card.left() + 14, card.center().y() - 9, 18, 18))
        face = font(16, 500)
        text = card.adjusted(42, 0, -16, 0)
        painter.setFont(face)
        painter.setPen(QColor(self._palette.ink))
        shown = QFontMetricsF(face).elidedText(self._name, Qt.TextElideMode.ElideRight, text.width() + 1)
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    def _paint_pill(self, painter: QPainter, pill: QRectF) -> None:
        colours = self._palette
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.stop if self._refused else colours.accent))
        painter.drawRoundedRect(pill, 8, 8)
        painter.setFont(font(13, 600))
        painter.setPen(QColor(colours.on_stop if self._refused else colours.on_accent))
        line = QRectF(pill.left(), pill.top(), pill.width(), _PILL)
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, self.sentence)
        if self.detail:
            painter.setFont(font(13, 500))
            painter.drawText(line.translated(0, _LINE), Qt.AlignmentFlag.AlignCenter, self.detail)

    def _pill_height(self) -> int:
        return _PILL + (_LINE if self.detail else 0)

    def _widths(self) -> tuple[float, float]:
        name = min(_WIDEST, QFontMetricsF(font(16, 500)).horizontalAdvance(self._name) + 60)
        widest = max(QFontMetricsF(font(13, 600)).horizontalAdvance(said) for said in (self.sentence, self.detail))
        pill = widest + 28 if self.sentence else 0.0
        return round(max(name, 96.0)), round(pill)


def _paint_shadow(painter: QPainter, card: QRectF, *, dark: bool) -> None:
    """A soft shadow: many faint layers, each a little larger; the only one in the program."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(0, 0, 0, 14 if dark else 6))
    for spread in range(1, 12):
        painter.drawRoundedRect(card.adjusted(-spread, 4 - spread, spread, 4 + spread), 12 + spread, 12 + spread)

"""Buttons that lie on a result card: painted in the card's own colours, with their key beside their word."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from checkin.ui.door.ink import Ink
from checkin.ui.door.typeset import one_line
from checkin.ui.shell.palette import mix
from checkin.ui.shell.theme import font


class CardButton(QAbstractButton):
    """One word and one key, on a card of any colour."""

    def __init__(self, parent: QWidget) -> None:
        """Wait to be dressed."""
        super().__init__(parent)
        self._ground, self._word, self._ring = "#FFFFFF", "#1E1B18", "#1E1B18"
        self._size = 16
        self.line = ""
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def dress(self, ink: Ink, size: int, *, main: bool = False) -> None:
        """Take a card's colours; ``main`` is the one button that is meant."""
        self._ground, self._word = (ink.main, ink.on_main) if main else (ink.button, ink.on_button)
        self._ring = ink.text
        self._size = size
        self.update()

    def sizeHint(self) -> QSize:
        """As the card's layout places it."""
        return self.size()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the field, a ring outside it while it has the focus, and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shade = 0.14 if self.isDown() else 0.07 if self.underMouse() else 0.0
        painter.setBrush(QColor(mix(self._ground, self._word, shade)))
        painter.setPen(Qt.PenStyle.NoPen)
        field = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(field, 12, 12)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self._word), 2.5))
            painter.drawRoundedRect(field.adjusted(4, 4, -4, -4), 9, 9)
        self._paint_words(painter)

    def _paint_words(self, painter: QPainter) -> None:
        painter.setPen(QColor(self._word))
        painter.setFont(font(self._size, 600))
        centred = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(self.rect(), centred, self.text())


class ChoiceButton(CardButton):
    """One of several people: the key, the name, and what tells this one apart."""

    def _paint_words(self, painter: QPainter) -> None:
        inset, small = self._size, max(13, self._size - 4)
        badge = QRectF(inset, (self.height() - 32) / 2, 32, 32)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._word))
        painter.drawEllipse(badge)
        painter.setPen(QColor(self._ground))
        painter.setFont(font(16, 700))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, self.text())
        left, room = badge.right() + inset, self.width() - badge.right() - 2 * inset
        painter.setPen(QColor(self._word))
        name = one_line(self.name, room, self._size, weight=600)
        line = one_line(self.line, room, small)
        top = (self.height() - name.height - line.height) / 2 if self.line else (self.height() - name.height) / 2
        for words, y in ((name, top), (line, top + name.height)):
            painter.setFont(words.face)
            at = QRectF(QPointF(left, y), QPointF(left + room, y + words.height))
            painter.drawText(at, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, words.lines[0])

    def __init__(self, parent: QWidget) -> None:
        """Wait to be told whom it stands for."""
        super().__init__(parent)
        self.name = ""

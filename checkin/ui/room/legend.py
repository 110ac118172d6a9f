"""Which colour is which sector: a few words under the room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from checkin.ui.shell.palette import Palette
from checkin.ui.shell.theme import font

_DOT = 12.0
_LINE = 24
_LONGEST = 176.0


class Legend(QWidget):
    """Dots and words in as many lines as they need."""

    def __init__(self, palette: Palette) -> None:
        """Nothing to explain yet."""
        super().__init__()
        self._palette = palette
        self._entries: tuple[tuple[str, str], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(0)

    def explain(self, entries: Sequence[tuple[str, str]]) -> None:
        """Show (colour, word) pairs."""
        self._entries = tuple(entries)
        self.setAccessibleName(", ".join(word for _, word in self._entries))
        self._reflow()

    def wear(self, palette: Palette) -> None:
        """Show other colours."""
        self._palette = palette
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines again."""
        super().resizeEvent(event)
        self._reflow()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint dots and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        face = font(13)
        painter.setFont(face)
        for row, line in enumerate(self._lines()):
            x = max(0.0, (self.width() - sum(width for _, _, width in line) + 20) / 2)
            for colour, word, width in line:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(colour))
                painter.drawEllipse(QRectF(x, row * _LINE + (_LINE - _DOT) / 2, _DOT, _DOT))
                painter.setPen(QColor(self._palette.quiet))
                room = QRectF(x + _DOT + 6, row * _LINE, width, _LINE)
                painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, word)
                x += width

    def _lines(self) -> list[list[tuple[str, str, float]]]:
        metrics = QFontMetricsF(font(13))
        lines: list[list[tuple[str, str, float]]] = []
        left = 0.0
        for colour, word in self._entries:
            shown = metrics.elidedText(word, Qt.TextElideMode.ElideRight, _LONGEST)
            width = _DOT + 6 + metrics.horizontalAdvance(shown) + 20
            if not lines or left < width - 20:
                lines.append([])
                left = float(self.width())
            lines[-1].append((colour, shown, width))
            left -= width
        return lines

    def _reflow(self) -> None:
        height = len(self._lines()) * _LINE
        if height != self.height():
            self.setFixedHeight(height)
        self.update()

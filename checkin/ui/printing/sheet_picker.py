"""A small picture of the sheet on which the first free label is picked."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from checkin.paper.sheets import Sheet, places
from checkin.ui.shell.palette import mix
from checkin.ui.shell.theme import Theme, font

HEIGHT = 112


class SheetPicker(QWidget):
    """One sheet, drawn to scale; a click or an arrow key picks where to begin.

    Signals:
        picked: The first free label, counted from 1.
    """

    picked = Signal(int)

    def __init__(self, theme: Theme, sheet: Sheet) -> None:
        """Show ``sheet``, unused."""
        super().__init__()
        self._theme = theme
        self._sheet = sheet
        self._start = 1
        self._under: int | None = None
        self.setFixedHeight(HEIGHT)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)
        self.show_sheet(sheet)

    @property
    def start(self) -> int:
        """The first free label."""
        return self._start

    def show_sheet(self, sheet: Sheet) -> None:
        """Show another sheet, unused."""
        self._sheet = sheet
        self._start = 1
        self.setFixedWidth(self.sizeHint().width())
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the sheet is at this height."""
        wide, high = self._sheet.page
        return QSize(round((HEIGHT - 8) * wide / high) + 8, HEIGHT)

    def pick(self, label: int) -> None:
        """Begin at ``label``."""
        label = min(self._sheet.labels, max(1, label))
        if label != self._start:
            self._start = label
            self.update()
            self.picked.emit(label)

    def label_at(self, point: QPointF) -> int | None:
        """The label under a point, from 1."""
        return next((slot for slot, rect in enumerate(self._rects(), start=1) if rect.contains(point)), None)

    def centre_of(self, label: int) -> QPointF:
        """The middle of a label."""
        return self._rects()[label - 1].center()

    def _rects(self) -> list[QRectF]:
        scale = (HEIGHT - 8) / self._sheet.page[1]
        wide, high = self._sheet.label
        return [
            QRectF(4 + place.x * scale, 4 + place.y * scale, wide * scale, high * scale).adjusted(1.5, 1.5, -1.5, -1.5)
            for place in places(self._sheet, self._sheet.labels)
        ]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the paper, the used labels, the first free one and the rest."""
        palette = self._theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = (
            QPen(QColor(palette.accent), 2) if self.hasFocus() else QPen(QColor(mix(palette.line, palette.ink, 0.12)))
        )
        painter.setPen(ring)
        painter.setBrush(QColor(palette.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), 8, 8)
        painter.setFont(font(13, 600))
        for slot, rect in enumerate(self._rects(), start=1):
            used, first = slot < self._start, slot == self._start
            fill = palette.sunken if used else palette.accent if first else palette.accent_wash
            if slot == self._under and not first:
                fill = mix(fill, palette.accent, 0.3)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(fill))
            painter.drawRoundedRect(rect, 4, 4)
            painter.setPen(QColor(palette.on_accent if first else palette.quiet))
            if first or slot == self._under:
                painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(slot))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin at the label under the pointer."""
        label = self.label_at(event.position())
        if label is not None:
            self.pick(label)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show which label a click would pick."""
        under = self.label_at(event.position())
        if under != self._under:
            self._under = under
            self.update()

    def leaveEvent(self, _event: object) -> None:
        """Nothing is under the pointer any more."""
        self._under = None
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows go from label to label."""
        columns = self._sheet.columns
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -columns, Qt.Key.Key_Down: columns}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        elif 1 <= self._start + step <= self._sheet.labels:
            self.pick(self._start + step)

"""The window onto a scene: zoom, fit, pan, each with mouse and key; knows nothing of what the scene shows."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QResizeEvent, QTransform, QWheelEvent
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView

CLOSEST = 3.0
"""The largest zoom."""

FITTING = 1.3
"""The largest zoom that fitting a small room chooses by itself."""

STEP = 1.2
"""One step of the wheel or of a key."""


EDGE = 28
"""How near to the view's edge, in pixels, what is dragged makes the room slide."""

SLIDE = 12
"""How far it slides at once, in pixels."""

PACE = 30
"""Milliseconds from one slide to the next."""


class Lens(QGraphicsView):
    """A view that fits its scene until somebody zooms, and again after ``fit``.

    Signals:
        reshaped: The view has another aspect while it fits the whole scene; carries width over height.
    """

    reshaped = Signal(float)

    def __init__(self, scene: QGraphicsScene) -> None:
        """Look at ``scene``."""
        super().__init__(scene)
        self.fitted = True
        self._grip: QPoint | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.SmartViewportUpdate)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)

    @property
    def zoom(self) -> float:
        """Pixels on the screen per centimetre of the room."""
        return self.transform().m11()

    @property
    def aspect(self) -> float:
        """Width over height of what can be seen."""
        return self.viewport().width() / max(1, self.viewport().height())

    def fit(self) -> None:
        """Show the whole scene."""
        self.fitted = True
        room = self.sceneRect()
        if room.isEmpty():
            return
        scale = self._fitting()
        self.setTransform(QTransform.fromScale(scale, scale))
        self.centerOn(room.center())

    def refit(self) -> None:
        """Show the whole scene again, unless somebody has come closer."""
        if self.fitted:
            self.fit()

    def zoom_by(self, factor: float, at: QPoint | None = None) -> None:
        """Come closer or step back, with the point ``at`` of the viewport staying where it is."""
        fixed = self.viewport().rect().center() if at is None else at
        scale = max(min(self._fitting(), 1.0) * 0.8, min(CLOSEST, self.zoom * factor))
        before = self.mapToScene(fixed)
        self.setTransform(QTransform.fromScale(scale, scale))
        self.slide(self.mapFromScene(before) - fixed)
        self.fitted = False

    def reveal(self, area: QRectF) -> None:
        """Slide as little as needed to have an area of the scene in view."""
        if not self.fitted:
            self.ensureVisible(area, 24, 24)

    def slide(self, by: QPoint) -> None:
        """Show what lies so many pixels to the right and below."""
        self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() + by.x())
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + by.y())

    def slide_at_edge(self, at: QPoint) -> bool:
        """Slide towards an edge that a point of the viewport is near to or past; says whether the room could."""
        seen = self.viewport().rect()
        across = (at.x() > seen.right() - EDGE) - (at.x() < EDGE)
        down = (at.y() > seen.bottom() - EDGE) - (at.y() < EDGE)
        before = (self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        self.slide(QPoint(SLIDE * across, SLIDE * down))
        return before != (self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def begin_pan(self, at: QPoint) -> None:
        """Take hold of the room at a point of the viewport."""
        self._grip = at
        self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def pan(self, at: QPoint) -> bool:
        """Pull the room along; says whether anybody has hold of it."""
        if self._grip is None:
            return False
        self.slide(self._grip - at)
        self._grip = at
        self.fitted = False
        return True

    def end_pan(self) -> bool:
        """Let go of the room; says whether anybody had hold of it."""
        held = self._grip is not None
        self._grip = None
        if held:
            self.viewport().unsetCursor()
        return held

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, slide without."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(STEP ** (event.angleDelta().y() / 120), event.position().toPoint())
        else:
            self.slide(-event.angleDelta())
            self.fitted = self.fitted and self.zoom <= self._fitting()
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the whole scene in view while it is fitted."""
        super().resizeEvent(event)
        if self.fitted:
            self.reshaped.emit(self.aspect)
            self.fit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take a double click for two clicks."""
        self.mousePressEvent(event)

    def _fitting(self) -> float:
        room = self.sceneRect()
        across = self.viewport().width() / max(1.0, room.width())
        return min(FITTING, across, self.viewport().height() / max(1.0, room.height()))

"""The rehearsal's mark: an amber, striped band over every page, with the one act that clears everything.

It stands as long as the event's setting says so, on every station, so that no rehearsal is taken for the evening.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from checkin.changes import Change, Entity
from checkin.desk import Desk
from checkin.desk.settings import rehearsing
from checkin.ui.bridge import Bridge
from checkin.ui.shell.controls import Button
from checkin.ui.shell.labels import PlainLabel
from checkin.ui.shell.palette import mix
from checkin.ui.shell.theme import Theme
from checkin.words import Words

HEIGHT, STRIPE = 56, 20
SURE = 4000
"""Milliseconds in which the second press has to come."""


class RehearsalBand(QWidget):
    """The band; hidden outside a rehearsal."""

    def __init__(self, bridge: Bridge, theme: Theme, t: Words) -> None:
        """Stand by, hidden."""
        super().__init__()
        self._bridge, self._theme, self._t = bridge, theme, t
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._words = PlainLabel(role="strong")
        self.clear = Button(theme)
        row = QHBoxLayout(self)
        row.setContentsMargins(32, 4, 24, 4)
        row.setSpacing(16)
        row.addWidget(self._words, 1)
        row.addWidget(self.clear)
        self._sure = QTimer(self, singleShot=True, interval=SURE)
        self._sure.timeout.connect(self.retranslate)
        self.clear.clicked.connect(self._pressed)
        bridge.changed.connect(self._changed)
        self.refresh()

    def refresh(self) -> None:
        """Show or hide, as the event has it."""
        book = self._bridge.book
        self.setVisible(book is not None and rehearsing(book) is not None)

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        t = self._t
        self._words.setText(t("REHEARSAL: nothing of this counts"))
        self.clear.retitle(
            t("Clear the rehearsal"), t("Take back every arrival, table and badge since it began; a copy is made first")
        )
        self.restyle()

    def _pressed(self) -> None:
        """A first press asks for a second one within a moment: clearing cannot be undone but from the copy."""
        if not self._sure.isActive():
            self._sure.start()
            self.clear.retitle(self._t("Press again to clear"))
            return
        self._sure.stop()
        self.retranslate()
        self._bridge.ask(Desk.end_rehearsal)

    def restyle(self) -> None:
        """Follow the theme: amber takes dark words in both."""
        ink = self._theme.palette.on_wait
        self._words.setStyleSheet(f"color: {ink};")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the stripes."""
        amber = self._theme.palette.wait
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(amber))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(mix(amber, "#FFFFFF", 0.22)))
        high = float(self.height())
        left = -high
        while left < self.width():
            corners = (
                QPointF(left, high),
                QPointF(left + STRIPE, high),
                QPointF(left + STRIPE + high, 0),
                QPointF(left + high, 0),
            )
            painter.drawPolygon(QPolygonF(list(corners)))
            left += 2 * STRIPE
        painter.fillRect(QRectF(0, high - 2, self.width(), 2), QColor(self._theme.palette.on_wait))

    def _changed(self, change: Change) -> None:
        if change.touches(Entity.SETTING):
            self.refresh()

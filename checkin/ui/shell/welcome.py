"""Where an evening begins: the events there are, and the ways to get another one."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from checkin.model import EventId, EventSummary
from checkin.ui.bridge import Bridge
from checkin.ui.shell.cards import Card
from checkin.ui.shell.controls import Button
from checkin.ui.shell.labels import PlainLabel
from checkin.ui.shell.theme import Theme
from checkin.words import Words

WIDTH = 792
"""The widest that the column of words and cards grows, in pixels."""


class WelcomePage(QWidget):
    """The list of events and three ways in.

    Signals:
        new_chosen: A new event.
        sample_chosen: The sample event.
        restore_chosen: A backup.
        backup_chosen: A copy of everything.
        left: Back to the event that is open.
    """

    new_chosen = Signal()
    sample_chosen = Signal()
    restore_chosen = Signal()
    backup_chosen = Signal()
    left = Signal()

    def __init__(self, bridge: Bridge, theme: Theme, t: Words) -> None:
        """Start with the three ways; ``refresh`` asks the desk for the events."""
        super().__init__()
        self._bridge = bridge
        self._theme = theme
        self._t = t
        self._summaries: list[EventSummary] = []
        self._rows: list[Card] = []
        self._heading = PlainLabel(role="heading")
        self._line = PlainLabel()
        self._line.setWordWrap(True)
        self._new = Card(theme, "plus")
        self._sample = Card(theme, "star")
        self._restore = Card(theme, "restore")
        self._backup = Button(theme, "save")
        self._new.clicked.connect(self.new_chosen)
        self._sample.clicked.connect(self.sample_chosen)
        self._restore.clicked.connect(self.restore_chosen)
        self._backup.clicked.connect(self.backup_chosen)
        self._build()
        self.retranslate()

    def _build(self) -> None:
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        ways = QHBoxLayout()
        ways.setSpacing(16)
        for card in (self._new, self._sample, self._restore):
            ways.addWidget(card, 1)
        column = QWidget()
        column.setMaximumWidth(WIDTH)
        box = QVBoxLayout(column)
        box.setContentsMargins(32, 32, 32, 32)
        box.setSpacing(0)
        box.addStretch(2)
        for widget, gap in ((self._heading, 8), (self._line, 32)):
            box.addWidget(widget)
            box.addSpacing(gap)
        box.addLayout(self._list)
        box.addSpacing(16)
        box.addLayout(ways)
        box.addSpacing(16)
        box.addWidget(self._backup, 0, Qt.AlignmentFlag.AlignLeft)
        box.addStretch(3)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        centre = QWidget()
        row = QHBoxLayout(centre)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(column, 1000)
        row.addStretch(1)
        scroll.setWidget(centre)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)

    def refresh(self) -> None:
        """Ask the desk for the events."""
        self._bridge.ask(lambda desk: list(desk.events()), self._show)

    def _show(self, summaries: list[EventSummary]) -> None:
        self._summaries = summaries
        for card in self._rows:
            self._list.removeWidget(card)
            card.deleteLater()
        self._rows = []
        for summary in summaries:
            card = Card(self._theme, "calendar", flat=True)
            card.clicked.connect(lambda _checked=False, chosen=summary.event.id: self._choose(chosen))
            self._rows.append(card)
            self._list.addWidget(card)
        self.retranslate()

    def _choose(self, event_id: EventId) -> None:
        if self._bridge.book is not None and self._bridge.book.event.id == event_id:
            self.left.emit()
        else:
            self._bridge.use(event_id)

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        t = self._t
        if self._summaries:
            self._heading.setText(t("Your events"))
            self._line.setText(t("Open one, or begin another."))
        else:
            self._heading.setText(t("Let’s set the tables"))
            self._line.setText(t("Everything stays on this laptop. No account, no internet."))
        for card, summary in zip(self._rows, self._summaries, strict=True):
            card.retitle(summary.event.name, self._about(summary))
        self._new.retitle(t("New event"), t("A name, a date, how many tables. One minute."))
        self._sample.retitle(t("Open the sample event"), t("Made-up guests to try everything with."))
        self._restore.retitle(t("Restore a backup"), t("Bring back a copy made on this or another laptop."))
        self._backup.retitle(t("Save a backup…"), t("A copy of every event in one file"))
        self._backup.setVisible(bool(self._summaries))

    def _about(self, summary: EventSummary) -> str:
        t = self._t
        parts = [t.day(date.fromisoformat(summary.event.day))] if summary.event.day else []
        parts.append(t.plural("{count} guest", "{count} guests", summary.guests))
        if summary.arrived:
            parts.append(t.plural("{count} arrived", "{count} arrived", summary.arrived))
        return " · ".join(parts)

    def restyle(self) -> None:
        """Follow the theme."""
        for card in (self._new, self._sample, self._restore, *self._rows):
            card.restyle()
        self._backup.restyle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to the event that is open."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

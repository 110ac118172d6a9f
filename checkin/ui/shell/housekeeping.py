"""What the window does by itself: hears what other stations wrote, and has a copy made now and then."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, QTimer

from checkin.changes import Change, Kind
from checkin.errors import CheckinError
from checkin.ui.bridge import Bridge

log = logging.getLogger(__name__)

LISTEN_EVERY = 2_000
"""Milliseconds between two looks at what other stations wrote."""

COPY_EVERY = 60_000
"""Milliseconds between two copies, when something has changed."""

COPY_AFTER = 25
"""Arrivals after which a copy is made at once."""


class Housekeeping(QObject):
    """Two clocks and a counter."""

    def __init__(self, bridge: Bridge) -> None:
        """Start the clocks."""
        super().__init__()
        self._bridge = bridge
        self._changes = 0
        self._arrivals = 0
        self._ear = QTimer(self)
        self._ear.setInterval(LISTEN_EVERY)
        self._ear.timeout.connect(self._listen)
        self._ear.start()
        self._copier = QTimer(self)
        self._copier.setInterval(COPY_EVERY)
        self._copier.timeout.connect(self._copy)
        self._copier.start()
        bridge.changed.connect(self._changed)

    def _changed(self, change: Change) -> None:
        self._changes += 1
        self._arrivals += change.kind is Kind.ARRIVED
        if self._arrivals >= COPY_AFTER:
            self._copy()

    def _listen(self) -> None:
        if self._bridge.book is not None and self._bridge.tasks.idle:
            self._bridge.ask(lambda desk: desk.catch_up(), failed=self._in_vain)

    def _copy(self) -> None:
        if self._changes:
            self._changes = self._arrivals = 0
            self._bridge.ask(lambda desk: desk.backup_now(), failed=self._in_vain)

    def _in_vain(self, refusal: CheckinError) -> None:
        log.warning("housekeeping: %s", type(refusal).__name__)

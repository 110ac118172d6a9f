"""What happens by itself while the window is open: hearing other stations, and copies of the database.

A copy is made after every 25 arrivals, and every minute in which something changed; the desk skips it when nothing did.
"""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, QTimer, Signal

from checkin.changes import Change, Kind
from checkin.desk import Desk
from checkin.errors import CheckinError
from checkin.ui.bridge import Bridge

log = logging.getLogger(__name__)

HEAR_EVERY_MS = 1000
COPY_EVERY_MS = 60_000
ARRIVALS_A_COPY = 25


class Watch(QObject):
    """Two clocks beside a bridge.

    Signals:
        trouble: The database cannot be read or copied; carries a ``CheckinError``, once until it works again.
        recovered: It works again.
    """

    trouble = Signal(object)
    recovered = Signal()

    def __init__(self, bridge: Bridge) -> None:
        """Watch nothing until ``start``."""
        super().__init__(bridge)
        self._bridge = bridge
        self._arrivals = 0
        self._troubled = False
        self._hear = QTimer(self, interval=HEAR_EVERY_MS)
        self._hear.timeout.connect(self._listen)
        self._copy = QTimer(self, interval=COPY_EVERY_MS)
        self._copy.timeout.connect(self._make_copy)
        bridge.changed.connect(self._count)

    def start(self) -> None:
        """Begin."""
        self._hear.start()
        self._copy.start()

    def stop(self) -> None:
        """End, before the desk closes."""
        self._hear.stop()
        self._copy.stop()

    def _listen(self) -> None:
        if self._bridge.book is not None and self._bridge.tasks.idle:
            self._bridge.ask(Desk.catch_up, self._fine, self._failed)

    def _make_copy(self) -> None:
        self._arrivals = 0
        self._bridge.ask(Desk.backup_now, self._fine, self._failed)

    def _count(self, change: Change) -> None:
        self._arrivals += change.kind in (Kind.ARRIVED, Kind.WALKED_IN)
        if self._arrivals >= ARRIVALS_A_COPY:
            self._make_copy()

    def _fine(self, _answer: object) -> None:
        if self._troubled:
            self._troubled = False
            self.recovered.emit()

    def _failed(self, refusal: CheckinError) -> None:
        log.warning("the database cannot be reached or copied: %s", type(refusal).__name__)
        if not self._troubled:
            self._troubled = True
            self.trouble.emit(refusal)

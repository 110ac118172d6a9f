"""The queue of scans: taken in order, none dropped, whatever the card is asking.

A scan goes to the desk at once, unless somebody is typing an answer into the card: then it waits until the answer is
given or left, and a pause in the typing ends the wait. A command card among the scans is obeyed in its turn. Knows no
result card and no guest.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal

from checkin.commands import Command, command, seal_of
from checkin.desk.outcomes import Outcome
from checkin.door import read
from checkin.model import Mode
from checkin.ui.bridge import Bridge

REPEAT = 1.0
"""Seconds in which the same code from the scanner is the same scan: it was held in front of it a little too long."""

PATIENCE = 8000
"""Milliseconds without a key after which scans no longer wait for an answer."""


class ScanQueue(QObject):
    """Scans between scanner and desk.

    Signals:
        waiting: How many scans have no answer yet; carries the number.
        commanded: A command card was scanned; carries the ``Command``, in its place among the scans.

    Attributes:
        mode: What the door does with a ticket.
    """

    waiting = Signal(int)
    commanded = Signal(object)

    def __init__(
        self, bridge: Bridge, *, clock: Callable[[], float] = monotonic, parent: QObject | None = None
    ) -> None:
        """Stand between a scanner and ``bridge``; ``clock`` gives seconds."""
        super().__init__(parent)
        self._bridge = bridge
        self._clock = clock
        self.mode = Mode.ENTRY
        self._held: deque[tuple[str, str, bool]] = deque()
        self._sent = 0
        self._last = ("", 0.0)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(self.release)
        bridge.decided.connect(self._decided)
        bridge.tasks.waiting.connect(self._idle)

    @property
    def count(self) -> int:
        """How many scans have no answer yet."""
        return len(self._held) + self._sent

    def add(self, text: str, second: str = "") -> None:
        """Take a scan; ``second`` is another reading of it, by the places of the keys."""
        now = self._clock()
        before, at = self._last
        self._last = (text, now)
        self._held.append((text, second, text == before and now - at <= REPEAT))
        self._send()

    def knows(self, text: str) -> bool:
        """Whether a text is somebody's ticket, or a command card."""
        book = self._bridge.book
        return book is not None and (bool(read(text, book).found) or self._command(text) is not None)

    def hold(self) -> None:
        """Let scans wait: somebody is typing an answer."""
        self._patience.start()

    def release(self) -> None:
        """Let waiting scans go on."""
        self._patience.stop()
        self._send()

    def _send(self) -> None:
        while self._held and not self._patience.isActive():
            text, second, repeat = self._held.popleft()
            asked = self._command(text) or self._command(second)
            if asked is not None:
                if not repeat:
                    self.commanded.emit(asked)
                continue
            self._sent += 1
            self._bridge.scan(text, self.mode, repeat=repeat, second=second)
        self.waiting.emit(self.count)

    def _command(self, text: str) -> Command | None:
        book = self._bridge.book
        return None if book is None else command(text, seal_of(book.event.seed))

    def _decided(self, outcome: Outcome) -> None:
        if outcome.decision.text and self._sent:
            self._sent -= 1
            self.waiting.emit(self.count)

    def _idle(self, open_tasks: int) -> None:
        """With nothing left to do there is nothing left to wait for, even if a scan ended in a refusal."""
        if not open_tasks and self._sent:
            self._sent = 0
            self.waiting.emit(self.count)

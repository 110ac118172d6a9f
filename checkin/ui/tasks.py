"""Work in the background, and its results back on the main thread, in order.

One worker thread does everything that touches the desk, so that its calls run one after the other; others do what takes
long and does not touch it; one long-lived object hops results to the main thread. Knows nothing of the work.
"""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Lock
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from checkin.errors import CheckinError

log = logging.getLogger(__name__)

T = TypeVar("T")


ASIDE = 2
"""Long works at once: a file can be read while rounds are searched for."""


class Tasks(QObject):
    """A queue of work for one worker thread.

    Signals:
        crashed: Work raised something that is not a ``CheckinError``; carries the exception.
        waiting: How many pieces of work are queued or running.

    Attributes:
        closing: Whether the program is about to end.
    """

    crashed = Signal(object)
    waiting = Signal(int)
    _posted = Signal()

    def __init__(self) -> None:
        """Start the worker."""
        super().__init__()
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="desk")
        self._aside = ThreadPoolExecutor(ASIDE, thread_name_prefix="aside")
        self._results: deque[Callable[[], None]] = deque()
        self._lock = Lock()
        self._open = 0
        self.closing = False
        self._posted.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[CheckinError], None] | None = None,
    ) -> None:
        """Do ``work`` on the worker; call ``done`` with its result, or ``failed``, on the main thread."""
        self._begin(self._worker, work, done, failed)

    def aside(
        self,
        work: Callable[[], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[CheckinError], None] | None = None,
    ) -> None:
        """Like ``run``, for long work that does not touch the desk: no scan waits for it."""
        self._begin(self._aside, work, done, failed)

    def post(self, call: Callable[[], None]) -> None:
        """Call ``call`` on the main thread, after everything posted before it. For use by running work."""
        with self._lock:
            self._results.append(call)
        self._posted.emit()

    @property
    def idle(self) -> bool:
        """Whether nothing is queued, running or waiting to be delivered."""
        return self._open == 0 and not self._results

    def close(self) -> None:
        """Finish what is queued and stop the workers; long work sees ``closing`` and answers with what it has."""
        self.closing = True
        self._aside.shutdown(wait=True)
        self._worker.shutdown(wait=True)
        self._deliver()

    def _begin(
        self,
        worker: ThreadPoolExecutor,
        work: Callable[[], T],
        done: Callable[[T], None] | None,
        failed: Callable[[CheckinError], None] | None,
    ) -> None:
        self._open += 1
        self.waiting.emit(self._open)
        worker.submit(self._work, work, done, failed)

    def _work(
        self,
        work: Callable[[], T],
        done: Callable[[T], None] | None,
        failed: Callable[[CheckinError], None] | None,
    ) -> None:
        try:
            result = work()
        except CheckinError as refusal:
            self.post(lambda failure=refusal: self._finish(failed, failure))  # type: ignore[misc]
        except BaseException as bug:  # a worker must outlive any bug; the crash dialog gets it
            log.exception("background work failed")
            self.post(lambda failure=bug: self._finish(self.crashed.emit, failure))  # type: ignore[misc]
        else:
            self.post(lambda: self._finish(done, result))

    def _finish(self, call: Callable[[T], object] | None, value: T) -> None:
        self._open -= 1
        if call is not None:
            call(value)
        self.waiting.emit(self._open)

    @Slot()
    def _deliver(self) -> None:
        while True:
            with self._lock:
                if not self._results:
                    return
                call = self._results.popleft()
            call()

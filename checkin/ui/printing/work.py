"""A job at work: made on the desk's thread, its codes read back page by page, kept as a file or sent to a printer.

Between two pages scans get through. What is on its way can be stopped; badges are remembered as printed only once they
are. Says nothing in words: the page does.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QObject, Signal
from PySide6.QtPrintSupport import QPrinter

from checkin.desk.outcomes import PrintReport
from checkin.errors import CheckinError
from checkin.ui.bridge import Bridge
from checkin.ui.printing.job import Job, Made, Running, Stopped, make, print_to
from checkin.ui.printing.preview import pictures
from checkin.ui.printing.proof import Sending, codes_on
from checkin.words import Words

OFTEN = 50
"""Milliseconds between two counts that are told."""


class Work(QObject):
    """One job after the other.

    Signals:
        progressed: How many pages are done, and of how many.
        saved: The file is in its place; carries the ``PrintReport`` and how many of its codes cannot be read.
        sent: The printer has everything; carries the ``Made``.
        unread: So many codes cannot be read at a printer's resolution, and nothing was sent.
        refused: Nothing came of it; carries the ``CheckinError``.
    """

    progressed = Signal(int, int)
    saved = Signal(object, int)
    sent = Signal(object)
    unread = Signal(int)
    refused = Signal(object)

    def __init__(self, bridge: Bridge, t: Words, parent: QObject) -> None:
        """Be idle."""
        super().__init__(parent)
        self._bridge = bridge
        self._t = t
        self._running: Running | None = None
        self._once_more: Callable[[], None] | None = None

    @property
    def busy(self) -> bool:
        """Whether a job is at work."""
        return self._running is not None

    def stop(self) -> None:
        """Give the job up that is at work."""
        if self._running is not None:
            self._running.stop()

    def again(self) -> None:
        """The last job once more, for those who have the very badge already, too."""
        if self._once_more is not None and not self.busy:
            self._once_more()

    def save(self, job: Job, path: Path) -> None:
        """Write a job to a file, then read its codes back."""
        running = self._begin(lambda: self.save(replace(job, again=True), path))

        def written(report: PrintReport) -> None:
            def proved(unread: int) -> None:
                self._running = None
                self.saved.emit(report, unread)

            self._prove(running, path.read_bytes() if report.codes else b"", report.codes, proved)

        self._bridge.ask(lambda desk: print_to(desk, job, path, self._t, running), written, self._refused)

    def print(self, job: Job, printer: QPrinter) -> None:
        """Make a job, read its codes back, send it page by page, and only then remember whose badges they are."""
        running = self._begin(lambda: self.print(replace(job, again=True), printer))

        def made(ready: Made) -> None:
            def proved(unread: int) -> None:
                if unread:
                    self._running = None
                    self.unread.emit(unread)
                else:
                    self._send(running, ready, Sending(ready.pdf, printer), 0)

            self._prove(running, ready.pdf, ready.codes, proved)

        self._bridge.ask(lambda desk: make(desk, job, self._t, running), made, self._refused)

    def _begin(self, once_more: Callable[[], None]) -> Running:
        clock = QElapsedTimer()
        clock.start()

        def told(done: int, everything: int) -> None:
            if done == everything or clock.elapsed() > OFTEN:
                clock.restart()
                self._bridge.tasks.post(lambda: self.progressed.emit(done, everything))

        self._once_more = once_more
        self._running = Running(told)
        return self._running

    def _prove(self, running: Running, pdf: bytes, codes: Sequence[str], then: Callable[[int], None]) -> None:
        """Read every page back, one after the other."""
        pages = pictures(pdf, 0)[1] if codes else 0
        unread = set(codes)

        def page(at: int) -> None:
            if at == pages or not unread:
                then(len(unread))
                return

            def look() -> frozenset[str]:
                running(at, pages)
                return codes_on(pdf, at)

            def found(read: frozenset[str]) -> None:
                unread.difference_update(read)
                page(at + 1)

            self._bridge.tasks.run(look, found, self._refused)

        page(0)

    def _send(self, running: Running, ready: Made, sending: Sending, at: int) -> None:
        if at == ready.pages:
            self._bridge.tasks.run(sending.end, lambda _none: self._sent(ready), self._refused)
            return

        def one() -> bool:
            try:
                running(at, ready.pages)
            except Stopped:
                sending.give_up()
                raise
            return sending.send(at)

        self._bridge.tasks.run(one, lambda last: self._send(running, ready, sending, at + last), self._refused)

    def _sent(self, ready: Made) -> None:
        self._running = None
        if ready.prints:
            self._bridge.ask(lambda desk: desk.badge_printed(ready.prints))
        self.sent.emit(ready)

    def _refused(self, refusal: CheckinError) -> None:
        self._running = None
        self.refused.emit(refusal)

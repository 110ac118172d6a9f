"""Locking and unlocking: what ties the lock's state to the desk, to the panels beside the rail and to the curtain.

The window asks ``lock.allows`` before it shows a page or takes an act, and hides the rest of the rail on ``locked``.
"""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from checkin.desk.lock import Verdict, has_pin, wait_now
from checkin.errors import CheckinError
from checkin.ui.bridge import Bridge
from checkin.ui.shell.curtain import Curtain
from checkin.ui.shell.lock import Lock, Watch
from checkin.ui.shell.pin import NewPinPrompt, PinPrompt
from checkin.ui.shell.theme import Theme
from checkin.words import Words


class Locking(QObject):
    """The lock with its hands."""

    def __init__(self, app: QApplication, lock: Lock, bridge: Bridge, theme: Theme, t: Words, door: QWidget) -> None:
        """Watch over the window.

        Args:
            app: Whose keys and clicks are seen.
            lock: The state.
            bridge: To the desk.
            theme: For the panels.
            t: For the panels.
            door: The page whose names are hidden.
        """
        super().__init__(door)
        self._lock, self._bridge, self._theme, self._t = lock, bridge, theme, t
        self.curtain = Curtain(theme, t, door)
        self.prompt: PinPrompt | None = None
        self.choosing: NewPinPrompt | None = None
        self._watch = Watch(app, lock.used, self)
        lock.hidden.connect(self._cover)
        lock.locked.connect(self._locked)
        bridge.decided.connect(self._scanned)
        bridge.opened.connect(self._opened)
        self._opened()

    def close(self) -> None:
        """Stop watching."""
        self._watch.close()

    def toggle(self, anchor: QWidget) -> None:
        """The lock on the rail was pressed, or the staff card scanned: lock, or ask for the PIN beside ``anchor``."""
        if self._lock.is_locked:
            if self.prompt is None:
                self._ask(anchor)
        elif self._has_pin():
            self._lock.lock()
        elif self._bridge.book is not None:
            self.choosing = NewPinPrompt(anchor.window(), self._theme, self._t)
            self.choosing.chosen.connect(self._chosen)
            self.choosing.open_beside(anchor)

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        self.curtain.retranslate()

    def _ask(self, anchor: QWidget) -> None:
        book = self._bridge.book
        wait = wait_now(book, datetime.now().astimezone()) if book is not None else 0
        self.prompt = PinPrompt(anchor.window(), self._theme, self._t, wait)
        self.prompt.entered.connect(self._entered)
        self.prompt.closed.connect(self._prompt_gone)
        self.prompt.open_beside(anchor)

    def _prompt_gone(self) -> None:
        self.prompt = None

    def _entered(self, pin: str) -> None:
        self._bridge.ask(lambda desk: desk.check_pin(pin), self._answered, self._not_checked)

    def _answered(self, verdict: Verdict) -> None:
        if self.prompt is not None:
            self.prompt.field.answer(verdict)
        if verdict.ok:
            self._lock.unlock()

    def _not_checked(self, refusal: CheckinError) -> None:
        if self.prompt is not None:
            self.prompt.close()
        self._bridge.failed.emit(refusal)

    def _chosen(self, pin: str) -> None:
        self._bridge.ask(lambda desk: desk.set_pin(pin), lambda _change: self._lock.lock())

    def _cover(self, hidden: bool) -> None:  # noqa: FBT001 - a signal's argument
        self.curtain.draw(closed=hidden)

    def _locked(self, locked: bool) -> None:  # noqa: FBT001 - a signal's argument
        if not locked and self.prompt is not None:
            self.prompt.close()

    def _scanned(self, _outcome: object) -> None:
        """A scan is use, a camera's too."""
        self._lock.used()

    def _opened(self) -> None:
        """Without a PIN nobody could unlock, so nothing is locked."""
        if not self._has_pin():
            self._lock.leave_door_mode()

    def _has_pin(self) -> bool:
        return self._bridge.book is not None and has_pin(self._bridge.book)

"""The lock: whether the door stands alone on this screen, and whether anybody is there.

A state machine over a clock; it draws nothing. Locked is remembered on this laptop, so that starting the program again
opens nothing. Once locked, the screen is in door mode: whoever unlocks it has three minutes of rest before it locks
again. It is told of every key, click and scan by ``Watch`` and by whoever takes scans.
"""

from __future__ import annotations

from collections.abc import Callable
from time import time

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

from checkin.ui.shell.settings import Settings

RELOCK = 180
"""Seconds without use after which an unlocked screen in door mode locks again."""

HIDE = 2
"""Minutes without use after which names are hidden, unless somebody chose otherwise."""

DOOR = "door"
"""The page that stays."""

USES = frozenset({
    QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel,
    QEvent.Type.TouchBegin, QEvent.Type.InputMethod, QEvent.Type.TabletPress,
})  # fmt: skip
"""What somebody does who is there."""

TICK = 1000
"""Milliseconds between two looks at the clock."""


class Lock(QObject):
    """The state.

    Signals:
        locked: The screen was locked (True) or unlocked (False).
        hidden: Names are to be hidden (True) or may be seen again (False).
    """

    locked = Signal(bool)
    hidden = Signal(bool)

    def __init__(self, settings: Settings, clock: Callable[[], float] = time, parent: QObject | None = None) -> None:
        """Begin as the last evening ended.

        Args:
            settings: Of this laptop.
            clock: Seconds; a wall clock goes on while the lid is closed.
            parent: Who owns it.
        """
        super().__init__(parent)
        self._settings = settings
        self._clock = clock
        self._used = clock()
        self.is_locked = bool(settings.flag("locked"))
        self.is_hidden = False
        self.door_mode = bool(settings.flag("door_mode"))
        self._timer = QTimer(self)
        self._timer.setInterval(TICK)
        self._timer.timeout.connect(self.tick)
        self._timer.start()

    # --- what it allows ---

    def allows(self, page: str) -> bool:
        """Whether a page, or an act that belongs to one, may be reached now."""
        return page == DOOR or not self.is_locked

    # --- locking ---

    def lock(self) -> None:
        """Leave the door alone on the screen."""
        self._keep(locked=True, door_mode=True)

    def unlock(self) -> None:
        """The right PIN was given; door mode goes on."""
        self.used()
        self._keep(locked=False, door_mode=self.door_mode)

    def leave_door_mode(self) -> None:
        """Stay unlocked until somebody locks; for the organizer's desk, and where there is no PIN."""
        self._keep(locked=False, door_mode=False)

    def _keep(self, *, locked: bool, door_mode: bool) -> None:
        changed = locked != self.is_locked
        self.is_locked, self.door_mode = locked, door_mode
        self._settings.keep_flag("locked", on=locked)
        self._settings.keep_flag("door_mode", on=door_mode)
        self._settings.save()
        if changed:
            self.locked.emit(locked)

    # --- being there ---

    @property
    def hide_after(self) -> int:
        """Minutes without use before names are hidden; 0 for never."""
        kept = self._settings.text("hide_names_after")
        return int(kept) if kept.isdecimal() else HIDE

    def hide_names_after(self, minutes: int) -> None:
        """Choose it for this laptop; 0 for never."""
        self._settings.keep("hide_names_after", str(minutes))

    def used(self) -> None:
        """Somebody is there: a key, a click, a scan."""
        self._used = self._clock()
        if self.is_hidden:
            self.is_hidden = False
            self.hidden.emit(self.is_hidden)

    def tick(self) -> None:
        """Look at the clock; one that was set back counts as use."""
        idle = self._clock() - self._used
        if idle < 0:
            self._used = self._clock()
        if self.hide_after and idle >= 60 * self.hide_after and not self.is_hidden:
            self.is_hidden = True
            self.hidden.emit(self.is_hidden)
        if self.door_mode and not self.is_locked and idle >= RELOCK:
            self.lock()


class Watch(QObject):
    """Sees every key and click of the program go by, and touches none."""

    def __init__(self, app: QObject, seen: Callable[[], None], parent: QObject | None = None) -> None:
        """Call ``seen`` for each, until ``close``."""
        super().__init__(parent)
        self._app = app
        self._seen = seen
        app.installEventFilter(self)

    def close(self) -> None:
        """Look away."""
        self._app.removeEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Note a use."""
        if event.type() in USES:
            self._seen()
        return False

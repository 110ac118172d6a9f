"""Listens to one reading of a scanner as it is typed: every sign, every pause, and the end key.

While it listens, plain keys go nowhere else, the door's scanner filter included; keys that type nothing, and Space,
Enter and Tab where no reading has begun, go their way, so that buttons can be pressed and left. Judges nothing.
"""

from __future__ import annotations

from time import monotonic
from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from checkin.ui.door.burst import TAIL
from checkin.ui.door.scanner import ALT_GR, COMMANDS, END_KEYS, NONE
from checkin.ui.door.scanner_check import End

PATIENCE = 1200
"""Milliseconds without a key after which a reading is over: more than any scanner's delay can be set to."""

LONGEST = 512


class Keystrokes(QObject):
    """Collects one reading after the other while a widget's window is in front.

    Signals:
        heard: A reading is over; carries its text, the gaps between its keys in milliseconds, and its ``End``.
        began: The first sign of a reading came.
    """

    heard = Signal(str, object, object)
    began = Signal()

    def __init__(self, panel: QWidget) -> None:
        """Listen to nothing yet; ``panel`` is the widget whose window has to be in front."""
        super().__init__(panel)
        self._panel = panel
        self._app: QApplication | None = None
        self._signs: list[str] = []
        self._times: list[int] = []
        self._over = 0
        self._silence = QTimer(self, singleShot=True, interval=PATIENCE)
        self._silence.timeout.connect(self._silent)

    def listen(self, app: QApplication) -> None:
        """Begin; later filters are asked first, so this one hears keys before the door does."""
        self.stop()
        self._app = app
        app.installEventFilter(self)

    def stop(self) -> None:
        """Hear no more, and forget what has come."""
        if self._app is not None:
            self._app.removeEventFilter(self)
        self._app = None
        self._silence.stop()
        self._signs, self._times = [], []

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take a plain key, or let the event pass."""
        kind = event.type()
        if kind not in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride) or not self._panel.isActiveWindow():
            return False
        key = cast("QKeyEvent", event)
        if kind is QEvent.Type.ShortcutOverride:
            return self._no_shortcut(key)
        at = key.timestamp() or round(monotonic() * 1000)
        if key.key() in END_KEYS and not key.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return self._ended(key, at)
        if not self._is_sign(key):
            return False
        if not self._signs:
            self.began.emit()
        if len(self._signs) < LONGEST:
            self._signs.append(key.text())
            self._times.append(at)
        self._silence.start()
        return True

    def _no_shortcut(self, key: QKeyEvent) -> bool:
        if self._is_sign(key):
            key.accept()
            return True
        return False

    def _is_sign(self, key: QKeyEvent) -> bool:
        """Whether a key types something that may be a scanner's; a blank begins no code."""
        text = key.text()
        plain = (key.modifiers() & COMMANDS) in (NONE, ALT_GR) and not key.isAutoRepeat()
        return plain and bool(text) and text.isprintable() and (text != " " or bool(self._signs))

    def _ended(self, key: QKeyEvent, at: int) -> bool:
        """An end key after a reading belongs to it, and so does the second half of CR LF."""
        if not self._signs:
            return at - self._over <= TAIL
        self._over = at
        self._times.append(at)
        self._finish(End.TAB if key.key() == Qt.Key.Key_Tab else End.ENTER)
        return True

    def _silent(self) -> None:
        self._finish(End.NONE)

    def _finish(self, end: End) -> None:
        self._silence.stop()
        text = "".join(self._signs)
        gaps = [max(0, later - earlier) for earlier, later in zip(self._times, self._times[1:], strict=False)]
        self._signs, self._times = [], []
        self.heard.emit(text, gaps, end)

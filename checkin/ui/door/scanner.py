"""The scanner: a filter before every widget of the program that picks scans out of the typing.

Keys that may be part of a scan are held back, with the widget that had the focus, and either sent there in the order
and with the content that they came with, releases included, or dropped because they were a scan (``burst.py`` decides;
times are those of the operating system, so that a busy moment of ours does not turn slow typing into a burst).
Shortcuts of one letter wait as well: a letter of a code triggers none.

Whatever is no plain key (an arrow, F8, Ctrl+Z, a click, an input method's text) first hands on what is held and then
goes its way, so order is kept. Knows no code, no guest and no page.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic
from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from shiboken6 import isValid

from checkin.ui.door.burst import Burst, Verdict
from checkin.ui.door.positions import by_position

END_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
SILENT_KEYS = (
    Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta, Qt.Key.Key_CapsLock,
    Qt.Key.Key_NumLock,
)  # fmt: skip
"""Keys that type nothing by themselves and that a scanner presses between its letters."""

NONE = Qt.KeyboardModifier.NoModifier
ALT_GR = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
INTERRUPTIONS = (QEvent.Type.MouseButtonPress, QEvent.Type.InputMethod, QEvent.Type.Wheel, QEvent.Type.Close)

SETTLE = 10
"""Milliseconds between the end of a silence and its verdict, in which keys that were already on their way come in."""

HANDS = 25
"""Milliseconds a key on average that no hands are faster than; a scanner is, unless it is wireless or slowed down."""

Landing = Callable[[QWidget | None, str], QWidget | None]
"""Which widget plain typing goes to, given the one with the focus and the text."""


@dataclass(slots=True)
class _Held:
    """A key event that waits, and the widget that it was meant for."""

    event: QKeyEvent
    target: QObject | None
    released: bool = False


class Scanner(QObject):
    """Finds scans among the keys of the whole application.

    Signals:
        scanned: A scan is complete; carries its text as the keys gave it.
        listening: Whether keys reach the program at all, that is whether one of its windows is active.

    Attributes:
        by_position: The last scan by the places of its keys, or "" where the system does not tell them.
    """

    scanned = Signal(str)
    listening = Signal(bool)

    def __init__(
        self,
        app: QApplication,
        landing: Landing | None = None,
        parent: QObject | None = None,
        known: Callable[[str], bool] = lambda _text: True,
        idle: Callable[[], bool] = lambda: False,
    ) -> None:
        """Begin to filter ``app``'s events.

        Args:
            app: The application.
            landing: May send typing elsewhere than to the focus.
            parent: Who owns it.
            known: Whether a text is somebody's code or a command; asked where a fast typist could have typed it.
            idle: Whether there is nothing that could be scanned, so that however fast, all of it is typing.
        """
        super().__init__(parent)
        self._app = app
        self._landing: Landing = landing or (lambda focus, _text: focus)
        self._burst = Burst()
        self._held: deque[_Held] = deque()
        self._sending: tuple[int, int] | None = None
        self._known, self._idle = known, idle
        self.by_position = ""
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._settling = QTimer(self, singleShot=True, interval=SETTLE)
        self._timer.timeout.connect(self._settling.start)
        self._settling.timeout.connect(self._pause)
        self._last = 0
        self.active = app.focusWindow() is not None
        app.focusWindowChanged.connect(self._focus_changed)
        app.installEventFilter(self)

    def close(self) -> None:
        """Hand on what is held and stop filtering."""
        self._obey(self._burst.conclude())
        self._app.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hold, eat or pass on one event; see the module's docstring."""
        kind = event.type()
        if kind is QEvent.Type.KeyPress:
            return self._pressed(watched, cast("QKeyEvent", event))
        if kind is QEvent.Type.KeyRelease:
            return self._released(cast("QKeyEvent", event))
        if kind is QEvent.Type.ShortcutOverride:
            return self._no_shortcut_yet(cast("QKeyEvent", event))
        if kind in INTERRUPTIONS and self._held:
            self._obey(self._burst.conclude())
        return False

    def _pressed(self, watched: QObject, event: QKeyEvent) -> bool:
        if self._is_sent(event) or event.key() in SILENT_KEYS or self._idle():
            return False
        at = self._time(event)
        if event.key() in END_KEYS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            verdict = self._burst.end(at)
            typed = self._obey(verdict)
            return verdict.eaten and not typed
        if not _types(event):
            self._obey(self._burst.conclude())
            return False
        copy = _copied(event, at)
        target = watched if watched.isWidgetType() else self._focus() or watched
        self._held.append(_Held(copy, target))
        self._obey(self._burst.feed(at, event.text()))
        self._wait(at)
        return True

    def _released(self, event: QKeyEvent) -> bool:
        """A release stays behind the press that is held."""
        if not self._held or self._is_sent(event) or event.key() in SILENT_KEYS:
            return False
        self._held.append(_Held(_copied(event, event.timestamp()), self._held[-1].target, released=True))
        return True

    def _no_shortcut_yet(self, event: QKeyEvent) -> bool:
        """Keep a plain key from triggering a shortcut before it is known to be typing; handed on, it may."""
        if self._is_sent(event) or not _types(event):
            return False
        event.accept()
        return True

    def _pause(self) -> None:
        due = self._burst.deadline
        if due is not None:
            self._obey(self._burst.pause(due))
            self._wait(due)

    def _wait(self, now: int) -> None:
        """Come back when the burst can be judged further."""
        self._settling.stop()
        due = self._burst.deadline
        if due is None:
            self._timer.stop()
        else:
            self._timer.start(max(0, due - now))

    def _obey(self, verdict: Verdict) -> bool:
        """Send typing on, and announce a scan after the typing before it; whether what looked like one was typing."""
        for held in self._taken(verdict.hand_on):
            self._send(held)
        if verdict.scan:
            taken = self._taken(self._presses() - self._burst.waiting)
            presses = [held.event for held in taken if not held.released]
            if self._is_typing(verdict.scan, presses, taken[0].target):
                for held in taken:
                    self._send(held)
                return True
            self.by_position = by_position(presses, self._app.platformName())
            self.scanned.emit(verdict.scan)
        return False

    def _is_typing(self, text: str, presses: list[QKeyEvent], target: QObject | None) -> bool:
        """Whether fast keys into a text field are a person's: nobody's code, and no faster than hands can be.

        A field that hides what is typed never gives it away, however fast it came.
        """
        if not isinstance(target, QLineEdit) or self._known(text):
            return False
        if target.echoMode() is not QLineEdit.EchoMode.Normal:
            return True
        spent = presses[-1].timestamp() - presses[0].timestamp()
        return spent > HANDS * (len(presses) - 1)

    def _taken(self, presses: int) -> list[_Held]:
        """The oldest presses, no longer held, each with the releases behind it."""
        taken: list[_Held] = []
        while self._held and (presses or self._held[0].released):
            presses -= not self._held[0].released
            taken.append(self._held.popleft())
        return taken

    def _presses(self) -> int:
        return sum(not held.released for held in self._held)

    def _send(self, held: _Held) -> None:
        target = held.target if held.target is not None and isValid(held.target) else self._focus()
        if target is None:
            return
        if isinstance(target, QWidget) and not held.released:
            target = self._landing(target, held.event.text()) or target
        before, self._sending = self._sending, _mark(held.event)
        try:
            self._app.sendEvent(target, held.event)
        finally:
            self._sending = before

    def _is_sent(self, event: QKeyEvent) -> bool:
        """Whether this is the event that we are just sending, or the question for a shortcut that goes before it."""
        return self._sending == _mark(event)

    def _time(self, event: QKeyEvent) -> int:
        """When the key was pressed, by the system's clock for input; a clock that jumps back begins anew."""
        at = event.timestamp() or round(monotonic() * 1000)
        if at < self._last:
            self._obey(self._burst.conclude())
        self._last = at
        return at

    def _focus(self) -> QWidget | None:
        popup: QWidget | None = self._app.activePopupWidget()
        if popup is not None:
            inside: QWidget | None = popup.focusWidget()
            return popup if inside is None else inside
        return self._app.focusWidget() or self._app.activeWindow()

    def _focus_changed(self, window: QWindow | None) -> None:
        self.active = window is not None
        self.listening.emit(self.active)


def _copied(event: QKeyEvent, at: int) -> QKeyEvent:
    """An event of our own at ``at``: nobody ever frees what PySide's ``clone()`` returns, some 9 MB in 1,000 codes."""
    copy = QKeyEvent(
        event.type(),
        event.key(),
        event.modifiers(),
        event.nativeScanCode(),
        event.nativeVirtualKey(),
        event.nativeModifiers(),
        event.text(),
        event.isAutoRepeat(),
        event.count(),
    )
    copy.setTimestamp(at)
    return copy


def _mark(event: QKeyEvent) -> tuple[int, int]:
    return event.key(), event.timestamp()


def _types(event: QKeyEvent) -> bool:
    """Whether a key press types something and could be a scanner's; AltGr is Ctrl+Alt on some systems."""
    commands = event.modifiers() & COMMANDS
    return event.text().isprintable() and bool(event.text()) and not event.isAutoRepeat() and commands in (NONE, ALT_GR)

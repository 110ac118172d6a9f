"""The guests' screen: a second window that welcomes who has just come in and shows where their table stands.

It lies full on another screen where there is one, and is a window like any other where there is none. It never takes
the keyboard from the door, and shows nothing but what ``greeting`` says: anything else that the door answers makes it
calm again.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QColor, QGuiApplication, QPainter, QPaintEvent, QScreen
from PySide6.QtWidgets import QWidget

from checkin.changes import Change
from checkin.desk.outcomes import Outcome
from checkin.door import State
from checkin.ui.bridge import Bridge
from checkin.ui.door.floor_plan import paint_plan, plan_of
from checkin.ui.door.greeting import Greeting, greet
from checkin.ui.door.typeset import LEADING, Set, fit, one_line, wrap
from checkin.ui.shell.theme import Theme
from checkin.words import Words

SHOWN = 12_000
"""Milliseconds for which a guest is greeted."""

DESIGNED = (1280, 800)
"""The size of screen at which every measure in this module is in pixels."""

CAPITALS = 0.728
"""Height of Inter's digits, in sizes of type."""


class AudienceWindow(QWidget):
    """What guests see.

    Signals:
        closed: The window was closed.

    Attributes:
        given_only: Whether guests are called by their given name only; see ``choose_names``.
        greeting: What is said at the moment, or None while nobody is greeted.
    """

    closed = Signal()

    def __init__(self, bridge: Bridge, theme: Theme, t: Words) -> None:
        """Listen to the door; ``open_beside`` shows the window."""
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.WindowDoesNotAcceptFocus)
        self._bridge = bridge
        self._theme = theme
        self._t = t
        self._outcome: Outcome | None = None
        self._beside: QWidget | None = None
        self.greeting: Greeting | None = None
        self.given_only = False
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumSize(QSize(480, 320))
        self._calm_down = QTimer(self, singleShot=True, interval=SHOWN)
        self._calm_down.timeout.connect(self._calm)
        bridge.decided.connect(self._decided)
        bridge.changed.connect(self._changed)
        bridge.opened.connect(self.refresh)
        theme.changed.connect(self.update)
        self._watch_screens()
        self.retranslate()

    # --- where it is ---

    def open_beside(self, window: QWidget) -> None:
        """Show it: full on a screen that ``window`` is not on, or as a window of its own."""
        self._beside = window
        if not self.isVisible():
            self.resize(960, 600)
        self._settle()

    def _watch_screens(self) -> None:
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self._screens_changed)
            app.screenRemoved.connect(self._screens_changed)

    def _screens_changed(self) -> None:
        """A projector was plugged in or out: go there, or come back as a window that covers nothing."""
        if self.isVisible():
            QTimer.singleShot(0, self, self._settle)

    def _settle(self) -> None:
        own = self._beside.screen() if self._beside is not None else QGuiApplication.primaryScreen()
        other = other_screen(own, QGuiApplication.screens())
        if other is None:
            self.unsetCursor()
            self.showNormal()
            return
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setScreen(other)
        self.setGeometry(other.geometry())
        self.showFullScreen()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that it is gone."""
        super().closeEvent(event)
        self.closed.emit()

    # --- what it says ---

    def choose_names(self, *, given_only: bool) -> None:
        """Choose whether guests are called by their given name only."""
        self.given_only = given_only
        self._say()

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        self.setWindowTitle(self._t("Guests' screen"))
        self._say()

    def restyle(self) -> None:
        """Follow the theme."""
        self.update()

    def refresh(self) -> None:
        """Another event is open: greet nobody."""
        self._calm()

    def _decided(self, outcome: Outcome) -> None:
        """Greet who comes in. A ticket that is merely held a moment longer changes nothing."""
        if outcome.decision.state is State.SAME_SCAN:
            return
        self._outcome = outcome
        self._say()
        if self.greeting is None:
            self._calm()
        else:
            self._calm_down.start()

    def _changed(self, _change: Change) -> None:
        """Follow a change of table, and say nothing more to somebody whose arrival was taken back."""
        if self._outcome is not None:
            self._say()

    def _calm(self) -> None:
        self._outcome = None
        self._calm_down.stop()
        self._say()

    def _say(self) -> None:
        book, outcome = self._bridge.book, self._outcome
        if book is None or outcome is None:
            self.greeting = None
        else:
            self.greeting = greet(outcome, book, self._t, given_only=self.given_only)
        said = self.greeting.spoken if self.greeting is not None else ". ".join(self._invitation())
        self.setAccessibleName(said)
        self.update()

    def _invitation(self) -> tuple[str, str, str]:
        """What it says while nobody is greeted: the event, its day, and a calm welcome."""
        book, t = self._bridge.book, self._t
        day = t.day(date.fromisoformat(book.event.day)) if book is not None and book.event.day else ""
        return (book.event.name if book is not None else "Sobremesa", day, t("Welcome. Have your ticket ready."))

    # --- painting ---

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the greeting, or the calm screen."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        painter.fillRect(self.rect(), QColor(self._theme.palette.paper))
        scale = max(0.4, min(self.width() / DESIGNED[0], self.height() / DESIGNED[1]))
        if self.greeting is None:
            self._paint_calm(painter, scale)
        else:
            self._paint_greeting(painter, self.greeting, scale)

    def _paint_calm(self, painter: QPainter, scale: float) -> None:
        palette = self._theme.palette
        name, day, welcome = self._invitation()
        room = self.width() - 192 * scale
        parts = [
            (fit(name, room, round(84 * scale), weight=700), palette.ink, 16 * scale),
            (one_line(day, room, round(30 * scale)), palette.quiet, 56 * scale),
            (wrap(welcome, room, round(34 * scale), weight=600), palette.accent, 0.0),
        ]
        parts = [part for part in parts if part[0].text]
        icon = round(112 * scale)
        high = icon + 48 * scale + sum(words.height + gap for words, _, gap in parts)
        y = (self.height() - high) / 2
        picture = self._theme.pixmap("sobremesa", icon, palette.accent, self.devicePixelRatioF())
        painter.drawPixmap(round((self.width() - icon) / 2), round(y), picture)
        y += icon + 48 * scale
        for words, colour, gap in parts:
            _write(painter, words, QRectF(0, y, self.width(), words.height), colour, Qt.AlignmentFlag.AlignHCenter)
            y += words.height + gap

    def _paint_greeting(self, painter: QPainter, greeting: Greeting, scale: float) -> None:
        palette = self._theme.palette
        pad = 64 * scale
        room = QRectF(pad, pad * 0.8, self.width() - 2 * pad, self.height() - pad * 1.8)
        hello = one_line(greeting.hello, room.width(), round(40 * scale), weight=600)
        name = fit(greeting.name, room.width(), round(100 * scale), weight=700, smallest=round(40 * scale))
        _write(painter, hello, QRectF(room.x(), room.y(), room.width(), hello.height), palette.accent)
        top = room.y() + hello.height
        _write(painter, name, QRectF(room.x(), top, room.width(), name.height), palette.ink)
        top += name.height + 40 * scale
        below = QRectF(room.x(), top, room.width(), room.bottom() - top)
        if not greeting.number:
            return
        number, field = _halves(below, scale)
        self._paint_table(painter, greeting.number, number, scale)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.surface))
        painter.drawRoundedRect(field, 24 * scale, 24 * scale)
        book = self._bridge.book
        if book is not None:
            area = field.adjusted(24 * scale, 24 * scale, -24 * scale, -24 * scale)
            plan = plan_of(book, area.width() / max(1.0, area.height()))
            paint_plan(painter, area, plan, palette, here=greeting.table, entrance=self._t("Entrance"))

    def _paint_table(self, painter: QPainter, number: str, area: QRectF, scale: float) -> None:
        """The word and the number, as large as there is room for, ending where the plan does."""
        palette = self._theme.palette
        label = one_line(self._t("Table").upper(), area.width(), round(44 * scale), weight=600)
        room = area.height() - label.height - 24 * scale
        digits = fit(number, area.width(), round(min(room / CAPITALS, 520 * scale)), weight=700, lines=1)
        high = label.height + 24 * scale + digits.size * CAPITALS
        y = area.y() + (area.height() - high) / 2
        _write(painter, label, QRectF(area.x(), y, area.width(), label.height), palette.quiet)
        above = digits.size * (LEADING - CAPITALS) / 2
        y += label.height + 24 * scale - above
        _write(painter, digits, QRectF(area.x() - digits.size * 0.03, y, area.width(), digits.height), palette.accent)


def _halves(room: QRectF, scale: float) -> tuple[QRectF, QRectF]:
    """Where the number goes, and the plan: beside it, or below it on a screen that stands upright."""
    gap = 40 * scale
    if room.height() > room.width():
        high = room.height() * 0.44
        return QRectF(room.x(), room.y(), room.width(), high), room.adjusted(0, high + gap, 0, 0)
    wide = min(room.width() * 0.36, 440 * scale)
    return QRectF(room.x(), room.y(), wide, room.height()), room.adjusted(wide + gap, 0, 0, 0)


def other_screen(own: QScreen | None, screens: Sequence[QScreen]) -> QScreen | None:
    """A screen that shows something else than ``own``, or None; a mirrored one shows the same."""
    taken = own.geometry() if own is not None else None
    return next((screen for screen in screens if screen is not own and screen.geometry() != taken), None)


def _write(
    painter: QPainter,
    words: Set,
    box: QRectF,
    colour: str,
    side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """Write set words, line by line."""
    painter.setFont(words.face)
    painter.setPen(QColor(colour))
    flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
    for number, line in enumerate(words.lines):
        at = QRectF(box.x(), box.y() + number * words.leading, box.width(), words.leading)
        painter.drawText(at, flags | Qt.TextFlag.TextSingleLine, line)

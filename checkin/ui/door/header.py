"""The head of the door page: which meal, how many have come, whether the scanner is heard, what time it is."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QPointF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from checkin.book import Book
from checkin.model import Mode
from checkin.ui.door.typeset import advance
from checkin.ui.shell.controls import Button, Chip, ProgressLine
from checkin.ui.shell.header import PageHeader
from checkin.ui.shell.labels import PlainLabel
from checkin.ui.shell.theme import Theme, font
from checkin.words import Words


class Light(QAbstractButton):
    """A lamp with words: green and full while all is well, amber with an edge and a mark while it is not.

    Pressing it is one of the ways to get the keys back.
    """

    def __init__(self, theme: Theme) -> None:
        """Begin well."""
        super().__init__()
        self._theme = theme
        self.well = True
        self._dim = False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def say(self, words: str, tip: str, *, well: bool, dim: bool = False) -> None:
        """Show another state; ``dim`` is that of something turned off, which is nobody's fault."""
        self.well = well
        self._dim = dim
        self.setText(words)
        self.setToolTip(tip)
        self.setAccessibleName(words)
        self.setAccessibleDescription(tip)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As long as its words."""
        return QSize(round(advance(self.text(), 13, 500)) + 22, 20)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint lamp and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self._theme.palette
        lamp = QPointF(7, self.height() / 2)
        if self.well:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(palette.accent if palette.dark else palette.welcome))
            painter.drawEllipse(lamp, 5, 5)
        elif self._dim:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(palette.quiet))
            painter.drawEllipse(lamp, 5, 5)
        else:
            painter.setPen(QPen(QColor(palette.ink), 1.5))
            painter.setBrush(QColor(palette.wait))
            painter.drawEllipse(lamp, 6, 6)
        painter.setPen(QColor(palette.ink))
        painter.setFont(font(13, 500))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip
        painter.drawText(self.rect().adjusted(18, 0, 0, 0), flags, self.text())


class DoorHeader(QWidget):
    """The head of the page.

    Signals:
        ticked: Another minute has begun.
    """

    ticked = Signal()

    def __init__(self, theme: Theme, t: Words) -> None:
        """Begin without an event."""
        super().__init__()
        self._theme = theme
        self._t = t
        self._listening = True
        self._waiting = 0
        self._words = PageHeader()
        self._arrived = PlainLabel(role="strong")
        self._line = ProgressLine(theme)
        self.light = Light(theme)
        self.camera = Light(theme)
        self.tools = Button(theme, "more", "quiet", scale="icon")
        self.mode = Chip()
        self.mode.hide()
        self.queue = PlainLabel(role="quiet")
        self._clock = PlainLabel()
        self._clock.setFont(font(32, 300))
        self._clock.setStyleSheet("font-size: 32px; font-weight: 300;")
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._tick)
        self._build()
        self._tick()

    def _build(self) -> None:
        progress = QVBoxLayout()
        progress.setSpacing(8)
        progress.addWidget(self._arrived)
        progress.addWidget(self._line)
        lights = QVBoxLayout()
        lights.setSpacing(4)
        lights.addStretch()
        lights.addWidget(self.light)
        lights.addWidget(self.camera)
        lights.addWidget(self.queue)
        lights.addStretch()
        self.queue.setContentsMargins(18, 0, 0, 0)
        box = self._progress = QWidget()
        box.setLayout(progress)
        box.setMinimumWidth(168)
        box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        progress.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(28)
        row.addWidget(self._words, 5)
        row.addWidget(self.mode)
        row.addWidget(box, 2)
        row.addLayout(lights)
        row.addWidget(self.tools)
        row.addWidget(self._clock)

    def show_book(self, book: Book | None) -> None:
        """Show the event, and how many of its guests have come."""
        if book is None:
            self._words.say("", "")
            return
        t, event = self._t, book.event
        registered = t.plural("{count} registered", "{count} registered", len(book.guests))
        day = t.day(date.fromisoformat(event.day)) if event.day else ""
        self._words.say(event.name, " · ".join(part for part in (day, registered) if part))
        expected = max(book.expected, book.arrived)
        self._arrived.setText(
            t("Arrived: {arrived} of {expected}", arrived=t.number(book.arrived), expected=t.number(expected))
        )
        self._progress.setMinimumWidth(max(168, self._arrived.sizeHint().width()))
        self._line.show_share(book.arrived / expected if expected else 0.0)

    def show_listening(self, *, listening: bool) -> None:
        """Say whether the scanner's keys reach the program, and how to get them back."""
        self._listening = listening
        t = self._t
        if listening:
            self.light.say(t("Scanner ready"), t("A scan is taken wherever the cursor is."), well=True)
        else:
            self.light.say(
                t("Scanner unheard: click here"),
                t("Another window has the keyboard. Click anywhere in this one and the scanner is heard again."),
                well=False,
            )

    def show_camera(self, *, running: bool, trouble: str = "") -> None:
        """Say whether the camera reads tickets; pressing the lamp turns it on or off."""
        t = self._t
        words = trouble or (t("Camera on") if running else t("Camera off"))
        self.camera.say(words, t("Turn the camera on or off ({key})", key="F3"), well=running, dim=not trouble)

    def show_mode(self, mode: Mode) -> None:
        """Say what the door does with a ticket, unless it is the usual thing."""
        t = self._t
        words = {Mode.EXIT: t("Exit"), Mode.VERIFY: t("Check only")}
        tips = {Mode.EXIT: t("Tickets let out"), Mode.VERIFY: t("Tickets are only checked")}
        self.mode.say(words.get(mode, ""), "left" if mode is Mode.EXIT else "checked")
        self.mode.setToolTip(tips.get(mode, ""))
        self.mode.setVisible(mode is not Mode.ENTRY)

    def show_waiting(self, count: int) -> None:
        """Say how many scans have no answer yet; nothing while there are none."""
        self._waiting = count
        self.queue.setText(self._t.plural("{count} scan waiting", "{count} scans waiting", count))
        self.queue.setVisible(count > 0)

    def retranslate(self, book: Book | None) -> None:
        """Say everything in the language in force."""
        self.show_book(book)
        self.show_listening(listening=self._listening)
        self.show_waiting(self._waiting)
        self.tools.retitle("", self._t("Everything else at the door (F2)"))
        self._show_time()

    def _tick(self) -> None:
        self._show_time()
        now = datetime.now().astimezone()
        self._timer.start(60_000 - now.second * 1000 - now.microsecond // 1000 + 5)
        self.ticked.emit()

    def _show_time(self) -> None:
        self._clock.setText(self._t.clock(datetime.now().astimezone()))

"""One line about the badges that are on their way: nothing while there are none, calm while they come, amber if not."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from checkin.ui.printing.printers import PrintChoice, trouble, usual_folder
from checkin.ui.printing.queue import BadgeJob, BadgeQueue, State
from checkin.ui.shell.controls import Button
from checkin.ui.shell.labels import ElidedLabel, PlainLabel
from checkin.ui.shell.theme import Theme
from checkin.words import Words

ICON = 20
RETRY_KEY = "Ctrl+R"
TOLD = 5000
"""Milliseconds for which a badge that was asked for is said to be printed."""


class QueueLine(QWidget):
    """The line.

    Signals:
        shown: It has come or gone, or changed its height.
    """

    shown = Signal()

    def __init__(self, theme: Theme, t: Words) -> None:
        """Begin hidden; ``follow`` gives it a queue."""
        super().__init__()
        self._theme = theme
        self._t = t
        self._queue: BadgeQueue | None = None
        self._told = ""
        self._fade = QTimer(self, singleShot=True, interval=TOLD)
        self._fade.timeout.connect(self._faded)
        self.amber = False
        self._icon = QLabel()
        self._icon.setFixedSize(ICON, ICON)
        self.words = ElidedLabel()
        self.reason = PlainLabel()
        self.retry = Button(theme, role="line")
        self.retry.setShortcut(RETRY_KEY)
        self.give_up = Button(theme, role="line")
        self.give_up.setIconSize(QSize(18, 18))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._build()
        theme.changed.connect(self.restyle)
        self.restyle()
        self.hide()

    def _build(self) -> None:
        self.reason.setWordWrap(True)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._icon)
        row.addWidget(self.words, 1)
        row.addWidget(self.give_up)
        self._more = QWidget()
        more = QVBoxLayout(self._more)
        more.setContentsMargins(ICON + 12, 0, 8, 6)
        more.setSpacing(10)
        more.addWidget(self.reason)
        more.addWidget(self.retry, 0, Qt.AlignmentFlag.AlignLeft)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 8, 8, 8)
        box.setSpacing(0)
        box.addLayout(row)
        box.addWidget(self._more)
        for button in (self.retry, self.give_up):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def follow(self, queue: BadgeQueue) -> None:
        """Show how a queue stands, from now on."""
        self._queue = queue
        queue.changed.connect(self._changed)
        self.retry.clicked.connect(queue.retry)
        self.give_up.clicked.connect(queue.forget)
        self.retranslate()

    def _changed(self, job: BadgeJob) -> None:
        if job.asked and job.state is State.PRINTED:
            self._told = job.name
            self._fade.start()
        self.retranslate()

    def _faded(self) -> None:
        self._told = ""
        self.retranslate()

    def retranslate(self) -> None:
        """Say how the queue stands in the language in force."""
        t = self._t
        failed = self._queue.failed if self._queue is not None else []
        waiting = self._queue.waiting if self._queue is not None else 0
        self.retry.retitle(t("Try again"), t("Print what failed, and then the rest ({key})", key=RETRY_KEY))
        self.retry.setShortcut(RETRY_KEY)
        self.give_up.retitle("", t("Do not print what failed"))
        if len(failed) == 1:
            said = t("Badge not printed: {name}", name=failed[0].name)
        elif failed:
            said = t.plural("{count} badge was not printed", "{count} badges were not printed", len(failed))
        else:
            said = t.plural("{count} badge in the queue", "{count} badges in the queue", waiting)
        if self._told and not failed and not waiting:
            said = self._where(self._told)
        behind = t.plural("{count} waits behind it.", "{count} wait behind it.", waiting) if failed and waiting else ""
        why = trouble(failed[-1].reason, t) if failed and failed[-1].reason is not None else ""
        reason = " ".join(part for part in (why, behind) if part)
        self._say(said, reason, amber=bool(failed), there=bool(failed or waiting or self._told))

    def _where(self, name: str) -> str:
        """Whose badge was printed, and where to."""
        choice = self._queue.choice if self._queue is not None else PrintChoice()
        place = choice.printer or choice.folder or str(usual_folder())
        return self._t("Badge of {name}: {place}", name=name, place=place)

    def _say(self, said: str, reason: str, *, amber: bool, there: bool) -> None:
        changed = there == self.isHidden() or amber != self.amber
        self.amber = amber
        self.words.setText(said)
        self.reason.setText(reason)
        self._more.setVisible(amber)
        self.give_up.setVisible(amber)
        self.setAccessibleName(f"{said}. {reason}" if reason else said)
        self.setVisible(there)
        self.restyle()
        if changed:
            self.shown.emit()

    def restyle(self) -> None:
        """Follow the theme."""
        palette = self._theme.palette
        front = palette.on_wait if self.amber else palette.quiet
        weight = 600 if self.amber else 500
        self.words.setMinimumHeight(24)
        self.words.setStyleSheet(f"font-size: 13px; font-weight: {weight}; color: {front};")
        self.reason.setStyleSheet(f"font-size: 13px; color: {front};")
        self.setStyleSheet(f"""
            QPushButton {{ background: transparent; color: {front}; border: 2px solid {front}; border-radius: 10px;
                padding: 5px 12px; min-height: 20px; font-size: 13px; font-weight: 600; }}
            QPushButton:hover {{ background: rgba(30, 27, 24, 26); }}
            QPushButton:pressed {{ background: rgba(30, 27, 24, 52); }}
            QPushButton:focus {{ background: #FFFFFF; }}
        """)
        self.give_up.setStyleSheet(f"""
            QPushButton {{ border-color: transparent; padding: 3px; min-height: 18px; }}
            QPushButton:focus {{ border-color: {front}; }}
        """)
        name = "bold/exclamation" if self.amber else "print"
        self._icon.setPixmap(self._theme.pixmap(name, ICON, front, self.devicePixelRatioF()))
        self.give_up.setIcon(self._theme.icon("close", front, 18))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground behind the words."""
        palette = self._theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.wait if self.amber else palette.surface))
        painter.drawRoundedRect(self.rect(), 16, 16)

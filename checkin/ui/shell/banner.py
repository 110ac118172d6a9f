"""A message at the foot of the page: says what happened, offers to take it back, and goes by itself unless it matters.

Never in the way of the keyboard: it takes no focus and stops no key.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from checkin.ui.shell.controls import Button
from checkin.ui.shell.labels import PlainLabel
from checkin.ui.shell.theme import Theme

LASTS = 6000
"""Milliseconds that a message which is no refusal stays."""


class Banner(QWidget):
    """One message, floating over the foot of ``host``."""

    def __init__(self, theme: Theme, host: QWidget) -> None:
        """Start hidden."""
        super().__init__(host)
        self._theme = theme
        self._host = host
        self._refusal = False
        self._act: Callable[[], None] | None = None
        self._label = PlainLabel(role="small")
        self._label.setWordWrap(False)
        self._label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._action = Button(theme, role="banner")
        self._action.clicked.connect(self._do)
        self._close = Button(theme, role="banner")
        self._close.clicked.connect(self.hide)
        for button in (self._action, self._close):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 6, 8, 6)
        row.setSpacing(8)
        row.addWidget(self._label, 1)
        row.addWidget(self._action)
        row.addWidget(self._close)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.timeout.connect(self.hide)
        host.installEventFilter(self)
        theme.changed.connect(self._dress)
        self.hide()

    @property
    def text(self) -> str:
        """What it says, or "" while it says nothing."""
        return self._label.text() if self.isVisibleTo(self._host) else ""

    def notice(self, text: str, action: str = "", act: Callable[[], None] | None = None, *, close: str = "") -> None:
        """Say something that needs no answer; it goes by itself."""
        self._say(text, action, act, close, refusal=False)
        self._clock.start(LASTS)

    def refuse(self, text: str, *, close: str = "") -> None:
        """Say that something could not be done; it stays until it is read."""
        self._clock.stop()
        self._say(text, "", None, close, refusal=True)

    def _say(self, text: str, action: str, act: Callable[[], None] | None, close: str, *, refusal: bool) -> None:
        self._refusal = refusal
        self._act = act
        self._label.setText(text)
        self._action.retitle(action)
        self._action.setVisible(bool(action))
        self._close.retitle("", close)
        self._dress()
        self.show()
        self._place()
        self.raise_()

    def _do(self) -> None:
        self.hide()
        if self._act is not None:
            self._act()

    def _colours(self) -> tuple[str, str]:
        palette = self._theme.palette
        if self._refusal:
            return palette.stop, palette.on_stop
        return (palette.ink, palette.paper) if not palette.dark else ("#3A362F", palette.ink)

    def _dress(self) -> None:
        front = self._colours()[1]
        self.setStyleSheet(f"""
            QLabel {{ color: {front}; font-weight: 500; }}
            QPushButton {{ background: transparent; color: {front}; border: 2px solid transparent; border-radius: 10px;
                padding: 6px 12px; min-height: 20px; }}
            QPushButton:hover {{ background: rgba(255, 255, 255, 40); }}
            QPushButton:focus {{ border-color: {front}; }}
        """)
        self._close.setIcon(self._theme.icon("close", front, 18))
        self.update()

    def _place(self) -> None:
        host = self._host
        room = host.width() - 48
        self._label.setWordWrap(False)
        wide = self.sizeHint().width()
        if wide > room:
            self._label.setWordWrap(True)
        width = min(room, wide)
        height = max(48, self.heightForWidth(width) if self.hasHeightForWidth() else self.sizeHint().height())
        self.setGeometry((host.width() - width) // 2, host.height() - height - 16, width, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep to the middle of the host's foot."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the pill behind the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._colours()[0]))
        painter.drawRoundedRect(self.rect(), 16, 16)

"""How long the round still takes: a clock that counts down and rings once, started by hand."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QTimer, Signal
from PySide6.QtWidgets import QSpinBox, QWidget

from checkin.ui.shell.beside import Beside
from checkin.ui.shell.controls import Button
from checkin.ui.shell.labels import PlainLabel
from checkin.ui.shell.theme import Theme
from checkin.words import Words

MINUTES = 25
LONGEST = 240


class RoundTimer(Button):
    """A button that shows what is left; a click opens how long.

    Signals:
        rang: The time is over.
    """

    rang = Signal()

    def __init__(self, theme: Theme, t: Words) -> None:
        """Stand still."""
        super().__init__(theme, "clock")
        self._t = t
        self._theme_ = theme
        self.minutes = MINUTES
        self._since = QElapsedTimer()
        self._tick = QTimer(self)
        self._tick.setInterval(250)
        self._tick.timeout.connect(self.show_time)
        self.clicked.connect(self.ask)
        self.show_time()

    @property
    def running(self) -> bool:
        """Whether it counts."""
        return self._tick.isActive()

    @property
    def left(self) -> int:
        """Seconds that are left; the whole time while it stands still."""
        whole = self.minutes * 60
        return whole if not self.running else max(0, whole - self._since.elapsed() // 1000)

    def start(self, minutes: int) -> None:
        """Count down from so many minutes."""
        self.minutes = minutes
        self._since.start()
        self._tick.start()
        self.show_time()

    def stop(self) -> None:
        """Stand still."""
        self._tick.stop()
        self.show_time()

    def show_time(self) -> None:
        """Show what is left, and ring when nothing is."""
        t, left = self._t, self.left
        if self.running and left == 0:
            self._tick.stop()
            self.rang.emit()
            left = 0
        clock = f"{left // 60}:{left % 60:02d}" if self.running else ""
        self.retitle(
            clock, t("Timer of the round (Ctrl+T)"), name=t("Timer of the round") + (f", {clock}" if clock else "")
        )

    def ask(self) -> None:
        """Open the panel that starts and stops it."""
        TimerPanel(self, self._theme_, self._t).open_below(self)


class TimerPanel(Beside):
    """How many minutes, and go."""

    def __init__(self, timer: RoundTimer, theme: Theme, t: Words) -> None:
        """Offer what was chosen last."""
        super().__init__(timer.window(), 260)
        self._timer = timer
        self.say(t("Timer of the round"), t("It rings once. Nobody is moved by it."))
        self.minutes = QSpinBox()
        self.minutes.setRange(1, LONGEST)
        self.minutes.setValue(timer.minutes)
        self.minutes.lineEdit().setTextMargins(10, 0, 0, 0)  # the stylesheet cannot say it to a spin box
        self.minutes.setSuffix(t(" min"))
        self.minutes.setAccessibleName(t("Minutes"))
        self.go = Button(theme, "clock", "primary")
        self.go.retitle(t("Start"), t("Count down (Enter)"))
        self.halt = Button(theme, "stop", "quiet")
        self.halt.retitle(t("Stop"), t("Stop counting"))
        self.halt.setVisible(timer.running)
        for part in (PlainLabel(t("Minutes"), "small"), self.minutes, self.go, self.halt):
            self.box.addWidget(part)
        self.go.setDefault(True)
        self.go.clicked.connect(self._start)
        self.halt.clicked.connect(self._stop)

    def showEvent(self, event: object) -> None:
        """The minutes can be typed at once."""
        super().showEvent(event)  # type: ignore[arg-type]
        _focus(self.minutes)

    def _start(self) -> None:
        self._timer.start(self.minutes.value())
        self.close()

    def _stop(self) -> None:
        self._timer.stop()
        self.close()


def _focus(spin: QWidget) -> None:
    spin.setFocus()
    if isinstance(spin, QSpinBox):
        spin.selectAll()

"""Typing a PIN: the field, the panel beside the rail that unlocks, and the one in which a PIN is chosen.

None is a dialog: a scan is taken while one is open. Whether a PIN is right is said by the desk; nothing here keeps one.
"""

from __future__ import annotations

from PySide6.QtCore import QRegularExpression, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QRegularExpressionValidator
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from checkin.desk.lock import LONGEST, SHORTEST, Verdict
from checkin.ui.shell.beside import Beside
from checkin.ui.shell.controls import Button
from checkin.ui.shell.labels import PlainLabel
from checkin.ui.shell.theme import Theme
from checkin.words import Words


class PinLine(QLineEdit):
    """A line that takes digits only and shows none of them."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setMaxLength(LONGEST)
        self.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9]*"), self))
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhDigitsOnly
            | Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)


class PinField(QWidget):
    """A line for the organizer's PIN with its button, and below it what is to be said of it.

    Signals:
        entered: A PIN was typed; carries it. ``answer`` says what came of it.
        left: Esc was pressed.
    """

    entered = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, t: Words, *, on_card: bool = False) -> None:
        """Make the field; ``on_card`` for the white look of what stands on a coloured card."""
        super().__init__()
        self._t = t
        self._wait = 0
        self._wrong = False
        self._on_card = on_card
        self.line = PinLine()
        self.enter = Button(theme, role="card" if on_card else "primary")
        self.told = PlainLabel(role="small")
        self.told.setWordWrap(True)
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self._count)
        self._build()
        self.retranslate()

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self.enter)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addLayout(row)
        box.addWidget(self.told)
        self.setFocusProxy(self.line)
        self.line.returnPressed.connect(self._enter)
        self.line.textEdited.connect(self._typed)
        self.enter.clicked.connect(self._enter)
        if self._on_card:
            self.dress("#1E1B18")

    def dress(self, front: str) -> None:
        """Take the colours of a card: a white line, and words in ``front``."""
        self.line.setStyleSheet(
            "QLineEdit { background: #FFFFFF; color: #1E1B18; border: 2px solid #FFFFFF; border-radius: 12px;"
            " padding: 0 14px; min-height: 44px; placeholder-text-color: #6B645C; }"
            " QLineEdit:focus { border: 2px solid #1E1B18; }"
            " QLineEdit:disabled { background: #E4DFD8; border-color: #E4DFD8; }"
        )
        self.told.setStyleSheet(f"color: {front}; font-weight: 500;")

    # --- what is typed, and what comes of it ---

    @property
    def waiting(self) -> int:
        """Seconds until another PIN may be tried."""
        return self._wait

    def answer(self, verdict: Verdict) -> None:
        """Say what came of the PIN: nothing for the right one, else that it is wrong and how long to wait."""
        self.line.clear()
        self.line.setFocus()
        self._wrong = not verdict.ok
        self.wait(verdict.wait_seconds)

    def wait(self, seconds: int) -> None:
        """Take no PIN for so long, and count the seconds down."""
        self._wait = seconds
        self.line.setEnabled(not seconds)
        self._second.start() if seconds else self._second.stop()
        self._say()

    def clear(self) -> None:
        """Forget what was typed and said; a wait goes on."""
        self.line.clear()
        self._wrong = False
        self._say()

    def _count(self) -> None:
        self.wait(max(0, self._wait - 1))
        if not self._wait:
            self._wrong = False
            self._say()
            self.line.setFocus()

    def _typed(self, _text: str) -> None:
        self._wrong = False
        self._say()

    def _enter(self) -> None:
        if self.enter.isEnabled():
            self.entered.emit(self.line.text())

    def _say(self) -> None:
        t = self._t
        self.enter.setEnabled(len(self.line.text()) >= SHORTEST and not self._wait)
        if self._wait:
            minutes, seconds = divmod(self._wait, 60)
            wait = f"{minutes}:{seconds:02}"
            told = t("Too many wrong PINs. Try again in {time}.", time=wait)
        else:
            told = t("That is not the PIN.") if self._wrong else ""
        self.told.setText(told)
        self.told.setVisible(bool(told))
        self.line.setAccessibleDescription(told)

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        t = self._t
        self.line.setPlaceholderText(t("Organizer's PIN"))
        self.line.setAccessibleName(t("Organizer's PIN"))
        self.enter.retitle(t("Enter"), t("Try this PIN (Enter)"))
        self._say()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        super().keyPressEvent(event)


class PinPrompt(Beside):
    """The panel that unlocks.

    Signals:
        entered: A PIN was typed; carries it.
        closed: It is gone.
    """

    entered = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget, theme: Theme, t: Words, wait_seconds: int = 0) -> None:
        """Ask; ``wait_seconds`` is what is left of an earlier wait."""
        super().__init__(parent)
        self.field = PinField(theme, t)
        self.say(t("Locked"), t("The organizer's PIN opens the other pages. The scanner is heard all the while."))
        self.box.addWidget(self.field)
        self.field.entered.connect(self.entered)
        self.field.left.connect(self.close)
        self.field.wait(wait_seconds)

    def open_beside(self, anchor: QWidget) -> None:
        """Show it, ready to type."""
        super().open_beside(anchor)
        self.field.line.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave nothing behind of what was typed."""
        self.field.clear()
        super().hideEvent(event)
        self.closed.emit()


class NewPinPrompt(Beside):
    """The panel in which the organizer chooses a PIN: typed twice, since nobody sees it.

    Signals:
        chosen: The PIN.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget, theme: Theme, t: Words) -> None:
        """Ask."""
        super().__init__(parent)
        self._t = t
        self.first, self.second = PinLine(), PinLine()
        self.told = PlainLabel(role="quiet")
        self.told.setWordWrap(True)
        self.keep = Button(theme, role="primary")
        self.say(
            t("Choose a PIN for this event"),
            t("While it is locked, this screen shows the door alone. The PIN opens the rest, here and at every door."),
        )
        for line, word in ((self.first, t("New PIN")), (self.second, t("The same once more"))):
            line.setPlaceholderText(word)
            line.setAccessibleName(word)
            line.textEdited.connect(self._look)
            self.box.addWidget(line)
        self.box.addWidget(self.told)
        self.box.addSpacing(4)
        self.keep.retitle(t("Keep and lock"), t("Keep this PIN and lock the screen (Enter)"))
        self.box.addWidget(self.keep)
        self.first.returnPressed.connect(self.second.setFocus)
        self.second.returnPressed.connect(self._keep)
        self.keep.clicked.connect(self._keep)
        self._look()

    def open_beside(self, anchor: QWidget) -> None:
        """Show it, ready to type."""
        super().open_beside(anchor)
        self.first.setFocus()

    def _look(self) -> None:
        """Say what is still missing."""
        t, first, second = self._t, self.first.text(), self.second.text()
        self.keep.setEnabled(len(first) >= SHORTEST and first == second)
        if second and not first.startswith(second):
            self.told.setText(t("The two differ."))
        elif len(first) < SHORTEST:
            self.told.setText(t.plural("At least {count} digit.", "At least {count} digits.", SHORTEST))
        else:
            self.told.setText(t("Write it down: the program cannot tell it to anybody."))

    def _keep(self) -> None:
        if self.keep.isEnabled():
            pin = self.first.text()
            self.close()
            self.chosen.emit(pin)

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave nothing behind of what was typed."""
        self.first.clear()
        self.second.clear()
        super().hideEvent(event)

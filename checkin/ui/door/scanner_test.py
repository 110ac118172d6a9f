"""Test your scanner: a code on the screen, and what its reading says about the scanner's settings, in words.

Checks nobody in and writes nothing. While it is open, keys of its window belong to it; Esc closes it.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QHideEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from checkin.paper.qr import QUIET, encode
from checkin.ui.door.keystrokes import Keystrokes
from checkin.ui.door.scanner_advice import Advice, Verdict, advise, headline, verdict
from checkin.ui.door.scanner_check import TEST_CODE, Diagnosis, End, diagnose
from checkin.ui.shell.controls import Button
from checkin.ui.shell.labels import ElidedLabel, PlainLabel
from checkin.ui.shell.theme import Theme
from checkin.words import Words

MOST = 3
"""Faults that are told at once; the next ones show when these are mended."""

DISC, CODE, WIDEST = 56, 407, 1040
"""Pixels across the icon's field and the code, and those that the page does not outgrow on a large screen."""


class CodeView(QWidget):
    """A QR code in black on white, in the dark theme too: scanners want it so. Every module is whole pixels."""

    def __init__(self, text: str) -> None:
        """Show the code that says ``text``.

        Raises:
            ValueError: No QR code can hold it.
        """
        super().__init__()
        code = encode(text)
        if code is None:
            raise ValueError(text)
        self._code = code
        width = -(-code.modules // 8) * 2
        rows = (code.rows[at : at + width] for at in range(0, len(code.rows), width))
        self._rows = tuple(f"{int(row, 16):0{4 * width}b}" for row in rows)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Large enough for a scanner at arm's length, and for one close by."""
        return QSize(CODE, CODE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the field with its quiet zone, then the modules in device pixels."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        ratio = self.devicePixelRatioF()
        module = int(min(self.width(), self.height()) * ratio / self._code.across)
        side = module * self._code.across
        left, top = round((self.width() * ratio - side) / 2), round((self.height() * ratio - side) / 2)
        painter.scale(1 / ratio, 1 / ratio)
        painter.setBrush(QColor("#FFFFFF"))
        painter.drawRoundedRect(QRect(left, top, side, side), 16 * ratio, 16 * ratio)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        for number, row in enumerate(self._rows):
            for place, dark in enumerate(row[: self._code.modules]):
                if dark == "1":
                    at = (left + (place + QUIET) * module, top + (number + QUIET) * module)
                    painter.fillRect(*at, module, module, QColor("#000000"))


class ScannerTest(QWidget):
    """The test, for the card's place on the door page or for a window of its own.

    Signals:
        closed: It has been left.
    """

    closed = Signal()

    def __init__(self, theme: Theme, t: Words, parent: QWidget | None = None) -> None:
        """Show the code and wait for it."""
        super().__init__(parent)
        self._theme = theme
        self._t = t
        self.diagnosis: Diagnosis | None = None
        self._received, self._end = "", End.NONE
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(960, 660)
        self.keystrokes = Keystrokes(self)
        self.keystrokes.heard.connect(self._heard)
        self._title = PlainLabel(role="title")
        self.close_button = Button(theme, "close", "ghost", scale="icon")
        self.close_button.clicked.connect(self.close)
        self.code = CodeView(TEST_CODE)
        self._caption = PlainLabel(role="quiet")
        self._disc = QLabel()
        self._headline = PlainLabel(role="heading")
        self._findings = [(PlainLabel(role="strong"), PlainLabel()) for _ in range(MOST)]
        self._facts = ElidedLabel(role="quiet")
        self._read = ElidedLabel(role="quiet")
        self._build()
        theme.changed.connect(self.restyle)
        self.retranslate()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.close_button)
        self._caption.setWordWrap(True)
        left = QVBoxLayout()
        left.setSpacing(16)
        left.addWidget(self.code)
        left.addWidget(self._caption)
        left.addStretch(1)
        columns = QHBoxLayout()
        columns.setSpacing(32)
        columns.addLayout(left)
        columns.addWidget(self._answer(), 1)
        page = QWidget()
        page.setMaximumSize(WIDEST, 640)
        inside = QVBoxLayout(page)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(24)
        inside.addLayout(head)
        inside.addLayout(columns, 1)
        box = QHBoxLayout(self)
        box.setContentsMargins(32, 24, 32, 32)
        box.addWidget(page)

    def _answer(self) -> QFrame:
        frame = QFrame()
        frame.setProperty("role", "surface")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(32, 32, 32, 32)
        inside.setSpacing(0)
        self._disc.setFixedSize(DISC, DISC)
        self._headline.setWordWrap(True)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._disc)
        row.addWidget(self._headline, 1)
        inside.addLayout(row)
        inside.addSpacing(8)
        for heading, line in self._findings:
            heading.setWordWrap(True)
            line.setWordWrap(True)
            heading.setContentsMargins(0, 16, 0, 0)
            line.setContentsMargins(0, 4, 0, 0)
            inside.addWidget(heading)
            inside.addWidget(line)
        inside.addStretch(1)
        inside.addSpacing(16)
        inside.addWidget(self._read)
        inside.addSpacing(4)
        inside.addWidget(self._facts)
        return frame

    # --- what a page is asked ---

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        t = self._t
        self.setWindowTitle(t("Test your scanner"))
        self._title.setText(t("Test your scanner"))
        self.close_button.retitle("", t("Close (Esc)"), name=t("Close"))
        self._caption.setText(t("Nobody is checked in by it. Turn the screen's brightness up."))
        self.code.setAccessibleName(t("The test code"))
        self._show()

    def restyle(self) -> None:
        """Follow the theme."""
        self.close_button.restyle()
        self._show()

    # --- what is read ---

    def _heard(self, received: str, gaps: Sequence[int], end: End) -> None:
        self.diagnosis = diagnose(received, gaps, end)
        self._received, self._end = received, end
        self._show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _show(self) -> None:
        found, t = self.diagnosis, self._t
        title = t("Scan this code") if found is None else headline(found, t)
        advice = (self._invitation(),) if found is None else advise(found, t)[:MOST]
        self._headline.setText(title)
        for number, (heading, line) in enumerate(self._findings):
            shown = advice[number] if number < len(advice) else Advice("", "")
            for label, text in ((heading, shown.heading), (line, shown.line)):
                label.setText(text)
                label.setVisible(bool(text))
        self._read.setText(t("Read: {text}", text=self._received) if found is not None else "")
        self._facts.setText(self._pace(found) if found is not None else "")
        self._draw_disc(found)
        told = [title, *(part for each in advice for part in (each.heading, each.line) if part)]
        self.setAccessibleName(self.windowTitle())
        self.setAccessibleDescription(". ".join(told))

    def _invitation(self) -> Advice:
        t = self._t
        line = t("What the scanner types tells how it is set, and what to change if anything is wrong.")
        return Advice("" if self.isActiveWindow() else t("Click into this window first"), line)

    def _pace(self, found: Diagnosis) -> str:
        ends = {End.ENTER: self._t("Enter"), End.TAB: self._t("Tab"), End.NONE: self._t("nothing")}
        return self._t(
            "{pace} ms a key, longest pause {longest} ms, ended by: {end}",
            pace=found.pace,
            longest=found.longest,
            end=ends[self._end],
        )

    def _draw_disc(self, found: Diagnosis | None) -> None:
        palette = self._theme.palette
        icon, glyph, ground = "scanner", palette.accent, palette.accent_wash
        if found is not None:
            icon, glyph, ground = {
                Verdict.GOOD: ("bold/check", palette.on_welcome, palette.welcome),
                Verdict.WORKS: ("bold/check", palette.on_welcome, palette.welcome),
                Verdict.WRONG: ("bold/exclamation", palette.on_wait, palette.wait),
            }[verdict(found)]
        ratio = self.devicePixelRatioF()
        disc = self._theme.pixmap(icon, DISC, ground, ratio)
        disc.fill(Qt.GlobalColor.transparent)
        painter = QPainter(disc)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawEllipse(0, 0, DISC, DISC)
        size = DISC * 5 // 8
        painter.drawPixmap((DISC - size) // 2, (DISC - size) // 2, self._theme.pixmap(icon, size, glyph, ratio))
        painter.end()
        self._disc.setPixmap(disc)

    # --- coming and going ---

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to listen, in the language of this moment."""
        super().showEvent(event)
        self.retranslate()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            self.keystrokes.listen(app)
        self.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        """Hear no more, and begin anew next time."""
        super().hideEvent(event)
        self.keystrokes.stop()
        self.diagnosis = None
        self._received = ""
        self._show()
        self.closed.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Say whether the keyboard is heard."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange:
            self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the test."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

"""The last arrivals: the newest on top, each with a button that takes it back.

As many rows as there is room for, made once and filled again, so that a rush of arrivals costs nothing. While a mouse
moves over the rows they stand still, so that nobody takes back the guest who slid under the pointer.
"""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from checkin.model import GuestId
from checkin.ui.door.people import ROW, Person, paint
from checkin.ui.shell.controls import Button
from checkin.ui.shell.theme import Theme
from checkin.words import Words

INSET = 20
STILL = 3000
"""Milliseconds after the mouse has last moved over the rows in which they stand still."""


class ArrivalRow(QWidget):
    """One arrival.

    Signals:
        taken_back: Its button was pressed; carries the guest's id.
        touched: The mouse has moved over it.
    """

    taken_back = Signal(object)
    touched = Signal()

    def __init__(self, theme: Theme, t: Words, parent: QWidget) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._theme = theme
        self._t = t
        self.person: Person | None = None
        self.first = False
        self.setMouseTracking(True)
        self.undo = Button(theme, "undo", "ghost", scale="icon")
        self.undo.setParent(self)
        self.undo.clicked.connect(self._pressed)
        self.undo.hide()

    def show_person(self, person: Person | None, *, first: bool) -> None:
        """Show somebody else, or the same with another table."""
        if person == self.person and first == self.first:
            return
        self.person, self.first = person, first
        self.undo.setVisible(person is not None and person.here)
        if person is not None:
            tip = self._t("Take the arrival of {name} back", name=person.name)
            self.undo.retitle("", escape(tip), name=tip)
            self.setAccessibleName(person.spoken)
            self.setToolTip(escape(person.spoken))
        self.update()

    def restyle(self) -> None:
        """Follow the theme."""
        self.undo.restyle()
        self.update()

    def _pressed(self) -> None:
        if self.person is not None:
            self.taken_back.emit(self.person.guest_id)

    def enterEvent(self, event: QEnterEvent) -> None:
        """The mouse is here."""
        super().enterEvent(event)
        self.touched.emit()

    def event(self, event: QEvent) -> bool:
        """The mouse moves here."""
        if event.type() is QEvent.Type.MouseMove:
            self.touched.emit()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the button at the end."""
        super().resizeEvent(event)
        size = self.undo.sizeHint()
        self.undo.setGeometry(
            self.width() - size.width() + 11, (self.height() - size.height()) // 2, size.width(), size.height()
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the row, and a line over it unless it is the first."""
        if self.person is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint(painter, QRectF(self.rect()), self.person, self._theme.palette, timed=True)
        if not self.first:
            painter.setPen(QColor(self._theme.palette.line))
            painter.drawLine(0, 0, self.width(), 0)


class ArrivalsList(QFrame):
    """The rows.

    Signals:
        taken_back: An arrival is to be taken back; carries the guest's id.
        wanted: There is room for another number of rows, or they may move again; ``fill`` is due.
    """

    taken_back = Signal(object)
    wanted = Signal()

    def __init__(self, theme: Theme, t: Words) -> None:
        """Begin empty."""
        super().__init__()
        self.setProperty("role", "surface")
        self._theme = theme
        self._t = t
        self.rows: list[ArrivalRow] = []
        self._still = QTimer(self, singleShot=True, interval=STILL)
        self._still.timeout.connect(self.wanted)
        self.setMinimumHeight(ROW + 16)

    @property
    def room(self) -> int:
        """How many rows fit."""
        return max(1, (self.height() - 16) // ROW)

    @property
    def still(self) -> bool:
        """Whether the rows are to stay where they are."""
        return self._still.isActive() and self.isVisible()

    @property
    def shown(self) -> list[GuestId]:
        """Who is shown, from the top."""
        return [row.person.guest_id for row in self.rows if row.person is not None]

    def fill(self, people: list[Person]) -> None:
        """Show ``people``, newest first."""
        for at, row in enumerate(self.rows):
            row.show_person(people[at] if at < len(people) else None, first=at == 0)

    def restyle(self) -> None:
        """Follow the theme."""
        for row in self.rows:
            row.restyle()

    def leaveEvent(self, event: QEvent) -> None:
        """The mouse is gone: the rows may move."""
        super().leaveEvent(event)
        if self._still.isActive():
            self._still.stop()
            self.wanted.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make or drop rows."""
        super().resizeEvent(event)
        before = len(self.rows)
        while len(self.rows) > self.room:
            gone = self.rows.pop()
            gone.hide()
            gone.deleteLater()
        while len(self.rows) < self.room:
            row = ArrivalRow(self._theme, self._t, self)
            row.taken_back.connect(self.taken_back)
            row.touched.connect(self._still.start)
            row.show()
            self.rows.append(row)
        for at, row in enumerate(self.rows):
            top, bottom = (8 + (self.height() - 16) * place // len(self.rows) for place in (at, at + 1))
            row.setGeometry(INSET, top, self.width() - 2 * INSET, bottom - top)
        if len(self.rows) != before:
            self.wanted.emit()

    def focus_first(self) -> None:
        """Put the keyboard on the newest arrival's button."""
        if self.rows:
            self.rows[0].undo.setFocus(Qt.FocusReason.ShortcutFocusReason)

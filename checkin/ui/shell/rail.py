"""The slim rail on the left: the pages on top, and at its foot the event, the language, the theme and the station."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QVBoxLayout

from checkin.ui.shell.controls import Button
from checkin.ui.shell.theme import Theme, font
from checkin.words import Words

WIDTH = 96


class RailButton(QAbstractButton):
    """An icon above a word; the chosen one stands on a wash of the accent."""

    def __init__(self, theme: Theme, icon: str) -> None:
        """Show ``icon``; ``setText`` gives the word."""
        super().__init__()
        self._theme = theme
        self._icon_name = icon
        self.setCheckable(True)
        self.setFixedSize(WIDTH - 16, 64)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.changed.connect(self.update)

    def retitle(self, text: str, tip: str) -> None:
        """Give the button its word and the key that does the same."""
        self.setText(text)
        self.setToolTip(tip)
        self.setAccessibleName(text)

    def choose_icon(self, icon: str) -> None:
        """Show another icon."""
        self._icon_name = icon
        self.update()

    def nextCheckState(self) -> None:
        """A click asks for the page; that it is shown marks the button."""

    def sizeHint(self) -> QSize:
        """As wide as the rail allows, or as the word would need."""
        return QSize(max(WIDTH - 16, QFontMetrics(font(13, 600)).horizontalAdvance(self.text()) + 4), 64)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint wash, icon, word and focus ring."""
        palette = self._theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self.rect().adjusted(1, 1, -1, -1)
        painter.setPen(QPen(QColor(palette.accent), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        wash = palette.accent_wash if self.isChecked() else palette.sunken if self.underMouse() else palette.surface
        painter.setBrush(QColor(wash))
        painter.drawRoundedRect(box, 14, 14)
        colour = palette.accent if self.isChecked() else palette.ink if self.underMouse() else palette.quiet
        pixmap = self._theme.pixmap(self._icon_name, 24, colour, self.devicePixelRatioF())
        painter.drawPixmap((self.width() - 24) // 2, 9, pixmap)
        painter.setFont(font(13, 600))
        painter.setPen(QColor(colour))
        word = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width() - 4)
        painter.drawText(QRect(0, 37, self.width(), 20), Qt.AlignmentFlag.AlignCenter, word)


class Rail(QFrame):
    """The rail.

    Signals:
        page_chosen: A page's key.
        event_chosen: The list of events is asked for.
        language_chosen: The other language is asked for.
        theme_chosen: The other theme is asked for.
        station_chosen: Another name for this station is asked for.
        undo_chosen: The last change is to be taken back.
        redo_chosen: It is to be made again.
        lock_chosen: The screen is to be locked to the door, or unlocked.
    """

    page_chosen = Signal(str)
    event_chosen = Signal()
    language_chosen = Signal()
    theme_chosen = Signal()
    station_chosen = Signal()
    undo_chosen = Signal()
    redo_chosen = Signal()
    lock_chosen = Signal()

    def __init__(self, theme: Theme, pages: Sequence[tuple[str, str]]) -> None:
        """Offer ``pages``, each a key and an icon."""
        super().__init__()
        self.setProperty("role", "rail")
        self.setFixedWidth(WIDTH)
        self._theme = theme
        self._locked = False
        self.pages: dict[str, RailButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 24, 8, 16)
        column.setSpacing(12)
        for key, icon in pages:
            button = RailButton(theme, icon)
            button.clicked.connect(lambda _checked=False, key=key: self.page_chosen.emit(key))
            self.pages[key] = button
            column.addWidget(button)
        column.addStretch()
        self.occasion = RailButton(theme, "calendar")
        self.occasion.clicked.connect(self.event_chosen)
        column.addWidget(self.occasion)
        self.lock = RailButton(theme, "lock")
        self.lock.clicked.connect(self.lock_chosen)
        column.addWidget(self.lock)
        column.addLayout(self._foot())

    def _foot(self) -> QVBoxLayout:
        self.undo = Button(self._theme, "undo", "ghost", scale="icon")
        self.undo.clicked.connect(self.undo_chosen)
        self.redo = Button(self._theme, "redo", "ghost", scale="icon")
        self.redo.clicked.connect(self.redo_chosen)
        self.language = Button(self._theme, role="ghost", scale="icon")
        self.language.clicked.connect(self.language_chosen)
        self.dark = Button(self._theme, "moon", "ghost", scale="icon")
        self.dark.clicked.connect(self.theme_chosen)
        self.station = Button(self._theme, role="ghost", scale="rail")
        self.station.setFixedWidth(WIDTH - 16)
        self.station.clicked.connect(self.station_chosen)
        foot = QVBoxLayout()
        foot.setSpacing(0)
        for pair in ((self.undo, self.redo), (self.language, self.dark)):
            row = QHBoxLayout()
            row.setSpacing(0)
            for button in pair:
                button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
                row.addWidget(button)
            foot.addLayout(row)
        self.station.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        foot.addWidget(self.station)
        return foot

    def select(self, key: str) -> None:
        """Mark the page that is shown; any other key marks the event."""
        chosen = self.pages.get(key, self.occasion)
        for button in (*self.pages.values(), self.occasion):
            button.setChecked(button is chosen)

    def offer_pages(self, *, offered: bool) -> None:
        """Show the pages, or hide them while no event is open."""
        for button in (*self.pages.values(), self.undo, self.redo):
            button.setVisible(offered)

    def show_locked(self, *, locked: bool, known: bool) -> None:
        """While locked, offer the door and the lock alone; ``known`` says whether an event is open."""
        self._locked = locked
        self.lock.choose_icon("unlock" if locked else "lock")
        self.lock.setVisible(known)
        for key, button in self.pages.items():
            button.setVisible(known and (key == "door" or not locked))
        for part in (self.occasion, self.undo, self.redo):
            part.setVisible((known or part is self.occasion) and not locked)

    def offer_history(self, t: Words, undo: str, redo: str) -> None:
        """Say what undo and redo would do; "" for nothing."""
        for button, what, word, keys in (
            (self.undo, undo, t("Undo"), "Ctrl+Z"),
            (self.redo, redo, t("Redo"), "Ctrl+Shift+Z"),
        ):
            button.setEnabled(bool(what))
            button.retitle("", escape(f"{word}: {what} ({keys})" if what else f"{word} ({keys})"), name=word)

    def restyle(self) -> None:
        """Follow the theme."""
        for button in (self.undo, self.redo, self.dark):
            button.restyle()

    def retitle(self, titles: dict[str, str], t: Words, event: str, station: str) -> None:
        """Say everything in the language in force."""
        for place, (key, button) in enumerate(self.pages.items(), start=1):
            button.retitle(titles[key], f"{titles[key]} (Ctrl+{place})")
        self.occasion.retitle(t("Event"), t("Change event (Ctrl+E)") if not event else escape(f"{event} (Ctrl+E)"))
        self.lock.retitle(
            t("Unlock") if self._locked else t("Lock"),
            t("Ask for the organizer's PIN")
            if self._locked
            else t("Leave the door alone on this screen, behind a PIN"),
        )
        other = "en" if t.language == "es" else "es"
        self.language.retitle(
            t.language.upper(),
            t("Switch to English") if other == "en" else t("Switch to Spanish"),
            name=t("Language"),
        )
        dark = self._theme.palette.dark
        self.dark.choose_icon("sun" if dark else "moon")
        self.dark.retitle("", t("Light theme") if dark else t("Dark theme"))
        shown = self.station.fontMetrics().elidedText(station, Qt.TextElideMode.ElideRight, WIDTH - 24)
        self.station.retitle(shown, escape(t("This station is called {station}. Click to rename it.", station=station)))

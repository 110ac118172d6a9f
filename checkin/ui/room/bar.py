"""The second line over the room: rounds, what changes many places at once, colours, luck, the timer."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from checkin.book import Book
from checkin.colouring import By
from checkin.ui.room.staging import Staging
from checkin.ui.room.tabs import RoundTabs
from checkin.ui.room.timer import RoundTimer
from checkin.ui.shell.controls import Button, menu
from checkin.ui.shell.theme import Theme
from checkin.words import Words

NARROW = 900
"""Below this width, in pixels, buttons show their icon alone."""


class RoomBar(QWidget):
    """Tabs and buttons.

    Signals:
        next_asked, shuffle_asked, fill_asked, seat_asked, luck_asked, callout_asked, arrange_asked: The buttons.
        coloured: Discs are to tell something else; carries a ``By``.
    """

    next_asked = Signal()
    shuffle_asked = Signal()
    fill_asked = Signal()
    seat_asked = Signal()
    luck_asked = Signal()
    callout_asked = Signal()
    arrange_asked = Signal()
    coloured = Signal(object)

    def __init__(self, staging: Staging, theme: Theme, t: Words) -> None:
        """Lay the line out."""
        super().__init__()
        self._staging = staging
        self._t = t
        self._book: Book | None = None
        self.tabs = RoundTabs(t)
        self.next = Button(theme, "arrow-right")
        self.mend = Button(theme, "shuffle")
        self.arrange = Button(theme, "arrange")
        self.arrange.setCheckable(True)
        self.colours = Button(theme, "colours")
        self.luck = Button(theme, "insights")
        self.callout = Button(theme, "megaphone")
        self.timer = RoundTimer(theme, t)
        line = QHBoxLayout(self)
        line.setContentsMargins(8, 0, 0, 0)
        line.setSpacing(8)
        for part in (self.tabs, self.next, self.callout, self.timer):
            line.addWidget(part)
        line.addStretch(1)
        for part in (self.mend, self.colours, self.luck, self.arrange):
            line.addWidget(part)
        self.tabs.chosen.connect(staging.look_at)
        self.next.clicked.connect(self.next_asked)
        self.luck.clicked.connect(self.luck_asked)
        self.callout.clicked.connect(self.callout_asked)
        self.arrange.clicked.connect(self.arrange_asked)
        self.mend.clicked.connect(self.open_arranging)
        self.colours.clicked.connect(self.open_colours)

    @property
    def buttons(self) -> tuple[Button, ...]:
        """What can be pressed, from left to right, the tabs apart."""
        return (self.next, self.callout, self.timer, self.mend, self.colours, self.luck, self.arrange)

    def restyle(self) -> None:
        """Draw the icons in the theme's colours."""
        for button in self.buttons:
            button.restyle()

    def show_book(self, book: Book | None) -> None:
        """Offer what there is to do with a book."""
        self._book = book
        staging = self._staging
        self.tabs.show_rounds(staging.rounds, staging.now, staging.round if staging.preview is None else staging.now)
        for button in self.buttons:
            button.setEnabled(book is not None and bool(book.tables) and not self.arrange.isChecked())
        self.arrange.setEnabled(book is not None)
        self.tabs.setEnabled(not self.arrange.isChecked())
        self.callout.setVisible(staging.rounds > 1)
        self._retitle()

    def open_arranging(self) -> None:
        """Offer shuffle, fill and seat."""
        t, made = self._t, menu(self)
        for word, key, asked in (
            (t("Shuffle this round …"), "Ctrl+Shift+S", self.shuffle_asked),
            (t("Fill tables below the minimum …"), "Ctrl+Shift+F", self.fill_asked),
            (t("Seat who waits …"), "Ctrl+Shift+A", self.seat_asked),
        ):
            made.addAction(f"{word}\t{key}").triggered.connect(asked)
        made.popup(self.mend.mapToGlobal(self.mend.rect().bottomLeft()))

    def open_colours(self) -> None:
        """Offer what colours can tell."""
        made = menu(self)
        group = QActionGroup(made)
        for by, word in colour_words(self._t).items():
            action = made.addAction(word)
            action.setCheckable(True)
            action.setChecked(by is self._staging.colours.by)
            action.triggered.connect(lambda _checked=False, by=by: self.coloured.emit(by))
            group.addAction(action)
        made.popup(self.colours.mapToGlobal(self.colours.rect().bottomLeft()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out words where there is no room for them."""
        super().resizeEvent(event)
        self._retitle()

    def _retitle(self) -> None:
        t, wide = self._t, self.width() >= NARROW
        by = colour_words(t)[self._staging.colours.by]
        for button, word, tip in (
            (self.next, t("Next round"), t("Show what the next round would be, and begin it (Ctrl+N)")),
            (self.callout, t("Call out"), t("Who goes where, for the microphone (Ctrl+K)")),
            (self.mend, t("Shuffle and fill"), t("Shuffle, fill tables, seat who waits: always shown first")),
            (self.colours, t("Colour: {by}", by=by), t("What the colours tell (Ctrl+Shift+C)")),
            (self.arrange, t("Arrange"), t("Arrange the room: tables, landmarks, saved rooms (Ctrl+R)")),
            (self.luck, t("Luck"), t("How tables are drawn, rounds, and how good the room is (Ctrl+L)")),
        ):
            short = not wide and button is not self.next
            button.retitle("" if short else word, f"{word}\n{tip}" if short else tip, name=word)
        self.timer.show_time()


def colour_words(t: Words) -> dict[By, str]:
    """What colours can tell, in words."""
    return {
        By.SECTOR: t("sector"),
        By.COMPANY: t("company"),
        By.TICKET: t("ticket"),
        By.ARRIVAL: t("arrival"),
        By.WISHES: t("wishes met"),
    }


def legend(staging: Staging, t: Words) -> list[tuple[str, str]]:
    """Colours and words for the line under the room."""
    words = {
        "first": t("first quarter of an hour"), "second": t("second quarter of an hour"),
        "third": t("third quarter of an hour"), "later": t("later"), "all_met": t("all met"),
        "some_met": t("some met"), "none_met": t("none met yet"),
    } if staging.colours.by in (By.ARRIVAL, By.WISHES) else {}  # fmt: skip
    nobody = t("No wishes") if staging.colours.by is By.WISHES else t("Other or none")
    return [(staging.colours.of_key(key), words.get(key, key) or nobody) for key in staging.colours.keys]

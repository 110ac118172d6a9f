"""Which round the room shows, and whether it is one that is only thought of: a preview of what could be written.

The page's one answer to "what am I looking at"; holds no widget and writes nothing.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from checkin.book import Book
from checkin.colouring import By, Colouring, colouring
from checkin.rulebook import Rulebook
from checkin.rules import Rules
from checkin.ui.bridge import Bridge
from checkin.ui.room.picture import Shown
from checkin.ui.room.previews import Preview
from checkin.ui.room.signs import Signs, signs_of
from checkin.words import Words


class Staging(QObject):
    """What is shown.

    Signals:
        changed: Another round, other colours, or a preview began or ended: everything is to be drawn anew.
    """

    changed = Signal()

    def __init__(self, bridge: Bridge) -> None:
        """Show the round that is being seated, coloured by sector."""
        super().__init__()
        self._bridge = bridge
        self._round: int | None = None
        self.preview: Preview | None = None
        self.colours = Colouring()
        self.signs = Signs()
        self._rulebook = Rulebook()

    @property
    def book(self) -> Book | None:
        """The book that is shown: the preview's while there is one."""
        return self.preview.book if self.preview is not None else self._bridge.book

    @property
    def now(self) -> int:
        """The round that is being seated."""
        return 1 if self._bridge.book is None else self._bridge.book.round

    @property
    def round(self) -> int:
        """The round that is shown."""
        if self.preview is not None:
            return self.preview.round
        return self.now if self._round is None else self._round

    @property
    def rounds(self) -> int:
        """How many rounds there are to look at."""
        return 1 if self._bridge.book is None else self._bridge.book.rounds

    @property
    def open_to_hands(self) -> bool:
        """Whether people may be moved here: not in a round that is over, nor in one that is only thought of."""
        return self.preview is None and self.round >= self.now

    @property
    def shown(self) -> Shown | None:
        """What to draw, or None without an event."""
        book = self.book
        return None if book is None else Shown(book, self.round, self.colours, self.signs)

    @property
    def rules(self) -> Rules:
        """The rules of the book that is shown."""
        book = self.book
        return Rules() if book is None else self._rulebook.rules(book)

    def read_signs(self, t: Words) -> Signs:
        """What stands on people and tables of the round that is shown."""
        book = self.book
        return Signs() if book is None else signs_of(book, self.rules, self.round, t)

    def begin(self) -> None:
        """Another event is open, or none."""
        self._round, self.preview = None, None
        self.recolour()

    def look_at(self, round_: int) -> None:
        """Turn to a round; the one being seated is followed from then on."""
        wanted = None if round_ == self.now else round_
        if wanted != self._round or self.preview is not None:
            self._round, self.preview = wanted, None
            self.changed.emit()

    def think_of(self, preview: Preview | None) -> None:
        """Show what could be, or what is again."""
        if preview is not self.preview:
            self.preview = preview
            self.changed.emit()

    def settle(self) -> None:
        """A change was written: a round that is gone, or is being seated by now, is not looked at by number."""
        if self._round is not None and (self._round == self.now or self._round > self.rounds):
            self._round = None
            self.changed.emit()

    def recolour(self, by: By | None = None) -> None:
        """Colour by something else, or the same anew."""
        book = self._bridge.book
        kind = self.colours.by if by is None else by
        self.colours = colouring(kind, () if book is None else book.guests.values())
        self.changed.emit()

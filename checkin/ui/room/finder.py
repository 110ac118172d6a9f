"""Finding a person in the room: whom the search field names, and the next of them at Enter."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from checkin.model import GuestId
from checkin.ui.bridge import Bridge
from checkin.ui.room.marks import Marks
from checkin.ui.room.staging import Staging

MOST = 500


class Finder(QObject):
    """The search of the page.

    Signals:
        changed: Others are found, or nobody is searched for any more.
        reached: Enter: this one is to be shown; carries the guest's id.

    Attributes:
        found: Who answers, the best first; None while nobody searches.
    """

    changed = Signal()
    reached = Signal(object)

    def __init__(self, bridge: Bridge, staging: Staging, marks: Marks) -> None:
        """Search for nobody yet."""
        super().__init__()
        self._bridge, self._staging, self._marks = bridge, staging, marks
        self.found: tuple[GuestId, ...] | None = None

    def search(self, text: str) -> None:
        """Search for who answers to ``text``."""
        book = self._bridge.book
        hits = book.find(text, MOST) if book is not None and text.strip() else None
        self.found = None if hits is None else tuple(GuestId(hit.id) for hit in hits)
        self.changed.emit()

    def among(self, people: tuple[GuestId, ...]) -> tuple[GuestId, ...]:
        """Those of some people who are found; all of them while nobody searches."""
        found = self.found
        return people if found is None else tuple(filter(set(found).__contains__, people))

    def go_on(self) -> None:
        """Reach the next person found who has a seat, the best first."""
        book, round_ = self._staging.book, self._staging.round
        seated = [guest_id for guest_id in self.found or () if book and book.seat_of(guest_id, round_)]
        current = self._marks.people[0] if len(self._marks.people) == 1 else None
        if seated:
            after = seated.index(current) + 1 if current in seated else 0
            self.reached.emit(seated[after % len(seated)])

"""What the room's view says of what it shows, for tooltips, rows and screen readers, in the language in force.

Binds the sentences of ``speech`` to what is shown at this moment; knows no widget.
"""

from __future__ import annotations

from checkin import room_phrases
from checkin.landmarks import LandmarkKind
from checkin.model import GuestId, TableId
from checkin.ui.room import speech
from checkin.ui.room.marks import Marks
from checkin.ui.room.people import Line
from checkin.ui.room.scene import Spot
from checkin.ui.room.staging import Staging
from checkin.ui.room.walk import Stand
from checkin.words import Words


class Voice:
    """One page's sentences about its room."""

    def __init__(self, staging: Staging, marks: Marks, t: Words) -> None:
        """Speak of what ``staging`` shows, with what ``marks`` selects."""
        self._staging, self._marks, self._t = staging, marks, t

    def line(self, guest_id: GuestId) -> Line:
        """A person as a row of a list."""
        return speech.line(self._staging.shown, guest_id, self._t)

    def tip(self, spot: Spot) -> str:
        """The tooltip of a table or somebody there, as rich text."""
        movable = self._staging.open_to_hands
        return speech.about(self._staging.shown, spot.table, spot.guest, self._t, movable=movable)

    def stand(self, at: Stand | None) -> str:
        """Where the keyboard is, with whether that is selected; "" when it is nowhere."""
        return speech.stand(self._staging.shown, at, self._marks, self._t)

    def name(self, table: TableId, guest: GuestId | None = None) -> str:
        """A table, or somebody there, in one line; "" for what the book does not have."""
        shown = self._staging.shown
        if shown is None or table not in shown.book.tables:
            return ""
        if guest is None:
            return speech.table_name(shown, table, self._t)
        return speech.person_name(shown, guest, table, self._t) if guest in shown.book.guests else ""

    def about(self, table: TableId, guest: GuestId | None = None) -> str:
        """Who sits at a table, or with whom somebody sits and whom they want to meet."""
        shown = self._staging.shown
        if shown is None or table not in shown.book.tables:
            return ""
        if guest is None:
            return speech.about_table(shown, table, self._t)
        return speech.about_person(shown, guest, self._t) if guest in shown.book.guests else ""

    def landmark(self, kind: LandmarkKind) -> str:
        """What a landmark is called."""
        return room_phrases.landmark(kind, self._t)

"""What the page asks of the desk, and what the desk would say to it: one gesture, one call.

Every way to move somebody (a drag, a drop on a column, a key, a button) ends here, so that all of them mean the same.
"""

from __future__ import annotations

from collections.abc import Sequence

from checkin.model import GuestId, TableId
from checkin.ui.bridge import Bridge
from checkin.ui.room import verdict
from checkin.ui.room.picture import Mood
from checkin.ui.room.scene import Spot
from checkin.ui.room.verdict import Act, Verdict
from checkin.words import Words


class Errands:
    """The open event's desk, as the room knows it."""

    def __init__(self, bridge: Bridge, t: Words) -> None:
        """Speak to the desk behind ``bridge``."""
        self._bridge = bridge
        self._t = t

    def over(self, guests: Sequence[GuestId], spot: Spot) -> Verdict:
        """What letting people go over a table, or over somebody there, would do."""
        book = self._bridge.book
        if book is None:
            return Verdict(None, tuple(guests))
        if spot.guest is not None:
            return verdict.to_person(book, guests, spot.guest, self._t)
        return verdict.to_table(book, guests, spot.table, self._t)

    def back(self, guests: Sequence[GuestId]) -> Verdict:
        """What sending people back to "To seat" would do."""
        book = self._bridge.book
        return Verdict(None, tuple(guests)) if book is None else verdict.to_waiting(book, guests, self._t)

    def at_number(self, guests: Sequence[GuestId], number: int) -> Verdict:
        """What moving people to the table called ``number`` would do; there is always something to say."""
        book = self._bridge.book
        table = None if book is None else book.table_number(number)
        if book is None or table is None:
            sentence = self._t("There is no table {number}", number=number)
            return Verdict(None, tuple(guests), refused=True, sentence=sentence)
        said = verdict.to_table(book, guests, table.id, self._t)
        if said.act is None and not said.refused:
            return Verdict(None, said.guests, table.id, sentence=self._t("Already at table {number}", number=number))
        return said

    def answers(self, guests: Sequence[GuestId]) -> dict[TableId, Mood]:
        """How every table answers to carried people."""
        book = self._bridge.book
        moods: dict[TableId, Mood] = {}
        if book is not None and guests:
            for table_id in book.tables:
                said = verdict.to_table(book, guests, table_id, self._t)
                moods[table_id] = Mood.ACCEPTS if said.act else Mood.REFUSES if said.refused else Mood.PLAIN
        return moods

    def run(self, asked: Verdict) -> None:
        """Ask the desk; the picture follows once it is written."""
        if asked.act is Act.MOVE and asked.table is not None:
            self._bridge.move(asked.guests, asked.table)
        elif asked.act is Act.SWAP and asked.other is not None:
            self._bridge.swap(asked.guests[0], asked.other)
        elif asked.act is Act.UNSEAT:
            self._bridge.unseat(asked.guests)

    def swap(self, people: Sequence[GuestId]) -> None:
        """Let two people change places, if it is two and one of them has a place."""
        book = self._bridge.book
        if book is not None and len(people) == 2 and any(book.seat_of(guest_id) for guest_id in people):
            self._bridge.swap(people[0], people[1])

"""People on chairs: the part of the desk that moves them by hand.

Each takes the round that is being seated, or one that is planned.
"""

from __future__ import annotations

from collections.abc import Sequence

from checkin import plans
from checkin.changes import Change
from checkin.desk.ledger import Ledger
from checkin.model import GuestId, SeatId, TableId


class Seating:
    """What a hand can do with people who are seated or waiting."""

    _ledger: Ledger

    def move(self, guest_ids: Sequence[GuestId], table_id: TableId, round_: int | None = None) -> Change:
        """Put people at another table, all of them or nobody.

        Raises:
            TableFull: There are fewer free seats than people.
            NotArrived: One of them is not in the room.
            AlreadyThere: All of them sit there.
        """
        return self._ledger.write(lambda book, _pen: plans.move(book, guest_ids, table_id, round_))

    def take_chair(self, guest_id: GuestId, seat_id: SeatId) -> Change:
        """Put somebody on one free chair, at their own table or another.

        Raises:
            TableFull: Somebody else sits on it.
            NotArrived: They are not in the room.
            AlreadyThere: It is their own.
        """
        return self._ledger.write(lambda book, _pen: plans.take_chair(book, guest_id, seat_id))

    def exchange(self, one: TableId, other: TableId, round_: int | None = None) -> Change:
        """Let everybody at one table change places with everybody at another.

        Raises:
            TableFull: One of them has too few seats for the other's people.
            AlreadyThere: Nobody sits at either of them.
        """
        return self._ledger.write(lambda book, _pen: plans.exchange(book, one, other, round_))

    def swap(self, one: GuestId, other: GuestId, round_: int | None = None) -> Change:
        """Let two people change places."""
        return self._ledger.write(lambda book, _pen: plans.swap(book, one, other, round_))

    def unseat(self, guest_ids: Sequence[GuestId], round_: int | None = None) -> Change:
        """Send people back to "To seat"."""
        return self._ledger.write(lambda book, _pen: plans.unseat(book, guest_ids, round_))

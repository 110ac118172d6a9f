"""Who is still expected, by name, kept up with every change without sorting the list again."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable

from checkin.model import Guest, GuestId, Standing
from checkin.ui.guests.collation import by_name


class Roll:
    """People who said they would come and have not come yet.

    >>> Roll([]).ids
    ()
    """

    def __init__(self, guests: Iterable[Guest]) -> None:
        """Call the roll of ``guests``."""
        self._key: dict[GuestId, tuple[str, GuestId]] = {}
        for guest in guests:
            if _expected(guest):
                self._key[guest.id] = _place(guest)
        self._order = sorted(self._key.values())

    @property
    def ids(self) -> tuple[GuestId, ...]:
        """Everybody expected, by name, whatever the accents and the case."""
        return tuple(guest_id for _, guest_id in self._order)

    def update(self, guest_id: GuestId, guest: Guest | None) -> None:
        """Look again at one person; None when the person is off the list altogether."""
        held = self._key.pop(guest_id, None)
        if held is not None:
            del self._order[bisect_left(self._order, held)]
        if guest is not None and _expected(guest):
            self._key[guest_id] = _place(guest)
            insort(self._order, self._key[guest_id])


def _expected(guest: Guest) -> bool:
    return guest.standing is Standing.COMING and not guest.arrived


def _place(guest: Guest) -> tuple[str, GuestId]:
    name, _ = by_name(guest)
    return name, guest.id

"""Joining: rows of one list that are one person, because the organizer says so now or said so before.

Two rows make one registration: what is empty in the first is filled from the other, both tickets stay valid, and the
guest is known by the keys of both, so that the same list again needs no answer. Pure; joins nobody of its own accord.

>>> first(both("person:a", "person:b"))
'person:a'
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from checkin.model import Guest, GuestId, Registration, Standing

_BETWEEN = "\n"
"""Stands between the keys of one guest; no key of a row has a line end in it."""

TEXTS = (
    "email", "phone", "company", "role", "sector", "handle", "offers", "seeks", "diet", "note", "product", "sex",
    "age_band", "wants", "linkedin", "about", "consent",
)  # fmt: skip
"""What is taken from the other where the first does not have it."""

SURER = (Standing.COMING, Standing.UNPAID, Standing.NOT_CONFIRMED, Standing.CANCELLED)
"""Whoever comes by one ticket comes."""


@dataclass(frozen=True, slots=True)
class Joined:
    """A list whose doubles are one.

    Attributes:
        registrations: In the order of the list.
        into: From each row that is no registration of its own to the row it is part of.
    """

    registrations: Sequence[Registration]
    into: Mapping[int, int]


def first(key: str) -> str:
    """The key by which whom a guest brings along is known."""
    return key.partition(_BETWEEN)[0]


def several(key: str) -> bool:
    """Whether a guest is known by the keys of several rows."""
    return _BETWEEN in key


def both(one: str, other: str) -> str:
    """One key for somebody who stands on a list twice."""
    return _BETWEEN.join(dict.fromkeys([*one.split(_BETWEEN), *other.split(_BETWEEN)]))


def by_key(guests: Iterable[Guest]) -> dict[str, Guest]:
    """Each guest under every key that a list may call them by."""
    found = {guest.key: guest for guest in guests}
    for key, guest in [(key, guest) for key, guest in found.items() if _BETWEEN in key]:
        for part in key.split(_BETWEEN):
            found.setdefault(part, guest)
    return found


def known(key: str, guests: Mapping[str, Guest]) -> Guest | None:
    """Whom a key means, be it one of several."""
    found = guests.get(key)
    if found is None and _BETWEEN in key:
        found = next((guests[part] for part in key.split(_BETWEEN) if part in guests), None)
    return found


def more(key: str, said: str) -> str:
    """The key of somebody who is known by one, where a list has several for them; "" where that is the same."""
    alone = said == key or _BETWEEN not in said or set(said.split(_BETWEEN)) <= set(key.split(_BETWEEN))
    return "" if alone else both(said, key)


def join(registrations: Sequence[Registration], same: Mapping[int, int], guests: Mapping[str, Guest]) -> Joined:
    """Make one of the rows that are one person.

    Args:
        registrations: The list.
        same: From row to the row further up that is the same person, as the organizer says.
        guests: Everybody here by key; rows that are one guest already are joined again.
    """
    several = {guest.id for key, guest in guests.items() if guest.key != key}
    if not same and not several:
        return Joined(registrations, {})
    rows = {one.row for one in registrations}
    head: dict[int, int] = {}
    leads: dict[GuestId, int] = {}
    for one in _in_order_of_keys(registrations, guests, several):
        guest = known(one.key, guests)
        if guest is not None and guest.id in several:
            head[one.row] = leads.setdefault(guest.id, one.row)
    firsts = {one.row: known(one.key, guests) for one in registrations}

    def lead(row: int) -> int:
        while head.get(row, row) != row:
            row = head[row]
        return row

    for row, other in sorted(same.items()):
        if row in rows and other in rows and lead(row) != lead(other):
            mine, theirs = firsts[lead(row)], firsts[lead(other)]
            if mine is None or theirs is None or mine.id == theirs.id:  # two who are here already stay two
                head[lead(row)] = lead(other)
                firsts[lead(other)] = theirs or mine
    return _merged(registrations, lead)


def _in_order_of_keys(
    registrations: Sequence[Registration], guests: Mapping[str, Guest], several: set[GuestId]
) -> list[Registration]:
    """The rows of those known by several keys, each guest's in the order in which they were joined."""
    places: dict[int, int] = {}
    for one in registrations:
        guest = known(one.key, guests)
        if guest is not None and guest.id in several:
            parts = one.key.split(_BETWEEN)
            places[one.row] = next((at for at, key in enumerate(guest.key.split(_BETWEEN)) if key in parts), 0)
    return sorted((one for one in registrations if one.row in places), key=lambda one: places[one.row])


def _merged(registrations: Sequence[Registration], lead: Callable[[int], int]) -> Joined:
    into = {one.row: lead(one.row) for one in registrations if lead(one.row) != one.row}
    heads = {one.row: one for one in registrations if one.row not in into}
    for one in registrations:
        if one.row in into:
            heads[into[one.row]] = _one(heads[into[one.row]], one)
    return Joined([heads[one.row] for one in registrations if one.row not in into], into)


def _one(one: Registration, other: Registration) -> Registration:
    """One registration of two: the first, filled up from the second."""
    filled: dict[str, object] = {
        name: getattr(other, name) for name in TEXTS if not getattr(one, name) and getattr(other, name)
    }
    if one.name is None:
        filled |= {"name": other.name, "given": other.given, "family": other.family}
    surest = min(one, other, key=lambda each: SURER.index(each.standing))
    more = tuple(pair for pair in other.answers if pair not in one.answers)
    return replace(
        one,
        key=both(one.key, other.key),
        step_free=one.step_free or other.step_free,
        standing=surest.standing,
        reason=surest.reason,
        codes=tuple(dict.fromkeys((*one.codes, *other.codes))),
        companions=one.companions or other.companions,
        answers=(*one.answers, *more),
        **filled,  # type: ignore[arg-type]
    )

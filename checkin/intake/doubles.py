"""Doubles within one list: rows that may be one person, and what they agree in. To be asked about, never settled here.

Tickets of one order are several people whatever they are called, and so are two numbers by which a platform tells
people apart. An address that many share is a company's, not a person's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from checkin.intake.folding import fold, plain
from checkin.intake.rows import Draft
from checkin.model import Standing

MOST_BY_EMAIL = 6
"""An e-mail address under more names than this is nobody's own."""

MOST_OFFERED = 4
"""How many rows one row is held against."""

_BETWEEN_WORDS = dict.fromkeys(map(ord, ".,;-‐–'’·/()"), " ")


@dataclass(frozen=True, slots=True)
class Double:
    """A row that may be the same person as rows above it.

    Attributes:
        others: Those rows, the first of the list first.
        sign: What they agree in: "email", "name" or "both".
    """

    row: int
    others: tuple[int, ...]
    sign: str


def among(drafts: Iterable[Draft]) -> tuple[Double, ...]:
    """The rows of a list that may be somebody who stands further up in it."""
    people = [
        one
        for one in drafts
        if not one.skip and one.registration.name and one.registration.standing is not Standing.CANCELLED
    ]
    names = [_words(one.registration.name or "") for one in people]
    found: dict[tuple[int, int], str] = {}
    for name, places in _shared(names).items():
        for at, before in _pairs(places):
            mine, theirs = people[at].registration, people[before].registration
            same_email = mine.email == theirs.email
            full = " " in name and fold(mine.name or "") == fold(theirs.name or "")  # Peña Gil is not Gil Peña
            if (same_email or full) and not _told_apart(people[at], people[before]):
                found[at, before] = "both" if same_email and mine.email else "name"
    for places in _shared([one.registration.email for one in people]).values():
        if len({names[place] for place in places}) <= MOST_BY_EMAIL:
            for at, before in _pairs(places):
                if (at, before) not in found and not _bought(people[at]) and not _bought(people[before]):
                    found[at, before] = "email"
    return _gathered(people, found)


def _shared(signs: Sequence[str]) -> dict[str, list[int]]:
    """The places that share a sign; nearly all have one of their own."""
    firsts: dict[str, int] = {}
    found: dict[str, list[int]] = {}
    for place, sign in enumerate(signs):
        before = firsts.setdefault(sign, place)
        if before != place and sign:
            found.setdefault(sign, [before]).append(place)
    return found


def _words(name: str) -> str:
    """A name's words in alphabetical order; quicker than folding it, which every row of a long list would need."""
    found: list[str] = []
    for word in name.split():
        if word.isalnum() and word.isascii():
            found.append(word.casefold())
        else:
            found += _pieces(word)
    found.sort()
    return " ".join(found)


@lru_cache(maxsize=8192)
def _pieces(word: str) -> tuple[str, ...]:
    """What stands between the signs of a word; fifty thousand names are made of a few thousand words."""
    return tuple(plain(word).translate(_BETWEEN_WORDS).split())


def _pairs(places: Sequence[int]) -> Iterable[tuple[int, int]]:
    """Each place with the first few before it."""
    return ((one, other) for at, one in enumerate(places) for other in places[: min(at, MOST_OFFERED)])


def _told_apart(one: Draft, other: Draft) -> bool:
    """Whether their source says that they are two: tickets of one order, or two people by number."""
    mine, theirs = one.marks, other.marks
    if one.registration.codes and one.registration.codes == other.registration.codes:
        return False
    return (mine.order != "" and mine.order == theirs.order) or (mine.user != "" and "" != theirs.user != mine.user)


def _bought(draft: Draft) -> bool:
    """Whether the e-mail may be of somebody who bought for others."""
    return bool(draft.marks.order or draft.marks.user or draft.registration.codes)


def _gathered(people: Sequence[Draft], found: dict[tuple[int, int], str]) -> tuple[Double, ...]:
    of_row: dict[int, list[int]] = defaultdict(list)
    for one, other in sorted(found):
        of_row[one].append(other)
    return tuple(
        Double(
            people[one].line.number,
            tuple(people[other].line.number for other in others[:MOST_OFFERED]),
            found[one, others[0]],
        )
        for one, others in of_row.items()
    )

"""Which colour a person's disc has in the room: by sector, company, ticket, time of arrival, or wishes met.

A colour is never the only sign: initials stand on every disc, and a legend says the words. Pure; the words for arrivals
and wishes are keys here and sentences elsewhere.

>>> Colouring(By.SECTOR, Sectors(("Salud",))).keys
('Salud', '')
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum

from checkin.book import Book
from checkin.model import Guest, GuestId
from checkin.sectors import NEUTRAL, Sectors, largest


class By(StrEnum):
    """What colours tell."""

    SECTOR = "sector"
    COMPANY = "company"
    TICKET = "ticket"
    ARRIVAL = "arrival"
    WISHES = "wishes"


WAVES = ("first", "second", "third", "later")
"""When somebody came: in the first quarter of an hour after the first guest, the second, the third, or later."""

WAVE = timedelta(minutes=15)

MET = ("all_met", "some_met", "none_met")
"""How many of somebody's wishes have been met tonight; who has none has no colour."""

_WAVE_COLOURS = dict(zip(WAVES, ("#0072B2", "#009E73", "#E69F00", "#D55E00"), strict=True))
_MET_COLOURS = dict(zip(MET, ("#009E73", "#56B4E9", "#D55E00"), strict=True))
_WORDS = {By.SECTOR: "sector", By.COMPANY: "company", By.TICKET: "product"}


@dataclass(frozen=True, slots=True)
class Colouring:
    """How discs are coloured.

    Attributes:
        by: What the colours tell.
        words: The sectors, companies or tickets that have a colour of their own.
        others: Whether anybody is left without.
        began: When the first guest came.
    """

    by: By = By.SECTOR
    words: Sectors = field(default_factory=Sectors)
    others: bool = True
    began: datetime | None = None

    @property
    def keys(self) -> tuple[str, ...]:
        """What the legend explains, in its order; "" is everybody without a colour of their own."""
        if self.by is By.ARRIVAL:
            return WAVES
        if self.by is By.WISHES:
            return (*MET, "")
        return (*self.words.names, "") if self.words.names and self.others else self.words.names

    @property
    def follows_wishes(self) -> bool:
        """Whether a move of one person may change the colours of others."""
        return self.by is By.WISHES

    def of_key(self, key: str) -> str:
        """The colour of a line of the legend, as #RRGGBB."""
        if self.by in _WORDS:
            return self.words.colour(key)
        return (_WAVE_COLOURS | _MET_COLOURS).get(key, NEUTRAL)

    def key(self, book: Book, guest: Guest, round_: int | None = None) -> str:
        """The line of the legend that a person belongs to.

        Args:
            book: Whose wishes and tables are asked.
            guest: The person.
            round_: The last round that counts for wishes; the one being seated where it is left out.
        """
        if self.by in _WORDS:
            word = str(getattr(guest, _WORDS[self.by])).strip()
            return word if word in self.words.names else ""
        if self.by is By.ARRIVAL:
            return _wave(guest, self.began)
        wished = book.ties.wishes_of(guest.id)
        if not wished:
            return ""
        met = len(wishes_met(book, guest.id, round_ or book.round))
        return MET[0] if met == len(wished) else MET[1] if met else MET[2]

    def colour(self, book: Book, guest: Guest, round_: int | None = None) -> str:
        """A person's colour, as #RRGGBB."""
        return self.of_key(self.key(book, guest, round_))

    def knowing(self, guest: Guest) -> Colouring:
        """The same colouring with one person more: a new word gets a colour while there are any left."""
        if self.by in _WORDS:
            words = self.words.knowing(str(getattr(guest, _WORDS[self.by])))
            left_out = str(getattr(guest, _WORDS[self.by])).strip() not in words.names
            return replace(self, words=words, others=self.others or left_out)
        if self.by is By.ARRIVAL and guest.arrived_at is not None and self.began is None:
            return replace(self, began=guest.arrived_at)
        return self


def colouring(by: By, guests: Iterable[Guest]) -> Colouring:
    """Colours for everybody on a list."""
    everybody = list(guests)
    came = [guest.arrived_at for guest in everybody if guest.arrived_at is not None]
    if by not in _WORDS:
        return Colouring(by, began=min(came, default=None))
    named = [(guest.id, str(getattr(guest, _WORDS[by])).strip()) for guest in everybody]
    words = largest(named)
    return Colouring(by, words, any(word not in words.names for _, word in named))


def wishes_met(book: Book, guest_id: GuestId, until: int) -> list[GuestId]:
    """Whom of those they want to meet a guest has shared a table with, in the rounds up to ``until``."""
    met: list[GuestId] = []
    for other in book.ties.wishes_of(guest_id):
        for round_ in range(1, until + 1):
            here, there = book.table_of(guest_id, round_), book.table_of(other, round_)
            if here is not None and there is not None and here.id == there.id:
                met.append(other)
                break
    return met


def _wave(guest: Guest, began: datetime | None) -> str:
    if guest.arrived_at is None:
        return ""
    since = timedelta() if began is None else guest.arrived_at - began
    return WAVES[max(0, min(len(WAVES) - 1, since // WAVE))]

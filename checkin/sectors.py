"""Which colour a sector has: the same all evening, on every station that holds the same list.

The eight largest sectors have a colour each, given in the order in which the list first names them, so that later
sectors never change earlier colours; all others, and people without a sector, share a neutral grey. The same on screen
and on paper, where a colour is never the only sign. Pure.

>>> Sectors(("Legal", "Salud")).colour("Salud")
'#E69F00'
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from checkin.model import Guest

SECTORS = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#8C7A00", "#7A5195")
"""Colours that colour-blind eyes tell apart (after Okabe and Ito, two darkened)."""

NEUTRAL = "#8A8178"
"""Nobody's sector in particular."""


@dataclass(frozen=True, slots=True)
class Sectors:
    """The sectors that have a colour of their own, in the order of the palette."""

    names: tuple[str, ...] = ()

    def colour(self, sector: str) -> str:
        """The colour of a sector, as #RRGGBB."""
        name = sector.strip()
        return SECTORS[self.names.index(name)] if name in self.names else NEUTRAL

    def knowing(self, sector: str) -> Sectors:
        """These sectors and, while there are colours left, one more."""
        name = sector.strip()
        if not name or name in self.names or len(self.names) == len(SECTORS):
            return self
        return Sectors((*self.names, name))


def sectors_of(guests: Iterable[Guest]) -> Sectors:
    """Give the largest sectors of the list their colours.

    Args:
        guests: Everybody registered; their ids say who came onto the list first.
    """
    return largest((guest.id, guest.sector.strip()) for guest in guests)


def largest(words: Iterable[tuple[int, str]]) -> Sectors:
    """Give the words that most people have their colours.

    Args:
        words: Who has which; their ids say which came first. Nobody's word is "".
    """
    ordered = [word for _, word in sorted(words) if word]
    first = {name: place for place, name in reversed(list(enumerate(ordered)))}
    ranked = sorted(Counter(ordered).items(), key=lambda entry: (-entry[1], first[entry[0]]))
    chosen = [name for name, _ in ranked[: len(SECTORS)]]
    return Sectors(tuple(sorted(chosen, key=lambda name: first[name])))

"""Who is where, as blocks of rows: by surname with a letter to find them by, by table, and who moves in a round.

In order for the language: ñ after n in Spanish, accents and capitals only to break a tie. It draws nothing
(``columns.py`` does) and knows no book: guests are given.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from checkin.paper import names
from checkin.paper.columns import Row
from checkin.words import Words

_CUTS = (30, 24, 18, 12)
"""So many characters are left of a surname that is too long for a line together with what its owner is called."""


@dataclass(frozen=True, slots=True)
class SeatedGuest:
    """One line of a list.

    Attributes:
        name: As it is said aloud.
        table: None for somebody without a place.
        following: The next table.
        beside: Whose name somebody without one is looked up by, because they come together.
        aside: What is said behind that name.
    """

    name: str
    given: str = ""
    family: str = ""
    company: str = ""
    table: int | None = None
    following: int | None = None
    beside: str = ""
    aside: str = ""

    @property
    def parts(self) -> tuple[str, str]:
        """What people say aloud, and the rest."""
        return names.split(self.beside or self.name, self.given, self.family)


def by_letter(guests: Iterable[SeatedGuest], t: Words, *, box: bool = False) -> Iterator[list[Row]]:
    """Everybody by surname, a block a letter; ``box`` puts one to be ticked before each.

    Without it, who has no table has an empty box where the number would be, for the table they are given.
    """
    known = sorted(guests, key=lambda guest: (_heading(guest, t) == "#", _order(guest, t)))
    called = Counter(map(_looked_up, known))
    for letter, group in groupby(known, key=lambda guest: _heading(guest, t)):
        rows = (_by_surname(guest, box=box, company=called[_looked_up(guest)] > 1) for guest in group)
        yield [Row(letter, heading=True), *rows]


def by_table(guests: Iterable[SeatedGuest], t: Words) -> Iterator[list[Row]]:
    """Everybody who has a table, a block a table."""
    for table, group in _tables(guests, t):
        yield [Row(t("Table {number}", number=table), heading=True), *map(_by_first_name, group)]


def by_move(guests: Sequence[SeatedGuest], t: Words) -> Iterator[list[Row]]:
    """Who leaves which table for which, a block a table; who stays is counted, who has no next table is told so."""
    for table, group in _tables(guests, t):
        people = list(group)
        leaving = sorted(
            (guest for guest in people if guest.following is not None and guest.following != table),
            key=lambda guest: (guest.following or 0, _order(guest, t)),
        )
        lost = [guest for guest in people if guest.following is None]
        staying = len(people) - len(leaving) - len(lost)
        rows = [_moving(guest, f"→ {guest.following}") for guest in leaving]
        rows += [_moving(guest, "→ ?") for guest in lost]
        if staying:
            rows.append(Row(quiet=t.plural("{count} stays here", "{count} stay here", staying)))
        yield [Row(t("Table {number}", number=table), heading=True), *rows]
    standing = [guest for guest in guests if guest.table is None and guest.following is not None]
    if standing:
        standing.sort(key=lambda guest: (guest.following or 0, _order(guest, t)))
        rows = [_moving(guest, f"→ {guest.following}") for guest in standing]
        yield [Row(t("Without a table until now"), heading=True), *rows]


def _tables(guests: Iterable[SeatedGuest], t: Words) -> Iterator[tuple[int, Iterator[SeatedGuest]]]:
    seated = sorted(
        (guest for guest in guests if guest.table is not None),
        key=lambda guest: (guest.table or 0, _order(guest, t)),
    )
    yield from groupby(seated, key=lambda guest: guest.table or 0)


def _by_surname(guest: SeatedGuest, *, box: bool, company: bool) -> Row:
    """A person's row; ``company`` where others are called the same."""
    shorter = _looked_up_shorter(*guest.parts)
    shorter = [_aside(short, guest) for short in shorter]
    blank = guest.table is None and not box
    beside = "" if blank else "–" if guest.table is None else str(guest.table)
    said = guest.company if company else ""
    return Row(_looked_up(guest), tuple(shorter), said, beside=beside, box=box, blank=blank, name=guest.name)


def _by_first_name(guest: SeatedGuest) -> Row:
    text, shorter = _spoken(guest)
    return Row(text, shorter, guest.company, name=guest.name)


def _moving(guest: SeatedGuest, beside: str) -> Row:
    text, shorter = _spoken(guest)
    return Row(text, shorter, beside=beside, name=guest.name)


def _spoken(guest: SeatedGuest) -> tuple[str, tuple[str, ...]]:
    """The name as it is said aloud, and in shorter words."""
    if guest.aside:
        return guest.name, ()
    given, family = guest.parts
    whole = f"{given} {family}".strip()
    return whole, tuple(names.shorter_whole(whole, given, family))


def _looked_up_shorter(given: str, family: str) -> list[str]:
    """The name as it is looked up, in shorter words: the surname, by which it is found, is torn last."""
    if not family:
        return [*names.shorter_still(given)]
    families, givens = [family, *names.shorter(family)], [given, *names.shorter_still(given)]
    forms = [f"{short}, {given}" for short in families[1:]]
    forms += [f"{families[-1]}, {short}" for short in givens[1:]]
    forms += [f"{short}, {givens[-1]}" for short in [*names.shorter_still(family)][len(families) - 1 :]]
    least = families[-1]
    return forms + [f"{least[:most].rstrip()}…, {givens[-1]}" for most in _CUTS if most < len(least)]


def _looked_up(guest: SeatedGuest) -> str:
    given, family = guest.parts
    return _aside(f"{family}, {given}" if family else given, guest)


def _aside(name: str, guest: SeatedGuest) -> str:
    return f"{name} · {guest.aside}" if guest.aside else name


def _order(guest: SeatedGuest, t: Words) -> tuple[str, str, str, str]:
    return *names.listed(guest.beside or guest.name, guest.given, guest.family, t.language), guest.aside


def _heading(guest: SeatedGuest, t: Words) -> str:
    return names.heading(_looked_up(guest), t.language)

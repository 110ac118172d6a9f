"""Mending: what the organizer says about a list before it goes in, and the list as it is then.

A list is read to the letter; what is wrong in it is put right here and nowhere else, row by row and only by choice.
Knows no file and no event.

>>> capitals("MARÍA JOSÉ DE LA O-PÉREZ")
'María José de la O-Pérez'
>>> capitals("Ana McNeil")
'Ana McNeil'
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from checkin.capitals import recased
from checkin.model import GuestId, Registration


@dataclass(frozen=True, slots=True)
class Amendments:
    """What the organizer says about a list.

    Attributes:
        names: From row to the name of somebody whom the list does not name, or names wrongly; no list changes it.
        skip: Rows that are left out.
        same: From row to the guest who this is, though the list calls them otherwise.
        joined: From row to the row further up that is the same person.
        capitals: Whether names in capitals only, or without any, get the usual ones.
        overrule: Whether the list also changes what was corrected here.
        gone: Whether who is on the list no more is marked so.
        companions: "together" or "apart" for guests and those they bring, "" to leave that as it is.
    """

    names: Mapping[int, str] = field(default_factory=dict)
    skip: frozenset[int] = frozenset()
    same: Mapping[int, GuestId] = field(default_factory=dict)
    joined: Mapping[int, int] = field(default_factory=dict)
    capitals: bool = False
    overrule: bool = False
    gone: bool = False
    companions: str = ""


AS_IT_IS = Amendments()
"""The list goes in as it is."""


def mend(registrations: Iterable[Registration], choices: Amendments) -> list[Registration]:
    """The list without the rows that are left out, with the names that were given here."""
    if not (choices.skip or choices.names or choices.capitals):
        return list(registrations)
    mended = []
    for one in registrations:
        if one.row in choices.skip:
            continue
        given = " ".join(choices.names.get(one.row, "").split())
        if given:
            mended.append(replace(one, name=given, given="", family=""))
        else:
            mended.append(_in_usual_capitals(one) if choices.capitals and one.name is not None else one)
    return mended


def capitals(name: str) -> str:
    """A name that is all capitals, or has none at all, in the usual ones; any other stays to the letter."""
    if name not in (name.upper(), name.lower()) or name.upper() == name.lower():
        return name
    repaired = recased(name) if sum(map(str.isalpha, name)) >= 3 else name
    return repaired if repaired.casefold() == name.casefold() else name  # a few letters have no other case to go to


def shouted(registrations: Iterable[Registration]) -> int:
    """How many names would get other capitals."""
    return sum(one.name is not None and capitals(one.name) != one.name for one in registrations)


def _in_usual_capitals(one: Registration) -> Registration:
    return replace(one, name=capitals(one.name or ""), given=capitals(one.given), family=_family(one.family, one.given))


def _family(family: str, given: str) -> str:
    """A surname alone begins with a capital, be it a particle: unless a first name stands before it."""
    usual = capitals(family)
    return usual if not given or usual == family else capitals(f"Xx {family}".upper())[3:]

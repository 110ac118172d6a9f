"""Names written in nothing but capitals or without any: how they could read.

A proposal and never more: ``DE LA O`` may be a surname to the letter, and somebody who writes ``bell hooks`` means it.
So nothing here is applied unless a person chose it for a file. Accents that were never typed are not invented.

>>> proposed("BEGOÑA DE LA FUENTE-O'NEILL"), proposed("maría josé mcGrath"), proposed("JORDI PUIG I ROCA")
("Begoña de la Fuente-O'Neill", '', 'Jordi Puig i Roca')
"""

from __future__ import annotations

import re

_SMALL = frozenset(
    [
        "de",
        "del",
        "la",
        "las",
        "los",
        "el",
        "y",
        "e",
        "i",
        "da",
        "das",
        "do",
        "dos",
        "di",
        "della",
        "von",
        "van",
        "der",
        "den",
        "zu",
        "zum",
        "zur",
        "ten",
        "ter",
        "af",
        "av",
        "bin",
        "ibn",
        "al",
        "du",
        "des",
        "le",
    ]
)
"""Words between names that stay small unless a name begins with them."""

_LETTERS = re.compile(r"[^\W\d_]+")
_ROMAN = re.compile(r"(?=[ivx])(?:ix|iv|v?i{1,3}|v)", re.IGNORECASE)
_ELIDED = re.compile(r"\b(d|l|o)(['’])(\w)", re.IGNORECASE)
_MAC = re.compile(r"\bMc(\w)")


def proposed(name: str) -> str:
    """How a name could read, or "" where its capitals need no repair; a word alone may be a stage name."""
    if not (name.isupper() or name.islower()) or " " not in name.strip():
        return ""
    cased = sum(sign.islower() or sign.isupper() for sign in name)
    return better if cased > 3 and (better := recased(name)) != name else ""


def recased(name: str) -> str:
    """A name, or a half of one, with the capitals that names usually have."""
    words = name.split()
    return " ".join(_word(word, first=at == 0, last=at == len(words) - 1) for at, word in enumerate(words))


def _word(word: str, *, first: bool, last: bool) -> str:
    small = word.lower()
    if small in _SMALL and not first and not last:
        return small
    if _ROMAN.fullmatch(small) and not first:
        return small.upper()
    told = _LETTERS.sub(lambda found: found[0][:1].upper() + found[0][1:].lower(), small)
    told = _ELIDED.sub(lambda found: found[1].upper() + found[2] + found[3].upper(), told)
    return _MAC.sub(lambda found: "Mc" + found[1].upper(), told)

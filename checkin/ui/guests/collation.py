"""The order in which people look for a name in a list: accents and case do not matter, ñ comes after n.

>>> sorted(["Núñez", "Nuñez", "nuza", "Nunca"], key=collation_key)
['Nunca', 'Núñez', 'Nuñez', 'nuza']
"""

from __future__ import annotations

from functools import lru_cache
from unicodedata import combining, normalize

from checkin.model import Guest

_LAST = "\U0010ffff"


@lru_cache(maxsize=1 << 17)
def collation_key(text: str) -> str:
    """What ``text`` is sorted by in a Spanish list; nothing at all comes last."""
    if not text:
        return _LAST
    folded = text.casefold()
    if folded.isascii():
        return folded
    folded = normalize("NFC", folded).replace("ñ", "n\uffff").replace("ł", "l").replace("ø", "o")
    return "".join(letter for letter in normalize("NFKD", folded) if not combining(letter))


def by_name(guest: Guest) -> tuple[str, int]:
    """What a guest is sorted by: the name, or the e-mail while nobody has given one."""
    return collation_key(guest.name or guest.email), guest.id

r"""A person as a MeCard, the short form of a contact that a telephone reads from a code.

Only what is given is in it; nothing is looked up. Pure.

>>> mecard("Begoña Ibáñez", organization="Marea; Coop.")
'MECARD:N:Begoña Ibáñez;ORG:Marea\\; Coop.;;'
"""

from __future__ import annotations

import re

LONGEST = 140
"""Bytes. More of them make modules too small for a code of 27 mm that a telephone has to read across a table."""

_SPECIAL = re.compile(r'([\\;:,"])')


def mecard(
    name: str, *, organization: str = "", email: str = "", phone: str = "", url: str = "", note: str = ""
) -> str:
    """What a code says to a telephone; the least wanted parts are left out where it would be too long."""
    parts = [("N", name), ("TEL", phone), ("EMAIL", email), ("ORG", organization), ("URL", url), ("NOTE", note)]
    there = [f"{field}:{_SPECIAL.sub(_escaped, text.strip())};" for field, text in parts if text.strip()]
    while len(there) > 1 and len("".join(there).encode()) > LONGEST - len("MECARD:;"):
        there.pop()
    return f"MECARD:{''.join(there)};"


def _escaped(found: re.Match[str]) -> str:
    return f"\\{found[1]}"

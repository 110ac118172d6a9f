"""Everything that, scanned, means a ticket: the codes of a list, those inside addresses, those made of its numbers.

>>> scanned(["https://lu.ma/check-in/evt-1?pk=g-abc"], "", "")
('https://lu.ma/check-in/evt-1?pk=g-abc', 'g-abc')
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import parse_qs, urlsplit

from checkin.intake import people

_LONG_NUMBER = re.compile(r"\d{9,14}")


def scanned(written: Sequence[str], order: str, position: str) -> tuple[str, ...]:
    """The codes of one ticket, each once.

    The cell as it is, the code inside an address, and for Eventbrite order number, attendee number and ``001``, digits
    only (checked digit by digit against public samples that show all three).

    Args:
        written: The cells of its codes, each on one line.
        order: The number of its order.
        position: Its place in the order, or the number of its attendee.
    """
    codes = [code for code in written if not people.nothing(code) and not people.ruined(code)]
    inside = [code for cell in codes for code in _inside(cell)]
    order, position = order.lstrip("#"), position.lstrip("#")
    long = _LONG_NUMBER.fullmatch(order) and _LONG_NUMBER.fullmatch(position)
    return tuple(dict.fromkeys([f"{order}{position}001", *codes, *inside] if long else [*codes, *inside]))


def _inside(code: str) -> list[str]:
    """The code within an address: its ``pk`` (Luma), else the last part of its path (Tito)."""
    if not code.casefold().startswith(("http://", "https://")):
        return []
    try:
        address = urlsplit(code)
    except ValueError:
        return []
    asked = parse_qs(address.query)
    named = [asked[name][0] for name in ("pk", "code", "ticket", "secret") if name in asked]
    last = address.path.rstrip("/").rpartition("/")[2]
    return named or ([last] if len(last) >= 6 and not address.query else [])

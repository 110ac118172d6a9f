"""The signs that people put around a name in a list: numbers, bullets, ticks and crosses.

They are no part of the name; a tick and a cross say whether somebody comes.

>>> unmarked("1. Ana Gil ❌")
Unmarked(text='Ana Gil', mark='❌')
>>> unmarked("Ana Gil"), unmarked("3 Ana Gil")[0]
(Unmarked(text='Ana Gil', mark=''), 'Ana Gil')
"""

from __future__ import annotations

import re
from typing import NamedTuple

_TICKS = "✓✔✅☑👍✗✘❌✖☐"
_BULLET = re.compile(
    r"(?:(?:[\d#*]\ufe0f?\u20e3)+\s*"
    r"|\(?\d{1,3}\s?(?:[.):ºª]|[-–—](?!\d))[.)]?\s*|\d{1,3}\s+(?=[^\W\d_])|[-–—•*·▪◦●○➤→>‣∙]+\s*|\[[ xX]?\]\s*)"
    r"(?=\D|$)"
)
_TICK = re.compile(rf"\s*([{_TICKS}])[\ufe0f\U0001f3fb-\U0001f3ff]?\s*")
_BOLD = re.compile(r"([*_]{1,2}|~{1,2})(\S.*\S|\S)\1")
STRUCK = "~"
"""The mark of a name that is crossed out, as a chat writes it."""


class Unmarked(NamedTuple):
    """A text without the signs around it, and the tick or cross among them or ""."""

    text: str
    mark: str


def unmarked(text: str) -> Unmarked:
    """A name without what a list puts before and behind it; a plain one as it is."""
    if not text or (text[0].isalpha() and text.isascii()):
        return Unmarked(text, "")
    if text.isdigit() and len(text) < 4:
        return Unmarked("", "")
    mark = ""
    if found := _TICK.search(text):
        mark = found[1]
        text = " ".join(_TICK.sub(" ", text).split())
    text, mark = _plain(text, mark)
    if not text[:1].isalpha() and (bullet := _BULLET.match(text)):
        text, mark = _plain(text[bullet.end() :].lstrip(), mark)
    return Unmarked(text, mark)


def _plain(text: str, mark: str) -> tuple[str, str]:
    """A text without the signs of bold and of crossed out."""
    found = _BOLD.fullmatch(text)
    if found is None:
        return text, mark
    return found[2], STRUCK if found[1].startswith(STRUCK) else mark


def is_marked(text: str) -> bool:
    """Whether a line begins with a number or a bullet, as an entry of a list does."""
    return not text[:1].isalpha() and _BULLET.match(text) is not None

"""What a laptop types when a scanner set to another layout plays keyboard, for tests of the way back."""

from __future__ import annotations

import unicodedata

from checkin.keyboards import _ROWS, Layout

_MARKS = {"`": "\u0300", "´": "\u0301", "^": "\u0302", "~": "\u0303", "¨": "\u0308"}


def typed(text: str, *, scanner: Layout = Layout.US, laptop: Layout) -> str | None:
    """``text`` as it arrives, dead keys as Windows does them; None when the scanner has no key for a character."""
    sent, shown = (" ".join(_ROWS[layout]).split(" ") for layout in (scanner, laptop))
    out = ""
    dead = ""
    for sign in text:
        if sign != " " and sign not in sent:
            return None
        arrives = " " if sign == " " else shown[sent.index(sign)]
        if dead:
            out += _after_dead(dead, arrives[0])
            dead = ""
        elif len(arrives) == 2:
            dead = arrives[0]
        else:
            out += arrives
    return out + dead


def _after_dead(accent: str, arrives: str) -> str:
    if arrives == " ":
        return accent
    whole = unicodedata.normalize("NFC", arrives + _MARKS[accent])
    return whole if arrives.isalpha() and len(whole) == 1 else accent + arrives


def caps_locked(text: str) -> str:
    """``text`` typed with Caps Lock on, on a laptop where it concerns letters only."""
    return "".join(sign if sign in "ßµªº" else sign.swapcase() for sign in text)

"""Text on the discs of the room: the sectors' colours are ``checkin.sectors``', what reads on them is decided here."""

from __future__ import annotations

from checkin.ui.shell.palette import contrast

_LIGHT, _DARK = "#FFFFFF", "#0B0A09"


def text_on(colour: str) -> str:
    """White or near-black, whichever reads at 4.5:1 or better on a disc of ``colour``.

    >>> text_on("#0072B2"), text_on("#E69F00")
    ('#FFFFFF', '#0B0A09')
    """
    return _LIGHT if contrast(colour, _LIGHT) >= 4.5 else _DARK

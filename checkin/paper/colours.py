"""The house's colours on paper."""

from __future__ import annotations

Colour = tuple[float, float, float]


def colour(code: str) -> Colour:
    """A colour from its hexadecimal code.

    >>> colour("#FF8000")
    (1.0, 0.502, 0.0)
    """
    red, green, blue = bytes.fromhex(code.removeprefix("#"))
    return round(red / 255, 3), round(green / 255, 3), round(blue / 255, 3)


WHITE = colour("#FFFFFF")
INK = colour("#1E1B18")
"""17:1 on white."""
QUIET_INK = colour("#57514A")
"""7.8:1 on white."""
ACCENT = colour("#0F6B5C")
"""6.4:1 on white, and white on it."""
LINE = colour("#B9B2A8")

"""The house's colours on paper."""

from __future__ import annotations

from functools import lru_cache

Colour = tuple[float, float, float]


@lru_cache(maxsize=64)
def colour(code: str) -> Colour:
    """A colour from its hexadecimal code.

    >>> colour("#FF8000")
    (1.0, 0.502, 0.0)
    """
    red, green, blue = bytes.fromhex(code.removeprefix("#"))
    return round(red / 255, 3), round(green / 255, 3), round(blue / 255, 3)


@lru_cache(maxsize=256)
def contrast(one: Colour, other: Colour) -> float:
    """How well two colours can be told apart, from 1 (not at all) to 21 (WCAG 2.2, relative luminance).

    >>> round(contrast((0.0, 0.0, 0.0), (1.0, 1.0, 1.0)))
    21
    """
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(ink: Colour) -> float:
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in ink)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


WHITE = colour("#FFFFFF")
BLACK = colour("#000000")
INK = colour("#1E1B18")
"""17:1 on white."""
QUIET_INK = colour("#57514A")
"""7.8:1 on white."""
ACCENT = colour("#0F6B5C")
"""6.4:1 on white, and white on it."""
LINE = colour("#B9B2A8")

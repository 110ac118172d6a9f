"""Colours, sizes and type of the screen, as values (``docs/design.md`` gives the contrast of each pair).

Knows no widget: a stylesheet, a painter and a test of contrast read the same figures.
"""

from __future__ import annotations

from dataclasses import dataclass

GRID = 8
"""Distances are multiples of this, in device-independent pixels."""

TYPE_SCALE = (13, 16, 20, 28, 48, 160)
"""Sizes of type in pixels, from small print to the table number."""


@dataclass(frozen=True, slots=True)
class Palette:
    """One theme's colours, as #RRGGBB."""

    dark: bool
    paper: str
    surface: str
    ink: str
    quiet: str
    line: str
    accent: str
    on_accent: str
    accent_wash: str
    sunken: str
    welcome: str = "#14713F"
    on_welcome: str = "#FFFFFF"
    wait: str = "#F2B233"
    on_wait: str = "#1E1B18"
    stop: str = "#B3261E"
    on_stop: str = "#FFFFFF"
    left: str = "#1F5FA8"
    on_left: str = "#FFFFFF"
    checked: str = "#566170"
    on_checked: str = "#FFFFFF"


LIGHT = Palette(
    dark=False,
    paper="#F7F5F2",
    surface="#FFFFFF",
    ink="#1E1B18",
    quiet="#6B645C",
    line="#E4DFD8",
    accent="#0F6B5C",
    on_accent="#FFFFFF",
    accent_wash="#E2EFEC",
    sunken="#EFECE6",
)

DARK = Palette(
    dark=True,
    paper="#171614",
    surface="#211F1C",
    ink="#F2EEE8",
    quiet="#A79F94",
    line="#37332E",
    accent="#57C2AC",
    on_accent="#171614",
    accent_wash="#20362F",
    sunken="#2B2824",
)


def luminance(colour: str) -> float:
    """Relative luminance of #RRGGBB, 0 to 1 (WCAG 2.2)."""
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21 (WCAG 2.2).

    >>> round(contrast("#FFFFFF", "#14713F"), 1)
    6.1
    """
    bright, dim = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def mix(one: str, other: str, share: float) -> str:
    """``one`` with ``share`` (0 to 1) of ``other`` laid over it, as #RRGGBB."""
    pairs = ((int(one[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)

"""How far off each printer of this laptop is: what was read off its calibration page, and what undoes it.

Kept with the size of the page that was measured, so that it holds for labels of another size. Knows no widget and no
job.
"""

from __future__ import annotations

from urllib.parse import quote

from checkin.errors import WrongCall
from checkin.paper.adjusting import EXACT, INSET, Adjustment, measured
from checkin.ui.shell.settings import Settings

Readings = tuple[float, float, float, float]
"""From the upper cross to the left and the upper edge, from the lower one to the right and lower edge; millimetres."""

UNMEASURED: Readings = (INSET,) * 4


def kept(settings: Settings, printer: str) -> Readings:
    """A printer's readings; those of all others where it has none of its own."""
    left, top, right, bottom = _parts(settings, printer)[:4] or UNMEASURED
    return left, top, right, bottom


def keep(settings: Settings, printer: str, readings: Readings, page: tuple[float, float]) -> None:
    """Remember what was read off a page of that size; "" stands for all printers without readings of their own."""
    lengths = ",".join(f"{reading:.1f}" for reading in readings)
    settings.keep(_key(printer), f"{lengths},{page[0]:g},{page[1]:g}")


def adjustment(settings: Settings, printer: str, page: tuple[float, float]) -> Adjustment:
    """What undoes a printer that was measured; nothing where no reading makes sense.

    Args:
        settings: Of this laptop.
        printer: As the system names it.
        page: The size that was measured, for readings that were kept without one.
    """
    parts = _parts(settings, printer)
    if not parts or parts[:4] == UNMEASURED:
        return EXACT
    left, top, right, bottom = parts[:4]
    try:
        return measured(parts[4:] or page, (left, top, right, bottom))  # type: ignore[arg-type]
    except WrongCall:
        return EXACT


def _parts(settings: Settings, printer: str) -> tuple[float, ...]:
    """Four readings, and the page's two sides where they are known; nothing where there is nothing to be understood."""
    text = settings.text(_key(printer)) or settings.text(_key(""))
    try:
        parts = tuple(float(part) for part in text.split(","))
    except ValueError:
        return ()
    return parts if len(parts) in (4, 6) else ()


def _key(printer: str) -> str:
    """What a printer's readings are kept under; a printer's name may hold slashes, a key may not."""
    return f"readings/{quote(printer, safe='')}"

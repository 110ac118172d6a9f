"""When a form was answered, as far as needed to tell the later of two answers.

>>> moments(["2026/10/03 9:12:33 a. m. GMT+2", "2026/10/03 1:34:38 p. m. GMT+2"])
[(2026, 10, 3, 9, 12, 33), (2026, 10, 3, 13, 34, 38)]
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from checkin.intake.folding import plain

_STAMP = re.compile(
    r"\s*(\d{1,4})[/.-](\d{1,2})[/.-](\d{1,4})(?:[T,\s]+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([ap])?\.?\s?m?\.?)?",
    re.IGNORECASE,
)

Moment = tuple[int, ...]


def moments(stamps: Sequence[str]) -> list[Moment] | None:
    """The stamps of a column as sortable moments; None where one cannot be read or day and month stay in doubt.

    Zones are passed over: one column has one zone, give or take an hour in October.
    """
    found = [_STAMP.match(plain(stamp)) for stamp in stamps]
    parts = [match.groups() for match in found if match]
    if len(parts) < len(stamps):
        return None
    dates = [(int(one), int(two), int(three)) for one, two, three, *_ in parts]
    if all(year > 31 for year, _, _ in dates):
        ordered = dates
    elif any(first > 12 for first, _, _ in dates):
        ordered = [(year, month, day) for day, month, year in dates]
    elif any(second > 12 for _, second, _ in dates):
        ordered = [(year, month, day) for month, day, year in dates]
    else:
        return None
    clocks = [_clock(hour, minute, second, half) for _, _, _, hour, minute, second, half in parts]
    return [(*day, *clock) for day, clock in zip(ordered, clocks, strict=True)]


def _clock(hour: str | None, minute: str | None, second: str | None, half: str | None) -> Moment:
    hours = int(hour or 0)
    if half:
        hours = hours % 12 + (12 if half.casefold() == "p" else 0)
    return hours, int(minute or 0), int(second or 0)

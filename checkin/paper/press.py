"""What printing keeps warm from one document to the next: open fonts, shaped names, encoded tickets."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import lru_cache
from typing import Any, TypeVar, cast

from checkin.paper.fitting import Fitted, Room, Shorter, fit
from checkin.paper.fonts import Fonts, Weight
from checkin.paper.qr import Code, Codes
from checkin.paper.shaping import Line, Shaper

CACHED_FITS = 16384

Made = TypeVar("Made")


class Press:
    """Sets text and makes codes. Whoever prints more than once makes one and passes it along."""

    def __init__(self) -> None:
        """Nothing is opened before it is needed."""
        self._shaper = Shaper(Fonts())
        self._codes = Codes()
        self._fitted = lru_cache(maxsize=CACHED_FITS)(self._fit)
        self._once: dict[Hashable, list[Any]] = {}

    def line(self, text: str, weight: Weight = Weight.REGULAR) -> Line:
        """A text on one line."""
        return self._shaper.line(text, weight)

    def fit(self, text: str, room: Room, weight: Weight = Weight.REGULAR, shorter: Shorter | None = None) -> Fitted:
        """A text as large as its room allows."""
        return self._fitted(text, room, weight, shorter)

    def _fit(self, text: str, room: Room, weight: Weight, shorter: Shorter | None) -> Fitted:
        return fit(text, room, lambda part: self._shaper.line(part, weight), shorter)

    def once(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """What ``make`` makes, or what it made for the same key before."""
        if len(self._once) >= CACHED_FITS:
            self._once.clear()
        kept = self._once.setdefault(key, [])  # so the key, which may be large, is hashed once
        if not kept:
            kept.append(make())
        return cast("Made", kept[0])

    def code(self, text: str) -> Code | None:
        """The QR code that says ``text``, or None where none can."""
        return self._codes.code(text)

    def expect(self, codes: int) -> None:
        """Be told how many codes will be asked for next."""
        self._codes.expect(codes)

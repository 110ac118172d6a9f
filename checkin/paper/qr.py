"""Ticket codes as QR matrices, one bit a module, remembered.

Encoding is what a badge costs (5.8 ms a code when the library tries every version and mask), so that codes of our own
kind get version 2, level H and one fixed mask, and every matrix is kept. This module knows no page; ``pdf.py`` draws.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

import qrcode
from qrcode import constants, exceptions, util

QUIET = 4
"""Empty modules that the standard (ISO/IEC 18004, 5.3.8) wants on every side of a code."""

CACHED_CODES = 16384
_SHORT = re.compile(r"[0-9A-Z $%*+\-./:]{1,20}")
_SHORT_VERSION, _SHORT_MASK = 2, 3
_GENEROUS_VERSION = 6


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code.

    Attributes:
        modules: How many there are along one side, without the quiet zone.
        rows: The bits of each row from the top, dark ones 1, each row filled up to whole bytes, as hexadecimal digits.
    """

    modules: int
    rows: str

    @property
    def across(self) -> int:
        """Modules along one side with the quiet zone."""
        return self.modules + 2 * QUIET


class Codes:
    """Makes codes and remembers the last few thousand. Made once and passed along."""

    def __init__(self) -> None:
        """Remember nothing yet."""
        self._remembered = lru_cache(maxsize=CACHED_CODES)(encode)

    def code(self, text: str) -> Code | None:
        """The code that says ``text``, or None where no QR code can hold it."""
        return self._remembered(text)


def encode(text: str) -> Code | None:
    """The code that says ``text``, or None where no QR code can hold it.

    >>> encode("BCDFGHJKLNPRSTVXBCDF").modules
    25
    """
    if _SHORT.fullmatch(text):
        return _matrix(text, constants.ERROR_CORRECT_H, _SHORT_VERSION, _SHORT_MASK)
    roomy = _fitted(text, constants.ERROR_CORRECT_Q)
    if roomy is not None and roomy.modules <= 17 + 4 * _GENEROUS_VERSION:
        return roomy
    return _fitted(text, constants.ERROR_CORRECT_M) or _fitted(text, constants.ERROR_CORRECT_L)


def _fitted(text: str, level: int) -> Code | None:
    try:
        return _matrix(text, level, None, None)
    except (exceptions.DataOverflowError, ValueError):
        return None


def _matrix(text: str, level: int, version: int | None, mask: int | None) -> Code:
    maker = qrcode.QRCode(version=version, error_correction=level, mask_pattern=mask, border=0)
    maker.add_data(util.QRData(text), optimize=0)
    maker.make(fit=version is None)
    modules = maker.modules
    width = -(-len(modules) // 8)
    padding = "0" * (width * 8 - len(modules))
    rows = ("".join("1" if dark else "0" for dark in row) + padding for row in modules)
    return Code(len(modules), "".join(f"{int(row, 2):0{width * 2}x}" for row in rows))

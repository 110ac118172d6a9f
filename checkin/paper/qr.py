"""Ticket codes as QR matrices, one bit a module, remembered.

Encoding is what a badge costs: 5.8 ms a code when the library tries every version and mask, 0.8 ms for codes of our own
kind, which get version 2, level H and one fixed mask. In a batch they cost 0.02 ms: error correction, placing and
masking are all linear over single bits, so that the code of any twenty characters is the sum of the codes of its bits,
and a hundred codes made by the library give all the others. This module knows no page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

import qrcode
from qrcode import constants, exceptions, util

SMALLEST_MODULE = 0.4
"""Of a contact's code, in millimetres: a telephone reads it across a table."""

QUIET = 4
"""Empty modules that the standard (ISO/IEC 18004, 5.3.8) wants on every side of a code."""

CACHED_CODES = 16384
PATIENCE = 100
"""So many codes of our own kind are made one by one before the sum of bits pays."""

_LETTERS = {letter: place for place, letter in enumerate("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")}
_SUMMED_LENGTH = 20
_SHORT = re.compile(r"[0-9A-Z $%*+\-./:]{1,20}")
_SHORT_VERSION, _SHORT_MODULES, _SHORT_MASK = 2, 25, 1
_LONG_MASK = 2
"""The mask of all other codes: trying all eight takes eight times as long, and no reader has asked for the best."""

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
        self._remembered = lru_cache(maxsize=CACHED_CODES)(self._make)
        self._own = 0

    def code(self, text: str) -> Code | None:
        """The code that says ``text``, or None where no QR code can hold it."""
        return self._remembered(text)

    def expect(self, codes: int) -> None:
        """Be told how many will be asked for next, so that a large batch is quick from its first code on."""
        if codes > PATIENCE:
            self._own = PATIENCE

    def _make(self, text: str) -> Code | None:
        if len(text) != _SUMMED_LENGTH or not _SHORT.fullmatch(text):
            return encode(text)
        self._own += 1
        return encode(text) if self._own <= PATIENCE else summed(text)


def encode(text: str) -> Code | None:
    """The code that says ``text``, or None where no QR code can hold it.

    >>> encode("BCDFGHJKLNPRSTVXBCDF").modules
    25
    """
    if _SHORT.fullmatch(text):
        return _code(_short(text))
    roomy = _fitted(text, constants.ERROR_CORRECT_Q)
    if roomy is not None and roomy.modules <= 17 + 4 * _GENEROUS_VERSION:
        return roomy
    return _fitted(text, constants.ERROR_CORRECT_M) or _fitted(text, constants.ERROR_CORRECT_L)


def summed(text: str) -> Code:
    """The code of twenty characters of the alphanumeric mode, as the sum of the codes of its bits.

    >>> summed("BCDFGHJKLNPRSTVXBCDF") == encode("BCDFGHJKLNPRSTVXBCDF")
    True
    """
    total, parts = _basis()
    for place, bits in enumerate(parts):
        pair = 45 * _LETTERS[text[2 * place]] + _LETTERS[text[2 * place + 1]]
        for bit, part in enumerate(bits):
            if pair >> bit & 1:
                total ^= part
    return Code(_SHORT_MODULES, f"{total:0{_SHORT_MODULES * 8}x}")


@cache
def _basis() -> tuple[int, tuple[tuple[int, ...], ...]]:
    """The code of twenty zeros, and what each of the eleven bits of each pair of characters changes in it."""
    letters = tuple(_LETTERS)
    zero = int(_code(_short("0" * _SUMMED_LENGTH)).rows, 16)

    def change(place: int, bit: int) -> int:
        first, second = divmod(1 << bit, 45)
        pair = letters[first] + letters[second]
        text = "00" * place + pair + "00" * (_SUMMED_LENGTH // 2 - place - 1)
        return int(_code(_short(text)).rows, 16) ^ zero

    return zero, tuple(tuple(change(place, bit) for bit in range(11)) for place in range(_SUMMED_LENGTH // 2))


def _short(text: str) -> list[list[bool]]:
    data = util.QRData(text, mode=util.MODE_ALPHA_NUM)
    return _matrix(data, constants.ERROR_CORRECT_H, _SHORT_VERSION, _SHORT_MASK)


def _fitted(text: str, level: int) -> Code | None:
    try:
        return _code(_matrix(util.QRData(text), level, None, _LONG_MASK))
    except (exceptions.DataOverflowError, ValueError):
        return None


def _matrix(data: util.QRData, level: int, version: int | None, mask: int | None) -> list[list[bool]]:
    maker = qrcode.QRCode(version=version, error_correction=level, mask_pattern=mask, border=0)
    maker.add_data(data, optimize=0)
    maker.make(fit=version is None)
    modules: list[list[bool]] = maker.modules
    return modules


def _code(modules: list[list[bool]]) -> Code:
    width = -(-len(modules) // 8)
    padding = "0" * (width * 8 - len(modules))
    rows = ("".join("1" if dark else "0" for dark in row) + padding for row in modules)
    return Code(len(modules), "".join(f"{int(row, 2):0{width * 2}x}" for row in rows))

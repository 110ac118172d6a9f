"""The codes in one picture: what they say, where they are, and which are new. Knows no camera, no clock and no guest.

A picture is tried as it is; then softened, which takes away the noise of a dark room; then at half its size with its
edges sharpened, which undoes a lens that is out of focus. When asked to be thorough it is tried sharpened at its full
size as well, for codes without an empty edge, and for other kinds of code. ``python -m benchmarks.camera`` has the
figures. Enlarging found nothing that these do not.

>>> read(np.full((480, 640), 255, np.uint8))
()
>>> softened(np.array([[0, 0, 0, 0, 128, 128, 128, 128, 128]] * 7, np.uint8)).tolist()
[[44, 84, 114]]
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
import zxingcpp
from numpy.typing import NDArray

Grey = NDArray[np.uint8]
"""A picture, one byte a pixel, rows from the top."""

Point = tuple[float, float]

HELD = 5.0
"""Seconds out of sight after which a code counts as shown again (pretixSCAN's camera waits as long)."""

SMALLEST = 64
"""Pixels; a smaller picture is tried only as it is."""

_QR = (zxingcpp.BarcodeFormat.QRCodeModel2,)
"""Without Micro QR, which in noise is read where there is none."""
_OTHERS = (zxingcpp.BarcodeFormat.AztecCode, zxingcpp.BarcodeFormat.PDF417)
"""What tickets of other trades carry; both are checked well enough never to be read out of a pattern."""

_SOFT = 3
"""Pixels that softening takes off every edge."""
_WIDE = 3
"""Times that the wide surroundings of a pixel are softened."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """A code in a picture.

    Attributes:
        text: What it says.
        corners: Where it is, in pixels of the picture, in order around it.
    """

    text: str
    corners: tuple[Point, ...]

    @property
    def area(self) -> float:
        """In square pixels: the nearer to the camera, the larger."""
        pairs = zip(self.corners, (*self.corners[1:], *self.corners[:1]), strict=True)
        return abs(sum(x * v - u * y for (x, y), (u, v) in pairs)) / 2


def read(grey: Grey, *, thorough: bool = False) -> tuple[Sighting, ...]:
    """The codes in a picture, the nearest first; () when there is none that can be read.

    Args:
        grey: The picture, at least 1 × 1, in any memory layout.
        thorough: Whether to try what takes some 20 ms more on a picture of 1280 × 720.
    """
    grey = np.ascontiguousarray(grey)
    found = _decoded(grey) or (_decoded_again(grey, thorough=thorough) if min(grey.shape) >= SMALLEST else [])
    return tuple(sorted(found, key=lambda sighting: -sighting.area))


def fresh(texts: Iterable[str], held: Mapping[str, float], now: float) -> tuple[tuple[str, ...], dict[str, float]]:
    """Which codes of a picture are shown anew, and what is held from now on.

    A code that stays in sight, or is out of it for less than ``HELD`` seconds, is new once.

    Args:
        texts: What the codes in the picture say.
        held: When each code was last in sight.
        now: Seconds, of the same clock.

    >>> new, held = fresh(["A"], {}, 10.0)
    >>> fresh(["A", "B"], held, 14.9)[0], fresh(["A"], held, 15.0)[0]
    (('B',), ('A',))
    """
    still = {text: at for text, at in held.items() if now - at < HELD}
    seen = tuple(dict.fromkeys(texts))
    return tuple(text for text in seen if text not in still), still | dict.fromkeys(seen, now)


def softened(grey: Grey) -> Grey:
    """A picture under a bell of 1.22 pixels (the binomial one of seven), three pixels less at every edge."""
    wide = grey.astype(np.uint16)
    for _ in range(2 * _SOFT):
        wide = wide[:, 1:] + wide[:, :-1]
    wide >>= 2 * _SOFT
    for _ in range(2 * _SOFT):
        wide = wide[1:] + wide[:-1]
    wide >>= 2 * _SOFT
    return wide.astype(np.uint8)


def halved(grey: Grey) -> Grey:
    """A picture of half the width and height, each pixel the mean of four."""
    even = grey[: grey.shape[0] // 2 * 2, : grey.shape[1] // 2 * 2]
    total = even[::2, ::2].astype(np.uint16)
    for part in (even[1::2, ::2], even[::2, 1::2], even[1::2, 1::2]):
        total += part
    return (total >> 2).astype(np.uint8)


def sharpened(grey: Grey, strength: int, reach: int = 1) -> Grey:
    """A picture, softened first, with the difference to its surroundings enlarged ``strength`` times.

    Args:
        grey: The picture.
        strength: How much stronger an edge becomes.
        reach: How often the surroundings are softened; each takes three more pixels off every edge.
    """
    soft = around = softened(grey)
    for _ in range(reach):
        around = softened(around)
    edge = _SOFT * reach
    inner = soft[edge:-edge, edge:-edge].astype(np.int16)
    clear: Grey = np.clip(inner + (inner - around) * strength, 0, 255).astype(np.uint8)
    return clear


def _decoded_again(grey: Grey, *, thorough: bool) -> list[Sighting]:
    found = _decoded(softened(grey), _SOFT) or _decoded(sharpened(halved(grey), 16), 2 * _SOFT, 2)
    if found or not thorough:
        return found
    return _decoded(sharpened(grey, 8, _WIDE), _SOFT * (1 + _WIDE)) or _decoded(grey, kinds=_OTHERS)


def _decoded(
    grey: Grey, inset: int = 0, scale: int = 1, *, kinds: tuple[zxingcpp.BarcodeFormat, ...] = _QR
) -> list[Sighting]:
    """What the library reads; places count in the whole picture, of which this one lacks an edge and some size."""

    def place(at: zxingcpp.Point) -> Point:
        return float((at.x + inset) * scale), float((at.y + inset) * scale)

    found = []
    for code in zxingcpp.read_barcodes(grey, formats=zxingcpp.BarcodeFormats(kinds)):
        spot = code.position
        around = (spot.top_left, spot.top_right, spot.bottom_right, spot.bottom_left)
        if code.text:
            found.append(Sighting(code.text, tuple(place(at) for at in around)))
    return found

"""A logo: looked at before it is opened, made small, and kept as the bits that a PDF wants.

Files are measured by their first bytes, so that a picture that would unfold to gigabytes is refused unopened. This
module knows no badge.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO

from PIL import Image

from checkin.errors import UnusableLogo

LARGEST_FILE = 4_000_000
"""Bytes."""

LARGEST_SIDE = 6000
MOST_PIXELS = 16_000_000
KEPT = (480, 240)
"""Pixels across and down of what is kept: 25 mm at 480 dots per inch."""

_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8"
_ORIENTATION = 0x0112
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What sets a picture upright, by its orientation; with 1 it stands already."""

_SIZES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
"""Markers of a JPEG after which its size stands."""


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture unpacked.

    Attributes:
        colours: Red, green and blue of every pixel, row by row.
        solid: How much of the paper each covers, or nothing where all are solid.
    """

    width: int
    height: int
    colours: bytes
    solid: bytes


def accepted(file: bytes) -> bytes:
    """What is kept of a PNG or JPEG file.

    Raises:
        UnusableLogo: It is neither, too large, or damaged.
    """
    if len(file) > LARGEST_FILE:
        raise UnusableLogo("too_large")
    width, height = measured(file)
    if max(width, height) > LARGEST_SIDE or width * height > MOST_PIXELS or not min(width, height):
        raise UnusableLogo("too_large")
    try:
        with Image.open(BytesIO(file), formats=("PNG", "JPEG")) as picture:
            small = _upright(_shallow(picture).convert("RGBA"), _orientation(picture))
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise UnusableLogo("damaged") from error
    small.thumbnail(KEPT)
    kept = BytesIO()
    small.save(kept, "PNG", optimize=True)
    return kept.getvalue()


def _shallow(picture: Image.Image) -> Image.Image:
    """A picture of no more than eight bits a colour; more of grey would be taken for white."""
    if not picture.mode.startswith("I"):
        return picture
    shallow = picture.convert("I").point(lambda value: value * (1 / 257)).convert("L")
    clear = picture.info.get("transparency")
    if isinstance(clear, int):
        shallow.info["transparency"] = clear // 257
    return shallow


def _orientation(picture: Image.Image) -> int:
    """How a camera was held, as EXIF counts; 1 where nothing is said, or nothing that can be read."""
    try:
        return int(picture.getexif().get(_ORIENTATION, 1))
    except (OSError, ValueError, TypeError, SyntaxError, KeyError, struct.error):
        return 1


def _upright(picture: Image.Image, orientation: int) -> Image.Image:
    """A picture as it is meant to be looked at."""
    turn = _TURNS.get(orientation)
    return picture if turn is None else picture.transpose(turn)


def measured(file: bytes) -> tuple[int, int]:
    """Width and height by the file's first bytes; nothing is decoded.

    Raises:
        UnusableLogo: It is neither a PNG nor a JPEG.
    """
    if file.startswith(_PNG) and file[12:16] == b"IHDR" and len(file) >= 24:
        wide, high = struct.unpack(">II", file[16:24])
        return int(wide), int(high)
    if file.startswith(_JPEG):
        at = 2
        while at + 9 <= len(file) and file[at] == 0xFF:
            if file[at + 1] in _SIZES:
                high, wide = struct.unpack(">HH", file[at + 5 : at + 9])
                return int(wide), int(high)
            at += 2 + int.from_bytes(file[at + 2 : at + 4], "big")
    raise UnusableLogo("no_picture")


@lru_cache(maxsize=4)
def opened(kept: bytes) -> Logo:
    """The bits of a logo that ``accepted`` let in."""
    picture = Image.open(BytesIO(kept), formats=("PNG",)).convert("RGBA")
    solid = picture.getchannel("A")
    covered = b"" if solid.getextrema() == (255, 255) else solid.tobytes()
    return Logo(picture.width, picture.height, picture.convert("RGB").tobytes(), covered)

"""A logo: measured before it is opened, upright and in its own colours, or refused with what to do."""

from __future__ import annotations

import zlib
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from checkin import phrases
from checkin.errors import UnusableLogo
from checkin.paper.logo import KEPT, accepted
from checkin.words import Words
from tests.test_papers import picture


def test_a_logo_is_made_small_whatever_it_was() -> None:
    for kind in ("PNG", "JPEG"):
        kept = Image.open(BytesIO(accepted(picture((3000, 1500), kind))))
        assert kept.size == (KEPT[0], KEPT[1])


UPRIGHT = Image.new("RGB", (300, 120), "white")
UPRIGHT.paste((200, 30, 30), (10, 10, 140, 110))
LYING = {
    1: None, 2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180, 4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE, 6: Image.Transpose.ROTATE_90, 7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}  # fmt: skip
"""How a camera keeps a picture, by the orientation that it writes beside it."""


def as_file(made: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    file = BytesIO()
    made.save(file, kind, **options)
    return file.getvalue()


def kept_of(file: bytes) -> Image.Image:
    return Image.open(BytesIO(accepted(file))).convert("RGBA")


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
@pytest.mark.parametrize("orientation", list(LYING))
def test_a_photographed_logo_stands_upright_however_the_camera_was_held(orientation: int, kind: str) -> None:
    told, turn = Image.Exif(), LYING[orientation]
    told[0x0112] = orientation
    lying = UPRIGHT if turn is None else UPRIGHT.transpose(turn)
    kept = kept_of(as_file(lying, kind, exif=told))
    assert kept.size == UPRIGHT.size
    assert kept.getpixel((70, 60)) == pytest.approx((200, 30, 30, 255), abs=6)
    assert kept.getpixel((220, 60)) == pytest.approx((255, 255, 255, 255), abs=6)


def test_what_a_camera_wrote_and_nobody_can_read_leaves_the_logo_as_it_is() -> None:
    file = as_file(UPRIGHT, "JPEG")
    assert kept_of(file[:2] + b"\xff\xe1\x00\x10Exif\0\0junkjunk" + file[2:]).size == UPRIGHT.size


def test_a_grey_logo_of_sixteen_bits_keeps_its_greys_and_what_is_clear() -> None:
    deep = Image.new("I;16", (300, 120), 65535)
    deep.paste(81 * 257, (10, 10, 140, 110))
    kept = kept_of(as_file(deep))
    assert kept.getpixel((70, 60)) == (81, 81, 81, 255)
    assert kept.getpixel((220, 60)) == (255, 255, 255, 255)
    assert kept_of(as_file(deep, transparency=65535)).getchannel("A").getpixel((220, 60)) == 0


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "CMYK", "RGBA"])
def test_a_logo_of_any_kind_of_colour_is_what_it_was(mode: str) -> None:
    before = UPRIGHT.convert(mode, dither=Image.Dither.NONE)
    kept = kept_of(as_file(before, "JPEG" if mode == "CMYK" else "PNG"))
    for spot in ((70, 60), (220, 60)):
        assert kept.getpixel(spot) == pytest.approx(before.convert("RGBA").getpixel(spot), abs=6)


def test_a_colour_of_a_palette_that_is_clear_stays_clear() -> None:
    palette = UPRIGHT.quantize(4)
    kept = kept_of(as_file(palette, transparency=palette.getpixel((0, 0))))
    clear = kept.getchannel("A")
    assert (clear.getpixel((220, 60)), clear.getpixel((70, 60))) == (0, 255)


@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize("kind", ["GIF", "WEBP", "BMP"])
def test_another_kind_of_picture_is_refused_with_what_to_do(kind: str, language: str) -> None:
    with pytest.raises(UnusableLogo) as refused:
        accepted(as_file(UPRIGHT, kind))
    said = phrases.refusal(refused.value, Words(language))
    assert {"es": "guárdala como PNG", "en": "save it as PNG"}[language] in said


def bomb() -> bytes:
    """A PNG that says it is 60,000 pixels wide and high."""
    head = b"IHDR" + (60000).to_bytes(4, "big") * 2 + bytes((8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n\0\0\0\x0d" + head + zlib.crc32(head).to_bytes(4, "big")


@pytest.mark.parametrize(
    ("file", "why"),
    [
        (bomb(), "too_large"),
        (b"\0" * 4_000_001, "too_large"),
        (b"GIF89a" + bytes(40), "no_picture"),
        (b"", "no_picture"),
        (b"\xff\xd8\xff", "no_picture"),
        (picture()[:60], "damaged"),
    ],
)
def test_a_picture_is_looked_at_before_it_is_opened(file: bytes, why: str) -> None:
    with pytest.raises(UnusableLogo) as refused:
        accepted(file)
    assert refused.value.why == why


@given(st.binary(max_size=200))
def test_no_file_whatever_it_holds_does_more_than_be_refused(tail: bytes) -> None:
    for head in (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xc0", b""):
        with pytest.raises(UnusableLogo):
            accepted(head + tail)

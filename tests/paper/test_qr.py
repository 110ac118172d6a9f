"""Codes that every reader reads."""

from __future__ import annotations

import string

import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st

from checkin.paper.qr import PATIENCE, QUIET, Code, Codes, encode, summed

OURS = "BCDFGHJKLNPRSTVX"
alphanumeric = string.digits + string.ascii_uppercase + " $%*+-./:"


def read(code: Code) -> str:
    """What a reader makes of a code at four pixels a module."""
    width = len(code.rows) * 4 // code.modules
    side = code.across * 4
    picture = bytearray(b"\xff" * side * side)
    for row in range(code.modules):
        bits = int(code.rows[row * width // 4 : (row + 1) * width // 4], 16)
        for column in range(code.modules):
            if bits >> (width - 1 - column) & 1:
                for y in range(4):
                    start = ((row + QUIET) * 4 + y) * side + (column + QUIET) * 4
                    picture[start : start + 4] = bytes(4)
    (found,) = zxingcpp.read_barcodes(memoryview(picture).cast("B", (side, side)))
    return str(found.text)


@given(st.text(OURS, min_size=20, max_size=20))
def test_a_ticket_of_ours_reads_back_and_has_version_2(text: str) -> None:
    code = summed(text)
    assert code.modules == 25
    assert read(code) == text


@given(st.text(alphanumeric, min_size=20, max_size=20))
def test_the_sum_of_bits_is_the_code_that_the_library_makes(text: str) -> None:
    assert summed(text) == encode(text)


@pytest.mark.parametrize(
    "text",
    [
        "9876543211234567890001",
        "https://example.org/t/2f6d0c1e-3b2a-4d7e-9f51-6a3f0c5e7b90",
        "abcdefghij",
        "A",
        "niño@café.es",
        "x" * 300,
    ],
)
def test_a_foreign_code_reads_back(text: str) -> None:
    code = encode(text)
    assert code is not None
    assert read(code) == text


def test_a_text_that_no_code_holds_is_none() -> None:
    assert encode("x" * 5000) is None


def test_codes_are_the_same_before_and_after_the_library_is_left_aside() -> None:
    codes = Codes()
    texts = [f"BCDFGHJKLNPRSTVX{number:04d}" for number in range(PATIENCE + 20)]
    assert [codes.code(text) for text in texts] == [encode(text) for text in texts]


def test_a_batch_that_was_announced_has_the_same_codes() -> None:
    codes = Codes()
    codes.expect(PATIENCE + 1)
    assert codes.code("BCDFGHJKLNPRSTVXBCDF") == encode("BCDFGHJKLNPRSTVXBCDF")


def test_a_code_is_made_once() -> None:
    codes = Codes()
    assert codes.code("BCDFGHJKLNPRSTVXBCDF") is codes.code("BCDFGHJKLNPRSTVXBCDF")

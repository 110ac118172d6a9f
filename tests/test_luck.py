"""Luck is the same on every machine and favours nobody."""

from __future__ import annotations

import hashlib
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.luck import Luck

SEED = bytes(range(32))
GOLDEN = [160072, 250875, 701383, 652522, 82621]
GOLDEN_ORDER = [3, 5, 7, 4, 0, 2, 6, 1]


def hmac_sha256(key: bytes, message: bytes) -> bytes:
    """HMAC written out from RFC 2104, so that the golden values do not rest on the module they check."""
    block = key.ljust(64, b"\0")
    inner = hashlib.sha256(bytes(byte ^ 0x36 for byte in block) + message).digest()
    return hashlib.sha256(bytes(byte ^ 0x5C for byte in block) + inner).digest()


def test_a_chance_is_the_hmac_of_what_it_is_for() -> None:
    words = struct.unpack(">4Q", hmac_sha256(SEED, "table|12|345|0|Comida de mayo · Málaga".encode()))
    word = sum(part << shift for part, shift in zip(words, (192, 128, 64, 0), strict=True))
    luck = Luck(SEED, "Comida de mayo · Málaga")
    assert [luck.below(bound, "table", counter=12, guest=345) for bound in (2, 75, 1000, 2**256)] == [
        word % 2,
        word % 75,
        word % 1000,
        word,
    ]


def test_golden_values_hold_on_every_python_and_system() -> None:
    luck = Luck(SEED, "Comida de mayo · Málaga")
    chances = [luck.below(1_000_000, "table", counter=counter, guest=100 + counter) for counter in range(5)]
    assert chances == GOLDEN
    assert luck.shuffled(list(range(8)), "order") == GOLDEN_ORDER
    assert luck.commitment() == "630dcd2966c4336691125448bbb25b4ff412a49c732db2c8abc1b8581bd710dd"


def test_words_beyond_the_last_full_multiple_are_drawn_again() -> None:
    bound = 2**255 + 1  # nearly half of all words are beyond it
    luck = Luck(SEED, "x")
    first = [int.from_bytes(hmac_sha256(SEED, f"p|0|{guest}|0|x".encode()), "big") for guest in range(20)]
    second = [int.from_bytes(hmac_sha256(SEED, f"p|0|{guest}|1|x".encode()), "big") for guest in range(20)]
    again = [guest for guest in range(20) if first[guest] >= bound > second[guest]]
    assert again
    assert all(luck.below(bound, "p", counter=0, guest=guest) == second[guest] for guest in again)


@given(st.binary(min_size=32, max_size=32), st.text(), st.integers(1, 2**256), st.integers(0), st.integers(0))
def test_a_chance_is_below_its_bound(seed: bytes, event: str, bound: int, counter: int, guest: int) -> None:
    event = event.encode("utf-8", "replace").decode()
    value = Luck(seed, event).below(bound, "table", counter=counter, guest=guest)
    assert 0 <= value < bound


@pytest.mark.parametrize("bound", [0, -1, 2**256 + 1])
def test_a_bound_without_chances_is_refused(bound: int) -> None:
    with pytest.raises(ValueError, match=str(bound)):
        Luck(SEED, "x").below(bound, "table", counter=0, guest=0)


@pytest.mark.parametrize("other", [("order", 0, 1), ("table", 1, 1), ("table", 0, 2)])
def test_purpose_counter_and_guest_each_make_another_chance(other: tuple[str, int, int]) -> None:
    luck = Luck(SEED, "x")
    purpose, counter, guest = other
    assert luck.below(2**64, "table", counter=0, guest=1) != luck.below(2**64, purpose, counter=counter, guest=guest)


def test_another_event_with_the_same_seed_is_another_evening() -> None:
    one, two = (Luck(SEED, event).below(2**64, "table", counter=0, guest=1) for event in ("May", "June"))
    assert one != two


def test_the_order_does_not_depend_on_the_order_given() -> None:
    luck = Luck(SEED, "x")
    assert luck.shuffled([3, 1, 2, 5, 4], "order") == luck.shuffled([5, 4, 3, 2, 1], "order")


def test_the_seed_is_not_shown_by_accident() -> None:
    assert SEED.hex() not in repr(Luck(SEED, "x"))
    assert repr(SEED) not in repr(Luck(SEED, "x"))

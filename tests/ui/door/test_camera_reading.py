"""Codes in single pictures: what is read, what is never read, and which code is new."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.filming import Shot, corners, film
from checkin.tickets import new_code
from checkin.ui.door.reading import HELD, fresh, read, sharpened, softened

CODE = "BBBCBDBFBGBHBJBKBLBT"

HARD = {
    "near": Shot(),
    "turned": Shot(turn=130),
    "tilted": Shot(tilt=45, turn=10),
    "far": Shot(across=0.16),
    "dark": Shot(light=(10, 45), noise=20),
    "out of focus": Shot(blur=0.55),
    "moving": Shot(motion=1.2),
    "light on dark": Shot(inverted=True),
    "washed out": Shot(light=(110, 150), noise=6),
}


def texts(grey: np.ndarray[tuple[int, ...], np.dtype[np.uint8]], *, thorough: bool = False) -> list[str]:
    return [sighting.text for sighting in read(grey, thorough=thorough)]


@pytest.mark.parametrize("how", HARD)
def test_a_ticket_is_read_however_it_is_held(how: str) -> None:
    luck = np.random.default_rng(len(how))
    for size in ((640, 480), (1280, 720)):
        assert texts(film(CODE, replace(HARD[how], size=size), luck)) == [CODE]


@pytest.mark.parametrize("thorough", [False, True])
def test_no_code_is_read_where_there_is_none(thorough: bool) -> None:
    luck = np.random.default_rng(5)
    for noise in (2, 8, 20, 40):
        assert texts(film("", Shot(noise=noise), luck), thorough=thorough) == []


def test_a_code_that_cannot_be_made_out_is_never_read_as_another() -> None:
    luck = np.random.default_rng(6)
    for at in range(20):
        code = new_code(luck.bytes(10))
        shot = Shot(blur=0.3 + at * 0.03, noise=4 + at, light=(20, 80), motion=1 + at / 10)
        assert set(texts(film(code, shot, luck), thorough=True)) <= {code}


def test_a_code_without_an_empty_edge_is_found_by_looking_thoroughly() -> None:
    luck = np.random.default_rng(1)
    frames = [film(CODE, Shot(quiet=0, size=(1280, 720)), luck) for _ in range(10)]
    thorough = sum(bool(texts(frame, thorough=True)) for frame in frames)
    assert thorough > sum(bool(texts(frame)) for frame in frames)


@pytest.mark.parametrize("how", ["near", "dark", "out of focus"])
def test_the_outline_lies_on_the_code(how: str) -> None:
    shot = replace(HARD[how], centre=(0.4, 0.55), turn=15)
    (sighting,) = read(film(CODE, shot, np.random.default_rng(9)))
    assert np.abs(np.array(sighting.corners) - corners(shot, 1.0)).max() < 8


def test_of_two_codes_the_nearer_comes_first() -> None:
    luck = np.random.default_rng(3)
    other = CODE[::-1]
    right = film(other, Shot(size=(640, 480), across=0.5), luck)
    left = film(CODE, Shot(size=(640, 480), across=0.3), luck)
    assert texts(np.hstack([left, right])) == [other, CODE]


def test_softening_keeps_what_is_even_and_evens_what_is_not() -> None:
    luck = np.random.default_rng(4)
    even = np.full((40, 40), 77, np.uint8)
    noisy = luck.integers(0, 256, (40, 40)).astype(np.uint8)
    assert (softened(even) == 77).all()
    assert softened(noisy).std() < noisy.std() / 3
    assert (sharpened(even, 16) == 77).all()


def test_a_picture_of_a_few_pixels_holds_no_code() -> None:
    for size in ((1, 1), (3, 200), (63, 63)):
        assert read(np.zeros(size, np.uint8), thorough=True) == ()


@given(st.lists(st.tuples(st.sampled_from(["A", "B", ""]), st.floats(0.01, 12)), max_size=30))
def test_a_code_is_new_once_until_it_was_out_of_sight_long_enough(frames: list[tuple[str, float]]) -> None:
    held: dict[str, float] = {}
    last: dict[str, float] = {}
    now = 0.0
    for code, gap in frames:
        now += gap
        new, held = fresh([code] if code else [], held, now)
        was = last.get(code)
        assert new == ((code,) if code and (was is None or now - was >= HELD) else ())
        if code:
            last[code] = now


def test_what_is_held_does_not_grow_with_the_evening() -> None:
    held: dict[str, float] = {}
    for number in range(500):
        _, held = fresh([str(number)], held, number * 1.0)
    assert len(held) <= HELD

"""Fitting: nothing leaves its box, and nothing is left out without a word."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checkin.paper import fitting, names
from checkin.paper.fitting import Room, fit
from checkin.paper.fonts import Weight
from checkin.paper.press import Press
from checkin.paper.runs import clean
from tests.paper.names_of_the_world import mixed

PRESS = Press()
ROOM = Room(width=55, height=16, size=38, floor=18)
rooms = st.builds(
    Room,
    width=st.floats(15, 120),
    height=st.floats(6, 40),
    size=st.floats(12, 60),
    floor=st.floats(8, 20),
    lines=st.sampled_from([1, 2]),
)


@given(mixed, rooms)
@settings(max_examples=200, deadline=None)
def test_no_text_leaves_its_room_and_what_is_whole_is_all_there(text: str, room: Room) -> None:
    fitted = PRESS.fit(text, room, Weight.BOLD, names.shorter)
    assert fitted.size <= room.size
    assert fitted.width <= room.width + 0.01
    assert fitted.height <= room.height + 0.01
    if not fitted.abbreviated:
        whole = "".join(line.text for line in fitted.lines).replace(" ", "")
        assert whole == clean(text).replace(" ", "")


def test_a_short_name_takes_its_full_size(press: Press) -> None:
    assert press.fit("Jo", ROOM).size == ROOM.size


def test_a_longer_name_is_as_wide_as_its_room(press: Press) -> None:
    fitted = press.fit("Maximiliano", ROOM)
    assert len(fitted.lines) == 1
    assert fitted.width == pytest.approx(ROOM.width, abs=0.01)


def test_a_long_name_breaks_rather_than_shrink(press: Press) -> None:
    fitted = press.fit("María de los Ángeles", Room(55, 30, 38, 18))
    assert [line.text for line in fitted.lines] == ["María", "de los Ángeles"]
    assert not fitted.abbreviated


def test_a_break_between_words_is_better_than_one_at_a_hyphen(press: Press) -> None:
    fitted = press.fit("Fernández-Villaverde y Gómez", Room(60, 11.5, 17, 8))
    assert [line.text for line in fitted.lines] == ["Fernández-Villaverde", "y Gómez"]


def test_the_second_surname_becomes_an_initial_before_anything_is_cut(press: Press) -> None:
    fitted = press.fit("Fernández-Villaverde Constantinopolitano", Room(60, 5, 17, 12, lines=1), shorter=names.shorter)
    assert [line.text for line in fitted.lines] == ["Fernández-Villaverde C."]
    assert fitted.abbreviated


def test_at_last_there_is_an_ellipsis(press: Press) -> None:
    fitted = press.fit("Wolfeschlegelsteinhausenbergerdorff", Room(30, 8, 20, 18, lines=1))
    assert fitted.lines[0].text.startswith("Wolf")
    assert fitted.lines[0].text.endswith("…")
    assert fitted.abbreviated
    assert fitted.size >= 18


def test_an_ellipsis_never_tears_a_letter_from_its_marks(press: Press) -> None:
    fitted = press.fit("น้ำน้ำน้ำน้ำน้ำน้ำ", Room(20, 10, 20, 18, lines=1))
    assert set(fitted.lines[0].text.removesuffix("…").split("น้ำ")) == {""}


def test_a_low_room_sets_smaller_and_cuts_nothing(press: Press) -> None:
    fitted = press.fit("Begoña", Room(60, 3, 38, 18))
    assert not fitted.abbreviated
    assert fitted.size < 18


def test_an_empty_text_has_no_lines(press: Press) -> None:
    assert press.fit("  ", ROOM).lines == ()
    assert press.fit("  ", ROOM).height == 0


def test_shorter_words_are_tried_in_their_order(press: Press) -> None:
    def shorter(_: str) -> Iterator[str]:
        yield "Too long as well for such a narrow room"
        yield "Fits"
        yield "F"

    assert fit("Much too long for it", Room(14, 6, 14, 12, lines=1), press.line, shorter).lines[0].text == "Fits"


WORDS = (
    "Ángel",
    "Gil",
    "de",
    "la",
    "Ñíguez",
    "Çelik",
    "Åström",
    "Gjørg",
    "Jo",
    "I",
    "Wójcik",
    "García",
    "Brzęczyszczykiewicz",
    "7",
)


@given(
    st.lists(st.sampled_from(WORDS), min_size=3, max_size=6).map(" ".join),
    st.builds(Room, st.floats(20, 90), st.floats(5, 30), st.floats(8, 60), st.just(4.0)),
)
@settings(max_examples=300, deadline=None)
def test_of_latin_words_the_break_into_like_widths_is_the_best_there_is(text: str, room: Room) -> None:
    whole = PRESS.line(text, Weight.BOLD)
    tried = [(PRESS.line(one, Weight.BOLD), PRESS.line(two, Weight.BOLD)) for one, two in fitting._breaks(text)]
    if len(tried) < 2 or len(fitting._likely(whole)) > 1:
        return
    best, _ = fitting._best([(pair, fitting._size(pair, room)) for pair in tried])
    ((first, second),) = fitting._likely(whole)
    assert (first, second) == tuple(part.text for part in best)

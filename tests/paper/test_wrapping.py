"""Longer texts over several lines: nothing is lost, nothing is wider than it may be, nobody gets more than is fair."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checkin.paper.fitting import Room
from checkin.paper.names import PARTICLES
from checkin.paper.press import Press
from checkin.paper.runs import clean
from checkin.paper.wrapping import Prose, shared
from tests.paper.names_of_the_world import mixed

PRESS = Press()
TEXT = "Ayudo a cooperativas pequeñas a ordenar sus cuentas y a preparar las ayudas europeas, con plantillas propias"
texts = st.lists(mixed, min_size=1, max_size=6).map(lambda parts: clean(" ".join(parts)))


@given(texts, st.floats(4, 40))
@settings(max_examples=200, deadline=None)
def test_what_is_parted_is_all_there_and_no_line_is_wider_unless_one_piece_is(text: str, width: float) -> None:
    prose = Prose(text, PRESS.line)
    for lines in (prose.parted(width, prose.lines(width)), prose.evenly(width)):
        assert len(lines) == prose.lines(width)
        assert "".join(lines).replace(" ", "") == text.replace(" ", "")
        if prose.fits(width):
            assert all(PRESS.line(line).width <= width * 1.03 + 0.5 for line in lines)


def test_lines_are_even_and_leave_no_particle_at_an_end(press: Press) -> None:
    prose = Prose(TEXT, press.line)
    lines = prose.evenly(24.0)
    widths = [press.line(line).width for line in lines]
    assert len(lines) == prose.lines(24.0) > 2
    assert min(widths) > 0.6 * max(widths)
    assert not {line.split()[-1] for line in lines[:-1]} & PARTICLES


def test_ideographs_break_anywhere_but_before_a_stop() -> None:
    lines = Prose("我们提供小型合作社的会计服务，也寻找新的客户。", PRESS.line).evenly(6.0)
    assert len(lines) > 2
    assert not any(line[0] in "，。" for line in lines)


def test_a_hyphen_before_a_word_stays_with_it(press: Press) -> None:
    assert Prose("-Begoña -Ibáñez/Etxeberria", press.line).parted(0.1, 9) == ["-Begoña", "-Ibáñez/", "Etxeberria"]
    fitted = press.fit(f"-{'Wolfeschlegel' * 4}", Room(40, 20, 14, 12))
    assert fitted.lines[0].text.startswith("-Wolf")


def test_the_last_line_has_all_that_is_left() -> None:
    assert Prose("one two three four", PRESS.line).parted(4.0, 2)[-1].endswith("four")


@given(st.lists(st.integers(0, 9), max_size=5), st.integers(-1, 30))
def test_lines_are_shared_fairly(needs: list[int], lines: int) -> None:
    given_ = shared(needs, lines)
    assert all(0 <= got <= need for got, need in zip(given_, needs, strict=True))
    assert sum(given_) == min(max(lines, 0), sum(needs))
    short = [got for got, need in zip(given_, needs, strict=True) if got < need]
    assert not short or max(given_) - min(short) <= 1


def test_a_room_of_many_lines_is_filled_with_larger_type(press: Press) -> None:
    two, many = (press.fit(TEXT, Room(50, 30, 11, 6, lines)) for lines in (2, 6))
    assert many.size > two.size
    assert len(many.lines) > 2
    assert not many.abbreviated
    assert many.width <= 50.01
    assert many.height <= 30.01


def test_what_has_no_room_is_cut_in_the_last_of_its_lines(press: Press) -> None:
    fitted = press.fit(TEXT, Room(40, 10, 9, 9, 3))
    assert fitted.abbreviated
    assert len(fitted.lines) > 1
    assert [line.text.endswith("…") for line in fitted.lines] == [*[False] * (len(fitted.lines) - 1), True]


@pytest.mark.parametrize("lines", [1, 2, 5])
def test_what_is_broken_and_whole_is_not_called_shortened(press: Press, lines: int) -> None:
    for width in range(12, 60):
        fitted = press.fit("Jean-Sébastien Marie de la Fuente", Room(width, 30, 14, 10, lines))
        whole = " ".join(line.text for line in fitted.lines).replace("- ", "-") == "Jean-Sébastien Marie de la Fuente"
        assert fitted.abbreviated is not whole

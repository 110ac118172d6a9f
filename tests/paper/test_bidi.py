"""Direction. Where a rule is not obvious, the expected order is that of Unicode Standard Annex 9."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.paper import bidi
from checkin.paper.bidi import base_level, levels, mirror, visual_order
from checkin.paper.press import Press


def seen(text: str) -> str:
    """The text in the order of the eye, letters of a text that runs to the left written one by one."""
    level = levels(text, base_level(text))
    return "".join(mirror(text[place]) if level[place] % 2 else text[place] for place in visual_order(level))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Gil", "Ana Gil"),
        ("אבג", "גבא"),
        ("אבג (דה) 12", "12 (הד) גבא"),
        ("Ana אבג Gil", "Ana גבא Gil"),
        ("אבג Ana דה", "הד Ana גבא"),
        ("אב 1,5-2", "1,5-2 בא"),
        ("Ana (אב)", "Ana (בא)"),
        ("אב (Ana)", "(Ana) בא"),
        ("نور 12%", "%12 رون"),
    ],
)
def test_text_is_put_into_the_order_of_the_eye(text: str, expected: str) -> None:
    assert seen(text) == expected


def test_a_mark_stays_with_its_letter() -> None:
    assert levels("לֵ", 1) == [1, 1]


@given(st.text("aב1,(ي٣ +%)\u0301", max_size=20))
def test_no_character_is_lost_and_every_level_is_one_of_three(text: str) -> None:
    level = levels(text, base_level(text))
    assert sorted(visual_order(level)) == list(range(len(text)))
    assert set(level) <= {0, 1, 2}


@given(st.text("abcñ 12.-()", max_size=20))
def test_text_without_right_to_left_letters_is_left_alone(text: str) -> None:
    assert visual_order(levels(text, 0)) == list(range(len(text)))


def test_a_sentence_of_the_programs_own_runs_to_the_right_whatever_it_begins_with() -> None:
    line = Press().line(bidi.ours("אורי offers bread"))
    assert line.seen.lstrip("\u200e").endswith("offers bread")
    assert line.missing == ""
    assert bidi.ours("Ana offers bread") == "Ana offers bread"
    assert bidi.ours("Ana and אורי") == "Ana and אורי"

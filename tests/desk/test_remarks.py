"""What is said of a paper that is not as it should be: a sentence each, names that can be told apart, what to do."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.desk.remarks import LONGEST, NAMED, listed, remarks
from checkin.paper.printed import SOUND, Flaws, Unprintable
from checkin.words import Words

ENGLISH = Words("en")


@pytest.mark.parametrize("language", ["es", "en"])
def test_missing_letters_and_codes_left_off_are_two_sentences_each_with_what_to_do(language: str) -> None:
    t = Words(language)
    assert remarks(SOUND, t) == []
    said = remarks(Flaws(("A",), (Unprintable("B", "\u1230"),), ("C",), event_cut=True), t)
    assert len(said) == 4
    event, shortened, letters, codes = said
    assert "A" in shortened
    assert "B (\u1230)" in letters
    assert ": C." in codes
    assert {"es": "a mano", "en": "by hand"}[language] in letters
    assert {"es": "etiqueta más grande", "en": "larger label"}[language] in codes
    assert {"es": "nombre del evento", "en": "event's name"}[language] in event


def test_a_name_with_a_comma_is_told_apart_from_the_next() -> None:
    assert listed(["García, Ana", "Gil, Jon", "García, Ana"], ENGLISH) == "García, Ana; Gil, Jon"


@given(st.lists(st.text(st.characters(exclude_characters=";", exclude_categories=["Cs"]), min_size=1), min_size=1))
def test_at_most_a_dozen_are_named_each_once_and_the_rest_are_counted(names: list[str]) -> None:
    said = listed(names, ENGLISH)
    once = list(dict.fromkeys(names))
    if len(once) > NAMED:
        said, _, more = said.rpartition(" and ")
        assert more == f"{len(once) - NAMED:,} more"
    shown = said.split("; ")
    assert len(shown) == min(len(once), NAMED)
    assert all(len(one) <= LONGEST for one in shown)

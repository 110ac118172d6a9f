"""Two questions for the people at a table: about what they wrote, by the names they are called."""

from __future__ import annotations

from checkin.starters import starters
from checkin.words import Words
from tests.meals import guest

ENGLISH = Words("en")


def test_who_looks_for_what_somebody_offers_is_called_by_the_name_that_is_said() -> None:
    ana = guest(1, "Ana María Gil", given="Ana María", family="Gil", seeks="Una gestora para cooperativas")
    jon = guest(2, "Jon Rey", given="", family="", offers="Gestoría de cooperativas")
    first, _ = starters([ana, jon], ENGLISH)
    assert first.startswith("Ana looks for “Una gestora para cooperativas”, Jon offers")


def test_a_name_that_is_one_word_is_not_taken_apart() -> None:
    na = guest(1, "李娜", given="娜", family="李", seeks="Una gestora para cooperativas")
    jon = guest(2, "Jon Rey", given="Jon", family="Rey", offers="Gestoría de cooperativas")
    first, _ = starters([na, jon], ENGLISH)
    assert first.startswith("李娜 looks for")


def test_nobody_alone_is_asked_anything() -> None:
    assert starters([guest(1, "Ana Gil"), guest(2, None)], ENGLISH) == ()

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


def test_a_title_or_an_initial_is_nobodys_name() -> None:
    ana = guest(1, "Dra. M. Ana Gil", given="Dra. M. Ana", family="Gil", seeks="Una gestora para cooperativas")
    jon = guest(2, "Jon Rey", given="Jon", family="Rey", offers="Gestoría de cooperativas")
    assert starters([ana, jon], ENGLISH)[0].startswith("Ana looks for")


def test_what_somebody_wrote_at_length_leaves_room_for_the_question() -> None:
    wish = "Una gestora para cooperativas pequeñas, con plantillas propias y acompañamiento durante el primer año"
    ana = guest(1, "Ana Gil", given="Ana", family="Gil", seeks=wish, sector="Tercer sector y cooperativismo " * 4)
    jon = guest(2, "Jon Rey", given="Jon", family="Rey", offers="Gestora" * 20, sector=ana.sector)
    jon_too = guest(3, "Jon Paz", given="Jon", family="Paz", offers=wish)
    first, second = starters([ana, jon, jon_too], ENGLISH)
    assert "“Una gestora para cooperativas pequeñas, con plantillas propias y…”" in first
    assert first.endswith(": how could that become one thing?")
    assert second.endswith("what do the others see from outside that they no longer see?")
    assert max(map(len, (first, second))) < 240


def test_nobody_alone_is_asked_anything() -> None:
    assert starters([guest(1, "Ana Gil"), guest(2, None)], ENGLISH) == ()

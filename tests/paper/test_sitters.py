"""Who sits at a table, on its card: everybody is there with what they offer and look for, in type that can be read."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checkin.paper.layout import Box
from checkin.paper.names import NameParts
from checkin.paper.press import Press
from checkin.paper.sitters import LARGEST, Sitter, draw_sitters
from checkin.words import Words
from tests.paper.names_of_the_world import mixed
from tests.paper.watching import Mark, Watched

ENGLISH = Words("en")
PRESS = Press()
FACE = Box(14.0, 30.0, 182.0, 88.0)
"""What the usual card has for people, with two questions below them."""

SHORT = Sitter("Ana Gil Paz", "Marea Coop. · Directora", "Contabilidad para cooperativas", "Clientes en Francia")
WORDY = Sitter(
    "Begoña Ibáñez Etxeberria",
    "Confederación Empresarial de la Comunitat Valenciana · Responsable de comunicación",
    "Ayudo a preparar ayudas europeas, con plantillas propias y acompañamiento durante un año",
    "Socia con experiencia en hostelería, mejor si ya ha abierto un local, para un proyecto en el centro",
)


def drawn(people: list[Sitter]) -> tuple[Watched, bool]:
    page = Watched(210, 148.5)
    made = draw_sitters(page, PRESS, people, FACE, ENGLISH)
    return page, any(fitted.abbreviated for fitted in made)


def beginning(page: Watched, *words: str) -> list[Mark]:
    return [mark for mark in page.texts() if mark.said.startswith(words)]


@pytest.mark.parametrize("people", [1, 2, 4, 8, 10, 12, 14])
@pytest.mark.parametrize("one", [SHORT, WORDY], ids=["short", "wordy"])
def test_everybody_has_name_offer_and_wish_in_like_type(one: Sitter, people: int) -> None:
    page, shortened = drawn([one] * people)
    names, offers, wishes = (beginning(page, word) for word in (one.name, "Offers:", "Looks for:"))
    assert len(names) == len(offers) == len(wishes) == people
    assert len({round(mark.size, 2) for mark in names}) == 1
    assert min(mark.size for mark in names) >= 9
    assert min(mark.size for mark in (*offers, *wishes)) >= 7.5
    assert one is WORDY or not shortened


@pytest.mark.parametrize("people", [4, 8, 10])
def test_with_so_many_even_what_is_long_is_whole(people: int) -> None:
    page, _ = drawn([SHORT] * (people - 2) + [WORDY] * 2)
    assert page.said().count(WORDY.offers) == 2 or people == 10
    assert min(mark.size for mark in beginning(page, "Ana", "Begoña")) >= 9


@pytest.mark.parametrize("people", [4, 6, 8, 10, 12, 14])
def test_rows_are_even_and_no_strip_is_left_while_type_is_small(people: int) -> None:
    page, _ = drawn([SHORT] * people)
    rows = people // 2
    tops = [mark.box.y for mark in beginning(page, SHORT.name)][:rows]
    steps = {round(lower - upper, 3) for upper, lower in pairwise(tops)}
    assert steps == {round(FACE.height / rows, 3)}
    wishes = beginning(page, "Looks for:")
    left = FACE.bottom - max(mark.box.bottom for mark in wishes)
    assert wishes[0].size == LARGEST or left < FACE.height / rows / 2


def test_fewer_people_are_in_larger_type() -> None:
    sizes = [beginning(drawn([WORDY] * people)[0], WORDY.name)[0].size for people in (2, 6, 10, 20)]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] > sizes[-1]


def test_who_has_no_place_and_what_has_no_room_is_reported() -> None:
    page, shortened = drawn([WORDY] * 20)
    assert shortened
    assert len(beginning(page, "Offers:")) == len(beginning(page, "Looks for:")) == 20
    page, shortened = drawn([Sitter(f"Ana {at}") for at in range(60)])
    assert shortened
    assert len(page.texts()) < 60


@given(
    st.lists(st.builds(Sitter, mixed, mixed, mixed, mixed), min_size=1, max_size=16),
)
@settings(max_examples=60, deadline=None)
def test_nobody_reaches_into_the_place_of_another(people: list[Sitter]) -> None:
    page, _ = drawn(people)
    for mark in page.texts():
        assert mark.box.x >= FACE.x - 0.01
        assert mark.box.right <= FACE.right + 0.01
        assert mark.box.bottom <= FACE.bottom + 0.01
    rules = [mark for mark in page.marks if mark.kind == "rule"]
    for mark, rule in ((mark, rule) for mark in page.texts() for rule in rules):
        assert not mark.box.meets(rule.box)
    for one, other in combinations(page.texts(), 2):
        assert not one.box.meets(other.box)


@pytest.mark.parametrize("people", [2, 4, 6, 8])
@pytest.mark.parametrize("one", [SHORT, WORDY], ids=["short", "wordy"])
def test_a_line_keeps_clear_of_what_stands_above_it(one: Sitter, people: int) -> None:
    page, _ = drawn([one] * people)
    rules = [mark.box for mark in page.marks if mark.kind == "rule"]
    above = [
        rule.y - mark.box.bottom
        for rule in rules
        for mark in page.texts()
        if rule.x <= mark.box.x < rule.right and mark.box.bottom <= rule.y
    ]
    assert min(above, default=9.0) >= 1.0


def test_a_name_too_long_for_its_place_keeps_the_surname() -> None:
    given, family = "Juan Carlos Alfonso Víctor María", "de Borbón y Borbón-Dos Sicilias"
    named = Sitter(f"{given} {family}", known=NameParts(given, family))
    page, shortened = drawn([named] * 10)
    assert shortened
    assert len(beginning(page, "Juan")) == len([mark for mark in page.texts() if "Borbón" in mark.said]) == 10
    other, _ = drawn([Sitter(named.name)] * 10)
    assert not [mark for mark in other.texts() if "Borbón" in mark.said]

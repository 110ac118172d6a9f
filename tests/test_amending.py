"""Mending: capitals are repaired only where there is something to repair, and only by choice."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.amending import AS_IT_IS, Amendments, capitals, mend, shouted
from checkin.model import Registration


@pytest.mark.parametrize(
    ("written", "usual"),
    [
        ("JUAN PÉREZ DE LA FUENTE", "Juan Pérez de la Fuente"),
        ("maria garcia-lópez", "Maria Garcia-López"),
        ("MIREIA PUIG I FERRER", "Mireia Puig i Ferrer"),
        ("SEAN O'NEIL", "Sean O'Neil"),
        ("DE LA TORRE, ANA", "De la Torre, Ana"),
        ("LUIS III", "Luis III"),
    ],
)
def test_names_in_one_case_get_the_usual_capitals(written: str, usual: str) -> None:
    assert capitals(written) == usual


@pytest.mark.parametrize("name", ["Ana McNeil", "Łukasz Wójcik", "陳大文", "José de la O", "MJ", ""])
def test_other_names_stay_to_the_letter(name: str) -> None:
    assert capitals(name) == name


@given(st.text(st.characters(categories=("L", "Zs", "P"))))
def test_repairing_twice_is_repairing_once_or_nothing(name: str) -> None:
    once = capitals(name)
    assert once.casefold() == name.casefold()


def test_nothing_is_repaired_unless_chosen() -> None:
    loud = [Registration(1, "a", "ANA GIL", given="ANA", family="GIL"), Registration(2, "b", "Jon Rey")]
    assert mend(loud, AS_IT_IS) == loud
    (ana, jon) = mend(loud, Amendments(capitals=True))
    assert (ana.name, ana.given, ana.family, jon) == ("Ana Gil", "Ana", "Gil", loud[1])
    assert shouted(loud) == 1

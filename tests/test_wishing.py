"""Whom a text means: everybody who can be meant, nobody who is only likely."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.wishing import Known, Person

PEOPLE = Known(
    [
        Person(1, "Ana Gil Ruiz", "ana@example.org", "@anagil"),
        Person(2, "Jon Etxeberria", "jon@example.org", ""),
        Person(3, "María José García-López", "", "@mj"),
        Person(4, "Ana Gil Sanz", "", ""),
        Person(5, "Łukasz Wójcik", "l@example.org", "lukasz.w"),
    ]
)


@pytest.mark.parametrize(
    ("text", "meant", "strange"),
    [
        ("Jon Etxeberria", [2], []),
        ("etxeberria, jon", [2], []),
        ("ANA@EXAMPLE.ORG", [1], []),
        ("@anagil y https://x.com/mj", [1, 3], []),
        ("Garcia Lopez, Maria Jose; Lukasz Wojcik", [3, 5], []),
        ("Ana Gil Ruiz, Jon Etxeberria y María José García", [1, 2, 3], []),
        ("Ana Gil", [], ["Ana Gil"]),
        ("Ana", [], ["Ana"]),
        ("inversores\nJon Etxeberria", [2], ["inversores"]),
        ("Jon Etxeberria, jon@example.org", [2], []),
        ("", [], []),
        (" ; \n", [], []),
    ],
)
def test_a_wish_means_whom_it_names(text: str, meant: list[int], strange: list[str]) -> None:
    assert PEOPLE.read(text) == (meant, strange)


def test_in_a_text_that_need_not_be_about_people_only_whole_names_count() -> None:
    assert PEOPLE.read("Jon Etxeberria; gente de García López; @mj", whole_names=True)[0] == [2, 3]
    assert PEOPLE.read("María García", whole_names=True)[0] == []


@given(st.text(max_size=80))
def test_any_text_means_only_guests(text: str) -> None:
    meant, _ = PEOPLE.read(text)
    assert set(meant) <= {1, 2, 3, 4, 5}
    assert len(set(meant)) == len(meant)

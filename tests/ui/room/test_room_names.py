"""A person in two letters, in any script."""

from __future__ import annotations

import pytest

from checkin.ui.room.names import initials, short_name
from tests.ui.room.room_guests import guest


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Begoña Ibáñez Etxeberria", "BI"),
        ("María de la O Lejárraga", "MO"),
        ("ana gil", "AG"),
        ("Ígor Ñáñez", "ÍÑ"),
        ("Madonna", "M"),
        ("李丽", "李丽"),
        ("김민준", "김민"),
        ("محمد علي", "مع"),
        ("Łukasz Wójcik", "ŁW"),
        ("O’Neill John", "OJ"),
        ("C\u0327a E\u0301va", "ÇÉ"),
        ("(Ana) “Gil”", "AG"),
    ],
)
def test_initials_are_the_first_letters_of_two_names(name: str, letters: str) -> None:
    assert initials(guest(1, name)) == letters


def test_given_and_family_name_are_told_apart_where_they_are_known() -> None:
    known = guest(1, "María José García López", given="María José", family="García López")
    assert initials(known) == "MG"
    assert short_name(known) == ("María", "G.")


def test_somebody_unnamed_is_their_email_or_a_question_mark() -> None:
    assert initials(guest(1, None, email="zoe@example.org")) == "Z"
    assert initials(guest(1, None)) == "?"
    assert initials(guest(1, "—")) == "?"


def test_a_short_name_is_the_given_name_and_a_letter() -> None:
    assert short_name(guest(1, "Begoña Ibáñez")) == ("Begoña", "I.")
    assert short_name(guest(1, "李丽")) == ("李丽", "")
    assert short_name(guest(1, None, email="zoe@example.org")) == ("zoe", "")

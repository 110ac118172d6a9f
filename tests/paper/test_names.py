"""Names as they are said and sorted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.paper.names import NameParts, groups, heading, listed, order, shorter, shorter_still, shorter_whole, split


@pytest.mark.parametrize(
    ("name", "said", "rest"),
    [
        ("Begoña Ibáñez Etxeberria", "Begoña", "Ibáñez Etxeberria"),
        ("Ana Gil", "Ana", "Gil"),
        ("Jo", "Jo", ""),
        ("黄磊", "黄磊", ""),
        ("María José Núñez", "María José", "Núñez"),
        ("José Luis García Pérez", "José Luis", "García Pérez"),
        ("María del Mar Gómez", "María del Mar", "Gómez"),
        (
            "María de los Ángeles Fernández-Villaverde y Gómez de la Serna",
            "María de los Ángeles",
            "Fernández-Villaverde y Gómez de la Serna",
        ),
        ("Juan de la Fuente García", "Juan", "de la Fuente García"),
        ("Ibáñez Etxeberria, Begoña", "Begoña", "Ibáñez Etxeberria"),
        ("Dña. Ana Ruiz", "Dña. Ana", "Ruiz"),
        ("Sr. López", "Sr. López", ""),
        ("Dr. José Luis García Pérez", "Dr. José Luis", "García Pérez"),
        ("M. Carmen Díaz", "M. Carmen", "Díaz"),
        ("Ana Mª Díez", "Ana Mª", "Díez"),
        ("Maria Josep Amorós", "Maria Josep", "Amorós"),
        ("Juan de Dios Román", "Juan de Dios", "Román"),
        ("Pedro J. Ramírez", "Pedro J.", "Ramírez"),
        ("María López García", "María", "López García"),
        ("", "", ""),
    ],
)
def test_a_whole_name_is_divided_where_a_reader_would(name: str, said: str, rest: str) -> None:
    assert split(name) == (said, rest)


def test_known_parts_are_kept() -> None:
    assert split("Ana María Gil", "Ana María", "Gil") == ("Ana María", "Gil")
    assert split("Ana María Gil", given="Ana María") == ("Ana María", "Gil")
    assert split("Ana María Gil", family="Gil") == ("Ana María", "Gil")
    assert split("", family="Gil") == ("Gil", "")


@given(st.lists(st.sampled_from(["Ana", "José", "Luis", "de", "la", "y", "Gil", "Paz", "Núñez-Rey"]), max_size=7))
def test_dividing_a_name_loses_no_word(words: list[str]) -> None:
    name = " ".join(words)
    assert " ".join(part for part in split(name) if part) == name


def test_shorter_forms_keep_the_first_surname() -> None:
    assert list(shorter("García de la Serna")) == ["García S.", "García"]
    assert list(shorter("García")) == []
    assert list(shorter("Pérez (Acme)")) == ["Pérez"]


def test_titles_stay_with_the_name_after_them_and_go_before_it_does() -> None:
    assert groups("Sr. D. José Luis Gil") == ["Sr. D. José", "Luis", "Gil"]
    assert split("Excmo. Sr. D. José Luis García Pérez") == ("Excmo. Sr. D. José Luis", "García Pérez")
    assert list(shorter_still("Prof. Dra. Sra. Dña. Ana-Rosa Luz"))[1:3] == [
        "Prof. Dra. Sra. Dña. Ana-Rosa",
        "Ana-Rosa",
    ]
    assert list(shorter_still("Dr. Jean-Marie")) == ["Jean-Marie", "Jean-M.", "Jean"]
    assert list(shorter("Sr. D.")) == []
    assert next(shorter("Von Habsburg-Lothringen und Sachsen")) == "Von Habsburg-Lothringen S."


@given(st.lists(st.sampled_from(["Ana", "José", "Luis", "Dr.", "Prof."]), max_size=5), st.integers(1, 3))
def test_however_short_a_name_of_known_parts_becomes_it_keeps_a_surname(said: list[str], surnames: int) -> None:
    family = " ".join(["Borbón-Dos", "Sicilias", "Gil"][:surnames])
    given = " ".join(["Juan", *said])
    for short in NameParts(given, family)(f"{given} {family}"):
        assert short.split()[-1] in {"Borbón-Dos", "S.", "Borbón-D.", "Borbón"}
        assert len(short) < len(f"{given} {family}")


def test_a_whole_name_is_shortened_to_halves_of_both_parts_before_it_is_torn() -> None:
    assert list(shorter_whole("Jean-Pierre Dupont-Aymé")) == [
        "Jean-P. Dupont-Aymé", "Jean Dupont-Aymé", "Jean Dupont-A.", "Jean Dupont",
    ]  # fmt: skip


def test_spanish_order_has_its_own_letter_after_n_and_overlooks_accents_and_capitals() -> None:
    names = ["Zoë", "Ñáñez", "Nuzzi", "Óscar", "Núñez", "de la Serna", "Nunez"]
    assert sorted(names, key=order) == ["de la Serna", "Nunez", "Núñez", "Nuzzi", "Ñáñez", "Óscar", "Zoë"]


def test_lists_go_by_surname_and_among_equal_ones_by_first_name() -> None:
    names = ["Ortega Gutiérrez, Pilar", "Ortega, Marcos", "García-Lorca, Eva", "García, Zoe", "García Lorca, Ana"]
    assert sorted(names, key=listed) == [
        "García, Zoe", "García Lorca, Ana", "García-Lorca, Eva", "Ortega, Marcos", "Ortega Gutiérrez, Pilar",
    ]  # fmt: skip


def test_everybody_is_found_under_a_letter() -> None:
    assert [heading(name) for name in ("Ábalos", "Ñúñez", "Łukasz", "Дмитрий", "黄磊", "@ana")] == list("AÑLД#A")
    assert heading("🇪🇸 Pérez") == "P"


@given(st.text("aáàñnNÑoöz' -", max_size=8), st.text("aáàñnNÑoöz' -", max_size=8))
def test_a_name_before_another_has_no_later_heading(one: str, other: str) -> None:
    if order(one) <= order(other) and heading(one) != "#":
        assert order(heading(one)) <= order(heading(other)) or heading(other) == "#"

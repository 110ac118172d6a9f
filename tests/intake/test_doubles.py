"""Doubles within one list: what is asked about, and what tells two people apart without a question."""

from __future__ import annotations

from pathlib import Path

import pytest

from checkin.intake import registrations as intake


def asked(folder: Path, *lines: str) -> list[tuple[int, tuple[int, ...], str]]:
    path = folder / "list.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return [(one.row, one.others, one.sign) for one in intake.read(path).doubles]


@pytest.mark.parametrize(
    ("one", "other", "sign"),
    [
        ("Ana Gil,a@example.org,", "Ana  GIL,A@example.org,Sur", "both"),
        ("Ana Gil,a@example.org,", "Ana Gil Paz,a@example.org,", "email"),
        ("Ana Gil,a@example.org,", "Ana Gil,,Sur", "name"),
        ("Ana Gil,a@example.org,", '"Gil, Ana",ana@example.com,Sur', "name"),
        ("Ana,,Norte", "Ana,,Sur", "name"),
    ],
)
def test_the_same_name_or_only_the_same_address_is_asked_about(tmp_path: Path, one: str, other: str, sign: str) -> None:
    assert asked(tmp_path, "Nombre,Correo,Empresa", one, "Eva Paz,e@example.org,", other) == [(4, (2,), sign)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ana,a@example.org,", "Ana,ana@example.com,"),
        ("Hugo Peña Núñez,h@example.org,", "Hugo Núñez Peña,hugo@example.com,"),
        ("Ana Gil,a@example.org,", "Eva Gil,e@example.org,"),
    ],
)
def test_a_first_name_or_the_surnames_the_other_way_round_are_no_sign(tmp_path: Path, one: str, other: str) -> None:
    assert asked(tmp_path, "Nombre,Correo,Empresa", one, other) == []


def test_the_tickets_of_one_order_are_several_people(tmp_path: Path) -> None:
    lines = (
        "Nombre,Correo,Pedido,Código",
        "Ana Gil,a@example.org,7,T-1",
        "Ana Gil,,7,T-2",
        "Ana Gil,a@example.org,8,T-3",
    )
    assert asked(tmp_path, *lines) == [(4, (2, 3), "both")]


def test_an_address_that_a_whole_company_shares_is_nobodys(tmp_path: Path) -> None:
    people = [f"Persona {chr(65 + n)} Gil,info@example.org" for n in range(9)]
    assert asked(tmp_path, "Nombre,Correo", *people) == []


def test_who_has_cancelled_and_registered_anew_is_not_asked_about(tmp_path: Path) -> None:
    assert asked(tmp_path, "Nombre,Correo,Estado", "Ana Gil,a@example.org,cancelado", "Ana Gil,a@example.org,sí") == []

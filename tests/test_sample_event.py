"""The sample event: what is shipped is what the script makes, and it has all that a door can meet."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from pathlib import Path

import pytest

import make_sample_event
from checkin import resources

Row = dict[str, str]


@pytest.fixture
def rows() -> list[Row]:
    with resources.path("sample", "registrations.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture
def coming(rows: list[Row]) -> list[Row]:
    return [row for row in rows if row["Estado"] == "Confirmada"]


def test_what_is_shipped_is_what_the_script_makes(tmp_path: Path) -> None:
    make_sample_event.main(tmp_path)
    for name in ("registrations.csv", "event.json"):
        assert (tmp_path / name).read_bytes() == resources.path("sample", name).read_bytes()


def test_240_people_come_and_the_room_has_a_chair_for_each(coming: list[Row]) -> None:
    companions = [row["Nombre del acompañante"] for row in coming if row["Nombre del acompañante"]]
    event = json.loads(resources.path("sample", "event.json").read_text("utf-8"))
    tables, chairs = map(int, event["tables"].split("x"))
    assert len(companions) == 6
    assert len(coming) + len(companions) == 240 <= tables * chairs


def test_the_others_are_on_the_list_so_that_the_door_can_say_why(rows: list[Row]) -> None:
    states = Counter(row["Estado"] for row in rows)
    assert states == {"Confirmada": 234, "Pendiente de pago": 4, "Cancelada": 3, "Lista de espera": 2}


def test_nobody_shares_a_name_or_an_address(rows: list[Row]) -> None:
    assert len({(row["Nombre"], row["Apellidos"]) for row in rows}) == len(rows)
    assert len({row["Correo electrónico"] for row in rows}) == len(rows)


def test_no_address_or_telephone_can_be_anybodys(rows: list[Row]) -> None:
    address = re.compile(r"[a-z]+\.[a-z]+\d*@example\.(com|org|es)")
    assert all(address.fullmatch(row["Correo electrónico"]) for row in rows)
    assert all(row["Teléfono"] == "" or row["Teléfono"].startswith("+34 555 ") for row in rows)


def test_there_are_eight_sectors_and_companies_of_one_to_five(coming: list[Row]) -> None:
    assert len({row["Sector"] for row in coming}) == 8
    sizes = Counter(row["Empresa"] for row in coming if row["Empresa"])
    assert set(sizes.values()) == {1, 2, 3, 4} | ({5} & set(sizes.values()))
    assert sum(size > 1 for size in sizes.values()) > 30


@pytest.mark.parametrize("wish", ["Ofrezco", "Busco"])
def test_what_people_offer_and_look_for_differs(coming: list[Row], wish: str) -> None:
    said = Counter(row[wish] for row in coming if row[wish])
    assert len(said) >= 60
    assert max(said.values()) <= 6


def test_names_come_in_many_scripts_and_handles_with_a_face(coming: list[Row]) -> None:
    names = " ".join(row["Nombre"] + row["Apellidos"] for row in coming)
    assert all(
        re.search(script, names) for script in ("[\u0600-\u06ff]", "[\u0590-\u05ff]", "[\u4e00-\u9fff]", "[łńę]")
    )
    assert sum(not row["Usuario de X"].isascii() for row in coming) == 2


def test_some_need_more_than_a_chair(coming: list[Row]) -> None:
    assert sum(row["Movilidad reducida"] == "sí" for row in coming) == 3
    assert sum(bool(row["Observaciones"]) for row in coming) == 5
    diets = Counter(row["Dieta"] for row in coming)
    assert {"Celíaca", "Vegetariana", "Vegana", "Sin lactosa", "Halal"} <= diets.keys()
    assert diets[""] > len(coming) / 2

"""Columns about who somebody is and whom they want to meet: sex, age, wishes, in the words lists use."""

from __future__ import annotations

from pathlib import Path

import pytest

from checkin.intake import registrations
from checkin.intake.people import age_band


def read(tmp_path: Path, text: str) -> registrations.Intake:
    path = tmp_path / "list.csv"
    path.write_text(text, encoding="utf-8")
    return registrations.read(path)


@pytest.mark.parametrize(
    ("sex", "age", "wishes"),
    [
        ("Sexo", "Edad", "Quiero conocer a"),
        ("Género", "Franja de edad", "¿Con quién te gustaría sentarte?"),
        ("Gender", "Age range", "People you want to meet"),
        ("Geschlecht", "Altersgruppe", "Mit wem möchtest du sitzen?"),
        ("Sexe", "Tranche d'âge", "Avec qui aimeriez-vous être à table ?"),
    ],
)
def test_the_columns_are_known_in_several_languages(tmp_path: Path, sex: str, age: str, wishes: str) -> None:
    said = read(
        tmp_path,
        f"Nombre;Email;{sex};{age};{wishes}\nAna Gil;ana@example.org;Mujer;34;Jon Rey, @mj\n"
        "Jon Rey;jon@example.org;Hombre;De 40 a 49;\n",
    )
    ana, jon = said.named
    assert (ana.sex, ana.age_band, ana.wants) == ("mujer", "30-39", "Jon Rey, @mj")
    assert (jon.sex, jon.age_band, jon.wants) == ("hombre", "40-49", "")
    assert not ana.answers


@pytest.mark.parametrize(
    ("cell", "band"),
    [
        ("34", "30-39"), ("34 años", "30-39"), ("18-25", "18-25"), ("De 30 a 39 años", "30-39"), ("60+", "60+"),
        ("Más de 60", "60+"), ("menos de 25", "-25"), ("1988", "1980-1989"), ("17/05/1988", "1980-1989"),
        ("2001-12-03", "2000-2009"), ("", ""), ("prefiero no decirlo", ""), ("999", ""), ("1, 2, 3", ""),
    ],
)  # fmt: skip
def test_an_age_is_a_band(cell: str, band: str) -> None:
    assert age_band(cell) == band


def test_an_age_that_is_none_stays_an_answer(tmp_path: Path) -> None:
    (one,) = read(tmp_path, "Nombre,Email,Edad\nAna Gil,ana@example.org,prefiero no decirlo\n").named
    assert one.age_band == ""
    assert ("Edad", "prefiero no decirlo") in one.answers

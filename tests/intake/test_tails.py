"""Lists of lines that hold a name and one thing more: taken apart where most lines do, and never in part."""

from __future__ import annotations

from pathlib import Path

import pytest

from checkin.errors import NoNames
from checkin.intake.registrations import Intake, read
from checkin.model import Standing

COMING, OPEN = Standing.COMING, Standing.NOT_CONFIRMED


def taken(folder: Path, *lines: str) -> Intake:
    (folder / "list.txt").write_text("\n".join(lines) + "\n", "utf-8")
    return read(folder / "list.txt")


@pytest.mark.parametrize("lines", [
    ("Ana Gil 612345678", "Luis Mora 698 11 22 33", "Eva Paz +34 600 100 200"),
    ("Ana Gil: 612345678", "Luis Mora - 698112233", "Eva Paz (600-100-200)"),
    ("Vienen:", "1. Ana Gil - 612345678", "2. Luis Mora, 698112233", "3. Eva Paz"),
])  # fmt: skip
def test_a_telephone_behind_a_name_is_the_telephone(tmp_path: Path, lines: tuple[str, ...]) -> None:
    found = taken(tmp_path, *lines)
    assert [one.name for one in found.registrations] == ["Ana Gil", "Luis Mora", "Eva Paz"]
    assert found.registrations[0].phone.replace(" ", "").endswith("612345678")


@pytest.mark.parametrize("sign", [": ", " - ", " – ", ":"])
def test_a_yes_or_a_no_behind_a_name_says_who_comes(tmp_path: Path, sign: str) -> None:
    answers = {"Ana Gil": "sí", "Luis Mora": "no", "Eva Paz": "quizás", "Leo Ruiz": "confirmado"}
    found = taken(tmp_path, "Lista de asistentes", "", *(f"{name}{sign}{said}" for name, said in answers.items()))
    assert {one.name: one.standing for one in found.registrations} == {
        "Ana Gil": COMING, "Luis Mora": OPEN, "Eva Paz": OPEN, "Leo Ruiz": COMING,
    }  # fmt: skip
    assert [one.row for one in found.registrations] == [3, 4, 5, 6]
    assert [(one.row, one.reason) for one in found.skipped] == [(1, "heading")]


def test_of_boxes_some_of_which_are_ticked_the_others_are_not_confirmed(tmp_path: Path) -> None:
    found = taken(tmp_path, "- [x] Ana Gil", "- [ ] Luis Mora", "- [x] Eva Paz")
    assert [(one.name, one.standing) for one in found.registrations] == [
        ("Ana Gil", COMING), ("Luis Mora", OPEN), ("Eva Paz", COMING),
    ]  # fmt: skip


@pytest.mark.parametrize("box", ["[ ]", "[x]", "- [ ]"])
def test_boxes_that_are_all_alike_say_nothing(tmp_path: Path, box: str) -> None:
    found = taken(tmp_path, f"{box} Ana Gil", f"{box} Luis Mora")
    assert [(one.name, one.standing) for one in found.registrations] == [("Ana Gil", COMING), ("Luis Mora", COMING)]


def test_an_identity_number_before_a_name_is_kept_and_is_no_name(tmp_path: Path) -> None:
    found = taken(tmp_path, "12345678Z Ana Gil", "X2345678D Luis Mora")
    assert [(one.name, [said for _, said in one.answers]) for one in found.registrations] == [
        ("Ana Gil", ["12345678Z"]), ("Luis Mora", ["X2345678D"]),
    ]  # fmt: skip


def test_a_few_lines_with_something_behind_them_do_not_take_a_list_apart(tmp_path: Path) -> None:
    found = taken(tmp_path, "Ana Gil", "Luis Mora", "Eva Paz", "Leo Ruiz - sí", "Zoé Vidal - no")
    assert [one.name for one in found.registrations][-1] == "Zoé Vidal - no"
    assert {(one.row, one.code) for one in found.warnings} >= {(4, "more_than_a_name"), (5, "more_than_a_name")}


def test_how_many_somebody_is_stays_a_question(tmp_path: Path) -> None:
    with pytest.raises(NoNames):
        taken(tmp_path, "Ana Gil: 2", "Luis Mora: 1")

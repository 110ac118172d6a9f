"""Several sheets of a workbook read together: every one by its own columns, every row by its sheet and its number."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from checkin.errors import UnreadableFile
from checkin.intake.registrations import Intake, read
from checkin.model import Standing
from tests.intake.tables_of_people import save, workbook

Rows = Sequence[Sequence[object]]
COMING = [["Nombre", "Apellidos", "Correo"], ["Ana", "Gil", "a@example.org"], ["Eva", "Paz", "e@example.org"]]
WAITING = [["Email", "Nombre y apellidos", "Empresa"], ["l@example.org", "Leo Rey", "Norte"]]
DRINKS = [["Asistente", "Correo"], ["Eva Paz", "e@example.org"], ["Pau Vila", "p@example.org"], ["Total", "2"]]
BOOK = {"Confirmados": COMING, "Lista de espera": WAITING, "Sólo copa": DRINKS, "Resumen": [["Plazas", "40"]]}


def several(folder: Path, *names: str, sheets: dict[str, Rows] | None = None, **said: object) -> Intake:
    return read(save(folder, workbook(dict(sheets or BOOK)), "list.xlsx"), sheet=names, **said)  # type: ignore[arg-type]


def test_each_sheet_is_read_by_its_own_columns_and_its_name_says_who_waits(tmp_path: Path) -> None:
    intake = several(tmp_path, "Confirmados", "Lista de espera", "Sólo copa")
    assert [(intake.told(one.row), one.name, one.standing) for one in intake.registrations] == [
        ("2 · Confirmados", "Ana Gil", Standing.COMING), ("3 · Confirmados", "Eva Paz", Standing.COMING),
        ("2 · Lista de espera", "Leo Rey", Standing.NOT_CONFIRMED), ("2 · Sólo copa", "Eva Paz", Standing.COMING),
        ("3 · Sólo copa", "Pau Vila", Standing.COMING),
    ]  # fmt: skip
    assert [(intake.told(one.row), one.reason) for one in intake.skipped] == [("4 · Sólo copa", "total_line")]
    assert (intake.rows, intake.sheet) == (6, "Confirmados, Lista de espera, Sólo copa")
    leo, eva = intake.registrations[2], intake.registrations[3]
    assert (leo.company, leo.reason, eva.answers) == ("Norte", "Lista de espera", (("Sólo copa", "✓"),))


def test_who_is_on_two_sheets_is_proposed_and_not_merged(tmp_path: Path) -> None:
    intake = several(tmp_path, "Sólo copa", "Confirmados")
    (double,) = intake.doubles
    told = [intake.told(row) for row in (double.row, *double.others)]
    assert (told, double.sign) == (["2 · Sólo copa", "3 · Confirmados"], "both")
    assert len({one.key for one in intake.registrations}) == 4


def test_the_lists_of_a_file_are_offered_with_how_many_rows_they_have(tmp_path: Path) -> None:
    alone = several(tmp_path)
    assert alone.lists == (("Confirmados", 2), ("Lista de espera", 1), ("Sólo copa", 3))
    assert (alone.taken, alone.base, alone.told(2)) == (("Confirmados",), 0, "2")
    assert several(tmp_path, "Sólo copa", "Confirmados").lists == alone.lists
    named = several(tmp_path, "Sólo copa")
    assert (named.lists, named.taken, named.warnings) == (alone.lists, ("Sólo copa",), ())


def test_a_row_keeps_its_number_whichever_sheets_are_read_with_it(tmp_path: Path) -> None:
    two, three = several(tmp_path, "Lista de espera", "Sólo copa"), several(tmp_path, *list(BOOK)[:3])
    rows = {one.row: one.name for one in three.registrations}
    assert all(rows[one.row] == one.name for one in two.registrations)


def test_a_sheet_without_anybody_is_told_and_the_others_are_read(tmp_path: Path) -> None:
    intake = several(tmp_path, "Resumen", "Confirmados")
    assert [one.name for one in intake.registrations] == ["Ana Gil", "Eva Paz"]
    assert [(one.code, one.detail) for one in intake.warnings] == [("sheet_of_nobody", "Resumen")]


def test_what_is_said_of_a_column_holds_on_the_sheets_that_have_it(tmp_path: Path) -> None:
    sheets: dict[str, Rows] = {
        "Comida": [["Nombre", "Equipo"], ["Ana Gil", "Norte"]],
        "Cena": [["Nombre", "Mail"], ["Eva Paz", "e@example.org"]],
    }
    intake = several(tmp_path, "Comida", "Cena", sheets=sheets, columns={"company": "Equipo"})
    assert [(one.name, one.company, one.email) for one in intake.registrations] == [
        ("Ana Gil", "Norte", ""), ("Eva Paz", "", "e@example.org"),
    ]  # fmt: skip
    with pytest.raises(UnreadableFile) as refused:
        several(tmp_path, "Comida", "Cena", sheets=sheets, columns={"company": "Firma"})
    assert refused.value.why == "no_column"


def test_what_is_odd_about_the_cells_of_a_sheet_is_told_with_that_sheet_only(tmp_path: Path) -> None:
    sheets: dict[str, Rows] = {"Comida": [["Nombre"], ["Ana Gil"]], "Cena": [["Nombre"], ["Eva PeÃ±a"]]}
    assert several(tmp_path, "Comida", sheets=sheets).warnings == ()
    (remark,) = several(tmp_path, "Comida", "Cena", sheets=sheets).warnings
    assert (remark.row, remark.code, remark.detail) == (1002, "mended_letters", "Eva Peña")


def test_columns_that_mean_the_same_on_two_sheets_are_both_told(tmp_path: Path) -> None:
    path = save(
        tmp_path,
        workbook({
            "Comida": [["Nombre", "Correo"], ["Ana Gil", "ana@example.org"]],
            "Copa": [["Nombre completo", "Email"], ["Eva Paz", "eva@example.org"]],
        }),
        "list.xlsx",
    )  # fmt: skip
    intake = read(path, sheet=["Comida", "Copa"])
    assert (intake.columns["email"], intake.also["email"]) == ("Correo", ("Email",))
    assert [one.email for one in intake.registrations] == ["ana@example.org", "eva@example.org"]

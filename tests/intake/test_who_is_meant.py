"""Rows that are easily taken for nobody, or for somebody else: each loses nobody, invents nobody, misnames nobody."""

from __future__ import annotations

from pathlib import Path

import pytest

from checkin.intake.registrations import Intake, read
from checkin.intake.unpack import written
from tests.intake.tables_of_people import save


def listed(folder: Path, text: str) -> Intake:
    return read(save(folder, text))


def people(intake: Intake) -> list[str | None]:
    return [one.name for one in intake.registrations]


@pytest.mark.parametrize("product", ["Entrada + parking", "Entrada con camiseta", "VIP (parking incluido)"])
def test_a_ticket_with_an_extra_is_a_ticket(tmp_path: Path, product: str) -> None:
    intake = listed(tmp_path, (
        "Pedido;Nombre;Email;Tipo de entrada;Nota\n1;Ana Gil;a@example.org;General;\n"
        f"2;Eva Paz;e@example.org;{product};\n2;Eva Paz;e@example.org;{product};tarde\n2;;;{product};\n"
    ))  # fmt: skip
    assert people(intake) == ["Ana Gil", "Eva Paz", None, None]


def test_who_is_named_only_beside_extras_stays_once(tmp_path: Path) -> None:
    intake = listed(tmp_path, (
        "Pedido;Nombre;Email;Tipo de entrada;Nota\n1;Ana Gil;a@example.org;General;\n1;Ana Gil;a@example.org;Parking;\n"
        "2;Eva Paz;e@example.org;Parking;\n2;Eva Paz;e@example.org;Camiseta;\n2;;;Camiseta;\n"
    ))  # fmt: skip
    assert people(intake) == ["Ana Gil", "Eva Paz"]
    assert [(one.row, one.reason) for one in intake.skipped] == [(row, "add_on_product") for row in (3, 5, 6)]


def test_a_menu_for_a_child_is_a_child(tmp_path: Path) -> None:
    intake = listed(tmp_path, "Pedido;Nombre;Tipo\n1;Ana Gil;Comida\n1;;Menú infantil\n2;Eva Paz;Comida\n2;;Cava\n")
    assert people(intake) == ["Ana Gil", None, "Eva Paz"]


def test_a_code_in_a_form_is_no_ticket(tmp_path: Path) -> None:
    answers = "".join(f"2026/10/0{at} 9:12:33,Persona {at},A{at}\n" for at in range(1, 8))
    intake = listed(tmp_path, (
        f"Marca temporal,Nombre y apellidos,Código\n{answers}2026/10/08 9:12:33,Ana Gil,AMIGO\n"
        "2026/10/09 9:12:33,Eva Paz,AMIGO\n"
    ))  # fmt: skip
    assert people(intake)[-2:] == ["Ana Gil", "Eva Paz"]
    assert [remark.code for remark in intake.warnings] == ["same_code", "same_code"]


@pytest.mark.parametrize("boxes", ["FALSE,FALSE", "TRUE,FALSE", "NO,SI"])
def test_boxes_that_stand_in_empty_rows_are_nobody(tmp_path: Path, boxes: str) -> None:
    intake = listed(tmp_path, f"Nombre,Email,Confirmado,Pagado\nAna Gil,a@x.org,SI,SI\n,,{boxes}\n,,{boxes}\n")
    assert people(intake) == ["Ana Gil"]
    assert [(one.row, one.reason) for one in intake.skipped] == [(3, "no_person"), (4, "no_person")]


def test_a_buyer_named_in_two_columns_keeps_the_email(tmp_path: Path) -> None:
    intake = listed(tmp_path, (
        "Référence commande;Statut de la commande;Nom participant;Prénom participant;Nom payeur;Prénom payeur;"
        "Email payeur;Numéro de billet;Tarif\n"
        "101;Validé;Gil;Chloé;Gil;Chloé;c@example.org;5501;Plein\n101;Validé;Gil;Marc;Gil;Chloé;c@example.org;5502;Plein\n"
    ))  # fmt: skip
    assert [(one.name, one.email) for one in intake.named] == [("Chloé Gil", "c@example.org"), ("Marc Gil", "")]


def test_an_apostrophe_before_a_number_is_a_spreadsheets_and_no_part_of_it(tmp_path: Path) -> None:
    intake = listed(tmp_path, "Nombre;Teléfono;Código;Empresa\nAna Gil;'600 111 222;'00123;'t Hof\n")
    (ana,) = intake.named
    assert (ana.phone, ana.codes, ana.company) == ("600 111 222", ("00123",), "'t Hof")


def test_a_number_too_long_for_a_spreadsheet_is_not_given_digits() -> None:
    assert written(2.0**53 - 1) == "9007199254740991"
    assert written(1234567890123457024.0) == "1.23456789012346e+18"


@pytest.mark.parametrize("cell", ["Acompañante de Ana Gil", "Acompañante", "Por confirmar"])
def test_a_row_of_a_guest_without_a_name_is_a_guest(tmp_path: Path, cell: str) -> None:
    intake = listed(tmp_path, f"Nombre;Empresa\nAna Gil;Acme\n{cell};\n")
    assert people(intake) == ["Ana Gil", None]
    assert not intake.skipped

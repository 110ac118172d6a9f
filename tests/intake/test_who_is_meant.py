"""Rows that are easily taken for nobody, or for somebody else: each loses nobody, invents nobody, misnames nobody."""

from __future__ import annotations

from pathlib import Path

import pytest

from checkin.intake.companions import companions
from checkin.intake.registrations import Intake, read
from checkin.intake.unpack import written
from checkin.model import Standing
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


@pytest.mark.parametrize(
    ("cell", "along"),
    [
        ("Voy sola", []), ("Sin acompañante", []), ("Sí, 2", [None, None]), ("Sí, Eva Paz", ["Eva Paz"]),
        ("con mi marido", [None]), ("Iré con Eva", [None]), ("Sí, voy solo", []), ("dos", [None] * 2),
        ("2: Eva Paz y Pol Gil", ["Eva Paz", "Pol Gil"]),
        ("Gil Ros, Eva", ["Eva Gil Ros"]), ("x", [None]), ("Sí (Eva Paz)", ["Eva Paz"]),
        ("Eva Paz (vegana)", ["Eva Paz"]), ("Mi mujer, Eva Paz", ["Eva Paz"]),
    ],
)  # fmt: skip
def test_who_comes_along_is_read_beyond_a_yes(cell: str, along: list[str | None]) -> None:
    found, unclear = companions(cell, "")
    assert ([one.name for one in found], unclear) == (along, False)


@pytest.mark.parametrize(
    ("cell", "along"),
    [
        ("No", []), ("Voy sola", []), ("Nadie", []), ("Yo", []), ("No lleva", []), ("Sin acompañante", []), ("N/P", []),
        ("No procede", []), ("el mismo", []), ("Ninguno, voy solo", []), ("Sí", [None]), ("1", [None]),
        ("Eva", ["Eva"]), ("Eva Paz (vegana y celíaca)", ["Eva Paz"]), ("Eva Paz y Pol Gil", ["Eva Paz", "Pol Gil"]),
        ("Mi marido Pol", ["Pol"]), ("Paz Gil, Eva", ["Eva Paz Gil"]),
        ("Eva, Pol, Ona", ["Eva", "Pol", "Ona"]), ("2: Eva y Pol", ["Eva", "Pol"]),
        ("Padre Ángel Gil", ["Padre Ángel Gil"]),
    ],
)  # fmt: skip
def test_the_name_of_a_companion_is_a_name(cell: str, along: list[str | None]) -> None:
    found, unclear = companions("", cell)
    assert ([one.name for one in found], unclear) == (along, False)


@pytest.mark.parametrize(
    ("cell", "along"),
    [
        ("Eva, Pol", ["Eva, Pol"]), ("Eva Ortega y Gasset", ["Eva Ortega y Gasset"]), ("Por determinar", [None]),
        ("Paz Gil, Eva María", ["Paz Gil, Eva María"]),
    ],
)  # fmt: skip
def test_a_companion_who_may_be_two_stays_as_written_and_is_pointed_out(cell: str, along: list[str | None]) -> None:
    found, unclear = companions("", cell)
    assert ([one.name for one in found], unclear) == (along, True)


@pytest.mark.parametrize("cell", ["Sí, pero no sé cuántos", "2 adultos y 1 niño", "3 en total", "iremos dos"])
def test_a_number_that_is_not_certain_is_pointed_out(cell: str) -> None:
    assert companions(cell, "")[1]


@pytest.mark.parametrize(
    ("header", "row", "along"),
    [
        ("Acompañante 1;Acompañante 2", "Eva Paz;Pol Gil", ["Eva Paz", "Pol Gil"]),
        ("Acompañante;Nombre acompañante;Apellidos acompañante", "Sí;Eva;Paz", ["Eva Paz"]),
        ("+1;Nombre +1", "x;Eva Paz", ["Eva Paz"]),
        ("¿Vendrás acompañado? Si es así, indica el nombre y apellidos de tu acompañante", "Sí, Eva Paz", ["Eva Paz"]),
        ("¿Vendrás acompañado/a?", "No", []), ("¿Traerás pareja?", "Sí", [None]),
        ("¿Vas a traer a alguien?", "Sí", [None]), ("Pax", "2", [None]),
        ("Nº asistentes;Adultos;Niños", "3;2;1", [None, None]),
        ("Adultos;Niños", "2;1", [None, None]),
    ],
)  # fmt: skip
def test_columns_of_companions_are_known(tmp_path: Path, header: str, row: str, along: list[str | None]) -> None:
    (ana,) = listed(tmp_path, f"Nombre;Email;{header}\nAna Gil;a@example.org;{row}\n").coming
    assert (ana.name, [one.name for one in ana.companions]) == ("Ana Gil", along)


def test_several_guests_on_a_row_come_with_the_first_and_a_contact_is_not_one(tmp_path: Path) -> None:
    intake = listed(tmp_path, (
        "Empresa;Persona de contacto;Email de contacto;Nº plazas;Asistente 1;Asistente 2;Asistente 3\n"
        "Acme;Ana Gil;a@example.org;3;Ana Gil;Eva Paz;Pol Mas\nBeta;Luis Ros;l@example.org;2;Ona Vila;;\n"
    ))  # fmt: skip
    assert [(one.name, one.email, [beside.name for beside in one.companions]) for one in intake.named] == [
        ("Ana Gil", "a@example.org", ["Eva Paz", "Pol Mas"]), ("Ona Vila", "", [None]),
    ]  # fmt: skip


def test_where_nobody_else_is_named_the_contact_is_the_guest(tmp_path: Path) -> None:
    intake = listed(tmp_path, "Empresa;Nombre de contacto;Apellidos;Email de contacto\nAcme;Ana;Gil;a@example.org\n")
    assert [(one.name, one.email) for one in intake.named] == [("Ana Gil", "a@example.org")]


def test_an_orders_number_on_each_of_its_tickets_counts_them_once(tmp_path: Path) -> None:
    intake = listed(tmp_path, (
        "Pedido;Nombre;Cantidad;Entrada\n1;Ana Gil;2;General\n1;Eva Paz;2;General\n2;Pol Mas;2;General\n"
        "3;Ona Ros;2;General\n3;Ona Ros;2;Socios\n4;Jan Ros;3;General\n4;Lia Ros;3;General\n"
    ))  # fmt: skip
    assert [len(one.companions) for one in intake.coming] == [0, 0, 1, 1, 1, 2, 2]
    assert [(one.row, one.code) for one in intake.warnings if one.code == "companions_unclear"] == [
        (7, "companions_unclear"), (8, "companions_unclear"),
    ]  # fmt: skip


def test_guests_on_rows_of_their_own_stay_with_who_brings_them(tmp_path: Path) -> None:
    intake = listed(tmp_path, (
        "Nombre;Empresa\nAna Gil;Acme\nAcompañante de Ana Gil;\nLuis Paz;Beta\nAcompañante;\n+1;\n+1 Luis Paz;\n"
        "Acomp. Ana Gil;\nAcompañante: Eva Ros;\n"
    ))  # fmt: skip
    assert people(intake) == ["Ana Gil", None, "Luis Paz", None, None, None, None, "Eva Ros"]
    assert [one.answers for one in intake.unnamed] == [
        (("Nombre", "Acompañante de Ana Gil"),), (("Nombre", "Luis Paz"),), (("Nombre", "Luis Paz"), ("Nombre", "+1")),
        (("Nombre", "+1 Luis Paz"),), (("Nombre", "Acomp. Ana Gil"),),
    ]  # fmt: skip
    assert len({one.key for one in intake.registrations}) == 8


@pytest.mark.parametrize(
    ("cell", "name", "email"),
    [
        ("Ana Gil <a@example.org>", "Ana Gil", "a@example.org"), ("Ana Gil A@example.org", "Ana Gil", "a@example.org"),
        ('"""Gil, Ana"" <a@example.org>"', "Ana Gil", "a@example.org"), ("Ana Gil @ Acme", "Ana Gil @ Acme", ""),
        ("Ana Gil (a@example.org)", "Ana Gil", "a@example.org"), ("a@example.org", None, "a@example.org"),
    ],
)  # fmt: skip
def test_an_address_in_the_cell_of_a_name_is_taken(tmp_path: Path, cell: str, name: str | None, email: str) -> None:
    (ana,) = listed(tmp_path, f"Asistente;Empresa\n{cell};Acme\n").coming
    assert (ana.name, ana.email) == (name, email)


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("Ana Gil, CEO", "Ana Gil"), ("Ana Gil, Acme SL", "Ana Gil"), ("Ana Gil, Acme, S.L.", "Ana Gil"),
        ("Ana Gil, Directora General", "Ana Gil"), ("Gil Paz, Ana, CEO", "Ana Gil Paz"), ("Gil, Ana (Acme)", "Ana Gil"),
        ("Ana Gil (vegana, alergia a frutos secos)", "Ana Gil"),
    ],
)  # fmt: skip
def test_a_role_a_company_or_a_bracket_is_no_first_name(tmp_path: Path, cell: str, name: str) -> None:
    (ana,) = listed(tmp_path, f"Nombre|Importe\n{cell}|25\n").coming
    assert (ana.name, ana.answers[0]) == (name, ("Nombre", cell))


@pytest.mark.parametrize(
    ("cell", "along"),
    [
        ("Ana Gil + Eva Paz", ["Eva Paz"]), ("Ana Gil & Eva Paz", ["Eva Paz"]), ("Ana Gil +1 (Eva Paz)", ["Eva Paz"]),
        ("Ana Gil (con Eva Paz)", ["Eva Paz"]), ("Ana Gil y marido", [None]), ("Ana Gil e hija", [None]),
        ("Ana Gil + pareja", [None]), ("Ana Gil y su marido", [None]), ("Ana Gil + 2 niños", [None, None]),
        ("Ana Gil x2", [None]), ("Ana Gil (2 pax)", [None]),
        ("Ana Gil +1 vegetariano", [None]), ("Gil, Ana (+1)", [None]),
    ],
)  # fmt: skip
def test_two_people_in_the_cell_of_a_name_are_two(tmp_path: Path, cell: str, along: list[str | None]) -> None:
    intake = listed(tmp_path, f"Nombre|Importe\n{cell}|25\n")
    assert [(one.name, [beside.name for beside in one.companions]) for one in intake.coming] == [("Ana Gil", along)]
    assert not intake.warnings


@pytest.mark.parametrize(
    "cell",
    [
        "Ana Gil y Eva Paz", "Juan e Inés Paz", "Ana Gil / Eva Paz", "Ana & Eva Paz", "Ana Gil (Madrid)", "Ana Gil (2)",
    ],
)  # fmt: skip
def test_what_may_be_more_than_a_name_stays_and_is_pointed_out(tmp_path: Path, cell: str) -> None:
    intake = listed(tmp_path, f"Nombre|Importe\n{cell}|25\n")
    assert people(intake) == [cell]
    assert [(one.code, one.detail) for one in intake.warnings] == [("more_than_a_name", cell)]


@pytest.mark.parametrize(
    "cell", ["José Ortega y Gasset", "Iñaki Ochoa de Olza y Seguín", "Ana (Nani) Gil", "Ana Baja", "Ana +"]
)
def test_a_name_that_only_looks_like_more_is_left_alone(tmp_path: Path, cell: str) -> None:
    intake = listed(tmp_path, f"Nombre|Importe\n{cell}|25\n")
    assert (people(intake), intake.warnings) == ([cell], ())


@pytest.mark.parametrize(
    ("cell", "standing"),
    [
        ("Ana Gil (CANCELA)", Standing.CANCELLED), ("Ana Gil (baja)", Standing.CANCELLED),
        ("Ana Gil - CANCELADO", Standing.CANCELLED), ("Ana Gil NO VIENE", Standing.NOT_CONFIRMED),
        ("Gil, Ana (al final no puede venir)", Standing.NOT_CONFIRMED), ("Ana Gil (no gluten)", Standing.COMING),
        ("Ana Gil (invitada)", Standing.COMING),
    ],
)  # fmt: skip
def test_who_stays_away_by_the_cell_of_the_name_is_not_expected(tmp_path: Path, cell: str, standing: Standing) -> None:
    (ana,) = listed(tmp_path, f"Nombre|Estado\n{cell}|Confirmado\n").registrations
    assert ana.standing is standing
    assert standing is Standing.COMING or (ana.name == "Ana Gil" and ana.reason in cell)


@pytest.mark.parametrize(
    "cell", ["Por designar", "Por definir", "TBC", "+1", "X", "Pendiente", "Info solicitada", "Pendiente de confirmar"]
)
def test_what_keeps_the_place_of_a_name_is_none(tmp_path: Path, cell: str) -> None:
    assert people(listed(tmp_path, f"Nombre;Empresa\nAna Gil;Acme\n{cell};Acme\n")) == ["Ana Gil", None]


@pytest.mark.parametrize(
    "text",
    [
        'Ana Gil <a@example.org>\nLuis Mas <l@example.org>\n"Paz, Eva" <e@example.org>\n',
        "Ana Gil <a@example.org>; Luis Mas <l@example.org>; Paz, Eva <e@example.org>",
        "Ana Gil <a@example.org>, 'Luis Mas' <l@example.org>,\r\n\"Paz, Eva\" <e@example.org>;",
    ],
)
def test_addresses_copied_from_a_mail_program_are_a_list(tmp_path: Path, text: str) -> None:
    assert [(one.name, one.email) for one in listed(tmp_path, text).coming] == [
        ("Ana Gil", "a@example.org"), ("Luis Mas", "l@example.org"), ("Eva Paz", "e@example.org"),
    ]  # fmt: skip


def test_a_list_with_addresses_and_a_header_is_read_by_its_header(tmp_path: Path) -> None:
    (ana,) = listed(tmp_path, "Nombre;Correo\nAna Gil;Ana <a@example.org>\n").coming
    assert (ana.name, ana.email) == ("Ana Gil", "a@example.org")


@pytest.mark.parametrize(
    ("cell", "name", "company"),
    [
        ("Ana García (Acme)", "Ana García", "Acme"),
        ("García López, Ana [Norte y Sur, S.L.]", "Ana García López", "Norte y Sur, S.L."),
        ("ANA GARCÍA (BBVA)", "ANA GARCÍA", "BBVA"),
        ("3. Ana García (Universitat de València)", "Ana García", "Universitat de València"),
    ],
)
def test_a_company_in_brackets_behind_a_name_is_the_company(tmp_path: Path, cell: str, name: str, company: str) -> None:
    intake = listed(tmp_path, f'Nombre completo\tCorreo\n"{cell}"\ta@example.org\nEva Paz\te@example.org\n')
    ana = intake.registrations[0]
    assert (ana.name, ana.company, ana.answers) == (name, company, (("Nombre completo", cell),))
    told = [(one.row, one.code, one.detail) for one in intake.warnings if one.code != "capitals"]
    assert told == [(2, "company_from_name", company)]


@pytest.mark.parametrize(
    "cell",
    [
        "Francisco (Paco) Ruiz", "Francisco Ruiz (Paco)", "Guillermo Gil (Guille)", "José Luis Gil (Curro)",
        "Ana (Acme)",
        "Ana García (vegana)", "Ana García (VEGANA)", "Ana García (Ponente)", "Ana García (Madrid)", "Ana García (VIP)",
        "Ana García (Mesa 3)", "Ana García (Prensa)", "Ana García (Hija de Luis)", "Ana García (por confirmar)",
        "Ana García (Sin gluten)", "Ana García (2)", "Ana García (Mari Carmen)",
    ],
)  # fmt: skip
def test_anything_else_in_brackets_stays_in_the_name(tmp_path: Path, cell: str) -> None:
    intake = listed(tmp_path, f"Nombre completo;Correo\n{cell};a@example.org\nEva Paz;e@example.org\n")
    assert (intake.registrations[0].name, intake.registrations[0].company) == (cell, "")


def test_a_company_in_brackets_gives_way_to_the_column_unless_they_are_the_same(tmp_path: Path) -> None:
    intake = listed(
        tmp_path, "Nombre;Empresa;Edad\nAna Gil (Acme);ACME;30\nEva Paz (Beta);Norte;30\nLeo Rey (Beta);;30\n"
    )
    assert [(one.name, one.company) for one in intake.registrations] == [
        ("Ana Gil", "ACME"), ("Eva Paz (Beta)", "Norte"), ("Leo Rey", "Beta"),
    ]  # fmt: skip
    assert [(one.row, one.code) for one in intake.warnings] == [(3, "more_than_a_name"), (4, "company_from_name")]

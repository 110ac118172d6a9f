"""How hand-made lists are laid out: several sheets, several tables on one, titles and sums among people, no header."""

from __future__ import annotations

from pathlib import Path

import pytest

from checkin.errors import NoNames
from checkin.intake.registrations import Intake, read
from checkin.model import Standing
from tests.intake.tables_of_people import save, workbook

COMING, NOT_CONFIRMED, CANCELLED = Standing.COMING, Standing.NOT_CONFIRMED, Standing.CANCELLED
HEADER = ["Nombre", "Email", "Empresa"]


def people(*names: str) -> list[list[str]]:
    return [HEADER, *([name, f"{name.split()[0].casefold()}@example.org", "Acme"] for name in names)]


def read_sheets(folder: Path, sheets: dict[str, list[list[str]]], sheet: str | None = None) -> Intake:
    return read(save(folder, workbook(dict(sheets)), "list.xlsx"), sheet=sheet)


def read_text(folder: Path, text: str) -> Intake:
    return read(save(folder, text))


def names(intake: Intake) -> list[str | None]:
    return [one.name for one in intake.coming]


def remarks(intake: Intake) -> list[tuple[int, str, str]]:
    return [(one.row, one.code, one.detail) for one in intake.warnings]


@pytest.mark.parametrize(
    ("sheets", "expected", "others"),
    [
        ({"Confirmados": people("Ana Gil"), "Lista de espera": people("Eva Paz", "Jon Rey"), "Bajas": people("Mar")},
         "Confirmados", "Lista de espera (2), Bajas (1)"),
        ({"Cancelados": people("Ana Gil", "Eva Paz"), "Asistentes": people("Jon Rey")}, "Asistentes", "Cancelados (2)"),
        ({"2026": people("Ana Gil"), "2025": people(*(f"Eva{at} Paz" for at in range(30)))}, "2026", "2025 (30)"),
        ({"Comida 2024": people("Ana Gil"), "Comida 2025": people("Eva Paz")}, "Comida 2025", "Comida 2024 (1)"),
        ({"Jueves": people("Ana Gil", "Eva Paz"), "Viernes": people("Jon Rey", "Mar Sol", "Pau Oro")},
         "Jueves", "Viernes (3)"),
    ],
)  # fmt: skip
def test_of_several_sheets_the_list_of_who_comes_is_read_and_the_others_are_named(
    tmp_path: Path, sheets: dict[str, list[list[str]]], expected: str, others: str
) -> None:
    intake = read_sheets(tmp_path, sheets)
    assert intake.sheet == expected
    assert remarks(intake) == [(0, "other_sheets", others)]


def test_who_asks_for_the_waiting_list_gets_people_who_wait(tmp_path: Path) -> None:
    sheets = {"Asistentes": people("Ana Gil"), "Lista de espera": people("Eva Paz")}
    intake = read_sheets(tmp_path, sheets, "Lista de espera")
    assert [(one.name, one.standing, one.reason) for one in intake.registrations] == [
        ("Eva Paz", NOT_CONFIRMED, "Lista de espera")
    ]
    assert not intake.warnings


def test_tables_side_by_side_are_all_read_with_rows_of_their_own(tmp_path: Path) -> None:
    intake = read_text(
        tmp_path,
        "MESA 1;;;MESA 2;\nNombre;Empresa;;Nombre;Empresa\nAna Gil;Acme;;Eva Paz;Beta\nLuis Rey;Zeta;;;\n",
    )
    found = [(one.row, one.name, one.company) for one in intake.registrations]
    assert found == [(3, "Ana Gil", "Acme"), (4, "Luis Rey", "Zeta"), (103, "Eva Paz", "Beta")]
    assert remarks(intake) == [(0, "side_by_side", "Nombre, Empresa → 103")]


def test_a_waiting_list_beside_the_list_waits(tmp_path: Path) -> None:
    intake = read_text(
        tmp_path, "Confirmados;;;Lista de espera;\nNombre;Empresa;;Nombre;Empresa\nAna Gil;Acme;;Eva Paz;Beta\n"
    )
    assert [(one.name, one.standing) for one in intake.registrations] == [
        ("Ana Gil", COMING), ("Eva Paz", NOT_CONFIRMED)
    ]  # fmt: skip


def test_a_plan_of_tables_is_a_list_of_people_at_tables(tmp_path: Path) -> None:
    intake = read_text(tmp_path, "Mesa 1;Mesa 2;Mesa 3\nAna Gil;Eva Paz;Pau Oro\nLuis Rey;;Mar Sol\n")
    found = {(one.name, one.answers) for one in intake.registrations}
    assert found == {
        ("Ana Gil", (("Mesa", "1"),)), ("Luis Rey", (("Mesa", "1"),)), ("Eva Paz", (("Mesa", "2"),)),
        ("Pau Oro", (("Mesa", "3"),)), ("Mar Sol", (("Mesa", "3"),)),
    }  # fmt: skip
    assert len({one.row for one in intake.registrations}) == 5
    assert remarks(intake) == [(0, "side_by_side", "Mesa 2 → 102, Mesa 3 → 202")]


def test_a_second_header_changes_what_the_columns_below_it_say(tmp_path: Path) -> None:
    intake = read_text(
        tmp_path,
        "Socios\nNombre;Apellidos;Email\nAna;Gil;ana@example.org\n\nNo socios\nApellidos;Nombre;Email;Empresa\n"
        "Paz;Eva;eva@example.org;Beta\n",
    )
    assert [(one.name, one.family, one.company) for one in intake.coming] == [
        ("Ana Gil", "Gil", ""), ("Eva Paz", "Paz", "Beta")
    ]  # fmt: skip
    assert [aside.reason for aside in intake.skipped] == ["heading", "header_again"]


def test_titles_of_parts_say_who_does_not_come(tmp_path: Path) -> None:
    intake = read_text(
        tmp_path,
        "Nombre;Email\nAna Gil;ana@example.org\n\nLISTA DE ESPERA\nNombre;Email\nEva Paz;eva@example.org\n\n"
        "CANCELADOS (1)\nJon Rey;jon@example.org\nCONFIRMADOS:\nMar Sol;mar@example.org\n",
    )
    assert [(one.name, one.standing, one.reason) for one in intake.registrations] == [
        ("Ana Gil", COMING, ""),
        ("Eva Paz", NOT_CONFIRMED, "LISTA DE ESPERA"),
        ("Jon Rey", CANCELLED, "CANCELADOS (1)"),
        ("Mar Sol", COMING, ""),
    ]


def test_a_row_of_its_own_status_is_believed_before_the_title_it_stands_under(tmp_path: Path) -> None:
    intake = read_text(
        tmp_path, "Nombre;Estado\nAna Gil;Confirmado\nPendientes\nEva Paz;Confirmado\nJon Rey;\nMar Sol;Cancelado\n"
    )
    assert [one.standing for one in intake.registrations] == [COMING, COMING, NOT_CONFIRMED, CANCELLED]


def test_the_titles_of_tables_are_no_people_and_stay_with_theirs(tmp_path: Path) -> None:
    intake = read_text(
        tmp_path, "Nombre;Menú\nMesa 1\nAna Gil;Carne\nMESA 2 (presidencial)\nEva Paz;Carne\nMesa García, Luz\n"
    )
    assert [(one.name, one.answers) for one in intake.coming] == [
        ("Ana Gil", (("Mesa", "1"),)),
        ("Eva Paz", (("MESA", "2 (presidencial)"),)),
        ("Luz Mesa García", (("MESA", "2 (presidencial)"),)),
    ]


def test_somebody_alone_above_a_header_that_comes_again_is_nobodys_title(tmp_path: Path) -> None:
    intake = read_text(tmp_path, "Nombre;Menú\nAna Gil;Carne\nEva Paz\nNombre;Menú\nJon Rey;\n")
    assert names(intake) == ["Ana Gil", "Eva Paz", "Jon Rey"]


@pytest.mark.parametrize(
    "line",
    [
        ";Carne;1;", ";Total: 2 personas;;", ";TOTAL COMENSALES;2;", ";Total asistentes: 2;;", ";Confirmados:;2;",
        ";Pendientes;0;", ";Última actualización 12/10/2026;;", ";Precio 25€/persona;;", ";IBAN ES12 3456 7890;;",
        ";Carne: 1;;", ";Leyenda;;", ";Verde = confirmado;;", ";¡Gracias!;;", "---;---;---;---",
    ],
)  # fmt: skip
def test_sums_and_notes_are_no_people(tmp_path: Path, line: str) -> None:
    intake = read_text(tmp_path, f"Nº;Nombre;Empresa;Menú\n1;Ana Gil;Acme;Carne\n2;Eva Paz;Beta;Pescado\n{line}\n")
    assert names(intake) == ["Ana Gil", "Eva Paz"]
    assert len(intake.skipped) == 1


@pytest.mark.parametrize("line", [";Pepe;2;", ";Luis Rey;;", ";Luis Rey +1;;", ";Luis Rey;;3", ";Mar Nota;;"])
def test_whoever_may_be_a_person_stays_one(tmp_path: Path, line: str) -> None:
    intake = read_text(tmp_path, f"Nº;Nombre;Empresa;Menú\n1;Ana Gil;Acme;Carne\n2;Eva Paz;Beta;Pescado\n{line}\n")
    assert len(intake.named) == 3


@pytest.mark.parametrize(
    "above",
    [
        "Comida networking;;\nContacto:;info@example.org;\n", "Evento:;Comida;\nEstado:;Confirmado;\n",
        "Empresa organizadora:;Acme;Teléfono:;600111222\n",
    ],
)  # fmt: skip
def test_what_stands_above_a_header_is_not_the_header(tmp_path: Path, above: str) -> None:
    intake = read_text(tmp_path, f"{above}Nombre;Empresa;Correo\nAna Gil;Acme;ana@example.org\n")
    assert [(one.name, one.company, one.email) for one in intake.coming] == [("Ana Gil", "Acme", "ana@example.org")]
    assert not intake.not_expected


def test_a_line_of_groups_above_the_header_tells_equal_titles_apart(tmp_path: Path) -> None:
    intake = read_text(
        tmp_path,
        "Asistente;;Contacto;;Acompañante;\nNombre;Apellidos;Email;Teléfono;Nombre;Apellidos\n"
        "Ana;Gil;ana@example.org;600111222;Luis;Rey\n",
    )
    (one,) = intake.registrations
    assert (one.name, one.phone, [along.name for along in one.companions]) == ("Ana Gil", "600111222", ["Luis Rey"])
    assert ("Apellidos acompañante", "Rey") in one.answers


def test_a_line_of_parts_below_the_header_belongs_to_it(tmp_path: Path) -> None:
    intake = read_text(tmp_path, "Nº;Nombre;Menú;;Empresa\n;;Carne;Pescado\n1;Ana Gil;x;;Acme\n2;Eva Paz;;x;Beta\n")
    assert [(one.name, one.diet) for one in intake.coming] == [("Ana Gil", "Carne"), ("Eva Paz", "Pescado")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana\nLuis\nPepe\nMarta\n", ["Ana", "Luis", "Pepe", "Marta"]),
        ("ana gil\nluis rey\n", ["ana gil", "luis rey"]),
        ("Pepe\nAna Gil\nLuis Rey\n", ["Pepe", "Ana Gil", "Luis Rey"]),
        ("Ana;Gil;600111222\nLuis;Rey;600111223\n", ["Ana Gil", "Luis Rey"]),
        ("Ana;Gil Paz;ana@example.org\nLuis;Rey;luis@example.org\n", ["Ana Gil Paz", "Luis Rey"]),
        ("ana@example.org,Ana Gil\nluis@example.org,Luis Rey\neva@example.org,Eva\n", ["Ana Gil", "Luis Rey", "Eva"]),
        ("Gil Paz, Ana\nRey Sol, Luis\nOro, Eva\n", ["Ana Gil Paz", "Luis Rey Sol", "Eva Oro"]),
        ("Ana Gil, Luis Rey, Eva Paz, Jon Oro\n", ["Ana Gil", "Luis Rey", "Eva Paz", "Jon Oro"]),
        ("1. Ana Gil\n2. Luis Rey\n", ["Ana Gil", "Luis Rey"]),
        ("- Ana Gil\n• Luis Rey\n* Eva Paz\n", ["Ana Gil", "Luis Rey", "Eva Paz"]),
        ("Comida 14 octubre\nAna Gil\nLuis Rey\n", ["Ana Gil", "Luis Rey"]),
        ("Asistentes confirmados:\nAna Gil\nPepe\n", ["Ana Gil", "Pepe"]),
        ("LISTA DE ASISTENTES\n\nAna Gil\nPepe\n", ["Ana Gil", "Pepe"]),
        ("*COMIDA 14 OCT*\n1 Ana Gil\n2 Eva Paz +1\n3 \n", ["Ana Gil", "Eva Paz"]),
        ("MESA 1: Socios\nAna Gil\nMESA 2\nEva Paz\n", ["Ana Gil", "Eva Paz"]),
        ("Confirmados\nAna Gil\nCancelados\nEva Paz\n", ["Ana Gil"]),
    ],
)
def test_lists_without_a_header_name_everybody(tmp_path: Path, text: str, expected: list[str]) -> None:
    intake = read_text(tmp_path, text)
    assert names(intake) == expected
    assert intake.rows == len(intake.registrations) + len(intake.skipped)


def test_a_list_as_people_write_it_into_a_chat(tmp_path: Path) -> None:
    intake = read_text(
        tmp_path, "Lista comida 14 octubre\n1. Ana Gil ✅ +1\n2. Luis Rey ✅\n3. Eva Paz ❌\n5- Mar Sol, vegana\n6.\n"
    )
    assert [(one.name, one.standing, len(one.companions)) for one in intake.registrations] == [
        ("Ana Gil", COMING, 1), ("Luis Rey", COMING, 0), ("Eva Paz", NOT_CONFIRMED, 0), ("Mar Sol, vegana", COMING, 0),
    ]  # fmt: skip


@pytest.mark.parametrize("cell", ["1. Ana Gil", "1) Ana Gil", "✅ Ana Gil", "- Ana Gil", "• Ana Gil", "Ana Gil ✔️"])
def test_the_signs_of_a_list_are_no_part_of_a_name(tmp_path: Path, cell: str) -> None:
    assert names(read_text(tmp_path, f"Nombre;Empresa\n{cell};Acme\n")) == ["Ana Gil"]


def test_a_cross_behind_a_name_says_that_the_person_does_not_come(tmp_path: Path) -> None:
    (one,) = read_text(tmp_path, "Nombre;Empresa\nAna Gil ❌;Acme\n").registrations
    assert (one.name, one.standing, one.reason) == ("Ana Gil", NOT_CONFIRMED, "❌")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ana;Gil;600111222\nLuis;Rey;600111223\n", [(0, "no_header", "A, B")]),
        ("Colegas\nAna Gil\nLuis Rey\n", [(1, "may_be_title", "Colegas")]),
        ("Networker;Empresa\nAna Gil;Acme\nLuis Rey;Beta\n", [(0, "guessed_name", "Networker")]),
        ("Socio;Empresa\nAna Gil;Acme\nLuis Rey;Beta\n", []),
    ],
)
def test_what_no_title_says_is_pointed_out(tmp_path: Path, text: str, told: list[tuple[int, str, str]]) -> None:
    intake = read_text(tmp_path, text)
    assert remarks(intake) == told


@pytest.mark.parametrize(
    "header",
    ["Contacto", "Persona de contacto", "Socio", "Alumno", "Cliente", "Ponente", "Invitados", "Participantes",
     "Inscritos", "Asistentes confirmados", "Confirmados", "Comensales", "Titular de la reserva", "Personas"],
)  # fmt: skip
@pytest.mark.parametrize("email", [False, True])
def test_a_column_of_names_may_be_called_many_things(tmp_path: Path, header: str, *, email: bool) -> None:
    besides = (";Email", ";ana@example.org", ";luis@example.org") if email else ("", "", "")
    text = f"{header};Empresa{besides[0]}\nAna Gil;Acme{besides[1]}\nLuis Rey;Beta{besides[2]}\n"
    intake = read_text(tmp_path, text)
    assert names(intake) == ["Ana Gil", "Luis Rey"]
    assert not intake.companions


@pytest.mark.parametrize(
    ("text", "email"),
    [
        ("Nombre / Empresa;Correo\nAna Gil / Acme SL;ana@example.org\n", "ana@example.org"),
        ("Nombre (Empresa);Correo\nAna Gil (Acme SL);ana@example.org\n", "ana@example.org"),
        ("Nombre y empresa\nAna Gil - Acme SL\n", ""),
        ("Nombre,Empresa;Email\nAna Gil,Acme SL;ana@example.org\n", "ana@example.org"),
    ],
)
def test_a_column_that_says_that_it_holds_two_things_is_parted(tmp_path: Path, text: str, email: str) -> None:
    (one,) = read_text(tmp_path, text).registrations
    assert (one.name, one.company, one.email) == ("Ana Gil", "Acme SL", email)


@pytest.mark.parametrize("text", ["x = 1\ny = 2\n", "{\n", "X\n"])
def test_what_is_no_list_of_names_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(NoNames):
        read_text(tmp_path, text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Nombre:;Empresa\nAna Gil;Acme\n", "Ana Gil"),
        ("Guests;Confirmed\nAna Gil;Yes\n", "Ana Gil"),
        ("Socio;Nombre\n1234;Ana Gil\n", "Ana Gil"),
        ("Cliente;Responsable\nAcme;Ana Gil\nBeta;Eva Paz\n", "Ana Gil"),
    ],
)
def test_titles_that_only_look_like_a_layout_are_columns(tmp_path: Path, text: str, name: str) -> None:
    intake = read_text(tmp_path, text)
    assert names(intake)[0] == name
    assert intake.rows == len(text.splitlines()) - 1


@pytest.mark.parametrize("cell", ["Sí", "1234", "Yes"])
def test_a_column_of_members_is_no_column_of_names(tmp_path: Path, cell: str) -> None:
    (one,) = read_text(tmp_path, f"Socio;Email\n{cell};ana@example.org\n").registrations
    assert (one.name, one.email, one.standing) == (None, "ana@example.org", COMING)


def test_a_telephone_is_known_without_a_header(tmp_path: Path) -> None:
    intake = read_text(tmp_path, "Ana;Gil;600 111 222\nLuis;Rey;+34 600111223\n")
    assert [one.phone for one in intake.coming] == ["600 111 222", "+34 600111223"]


def test_signs_stand_beside_a_first_name_as_beside_a_full_one(tmp_path: Path) -> None:
    intake = read_text(tmp_path, "Nombre;Apellidos;Empresa\n1. Ana;Gil;Acme\n✅ Eva;Paz;Faro\n")
    assert names(intake) == ["Ana Gil", "Eva Paz"]

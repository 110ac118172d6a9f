"""Headers that have a field's word in them and speak of something else; and those that only say it in other words."""

from __future__ import annotations

from pathlib import Path

import pytest

from checkin.intake.registrations import Intake, read
from checkin.model import Companion
from tests.intake.tables_of_people import delimited, save

PEOPLE = (("Ana", "Gil"), ("Bo", "Li"), ("Eva", "Paz"))


def table(folder: Path, header: str, *rows: str) -> Intake:
    """A list whose cells are set apart by bars."""
    return read(save(folder, delimited([line.split("|") for line in (header, *rows)])))


def names(intake: Intake) -> list[str | None]:
    return [one.name for one in intake.registrations]


@pytest.mark.parametrize(
    "header",
    ["Middle Name", "Item Name", "Lineitem name", "Preferred name", "Legal name", "Business name", "Display name",
     "Name prefix", "Room name", "Segundo nombre", "Nombre preferido", "Nombre comercial", "Nombre de la asociación",
     "Nombre del bar", "Nombre de la sesión", "Nombre del grupo", "¿Quién te ha invitado? (nombre)",
     "E-mail Display Name"],
)  # fmt: skip
@pytest.mark.parametrize("halves", ["First name|Last name", "Nombre|Apellidos", "Nombre de pila|Apellidos"])
def test_another_name_takes_nothing_from_first_and_last_name(tmp_path: Path, halves: str, header: str) -> None:
    rows = [f"{given}|{family}|Thing {given}|{given}@example.org" for given, family in PEOPLE]
    intake = table(tmp_path, f"{halves}|{header}|Email", *rows)
    assert names(intake) == ["Ana Gil", "Bo Li", "Eva Paz"]
    kept = [*intake.registrations[0].answers, (header, intake.registrations[0].company)]
    assert (header, "Thing Ana") in kept


@pytest.mark.parametrize(
    "header",
    ["Nombre comercial", "Nombre del negocio", "Nombre de la tienda", "Nombre del despacho", "Nombre de la ruta"],
)
@pytest.mark.parametrize("contact", ["Persona de contacto", "Participante"])
def test_a_shop_is_not_the_person_to_speak_to(tmp_path: Path, header: str, contact: str) -> None:
    rows = [f"Zapatos {given}|{given} {family}|{given}@example.org" for given, family in PEOPLE]
    assert names(table(tmp_path, f"{header}|{contact}|Email", *rows)) == ["Ana Gil", "Bo Li", "Eva Paz"]


def test_a_full_name_beside_its_halves_is_kept_and_its_blanks_are_filled_from_them(tmp_path: Path) -> None:
    for header in ("Nombre|Apellidos|Nombre completo", "First Name|Last Name|Full Name"):
        intake = table(tmp_path, header, "Ana|Gil|Dra. Ana Gil", "Bo|Li|Bo Li", "Eva|Paz|")
        assert names(intake) == ["Dra. Ana Gil", "Bo Li", "Eva Paz"]


def test_a_name_as_it_is_to_be_printed_is_kept_where_it_is_the_persons(tmp_path: Path) -> None:
    intake = table(tmp_path, "First name|Last name|Name on badge", "Anastasia|Gil|Ana Gil", "Robert|Li|Bo Li")
    assert names(intake) == ["Ana Gil", "Bo Li"]
    intake = table(tmp_path, "First name|Last name|Name on badge", "Ana|Gil|Zapatos", "Bo|Li|Tejados")
    assert names(intake) == ["Ana Gil", "Bo Li"]


@pytest.mark.parametrize(
    "header",
    ["Nombre|1er apellido|2º apellido", "Nombre|Apellido1|Apellido2", "Nom|1r cognom|2n cognom",
     "Nombre|Apellido|Apellido2", "Nombre|Primer apellido|Segundo apellido"],
)  # fmt: skip
def test_both_surnames_are_read(tmp_path: Path, header: str) -> None:
    intake = table(tmp_path, f"{header}|Email", "Ana|Gil|Paz|a@example.org", "Bo|Li||b@example.org")
    assert names(intake) == ["Ana Gil Paz", "Bo Li"]
    assert intake.registrations[0].family == "Gil Paz"


def test_the_number_of_an_order_is_nobodys_name(tmp_path: Path) -> None:
    intake = table(
        tmp_path, "Name|Email|Billing Name|Shipping Name", "#1001|a@example.org|Ana Gil|", "#1002|b@example.org|Bo Li|"
    )
    assert names(intake) == ["Ana Gil", "Bo Li"]


QUESTIONS = (
    "¿Vienes en coche?", "¿Vendrás con acompañante?", "¿Vendrás acompañado?", "¿Asistirás con pareja?",
    "¿Vas a venir con niños?", "¿Te apuntas a la newsletter?", "¿Confirmas que has leído las bases?",
    "¿Confirmas que no tienes alergias?", "¿Vienes por primera vez?", "¿Asistirás también al cóctel?",
    "¿Necesitas certificado de asistencia?", "¿De dónde vienes?", "Confirma que aceptas la política",
    "Attended last year", "Are you attending alone?", "Will you be bringing anyone?", "Estado civil",
    "Estado (provincia)", "Asistencia previa", "¿Podrás venir puntual?",
)  # fmt: skip


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_question_about_something_else_says_nothing_about_coming(tmp_path: Path, question: str) -> None:
    intake = table(
        tmp_path, f"Nombre y apellidos|Correo|{question}", "Ana Gil|a@example.org|No", "Bo Li||Sí", "Eva Paz||"
    )
    assert names(intake) == ["Ana Gil", "Bo Li", "Eva Paz"]
    assert not intake.not_expected


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize(
    "real", ["¿Vienes a la comida?", "¿Vas a asistir al evento?", "¿Confirmas que vendrás a la cena?", "Asistencia"]
)
def test_the_question_of_the_meal_is_the_one_that_counts(tmp_path: Path, question: str, real: str) -> None:
    for header, rows in (
        (f"{real}|{question}", ("Ana Gil|Sí|No", "Bo Li|No|Sí")),
        (f"{question}|{real}", ("Ana Gil|No|Sí", "Bo Li|Sí|No")),
    ):
        intake = table(tmp_path, f"Nombre y apellidos|{header}", *rows)
        assert [one.name for one in intake.coming] == ["Ana Gil"]
        assert [one.name for one in intake.not_expected] == ["Bo Li"]


@pytest.mark.parametrize(
    "question",
    ["¿Vienes a la comida de socios?", "Asistencia a la comida de socios", "¿Vendrás a la comida del hotel Colón?",
     "¿Puedes asistir a la cena?", "Confirma tu asistencia y acepta las bases", "¿Te apuntas a la comida?",
     "¿Asistirás a la comida o solo al café?", "¿Asistirás a la comida y al cóctel?"],
)  # fmt: skip
def test_who_is_asked_outright_is_heard_whatever_else_the_question_speaks_of(tmp_path: Path, question: str) -> None:
    intake = table(tmp_path, f"Nombre y apellidos|{question}", "Ana Gil|Sí", "Bo Li|No")
    assert [one.name for one in intake.not_expected] == ["Bo Li"]


@pytest.mark.parametrize(
    ("header", "cells", "diets"),
    [
        ("Celíaco|Vegano", ("x|", "|x"), ["Celíaco", "Vegano"]),
        ("Vegetariano|Sin gluten|Sin lactosa", ("SI|NO|NO", "NO|SI|SI"), ["Vegetariano", "Sin gluten; Sin lactosa"]),
        ("¿Alguna alergia?|¿Cuál?", ("Sí|Frutos secos", "No|"), ["Frutos secos", ""]),
        ("¿Alguna intolerancia? (Sí/No)|En caso afirmativo, especifica", ("Sí|Huevo", "No|"), ["Huevo", ""]),
        ("Alergias", ("Sí", "No"), ["Alergias: Sí", ""]),
        ("Alergias", ("Nueces", "No como cerdo"), ["Nueces", "No como cerdo"]),
        ("Alergiarik?", ("Ez", "Glutena"), ["", "Glutena"]),
        ("Alerxias ou intolerancias", ("Ningunha", "Glute"), ["", "Glute"]),
        ("Comida|Cena", ("SI|NO", "NO|SI"), ["", ""]),
    ],
)
def test_a_mark_below_a_diet_is_that_diet(
    tmp_path: Path, header: str, cells: tuple[str, str], diets: list[str]
) -> None:
    intake = table(
        tmp_path, f"Nombre|{header}", *(f"{who}|{said}" for who, said in zip(("Ana", "Bo"), cells, strict=True))
    )
    assert [one.diet for one in intake.registrations] == diets


@pytest.mark.parametrize(
    "header",
    ["¿Con quién te gustaría NO coincidir?", "Personas concretas con las que prefieres no sentarte",
     "¿Junto a quién prefieres no sentarte?", "Who would you rather not sit with?", "Evitar sentar con"],
)  # fmt: skip
def test_who_is_not_wanted_is_no_wish_and_is_pointed_out(tmp_path: Path, header: str) -> None:
    intake = table(tmp_path, f"Nombre y apellidos|Correo|{header}", "Ana Gil|a@example.org|Bo Li", "Bo Li||No")
    assert [one.wants for one in intake.registrations] == ["", ""]
    assert (header, "Bo Li") in intake.registrations[0].answers
    assert [(one.row, one.detail) for one in intake.warnings if one.code == "wants_apart"] == [(2, "Bo Li")]


@pytest.mark.parametrize(
    ("field", "headers"),
    [
        ("wants", "Me gustaría sentarme con|Sentarme con|Sentar con|¿Junto a quién te gustaría sentarte?"),
        ("wants", "Personas con las que te gustaría coincidir|¿A quién quieres conocer?"),
        ("seeks", "Qué busco|Lo que busco|¿Qué necesitas?|Necesito|¿Qué te gustaría conseguir?"),
        ("offers", "¿En qué puedes ayudar?|En qué puedo ayudar"),
    ],
)  # fmt: skip
def test_wishes_offers_and_seeks_in_peoples_own_words(tmp_path: Path, field: str, headers: str) -> None:
    for header in headers.split("|"):
        intake = table(tmp_path, f"Nombre y apellidos|{header}", "Ana Gil|Bo Li", "Bo Li|Eva Paz")
        assert getattr(intake.registrations[0], field) == "Bo Li", header


def test_consent_is_heard_and_that_of_others_is_not(tmp_path: Path) -> None:
    for header, consent in (
        ("¿Nos autorizas a compartir tus datos de contacto con el resto de asistentes?", "yes"),
        ("¿Nos autorizas a compartir tus datos con los patrocinadores?", ""),
    ):
        intake = table(tmp_path, f"Nombre y apellidos|{header}", "Ana Gil|Sí", "Bo Li|No")
        assert intake.registrations[0].consent == consent


def test_how_somebody_is_addressed_is_no_role_and_a_birthday_no_age(tmp_path: Path) -> None:
    intake = table(tmp_path, "Title|First Name|Last Name|Birthday", "Ms|Ana|Gil|05/12", "Mr|Bo|Li|1988-05-12")
    assert [one.role for one in intake.registrations] == ["", ""]
    assert [one.age_band for one in intake.registrations] == ["", "1980-1989"]


def test_a_second_address_stands_in_where_the_first_is_blank_and_is_kept_where_it_is_not(tmp_path: Path) -> None:
    intake = table(
        tmp_path, "Nombre|Email empresa|Email personal|Teléfono|Móvil",
        "Ana||a@example.org||600111222.0", "Bo|b@example.org|bo@example.org|910000000|600111223",
    )  # fmt: skip
    ana, bo = intake.registrations
    assert (ana.email, ana.phone) == ("a@example.org", "600111222")
    assert (bo.email, bo.phone) == ("b@example.org", "910000000")
    assert bo.answers == (("Email personal", "bo@example.org"), ("Móvil", "600111223"))


def test_a_shop_sells_places_to_those_who_pay(tmp_path: Path) -> None:
    intake = table(
        tmp_path, "Name|Email|Financial Status|Lineitem quantity|Lineitem name|Billing Name|Cancelled at",
        "#1001|a@example.org|paid|1|Comida|Ana Gil|", "#1002|b@example.org|refunded|1|Comida|Bo Li|2026-10-02 10:00:00",
        "#1003|e@example.org|pending|1|Comida|Eva Paz|",
    )  # fmt: skip
    assert intake.format == "shopify"
    assert [one.name for one in intake.coming] == ["Ana Gil"]
    assert {one.standing.value for one in intake.not_expected} == {"cancelled", "unpaid"}
    intake = table(
        tmp_path,
        "Número de pedido|Estado del pedido|Nombre (facturación)|Apellidos (facturación)|Nombre del artículo|Cantidad",
        "101|Procesando|Ana|Gil|Comida|2", "102|En espera|Bo|Li|Comida|1", "103|Fallido|Eva|Paz|Comida|1",
    )  # fmt: skip
    assert intake.format == "woocommerce"
    assert [(one.name, one.companions) for one in intake.coming] == [("Ana Gil", (Companion(),))]

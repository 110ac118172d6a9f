"""What a list says beside its fields of who comes: boxes that are acted upon, and all else that is pointed out."""

from __future__ import annotations

from pathlib import Path

import pytest

from checkin.intake.registrations import Intake, read
from checkin.model import Standing
from tests.intake.tables_of_people import save

COMING, OUT = Standing.COMING, Standing.NOT_CONFIRMED


def listed(folder: Path, text: str, name: str = "list.csv") -> Intake:
    return read(save(folder, text, name))


def who(intake: Intake) -> list[tuple[str | None, Standing]]:
    return [(one.name, one.standing) for one in intake.registrations]


def told(intake: Intake, code: str) -> list[tuple[int, str]]:
    return [(one.row, one.detail) for one in intake.warnings if one.code == code]


@pytest.mark.parametrize(
    "header",
    [
        "Présence",
        "Partecipa",
        "Obecność",
        "Presença",
        "Adesione",
        "Assistència",
        "Teilnahme",
        "Bertaratzea",
        "Anmeldestatus",
    ],
)
def test_who_comes_is_asked_in_many_languages(tmp_path: Path, header: str) -> None:
    intake = listed(tmp_path, f"Nom et prénom;{header}\nAna Gil;sí\nEva Paz;no\n")
    assert who(intake) == [("Ana Gil", COMING), ("Eva Paz", OUT)]


def test_boxes_beside_each_other_say_who_does_not_come_and_who_ticked_none_is_told(tmp_path: Path) -> None:
    intake = listed(
        tmp_path, "Nombre;Sí;No;Quizás\nAna Gil;x;;\nLuis Paz;;x;\nEva Rey;;;x\nLeo Mas;;;\nIvo Sanz;x;x;\n"
    )
    assert who(intake) == [
        ("Ana Gil", COMING), ("Luis Paz", OUT), ("Eva Rey", OUT), ("Leo Mas", COMING), ("Ivo Sanz", OUT),
    ]  # fmt: skip
    assert told(intake, "blank_status") == [(0, "Sí (1)")]
    assert told(intake, "unknown_status") == [(6, "No")]


def test_a_column_no_alone_is_no_box_unless_it_says_what_it_denies(tmp_path: Path) -> None:
    assert who(listed(tmp_path, "Nombre;No\nAna Gil;x\nEva Paz;\n")) == [("Ana Gil", COMING), ("Eva Paz", COMING)]
    assert who(listed(tmp_path, "Nombre;No asiste\nAna Gil;x\nEva Paz;\n")) == [("Ana Gil", OUT), ("Eva Paz", COMING)]


def test_a_column_of_yes_and_no_that_was_not_understood_is_told(tmp_path: Path) -> None:
    text = "Nombre;Comida;Copa;Parking\nAna Gil;Sí;Sí;No\nLuis Paz;No;Sí;No\nEva Rey;No;No;No\n"
    assert told(listed(tmp_path, text), "may_say_who_comes") == [(0, "Comida, Copa")]
    understood = text.replace("Comida", "Asiste")
    assert told(listed(tmp_path, understood), "may_say_who_comes") == []


def test_who_has_not_answered_among_those_who_have_is_told(tmp_path: Path) -> None:
    text = "Nombre;Correo;Confirmado\nAna Gil;a@example.org;Sí\nLuis Paz;l@example.org;\nEva Rey;e@example.org;No\n"
    assert told(listed(tmp_path, text), "blank_status") == [(0, "Confirmado (1)")]
    assert told(listed(tmp_path, text.replace("Confirmado", "Estado")), "blank_status") == []


def test_who_is_said_to_stay_away_where_a_role_would_stand_is_told(tmp_path: Path) -> None:
    text = "Nombre;Rol;Varios\nAna Gil;Ponente;\nLuis Paz;No asiste;\nEva Rey;Ponente;Baja\n"
    assert told(listed(tmp_path, text), "says_away") == [(3, "No asiste"), (4, "Varios: Baja")]


def test_a_second_name_on_a_row_is_told_and_the_same_name_once_more_is_not(tmp_path: Path) -> None:
    text = "Nombre,Email,Nombre,Email,Edad\nAna Gil,a@example.org,Luis Paz,l@example.org,30\nEva Paz,,Eva Paz,,31\n"
    assert told(listed(tmp_path, text), "another_name") == [(2, "Nombre (2): Luis Paz")]


def test_a_column_of_crosses_is_nobodys_name(tmp_path: Path) -> None:
    intake = listed(tmp_path, "Nombre;Invitado;Confirmado\nAna Gil;x;x\nLuis Paz;x;no\n")
    assert who(intake) == [("Ana Gil", COMING), ("Luis Paz", OUT)]


def test_a_name_that_is_crossed_out_does_not_come(tmp_path: Path) -> None:
    intake = listed(tmp_path, "1. ~Ana Gil~\n2. ~~Luis Paz~~\n3. Eva Rey\n4. *Leo Mas*\n", "list.txt")
    assert who(intake) == [("Ana Gil", OUT), ("Luis Paz", OUT), ("Eva Rey", COMING), ("Leo Mas", COMING)]


def test_numbers_of_a_telephones_keyboard_are_no_part_of_a_name_and_a_face_is_pointed_out(tmp_path: Path) -> None:
    intake = listed(tmp_path, "🎄 Comida 🎄\n\n1️⃣ Ana Gil ✅\n2️⃣ Luis Paz ❌\n3️⃣ Eva Rey 🤔\n", "list.txt")
    assert who(intake) == [("Ana Gil", COMING), ("Luis Paz", OUT), ("Eva Rey 🤔", COMING)]
    assert told(intake, "more_than_a_name") == [(5, "3️⃣ Eva Rey 🤔")]


def test_a_company_behind_a_dash_is_the_company_and_anything_else_there_is_pointed_out(tmp_path: Path) -> None:
    intake = listed(tmp_path, "Nombre;Edad\nAna Gil - Acme;30\nEva Paz – vegetariana;31\nPaz; Luis;32\n")
    assert [(one.name, one.company) for one in intake.registrations][:2] == [
        ("Ana Gil", "Acme"),
        ("Eva Paz – vegetariana", ""),
    ]
    assert told(intake, "company_from_name") == [(2, "Acme")]
    assert told(intake, "more_than_a_name") == [(3, "Eva Paz – vegetariana")]


def test_who_stands_below_a_state_that_is_said_once_for_several_is_told(tmp_path: Path) -> None:
    text = "Estado;Nombre\nConfirmado;Ana Gil\n;Luis Paz\nLista de espera;Eva Rey\n;Leo Mas\n"
    assert told(listed(tmp_path, text), "blank_status") == [(0, "Estado (2)")]


def test_who_has_not_paid_or_has_no_day_of_confirming_among_those_who_have_is_told(tmp_path: Path) -> None:
    paid = "Nombre;Pagado;Edad\nAna Gil;Sí;30\nEva Rey;;31\n"
    days = "Nombre;Fecha confirmación;Edad\nAna Gil;20/11/2026;30\nEva Rey;;31\n"
    assert told(listed(tmp_path, paid), "blank_status") == [(0, "Pagado (1)")]
    assert told(listed(tmp_path, days), "blank_status") == [(0, "Fecha confirmación (1)")]


def test_a_cross_below_not_confirmed_is_no_yes(tmp_path: Path) -> None:
    assert who(listed(tmp_path, "Nombre;No confirmado\nAna Gil;\nLuis Paz;x\n")) == [
        ("Ana Gil", COMING),
        ("Luis Paz", OUT),
    ]


def test_how_many_come_below_asistentes_are_people_and_nobody_is_told(tmp_path: Path) -> None:
    intake = listed(tmp_path, "Nombre;Asistentes\nAna Gil;2\nLuis Paz;0\nEva Rey;1\n")
    assert [len(one.companions) for one in intake.registrations] == [1, 0, 0]
    assert told(intake, "says_away") == [(3, "Asistentes: 0")]


def test_a_note_that_somebody_stays_away_is_told(tmp_path: Path) -> None:
    intake = listed(tmp_path, "Nombre;Notas\nAna Gil;vegana\nLuis Paz;CANCELADO 20/11\nEva Rey;baja por enfermedad\n")
    assert told(intake, "says_away") == [(3, "CANCELADO 20/11"), (4, "baja por enfermedad")]


@pytest.mark.parametrize(
    ("asked", "no", "perhaps"),
    [
        ("Serez-vous présent ?", "Malheureusement non", "Peut-être"), ("Parteciperai?", "Purtroppo no", "Forse"),
        ("Vai estar presente?", "Infelizmente não", "Talvez"), ("Vas vir?", "Non podo", "Quizais"),
        ("Czy będziesz?", "Niestety nie", "Może"), ("Etorriko al zara?", "Ezin dut", "Agian"),
        ("Bist du dabei?", "Leider nicht", "Weiß noch nicht"), ("Are you joining us?", "Sadly no", "Hopefully"),
    ],
)  # fmt: skip
def test_forms_in_other_languages_are_answered_in_theirs(tmp_path: Path, asked: str, no: str, perhaps: str) -> None:
    intake = listed(tmp_path, f"Nom et prénom;{asked}\nAna Gil;{no}\nEva Rey;{perhaps}\nLeo Mas;ok\n")
    assert who(intake) == [("Ana Gil", OUT), ("Eva Rey", OUT), ("Leo Mas", COMING)]
    assert told(intake, "unknown_status") == []


def test_two_names_on_two_lines_of_a_cell_and_surnames_without_a_comma_are_pointed_out(tmp_path: Path) -> None:
    intake = listed(tmp_path, 'Apellidos y nombre;Edad\n"Gil Pérez\nEva Rey";30\n"Ana\nGil";31\n')
    assert told(intake, "more_than_a_name") == [(2, "Gil Pérez Eva Rey")]
    assert told(intake, "surname_first") == [(0, "Gil Pérez\nEva Rey")]


def test_people_beside_each_other_behind_their_table_are_a_row_each(tmp_path: Path) -> None:
    intake = listed(tmp_path, "Mesa 1: Ana Gil, Luis Paz\nMesa 2: Eva Rey, Leo Mas, Pau Vila\n", "list.txt")
    assert [one.name for one in intake.registrations] == ["Ana Gil", "Luis Paz", "Eva Rey", "Leo Mas", "Pau Vila"]
    assert [dict(one.answers)["Mesa"] for one in intake.registrations] == ["1", "1", "2", "2", "2"]


def test_a_header_below_a_list_that_has_none_above_is_nobody_and_neither_is_a_question_mark(tmp_path: Path) -> None:
    intake = listed(
        tmp_path, "Ana Gil;a@example.org;\nEva Rey;e@example.org;\n¿?;l@example.org;\nNombre;Email;Empresa\n"
    )
    assert [one.name for one in intake.registrations] == ["Ana Gil", "Eva Rey", None]
    assert [(one.row, one.reason) for one in intake.skipped] == [(4, "header_again")]


def test_the_farewell_of_a_letter_and_who_signs_it_are_nobody(tmp_path: Path) -> None:
    intake = listed(tmp_path, "Hola, te paso la lista:\n\nAna Gil\nLuis Paz\nEva Rey\n\nUn saludo,\nPepe\n", "list.txt")
    assert [one.name for one in intake.registrations] == ["Ana Gil", "Luis Paz", "Eva Rey"]
    assert [(one.row, one.reason) for one in intake.skipped] == [(1, "heading"), (7, "no_person"), (8, "no_person")]


def test_days_and_meals_that_somebody_answers_in_words_or_marks_are_told(tmp_path: Path) -> None:
    intake = listed(tmp_path, "Nombre;Comida 12/12;Sáb 13\nAna Gil;voy;✓\nLuis Paz;no voy;✗\nEva Rey;?;✓\n")
    assert told(intake, "may_say_who_comes") == [(0, "Comida 12/12, Sáb 13")]


def test_a_sentence_below_the_list_is_nobody(tmp_path: Path) -> None:
    intake = listed(tmp_path, "Nombre;Empresa\nAna Gil;Acme\nEva Paz;Beta\nLos menús se eligen antes del día 10;\n")
    assert [(one.row, one.reason) for one in intake.skipped] == [(4, "no_person")]


def test_more_than_a_name_is_pointed_out_in_the_column_of_surnames_as_well(tmp_path: Path) -> None:
    intake = listed(
        tmp_path, "Nombre;Apellidos;Email\nLeo;Ruiz (Acme);l@example.org\nEva;Ortega y Gasset;e@example.org\n"
    )
    assert told(intake, "more_than_a_name") == [(2, "Ruiz (Acme)")]

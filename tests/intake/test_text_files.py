"""Text files: which letters, which cells; and that a stray quote loses nobody."""

from __future__ import annotations

from pathlib import Path

import pytest

from checkin.errors import UnreadableFile
from checkin.intake import delimited, letters
from checkin.intake.registrations import Intake, read
from tests.intake.tables_of_people import save

TEXT = "Nombre;Correo\r\nMaría Núñez;m@example.org\r\n"


def names(intake: Intake) -> list[str | None]:
    return [one.name for one in intake.registrations]


def remarks(intake: Intake) -> list[tuple[int, str]]:
    return [(remark.row, remark.code) for remark in intake.warnings]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)  # fmt: skip
def test_letters_survive_every_usual_encoding(encoding: str, tmp_path: Path) -> None:
    assert names(read(save(tmp_path, TEXT.encode(encoding)))) == ["María Núñez"]


def test_a_file_of_two_encodings_is_read_line_by_line_and_pointed_out(tmp_path: Path) -> None:
    mixed = "Nombre;Correo\nJosé Peña;j@example.org\n".encode() + "María Núñez;m@example.org\n".encode("cp1252")
    intake = read(save(tmp_path, mixed))
    assert names(intake) == ["José Peña", "María Núñez"]
    assert remarks(intake) == [(3, "mixed_encoding")]


def test_the_lines_of_another_encoding_are_named_by_their_row_whatever_stands_above(tmp_path: Path) -> None:
    mixed = 'sep=;\r\nNombre;Nota\r\nJosé Peña;"uno\r\ndos"\r\n'.encode() + "María;Ñu\r\nUxío;\r\n".encode("cp1252")
    intake = read(save(tmp_path, mixed))
    assert [(one.row, one.name) for one in intake.registrations] == [(2, "José Peña"), (3, "María"), (4, "Uxío")]
    assert [(one.row, one.code, one.detail) for one in intake.warnings if one.code == "mixed_encoding"] == [
        (3, "mixed_encoding", "María;Ñu"),
        (4, "mixed_encoding", "Uxío;"),
    ]


def test_a_cell_encoded_once_too_often_is_mended_and_pointed_out(tmp_path: Path) -> None:
    intake = read(save(tmp_path, "Nombre;Correo\nMarÃ­a NÃºÃ±ez;m@example.org\nJOÃO Sá;j@example.org\n"))
    assert names(intake) == ["María Núñez", "JOÃO Sá"]
    assert remarks(intake) == [(2, "mended_letters")]


@pytest.mark.parametrize("name", ["JOÃO", "São João", "Ânia", "Ñandú", "Łukasz Żak", "Þór", "Zoë «Z» Ø"])
def test_real_letters_are_never_mended(name: str) -> None:
    assert letters.mend(name) == name
    assert letters.mend(name.encode().decode("latin-1")) == name


def test_controls_and_direction_marks_go_and_joiners_stay(tmp_path: Path) -> None:
    family = "👨\u200d👩\u200d👧"
    text = f"Nom\0bre;Correo\nAna\0\x07 \u202eGil\u200b;a@example.org\nUxía {family};u@example.org\n"
    assert names(read(save(tmp_path, text))) == ["Ana Gil", f"Uxía {family}"]


@pytest.mark.parametrize("delimiter", list(delimited.DELIMITERS))
def test_the_delimiter_is_found(delimiter: str) -> None:
    text = f'Nombre{delimiter}Correo{delimiter}Nota\nAna{delimiter}a@example.org{delimiter}"uno, dos; tres"\n'
    assert delimited.split(text).delimiter == delimiter


def test_a_comma_in_a_header_does_not_split_a_list_with_semicolons(tmp_path: Path) -> None:
    intake = read(save(tmp_path, "Apellidos, Nombre;Correo\nGil, Ana;a@example.org\nPaz, Eva;e@example.org\n"))
    assert names(intake) == ["Ana Gil", "Eva Paz"]


def test_a_sep_line_is_obeyed_and_is_no_row(tmp_path: Path) -> None:
    intake = read(save(tmp_path, "sep=|\r\nNombre|Correo\r\nAna|a@example.org\r\n"))
    assert [(one.row, one.name) for one in intake.registrations] == [(2, "Ana")]


def test_title_lines_and_blank_lines_count_as_rows_and_quoted_line_ends_do_not(tmp_path: Path) -> None:
    text = 'Comida\n\nNombre,Correo,Nota\n"Ana",a@example.org,"uno\ndos\n\ntres"\n\n,,\nEva,e@example.org,\n'
    intake = read(save(tmp_path, text))
    assert [(one.row, one.name) for one in intake.registrations] == [(4, "Ana"), (7, "Eva")]
    assert intake.registrations[0].note == "uno\ndos\n\ntres"


@pytest.mark.parametrize(
    "text",
    [
        'Nombre,Correo,Empresa\nAna,a@example.org,"Acme\nEva,e@example.org,Beta\nLuis,l@example.org,Gamma\n',
        'Nombre,Correo,Empresa\n"Ana,a@example.org,Acme\nEva,e@example.org,"Beta, S.L."\nLuis,l@example.org,Gamma\n',
        'Nombre,Correo,Empresa\nAna,a@example.org,"Acme\nEva,e@example.org,"Beta"\nLuis,l@example.org,"Gamma"\n',
        'Nombre,Correo,Empresa,Nota\nAna,a@example.org,"Acme,\nEva,e@example.org,5",x\nLuis,l@example.org,Gamma,\n',
    ],
)
def test_an_unclosed_quote_swallows_nobody(text: str, tmp_path: Path) -> None:
    intake = read(save(tmp_path, text))
    assert [one.name for one in intake.named] == ["Ana", "Eva", "Luis"]
    assert [one.email for one in intake.named] == ["a@example.org", "e@example.org", "l@example.org"]
    assert (2, "unclosed_quote") in remarks(intake)


def test_well_quoted_cells_beside_a_stray_quote_stay_whole(tmp_path: Path) -> None:
    text = 'Nombre,Correo,Nota\n"Nita" Gil,n@example.org,"a, b"\nAna "Nita" Gil,a@example.org,"dijo ""sí""\ny más"\n'
    intake = read(save(tmp_path, text))
    assert names(intake) == ['"Nita" Gil', 'Ana "Nita" Gil']
    assert [one.note for one in intake.registrations] == ["a, b", 'dijo "sí"\ny más']


def test_a_very_long_cell_is_cut_and_the_people_below_stay(tmp_path: Path) -> None:
    intake = read(save(tmp_path, f"Nombre,Correo,Nota\nAna,a@example.org,{'x' * 200_000}\nEva,e@example.org,\n"))
    assert names(intake) == ["Ana", "Eva"]
    assert (2, "cell_cut") in remarks(intake)
    assert len(intake.registrations[0].note) == 32_767


@pytest.mark.parametrize("content", ["Nombre\n" + "Ana Gil\n" * 100_001, "Nombre," * 501 + "\n"])
def test_more_rows_or_columns_than_any_meal_has_are_refused(content: str, tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile) as refusal:
        read(save(tmp_path, content))
    assert refusal.value.why == "too_large"


OLDER = (
    "Nombre;Apellidos;Email;Teléfono\nÍñigo;Muñoz Peña;inigo@example.org;600111222\nBegoña;Güell;bego@example.org;\n"
)


@pytest.mark.parametrize("encoding", ["mac_roman", "cp850"])
def test_the_letters_of_older_systems_are_told_by_the_words_they_make(tmp_path: Path, encoding: str) -> None:
    intake = read(save(tmp_path, OLDER.encode(encoding)))
    assert [one.name for one in intake.named] == ["Íñigo Muñoz Peña", "Begoña Güell"]
    assert intake.registrations[0].phone == "600111222"
    assert [(one.row, one.code) for one in intake.warnings] == [(0, "older_letters")]


@pytest.mark.parametrize(
    "text", ["Nombre\nSeán O’Neill\nLluís Coll·lada\n", "Nombre;Ruta\nAna Gil;Lugo–Vigo\nEva Peña;Ávila\n"]
)
def test_western_letters_stay_western(tmp_path: Path, text: str) -> None:
    intake = read(save(tmp_path, text.encode("cp1252")))
    assert [one.name for one in intake.named] == [line.split(";")[0] for line in text.splitlines()[1:]]
    assert not intake.warnings


RESAVED = {
    "lines in quotes": '"Nombre,""Apellidos"",Email"\n"Ana,""Gil"",a@example.org"\n"Eva,""Paz"",e@example.org"\n',
    "single quotes": "'Nombre';'Apellidos';'Email'\n'Ana';'Gil';'a@example.org'\n'Eva';'Paz';'e@example.org'\n",
    "set with blanks": "Nombre  Apellidos  Email\nAna     Gil        a@example.org\nEva     Paz        e@example.org\n",
    "a page's letters": (
        "Nombre;Apellidos;Email;Empresa\nAna;Gil;a@example.org;Ni&ntilde;o & C&iacute;a\nEva;Paz;e@example.org;\n"
    ),
    "a table as text": (
        "| Nombre | Apellidos | Email |\n|---|---|---|\n| Ana | Gil | a@example.org |\n| Eva | Paz | e@example.org |\n"
    ),
}


@pytest.mark.parametrize("text", RESAVED.values(), ids=RESAVED)
def test_a_list_that_was_saved_once_too_often_has_its_people(tmp_path: Path, text: str) -> None:
    intake = read(save(tmp_path, text))
    assert [(one.name, one.email) for one in intake.coming] == [
        ("Ana Gil", "a@example.org"), ("Eva Paz", "e@example.org")
    ]  # fmt: skip
    assert {one.company for one in intake.coming} <= {"", "Niño & Cía"}


def test_columns_set_with_blanks_may_have_empty_cells(tmp_path: Path) -> None:
    text = (
        "Nombre        Empresa   Email\nAna Gil                 a@example.org\nEva Paz       Beta      e@example.org\n"
    )
    intake = read(save(tmp_path, text))
    assert [(one.name, one.company) for one in intake.coming] == [("Ana Gil", ""), ("Eva Paz", "Beta")]


def test_a_column_of_quoted_names_stays_one(tmp_path: Path) -> None:
    intake = read(save(tmp_path, '"Apellidos, Nombre"\n"Gil, Ana"\n"Paz, Eva"\n'))
    assert names(intake) == ["Ana Gil", "Eva Paz"]

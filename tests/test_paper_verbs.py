"""What the verbs about paper refuse, and how they say what they did."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from checkin.cli import app
from checkin.console import print_sentence
from checkin.desk.outcomes import PrintReport
from checkin.words import Words


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """An event with two tables and nobody yet."""
    path = tmp_path / "evening.db"
    assert run(path, "new", "Comida", "--tables", "2x10")[0] == 0
    return path


def run(database: Path, *words: str) -> tuple[int, str]:
    """How a verb ends, and what it says besides its answer."""
    told = CliRunner().invoke(app, [*words, "--database", str(database)], env={"CHECKIN_LANG": "es"})
    return told.exit_code, told.stderr


@pytest.mark.parametrize(
    ("what", "option"),
    [
        ("table-cards", ("--guest", "Ruth")), ("place-cards", ("--start", "3")), ("tickets", ("--sheet", "cr80")),
        ("door-list", ("--only", "all")), ("calibration", ("--duplex",)), ("badges", ("--round", "2")),
        ("contacts", ("--people",)), ("badges", ("--size", "phone")), ("place-cards", ("--each",)),
        ("tickets", ("--again",)), ("list", ("--bleed", "3")), ("table-cards", ("--readings", "20,20,20,20")),
    ],
)  # fmt: skip
def test_an_option_that_means_nothing_to_a_paper_is_refused_by_name(
    database: Path, tmp_path: Path, what: str, option: tuple[str, ...]
) -> None:
    said = run(database, "print", what, "-o", str(tmp_path / "x.pdf"), *option)
    assert said == (2, f"print {what} no admite «{option[0]}».\n")
    assert not (tmp_path / "x.pdf").exists()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--sheet", "a4-fold", "--bleed", "3"), "--sheet a4-fold no admite «--bleed».\n"),
        (("--sheet", "a4-fold", "--duplex"), "--sheet a4-fold no admite «--duplex».\n"),
        (("--start", "11"), "--start no admite «11».\n"),
        (("--sheet", "own:a4:9,9,0,0,9,9"), "--sheet no admite «own:a4:9,9,0,0,9,9».\n"),
        (("--sheet", "a4"), "--sheet no admite «a4». Admite: a4-2x5; "),
    ],
)
def test_a_sheet_that_cannot_be_used_so_is_refused_by_the_option_that_named_it(
    database: Path, tmp_path: Path, options: tuple[str, ...], said: str
) -> None:
    names = tmp_path / "list.csv"
    names.write_text("Nombre,Correo\nAna Gil,ana@example.org\n", "utf-8")
    assert run(database, "import", str(names))[0] == 0
    code, told = run(database, "print", "badges", "-o", str(tmp_path / "x.pdf"), *options)
    assert (code, told[: len(said)]) == (2, said)
    assert "own:a4:…" in told or "Admite" not in told
    assert not (tmp_path / "x.pdf").exists()


def test_a_paper_for_nobody_says_what_it_waits_for(database: Path, tmp_path: Path) -> None:
    def told(what: str, *options: str) -> str:
        code, said = run(database, "print", what, "-o", str(tmp_path / "x.pdf"), *options)
        assert code == 1
        return said.removesuffix(" No se ha escrito ningún archivo.\n")

    assert told("badges") == told("list") == "No hay nadie para quien imprimir."
    names = tmp_path / "list.csv"
    names.write_text("Nombre,Correo\n,ana@example.org\n", "utf-8")
    run(database, "import", str(names))
    for what in ("badges", "place-cards", "tickets"):
        assert told(what) == "De quienes se han pedido aún no se sabe el nombre."
    assert told("contacts") == "Aún nadie tiene mesa."
    assert run(database, "room", "remove", "1", "2")[0] == 0
    assert told("table-cards") == "La sala aún no tiene mesas."


def test_a_colour_that_is_none_is_refused_by_its_option(database: Path) -> None:
    assert run(database, "design", "--colour", "rojo") == (2, "--colour no admite «rojo».\n")


def test_one_table_is_one_table(tmp_path: Path) -> None:
    for tables, said in (("1x4", "1 mesa, 4 sitios"), ("2x4", "2 mesas, 8 sitios")):
        told = CliRunner().invoke(app, ["new", "Comida", "--tables", tables, "--database", str(tmp_path / tables)])
        assert told.stdout + told.stderr == f"«Comida»: {said}.\n"


@pytest.mark.parametrize(("language", "pages", "said"), [
    ("es", 1, "1 en 1 página: x.pdf"), ("es", 2, "1 en 2 páginas: x.pdf"),
    ("en", 1, "1 on 1 page: x.pdf"), ("en", 2, "1 on 2 pages: x.pdf"),
])  # fmt: skip
def test_one_page_is_one_page(language: str, pages: int, said: str) -> None:
    assert print_sentence(PrintReport(Path("x.pdf"), pages, 1), Words(language)) == said


def test_a_logo_that_is_not_there_is_said_not_to_be_read(database: Path) -> None:
    said = "No se ha podido leer la imagen. El diseño no ha cambiado.\n"
    assert run(database, "design", "--logo", "no-such-picture.png") == (1, said)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("es", "aspecto Banda de color, color #0F6B5C, logotipo no, con Empresa; Código de la entrada."),
        ("en", "look Band of colour, colour #0F6B5C, logo no, with Company; Ticket code."),
    ],
)
@pytest.mark.parametrize("hidden", ["cargo", "Role", "role"])
def test_a_design_is_told_in_the_language_in_force_and_understood_in_both(
    database: Path, language: str, said: str, hidden: str
) -> None:
    away = ["sector", "Usuario", "table", "Mesas de la velada", "Marks", "Ofrezco", "I look for", "contact"]
    words = ["design", "--look", "banda de color", "--hide", hidden, "--show", "empresa", "--show", "Ticket code"]
    words += [word for one in away for word in ("--hide", one)]
    told = CliRunner().invoke(app, [*words, "--database", str(database), "--lang", language])
    assert told.exit_code == 0
    assert told.stdout.rstrip().endswith(said)


def test_a_field_that_is_none_is_refused_with_those_there_are(database: Path) -> None:
    code, said = run(database, "design", "--show", "zodiaco")
    assert code == 2
    assert said.startswith("--show no admite «zodiaco». Admite: Empresa; Cargo; ")
    assert run(database, "design", "--look", "barroco")[1].endswith("Solo negro, para impresoras de etiquetas.\n")


def test_the_seating_list_of_those_who_are_here_can_be_asked_for(database: Path, tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text("Name,Email\nAna Gil,ana@example.org\nJon Rey,jon@example.org\n", "utf-8")
    assert run(database, "import", str(file))[0] == 0
    out = str(tmp_path / "list.pdf")
    assert run(database, "print", "list", "-o", out, "--only", "arrived")[0] == 1
    assert run(database, "print", "list", "-o", out)[0] == 0
    assert run(database, "print", "list", "-o", out, "--only", "changed") == (
        2,
        "list no admite «--only changed».\n",
    )

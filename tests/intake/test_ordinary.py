"""The short way and the careful way through a list come to the same, row by row."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checkin.errors import CheckinError
from checkin.intake import name_cells, ordinary, people, sheets, tables
from checkin.intake.folding import clean
from checkin.intake.marks import unmarked
from checkin.intake.registrations import read
from checkin.intake.rows import Draft, Drafter
from checkin.intake.sheets import Line
from checkin.intake.vocabulary import NOBODY
from tests.intake.tables_of_people import SAMPLES, delimited, save

MANY = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

NAMES = [
    "Ana", "María José", "Iñaki", "Łukasz 4", "Gil Paz", "O'Neill", "de la Serna", "Puig i Roca", "Mª Luz",
    "Gil, Ana",
    "Paz, Dra. Eva", "Ana Gil (+2)", "Ana y Luis", "Ana Gil ❌", "1. Ana", "Acompañante", "Invitada 2",
    "Acomp. Ana Gil",
    "Info Requested", "anonymous", "x", "Sin nombre", "Ana Gil, CEO", "Ana x2", "Gil 2", "personas", "Ana Gil CANCELA",
    "ana@example.org", "Ana Gil <ana@example.org>", "=1+1", "-Ana", "Pe?a", "A.", "N.A.", "EUR", "强", "杨", "TOTAL",
    "Gil Paz, Socia", "Gil, Marea S L", "Gil Paz, Marea Coop.", "Gil, Jr.", "gil paz, ana", "Gil, reembolsada",
    "Paz, Don Luis", "Gil, Head of Sales", "Gil Paz,Ana", "Gil, Ana, Eva", "Invitada, Ana", "Gil, x", "Gil 2, Ana",
    "Ana with Eva 3",
    "12", "Nombre", "Ana\nGil", "",
]  # fmt: skip
WORDS = sorted({word.strip(",") for name in NAMES for word in name.split()})
PLAIN = st.lists(st.one_of(st.text(min_size=1, max_size=8), st.sampled_from(WORDS)), min_size=1, max_size=3)
NAMED_BY = [
    ["Nombre"], ["Apellidos, Nombre"], ["First Name", "Last Name"], ["Nombre", "Apellidos"],
    ["Nombre", "Apellidos", "Segundo apellido"], ["Nombre y apellidos", "Nombre"],
]  # fmt: skip
CELLS: dict[str, list[str]] = {
    "Nombre": NAMES,
    "Nombre y apellidos": NAMES,
    "Apellidos, Nombre": NAMES,
    "First Name": NAMES,
    "Last Name": NAMES,
    "Apellidos": NAMES,
    "Segundo apellido": NAMES,
    "Email": ["ana@example.org", "EVA@Example.org", "eva@example.org.", "no", "-", "eva", "eva@example.org y más", ""],
    "Teléfono": ["600 100 200", "+34600100200", "600100200.0", "6,00E+08", "no", ""],
    "Empresa": ["Marea", "=Marea", "-", "Marea\nCoop.", "12", ""],
    "Cargo": ["CEO", "+CEO", "@ceo", ""],
    "Sector": ["Salud", "salud", ""],
    "Estado": ["Confirmado", "Cancelado", "pendiente de pago", "quién sabe", "no", ""],
    "Cancelado": ["sí", "no", "por enfermedad", "12/10/2026", ""],
    "Lista de espera": ["1", "sí", "no", ""],
    "Pagado": ["sí", "no", "20 €", ""],
    "Acompañantes": ["2", "Eva Paz", "sí", "no", "no sé", "3 conmigo", "25", ""],
    "Nombre del acompañante": ["Eva Paz", "Eva y Luis", "no", ""],
    "Número de personas": ["1", "2", "2 personas", ""],
    "Alergias": ["Vegana", "Ninguna", "sí", "no", "vengo en silla de ruedas", ""],
    "¿Eres celíaca?": ["sí", "no", ""],
    "Observaciones": ["Llego tarde", "uso muletas", "no uso muletas", "-", "una\ny otra", ""],
    "Accesibilidad": ["sí", "no", "rampa", ""],
    "Género": ["mujer", "no", ""],
    "Edad": ["34", "30-39", "muchos", ""],
    "Twitter": ["@ana", "no tengo", "https://x.com/ana", ""],
    "LinkedIn": ["linkedin.com/in/ana", "no tengo", "ana-gil", ""],
    "Compartir mis datos": ["sí", "no", "depende", ""],
    "¿Qué buscas?": ["Clientes", "no", "=1", ""],
    "¿Qué ofreces?": ["Diseño", "-", ""],
    "Sobre mí": ["Ingeniera", "nada", ""],
    "Quiere conocer a": ["Eva Paz", "nadie", ""],
    "Order #": ["11211991415", "#1001", "ABC-1", "1", ""],
    "Attendee #": ["18441589865", "1", ""],
    "Ticket Type": ["Comida", "Parking", "=1+1", ""],
    "Barcode #": ["1121199141518441589865001", "5,55E+08", "no", "https://example.org/t?pk=abc", ""],
    "Ticket secret": ["aaaabbbb", "no", ""],
    "Marca temporal": ["2026/10/03 9:12:33", ""],
    "Buyer Email": ["luz@example.org", ""],
    "Nº": ["1", "2", ""],
    "Mesa preferida": ["1", "ventana", "Mesa preferida", ""],
    "Talla": ["M", "L", "TOTAL", ""],
    "No asiste": ["x", "✔", ""],
    "Sí": ["x", ""],
    "Quizás": ["x", ""],
}


@st.composite
def lists(draw: st.DrawFn) -> list[list[str]]:
    """A header and rows of likely and unlikely cells below it."""
    names = draw(st.sampled_from(NAMED_BY))
    others = draw(st.lists(st.sampled_from([one for one in CELLS if one not in names]), max_size=9, unique=True))
    headers = draw(st.permutations([*names, *others]))
    rows = draw(st.lists(st.tuples(*(st.sampled_from(CELLS[header]) for header in headers)), min_size=1, max_size=12))
    return [list(headers), *map(list, rows)]


def short_and_careful(path: Path) -> list[tuple[Draft, Draft]]:
    """Each row of a list read both ways."""
    table = tables.choose(sheets.open_book(path), path, None, {})
    short, careful = ordinary.Reader(table), Drafter(table)
    return [(short.draft(line), careful.draft(line)) for line in table.body]


@MANY
@given(rows=lists())
def test_any_row_is_read_to_the_same_draft_both_ways(rows: list[list[str]], tmp_path: Path) -> None:
    path = save(tmp_path, delimited(rows))
    try:
        drafts = short_and_careful(path)
    except CheckinError:
        return
    for short, careful in drafts:
        assert short == careful


@pytest.mark.parametrize("header", CELLS)
@pytest.mark.parametrize(
    "others",
    [
        {"Nombre": "Ana Gil", "Email": "ana@example.org"},
        {"Apellidos, Nombre": "Gil, Ana", "Empresa": "Marea"},
        {"First Name": "Ana", "Last Name": "Gil", "Order #": "11211991415", "Attendee #": "18441589865"},
        {"First Name": "", "Last Name": "", "Order #": "", "Attendee #": ""},
    ],
)
def test_each_cell_is_read_to_the_same_draft_beside_ordinary_ones(
    header: str, others: dict[str, str], tmp_path: Path
) -> None:
    headers = list(others | {header: ""})
    rows = [[*(others | {header: cell}).values()] for cell in CELLS[header]]
    titled = [["Mesa 1"], *rows[:2], ["Cancelados"], *rows[:2]]
    for short, careful in short_and_careful(save(tmp_path, delimited([headers, *rows, headers, *titled]))):
        assert short == careful


@pytest.mark.parametrize("folder", ["samples", "platforms"])
def test_every_sample_is_read_to_the_same_drafts_both_ways(folder: str) -> None:
    read_through = 0
    for path in sorted((SAMPLES.parent / folder).rglob("*.*")):
        try:
            drafts = short_and_careful(path)
        except CheckinError:
            continue
        read_through += len(drafts)
        for short, careful in drafts:
            assert short == careful, path
    assert read_through > 50


@MANY
@given(words=st.lists(st.one_of(st.text(min_size=1, max_size=8), st.sampled_from(NAMES)), min_size=1, max_size=4))
def test_a_name_of_plain_words_is_what_every_rule_for_names_leaves_of_it(words: list[str]) -> None:
    name = clean(" ".join(words))
    if not name or not all(map(ordinary.plain_word, name.split(" "))):
        return
    for cell in (name, f"{name} 12"):
        assert unmarked(cell) == (cell, "")
        assert name_cells.read(cell) == name_cells.Said(cell)
        assert people.person(cell) == people.Person(cell)
        assert people.person("", cell, name).name == f"{cell} {name}"


@MANY
@given(family=PLAIN, given_name=PLAIN)
def test_two_sides_of_plain_words_are_only_put_in_order(family: list[str], given_name: list[str]) -> None:
    words = [clean(word) for word in (*family, *given_name)]
    if not all(map(ordinary.plain_word, words)):
        return
    cell = f"{' '.join(words[: len(family)])}, {' '.join(words[len(family) :])}"
    assert unmarked(cell) == (cell, "")
    assert name_cells.read(cell) == name_cells.Said(cell)


@pytest.mark.parametrize("phrase", sorted(NOBODY))
def test_what_stands_for_nobody_is_never_made_of_plain_words(phrase: str) -> None:
    assert not all(map(ordinary.plain_word, phrase.split()))


@pytest.mark.parametrize("header", ["Nombre", "Nombre y apellidos", "Apellidos, Nombre"])
def test_an_ordinary_list_is_read_with_care_once_for_all_rows_that_say_the_same(
    header: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [[header, "Email", "Empresa", "Estado", "Alergias"]]
    for at in range(300):
        family = f"{chr(65 + at % 26)}eva Gil"
        name = f"{family}, Ana" if "," in header else f"Ana {family}"
        rows.append([name, f"p{at}@example.org", f"Marea {at}", "Confirmado", ["", "Vegana"][at % 2]])
    with_care: list[Line] = []
    careful = Drafter.draft

    def counted(self: Drafter, line: Line) -> Draft:
        with_care.append(line)
        return careful(self, line)

    monkeypatch.setattr(Drafter, "draft", counted)
    assert len(read(save(tmp_path, delimited(rows))).named) == 300
    assert len(with_care) == 2

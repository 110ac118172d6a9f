"""Whatever bytes a file holds: it is read and adds up, or it is refused; nothing else happens."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checkin.errors import NoNames, UnreadableFile
from checkin.intake import delimited, people
from checkin.intake.folding import clean, fold_name, nothing_to_clean
from checkin.intake.letters import mend
from checkin.intake.registrations import REMARKS, SKIPPED, Intake, read
from checkin.intake.sheets import REASONS
from tests.intake.tables_of_people import EXCEL, GOOGLE, save  # fmt: skip
from tests.intake.tables_of_people import delimited as as_csv

HEADERS = [
    "Nombre",
    "Apellidos",
    "Correo electrónico",
    "Confirmado",
    "Acompañantes",
    "Order #",
    "Attendee #",
    "Ticket secret",
    "Marca temporal",
    "Empresa",
    "Menú",
    "Product",
    "Position ID",
    "Nº",
    "Pagado",
    "",
    "¿Qué buscas?",
    "Twitter",
]
LIKELY = [
    "Ana Gil",
    "Gil, Ana",
    "a@example.org",
    "sí",
    "No",
    "+1",
    "pendiente",
    "TOTAL",
    "12345678901",
    "5,55E+08",
    "Info Requested",
    "Parking",
    "=1+1",
    '"',
    "a\nb",
    "2026/10/03 9:12:33 a. m.",
    "https://x.com/a?pk=[",
]
CELLS = st.one_of(st.text(max_size=12), st.sampled_from(["", *LIKELY]))
ROWS = st.lists(st.lists(CELLS, max_size=8), max_size=12)
FEW = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def adds_up(intake: Intake) -> None:
    parts = (intake.named, intake.unnamed, intake.not_expected, intake.skipped)
    assert sum(map(len, parts)) == intake.rows
    numbers = [one.row for one in intake.registrations] + [one.row for one in intake.skipped]
    assert len(set(numbers)) == intake.rows
    keys = [one.key for one in intake.registrations]
    assert all(keys)
    assert len(set(keys)) == len(keys)
    assert {one.reason for one in intake.skipped} <= set(SKIPPED)
    assert {one.code for one in intake.warnings} <= set(REMARKS)


def read_or_refuse(path: Path) -> None:
    """Read and add up, or refuse for a reason that has words."""
    try:
        adds_up(read(path))
    except UnreadableFile as refusal:
        if refusal.why not in REASONS:
            raise
    except NoNames:
        pass


@FEW
@given(content=st.one_of(st.binary(max_size=400), st.text(max_size=400).map(str.encode)))
def test_any_bytes_are_read_or_refused(content: bytes, tmp_path: Path) -> None:
    if not content.startswith((b"PK", b"\xd0\xcf")):  # those start a process each: test_workbooks
        read_or_refuse(save(tmp_path, content))


@FEW
@given(headers=st.permutations(HEADERS).map(lambda order: order[:8]), rows=ROWS, delimiter=st.sampled_from(",;\t|"))
def test_any_table_adds_up(headers: list[str], rows: list[list[str]], delimiter: str, tmp_path: Path) -> None:
    read_or_refuse(save(tmp_path, as_csv([headers, *rows], delimiter).encode("utf-8", "replace")))


@FEW
@given(data=st.data())
def test_a_damaged_sample_is_read_or_refused(data: st.DataObject, tmp_path: Path) -> None:
    raw = bytearray(data.draw(st.sampled_from((GOOGLE, EXCEL))).read_bytes()[:6000])
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(raw) - 1))
        raw[at : at + data.draw(st.integers(0, 3))] = data.draw(
            st.sampled_from((b'"', b"\n", b";", b",", b"\0", b"\xff", b"\r"))
        )
    read_or_refuse(save(tmp_path, bytes(raw)))


@FEW
@given(
    rows=st.lists(
        st.lists(st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=8), min_size=3, max_size=3),
        min_size=3,
        max_size=8,
    )
)
def test_a_well_formed_table_comes_back_as_it_was(rows: list[list[str]]) -> None:
    table = delimited.split(as_csv([["Nombre", "Correo", "Empresa"], *rows]))
    assert [cells for _, cells in table.records][1:] == rows


@given(st.text(max_size=40))
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean(clean(text).lstrip("'")) == clean(text).lstrip("'")


CLEAN_OR_NEARLY = st.one_of(
    st.text(max_size=8),
    st.sampled_from(
        ["Ana Gil", "Begoña", "杨强", "Ã±", "â‚¬", " a", "a ", "a  b", "a|b", "|", "'=1", "'", "", "e\u0301", "\x07"]
    ),
)


@given(st.lists(CLEAN_OR_NEARLY, min_size=1, max_size=5))
def test_a_record_with_nothing_to_clean_is_as_cleaning_would_leave_it(record: list[str]) -> None:
    cleaned = [clean(mend(cell)) for cell in record]
    if nothing_to_clean(record):
        assert cleaned == record


@pytest.mark.parametrize("record", [["Ana", "Peña", "", "a@b.es"], ["杨强"], ["10/1/26 12:00", "+1"]])
def test_everyday_records_have_nothing_to_clean(record: list[str]) -> None:
    assert nothing_to_clean(record)


@given(st.text(max_size=30), st.text(max_size=20), st.text(max_size=20))
def test_a_name_has_no_blanks_around_and_never_raises(full: str, given_name: str, family: str) -> None:
    name = people.person(full, given_name, family).name
    assert name is None or (name == " ".join(name.split()) and name)


@given(st.lists(st.text(st.characters(categories=["Lu", "Ll"]), min_size=1, max_size=8), min_size=2, max_size=2))
def test_surname_first_and_name_first_are_the_same_person(words: list[str]) -> None:
    family, first = words
    assert fold_name(f"{family}, {first}") == fold_name(f"{first} {family}")


@pytest.mark.parametrize("count", [1, 2, 50])
def test_equal_people_get_keys_of_their_own(count: int, tmp_path: Path) -> None:
    adds_up(read(save(tmp_path, "Nombre\n" + "Ana\n" * count)))

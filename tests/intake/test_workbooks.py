"""Spreadsheets: what they say, and that no file can take the program down with it."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from checkin.errors import UnreadableFile
from checkin.intake import sheets, workbooks
from checkin.intake.registrations import read
from tests.intake.tables_of_people import PRETIX, archive, save, with_part, workbook

PEOPLE = [["Nombre", "Correo"], ["Ana Gil", "ana@example.org"]]

ODS = (
    '<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
    '<table:table table:name="Lista">{rows}</table:table></office:spreadsheet></office:body></office:document-content>'
)


def refused(path: Path) -> str:
    """The one word for why a file is refused."""
    with pytest.raises(UnreadableFile) as refusal:
        read(path)
    assert refusal.value.why in sheets.REASONS
    return refusal.value.why


def cells(raw: bytes, path: Path = Path("book.xlsx")) -> dict[str, list[tuple[int, list[str]]]]:
    return {name: rows for name, _, rows, _ in workbooks.unpack(raw, path)}


def test_numbers_keep_their_letters_and_dates_are_iso() -> None:
    raw = io.BytesIO()
    with xlsxwriter.Workbook(raw) as book:
        sheet = book.add_worksheet("Hoja")
        sheet.write_row(0, 0, [12345678901, 34600000001, 1, 32.5, 0.1, True])
        sheet.write_number(1, 0, 46347 + (13 * 60 + 5) / 1440, book.add_format({"num_format": "dd/mm/yyyy hh:mm"}))
        sheet.write_number(1, 1, 46347, book.add_format({"num_format": "dd/mm/yyyy"}))
    assert cells(raw.getvalue()) == {
        "Hoja": [
            (1, ["12345678901", "34600000001", "1", "32.5", "0.1", "TRUE"]),
            (2, ["2026-11-21 13:05:00", "2026-11-21"]),
        ]
    }


def test_rows_have_the_numbers_the_spreadsheet_shows(tmp_path: Path) -> None:
    raw = io.BytesIO()
    with xlsxwriter.Workbook(raw) as book:
        sheet = book.add_worksheet()
        sheet.write("C3", "Nombre")
        sheet.write("D3", "Correo")
        sheet.write("C4", "Ana\nGil")
        sheet.write("C9", "Eva Paz")
    assert [(one.row, one.name) for one in read(save(tmp_path, raw.getvalue())).registrations] == [
        (4, "Ana Gil"),
        (9, "Eva Paz"),
    ]


def test_the_sheet_with_the_people_is_found_wherever_it_is(tmp_path: Path) -> None:
    notes = [["Pendiente de llamar al restaurante"], ["Menú", "25,00"]]
    path = save(
        tmp_path, workbook({"Notas": notes, "Gastos": [["Concepto", "Importe"], ["Flores", 30]], "Gente": PEOPLE})
    )
    assert (read(path).sheet, read(path).sheets) == ("Gente", ("Notas", "Gastos", "Gente"))


def test_a_hidden_sheet_is_read_only_when_asked_for(tmp_path: Path) -> None:
    raw = io.BytesIO()
    with xlsxwriter.Workbook(raw) as book:
        for name, who in (("Hoy", "Eva Paz"), ("Antigua", "Ana Gil")):
            sheet = book.add_worksheet(name)
            sheet.write_row(0, 0, ["Nombre", "Correo", "Empresa"])
            sheet.write_row(1, 0, [who, "x@example.org"])
            if name == "Antigua":
                sheet.write_row(2, 0, ["Luis Mas", "y@example.org"])
                sheet.hide()
    path = save(tmp_path, raw.getvalue())
    assert read(path).sheet == "Hoy"
    assert read(path, sheet="Antigua").rows == 2


def test_a_sheet_that_is_not_there_is_refused_with_those_that_are(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile) as refusal:
        read(save(tmp_path, workbook({"Gente": PEOPLE})), sheet="Invitados")
    assert (refusal.value.why, refusal.value.detail) == ("no_sheet", "Gente")


def test_an_open_document_is_read_too(tmp_path: Path) -> None:
    row = "<table:table-row>{}</table:table-row>"
    cell = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    rows = "".join(row.format("".join(cell.format(text) for text in line)) for line in PEOPLE)
    parts = {
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
        "content.xml": ODS.format(rows=rows),
        "META-INF/manifest.xml": "<m/>",
    }
    path = save(tmp_path, archive(parts), "list.xlsx")
    assert [one.name for one in read(path).named] == ["Ana Gil"]


def test_a_cell_in_the_far_corner_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    raw = io.BytesIO()
    with xlsxwriter.Workbook(raw) as book:
        sheet = book.add_worksheet()
        sheet.write("A1", "Nombre")
        sheet.write("XFD1048576", "x")
    assert refused(save(tmp_path, raw.getvalue())) == "far_cell"
    unseen = with_part(
        raw.getvalue(), "xl/worksheets/sheet1.xml", lambda part: part.replace(b'r="XFD1048576"', b"r='XFD1048576'")
    )
    assert refused(save(tmp_path, unseen)) == "bomb"


@pytest.mark.parametrize("size", [20_000_000, 250_000_000])
def test_a_part_that_swells_is_refused(size: int, tmp_path: Path) -> None:
    bomb = with_part(
        workbook({"Gente": PEOPLE}), "xl/sharedStrings.xml", lambda part: part.replace(b"Ana Gil", b"A" * size)
    )
    assert refused(save(tmp_path, bomb)) == "bomb"


def test_a_part_that_lies_about_its_size_is_damaged(tmp_path: Path) -> None:
    bomb = bytearray(
        with_part(workbook({"Gente": PEOPLE}), "xl/sharedStrings.xml", lambda part: part + b" " * 9_000_000)
    )
    with zipfile.ZipFile(io.BytesIO(bomb)) as packed:
        real = packed.getinfo("xl/sharedStrings.xml").file_size
    said = bytes(bomb).replace(real.to_bytes(4, "little"), (1000).to_bytes(4, "little"))
    assert refused(save(tmp_path, said)) == "damaged"


def test_entities_are_not_expanded(tmp_path: Path) -> None:
    laughs = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><sst'
    book = with_part(
        workbook({"Gente": PEOPLE}),
        "xl/sharedStrings.xml",
        lambda part: part.replace(b"<sst", laughs).replace(b"Ana Gil", b"&b;"),
    )
    assert refused(save(tmp_path, book)) == "damaged"


def test_too_many_rows_and_columns_are_refused(tmp_path: Path) -> None:
    raw = io.BytesIO()
    with xlsxwriter.Workbook(raw, {"constant_memory": True}) as book:
        sheet = book.add_worksheet()
        for number in range(100_001):
            sheet.write_string(number, 0, "Ana Gil")
    assert refused(save(tmp_path, raw.getvalue())) == "too_large"
    assert refused(save(tmp_path, workbook({"Ancha": [["Nombre"] * 501]}))) == "too_large"


def test_a_child_that_dawdles_is_ended() -> None:
    with pytest.raises(UnreadableFile) as refusal:
        workbooks.unpack(PRETIX.read_bytes(), PRETIX, seconds=0.001)
    assert refusal.value.why == "timeout"


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (PRETIX.read_bytes()[:5000], "damaged"),
        (PRETIX.read_bytes()[:-40], "damaged"),
        (b"PK\x03\x04" + b"x" * 100, "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "WordDocument".encode("utf-16-le"), "not_a_sheet"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "Workbook".encode("utf-16-le"), "damaged"),
        (archive({"word/document.xml": "<w/>"}), "not_a_sheet"),
        (archive({"xl/workbook.xml": "<workbook/>"}), "damaged"),
        (b"%PDF-1.7 ...", "not_a_sheet"),
        (b"\x89PNG\r\n\x1a\n", "not_a_sheet"),
        (b"<html><body><table><tr><td>Nombre</td></tr></table>", "html"),
        ("\ufeff\r\n<!DOCTYPE html>".encode("utf-16"), "html"),
        (b'<?xml version="1.0"?><Workbook/>', "not_a_sheet"),
        (bytes(range(1, 32)) * 40, "not_a_sheet"),
        (b"", "empty"),
        (b"\0\0\0", "empty"),
        (b" \r\n;;;\r\n", "empty"),
    ],
)  # fmt: skip
def test_what_is_no_table_is_refused_with_its_reason(content: bytes, why: str, tmp_path: Path) -> None:
    for name in ("list.xls", "list.csv"):
        assert refused(save(tmp_path, content, name)) == why


def test_a_file_that_is_not_there_a_folder_and_too_many_bytes_are_refused(tmp_path: Path) -> None:
    assert refused(tmp_path / "nowhere.csv") == "missing"
    assert refused(tmp_path) == "folder"
    large = tmp_path / "large.csv"
    with large.open("wb") as file:
        file.truncate(50_000_001)
    assert refused(large) == "too_large"


def test_an_old_excel_file_is_read_too() -> None:
    (maria,) = read(Path(__file__).with_name("old_excel.xls")).registrations
    assert (maria.row, maria.name, maria.phone) == (5, "María Núñez Gil", "34555000001")


def test_a_cell_merged_over_rows_counts_for_each_of_them_and_a_name_is_one_persons(tmp_path: Path) -> None:
    raw = io.BytesIO()
    with xlsxwriter.Workbook(raw) as book:
        sheet = book.add_worksheet("Lista")
        sheet.merge_range("A1:E1", "COMIDA DE NAVIDAD")
        for column, title in enumerate(("Empresa", "Estado", "Nombre", "Email", "Menú")):
            sheet.write(1, column, title)
        sheet.merge_range("A3:A5", "Acme")
        sheet.merge_range("B3:B4", "Confirmado")
        sheet.merge_range("B5:B6", "Lista de espera")
        sheet.merge_range("C6:C7", "Leo Mas")
        for row, name in enumerate(("Ana Gil", "Luis Paz", "Eva Rey"), 2):
            sheet.write(row, 2, name)
            sheet.write(row, 3, f"{name[0]}@example.org")
        sheet.write(5, 3, "leo@example.org")
        sheet.write(5, 4, "Carne")
        sheet.write(6, 4, "Pescado")
        sheet.write(6, 3, "otra@example.org")
    intake = read(save(tmp_path, raw.getvalue(), "list.xlsx"))
    assert [(one.name, one.company, one.standing.value) for one in intake.registrations] == [
        ("Ana Gil", "Acme", "coming"), ("Luis Paz", "Acme", "coming"), ("Eva Rey", "Acme", "not_confirmed"),
        ("Leo Mas", "", "not_confirmed"), (None, "", "coming"),
    ]  # fmt: skip

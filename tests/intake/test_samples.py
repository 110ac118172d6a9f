"""The sample exports, read as an independent reading of them says they must be."""

from __future__ import annotations

import random
import re
import unicodedata
from collections import Counter
from pathlib import Path

import pytest

from checkin.intake.registrations import Intake, read
from checkin.model import Companion, Registration, Standing
from tests.intake.tables_of_people import (
    ALL,
    EVENTBRITE,
    EXCEL,
    GOOGLE,
    LUMA,
    MEETUP,
    PRETIX,
    TEXTS,
    Rows,
    delimited,
    rows_of,
    save,
    workbook,
)  # fmt: skip

COUNTS = {
    EVENTBRITE: (214, 159, 33, 22, 0, 0),
    PRETIX: (215, 150, 7, 29, 29, 0),
    GOOGLE: (172, 150, 1, 15, 6, 14),
    LUMA: (196, 144, 7, 45, 0, 0),
    MEETUP: (141, 112, 0, 29, 0, 19),
    EXCEL: (129, 116, 0, 11, 2, 17),
}
FORMATS = {
    EVENTBRITE: "eventbrite", PRETIX: "pretix", GOOGLE: "google_forms", LUMA: "luma", MEETUP: "meetup",
    EXCEL: "generic",
}  # fmt: skip
NAME_COLUMNS = {
    EVENTBRITE: (2, 3), PRETIX: (14,), GOOGLE: (2,), LUMA: (1,), MEETUP: (0,), EXCEL: (1,),
}  # fmt: skip
HEADER = {EXCEL: 3}


def counts(intake: Intake) -> tuple[int, ...]:
    """The six figures of the table."""
    parts = (intake.named, intake.unnamed, intake.not_expected, intake.skipped)
    return (intake.rows, *map(len, parts), intake.companions)


def by_row(intake: Intake) -> dict[int, Registration]:
    return {registration.row: registration for registration in intake.registrations}


def as_people(intake: Intake) -> list[tuple[object, ...]]:
    """What must not depend on how a file was saved."""
    return [
        (one.row, one.key, one.name, one.email, one.phone, one.company, one.role, one.diet, one.standing, one.codes,
         one.companions)
        for one in intake.registrations
    ]  # fmt: skip


def letters(text: str) -> list[str]:
    """The words of a text, in no order."""
    return sorted(re.findall(r"[^\s,]+", unicodedata.normalize("NFC", text)))


@pytest.mark.parametrize("sample", ALL, ids=lambda path: path.stem)
def test_every_sample_counts_as_it_should(sample: Path) -> None:
    intake = read(sample)
    assert counts(intake) == COUNTS[sample]
    assert intake.format == FORMATS[sample]


@pytest.mark.parametrize("sample", ALL, ids=lambda path: path.stem)
def test_named_unnamed_not_expected_and_skipped_are_every_row_once(sample: Path) -> None:
    intake = read(sample)
    numbers = [one.row for one in intake.registrations] + [one.row for one in intake.skipped]
    start = HEADER.get(sample, 0) + 2
    filled = [
        number for number, row in enumerate(rows_of(sample)[start - 1 :], start) if any(cell.strip() for cell in row)
    ]
    assert sorted(numbers) == filled


@pytest.mark.parametrize("sample", ALL, ids=lambda path: path.stem)
def test_every_name_is_the_files_to_the_letter(sample: Path) -> None:
    rows = rows_of(sample)
    for registration in read(sample).registrations:
        row = rows[registration.row - 1]
        written = letters(" ".join(row[place] for place in NAME_COLUMNS[sample]))
        if registration.name is not None and re.search(r"[\u4e00-\u9fff]", registration.name):
            assert sorted(registration.name.replace(" ", "")) == sorted("".join(written))
        elif registration.name is not None:
            assert letters(registration.name) == written
        assert registration.name is None or registration.name == " ".join(registration.name.split())


@pytest.mark.parametrize("sample", ALL, ids=lambda path: path.stem)
def test_keys_are_unique_and_reading_twice_is_the_same(sample: Path) -> None:
    intake = read(sample)
    keys = [registration.key for registration in intake.registrations]
    assert len(set(keys)) == len(keys)
    assert all(keys)
    assert read(sample) == intake


@pytest.mark.parametrize("sample", ALL, ids=lambda path: path.stem)
def test_the_key_stays_when_rows_are_sorted_anew(sample: Path, tmp_path: Path) -> None:
    rows = rows_of(sample)
    top, body = rows[: HEADER.get(sample, 0) + 1], rows[HEADER.get(sample, 0) + 1 :]
    random.Random(7).shuffle(body)
    again = read(save(tmp_path, delimited([*top, *body])))
    before, after = (
        Counter(re.sub(r"#\d+$", "", one.key) for one in intake.registrations) for intake in (read(sample), again)
    )
    assert before == after


@pytest.mark.parametrize("sample", ALL, ids=lambda path: path.stem)
def test_columns_in_another_order_say_the_same(sample: Path, tmp_path: Path) -> None:
    rows = rows_of(sample)
    order = list(range(max(map(len, rows))))
    random.Random(11).shuffle(order)
    if sample == PRETIX:  # of the two columns called Company the attendee's stays the first
        first, second = (
            order.index(rows[0].index("Company")),
            order.index(len(rows[0]) - 1 - rows[0][::-1].index("Company")),
        )
        order[min(first, second)], order[max(first, second)] = sorted((order[first], order[second]))
    shuffled = [[row[place] if place < len(row) else "" for place in order] for row in rows]
    intake = read(save(tmp_path, delimited(shuffled)))
    assert counts(intake) == COUNTS[sample]
    assert [(one.row, one.key, one.name, one.email, one.codes) for one in intake.registrations] == [
        (one.row, one.key, one.name, one.email, one.codes) for one in read(sample).registrations
    ]


TRANSLATED = {
    EVENTBRITE: {
        "Order #": "N.º de pedido", "First Name": "Nombre", "Last Name": "Apellidos", "Email": "Correo electrónico",
        "Attendee #": "N.º de asistente", "Attendee Status": "Estado del asistente", "Ticket Type": "Tipo de entrada",
        "Company": "Empresa", "Job Title": "Cargo", "Quantity": "Cantidad",
    },
    LUMA: {
        "name": "Nombre completo", "first_name": "Nombre de pila", "last_name": "Apellidos", "email": "Correo",
        "approval_status": "Estado", "qr_code_url": "Código QR", "guest_id": "ID de usuario", "ticket_name": "Entrada",
    },
    GOOGLE: {
        "Marca temporal": "Timestamp", "Dirección de correo electrónico": "Email Address",
        "Empresa o proyecto": "Company", "Nombre y apellidos": "Full name",
        "¿Vienes con acompañante?": "Are you bringing a plus one?",
        "Nombre del acompañante (si procede)": "Plus one's name", "¿Asistirás finalmente?": "Will you attend?",
        "Teléfono móvil (solo para avisos del evento)": "Mobile phone",
    },
    MEETUP: {
        "Name": "Nombre", "RSVP": "Asistirás", "Guests": "Acompañantes", "User ID": "ID de usuario",
        "RSVPed on": "Fecha", "URL of Member Profile": "Perfil",
    },
    EXCEL: {
        "Apellidos, Nombre": "Surname, name", "Empresa": "Company", "Confirmado": "Confirmed", "Móvil": "Mobile",
        "Correo electrónico": "E-mail", "Cargo": "Role", "Menú": "Diet", "Acompañantes": "+1", "Nº": "#",
        "Observaciones": "Notes",
    },
}  # fmt: skip


@pytest.mark.parametrize("sample", TRANSLATED, ids=lambda path: path.stem)
def test_headers_in_another_language_still_tell_their_columns(sample: Path, tmp_path: Path) -> None:
    rows = rows_of(sample)
    at = HEADER.get(sample, 0)
    rows[at] = [TRANSLATED[sample].get(title, title) for title in rows[at]]
    intake = read(save(tmp_path, delimited(rows)))
    assert counts(intake) == COUNTS[sample]
    assert [(one.name, one.email, one.company, one.codes) for one in intake.registrations] == [
        (one.name, one.email, one.company, one.codes) for one in read(sample).registrations
    ]


def written_anew(rows: Rows) -> dict[str, bytes]:
    """The same rows, saved by other programs."""
    comma, semicolon, tab = (delimited(rows, sign) for sign in ",;\t")
    return {
        "utf-8 comma": comma.encode(),
        "utf-8 with mark, semicolon": semicolon.encode("utf-8-sig"),
        "utf-16 tab": tab.encode("utf-16"),
        "utf-16-be without mark": semicolon.encode("utf-16-be"),
        "sep line": f"sep=|\r\n{delimited(rows, '|')}".encode(),
        "line feeds only": comma.replace("\r\n", "\n").encode(),
        "xlsx": workbook({"Hoja1": rows}),
    }


@pytest.mark.parametrize("how", written_anew([["x"]]))
@pytest.mark.parametrize("sample", ALL, ids=lambda path: path.stem)
def test_the_same_file_saved_in_another_way_is_the_same_people(sample: Path, how: str, tmp_path: Path) -> None:
    again = read(save(tmp_path, written_anew(rows_of(sample))[how], "registrations.dat"))
    assert counts(again) == COUNTS[sample]
    assert as_people(again) == as_people(read(sample))


def test_a_western_excel_saves_what_it_can_and_the_rest_is_pointed_out(tmp_path: Path) -> None:
    western = delimited(rows_of(GOOGLE), ";").encode("cp1252", "replace")
    intake = read(save(tmp_path, western))
    lost = {
        one.row
        for one in read(GOOGLE).registrations
        if one.name and "?" in one.name.encode("cp1252", "replace").decode("cp1252")
    }
    assert counts(intake) == COUNTS[GOOGLE]
    assert {remark.row for remark in intake.warnings if remark.code == "damaged_letters"} == lost
    assert lost


@pytest.mark.parametrize("sample", TEXTS, ids=lambda path: path.stem)
def test_the_file_name_may_lie(sample: Path, tmp_path: Path) -> None:
    assert as_people(read(save(tmp_path, sample.read_bytes(), "people.xlsx"))) == as_people(read(sample))
    assert counts(read(save(tmp_path, PRETIX.read_bytes(), "people.csv"))) == COUNTS[PRETIX]


def test_an_eventbrite_ticket_scans_as_order_attendee_and_001() -> None:
    first = by_row(read(EVENTBRITE))[2]
    assert first.codes == ("1121199141518441589865001",)
    assert first.key == "code:1121199141518441589865001"


def test_further_eventbrite_tickets_in_the_buyers_name_wait_for_theirs_and_remember_the_buyer() -> None:
    rows = by_row(read(EVENTBRITE))
    assert [rows[row].name for row in (2, 3, 4)] == ["Pere Puig i Roca", None, None]
    assert rows[3].email == ""
    assert ("First Name", "Pere") in rows[3].answers
    assert ("Email", "pere.puig.i.roca.1@example.com") in rows[3].answers
    assert rows[3].company == "Marea Coop."


def test_info_requested_is_nobodys_name() -> None:
    registration = by_row(read(EVENTBRITE))[14]
    assert (registration.name, registration.given, registration.family, registration.email) == (None, "", "", "")
    assert len([one for one in read(EVENTBRITE).unnamed if ("Email", "Info Requested") in one.answers]) == 20


def test_names_keep_their_case_and_lose_only_blanks() -> None:
    rows = by_row(read(EVENTBRITE))
    assert rows[8].name == "Jürgen Köhler"
    assert rows[29].name == "DANIEL ROMERO MARTÍN"
    assert (rows[26].name, rows[26].given, rows[26].family) == ("Lucía", "Lucía", "")
    assert rows[37].name == "杨强"


def test_a_formula_stays_letters_and_is_pointed_out() -> None:
    intake = read(EVENTBRITE)
    assert by_row(intake)[35].company == "=Fórmula Creativa"
    told = [(remark.row, remark.code) for remark in intake.warnings if remark.code != "capitals"]
    assert told == [(35, "formula_like")]


def test_pretix_is_read_from_its_positions_with_both_companies_apart() -> None:
    intake = read(PRETIX)
    assert intake.sheet == "Order positions"
    assert intake.sheets == ("Orders", "Order positions", "Order fees")
    first = by_row(intake)[2]
    assert first.codes == ("bpjafg8gdne7hz4xgqhk7xngkkm6r3hn",)
    assert intake.columns["company"] == "Company"
    assert {"Company", "Company (2)"} <= set(intake.headers)
    assert Counter(one.reason for one in intake.not_expected) == {"canceled": 11, "pending": 10, "expired": 8}
    assert {one.standing for one in intake.not_expected if one.reason == "pending"} == {Standing.UNPAID}
    assert {one.reason for one in intake.skipped} == {"add_on_product"}


def test_pretix_diets_are_gathered_from_their_columns() -> None:
    rows = rows_of(PRETIX)
    for registration in read(PRETIX).registrations:
        row = rows[registration.row - 1]
        wanted = [
            title.split(" – ")[1]
            for title, cell in zip(rows[0], row, strict=True)
            if title.startswith("Dieta") and cell == "Yes"
        ]
        wanted += [row[rows[0].index("Alergias (texto libre)")]]
        assert sorted(filter(None, registration.diet.split("; "))) == sorted(filter(None, wanted))


def test_the_sheet_of_orders_can_be_asked_for(tmp_path: Path) -> None:
    intake = read(PRETIX, sheet="orders")
    assert (intake.sheet, intake.format, intake.rows) == ("Orders", "pretix_orders", 123)
    assert read(save(tmp_path, PRETIX.read_bytes()), sheet="Order positions") == read(PRETIX)


def test_google_keeps_the_last_answer_and_says_which_was_replaced() -> None:
    intake = read(GOOGLE)
    assert {(one.row, one.reason) for one in intake.skipped if one.row == 6} == {(6, "answered_again_later")}
    assert by_row(intake)[7].diet == "Vegetariano/a"
    assert by_row(intake)[2].name == "José María Núñez Ibáñez"
    assert (by_row(intake)[2].given, by_row(intake)[2].family) == ("José María", "Núñez Ibáñez")
    assert by_row(intake)[3].name == "josé sánchez núñez"


def test_google_companions_come_with_and_without_a_name() -> None:
    intake = read(GOOGLE)
    assert by_row(intake)[10].companions == (Companion("Ana Hernández Peña"),)
    assert by_row(intake)[31].companions == (Companion(),)
    assert sum(one.name is not None for registration in intake.coming for one in registration.companions) == 7


def test_google_emails_lose_capitals_and_blanks_and_handles_gain_their_sign() -> None:
    rows = by_row(read(GOOGLE))
    assert rows[139].email == "d.arcy.smith.140@example.com"
    assert rows[113].email == "martino.ferreiro.lago.111@example.org"
    assert rows[3].handle == "@josesan_demo68"


def test_luma_scans_by_its_address_and_by_the_key_inside() -> None:
    intake = read(LUMA)
    first = by_row(intake)[2]
    assert first.codes == ("https://luma.com/check-in/evt-F7Z5AhFrmGVIZ9G?pk=g-j32YHgxN1sSBuhU", "g-j32YHgxN1sSBuhU")
    assert first.key == "user:gst-Wq8QrMazNdPbQQg"
    assert by_row(intake)[41].name == "Sören Groß 🌱"
    assert Counter(one.reason for one in intake.not_expected) == {
        "declined": 18,
        "pending_approval": 10,
        "invited": 10,
        "waitlist": 7,
    }
    assert {one.standing for one in intake.not_expected} == {Standing.NOT_CONFIRMED}
    assert all(one.email for one in intake.unnamed)


def test_meetup_people_of_one_name_are_different_people() -> None:
    intake = read(MEETUP)
    assert len({one.key for one in intake.registrations if one.name == "Ana"}) == 3
    assert {one.codes for one in intake.registrations} == {()}


def test_the_hand_made_list_puts_surnames_after_names_and_keeps_a_title() -> None:
    rows = by_row(read(EXCEL))
    assert (rows[5].name, rows[5].given, rows[5].family) == ("Anna Schäfer", "Anna", "Schäfer")
    titled = next(one for one in rows.values() if one.name and "Louro Rey" in one.name and "Anxo" in one.name)
    assert (titled.name, titled.given, titled.family) == ("Dra. Anxo Louro Rey", "Anxo", "Louro Rey")


def test_the_hand_made_list_points_out_lost_letters_and_ruined_phones() -> None:
    intake = read(EXCEL)
    damaged = {remark.row for remark in intake.warnings if remark.code == "damaged_letters"}
    assert len(damaged) == 8
    assert len(damaged & {one.row for one in intake.named}) == 6
    ruined = [remark for remark in intake.warnings if remark.code == "phone_ruined"]
    assert {remark.detail for remark in ruined} == {"5,55E+08"}
    assert {by_row(intake)[remark.row].phone for remark in ruined} == {""}


def test_the_hand_made_list_skips_its_total_and_the_line_pasted_twice() -> None:
    assert [(one.row, one.reason) for one in read(EXCEL).skipped] == [(35, "pasted_twice"), (134, "total_line")]


def test_a_wheelchair_in_a_note_asks_for_a_place_without_steps() -> None:
    intake = read(EXCEL)
    assert {one.note == "Viene con silla de ruedas" for one in intake.registrations if one.step_free} == {True}
    assert any(one.step_free for one in intake.registrations)


@pytest.mark.parametrize("sample", ALL, ids=lambda path: path.stem)
def test_no_cell_is_lost(sample: Path) -> None:
    """Every filled cell is in a field of its registration, in its answers, or a figure that was counted."""
    intake = read(sample)
    rows = rows_of(sample)
    header = rows[HEADER.get(sample, 0)]
    counted = {"Nº", intake.columns.get("status")} | {title for title in header if " – " in title}
    for registration in intake.registrations:
        kept = " ".join(map(str, (
            registration.name, registration.given, registration.family, registration.email, registration.phone,
            registration.company, registration.role, registration.sector, registration.handle, registration.seeks,
            registration.diet, registration.note, registration.product, registration.codes, registration.answers,
            f"https://{registration.linkedin}", registration.about,
        ))).casefold()  # fmt: skip
        for title, cell in zip(header, rows[registration.row - 1], strict=False):
            for word in letters(cell) if title not in counted else ():
                assert repr(word)[1:-1].casefold() in kept or word.casefold() in kept

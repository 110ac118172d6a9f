"""Ticket codes: ours are proof against misreading, any platform's is found however the scanner garbles it."""

from __future__ import annotations

import string
import uuid
from base64 import b64encode
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.keyboards import FOREIGN, Layout
from checkin.payloads import Part
from checkin.tickets import (
    ALPHABET,
    LONGEST,
    MOST_CANDIDATES,
    How,
    Unknown,
    candidates,
    classify,
    clean,
    is_ours,
    is_ours_but_misread,
    key,
    new_code,
    pretty,
    shape,
)
from tests.garbling import caps_locked, typed

RANDOM = st.binary(min_size=10, max_size=32)
OURS = new_code(bytes.fromhex("0123456789abcdef0123"))
UUID = str(uuid.UUID(int=0x3F254F89_1A2B_4C3D_8E9F_A0B1C2D3E4F5))
ALFIO = f"{UUID}/{b64encode(bytes(range(100, 132))).decode()}"
LUMA = "https://luma.com/check-in/evt-AbZ9qWmYx?pk=g-yQ1mZaW8"
CODES = {
    "ours": (OURS, OURS),
    "ours, printed": (pretty(OURS), OURS),
    "Eventbrite": ("112119999913371234567001",) * 2,
    "Eventbrite, attendee number on the list": ("112119999913371234567001", "13371234567"),
    "pretix": ("hutjztux2345mqwa8k6y9b3czvfn4r7e",) * 2,
    "Luma": (LUMA, LUMA),
    "Luma, guest key on the list": (LUMA, "g-yQ1mZaW8"),
    "alf.io": (ALFIO, ALFIO),
    "alf.io, ticket id on the list": (ALFIO, UUID),
    "UUID": (UUID, UUID),
    "Tito": ("ti_pQ3zYwMaB7", "ti_pQ3zYwMaB7"),
    "Indico": (f'{{"i": ["{UUID}"], "v": 2, "n": 1}}', UUID),
    "a shop": ("https://entradas.example.es/t/AZ-99817#qr", "AZ-99817"),
}
"""Kind: what the QR holds, and what the list has as the ticket's code."""


def keys(scanned: str) -> list[str]:
    return [candidate.key for candidate in candidates(scanned)]


@given(RANDOM)
def test_a_code_of_ours_is_twenty_letters_of_the_alphabet_and_checks(random_bytes: bytes) -> None:
    code = new_code(random_bytes)
    assert len(code) == 20
    assert set(code) <= set(ALPHABET)
    assert is_ours(code)
    assert not is_ours_but_misread(code)


@given(RANDOM)
def test_every_random_bit_of_the_first_76_is_in_the_code(random_bytes: bytes) -> None:
    letters = new_code(random_bytes)[:19]
    number = 0
    for letter in letters:
        number = number * 16 + ALPHABET.index(letter)
    assert number == int.from_bytes(random_bytes[:10], "big") >> 4


def test_too_little_randomness_is_refused() -> None:
    with pytest.raises(ValueError, match="b''"):
        new_code(b"")


@given(RANDOM)
def test_every_misread_letter_is_noticed(random_bytes: bytes) -> None:
    code = new_code(random_bytes)
    for place in range(20):
        for letter in set(ALPHABET) - {code[place]}:
            assert is_ours_but_misread(code[:place] + letter + code[place + 1 :])


@given(RANDOM)
def test_every_swap_of_neighbours_is_noticed(random_bytes: bytes) -> None:
    code = new_code(random_bytes)
    for place in range(19):
        if code[place] != code[place + 1]:
            assert is_ours_but_misread(code[:place] + code[place + 1] + code[place] + code[place + 2 :])


def test_a_printed_code_has_four_groups_of_five_and_is_still_ours() -> None:
    assert pretty(OURS) == "-".join((OURS[:5], OURS[5:10], OURS[10:15], OURS[15:]))
    assert is_ours(pretty(OURS).lower())
    assert key(pretty(OURS)) == key(OURS.lower())
    assert pretty("hutjztux2345") == "hutjztux2345"


@pytest.mark.parametrize("text", ["", "BCDF", OURS[:-1], OURS + "B", OURS.replace(OURS[0], "A"), "漢" * 20])
def test_other_texts_are_neither_ours_nor_ours_misread(text: str) -> None:
    assert not is_ours(text)
    assert not is_ours_but_misread(text)


@pytest.mark.parametrize(
    "scanned",
    [
        "]Q1CODE-7",
        "]Q3]Q1CODE-7",
        "\\000026CODE-7",
        "\ufeffCODE-7",
        "CODE-7\r\n",
        "\tCODE-7\t",
        " CODE\x00-\x1d7 ",
        "CODE\u200b-7",
    ],
)
def test_what_scanners_add_is_taken_off(scanned: str) -> None:
    assert clean(scanned) == "CODE-7"


def test_an_endless_scan_is_cut() -> None:
    assert len(clean("A" * 100_000)) == LONGEST


def test_a_decomposed_accent_is_the_same_code() -> None:
    assert key("Pen\u0303a-1") == key("PEÑA-1")


@pytest.mark.parametrize("kind", CODES)
def test_a_code_is_found_as_it_comes(kind: str) -> None:
    scanned, code = CODES[kind]
    found = next(candidate for candidate in candidates(scanned) if candidate.key == key(code))
    assert found.how.as_typed


@pytest.mark.parametrize("layout", FOREIGN)
@pytest.mark.parametrize("kind", CODES)
def test_a_code_is_found_when_a_foreign_laptop_garbled_it(kind: str, layout: Layout) -> None:
    scanned, code = CODES[kind]
    arrived = typed(scanned, laptop=layout)
    assert arrived is not None
    assert key(code) in keys(arrived)


@pytest.mark.parametrize("layout", FOREIGN)
@pytest.mark.parametrize("kind", CODES)
def test_a_code_is_found_when_a_foreign_scanner_garbled_it(kind: str, layout: Layout) -> None:
    scanned, code = CODES[kind]
    arrived = typed(scanned, scanner=layout, laptop=Layout.US)
    if arrived is not None:  # else the layout types the code with a third level, which a US laptop does not show
        assert key(code) in keys(arrived)


@pytest.mark.parametrize("kind", CODES)
def test_a_code_is_found_with_caps_lock_on(kind: str) -> None:
    scanned, code = CODES[kind]
    assert key(code) in keys(scanned.swapcase())


@pytest.mark.parametrize("layout", FOREIGN)
@pytest.mark.parametrize("kind", CODES)
def test_a_code_is_found_with_caps_lock_on_a_foreign_laptop(kind: str, layout: Layout) -> None:
    scanned, code = CODES[kind]
    arrived = typed(scanned, laptop=layout)
    assert arrived is not None
    assert key(code) in keys(caps_locked(arrived))


@pytest.mark.parametrize("layout", [Layout.FR, Layout.BE])
def test_digits_are_found_when_caps_lock_shifts_them_too(layout: Layout) -> None:
    sent = str.maketrans("1234567890", "!@#$%^&*()")
    arrived = typed("hutjztux2345".upper().translate(sent), laptop=layout)
    assert arrived == "HUTJWTUX2345"
    assert "hutjztux2345" in keys(arrived)


def test_the_aim_id_is_taken_off_behind_a_foreign_keyboard() -> None:
    arrived = typed("]Q1ab-77", laptop=Layout.ES)
    assert arrived == "+Q1ab'77"
    assert "ab-77" in keys(arrived)


def test_the_whole_text_comes_first_then_its_parts_then_foreign_keyboards() -> None:
    found = list(islice(candidates(LUMA), 3))
    assert [candidate.how for candidate in found] == [How(Part.WHOLE), How(Part.QUERY), How(Part.PATH)]
    assert [candidate.key for candidate in found] == [LUMA.casefold(), "g-yq1mzaw8", "evt-abz9qwmyx"]


def test_a_garbled_candidate_names_the_keyboards() -> None:
    arrived = typed(LUMA, laptop=Layout.ES)
    assert arrived is not None
    found = next(candidate for candidate in candidates(arrived) if candidate.key == "g-yq1mzaw8")
    assert found.how == How(Part.QUERY, scanner=Layout.US, laptop=Layout.ES)
    assert not found.how.as_typed


@pytest.mark.parametrize("number", ["#1234567890", "1234 5678 90", "1234-567-890"])
def test_a_number_is_found_without_its_marks(number: str) -> None:
    assert "1234567890" in keys(number)


@given(st.text())
def test_any_text_has_distinct_bounded_candidates(text: str) -> None:
    found = keys(text)
    assert len(found) == len(set(found)) <= MOST_CANDIDATES
    assert "" not in found
    assert bool(found) == bool(clean(text))


@given(st.text(string.printable + '´`¨^~ñÑçÇßäÖü{}[]":,/?#=&', max_size=600))
def test_keyboard_noise_has_bounded_candidates(text: str) -> None:
    assert len(keys(text)) <= MOST_CANDIDATES


@pytest.mark.parametrize(
    "text", ["{" * 500, '{"a":' * 80, "https://[", "http://a?" + "b=1234&" * 70, '{"a": 1e999}', "www.", "/////"]
)
def test_malice_has_bounded_candidates(text: str) -> None:
    assert len(keys(text)) <= MOST_CANDIDATES
    assert classify(text, ()) in Unknown


@given(st.text(), st.lists(st.text(max_size=30).map(shape), max_size=4))
def test_any_text_is_one_or_the_other(text: str, known: list[str]) -> None:
    assert classify(text, known) in Unknown


@pytest.mark.parametrize(
    "text",
    [
        "WIFI:T:WPA;S:Casa Paco;P:tapas2026;;",
        "WIFIÑTÑWPAñSÑCasaPacoñPÑtapas2026ññ",
        "BEGIN:VCARD\nVERSION:3.0\nFN:Ana Gil\nEND:VCARD",
        "MECARD:N:Gil,Ana;;",
        "tel:+34600112233",
        "mailto:ana@example.es",
        "geo:40.4,-3.7",
        "SMSTO:600112233:hola",
        "https://casapaco.example/carta",
        "httpsÑ--casapaco.example-carta",
        "www.casapaco.example",
        "Ana Gil, Talleres Gil",
        "8410076472885",
        "A1",
        "",
    ],
)
def test_what_is_no_ticket_is_told_from_one_that_is_not_on_the_list(text: str) -> None:
    assert classify(text, {shape(LUMA), shape(UUID)}) is Unknown.NOT_A_TICKET


@pytest.mark.parametrize(
    ("text", "on_the_list"),
    [
        (new_code(bytes(10)), []),
        (pretty(OURS), []),
        (OURS[:-1] + "B", []),
        ("https://luma.com/check-in/evt-AbZ9?pk=g-another", [LUMA]),
        ("https://luma.com/check-in/evt-1?pk=g-zQ1mZaW8", ["g-yQ1mZaW8"]),
        (str(uuid.UUID(int=7)), [UUID]),
        ("112129999913371234599001", ["112119999913371234567001"]),
        ("8410076472885", ["8410076472892"]),
        ("Mesa 4 Ana", ["Mesa 5 Eva"]),
        ("007", ["012"]),
        ("hutjztux2345", [UUID]),
    ],
)
def test_a_ticket_that_looks_like_those_sold_is_not_on_the_list(text: str, on_the_list: list[str]) -> None:
    assert classify(text, {shape(code) for code in on_the_list}) is Unknown.NOT_ON_LIST

"""Lists that are messages of a chat: everybody who says that they come, or the list that everybody copies."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.intake.chat_answers import along, answer, of_others
from checkin.intake.chats import messages
from checkin.intake.registrations import Intake, read, read_pasted
from checkin.model import Standing
from tests.intake.tables_of_people import save


def chat(*said: str, stamp: str = "[27/11/26, 20:31:05] ") -> Intake:
    return read_pasted("\n".join(stamp + one for one in said))


def who(intake: Intake) -> list[tuple[str | None, Standing]]:
    return [(one.name, one.standing) for one in intake.registrations]


COMING, OUT = Standing.COMING, Standing.NOT_CONFIRMED


@pytest.mark.parametrize(
    "stamp",
    [
        "[27/11/26, 20:31:05] ", "[27/11/26 20:31] ", "27/11/26, 20:31 - ", "27/11/2026 20:31 - ",
        "[11/27/26, 8:31:05\u202fPM] ",
        "[27/11/26, 8:31:05\u202fp.\u00a0m.] ", "27.11.26, 20:31 - ", "27-11-2026 20:31 - ",
        "2026-11-27, 20:31 - ", "[20:31, 27/11/2026] ", "[27/11, 20:31] ",
    ],
)  # fmt: skip
def test_a_chat_is_read_however_its_telephone_writes_the_time(stamp: str) -> None:
    assert who(chat("Ana García: yo voy", "Luis: no puedo", stamp=stamp)) == [("Ana García", COMING), ("Luis", OUT)]


def test_telegram_and_teams_have_the_words_on_the_next_line(tmp_path: Path) -> None:
    telegram = "Ana Gil, [27.11.2026 20:31]\nyo voy\n\nLuis Paz, [27.11.2026 20:33]\nMe apunto\n"
    teams = "[27/11 20:31] Ana Gil\nYo voy\n[27/11 20:32] Luis Paz\nMe apunto\n"
    for text in (telegram, teams):
        assert who(read(save(tmp_path, text, "chat.txt"))) == [("Ana Gil", COMING), ("Luis Paz", COMING)]


def test_every_message_is_a_row_that_counts_or_is_left_out_with_its_reason() -> None:
    intake = chat(
        "Comida: \u200eLos mensajes están cifrados de extremo a extremo.",
        "Marta creó el grupo “Comida: viernes”",
        "Marta: ¿Quién viene el viernes?",
        "Ana Gil: yo voy",
        "Eva: <Multimedia omitido>",
        "Ana Gil: al final no puedo",
        "Leo: os confirmo mañana",
        "Leo: Luis Rey también viene",
    )
    assert [(one.row, one.reason, one.name) for one in intake.skipped] == [
        (1, "chat_notice", ""), (2, "chat_notice", ""), (3, "chat_talk", "Marta"),
        (4, "answered_again_later", "Ana Gil"),
        (5, "chat_notice", ""), (8, "chat_talk", "Leo"),
    ]  # fmt: skip
    assert who(intake) == [("Ana Gil", OUT), ("Leo", OUT)]
    assert [(one.row, one.code) for one in intake.warnings] == [(7, "chat_open"), (8, "chat_others")]
    assert intake.rows == 8


def test_who_has_no_name_in_the_telephone_comes_with_their_number_and_a_tilde_is_no_name() -> None:
    intake = chat("+34 612 34 56 78: contad conmigo", "~\u202fPep Vidal: m'apunto")
    assert [(one.name, one.phone) for one in intake.registrations] == [(None, "+34 612 34 56 78"), ("Pep Vidal", "")]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Yo voy!", "yes"), ("Me apunto 😊", "yes"), ("no me lo pierdo", "yes"), ("hi seré", "yes"),
        ("ni banoa", "yes"),
        ("bin dabei", "yes"), ("j'en suis", "yes"), ("eu vou", "yes"), ("ci sono", "yes"), ("✅", "yes"), ("yo", "yes"),
        ("Cuenta conmigo", "yes"), ("+1", "yes"), ("Sí, voy", "yes"), ("me voy ya, buenas noches", ""),
        ("No puedo, lo siento", "no"), ("yo no", "no"), ("no puc", "no"), ("ezin dut", "no"), ("can't make it", "no"),
        ("No voy a poder ir", "no"), ("❌", "no"), ("creo que voy", "open"),
        ("no sé si podré", "open"), ("quizás", "open"),
        ("no puedo a la comida pero voy a la copa", "open"), ("¿puedo ir yo?", ""), ("¿voy yo?", "open"),
        ("¿a qué hora es?", ""), ("Qué ganas", ""), ("ok", "weak"), ("👍", "weak"), ("Luis no puede", ""),
        ("Apúntame a Luis", ""),
    ],
)  # fmt: skip
def test_what_a_message_says_of_its_sender(text: str, says: str) -> None:
    assert answer(text) == says


@pytest.mark.parametrize(
    "text",
    ["Luis Rey también viene", "apunta a Luis", "Mi hermana Ana no puede", "Yo voy, Carlos no", "Contad con Ana y Mar"],
)
def test_what_a_message_says_of_others_is_pointed_out(text: str) -> None:
    assert of_others(text)
    assert not of_others("¿Viene Luis?")
    assert not of_others("Voy yo")
    assert not of_others("Finalmente no podré")


@pytest.mark.parametrize(
    ("text", "brings"),
    [
        ("voy +1", ("1", "", False)), ("vamos los 2", ("1", "", False)), ("somos tres", ("2", "", False)),
        ("voy con mi marido", ("1", "", False)), ("mi mujer y yo vamos", ("1", "", False)),
        ("voy con Luis Rey", ("", "Luis Rey", False)), ("voy con Luis", ("", "", True)), ("+1", ("", "", True)),
        ("yo voy", ("", "", False)), ("Yo, y llevo a Marta", ("", "", True)), ("hi aniré amb la Laia", ("", "", True)),
    ],
)  # fmt: skip
def test_whom_the_sender_brings(text: str, brings: tuple[str, str, bool]) -> None:
    assert along(text) == brings


def test_of_a_list_that_goes_round_the_longest_counts_and_who_got_lost_on_the_way_is_told() -> None:
    intake = chat(
        "Marta: Lista:\n1. Marta",
        "Ana Gil: Lista:\n1. Marta\n2. Ana Gil",
        "Iker: Lista:\n1. Marta\n2. Ana Gil\n3. Iker",
        "Pau: Lista:\n1. Marta\n2. Ana Gil\n3. Luis + 1\n4. Pau Vila ✅\n5.\nGracias!",
        "Eva Paz: yo también voy",
        "Ana Gil: al final no puedo",
        "Pau: ¿dónde es?",
    )
    assert [(one.row, one.name, one.standing) for one in intake.registrations] == [
        (11, "Marta", COMING), (12, "Ana Gil", OUT), (13, "Luis", COMING), (14, "Pau Vila", COMING),
        (17, "Eva Paz", COMING),
    ]  # fmt: skip
    assert [len(one.companions) for one in intake.registrations] == [0, 0, 1, 0, 0]
    assert [(one.row, one.code, one.detail) for one in intake.warnings] == [
        (9, "chat_not_on_list", "Iker"), (12, "chat_later", "al final no puedo"),
        (17, "chat_beside_list", "yo también voy"),
    ]  # fmt: skip
    assert {one.reason for one in intake.skipped} == {
        "chat_list_again", "heading", "no_person", "chat_on_list", "chat_talk",
    }  # fmt: skip


def test_a_list_on_one_line_and_a_part_of_it_that_waits() -> None:
    assert who(chat("Ana: 1. Ana 2. Luis Rey", "Eva: 1. Ana 2. Luis Rey 3. Eva")) == [
        ("Ana", COMING), ("Luis Rey", COMING), ("Eva", COMING),
    ]  # fmt: skip
    parts = chat("Ana: Comida\n1. Ana Gil\n2. Luis Rey\nLista de espera:\n1. Eva Paz")
    assert who(parts) == [("Ana Gil", COMING), ("Luis Rey", COMING), ("Eva Paz", OUT)]


def test_a_shorter_list_at_the_end_tells_who_is_on_it_no_more() -> None:
    intake = chat("Ana: 1. Ana 2. Luis 3. Eva", "Luis: 1. Ana 2. Eva")
    assert [one.name for one in intake.registrations] == ["Ana", "Luis", "Eva"]
    assert [(one.code, one.detail) for one in intake.warnings] == [("chat_not_on_last", "Luis")]


def test_who_tells_their_name_has_it_and_a_title_in_bold_is_nobody() -> None:
    assert who(chat("+34 600 11 22 33: yo voy, soy Ana Gil", "Eva: yo voy")) == [("Ana Gil", COMING), ("Eva", COMING)]
    bold = chat("Marta: *COMIDA 12/12*\n1- Marta Ruiz\n2-", "Luis: *COMIDA 12/12*\n1- Marta Ruiz\n2- Luis Paz\n3-")
    assert who(bold) == [("Marta Ruiz", COMING), ("Luis Paz", COMING)]


@pytest.mark.parametrize(
    "text", ["Nombre;Correo\nAna;a@example.org\n", "27/11/26;Ana\n28/11/26;Eva\n", "1. Ana\n2. Eva\n"]
)
def test_what_is_no_chat_is_left_to_the_others(text: str) -> None:
    assert messages(text) is None


@given(st.lists(st.text(st.characters(codec="utf-8"), max_size=30), max_size=8))
def test_whatever_is_said_every_row_is_somebody_or_left_out(said: list[str]) -> None:
    intake = chat("Ana Gil: yo voy", *(f"Eva: {' '.join(one.split())}" for one in said), "Luis: me apunto")
    assert intake.rows == len(intake.registrations) + len(intake.skipped)
    rows = [one.row for one in intake.registrations] + [one.row for one in intake.skipped]
    assert len(rows) == len(set(rows))

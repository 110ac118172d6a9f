"""What people say about themselves, in ten languages; pages and pasted text; capitals repaired only by choice."""

from __future__ import annotations

from pathlib import Path

import pytest

from checkin.amending import Amendments, mend
from checkin.capitals import proposed
from checkin.errors import UnreadableFile
from checkin.intake.registrations import read, read_pasted
from tests.intake.tables_of_people import delimited, save

HEADERS = {
    "es": "Nombre y apellidos|Correo electrónico|Empresa|Cargo|Sector|Perfil de LinkedIn|Sobre mí|Ofrezco|Busco"
          "|Alergias",
    "ca": "Nom i cognoms|Correu electrònic|Entitat|Càrrec|Àmbit|Perfil de LinkedIn|Qui ets?|Ofereix"
          "|Què busques?|Al·lèrgies",
    "eu": "Izen-abizenak|Posta elektronikoa|Enpresa|Kargua|Sektorea|LinkedIn|Niri buruz"
          "|Zer eskaintzen duzu?|Zer bilatzen duzu?|Menua",
    "gl": "Nome e apelidos|Enderezo electrónico|Empresa|Posto|Sector|LinkedIn|Sobre min|Ofrece|Busca|Alergias",
    "en": "Full name|E-mail|Company|Job title|Industry|LinkedIn|About you|What can you offer?|Looking for"
          "|Dietary needs",
    "de": "Vor- und Nachname|E-Mail-Adresse|Firma|Beruf|Branche|LinkedIn-Profil|Über mich|Biete|Suche"
          "|Ernährung",
    "fr": "Nom et prénom|Adresse e-mail|Entreprise|Poste|Secteur d'activité|Profil LinkedIn|À propos de vous"
          "|Qu'offrez-vous ?|Vous cherchez ?|Régime",
    "pt": "Nome completo|Endereço de e-mail|Empresa|Profissão|Ramo|LinkedIn|Sobre você"
          "|O que ofereces?|O que procuras?|Dieta",
    "it": "Nome e cognome|Posta elettronica|Azienda|Ruolo|Settore|Profilo LinkedIn|Su di me"
          "|Cosa offri?|Cosa cerchi?|Allergie",
    "pl": "Imię i nazwisko|Adres e-mail|Firma|Stanowisko|Branża|LinkedIn|O mnie|Co oferujesz?|Czego szukasz?|Dieta",
}  # fmt: skip
ANSWERS = [
    ["Begoña Gil Paz", "b@example.org", "Acme", "CEO", "Moda", "https://es.linkedin.com/in/b-gil/", "Coso.", "Tela",
     "Hilo", "Gluten"],
    ["Jordi Puig", "j@example.org", "Beta", "CTO", "Salud", "in/jordi-puig", "Leo.", "Libros", "Papel", "Nueces"],
]  # fmt: skip


@pytest.mark.parametrize("language", HEADERS)
def test_a_profile_is_understood_in_ten_languages(language: str, tmp_path: Path) -> None:
    intake = read(save(tmp_path, delimited([HEADERS[language].split("|"), *ANSWERS])))
    told = [
        [
            one.name,
            one.email,
            one.company,
            one.role,
            one.sector,
            one.linkedin,
            one.about,
            one.offers,
            one.seeks,
            one.diet,
        ]
        for one in intake.named
    ]
    wanted = [list(ANSWERS[0]), list(ANSWERS[1])]
    wanted[0][5], wanted[1][5] = "linkedin.com/in/b-gil", "linkedin.com/in/jordi-puig"
    assert told == wanted


def test_consent_is_what_was_said_about_sharing_and_not_about_privacy(tmp_path: Path) -> None:
    rows = [["Nombre", "Correo", "¿Podemos compartir tu contacto con los demás?", "Acepto la política de privacidad"],
            ["Ana Gil", "a@example.org", "Sí", "Sí"], ["Eva Paz", "e@example.org", "No", "Sí"],
            ["Luz Mas", "l@example.org", "", "Sí"]]  # fmt: skip
    assert [one.consent for one in read(save(tmp_path, delimited(rows))).named] == ["yes", "no", ""]


def test_text_copied_from_a_spreadsheet_is_read_like_a_file() -> None:
    intake = read_pasted('Nombre\tCorreo\tNota\nAna Gil\ta@example.org\t"uno\ndos"\nEva Paz\te@example.org\t\n')
    assert [(one.name, one.email, one.note) for one in intake.named] == [
        ("Ana Gil", "a@example.org", "uno\ndos"),
        ("Eva Paz", "e@example.org", ""),
    ]
    assert [one.name for one in read_pasted("Ana Gil\nEva Paz\n").named] == ["Ana Gil", "Eva Paz"]
    with pytest.raises(UnreadableFile, match="empty"):
        read_pasted(" \t\n")


def test_a_page_that_is_called_a_spreadsheet_is_read_as_its_table(tmp_path: Path) -> None:
    page = (
        "<!DOCTYPE html><html><head><title>Nombre</title></head><body><table><tr><td>Menu</td></tr></table>"
        "<!-- <tr> -->"
        "<table><thead><tr><th>Nombre</th><th colspan='2'>Correo</th><th>Nota</th></tr></thead>"
        "<tr><td><b>Ana</b> Gil</td><td>a@example.org</td><td></td><td>uno<br>dos</td></tr>"
        "<tr><td>Eva &amp; Luz</td><td>e@example.org</td></tr></table></body></html>"
    )
    intake = read(save(tmp_path, page, "asistentes.xls"))
    assert [(one.name, one.email, one.note) for one in intake.named] == [
        ("Ana Gil", "a@example.org", "uno\ndos"),
        ("Eva & Luz", "e@example.org", ""),
    ]


def test_the_xml_of_an_old_excel_is_read_with_its_sheets_and_gaps(tmp_path: Path) -> None:
    cell = "<Cell{}><Data ss:Type='String'>{}</Data></Cell>"
    rows = (("Nombre", "", "Correo"), ("Ana Gil", "", "a@example.org"))
    third = " ss:Index='3'"
    body = "".join(f"<Row>{cell.format('', one)}{cell.format(third, three)}</Row>" for one, _, three in rows)
    sheet = f"<Worksheet ss:Name='Gente'><Table>{body}</Table></Worksheet>"
    page = f"<?xml version='1.0'?><Workbook xmlns:ss='x'>{sheet}</Workbook>"
    intake = read(save(tmp_path, page, "lista.xls"))
    assert (intake.sheet, intake.headers) == ("Gente", ("Nombre", "B", "Correo"))
    assert [(one.name, one.email) for one in intake.named] == [("Ana Gil", "a@example.org")]


def test_capitals_are_proposed_and_repaired_only_by_choice(tmp_path: Path) -> None:
    path = save(
        tmp_path, "Nombre;Correo\nBEGOÑA DE LA O;b@example.org\nana gil;a@example.org\nEva McKay;e@example.org\n"
    )
    as_written = read(path)
    repaired = mend(as_written.registrations, Amendments(capitals=True))
    assert [one.name for one in as_written.named] == ["BEGOÑA DE LA O", "ana gil", "Eva McKay"]
    assert [(one.row, one.detail) for one in as_written.warnings] == [(2, "Begoña de la O"), (3, "Ana Gil")]
    assert [one.name for one in repaired] == ["Begoña de la O", "Ana Gil", "Eva McKay"]
    assert [one.key for one in repaired] == [one.key for one in as_written.named]


@pytest.mark.parametrize("name", ["Ana Gil", "杨强", "MADONNA", "", "O'Neill McKay", "JJ"])
def test_a_name_that_needs_no_repair_gets_no_proposal(name: str) -> None:
    assert proposed(name) == ""


def test_a_header_with_nobody_below_it_says_so(tmp_path: Path) -> None:
    intake = read(save(tmp_path, "Nombre;Correo\n"))
    assert (intake.rows, [one.code for one in intake.warnings]) == (0, ["only_a_header"])

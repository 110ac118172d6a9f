"""Exports of other platforms and lists in other languages, as small files with their literal headers."""

from __future__ import annotations

from pathlib import Path

import pytest

from checkin.errors import NoNames, UnreadableFile, WrongCall
from checkin.intake.registrations import Intake, read
from checkin.model import Companion, Standing
from tests.intake.tables_of_people import delimited, save

COMING, UNPAID = Standing.COMING, Standing.UNPAID
NOT_CONFIRMED, CANCELLED = Standing.NOT_CONFIRMED, Standing.CANCELLED


def read_text(folder: Path, text: str, name: str = "list.csv") -> Intake:
    return read(save(folder, text, name))


def standings(intake: Intake) -> list[tuple[str | None, Standing]]:
    return [(one.name, one.standing) for one in intake.registrations]


def test_tito_leaves_unassigned_tickets_without_their_buyer(tmp_path: Path) -> None:
    header = (
        "Number,Ticket Created Date,Ticket,Ticket Full Name,Ticket First Name,Ticket Last Name,Ticket Email,"
        "Ticket Company Name,Void Status,Ticket Reference,Unique Ticket URL,Order Reference,Order Name,Order Email\n"
    )
    intake = read_text(tmp_path, header + (
        "1,2026,Std,Ana Gil,Ana,Gil,a@example.org,Acme,false,ABCD-1,https://ti.to/o/e/tickets/ti_pQ3xYz81,ABCD,Ana Gil,"
        "a@example.org\n"
        "2,2026-10-01,Std,,,,,,false,ABCD-2,https://ti.to/o/e/tickets/ti_pQ3xYz82,ABCD,Ana Gil,a@example.org\n"
        "3,2026,Std,Bo Li,Bo,Li,b@example.org,,true,ABCE-1,https://ti.to/o/e/tickets/ti_pQ3xYz83,ABCE,Bo Li,"
        "b@example.org\n"
    ))  # fmt: skip
    assert intake.format == "tito"
    assert standings(intake) == [("Ana Gil", COMING), (None, COMING), ("Bo Li", CANCELLED)]
    assert intake.registrations[0].codes == ("ABCD-1", "https://ti.to/o/e/tickets/ti_pQ3xYz81", "ti_pQ3xYz81")
    assert intake.registrations[1].email == ""
    assert intake.registrations[1].key == "code:ABCD-2"


@pytest.mark.parametrize(
    ("header", "row", "name", "code"),
    [
        ("Order no.,Order Date,First Name,Surname,Email,Quantity,Ticket Type,Order Type,Attendee Status,Home Postcode",
         "123456789,1 Oct,Ana,Gil Paz,a@example.org,1,Std,Free,Attending,SW1", "Ana Gil Paz", None),
        (("Event Name,Event ID,Attendee #,Barcode #,Order Date,Buyer Last Name ,Buyer First Name,Buyer Email ,Prefix,"
         "Last Name,First Name,Suffix,Email,Quantity,Ticket Type,Date Attending,Device #"),
         "Comida,1,18441589865,1121199141518441589865001,1 Oct,Puig,Pere,p@example.org,,Gil,Ana,,a@example.org,1,Std,,",
         "Ana Gil", "1121199141518441589865001"),
        (("Order code,Attendee name,Attendee name: Title,Product,Price,Checked in,Checked out,Automatically checked in,"
         "Secret,E-mail,Company,Voucher code,Order date"),
         "ABCDE,Ana Gil,,Std,10,,,,hutjztuxhutjztuxhutjztuxhutjztux,a@example.org,Acme,,2026-10-01", "Ana Gil",
         "hutjztuxhutjztuxhutjztuxhutjztux"),
        ("api_id,name,email,approval_status,qr_code_url",
         "gst-1,Ana Gil,a@example.org,approved,https://lu.ma/check-in/evt-1?pk=g-abc", "Ana Gil",
         "https://lu.ma/check-in/evt-1?pk=g-abc"),
        ("Order ID,Event ID,Event,Event start,Ticket type,Ticket reference,Order status,Name,Email",
         "o1,1,Comida,Fri 29 May 2026 20:00,Std,TT-77,completed,Ana Gil,a@example.org", "Ana Gil", "TT-77"),
        ("ID,Category,Event,Status,ReservationID,Full Name,First Name,Last Name,E-Mail,Confirmation",
         "3f25-4f89,Std,comida,ACQUIRED,r1,Ana Gil,Ana,Gil,a@example.org,2026-10-01", "Ana Gil", "3f25-4f89"),
        ("ID,First Name,Last Name,Email,Status,Check Ins,Product ID,Product Name,Event ID,Public ID,Short ID,Notes",
         "1,Ana,Gil,a@example.org,ACTIVE,,1,Std,1,A-XYZ123,s1,", "Ana Gil", "A-XYZ123"),
        (("Nombre,Apellidos,Correo electrónico,Identificación de la entrada,Referencia,Tipo de entrada,"
         "Fecha del pedido,Ha llegado,Hora de llegada"),
         "Ana,Gil Paz,a@example.org,T123456,REF1,Std,2026-10-01,No,", "Ana Gil Paz", "T123456"),
        (("Registration ID[REG_ID],First Name[ATT_fname],Last Name[ATT_lname],Email Address[ATT_email],"
         "Registration Code[REG_code],Registration Status,Transaction Status"),
         "7,Ana,Gil,a@example.org,1-7-ab12,Approved,Complete", "Ana Gil", "1-7-ab12"),
        ("Numéro de billet;Nom;Prénom;Email participant;Tarif;Montant tarif;Statut de la commande",
         "99887766;Gil;Ana;a@example.org;Plein;10;Validé", "Ana Gil", "99887766"),
        ("ID,Name,Email Address,Affiliation,Registration date,Registration state",
         "12,Ana Gil,a@example.org,Acme,2026-10-01,Complete", "Ana Gil", None),
    ],
    ids=[
        "eventbrite uk", "eventbrite check-in", "pretix check-in", "luma older", "ticket tailor", "alf.io", "hi.events",
        "attendize", "event espresso", "helloasso", "indico",
    ],
)  # fmt: skip
def test_other_platforms_are_read(header: str, row: str, name: str, code: str | None, tmp_path: Path) -> None:
    intake = read_text(tmp_path, f"{header}\n{row}\n")
    assert intake.format != "generic"
    assert [(one.name, one.email, one.standing) for one in intake.registrations] == [(name, "a@example.org", COMING)]
    assert intake.registrations[0].codes[:1] == ((code,) if code else ())


def test_an_order_report_brings_the_rest_of_the_order_along(tmp_path: Path) -> None:
    intake = read_text(tmp_path, (
        "Order #,Order Date,First Name,Last Name,Email,Quantity,Order Status\n"
        "12345678901,10/1/26,Ana,Gil,a@example.org,3,Eventbrite Completed\n"
    ))  # fmt: skip
    assert intake.registrations[0].companions == (Companion(), Companion())
    assert intake.companions == 2


def test_alfios_tab_before_a_formula_goes(tmp_path: Path) -> None:
    intake = read_text(
        tmp_path, "ID,ReservationID,Full Name,E-Mail,Status\nx-1,r1,\t=Ana Gil,a@example.org,TO_BE_PAID\n"
    )
    assert standings(intake) == [("=Ana Gil", UNPAID)]
    assert [remark.code for remark in intake.warnings] == ["formula_like"]


def test_microsoft_forms_built_in_columns_may_be_worthless(tmp_path: Path) -> None:
    header = ["Id", "Hora de inicio", "Hora de finalización", "Correo electrónico", "Nombre",
              "Nombre y\xa0apellidos\n", "Correo electrónico2", "¿Asistirás?"]  # fmt: skip
    surnames = ("Gil", "Paz", "Mas", "Rey", "Vila", "Sala", "Serra", "Bosch", "Puig", "Roca", "Font", "Prat")
    people = [
        [
            str(at),
            "7/27/26 19:06:23",
            f"7/27/26 19:{at}:50",
            "anonymous",
            "",
            f"Ana {name}",
            f"{name}@example.org",
            "Sí",
        ]
        for at, name in enumerate(surnames, 10)
    ]
    intake = read_text(tmp_path, delimited([header, *people]))
    assert intake.format == "microsoft_forms"
    assert [(one.name, one.email) for one in intake.named][:2] == [
        ("Ana Gil", "gil@example.org"),
        ("Ana Paz", "paz@example.org"),
    ]


@pytest.mark.parametrize(
    ("stamps", "stands"),
    [
        (("21/11/2026 9:00:00", "3/11/2026 18:00:00"), 2),
        (("3/11/2026 18:00:00", "21/11/2026 9:00:00"), 3),
        (("2026/11/21 1:00:00 p. m. CET", "2026/11/21 11:00:00 a. m. CET"), 2),
        (("11/21/2026 9:00:00", "11/3/2026 9:00:00"), 2),
        (("ayer", "hoy"), 3),
    ],
)
def test_a_form_sorted_by_name_still_keeps_the_latest_answer(
    stamps: tuple[str, str], stands: int, tmp_path: Path
) -> None:
    rows = [["Marca temporal", "Correo", "Nombre", "Menú"]]
    rows += [[stamp, "a@example.org", "Ana Gil", menu] for stamp, menu in zip(stamps, ("Halal", "Vegano"), strict=True)]
    intake = read_text(tmp_path, delimited(rows))
    assert [one.row for one in intake.named] == [stands]
    assert [one.reason for one in intake.skipped] == ["answered_again_later"]


def test_two_people_with_one_email_are_both_kept_and_pointed_out(tmp_path: Path) -> None:
    intake = read_text(tmp_path, delimited([
        ["Marca temporal", "Correo", "Nombre"], ["2026/10/01 9:00:00", "casa@example.org", "Ana Gil"],
        ["2026/10/01 9:05:00", "casa@example.org", "Luis Gil"],
    ]))  # fmt: skip
    assert [one.name for one in intake.named] == ["Ana Gil", "Luis Gil"]
    assert {(remark.row, remark.code) for remark in intake.warnings} == {(2, "same_email"), (3, "same_email")}


@pytest.mark.parametrize(
    ("text", "name", "given", "family"),
    [
        ("Prénom;Nom;Courriel\nÉlise;Dupont;e@example.org\n", "Élise Dupont", "Élise", "Dupont"),
        ("Nom;Prénom;Courriel\nDupont;Élise;e@example.org\n", "Élise Dupont", "Élise", "Dupont"),
        ("Nom;Cognoms;Correu\nPere;Puig i Roca;p@example.org\n", "Pere Puig i Roca", "Pere", "Puig i Roca"),
        ("Nom;Correu\nPere Puig i Roca;p@example.org\n", "Pere Puig i Roca", "", ""),
        ("Nombre;Apellidos;Email\nAna;Gil Paz;a@example.org\n", "Ana Gil Paz", "Ana", "Gil Paz"),
        ("Nombre;Apellidos;Email\nAna Gil Paz;Gil Paz;a@example.org\n", "Ana Gil Paz", "", "Gil Paz"),
        ("Nombre;Primer apellido;Segundo apellido;Email\nAna;Gil;Paz;a@example.org\n", "Ana Gil Paz", "Ana", "Gil Paz"),
        ("Vorname;Name;E-Mail\nJürgen;Köhler;j@example.org\n", "Jürgen Köhler", "Jürgen", "Köhler"),
        ("Name;Surname;E-mail\nAna;Gil;a@example.org\n", "Ana Gil", "Ana", "Gil"),
        ("Nome;Cognome;Posta elettronica\nNicolò;Rossi;n@example.org\n", "Nicolò Rossi", "Nicolò", "Rossi"),
        ("Nome e apelidos;Enderezo electrónico\nUxía Lago Rey;u@example.org\n", "Uxía Lago Rey", "", ""),
        ("Izena;Abizenak;Helbide elektronikoa\nAne;Agirre;a@example.org\n", "Ane Agirre", "Ane", "Agirre"),
        ("Imię i nazwisko;Adres e-mail\nStanisław Wiśniewski;s@example.org\n", "Stanisław Wiśniewski", "", ""),
        ("Nome;Sobrenome;E-mail\nJoão;Sá;j@example.org\n", "João Sá", "João", "Sá"),
        ("Nombre, Apellidos;Email\nAna, Gil Paz;a@example.org\n", "Ana Gil Paz", "Ana", "Gil Paz"),
        ("Apellidos;Email\nAna Gil Paz;a@example.org\n", "Ana Gil Paz", "", ""),
        ("Onbekend;Iets\nAna Gil;a@example.org\nEva Paz;e@example.org\n", "Ana Gil", "", ""),
    ],
)
def test_name_columns_are_told_by_their_neighbours(
    text: str, name: str, given: str, family: str, tmp_path: Path
) -> None:
    first = read_text(tmp_path, text).registrations[0]
    assert (first.name, first.given, first.family) == (name, given, family)


def test_a_list_without_a_header_is_read_from_its_first_line(tmp_path: Path) -> None:
    intake = read_text(tmp_path, "Ana Gil;a@example.org;Acme\nEva Paz;e@example.org;\n")
    assert [(one.row, one.name, one.email) for one in intake.named] == [
        (1, "Ana Gil", "a@example.org"),
        (2, "Eva Paz", "e@example.org"),
    ]
    assert [one.name for one in read_text(tmp_path, "Ana Gil\nEva Paz Rey\n").named] == ["Ana Gil", "Eva Paz Rey"]
    assert intake.columns == {"email": "B", "name": "A"}


def test_what_has_no_names_is_refused_with_its_headers(tmp_path: Path) -> None:
    with pytest.raises(NoNames) as refusal:
        read_text(tmp_path, "Fecha;Importe\n2026;3\n2027;4\n")
    assert refusal.value.headers == ("Fecha", "Importe")


def test_the_user_may_say_which_column_is_what(tmp_path: Path) -> None:
    path = save(tmp_path, "Spalte1;Spalte2;Spalte3;Correo\nAna Gil;Acme;Beta;a@example.org\n")
    intake = read(path, columns={"name": "Spalte1", "company": "spalte3"})
    assert [(one.name, one.company) for one in intake.named] == [("Ana Gil", "Beta")]
    with pytest.raises(UnreadableFile, match="no_column"):
        read(path, columns={"name": "Spalte9"})
    with pytest.raises(WrongCall):
        read(path, columns={"nose": "Spalte1"})


def test_an_unknown_status_word_is_not_guessed_but_named(tmp_path: Path) -> None:
    intake = read_text(
        tmp_path, "Name,Email,Status\nAna,a@example.org,yes\nBo,b@example.org,frozen\nCy,c@example.org,\n"
    )
    assert standings(intake) == [("Ana", COMING), ("Bo", NOT_CONFIRMED), ("Cy", COMING)]
    assert [(remark.row, remark.code, remark.detail) for remark in intake.warnings] == [(3, "unknown_status", "frozen")]
    assert [one.reason for one in intake.not_expected] == ["frozen"]


def test_columns_of_cancelled_and_paid_are_heard_and_amounts_are_not(tmp_path: Path) -> None:
    intake = read_text(tmp_path, (
        "Nombre;Correo;Cancelado;Pagado\nAna Gil;a@example.org;no;sí\nEva Paz;e@example.org;sí;sí\n"
        "Lu Mi;l@example.org;;no\n"
    ))  # fmt: skip
    assert standings(intake) == [("Ana Gil", COMING), ("Eva Paz", CANCELLED), ("Lu Mi", UNPAID)]
    amounts = read_text(tmp_path, "Nombre;Correo;Pagado\nAna Gil;a@example.org;25,00 €\nEva Paz;e@example.org;0\n")
    assert {one.standing for one in amounts.registrations} == {COMING}


def test_totals_and_repeated_headers_are_no_people_and_mr_total_is_one(tmp_path: Path) -> None:
    intake = read_text(tmp_path, (
        "Nombre;Correo;Importe\nAna Gil;a@example.org;25\n;Total;25,00 €\nNombre;Correo;Importe\n"
        "Pablo Total;p@example.org;3\nTotal asistentes: 2;;\n;;12\n"
    ))  # fmt: skip
    assert [one.name for one in intake.named] == ["Ana Gil", "Pablo Total"]
    assert [(one.row, one.reason) for one in intake.skipped] == [
        (3, "total_line"), (4, "header_again"), (6, "total_line"), (7, "no_person"),
    ]  # fmt: skip


def test_two_exports_pasted_together_count_each_ticket_once_and_the_later_stands(tmp_path: Path) -> None:
    rows = [["Order #", "Attendee #", "First Name", "Last Name", "Email", "Attendee Status"],
            ["11211991415", "18441589865", "Ana", "Gil", "a@example.org", "Attending"],
            ["11211991416", "18441589866", "Eva", "Paz", "e@example.org", "Attending"]]  # fmt: skip
    later = [rows[0], [*rows[1][:-1], "Refunded"], rows[2]]
    intake = read_text(tmp_path, delimited([*rows, *later]))
    assert standings(intake) == [("Eva Paz", COMING), ("Ana Gil", CANCELLED)]
    assert [(one.row, one.reason) for one in intake.skipped] == [
        (2, "ticket_again_later"), (4, "header_again"), (6, "pasted_twice"),
    ]  # fmt: skip


def test_two_short_rows_alike_are_two_people_until_somebody_says_otherwise(tmp_path: Path) -> None:
    intake = read_text(tmp_path, "Nombre;Confirmado\nAna;sí\nEva;sí\nAna;sí\n")
    assert len(intake.named) == 3
    assert len({one.key for one in intake.registrations}) == 3
    assert [(remark.row, remark.code) for remark in intake.warnings] == [
        (2, "same_person_twice"),
        (4, "same_person_twice"),
    ]


PRETIX_HEADER = [
    "Order code",
    "Position ID",
    "Status",
    "Email",
    "Product",
    "Price",
    "Attendee name",
    "Attendee email",
    "Ticket secret",
]


def test_an_add_on_is_known_by_never_coming_alone_or_with_a_name(tmp_path: Path) -> None:
    intake = read_text(tmp_path, delimited([
        PRETIX_HEADER,
        ["AAAAA", "1", "paid", "a@example.org", "Comida", "30", "Ana Gil", "", "s1"],
        ["AAAAA", "2", "paid", "a@example.org", "Copa de cava", "4", "", "", "s2"],
        ["BBBBB", "1", "pending", "b@example.org", "Comida", "30", "Eva Paz", "", "s3"],
        ["BBBBB", "2", "pending", "b@example.org", "Comida", "30", "", "", "s4"],
        ["CCCCC", "1", "paid", "c@example.org", "Entrada empresa", "90", "", "", "s5"],
        ["CCCCC", "2", "paid", "c@example.org", "Camiseta", "10", "", "", "s6"],
    ]))  # fmt: skip
    assert [(one.row, one.reason) for one in intake.skipped] == [(3, "add_on_product"), (7, "add_on_product")]
    assert standings(intake) == [("Ana Gil", COMING), ("Eva Paz", UNPAID), (None, UNPAID), (None, COMING)]


def test_a_file_of_nothing_but_unnamed_tickets_loses_none_as_add_on(tmp_path: Path) -> None:
    rows = [
        [f"AAAA{at}", "1", "paid", "a@example.org", "Comida con parking", "30", "", "", f"s{at}"] for at in range(5)
    ]
    intake = read_text(tmp_path, delimited([PRETIX_HEADER, *rows]))
    assert (len(intake.unnamed), len(intake.skipped)) == (5, 0)


def test_a_namesake_in_the_same_order_with_an_email_of_their_own_keeps_the_name(tmp_path: Path) -> None:
    header = ["Order #", "Attendee #", "First Name", "Last Name", "Email", "Attendee Status"]
    rows = [
        ["112119914", str(184415898 + at), "José", "García", email, "Attending"]
        for at, email in enumerate(("padre@example.org", "hijo@example.org"))
    ]
    assert [one.name for one in read_text(tmp_path, delimited([header, *rows])).named] == ["José García", "José García"]


def test_ruined_codes_are_pointed_out_and_scan_as_nothing(tmp_path: Path) -> None:
    intake = read_text(
        tmp_path, "Nombre;Código;Correo\nAna Gil;1,12E+10;a@example.org\nEva Paz;11211991415;e@example.org\n"
    )
    assert [one.codes for one in intake.registrations] == [(), ("11211991415",)]
    assert [(remark.row, remark.code) for remark in intake.warnings] == [(2, "code_ruined")]


def test_answers_keep_what_no_field_carries(tmp_path: Path) -> None:
    intake = read_text(tmp_path, (
        "Nombre;Correo;Twitter;Dieta;¿Cómo nos conociste?\nAna Gil;a@example.org;no tengo cuenta;Ninguna;por Eva\n"
    ))  # fmt: skip
    (ana,) = intake.registrations
    assert (ana.handle, ana.diet) == ("", "")
    assert ana.answers == (("Twitter", "no tengo cuenta"), ("Dieta", "Ninguna"), ("¿Cómo nos conociste?", "por Eva"))


def test_offers_seeks_and_the_rest_of_the_profile_are_found_in_questions(tmp_path: Path) -> None:
    rows = [["¿Cómo te llamas?", "Tu correo", "¿En qué empresa trabajas?", "¿Cuál es tu cargo?",
             "¿A qué sector te dedicas?", "¿Qué puedes ofrecer a los demás?", "¿Qué buscas?",
             "¿Necesitas acceso para silla de ruedas?", "Usuario de X"],
            ["Ana Gil", "a@example.org", "Acme", "CEO", "Moda", "Consejo", "Socios", "Sí", "ana_gil"],
            ["Eva Paz", "e@example.org", "Beta", "CTO", "Salud", "", "", "No", "@eva"]]  # fmt: skip
    ana, eva = read_text(tmp_path, delimited(rows)).registrations
    assert (ana.name, ana.company, ana.role, ana.sector) == ("Ana Gil", "Acme", "CEO", "Moda")
    assert (ana.offers, ana.seeks, ana.step_free, ana.handle) == ("Consejo", "Socios", True, "@ana_gil")
    assert (eva.step_free, eva.handle) == (False, "@eva")


def test_a_name_may_bring_somebody_along(tmp_path: Path) -> None:
    intake = read_text(
        tmp_path, "Invitado;Empresa\nAna Gil +1;Acme\nEva Paz (+2);\nLuis Mas y acompañante;\nPlus Uno;\n"
    )
    assert [one.name for one in intake.named] == ["Ana Gil", "Eva Paz", "Luis Mas", "Plus Uno"]
    assert [len(one.companions) for one in intake.named] == [1, 2, 1, 0]


def test_where_only_the_buyer_is_named_the_buyer_is_the_guest(tmp_path: Path) -> None:
    intake = read_text(tmp_path, "Pedido;Comprador;Email comprador;Entradas\nA1;Ana Gil;a@example.org;3\n")
    assert [(one.name, one.email, len(one.companions)) for one in intake.named] == [("Ana Gil", "a@example.org", 2)]


def test_where_the_attendee_is_named_the_buyer_is_not(tmp_path: Path) -> None:
    intake = read_text(tmp_path, (
        "Order ID,Buyer name,Buyer email,Attendee name,Attendee email,Ticket number\n"
        "O1,Pere Puig,p@example.org,Ana Gil,a@example.org,T-1001\nO1,Pere Puig,p@example.org,,,T-1002\n"
    ))  # fmt: skip
    assert [(one.name, one.email) for one in intake.registrations] == [("Ana Gil", "a@example.org"), (None, "")]
    assert ("Buyer name", "Pere Puig") in intake.registrations[1].answers


def test_answers_about_coming_are_known_by_what_they_say(tmp_path: Path) -> None:
    intake = read_text(tmp_path, delimited([
        ["Timestamp", "Email Address", "Name", "¿Y tú qué?"],
        ["2026/10/03 9:12:33 AM GMT+2", "a@example.org", "Ana Gil", "Yes, I'll be there"],
        ["2026/10/03 9:13:33 AM GMT+2", "b@example.org", "Bo Li", "No puedo ir"],
    ]))  # fmt: skip
    assert standings(intake) == [("Ana Gil", COMING), ("Bo Li", NOT_CONFIRMED)]


def test_notes_below_a_list_are_no_people_and_a_lone_name_is_pointed_out(tmp_path: Path) -> None:
    intake = read_text(tmp_path, (
        "Nombre;Correo\nAna Gil;a@example.org\nEva Paz;e@example.org\nSOCIOS;\n\n* provisional\nNota: llamar a Luis;\n"
    ))  # fmt: skip
    assert [(one.row, one.reason) for one in intake.skipped] == [(6, "no_person"), (7, "no_person")]
    assert [(remark.row, remark.code) for remark in intake.warnings] == [(4, "only_a_name")]


def test_a_code_shared_in_a_hand_made_list_loses_nobody(tmp_path: Path) -> None:
    rows = "".join(f"Persona {word};C{word}\n" for word in ("Uno", "Dos", "Tres", "Cuatro", "Cinco", "Seis"))
    intake = read_text(tmp_path, f"Nombre;Código\n{rows}Ana Gil;Z1\nEva Paz;Z1\n")
    assert len(intake.named) == 8
    assert [(remark.row, remark.code) for remark in intake.warnings] == [(8, "same_code"), (9, "same_code")]


def test_somebodys_guest_has_no_name_yet_and_the_cell_is_kept(tmp_path: Path) -> None:
    intake = read_text(tmp_path, "Nombre;Empresa\nAna Gil;Acme\nAcompañante de Ana Gil;Acme\n")
    assert [one.name for one in intake.registrations] == ["Ana Gil", None]
    assert intake.unnamed[0].answers == (("Nombre", "Acompañante de Ana Gil"),)

"""One export of every platform, twice: what each of its rows is was decided here, before any importer saw it.

``write`` made the files in ``tests/data/platforms``; ``test_platforms`` holds them to it, byte by byte where they are
text. Headers are the platforms' own, see ``formats.py``; the questions behind them are the second language, or all of
the headers where the platform translates them. The people are invented.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from tests.intake.exports import CAST, OUT, SKIPPED, UNNAMED, Export, Who, export

FOLDER = Path(__file__).parents[1] / "data" / "platforms"


def without(*fates: str) -> list[Who]:
    """The cast without those that a platform cannot have."""
    return [who for who in CAST if who.fate not in fates]


def twice(cast: list[Who]) -> list[Who]:
    """The cast with the skipped one's row before the row that corrects it."""
    return [one for who in cast for one in ((who, Who(99, who.given, who.family)) if who.fate == SKIPPED else (who,))]


def word(who: Who, comes: str, *others: str) -> str:
    """A status word; those who do not come have the others in turn."""
    return others[who.number % len(others)] if who.fate == OUT else comes


def code(who: Who, letters: str = "", length: int = 12) -> str:
    """A code that looks like nothing and is the same every time."""
    signs, at = "", who.number * 7919 + length
    while len(signs) < length:
        at = (at * 48271) % 2147483647
        signs += (letters or "abcdefghjkmnpqrstuvwxyz23456789")[at % len(letters or "abcdefghjkmnpqrstuvwxyz23456789")]
    return signs


def asked(language: str) -> str:
    """Questions that an organizer adds, as headers."""
    return {
        "en": "Company|Job title|What do you offer?|LinkedIn",
        "es": "Empresa|Cargo|¿Qué ofreces?|LinkedIn",
        "de": "Unternehmen|Beruf|Was bietest du?|LinkedIn",
        "fr": "Entreprise|Fonction|Qu'offrez-vous ?|Profil LinkedIn",
        "ca": "Empresa|Càrrec|Què ofereixes?|LinkedIn",
        "it": "Azienda|Ruolo|Cosa offri?|LinkedIn",
        "pt": "Empresa|Cargo|O que ofereces?|LinkedIn",
        "pl": "Firma|Stanowisko|Co oferujesz?|LinkedIn",
    }[language]


def answered(who: Who) -> list[str]:
    """What the people say to them."""
    if who.fate == UNNAMED:
        return ["", "", "", ""]
    return [f"Taller {who.number}", "CEO", "Consejo", f"https://www.linkedin.com/in/p{who.number}"]


def eventbrite() -> Iterable[Export]:
    """Attendee reports; the one in Spanish questions, the other with German headers."""

    def row(who: Who, coming: str, out: tuple[str, ...]) -> list[str]:
        who = CAST[0] if who.fate == SKIPPED else who
        given, family, email = ("Info Requested",) * 3 if who.fate == UNNAMED else (who.given, who.family, who.email)
        numbers = str(11211991400 + who.number), str(18441589800 + who.number)
        return [numbers[0], "11/29/24 22:28", given, family, email, "1", "Comida", numbers[1], word(who, coming, *out)]

    def printed(who: Who) -> str:
        number = 1 if who.fate == SKIPPED else who.number
        return f"{11211991400 + number}{18441589800 + number}001"

    head = "Order #|Order Date|First Name|Last Name|Email|Quantity|Ticket Type|Attendee #|Attendee Status|"
    yield export("eventbrite_es.csv", "eventbrite", head + asked("es"),
                 lambda who: row(who, "Attending", ("Not Attending", "Refunded", "Deleted"))
                 + answered(CAST[0] if who.fate == SKIPPED else who), printed=printed)  # fmt: skip
    head = "Bestellnr.|Bestelldatum|Vorname|Nachname|E-Mail|Anzahl|Ticketart|Teilnehmernummer|Teilnehmerstatus"
    yield export("eventbrite_de.csv", "eventbrite", head,
                 lambda who: row(who, "Nimmt teil", ("Nimmt nicht teil", "Storniert", "Erstattet")),
                 printed=printed)  # fmt: skip


def pretix() -> Iterable[Export]:
    """Order data with its add-on products, and check-in lists with and without the secret."""

    def row(who: Who) -> list[str]:
        product = "Parking" if who.fate == SKIPPED else "Comida"
        name, email = ("", "") if who.fate in (UNNAMED, SKIPPED) else (who.full, who.email)
        order = ["paid", "canceled", "expired", "pending"][who.number % 4] if who.fate == OUT else "paid"
        number = 8 if who.fate == SKIPPED else who.number
        first = [f"AB{number:03}", "2" if who.fate == SKIPPED else "1", order if order != "paid" else "paid"]
        if who.fate == OUT and order == "paid":
            first[2] = "canceled"
        return [*first, f"buyer{number}@example.org", product, "30", name, email, f"Taller {number}", code(who, "", 32),
                "Factura SL"]  # fmt: skip

    head = (
        "Order code|Position ID|Status|Email|Product|Price|Attendee name|Attendee email|Company|Ticket secret|Company"
    )
    yield export("pretix_en.xlsx", "pretix", head, row, sheet="Order positions", printed=lambda who: code(who, "", 32))
    head = ("Código de la orden|ID de posición|Estado|Correo electrónico|Producto|Precio|Nombre del participante"
            "|Correo electrónico del participante|Compañía|Secreto del ticket|Compañía")  # fmt: skip
    yield export("pretix_es.csv", "pretix", head, row, delimiter=";", printed=lambda who: code(who, "", 32))
    listed = without(SKIPPED)

    def checked(who: Who) -> list[str]:
        name, email = ("", "buyer@example.org") if who.fate == UNNAMED else (who.full, who.email)
        paid = "No" if who.fate == OUT else "Yes"
        return [f"AB{who.number:03}", name, "Comida", "30", "", "", "", paid, code(who, "", 32), email]

    head = "Order code|Attendee name|Product|Price|Checked in|Checked out|Automatically checked in|Paid|Secret|E-mail|"
    yield export("pretix_checkin_en.csv", "pretix_checkin", head + asked("en"),
                 lambda who: checked(who) + answered(who), listed, printed=lambda who: code(who, "", 32))  # fmt: skip
    head = head.replace("Secret|", "")
    yield export("pretix_checkin_es.csv", "pretix_checkin", head + asked("es"),
                 lambda who: [*checked(who)[:8], who.email, *answered(who)], listed, told=("no_codes",))  # fmt: skip


def luma() -> Iterable[Export]:
    """Guest lists; some guests left nothing but their e-mail."""

    def row(who: Who) -> list[str]:
        status = word(who, "approved", "declined", "waitlist", "pending_approval")
        link = f"https://luma.com/check-in/evt-AbZ9qWmYx?pk=g-{code(who)}"
        name = "" if who.fate == UNNAMED else who.full
        return [f"gst-{code(who)}", name, who.given, who.family, who.email, "", "2026-10-03T07:12:33.000Z", status, "",
                link, "0", "Comida"]  # fmt: skip

    head = ("guest_id|name|first_name|last_name|email|phone_number|created_at|approval_status|checked_in_at|qr_code_url"
            "|amount|ticket_name|")  # fmt: skip
    for language in ("en", "es"):
        yield export(f"luma_{language}.csv", "luma", head + asked(language), lambda who: row(who) + answered(who),
                     without(SKIPPED), encoding="utf-8-sig",
                     printed=lambda who: f"https://lu.ma/check-in/evt-AbZ9qWmYx?pk=g-{code(who)}")  # fmt: skip


def tito() -> Iterable[Export]:
    """Tickets, some not assigned, whose buyer is not their guest."""

    def row(who: Who) -> list[str]:
        name, email = ("", "") if who.fate == UNNAMED else (who.full, who.email)
        return [str(who.number), "2026-10-01", "Std", name, who.given, who.family, email, "",
                "true" if who.fate == OUT else "false", f"AB{code(who, 'ABCDEFGH', 2)}-{who.number}",
                f"https://ti.to/casa/comida/tickets/ti_{code(who)}", f"AB{who.number}", "Pere Puig",
                "pere@example.org"]  # fmt: skip

    head = ("Number|Ticket Created Date|Ticket|Ticket Full Name|Ticket First Name|Ticket Last Name|Ticket Email"
            "|Ticket Company Name|Void Status|Ticket Reference|Unique Ticket URL|Order Reference|Order Name"
            "|Order Email|")  # fmt: skip
    for language, mark in (("en", ","), ("ca", ";")):
        yield export(f"tito_{language}.csv", "tito", head + asked(language), lambda who: row(who) + answered(who),
                     without(SKIPPED), delimiter=mark, encoding="utf-8-sig",
                     printed=lambda who: f"ti_{code(who)}")  # fmt: skip


def ticket_tailor() -> Iterable[Export]:
    """Tickets with their holders."""

    def row(who: Who) -> list[str]:
        return [f"or_{code(who)}", "ev_1", "Comida", "Fri 29 May 2026 20:00", "Std", "30",
                f"TT-{code(who, '23456789')}",
                word(who, "completed", "cancelled"), "", "", "", who.full.strip(),
                "" if who.fate == UNNAMED else who.email]  # fmt: skip

    head = ("Order ID|Event ID|Event|Event start|Ticket type|Ticket price|Ticket reference|Order status"
            "|Payment reference|Checked in|Attended|Ticket holder name|Ticket holder email|")  # fmt: skip
    for language in ("en", "es"):
        yield export(f"ticket_tailor_{language}.csv", "ticket_tailor", head + asked(language),
                     lambda who: row(who) + answered(who), without(SKIPPED), encoding="utf-8-sig",
                     printed=lambda who: f"TT-{code(who, '23456789')}")  # fmt: skip


def forms() -> Iterable[Export]:
    """Google's and Microsoft's answers: somebody answers twice, somebody brings a person along."""
    cast = twice(without(UNNAMED))

    def said(who: Who, yes: str, no: str) -> list[str]:
        owner = next(one for one in CAST if one.family == who.family)
        return [owner.email, who.full, no if who.fate == OUT else yes, "2" if who.number in (1, 7) else "0"]

    def stamp(who: Who) -> str:
        return f"2026/10/{min(who.number, 28):02} 9:12:33 AM GMT+2"

    head = "Marca temporal|Dirección de correo electrónico|Nombre y apellidos|¿Vendrás?|Acompañantes|" + asked("es")
    yield export("google_forms_es.csv", "google_forms", head,
                 lambda who: [stamp(who), *said(who, "Sí, allí estaré", "No podré ir"), *answered(who)], cast,
                 companions=4)  # fmt: skip
    head = "Zeitstempel|E-Mail-Adresse|Vor- und Nachname|Kommst du?|Begleitpersonen|" + asked("de")
    yield export("google_forms_de.csv", "google_forms", head,
                 lambda who: [stamp(who), *said(who, "Ja, gerne", "Leider nein"), *answered(who)], cast,
                 companions=4)  # fmt: skip
    for language, head, yes, no in (
        ("en", "ID|Start time|Completion time|Email|Name|Your e-mail|Full name|Will you come?|Guests|", "Yes", "No"),
        ("es", ("Id|Hora de inicio|Hora de finalización|Correo electrónico|Nombre|Correo electrónico2"
         "|Nombre y\xa0apellidos"
         "|¿Asistirás?|Acompañantes|"), "Sí", "No"),
    ):  # fmt: skip

        def row(who: Who, yes: str = yes, no: str = no) -> list[str]:
            done = f"2026-10-{min(who.number, 28):02} 19:06:23"
            return [str(who.number), done, done, "anonymous", "", *said(who, yes, no), *answered(who)]

        yield export(f"microsoft_forms_{language}.xlsx", "microsoft_forms", head + asked(language), row, cast,
                     companions=4)  # fmt: skip


def meetup() -> Iterable[Export]:
    """Names and nothing else; guests as a number."""

    def row(who: Who) -> list[str]:
        return [who.full, str(900000 + who.number), "", "", word(who, "Yes", "No", "Waitlist"),
                "1" if who.number in (2, 6, 12) else "0", "1 Oct", "1 Jan 2020",
                f"https://www.meetup.com/members/{900000 + who.number}/"]  # fmt: skip

    head = "Name|User ID|Title|Event Host|RSVP|Guests|RSVPed on|Joined Group on|URL of Member Profile"
    cast = without(UNNAMED, SKIPPED)
    yield export("meetup_en.tsv", "meetup", head, row, cast, encoding="utf-16", delimiter="\t", companions=2)
    yield export("meetup_es.csv", "meetup", head + "|¿En qué empresa trabajas?", lambda who: [*row(who), "Taller"],
                 cast, companions=2)  # fmt: skip


HI_EVENTS = (
    ("en", ("ID|First Name|Last Name|Email|Status|Check Ins|Product ID|Product Name|Event ID|Public ID"
     "|Short ID|Created Date|")),
    ("es", ("ID|Nombre|Apellido|Correo electrónico|Estado||ID del producto|Nombre del producto"
     "|ID del evento"
     "|ID público|ID corto|Fecha de creación|")),
    ("fr", ("ID|Prénom|Nom|E-mail|Statut||ID du produit|Nom du produit|ID de l'événement|ID public|ID court"
     "|Date de création|")),
    ("it", ("ID|Nome|Cognome|Email|Status||ID del prodotto|Nome del prodotto|ID dell'evento|ID pubblico|ID corto"
     "|Data di creazione|")),
    ("pt", ("ID|Nome|Sobrenome|E-mail|Status||ID do produto|Nome do produto|ID do evento|ID público|ID curto"
     "|Data de criação|")),
    ("pl", ("ID|Imię|Nazwisko|Email|Status|Zameldowania|ID produktu|Nazwa produktu|ID wydarzenia|Publiczne ID"
     "|Krótkie ID|Data utworzenia|")),
)  # fmt: skip
"""What Hi.Events calls its columns, as its translations have it; some have no word for the sixth."""


def open_source() -> Iterable[Export]:
    """alf.io, Hi.Events, Attendize, Event Espresso."""

    def alfio(who: Who) -> list[str]:
        return [f"{code(who)}-4f89", "Std", "comida", word(who, "ACQUIRED", "CANCELLED", "TO_BE_PAID", "REFUNDED"),
                "r1", who.full.strip(), who.given, who.family, "" if who.fate == UNNAMED else who.email, "es",
                "2026-10-01", "\t=Calle 1\nMadrid"]  # fmt: skip

    head = (
        "ID|Category|Event|Status|ReservationID|Full Name|First Name|Last Name|E-Mail|Language|Confirmation"
        "|Billing Address|"
    )
    for language in ("en", "fr"):
        yield export(f"alfio_{language}.csv", "alfio", head + asked(language), lambda who: alfio(who) + answered(who),
                     without(SKIPPED), encoding="utf-8-sig",
                     printed=lambda who: f"{code(who)}-4f89/x0mKs+Yq/9aZ0=")  # fmt: skip

    def hi(who: Who) -> list[str]:
        return [str(who.number), who.given, who.family, "" if who.fate == UNNAMED else who.email,
                word(who, "ACTIVE", "CANCELLED", "AWAITING_PAYMENT"), "0", "7", "Comida", "1", f"A-{code(who).upper()}",
                f"a_{code(who)}", "2026-10-01"]  # fmt: skip

    for language, head in HI_EVENTS:
        yield export(f"hi_events_{language}.xlsx", "hi_events", head + asked(language),
                     lambda who: hi(who) + answered(who), without(SKIPPED),
                     printed=lambda who: f"A-{code(who).upper()}")  # fmt: skip

    def attendize(who: Who) -> list[str]:
        return [who.given, who.family, who.email, code(who, "0123456789", 10), f"REF{who.number}", "Std", "2026-10-01",
                "No", ""]  # fmt: skip

    for language, head in (
        ("en", "First Name|Last Name|Email|Ticket ID|Reference|Ticket Type|Order Date|Has Arrived|Arrival Time"),
        ("es", ("Nombre|Apellidos|Correo electrónico|Identificación de la entrada|Referencia|Tipo de entrada"
         "|Fecha del pedido|Ha llegado|Hora de llegada")),
        ("it", ("Nome di battesimo|Cognome|E-mail|Ticket ID|Riferimento|Tipo di biglietto|Data dell'ordine|Has Arrived"
         "|Arrival Time")),
        ("pl", "Imię|Nazwisko|Email|Ticket ID|Nr Zamówienia|Typ|Data Zamówienia|Has Arrived|Arrival Time"),
    ):  # fmt: skip
        yield export(f"attendize_{language}.xls", "attendize", head, attendize, without(SKIPPED, UNNAMED, OUT),
                     printed=lambda who: code(who, "0123456789", 10))  # fmt: skip

    def espresso(who: Who) -> list[str]:
        return [str(who.number), who.given, who.family, "" if who.fate == UNNAMED else who.email,
                f"1-{who.number}-{code(who)}",
                word(who, "Approved", "Cancelled", "Declined", "Pending Payment"), "Complete", "Comida"]  # fmt: skip

    head = ("Registration ID[REG_ID]|First Name[ATT_fname]|Last Name[ATT_lname]|Email Address[ATT_email]"
            "|Registration Code[REG_code]|Registration Status|Transaction Status|Ticket Name|")  # fmt: skip
    for language in ("en", "es"):
        yield export(f"event_espresso_{language}.csv", "event_espresso", head + asked(language),
                     lambda who: espresso(who) + answered(who), without(SKIPPED),
                     printed=lambda who: f"1-{who.number}-{code(who)}")  # fmt: skip


def european() -> Iterable[Export]:
    """HelloAsso and Indico, whose own codes its export does not hold."""

    def helloasso(who: Who) -> list[str]:
        return [code(who, "0123456789", 8), who.family, who.given, "" if who.fate == UNNAMED else who.email,
                "Plein", "10",
                word(who, "Validé", "Annulé", "Remboursé"), "pere@example.org"]  # fmt: skip

    head = ("Numéro de billet|Nom|Prénom|Email participant|Tarif|Montant tarif|Statut de la commande"
            "|Adresse Mail de Contact|")  # fmt: skip
    for language in ("fr", "en"):
        yield export(f"helloasso_{language}.csv", "helloasso", head + asked(language),
                     lambda who: helloasso(who) + answered(who), without(SKIPPED), delimiter=";",
                     printed=lambda who: code(who, "0123456789", 8))  # fmt: skip

    # Indico's columns are English in every language; what it says of a registration is in the organizer's.
    head = "ID|Name|First Name|Last Name|Email Address|Affiliation|Registration date|Registration state"
    for language, states in (
        ("en", ("Completed", "Withdrawn", "Rejected", "Awaiting payment")),
        ("es", ("Completado", "Retirado", "Rechazado", "En espera de pago")),
        ("fr", ("Terminé", "Retiré", "Refusé", "En attente du paiement")),
        ("de", ("Abgeschlossen", "Zurückgezogen", "abgelehnt", "Warten auf Zahlung")),
    ):

        def indico(who: Who, states: tuple[str, str, str, str] = states) -> list[str]:
            return [str(who.number), who.full, who.given, who.family, who.email, f"Taller {who.number}", "2026-10-01",
                    word(who, *states)]  # fmt: skip

        yield export(f"indico_{language}.csv", "indico", head, indico, without(UNNAMED, SKIPPED), told=("no_codes",))


EXPORTS = tuple(
    one
    for make in (eventbrite, pretix, luma, tito, ticket_tailor, forms, meetup, open_source, european)
    for one in make()
)


def write() -> None:
    """Make the files."""
    FOLDER.mkdir(exist_ok=True)
    for one in EXPORTS:
        (FOLDER / one.name).write_bytes(one.raw())


if __name__ == "__main__":
    write()

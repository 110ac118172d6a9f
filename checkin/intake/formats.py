"""What each platform calls its columns, as data.

A format is known by headers that only it has together (its fingerprint). It only pre-fills: columns that it does not
name are guessed, because questions are columns and organizers rename them. Sources: the exporters' own code for
pretix, alf.io, Hi.Events, Attendize, Indico and Event Espresso; public parsers and real headers for the others.
"""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from types import MappingProxyType

from checkin.intake import chat_rows, standing
from checkin.intake.folding import fold_header
from checkin.model import Standing


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of file.

    Attributes:
        fingerprints: Sets of folded headers; one set present in full means this format.
        fields: From field to the headers that hold it, the best first.
        many: Fields that take every header listed, not only the best.
        words: The platform's own status words, folded.
        key: The field that identifies a row from one export to the next, before any other.
        person: Whether a row is a person or a ticket; an order or a fee is second best.
        lacks: Why its tickets cannot be scanned with what the file holds, as its platform calls what is missing; "".
    """

    name: str
    fingerprints: tuple[frozenset[str], ...]
    fields: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    many: frozenset[str] = frozenset()
    words: Mapping[str, Standing] = field(default_factory=dict)
    key: str = ""
    person: bool = True
    lacks: str = ""


def _prints(*sets: str) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(fold_header(header) for header in one.split("|")) for one in sets)


def _fields(**headers: str) -> Mapping[str, tuple[str, ...]]:
    return MappingProxyType({name: tuple(map(fold_header, said.split("|"))) for name, said in headers.items()})


GENERIC = Format("generic", ())

EVENTBRITE = Format(
    "eventbrite",
    _prints("Order # | Attendee #", "Order # | Attendee Status", "Order no. | Attendee Status",
            "Order no. | Attendee no.", "Bestellnr. | Teilnehmernummer", "Bestellnr. | Teilnehmerstatus",
            "N.º de pedido | N.º de asistente", "N.º de pedido | Estado del asistente"),
    _fields(
        order="Order # | Order no. | Order ID | Bestellnr. | N.º de pedido",
        position="Attendee # | Attendee no. | Attendee ID | Teilnehmernummer | N.º de asistente",
        given="First Name | Vorname", family="Last Name | Surname | Nachname", email="Email | Email Address",
        code="Barcode # | Barcode no. | Barcode | Barcode-Nr.",
        status="Attendee Status | Teilnehmerstatus | Estado del asistente",
        product="Ticket Type | Ticketart | Tipo de entrada",
        phone="Cell Phone | Mobile Phone | Home Phone | Work Phone", company="Company", role="Job Title",
        quantity="Quantity",
    ),
    words={"nimmt teil": Standing.COMING, "nimmt nicht teil": Standing.CANCELLED, "eingecheckt": Standing.COMING,
           "asistira": Standing.COMING, "no asistira": Standing.CANCELLED, "registrado": Standing.COMING},
    lacks="Attendee #",
)  # fmt: skip

_SHOP = _fields(
    order="Order ID | Name", status="Financial Status", product="Lineitem name", void="Cancelled at",
    buyer_name="Billing Name", answers="Fulfillment Status | Paid at",
)  # fmt: skip
_SHOPS_WORDS = MappingProxyType({
    **dict.fromkeys(("pending", "authorized", "partially paid"), Standing.UNPAID), "voided": Standing.CANCELLED,
})  # fmt: skip

_OF_A_CHAT = ("name", "status", "companions", "companion_names", "phone", "")

FORMATS: tuple[Format, ...] = (
    Format(
        "chat",
        _prints(" | ".join(chat_rows.TITLES)),
        {name: (fold_header(title),) for name, title in zip(_OF_A_CHAT, chat_rows.TITLES, strict=True) if name},
        words={fold_header(chat_rows.UNCLEAR): Standing.NOT_CONFIRMED},
    ),
    Format(
        "pretix",
        _prints("Order code | Position ID", "Bestellcode | Positions-ID", "Bestellnummer | Positions-ID",
                "Código de pedido | ID de posición", "Código de la orden | ID de posición"),
        _fields(
            order="Order code | Bestellcode | Bestellnummer | Código de pedido | Código de la orden",
            position="Position ID | Positions-ID | ID de posición",
            status="Status | Estado", buyer_email="Email | E-mail | E-Mail | Correo electrónico",
            buyer_name="Invoice address name",
            name="Attendee name | Nombre del asistente | Nombre del participante | Teilnehmername",
            given="Attendee name: Given name",
            family="Attendee name: Family name",
            email="Attendee email | Correo electrónico del asistente | Correo electrónico del participante"
                  " | E-Mail des Teilnehmers",
            company="Company | Compañía | Empresa | Firma", product="Product | Producto | Produkt",
            variation="Variation | Variación | Variante",
            code="Ticket secret | Secreto del ticket | Secreto de la entrada | Ticket-Secret | Ticket-Code",
            note="Order comment | Comentario del pedido | Bestellkommentar", buyer_phone="Phone number",
        ),
        words=standing.PRETIX,
        lacks="Ticket secret",
    ),
    Format(
        "pretix_checkin",
        _prints("Order code | Secret", "Order code | Checked in | Automatically checked in",
                "Order code | Attendee name | Checked in"),
        _fields(
            order="Order code", name="Attendee name", given="Attendee name: Given name",
            family="Attendee name: Family name", product="Product", code="Secret", buyer_email="E-mail | Email",
            company="Company", paid="Paid", note="Comment",
        ),
        words=standing.PRETIX,
        lacks="Secret",
    ),
    Format(
        "pretix_orders",
        _prints("Event slug | Order code | Order total"),
        _fields(
            order="Order code", status="Status", email="Email", phone="Phone number", name="Name",
            given="Name: Given name", family="Name: Family name", quantity="Positions", note="Comment",
        ),
        words=standing.PRETIX,
        person=False,
    ),
    Format("pretix_fees", _prints("Order code | Fee type"), _fields(order="Order code", status="Status"), person=False),
    Format(
        "eventbrite_checkin",
        _prints("Barcode # | Attendee #", "Barcode # | Buyer Email", "Barcode # | Date Attending"),
        EVENTBRITE.fields,
    ),
    EVENTBRITE,
    Format(
        "eventbrite_orders",
        _prints("Order # | Order Status", "Order # | Quantity", "Order no. | Quantity"),
        _fields(
            order="Order # | Order no.", given="First Name", family="Last Name | Surname", email="Email",
            quantity="Quantity", status="Order Status",
        ),
        person=False,
    ),
    Format(
        "luma",
        _prints("approval_status | qr_code_url", "guest_id | approval_status", "api_id | approval_status"),
        _fields(
            user="guest_id | api_id", name="name", given="first_name", family="last_name", email="email",
            phone="phone_number", status="approval_status", code="qr_code_url", product="ticket_name",
        ),
        key="user",
        lacks="qr_code_url",
    ),
    Format(
        "tito",
        _prints("Ticket Reference | Void Status", "Ticket Reference | Unique Ticket URL"),
        _fields(
            name="Ticket Full Name", given="Ticket First Name", family="Ticket Last Name", email="Ticket Email",
            company="Ticket Company Name", phone="Ticket Phone Number", product="Ticket", void="Void Status",
            order="Order Reference", code="Ticket Reference | Unique Ticket URL", buyer_name="Order Name",
            buyer_email="Order Email", buyer_phone="Order Phone Number", buyer_company="Order Company Name",
        ),
        many=frozenset({"code"}),
    ),
    Format(
        "ticket_tailor",
        _prints("Ticket reference | Event start", "Ticket reference | Order status"),
        _fields(
            code="Ticket reference | Barcode", order="Order ID", product="Ticket type",
            status="Ticket status | Order status",
            name="Ticket holder name | Attendee name | Full name | Name", given="Ticket holder first name | First name",
            family="Ticket holder last name | Last name", email="Ticket holder email | Attendee email | Email",
        ),
        many=frozenset({"code"}),
    ),
    Format(
        "ticket_tailor_orders",
        _prints("Order ID | Tickets purchased"),
        _fields(
            order="Order ID", name="Name", given="First Name", family="Last Name", email="Email", phone="Mobile number",
            quantity="Tickets purchased", void="Order cancelled",
        ),
        person=False,
    ),
    Format(
        "meetup",
        _prints("RSVPed on", "URL of Member Profile", "User ID | RSVP"),
        _fields(name="Name", user="User ID", status="RSVP", companions="Guests", answers="Title | Event Host"),
    ),
    Format(
        "alfio",
        _prints("ReservationID | E-Mail", "ReservationID | Category"),
        _fields(
            code="ID", product="Category", status="Status", order="ReservationID", name="Full Name", given="First Name",
            family="Last Name", email="E-Mail", answers="Confirmation | Event | Language",
        ),
    ),
    Format(
        "hi_events",
        _prints("Public ID | Short ID", "ID público | ID corto", "ID public | ID court",
                "Öffentliche ID | Kurz-ID", "ID pubblico | ID corto", "ID público | ID curto", "Publieke ID | Korte ID",
                "Publiczne ID | Krótkie ID", "Nyilvános azonosító | Rövid azonosító", "Publikt ID | Kort ID"),
        _fields(
            code="Public ID | ID público | ID public | Öffentliche ID | ID pubblico | Publieke ID | Publiczne ID"
                 " | Nyilvános azonosító | Publikt ID",
            given="First Name | Nombre | Nombre de pila | Prénom | Vorname | Nome | Voornaam | Imię"
                  " | Keresztnév | Förnamn",
            family="Last Name | Apellido | Apellidos | Nom de famille | Nom | Nachname | Cognome | Sobrenome"
                   " | Achternaam | Nazwisko | Vezetéknév | Efternamn",
            email="Email | Correo electrónico | E-mail", status="Status | Estado | Statut | Állapot",
            product="Product Name | Nombre del producto | Nom du produit | Produktname | Nome del prodotto"
                    " | Nome do produto | Productnaam | Nazwa produktu | Termék neve | Produktnamn",
            note="Notes | Notas | Notizen | Note | Notities | Notatki | Jegyzetek | Antekningar",
            answers="ID | Short ID | ID corto | ID court | Kurz-ID | ID curto | Korte ID | Krótkie ID | Rövid azonosító"
                    " | Kort ID | Check Ins | Zameldowania",
        ),
    ),
    Format(
        "attendize",
        _prints(
            "Has Arrived | Arrival Time", "Ha llegado | Hora de llegada", "Ticket ID | Has Arrived",
            "Identificación de la entrada | Ha llegado",
        ),
        _fields(
            given="First Name | Nombre | Vorname | Prénom | Nome di battesimo | Voornaam | Imię",
            family="Last Name | Apellidos | Nachname | Nom de famille | Cognome | Achternaam | Nazwisko",
            email="Email | Correo electrónico | e-mail", code="Ticket ID | Identificación de la entrada",
            order="Reference | Referencia | Référence | Referenz | Riferimento | Nr Zamówienia",
            product="Ticket Type | Tipo de entrada | Tickettyp | Type de billet | Tipo di biglietto | Ticketsoort"
                    " | Typ",
        ),
    ),
    Format(
        "event_espresso",
        _prints("Registration Code | Registration Status", "Registration Code | Transaction Status"),
        _fields(
            code="Registration Code", user="Registration ID", given="First Name", family="Last Name",
            email="Email Address", phone="Phone", status="Registration Status", product="Ticket Name",
            answers="Transaction Status",
        ),
    ),
    Format(
        "helloasso",
        _prints("Numéro de billet | Tarif", "Numéro de billet | Statut de la commande"),
        _fields(
            code="Numéro de billet", family="Nom | Nom participant", given="Prénom | Prénom participant",
            email="Email participant", product="Tarif", status="Statut de la commande",
            buyer_email="Adresse Mail de Contact | Email payeur", buyer_name="Nom payeur",
            buyer_given="Prénom payeur",
        ),
    ),
    Format(
        "indico",
        _prints("ID | Name | Registration date", "ID | Nombre | Fecha de registro", "ID | Nombre | Estado de registro",
                "ID | Nom | Date d'inscription", "ID | Name | Registration state", "ID | Name | Checked in"),
        _fields(user="ID", name="Name | Nombre | Nom",
                status="Registration state | Estado de registro | État de l'inscription",
                email="Email Address | Email", given="First Name", family="Last Name", company="Affiliation",
                role="Position", phone="Phone Number"),
        words={
            **dict.fromkeys(("terminado", "termine", "abgeschlossen", "completato", "zakonczone", "concluido"),
                            Standing.COMING),
            **dict.fromkeys(("awaiting payment", "en espera de pago", "en attente du paiement", "warten auf zahlung",
                             "in attesa di pagamento", "oczekiwanie na zapłate",
                             "aguardando pagamento"), Standing.UNPAID),
            **dict.fromkeys(("retirado", "retire", "zuruckgezogen", "annullato", "wycofany", "rifiutato", "odrzucony",
                             "rejeitado", "ausstehend"), Standing.NOT_CONFIRMED),
        },
        key="user",
        lacks="checkin_secret",
    ),
    Format(
        "woocommerce",
        _prints("Order Number | Order Status | Item Name",
                "Número de pedido | Estado del pedido | Nombre del artículo"),
        _fields(
            order="Order Number | Número de pedido", status="Order Status | Estado del pedido",
            product="Item Name | Nombre del artículo", note="Customer Note | Nota del cliente",
        ),
        words={
            **dict.fromkeys(("processing", "procesando"), Standing.COMING),
            **dict.fromkeys(("on hold", "en espera", "pending payment", "pending", "pendiente de pago"),
                            Standing.UNPAID),
            **dict.fromkeys(("failed", "fallido"), Standing.CANCELLED),
        },
    ),
    Format("squarespace", _prints("Financial Status | Lineitem name | Lineitem variant"), _SHOP, words=_SHOPS_WORDS),
    Format("shopify", _prints("Financial Status | Lineitem name"), _SHOP, words=_SHOPS_WORDS),
    Format(
        "google_forms",
        _prints("Marca temporal", "Timestamp", "Zeitstempel", "Horodateur", "Marca de temps", "Carimbo de data/hora",
                "Informazioni cronologiche", "Denbora-marka", "Sygnatura czasowa"),
        _fields(time="Marca temporal | Timestamp | Zeitstempel | Horodateur | Marca de temps | Carimbo de data/hora"
                     " | Informazioni cronologiche | Denbora-marka | Sygnatura czasowa"),
    ),
    Format(
        "microsoft_forms",
        _prints("Start time | Completion time", "Hora de inicio | Hora de finalización",
                "Startzeit | Fertigstellungszeit",
                "Heure de début | Heure de fin", "Hora d'inici | Hora de finalització",
                "Ora di inizio | Ora di completamento", "Hora de início | Hora de conclusão",
                "Godzina rozpoczęcia | Godzina ukończenia"),
        _fields(time="Completion time | Hora de finalización | Fertigstellungszeit | Heure de fin"
                     " | Hora de finalització | Ora di completamento | Hora de conclusão | Godzina ukończenia",
                answers="ID | Start time | Hora de inicio | Startzeit | Heure de début | Last modified time"),
    ),
)  # fmt: skip
"""Every format with a fingerprint, the more particular before the more general."""


def recognise(headers: AbstractSet[str]) -> Format:
    """The first format one of whose fingerprints is among the folded ``headers``, else the generic one.

    >>> recognise({"order #", "attendee #", "email"}).name
    'eventbrite'
    >>> recognise({"nombre", "correo"}).name
    'generic'
    """
    return next((known for known in FORMATS if any(one <= headers for one in known.fingerprints)), GENERIC)

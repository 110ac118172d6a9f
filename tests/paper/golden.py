"""One evening's paper, the same every time: what it is printed from, and what the files have to be, byte for byte.

``TZ=Europe/Madrid python -m tests.paper.golden > tests/data/paper.sums`` keeps what this Python makes, for another one
to be compared with; lists say the time of that zone. Two sums a file: of its bytes, the same wherever zlib packs
alike, and of what is in it.
"""

from __future__ import annotations

import hashlib
import re
import sys
import zlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

from checkin.badges import Badge, Design, Stock, badges_pdf, calibration_pdf
from checkin.cards import contacts_pdf, place_cards_pdf, table_cards_pdf, tickets_pdf
from checkin.lists import Stamp, call_out_pdf, door_list_pdf, seating_list_pdf
from checkin.paper.contact_sheet import Contact
from checkin.paper.designs import LOOKS
from checkin.paper.place_card import PlaceCard
from checkin.paper.seating_list import SeatedGuest
from checkin.paper.sitters import Sitter
from checkin.paper.table_card import TableCard
from checkin.paper.ticket import Heading, Ticket, TicketPaper
from checkin.words import Words

LONG = (
    "Ayudo a cooperativas pequeñas a ordenar sus cuentas y a preparar las ayudas europeas, con plantillas propias y"
    " acompañamiento durante el primer año"
)
EVENT = "Comida networking de noviembre"
NAMES = (
    "Begoña Ibáñez Etxeberria", "María de los Ángeles Fernández-Villaverde y Gómez de la Serna", "Łukasz Wójcik",
    "محمد العربي بن علي", "שרה לוי", "黄磊", "さくら", "김민준", "Дмитрий Щёголев", "สมชาย น้ำทิพย์", "👩\u200d💻 Ana",
)  # fmt: skip


def files() -> Iterator[tuple[str, bytes]]:
    """Every kind of paper, by name."""
    t = Words("es")
    codes = ["BCDFGHJKLNPRSTVXBC" + a + b for a in "BCDF" for b in "GHJ"]
    badges = [
        Badge(name, company="Marea Coop.", role="Directora", table=at + 1, code=code, sector="Legal",
              sector_colour="#0072B2", offers="Contar lo que pasa", seeks="Quien lo escuche", rounds=(at + 1, 3),
              contact=f"MECARD:N:{name};;")
        for at, (name, code) in enumerate(zip(NAMES, codes, strict=False))
    ]  # fmt: skip
    for look in LOOKS:
        yield look, badges_pdf(badges, Stock(), event_name=EVENT, t=t, design=Design(look, "#8A1538")).pdf
    wordy = [replace(badge, offers=f"{LONG} {badge.name}", seeks=f"{badge.name} {LONG}") for badge in badges]
    yield "long texts", badges_pdf(wordy, Stock("a4-a6"), event_name=EVENT, t=t).pdf
    yield "long backs", badges_pdf(wordy, Stock(duplex=True), event_name=EVENT, t=t).pdf
    yield "folded", badges_pdf(badges, Stock("a4-fold"), event_name=EVENT, t=t).pdf
    yield "double-sided", badges_pdf(badges, Stock("a4-a6", duplex=True), event_name=EVENT, t=t).pdf
    sitters = tuple(Sitter(name, "Marea Coop.", "Pan", "Sal") for name in NAMES)
    yield "table", table_cards_pdf([TableCard(7, "La Huerta", sitters, ("¿Qué?",))], event_name=EVENT, t=t).pdf
    talkers = tuple(Sitter(name, "Confederación de la Comunitat · Directora", LONG, LONG[20:]) for name in NAMES)
    yield "table at length", table_cards_pdf([TableCard(7, "", talkers, ("¿Qué?",))], event_name=EVENT, t=t).pdf
    places = [PlaceCard(name, company="Marea", table=7) for name in NAMES]
    yield "places", place_cards_pdf(places, event_name=EVENT, t=t).pdf
    tickets = [Ticket(name, code, ("Marea Coop.",)) for name, code in zip(NAMES, codes, strict=False)]
    for paper in TicketPaper:
        yield f"ticket {paper}", tickets_pdf(tickets, Heading(EVENT, "Sábado", "Enséñalo"), paper, t=t).pdf
    yield (
        "contacts",
        contacts_pdf(
            {7: [Contact(name, ("Marea",), f"MECARD:N:{name};;") for name in NAMES]}, event_name=EVENT, t=t
        ).pdf,
    )
    guests = [SeatedGuest(name, table=at % 3 + 1, following=at % 2 + 1) for at, name in enumerate(NAMES)]
    stamp = Stamp(EVENT, datetime(2026, 11, 21, 11, 0, tzinfo=UTC), 143)
    yield "seating", seating_list_pdf(guests, stamp, t=t).pdf
    yield "door", door_list_pdf(guests, stamp, inside=True, t=t).pdf
    yield "call-out", call_out_pdf(guests, stamp, 2, t=t).pdf
    yield "calibration", calibration_pdf("a4-2x5", t=t).pdf


def sums() -> dict[str, tuple[str, str]]:
    """Of each file, of its bytes and of its unpacked streams: the first digits of the SHA-256."""
    return {name: (_sum(pdf), _sum(b"".join(_unpacked(pdf)))) for name, pdf in files()}


def _sum(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:32]


def _unpacked(pdf: bytes) -> list[bytes]:
    found = re.findall(rb"stream\r?\n(.*?)endstream", pdf, re.DOTALL)
    return [zlib.decompress(part) if part[:1] == b"\x78" else part for part in found]


if __name__ == "__main__":
    sys.stdout.write(f"zlib\t{zlib.ZLIB_RUNTIME_VERSION}\t\n")
    sys.stdout.write("\n".join("\t".join((name, *both)) for name, both in sums().items()) + "\n")

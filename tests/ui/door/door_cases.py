"""One outcome of every kind that the door knows, with the people it is about."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from checkin.book import Book
from checkin.desk.outcomes import Outcome
from checkin.door import Decision, State, Writes
from checkin.model import Event, EventId, Guest, GuestId, Standing
from tests.meals import EARLIER, EVENT, NOW, guest, inside, room

LONG = "María de los Ángeles Fernández de la Hoz y Ruiz de Alarcón"
LONGER = (
    "Prof. Dr. Maximiliana Alejandra Wolfeschlegelsteinhausenbergerdorff-Iturralde Goicoechea y Zuluaga de Etxeberria"
)
NAMES = ("Ana Gil", LONG, LONGER, "王小明", "يوسف بن علي", "נועה לוי", "Bjørn-Ståle Þórðarson", "X")
COMPANY = "Asociación de Empresarias y Emprendedoras de la Comarca del Alto Ampurdán"

HERO, HOST, FRESH = GuestId(1), GuestId(2), GuestId(3)

_ARRIVED = frozenset(
    {
        State.WELCOME, State.WELCOME_NOTE, State.WELCOME_BACK, State.LEFT, State.SAME_SCAN, State.ALREADY_IN,
        State.TABLES_FULL,
    }
)  # fmt: skip
_NOBODY = frozenset({State.AMBIGUOUS, State.OTHER_EVENT, State.NOT_ON_LIST, State.NOT_A_TICKET})


def event() -> Event:
    """The meal of ``tests.meals``, with doors that open and close."""
    return Event(
        EventId(EVENT), "Comida networking de noviembre", "2026-11-21", "0" * 64, "pure",
        NOW - timedelta(hours=1), NOW + timedelta(hours=3), NOW,
    )  # fmt: skip


def book(state: State, name: str = "Begoña Ibáñez Etxeberria", **known: object) -> Book:
    """A room in which the hero of ``state`` sits at table 7 of ten when they have come in."""
    came = state in _ARRIVED
    told: dict[str, object] = {"company": "Marea Coop.", "sector": "Economía social", "handle": "begoibanez"}
    if state is State.WELCOME_NOTE:
        told |= {"note": "Presenta el acto: mesa cerca del escenario si puede ser", "vip": True}
    if state is State.BLOCKED:
        told["blocked"] = "Dejó dos facturas sin pagar en septiembre"
    told |= _standing(state)
    people: list[Guest] = [
        (inside if came else guest)(1, None if state is State.NEEDS_ANSWER else name, **(told | known)),
        inside(2, "Jon Rey", company="Tolosa Digital", companion_of=HERO),
        guest(3, "Ana Gil", company="Norte Labs", email="ana@norte.example"),
        guest(4, "Ana Gil", company=COMPANY, email="ana.gil.paz@vertice.example"),
        inside(5, "Michał Kamiński", company="Baltic Foods"),
        inside(6, LONGER, company=COMPANY),
        inside(7, "王小明"),
    ]
    seated = {(7, 2): 2, (7, 3): 5, (7, 4): 6, (7, 5): 7}
    if came and state is not State.TABLES_FULL:
        seated[7, 1] = 1
    tables, seats = room([10] * 12, seated)
    return Book(event(), people, (), tables, seats)


def _standing(state: State) -> dict[str, object]:
    standings: dict[State, dict[str, object]] = {
        State.UNPAID: {"standing": Standing.UNPAID, "reason": "pago pendiente"},
        State.NOT_CONFIRMED: {"standing": Standing.NOT_CONFIRMED, "reason": "lista de espera"},
        State.CANCELLED: {"standing": Standing.CANCELLED, "reason": "reembolsado"},
    }
    return standings.get(state, {})


def outcome(state: State) -> Outcome:
    """What came of the hero's scan."""
    text = "WIFI:S:Restaurante;T:WPA;P:paella2026;;" if state is State.NOT_A_TICKET else "BCDFG-HJKLN-PRSTV-XBCDF"
    decision = Decision(
        state,
        text,
        guest_id=None if state in _NOBODY else HERO,
        choices=(FRESH, GuestId(4)) if state is State.AMBIGUOUS else (),
        writes=Writes.ARRIVAL if state in (State.WELCOME, State.WELCOME_NOTE, State.TABLES_FULL) else Writes.LOG,
        other_event="Cena de verano de la Cámara" if state is State.OTHER_EVENT else "",
    )
    made = Outcome(decision, NOW)
    if state in _ARRIVED and state is not State.TABLES_FULL:
        made = replace(made, table=7, arrival=1, arrived_at=EARLIER, station="Puerta A")
    return replace(made, trouble="disk I/O error") if state is State.NOT_SAVED else made

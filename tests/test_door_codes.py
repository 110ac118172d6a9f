"""Whose code it is: shared codes, other platforms' codes, garbled codes, other events, and what is no ticket at all."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest

from checkin.book import Book
from checkin.door import NO_ANSWERS, Answers, Decision, State, Writes, decide, read
from checkin.keyboards import FOREIGN, Layout, undo
from checkin.model import GuestId, Mode, Standing
from checkin.tickets import new_code, pretty
from tests.garbling import caps_locked, typed
from tests.meals import NOW, guest, meal

CODE = "ti_pQ3zYwMaB7"
OTHER = "ti_zzzzzzzzzz"
OURS = new_code(bytes.fromhex("0123456789abcdef0123"))
LUMA = "https://luma.com/check-in/evt-AbZ9qWmYx?pk=g-yQ1mZaW8"
EVENTBRITE = "112119999913371234567001"
PRETIX = "hutjztux2345mqwa8k6y9b3czvfn4r7e"

S, E = State, Mode.ENTRY


def at_door(book: Book, answers: Answers = NO_ANSWERS, mode: Mode = E) -> Decision:
    return decide(CODE, book, mode, NOW, answers=answers)


BETWEEN = {"Ana": 1, "Berta": 2, "Carla": 3}


def _shared(**known: object) -> Book:
    """A code that a buyer's three tickets share."""
    people = [guest(number, name, **known) for name, number in BETWEEN.items()]
    return meal(*people, codes=[(1, CODE), (2, CODE), (3, CODE)], seats=(4,))


def test_a_code_of_several_people_asks_which_one() -> None:
    decision = at_door(_shared())
    assert (decision.state, decision.choices, decision.guest_id) == (S.AMBIGUOUS, (1, 2, 3), None)


@pytest.mark.parametrize("number", [1, 2, 3])
@pytest.mark.parametrize("mode", [E, Mode.VERIFY])
def test_the_picked_one_is_meant(number: int, mode: Mode) -> None:
    decision = at_door(_shared(), Answers(pick=GuestId(number)), mode)
    assert decision.guest_id == number
    assert decision.state is (S.WELCOME if mode is E else S.VERIFIED)


@pytest.mark.parametrize("stranger", [4, 99, -1])
def test_somebody_else_cannot_be_picked(stranger: int) -> None:
    assert at_door(_shared(), Answers(pick=GuestId(stranger))).state is S.AMBIGUOUS


def test_a_pick_answers_no_other_question() -> None:
    assert at_door(_shared(standing=Standing.UNPAID), Answers(pick=GuestId(2))).state is S.UNPAID


def test_a_ticket_in_force_comes_before_a_replaced_one_of_the_same_code() -> None:
    book = meal(guest(1), guest(2), codes=[(1, CODE), (2, CODE)])
    old, new = book.tickets.values()
    laid = Book(
        book.event, book.guests.values(), [replace(old, replaced=True), new], book.tables.values(), book.seats.values()
    )
    decision = at_door(laid)
    assert (decision.state, decision.guest_id) == (S.WELCOME, 2)


def test_of_codes_that_differ_in_case_alone_the_one_to_the_letter_is_meant() -> None:
    book = meal(guest(1), guest(2), codes=[(1, CODE.upper()), (2, CODE)])
    assert at_door(book).guest_id == 2
    assert decide(CODE.lower(), book, E, NOW).choices == (1, 2)


def test_two_tickets_of_one_guest_are_one_guest() -> None:
    assert at_door(meal(guest(1), codes=[(1, CODE), (1, CODE)])).state is S.WELCOME


KINDS = {
    "ours": (OURS, OURS),
    "ours, as printed": (pretty(OURS), OURS),
    "ours, in lower case": (OURS.lower(), OURS),
    "a Luma address": (LUMA, LUMA),
    "a Luma address, its key on the list": (LUMA, "g-yQ1mZaW8"),
    "Eventbrite": (EVENTBRITE, EVENTBRITE),
    "Eventbrite, the attendee on the list": (EVENTBRITE, "13371234567"),
    "pretix": (PRETIX, PRETIX),
    "Tito": (CODE, CODE),
}
GARBLED = [
    pytest.param(kind, laptop, locked, id=f"{kind}, {laptop} keyboard{', caps lock' if locked else ''}")
    for kind, laptop, locked in product(KINDS, (Layout.US, *FOREIGN), (False, True))
]


@pytest.mark.parametrize(("kind", "laptop", "locked"), GARBLED)
def test_a_ticket_is_known_whatever_platform_sold_it_and_whatever_keyboard_typed_it(
    kind: str, laptop: Layout, locked: bool
) -> None:
    printed, listed = KINDS[kind]
    arrives = typed(printed, laptop=laptop)
    assert arrives is not None
    book = meal(guest(1, "Berta"), guest(2, "Ana"), codes=[(2, listed), (1, "ti_AAAAAAAAAA")])
    decision = decide(caps_locked(arrives) if locked else arrives, book, E, NOW)
    assert (decision.state, decision.guest_id) == (S.WELCOME, 2)
    assert decision.how


def test_a_garbled_code_that_fits_two_guests_fits_nobody() -> None:
    arrives = "abc-d&fgh1"
    book = meal(guest(1, "Ana"), guest(2, "Berta"), codes=[(1, _us(arrives, Layout.ES)), (2, _us(arrives, Layout.FR))])
    assert _us(arrives, Layout.ES) != _us(arrives, Layout.FR)
    decision = decide(arrives, book, E, NOW)
    assert decision.guest_id is None
    assert not decision.admits


def test_a_garbled_code_that_fits_one_guest_by_two_readings_is_theirs() -> None:
    arrives = "abc-d&fgh1"
    codes = [(1, _us(arrives, Layout.ES)), (1, _us(arrives, Layout.FR)), (2, "ti_AAAAAAAAAA")]
    decision = decide(arrives, meal(guest(1, "Ana"), guest(2, "Berta"), codes=codes), E, NOW)
    assert (decision.state, decision.guest_id) == (S.WELCOME, 1)


def test_what_was_typed_comes_before_what_a_foreign_keyboard_may_have_meant() -> None:
    arrives = "abc-d&fgh1"
    book = meal(guest(1, "Ana"), guest(2, "Berta"), codes=[(1, _us(arrives, Layout.ES)), (2, arrives)])
    assert decide(arrives, book, E, NOW).guest_id == 2


def _us(arrives: str, laptop: Layout) -> str:
    meant = undo(arrives, scanner=Layout.US, laptop=laptop)
    assert meant is not None
    return meant


def test_the_log_says_which_keyboard_was_undone() -> None:
    arrives = typed(LUMA, laptop=Layout.ES)
    assert arrives is not None
    book = meal(guest(1), codes=[(1, LUMA)])
    assert read(LUMA, book).how == "whole"
    assert read(arrives, book).how == "whole us-es"


@pytest.mark.parametrize("mode", list(Mode))
@pytest.mark.parametrize("scanned", [OTHER, OTHER.upper(), f"]Q1{OTHER}\r"])
def test_a_ticket_of_another_event_says_which(mode: Mode, scanned: str) -> None:
    book = meal(guest(1), codes=[(1, CODE)])
    decision = decide(scanned, book, mode, NOW, other_events={OTHER.casefold(): "Cena de abril"})
    assert (decision.state, decision.other_event, decision.writes) == (S.OTHER_EVENT, "Cena de abril", Writes.LOG)


def test_a_ticket_that_is_also_of_this_event_is_welcome() -> None:
    decision = decide(CODE, meal(guest(1), codes=[(1, CODE)]), E, NOW, other_events={CODE.casefold(): "Cena de abril"})
    assert decision.state is S.WELCOME


@pytest.mark.parametrize(
    ("scanned", "expected"),
    [
        (OTHER, S.NOT_ON_LIST),
        (OURS, S.NOT_ON_LIST),
        (OURS[:-1] + ("B" if OURS[-1] != "B" else "C"), S.NOT_ON_LIST),
        ("https://luma.com/check-in/evt-AbZ9qWmYx?pk=g-otherone1", S.NOT_ON_LIST),
        ("WIFI:T:WPA;S:Sala;P:bienvenidos;;", S.NOT_A_TICKET),
        ("https://restaurante.example.es/carta", S.NOT_A_TICKET),
        ("BEGIN:VCARD\nFN:Ana Gil\nEND:VCARD", S.NOT_A_TICKET),
        ("mailto:ana@example.org", S.NOT_A_TICKET),
        ("tel:+34600000000", S.NOT_A_TICKET),
        ("8410076472946", S.NOT_A_TICKET),
        ("ab", S.NOT_A_TICKET),
        ("", S.NOT_A_TICKET),
        ("   \r\n", S.NOT_A_TICKET),
        ("hola buenas tardes", S.NOT_A_TICKET),
    ],
)
@pytest.mark.parametrize("mode", list(Mode))
def test_what_nobody_answers_to_is_a_strange_ticket_or_none(scanned: str, expected: State, mode: Mode) -> None:
    book = meal(guest(1), guest(2), codes=[(1, CODE), (2, LUMA)])
    decision = decide(scanned, book, mode, NOW)
    assert (decision.state, decision.writes, decision.guest_id) == (expected, Writes.LOG, None)

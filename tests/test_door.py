"""The door, case by case: whose code it is, what speaks against them, who may overrule it, and what is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from checkin.book import Book
from checkin.door import (
    COLOURS,
    NEEDS_PIN,
    NEEDS_YES,
    NO_ANSWERS,
    Answers,
    Colour,
    Decision,
    State,
    Writes,
    decide,
    decide_guest,
    has_note,
)
from checkin.model import Guest, GuestId, Mode, Standing
from checkin.tickets import new_code
from tests.meals import EARLIER, NOW, guest, inside, meal

CODE = "ti_pQ3zYwMaB7"
OTHER = "ti_zzzzzzzzzz"
OURS = new_code(bytes.fromhex("0123456789abcdef0123"))
LUMA = "https://luma.com/check-in/evt-AbZ9qWmYx?pk=g-yQ1mZaW8"
EVENTBRITE = "112119999913371234567001"
PRETIX = "hutjztux2345mqwa8k6y9b3czvfn4r7e"
HOUR = timedelta(hours=1)
LEFT = {"left_at": EARLIER + timedelta(minutes=5)}

S, E = State, Mode.ENTRY


def yes(*states: State) -> Answers:
    return Answers(overrule=frozenset(states))


PIN = Answers(pin=True)
NAMED = Answers(name="  Jon   Rey ")


# --- what speaks against a guest ---

OBJECTIONS: Mapping[State, Callable[[], Book]] = {
    S.BLOCKED: lambda: meal(guest(1, blocked="asked to stay away"), codes=[(1, CODE)]),
    S.REPLACED_CODE: lambda: meal(guest(1), codes=[(1, CODE), (1, OTHER)], replaced=[CODE]),
    S.ALREADY_IN: lambda: meal(inside(1), codes=[(1, CODE)]),
    S.CANCELLED: lambda: meal(guest(1, standing=Standing.CANCELLED), codes=[(1, CODE)]),
    S.NOT_CONFIRMED: lambda: meal(guest(1, standing=Standing.NOT_CONFIRMED), codes=[(1, CODE)]),
    S.UNPAID: lambda: meal(guest(1, standing=Standing.UNPAID), codes=[(1, CODE)]),
    S.TOO_EARLY: lambda: meal(guest(1), codes=[(1, CODE)], opens=NOW + HOUR),
    S.TOO_LATE: lambda: meal(guest(1), codes=[(1, CODE)], closes=NOW - HOUR),
    S.NEEDS_ANSWER: lambda: meal(guest(1, None), codes=[(1, CODE)]),
}

ENTRY = {
    # objection:          nothing said,      a yes to it,        a yes to others,   a PIN,             a name
    S.BLOCKED:          (S.BLOCKED,        S.BLOCKED,          S.BLOCKED,         S.WELCOME,         S.BLOCKED),
    S.REPLACED_CODE:    (S.REPLACED_CODE,  S.WELCOME,          S.REPLACED_CODE,   S.WELCOME,         S.REPLACED_CODE),
    S.ALREADY_IN:       (S.ALREADY_IN,     S.WELCOME_BACK,     S.ALREADY_IN,      S.WELCOME_BACK,    S.ALREADY_IN),
    S.CANCELLED:        (S.CANCELLED,      S.CANCELLED,        S.CANCELLED,       S.WELCOME,         S.CANCELLED),
    S.NOT_CONFIRMED:    (S.NOT_CONFIRMED,  S.WELCOME,          S.NOT_CONFIRMED,   S.WELCOME,         S.NOT_CONFIRMED),
    S.UNPAID:           (S.UNPAID,         S.WELCOME,          S.UNPAID,          S.WELCOME,         S.UNPAID),
    S.TOO_EARLY:        (S.TOO_EARLY,      S.WELCOME,          S.TOO_EARLY,       S.WELCOME,         S.TOO_EARLY),
    S.TOO_LATE:         (S.TOO_LATE,       S.WELCOME,          S.TOO_LATE,        S.WELCOME,         S.TOO_LATE),
    S.NEEDS_ANSWER:     (S.NEEDS_ANSWER,   S.NEEDS_ANSWER,     S.NEEDS_ANSWER,    S.NEEDS_ANSWER,    S.WELCOME),
}  # fmt: skip
"""What entry says, by objection and by what was answered."""

VERIFY = {objection: S.VERIFIED if objection in {S.ALREADY_IN, S.NEEDS_ANSWER} else objection for objection in ENTRY}
"""What a look at the ticket says: who is inside already, or has no name yet, is as good as anybody."""


def _said(objection: State) -> list[tuple[str, Answers]]:
    others = frozenset(ENTRY) - {objection}
    return [
        ("nothing said", NO_ANSWERS),
        ("a yes to it", yes(objection)),
        ("a yes to others", Answers(overrule=others)),
        ("a PIN", PIN),
        ("a name", NAMED),
    ]


BY_ANSWER = [
    pytest.param(objection, answers, expected, id=f"{objection}, {what}")
    for objection, row in ENTRY.items()
    for (what, answers), expected in zip(_said(objection), row, strict=True)
]


def at_door(book: Book, answers: Answers = NO_ANSWERS, mode: Mode = E, now: datetime = NOW) -> Decision:
    return decide(CODE, book, mode, now, answers=answers)


@pytest.mark.parametrize(("objection", "answers", "expected"), BY_ANSWER)
def test_an_objection_stands_until_its_own_answer_is_given(objection: State, answers: Answers, expected: State) -> None:
    decision = at_door(OBJECTIONS[objection](), answers)
    assert decision.state is expected
    assert decision.admits is (expected in {S.WELCOME, S.WELCOME_BACK})
    named = expected is not objection and objection is not S.NEEDS_ANSWER
    assert decision.overruled == ((objection,) if named else ())


@pytest.mark.parametrize("objection", ENTRY)
@pytest.mark.parametrize("answers", [NO_ANSWERS, NAMED], ids=["nothing said", "a name"])
def test_a_look_at_the_ticket_says_the_same_and_writes_only_the_log(objection: State, answers: Answers) -> None:
    decision = at_door(OBJECTIONS[objection](), answers, Mode.VERIFY)
    assert (decision.state, decision.writes) == (VERIFY[objection], Writes.LOG)


@pytest.mark.parametrize("objection", ENTRY)
def test_nobody_who_is_inside_is_kept_from_leaving_and_nobody_else_leaves(objection: State) -> None:
    decision = at_door(OBJECTIONS[objection](), mode=Mode.EXIT)
    leaves = objection is S.ALREADY_IN
    assert decision.state is (S.LEFT if leaves else S.VERIFIED)
    assert decision.writes is (Writes.EXIT if leaves else Writes.LOG)


WEIGHTIEST_FIRST = (
    S.BLOCKED, S.REPLACED_CODE, S.ALREADY_IN, S.CANCELLED, S.NOT_CONFIRMED, S.UNPAID, S.TOO_EARLY, S.TOO_LATE,
    S.NEEDS_ANSWER,
)  # fmt: skip
STANDINGS = {S.CANCELLED: Standing.CANCELLED, S.NOT_CONFIRMED: Standing.NOT_CONFIRMED, S.UNPAID: Standing.UNPAID}
FORGOTTEN_INSIDE = {*STANDINGS, S.TOO_EARLY, S.TOO_LATE, S.NEEDS_ANSWER}
"""What nobody asks of a guest who has come in already."""


def _together(one: State, other: State) -> bool:
    """Whether both can be said of one guest at once."""
    pair = {one, other}
    return not (
        len(pair & STANDINGS.keys()) == 2
        or pair == {S.TOO_EARLY, S.TOO_LATE}
        or (S.ALREADY_IN in pair and pair & FORGOTTEN_INSIDE)
    )


def _both(*objections: State) -> Book:
    known: dict[str, object] = {}
    if S.BLOCKED in objections:
        known["blocked"] = "asked to stay away"
    if S.ALREADY_IN in objections:
        known |= {"arrival": 1, "arrived_at": EARLIER}
    known["standing"] = next((STANDINGS[one] for one in objections if one in STANDINGS), Standing.COMING)
    return meal(
        guest(1, None if S.NEEDS_ANSWER in objections else "Ana Gil", **known),
        codes=[(1, CODE), (1, OTHER)],
        replaced=[CODE] if S.REPLACED_CODE in objections else [],
        opens=NOW + HOUR if S.TOO_EARLY in objections else None,
        closes=NOW - HOUR if S.TOO_LATE in objections else None,
    )


PAIRS = [
    (one, other)
    for at, one in enumerate(WEIGHTIEST_FIRST)
    for other in WEIGHTIEST_FIRST[at + 1 :]
    if _together(one, other)
]


@pytest.mark.parametrize(("weightier", "lighter"), PAIRS)
def test_of_two_objections_the_weightier_is_said_first(weightier: State, lighter: State) -> None:
    assert at_door(_both(weightier, lighter)).state is weightier


@pytest.mark.parametrize(("weightier", "lighter"), PAIRS)
def test_a_yes_to_one_objection_is_no_yes_to_the_next(weightier: State, lighter: State) -> None:
    answers = PIN if weightier in NEEDS_PIN else yes(weightier)
    decision = at_door(_both(weightier, lighter), answers)
    if answers is PIN and lighter is not S.NEEDS_ANSWER:
        assert decision.overruled == (weightier, lighter)
        assert decision.admits
    else:
        assert (decision.state, decision.overruled, decision.admits) == (lighter, (weightier,), False)


@pytest.mark.parametrize("forgotten", sorted(FORGOTTEN_INSIDE))
def test_who_left_comes_back_whatever_was_asked_the_first_time(forgotten: State) -> None:
    book = _both(forgotten, S.ALREADY_IN)
    away = replace(book.guests[GuestId(1)], left_at=NOW - timedelta(minutes=1))
    decision = decide_guest(away, book, E, NOW)
    assert (decision.state, decision.writes) == (S.WELCOME_BACK, Writes.RETURN)


def test_a_blocked_guest_who_left_does_not_come_back() -> None:
    decision = at_door(meal(inside(1, blocked="a quarrel", **LEFT), codes=[(1, CODE)]))
    assert (decision.state, decision.admits) == (S.BLOCKED, False)


# --- the clock ---


@pytest.mark.parametrize(
    ("opens", "closes", "expected"),
    [
        (None, None, S.WELCOME),
        (NOW, None, S.WELCOME),
        (NOW + timedelta(milliseconds=1), None, S.TOO_EARLY),
        (None, NOW, S.TOO_LATE),
        (None, NOW + timedelta(milliseconds=1), S.WELCOME),
        (NOW - HOUR, NOW + HOUR, S.WELCOME),
        (NOW + HOUR, NOW + 2 * HOUR, S.TOO_EARLY),
        (NOW - 2 * HOUR, NOW - HOUR, S.TOO_LATE),
    ],
)
def test_the_door_admits_from_its_opening_until_just_before_its_closing(
    opens: datetime | None, closes: datetime | None, expected: State
) -> None:
    book = meal(guest(1), codes=[(1, CODE)], opens=opens, closes=closes)
    assert at_door(book).state is expected


@pytest.mark.parametrize("at", [NOW - 9 * HOUR, NOW, NOW + 9 * HOUR])
def test_leaving_knows_no_hours(at: datetime) -> None:
    book = meal(inside(1), codes=[(1, CODE)], opens=NOW - HOUR, closes=NOW + HOUR)
    assert at_door(book, mode=Mode.EXIT, now=at).state is S.LEFT


# --- what a welcome says ---


@pytest.mark.parametrize(
    ("known", "noted"),
    [
        ({}, False),
        ({"vip": True}, True),
        ({"note": "sits with the mayor"}, True),
        ({"diet": "Alergia a los frutos secos"}, True),
        ({"diet": "ALLERGIC to nuts"}, True),
        ({"diet": "alérgica al látex"}, True),
        ({"diet": "Al·lèrgia al gluten"}, True),
        ({"diet": "al\u2027lèrgic als ous"}, True),
        ({"diet": "alerxia ao marisco"}, True),
        ({"diet": "ALE\u0301RGICO"}, True),
        ({"diet": "sin gluten, celíaca"}, False),
        ({"diet": "vegetarian"}, False),
        ({"step_free": True}, False),
    ],
)
def test_a_note_for_the_staff_shows_on_the_card(known: dict[str, object], noted: bool) -> None:
    who = guest(1, **known)
    assert has_note(who) is noted
    decision = at_door(meal(who, codes=[(1, CODE)]))
    assert decision.state is (S.WELCOME_NOTE if noted else S.WELCOME)
    assert decision.writes is Writes.ARRIVAL


@pytest.mark.parametrize("known", [{}, {"vip": True}])
def test_with_every_seat_taken_a_guest_comes_in_without_a_table(known: dict[str, object]) -> None:
    people = [guest(1, **known), inside(2), inside(3)]
    book = meal(*people, codes=[(1, CODE)], seats=(1, 1), seated={(1, 1): 2, (2, 1): 3})
    decision = at_door(book)
    assert (decision.state, decision.writes) == (S.TABLES_FULL, Writes.ARRIVAL)


@pytest.mark.parametrize(("open_", "reserved"), [(False, False), (True, True)])
def test_a_table_that_is_closed_or_reserved_has_no_seat_to_draw(open_: bool, reserved: bool) -> None:
    book = meal(guest(1), codes=[(1, CODE)], seats=(2,))
    shut = [replace(table, open=open_, reserved=reserved) for table in book.room()]
    laid = Book(book.event, book.guests.values(), book.tickets.values(), shut, book.seats.values())
    assert at_door(laid).state is S.TABLES_FULL


def test_a_room_without_tables_is_full() -> None:
    assert at_door(meal(guest(1), codes=[(1, CODE)], seats=())).state is S.TABLES_FULL


@pytest.mark.parametrize("mode", list(Mode))
@pytest.mark.parametrize("who", [guest(1), inside(1), inside(1, **LEFT), guest(1, None)])
def test_the_same_code_read_twice_changes_nothing(mode: Mode, who: Guest) -> None:
    decision = decide(CODE, meal(who, codes=[(1, CODE)]), mode, NOW, repeat=True)
    assert (decision.state, decision.writes, decision.guest_id) == (S.SAME_SCAN, Writes.LOG, 1)


@pytest.mark.parametrize(("mode", "expected"), [(E, S.WELCOME), (Mode.EXIT, S.VERIFIED), (Mode.VERIFY, S.VERIFIED)])
def test_a_person_picked_from_the_list_is_asked_the_same(mode: Mode, expected: State) -> None:
    book = meal(guest(1))
    decision = decide_guest(book.guests[GuestId(1)], book, mode, NOW)
    assert (decision.state, decision.text, decision.how) == (expected, "", "")


@pytest.mark.parametrize("blank", ["", "   ", "\t\n"])
def test_a_blank_is_no_name(blank: str) -> None:
    assert at_door(OBJECTIONS[S.NEEDS_ANSWER](), Answers(name=blank)).state is S.NEEDS_ANSWER


def test_every_state_has_its_colour_and_amber_asks_while_red_does_not_admit_by_itself() -> None:
    assert COLOURS.keys() == set(State)
    assert {state for state in State if COLOURS[state] is Colour.GREEN} == {S.WELCOME, S.WELCOME_NOTE, S.WELCOME_BACK}
    assert all(COLOURS[state] is Colour.RED for state in NEEDS_PIN)
    assert not NEEDS_PIN & NEEDS_YES

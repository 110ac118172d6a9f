"""The door whatever comes: it always answers, admits nobody past an objection, and writes only what its mode may."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from checkin.book import Book
from checkin.door import NEEDS_PIN, NEEDS_YES, Answers, State, Writes, decide
from checkin.model import GuestId, Mode, Standing
from checkin.rows import to_row
from tests.meals import NOW, guest, inside, meal

CODE = "ti_pQ3zYwMaB7"
OTHER = "ti_zzzzzzzzzz"
LUMA = "https://luma.com/check-in/evt-AbZ9qWmYx?pk=g-yQ1mZaW8"
EVENTBRITE = "112119999913371234567001"
HOUR = timedelta(hours=1)

S, E = State, Mode.ENTRY


TEXTS = st.sampled_from([CODE, OTHER, CODE.upper(), LUMA, "WIFI:S:x;;", "13371234567", EVENTBRITE, ""]) | st.text(
    max_size=40
)
MOMENTS = st.sampled_from([NOW - 3 * HOUR, NOW - HOUR, NOW, NOW + HOUR, NOW + 3 * HOUR])
HOURS = st.none() | MOMENTS
ANSWERS = st.builds(
    Answers,
    pick=st.none() | st.integers(1, 5).map(GuestId),
    name=st.sampled_from(["", " ", "Jon Rey"]),
    overrule=st.frozensets(st.sampled_from(State), max_size=4),
    pin=st.booleans(),
)


@st.composite
def people(draw: st.DrawFn) -> Book:
    """Up to four guests in every state of life, who may share a code."""
    guests, codes, seated = [], [], {}
    for number in range(1, draw(st.integers(1, 4)) + 1):
        life = draw(st.sampled_from(["expected", "inside", "left"]))
        known = {
            "blocked": draw(st.sampled_from(["", "a reason"])),
            "standing": draw(st.sampled_from(Standing)),
            "vip": draw(st.booleans()),
        }
        name = draw(st.sampled_from(["Ana Gil", None]))
        who = guest(number, name, **known) if life == "expected" else inside(number, name, **known)
        guests.append(replace(who, left_at=NOW - HOUR) if life == "left" else who)
        codes.append((number, draw(st.sampled_from([CODE, OTHER, LUMA, "13371234567", f"ti_{number:010}"]))))
        if life == "inside":
            seated[number, 1] = number
    replaced = draw(st.lists(st.sampled_from([CODE, OTHER]), max_size=2))
    seats = draw(st.sampled_from([(1, 1, 1, 1), (2, 1, 1, 1)]))
    return meal(
        *guests, codes=codes, replaced=replaced, seats=seats, seated=seated, opens=draw(HOURS), closes=draw(HOURS)
    )


def _rows(book: Book) -> list[object]:
    return [to_row(kept) for kept in book.everything()]


@given(people(), TEXTS, st.sampled_from(Mode), MOMENTS, ANSWERS, st.booleans())
def test_whatever_is_scanned_has_an_answer_that_follows_from_what_is_known_alone(
    book: Book, text: str, mode: Mode, now: datetime, answers: Answers, repeat: bool
) -> None:
    before = _rows(book)
    decision = decide(text, book, mode, now, answers=answers, repeat=repeat, other_events={"elsewhere": "x"})
    assert decide(text, book, mode, now, answers=answers, repeat=repeat, other_events={"elsewhere": "x"}) == decision
    assert _rows(book) == before
    assert decision.state is not S.NOT_SAVED
    assert (decision.guest_id is not None) == (
        decision.state not in {S.AMBIGUOUS, S.OTHER_EVENT, S.NOT_ON_LIST, S.NOT_A_TICKET}
    )
    assert len(decision.choices) != 1


@given(people(), TEXTS, MOMENTS, ANSWERS)
def test_nobody_comes_in_past_an_objection_that_was_not_answered(
    book: Book, text: str, now: datetime, answers: Answers
) -> None:
    decision = decide(text, book, E, now, answers=answers)
    assert set(decision.overruled) <= (answers.overrule & NEEDS_YES) | (NEEDS_YES | NEEDS_PIN if answers.pin else set())
    if not decision.admits:
        return
    assert decision.guest_id is not None
    who = book.guests[decision.guest_id]
    assert not who.blocked or (answers.pin and S.BLOCKED in decision.overruled)
    if who.arrived:
        assert decision.writes is Writes.RETURN
        assert who.left_at is not None or S.ALREADY_IN in decision.overruled
        return
    assert decision.writes is Writes.ARRIVAL
    assert who.name is not None or answers.name.strip()
    assert who.standing is Standing.COMING or S(str(who.standing)) in decision.overruled
    early = book.event.opens is not None and now < book.event.opens
    assert not early or S.TOO_EARLY in decision.overruled
    late = book.event.closes is not None and now >= book.event.closes
    assert not late or S.TOO_LATE in decision.overruled


@given(people(), TEXTS, MOMENTS, ANSWERS)
def test_a_look_writes_nothing_but_the_log_and_an_exit_nothing_but_the_exit(
    book: Book, text: str, now: datetime, answers: Answers
) -> None:
    assert decide(text, book, Mode.VERIFY, now, answers=answers).writes is Writes.LOG
    leaving = decide(text, book, Mode.EXIT, now, answers=answers)
    assert leaving.writes in (Writes.LOG, Writes.EXIT)
    if leaving.writes is Writes.EXIT:
        assert leaving.guest_id is not None
        assert book.guests[leaving.guest_id].left_at is None


@given(people(), TEXTS, MOMENTS, MOMENTS, ANSWERS)
def test_leaving_does_not_depend_on_the_hour(
    book: Book, text: str, one: datetime, other: datetime, answers: Answers
) -> None:
    decisions = [decide(text, book, Mode.EXIT, now, answers=answers) for now in (one, other)]
    assert decisions[0] == decisions[1]

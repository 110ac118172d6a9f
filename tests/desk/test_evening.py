"""An evening at one desk: the list, the door, the room, and the list again."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from checkin.desk import Desk
from checkin.desk.outcomes import Outcome, TablePlan
from checkin.door import Answers, State
from checkin.errors import AlreadyThere, NoSuchEvent, NoSuchGuest, NoSuchTable, NotArrived, TableFull, WrongCall
from checkin.model import Companion, Guest, GuestId, Mode, Standing
from checkin.tickets import is_ours
from tests.evenings import Clock, arrive, code, ids, kept, lay, opened, pages, row, take_in


def scan(desk: Desk, number: int, mode: Mode = Mode.ENTRY, answers: Answers | None = None) -> Outcome:
    return desk.scan(code(number), mode, answers or Answers())


def who(desk: Desk, number: int) -> Guest:
    book = opened(desk)
    return book.guests[ids(book, number)[0]]


def same_in_the_database(desk: Desk) -> bool:
    book = opened(desk)
    return pages(book) == kept(desk.address, book.event.id)


# --- events ---


@pytest.mark.parametrize("name", ["", "  \n"])
def test_an_event_has_a_name(desk: Desk, name: str) -> None:
    with pytest.raises(WrongCall):
        desk.create_event(name, TablePlan.parse("2x3"))
    assert desk.events() == []


def test_an_event_has_the_room_that_was_asked_for(desk: Desk) -> None:
    change = desk.create_event("Comida", TablePlan.parse("2x3,1x5"), "2026-11-21")
    book = opened(desk)
    assert [(table.number, len(book.seats_at(table.id))) for table in book.room()] == [(1, 3), (2, 3), (3, 5)]
    assert (book.event.name, book.event.day, len(book.event.seed)) == ("Comida", "2026-11-21", 64)
    assert change.event_id == book.event.id
    assert same_in_the_database(desk)


def test_events_are_listed_newest_first_and_opened_by_name_or_id(desk: Desk) -> None:
    first = lay(desk, 2, name="Abril").event.id
    second = lay(desk, 3, name="Mayo").event.id
    arrive(desk, [1])
    assert [(one.event.name, one.guests, one.arrived) for one in desk.events()] == [("Mayo", 3, 1), ("Abril", 2, 0)]
    assert desk.use(name="Abril").event.id == first
    assert desk.use().event.id == second
    assert desk.use(first).event.name == "Abril"
    with pytest.raises(NoSuchEvent):
        desk.use(name="Junio")
    assert opened(desk).event.id == first


def test_without_an_event_nothing_can_be_done_and_says_so(desk: Desk) -> None:
    for act in (lambda: desk.scan("x"), lambda: desk.find("x"), lambda: desk.walk_in("Ana"), desk.use):
        with pytest.raises(NoSuchEvent):
            act()


def test_a_ticket_of_another_event_says_which(desk: Desk) -> None:
    lay(desk, 2, name="Abril")
    lay(desk, 0, name="Mayo")
    outcome = scan(desk, 1)
    assert (outcome.decision.state, outcome.decision.other_event) == (State.OTHER_EVENT, "Abril")


# --- the door ---


def test_a_guest_comes_in_once_with_a_table(desk: Desk) -> None:
    lay(desk, 12)
    first = scan(desk, 1)
    assert (first.decision.state, first.arrival, first.station) == (State.WELCOME, 1, "north")
    assert first.table == opened(desk).tables[first.draw.table].number  # type: ignore[union-attr, index]
    again = scan(desk, 1)
    assert (again.decision.state, again.table, again.arrival) == (State.ALREADY_IN, first.table, 1)
    assert (again.arrived_at, again.station, again.draw) == (first.arrived_at, "north", None)
    assert opened(desk).arrived == 1
    assert same_in_the_database(desk)


def test_arrivals_are_numbered_in_order_and_fill_the_room_evenly(desk: Desk) -> None:
    book = lay(desk, 12)
    assert [scan(desk, number).arrival for number in (5, 3, 12, 1, 7, 9)] == [1, 2, 3, 4, 5, 6]
    assert book.arrived == book.inside == 6
    arrive(desk, [2, 4, 6, 8, 10, 11])
    assert [len(book.people_at(table.id)) for table in book.room()] == [4, 4, 4]
    assert [guest.arrival for guest in book.last_arrivals(3)] == [12, 11, 10]


def test_with_the_room_full_people_still_come_in_and_wait_for_a_seat(desk: Desk) -> None:
    book = lay(desk, 4, "1x2")
    arrive(desk, [1, 2])
    late = scan(desk, 3)
    assert (late.decision.state, late.table, late.draw) == (State.TABLES_FULL, None, None)
    assert [guest.id for guest in book.to_seat()] == ids(book, 3)
    walk_in = desk.walk_in("Eva")
    assert (walk_in.decision.state, walk_in.table) == (State.TABLES_FULL, None)
    assert same_in_the_database(desk)


def test_who_goes_out_keeps_the_table_and_is_welcome_back(desk: Desk) -> None:
    book = lay(desk, 6)
    came = scan(desk, 2)
    assert scan(desk, 2, Mode.EXIT).decision.state is State.LEFT
    assert (book.arrived, book.inside) == (1, 0)
    assert scan(desk, 2, Mode.EXIT).decision.state is State.VERIFIED
    back = scan(desk, 2)
    assert (back.decision.state, back.table, back.arrival) == (State.WELCOME_BACK, came.table, 1)
    assert (book.arrived, book.inside) == (1, 1)


def test_a_look_changes_no_row_and_leaves_a_line_in_the_log(desk: Desk) -> None:
    book = lay(desk, 3)
    before = pages(book)
    outcome = scan(desk, 1, Mode.VERIFY)
    assert outcome.decision.state is State.VERIFIED
    assert outcome.change is not None
    assert (outcome.change.edits, outcome.change.facts["state"]) == ((), "verified")
    assert pages(book) == before


def test_a_name_given_at_the_door_stays(desk: Desk) -> None:
    lay(desk, 0)
    take_in(desk, [row(1, name=None)])
    assert scan(desk, 1).decision.state is State.NEEDS_ANSWER
    assert scan(desk, 1, answers=Answers(name="  Jon   Rey ")).decision.state is State.WELCOME
    assert who(desk, 1).name == "Jon Rey"
    take_in(desk, [row(1, name=None, company="Norte")])
    assert (who(desk, 1).name, who(desk, 1).company) == ("Jon Rey", "Norte")
    desk.take_back(who(desk, 1).id)
    assert scan(desk, 1).decision.state is State.WELCOME


def test_what_was_overruled_is_written_down(desk: Desk) -> None:
    lay(desk, 0)
    take_in(desk, [row(1, standing=Standing.UNPAID), row(2, standing=Standing.CANCELLED)])
    yes = scan(desk, 1, answers=Answers(overrule=frozenset({State.UNPAID})))
    pin = scan(desk, 2, answers=Answers(pin=True))
    assert [outcome.change.facts["overruled"] for outcome in (yes, pin) if outcome.change] == [
        ["unpaid"],
        ["cancelled"],
    ]


def test_a_walk_in_gets_a_ticket_a_seat_and_a_place_in_the_order(desk: Desk) -> None:
    book = lay(desk, 3)
    arrive(desk, [1])
    outcome = desk.walk_in("  Eva \t Nogués ", " Marea ")
    guest = book.guests[outcome.decision.guest_id or GuestId(0)]
    assert (guest.name, guest.company, guest.arrival, guest.station) == ("Eva Nogués", "Marea", 2, "north")
    assert outcome.decision.state is State.WELCOME
    assert outcome.table is not None
    assert is_ours(book.our_code(guest.id))
    assert desk.scan(book.our_code(guest.id)).decision.state is State.ALREADY_IN
    assert same_in_the_database(desk)


@pytest.mark.parametrize(
    "name", ["Eva\x00 Ros", "Eva\ud800 Ros", "\u200bEva Ros\x07", "Eva\nRos", "=1+1", "<b>Eva</b>"]
)
def test_a_strange_name_does_not_stop_the_door(desk: Desk, name: str) -> None:
    book = lay(desk, 1)
    outcome = desk.walk_in(name)
    guest = book.guests[outcome.decision.guest_id or GuestId(0)]
    assert guest.name
    assert not any(sign in guest.name for sign in "\x00\ud800\x07\n")
    assert same_in_the_database(desk)


@pytest.mark.parametrize("name", ["", "   ", "\x00"])
def test_a_walk_in_without_a_name_is_a_guest_without_a_name(desk: Desk, name: str) -> None:
    book = lay(desk, 1)
    outcome = desk.walk_in(name)
    assert book.guests[outcome.decision.guest_id or GuestId(0)].name is None


def test_a_person_picked_from_the_list_comes_in_as_by_ticket(desk: Desk) -> None:
    book = lay(desk, 3)
    (guest_id,) = ids(book, 2)
    assert desk.find("jordi")
    assert desk.admit(guest_id).decision.state is State.WELCOME
    assert desk.admit(guest_id).decision.state is State.ALREADY_IN
    with pytest.raises(NoSuchGuest):
        desk.admit(GuestId(999))


def test_a_scan_of_anything_is_answered_and_logged(desk: Desk) -> None:
    lay(desk, 3)
    seq = desk._store.head()[0]
    for text in ("WIFI:S:x;;", "", "\x00\ud800", "ti_9999999999x", "x" * 5000, "🍷" * 300):
        assert desk.scan(text).decision.state in (State.NOT_A_TICKET, State.NOT_ON_LIST)
    assert desk._store.head()[0] == seq + 6
    assert desk.verify().sound


def test_outside_the_hours_of_the_event_the_door_asks(desk: Desk) -> None:
    book = lay(desk, 3)
    clock = desk._ledger.clock
    assert isinstance(clock, Clock)
    book.event = replace(book.event, opens=clock.now + timedelta(hours=1))
    assert scan(desk, 1).decision.state is State.TOO_EARLY
    book.event = replace(book.event, opens=None, closes=clock.now)
    assert scan(desk, 1).decision.state is State.TOO_LATE


# --- taken back ---


def test_an_arrival_taken_back_and_scanned_again_gives_the_same_table(desk: Desk) -> None:
    book = lay(desk, 12)
    for number in range(1, 13):
        first = scan(desk, number)
        desk.take_back(ids(book, number)[0])
        assert (who(desk, number).arrived, book.seat_of(ids(book, number)[0])) == (False, None)
        again = scan(desk, number)
        assert (again.table, again.arrival, again.draw) == (first.table, first.arrival, first.draw)
    assert desk.verify().sound


def test_only_an_arrival_can_be_taken_back(desk: Desk) -> None:
    book = lay(desk, 3)
    with pytest.raises(NotArrived):
        desk.take_back(ids(book, 1)[0])
    with pytest.raises(NoSuchGuest):
        desk.take_back(GuestId(999))


# --- the room ---


def test_people_move_together_or_not_at_all(desk: Desk) -> None:
    book = lay(desk, 8, "2x4")
    people = arrive(desk, range(1, 8))
    crowded = next(table for table in book.room() if book.free_seat(table.id) is None)
    airy = next(table for table in book.room() if table.id != crowded.id)
    before = pages(book)
    with pytest.raises(TableFull) as full:
        desk.move([guest.id for guest in book.people_at(crowded.id)], airy.id)
    assert (full.value.number, full.value.capacity) == (airy.number, 4)
    assert pages(book) == before
    mover = book.people_at(crowded.id)[0].id
    desk.move([mover], airy.id)
    assert book.table_of(mover) == airy
    assert len(people) == 7
    assert same_in_the_database(desk)


def test_nobody_moves_to_where_they_are_or_before_they_came(desk: Desk) -> None:
    book = lay(desk, 3)
    (came,) = arrive(desk, [1])
    table = book.table_of(came)
    assert table is not None
    with pytest.raises(AlreadyThere):
        desk.move([came], table.id)
    with pytest.raises(NotArrived):
        desk.move(ids(book, 2), table.id)
    with pytest.raises(NoSuchTable):
        desk.table(99)


def test_two_people_swap_and_somebody_standing_takes_a_seat(desk: Desk) -> None:
    book = lay(desk, 4, "1x1,1x1")
    one, other, standing = arrive(desk, [1, 2, 3])
    here, there = book.seat_of(one), book.seat_of(other)
    desk.swap(one, other)
    assert (book.seat_of(one).id, book.seat_of(other).id) == (there.id, here.id)  # type: ignore[union-attr]
    desk.swap(standing, one)
    assert book.seat_of(one) is None
    assert book.seat_of(standing).id == there.id  # type: ignore[union-attr]
    assert same_in_the_database(desk)


def test_people_sent_to_the_list_without_a_table_can_be_seated_again(desk: Desk) -> None:
    book = lay(desk, 6)
    people = arrive(desk, [1, 2, 3])
    desk.unseat(people[:2])
    assert [guest.id for guest in book.to_seat()] == people[:2]
    desk.move(people[:2], book.room()[0].id)
    assert book.to_seat() == []
    assert same_in_the_database(desk)


# --- the list again ---


def test_the_same_list_again_changes_nothing(desk: Desk) -> None:
    lay(desk, 5)
    arrive(desk, [1, 2])
    before = pages(opened(desk))
    again = take_in(desk, [row(number) for number in range(1, 6)])
    assert (again.added, again.updated, again.unchanged, again.change.edits) == (0, 0, 5, ())
    assert pages(opened(desk)) == before


def test_a_newer_list_updates_people_and_keeps_arrivals_tables_and_tickets(desk: Desk) -> None:
    book = lay(desk, 5)
    (came,) = arrive(desk, [1])
    seat, ours = book.seat_of(came), book.our_code(came)
    newer = take_in(desk, [row(1, company="Norte", standing=Standing.CANCELLED, reason="refund"), row(2), row(6)])
    assert (newer.added, newer.updated, newer.unchanged) == (1, 0, 1)
    assert newer.not_expected == ((2, "refund"),)
    guest = who(desk, 1)
    assert (guest.company, guest.standing, guest.arrival) == ("Norte", Standing.CANCELLED, 1)
    assert (book.seat_of(came), book.our_code(came)) == (seat, ours)
    assert scan(desk, 1).decision.state is State.ALREADY_IN
    assert same_in_the_database(desk)


def test_a_ticket_that_was_issued_again_replaces_the_old_one(desk: Desk) -> None:
    lay(desk, 2)
    take_in(desk, [row(1, codes=("ti_new0000000x",))])
    assert scan(desk, 1).decision.state is State.REPLACED_CODE
    assert desk.scan("ti_new0000000x").decision.state is State.WELCOME


def test_companions_come_with_their_host_once(desk: Desk) -> None:
    book = lay(desk, 0)
    party = row(1, companions=(Companion("Jon Rey"), Companion()))
    assert take_in(desk, [party]).companions == 2
    (host,) = ids(book, 1)
    assert [guest.name for guest in book.companions_of(host)] == ["Jon Rey", None]
    assert take_in(desk, [party]).change.edits == ()
    unnamed = book.companions_of(host)[1]
    desk.admit(unnamed.id, answers=Answers(name="Eva"))
    take_in(desk, [party])
    assert book.companions_of(host)[1].name == "Eva"
    assert same_in_the_database(desk)

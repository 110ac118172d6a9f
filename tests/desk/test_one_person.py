"""Two entries that are one person: what each had is kept, nothing is counted twice, lists know both."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from checkin import tie_plans
from checkin.desk import Desk
from checkin.desk.exports import What
from checkin.door import State
from checkin.errors import NoSuchGuest, SamePerson
from checkin.model import Companion, Guest, GuestId, Mode, Registration, RuleKind, Standing
from checkin.one_person import given_up, likely_to_stay
from checkin.words import Words
from tests.evenings import arrive, code, ids, lay, opened, pages, row, take_in


def guest(desk: Desk, guest_id: GuestId) -> Guest:
    return opened(desk).guests[guest_id]


def test_the_one_who_stays_has_what_was_not_known_and_both_tickets(desk: Desk) -> None:
    lay(desk, 0)
    take_in(desk, [row(1, phone="", company="Norte"), row(2, phone="600 111 222", company="Sur", step_free=True)])
    kept, other = ids(opened(desk), 1, 2)
    desk.make_one(kept, other)
    found = guest(desk, kept)
    assert (found.company, found.phone, found.step_free) == ("Norte", "600 111 222", True)
    assert set(opened(desk).guests) == {kept}
    assert {ticket.guest_id for ticket in opened(desk).tickets.values()} == {kept}
    assert desk.scan(code(2)).decision.state is State.WELCOME
    assert desk.scan(code(1)).decision.state is State.ALREADY_IN


def test_who_has_come_by_the_other_entry_sits_where_they_sat_and_why_still_tells(desk: Desk) -> None:
    lay(desk, 6)
    (other,) = arrive(desk, [2])
    (kept,) = ids(opened(desk), 1)
    place = opened(desk).seat_of(other)
    desk.make_one(kept, other)
    now = opened(desk).seat_of(kept)
    assert (place and place.id) == (now and now.id)
    assert (opened(desk).arrived, opened(desk).inside, guest(desk, kept).arrival) == (1, 1, 1)
    why = desk.why(kept)
    assert why.holds
    assert place is not None
    assert why.table == why.now == opened(desk).tables[place.table_id].number
    assert desk.verify().sound


def test_of_two_seats_the_other_becomes_free_and_nobody_is_counted_twice(desk: Desk) -> None:
    lay(desk, 6)
    kept, other = arrive(desk, [1, 2])
    mine, (theirs,) = opened(desk).seat_of(kept), given_up(opened(desk), kept, other)
    desk.make_one(kept, other)
    assert opened(desk).seats[theirs.id].guest_id is None
    assert opened(desk).seat_of(kept) == mine
    assert (opened(desk).arrived, opened(desk).inside, opened(desk).expected) == (1, 1, 5)
    arrive(desk, [3, 4])
    assert desk.verify().sound


def test_who_left_by_one_entry_and_is_in_by_the_other_is_in(desk: Desk) -> None:
    lay(desk, 4)
    kept, other = arrive(desk, [1, 2])
    desk.scan(code(1), Mode.EXIT)
    desk.make_one(kept, other)
    assert guest(desk, kept).left_at is None
    assert opened(desk).inside == 1


def test_wishes_and_rules_follow_and_nobody_wishes_to_meet_themselves(desk: Desk) -> None:
    lay(desk, 6)
    kept, other, third, fourth = ids(opened(desk), 1, 2, 3, 4)
    desk.add_wish(kept, other)
    desk.add_wish(other, third)
    desk.add_wish(kept, third)
    desk.add_wish(fourth, other)
    desk.add_rule(RuleKind.TOGETHER, [other, fourth])
    desk.add_rule(RuleKind.APART, [kept, other])
    desk.make_one(kept, other)
    ties = opened(desk).ties
    assert sorted((wish.guest_id, wish.other_id) for wish in ties.wishes.values()) == [(kept, third), (fourth, kept)]
    assert [(rule.kind, rule.guest_ids) for rule in ties.rules.values()] == [(RuleKind.TOGETHER, (kept, fourth))]


def test_of_rules_that_say_the_contrary_those_of_who_stays_count(desk: Desk) -> None:
    lay(desk, 6)
    kept, other, third = ids(opened(desk), 1, 2, 3)
    one, two = (table.id for table in opened(desk).room()[:2])
    desk.add_rule(RuleKind.PIN, [kept], one)
    desk.add_rule(RuleKind.PIN, [other], two)
    desk.add_rule(RuleKind.APART, [kept, third])
    desk.add_rule(RuleKind.TOGETHER, [other, third])
    desk.make_one(kept, other)
    rules = [(rule.kind, rule.guest_ids, rule.table_id) for rule in opened(desk).ties.rules.values()]
    assert rules == [(RuleKind.PIN, (kept,), one), (RuleKind.APART, (kept, third), None)]


def test_whom_either_met_before_both_have_met(desk: Desk) -> None:
    lay(desk, 5)
    one, two, three, four = ids(opened(desk), 1, 2, 3, 4)
    desk._ledger.write(lambda book, pen: tie_plans.remember(book, [(one, two), (two, three), (two, four)], pen.reserve))
    desk.make_one(three, two)
    ties = opened(desk).ties
    assert ties.met(three, one)
    assert ties.met(three, four)
    assert sorted(ties.met_before()) == sorted([(one, three), (three, four)])


OWN = Registration(3, "person:own", "Marta Gil Paz", email="marta@example.org", codes=("T-9",))
HOST = Registration(2, "person:host", "Ana Ruiz", codes=("T-1",), companions=(Companion("Marta"),))


@pytest.mark.parametrize("stays", ["own", "companion"])
def test_a_companion_with_a_registration_of_their_own_stays_one_with_every_later_list(desk: Desk, stays: str) -> None:
    lay(desk, 0)
    take_in(desk, [HOST, OWN])
    host, companion, own = sorted(opened(desk).guests)
    if opened(desk).guests[own].companion_of is not None:
        companion, own = own, companion
    kept, other = (own, companion) if stays == "own" else (companion, own)
    desk.make_one(kept, other)
    if stays == "companion":
        desk.correct(kept, name="Marta Gil Paz")
    assert guest(desk, kept).companion_of == host
    assert guest(desk, kept).email == "marta@example.org"
    before = pages(opened(desk))
    for people in ([HOST, OWN], [OWN, HOST]):
        take_in(desk, people)
        assert pages(opened(desk)) == before


def test_whom_the_other_brought_come_with_who_stays_and_a_later_list_brings_nobody_twice(desk: Desk) -> None:
    lay(desk, 0)
    people = [row(1), row(2, companions=(Companion("Jon"),))]
    take_in(desk, people)
    kept, other = ids(opened(desk), 1, 2)
    desk.make_one(kept, other)
    (jon,) = opened(desk).companions_of(kept)
    assert jon.name == "Jon"
    before = pages(opened(desk))
    take_in(desk, people)
    assert pages(opened(desk)) == before


def test_a_guest_who_comes_with_the_one_who_goes_comes_with_nobody(desk: Desk) -> None:
    lay(desk, 0)
    take_in(desk, [HOST])
    host, companion = sorted(opened(desk).guests)
    desk.make_one(companion, host)
    assert guest(desk, companion).companion_of is None
    assert guest(desk, companion).name == "Marta"
    desk.undo()
    assert guest(desk, companion).companion_of == host
    assert desk.verify().sound


def test_who_is_expected_by_either_entry_is_expected(desk: Desk) -> None:
    lay(desk, 0)
    take_in(desk, [row(1, standing=Standing.CANCELLED, reason="Cancelada"), row(2)])
    kept, other = ids(opened(desk), 1, 2)
    desk.make_one(kept, other)
    assert (guest(desk, kept).standing, guest(desk, kept).reason) == (Standing.COMING, "")


def test_a_walk_in_turns_out_to_be_on_the_list(desk: Desk) -> None:
    lay(desk, 3)
    here = desk.walk_in("Begoña").decision.guest_id
    (listed,) = ids(opened(desk), 1)
    assert here is not None
    assert likely_to_stay(opened(desk), listed, here) == here
    desk.make_one(here, listed)
    found = guest(desk, here)
    assert (found.name, found.email, found.row) == ("Begoña", "guest1@example.org", 2)
    before = opened(desk).guests
    take_in(desk, [row(number) for number in (1, 2, 3)])
    assert opened(desk).guests.keys() == before.keys()
    assert desk.verify().sound


def test_nobody_is_made_one_with_themselves_or_with_nobody(desk: Desk) -> None:
    lay(desk, 2)
    one, _ = ids(opened(desk), 1, 2)
    with pytest.raises(SamePerson):
        desk.make_one(one, one)
    with pytest.raises(NoSuchGuest):
        desk.make_one(one, GuestId(99))


def test_the_platform_is_told_of_both_tickets(desk: Desk, tmp_path: Path) -> None:
    lay(desk, 3)
    kept, other, _ = ids(opened(desk), 1, 2, 3)
    desk.make_one(kept, other)
    arrive(desk, [2, 3])
    desk.export(tmp_path / "back.csv", Words("en"), What.CHECKINS)
    said = list(csv.reader((tmp_path / "back.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert sorted(line[0] for line in said[1:]) == [code(1), code(2), code(3)]

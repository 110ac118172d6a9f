"""Rules, wishes, memory, commitment and rounds at the desk, on both engines."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest

from checkin import round_plans
from checkin.changes import Entity
from checkin.desk import Desk
from checkin.desk.outcomes import TablePlan
from checkin.desk.printing import badge_of
from checkin.errors import NoSuchGuest, NoSuchRound, NoSuchRule, RuleImpossible
from checkin.model import GuestId, RuleId, RuleKind, SettingName
from checkin.rulebook import Ways, rules_of
from checkin.seating import OPEN_UP, PURE
from checkin.words import Words
from tests.evenings import arrive, code, desk_at, ids, lay, opened, pages, row, take_in


def tables_of(desk: Desk, guest_id: GuestId, rounds: int) -> list[int]:
    book = opened(desk)
    found = (book.table_of(guest_id, round_) for round_ in range(1, rounds + 1))
    return [table.number for table in found if table is not None]


# --- rules ---


def test_a_host_waits_for_nobody_and_nobody_takes_the_seat(desk: Desk) -> None:
    lay(desk, 12, "3x4")
    host = ids(opened(desk), 12)[0]
    desk.add_rule(RuleKind.HOST, [host], desk.table(2).id)
    arrive(desk, range(1, 12))
    outcome = desk.scan(code(12))
    assert outcome.table == 2
    assert outcome.draw is not None
    assert outcome.draw.rule == "host"
    assert desk.verify().sound


def test_a_couple_sits_together_and_enemies_do_not(desk: Desk) -> None:
    lay(desk, 12, "6x2")
    book = opened(desk)
    one, two, three = ids(book, 1, 12, 11)
    desk.add_rule(RuleKind.TOGETHER, [one, two])
    desk.add_rule(RuleKind.APART, [two, three])
    arrive(desk, range(1, 13))
    assert tables_of(desk, one, 1) == tables_of(desk, two, 1) != tables_of(desk, three, 1)
    assert desk.verify().sound


def test_a_rule_dropped_lets_go_of_its_seats(desk: Desk) -> None:
    lay(desk, 8, "2x4")
    change = desk.add_rule(RuleKind.PIN, ids(opened(desk), 1, 2, 3), desk.table(1).id)
    rule_id = RuleId(change.edits[0].id)
    assert len(rules_of(opened(desk)).bound) == 3
    desk.drop_rule(rule_id)
    assert not rules_of(opened(desk)).bound
    with pytest.raises(NoSuchRule):
        desk.drop_rule(rule_id)


def test_rules_that_could_never_be_kept_are_refused_and_nothing_is_written(desk: Desk) -> None:
    lay(desk, 12, "3x4")
    people = ids(opened(desk), *range(1, 8))
    desk.add_rule(RuleKind.TOGETHER, people[:2])
    desk.add_rule(RuleKind.HOST, people[2:3], desk.table(1).id)
    before = pages(opened(desk))
    wrong = {
        "too_few": (RuleKind.TOGETHER, people[:1], None),
        "no_table": (RuleKind.HOST, people[:1], None),
        "too_many": (RuleKind.TOGETHER, people[:5], None),
        "contrary": (RuleKind.APART, people[:3], None),
        "other_table": (RuleKind.PIN, people[2:4], desk.table(2).id),
        "table_full": (RuleKind.PIN, people[3:7], desk.table(1).id),
    }
    for why, asked in wrong.items():
        with pytest.raises(RuleImpossible) as refused:
            desk.add_rule(*asked)
        assert refused.value.why == why
    with pytest.raises(NoSuchGuest):
        desk.add_rule(RuleKind.TOGETHER, [people[0], GuestId(999)])
    assert pages(opened(desk)) == before


def test_closed_and_reserved_tables_are_out_of_the_draw_until_they_open(desk: Desk) -> None:
    lay(desk, 12, "3x4")
    desk.change_table(desk.table(1).id, open=False)
    desk.change_table(desk.table(2).id, reserved=True)
    people = arrive(desk, range(1, 5))
    assert {tables_of(desk, guest, 1)[0] for guest in people} == {3}
    desk.change_table(desk.table(1).id, open=True)
    assert {tables_of(desk, guest, 1)[0] for guest in arrive(desk, range(5, 9))} == {1}
    assert desk.verify().sound


def test_with_a_minimum_only_as_many_tables_are_used_as_people_are_enough_for(desk: Desk) -> None:
    lay(desk, 14, "9x6")
    desk.decide(SettingName.MINIMUM, "4")
    host = ids(opened(desk), 14)[0]
    desk.add_rule(RuleKind.HOST, [host], desk.table(9).id)
    arrive(desk, range(1, 15))
    book = opened(desk)
    sizes = [len(book.people_at(table.id)) for table in book.room()]
    assert sorted(size for size in sizes if size) >= [4, 5, 5]
    assert sum(1 for size in sizes if size) == 3
    assert sizes[8]
    for _ in range(30):
        assert desk.walk_in("Eva").table is not None
    assert desk.verify().sound


# --- wishes ---


def test_wishes_come_from_the_list_and_by_hand(desk: Desk) -> None:
    desk.create_event("Comida", [])
    take_in(
        desk,
        [
            row(1, name="Ana Gil", wants="Jon Etxe; una inversora"),
            row(2, name="Jon Etxe", handle="@jon", seeks="socias, @ana"),
            row(3, name="Zoë Ní", handle="@ana"),
        ],
    )
    book = opened(desk)
    one, two, three = ids(book, 1, 2, 3)
    assert (book.ties.wishes_of(one), book.ties.wishes_of(two)) == ([two], [three])
    assert book.ties.wished_by(three) == [two]
    desk.add_wish(three, one)
    take_in(desk, [row(1, name="Ana Gil", wants=""), row(2, name="Jon Etxe", handle="@jon"), row(3, name="Zoë Ní")])
    assert book.ties.wishes_of(one) == book.ties.wishes_of(two) == []
    assert book.ties.wishes_of(three) == [one]
    desk.drop_wish(three, one)
    assert not book.ties.wishes
    with pytest.raises(RuleImpossible):
        desk.add_wish(one, one)


def test_what_cannot_be_understood_is_told_by_its_row(desk: Desk) -> None:
    desk.create_event("Comida", [])
    told = take_in(desk, [row(4, wants="Nadie Conocido; Ana"), row(5)])
    assert told.strange_wishes == ((5, "Nadie Conocido"), (5, "Ana"))


# --- the memory of earlier events ---


def test_whom_one_met_is_known_at_the_next_event_by_e_mail_and_never_by_name(desk: Desk) -> None:
    lay(desk, 4, "2x2", name="Octubre")
    arrive(desk, [1, 2, 3, 4])
    first = opened(desk)
    together = [{guest.email for guest in first.people_at(table.id)} for table in first.room()]
    desk.create_event("Noviembre", [])
    take_in(desk, [row(number, email=f"GUEST{number}@example.org") for number in (1, 2, 3)])
    take_in(desk, [row(14, name="Ana Gil 4", email="another@example.org")])
    change = desk.remember()
    assert change is not None
    book = opened(desk)
    known = {
        frozenset((book.guests[a].email.casefold(), book.guests[b].email.casefold())) for a, b in book.ties.met_before()
    }
    expected = {frozenset(pair) for pair in together if pair <= {f"guest{number}@example.org" for number in (1, 2, 3)}}
    assert known == expected
    assert desk.remember() is None
    assert desk.verify().sound


def test_an_import_remembers_by_itself_and_can_be_taken_back_all_the_same(desk: Desk, tmp_path: Path) -> None:
    lay(desk, 4, "1x4", name="Octubre")
    arrive(desk, [1, 2, 3, 4])
    desk.create_event("Noviembre", TablePlan.parse("2x2"))
    path = tmp_path / "list.csv"
    path.write_text("Nombre,Email\nAna Gil,guest1@example.org\nJon Rey,guest2@example.org\n", encoding="utf-8")
    desk.import_file(path)
    book = opened(desk)
    assert len(list(book.ties.met_before())) == 1
    desk.undo()
    assert not book.guests
    assert rules_of(book).bound == {}
    desk.redo()
    assert len(book.guests) == 2
    assert len(list(book.ties.met_before())) == 1
    desk.import_file(path)
    assert desk.verify().sound


def test_an_address_that_several_share_remembers_nobody(desk: Desk) -> None:
    lay(desk, 0, "1x4", name="Octubre")
    take_in(desk, [row(1, email="both@example.org"), row(2, email="both@example.org"), row(3)])
    arrive(desk, [1, 2, 3])
    desk.create_event("Noviembre", [])
    take_in(desk, [row(1, email="both@example.org"), row(3)])
    assert desk.remember() is None


def test_the_open_up_mode_remembers_and_every_draw_comes_out_again(desk: Desk) -> None:
    lay(desk, 16, "4x4", name="Octubre")
    arrive(desk, range(1, 17))
    lay(desk, 16, "4x4", name="Noviembre")
    desk.remember()
    desk.open_up()
    arrive(desk, range(1, 17))
    book = opened(desk)
    assert book.event.mode == OPEN_UP
    met = {frozenset(pair) for pair in book.ties.met_before()}
    again = sum(
        frozenset((one.id, other.id)) in met
        for table in book.room()
        for one, other in combinations(book.people_at(table.id), 2)
    )
    assert len(met) == 24
    assert again <= 5
    assert desk.verify().sound
    desk.draw_purely()
    assert opened(desk).event.mode == PURE


def test_another_mode_is_heeded_from_the_next_draw_on(desk: Desk) -> None:
    lay(desk, 6, "3x4")
    drawn = [desk.why(arrive(desk, [1])[0]).draw.mode]
    desk.open_up()
    drawn.append(desk.why(arrive(desk, [2])[0]).draw.mode)
    desk.draw_purely()
    drawn.append(desk.why(arrive(desk, [3])[0]).draw.mode)
    assert drawn == [PURE, OPEN_UP, PURE]
    assert desk.verify().sound


def test_the_ways_of_the_open_up_mode_are_kept(desk: Desk) -> None:
    lay(desk, 4)
    ways = Ways({"sector": 8, "met": 0}, 2)
    desk.open_up(ways)
    rules = rules_of(opened(desk))
    assert rules.open_up is not None
    assert (dict(rules.open_up.costs), rules.open_up.temperature) == ({"sector": 8, "met": 0}, 2)


# --- the commitment ---


def test_a_commitment_binds_seed_list_room_and_rules(desk: Desk) -> None:
    lay(desk, 4)
    first = desk.commit()
    assert desk.commit() == first
    desk.add_rule(RuleKind.APART, ids(opened(desk), 1, 2))
    second = desk.commit()
    assert (second.seed, second.guests, second.plan) == (first.seed, first.guests, first.plan)
    assert second.rules != first.rules
    assert second.digest != first.digest
    desk.change_table(desk.table(1).id, reserved=True)
    take_in(desk, [row(9)])
    third = desk.commit()
    assert third.plan != second.plan
    assert third.guests != second.guests
    told = desk.committed()
    assert told is not None
    assert told.facts["digest"] == first.digest
    proof = desk.verify()
    assert proof.sound
    assert proof.commitments == 4


# --- rounds ---


def test_everybody_has_the_whole_evening_at_arrival_and_nobody_meets_twice(desk: Desk) -> None:
    lay(desk, 30, "7x5")
    desk.give_itineraries(4)
    assert round_plans.keeps_its_promise(opened(desk), 4)
    people = arrive(desk, range(1, 31))
    ways = {guest: tables_of(desk, guest, 4) for guest in people}
    assert all(len(way) == 4 for way in ways.values())
    shared = [
        sum(one == other for one, other in zip(ways[a], ways[b], strict=True)) for a, b in combinations(people, 2)
    ]
    assert max(shared) == 1
    book = opened(desk)
    for round_ in range(1, 5):
        assert min(len(book.people_at(table.id, round_)) for table in book.room()) >= 3
    assert desk.verify().sound


def test_an_arrival_taken_back_gives_all_its_chairs_back(desk: Desk) -> None:
    lay(desk, 12, "5x3")
    desk.give_itineraries(3)
    guest = arrive(desk, [1])[0]
    assert len(tables_of(desk, guest, 3)) == 3
    way = tables_of(desk, guest, 3)
    desk.take_back(guest)
    assert not any(seat.guest_id for seat in opened(desk).seats.values())
    arrive(desk, [1])
    assert tables_of(desk, guest, 3) == way


def test_hosts_and_groups_keep_their_rules_on_the_way_round(desk: Desk) -> None:
    lay(desk, 20, "7x4")
    book = opened(desk)
    host, one, two = ids(book, 1, 2, 3)
    desk.add_rule(RuleKind.HOST, [host], desk.table(5).id)
    desk.add_rule(RuleKind.TOGETHER, [one, two])
    desk.give_itineraries(3)
    arrive(desk, range(1, 21))
    assert tables_of(desk, host, 3) == [5, 5, 5]
    assert tables_of(desk, one, 3) == tables_of(desk, two, 3)
    assert len(set(tables_of(desk, one, 3))) == 3


def test_rounds_are_searched_for_written_and_begun(desk: Desk) -> None:
    lay(desk, 20, "5x5")
    book = opened(desk)
    one, two = ids(book, 1, 2)
    arrive(desk, range(1, 21))
    desk.add_wish(one, two)
    course, made = desk.search_rounds(3, seconds=0.3, seed=1)
    assert made.score.repeats_bound <= made.score.repeats
    change = desk.take_plan(course, made.rounds)
    assert change.touches(Entity.SEAT)
    assert book.rounds == 3
    assert all(len(tables_of(desk, guest, 3)) == 3 for guest in book.guests)
    first = dict(book.sitting)
    desk.begin_round(2)
    assert book.round == 2
    assert dict(book.sitting) != first
    assert {guest: book.tables[table].number for guest, table in book.sitting.items()} == {
        guest: tables_of(desk, guest, 3)[1] for guest in book.guests
    }
    told = desk.score()
    assert told.repeats == 0
    assert desk.verify().sound
    again = desk_at(desk.address, "south")
    assert again.use().round == 2
    again.close()


def test_a_newcomer_between_rounds_is_drawn_in_the_round_that_is_seated(desk: Desk) -> None:
    lay(desk, 12, "3x5")
    arrive(desk, range(1, 11))
    course, made = desk.search_rounds(2, seconds=0.2, seed=1)
    desk.take_plan(course, made.rounds)
    desk.begin_round(2)
    late = arrive(desk, [11])[0]
    book = opened(desk)
    assert book.table_of(late, 2) is not None
    assert book.table_of(late, 1) is None
    assert desk.verify().sound


def test_rounds_that_are_none_are_refused(desk: Desk) -> None:
    lay(desk, 4)
    arrive(desk, [1, 2])
    for wrong in (0, 1, 99):
        with pytest.raises(NoSuchRound):
            desk.search_rounds(wrong, seconds=0.1, seed=1)
    with pytest.raises(NoSuchRound):
        desk.begin_round(2)
    with pytest.raises(NoSuchRound):
        desk.give_itineraries(0)


def test_a_search_can_be_stopped_and_answers(desk: Desk) -> None:
    lay(desk, 12, "4x4")
    arrive(desk, range(1, 13))
    people = ids(opened(desk), *range(1, 13))
    for one, other in combinations(people, 2):
        desk.add_wish(one, other)
    _, made = desk.search_rounds(3, seconds=60, seed=1, stopped=lambda: True)
    assert len(made.rounds) == 3


def test_the_badge_at_arrival_says_the_whole_evening(desk: Desk) -> None:
    lay(desk, 12, "7x4")
    desk.give_itineraries(4)
    guest = arrive(desk, [1])[0]
    book = opened(desk)
    first, *later = tables_of(desk, guest, 4)
    badge = badge_of(book, book.guests[guest], Words("en"))
    assert badge.table == first
    assert badge.rounds == (first, *later)
    desk.begin_round(2)
    badge = badge_of(book, book.guests[guest], Words("en"))
    assert (badge.table, badge.rounds) == (later[0], tuple(later))

"""What letting go of somebody would do, said before it is done."""

from __future__ import annotations

import pytest

from checkin.book import Book
from checkin.model import GuestId, TableId
from checkin.ui.room.verdict import Act, to_person, to_table, to_waiting
from checkin.words import Words
from tests.ui.room.room_guests import book, guest, inside

T = Words("en")
ANA, JON, IKER, NOOR, ZOE = map(GuestId, range(1, 6))


@pytest.fixture
def evening() -> Book:
    """Ana and Jon fill table 1, Iker has table 2 with two free chairs, Noor waits, Zoe has not come."""
    people = [inside(1, "Ana Gil"), inside(2, "Jon Rey"), inside(3, "Iker Soto"), inside(4, "Noor"), guest(5, "Zoe")]
    return book(people, {1: [1, 2], 2: [3, None, None]})


def test_a_table_with_room_takes_people(evening: Book) -> None:
    verdict = to_table(evening, [ANA], TableId(2), T)
    assert (verdict.act, verdict.sentence) == (Act.MOVE, "To table 2: fits")
    assert to_table(evening, [ANA, JON], TableId(2), T).sentence == "To table 2: all 2 fit"


def test_a_full_table_says_so(evening: Book) -> None:
    verdict = to_table(evening, [IKER], TableId(1), T)
    assert (verdict.act, verdict.refused, verdict.sentence) == (None, True, "Table 1: full")


def test_a_table_too_small_for_a_group_says_how_many_seats_it_has(evening: Book) -> None:
    verdict = to_table(evening, [ANA, JON, NOOR], TableId(2), T)
    assert verdict.refused
    assert verdict.sentence == "Table 2: 2 seats free for 3 people"


def test_people_who_sit_there_already_are_not_moved(evening: Book) -> None:
    assert to_table(evening, [IKER, ANA], TableId(2), T).guests == (ANA,)
    own = to_table(evening, [IKER], TableId(2), T)
    assert (own.act, own.refused, own.sentence) == (None, False, "")


def test_who_has_not_arrived_cannot_be_seated(evening: Book) -> None:
    assert to_table(evening, [ZOE], TableId(2), T).sentence == "Zoe has not arrived yet"


def test_held_over_somebody_a_seated_person_swaps(evening: Book) -> None:
    verdict = to_person(evening, [IKER], ANA, T)
    assert (verdict.act, verdict.other, verdict.sentence) == (Act.SWAP, ANA, "Swaps with Ana Gil")


def test_held_over_somebody_a_waiting_person_joins_while_there_is_room(evening: Book) -> None:
    assert to_person(evening, [NOOR], IKER, T).act is Act.MOVE
    assert to_person(evening, [NOOR], ANA, T).sentence == "Takes the seat of Ana Gil"


def test_a_group_held_over_somebody_means_the_table(evening: Book) -> None:
    assert to_person(evening, [ANA, JON], IKER, T).act is Act.MOVE
    assert to_person(evening, [IKER, NOOR], ANA, T).refused


def test_nobody_swaps_with_themselves(evening: Book) -> None:
    assert to_person(evening, [ANA], ANA, T).act is None


def test_only_seated_people_can_be_sent_back(evening: Book) -> None:
    assert to_waiting(evening, [ANA, NOOR], T).guests == (ANA,)
    assert to_waiting(evening, [NOOR], T).act is None

"""Rows of one list that are one person: joined only when told so, and known as one from then on."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

import pytest

from checkin.amending import Amendments
from checkin.book import Book
from checkin.enrolment import Enrolment, enrol
from checkin.model import Companion, Registration, Standing
from checkin.tickets import new_code
from tests.meals import Ids, meal

ONE = Registration(2, "person:a", "Ana Gil", company="Norte", codes=("T-1",), answers=(("Talla", "M"),))
TWO = Registration(5, "person:b", "Ana Gil Paz", company="Sur", phone="600", codes=("T-2",), step_free=True)
JOIN = Amendments(joined={5: 2})


class Desk:
    """Takes lists into a book, with what the organizer says."""

    def __init__(self) -> None:
        """Begin with nobody."""
        self.book: Book = meal()
        self.ids = Ids()
        self.codes = (new_code((number << 8).to_bytes(10, "big")) for number in count(1))

    def take_in(self, *people: Registration, choices: Amendments | None = None) -> Enrolment:
        told = enrol(self.book, people, "test", lambda: next(self.codes), self.ids, choices or Amendments())
        self.book.apply(told.change)
        return told

    def tickets(self) -> list[str]:
        (guest_id,) = self.book.guests
        return [ticket.code for ticket in self.book.tickets_of(guest_id) if not ticket.ours]


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_two_rows_are_two_people_unless_somebody_says_so(desk: Desk) -> None:
    told = desk.take_in(ONE, TWO)
    assert (told.added, told.joined, told.fresh) == (2, (), frozenset({2, 5}))


def test_one_person_has_the_first_rows_words_the_others_where_it_has_none_and_both_tickets(desk: Desk) -> None:
    told = desk.take_in(ONE, TWO, choices=JOIN)
    (ana,) = desk.book.guests.values()
    assert (ana.name, ana.company, ana.phone, ana.step_free) == ("Ana Gil", "Norte", "600", True)
    assert (told.added, told.joined, desk.tickets()) == (1, ((5, 2),), ["T-1", "T-2"])


@pytest.mark.parametrize("again", [(ONE, TWO), (TWO, ONE)])
def test_the_same_list_again_changes_nothing_and_needs_no_answer(desk: Desk, again: tuple[Registration, ...]) -> None:
    desk.take_in(ONE, TWO, choices=JOIN)
    told = desk.take_in(*again)
    assert (told.change.edits, told.fresh, [row for row, _ in told.joined]) == ((), frozenset(), [5])


@pytest.mark.parametrize("first", [ONE, TWO])
def test_a_row_joins_somebody_whom_an_earlier_list_brought(desk: Desk, first: Registration) -> None:
    desk.take_in(replace(first, companions=(Companion("Jon"),)))
    people = [replace(one, companions=(Companion("Jon"),) if one.row == first.row else ()) for one in (ONE, TWO)]
    desk.take_in(*people, choices=JOIN)
    assert [guest.name for _, guest in sorted(desk.book.guests.items())] == ["Ana Gil", "Jon"]
    assert desk.take_in(*people).change.edits == ()


def test_three_rows_become_one_through_each_other(desk: Desk) -> None:
    three = Registration(7, "person:c", "Ana G.", sector="Vino")
    told = desk.take_in(ONE, TWO, three, choices=Amendments(joined={7: 5, 5: 2}))
    (ana,) = desk.book.guests.values()
    assert (ana.sector, told.joined) == ("Vino", ((5, 2), (7, 2)))
    assert desk.take_in(ONE, TWO, three).change.edits == ()


def test_two_who_are_here_already_stay_two(desk: Desk) -> None:
    desk.take_in(ONE, TWO)
    told = desk.take_in(ONE, TWO, choices=JOIN)
    assert (told.change.edits, told.joined) == ((), ())


def test_whoever_comes_by_one_of_two_rows_comes(desk: Desk) -> None:
    waiting = replace(ONE, standing=Standing.NOT_CONFIRMED, reason="pendiente")
    desk.take_in(waiting, TWO, choices=JOIN)
    (ana,) = desk.book.guests.values()
    assert (ana.standing, ana.reason) == (Standing.COMING, "")


def test_a_row_that_is_left_out_joins_nobody(desk: Desk) -> None:
    told = desk.take_in(ONE, TWO, choices=replace(JOIN, skip=frozenset({2})))
    assert (told.added, told.joined, told.left_out) == (1, (), (2,))


def test_a_list_that_has_one_of_the_rows_still_means_the_same_person(desk: Desk) -> None:
    desk.take_in(ONE, replace(TWO, companions=(Companion("Jon"),)), choices=JOIN)
    told = desk.take_in(replace(TWO, company="Sur", codes=("T-2",), companions=(Companion("Jon"),)))
    assert len(desk.book.guests) == 2
    assert (told.added, told.updated) == (0, 1)

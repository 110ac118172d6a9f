"""The roll of those expected stays sorted through every change."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from checkin.model import GuestId, Standing
from checkin.ui.room.roll import Roll
from tests.ui.room.room_guests import guest, inside

NAMES = st.sampled_from(["Ana Gil", "Álvaro Gil", "Ñusta", "Noor", "Zoe", "ana prat", ""])


def test_those_expected_are_listed_by_name_whatever_accents_and_case() -> None:
    roll = Roll([guest(1, "Zoe"), guest(2, "Álvaro"), guest(3, "ana"), guest(4, "Nora"), guest(5, "Ñusta")])
    assert roll.ids == (2, 3, 4, 5, 1)


def test_who_has_come_or_will_not_come_is_not_expected() -> None:
    assert Roll([inside(1, "Ana"), guest(2, "Jon", standing=Standing.CANCELLED), guest(3, "Iker")]).ids == (3,)


@given(st.dictionaries(st.integers(1, 9), NAMES), st.lists(st.tuples(st.integers(1, 9), NAMES, st.booleans())))
def test_a_roll_kept_up_is_the_roll_called_anew(start: dict[int, str], edits: list[tuple[int, str, bool]]) -> None:
    people = {number: guest(number, name) for number, name in start.items()}
    roll = Roll(people.values())
    for number, name, came in edits:
        people[number] = inside(number, name) if came else guest(number, name)
        roll.update(GuestId(number), people[number])
    assert roll.ids == Roll(people.values()).ids


def test_somebody_taken_off_the_list_is_expected_no_more() -> None:
    roll = Roll([guest(1, "Ana"), guest(2, "Jon")])
    roll.update(GuestId(1), None)
    assert roll.ids == (2,)

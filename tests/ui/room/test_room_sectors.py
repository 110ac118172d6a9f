"""Colours of sectors: stable, distinct, readable."""

from __future__ import annotations

import pytest

from checkin.sectors import NEUTRAL, SECTORS, Sectors, sectors_of
from checkin.ui.room.sectors import text_on
from checkin.ui.shell.palette import contrast
from tests.ui.room.room_guests import guest


@pytest.mark.parametrize("colour", [*SECTORS, NEUTRAL])
def test_initials_are_readable_on_every_disc(colour: str) -> None:
    assert contrast(colour, text_on(colour)) >= 4.5


def test_colours_follow_the_order_of_the_list_and_not_of_the_call() -> None:
    guests = [guest(1, sector="Salud"), guest(2, sector="Diseño"), guest(3, sector="Salud")]
    assert sectors_of(guests) == sectors_of(reversed(guests)) == Sectors(("Salud", "Diseño"))


def test_later_guests_change_no_colour_given_before() -> None:
    guests = [guest(1, sector="Salud"), guest(2, sector="Diseño")]
    later = [*guests, *(guest(at, sector="Arte") for at in range(3, 9))]
    before, after = sectors_of(guests), sectors_of(later)
    assert after.names[: len(before.names)] == before.names


def test_where_there_are_more_sectors_than_colours_the_largest_have_one() -> None:
    small = [guest(at, sector=f"Pequeño {at}") for at in range(1, 9)]
    large = [guest(20 + at, sector="Grande") for at in range(3)]
    sectors = sectors_of([*small, *large])
    assert sectors.colour("Grande") in SECTORS
    assert len(sectors.names) == len(SECTORS)
    assert [name for name in (f"Pequeño {at}" for at in range(1, 9)) if sectors.colour(name) == NEUTRAL] == [
        "Pequeño 8"
    ]


def test_nobody_without_a_sector_borrows_a_colour() -> None:
    assert sectors_of([guest(1, sector=" ")]).colour("") == NEUTRAL


def test_a_sector_heard_of_later_gets_the_next_free_colour() -> None:
    sectors = Sectors(("Salud",)).knowing("Arte")
    assert sectors.colour("Arte") == SECTORS[1]
    assert sectors.knowing("Arte") is sectors
    full = Sectors(tuple(map(str, range(len(SECTORS)))))
    assert full.knowing("Arte") is full

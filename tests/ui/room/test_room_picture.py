"""A picture follows the book, and a change says which pictures to look at."""

from __future__ import annotations

from checkin import plans
from checkin.book import Book
from checkin.changes import Change, Edit, Entity, Kind
from checkin.colouring import By, colouring
from checkin.model import GuestId, TableId
from checkin.rows import to_row
from checkin.sectors import NEUTRAL, SECTORS
from checkin.ui.room.picture import Shown, TablePicture, picture, touched
from tests.ui.room.room_guests import NOW, book, inside


def _picture(evening: Book) -> TablePicture:
    shown = Shown(evening, 1, colouring(By.SECTOR, evening.guests.values()))
    return picture(shown, evening.tables[TableId(1)])


def test_a_picture_shows_who_sits_where() -> None:
    evening = book([inside(1, "Ana Gil", sector="Salud"), inside(2, "Jon Rey")], {1: [1, None, 2]})
    shown = _picture(evening)
    assert [disc and (disc.initials, disc.colour) for disc in shown.chairs] == [
        ("AG", SECTORS[0]),
        None,
        ("JR", NEUTRAL),
    ]
    assert shown.chair_of(GuestId(2)) == 2
    assert shown.chair_of(GuestId(9)) is None


def test_who_has_left_is_shown_as_away() -> None:
    evening = book([inside(1, "Ana Gil", left_at=NOW)], {1: [1]})
    (ana,) = _picture(evening).chairs
    assert ana is not None
    assert ana.away


def test_a_move_touches_both_tables_and_no_other() -> None:
    evening = book([inside(1, "Ana Gil")], {1: [1], 2: [None], 3: [None]})
    change = plans.move(evening, [GuestId(1)], TableId(2))
    evening.apply(change)
    what = touched(evening, change)
    assert (set(what.tables), set(what.people), what.laid_out) == ({1, 2}, {1}, False)


def test_a_new_name_touches_the_table_where_the_person_sits() -> None:
    evening = book([inside(1, "Ana Gil"), inside(2, "Jon Rey")], {1: [1], 2: [2]})
    change = Change(Kind.EDITED, (Edit(Entity.GUEST, 2, {"name": "Jon Rey"}, {"name": "Jon Rei"}),))
    evening.apply(change)
    assert touched(evening, change).tables == {2}


def test_a_chair_that_comes_or_goes_lays_the_room_out_anew() -> None:
    evening = book([], {1: [None]})
    seat = evening.seats_at(TableId(1))[0]
    change = Change(Kind.EDITED, (Edit(Entity.SEAT, seat.id, to_row(seat), None),))
    evening.apply(change)
    what = touched(evening, change)
    assert (set(what.tables), what.laid_out) == ({1}, True)


def test_a_reserved_table_is_looked_at_but_stands_where_it_stood() -> None:
    evening = book([], {1: [None]})
    change = Change(Kind.EDITED, (Edit(Entity.TABLE, 1, {"reserved": False}, {"reserved": True}),))
    evening.apply(change)
    what = touched(evening, change)
    assert (set(what.tables), what.laid_out) == ({1}, False)
    assert not _picture(evening).drawn

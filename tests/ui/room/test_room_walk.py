"""Walking through the room by keyboard."""

from __future__ import annotations

from checkin.colouring import Colouring
from checkin.model import GuestId, TableId
from checkin.ui.room.layout import Heading, Point
from checkin.ui.room.picture import Shown, TablePicture, picture
from checkin.ui.room.walk import Stand, settled, to_next_person, to_next_table
from tests.ui.room.room_guests import book, inside

ONE, TWO = TableId(1), TableId(2)
PLACES = [(ONE, Point(0, 0)), (TWO, Point(300, 0))]


def _pictures() -> dict[TableId, TablePicture]:
    evening = book([inside(1, "Ana"), inside(2, "Jon")], {1: [None, 1, None, 2], 2: [None]})
    return {table_id: picture(Shown(evening, 1, Colouring()), table) for table_id, table in evening.tables.items()}


def test_the_first_step_goes_to_the_first_table() -> None:
    assert to_next_table(PLACES, None, Heading.RIGHT) == Stand(ONE)
    assert to_next_table([], None, Heading.RIGHT) is None


def test_arrows_go_from_table_to_table() -> None:
    assert to_next_table(PLACES, Stand(ONE), Heading.RIGHT) == Stand(TWO)
    assert to_next_table(PLACES, Stand(TWO), Heading.RIGHT) == Stand(TWO)


def test_round_a_table_free_chairs_are_passed_over_and_the_last_is_followed_by_the_first() -> None:
    shown = _pictures()[ONE]
    assert to_next_person(shown, None, 1) == Stand(ONE, GuestId(1))
    assert to_next_person(shown, GuestId(1), 1) == Stand(ONE, GuestId(2))
    assert to_next_person(shown, GuestId(2), 1) == Stand(ONE, GuestId(1))
    assert to_next_person(shown, GuestId(1), -1) == Stand(ONE, GuestId(2))


def test_at_an_empty_table_there_is_only_the_table() -> None:
    assert to_next_person(_pictures()[TWO], None, 1) == Stand(TWO)


def test_who_has_gone_leaves_the_keyboard_at_the_table() -> None:
    assert settled(Stand(ONE, GuestId(2)), _pictures()) == Stand(ONE, GuestId(2))
    assert settled(Stand(TWO, GuestId(2)), _pictures()) == Stand(TWO)
    assert settled(Stand(TableId(9)), _pictures()) is None
    assert settled(None, _pictures()) is None

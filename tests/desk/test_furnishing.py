"""The furniture at the desk, on both engines: numbers, sizes, rooms that are kept, and every bit of it taken back."""

from __future__ import annotations

from pathlib import Path

import pytest

from checkin.desk import Desk
from checkin.errors import FileExists, NoFormerRoom, NoSuchRoom, TooFewSeats
from checkin.furniture import Wanted
from tests.desk.test_arranging import tables_of
from tests.evenings import arrive, lay, opened, pages


def test_numbers_swap_in_the_database_and_back(desk: Desk) -> None:
    lay(desk, 4, "3x4")
    before = pages(opened(desk))
    one, three = desk.table(1).id, desk.table(3).id
    desk.change_tables([one], Wanted(number=3, seats=2, name="Terraza"))
    assert (desk.table(3).id, desk.table(1).id) == (one, three)
    desk.undo()
    assert pages(opened(desk)) == before
    assert desk.verify().sound


def test_a_smaller_table_keeps_its_people_in_every_round(desk: Desk) -> None:
    lay(desk, 6, "3x4")
    people = arrive(desk, range(1, 7))
    course, plan = desk.search_rounds(3, seconds=0.2, seed=1)
    desk.take_plan(course, plan.rounds)
    told = [tables_of(desk, guest, 3) for guest in people]
    desk.change_tables([table.id for table in opened(desk).room()], Wanted(seats=2))
    assert [tables_of(desk, guest, 3) for guest in people] == told
    with pytest.raises(TooFewSeats):
        desk.change_tables([desk.table(1).id], Wanted(seats=1))
    desk.undo()
    assert [tables_of(desk, guest, 3) for guest in people] == told
    assert desk.verify().sound


def test_a_guest_can_still_be_told_of_a_table_that_has_gone(desk: Desk) -> None:
    lay(desk, 1, "2x4")
    guest = arrive(desk, [1])[0]
    drawn = tables_of(desk, guest, 1)[0]
    desk.move([guest], desk.table(3 - drawn).id)
    desk.remove_tables([desk.table(drawn).id])
    assert desk.why(guest).table == drawn


def test_a_room_that_was_replaced_is_brought_back_and_replaced_again(desk: Desk, tmp_path: Path) -> None:
    def seats() -> int:
        return sum(one.seats for one in desk.room_called("Salón: A", tmp_path).tables)

    lay(desk, 0, "2x4")
    path = desk.save_room("Salón: A", tmp_path)
    desk.save_room("Salón: A", tmp_path, replace=True)
    assert not desk.has_former_room("Salón: A", tmp_path)
    with pytest.raises(NoFormerRoom):
        desk.bring_back_room("Salón: A", tmp_path)
    for plan in ("3x5", "1x9"):
        lay(desk, 0, plan, name=plan)
        desk.save_room("Salón: A", tmp_path, replace=True)
    assert (seats(), desk.has_former_room(" Salón:  A", tmp_path)) == (9, True)
    assert desk.bring_back_room("Salón: A", tmp_path) == path
    assert seats() == 15
    desk.bring_back_room("Salón: A", tmp_path)
    assert seats() == 9
    path.unlink()
    desk.bring_back_room("Salón: A", tmp_path)
    assert (seats(), desk.has_former_room("Salón: A", tmp_path)) == (15, False)
    assert [one.name for one in desk.saved_rooms(tmp_path)] == ["Salón: A"]


def test_a_saved_room_is_used_at_another_event_and_taken_back(desk: Desk, tmp_path: Path) -> None:
    lay(desk, 0, "2x4,1x6long")
    desk.place_tables({desk.table(1).id: (100.0, 80.0)})
    assert desk.save_room("  Salón  grande ", tmp_path).exists()
    with pytest.raises(FileExists):
        desk.save_room("Salón grande", tmp_path)
    desk.save_room("Salón grande", tmp_path, replace=True)
    lay(desk, 6, "5x3", name="Cena")
    people = arrive(desk, range(1, 7))
    seated = [tables_of(desk, guest, 1) for guest in people]
    before = pages(opened(desk))
    (tmp_path / "broken.room.json").write_text("{")
    assert [room.name for room in desk.saved_rooms(tmp_path)] == ["Salón grande"]
    change = desk.use_room("Salón grande", tmp_path)
    assert [tables_of(desk, guest, 1) for guest in people] == seated
    assert {1, 2, 3} <= {table.number for table in opened(desk).room()}
    assert (desk.table(1).x, desk.table(1).y) == (100.0, 80.0)
    assert change.facts["kept"] == sorted({number for (number,) in seated if number > 3})
    desk.undo()
    assert pages(opened(desk)) == before
    desk.use_room("Comida", tmp_path)
    with pytest.raises(NoSuchRoom):
        desk.use_room("Nadie", tmp_path)
    assert desk.verify().sound

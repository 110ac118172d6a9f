"""Undo and redo: every kind of change, taken back and made again, leaves everything as it was to the letter."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from checkin import plans
from checkin.changes import NEVER_UNDONE, Change, Kind
from checkin.desk import Desk
from checkin.errors import NothingToUndo, StaleChange
from checkin.landmarks import Landmark, LandmarkKind
from checkin.model import Companion, Mode, RuleKind, SettingName, Shape, TableId
from tests.evenings import arrive, code, desk_at, ids, kept, lay, opened, pages, row, take_in


def _import(desk: Desk) -> None:
    people = [row(21, companions=(Companion("Jon Rey"),)), row(2, company="Norte", codes=("ti_new0000000x",)), row(3)]
    take_in(desk, people)


def _admit_in_full_room(desk: Desk) -> None:
    arrive(desk, [5])


def _plan(desk: Desk) -> None:
    course, plan = desk.search_rounds(3, seconds=0.2, seed=1)
    desk.take_plan(course, plan.rounds)


def _return(desk: Desk) -> None:
    desk.scan(code(4))


ACTS: dict[Kind, Callable[[Desk], object]] = {
    Kind.IMPORTED: _import,
    Kind.ARRIVED: lambda desk: arrive(desk, [7]),
    Kind.LEFT: lambda desk: desk.scan(code(1), Mode.EXIT),
    Kind.RETURNED: _return,
    Kind.WALKED_IN: lambda desk: desk.walk_in("Eva Nogués", "Marea"),
    Kind.TAKEN_BACK: lambda desk: desk.take_back(ids(opened(desk), 2)[0]),
    Kind.MOVED: lambda desk: desk.move(ids(opened(desk), 1, 2), _free_table(desk)),
    Kind.SEATED: lambda desk: desk.move(ids(opened(desk), 3), _free_table(desk)),
    Kind.SWAPPED: lambda desk: desk.swap(*ids(opened(desk), 1, 2)),
    Kind.UNSEATED: lambda desk: desk.unseat(ids(opened(desk), 1, 2)),
    Kind.MERGED: lambda desk: desk.make_one(*ids(opened(desk), 1, 2)),
    Kind.RULED: lambda desk: desk.add_rule(RuleKind.TOGETHER, ids(opened(desk), 5, 6)),
    Kind.WISHED: lambda desk: desk.add_wish(*ids(opened(desk), 5, 6)),
    Kind.TABLE_CHANGED: lambda desk: desk.change_table(_free_table(desk), open=False),
    Kind.TABLES_ADDED: lambda desk: desk.add_tables(2, Shape.LONG, 6),
    Kind.TABLES_REMOVED: lambda desk: desk.remove_tables([_free_table(desk)]),
    Kind.TABLES_PLACED: lambda desk: desk.place_tables({_free_table(desk): (120.0, 80.5)}),
    Kind.ROOM_CHANGED: lambda desk: desk.set_landmarks([Landmark(LandmarkKind.BAR, 10, 20, 300, 60)]),
    Kind.ROUNDS_PLANNED: _plan,
    Kind.SHUFFLED: lambda desk: desk.take(desk.plan_shuffle()),
    Kind.FILLED: lambda desk: desk.take(desk.plan_fill(2)),
    Kind.WAITING_SEATED: lambda desk: desk.take(desk.plan_seating()),
    Kind.ROUND_BEGUN: lambda desk: desk.begin_round(2),
}
"""What makes a change of each kind that undo can take back, at a desk where 1 to 4 have come: 3 stands, 4 is out."""


FIRST: dict[Kind, Callable[[Desk], object]] = {Kind.ROUND_BEGUN: _plan}
"""What has to have happened before an act."""


def _free_table(desk: Desk) -> TableId:
    book = opened(desk)
    taken = {table.id for number in (1, 2) if (table := book.table_of(ids(book, number)[0])) is not None}
    return next(table.id for table in book.room() if table.id not in taken)


def begin(desk: Desk) -> None:
    lay(desk, 12, "4x3")
    people = arrive(desk, [1, 2, 3, 4])
    desk.unseat([people[2]])
    desk.scan(code(4), Mode.EXIT)


def same_everywhere(desk: Desk) -> bool:
    book = opened(desk)
    return pages(book) == kept(desk.address, book.event.id)


def test_every_kind_that_can_be_undone_is_tried_here() -> None:
    later = {Kind.EDITED}
    assert ACTS.keys() | later == set(Kind) - NEVER_UNDONE - {Kind.UNDONE, Kind.REDONE}


@pytest.mark.parametrize("kind", ACTS)
def test_undo_and_redo_leave_no_trace_but_in_the_journal(desk: Desk, kind: Kind) -> None:
    begin(desk)
    if kind in FIRST:
        FIRST[kind](desk)
    before = pages(opened(desk))
    ACTS[kind](desk)
    after = pages(opened(desk))
    assert after != before
    made = desk.history().undo
    assert made is not None
    assert made.kind is kind
    for _ in range(2):
        undone = desk.undo()
        assert (undone.kind, undone.undoes is not None) == (Kind.UNDONE, True)
        assert pages(opened(desk)) == before
        assert same_everywhere(desk)
        assert desk.redo().kind is Kind.REDONE
        assert pages(opened(desk)) == after
        assert same_everywhere(desk)
    assert desk.verify().sound


def test_a_whole_evening_is_taken_back_and_made_again(desk: Desk) -> None:
    begin(desk)
    stages = [pages(opened(desk))]
    for kind in (Kind.ARRIVED, Kind.WALKED_IN, Kind.MOVED, Kind.SWAPPED, Kind.UNSEATED, Kind.TAKEN_BACK, Kind.IMPORTED):
        ACTS[kind](desk)
        stages.append(pages(opened(desk)))
    for stage in reversed(stages[:-1]):
        desk.undo()
        assert pages(opened(desk)) == stage
    for stage in stages[1:]:
        desk.redo()
        assert pages(opened(desk)) == stage
    with pytest.raises(NothingToUndo) as nothing:
        desk.redo()
    assert nothing.value.redo
    assert same_everywhere(desk)
    assert desk.verify().sound


def test_undo_ends_at_the_event_itself(desk: Desk) -> None:
    lay(desk, 2)
    assert desk.undo().of == str(Kind.IMPORTED)
    with pytest.raises(NothingToUndo) as nothing:
        desk.undo()
    assert not nothing.value.redo
    assert opened(desk).guests == {}
    assert desk.use().event.name == "Comida"


def test_something_new_ends_what_could_be_made_again(desk: Desk) -> None:
    begin(desk)
    arrive(desk, [5])
    desk.undo()
    arrive(desk, [6])
    assert desk.history().redo is None
    with pytest.raises(NothingToUndo):
        desk.redo()


def test_a_look_at_a_ticket_stands_in_nobodys_way(desk: Desk) -> None:
    begin(desk)
    arrive(desk, [5])
    desk.undo()
    desk.scan(code(6), Mode.VERIFY)
    assert desk.redo().guest_id == ids(opened(desk), 5)[0]


def test_the_history_outlives_the_program(address: str) -> None:
    desk = desk_at(address)
    begin(desk)
    arrive(desk, [5, 6])
    before = pages(opened(desk))
    desk.walk_in("Eva")
    desk.undo()
    history = desk.history()
    desk.close()
    again = desk_at(address, seed=2)
    again.use()
    assert again.history() == history
    assert pages(opened(again)) == before
    again.redo()
    again.undo()
    again.undo()
    assert opened(again).guests[ids(opened(again), 6)[0]].arrived is False
    again.close()


def test_a_long_history_is_read_from_the_journal_again(tmp_path: Path) -> None:
    desk = desk_at(str(tmp_path / "event.db"))
    book = lay(desk, 2, "2x2")
    (guest,) = arrive(desk, [1])
    stages = []
    for _ in range(130):
        stages.append(pages(book))
        table = next(table for table in book.room() if table != book.table_of(guest))
        desk.move([guest], table.id)
    for stage in reversed(stages):
        desk.undo()
        assert pages(book) == stage
    desk.close()


# --- several stations ---


def test_undo_takes_back_what_this_station_did(address: str) -> None:
    north, south = desk_at(address), desk_at(address, "south", seed=2)
    begin(north)
    south.use()
    arrive(north, [5])
    arrive(south, [6])
    assert north.undo().guest_id == ids(opened(north), 5)[0]
    assert north.history().redo is not None
    assert south.undo().guest_id == ids(opened(south), 6)[0]
    with pytest.raises(NothingToUndo):
        south.undo()
    for desk in (north, south):
        desk.catch_up()
        assert same_everywhere(desk)
        desk.close()


def _stale(address: str) -> tuple[Desk, Desk]:
    """North has let 5 and 6 in; south has moved 6 since."""
    north, south = desk_at(address), desk_at(address, "south", seed=2)
    begin(north)
    arrive(north, [5, 6])
    book = south.use()
    (guest,) = ids(book, 6)
    table = next(t for t in book.room() if t != book.table_of(guest) and book.free_seat(t.id) is not None)
    south.move([guest], table.id)
    return north, south


def test_an_undo_that_comes_too_late_says_so_and_the_next_one_works(address: str) -> None:
    north, south = _stale(address)
    with pytest.raises(StaleChange):
        north.undo()
    north.catch_up()
    assert opened(north).guests[ids(opened(north), 6)[0]].arrived
    assert north.undo().guest_id == ids(opened(north), 5)[0]
    assert same_everywhere(north)
    assert north.verify().sound
    north.close()
    south.close()


def test_a_program_started_anew_does_not_stand_before_the_same_late_undo_again(address: str) -> None:
    north, south = _stale(address)
    with pytest.raises(StaleChange):
        north.undo()
    north.close()
    again = desk_at(address, seed=3)
    again.use()
    assert again.undo().guest_id == ids(opened(again), 5)[0]
    again.close()
    south.close()


def test_a_redo_that_comes_too_late_says_so_too(address: str) -> None:
    north, south = desk_at(address), desk_at(address, "south", seed=2)
    begin(north)
    arrive(north, [5])
    north.undo()
    south.use()
    arrive(south, [6])  # takes the number in the order of arrivals that 5 had
    with pytest.raises(StaleChange):
        north.redo()
    with pytest.raises(NothingToUndo):
        north.redo()
    assert same_everywhere(north)
    assert north.verify().sound
    north.close()
    south.close()


def test_a_listener_hears_what_undo_would_do_next(desk: Desk) -> None:
    begin(desk)
    heard: list[tuple[Kind, Kind | None, Kind | None]] = []

    def listen(change: Change, history: object) -> None:
        assert history == desk.history()
        undo, redo = desk.history().undo, desk.history().redo
        heard.append((change.kind, None if undo is None else undo.kind, None if redo is None else redo.kind))

    desk.listen(listen)
    arrive(desk, [5])
    desk.undo()
    desk.redo()
    assert heard == [
        (Kind.ARRIVED, Kind.ARRIVED, None),
        (Kind.UNDONE, Kind.LEFT, Kind.UNDONE),
        (Kind.REDONE, Kind.REDONE, None),
    ]


def test_a_walk_in_is_undone_though_the_badge_is_printed(desk: Desk) -> None:
    begin(desk)
    before = pages(opened(desk))
    guest_id = desk.walk_in("Eva").decision.guest_id
    assert guest_id is not None
    desk._ledger.write(lambda book, _pen: plans.printed(book, [(guest_id, "abc")], desk._ledger.clock()))
    desk.undo()
    assert pages(opened(desk)) == before
    assert same_everywhere(desk)
    desk.redo()
    assert desk.verify().sound


def test_a_rehearsal_is_cleared_for_good(desk: Desk) -> None:
    lay(desk, 6, "3x2")
    arrive(desk, [1])
    before = pages(opened(desk))
    desk.begin_rehearsal()
    arrive(desk, [2, 3, 4])
    desk.scan(code(3), Mode.EXIT)
    desk.swap(*ids(opened(desk), 2, 4))
    desk.walk_in("Eva")
    desk.undo()
    desk.walk_in("Jon")
    arrive(desk, [5])
    desk.undo()
    desk.end_rehearsal()
    assert [page for page in pages(opened(desk)) if "value" not in page] == before
    assert same_everywhere(desk)
    for act in (desk.undo, desk.redo):
        with pytest.raises(NothingToUndo):
            act()
    assert [page for page in pages(opened(desk)) if "value" not in page] == before
    assert arrive(desk, [2])
    assert desk.verify().sound


def test_a_setting_is_heeded_at_every_station(address: str) -> None:
    north, south = desk_at(address), desk_at(address, "south", seed=2)
    lay(north, 2)
    south.use()
    for value in ("yes", "", "yes"):
        north.decide(SettingName.BADGES_AT_THE_DOOR, value)
        south.catch_up()
        assert opened(south).setting(SettingName.BADGES_AT_THE_DOOR) == value
    assert same_everywhere(south)
    assert north.verify().sound
    north.close()
    south.close()

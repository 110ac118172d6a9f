"""Many places changed at once through the desk: first thought of, then written as one change after a copy."""

from __future__ import annotations

from pathlib import Path

import pytest

from checkin.desk import Desk
from checkin.errors import Locked, NothingToDo, StaleChange
from checkin.model import GuestId, Mode, RuleKind
from tests.evenings import arrive, code, desk_at, ids, kept, lay, opened, pages


def shuffled(desk: Desk) -> None:
    desk.take(desk.plan_shuffle())


@pytest.mark.parametrize(("guests", "tables"), [(36, "8x6"), (180, "25x8")])
def test_an_evening_of_shuffles_is_sound_to_the_last_draw_and_can_be_taken_back(
    desk: Desk, guests: int, tables: str
) -> None:
    lay(desk, guests, tables)
    people = arrive(desk, range(1, guests // 2))
    locked = opened(desk).sitting[people[0]]
    held = opened(desk).people_at(locked)
    desk.add_rule(RuleKind.LOCK, [], locked)
    desk.unseat([who for who in people[1:6] if opened(desk).sitting[who] != locked])
    stages = [pages(opened(desk))]
    for act in (desk.plan_seating, desk.plan_shuffle, lambda: desk.plan_fill(5), desk.plan_shuffle):
        try:
            desk.take(act())
        except NothingToDo:
            continue
        stages.append(pages(opened(desk)))
        assert opened(desk).people_at(locked) == held
        assert set(opened(desk).sitting) == set(people)
    assert len(stages) >= 4
    for stage in reversed(stages[:-1]):
        desk.undo()
        assert pages(opened(desk)) == stage
    for stage in stages[1:]:
        desk.redo()
        assert pages(opened(desk)) == stage == kept(desk.address, opened(desk).event.id)
    arrive(desk, range(guests // 2, guests + 1))
    shuffled(desk)
    proof = desk.verify()
    assert (proof.sound, proof.draws, proof.wrong_draws) == (True, guests, ())


def test_the_door_still_draws_a_locked_table(desk: Desk) -> None:
    lay(desk, 8, "1x8")
    table = opened(desk).room()[0].id
    desk.add_rule(RuleKind.LOCK, [], table)
    arrive(desk, range(1, 9))
    assert len(opened(desk).people_at(table)) == 8


def test_each_shuffle_is_another(desk: Desk) -> None:
    lay(desk, 36, "8x6")
    arrive(desk, range(1, 37))
    seen = {tuple(sorted(opened(desk).sitting.items()))}
    for _ in range(4):
        shuffled(desk)
        seen.add(tuple(sorted(opened(desk).sitting.items())))
    assert len(seen) == 5


def test_a_plan_is_no_write(desk: Desk) -> None:
    lay(desk, 12, "4x4")
    arrive(desk, range(1, 10))
    before = pages(opened(desk))
    assert desk.plan_shuffle() == desk.plan_shuffle()
    assert pages(opened(desk)) == before


def test_a_copy_of_everything_is_made_first(tmp_path: Path) -> None:
    desk = desk_at(str(tmp_path / "evening.db"))
    lay(desk, 12, "4x4")
    arrive(desk, range(1, 10))
    before = set(tmp_path.rglob("*.sobremesa"))
    shuffled(desk)
    assert len(set(tmp_path.rglob("*.sobremesa")) - before) == 1
    desk.close()


def _first(desk: Desk) -> GuestId:
    return ids(opened(desk), 1)[0]


def _moved(desk: Desk) -> None:
    book = opened(desk)
    desk.move([_first(desk)], next(table.id for table in book.room() if table.id != book.sitting.get(_first(desk))))


def _left(desk: Desk) -> None:
    desk.scan(code(1), Mode.EXIT)


def _locked(desk: Desk) -> None:
    book = opened(desk)
    desk.add_rule(RuleKind.PIN, [_first(desk)], book.sitting[_first(desk)])


def _table_locked(desk: Desk) -> None:
    desk.add_rule(RuleKind.LOCK, [], opened(desk).sitting[_first(desk)])


@pytest.mark.parametrize(
    ("meanwhile", "refusal"),
    [(_moved, StaleChange), (_left, StaleChange), (_locked, Locked), (_table_locked, Locked)],
)
def test_what_was_planned_is_not_written_where_the_world_has_moved(
    desk: Desk, meanwhile: object, refusal: type[Exception]
) -> None:
    lay(desk, 12, "6x3")
    arrive(desk, range(1, 13))
    planned = desk.plan_shuffle()
    while _first(desk) not in planned.facts["people"]:  # type: ignore[operator]
        desk.take(planned)
        planned = desk.plan_shuffle()
    meanwhile(desk)  # type: ignore[operator]
    before = pages(opened(desk))
    with pytest.raises(refusal):
        desk.take(planned)
    assert pages(opened(desk)) == before == kept(desk.address, opened(desk).event.id)


def test_somebody_seated_by_hand_meanwhile_is_not_seated_twice(desk: Desk) -> None:
    lay(desk, 12, "6x3")
    arrive(desk, range(1, 7))
    desk.unseat([_first(desk)])
    planned = desk.plan_seating()
    _moved(desk)
    with pytest.raises(StaleChange):
        desk.take(planned)
    assert sum(seat.guest_id == _first(desk) for seat in opened(desk).seats.values()) == 1

"""A very large change: what views work out beforehand is what they would have shown, and nobody waits for it."""

from __future__ import annotations

import gc
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from checkin import collector
from checkin.desk.chance import FETCHED, Chance
from checkin.ui import bridge as bridges
from checkin.ui.bridge import Bridge
from checkin.ui.guests import model as models
from checkin.ui.guests.columns import COLUMNS, Group
from checkin.ui.guests.model import GuestsModel
from checkin.ui.tasks import Tasks
from checkin.words import Words
from tests.evenings import desk_at, ids, lay, row, take_in

Arrange = Callable[[GuestsModel], None]
DESCENDING = Qt.SortOrder.DescendingOrder


def _rows(model: GuestsModel) -> list[int]:
    return [int(model.guest_at(place)) for place in range(model.rowCount())]


@pytest.mark.parametrize(
    "arrange",
    [
        lambda _model: None,
        lambda model: model.sort(1, DESCENDING),
        lambda model: model.show_group(Group.ARRIVED),
        lambda model: model.show_found(None),
    ],
)
@pytest.mark.parametrize("meanwhile", [False, True])
def test_a_list_worked_out_beforehand_is_the_list(
    arrange: Arrange, meanwhile: object, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bridges, "MANY", 3)
    monkeypatch.setattr(models, "MANY", 3)
    monkeypatch.setattr(models, "STEP", 4)
    desk = desk_at(str(tmp_path / "evening.db"))
    lay(desk, 4, "3x4")
    tasks = Tasks()
    bridge = Bridge(desk, tasks)
    model = GuestsModel(Words("es"))
    model.open(bridge.book)
    prepared: list[int] = []

    def prepare(change: object, book: object) -> None:
        model.prepare(change, book)  # type: ignore[arg-type]
        prepared.append(1)
        if meanwhile:  # the order changes on the main thread between working out and showing
            tasks._results.appendleft(lambda: model.sort(len(COLUMNS) - 1, DESCENDING))

    bridge.preparing.append(prepare)
    bridge.changed.connect(model.apply)
    qtbot.waitUntil(lambda: tasks.idle)
    arrange(model)
    bridge.ask(lambda desk: desk.admit(ids(desk.opened(), 2)[0]))
    bridge.ask(lambda desk: take_in(desk, [row(number) for number in range(1, 60)]))
    qtbot.waitUntil(lambda: tasks.idle)
    assert prepared
    assert bridge.book is not None
    assert _rows(model) == model._order.laid_out(bridge.book).ids
    assert _rows(model) == [who for _, who in sorted(model._ranks, reverse=model._order.descending)]
    bridge.ask(lambda desk: desk.undo())
    qtbot.waitUntil(lambda: tasks.idle)
    assert _rows(model) == model._order.laid_out(bridge.book).ids
    tasks.close()
    desk.close()


def test_no_random_byte_is_given_twice() -> None:
    chance = Chance()
    given = [chance(10) for _ in range(3 * FETCHED // 10)]
    assert len(set(given)) == len(given)
    assert {len(one) for one in given} == {10}
    assert len(chance(5 * FETCHED)) == 5 * FETCHED


def test_what_a_file_is_made_of_is_left_out_of_what_the_collector_visits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(collector, "MANY", 50)
    gc.unfreeze()
    with collector.set_aside():
        few: list[list[int]] = [[] for _ in range(10)]
    assert gc.get_freeze_count() == 0
    with collector.set_aside(), collector.set_aside():
        assert not gc.isenabled()
        many: list[list[int]] = [[] for _ in range(100)]
    assert gc.isenabled()
    assert gc.get_freeze_count() > len(many) > len(few)
    gc.unfreeze()

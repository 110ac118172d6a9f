"""The window's book beside the desk's: the same after every change, however large and from wherever it came."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from checkin.desk import Desk
from checkin.ui import bridge as bridges
from checkin.ui.bridge import Bridge
from checkin.ui.tasks import Tasks
from tests.evenings import desk_at, ids, lay, row, take_in

Open = Callable[[str], Desk]


@pytest.fixture
def station(tmp_path: Path) -> Iterator[Open]:
    """Opens a desk over one database, under a station's name."""
    opened: list[Desk] = []

    def open_desk(name: str) -> Desk:
        opened.append(desk_at(str(tmp_path / "evening.db"), station=name))
        return opened[-1]

    yield open_desk
    for desk in opened:
        desk.close()


def test_a_large_change_of_another_station_and_ours_after_it_leave_one_truth(
    station: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bridges, "MANY", 3)
    here = station("here")
    event = lay(here, 4, "3x4").event.id
    there = station("there")
    there.use(event)
    tasks = Tasks()
    bridge = Bridge(here, tasks)
    qtbot.waitUntil(lambda: tasks.idle)
    take_in(there, [row(number) for number in range(1, 12)])
    there.admit(ids(there.opened(), 3)[0])
    bridge.ask(lambda desk: desk.admit(ids(desk.opened(), 2)[0]))  # hears both of theirs before its own
    bridge.ask(lambda desk: desk.undo())
    qtbot.waitUntil(lambda: tasks.idle)
    assert bridge.book is not None
    assert list(bridge.book.everything()) == list(here.opened().everything())
    assert bridge.book.shapes == here.opened().shapes
    assert [hit.id for hit in bridge.book.find("a", 50)] == [hit.id for hit in here.opened().find("a", 50)]
    assert bridge.book.to_seat() == here.opened().to_seat()
    tasks.close()

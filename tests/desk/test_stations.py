"""Several stations on one database: each hears the others, every ticket is welcomed once, no chair is given twice."""

from __future__ import annotations

import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from checkin.changes import Change, Kind
from checkin.desk import Desk
from checkin.door import State
from checkin.errors import TableFull
from tests.evenings import arrive, code, desk_at, ids, kept, lay, opened, pages, row, take_in

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def doors(address: str) -> Iterator[tuple[Desk, Desk]]:
    """Two desks with the same event open."""
    north, south = desk_at(address), desk_at(address, "south", seed=2)
    lay(north, 12, "3x3")
    south.use()
    yield north, south
    north.close()
    south.close()


def test_what_one_station_writes_the_other_hears_when_it_asks(doors: tuple[Desk, Desk]) -> None:
    north, south = doors
    arrive(north, [1, 2])
    north.walk_in("Eva")
    heard: list[Change] = []
    south.listen(lambda change, _history: heard.append(change))
    missed = south.catch_up()
    assert [change.kind for change in missed] == [Kind.ARRIVED, Kind.ARRIVED, Kind.WALKED_IN]
    assert heard == missed
    assert pages(opened(south)) == pages(opened(north))
    assert south.catch_up() == []


def test_what_one_station_writes_the_other_hears_before_it_decides(doors: tuple[Desk, Desk]) -> None:
    north, south = doors
    first = north.scan(code(1))
    heard: list[tuple[Kind, str]] = []
    south.listen(lambda change, _history: heard.append((change.kind, change.station)))
    second = south.scan(code(1))
    assert second.decision.state is State.ALREADY_IN
    assert (second.table, second.station, second.arrived_at) == (first.table, "north", opened(north).guests[
        ids(opened(north), 1)[0]].arrived_at)  # fmt: skip
    assert heard == [(Kind.ARRIVED, "north"), (Kind.SCANNED, "south")]


def test_tickets_shown_at_both_doors_in_turn_are_welcomed_once(doors: tuple[Desk, Desk]) -> None:
    north, south = doors
    welcomes: Counter[int] = Counter()
    for number in Random(7).sample([*range(1, 13), *range(1, 13)], 24):
        for desk in (north, south) if number % 2 else (south, north):
            outcome = desk.scan(code(number))
            welcomes[number] += outcome.decision.admits
    assert welcomes == dict.fromkeys(range(1, 13), 1)
    north.catch_up()
    south.catch_up()
    assert pages(opened(north)) == pages(opened(south)) == kept(north.address, opened(north).event.id)
    assert north.verify().sound


def test_the_last_chair_is_given_once(doors: tuple[Desk, Desk]) -> None:
    north, south = doors
    arrive(north, range(1, 9))
    assert north.scan(code(9)).table is not None
    late = south.scan(code(10))
    assert (late.decision.state, late.table) == (State.TABLES_FULL, None)
    with pytest.raises(TableFull):
        south.move(ids(opened(south), 10), opened(south).room()[0].id)


def test_a_plan_made_on_yesterdays_news_is_made_again_on_todays(doors: tuple[Desk, Desk]) -> None:
    north, south = doors
    people = arrive(north, [1, 2, 3])
    south.catch_up()
    north.unseat(people)
    assert opened(south).seat_of(people[0]) is not None
    table = opened(south).room()[0]
    moved = south.move(people, table.id)
    assert moved.kind is Kind.SEATED
    assert len(opened(south).people_at(table.id)) == 3


def test_an_import_at_one_station_is_scanned_at_the_other(doors: tuple[Desk, Desk]) -> None:
    north, south = doors
    take_in(north, [row(40)])
    assert south.scan(code(40)).decision.state is State.WELCOME


def test_another_event_at_another_station_is_none_of_our_business(doors: tuple[Desk, Desk]) -> None:
    north, south = doors
    heard: list[Change] = []
    north.listen(lambda change, _history: heard.append(change))
    lay(south, 5, "2x2", name="Cena")
    arrive(south, [1])
    assert north.scan(code(1)).decision.state is State.WELCOME
    assert [change.station for change in heard] == ["north"]
    assert north.verify().sound


# --- processes ---


def start(address: str, station: str, numbers: list[int]) -> subprocess.Popen[str]:
    """A station in a process of its own, with its event open and about to begin."""
    command = [sys.executable, "-m", "tests.desk.scanning", address, station, ",".join(map(str, numbers))]
    return subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def begin(station: subprocess.Popen[str]) -> None:
    """Wait until the station is ready, and let it go."""
    assert station.stdout is not None
    assert station.stdin is not None
    assert station.stdout.readline() == "ready\n"


def test_four_doors_with_every_ticket_at_two_of_them_admit_each_once_and_overfill_no_table(address: str) -> None:
    desk = desk_at(address)
    lay(desk, 200, "20x9")  # 180 chairs for 200 guests: every chair is fought for
    tickets = [*range(1, 201), *range(1, 201)]
    Random(3).shuffle(tickets)
    stations = [start(address, f"door {n}", tickets[n::4]) for n in range(4)]
    for station in stations:
        begin(station)
    said = [station.communicate("go\n", timeout=300)[0] for station in stations]
    assert [station.returncode for station in stations] == [0, 0, 0, 0]
    answers = [line.split() for told in said for line in told.splitlines()]
    assert len(answers) == 400
    states = Counter(state for _, state, *_ in answers)
    assert states == {"welcome": 180, "tables_full": 20, "already_in": 200}
    assert len({guest for _, state, guest, _ in answers if state != "already_in"}) == 200
    desk.catch_up()
    book = opened(desk)
    assert sorted(guest.arrival or 0 for guest in book.guests.values()) == list(range(1, 201))
    assert all(len(book.people_at(table.id)) == 9 for table in book.room())
    assert pages(book) == kept(address, book.event.id)
    assert desk.verify().sound
    desk.close()


def test_a_program_that_ends_suddenly_loses_no_arrival_that_it_has_shown(address: str) -> None:
    desk = desk_at(address)
    book = lay(desk, 160, "20x8")
    waiting = list(range(1, 161))
    shown: dict[int, str] = {}
    luck = Random(11)
    for _ in range(8):
        station = start(address, "door", waiting)
        begin(station)
        assert station.stdin is not None
        assert station.stdout is not None
        station.stdin.write("go\n")
        station.stdin.flush()
        time.sleep(luck.uniform(0.02, 0.15))
        station.kill()
        told, _ = station.communicate(timeout=30)
        whole = [line.split() for line in told.splitlines(keepends=True) if line.endswith("\n")]
        for number, state, _guest, table in whole:
            assert state in {"welcome", "already_in"}
            assert shown.setdefault(int(number), table) == table
        waiting = [*(n for n in waiting if n not in shown), *luck.sample(sorted(shown), min(3, len(shown)))]
    assert shown
    desk.catch_up()
    for seen, table in shown.items():
        (guest,) = ids(book, seen)
        seat = book.table_of(guest)
        assert book.guests[guest].arrived
        assert seat is not None
        assert str(seat.number) == table
    assert book.arrived >= len(shown)
    assert pages(book) == kept(address, book.event.id)
    assert desk.verify().sound
    desk.close()

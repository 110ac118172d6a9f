"""Trouble: what cannot be saved is never a welcome, is written down elsewhere, and works again when there is room."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg import sql
from sqlcipher3 import dbapi2 as sqlcipher

from checkin.desk import Desk
from checkin.door import State
from checkin.errors import CannotSave, CheckinError
from checkin.model import Mode
from tests.evenings import arrive, code, desk_at, ids, kept, lay, opened, pages, row, take_in


@pytest.fixture
def file_desk(tmp_path: Path) -> Iterator[Desk]:
    """A desk over a file with twelve people on the list, two of them inside."""
    desk = desk_at(str(tmp_path / "event.db"))
    lay(desk, 12, "4x3")
    arrive(desk, [1, 2])
    yield desk
    desk.close()


def pragma(desk: Desk, said: str) -> int:
    with desk._store.engine.connect() as connection:
        return int(connection.exec_driver_sql(f"PRAGMA {said}").scalar() or 0)


@contextmanager
def disk_full(desk: Desk) -> Iterator[None]:
    """No page more than the file has."""
    before = pragma(desk, "max_page_count")
    pragma(desk, f"max_page_count = {pragma(desk, 'page_count')}")
    try:
        yield
    finally:
        pragma(desk, f"max_page_count = {before}")


def emergency(desk: Desk) -> list[dict[str, Any]]:
    path = Path(desk.address + ".emergency.jsonl")
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()] if path.exists() else []


def until_full(desk: Desk) -> int:
    """Scan until a scan cannot be saved; which line of the list that was."""
    for number in range(3, 13):
        outcome = desk.scan(code(number))
        if outcome.decision.state is State.NOT_SAVED:
            return number
        assert outcome.decision.state is State.WELCOME
    return pytest.fail("the disk never filled up")


def test_with_the_disk_full_nobody_is_welcomed_and_nothing_is_lost(file_desk: Desk) -> None:
    desk = file_desk
    with disk_full(desk):
        refused = until_full(desk)
        before = pages(opened(desk))
        for _ in range(2):
            outcome = desk.scan(code(refused))
            assert outcome.decision.state is State.NOT_SAVED
            assert not outcome.decision.admits
            assert (outcome.table, outcome.arrival, outcome.change) == (None, None, None)
            assert outcome.trouble
            assert outcome.decision.guest_id == ids(opened(desk), refused)[0]
        assert pages(opened(desk)) == before == kept(desk.address, opened(desk).event.id)
        assert [line["code"] for line in emergency(desk)] == [code(refused)] * 3
        assert all({"at", "station", "trouble"} <= line.keys() for line in emergency(desk))
        assert desk.find("jordi")
    assert desk.scan(code(refused)).decision.state is State.WELCOME
    assert desk.verify().sound


def _move(desk: Desk) -> None:
    book = opened(desk)
    (guest,) = ids(book, 1)
    desk.move([guest], next(table.id for table in book.room() if table != book.table_of(guest)))


ACTS: dict[str, Callable[[Desk], object]] = {
    "move": _move,
    "swap": lambda desk: desk.swap(*ids(opened(desk), 1, 2)),
    "unseat": lambda desk: desk.unseat(ids(opened(desk), 1)),
    "take back": lambda desk: desk.take_back(ids(opened(desk), 1)[0]),
    "undo": lambda desk: desk.undo(),
    "import": lambda desk: take_in(desk, [row(number) for number in range(50, 90)]),
    "event": lambda desk: lay(desk, 0, "20x10", name="Cena"),
}


@contextmanager
def locked(desk: Desk) -> Iterator[None]:
    """Another program holds the file and does not let go."""
    pragma(desk, "busy_timeout = 50")
    other = sqlcipher.connect(desk.address, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        other.execute("ROLLBACK")
        other.close()


@pytest.mark.parametrize("act", ACTS)
def test_a_change_that_cannot_be_saved_is_refused_and_can_be_made_afterwards(file_desk: Desk, act: str) -> None:
    desk = file_desk
    before, history = pages(opened(desk)), desk.history()
    with locked(desk):
        for _ in range(2):
            with pytest.raises(CannotSave):
                ACTS[act](desk)
        assert pages(opened(desk)) == before
        assert desk.history() == history
    ACTS[act](desk)
    assert pages(opened(desk)) == kept(desk.address, opened(desk).event.id)
    assert desk.verify().sound


@pytest.mark.parametrize("mode", list(Mode))
@pytest.mark.parametrize("text", [code(1), code(3), "nobody's ticket", "\ud800", "ñ🍷"])
def test_whatever_is_scanned_while_the_file_is_locked_is_not_saved_and_written_down(
    file_desk: Desk, mode: Mode, text: str
) -> None:
    with locked(file_desk):
        outcome = file_desk.scan(text, mode)
    assert outcome.decision.state is State.NOT_SAVED
    (line,) = emergency(file_desk)
    assert (line["code"], line["station"]) == (text, "north")


def test_a_walk_in_that_cannot_be_saved_is_no_welcome_either(file_desk: Desk) -> None:
    with locked(file_desk):
        outcome = file_desk.walk_in("Eva Nogués")
    assert outcome.decision.state is State.NOT_SAVED
    assert "Eva Nogués" in emergency(file_desk)[0]["code"]
    assert file_desk.walk_in("Eva Nogués").decision.state is State.WELCOME


def test_where_even_the_emergency_log_cannot_be_written_the_door_still_answers(file_desk: Desk) -> None:
    Path(file_desk.address + ".emergency.jsonl").mkdir()
    with locked(file_desk):
        assert file_desk.scan(code(3)).decision.state is State.NOT_SAVED


def test_a_server_that_goes_away_and_comes_back_is_a_refusal_in_between(
    postgres_url: str, postgres_server: str
) -> None:
    desk = desk_at(postgres_url)
    lay(desk, 6)
    name = postgres_url.rpartition("/")[2]
    with psycopg.connect(postgres_server, autocommit=True) as server:
        server.execute(sql.SQL("ALTER DATABASE {} ALLOW_CONNECTIONS false").format(sql.Identifier(name)))
        server.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", (name,))
        assert desk.scan(code(1)).decision.state is State.NOT_SAVED
        with pytest.raises(CheckinError):
            desk.catch_up()
        server.execute(sql.SQL("ALTER DATABASE {} ALLOW_CONNECTIONS true").format(sql.Identifier(name)))
    assert desk.scan(code(1)).decision.state is State.WELCOME
    assert desk.verify().sound
    desk.close()

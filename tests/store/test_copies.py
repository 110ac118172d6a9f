"""Copies: sound or refused, whole or not at all, from either engine to the other, and back again with every row."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from sqlcipher3 import dbapi2 as sqlcipher

from checkin.desk import Desk
from checkin.errors import CannotSave, DamagedBackup, FileExists, NotADatabase
from checkin.store import Store, backup, schema
from tests.evenings import arrive, desk_at, kept, lay, opened
from tests.meals import NOW


def evening(address: str, passphrase: str = "") -> Desk:
    """Half an evening: two events, people at tables, a move, an undo."""
    desk = desk_at(address, passphrase=passphrase)
    lay(desk, 4, name="Cena de abril")
    lay(desk, 9, name="Comida")
    people = arrive(desk, [1, 2, 3, 4, 5])
    desk.unseat(people[:1])
    desk.undo()
    return desk


def rows(store: Store) -> dict[str, list[dict[str, Any]]]:
    with store.engine.connect() as connection:
        return {
            table.name: [
                dict(row)
                for row in connection.execute(select(table).order_by(next(iter(table.primary_key.columns)))).mappings()
            ]
            for table in schema.metadata.sorted_tables
        }


Addresses = Callable[[str], str]


@pytest.fixture
def addresses(tmp_path: Path, request: pytest.FixtureRequest) -> Addresses:
    """Fresh databases by kind."""

    def make(kind: str) -> str:
        if kind == "postgresql":
            made: str = request.getfixturevalue("postgres_databases")("template1")
            return made
        return str(tmp_path / f"{len(list(tmp_path.iterdir()))}.db")

    return make


KINDS = ["sqlite", "postgresql"]


@pytest.mark.parametrize("there", KINDS)
@pytest.mark.parametrize("here", KINDS)
@pytest.mark.parametrize("occupied", [False, True], ids=["into an empty one", "over another evening"])
def test_a_copy_brings_every_row_back_on_either_engine(
    tmp_path: Path, addresses: Addresses, here: str, there: str, occupied: bool
) -> None:
    desk = evening(addresses(here))
    copy = tmp_path / "copies" / "evening.sobremesa"
    counts = desk.backup(copy)
    before = rows(desk._store)
    assert (counts.events, counts.guests, counts.rows) == (2, 13, len(before["journal"]))
    other = desk_at(addresses(there), "south", seed=9)
    if occupied:
        lay(other, 20, "6x5", "Otra")
        arrive(other, [11, 12])
    assert other.restore(copy) == counts
    assert rows(other._store) == before
    assert opened(other).event.name == "Comida"
    assert other.verify().sound
    assert other.scan("ti_0000000006x").decision.admits
    assert other.verify().sound
    desk.close()
    other.close()


@pytest.mark.parametrize("passphrase", ["", "la llave d'en Pep"])
def test_a_copy_is_one_file_that_opens_by_itself(tmp_path: Path, passphrase: str) -> None:
    desk = evening(str(tmp_path / "event.db"), passphrase)
    copy = tmp_path / "copies" / "evening.sobremesa"
    desk.backup(copy)
    event = opened(desk).event.id
    told = rows(desk._store)
    desk.close()
    assert [path.name for path in copy.parent.iterdir()] == [copy.name]
    assert backup.check(copy, passphrase) == len(told["journal"])
    moved = tmp_path / "stick" / "a copy.db"
    moved.parent.mkdir()
    shutil.copyfile(copy, moved)
    assert kept(str(moved), event, passphrase) == kept(str(tmp_path / "event.db"), event, passphrase)
    if passphrase:
        assert b"Jordi Puig" not in copy.read_bytes()
        with pytest.raises(DamagedBackup):
            backup.check(copy, "another")
        with pytest.raises(NotADatabase):
            Store.open(str(moved))


def test_a_copy_made_while_the_desk_goes_on_is_of_one_moment(tmp_path: Path) -> None:
    desk = evening(str(tmp_path / "event.db"))
    copy = tmp_path / "copy.sobremesa"
    desk.backup(copy)
    arrive(desk, [6, 7])
    store = Store.open(str(copy))
    assert len(rows(store)["journal"]) == len(rows(desk._store)["journal"]) - 2
    store.close()
    desk.close()


def test_a_database_that_is_open_elsewhere_is_restored_with_its_newest_rows(tmp_path: Path) -> None:
    running = evening(str(tmp_path / "laptop.db"))
    arrive(running, [6])
    assert (tmp_path / "laptop.db-wal").stat().st_size > 0
    desk = desk_at(str(tmp_path / "event.db"))
    desk.restore(tmp_path / "laptop.db")
    assert rows(desk._store) == rows(running._store)
    running.close()
    desk.close()


# --- refusals ---


def _whole(path: Path) -> bytes:
    return path.read_bytes()


@pytest.mark.parametrize(
    "spoil",
    [
        lambda whole: whole[: len(whole) // 2],
        lambda whole: whole[:4096],
        lambda whole: whole[:-1],
        lambda _: b"",
        lambda _: b"Nombre;Mesa\n" * 500,
        lambda whole: whole[:8192] + bytes(8192) + whole[16384:],
        lambda whole: b"SQLite format 4\0" + whole[16:],
        lambda whole: bytes(100) + whole[100:],
    ],
    ids=["half", "one page", "a byte short", "empty", "text", "a hole", "another format", "no header"],
)
@pytest.mark.parametrize("kind", KINDS)
def test_a_damaged_copy_is_refused_and_the_database_stays_as_it_is(
    tmp_path: Path, addresses: Addresses, spoil: Callable[[bytes], bytes], kind: str
) -> None:
    copy = tmp_path / "evening.sobremesa"
    source = evening(str(tmp_path / "source.db"))
    source.backup(copy)
    source.close()
    spoilt = spoil(_whole(copy))
    copy.write_bytes(spoilt)
    desk = evening(addresses(kind))
    before = rows(desk._store)
    with pytest.raises(DamagedBackup) as refused:
        desk.restore(copy)
    assert refused.value.path == str(copy)
    assert rows(desk._store) == before
    assert _whole(copy) == spoilt
    assert desk.scan("ti_0000000006x").decision.admits
    desk.close()


@pytest.mark.parametrize("row", [1, 3, "last"])
def test_a_copy_that_lacks_a_journal_row_is_refused(tmp_path: Path, row: int | str) -> None:
    copy = tmp_path / "evening.sobremesa"
    desk = evening(str(tmp_path / "event.db"))
    desk.backup(copy)
    with sqlcipher.connect(str(copy)) as connection:
        connection.execute("DELETE FROM journal WHERE seq = ?", (desk._store.head()[0] if row == "last" else row,))
    connection.close()
    with pytest.raises(DamagedBackup):
        desk.restore(copy)
    desk.close()


@pytest.mark.parametrize("statement", ["DELETE FROM head", "DROP TABLE head", "DROP TABLE journal"])
def test_a_copy_without_its_head_or_journal_is_refused(tmp_path: Path, statement: str) -> None:
    copy = tmp_path / "evening.sobremesa"
    desk = evening(str(tmp_path / "event.db"))
    desk.backup(copy)
    with sqlcipher.connect(str(copy)) as connection:
        connection.execute(statement)
    connection.close()
    with pytest.raises(DamagedBackup):
        desk.restore(copy)
    desk.close()


def test_a_copy_that_is_not_there_is_refused(tmp_path: Path) -> None:
    desk = evening(str(tmp_path / "event.db"))
    with pytest.raises(DamagedBackup):
        desk.restore(tmp_path / "nowhere.sobremesa")
    desk.close()


def test_the_database_is_not_copied_onto_itself(tmp_path: Path) -> None:
    desk = evening(str(tmp_path / "event.db"))
    before = rows(desk._store)
    for same in (tmp_path / "event.db", tmp_path / "x" / ".." / "event.db"):
        with pytest.raises(FileExists):
            desk.backup(same)
    assert rows(desk._store) == before
    arrive(desk, [6])
    desk.close()


def test_a_copy_that_cannot_be_written_leaves_the_one_before(tmp_path: Path) -> None:
    desk = evening(str(tmp_path / "event.db"))
    in_the_way = tmp_path / "a file"
    in_the_way.write_text("not a folder")
    with pytest.raises(CannotSave):
        desk.backup(in_the_way / "evening.sobremesa")
    full = tmp_path / "evening.sobremesa"
    full.mkdir()
    with pytest.raises(CannotSave):
        desk.backup(full)
    assert sorted(path.name for path in tmp_path.iterdir() if path.name.startswith(".")) == []
    desk.close()


def test_a_copy_replaces_an_older_one_at_once(tmp_path: Path) -> None:
    desk = evening(str(tmp_path / "event.db"))
    copy = tmp_path / "evening.sobremesa"
    first = desk.backup(copy)
    arrive(desk, [6])
    assert desk.backup(copy).rows == first.rows + 1
    assert backup.check(copy) == first.rows + 1
    desk.close()


# --- rotation ---


def _made(folder: Path) -> list[str]:
    return sorted(path.stem for path in folder.glob("*.sobremesa"))


def test_the_last_ten_copies_stay_and_of_older_ones_the_newest_of_each_quarter_of_an_hour(tmp_path: Path) -> None:
    store = Store.open(str(tmp_path / "event.db"))
    folder = tmp_path / "copies"
    moments = [NOW.astimezone().replace(minute=0, second=0) + timedelta(minutes=minute) for minute in range(0, 90, 2)]
    made = [backup.rotate(store, folder, moment).stem for moment in moments]
    newest = made[-10:]
    quarters: dict[int, str] = {}
    for at, stem in enumerate(made):
        quarters[2 * at // 15] = stem
    assert _made(folder) == sorted({*newest, *quarters.values()})
    assert len(_made(folder)) == 10 + 4
    for path in folder.iterdir():
        assert backup.check(path) == 0
    store.close()


def test_files_that_are_no_automatic_copies_are_not_let_go(tmp_path: Path) -> None:
    store = Store.open(str(tmp_path / "event.db"))
    folder = tmp_path / "copies"
    folder.mkdir()
    for name in ("before the event.sobremesa", "notes.txt", "20261121.sobremesa"):
        (folder / name).write_text("mine")
    for second in range(14):
        backup.rotate(store, folder, NOW + timedelta(seconds=second))
    assert {"before the event.sobremesa", "notes.txt", "20261121.sobremesa"} <= {path.name for path in folder.iterdir()}
    assert len([path for path in folder.iterdir() if path.read_bytes()[:6] == b"SQLite"]) == 10
    store.close()


def test_the_copy_that_is_restored_is_not_let_go_first(tmp_path: Path) -> None:
    desk = evening(str(tmp_path / "event.db"))
    first = desk.backup_now()
    assert first is not None
    told = rows(desk._store)
    for _ in range(9):
        desk.unseat([opened(desk).last_arrivals(1)[0].id])
        desk.undo()
        desk.backup_now()
    desk.scan("nobody's code")
    desk.restore(first)
    assert rows(desk._store) == told
    desk.close()


def test_nothing_is_copied_while_nothing_has_changed(tmp_path: Path) -> None:
    desk = desk_at(str(tmp_path / "event.db"))
    assert desk.backup_now() is None
    lay(desk, 3)
    assert desk.backup_now() is not None
    assert desk.backup_now() is None
    arrive(desk, [1])
    assert desk.backup_now() is not None
    desk.close()


def test_a_copy_that_failed_is_tried_again(tmp_path: Path) -> None:
    desk = desk_at(str(tmp_path / "event.db"))
    lay(desk, 3)
    folder = tmp_path / "event.db.backups"
    folder.write_text("in the way")
    with pytest.raises(CannotSave):
        desk.backup_now()
    folder.unlink()
    assert desk.backup_now() is not None
    desk.close()

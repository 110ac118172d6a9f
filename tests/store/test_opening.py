"""Opening a database: the schema is the migrations', settings are those that lose nothing, anything else is refused."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import psycopg
import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import UniqueConstraint, inspect, text
from sqlcipher3 import dbapi2

from checkin.changes import Entity
from checkin.errors import CannotSave, NewerDatabase, NotADatabase
from checkin.rows import KINDS
from checkin.store import Store, schema
from checkin.store.upgrade import LATEST, MIGRATIONS
from tests.evenings import desk_at, kept, lay


@pytest.fixture
def store(address: str) -> Iterator[Store]:
    opened = Store.open(address)
    yield opened
    opened.close()


def test_the_migrations_make_the_schema_that_the_program_speaks(store: Store) -> None:
    with store.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        assert compare_metadata(context, schema.metadata) == []


def test_every_constraint_of_the_schema_is_in_the_database(store: Store) -> None:
    seen = inspect(store.engine)
    for table in schema.metadata.sorted_tables:
        unique = {tuple(one["column_names"]) for one in seen.get_unique_constraints(table.name)}
        told = {
            tuple(column.name for column in one.columns)
            for one in table.constraints
            if isinstance(one, UniqueConstraint)
        }
        assert unique == told
        foreign = {(one["constrained_columns"][0], one["referred_table"]) for one in seen.get_foreign_keys(table.name)}
        assert foreign == {(one.parent.name, one.column.table.name) for one in table.foreign_keys}


def test_the_latest_revision_is_the_last_step(store: Store) -> None:
    assert ScriptDirectory(str(MIGRATIONS)).get_heads() == [LATEST]
    with store.engine.connect() as connection:
        assert connection.execute(text("SELECT version_num FROM alembic_version")).scalar() == LATEST


@pytest.mark.parametrize("entity", list(Entity))
def test_a_row_has_the_columns_of_its_word(entity: Entity) -> None:
    assert tuple(schema.TABLES[entity].columns.keys()) == tuple(field.name for field in fields(KINDS[entity]))


def test_opening_again_changes_nothing(address: str) -> None:
    desk = desk_at(address)
    book = lay(desk, 3)
    desk.close()
    before = kept(address, book.event.id)
    assert kept(address, book.event.id) == before


@pytest.mark.parametrize("revision", ["0005", "9999", "later"])
def test_a_newer_database_is_refused_and_stays_as_it_is(address: str, revision: str) -> None:
    store = Store.open(address)
    with store.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :it"), {"it": revision})
    store.close()
    for _ in range(2):
        with pytest.raises(NewerDatabase) as refused:
            Store.open(address)
        assert (refused.value.address, refused.value.version) == (address, revision)


def test_another_programs_database_on_a_server_is_refused(postgres_url: str) -> None:
    with psycopg.connect(postgres_url.replace("+psycopg", "")) as connection:
        connection.execute("CREATE TABLE guest (name text)")
    with pytest.raises(NotADatabase):
        Store.open(postgres_url)


# --- files ---


def _folder(path: Path) -> dict[str, bytes]:
    return {one.name: one.read_bytes() for one in sorted(path.parent.iterdir()) if one.is_file()}


@pytest.mark.parametrize(
    "statements",
    [
        ["CREATE TABLE guest (name TEXT)", "INSERT INTO guest VALUES ('Ana')"],
        ["CREATE TABLE alembic_version (version_num TEXT)", "INSERT INTO alembic_version VALUES ('ae1027a6acf')"],
        ["CREATE TABLE head (id INTEGER)", "CREATE TABLE journal (seq INTEGER)"],
    ],
    ids=["a plain one", "one of another Alembic program", "one with tables of the same name"],
)
def test_another_programs_sqlite_file_is_refused_untouched(tmp_path: Path, statements: list[str]) -> None:
    path = tmp_path / "files" / "theirs.db"
    path.parent.mkdir()
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()
    before = _folder(path)
    with pytest.raises(NotADatabase) as refused:
        Store.open(str(path))
    assert refused.value.address == str(path)
    assert _folder(path) == before


@pytest.mark.parametrize("content", [b"Nombre;Mesa\nAna;7\n" * 100, b"\x89PNG\r\n" * 400, b"ab"])
def test_a_file_that_is_no_database_is_refused_untouched(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "files" / "list.csv"
    path.parent.mkdir()
    path.write_bytes(content)
    with pytest.raises(NotADatabase):
        Store.open(str(path))
    assert _folder(path) == {"list.csv": content}


def test_an_empty_file_becomes_a_database(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    path.touch()
    Store.open(str(path)).close()
    assert path.stat().st_size > 0


def test_a_folder_that_is_not_there_cannot_hold_a_database(tmp_path: Path) -> None:
    with pytest.raises(CannotSave):
        Store.open(str(tmp_path / "nowhere" / "event.db"))


@pytest.mark.parametrize("address", ["mysql://x/y", "https://example.org/event", "://", "sqlite:///x"])
def test_an_address_that_is_neither_file_nor_postgresql_is_refused(address: str) -> None:
    with pytest.raises(NotADatabase):
        Store.open(address)


def test_a_server_that_does_not_answer_is_a_refusal(postgres_url: str) -> None:
    with pytest.raises(CannotSave):
        Store.open(postgres_url + "_that_is_not_there")


LLAVE = "la llave d'en Pep; ñandú"


def test_only_the_right_passphrase_opens_a_locked_file(tmp_path: Path) -> None:
    path = tmp_path / "locked.db"
    desk = desk_at(str(path), passphrase=LLAVE)
    book = lay(desk, 3)
    desk.close()
    before = path.read_bytes()
    for wrong in ("", "another", LLAVE + " ", LLAVE.upper()):
        with pytest.raises(NotADatabase):
            Store.open(str(path), wrong)
    assert path.read_bytes() == before
    assert len(kept(str(path), book.event.id, LLAVE)) > 3
    assert b"SQLite format 3" not in before
    assert b"Jordi Puig" not in before


def test_a_plain_file_needs_no_passphrase_and_takes_none(tmp_path: Path) -> None:
    path = tmp_path / "plain.db"
    Store.open(str(path)).close()
    with pytest.raises(NotADatabase):
        Store.open(str(path), "a passphrase")
    Store.open(str(path)).close()


@pytest.mark.parametrize("passphrase", ["", LLAVE])
def test_the_file_is_written_so_that_a_power_cut_loses_nothing(tmp_path: Path, passphrase: str) -> None:
    store = Store.open(str(tmp_path / "event.db"), passphrase)
    with store.engine.connect() as connection:
        settings = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "fullfsync")
        }
    store.close()
    assert settings == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "fullfsync": 1}


def test_the_sqlite_inside_is_one_that_does_not_lose_writes() -> None:
    assert tuple(int(part) for part in dbapi2.sqlite_version.split(".")) >= (3, 51, 3)

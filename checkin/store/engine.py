"""Opening a database by its address: a path is SQLite, a ``postgresql://`` URL is PostgreSQL.

SQLite goes through SQLCipher's driver, which carries an SQLite without the lost-write bug of Python 3.11's own, with a
write-ahead log, a full sync at each commit (a power cut loses nothing that was shown as done) and foreign keys on.
Nothing here connects anywhere but to the address given.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2 as sqlcipher

from checkin.errors import NotADatabase

BUSY_SECONDS = 5.0
"""How long a write waits for another program on the same file."""


def is_server(address: str) -> bool:
    """Whether an address is a database server's, and not a file's."""
    return "://" in address


def open_engine(address: str, passphrase: str = "") -> Engine:
    """An engine with one connection, held for as long as the program runs.

    Raises:
        NotADatabase: The address is no path and no PostgreSQL URL.
    """
    if not is_server(address):
        return _sqlite(Path(address), passphrase)
    try:
        url = make_url(address)
    except ArgumentError as error:
        raise NotADatabase(address) from error
    if not url.drivername.startswith("postgresql"):
        raise NotADatabase(address)
    url = url.set(drivername="postgresql+psycopg")
    return create_engine(url, hide_parameters=True, pool_pre_ping=True, connect_args={"connect_timeout": 3})


def write_ahead(engine: Engine) -> None:
    """Keep a write-ahead log from now on; only for a file that is known to be ours, since this writes into it."""
    if engine.dialect.name == "sqlite":
        with engine.connect() as connection:
            connection.exec_driver_sql("ROLLBACK")
            connection.exec_driver_sql("PRAGMA journal_mode = WAL")
            connection.exec_driver_sql("BEGIN")


def _sqlite(path: Path, passphrase: str) -> Engine:
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        module=sqlcipher,
        poolclass=StaticPool,
        hide_parameters=True,
        connect_args={"timeout": BUSY_SECONDS, "check_same_thread": False},
    )

    def prepare(connection: Any, _record: object) -> None:  # noqa: ANN401 - a driver's connection has no common type
        connection.isolation_level = None
        cursor = connection.cursor()
        if passphrase:
            quoted = passphrase.replace("'", "''")
            cursor.execute(f"PRAGMA key = '{quoted}'")
        for pragma in ("synchronous = FULL", "foreign_keys = ON", "fullfsync = ON"):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    event.listen(engine, "connect", prepare)
    event.listen(engine, "begin", _take_the_pen)
    return engine


def _take_the_pen(connection: Connection) -> None:
    """Begin; as the only writer at once where writing is meant, since a read that later writes would fail half-way."""
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("pen") else "BEGIN")

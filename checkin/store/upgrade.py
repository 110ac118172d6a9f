"""Bringing a database to the schema of this version, and refusing one that is newer.

The steps are Alembic's, one file a version in ``migrations/versions``. A database that is up to date costs one query.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text
from sqlalchemy.exc import DatabaseError, OperationalError, SQLAlchemyError

from checkin.errors import CannotSave, NewerDatabase, NotADatabase
from checkin.store.engine import write_ahead

LATEST = "0004"
"""The revision that this version writes."""

OURS = frozenset({"alembic_version", "head", "journal"})
"""Tables that no database of this program lacks."""

MIGRATIONS = Path(__file__).resolve().parent / "migrations"


def bring_up_to_date(engine: Engine, address: str) -> None:
    """Make or upgrade the schema.

    Raises:
        NotADatabase: The file is no database, belongs to another program, or has another passphrase.
        NewerDatabase: A newer version wrote it.
        CannotSave: It cannot be reached or written.
    """
    try:
        with engine.connect().execution_options(pen=True) as connection, connection.begin():
            revision = _revision(connection, address)
            if revision > LATEST:
                raise NewerDatabase(address, revision)
            if revision < LATEST:
                # Alembic takes longer to load than the rest of the store; a database of today never needs it.
                import_module("checkin.store.migrations.run").upgrade(connection, MIGRATIONS)
        write_ahead(engine)
    except OperationalError as error:
        raise CannotSave(str(error.orig)[:400]) from error
    except DatabaseError as error:
        raise NotADatabase(address) from error
    except SQLAlchemyError as error:
        raise CannotSave(str(error)[:400]) from error


def _revision(connection: Connection, address: str) -> str:
    """The database's revision; "" for a new one."""
    tables = set(inspect(connection).get_table_names())
    if not tables:
        return ""
    if not tables >= OURS:
        raise NotADatabase(address)
    return str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar() or "")

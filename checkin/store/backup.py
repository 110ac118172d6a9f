"""Copies of a running database, and the proof that a copy opens.

A copy is always one SQLite file, whatever the database: of a file by SQLite's online backup in one shot, of a server
row by row. It is written beside its place, opened, checked and only then renamed.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import delete, func, insert, select
from sqlalchemy.exc import SQLAlchemyError
from sqlcipher3 import dbapi2 as sqlcipher

from checkin.errors import CannotSave, CheckinError, DamagedBackup, FileExists
from checkin.store import journal, schema
from checkin.store.store import Store

NEWEST = 10
"""So many of the newest automatic copies are kept."""

QUARTER = timedelta(minutes=15)
"""Of older ones, one in each of these."""

_STAMP = "%Y%m%d-%H%M%S-%f"


def copy_to(store: Store, target: Path) -> Path:
    """Copy the whole database to ``target``, replacing what is there.

    Raises:
        FileExists: ``target`` is the database itself.
        CannotSave: The copy could not be written; what was at ``target`` is still there.
        DamagedBackup: The copy did not open or did not add up.
    """
    if not store.is_server and target.resolve() == Path(store.address).resolve():
        raise FileExists(str(target))
    beside = target.with_name(f".{target.name}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _remove(beside)
        if store.is_server:
            _copy_rows(store, beside)
        else:
            _copy(Path(store.address), beside, store.passphrase)
        check(beside, store.passphrase)
        beside.replace(target)
    except (OSError, sqlcipher.Error, SQLAlchemyError) as error:
        raise CannotSave(str(error)[:400]) from error
    finally:
        _remove(beside)
    return target


def check(path: Path, passphrase: str = "") -> int:
    """Open a copy and see that it is sound; returns its last journal row.

    Raises:
        DamagedBackup: It is not.
    """
    if not path.is_file():
        raise DamagedBackup(str(path), "missing")
    try:
        with _opened(path, passphrase) as connection:
            verdict = connection.execute("PRAGMA integrity_check").fetchone()[0]
            if verdict != "ok":
                raise DamagedBackup(str(path), str(verdict)[:200])
            rows, seq = connection.execute("SELECT (SELECT count(*) FROM journal), (SELECT seq FROM head)").fetchone()
    except sqlcipher.Error as error:
        raise DamagedBackup(str(path), str(error)[:200]) from error
    if rows != seq:
        raise DamagedBackup(str(path), f"{rows} of {seq} journal rows")
    return int(seq)


def restore_from(store: Store, source: Path) -> None:
    """Make the database what a copy says. The copy is checked first; the database stays open throughout.

    Raises:
        DamagedBackup: The copy is not sound; the database is as it was.
        CannotSave: The database could not be written; it is as it was.
    """
    check(source, store.passphrase)
    try:
        # Through a scratch copy: a copy of an older version is brought up to date, and the original is not touched. Not
        # by copying the file: what was written last may still be in a log beside it.
        with TemporaryDirectory(prefix="sobremesa-") as folder:
            scratch = Path(folder) / "copy.sobremesa"
            _copy(source, scratch, store.passphrase)
            old = Store.open(str(scratch), store.passphrase)
            try:
                _follow_the_chain(old, source)
                _replace_rows(old, store)
            finally:
                old.close()
    except (OSError, sqlcipher.Error) as error:
        raise CannotSave(str(error)[:400]) from error


def rotate(store: Store, folder: Path, now: datetime, keep: Path | None = None) -> Path:
    """Make an automatic copy and let go of those that are not needed any more, but never of ``keep``."""
    path = copy_to(store, folder / f"{now.strftime(_STAMP)}.sobremesa")
    kept: set[tuple[object, ...]] = set()
    for age, (made, old) in enumerate(_automatic(folder)):
        quarter = (made.date(), made.hour, made.minute // 15)
        wanted = keep is not None and keep.resolve() == old.resolve()
        if age >= NEWEST and quarter in kept and not wanted:
            _remove(old)
        kept.add(quarter)
    return path


def _automatic(folder: Path) -> list[tuple[datetime, Path]]:
    """The automatic copies in a folder and when they were made, newest first; other files there are somebody's own."""
    found = []
    for path in folder.glob("*.sobremesa"):
        with suppress(ValueError):
            found.append((datetime.strptime(path.stem, _STAMP).astimezone(), path))
    return sorted(found, reverse=True)


def sound(store: Store) -> str:
    """What the engine's own check says of the database: "ok", or the trouble."""
    if store.is_server:
        return "ok"
    try:
        with store.engine.connect() as connection:
            return str(connection.exec_driver_sql("PRAGMA integrity_check").scalar())
    except SQLAlchemyError as error:
        return str(getattr(error, "orig", error))[:200]


def _follow_the_chain(copy: Store, source: Path) -> None:
    """See that every journal row is as it was written: the engine's own check overlooks a changed letter."""
    last = journal.FIRST_HASH
    for row in copy.journal_rows():
        if not journal.follows(row, last):
            raise DamagedBackup(str(source), f"journal row {row['seq']}")
        last = str(row["hash"])
    if copy.head()[1] != last:
        raise DamagedBackup(str(source), "journal head")


@contextmanager
def _opened(path: Path, passphrase: str) -> Iterator[sqlcipher.Connection]:
    connection = sqlcipher.connect(str(path))
    try:
        if passphrase:
            quoted = passphrase.replace("'", "''")
            connection.execute(f"PRAGMA key = '{quoted}'")
        yield connection
    finally:
        connection.close()


def _copy(path: Path, target: Path, passphrase: str) -> None:
    with _opened(path, passphrase) as source, _opened(target, passphrase) as copy:
        source.backup(copy)
        # A copy travels as one file: no write-ahead log may be left beside it.
        copy.execute("PRAGMA journal_mode = DELETE")


def _copy_rows(store: Store, target: Path) -> None:
    copy = Store.open(str(target), store.passphrase)
    try:
        _replace_rows(store, copy)
        with copy.engine.connect() as connection:
            connection.exec_driver_sql("ROLLBACK")
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
            connection.exec_driver_sql("PRAGMA journal_mode = DELETE")
            connection.exec_driver_sql("BEGIN")
    finally:
        copy.close()


def _replace_rows(source: Store, target: Store) -> None:
    """Every row of ``source``, and only those, into ``target``, in one transaction."""
    tables = schema.metadata.sorted_tables
    try:
        with (
            source.engine.connect() as reading,
            target.engine.connect().execution_options(pen=True) as writing,
            writing.begin(),
        ):
            for table in reversed(tables):
                writing.execute(delete(table))
            for table in tables:
                key = next(iter(table.primary_key.columns))
                rows = [dict(row) for row in reading.execute(select(table).order_by(key)).mappings()]
                if rows:
                    writing.execute(insert(table), rows)
                copied = writing.execute(select(func.count()).select_from(table)).scalar()
                if copied != len(rows):
                    raise DamagedBackup(source.address, f"{table.name}: {copied} of {len(rows)} rows")
    except CheckinError:
        raise
    except SQLAlchemyError as error:
        raise CannotSave(str(getattr(error, "orig", None) or error)[:400]) from error


def _remove(path: Path) -> None:
    with suppress(OSError):  # what could not be made cannot be removed, and that is not what went wrong
        path.unlink()

"""Copies of the database: by hand, by themselves, and back again."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from platformdirs import user_data_path

from checkin.desk.outcomes import Counts
from checkin.desk.places import APP
from checkin.store import Store, backup


def emergency_file(store: Store) -> Path:
    """Where scans go that could not be saved: beside the database, or with the program's data for a server."""
    if store.is_server:
        folder = user_data_path(APP, appauthor=False, ensure_exists=True)
        return folder / "emergency.jsonl"
    return Path(store.address + ".emergency.jsonl")


def backup_folder(store: Store) -> Path:
    """Where automatic copies go."""
    if store.is_server:
        return user_data_path(APP, appauthor=False) / "backups"
    return Path(store.address + ".backups")


def copy(store: Store, path: Path) -> Counts:
    """Copy the database to ``path``; what the copy holds."""
    backup.copy_to(store, path)
    return counts(store)


def automatic(store: Store, now: datetime, keep: Path | None = None) -> Path:
    """Make an automatic copy beside the database and let go of those not needed any more, but never of ``keep``."""
    return backup.rotate(store, backup_folder(store), now, keep)


def restore(store: Store, path: Path) -> Counts:
    """Make the database what the copy says; what it holds then."""
    backup.restore_from(store, path)
    return counts(store)


def counts(store: Store) -> Counts:
    """What the database holds."""
    summaries = store.summaries()
    seq, _ = store.head()
    return Counts(len(summaries), sum(summary.guests for summary in summaries), seq)

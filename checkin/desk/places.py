"""Where things are kept when nobody says otherwise."""

from __future__ import annotations

import platform
from pathlib import Path

from platformdirs import user_data_path

from checkin import resources

APP = "sobremesa"


def default_address() -> str:
    """The database of this laptop."""
    return str(user_data_path(APP, appauthor=False, ensure_exists=True) / "sobremesa.db")


def rooms_folder() -> Path:
    """Where this laptop keeps its saved rooms."""
    return user_data_path(APP, appauthor=False, ensure_exists=True) / "rooms"


def default_station() -> str:
    """This laptop's name, for a station that was not given one."""
    return platform.node() or "door"


def sample_list() -> Path:
    """The registrations of the sample event."""
    return resources.path("sample", "registrations.csv")


def sample_event() -> Path:
    """Name, date and room of the sample event, as JSON."""
    return resources.path("sample", "event.json")

"""The databases that the desk's tests stand on: those of the store's tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from checkin.desk import Desk
from tests.evenings import desk_at
from tests.store.conftest import address, postgres_databases, postgres_server, postgres_url

__all__ = ["address", "postgres_databases", "postgres_server", "postgres_url"]


@pytest.fixture
def desk(address: str) -> Iterator[Desk]:
    """A desk over an empty database of either kind."""
    opened = desk_at(address)
    yield opened
    opened.close()

"""Random bytes of the system, some thousands at a time.

Asked for one ticket's at a time they cost a call to the system each, and at each of those another thread may go first
or be kept waiting: a file of fifty thousand people would hold the window up.
"""

from __future__ import annotations

import secrets
from threading import Lock

FETCHED = 1000
"""A hundred tickets' worth: what is left is copied at each ticket."""


class Chance:
    """Gives so many random bytes; none of them twice."""

    def __init__(self) -> None:
        """Nothing is fetched before it is needed."""
        self._left = b""
        self._lock = Lock()

    def __call__(self, count: int) -> bytes:
        """So many bytes."""
        with self._lock:
            if count > len(self._left):
                self._left = secrets.token_bytes(max(FETCHED, count))
            given, self._left = self._left[:count], self._left[count:]
        return given

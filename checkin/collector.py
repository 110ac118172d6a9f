"""The garbage collector set aside while a file's rows are made.

Fifty thousand people are millions of small values, none of them in a cycle, and the collector would go through all of
them again and again: a third of the time of an import, and half a second in which the window stands still. Knows
nothing of files or people.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

MANY = 100_000
"""So many values are a file's."""


@contextmanager
def set_aside() -> Iterator[None]:
    """No collection until the end of this, then as before; one within another changes nothing.

    Where very much was made, the collector leaves it alone for good: it goes when nobody holds it any more.
    """
    was_on = gc.isenabled()
    gc.disable()
    before = gc.get_count()[0]
    try:
        yield
    finally:
        if was_on:
            if gc.get_count()[0] - before > MANY:
                gc.freeze()
            gc.enable()

"""Values of which a large file makes hundreds of thousands: never changed, and made in a fifth of the time.

A dataclass that is frozen at run time sets each of its fields through a call; for the forty fields of a guest that
takes longer than reading their row. Of these the type checker alone sees that nobody writes to them.

>>> @value(frozen=True, slots=True)
... class Point:
...     x: int
>>> {Point(1), Point(1)}
{Point(x=1)}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as value
else:
    from dataclasses import dataclass

    def value(*, frozen: bool, slots: bool):  # noqa: ANN201 - to the type checker it is ``dataclass``
        """A dataclass with equality and a hash, as ``frozen=True`` gives them."""
        return dataclass(slots=slots, unsafe_hash=frozen)


__all__ = ["value"]

"""Rotation by arithmetic: an itinerary for every round that can be printed at arrival, before the others have come.

Whoever sits in seat ``a`` of table ``i`` in the first round sits at table ``(i + a·k) mod g`` in round ``k`` (from 0).
Two guests who shared a table had different seats there, say ``d`` apart; they meet again in two rounds that are ``e``
apart only if ``d·e`` is a multiple of ``g``. The same holds for two who meet first in a later round. So where no
``d`` below the number of seats and no ``e`` below the number of rounds give a multiple of ``g``, nobody meets anybody
twice, whoever comes, leaves, or never arrives.

>>> never_repeats(tables=25, seats=8, rounds=4), never_repeats(tables=24, seats=8, rounds=5)
(True, False)
>>> advice(tables=24, seats=8, rounds=5, guests=170)
23
"""

from __future__ import annotations


def never_repeats(tables: int, seats: int, rounds: int) -> bool:
    """Whether the itinerary lets nobody meet anybody twice.

    Args:
        tables: How many tables there are.
        seats: The seats of the largest.
        rounds: How many rounds.
    """
    return tables > 0 and all(
        distance * apart % tables for distance in range(1, seats) for apart in range(1, min(rounds, tables + 1))
    )


def stop(table: int, seat: int, round_: int, tables: int) -> int:
    """The table in a round of whoever had ``seat`` (from 0) of ``table`` in round 0."""
    return (table + seat * round_) % tables


def stops(table: int, seat: int, rounds: int, tables: int) -> tuple[int, ...]:
    """The tables of all rounds, the first included.

    >>> stops(table=3, seat=2, rounds=4, tables=7)
    (3, 5, 0, 2)
    """
    return tuple(stop(table, seat, round_, tables) for round_ in range(rounds))


def most_rounds(tables: int, seats: int) -> int:
    """How many rounds an itinerary keeps its promise for, never more than there are tables.

    >>> most_rounds(tables=10, seats=8), most_rounds(tables=23, seats=8)
    (2, 23)
    """
    rounds = 1
    while rounds < tables and never_repeats(tables, seats, rounds + 1):
        rounds += 1
    return rounds


def advice(tables: int, seats: int, rounds: int, guests: int) -> int | None:
    """The number of tables nearest to ``tables`` that makes the promise possible; None where none within 5 does.

    Of two that are equally near the smaller one is taken if it has seats for all ``guests``: a table fewer is easier
    to come by than a table more.
    """
    near = (tables + step for far in range(6) for step in ((-far, far) if far else (0,)))
    return next(
        (count for count in near if count * seats >= guests and never_repeats(count, seats, rounds)),
        None,
    )

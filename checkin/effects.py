"""What moving people would do, and which rules the room as it is breaks: counted before anybody decides.

Only pairs with somebody who moves are looked at, so that the answer can follow the mouse.

>>> Figures(acquaintances=7) - Figures(acquaintances=5, repeats=1)
Figures(acquaintances=2, repeats=-1, wishes_met=0, rules_broken=0)
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from checkin.book import Book
from checkin.changes import Change, Edit, Entity
from checkin.model import GuestId, SeatId, TableId
from checkin.rules import Rules


@dataclass(frozen=True, slots=True)
class Figures:
    """What the tables of some people come to.

    Attributes:
        acquaintances: Pairs at one table who have never shared one before, tonight or at an earlier event.
        repeats: Pairs at one table who have; not those whom a rule keeps together.
        wishes_met: Wishes whose two sit at one table.
        rules_broken: Rules that are broken there: pairs kept apart who sit together, pairs to be together who do not,
            people at another table than their own, people who need no step at a table with one.
    """

    acquaintances: int = 0
    repeats: int = 0
    wishes_met: int = 0
    rules_broken: int = 0

    def __sub__(self, other: Figures) -> Figures:
        """The difference."""
        return Figures(
            self.acquaintances - other.acquaintances,
            self.repeats - other.repeats,
            self.wishes_met - other.wishes_met,
            self.rules_broken - other.rules_broken,
        )


Places = Mapping[GuestId, TableId | None]


def effect(book: Book, change: Change, rules: Rules) -> tuple[Figures, Figures]:
    """What the tables of those who move in the round being seated come to before and after a change."""
    return effect_of_moves(book, places_after(book, change), rules)


def places_after(book: Book, change: Change) -> dict[GuestId, TableId | None]:
    """Where the people whose seats a change touches sit after it, in the round being seated; None for nowhere."""
    places: dict[GuestId, TableId | None] = {}
    for edit in change.edits:
        if edit.entity is Entity.SEAT and _round(book, edit) == book.round:
            left = (edit.before or {}).get("guest_id")
            if isinstance(left, int):
                places.setdefault(GuestId(left), None)
            came = (edit.after or {}).get("guest_id")
            if isinstance(came, int):
                places[GuestId(came)] = _table(book, edit)
    return places


def effect_of_moves(book: Book, moves: Places, rules: Rules, round_: int | None = None) -> tuple[Figures, Figures]:
    """What the tables of those who move come to before and after.

    Args:
        book: The event.
        moves: Who moves, and where to; None for to no table.
        rules: What the event has decided.
        round_: The round in question; the one being seated where it is left out.
    """
    number = round_ or book.round
    seats = ((who, book.seat_of(who, number)) for who in moves)
    old: dict[GuestId, TableId | None] = {who: None if seat is None else seat.table_id for who, seat in seats}
    here = {
        table: {guest.id for guest in book.people_at(table, number)}
        for table in {*old.values(), *moves.values()}
        if table is not None
    }
    there = {table: people - moves.keys() for table, people in here.items()}
    for who, table in moves.items():
        if table is not None:
            there[table].add(who)
    return _count(book, rules, old, here, number), _count(book, rules, moves, there, number)


def _count(book: Book, rules: Rules, places: Places, people: Mapping[TableId, set[GuestId]], round_: int) -> Figures:
    new = again = wishes = broken = 0
    for who, table in places.items():
        if table is None:
            continue
        beside = people[table]
        group, apart = rules.group_of(who), rules.apart.get(who, frozenset())
        wished, wishing = book.ties.wishes_of(who), book.ties.wished_by(who)
        for other in beside:
            if other == who or (other in places and places[other] == table and other < who):
                continue  # a pair that moves together is counted once
            if other not in group:
                met = book.ties.met(who, other) or met_tonight(book, who, other, round_)
                again, new = again + met, new + (not met)
            wishes += (other in wished) + (other in wishing)
            broken += other in apart
        broken += _away(book, rules, who, table)
        once = (GuestId(other) for other in group if other > who or other not in places)
        broken += sum(_elsewhere(book, places, other, table, round_) for other in once)
    return Figures(new, again, wishes, broken)


def _away(book: Book, rules: Rules, who: GuestId, table: TableId) -> int:
    """Whether somebody is at another table than their own, or at one with a step that they cannot take."""
    pin = rules.pin_of(who)
    step = rules.needs_step_free(who) and not book.tables[table].step_free
    return int(pin is not None and pin != table) + int(step and any(one.step_free for one in book.tables.values()))


def _elsewhere(book: Book, places: Places, other: GuestId, table: TableId, round_: int) -> bool:
    """Whether somebody sits, but at another table."""
    if other in places:
        return places[other] not in (None, table)
    seat = book.seat_of(other, round_)
    return seat is not None and seat.table_id != table


def met_tonight(book: Book, one: GuestId, other: GuestId, before: int) -> bool:
    """Whether two people shared a table in a round before one."""
    for round_ in range(1, before):
        here, there = book.seat_of(one, round_), book.seat_of(other, round_)
        if here is not None and there is not None and here.table_id == there.table_id:
            return True
    return False


# --- rules that are broken ---


class Breach(StrEnum):
    """How a rule is broken."""

    APART = "apart"
    TOGETHER = "together"
    PIN = "pin"
    HOST = "host"
    STEP = "step"


@dataclass(frozen=True, slots=True)
class Broken:
    """A rule that the room breaks.

    Attributes:
        people: Whom it is about, where they sit against it.
        table: The table where it happens; for people to be together who are not, that of the first of them.
        wanted: The table where it would be kept, where there is one.
    """

    breach: Breach
    people: tuple[GuestId, ...]
    table: TableId
    wanted: TableId | None = None


def broken_rules(book: Book, rules: Rules, round_: int | None = None) -> list[Broken]:
    """Every rule that a round breaks where people sit in it."""
    number = round_ or book.round
    place = {who: seat.table_id for who in _bound(rules) if (seat := book.seat_of(GuestId(who), number)) is not None}
    found: list[Broken] = []
    for one, others in sorted(rules.apart.items()):
        near = [
            other for other in sorted(others) if other > one and place.get(one) == place.get(other) and one in place
        ]
        found += [Broken(Breach.APART, (GuestId(one), GuestId(other)), place[one]) for other in near]
    for group in rules.together:
        seated = [who for who in sorted(group) if who in place]
        if len({place[who] for who in seated}) > 1:
            found.append(Broken(Breach.TOGETHER, tuple(map(GuestId, seated)), place[seated[0]]))
    for who, table in sorted(rules.pinned.items()):
        if place.get(who, table) != table:
            breach = Breach.HOST if who in rules.hosts else Breach.PIN
            found.append(Broken(breach, (GuestId(who),), place[who], TableId(table)))
    if not any(table.step_free for table in book.tables.values()):
        return found  # nobody has said where steps are
    found += [
        Broken(Breach.STEP, (GuestId(who),), place[who])
        for who in sorted(rules.step_free)
        if who in place and not book.tables[place[who]].step_free
    ]
    return found


def _bound(rules: Rules) -> Iterable[int]:
    """Everybody whom a rule is about."""
    return {*rules.apart, *rules.pinned, *rules.step_free, *(who for group in rules.together for who in group)}


def _round(book: Book, edit: Edit) -> int:
    seat = book.seats.get(SeatId(edit.id))
    return seat.round if seat is not None else int((edit.after or edit.before or {}).get("round") or 0)


def _table(book: Book, edit: Edit) -> TableId:
    seat = book.seats.get(SeatId(edit.id))
    return seat.table_id if seat is not None else TableId(int((edit.after or {}).get("table_id") or 0))

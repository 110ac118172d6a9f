"""Tables with too few people filled or emptied with the fewest moves.

Which tables are emptied is chosen exactly; who moves, among equally few, is chosen one by one for the least harm.
Nobody is moved against a rule: rather, a table stays short, and the change says so. Pure; nothing is left to luck.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from checkin.book import Book
from checkin.changes import Change, Kind
from checkin.effects import Figures, effect_of_moves
from checkin.mending import change_of, may_move, open_tables, put
from checkin.model import Guest, GuestId, TableId
from checkin.rules import Rules

HARM = Figures(acquaintances=0, repeats=100, wishes_met=-10, rules_broken=10_000)
"""What one more of each costs where people are chosen who move; a rule that is mended counts for them."""

COLLEAGUE, TRADE = 3, 1
"""What somebody of the same company, or only of the same sector, at the new table costs."""


@dataclass(frozen=True, slots=True)
class Shortage:
    """A table in use, as filling sees it.

    Attributes:
        people: How many sit there.
        seats: How many could.
        wanted: How many there should be.
        movable: How many of them may be moved alone.
        stays: Whether it cannot be emptied.
    """

    table: TableId
    people: int
    seats: int
    wanted: int
    movable: int
    stays: bool = False

    @property
    def lacking(self) -> int:
        """How many more there should be."""
        return max(0, self.wanted - self.people)

    @property
    def spare(self) -> int:
        """How many it can give away and still have enough."""
        return max(0, min(self.movable, self.people - self.wanted))

    @property
    def room(self) -> int:
        """How many it can take when it has enough."""
        return self.seats - max(self.people, self.wanted)


def fill(book: Book, minimum: int, rules: Rules) -> Change:
    """With the fewest moves, give every table in use ``minimum`` people, by filling it or by emptying it.

    Hosts and locked people stay; a group that stays together leaves a table that is emptied as a whole, or stays. Where
    too few can be moved, as much is done as can be, and the tables that stay short are in the facts.

    Raises:
        NothingToDo: No table is short, or none can be helped.
    """
    used = [table_id for table_id in open_tables(book) if book.people_at(table_id)]
    with_groups = {table_id for table_id in used if any(rules.group_of(one.id) for one in book.people_at(table_id))}
    tried: dict[frozenset[TableId], _Filling] = {}
    for staying in (set[TableId](), with_groups, set(used)):
        _try(book, rules, minimum, used, staying, tried)
    best = min(tried.values(), key=lambda one: (one.lacking, len(one.moved)))
    target = {who: seat.table_id for who in best.moved if (seat := best.book.seat_of(who)) is not None}
    short = sorted(book.tables[table].number for table in best.short())
    return change_of(book, target, Kind.FILLED, {"minimum": minimum, **({"short": short} if short else {})})


def _try(
    book: Book,
    rules: Rules,
    minimum: int,
    used: Sequence[TableId],
    staying: Iterable[TableId],
    tried: dict[frozenset[TableId], _Filling],
) -> None:
    """Empty the best choice of tables and fill the others; one whose people find no place stays after all."""
    kept = set(staying)
    while True:
        tables = [_shortage(book, rules, table_id, minimum, kept) for table_id in used]
        emptied = tables_to_empty(tables)
        if emptied in tried:
            return
        filling = _Filling(book.copy(), rules, {one.table: one for one in tables if one.table not in emptied})
        full = next((table for table in sorted(emptied) if not filling.empty(table)), None)
        if full is None:
            filling.draw_in()
            tried[emptied] = filling
            return
        kept.add(full)


def _shortage(book: Book, rules: Rules, table_id: TableId, minimum: int, kept: set[TableId]) -> Shortage:
    people, seats = book.people_at(table_id), len(book.seats_at(table_id))
    movable = sum(may_be_asked(rules, guest) for guest in people)
    stays = table_id in kept or _parties(book, rules, table_id) is None
    return Shortage(table_id, len(people), seats, min(minimum, seats), movable, stays)


def _parties(book: Book, rules: Rules, table_id: TableId) -> list[tuple[GuestId, ...]] | None:
    """Who gets up with whom when a table is emptied, the largest group first; None where somebody has to stay."""
    people = book.people_at(table_id)
    parties = set()
    for guest in people:
        group = sorted(GuestId(one) for one in rules.group_of(guest.id) or {guest.id} if GuestId(one) in book.sitting)
        if not may_move(rules, guest) or any(book.sitting[one] != table_id for one in group):
            return None
        parties.add(tuple(group))
    return sorted(parties, key=lambda party: (-len(party), party))


def tables_to_empty(tables: Sequence[Shortage]) -> frozenset[TableId]:
    """Which tables are better emptied than filled, or emptied to fill others: the exact choice with the fewest moves.

    Moves are the people of the emptied tables, or what the others lack, whichever is more: whoever leaves a table
    fills another. Choices are told apart by what they leave lacking, by how many people leave and by how many can be
    spared besides; of those alike in all three the one with the most room is kept, so the best of all subsets is found
    without trying them all.

    >>> def table(number, people): return Shortage(TableId(number), people, 8, 4, people)
    >>> sorted(tables_to_empty([table(1, 1), table(2, 3), table(3, 5), table(4, 4)]))
    [1]
    >>> sorted(tables_to_empty([table(1, 3), table(2, 8), table(3, 8)]))
    []
    """
    lacking, spare = sum(one.lacking for one in tables), sum(one.spare for one in tables)
    most = lacking + max((one.people for one in tables), default=0)
    choices = {(lacking, 0, spare): (sum(one.room for one in tables), frozenset[TableId]())}
    for one in sorted(tables, key=lambda one: not one.lacking):
        if one.stays:
            continue
        for (lack, leaving, spared), (room, chosen) in list(choices.items()):
            if not one.lacking and leaving + spared >= lack:
                continue  # there are people enough for the others; nobody has to leave a table that has enough
            choice = lack - one.lacking, leaving + one.people, spared - one.spare
            left = room - one.room
            if leaving + one.people <= most and left > choices.get(choice, (-1, chosen))[0]:
                choices[choice] = left, chosen | {one.table}

    def worth(choice: tuple[int, int, int]) -> tuple[int, int, int]:
        lack, leaving, spared = choice
        helped = min(lack, leaving + spared)
        return lack - helped, max(leaving, helped), len(choices[choice][1])

    possible = (
        (lack, leaving, spared)
        for (lack, leaving, spared), (room, chosen) in choices.items()
        if leaving - lack <= room and (len(chosen) < len(tables) or not tables)
    )
    return choices[min(possible, key=worth)][1]


class _Filling:
    """People brought to tables one by one, in a copy of the book."""

    def __init__(self, book: Book, rules: Rules, tables: Mapping[TableId, Shortage]) -> None:
        self.book, self.rules, self.tables = book, rules, tables
        self.moved: list[GuestId] = []

    def people(self, table: TableId) -> int:
        """How many sit at a table by now."""
        return len(self.book.people_at(table))

    def lack(self, table: TableId) -> int:
        """How many a table lacks still."""
        return max(0, self.tables[table].wanted - self.people(table))

    @property
    def lacking(self) -> int:
        """How many all of them lack still."""
        return sum(map(self.lack, self.tables))

    def short(self) -> list[TableId]:
        """The tables that have too few people still."""
        return [table for table in self.tables if self.lack(table)]

    def empty(self, table: TableId) -> bool:
        """Everybody leaves a table; False where somebody finds no place."""
        return all(self.settle(party) for party in _parties(self.book, self.rules, table) or ())

    def settle(self, party: tuple[GuestId, ...]) -> bool:
        """Some leave together: to a table that is short, else to one with free seats; False where there is none."""
        size = len(party)
        fitting = [
            (size - min(size, self.lack(table)), harm, self.people(table), table)
            for table, one in self.tables.items()
            if self.people(table) + size <= one.seats and (harm := self.harm(party, table)) is not None
        ]
        if fitting:
            self.move(party, min(fitting)[-1])
        return bool(fitting)

    def draw_in(self) -> None:
        """What is lacking still is given by the fullest tables that can, to the neediest that can be helped."""
        hopeless: set[TableId] = set()
        while short := [table for table in self.short() if table not in hopeless]:
            neediest = min(short, key=lambda table: (-self.lack(table), table))
            giver = self.giver(neediest)
            if giver is None:
                hopeless.add(neediest)
            else:
                self.move((giver,), neediest)

    def giver(self, table: TableId) -> GuestId | None:
        """Who comes to a table from the fullest of the others: the one with the least harm."""
        fullest: dict[int, list[GuestId]] = {}
        for other in self.tables:
            fullest.setdefault(self.people(other), []).extend(
                guest.id for guest in self.book.people_at(other) if self.may_give(guest, other)
            )
        for count in sorted(fullest, reverse=True):
            able = [(harm, who) for who in fullest[count] if (harm := self.harm((who,), table)) is not None]
            if able:
                return min(able)[1]
        return None

    def may_give(self, guest: Guest, table: TableId) -> bool:
        """Whether a table can do without somebody."""
        enough = self.people(table) > self.tables[table].wanted
        return enough and guest.id not in self.moved and may_be_asked(self.rules, guest)

    def harm(self, party: tuple[GuestId, ...], table: TableId) -> int | None:
        """What it would cost to have some at a table instead of at their own; None where it would break a rule."""
        before, after = effect_of_moves(self.book, dict.fromkeys(party, table), self.rules)
        more = after - before
        if more.rules_broken > 0:
            return None
        alike = sum(
            COLLEAGUE * _same(self.book.guests[who].company, other.company)
            or TRADE * _same(self.book.guests[who].sector, other.sector)
            for who in party
            for other in self.book.people_at(table)
        )
        return (
            alike
            + more.repeats * HARM.repeats
            + more.wishes_met * HARM.wishes_met
            + more.rules_broken * HARM.rules_broken
        )

    def move(self, party: tuple[GuestId, ...], table: TableId) -> None:
        """Bring some to a table."""
        for who in party:
            put(self.book, who, table)
        self.moved += party


def may_be_asked(rules: Rules, guest: Guest) -> bool:
    """Whether somebody may be moved alone: no rule binds them to a table or to others."""
    return may_move(rules, guest) and not rules.group_of(guest.id) and not rules.needs_step_free(guest.id)


def _same(one: str, other: str) -> bool:
    return bool(one.strip()) and one.strip().casefold() == other.strip().casefold()

"""Many places changed at once: everybody drawn anew, tables filled with the fewest moves, those who wait seated.

Each returns a change that nobody has written yet. Locked people, hosts, people with a table of their own and locked
tables are left alone. Pure: luck is given.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from checkin.book import Book
from checkin.changes import Change, Edit, Entity, Kind
from checkin.claims import TableState
from checkin.deck import Dealer
from checkin.effects import Figures, effect_of_moves
from checkin.errors import NothingToDo
from checkin.locks import locked_tables
from checkin.luck import Luck
from checkin.model import Guest, GuestId, TableId
from checkin.rulebook import tables_of
from checkin.rules import Present, Rules
from checkin.seating import draw

HARM = Figures(acquaintances=0, repeats=100, wishes_met=-10, rules_broken=10_000)
"""What one more of each costs where people are chosen who move."""

COLLEAGUE, TRADE = 3, 1
"""What somebody of the same company, or only of the same sector, at the new table costs."""


def shuffle(book: Book, rules: Rules, luck: Luck) -> Change:
    """Everybody who sits or waits drawn anew, as at the door, in an order by luck.

    Those who sit come before those who wait, so that nobody loses a seat.

    Raises:
        NothingToDo: Nobody may be moved.
    """
    seated = [guest for table_id in open_tables(book) for guest in book.people_at(table_id)]
    free = [guest.id for guest in seated if may_move(rules, guest)]
    waiting = [guest.id for guest in book.to_seat()]
    order = [GuestId(who) for group in (free, waiting) for who in luck.shuffled(list(map(int, group)), "shuffle")]
    target = _drawn(book, rules, luck, order, rising=free)
    return _change(book, target, Kind.SHUFFLED, {"luck": luck.event})


def seat_waiting(book: Book, rules: Rules, luck: Luck) -> Change:
    """Everybody who waits for a table drawn one, as at the door, in the order of arrival, while there are seats.

    Raises:
        NothingToDo: Nobody waits, or no seat is free.
    """
    target = _drawn(book, rules, luck, [guest.id for guest in book.to_seat()], rising=())
    return _change(book, target, Kind.WAITING_SEATED, {"luck": luck.event})


def _drawn(
    book: Book, rules: Rules, luck: Luck, order: list[GuestId], *, rising: list[GuestId] | tuple[()]
) -> dict[GuestId, TableId]:
    """A table for each, drawn one after the other in a copy of the book from which those ``rising`` have got up.

    Whoever has not had their turn counts as still to come, so that seats are held for them as at the door: for a
    group's others, for the people of a table, for those who need no step.
    """
    scratch = book.copy()
    still = set(order)
    present = Present(scratch.sitting, lambda who: who in still or book.to_come(who))  # type: ignore[arg-type]
    home = {who: seat.table_id for who in rising if (seat := book.seat_of(who)) is not None}
    for who in rising:
        _put(scratch, who, None)
    dealer, target = Dealer(luck), dict[GuestId, TableId]()
    shut = locked_tables(book)
    for counter, who in enumerate(order):
        states = [state for state in tables_of(scratch, rules, luck) if state.table not in shut]
        drawn = draw(states, guest=who, counter=counter, luck=luck, dealer=dealer, rules=rules, present=present)
        still.discard(who)
        table = _fallback(scratch, states, home.get(who)) if drawn is None else TableId(drawn.table)
        if table is not None:
            target[who] = table
            _put(scratch, who, table)
    return target


def _fallback(book: Book, states: list[TableState], home: TableId | None) -> TableId | None:
    """Who had a seat keeps one, where the draw has none."""
    if home is None:
        return None
    tables = (home, *(TableId(state.table) for state in states), *open_tables(book))
    return next((table for table in tables if book.free_seat(table) is not None), None)


def _put(book: Book, who: GuestId, table: TableId | None) -> None:
    """Move somebody in a copy of a book."""
    edits = []
    if (seat := book.seat_of(who)) is not None:
        edits.append(Edit(Entity.SEAT, seat.id, {"guest_id": who}, {"guest_id": None}))
    book.apply(Change(Kind.MOVED, tuple(edits)))
    if table is not None and (chair := book.free_seat(table)) is not None:
        book.apply(Change(Kind.MOVED, (Edit(Entity.SEAT, chair.id, {"guest_id": None}, {"guest_id": who}),)))


# --- filling ---


@dataclass(frozen=True, slots=True)
class Shortage:
    """A table in use, as filling sees it.

    Attributes:
        people: How many sit there.
        seats: How many could.
        wanted: How many there should be.
        movable: How many of them may be moved.
    """

    table: TableId
    people: int
    seats: int
    wanted: int
    movable: int

    @property
    def lacking(self) -> int:
        """How many more there should be."""
        return max(0, self.wanted - self.people)

    @property
    def spare(self) -> int:
        """How many it can give away and still have enough."""
        return max(0, min(self.movable, self.people - self.wanted))


def fill(book: Book, minimum: int, rules: Rules) -> Change:
    """With the fewest moves, give every table in use ``minimum`` people, by filling it or by emptying it.

    Which tables are emptied is chosen exactly, so that no other choice needs fewer moves; who moves, among equally few,
    is chosen for the least harm. People whom a rule binds (hosts, locked people, groups, those who need a table
    without a step) do not move. Where too few can be moved, as much is done as can be, and the tables that stay short
    are in the facts.

    Raises:
        NothingToDo: No table is short, or none can be helped.
    """
    tables = [_shortage(book, rules, table_id, minimum) for table_id in open_tables(book) if book.people_at(table_id)]
    emptied = tables_to_empty(tables)
    scratch = book.copy()
    filling = _Filling(scratch, rules, {one.table: one for one in tables if one.table not in emptied})
    leaving = [guest.id for table_id in emptied for guest in book.people_at(table_id)]
    for who in leaving:
        filling.settle(who)
    filling.draw_in()
    target = {who: seat.table_id for who in filling.moved if (seat := scratch.seat_of(who)) is not None}
    short = sorted(
        book.tables[one.table].number
        for one in tables
        if one.table not in emptied and len(scratch.people_at(one.table)) < one.wanted
    )
    return _change(book, target, Kind.FILLED, {"minimum": minimum, **({"short": short} if short else {})})


def _shortage(book: Book, rules: Rules, table_id: TableId, minimum: int) -> Shortage:
    people, seats = book.people_at(table_id), len(book.seats_at(table_id))
    movable = sum(may_be_asked(rules, guest) for guest in people)
    return Shortage(table_id, len(people), seats, min(minimum, seats), movable)


def tables_to_empty(tables: list[Shortage]) -> frozenset[TableId]:
    """Which tables that are short are better emptied than filled: the exact choice with the fewest moves.

    Moves are the people of the emptied tables, or what the others lack, whichever is more: whoever leaves a table
    fills another. Choices are told apart by what they leave lacking, by the room they leave and by how many people
    leave; of those alike in all three one is kept, so the best of all subsets is found without trying them all.

    >>> def table(number, people): return Shortage(TableId(number), people, 8, 4, people)
    >>> sorted(tables_to_empty([table(1, 1), table(2, 3), table(3, 5), table(4, 4)]))
    [1]
    >>> sorted(tables_to_empty([table(1, 3), table(2, 8), table(3, 8)]))
    []
    """
    lacking = sum(one.lacking for one in tables)
    spare = sum(one.spare for one in tables)
    room = sum(one.seats - max(one.people, one.wanted) for one in tables)
    choices: dict[tuple[int, int, int], frozenset[TableId]] = {(lacking, room, 0): frozenset()}
    for one in tables:
        if one.lacking and one.movable == one.people:
            for (lack, left, leaving), chosen in list(choices.items()):
                key = (lack - one.lacking, left - (one.seats - one.wanted), leaving + one.people)
                choices.setdefault(key, chosen | {one.table})

    def worth(choice: tuple[tuple[int, int, int], frozenset[TableId]]) -> tuple[int, int, int]:
        (lack, _, leaving), chosen = choice
        helped = min(lack, leaving + spare)
        return lack - helped, max(leaving, helped), len(chosen)

    possible = [
        ((lack, left, leaving), chosen)
        for (lack, left, leaving), chosen in choices.items()
        if leaving - lack <= left and len(chosen) < len(tables)
    ]
    return min(possible, key=worth)[1] if possible else frozenset()


class _Filling:
    """People brought to tables one by one, in a copy of the book."""

    def __init__(self, book: Book, rules: Rules, tables: Mapping[TableId, Shortage]) -> None:
        self.book, self.rules, self.tables = book, rules, tables
        self.moved: list[GuestId] = []

    def people(self, table: TableId) -> int:
        """How many sit at a table by now."""
        return len(self.book.people_at(table))

    def short(self) -> list[TableId]:
        """The tables that have too few people still."""
        return [table for table, one in self.tables.items() if self.people(table) < one.wanted]

    def settle(self, who: GuestId) -> None:
        """Somebody leaves a table that is emptied: to one that is short, else to one with a free seat."""
        open_ = self.short() or [table for table, one in self.tables.items() if self.people(table) < one.seats]
        if open_:
            self.move(who, min(open_, key=lambda table: (self.harm(who, table), self.people(table), table)))

    def draw_in(self) -> None:
        """What is lacking still is given by the fullest tables."""
        while short := self.short():
            givers = [
                (self.people(table), [guest.id for guest in self.book.people_at(table) if self.may_give(guest, table)])
                for table in self.tables
            ]
            fullest = max((count for count, people in givers if people), default=0)
            people = [who for count, given in givers if count == fullest for who in given]
            if not people:
                return
            neediest = min(short, key=lambda table: (self.people(table) - self.tables[table].wanted, table))
            self.move(min(people, key=lambda who: (self.harm(who, neediest), who)), neediest)

    def may_give(self, guest: Guest, table: TableId) -> bool:
        """Whether a table can do without somebody."""
        enough = self.people(table) > self.tables[table].wanted
        return enough and guest.id not in self.moved and may_be_asked(self.rules, guest)

    def harm(self, who: GuestId, table: TableId) -> int:
        """What it would cost to have somebody at a table instead of at their own."""
        before, after = effect_of_moves(self.book, {who: table}, self.rules)
        more, guest = after - before, self.book.guests[who]
        alike = sum(
            COLLEAGUE * _same(guest.company, other.company) or TRADE * _same(guest.sector, other.sector)
            for other in self.book.people_at(table)
        )
        return (
            alike
            + more.repeats * HARM.repeats
            + more.wishes_met * HARM.wishes_met
            + more.rules_broken * HARM.rules_broken
        )

    def move(self, who: GuestId, table: TableId) -> None:
        """Bring somebody to a table."""
        _put(self.book, who, table)
        self.moved.append(who)


def _same(one: str, other: str) -> bool:
    return bool(one.strip()) and one.strip().casefold() == other.strip().casefold()


# --- who and where ---


def open_tables(book: Book) -> list[TableId]:
    """The tables that take part, by number: open, not reserved, not locked."""
    shut = locked_tables(book)
    return [table.id for table in book.room() if table.open and not table.reserved and table.id not in shut]


def may_move(rules: Rules, guest: Guest) -> bool:
    """Whether somebody may be drawn anew: not with a table of their own, nor having left while keeping a seat."""
    return guest.left_at is None and guest.id not in rules.bound


def may_be_asked(rules: Rules, guest: Guest) -> bool:
    """Whether somebody may be moved alone: no rule binds them to a table or to others."""
    return may_move(rules, guest) and not rules.group_of(guest.id) and not rules.needs_step_free(guest.id)


def _change(book: Book, target: Mapping[GuestId, TableId], kind: Kind, facts: dict[str, object]) -> Change:
    """Everybody to their table: who stays there keeps the chair, the others rise before anybody sits down."""
    going = {who: table for who, table in target.items() if _table(book, who) != table}
    if not going:
        raise NothingToDo(str(kind))
    rising = [seat for who in going if (seat := book.seat_of(who)) is not None]
    left = {seat.id for seat in rising}
    free = {
        table: iter([seat.id for seat in book.seats_at(table) if seat.guest_id is None or seat.id in left])
        for table in going.values()
    }
    sitting = [
        Edit(Entity.SEAT, next(free[table]), {"guest_id": None}, {"guest_id": who}) for who, table in going.items()
    ]
    edits = [Edit(Entity.SEAT, seat.id, {"guest_id": seat.guest_id}, {"guest_id": None}) for seat in rising]
    return Change(kind, (*edits, *sitting), {"people": sorted(going), **facts})


def _table(book: Book, who: GuestId) -> TableId | None:
    seat = book.seat_of(who)
    return None if seat is None else seat.table_id

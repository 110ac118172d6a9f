"""Many places changed at once: everybody drawn anew, those who wait seated; what filling shares with them.

Each returns a change that nobody has written yet. Locked people, hosts, people with a table of their own and locked
tables are left alone. Pure: luck is given.
"""

from __future__ import annotations

from collections.abc import Mapping

from checkin.book import Book
from checkin.changes import Change, Edit, Entity, Kind
from checkin.claims import TableState
from checkin.deck import Dealer
from checkin.effects import places_after
from checkin.errors import Locked, NothingToDo, StaleChange
from checkin.locks import locked_tables
from checkin.luck import Luck
from checkin.model import Guest, GuestId, TableId
from checkin.rulebook import tables_of
from checkin.rules import Present, Rules
from checkin.seating import draw


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
    return change_of(book, target, Kind.SHUFFLED, {"luck": luck.event})


def seat_waiting(book: Book, rules: Rules, luck: Luck) -> Change:
    """Everybody who waits for a table drawn one, as at the door, in the order of arrival, while there are seats.

    Raises:
        NothingToDo: Nobody waits, or no seat is free.
    """
    target = _drawn(book, rules, luck, [guest.id for guest in book.to_seat()], rising=())
    return change_of(book, target, Kind.WAITING_SEATED, {"luck": luck.event})


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
        put(scratch, who, None)
    dealer, target = Dealer(luck), dict[GuestId, TableId]()
    shut = locked_tables(book)
    for counter, who in enumerate(order):
        states = [state for state in tables_of(scratch, rules, luck) if state.table not in shut]
        drawn = draw(states, guest=who, counter=counter, luck=luck, dealer=dealer, rules=rules, present=present)
        still.discard(who)
        table = _fallback(scratch, states, home.get(who)) if drawn is None else TableId(drawn.table)
        if table is not None:
            target[who] = table
            put(scratch, who, table)
    return target


def _fallback(book: Book, states: list[TableState], home: TableId | None) -> TableId | None:
    """Who had a seat keeps one, where the draw has none."""
    if home is None:
        return None
    tables = (home, *(TableId(state.table) for state in states), *open_tables(book))
    return next((table for table in tables if book.free_seat(table) is not None), None)


def put(book: Book, who: GuestId, table: TableId | None) -> None:
    """Move somebody in a copy of a book."""
    edits = []
    if (seat := book.seat_of(who)) is not None:
        edits.append(Edit(Entity.SEAT, seat.id, {"guest_id": who}, {"guest_id": None}))
    book.apply(Change(Kind.MOVED, tuple(edits)))
    if table is not None and (chair := book.free_seat(table)) is not None:
        book.apply(Change(Kind.MOVED, (Edit(Entity.SEAT, chair.id, {"guest_id": None}, {"guest_id": who}),)))


def check_still(book: Book, planned: Change, rules: Rules) -> None:
    """See that what was planned may be written still: the rows it changes are compared elsewhere, what binds them here.

    Raises:
        Locked: Somebody whom it moves, or a table that it touches, has been locked meanwhile.
        StaleChange: Somebody whom it moves has left meanwhile, or was taken back.
    """
    shut = locked_tables(book)
    for who, table in places_after(book, planned).items():
        guest, home = book.guests.get(who), _table(book, who)
        if guest is None or not guest.arrived or guest.left_at is not None:
            raise StaleChange(str(Entity.GUEST), who)
        for one in (home, table):
            if one is not None and one in shut:
                raise Locked("", book.tables[one].number)
        if home is not None and rules.bound.get(who) == home != table:
            raise Locked(book.display_name(who), book.tables[home].number)


# --- who and where ---


def open_tables(book: Book) -> list[TableId]:
    """The tables that take part, by number: open, not reserved, not locked."""
    shut = locked_tables(book)
    return [table.id for table in book.room() if table.open and not table.reserved and table.id not in shut]


def may_move(rules: Rules, guest: Guest) -> bool:
    """Whether somebody may be drawn anew: not with a table of their own, nor having left while keeping a seat."""
    return guest.left_at is None and guest.id not in rules.bound


def change_of(book: Book, target: Mapping[GuestId, TableId], kind: Kind, facts: dict[str, object]) -> Change:
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

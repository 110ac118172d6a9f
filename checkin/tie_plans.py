"""Plans for rules, wishes, the memory of earlier events, and how the draw weighs: what to write, not yet written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from checkin.book import Book
from checkin.changes import Change, Edit, Entity, Kind
from checkin.errors import NoSuchGuest, NoSuchRule, RuleImpossible
from checkin.model import GuestId, Past, PastId, Rule, RuleId, RuleKind, TableId, Wish, WishId
from checkin.plans import Ids
from checkin.rows import to_row

FEWEST = {RuleKind.TOGETHER: 2, RuleKind.APART: 2, RuleKind.HOST: 1, RuleKind.PIN: 1, RuleKind.LOCK: 0}


def rule(book: Book, kind: RuleKind, people: Sequence[GuestId], table_id: TableId | None, ids: Ids) -> Change:
    """Add a rule.

    Raises:
        NoSuchGuest: One of the people is unknown.
        RuleImpossible: Too few people, no table where one is needed, no table with seats enough, or another rule says
            the contrary.
    """
    everybody = sorted(dict.fromkeys(people))
    for guest_id in everybody:
        if guest_id not in book.guests:
            raise NoSuchGuest(str(guest_id))
    needs_table = kind in (RuleKind.HOST, RuleKind.PIN, RuleKind.LOCK)
    if len(everybody) < FEWEST[kind]:
        raise RuleImpossible("too_few", str(kind))
    if needs_table and table_id is None:
        raise RuleImpossible("no_table", str(kind))
    _check(book, kind, everybody, table_id)
    made = Rule(
        RuleId(ids(Entity.RULE, 1)),
        book.event.id,
        kind,
        " ".join(map(str, everybody)),
        table_id if needs_table else None,
    )
    return Change(
        Kind.RULED,
        (Edit(Entity.RULE, made.id, None, to_row(made)),),
        {"rule": str(kind), "people": list(everybody), "table": _number(book, made.table_id)},
        everybody[0] if len(everybody) == 1 else None,
    )


def drop_rule(book: Book, rule_id: RuleId) -> Change:
    """Take a rule away; seats that it held are free again.

    Raises:
        NoSuchRule: There is none with that id.
    """
    known = book.ties.rules.get(rule_id)
    if known is None:
        raise NoSuchRule(int(rule_id))
    facts = {"rule": str(known.kind), "people": list(known.guest_ids), "dropped": True}
    return Change(Kind.RULED, (Edit(Entity.RULE, known.id, to_row(known), None),), facts)


def _check(book: Book, kind: RuleKind, people: Sequence[GuestId], table_id: TableId | None) -> None:
    """Refuse what can never be kept, as far as that can be seen at once."""
    if kind is RuleKind.TOGETHER:
        largest = max((len(book.seats_at(table.id, 1)) for table in book.tables.values()), default=0)
        if len(people) > largest:
            raise RuleImpossible("too_many", str(largest))
    contrary = {RuleKind.TOGETHER: RuleKind.APART, RuleKind.APART: RuleKind.TOGETHER}.get(kind)
    for other in book.ties.rules.values():
        both = set(other.guest_ids) & set(people)
        if other.kind is contrary and len(both) > 1:
            raise RuleImpossible("contrary", str(other.kind))
        if table_id is not None and other.table_id not in (None, table_id) and both:
            raise RuleImpossible("other_table", str(_number(book, other.table_id)))
    if table_id is not None:
        pinned = {
            guest for other in book.ties.rules.values() if other.table_id == table_id for guest in other.guest_ids
        }
        if len(pinned | set(people)) > len(book.seats_at(table_id, 1)):
            raise RuleImpossible("table_full", str(_number(book, table_id)))


def _number(book: Book, table_id: TableId | None) -> int | None:
    return None if table_id is None else book.tables[table_id].number


def wish(book: Book, guest_id: GuestId, other_id: GuestId, ids: Ids) -> Change:
    """Somebody says here whom they want to meet."""
    for one in (guest_id, other_id):
        if one not in book.guests:
            raise NoSuchGuest(str(one))
    if guest_id == other_id:
        raise RuleImpossible("oneself", "")
    known = book.ties.wish(guest_id, other_id)
    if known is not None:
        edits: tuple[Edit, ...] = ()
        if not known.by_hand:
            edits = (Edit(Entity.WISH, known.id, {"by_hand": False}, {"by_hand": True}),)
    else:
        made = Wish(WishId(ids(Entity.WISH, 1)), book.event.id, guest_id, other_id, by_hand=True)
        edits = (Edit(Entity.WISH, made.id, None, to_row(made)),)
    return Change(Kind.WISHED, edits, {"people": [guest_id, other_id]}, guest_id)


def drop_wish(book: Book, guest_id: GuestId, other_id: GuestId) -> Change:
    """Somebody wants to meet another no more."""
    known = book.ties.wish(guest_id, other_id)
    if known is None:
        raise NoSuchGuest(str(other_id))
    facts = {"people": [guest_id, other_id], "dropped": True}
    return Change(Kind.WISHED, (Edit(Entity.WISH, known.id, to_row(known), None),), facts, guest_id)


def remember(book: Book, pairs: Iterable[tuple[int, int]], ids: Ids) -> Change:
    """Who has met whom before, as the other events tell; without edits where that is known already.

    Args:
        book: The event.
        pairs: Guests of this event who shared a table at another.
        ids: Sets ids aside.
    """
    met: dict[int, set[int]] = {}
    for one, other in pairs:
        if one != other:
            met.setdefault(min(one, other), set()).add(max(one, other))
    held = {past.guest_id: past for past in book.ties.past.values()}
    edits: list[Edit] = []
    for guest_id in sorted({*met, *held}):
        told = " ".join(map(str, sorted(met.get(guest_id, ()))))
        known = held.get(GuestId(guest_id))
        if known is None:
            past = Past(PastId(ids(Entity.PAST, 1)), book.event.id, GuestId(guest_id), told)
            edits.append(Edit(Entity.PAST, past.id, None, to_row(past)))
        elif not told:
            edits.append(Edit(Entity.PAST, known.id, to_row(known), None))
        elif told != known.met:
            edits.append(Edit(Entity.PAST, known.id, {"met": known.met}, {"met": told}))
    return Change(Kind.REMEMBERED, tuple(edits), {"pairs": sum(map(len, met.values()))})


def mode(book: Book, name: str) -> Change:
    """How the draw weighs from now on: ``seating.PURE`` or ``seating.OPEN_UP``."""
    edit = Edit(Entity.EVENT, book.event.id, {"mode": book.event.mode}, {"mode": name})
    return Change(Kind.SET, (edit,) if name != book.event.mode else (), {"name": "mode", "value": name})

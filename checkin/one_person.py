"""Two guests who are one person: what becomes of both, as one change.

Somebody registered twice, or came as a companion and had a registration of their own. One guest stays and takes over
what the other has: tickets (each still admits), arrival and seat where the first has none, what was not known, wishes,
rules, whom they met before, whom they bring. Later lists know the guest by the keys of both. Pure.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

from checkin import joining
from checkin.book import Book
from checkin.changes import Change, Edit, Entity, Kind
from checkin.errors import NoSuchGuest, SamePerson
from checkin.model import Guest, GuestId, Past, PastId, Rule, RuleKind, Seat
from checkin.plans import Ids, edit_guest
from checkin.rows import to_row
from checkin.tie_plans import FEWEST

_CONTRARY = {RuleKind.TOGETHER: RuleKind.APART, RuleKind.APART: RuleKind.TOGETHER}


def likely_to_stay(book: Book, one_id: GuestId, other_id: GuestId) -> GuestId:
    """Who of two stays if nobody says otherwise: who sits, who has come, who has a row of their own, the first."""

    def worth(guest: Guest) -> tuple[bool, ...]:
        return book.seat_of(guest.id) is not None, guest.arrived, bool(guest.row), guest.companion_of is None

    return max((one_id, other_id), key=lambda guest_id: worth(book.guests[guest_id]))


def given_up(book: Book, kept_id: GuestId, other_id: GuestId) -> list[Seat]:
    """The seats that become free because the guest who stays has one in the same round."""
    return [seat for seat in _seats(book, other_id) if book.seat_of(kept_id, seat.round) is not None]


def one_person(book: Book, kept_id: GuestId, other_id: GuestId, ids: Ids) -> Change:
    """Make one guest of two.

    Args:
        book: The event.
        kept_id: Who stays; what both have is taken from them.
        other_id: Who is the same person; no guest any more afterwards.
        ids: Sets ids aside.

    Raises:
        NoSuchGuest: One of them is unknown.
        SamePerson: They are one guest already.
    """
    for guest_id in (kept_id, other_id):
        if guest_id not in book.guests:
            raise NoSuchGuest(str(guest_id))
    if kept_id == other_id:
        raise SamePerson(book.display_name(kept_id))
    kept, other = book.guests[kept_id], book.guests[other_id]
    brought_by = _brought_by(kept, other)
    alone = replace(kept, companion_of=brought_by)  # nobody may come with somebody who is no guest any more
    moved = edit_guest(kept, companion_of=brought_by)
    staying = edit_guest(alone, **_both(book, kept, other))
    edits = [
        *_tickets(book, kept, other),
        *_chairs(book, kept, other),
        *_wishes(book, kept, other),
        *_rules(book, kept, other),
        *_past(book, kept, other, ids),
        *_companions(book, kept, other),
        *([moved] if moved else ()),
        Edit(Entity.GUEST, other.id, to_row(other), None),
        *([staying] if staying else ()),
    ]
    return Change(Kind.MERGED, tuple(edits), {"other": int(other.id)}, kept.id)


# --- the person ---


def _both(book: Book, kept: Guest, other: Guest) -> dict[str, object]:
    """The fields of the one who stays, filled up from the other."""
    told: dict[str, object] = {
        name: getattr(other, name) for name in joining.TEXTS if not getattr(kept, name) and getattr(other, name)
    }
    if kept.name is None:
        told |= {name: getattr(other, name) for name in ("name", "given", "family", "named_here")}
    if not kept.row:
        told |= {"row": other.row, "source": other.source}
    surest = min(kept, other, key=lambda guest: joining.SURER.index(guest.standing))
    return (
        told
        | _came(kept, other)
        | {
            "key": _key(book, kept, other),
            "step_free": kept.step_free or other.step_free,
            "vip": kept.vip or other.vip,
            "standing": surest.standing,
            "reason": surest.reason,
            "blocked": kept.blocked or other.blocked,
            "answers": _answers(kept, other),
        }
    )


def _came(kept: Guest, other: Guest) -> dict[str, object]:
    """Arrival and badge: the other's where the one who stays has none; inside where either is."""
    told: dict[str, object] = {}
    if not kept.arrived:
        told |= {name: getattr(other, name) for name in ("arrival", "arrived_at", "station", "left_at")}
    elif other.arrived and other.left_at is None:
        told["left_at"] = None
    if kept.badge_printed_at is None:
        told |= {"badge_printed_at": other.badge_printed_at, "badge_print": other.badge_print}
    return told


def _key(book: Book, kept: Guest, other: Guest) -> str:
    """The keys of both; first the one of a row of their own, which says more than a line of somebody else's."""
    first, second = (other, kept) if _by_the_way(book, kept) and not _by_the_way(book, other) else (kept, other)
    return joining.both(first.key, second.key)


def _by_the_way(book: Book, guest: Guest) -> bool:
    """Whether a list knows somebody only as whom another guest brings."""
    host = book.guests.get(guest.companion_of) if guest.companion_of is not None else None
    return host is not None and guest.key.startswith(f"{joining.first(host.key)}+")


def _brought_by(kept: Guest, other: Guest) -> GuestId | None:
    hosts = (kept.companion_of, other.companion_of)
    return next((host for host in hosts if host is not None and host not in (kept.id, other.id)), None)


def _answers(kept: Guest, other: Guest) -> str:
    mine, theirs = (json.loads(guest.answers or "[]") for guest in (kept, other))
    more = [pair for pair in theirs if pair not in mine]
    return json.dumps([*mine, *more], ensure_ascii=False) if more else kept.answers


# --- what hangs on the other ---


def _tickets(book: Book, kept: Guest, other: Guest) -> Iterator[Edit]:
    held = (ticket for ticket in book.tickets.values() if ticket.guest_id == other.id)
    for ticket in held:
        yield Edit(Entity.TICKET, ticket.id, {"guest_id": other.id}, {"guest_id": kept.id})


def _seats(book: Book, guest_id: GuestId) -> list[Seat]:
    return [seat for seat in book.seats.values() if seat.guest_id == guest_id]


def _chairs(book: Book, kept: Guest, other: Guest) -> Iterator[Edit]:
    free = {seat.id for seat in given_up(book, kept.id, other.id)}
    for seat in _seats(book, other.id):
        after = None if seat.id in free else kept.id
        yield Edit(Entity.SEAT, seat.id, {"guest_id": other.id}, {"guest_id": after})


def _wishes(book: Book, kept: Guest, other: Guest) -> Iterator[Edit]:
    """The other's wishes and those for them; one that is there already goes, a wish to meet oneself as well."""
    there = {(wish.guest_id, wish.other_id) for wish in book.ties.wishes.values()}
    for wish in list(book.ties.wishes.values()):
        if other.id not in (wish.guest_id, wish.other_id):
            continue
        one, whom = (kept.id if guest_id == other.id else guest_id for guest_id in (wish.guest_id, wish.other_id))
        if one == whom or (one, whom) in there:
            yield Edit(Entity.WISH, wish.id, to_row(wish), None)
            continue
        there.add((one, whom))
        yield Edit(
            Entity.WISH,
            wish.id,
            {"guest_id": wish.guest_id, "other_id": wish.other_id},
            {"guest_id": one, "other_id": whom},
        )


def _rules(book: Book, kept: Guest, other: Guest) -> Iterator[Edit]:
    """The other's rules are the kept one's from now on, but for those that say the contrary of theirs."""
    for rule in list(book.ties.rules.values()):
        if other.id not in rule.guest_ids:
            continue
        rest = {guest_id for guest_id in rule.guest_ids if guest_id != other.id}
        people = rest if _contradicts(book, rule, kept.id, other.id) else rest | {kept.id}
        told = " ".join(map(str, sorted(people)))
        if len(people) < max(1, FEWEST[rule.kind]) or _said(book, rule, told):
            yield Edit(Entity.RULE, rule.id, to_row(rule), None)
        else:
            yield Edit(Entity.RULE, rule.id, {"people": rule.people}, {"people": told})


def _contradicts(book: Book, rule: Rule, kept_id: GuestId, other_id: GuestId) -> bool:
    """Whether a rule of the one who stays wants another table, or apart whom this one wants together."""
    theirs = [one for one in book.ties.rules.values() if one.id != rule.id and kept_id in one.guest_ids]
    if rule.table_id is not None and any(one.table_id not in (None, rule.table_id) for one in theirs):
        return True
    contrary = (one for one in theirs if one.kind is _CONTRARY.get(rule.kind))
    return any(set(one.guest_ids) & set(rule.guest_ids) - {kept_id, other_id} for one in contrary)


def _said(book: Book, rule: Rule, people: str) -> bool:
    """Whether another rule says just that already."""
    others = (one for one in book.ties.rules.values() if one.id != rule.id)
    return any((one.kind, one.table_id, one.people) == (rule.kind, rule.table_id, people) for one in others)


def _past(book: Book, kept: Guest, other: Guest, ids: Ids) -> Iterator[Edit]:
    """Whom either met before; each pair is kept with the smaller of the two ids."""
    held = {past.guest_id: past for past in book.ties.past.values()}
    met = {guest_id: set(past.guest_ids) for guest_id, past in held.items()}
    known = {who for who, others in met.items() if other.id in others} | met.pop(other.id, set())
    for others in met.values():
        others.discard(other.id)
    for who in known - {kept.id, other.id}:
        met.setdefault(min(who, kept.id), set()).add(max(who, kept.id))
    for guest_id in sorted({*met, *held}):
        told = " ".join(map(str, sorted(met.get(guest_id, ()))))
        past = held.get(guest_id)
        if past is None:
            made = Past(PastId(ids(Entity.PAST, 1)), book.event.id, guest_id, told)
            yield Edit(Entity.PAST, made.id, None, to_row(made))
        elif not told:
            yield Edit(Entity.PAST, past.id, to_row(past), None)
        elif told != past.met:
            yield Edit(Entity.PAST, past.id, {"met": past.met}, {"met": told})


def _companions(book: Book, kept: Guest, other: Guest) -> Iterator[Edit]:
    """Whom the other brings comes with the one who stays; the keys follow where those are not taken."""
    old, new = joining.first(other.key), joining.first(_key(book, kept, other))
    taken = {guest.key for guest in book.guests.values()}
    for guest in book.companions_of(other.id):
        if guest.id == kept.id:
            continue
        told: dict[str, object] = {"companion_of": kept.id}
        renamed = new + guest.key[len(old) :]
        if guest.key.startswith(f"{old}+") and renamed not in taken:
            told["key"] = renamed
        edit = edit_guest(guest, **told)
        if edit is not None:
            yield edit

"""Enrolment: registrations from a file become guests of an event, once.

The same file again changes nothing; a newer one updates people and never touches an arrival, a table, or a name that
was given at the door. Pure: ids and new ticket codes come from outside.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from checkin import tickets
from checkin.book import Book
from checkin.changes import Change, Edit, Entity, Kind
from checkin.model import PROFILE, Guest, GuestId, Registration, Standing, Wish, WishId
from checkin.plans import Ids, blank_guest, edit_guest, new_ticket
from checkin.rows import decoded, to_row
from checkin.wishing import Known, Person


@dataclass(frozen=True, slots=True)
class Enrolment:
    """What enrolling a file's registrations would write, and what each row comes to.

    Attributes:
        change: What to write; without edits when nothing changes.
        added: Rows of named people who come and are new.
        updated: Rows of named people who come and are known otherwise.
        unchanged: Rows of named people who come and are known just so.
        unnamed: Rows of tickets whose guest is named at the door.
        not_expected: (row, the file's own reason) of people who do not come or not yet.
        companions: People whom the rows of those who come bring along.
        strange_wishes: (row, piece) of wishes that mean nobody on the list, or several people.
    """

    change: Change
    added: int
    updated: int
    unchanged: int
    unnamed: int
    not_expected: tuple[tuple[int, str], ...]
    companions: int
    strange_wishes: tuple[tuple[int, str], ...] = ()


class _Clerk:
    """Writes the edits of one enrolment while its rows are gone through."""

    def __init__(self, book: Book, source: str, new_code: Callable[[], str], ids: Ids) -> None:
        self.book = book
        self.source = source
        self.new_code = new_code
        self.ids = ids
        self.known = {guest.key: guest for guest in book.guests.values()}
        self.seen: dict[GuestId, set[str]] = {}
        self.guests: list[Edit] = []
        self.tickets: list[Edit] = []
        self.updates: list[Edit] = []
        self.everybody = dict(book.guests)

    def enrol(self, registration: Registration, host: GuestId | None = None) -> tuple[GuestId, str]:
        """Take one person in; says who it is and whether that is ``added``, ``updated`` or ``unchanged``."""
        guest = self.known.get(registration.key)
        if guest is None:
            return self._add(registration, host), "added"
        edit = edit_guest(guest, **_newer(guest, registration))
        fresh = self._new_codes(guest, registration)
        if edit is not None:
            self.updates.append(edit)
            self.known[guest.key] = self.everybody[guest.id] = replace(guest, **decoded(edit.after or {}))
        return guest.id, "updated" if edit is not None or fresh else "unchanged"

    def _add(self, registration: Registration, host: GuestId | None) -> GuestId:
        guest = blank_guest(
            GuestId(self.ids(Entity.GUEST, 1)),
            self.book.event.id,
            key=registration.key,
            source=self.source,
            row=registration.row,
            companion_of=host,
            answers=_answers(registration),
            **{name: getattr(registration, name) for name in PROFILE},
        )
        self.known[guest.key] = self.everybody[guest.id] = guest
        self.guests.append(Edit(Entity.GUEST, guest.id, None, to_row(guest)))
        for code in registration.codes:
            self.tickets.append(new_ticket(self.ids(Entity.TICKET, 1), guest, code, ours=tickets.is_ours(code)))
        if not any(tickets.is_ours(code) for code in registration.codes):
            self.tickets.append(new_ticket(self.ids(Entity.TICKET, 1), guest, self.new_code(), ours=True))
        self.seen[guest.id] = set(registration.codes)
        return guest.id

    def _new_codes(self, guest: Guest, registration: Registration) -> bool:
        """Codes that the file did not have before; the ones that it has no more are replaced."""
        held = {ticket.code: ticket for ticket in self.book.tickets_of(guest.id) if not ticket.ours}
        seen = self.seen.setdefault(guest.id, set())
        known = held.keys() | seen
        fresh = [code for code in registration.codes if code not in known and not tickets.is_ours(code)]
        seen.update(registration.codes)
        for code in fresh:
            self.tickets.append(new_ticket(self.ids(Entity.TICKET, 1), guest, code, ours=False))
        for code in sorted(held.keys() - seen) if fresh else ():
            self.updates.append(Edit(Entity.TICKET, held[code].id, {"replaced": False}, {"replaced": True}))
            seen.add(code)
        return bool(fresh)


def enrol(
    book: Book, registrations: Sequence[Registration], source: str, new_code: Callable[[], str], ids: Ids
) -> Enrolment:
    """Plan to take a file's registrations into an event.

    Args:
        book: The event.
        registrations: What the file says, row by row.
        source: The file's format, kept with each guest.
        new_code: Makes a ticket code.
        ids: Sets ids aside.
    """
    clerk = _Clerk(book, source, new_code, ids)
    counts = {"added": 0, "updated": 0, "unchanged": 0, "unnamed": 0}
    not_expected = []
    companions = 0
    rows: dict[GuestId, int] = {}
    for registration in registrations:
        host, what = clerk.enrol(registration)
        rows[host] = registration.row
        if registration.standing is not Standing.COMING:
            # Nobody brings anybody along who does not come; a newer file that says they come brings both.
            not_expected.append((registration.row, registration.reason or str(registration.standing)))
            continue
        counts["unnamed" if registration.name is None else what] += 1
        for number, companion in enumerate(registration.companions, 1):
            clerk.enrol(_beside(registration, companion.name, number), host)
            companions += 1
    wishes, strange = wishes_of(book, clerk.everybody.values(), ids)
    edits = (*clerk.guests, *clerk.tickets, *clerk.updates, *wishes)
    change = Change(Kind.IMPORTED, edits, {"source": source, **counts})
    return Enrolment(
        change,
        not_expected=tuple(not_expected),
        companions=companions,
        strange_wishes=tuple((rows[guest_id], piece) for guest_id, piece in strange if guest_id in rows),
        **counts,
    )


def wishes_of(book: Book, guests: Iterable[Guest], ids: Ids) -> tuple[list[Edit], list[tuple[GuestId, str]]]:
    """Edits that make the wishes what the guests wrote, and (guest, piece) of what cannot be understood.

    Wishes made by hand stay. Whom somebody names to the letter among what they look for counts, too; what else they
    look for is no mistake.

    Args:
        book: The event.
        guests: Everybody, as they are going to be.
        ids: Sets ids aside.
    """
    people = list(guests)
    spoken = any(one.wants or one.seeks for one in people)
    known = Known(Person(one.id, one.name or "", one.email, one.handle) for one in (people if spoken else ()))
    held = {(wish.guest_id, wish.other_id): wish for wish in book.ties.wishes.values()}
    wanted: set[tuple[GuestId, GuestId]] = set()
    strange: list[tuple[GuestId, str]] = []
    for guest in people:
        meant, unclear = known.read(guest.wants) if guest.wants else ([], [])
        strange += [(guest.id, piece) for piece in unclear]
        sought, _ = known.read(guest.seeks, whole_names=True) if guest.seeks else ([], [])
        wanted |= {(guest.id, GuestId(other)) for other in (*meant, *sought) if other != guest.id}
    gone = [wish for pair, wish in sorted(held.items()) if pair not in wanted and not wish.by_hand]
    edits = [Edit(Entity.WISH, wish.id, to_row(wish), None) for wish in gone]
    for one, other in sorted(wanted - held.keys()):
        wish = Wish(WishId(ids(Entity.WISH, 1)), book.event.id, one, other, by_hand=False)
        edits.append(Edit(Entity.WISH, wish.id, None, to_row(wish)))
    return edits, strange


def _beside(registration: Registration, name: str | None, number: int) -> Registration:
    """The registration of somebody's companion."""
    return Registration(
        row=registration.row,
        key=f"{registration.key}+{number}",
        name=name,
        standing=registration.standing,
        reason=registration.reason,
    )


def _newer(guest: Guest, registration: Registration) -> dict[str, object]:
    """The guest's fields as the newer file has them."""
    said: dict[str, object] = {name: getattr(registration, name) for name in PROFILE}
    if registration.name is None or guest.named_here:
        said = {name: value for name, value in said.items() if name not in ("name", "given", "family")}
    if guest.note and not registration.note:
        del said["note"]
    return said | {"answers": _answers(registration)}


def _answers(registration: Registration) -> str:
    return json.dumps(registration.answers, ensure_ascii=False) if registration.answers else ""

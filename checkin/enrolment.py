"""Enrolment: registrations from a file become guests of an event, once.

The same file again changes nothing; a newer one updates people field by field and never touches an arrival, a table,
or what was corrected here. Who is on the list no more is told, and marked so by choice. Pure: ids and new ticket codes
come from outside.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from checkin import joining, tickets
from checkin.amending import AS_IT_IS, Amendments, capitals, mend
from checkin.book import Book
from checkin.changes import Change, Edit, Entity, Kind
from checkin.model import GONE, PROFILE, Guest, GuestId, Registration, SettingName, Standing, Wish, WishId
from checkin.newcomers import answers_of, registered
from checkin.plans import WALK_IN, Ids, edit_guest, new_ticket, set_
from checkin.rows import Whole, decoded, to_row
from checkin.search import fold
from checkin.wishing import Known, Person

Corrected = Mapping[GuestId, frozenset[str]]
"""The fields of each guest that hold what somebody wrote here."""

NAMES = frozenset({"name", "given", "family"})


@dataclass(frozen=True, slots=True)
class Difference:
    """A field of which the list says something else.

    Attributes:
        kept: Whether what was corrected here stays.
    """

    name: str
    old: object
    new: object
    kept: bool = False


@dataclass(frozen=True, slots=True)
class KnownOtherwise:
    """Somebody on the list who is known here otherwise."""

    row: int
    guest_id: GuestId
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Doubt:
    """Somebody new who may be a guest that the list does not have: same e-mail, or same name."""

    row: int
    name: str | None
    candidates: tuple[GuestId, ...]


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
        newcomers: (row, name) of those whom ``added`` counts.
        otherwise: Everybody known otherwise, field by field, corrections kept here included.
        gone: Who came from such a list before and is not on this one; marked so only by choice.
        doubts: New people who may be guests known under another name or code.
        left_out: Rows left out by choice.
        share: How much of those known from such a list is on this one, 0 to 1.
        joined: (row, row) of rows that are part of another's registration, because they are the same person.
        fresh: The rows of those who are new, whether they come or not.
    """

    change: Change
    added: int
    updated: int
    unchanged: int
    unnamed: int
    not_expected: tuple[tuple[int, str], ...]
    companions: int
    strange_wishes: tuple[tuple[int, str], ...] = ()
    newcomers: tuple[tuple[int, str], ...] = ()
    otherwise: tuple[KnownOtherwise, ...] = ()
    gone: tuple[GuestId, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    left_out: tuple[int, ...] = ()
    share: float = 1.0
    joined: tuple[tuple[int, int], ...] = ()
    fresh: frozenset[int] = frozenset()


class _Clerk:
    """Writes the edits of one enrolment while its rows are gone through."""

    def __init__(
        self, book: Book, source: str, new_code: Callable[[], str], ids: Ids, choices: Amendments, corrected: Corrected
    ) -> None:
        self.choices = choices
        self.corrected = corrected
        self.newcomers: list[tuple[Registration, bool]] = []
        self.otherwise: list[KnownOtherwise] = []
        self.met: set[GuestId] = set()
        self.book = book
        self.source = source
        self.new_code = new_code
        self.ids = ids
        self.known = joining.by_key(book.guests.values())
        self.seen: dict[GuestId, Collection[str]] = {}
        self.guests: list[Edit] = []
        self.tickets: list[Edit] = []
        self.updates: list[Edit] = []
        self.everybody = dict(book.guests)

    def enrol(self, registration: Registration, host: GuestId | None = None) -> tuple[GuestId, str]:
        """Take one person in; says who it is and whether that is ``added``, ``updated`` or ``unchanged``."""
        typed = host is None and bool(self.choices.names.get(registration.row, "").strip())
        guest = self._who(registration, companion=host is not None)
        if guest is None:
            self.newcomers.append((registration, host is None))
            return self._add(registration, host, typed=typed), "added"
        self.met.add(guest.id)
        if host is not None and joining.first(guest.key) != registration.key:
            return guest.id, "unchanged"  # a companion with a row of their own, which says more
        said = _newer(guest, registration) | ({"named_here": True} if typed else {})
        held = {} if self.choices.overrule else self._held(guest, said)
        if typed:
            held = {name: value for name, value in held.items() if name not in NAMES}
        edit = edit_guest(guest, **{name: value for name, value in said.items() if name not in held})
        fresh = self._new_codes(guest, registration)
        if edit is not None or held:
            differences = [
                Difference(name, getattr(guest, name), said[name]) for name in (edit.after or {} if edit else ())
            ]
            differences += [Difference(name, getattr(guest, name), value, kept=True) for name, value in held.items()]
            self.otherwise.append(KnownOtherwise(registration.row, guest.id, tuple(differences)))
        if edit is not None:
            self.updates.append(edit)
            self.known[guest.key] = self.everybody[guest.id] = replace(guest, **decoded(edit.after or {}))
        return guest.id, "updated" if edit is not None or fresh else "unchanged"

    def _who(self, registration: Registration, *, companion: bool) -> Guest | None:
        """The guest that a row means: by its key, or because the organizer said so."""
        known = joining.known(registration.key, self.known)
        other = self.everybody.get(self.choices.same.get(registration.row, GuestId(0)))
        if known is not None:
            more = joining.more(known.key, registration.key)
            return self._call(known, more) if more else known
        return None if other is None or companion else self._call(other, registration.key)

    def _call(self, guest: Guest, key: str) -> Guest:
        """From now on lists know a guest, and whom they bring, by another key."""
        old, new = joining.first(guest.key), joining.first(key)
        for beside in self.book.companions_of(guest.id) if old != new else ():
            if beside.key.startswith(f"{old}+"):
                self._rename(beside, new + beside.key[len(old) :])
        return self._rename(guest, key)

    def _rename(self, guest: Guest, key: str) -> Guest:
        """One person's part of that."""
        edit = edit_guest(guest, key=key, source=self.source)
        if edit is None:
            return guest
        self.updates.append(edit)
        self.known.pop(guest.key, None)
        renamed = replace(guest, key=key, source=self.source)
        self.known[key] = self.everybody[guest.id] = renamed
        return renamed

    def _held(self, guest: Guest, said: Mapping[str, object]) -> dict[str, object]:
        """What the list says of fields that were corrected here; they stay."""
        mine = self.corrected.get(guest.id, frozenset()) | (NAMES if guest.named_here else frozenset())
        return {name: said[name] for name in mine if name in said and said[name] != getattr(guest, name)}

    def gone(self) -> tuple[list[Guest], float]:
        """Those from such a list whom this one has not, and how much of them it has."""
        known = [
            guest for guest in self.book.guests.values() if guest.source == self.source and guest.source != WALK_IN
        ]
        missing = [
            guest
            for guest in known
            if guest.id not in self.met and guest.standing is not Standing.CANCELLED and guest.reason != GONE
        ]
        return missing, 1 - len(missing) / len(known) if known else 1.0

    def _add(self, registration: Registration, host: GuestId | None, *, typed: bool) -> GuestId:
        guest_id = GuestId(self.ids(Entity.GUEST, 1))
        guest = registered(
            registration,
            guest_id,
            self.book.event.id,
            self.source,
            host or self._brought_by(registration),
            named_here=typed,
        )
        self.known[guest.key] = self.everybody[guest.id] = guest
        self.guests.append(Edit(Entity.GUEST, guest.id, None, Whole(guest)))
        own = [code for code in registration.codes if tickets.is_ours(code)]
        for code in registration.codes:
            self.tickets.append(new_ticket(self.ids(Entity.TICKET, 1), guest, code, ours=code in own))
        if not own:
            self.tickets.append(new_ticket(self.ids(Entity.TICKET, 1), guest, self.new_code(), ours=True))
        self.seen[guest.id] = registration.codes
        return guest.id

    def _brought_by(self, registration: Registration) -> GuestId | None:
        """Who brings somebody along that has a row of their own."""
        host = joining.known(registration.host, self.known) if registration.host else None
        return None if host is None else host.id

    def _new_codes(self, guest: Guest, registration: Registration) -> bool:
        """Codes that the file did not have before; the ones that it has no more are replaced."""
        held = {ticket.code: ticket for ticket in self.book.tickets_of(guest.id) if not ticket.ours}
        seen = set(self.seen.get(guest.id, ()))
        known = held.keys() | seen
        fresh = [code for code in registration.codes if code not in known and not tickets.is_ours(code)]
        seen.update(registration.codes)
        for code in fresh:
            self.tickets.append(new_ticket(self.ids(Entity.TICKET, 1), guest, code, ours=False))
        for code in sorted(held.keys() - seen) if fresh else ():
            self.updates.append(Edit(Entity.TICKET, held[code].id, {"replaced": False}, {"replaced": True}))
            seen.add(code)
        self.seen[guest.id] = seen
        return bool(fresh)


def enrol(
    book: Book,
    registrations: Sequence[Registration],
    source: str,
    new_code: Callable[[], str],
    ids: Ids,
    choices: Amendments = AS_IT_IS,
    corrected: Corrected | None = None,
) -> Enrolment:
    """Plan to take a file's registrations into an event.

    Args:
        book: The event.
        registrations: What the file says, row by row.
        source: The file's format, kept with each guest.
        new_code: Makes a ticket code.
        ids: Sets ids aside.
        choices: What the organizer says about the list.
        corrected: What was corrected here; it stays unless the organizer says otherwise.
    """
    clerk = _Clerk(book, source, new_code, ids, choices, corrected or {})
    counts = {"added": 0, "updated": 0, "unchanged": 0, "unnamed": 0}
    not_expected = []
    companions = 0
    rows: dict[GuestId, int] = {}
    people = joining.join(mend(registrations, choices), choices.joined, clerk.known)
    for registration in people.registrations:
        host, what = clerk.enrol(registration)
        rows[host] = registration.row
        if registration.standing is not Standing.COMING:
            # Nobody brings anybody along who does not come; a newer file that says they come brings both.
            not_expected.append((registration.row, registration.reason or str(registration.standing)))
            continue
        counts["unnamed" if registration.name is None else what] += 1
        for number, companion in enumerate(registration.companions, 1):
            clerk.enrol(_beside(registration, clerk.everybody[host], companion.name, number), host)
            companions += 1
    missing, share = clerk.gone()
    if choices.gone:
        # A place that is on no list is asked about at the door; arrival, table, wishes and codes stay as they are.
        marked = (edit_guest(guest, standing=Standing.NOT_CONFIRMED, reason=GONE) for guest in missing)
        clerk.updates += [edit for edit in marked if edit is not None]
    wishes, strange = wishes_of(book, clerk.everybody.values(), ids)
    edits = (*clerk.guests, *clerk.tickets, *clerk.updates, *wishes, *_beside_each_other(book, choices, ids))
    facts = {"source": source, **counts} | ({"gone": len(missing)} if choices.gone and missing else {})
    return Enrolment(
        Change(Kind.IMPORTED, edits, facts),
        not_expected=tuple(not_expected),
        companions=companions,
        strange_wishes=tuple((rows[guest_id], piece) for guest_id, piece in strange if guest_id in rows),
        newcomers=_added(clerk.newcomers),
        otherwise=tuple(clerk.otherwise),
        gone=tuple(guest.id for guest in missing),
        doubts=_doubts((one for one, of_the_list in clerk.newcomers if of_the_list), _unmet(book, clerk.met)),
        left_out=tuple(sorted(choices.skip & {one.row for one in registrations})),
        share=share,
        joined=tuple(sorted(people.into.items())),
        fresh=frozenset(one.row for one, of_the_list in clerk.newcomers if of_the_list),
        **counts,
    )


def _added(newcomers: Iterable[tuple[Registration, bool]]) -> tuple[tuple[int, str], ...]:
    """Those of the list itself, not whom they bring, who come and have a name."""
    own = (one for one, of_the_list in newcomers if of_the_list and one.standing is Standing.COMING)
    return tuple((one.row, one.name) for one in own if one.name is not None)


def _unmet(book: Book, met: set[GuestId]) -> Iterable[Guest]:
    return (guest for guest in book.guests.values() if guest.id not in met)


def _doubts(newcomers: Iterable[Registration], others: Iterable[Guest]) -> tuple[Doubt, ...]:
    """New people who share an e-mail or a name with guests that the list does not have."""
    by_sign: dict[str, list[GuestId]] = defaultdict(list)
    for guest in others:
        for sign in _signs(guest.name, guest.email):
            by_sign[sign].append(guest.id)
    found: list[Doubt] = []
    for one in newcomers if by_sign else ():
        candidates = dict.fromkeys(who for sign in _signs(one.name, one.email) for who in by_sign.get(sign, ()))
        if candidates:
            found.append(Doubt(one.row, one.name, tuple(candidates)))
    return tuple(found)


def _signs(name: str | None, email: str) -> list[str]:
    """What two records of one person share: the e-mail address, the words of the name in any order."""
    words = sorted(fold(name or "").replace(",", " ").split())
    return [sign for sign in (email.casefold(), " ".join(words)) if sign]


def _beside_each_other(book: Book, choices: Amendments, ids: Ids) -> tuple[Edit, ...]:
    """Whether companions sit together, where the organizer says so now."""
    if not choices.companions or book.setting(SettingName.COMPANIONS) == choices.companions:
        return ()
    return set_(book, SettingName.COMPANIONS, choices.companions, ids).edits


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


def _beside(registration: Registration, host: Guest, name: str | None, number: int) -> Registration:
    """The registration of somebody's companion."""
    return Registration(
        row=registration.row,
        key=f"{joining.first(host.key)}+{number}",
        name=name,
        standing=registration.standing,
        reason=registration.reason,
    )


def _newer(guest: Guest, registration: Registration) -> dict[str, object]:
    """The guest's fields as the newer file has them."""
    said: dict[str, object] = {name: getattr(registration, name) for name in PROFILE}
    named = registration.name
    if named is None or (guest.name != named and guest.name == capitals(named)):  # its capitals were repaired by choice
        said = {name: value for name, value in said.items() if name not in NAMES}
    if guest.note and not registration.note:
        del said["note"]
    return said | {"answers": answers_of(registration)}

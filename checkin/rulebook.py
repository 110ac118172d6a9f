"""The rules of an event, and its rounds as a search sees them, read off its book."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from checkin.book import Book
from checkin.claims import TableState, in_use
from checkin.locks import locked_tables
from checkin.luck import Luck
from checkin.meal import NOBODY, Meal
from checkin.model import Guest, GuestId, RuleKind, SettingName, TableId
from checkin.rules import MET, USUAL_COSTS, OpenUp, Present, Rules
from checkin.seating import OPEN_UP

ATTRIBUTES = ("sector", "company", "sex", "age_band")
"""What people can be alike in."""


@dataclass(frozen=True, slots=True)
class Ways:
    """How the open-up mode weighs, as an event decides it: costs and temperature in quarters."""

    costs: Mapping[str, int]
    temperature: int = 1

    def to_text(self) -> str:
        """As the setting keeps it."""
        return json.dumps({"costs": dict(sorted(self.costs.items())), "temperature": self.temperature})

    @classmethod
    def from_text(cls, text: str) -> Ways:
        """What ``to_text`` wrote; the usual ways for ""."""
        if not text:
            return cls(USUAL_COSTS)
        told = json.loads(text)
        return cls({str(name): int(cost) for name, cost in told["costs"].items()}, int(told["temperature"]))


def ways_of(book: Book) -> Ways:
    """How the open-up mode of an event weighs."""
    return Ways.from_text(book.setting(SettingName.OPEN_UP))


def present_of(book: Book) -> Present:
    """Who sits where now, and who may still come."""
    return Present(book.sitting, book.to_come)  # type: ignore[arg-type]  # ids are whole numbers to a rule


def rules_of(book: Book) -> Rules:
    """What a draw heeds."""
    pinned: dict[int, int] = {}
    hosts: set[int] = set()
    groups: list[set[int]] = []
    apart: dict[int, frozenset[int]] = {}
    for rule in sorted(book.ties.rules.values(), key=lambda rule: rule.id):
        people = [int(guest_id) for guest_id in rule.guest_ids if guest_id in book.guests]
        if rule.kind is RuleKind.TOGETHER:
            groups.append(set(people))
        elif rule.kind is RuleKind.APART:
            _keep_apart(apart, people)
        elif rule.table_id is not None:
            pinned |= dict.fromkeys(people, int(rule.table_id))
            hosts |= set(people) if rule.kind is RuleKind.HOST else set()
    parties = _parties(book)
    if book.setting(SettingName.COMPANIONS) == "together":
        groups += parties
    elif book.setting(SettingName.COMPANIONS) == "apart":
        for party in parties:
            _keep_apart(apart, sorted(party))
    return Rules(
        pinned=pinned,
        hosts=frozenset(hosts),
        together=tuple(frozenset(group) for group in _joined(groups) if len(group) > 1),
        apart=apart,
        step_free=frozenset(int(guest.id) for guest in book.guests.values() if guest.step_free),
        open_up=open_up_of(book) if book.event.mode == OPEN_UP else None,
    )


def _keep_apart(apart: dict[int, frozenset[int]], people: Iterable[int]) -> None:
    everybody = frozenset(people)
    for one in everybody:
        apart[one] = apart.get(one, frozenset()) | (everybody - {one})


def _parties(book: Book) -> list[set[int]]:
    """Guests with those they bring along."""
    parties: dict[int, set[int]] = {}
    for guest in book.guests.values():
        if guest.companion_of is not None:
            parties.setdefault(int(guest.companion_of), {int(guest.companion_of)}).add(int(guest.id))
    return [parties[host] for host in sorted(parties)]


def _joined(groups: Iterable[set[int]]) -> list[set[int]]:
    """Groups that have somebody in common made one, so that nobody is in two."""
    joined: list[set[int]] = []
    for group in groups:
        touching = [other for other in joined if other & group]
        joined = [other for other in joined if not other & group]
        joined.append(group.union(*touching))
    return sorted(joined, key=min) if all(joined) else [group for group in joined if group]


def open_up_of(book: Book) -> OpenUp:
    """Who is like whom in what, who has met whom, and what either costs where it counts."""
    ways = ways_of(book)
    met: dict[int, set[int]] = {}
    for one, other in book.ties.met_before():
        met.setdefault(int(one), set()).add(int(other))
        met.setdefault(int(other), set()).add(int(one))
    return OpenUp(
        costs=ways.costs,
        temperature=ways.temperature,
        classes={name: _classes(book.guests.values(), name) for name in ATTRIBUTES if ways.costs.get(name)},
        met={guest: frozenset(others) for guest, others in met.items()} if ways.costs.get(MET) else {},
    )


def _classes(guests: Iterable[Guest], name: str) -> dict[int, str]:
    """Guest to what they are in something, written the same however it was typed."""
    said = ((int(guest.id), " ".join(getattr(guest, name).casefold().split())) for guest in guests)
    return {guest: label for guest, label in said if label}


def tables_of(book: Book, rules: Rules, luck: Luck) -> list[TableState]:
    """The tables that take part in the next draw: with a minimum, only as many as the people are enough for."""
    minimum = int(book.setting(SettingName.MINIMUM) or 0)
    return in_use(book.table_states(), book.expected, minimum, luck, rules.bound.values())


class Rulebook:
    """The rules of a book, worked out once for as long as they stay the same."""

    def __init__(self) -> None:
        """Know no book yet."""
        self._of: tuple[Book, int] | None = None
        self._rules = Rules()

    def rules(self, book: Book) -> Rules:
        """What a draw heeds in a book as it is now."""
        if self._of is None or self._of[0] is not book or self._of[1] != book.rules_page:
            self._rules, self._of = rules_of(book), (book, book.rules_page)
        return self._rules


@dataclass(frozen=True)
class Course:
    """The rounds of an event as a search sees them, with who the numbers are.

    Attributes:
        meal: In numbers from 0.
        guests: The guest of each number.
        tables: The table of each number.
    """

    meal: Meal
    guests: tuple[GuestId, ...]
    tables: tuple[TableId, ...]


def course_of(book: Book, rounds: int, settled: int, *, expected: bool = False) -> Course:
    """The rounds of a book.

    Args:
        book: The event.
        rounds: How many there are to be in all.
        settled: How many of them, from the first, stay as they are.
        expected: Count those still to come among the people of the open rounds, too.
    """
    rules = rules_of(book)
    people = [
        guest
        for guest in sorted(book.guests.values(), key=lambda one: one.id)
        if guest.arrived or (expected and book.to_come(guest.id))
    ]
    number = {guest.id: at for at, guest in enumerate(people)}
    tables = book.room()
    place = {table.id: at for at, table in enumerate(tables)}
    sizes = tuple(len(book.seats_at(table.id, 1)) for table in tables)
    in_use = tuple(size if table.open else 0 for table, size in zip(tables, sizes, strict=True))
    given = []
    for round_ in range(1, settled + 1):
        seats = [NOBODY] * len(people)
        for guest in people:
            at = book.table_of(guest.id, round_)
            if at is not None and at.id in place:
                seats[number[guest.id]] = place[at.id]
        given.append(tuple(seats))
    gone = frozenset(number[guest.id] for guest in people if guest.left_at is not None)
    shut, bound = locked_tables(book), _staying(book, rules)
    pairs = {(min(number[a], number[b]), max(number[a], number[b])) for a, b in _both(book.ties.met_before(), number)}
    return Course(
        Meal(
            capacities=(sizes,) * settled + (in_use,) * (rounds - settled),
            guests=len(people),
            given=tuple(given),
            absent=(frozenset(),) * settled + (gone,) * (rounds - settled),
            wishes=tuple(
                (number[wish.guest_id], number[wish.other_id])
                for wish in sorted(book.ties.wishes.values(), key=lambda wish: wish.id)
                if wish.guest_id in number and wish.other_id in number
            ),
            met=tuple(sorted(pairs)),
            together=tuple(
                frozenset(number[GuestId(one)] for one in group if one in number) for group in rules.together
            ),
            apart=_apart(rules, number),
            pinned={
                number[guest]: place[table] for guest, table in bound.items() if guest in number and table in place
            },
            step_free_tables=frozenset(place[table.id] for table in tables if table.step_free),
            step_free_guests=_needing(book, rules, number),
            kept_free=frozenset(place[table.id] for table in tables if table.reserved or table.id in shut),
            attributes=_attributes(book, people),
            minimum=int(book.setting(SettingName.MINIMUM) or 0) or None,
        ),
        tuple(guest.id for guest in people),
        tuple(table.id for table in tables),
    )


def _staying(book: Book, rules: Rules) -> dict[GuestId, TableId]:
    """Who has a table of their own, and who sits at a locked one."""
    own = {GuestId(guest): TableId(table) for guest, table in rules.bound.items()}
    return own | {guest.id: table for table in locked_tables(book) for guest in book.people_at(table)}


def _needing(book: Book, rules: Rules, number: Mapping[GuestId, int]) -> frozenset[int]:
    """Who needs a table without a step, where anybody has said which tables those are."""
    if not any(table.step_free for table in book.tables.values()):
        return frozenset()
    return frozenset(number[GuestId(guest)] for guest in rules.step_free if guest in number)


def _both(pairs: Iterable[tuple[GuestId, GuestId]], known: Mapping[GuestId, int]) -> list[tuple[GuestId, GuestId]]:
    return [(one, other) for one, other in pairs if one in known and other in known]


def _apart(rules: Rules, number: Mapping[GuestId, int]) -> tuple[tuple[int, int], ...]:
    pairs = {(GuestId(min(one, other)), GuestId(max(one, other))) for one in rules.apart for other in rules.apart[one]}
    return tuple(sorted((number[one], number[other]) for one, other in _both(pairs, number)))


def _attributes(book: Book, people: list[Guest]) -> dict[str, tuple[str | None, ...]]:
    """What the people are, for those things in which at least two of them are alike."""
    wanted = ATTRIBUTES if book.event.mode == OPEN_UP else ("sector", "company")
    told = {name: _classes(people, name) for name in wanted}
    return {
        name: tuple(labels.get(int(guest.id)) for guest in people)
        for name, labels in told.items()
        if len(set(labels.values())) < len(labels)
    }

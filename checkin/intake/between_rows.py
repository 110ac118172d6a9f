"""The rules between rows: add-ons, rows pasted twice, corrected answers, tickets that repeat their buyer, keys.

Each rule takes the drafts of a file and gives them back, some marked to be skipped or stripped of a name that is not
theirs. A doubt is never settled by dropping somebody: it becomes a remark.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from operator import attrgetter

from checkin.intake import people
from checkin.intake.add_ons import product, without_add_ons
from checkin.intake.cells import Cells
from checkin.intake.folding import fold, fold_name
from checkin.intake.moments import moments
from checkin.intake.name_cells import BESIDE
from checkin.intake.rows import Draft, buyer, skipped
from checkin.intake.sheets import Remark
from checkin.intake.tables import Table
from checkin.model import Registration

_ALONE = frozenset({"acompanante", "plus one", "1", "2", "3", "companion", "pareja"})
"""What a row says that is somebody's guest and no more."""

Shared = str | tuple[str, ...]
Rule = Callable[[list[Draft], Table], list[Draft]]
Part = Callable[[Draft], object]
"""Something of a draft that is quickly had, and that those who share a key share as well."""

_identical: Part = attrgetter("identical")
_email: Part = attrgetter("registration.email")
_order_and_email: Part = attrgetter("marks.order", "registration.email")


def settle(drafts: list[Draft], table: Table) -> list[Draft]:
    """All rules in their order, for the rows of one table."""
    rules: tuple[Rule, ...] = (
        without_add_ons,
        _brought_along,
        _pasted_twice,
        _counted_by_order,
        _same_ticket_again,
        _answered_again,
        _repeats_its_buyer,
        _buyers_email,
    )
    for rule in rules:
        drafts = rule(drafts, table)
    return drafts


def concluded(drafts: list[Draft], told: Callable[[int], str] = str) -> tuple[list[Draft], list[Remark]]:
    """The rows of all the tables with keys of their own, and what was left in doubt; ``told`` says a row."""
    return _with_keys(drafts), [
        *_same_email(drafts),
        *_same_code(drafts),
        *_same_person(drafts, told),
    ]


_AT_ONCE = 4000
"""Rows that are counted in one go: a window whose turn it is waits for no more of them."""


def _groups(drafts: Sequence[Draft], key: Callable[[Draft], Shared], part: Part | None = None) -> list[list[int]]:
    """The places of living drafts that share a key; a falsy key shares with nobody.

    Most rows of most files share nothing: who is alone with its part is not asked for its key.
    """
    parts: list[object] = []
    times: Counter[object] = Counter()
    for at in range(0, len(drafts), _AT_ONCE):
        some = drafts[at : at + _AT_ONCE]
        had = list(map(part, some)) if part else [None] * len(some)
        parts += had
        times.update(had)
    if len(times) == len(parts):
        return []
    found: dict[Shared, list[int]] = defaultdict(list)
    for place, (draft, own) in enumerate(zip(drafts, parts, strict=True)):
        if times[own] > 1 and not draft.skip and (shared := key(draft)):
            found[shared].append(place)
    return [places for places in found.values() if len(places) > 1]


def _address(draft: Draft) -> str:
    return draft.registration.email or draft.registration.phone


def _first_code(draft: Draft) -> tuple[str, ...]:
    return draft.registration.codes[:1]


def _brought_along(drafts: list[Draft], table: Table) -> list[Draft]:
    """Guests on a row of their own: ``Acompañante``, ``+1``, ``Acomp. Ana Gil``.

    Ana Gil brings somebody where she has a row of her own, and is the guest where she has none. A row that says no more
    is a guest of the one above it, whose name stays on it as an answer, so that they are found together.
    """
    guests = list(map(_guest, drafts))
    if not any(guests) and all(draft.registration.name for draft in drafts):
        return drafts
    named = {fold_name(draft.registration.name) for draft in drafts if draft.registration.name} if any(guests) else ()
    changed, above = list(drafts), None
    for place, (draft, found) in enumerate(zip(drafts, guests, strict=True)):
        about = draft.registration
        lone = about.name is None and not (about.email or about.codes or draft.marks.order or draft.marks.user)
        if found and (fold_name(found[1]) in named or people.placeholder(found[1])):
            changed[place] = _unnamed(draft, table)
        elif found:
            answers = (*buyer(draft, table), *about.answers)
            changed[place] = replace(
                draft, registration=_rekeyed(draft, replace(about, name=found[1], answers=answers))
            )
        elif lone and above and not draft.skip and fold(Cells(table, draft.line).word("name")) in _ALONE:
            host = replace(
                about, answers=(*buyer(above, table), *about.answers), key=f"beside:{above.registration.key}"
            )
            changed[place] = replace(draft, registration=host)
        elif about.name and not draft.skip:
            above = draft
    return changed


def _guest(draft: Draft) -> re.Match[str] | None:
    """Whose guest a name says that somebody is."""
    name = draft.registration.name
    return BESIDE.fullmatch(name) if name and name[0] in "+aApP" else None


def _pasted_twice(drafts: list[Draft], _: Table) -> list[Draft]:
    """Rows alike to the last cell, their running number apart, that say enough to be one person's."""

    def key(draft: Draft) -> Shared:
        about = draft.registration
        enough = about.email or about.phone or about.codes or draft.marks.user
        full = about.name is not None and " " in about.name and sum(map(bool, draft.identical)) >= 4
        return draft.identical if enough or full else ()

    return skipped(
        drafts, (place for places in _groups(drafts, key, _identical) for place in places[1:]), "pasted_twice"
    )


def _counted_by_order(drafts: list[Draft], table: Table) -> list[Draft]:
    """An order's number of tickets on each of its rows counts these rows, and nobody besides.

    A line of an order that counts its own tickets is another product, or the buyer's once more.
    """
    if not {"order", "quantity"} <= table.columns.places.keys() or "position" in table.columns:
        return drafts
    changed = list(drafts)
    for places in _groups(drafts, lambda draft: draft.marks.order):
        rows = [Cells(table, drafts[place].line) for place in places]
        said = {cells.word("quantity") for cells in rows}
        names = [name for place in places if (name := drafts[place].registration.name)]
        alike = len({product(drafts[place]) for place in places}) == 1 or len(set(names)) == len(names) > 1
        if len(said) > 1 or not alike:
            continue
        for place, cells in zip(places, rows, strict=True):
            about = drafts[place].registration
            if not about.companions or cells.text("companions") or cells.text("companion_names"):
                continue
            if len(about.companions) == len(places) - 1:
                changed[place] = replace(drafts[place], registration=replace(about, companions=()))
            else:
                unclear = Remark(
                    about.row, "companions_unclear", f"{cells.header('quantity')}: {cells.word('quantity')}"
                )
                changed[place] = replace(drafts[place], remarks=(*drafts[place].remarks, unclear))
    return changed


def _same_ticket_again(drafts: list[Draft], table: Table) -> list[Draft]:
    """The same code on two rows that differ (two exports pasted together): the later row stands.

    A platform's code is one ticket whatever its name has become; in any other list two names are two people, and in
    the answers to a form, which gives no tickets.
    """
    tickets = "code" in table.format.fields

    def key(draft: Draft) -> Shared:
        about = draft.registration
        named = "" if tickets else about.name
        return (about.codes[0], fold_name(named or "")) if about.codes else ()

    return skipped(
        drafts, (place for places in _groups(drafts, key, _first_code) for place in places[:-1]), "ticket_again_later"
    )


def _answered_again(drafts: list[Draft], table: Table) -> list[Draft]:
    """In a form, the same e-mail and the same name again is a correction: the last answer stands."""
    if "time" not in table.columns:
        return drafts

    def key(draft: Draft) -> Shared:
        about = draft.registration
        name = fold_name(about.name or "")
        return (
            ()
            if about.codes
            else (about.email, name)
            if about.email
            else (about.phone, name)
            if about.phone and name
            else ()
        )

    if not (answered := _groups(drafts, key, _address)):
        return drafts
    order = moments([draft.stamp for draft in drafts if not draft.skip])
    when = dict(zip((draft.line.number for draft in drafts if not draft.skip), order or (), strict=False))
    gone: list[int] = []
    for places in answered:
        last = max(places, key=lambda place: (when.get(drafts[place].line.number, ()), place))
        gone += [place for place in places if place != last]
    return skipped(drafts, gone, "answered_again_later")


def _repeats_its_buyer(drafts: list[Draft], table: Table) -> list[Draft]:
    """Further tickets of an order with the buyer's name and e-mail: their guest is named at the door.

    The first ticket keeps the name, come or not: a buyer who gave the own ticket back has not taken a guest's. The
    buyer's name and e-mail stay on the others as answers, so that the buyer still finds them.
    """

    def key(draft: Draft) -> Shared:
        about, order = draft.registration, draft.marks.order
        return (order, fold_name(about.name), about.email) if about.name and order else ()

    again = {place for places in _groups(drafts, key, _order_and_email) for place in places[1:]}
    return [_unnamed(draft, table) if place in again else draft for place, draft in enumerate(drafts)]


def _unnamed(draft: Draft, table: Table) -> Draft:
    answers = (*buyer(draft, table), *draft.registration.answers)
    about = _rekeyed(draft, replace(draft.registration, name=None, given="", family="", email="", answers=answers))
    remarks = tuple(remark for remark in draft.remarks if remark.code != "damaged_letters")
    return replace(draft, registration=about, remarks=remarks)


def _rekeyed(draft: Draft, about: Registration) -> Registration:
    """What a draft is about now, with the key that follows from it."""
    return replace(about, key=draft.marks.key(about.row, about.codes, about.email, about.name))


def _buyers_email(drafts: list[Draft], table: Table) -> list[Draft]:
    """The buyer's own ticket without an e-mail takes the order's; nobody else's does.

    It is the buyer's own where the names agree; where the file does not name the buyer, where the order has one ticket.
    """
    if "buyer_email" not in table.columns:
        return drafts
    tickets = Counter(draft.marks.order for draft in drafts if not draft.skip)

    def mended(draft: Draft) -> Draft:
        cells, about = Cells(table, draft.line), draft.registration
        bought_by = f"{cells.word('buyer_given')} {cells.word('buyer_name')}".strip()
        email = people.email(cells.text("buyer_email"))
        if draft.skip or about.name is None or about.email or not email:
            return draft
        own = fold_name(bought_by) == fold_name(about.name) if bought_by else tickets[draft.marks.order] == 1
        return replace(draft, registration=_rekeyed(draft, replace(about, email=email))) if own else draft

    return [mended(draft) for draft in drafts]


def _with_keys(drafts: list[Draft]) -> list[Draft]:
    """Every registration with a key of its own."""
    taken: Counter[str] = Counter()
    keyed = []
    for draft in drafts:
        if not draft.skip:
            key = draft.registration.key
            taken[key] += 1
            if taken[key] > 1:
                unique = replace(draft.registration, key=f"{key}#{taken[key]}")
                keyed.append(replace(draft, registration=unique))
                continue
        keyed.append(draft)
    return keyed


def _same_email(drafts: Sequence[Draft]) -> list[Remark]:
    """One e-mail under several names where nobody bought for others: a couple, or a typing error."""

    def key(draft: Draft) -> Shared:
        bought = draft.marks.order or draft.marks.user or draft.registration.codes
        return "" if bought else draft.registration.email

    found = []
    for places in _groups(drafts, key, _email):
        if len({fold_name(drafts[place].registration.name or "") for place in places}) > 1:
            found += [
                Remark(drafts[place].line.number, "same_email", drafts[place].registration.email) for place in places
            ]
    return found


def _same_code(drafts: Sequence[Draft]) -> list[Remark]:
    """One code under several names: the door will have to ask."""
    shared = _groups(drafts, _first_code, _first_code)
    return [
        Remark(drafts[at].line.number, "same_code", drafts[at].registration.codes[0])
        for places in shared
        for at in places
    ]


def _same_person(drafts: Sequence[Draft], told: Callable[[int], str]) -> list[Remark]:
    """The same name and e-mail on rows that differ, where no ticket tells them apart."""

    def key(draft: Draft) -> Shared:
        about = draft.registration
        if about.name is None or draft.marks.user or about.codes:
            return ()
        return fold_name(about.name), about.email

    return [
        Remark(drafts[place].line.number, "same_person_twice", _others(drafts, places, place, told))
        for places in _groups(drafts, key, _email)
        for place in places
    ]


def _others(drafts: Sequence[Draft], places: Sequence[int], place: int, told: Callable[[int], str]) -> str:
    """The rows besides one that share something with it, each with who it is."""
    others = [drafts[one] for one in places if one != place]
    said = [(told(one.line.number), one.registration.name, one.registration.company) for one in others[:3]]
    return "; ".join(" · ".join(part for part in parts if part) for parts in said)


def only_a_name(drafts: Sequence[Draft]) -> list[Remark]:
    """Rows that hold one cell in a table where most hold more: a person in a hurry, or the title of a section."""
    kept = [draft for draft in drafts if not draft.skip]
    lone = [one for one in kept if one.registration.name and _single(one.identical, beside=bool(one.line.under))]
    if len(lone) * 2 > len(kept):
        return []
    return [Remark(draft.line.number, "only_a_name", draft.registration.name or "") for draft in lone]


def _single(cells: Iterable[str], *, beside: bool) -> bool:
    """Whether one cell holds something, and no other ``beside`` the title over the row, which counts as one."""
    further = iter(cells)
    return (not beside or any(further)) and any(further) and not any(further)

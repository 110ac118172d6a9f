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
from checkin.intake.cells import Cells
from checkin.intake.folding import fold, fold_name
from checkin.intake.formats import GENERIC
from checkin.intake.moments import moments
from checkin.intake.rows import Draft, buyer
from checkin.intake.sheets import Remark
from checkin.intake.tables import Table
from checkin.model import Registration

_ADD_ON = re.compile(
    r"\b(parking|aparcamiento|estacionamiento|parkplatz|complement\w*|add ?ons?|zusatz\w*|extras?|suplement\w*|merch\w*"
    r"|camiseta\w*|t ?shirt\w*|donati\w*|donacion\w*|spende\w*|guardarropa|ropero|shuttle|lanzadera|gift ?card"
    r"|tarjeta regalo)\b"
)

Shared = str | tuple[str, ...]
Rule = Callable[[list[Draft], Table], list[Draft]]
Part = Callable[[Draft], object]
"""Something of a draft that is quickly had, and that those who share a key share as well."""

_identical: Part = attrgetter("identical")
_email: Part = attrgetter("registration.email")
_order_and_email: Part = attrgetter("marks.order", "registration.email")
_key = attrgetter("registration.key")


def settle(drafts: list[Draft], table: Table) -> tuple[list[Draft], list[Remark]]:
    """All rules in their order, then keys; and what was left in doubt."""
    rules: tuple[Rule, ...] = (
        _add_ons,
        _pasted_twice,
        _same_ticket_again,
        _answered_again,
        _repeats_its_buyer,
        _buyers_email,
    )
    for rule in rules:
        drafts = rule(drafts, table)
    return _with_keys(drafts), [
        *_same_email(drafts),
        *_same_code(drafts),
        *_same_person(drafts),
        *_only_a_name(drafts),
    ]


def _groups(drafts: Sequence[Draft], key: Callable[[Draft], Shared], part: Part) -> list[list[int]]:
    """The places of living drafts that share a key; a falsy key shares with nobody.

    Most rows of most files share nothing: who is alone with its part is not asked for its key.
    """
    parts = list(map(part, drafts))
    times = Counter(parts)
    if len(times) == len(parts):
        return []
    found: dict[Shared, list[int]] = defaultdict(list)
    for place, (draft, had) in enumerate(zip(drafts, parts, strict=True)):
        if times[had] > 1 and not draft.skip and (shared := key(draft)):
            found[shared].append(place)
    return [places for places in found.values() if len(places) > 1]


def _first_code(draft: Draft) -> tuple[str, ...]:
    return draft.registration.codes[:1]


def _skipped(drafts: list[Draft], places: Iterable[int], reason: str) -> list[Draft]:
    if not (gone := set(places)):
        return drafts
    return [replace(draft, skip=reason) if place in gone else draft for place, draft in enumerate(drafts)]


def _add_ons(drafts: list[Draft], table: Table) -> list[Draft]:
    """Products that are no people: parking and the like, and what nobody ever bought alone or put a name to."""
    if "product" not in table.columns or "order" not in table.columns:
        return drafts
    by_product: dict[str, list[Draft]] = defaultdict(list)
    first_in_order: dict[str, Draft] = {}
    for draft in drafts:
        if not draft.skip:
            by_product[_product(draft)].append(draft)
            first = first_in_order.setdefault(draft.marks.order, draft)
            if first is not draft and _number(draft.marks.position) < _number(first.marks.position):
                first_in_order[draft.marks.order] = draft
    leading = {_product(draft) for draft in first_in_order.values()}
    named = {product for product, rows in by_product.items() if any(row.registration.name for row in rows)}
    silent = {
        product
        for product, rows in by_product.items()
        if product and named and product not in named | leading and not any(_personal(row.registration) for row in rows)
    }
    beside = {product for product in by_product if product in silent or _ADD_ON.search(product)}
    if not beside:
        return drafts
    names = Counter((draft.marks.order, draft.registration.name) for draft in drafts if not draft.skip)
    gone = [
        place
        for place, draft in enumerate(drafts)
        if not draft.skip
        and (product := _product(draft)) in beside
        and (product in silent or named - {product})
        and (draft.registration.name is None or names[draft.marks.order, draft.registration.name] > 1)
    ]
    return _skipped(drafts, gone, "add_on_product")


def _product(draft: Draft) -> str:
    return fold(draft.registration.product)


def _number(position: str) -> int:
    return int(position) if position.isdecimal() and len(position) < 20 else 0


def _personal(about: Registration) -> bool:
    """Whether the row says anything that only a person has."""
    return any(
        (about.email, about.company, about.role, about.sector, about.handle, about.diet, about.offers, about.seeks)
    )


def _pasted_twice(drafts: list[Draft], _: Table) -> list[Draft]:
    """Rows alike to the last cell, their running number apart, that say enough to be one person's."""

    def key(draft: Draft) -> Shared:
        about = draft.registration
        enough = about.email or about.phone or about.codes or draft.marks.user
        full = about.name is not None and " " in about.name and sum(map(bool, draft.identical)) >= 4
        return draft.identical if enough or full else ()

    again = _groups(drafts, key, _identical)
    return _skipped(drafts, (place for places in again for place in places[1:]), "pasted_twice")


def _same_ticket_again(drafts: list[Draft], table: Table) -> list[Draft]:
    """The same code on two rows that differ (two exports pasted together): the later row stands.

    A platform's code is one ticket whatever its name has become; in any other list two names are two people.
    """

    def key(draft: Draft) -> Shared:
        about = draft.registration
        named = about.name if table.format is GENERIC else ""
        return (about.codes[0], fold_name(named or "")) if about.codes else ()

    again = _groups(drafts, key, _first_code)
    return _skipped(drafts, (place for places in again for place in places[:-1]), "ticket_again_later")


def _answered_again(drafts: list[Draft], table: Table) -> list[Draft]:
    """In a form, the same e-mail and the same name again is a correction: the last answer stands."""
    if "time" not in table.columns:
        return drafts

    def key(draft: Draft) -> Shared:
        about = draft.registration
        if about.codes:
            return ()
        name = fold_name(about.name or "")
        return (about.email, name) if about.email else (about.phone, name) if about.phone and name else ()

    if not (groups := _groups(drafts, key, _email)):
        return drafts
    order = moments([draft.stamp for draft in drafts if not draft.skip])
    when = dict(zip((draft.line.number for draft in drafts if not draft.skip), order or (), strict=False))
    gone: list[int] = []
    for places in groups:
        last = max(places, key=lambda place: (when.get(drafts[place].line.number, ()), place))
        gone += [place for place in places if place != last]
    return _skipped(drafts, gone, "answered_again_later")


def _repeats_its_buyer(drafts: list[Draft], table: Table) -> list[Draft]:
    """Further tickets of an order with the buyer's name and e-mail: their guest is named at the door.

    The first ticket keeps the name, come or not: a buyer who gave the own ticket back has not taken a guest's. The
    buyer's name and e-mail stay on the others as answers, so that the buyer still finds them.
    """
    orders = Counter(draft.marks.order for draft in drafts)

    def key(draft: Draft) -> Shared:
        about, order = draft.registration, draft.marks.order
        return (order, fold_name(about.name), about.email) if about.name and order and orders[order] > 1 else ()

    again = {place for places in _groups(drafts, key, _order_and_email) for place in places[1:]}
    if not again:
        return drafts
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
        bought_by, email = cells.word("buyer_name"), people.email(cells.text("buyer_email"))
        if draft.skip or about.name is None or about.email or not email:
            return draft
        own = fold_name(bought_by) == fold_name(about.name) if bought_by else tickets[draft.marks.order] == 1
        return replace(draft, registration=_rekeyed(draft, replace(about, email=email))) if own else draft

    return [mended(draft) for draft in drafts]


def _with_keys(drafts: list[Draft]) -> list[Draft]:
    """Every registration with a key of its own."""
    if len(set(map(_key, drafts))) == len(drafts):
        return drafts
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


def _same_person(drafts: Sequence[Draft]) -> list[Remark]:
    """The same name and e-mail on rows that differ, where no ticket tells them apart."""

    def key(draft: Draft) -> Shared:
        about = draft.registration
        if about.name is None or draft.marks.user or about.codes:
            return ()
        return fold_name(about.name), about.email

    return [
        Remark(drafts[place].line.number, "same_person_twice", _others(drafts, places, place))
        for places in _groups(drafts, key, _email)
        for place in places
    ]


def _others(drafts: Sequence[Draft], places: Sequence[int], place: int) -> str:
    """The rows besides one that share something with it, each with who it is."""
    others = [drafts[one] for one in places if one != place]
    said = [(str(one.line.number), one.registration.name, one.registration.company) for one in others[:3]]
    return "; ".join(" · ".join(part for part in parts if part) for parts in said)


def _only_a_name(drafts: Sequence[Draft]) -> list[Remark]:
    """Rows that hold one cell in a list where most hold more: a person in a hurry, or the title of a section."""
    kept = [draft for draft in drafts if not draft.skip]
    lone = [one for one in kept if len(one.identical) - one.identical.count("") == 1 and one.registration.name]
    if len(lone) * 2 > len(kept):
        return []
    return [Remark(draft.line.number, "only_a_name", draft.registration.name or "") for draft in lone]

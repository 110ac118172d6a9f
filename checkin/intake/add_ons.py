"""Tickets that are no people: parking, shirts and gifts, and whatever nobody ever bought alone or put a name to."""

from __future__ import annotations

import re
from collections.abc import Iterable

from checkin.intake.folding import fold
from checkin.intake.rows import Draft, skipped
from checkin.intake.tables import Table
from checkin.model import Registration

_ADD_ON = re.compile(
    r"\b(parking|aparcamiento|estacionamiento|parkplatz|complement\w*|add ?ons?|zusatz\w*|extras?|suplement\w*|merch\w*"
    r"|camiseta\w*|t ?shirt\w*|donati\w*|donacion\w*|spende\w*|guardarropa|ropero|shuttle|lanzadera|gift ?card"
    r"|tarjeta regalo)\b"
)
_WITH = re.compile(
    r"[+&(\[]|\b(?:con|sin|incl\w*|y|más|with|without|and|plus|mit|ohne|und|amb|sense|avec|sans|et)\b", re.IGNORECASE
)
"""What comes before an extra in the name of a ticket: ``Entrada + parking``, ``VIP (parking incluido)``."""

_SOMEBODYS = re.compile(
    r"\b(menus?|infantil\w*|ninos?|ninas?|nens?|child\w*|kids?|kinder|enfants?|adult\w*|acompan\w*|companion|guest"
    r"|invitad\w*|comensal\w*|plaza|cubierto)\b"
)
"""A product that is for a person, though nobody ever put a name to it."""


def without_add_ons(drafts: list[Draft], table: Table) -> list[Draft]:
    """The drafts, those skipped that stand for such a product and for nobody.

    Whoever is named only beside such products stays, once.
    """
    if "product" not in table.columns or "order" not in table.columns:
        return drafts
    products = list(map(product, drafts))
    if len(set(products)) < 2 or not (extra := _extra(drafts, products)):
        return drafts
    gone, kept = [], set()
    for place in sorted(range(len(drafts)), key=lambda place: products[place] in extra):
        draft = drafts[place]
        somebody = (draft.marks.order, draft.registration.name)
        if draft.skip:
            continue
        if products[place] in extra and (draft.registration.name is None or somebody in kept):
            gone.append(place)
        kept.add(somebody)
    return skipped(drafts, gone, "add_on_product")


def product(draft: Draft) -> str:
    """What was bought, folded."""
    return fold(draft.registration.product)


def _extra(drafts: Iterable[Draft], products: Iterable[str]) -> set[str]:
    """The products of a list that are no people."""
    as_written: dict[str, str] = {}
    first_in_order: dict[str, tuple[int, str]] = {}
    named, personal = set(), set()
    for draft, bought in zip(drafts, products, strict=True):
        if draft.skip:
            continue
        as_written.setdefault(bought, draft.registration.product)
        number, first = _number(draft.marks.position), first_in_order.get(draft.marks.order)
        if first is None or number < first[0]:
            first_in_order[draft.marks.order] = number, bought
        if draft.registration.name:
            named.add(bought)
        elif bought not in personal and _personal(draft.registration):
            personal.add(bought)
    leading = {bought for _, bought in first_in_order.values()}
    silent = set(as_written) - named - leading - personal - {""} if named else set()
    return {
        bought
        for bought, written in as_written.items()
        if (bought in silent and not _SOMEBODYS.search(bought))
        or (named - {bought} and _ADD_ON.search(fold(_WITH.split(written, maxsplit=1)[0])))
    }


def _number(position: str) -> int:
    return int(position) if position.isdecimal() and len(position) < 20 else 0


def _personal(about: Registration) -> bool:
    """Whether the row says anything that only a person has."""
    return any(
        (about.email, about.company, about.role, about.sector, about.handle, about.diet, about.offers, about.seeks)
    )

"""What a design shows, in words: looks and fields as window and command line call them, and as people may type them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from checkin.paper.designs import LOOKS, Field
from checkin.search import fold
from checkin.words import LANGUAGES, Words

Key = TypeVar("Key", bound=str)


def look_words(t: Words) -> dict[str, str]:
    """What each look is called, the usual one first."""
    return {
        "classic": t("Classic"), "band": t("Band of colour"), "stripe": t("Stripe, name in colour"),
        "centred": t("Name in the middle"), "mono": t("Black only, for label printers"),
    }  # fmt: skip


def field_words(t: Words) -> dict[Field, str]:
    """What each field is called, in the order in which they are offered."""
    return {
        Field.COMPANY: t("Company"),
        Field.ROLE: t("Role"),
        Field.SECTOR: t("Sector"),
        Field.HANDLE: t("Handle"),
        Field.TABLE: t("Table"),
        Field.ROUNDS: t("Tables of the evening"),
        Field.MARKS: t("Marks (VIP)"),
        Field.CODE: t("Ticket code"),
        Field.OFFERS: t("I offer"),
        Field.SEEKS: t("I look for"),
        Field.CONTACT: t("Contact code"),
        Field.EMAIL: t("E-mail (in the code)"),
        Field.PHONE: t("Telephone (in the code)"),
    }


def field_named(text: str) -> Field | None:
    """The field that somebody means: by its name in any language, or as programs call it; None for none.

    >>> field_named("empresa"), field_named("Company"), field_named("e-mail")
    (<Field.COMPANY: 'company'>, <Field.COMPANY: 'company'>, <Field.EMAIL: 'email'>)
    """
    return _meant(text, Field, field_words)


def look_named(text: str) -> str | None:
    """The look that somebody means, likewise.

    >>> look_named("clásico"), look_named("band of colour"), look_named("baroque")
    ('classic', 'band', None)
    """
    return _meant(text, LOOKS, look_words)


def _meant(text: str, known: Iterable[Key], words: Callable[[Words], Mapping[Key, str]]) -> Key | None:
    """The one of ``known`` that is called so, with or without what stands in brackets."""
    called = [words(Words(language)) for language in LANGUAGES]
    for one in known:
        names: list[str] = [one, *(said[one] for said in called), *(said[one].partition(" (")[0] for said in called)]
        if fold(text) in map(fold, names):
            return one
    return None

"""What our own lists say in the organizer's language, and what such words mean when the list comes back in any of ours.

Headers and the few values that are no text of somebody's: the state of a registration, yes and no, who is gone from a
list. What an earlier version wrote (``coming``, ``1``, ``step_free``) is understood as well.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache

from checkin import column_words, field_words, list_words
from checkin.intake.standing import standing_of
from checkin.model import GONE, Standing
from checkin.words import LANGUAGES, Words

PLAIN_FIELDS = ("step_free", "sex", "age_band", "wants", "answers")
"""Columns that an earlier version called so in every language."""

HOST = "companion_of"
"""The column that says who brings somebody along: by the number in the list's first column."""

MORE_CODES = "more_codes"
"""The column of what else admits somebody, a line each: the other tickets of who is one person on two rows."""

MARK = "sobremesa_key"
"""The last column of our own lists: what identifies each guest."""

_NOT = frozenset({"", "0", "false"})


def headers(t: Words) -> dict[str, str]:
    """What the columns of our lists are called, by field."""
    words = field_words.of_guest(t)
    return (
        column_words.headers(t)
        | {name: words[name] for name in PLAIN_FIELDS}
        | {
            HOST: t("Comes with (Id)"),
            MORE_CODES: t("Further codes"),
        }
    )


def said(name: str, value: object, t: Words) -> str | None:
    """The words for a value; None where it is written as it is."""
    if isinstance(value, Standing | bool):
        return field_words.value(value, t)
    if name == "consent" and value in ("yes", "no"):
        return t("yes") if value == "yes" else t("no")
    return list_words.said(GONE, t) if name == "reason" and value == GONE else None


@lru_cache(maxsize=1)
def fields() -> Mapping[str, str]:
    """From each header in any of our languages to its field."""
    every = {word: name for language in LANGUAGES for name, word in headers(Words(language)).items()}
    return every | {name: name for name in (*PLAIN_FIELDS, MARK)}


def standing(cell: str) -> Standing | None:
    """What the cell of a registration's state means, in our words or in anybody's; None where that is unknown."""
    if not cell or cell in tuple(Standing):
        return Standing(cell or Standing.COMING)
    return _spoken()["standing"].get(cell.casefold()) or standing_of(cell)  # type: ignore[return-value]


def agrees(cell: str) -> bool:
    """Whether a cell says yes, or anything but no."""
    return cell.casefold() not in _NOT and _spoken()["answer"].get(cell.casefold()) != "no"


def consent(cell: str) -> str:
    """Whether somebody shares their contact: "yes", "no", or the cell as it is."""
    return str(_spoken()["answer"].get(cell.casefold(), cell))


def reason(cell: str) -> str:
    """Why somebody is not expected, as it is kept."""
    return str(_spoken()["reason"].get(cell.casefold(), cell))


@lru_cache(maxsize=1)
def _spoken() -> Mapping[str, Mapping[str, object]]:
    def each(of: Callable[[Words], Mapping[str, object]]) -> dict[str, object]:
        return {word.casefold(): what for language in LANGUAGES for word, what in of(Words(language)).items()}

    return {
        "standing": each(lambda t: {field_words.value(one, t): one for one in Standing}),
        "answer": each(lambda t: {t("yes"): "yes", t("no"): "no"}),
        "reason": each(lambda t: {list_words.said(GONE, t): GONE}),
    }

"""What the cells of a column say against or for a guess that its header made.

>>> fit("email", "correo", ["ana@example.org", ""]) > 0
True
>>> fit("paid", "pagado", ["25,00", "30"]) == NEVER
True
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from checkin.intake import vocabulary
from checkin.intake.decoys import begins_a_word
from checkin.intake.folding import fold
from checkin.intake.limits import LONGEST_EMAIL
from checkin.intake.people import only_a_title
from checkin.intake.standing import WHY_GONE, happened, is_a_state, says_yes, standing_of, unpaid

NEVER = -200.0
"""Enough against a guess to rule it out, however well its header fits."""

_EMAIL = re.compile(r"[^\s@]+@\s?[^\s@]+\.[^\s@]+")
_NUMBER = re.compile(r"[+-]?\d+([.,]\d+)?\s*[€$£%]?")
_PHONE = re.compile(r"[+(\d][\d\s().+/-]{5,}|\d+[.,]?\d*E\+?\d+", re.IGNORECASE)
_COUNTED = re.compile(r"\+?\s*\d{1,3}\b.*", re.DOTALL)
_COMING = re.compile(
    r"\b(asist|alli estare|ahi estare|podre ir|puedo ir|ire|voy a ir|vendre|attend|be there|coming|make it|join|vindre"
    r"|hi sere|ich komme|je viens|etorriko)"
)
_AMOUNT = re.compile(r"[2-9€$£]")
_SPANISH_PHONE = re.compile(r"(?:(?:\+|00)?34)?[6-9]\d{8}")
_NO_NAME = re.compile(r"[\d@/\\:;=<>|#%€$_*\[\]{}!?]")
_LINK = re.compile(r"https?://", re.IGNORECASE)
_SAYS_COMING = ("rsvp", "asist", "confirm")
_SAYS_STATUS = ("status", "registration", *_SAYS_COMING)
_BOXES = frozenset({"x", "X", "✓", "✔", "✔️", "✅", "☑", "TRUE", "FALSE"})
"""What stands in boxes, and is nobody's name."""
_MEALS = frozenset({"comida", "menu"})

Values = Sequence[str]


def looks_like_email(cell: str) -> bool:
    """Whether a cell is an e-mail address, give or take a blank after the ``@``."""
    return "@" in cell and len(cell) <= LONGEST_EMAIL and _EMAIL.fullmatch(cell.strip()) is not None


def looks_like_name(cell: str) -> bool:
    """Whether a cell could be a full name: two to six words of letters, the first and the last not in lower case."""
    words = cell.replace(",", " ").split()
    if not 2 <= len(words) <= 6 or not all(word[0].isalpha() for word in words):
        return False
    return not (words[0][0].islower() or words[-1][0].islower() or any(map(str.isdigit, cell)))


def looks_like_phone(cell: str) -> bool:
    """Whether a cell is a telephone number of Spain, as people write it."""
    return len(cell) < 25 and _SPANISH_PHONE.fullmatch(re.sub(r"[\s.()-]", "", cell)) is not None


def could_be_name(cell: str) -> bool:
    """Whether a cell could be a name at all, full or not, in any case: one to six words of letters."""
    words = cell.replace(",", " ").split()
    if not 0 < len(words) <= 6 or len(cell) > 80 or _NO_NAME.search(cell):
        return False
    return all(word.strip("(-–.’'")[:1].isalpha() or word in "-–" for word in words) and sum(map(str.isalpha, cell)) > 2


def speaks_of_coming(cell: str) -> bool:
    """Whether a cell is an answer to whether somebody comes, in so many words."""
    return _COMING.search(fold(cell)) is not None and standing_of(cell) is not None


def share(values: Values, test: Callable[[str], object]) -> float:
    """The part of the values that pass, 0 where there are none."""
    return sum(1 for value in values if test(value)) / len(values) if values else 0.0


def fit(name: str, header: str, values: Values) -> float:
    """What the filled cells of a column add to a guess by its header: some points, or ``NEVER``."""
    filled = [value for value in values if value]
    if not filled:
        return -8.0
    if name not in {"email", "buyer_email", "companion_names", "wishes"} and share(filled, looks_like_email) > 0.5:
        return NEVER
    if name in _BY_HEADER:
        return _BY_HEADER[name](header, filled)
    judge = _JUDGES.get(name)
    return judge(filled) if judge else 0.0


def _distinct(values: Values) -> float:
    return len({fold(value) for value in values}) / len(values)


def _yes_or_no(values: Values) -> float:
    return share(values, lambda cell: says_yes(cell) is not None)


def _unless(*, wrong: bool) -> float:
    return NEVER if wrong else 0.0


def _email(values: Values) -> float:
    emails = share(values, looks_like_email)
    if emails >= 0.5:
        return 10.0
    return NEVER if emails < 0.1 and len(values) > 2 else -20.0


def _name(values: Values) -> float:
    """A form's own name column may hold ``anonymous`` on every line."""
    dull = len(values) >= 10 and _distinct(values) < 0.15
    return min(_half_a_name(values), -30.0 if dull else 0.0)


def _half_a_name(values: Values) -> float:
    """Not numbers of orders (``#1001``), not addresses, not crosses in boxes."""
    odd = share(values, _has_no_letter) > 0.6 or share(values, _LINK.match) > 0.5
    return _unless(wrong=odd or share(values, _BOXES.__contains__) > 0.5)


def _has_no_letter(cell: str) -> bool:
    return any(map(str.isdigit, cell)) and not any(map(str.isalpha, cell))


def _phone(values: Values) -> float:
    return 10.0 if share(values, _PHONE.match) >= 0.3 else NEVER


def _paid(values: Values) -> float:
    """Amounts and ways to pay are heard where somebody's ``NO`` or ``pendiente`` stands among them."""
    if any(unpaid(value) and not value.isdecimal() for value in values):
        return 0.0
    return _unless(wrong=share(values, _AMOUNT.search) > 0.1 or _yes_or_no(values) < 0.5)


def _void(header: str, values: Values) -> float:
    """Yes and no, the word itself, the day it happened, or why."""
    told = share(values, lambda cell: happened(cell) is not None or standing_of(cell) is not None) >= 0.5
    return _unless(wrong=not told and WHY_GONE.search(header) is None)


def _waiting(values: Values) -> float:
    """Yes and no, since when, or in which place."""
    told = share(values, lambda cell: cell.isdecimal() or happened(cell) is not None or standing_of(cell) is not None)
    return _unless(wrong=told < 0.5)


def _role(values: Values) -> float:
    return min(_text(values), _unless(wrong=share(values, only_a_title) > 0.5))


def _diet(header: str, values: Values) -> float:
    """Yes and no below ``Comida`` say who eats, not what."""
    return _unless(wrong=header in _MEALS and _yes_or_no(values) > 0.8)


def _quantity(values: Values) -> float:
    return _unless(wrong=share(values, _COUNTED.fullmatch) < 0.3)


def _text(values: Values) -> float:
    return _unless(wrong=_yes_or_no(values) > 0.8 or share(values, _NUMBER.fullmatch) > 0.8)


def _handle(values: Values) -> float:
    foreign = share(values, lambda cell: _LINK.match(cell) and "twit" not in cell and "//x.com" not in cell) > 0.5
    return min(_text(values), _unless(wrong=foreign))


def _consent(values: Values) -> float:
    return _unless(wrong=_yes_or_no(values) < 0.5)


def _linkedin(values: Values) -> float:
    """An address, or the last part of one: one word."""
    return _unless(wrong=_yes_or_no(values) > 0.8 or share(values, lambda cell: " " in cell.strip()) > 0.5)


def _order(values: Values) -> float:
    return _unless(wrong=_yes_or_no(values) > 0.8 or share(values, looks_like_name) > 0.5)


def _code(values: Values) -> float:
    return _unless(wrong=_distinct(values) < 0.8 or share(values, lambda cell: " " in cell) > 0.5)


def _status(header: str, values: Values) -> float:
    """Understood words speak for it; a column of a few unknown words is one only where its header says so plainly.

    Many things have a state: below a longer header only whole words count, not what merely begins with a no.
    """
    exact = any(name == "status" for name, _ in vocabulary.FIELDS_OF.get(header, ()))
    named = not exact and begins_a_word(header, vocabulary.STATES)
    understood = share(values, is_a_state if named else lambda cell: standing_of(cell) is not None)
    if understood < 0.2 and share(values, looks_like_name) >= 0.6:
        return NEVER
    few = len({fold(value) for value in values}) <= max(8, len(values) * 0.2)
    plain = any(word in header for word in (_SAYS_STATUS if exact else _SAYS_COMING))
    said = understood >= 0.5 or (understood >= 0.2 and (few or exact)) or (few and plain)
    return 10.0 * understood if said else NEVER


_JUDGES: Mapping[str, Callable[[Values], float]] = MappingProxyType({
    "email": _email, "name": _name, "given": _half_a_name, "family": _half_a_name, "family2": _half_a_name,
    "phone": _phone, "paid": _paid, "waiting": _waiting, "quantity": _quantity, "company": _text, "role": _role,
    "sector": _text, "offers": _text, "seeks": _text, "handle": _handle, "order": _order,
    "about": _text, "linkedin": _linkedin, "consent": _consent,
    "code": _code,
})  # fmt: skip

_BY_HEADER: Mapping[str, Callable[[str, Values], float]] = MappingProxyType({
    "status": _status, "void": _void, "diet": _diet,
})  # fmt: skip

"""Names, e-mails, phones and handles, as people and spreadsheets write them.

Letters are never changed: no re-casing, no translation. What is put right is their order (``Apellidos, Nombre``) and
the blanks. A title (``Dra.``) stays in the name, because it was asked for, and out of given and family name,
because nobody is looked up by it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from checkin.intake.folding import fold, one_line
from checkin.intake.given_names import begins_with_one
from checkin.intake.limits import LONGEST_EMAIL
from checkin.intake.vocabulary import NOBODY, NOTHING

_TITLES = frozenset(
    [
        "dr",
        "dra",
        "don",
        "dona",
        "d",
        "da",
        "prof",
        "profa",
        "sr",
        "sra",
        "srta",
        "mr",
        "mrs",
        "ms",
        "mx",
        "miss",
        "ing",
        "lic",
        "lcda",
        "lcdo",
        "arq",
        "herr",
        "frau",
    ]
)
_SUFFIXES = frozenset(
    [
        "jr",
        "sr",
        "ii",
        "iii",
        "iv",
        "phd",
        "md",
        "mba",
        "cpa",
        "cfa",
        "esq",
        "pmp",
        "msc",
        "bsc",
        "sl",
        "sa",
        "slu",
        "sau",
    ]
) | {
    "s l",
    "s a",
    "s l u",
}
_SOMEBODYS = re.compile(r"(acompanante|acomp|invitad[oa]|guest|plus one|pareja|1)(?: \d+)? (de|del|of)\b")
_NO_NAME = re.compile(r"\+\s*\d{1,2}")
_EMPTY = re.compile(r"[\s\-–—._/\\*,;:·]*|¿?\?")
_EMAIL = re.compile(r"[^\s@<>(),;:\"]+@[^\s@<>(),;:\"]+\.[^\s@<>(),;:\".]+")
_RUINED = re.compile(r"\d+(?:[.,]\d+)?E\+?\d+", re.IGNORECASE)
_HANDLE = re.compile(r"@?\s?([A-Za-z0-9_.]{1,30})")
_PROFILE = re.compile(
    r"(?:https?://)?(?:www\.|mobile\.)?(?:twitter|x)\.com/@?([A-Za-z0-9_]{1,30})/?(?:\?.*)?", re.IGNORECASE
)
_LINKEDIN = re.compile(r"(?:https?://)?(?:[a-z]{2,3}\.)?linkedin\.com/([^\s?#]+)(?:[?#]\S*)?", re.IGNORECASE)
_LINKEDIN_NAME = re.compile(r"[\w%-]{3,100}")
_DAY_AND_MONTH = re.compile(r"(?:0?[1-9]|1[0-2])/(?:0?[1-9]|[12]\d|3[01])|(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|1[0-2])")
_DAMAGED = re.compile(r"\ufffd|(?<!¿)\?")


@dataclass(frozen=True, slots=True)
class Person:
    """A name in full (None where there is none) and, where the source tells them apart, its halves."""

    name: str | None
    given: str = ""
    family: str = ""


def person(full: str, given: str = "", family: str = "", *, given_first: bool = False) -> Person:
    """The name that three cells make together.

    Args:
        full: The cell of the full name, perhaps ``Apellidos, Nombre``.
        given: The cell of the first name.
        family: The cell of the surname.
        given_first: The header said ``Nombre, Apellidos``, so a comma has the surname after it.

    >>> person("Dra. Louro Rey, Anxo")
    Person(name='Dra. Anxo Louro Rey', given='Anxo', family='Louro Rey')
    >>> person("", "强", "杨").name
    '杨强'
    >>> person("", "Info Requested", "Info Requested").name is None
    True
    """
    full, given, family = one_line(full), one_line(given), one_line(family)
    if full:
        halves = _around_comma(full, given_first=given_first)
        named = halves or Person(full, given, family)
    else:
        named = Person(_joined(given, family), given, family)
    if _nobody(named.name or "") or (given and fold(given) in NOBODY and fold(given) == fold(family)):
        return Person(None)
    return named


def _joined(given: str, family: str) -> str:
    """Given name first; Chinese, Japanese and Korean ones as they are written there, family first without a blank."""
    if given and family and _east_asian(given + family):
        return family + given
    return " ".join(part for part in (given, family) if part)


def _east_asian(text: str) -> bool:
    return all("\u3040" <= sign <= "\u9fff" or "\uac00" <= sign <= "\ud7af" for sign in text if not sign.isspace())


def _around_comma(full: str, *, given_first: bool) -> Person | None:
    """``Apellidos, Nombre`` put in order; None where the comma is no such comma."""
    before, comma, after = full.partition(",")
    family, given = before.strip(), after.strip()
    if not comma or not family or not given or "," in given or family.count("(") > family.count(")"):
        return None
    if fold(given) in _SUFFIXES or len(fold(given)) > 60:
        return None
    if given_first:
        return Person(f"{family} {given}", family, given)
    if given.islower() and not family.islower() and not begins_with_one(given):
        return None
    before_family, family = _title(family)
    before_given, given = _title(given)
    titles = " ".join(part for part in (before_family, before_given) if part)
    return Person(" ".join(part for part in (titles, given, family) if part), given, family)


def _title(name: str) -> tuple[str, str]:
    """The titles before a name, and the name without them; a lone word is no title."""
    words = name.split()
    count = 0
    while count < len(words) - 1 and _is_title(words[count]):
        count += 1
    return " ".join(words[:count]), " ".join(words[count:])


def only_a_title(cell: str) -> bool:
    """Whether a cell is how somebody is addressed, and no more (``Sra.``)."""
    return fold(cell) in _TITLES


def _is_title(word: str) -> bool:
    return fold(word) in _TITLES and (word.endswith((".", "ª")) or len(word) > 2)


def _nobody(name: str) -> bool:
    folded = fold(name).rstrip("0123456789 ")
    if folded in NOBODY or _EMPTY.fullmatch(name) or _NO_NAME.fullmatch(name) or _SOMEBODYS.match(folded):
        return True
    return "@" in name and _EMAIL.fullmatch(name) is not None


def placeholder(cell: str) -> bool:
    """Whether a cell only holds a name's place (``Info Requested``)."""
    return fold(cell) in NOBODY or bool(_EMPTY.fullmatch(cell))


def damaged(name: str) -> bool:
    """Whether letters were lost before the file was saved: a ``?`` or the replacement character in a name."""
    return _DAMAGED.search(name) is not None


def email(cell: str) -> str:
    """The first e-mail address in a cell, in lower case without blanks; "" where there is none.

    >>> email(" ANA@ Example.org ")
    'ana@example.org'
    """
    if "@" not in cell:
        return ""
    around = max(cell.index("@") - LONGEST_EMAIL, 0)
    cell = cell[around : around + 3 * LONGEST_EMAIL]
    found = _EMAIL.search(cell) or _EMAIL.search(re.sub(r"\s", "", cell))
    return found[0].rstrip(".").casefold() if found else ""


def ruined(cell: str) -> bool:
    """Whether a spreadsheet turned a long number into ``5,55E+08``: its digits are gone."""
    return _RUINED.fullmatch(cell.strip()) is not None


def handle(cell: str) -> str:
    """A handle with its ``@``; "" where the cell holds none.

    >>> handle("https://x.com/ana_gil"), handle("ana_gil"), handle("no tengo")
    ('@ana_gil', '@ana_gil', '')
    """
    if not cell or nothing(cell := one_line(cell)):
        return ""
    found = _PROFILE.fullmatch(cell) or _HANDLE.fullmatch(cell)
    return f"@{found[1]}" if found else ""


def linkedin(cell: str) -> str:
    """The address of a profile without its scheme and what follows a ``?``; "" where the cell holds none.

    >>> linkedin("https://www.linkedin.com/in/ana-gil/?trk=x"), linkedin("ana-gil"), linkedin("no tengo")
    ('linkedin.com/in/ana-gil', 'linkedin.com/in/ana-gil', '')
    """
    if not cell or nothing(cell := one_line(cell)) or len(cell) > LONGEST_EMAIL:
        return ""
    if found := _LINKEDIN.fullmatch(cell):
        return f"linkedin.com/{found[1].rstrip('/')}"
    word = cell.removeprefix("@").removeprefix("/in/").removeprefix("in/").rstrip("/")
    return f"linkedin.com/in/{word}" if _LINKEDIN_NAME.fullmatch(word) else ""


def age_band(cell: str) -> str:
    """The band of an age: as the file has it, or the ten years around an age or a year of birth; "" for anything else.

    >>> age_band("34"), age_band("34 años"), age_band("De 30 a 39"), age_band("+ 60"), age_band("17/05/1988")
    ('30-39', '30-39', '30-39', '60+', '1980-1989')
    """
    if born := re.search(r"(?<!\d)(?:19|20)\d\d(?!\d)", cell):
        decade = int(born[0]) // 10 * 10
        return f"{decade}-{decade + 9}"
    numbers = [int(digits[:4]) for digits in re.findall(r"\d+", cell[:100])]
    if (
        not numbers
        or _DAY_AND_MONTH.fullmatch(cell.strip())
        or any(not 0 < number < 120 for number in numbers)
        or len(numbers) > 2
    ):
        return ""
    if len(numbers) == 2:
        return f"{min(numbers)}-{max(numbers)}"
    if re.search(r"\+|>|más|mas de|over|older|mayor", cell, re.IGNORECASE):
        return f"{numbers[0]}+"
    if re.search(r"<|menos|menor|under|younger|hasta", cell, re.IGNORECASE):
        return f"-{numbers[0]}"
    low = numbers[0] // 10 * 10
    return f"{low}-{low + 9}"


def nothing(cell: str) -> bool:
    """Whether an answer says that there is nothing to say (``Ninguna``, ``-``, ``no``)."""
    return bool(_EMPTY.fullmatch(cell)) or fold(cell) in NOTHING

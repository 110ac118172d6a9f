"""Ticket codes: making our own, and making out what a scanner typed.

Our code has 19 random letters and a check letter, of 16 that are the same key on every Latin keyboard layout and make
no words: 76 bits, never made from a name. Codes of other platforms are opaque; what arrives is tried as it came, then
in parts, then as a foreign keyboard may have garbled it. This module knows no guest list: it says under which keys to
look.

>>> code = new_code(bytes(range(10)))
>>> pretty(code), is_ours(code.lower()), is_ours_but_misread("C" + code[1:])
('BBBCB-DBFBG-BHBJB-KBLBT', True, True)
>>> [candidate.key for candidate in candidates("https://luma.com/check-in/evt-1?pk=g-yQ1")][:2]
['https://luma.com/check-in/evt-1?pk=g-yq1', 'g-yq1']
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from checkin.keyboards import FOREIGN, SHIFT_LOCKING, Layout, undo, without_caps_lock
from checkin.payloads import Part, host, is_address, parts, path_ends, query_values

ALPHABET = "BCDFGHJKLNPRSTVX"
LENGTH = 20
LONGEST = 512
MOST_CANDIDATES = 256

_LETTERS = str.maketrans("0123456789abcdef", ALPHABET)
_PREFIXES = re.compile(r"^(?:\][A-Za-z][0-9]|\\[0-9]{6})+")
_OURS = re.compile(rf"[{ALPHABET}]{{{LENGTH}}}")
_NO_TICKET = re.compile(
    r"^(?:wifi:|begin:|mecard:|bizcard:|tel:|mailto:|matmsg:|geo:|sms|mms|otpauth:|bitcoin:|upi:|market:)",
    re.IGNORECASE,
)
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


@dataclass(frozen=True, slots=True)
class How:
    """How a scanned text was read.

    Attributes:
        part: What of it is the code.
        scanner: The layout the scanner is taken to be set to.
        laptop: The layout the laptop is taken to have.
    """

    part: Part
    scanner: Layout = Layout.US
    laptop: Layout = Layout.US

    @property
    def as_typed(self) -> bool:
        """Whether no keyboard had to be undone; any other reading counts only if exactly one guest answers to it."""
        return self.scanner is self.laptop


@dataclass(frozen=True, slots=True)
class Candidate:
    """A key (see ``key``) under which the scanned ticket may be on the list."""

    key: str
    how: How


class Unknown(StrEnum):
    """What a text is that no guest answers to."""

    NOT_A_TICKET = "not_a_ticket"
    NOT_ON_LIST = "not_on_list"


def new_code(random_bytes: bytes) -> str:
    """One of our codes, from at least 10 random bytes; the first 76 bits are used."""
    if len(random_bytes) < 10:
        raise ValueError(random_bytes)
    letters = random_bytes[:10].hex()[:19].translate(_LETTERS)
    return letters + ALPHABET[_double(_sum(letters))]


def pretty(code: str) -> str:
    """One of our codes as it is printed, in four groups of five; any other code as it is."""
    letters = _letters(code)
    return "-".join(letters[at : at + 5] for at in range(0, LENGTH, 5)) if _OURS.fullmatch(letters) else code


def is_ours(text: str) -> bool:
    """Whether a text is one of our codes, check letter and all; case, hyphens and blanks do not matter."""
    if len(text) < LENGTH:
        return False
    letters = _letters(text)
    return bool(_OURS.fullmatch(letters)) and _sum(letters) == 0


def is_ours_but_misread(text: str) -> bool:
    """Whether a text has the letters and the length of our codes but the wrong check letter: scan it again."""
    letters = _letters(text)
    return bool(_OURS.fullmatch(letters)) and _sum(letters) != 0


def clean(text: str) -> str:
    r"""What a scanner read, without what scanners add.

    Off go the AIM symbology id (``]Q1``), ECI marks (``\000026``), byte order marks, control and other invisible
    characters, and white space at the ends. NFC; at most 512 characters.
    """
    seen = text[: 2 * LONGEST]
    if seen.isascii() and seen.isprintable():
        if seen.isalnum():  # as nearly every code is
            return seen[:LONGEST]
    else:
        seen = "".join(sign for sign in seen if unicodedata.category(sign) not in _INVISIBLE)
    return unicodedata.normalize("NFC", _PREFIXES.sub("", seen.strip()).strip())[:LONGEST]


def key(code: str) -> str:
    r"""The key under which a ticket's code is kept and looked for: cleaned, case folded, our own without hyphens.

    >>> key("BBBCB-DBFBG-BHBJB-KBLBT") == key("bbbcbdbfbgbhbjbkblbt\r")
    True
    """
    cleaned = clean(code)
    letters = _letters(cleaned) if len(cleaned) >= LENGTH else ""
    return (letters if _OURS.fullmatch(letters) else cleaned).casefold()


def candidates(scanned: str) -> Iterator[Candidate]:
    """The keys a scanned text may mean, likeliest first, each once, at most ``MOST_CANDIDATES``.

    The text as typed, then what a foreign keyboard may have made of it; of each, the whole, then its parts. Lazy: a
    plain hit costs no more than cleaning the text. Letter case is no part of a key, so Caps Lock needs no reading of
    its own except where it shifts digits too. Where several guests share a key, the one whose code equals
    ``clean(scanned)`` is meant.
    """
    return islice(_distinct(scanned), MOST_CANDIDATES)


def shape(code: str) -> str:
    """What codes of one kind have in common: host of a web address, or signs and length; for ``classify``.

    >>> shape("https://luma.com/check-in/evt-1?pk=g-2"), shape("12345678901"), shape("a1b2-c3d4")
    ('url:luma.com', '9:11', 'A-:9')
    """
    cleaned = clean(code)
    if cleaned.isalnum():  # as nearly every code is
        return f"{'9' if cleaned.isdecimal() else 'A'}:{len(cleaned)}"
    if is_address(cleaned):
        return f"url:{host(cleaned)}"
    marks = "".join(sorted({sign for sign in cleaned if not sign.isalnum()}))
    signs = "9" if cleaned.replace("-", "").isdecimal() else "A"
    return f"{signs}{marks}:{len(cleaned)}"


def classify(text: str, known: Collection[str]) -> Unknown:
    """What a scanned text is that no guest answers to.

    Args:
        text: As scanned.
        known: ``shape`` of the codes on the list, each once.
    """
    cleaned = clean(text)
    for read in (cleaned, *(read for _, _, read in _readings(cleaned))):
        if _NO_TICKET.match(read):
            return Unknown.NOT_A_TICKET
        if is_address(read):
            return Unknown.NOT_ON_LIST if _sold_here(read, known) else Unknown.NOT_A_TICKET
    if is_ours(cleaned) or is_ours_but_misread(cleaned) or _alike(shape(cleaned), known):
        return Unknown.NOT_ON_LIST
    too_short = len(cleaned) < 4
    return Unknown.NOT_A_TICKET if too_short or " " in cleaned or _on_a_shelf(cleaned) else Unknown.NOT_ON_LIST


def _letters(text: str) -> str:
    return text.strip().replace("-", "").replace(" ", "").upper()


def _double(value: int) -> int:
    """Times two in GF(16) modulo x^4 + x + 1."""
    return (value << 1) ^ (0b10011 if value & 8 else 0)


_DOUBLED = tuple(map(_double, range(16)))
_PLACE = {letter: place for place, letter in enumerate(ALPHABET)}


def _sum(letters: str) -> int:
    """Each letter's place in the alphabet, weighted by ascending powers of two in GF(16) from right to left."""
    total = 0
    for letter in letters:
        total = _DOUBLED[total] ^ _PLACE[letter]
    return total


def _distinct(scanned: str) -> Iterator[Candidate]:
    cleaned = clean(scanned)
    seen = {""}
    for part, text in parts(cleaned):
        if (found := key(text)) not in seen:
            seen.add(found)
            yield Candidate(found, How(part))
    for scanner, laptop, read in _readings(cleaned):
        for part, text in parts(read):
            if (found := key(text)) not in seen:
                seen.add(found)
                yield Candidate(found, How(part, scanner, laptop))


def _readings(cleaned: str) -> Iterator[tuple[Layout, Layout, str]]:
    """The text as the scanner meant it, for every pair of layouts that could have typed it."""
    for scanner, laptop, read in _undone(cleaned):
        if read is not None:
            yield scanner, laptop, clean(read)


def _undone(cleaned: str) -> Iterator[tuple[Layout, Layout, str | None]]:
    us = Layout.US
    yield from ((us, laptop, undo(cleaned, scanner=us, laptop=laptop)) for laptop in FOREIGN)
    yield from ((scanner, us, undo(cleaned, scanner=scanner, laptop=us)) for scanner in FOREIGN)
    letters = without_caps_lock(cleaned)
    yield from ((us, laptop, undo(letters, scanner=us, laptop=laptop)) for laptop in FOREIGN)
    yield from ((us, laptop, undo(cleaned, scanner=us, laptop=laptop, shift_lock=True)) for laptop in SHIFT_LOCKING)


def _sold_here(address: str, known: Collection[str]) -> bool:
    """Whether a web address is of a host, or holds a code of a kind, that is on the list."""
    if f"url:{host(address)}" in known:
        return True
    codes = [*query_values(address), *path_ends(address)]
    return any(len(code) >= 8 and any(map(str.isdigit, code)) and _alike(shape(code), known) for code in codes)


def _alike(one: str, known: Collection[str]) -> bool:
    """Whether the list holds codes of the same signs whose length differs by two or by a tenth at most."""
    signs, _, length = one.rpartition(":")
    if not length.isdecimal():
        return one in known
    others = (other.rpartition(":") for other in known if not other.startswith("url:"))
    return any(
        signs == other_signs and abs(int(length) - int(other)) <= max(2, int(length) // 10)
        for other_signs, _, other in others
    )


def _on_a_shelf(text: str) -> bool:
    """Whether a text is the number of a product for sale (EAN-8, UPC-A, EAN-13) by its check digit."""
    if len(text) not in (8, 12, 13) or not (text.isascii() and text.isdecimal()):
        return False
    weighted = (int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(reversed(text)))
    return sum(weighted) % 10 == 0

"""Cells cleaned, and folded for comparison.

Cleaning takes out what nobody typed on purpose (control characters, zero-width marks, direction overrides) and leaves
every letter. Folding is for comparing only: nothing folded is ever shown.

>>> clean("  Jose\u0301\u00a0María ")
'José María'
>>> fold_header("Dirección de correo electrónico*")
'direccion de correo electronico'
>>> fold_header("Order #"), fold_header("qr_code_url"), fold_header("First Name[ATT_fname]")
('order #', 'qr code url', 'first name')
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import filterfalse

from checkin.intake.limits import LONGEST_HEADER

_DROPPED = {
    code: None
    for span in (
        range(0x09),
        range(0x0B, 0x0D),
        range(0x0E, 0x20),
        range(0x7F, 0xA0),
        (0xAD, 0x200B, 0x200E, 0x200F, 0x2028, 0x2029, 0x2060, 0xFEFF),
        range(0x202A, 0x202F),
        range(0x2066, 0x206A),
        range(0xD800, 0xE000),
    )
    for code in span
}
_ASCII_CONTROLS = {code: None for code in _DROPPED if code < 0x80} | {0xFEFF: None}
_ASCII_CONTROL = re.compile(f"[{re.escape(''.join(map(chr, _ASCII_CONTROLS)))}]")
_ESCAPED_FORMULA = re.compile(r"^'(?=[=+\-@\t]|[\d(][\d\s().,/+-]*$)")
_NOTHING_TO_CLEAN = re.compile(r"(?:[!-&(-~][!-~]*(?: [!-~]+)*)?")
_SPOILED = re.compile("[\u00c2-\u00f4][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]")
"""How UTF-8 looks that was read as cp1252."""

_RECORD = 4000
_TOWER = 30
_REMEMBERED = 80
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_BRACKETED = re.compile(r"\[[A-Za-z_]+\]\s*$")
_NUMERO = re.compile(r"^(?:n o|n|nro|num|numero)(?= )")
_NOT_HEADER = re.compile(r"[^\w#@+]+|_")
_NOT_WORD = re.compile(r"[\W_]+")


def entries(words: str) -> tuple[str, ...]:
    """A block of text as its entries, separated by ``|`` or line ends; ``_`` is the blank where a word ends.

    >>> entries("nombre | no_")
    ('nombre', 'no ')
    """
    found = (" ".join(part.split()) for part in words.replace("\n", "|").split("|"))
    return tuple(entry.replace("_", " ") for entry in found if entry)


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases that are looked for in folded texts as whole words, listed as for ``entries``.

    Hundreds of them are a pattern that takes milliseconds to make, so it is made when it is first asked for: a program
    that starts to open a door reads no list.

    >>> bool(Phrases("me apunto | hi sere").search("yo tambien me apunto"))
    True
    """

    words: str

    def search(self, text: str) -> re.Match[str] | None:
        """The first of them in a folded text."""
        return _pattern(self.words).search(text)

    def begins(self, text: str) -> bool:
        """Whether a folded text begins with one of them."""
        return _pattern(self.words).match(text) is not None

    def without(self, text: str) -> str:
        """A folded text with a blank for each of them."""
        return _pattern(self.words).sub(" ", text)


@cache
def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(entries(words)) + r")\b")


_AT_ONCE = 1 << 19
"""Characters that are searched in one go: a window whose turn it is waits for no more of them."""


def strip_nuls(text: str) -> str:
    """``text`` without NULs and the control characters of ASCII that are neither line end nor TAB."""
    parts = range(0, len(text), _AT_ONCE)
    found = any(_ASCII_CONTROL.search(text, at, at + _AT_ONCE) for at in parts)
    return text.translate(_ASCII_CONTROLS) if found else text


def strip_controls(text: str) -> str:
    """``text`` without NULs, control and zero-width characters, and direction overrides; line ends and TABs stay.

    The joiners of emoji and of Persian (U+200C, U+200D) stay, they carry meaning.
    """
    return text.translate(_DROPPED)


def clean(cell: str) -> str:
    r"""A cell as it was meant: NFC, line ends as ``\n``, blanks collapsed inside a line, none around it.

    An apostrophe that an earlier export put before ``= + - @`` comes off again (OWASP ASVS 1.2.10), and one by which a
    spreadsheet was told to keep the noughts of a number.
    """
    if cell.isascii():
        if _NOTHING_TO_CLEAN.fullmatch(cell):
            return cell
        text = strip_controls(cell.replace("\r\n", "\n").replace("\r", "\n"))
    else:
        text = strip_controls(cell.replace("\r\n", "\n").replace("\r", "\n"))
        text = unicodedata.normalize("NFC", _without_towers(text))
    lines = [" ".join(line.split()) for line in text.split("\n")]
    return _ESCAPED_FORMULA.sub("", "\n".join(lines).strip())


def nothing_to_clean(record: Sequence[str]) -> bool:
    """Whether ``clean`` and ``letters.mend`` would leave every cell as it is.

    Most records of most files are such. Every letter of Latin-1 is its own NFC.
    """
    told = f"|{'|'.join(record)}|"
    if not told.isprintable() or len(told) > _RECORD or "  " in told or "| " in told or " |" in told or "|'" in told:
        return False
    if told.isascii():
        return True
    others = len(told) - len(told.encode("latin-1", "ignore"))
    if others > _TOWER or (others and not unicodedata.is_normalized("NFC", told)):
        return False
    return not _SPOILED.search(told)


def _without_towers(text: str) -> str:
    """Letters with at most thirty marks each, as Unicode's stream-safe form has it: sorting a tower of them is slow."""
    if len(text) <= _TOWER:
        return text
    kept, height = [], 0
    for sign in text:
        height = height + 1 if unicodedata.combining(sign) else 0
        if height <= _TOWER:
            kept.append(sign)
    return "".join(kept)


def one_line(cell: str) -> str:
    """``cell`` with its line ends as blanks: names, e-mails and companies have one line."""
    joined = " ".join(cell.split())
    return cell if joined == cell else joined  # the same letters twice would be kept twice


def plain(text: str) -> str:
    """Lower case without accents; compatibility forms (``ª``, full-width letters) as their plain ones."""
    if text.isascii():
        return text.casefold()
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(filterfalse(unicodedata.combining, decomposed)).casefold()


def fold(text: str) -> str:
    """``text`` as its words: plain letters and digits with single blanks between."""
    if text.isalnum() and text.isascii():
        return text.casefold()
    return _folded(text) if len(text) <= _REMEMBERED else _NOT_WORD.sub(" ", plain(text)).strip()


@lru_cache(maxsize=4096)
def _folded(text: str) -> str:
    """A list says the same few words in thousands of rows."""
    return _NOT_WORD.sub(" ", plain(text)).strip()


def fold_header(header: str) -> str:
    """A header as its words; ``#``, ``@`` and ``+`` stay, because ``Attendee #`` is not ``Attendee``.

    ``N.º``, ``Nº``, ``Núm.``, ``Número`` before something else are one word, ``no``.
    """
    words = _BRACKETED.sub("", header[:LONGEST_HEADER]).replace("#", " # ")
    folded = " ".join(_NOT_HEADER.sub(" ", plain(_CAMEL.sub(" ", words))).split())
    return _NUMERO.sub("no", folded)


def fold_name(name: str) -> str:
    """A name for comparison: its words in alphabetical order, so that ``Gil, Ana`` is ``Ana Gil``."""
    found: list[str] = []
    for word in name.split():  # fifty thousand names are made of a few thousand words
        if word.isalnum() and word.isascii():
            found.append(word.casefold())
        else:
            found += fold(word).split()
    found.sort()
    return " ".join(found)

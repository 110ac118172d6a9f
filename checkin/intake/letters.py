"""Which letters the bytes of a text file mean: a rule, not a detector.

Byte order mark, else UTF-16 by its alternating NULs, else strict UTF-8, else cp1252 (what a Western Excel saves). The
rule was right for every single-encoding file tried where statistical detectors turned ``ñ`` into ``ń``. A file that is
UTF-8 on some lines and cp1252 on others (two lists pasted together) is read line by line. Where cp1252 would put signs
into the middle of words that an older Mac or DOS has for letters (``Mu–oz``), theirs are taken, and that is said.

>>> decode("Peña".encode("cp1252")).text
'Peña'
>>> mend("PeÃ±a")
'Peña'
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from itertools import islice

from checkin.intake.folding import strip_controls

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LOOKED_AT = 65_536
_OLDER = ("mac_roman", "cp850")
_USUAL = frozenset("áéíóúüñçàèìòùâêîôûäëïöåæøßãõýÁÉÍÓÚÜÑÇÀÈÌÒÙÂÊÎÔÛÄËÏÖÅÆØÃÕÝ")
"""Letters that Western names are made of."""
_FOREIGN = re.compile(r"[^\x00-\x7f]")
_WORD = re.compile(r"\w+")
_WITHIN_WORDS = frozenset("’·")
_COUNTED = 5_000


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text without its byte order mark.

    Attributes:
        mixed: The lines of a UTF-8 file that were no UTF-8 and were read as cp1252, each as (number, beginning).
        older: The first words with letters of an older system, where the text was read as that; else "".
    """

    text: str
    mixed: tuple[tuple[int, str], ...] = ()
    older: str = ""


def decode(raw: bytes) -> Decoded:
    """The letters of ``raw``; never fails, what means nothing becomes ``U+FFFD``."""
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            body = raw[len(mark) :]
            return _utf8_or_western(body) if encoding == "utf-8" else Decoded(body.decode(encoding, "replace"))
    if wide := _wide_without_mark(raw):
        return Decoded(raw.decode(wide, "replace"))
    return _utf8_or_western(raw)


def _wide_without_mark(raw: bytes) -> str:
    """UTF-16 has a NUL in every other byte of Western text: which half tells the byte order."""
    start = raw[: _LOOKED_AT & ~1]
    if len(start) < 4:
        return ""
    half = len(start) / 2
    even, odd = start[0::2].count(0) / half, start[1::2].count(0) / half
    if odd > 0.25 and even < odd / 10:
        return "utf-16-le"
    if even > 0.25 and odd < even / 10:
        return "utf-16-be"
    return ""


def _utf8_or_western(raw: bytes) -> Decoded:
    try:
        return Decoded(raw.decode("utf-8"))
    except UnicodeDecodeError:
        pass
    lines: list[str] = []
    western: list[tuple[int, str]] = []
    modern = False
    for number, line in enumerate(raw.splitlines(keepends=True), 1):
        try:
            lines.append(line.decode("utf-8"))
            modern = modern or not line.isascii()
        except UnicodeDecodeError:
            lines.append(_western(line))
            western.append((number, lines[-1].strip()[:80]))
    return Decoded("".join(lines), tuple(western)) if modern else _western_or_older(raw)


def _western(raw: bytes) -> str:
    return raw.decode("cp1252", "replace")


def _western_or_older(raw: bytes) -> Decoded:
    """cp1252, unless an older system's letters make words of what has signs within words otherwise."""
    text = _western(raw)
    likely, odd = _likeness(text)
    if not odd:
        return Decoded(text)
    best = ""
    for encoding in _OLDER:
        other = raw.decode(encoding)
        if (score := _likeness(other)[0]) > likely:
            best, likely = other, score
    words = (found[0] for found in _WORD.finditer(best[:_LOOKED_AT]) if not found[0].isascii())
    return Decoded(best, older=" ".join(islice(words, 3))[:80]) if best else Decoded(text)


def _likeness(text: str) -> tuple[int, int]:
    """How many signs beyond ASCII are letters of names where they stand, less twice those that cannot be; and these."""
    usual = odd = 0
    for found in _FOREIGN.finditer(text[:_LOOKED_AT]):
        sign, at = found[0], found.start()
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        within = before.islower() and (after.islower() or not after.isascii())
        if sign in _USUAL and not (within and sign.isupper()):
            usual += 1
        elif sign == "\ufffd" or (within and sign not in _WITHIN_WORDS):
            odd += 1
        if usual + odd >= _COUNTED:
            break
    return usual - 2 * odd, odd


def looks_binary(text: str) -> bool:
    """Whether more than one sign in ten is a control character (NULs apart: a cut file may end in them)."""
    start = text[:_LOOKED_AT].replace("\0", "")
    controls = sum(1 for sign in start if sign < " " and sign not in "\t\r\n\f\v")
    return controls * 10 > len(start)


def mend(cell: str) -> str:
    """A cell that was UTF-8 read as cp1252 once too often, as it was; any other cell unchanged.

    Only a cell that is valid UTF-8 from end to end is touched, which text in any real language practically never is.
    """
    if cell.isascii() or not any("\u00c2" <= sign <= "\u00f4" for sign in cell):
        return cell
    try:
        return strip_controls(b"".join(map(_byte, cell)).decode("utf-8"))
    except (UnicodeDecodeError, UnicodeEncodeError):
        return cell


def _byte(sign: str) -> bytes:
    return sign.encode("latin-1") if sign < "\u00a0" else sign.encode("cp1252")

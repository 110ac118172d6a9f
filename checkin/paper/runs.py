"""From what somebody typed to runs that can be set: one face, one direction, one script each.

Text is brought to NFC, cut into what a reader takes for one character, given faces character by character (so that an
accent or the second half of a joined emoji never comes from another font than the first), and put into the order of
the eye. This module knows no size and no page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import category, combining, is_normalized, name, normalize

from checkin.paper import bidi
from checkin.paper.fonts import CHINESE, EMOJI, JAPANESE, KOREAN, Face

_ZWJ, _EMOJI_STYLE, _TEXT_STYLE, _NON_JOINER = "\u200d", "\ufe0f", "\ufe0e", "\u200c"
_KEPT_INVISIBLE = frozenset({_ZWJ, _NON_JOINER, "\u200e", "\u200f"})
_ATTACHED = frozenset({"\u0e33", "\u0eb3"})


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of one face, direction and script, in the order of reading.

    Attributes:
        start: Where it begins in the clean text.
    """

    text: str
    face: Face
    rightwards: bool
    start: int


def clean(text: str) -> str:
    r"""The text in NFC on one line, without control characters and explicit directions.

    >>> clean("  Zoe\u0308\n\u202aA\u030angstro\u0308m ")
    'Zoë Ångström'
    """
    if text.isprintable() and is_normalized("NFC", text):
        return " ".join(text.split())
    kept = "".join(" " if char.isspace() else char for char in normalize("NFC", text) if _keeps(char))
    return " ".join(kept.split())


def _keeps(char: str) -> bool:
    if char in _KEPT_INVISIBLE or "\U000e0020" <= char <= "\U000e007f" or char.isspace():
        return True
    return category(char) not in {"Cc", "Cf", "Cs", "Zl", "Zp"}


def graphemes(text: str) -> list[str]:
    """What a reader takes for single characters: letter and marks, joined emoji, pairs of flag letters, syllables.

    >>> [len(piece) for piece in graphemes("xy👩‍💻🇪🇸")]
    [1, 1, 3, 2]
    """
    if text.isascii():
        return list(text)
    found: list[str] = []
    for char in text:
        if found and _joins(found[-1], char):
            found[-1] += char
        else:
            found.append(char)
    return found


def _joins(before: str, char: str) -> bool:
    last = before[-1]
    if char < "\u0300":
        return False
    if category(char)[0] == "M" or char in _ATTACHED or char == _ZWJ or "\U0001f3fb" <= char <= "\U0001f3ff":
        return not before.isspace()
    if last == _ZWJ or "\U000e0020" <= char <= "\U000e007f":
        return True
    if _flag(char):
        return len(before) == 1 and _flag(before)
    return combining(last) == 9 and category(char) == "Lo"


def _flag(char: str) -> bool:
    return "\U0001f1e6" <= char <= "\U0001f1ff"


def unprintable(text: str, row: Sequence[Face]) -> str:
    """The characters of a text that none of these faces has, each once; faces are opened only as they are needed."""
    left = {char for char in clean(text) if char not in _KEPT_INVISIBLE and char not in {_EMOJI_STYLE, _TEXT_STYLE}}
    for face in row:
        left -= face.characters
        if not left:
            return ""
    return "".join(char for char in dict.fromkeys(clean(text)) if char in left)


def split(text: str, row: Sequence[Face]) -> list[Run]:
    """The runs of a clean text in the order of the eye, from left to right.

    Args:
        text: What ``clean`` returned.
        row: The faces to try, in order; where none has a character, the first is asked and answers with its
            empty box, which ``shaping.py`` reports.
    """
    if row[0].characters.issuperset(text) and _is_plain(text):
        return [Run(text, row[0], rightwards=True, start=0)] if text else []
    base = bidi.base_level(text)
    level = bidi.levels(text, base) if bidi.runs_right(text) else [0] * len(text)
    runs = list(_logical(text, level, _in_order(text, row)))
    order = bidi.visual_order([run_level for _, run_level in runs])
    return [runs[place][0] for place in order]


def _is_plain(text: str) -> bool:
    return text.isascii() or max(text) < "\u0300" or all(char < "\u0300" or "Ḁ" <= char <= "ỿ" for char in text)


def _in_order(text: str, row: Sequence[Face]) -> tuple[Face, ...]:
    """Kana in a text means Japanese letter shapes, hangul Korean ones, for the characters they share with Chinese."""
    if any("\u3041" <= char <= "\u30ff" for char in text):
        return _promoted(row, JAPANESE)
    if any("\uac00" <= char <= "\ud7a3" or "\u3131" <= char <= "\u318e" for char in text):
        return _promoted(row, KOREAN)
    return tuple(row)


def _promoted(row: Sequence[Face], family: str) -> tuple[Face, ...]:
    first = next(face for face in row if face.family == family)
    rest = [face for face in row if face is not first]
    place = next(spot for spot, face in enumerate(rest) if face.family == CHINESE)
    return (*rest[:place], first, *rest[place:])


def _logical(text: str, level: Sequence[int], row: Sequence[Face]) -> Iterator[tuple[Run, int]]:
    start = at = 0
    now: tuple[Face, str, int] | None = None
    for piece in graphemes(text):
        face = _face(piece, row, now[0] if now else None)
        script = _script(piece) or (now[1] if now else "")
        here = (face, script, level[at])
        if now and here != now and not (now[1] == "" and here[0] is now[0] and here[2] == now[2]):
            yield Run(text[start:at], now[0], now[2] % 2 == 0, start), now[2]
            start = at
        now = here
        at += len(piece)
    if now:
        yield Run(text[start:], now[0], now[2] % 2 == 0, start), now[2]


def _face(piece: str, row: Sequence[Face], current: Face | None) -> Face:
    needed = [char for char in piece if char not in _KEPT_INVISIBLE and char not in {_EMOJI_STYLE, _TEXT_STYLE}]
    if _wants_emoji(piece):
        row = (*(face for face in row if face.family == EMOJI), *row)
    elif current is not None and current.family != EMOJI and not piece.isalpha():
        row = (current, *row)
    return next((face for face in row if face.characters.issuperset(needed)), row[0])


def _wants_emoji(piece: str) -> bool:
    return _EMOJI_STYLE in piece or (piece[0] >= "\U0001f000" and _TEXT_STYLE not in piece)


@lru_cache(maxsize=4096)
def _script(piece: str) -> str:
    """The script of a letter, by the first word of its Unicode name; "" for signs, digits and spaces."""
    return name(piece[0], "").partition(" ")[0] if piece[0].isalpha() else ""

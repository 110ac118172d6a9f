"""What a scanner that plays keyboard types on a laptop with another keyboard layout, undone.

A hand scanner sends key positions, not letters: set to a US keyboard it turns ``g-yQ1`` into ``g'yQ1`` on a Spanish
laptop and into ``g)yA&`` on a French one. Every layout is a table of the 47 keys that a US keyboard has, so the keys
can be found again and read as they were meant. This module knows no ticket.

>>> undo("httpsÑ--luma.com-check'in", scanner=Layout.US, laptop=Layout.ES)
'https://luma.com/check-in'
>>> undo("ñ", scanner=Layout.US, laptop=Layout.FR) is None
True
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from enum import StrEnum
from types import MappingProxyType


class Layout(StrEnum):
    """A keyboard layout; the foreign ones in the order they are likely at a Spanish venue."""

    US = "us"
    ES = "es"
    LATAM = "latam"
    PT = "pt"
    GB = "gb"
    FR = "fr"
    DE = "de"
    IT = "it"
    BE = "be"
    CH = "ch"


FOREIGN: tuple[Layout, ...] = tuple(layout for layout in Layout if layout is not Layout.US)
SHIFT_LOCKING = (Layout.FR, Layout.BE, Layout.DE)
"""Layouts on which Caps Lock also shifts digits and marks (Windows)."""

_ROWS = {
    Layout.US: (
        "` 1 2 3 4 5 6 7 8 9 0 - = q w e r t y u i o p [ ] a s d f g h j k l ; ' \\ z x c v b n m , . /",
        '~ ! @ # $ % ^ & * ( ) _ + Q W E R T Y U I O P { } A S D F G H J K L : " | Z X C V B N M < > ?',
    ),
    Layout.ES: (
        "º 1 2 3 4 5 6 7 8 9 0 ' ¡ q w e r t y u i o p `` + a s d f g h j k l ñ ´´ ç z x c v b n m , . -",
        'ª ! " · $ % & / ( ) = ? ¿ Q W E R T Y U I O P ^^ * A S D F G H J K L Ñ ¨¨ Ç Z X C V B N M ; : _',
    ),
    Layout.LATAM: (
        "| 1 2 3 4 5 6 7 8 9 0 ' ¿ q w e r t y u i o p ´´ + a s d f g h j k l ñ { } z x c v b n m , . -",
        '° ! " # $ % & / ( ) = ? ¡ Q W E R T Y U I O P ¨¨ * A S D F G H J K L Ñ [ ] Z X C V B N M ; : _',
    ),
    Layout.PT: (
        "\\ 1 2 3 4 5 6 7 8 9 0 ' « q w e r t y u i o p + ´´ a s d f g h j k l ç º ~~ z x c v b n m , . -",
        '| ! " # $ % & / ( ) = ? » Q W E R T Y U I O P * `` A S D F G H J K L Ç ª ^^ Z X C V B N M ; : _',
    ),
    Layout.GB: (
        "` 1 2 3 4 5 6 7 8 9 0 - = q w e r t y u i o p [ ] a s d f g h j k l ; ' # z x c v b n m , . /",
        '¬ ! " £ $ % ^ & * ( ) _ + Q W E R T Y U I O P { } A S D F G H J K L : @ ~ Z X C V B N M < > ?',
    ),
    Layout.FR: (
        "² & é \" ' ( - è _ ç à ) = a z e r t y u i o p ^^ $ q s d f g h j k l m ù * w x c v b n , ; : !",
        "~ 1 2 3 4 5 6 7 8 9 0 ° + A Z E R T Y U I O P ¨¨ £ Q S D F G H J K L M % µ W X C V B N ? . / §",
    ),
    Layout.DE: (
        "^^ 1 2 3 4 5 6 7 8 9 0 ß ´´ q w e r t z u i o p ü + a s d f g h j k l ö ä # y x c v b n m , . -",
        "° ! \" § $ % & / ( ) = ? `` Q W E R T Z U I O P Ü * A S D F G H J K L Ö Ä ' Y X C V B N M ; : _",
    ),
    Layout.IT: (
        "\\ 1 2 3 4 5 6 7 8 9 0 ' ì q w e r t y u i o p è + a s d f g h j k l ò à ù z x c v b n m , . -",
        '| ! " £ $ % & / ( ) = ? ^ Q W E R T Y U I O P é * A S D F G H J K L ç ° § Z X C V B N M ; : _',
    ),
    Layout.BE: (
        "² & é \" ' ( § è ! ç à ) - a z e r t y u i o p ^^ $ q s d f g h j k l m ù µ w x c v b n , ; : =",
        "³ 1 2 3 4 5 6 7 8 9 0 ° _ A Z E R T Y U I O P ¨¨ * Q S D F G H J K L M % £ W X C V B N ? . / +",
    ),
    Layout.CH: (
        "§ 1 2 3 4 5 6 7 8 9 0 ' ^^ q w e r t z u i o p ü ¨¨ a s d f g h j k l ö ä $ y x c v b n m , . -",
        '° + " * ç % & / ( ) = ? `` Q W E R T Z U I O P è ! A S D F G H J K L é à £ Y X C V B N M ; : _',
    ),
}
"""Keys from top left to bottom right, plain and shifted, as in xkeyboard-config; a doubled accent is a dead key."""

_KEYS = MappingProxyType({layout: tuple(" ".join(rows).split(" ")) for layout, rows in _ROWS.items()})
_PLACES = MappingProxyType(
    {layout: {typed: place for place, typed in reversed(list(enumerate(keys)))} for layout, keys in _KEYS.items()}
)
_SHIFT = 47
_ACCENTS = {"\u0300": "`", "\u0301": "´", "\u0302": "^", "\u0303": "~", "\u0308": "¨"}


def undo(text: str, *, scanner: Layout, laptop: Layout, shift_lock: bool = False) -> str | None:
    """What a scanner set to one layout meant, from what a laptop with another one typed.

    A dead key arrives as the accent on the next letter, or before it where the two do not combine.

    Args:
        text: As it was typed.
        scanner: The layout the scanner was set to.
        laptop: The layout the laptop had.
        shift_lock: Whether Caps Lock was on, on a laptop where it shifts every key.

    Returns:
        None when no key of the laptop types one of the characters, so that this pair of layouts is out of the question.
    """
    meant = _KEYS[scanner]
    read: list[str] = []
    for place in _struck(unicodedata.normalize("NFC", text), _PLACES[laptop]):
        if place is None:
            return None
        if place < 0:
            read.append(" ")
        else:
            read.append(meant[(place + _SHIFT) % (2 * _SHIFT) if shift_lock else place][0])
    return "".join(read)


def without_caps_lock(text: str) -> str:
    """A text as it would have come with Caps Lock off, on a laptop where it concerns letters only.

    >>> without_caps_lock("HTTPSñ--LUMA.COM")
    'httpsÑ--luma.com'
    """
    swapped = ((sign, sign.swapcase()) for sign in text)
    return "".join(other if other.swapcase() == sign and len(other) == 1 else sign for sign, other in swapped)


def _struck(text: str, places: dict[str, int]) -> Iterator[int | None]:
    """The keys behind a text: -1 for the space bar, None where there is no such key."""
    for typed in text:
        if typed == " ":
            yield -1
        elif typed in places:
            yield places[typed]
        elif typed * 2 in places:
            yield places[typed * 2]
        else:
            apart = unicodedata.normalize("NFD", typed)
            yield places.get(_ACCENTS.get(apart[-1], "") * 2)
            yield places.get(unicodedata.normalize("NFC", apart[:-1]))

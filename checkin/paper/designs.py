"""What badges of an event look like, as data: the look, the colour, the logo, and which fields they show.

A design is saved with the event as one text. Looks are figures that ``badge.py`` draws by; none has code of its own.
This module draws nothing.

>>> Design.from_text(Design(look="band").to_text()).look
'band'
"""

from __future__ import annotations

import json
import re
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from checkin.errors import WrongCall
from checkin.paper.colours import BLACK, INK, WHITE, Colour, colour, contrast

_CODE = re.compile(r"#[0-9A-Fa-f]{6}")
_READABLE = 4.5
"""The least contrast of text with what is behind it (WCAG 2.2, 1.4.3)."""


class Field(StrEnum):
    """What a badge may say besides the name."""

    COMPANY = "company"
    ROLE = "role"
    SECTOR = "sector"
    HANDLE = "handle"
    OFFERS = "offers"
    SEEKS = "seeks"
    TABLE = "table"
    ROUNDS = "rounds"
    MARKS = "marks"
    CODE = "code"
    CONTACT = "contact"
    EMAIL = "email"
    PHONE = "phone"


USUAL = frozenset(Field) - {Field.EMAIL, Field.PHONE}
"""Nobody's address and nobody's telephone: those are given only where the organizer says so."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a badge is drawn.

    Attributes:
        band: Height of the coloured band at the top, as a part of the label's; 0 for none.
        stripe: Width of the coloured stripe at the left, as a part of the label's.
        centred: Whether the name stands in the middle of its place.
        filled: Whether the table's number stands on colour; otherwise in an outline, for printers that know only black.
        tinted: Whether the first name is in the event's colour.
        weight: How large the name is against the usual.
    """

    band: float = 0.0
    stripe: float = 0.0
    centred: bool = False
    filled: bool = True
    tinted: bool = False
    weight: float = 1.0


LOOKS: Mapping[str, Look] = {
    "classic": Look(),
    "band": Look(band=0.19),
    "stripe": Look(stripe=0.035, tinted=True),
    "centred": Look(band=0.06, centred=True, weight=1.1),
    "mono": Look(filled=False),
}
"""Every look, the usual one first."""


@dataclass(frozen=True, slots=True)
class Design:
    """What an event's badges look like.

    Attributes:
        look: One of ``LOOKS``.
        colour: The event's, as ``#RRGGBB``.
        fields: What badges show besides the name.
        logo: A picture as ``logo.accepted`` returned it, or nothing.
    """

    look: str = "classic"
    colour: str = "#0F6B5C"
    fields: frozenset[Field] = USUAL
    logo: bytes = b""

    def __post_init__(self) -> None:
        """Refuse what no badge could be drawn by.

        Raises:
            WrongCall: There is no such look, or the colour is none.
        """
        if self.look not in LOOKS:
            raise WrongCall("--look", self.look)
        if not _CODE.fullmatch(self.colour):
            raise WrongCall("--colour", self.colour)

    @property
    def drawn(self) -> Look:
        """The look itself."""
        return LOOKS[self.look]

    @property
    def fill(self) -> Colour:
        """The event's colour as ink."""
        return colour(self.colour) if self.drawn.filled else INK

    @property
    def on_fill(self) -> Colour:
        """What can be read on it: white or black."""
        return _on(self.fill)

    @property
    def on_paper(self) -> Colour:
        """The event's colour for letters on white, or black where it is too pale to be read."""
        return self.fill if contrast(self.fill, WHITE) >= _READABLE else INK

    def to_text(self) -> str:
        """As the setting keeps it."""
        fields = sorted(str(field) for field in self.fields)
        logo = b64encode(self.logo).decode("ascii")
        return json.dumps({"look": self.look, "colour": self.colour, "fields": fields, "logo": logo})

    @classmethod
    def from_text(cls, text: str) -> Design:
        """From what the setting keeps; nothing is the usual design, and what is not understood is passed over."""
        return _read(text)


@lru_cache(maxsize=64)
def _on(fill: Colour) -> Colour:
    return max(WHITE, BLACK, key=lambda ink: contrast(ink, fill))


@lru_cache(maxsize=16)
def _read(text: str) -> Design:
    try:
        told = json.loads(text) if text else {}
    except ValueError:
        told = {}
    usual = Design()
    if not told:
        return usual
    look, tint = str(told.get("look", "")), str(told.get("colour", ""))
    known = set(Field)
    return Design(
        look if look in LOOKS else usual.look,
        tint if _CODE.fullmatch(tint) else usual.colour,
        frozenset(Field(field) for field in told.get("fields", ()) if field in known),
        b64decode(told.get("logo", "")),
    )

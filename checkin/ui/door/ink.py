"""The colours of a result card, as pairs that can be read on each other in both themes.

A card is one full colour; what lies on it is mixed from that colour and its text, so that five colours stay five.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checkin.door import Colour
from checkin.ui.shell.palette import Palette, mix

DARK_INK = "#1E1B18"
WHITE = "#FFFFFF"


@dataclass(frozen=True, slots=True)
class Ink:
    """What a card is painted with, as #RRGGBB.

    Attributes:
        card: The card itself, with ``text`` and ``soft`` on it.
        panel: The field on the card, with ``text`` and ``soft`` on it.
        disc: The round field behind the state's icon, with ``glyph`` on it.
        button: A button, with ``on_button`` on it; ``main`` and ``on_main`` are those of the one that is meant.
        note: The field of the staff's note, with ``on_note`` on it and the ``stripe`` at its edge.
        edge: The card's outline, or "" for none.
    """

    card: str
    text: str
    soft: str
    panel: str
    disc: str
    glyph: str
    button: str
    on_button: str
    main: str
    on_main: str
    note: str = WHITE
    on_note: str = DARK_INK
    stripe: str = "#1F5FA8"
    edge: str = ""

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Every text colour with the ground that it stands on."""
        for ground in (self.card, self.panel):
            yield self.text, ground
            yield self.soft, ground
        yield self.glyph, self.disc
        yield self.on_button, self.button
        yield self.on_main, self.main
        yield self.on_note, self.note


def ink(colour: Colour, palette: Palette, *, edged: bool = False) -> Ink:
    """The colours of a card; ``edged`` puts the black edge of "could not be saved" round it."""
    ground, text = {
        Colour.GREEN: (palette.welcome, palette.on_welcome),
        Colour.AMBER: (palette.wait, palette.on_wait),
        Colour.RED: (palette.stop, palette.on_stop),
        Colour.BLUE: (palette.left, palette.on_left),
        Colour.GREY: (palette.checked, palette.on_checked),
    }[colour]
    dark_text = colour is Colour.AMBER
    return Ink(
        card=ground,
        text=text,
        soft=mix(text, ground, 0.2 if dark_text else 0.06),
        panel=mix(ground, WHITE, 0.4 if dark_text else 0.09),
        disc=text,
        glyph=ground,
        button=WHITE,
        on_button=DARK_INK if dark_text else ground,
        main=DARK_INK if dark_text else WHITE,
        on_main=WHITE if dark_text else ground,
        stripe=palette.left,
        edge="#000000" if edged else "",
    )


def idle_ink(palette: Palette) -> Ink:
    """The card before the first scan: a calm field of the window's own colours."""
    return Ink(
        card=palette.surface,
        text=palette.ink,
        soft=palette.quiet,
        panel=palette.sunken,
        disc=palette.accent_wash,
        glyph=palette.accent,
        button=palette.sunken,
        on_button=palette.ink,
        main=palette.accent,
        on_main=palette.on_accent,
    )

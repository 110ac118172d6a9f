"""Command cards: a sheet of A4 with codes to be cut out, each of which makes the desk do something when it is scanned.

Two columns of three; the last place says how to use them. The code is large enough for a scanner at arm's length and a
band of the colour that the door's card then has tells the cards apart. Lengths in millimetres, sizes in points. It
knows no command: title, line, code and colour are given.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from checkin.paper.colours import ACCENT, INK, LINE, QUIET_INK, Colour, colour
from checkin.paper.fitting import Fitted, Room
from checkin.paper.fonts import Weight
from checkin.paper.page import Page
from checkin.paper.placing import Drawn, put, report
from checkin.paper.press import Press
from checkin.paper.sheets import A4, Place, Sheet, slots

CARDS = Sheet("command-cards", "", A4, (90.0, 88.0), 2, 3, (15.0, 16.5), (90.0, 88.0), cut=True)
CODE_SIDE = 54.0
"""With its quiet zone."""

WHITE_INK, DARK_INK = colour("#FFFFFF"), colour("#1E1B18")
AMBER = colour("#F2B233")
_BAND, _EDGE = 15.0, 6.0


@dataclass(frozen=True, slots=True)
class CommandCard:
    """What one card says.

    Attributes:
        title: What it does, in a word or two.
        line: The same in a sentence.
        code: The text of its QR code.
        band: The colour behind the title.
        ink: The colour of the title.
    """

    title: str
    line: str
    code: str
    band: Colour
    ink: Colour = WHITE_INK


def draw_cards(
    page: Page, press: Press, cards: Sequence[CommandCard], how: Sequence[str], foot: str
) -> tuple[list[Drawn], Drawn]:
    """Draw the cards, the lines to cut along, and what there is to know about them.

    Args:
        page: A sheet of A4.
        press: Fonts and codes.
        cards: At most five.
        how: A heading and the sentences below it.
        foot: Small at the foot of every card: whose cards they are.

    Returns:
        What became of each card and at last of what there is to know; and what of the foot.
    """
    free = slots(CARDS)
    across = CARDS.label[0] - 2 * _EDGE
    lines = _even(press, [card.line for card in cards], Room(across, 8, 10, 7), Weight.MEDIUM)
    small = press.fit(foot, Room(across, 3, 6.5, 5, lines=1), Weight.REGULAR)
    drawn = [
        _draw_card(page, press, card, line, small, place)
        for card, line, place in zip(cards, lines, islice(free, len(cards)), strict=True)
    ]
    drawn.append(_draw_how(page, press, how, next(free)))
    _draw_cuts(page)
    return drawn, report((small,))


def _even(press: Press, texts: Sequence[str], room: Room, weight: Weight) -> list[Fitted]:
    """Texts that stand side by side, all in the size of the one that needs the smallest."""
    fitted = [press.fit(text, room, weight) for text in texts]
    size = min((one.size for one in fitted), default=room.size)
    if all(one.size == size for one in fitted):
        return fitted
    return _even(press, texts, room._replace(size=size), weight)


def _draw_card(page: Page, press: Press, card: CommandCard, line: Fitted, small: Fitted, place: Place) -> Drawn:
    width, height = CARDS.label
    across = width - 2 * _EDGE
    code = press.code(card.code)
    title = press.fit(card.title, Room(across, _BAND * 0.6, 22, 12, lines=1), Weight.BOLD)
    with page.at(place.x, place.y):
        page.rectangle(0, 0, width, _BAND, card.band)
        put(page, title, width / 2, _BAND / 2 - title.cap / 2 - (title.ascent - title.cap), card.ink, 0.5)
        if code is not None:
            page.code(code, (width - CODE_SIDE) / 2, _BAND + 1, CODE_SIDE)
        put(page, line, width / 2, _BAND + CODE_SIDE + 1.5, INK, 0.5)
        put(page, small, width / 2, height - 3 - small.height, QUIET_INK, 0.5)
    return report((title, line))


def _draw_how(page: Page, press: Press, how: Sequence[str], place: Place) -> Drawn:
    heading, *sentences = how
    across = CARDS.label[0] - _EDGE - 3
    title = press.fit(heading, Room(across, 12, 15, 11), Weight.BOLD)
    lines = _even(press, sentences, Room(across, 16, 10, 8), Weight.REGULAR)
    with page.at(place.x + _EDGE, place.y + 8):
        y = 0.0
        for fitted, fill, gap in _stacked(title, lines):
            put(page, fitted, 0, y, fill)
            y += fitted.height + gap
    return report((title, *lines))


def _stacked(title: Fitted, lines: Sequence[Fitted]) -> Iterator[tuple[Fitted, Colour, float]]:
    yield title, ACCENT, 6.0
    for line in lines:
        yield line, INK, 4.0


def _draw_cuts(page: Page) -> None:
    """Hairlines along every edge of the cards, a little beyond the corners."""
    (left, top), (width, height) = CARDS.first, CARDS.label
    right, bottom = left + CARDS.columns * width, top + CARDS.rows * height
    for column in range(CARDS.columns + 1):
        page.rule(left + column * width, top - 6, left + column * width, bottom + 6, LINE)
    for row in range(CARDS.rows + 1):
        page.rule(left - 6, top + row * height, right + 6, top + row * height, LINE)

"""Where everything on a result card goes, for a card of any size, as places and words that are already set.

From the top: the state and the time, the name, the line under it. From the bottom: the buttons, the note, the chips.
What is left between them belongs to the table's number and the panel beside it. Everything grows and shrinks with the
card; nothing overlaps and nothing is cut but what is longer than its lines allow. Paints nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from PySide6.QtCore import QRectF

from checkin.ui.door.telling import Panel
from checkin.ui.door.typeset import LEADING, Set, advance, fit, one_line, shorten, wrap
from checkin.ui.door.view import CardView

DESIGNED = (624, 640)
"""The size of card at which every measure in this module is in pixels."""

CAPITALS = 0.728
"""Height of Inter's digits and capitals, in sizes of type."""

BEARING = 0.03
"""White space left of a digit of Inter, in sizes of type, so that a large one begins where small type does."""

PANEL_TYPE = ((24, 20), (22, 18), (20, 16), (18, 15), (16, 14), (14, 13))
"""Sizes of a panel's heading and text, the largest that fits being taken."""

TEXT, SOFT, NOTE, CHIP = "text", "soft", "on_note", "on_button"
"""Colours of ``Ink`` that words are painted with."""


@dataclass(frozen=True, slots=True)
class Word:
    """Set words in their place.

    Attributes:
        x: The left edge, or the right one where ``right`` is set.
        y: The top of the first line, white space included.
        colour: The name of a colour of ``Ink``.
        digits: Whether they are digits only, with nothing below their line.
    """

    words: Set
    x: float
    y: float
    colour: str = TEXT
    right: bool = False
    digits: bool = False

    @property
    def box(self) -> QRectF:
        """What they cover."""
        left = self.x - self.words.width if self.right else self.x
        if self.digits:
            above = self.words.size * (LEADING - CAPITALS) / 2
            return QRectF(left, self.y + above, self.words.width, self.words.size * CAPITALS)
        return QRectF(left, self.y, self.words.width, self.words.height)


@dataclass(slots=True)
class Places:
    """A card, laid out.

    Attributes:
        scale: Pixels of the screen in a pixel of the design.
        words: Everything written.
        disc: The round field of the icon.
        panel: The field beside the number, or None.
        chips: The fields of the chips.
        note: The field of the staff's note, or None.
        asked: Where a name or a number is typed, or None.
        choices: The buttons of the people to pick from.
        buttons: The buttons at the bottom, in the order of the acts.
    """

    scale: float
    words: list[Word] = field(default_factory=list)
    disc: QRectF = field(default_factory=QRectF)
    panel: QRectF | None = None
    chips: list[QRectF] = field(default_factory=list)
    note: QRectF | None = None
    asked: QRectF | None = None
    choices: list[QRectF] = field(default_factory=list)
    buttons: list[QRectF] = field(default_factory=list)

    def px(self, design: float) -> int:
        """A measure of the design on this card."""
        return round(design * self.scale)

    def type(self, design: int) -> int:
        """A size of type on this card, never too small to read."""
        return max(13, round(design * self.scale))


def arrange(view: CardView, width: int, height: int, buttons: list[str], table_word: str, *, asking: bool) -> Places:
    """Lay a card out.

    Args:
        view: What it says.
        width: Of the card, in pixels.
        height: Of the card, in pixels.
        buttons: What its buttons say.
        table_word: What stands over the number.
        asking: Whether there is a line to type in.
    """
    scale = min(width / DESIGNED[0], height / DESIGNED[1], 1.6)
    places = Places(max(0.75, scale))
    pad = places.px(32)
    top = _head(view, places, pad, width)
    bottom = _foot(view, places, pad, QRectF(0, 0, width, height), buttons)
    gap = places.px(24)
    room = QRectF(pad, top + gap, width - 2 * pad, max(0.0, bottom - top - 2 * gap))
    if view.choices:
        _choices(view, places, room)
    elif view.table or view.panel:
        _middle(view, places, room, table_word, asking=asking)
    return places


def _head(view: CardView, places: Places, pad: int, width: int) -> float:
    disc = places.px(44)
    places.disc = QRectF(pad - places.px(2), pad, disc, disc)
    time = one_line(view.time, width, places.type(16))
    places.words.append(Word(time, width - pad, pad + (disc - time.height) / 2, SOFT, right=True))
    left = pad + disc + places.px(14)
    state = fit(view.word, width - left - pad - time.width - places.px(16), places.type(28), weight=600, lines=1)
    places.words.append(Word(state, left, pad + (disc - state.height) / 2))
    name = fit(view.name, width - 2 * pad, places.type(46), smallest=places.type(24))
    y: float = pad + disc + places.px(20)
    places.words.append(Word(name, pad, y))
    y += name.height
    if view.line:
        line = shorten(wrap(view.line, width - 2 * pad, places.type(20)), 2, width - 2 * pad)
        places.words.append(Word(line, pad, y + places.px(2), SOFT))
        y += line.height + places.px(2)
    return y


def _foot(view: CardView, places: Places, pad: int, card: QRectF, buttons: list[str]) -> float:
    """Fill from the bottom up; returns the height at which the middle ends."""
    room, y = card.width() - 2 * pad, card.height() - places.px(24)
    y = _rows(buttons, places.buttons, places, QRectF(pad, 0, room, y), size=16, height=48, inside=24)
    if view.note:
        words = shorten(wrap(view.note, room - places.px(40), places.type(18), weight=600), 3, room - places.px(40))
        high = words.height + places.px(24)
        y -= high + (places.px(16) if buttons else 0)
        places.note = QRectF(pad, y, room, high)
        places.words.append(Word(words, pad + places.px(24), y + places.px(12), NOTE))
    if view.chips:
        y -= places.px(16) if view.note or buttons else 0
        y = _chips(view, places, QRectF(pad, 0, room, y))
    return y


def _rows(
    labels: list[str], into: list[QRectF], places: Places, room: QRectF, *, size: int, height: int, inside: int
) -> float:
    """Put boxes side by side in as many rows as they need, the last row ending at the bottom of ``room``.

    One row is worth a little less white space inside the boxes.
    """
    words = [advance(label, places.type(size), 600) for label in labels]
    gap, high = places.px(10), places.px(height)
    spare = (room.width() - sum(words) - gap * (len(words) - 1)) / max(1, 2 * len(words))
    margin = spare if places.px(inside * 0.6) <= spare < places.px(inside) else places.px(inside)
    rows: list[list[float]] = []
    for width in (word + 2 * margin for word in words):
        if rows and sum(rows[-1]) + gap * len(rows[-1]) + width <= room.width() + 0.5:
            rows[-1].append(width)
        else:
            rows.append([min(width, room.width())])
    top = room.bottom() - len(rows) * high - max(0, len(rows) - 1) * gap
    for number, row in enumerate(rows):
        x = room.x()
        for width in row:
            into.append(QRectF(x, top + number * (high + gap), width, high))
            x += width + gap
    return top if rows else room.bottom()


def _chips(view: CardView, places: Places, room: QRectF) -> float:
    most = room.width() - 2 * places.px(18)
    words = [one_line(chip, most, places.type(15), weight=600) for chip in view.chips]
    top = _rows([chip.lines[0] for chip in words], places.chips, places, room, size=15, height=34, inside=18)
    for chip, box in zip(words, places.chips, strict=True):
        x = box.x() + (box.width() - chip.width) / 2
        places.words.append(Word(chip, x, box.y() + (box.height() - chip.height) / 2, CHIP))
    return top


def _choices(view: CardView, places: Places, room: QRectF) -> None:
    gap = places.px(8)
    high = min(places.px(68), (room.height() - gap * (len(view.choices) - 1)) / len(view.choices))
    for number in range(len(view.choices)):
        places.choices.append(QRectF(room.x(), room.y() + number * (high + gap), room.width(), high))


def _middle(view: CardView, places: Places, room: QRectF, table_word: str, *, asking: bool) -> None:
    """Number and panel side by side, as one block in the middle of what is left, nearer to the name."""
    begun = len(places.words)
    left, high = room.x(), 0.0
    if view.table:
        width, high = _number(view.table, places, room, table_word)
        left += width + places.px(36)
    if view.panel or asking:
        beside = QRectF(left, room.y(), room.right() - left, room.height())
        high = _panel(view.panel, places, beside, high, asking=asking)
    down = max(0.0, (room.height() - high) * (0.42 if view.table else 0.2))
    places.words[begun:] = [replace(word, y=word.y + down) for word in places.words[begun:]]
    if places.panel is not None:
        places.panel.translate(0, down)
    if places.asked is not None:
        places.asked.translate(0, down)


def _number(number: str, places: Places, room: QRectF, table_word: str) -> tuple[float, float]:
    """The table's number under its word, as large as the room allows; returns width and height of both."""
    label = one_line(table_word, room.width(), places.type(20), weight=600)
    most = min(places.px(216), (room.height() - label.height - places.px(10)) / CAPITALS)
    words = fit(number, room.width() * 0.34, round(most), weight=700, lines=1, smallest=24)
    above = words.size * (LEADING - CAPITALS) / 2
    top = room.y() - label.size * (LEADING - CAPITALS) / 2
    places.words.append(Word(label, room.x(), top))
    under = top + label.height + places.px(8)
    places.words.append(Word(words, room.x() - words.size * BEARING, under - above, digits=True))
    return max(label.width, words.width, places.px(116)), under + words.size * CAPITALS - room.y()


def _panel(panel: Panel, places: Places, room: QRectF, least: float, *, asking: bool) -> float:
    """The panel, at least as high as the number beside it; returns its height."""
    more = places.px(72) if asking else 0
    inside = QRectF(room.x(), room.y(), room.width(), room.height() - more)
    for heading, body in PANEL_TYPE if least else ((28, 22), *PANEL_TYPE):
        words, high = _set(panel, places, inside, places.type(heading), places.type(body))
        if high <= inside.height():
            break
    high = min(room.height(), max(high + more, least))
    places.panel = QRectF(room.x(), room.y(), room.width(), high)
    places.words.extend(words)
    if asking:
        inset = places.px(24)
        tall = places.px(56)
        places.asked = QRectF(room.x() + inset, room.y() + high - inset - tall, room.width() - 2 * inset, tall)
    return high


def _set(panel: Panel, places: Places, room: QRectF, heading: int, body: int) -> tuple[list[Word], float]:
    """Set a panel's words from its top; returns them with the height that they need."""
    if panel.people:
        return _set_people(panel, places, room, body)
    return _set_sentences(panel, places, room, heading, body)


def _set_people(panel: Panel, places: Places, room: QRectF, body: int) -> tuple[list[Word], float]:
    inset = places.px(22)
    width = room.width() - 2 * inset
    column = _Column(room.x() + inset, room.y() + places.px(18))
    body = _largest(panel.lines, width, body)
    column.add(one_line(panel.heading, width, max(13, body - 3), weight=600), SOFT)
    column.skip(places.px(6))
    step = one_line("X", width, body).height * 1.12
    fits = int((room.height() - 2 * places.px(18) - column.height(room.y() + places.px(18))) / step) - 1
    fits = max(0, min(fits, len(panel.lines), 12))
    shown = panel.lines if fits == len(panel.lines) else panel.lines[: max(0, fits - 1)]
    for line in shown:
        column.add(one_line(line, width, body, weight=500), after=step)
    left = len(panel.lines) - len(shown)
    foot = f"+{left} · {panel.foot}" if left else panel.foot
    column.add(one_line(foot, width, body), SOFT, after=step)
    return column.words, column.y + places.px(18) - room.y()


def _largest(lines: tuple[str, ...], width: float, body: int) -> int:
    """The size at which every line fits, not below four fifths of ``body``: few lines should end in "…"."""
    longest = max((advance(line, body, 500) for line in lines), default=0.0)
    return max(13, round(body * 0.8), min(body, int(body * width / longest))) if longest else body


def _set_sentences(panel: Panel, places: Places, room: QRectF, heading: int, body: int) -> tuple[list[Word], float]:
    inset = places.px(24)
    width = room.width() - 2 * inset
    column = _Column(room.x() + inset, room.y() + places.px(20))
    column.add(wrap(panel.heading, width, heading, weight=600))
    for line in panel.lines:
        column.skip(places.px(4))
        column.add(wrap(line, width, body))
    if panel.ask:
        column.skip(places.px(16))
        column.add(wrap(panel.ask, width, body, weight=600))
        column.add(wrap(panel.advice, width, body))
    if panel.foot:
        column.skip(places.px(8))
        column.add(shorten(wrap(panel.foot, width, min(body, places.type(15))), 2, width), SOFT)
    return column.words, column.y + places.px(20) - room.y()


@dataclass(slots=True)
class _Column:
    """Words one under the other."""

    x: float
    y: float
    words: list[Word] = field(default_factory=list)

    def add(self, words: Set, colour: str = TEXT, *, after: float = 0.0) -> None:
        """Put words down; the next ones follow ``after`` pixels, or right below."""
        self.words.append(Word(words, self.x, self.y, colour))
        self.y += max(words.height, after)

    def skip(self, gap: float) -> None:
        """Leave white space."""
        self.y += gap

    def height(self, top: float) -> float:
        """How high the words are that stand below ``top``."""
        return self.y - top

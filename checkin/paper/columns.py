"""Lists on A4: blocks of rows under headings, cut into two columns a page, with a head and a foot.

Every page says when it was printed and by what version of the evening, because random tables make a list old within
minutes. Lengths in millimetres, sizes in points. It knows no guest: rows are given.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from checkin.paper.colours import ACCENT, INK, LINE, QUIET_INK
from checkin.paper.fitting import Room
from checkin.paper.fonts import Weight
from checkin.paper.page import Page
from checkin.paper.placing import Drawn, put, report
from checkin.paper.press import Press
from checkin.paper.sheets import A4

SIZE, FLOOR = 12.0, 10.0
QUIET_SIZE, QUIET_FLOOR = 10.0, 9.0
ROW = 6.4
_MARGIN, _TOP, _BOTTOM = 16.0, 36.0, 20.0
_BETWEEN = 12.0
_COLUMN = (A4[0] - 2 * _MARGIN - _BETWEEN) / 2
_ROWS = int((A4[1] - _TOP - _BOTTOM) / ROW)
_FIGURE = 13.0
_BOX, _BOX_GAP = 3.6, 2.6
_BLANK = (11.0, 4.8)
"""Room for two or three figures by hand."""
_QUIET_GAP, _QUIET_LEAST = 2.5, 14.0
_KEPT_WHOLE = 12
"""Blocks of so many rows are not broken over two columns."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a column: a heading, a guest, or nothing.

    Attributes:
        shorter: The same text in shorter words, where the column is too narrow for it.
        quiet: What may follow in smaller type where there is room.
        beside: What stands at the right edge.
        box: Whether there is a box before it to be ticked.
        name: Whose line it is, where the text puts it otherwise.
        blank: Whether there is an empty box at the right edge, to be written in by hand.
    """

    text: str = ""
    shorter: tuple[str, ...] = ()
    quiet: str = ""
    beside: str = ""
    heading: bool = False
    box: bool = False
    blank: bool = False
    name: str = ""


@dataclass(frozen=True, slots=True)
class Leaf:
    """What stands on one page: its title, what is said beside it, and up to two columns of rows."""

    title: str
    columns: tuple[tuple[Row, ...], ...]
    said: str = ""


def draw_leaf(page: Page, press: Press, leaf: Leaf, event: str) -> tuple[list[tuple[str, Drawn]], Drawn]:
    """Draw the title and the columns of a page; what became of each row, and of the event's name."""
    title = press.fit(leaf.title, Room(_COLUMN, 12, 22, 14, lines=1), Weight.BOLD)
    above = press.fit(event, Room(_COLUMN, 8, 10, 8, lines=1), Weight.MEDIUM)
    put(page, title, _MARGIN, 16, INK)
    put(page, above, A4[0] - _MARGIN, 16 + title.ascent - above.ascent, ACCENT, 1.0)
    page.rule(_MARGIN, 28, A4[0] - _MARGIN, 28, LINE)
    if leaf.said:
        said = press.fit(leaf.said, Room(A4[0] - 2 * _MARGIN, 5, 9.5, 8, lines=1), Weight.MEDIUM)
        put(page, said, _MARGIN, 29.8, QUIET_INK)
    drawn = []
    for place, column in enumerate(leaf.columns):
        left = _MARGIN + place * (_COLUMN + _BETWEEN)
        for line, row in enumerate(column):
            drawn.append((row.name or row.text, _draw_row(page, press, row, left, _TOP + line * ROW)))
    return drawn, report((above,))


def draw_foot(page: Page, press: Press, printed: str, number: str) -> None:
    """When it was printed, at the left, and the page of how many, at the right."""
    for text, x, align in ((printed, _MARGIN, 0.0), (number, A4[0] - _MARGIN, 1.0)):
        fitted = press.fit(text, Room(_COLUMN + 20, 6, 9, 7, lines=1), Weight.REGULAR)
        put(page, fitted, x, A4[1] - 13 - fitted.ascent, QUIET_INK, align)


def leaves(title: str, blocks: Iterable[list[Row]], said: str = "") -> Iterator[Leaf]:
    """Blocks into columns and columns into pages; a heading is never the last line of a column."""
    columns: list[list[Row]] = [[]]
    for block in blocks:
        _append(columns, block)
    filled = [tuple(column) for column in columns if column]
    for start in range(0, len(filled), 2):
        yield Leaf(title, tuple(filled[start : start + 2]), said)


def _draw_row(page: Page, press: Press, row: Row, left: float, top: float) -> Drawn:
    baseline = top + ROW * 0.7
    if row.heading:
        fitted = press.fit(row.text, Room(_COLUMN, ROW, SIZE + 1, FLOOR, lines=1), Weight.BOLD)
        put(page, fitted, left, baseline - fitted.ascent, ACCENT)
        return report((fitted,))
    width = _COLUMN
    if row.box:
        page.frame(left, baseline - _BOX + 0.5, _BOX, _BOX, INK)
        left, width = left + _BOX + _BOX_GAP, width - _BOX - _BOX_GAP
    room = Room(width - _FIGURE if row.beside or row.blank else width, ROW, SIZE, FLOOR, lines=1)
    fitted = press.fit(row.text, room, Weight.REGULAR, lambda _: iter(row.shorter))
    put(page, fitted, left, baseline - fitted.ascent, INK)
    if row.blank:
        page.frame(left + width - _BLANK[0], top + (ROW - _BLANK[1]) / 2, *_BLANK, LINE)
    beside = press.fit(row.beside, Room(_FIGURE, ROW, SIZE, FLOOR, lines=1), Weight.BOLD)
    put(page, beside, left + width, baseline - beside.ascent, INK, 1.0)
    after = left + (fitted.width + _QUIET_GAP if row.text else 0.0)
    space = left + room.width - after
    if not row.quiet or space < _QUIET_LEAST:
        return report((fitted, beside))
    quiet = press.fit(row.quiet, Room(space, ROW, QUIET_SIZE, QUIET_FLOOR, lines=1), Weight.REGULAR)
    put(page, quiet, after, baseline - quiet.ascent, QUIET_INK)
    return report((fitted, beside, quiet._replace(abbreviated=False)))


def _append(columns: list[list[Row]], block: Sequence[Row]) -> None:
    """One block below what is there; short blocks stay whole, long ones break and repeat their heading."""
    column = columns[-1]
    air = [Row()] if column else []
    left = _ROWS - len(column) - len(air)
    if len(block) <= left:
        column += [*air, *block]
    elif len(block) <= _KEPT_WHOLE or left < 3:
        columns.append([])
        _append(columns, block)
    else:
        column += [*air, *block[:left]]
        columns.append([])
        _append(columns, [block[0], *block[left:]])

"""A person in one row of the side column: time, name, company, table; as a value, and painted.

The list of arrivals and the list of search results are made of the same rows. Text is text, never markup.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from checkin import phrases
from checkin.book import Book
from checkin.model import Guest, GuestId, Standing
from checkin.search import fold
from checkin.ui.door.typeset import advance, one_line
from checkin.ui.door.view import joined, short
from checkin.ui.shell.palette import Palette
from checkin.words import Words

ROW = 56
"""Height of a row in pixels."""

TIME, PILL, ICON = 52, 40, 34
"""Widths of the time, of a table's number and of the room for a button."""


@dataclass(frozen=True, slots=True)
class Person:
    """One row.

    Attributes:
        time: When the guest came, or "".
        line: Company, and e-mail where it is needed to tell two people apart.
        table: The table's number, or "".
        mark: A word in place of a table: not paid, cancelled; or "—".
        here: Whether the guest is in.
    """

    guest_id: GuestId
    name: str
    line: str
    time: str = ""
    table: str = ""
    mark: str = ""
    here: bool = True

    @property
    def spoken(self) -> str:
        """The row in words, for who cannot see it."""
        return ", ".join(part for part in (self.name, self.line, self.time, self.table or self.mark) if part)


def arrival(guest: Guest, book: Book, t: Words) -> Person:
    """The row of somebody who came, or of whom it was taken back."""
    table = book.table_of(guest.id)
    return Person(
        guest.id,
        phrases.name(book, guest.id, t),
        guest.company or "—",
        time="" if guest.arrived_at is None else t.clock(guest.arrived_at),
        table="" if table is None else str(table.number),
        mark="" if table is not None else "—" if guest.arrived else t("Taken back"),
        here=guest.arrived,
    )


def found(ids: list[GuestId], book: Book, t: Words) -> list[Person]:
    """The rows of a search; people of one name are told apart by their e-mail too."""
    guests = [book.guests[guest_id] for guest_id in ids]
    names = [fold(phrases.name(book, guest.id, t)) for guest in guests]
    return [_result(guest, book, t, twin=names.count(name) > 1) for guest, name in zip(guests, names, strict=True)]


def _result(guest: Guest, book: Book, t: Words, *, twin: bool) -> Person:
    table = book.table_of(guest.id)
    plain = guest.standing is Standing.COMING and not guest.blocked
    mark = t("In") if guest.arrived else "—" if plain else phrases.standing(guest, t)
    company = short(guest.company) if twin else guest.company
    line = joined(company, guest.email if twin or not company else "")
    number = "" if table is None else str(table.number)
    return Person(guest.id, phrases.name(book, guest.id, t), line or "—", "", number, mark, guest.arrived)


def paint(painter: QPainter, box: QRectF, person: Person, palette: Palette, *, timed: bool) -> None:
    """Paint a row into ``box``; ``timed`` leaves room for the time before and for a button behind."""
    left = box.x() + (TIME if timed else 0)
    right = box.right() - (ICON if timed else 0)
    ink = palette.ink if person.here or not timed else palette.quiet
    top = box.y() + (box.height() - 40) / 2
    if person.time:
        _write(painter, person.time, QRectF(box.x(), top, TIME, 22), 14, 400, palette.quiet)
    if person.table:
        pill = QRectF(right - PILL, box.center().y() - 16, PILL, 32)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.sunken))
        painter.drawRoundedRect(pill, 8, 8)
        _write(painter, person.table, pill, 16, 600, palette.ink, Qt.AlignmentFlag.AlignHCenter)
        right = pill.x() - 12
    elif person.mark:
        width = max(advance(person.mark, 13, 600), PILL)
        side = Qt.AlignmentFlag.AlignHCenter if person.mark == "—" else Qt.AlignmentFlag.AlignRight
        at = QRectF(right - width, box.y(), width, box.height())
        _write(painter, person.mark, at, 13, 600, palette.quiet, side)
        right = at.x() - 12
    _write(painter, person.name, QRectF(QPointF(left, top), QPointF(right, top + 22)), 16, 600, ink)
    _write(painter, person.line, QRectF(QPointF(left, top + 22), QPointF(right, top + 40)), 13, 400, palette.quiet)


def _write(
    painter: QPainter,
    text: str,
    box: QRectF,
    size: int,
    weight: int,
    colour: str,
    side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    words = one_line(text, box.width(), size, weight=weight)
    painter.setFont(words.face)
    painter.setPen(QColor(colour))
    flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
    painter.drawText(box, flags | Qt.TextFlag.TextSingleLine, words.lines[0])

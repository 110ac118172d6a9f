"""The page's people and places in words: rows, tooltips, and what a screen reader hears."""

from __future__ import annotations

from html import escape

from checkin import phrases
from checkin.book import Book
from checkin.model import GuestId
from checkin.sectors import NEUTRAL, Sectors
from checkin.ui.room.marks import Marks
from checkin.ui.room.people import Line
from checkin.ui.room.walk import Stand
from checkin.words import Words


def line(book: Book | None, guest_id: GuestId, sectors: Sectors, t: Words) -> Line:
    """A person as a row of a list."""
    guest = None if book is None else book.guests.get(guest_id)
    if book is None or guest is None:
        return Line(guest_id, "", "", NEUTRAL, "")
    name = phrases.name(book, guest_id, t)
    detail = guest.company or guest.handle or guest.email
    if guest.left_at is not None:
        detail = t("Left at {time}", time=t.clock(guest.left_at))
    table = book.table_of(guest_id)
    where = "" if table is None else t("Table {number}", number=table.number)
    spoken = " · ".join(part for part in (name, detail, guest.sector, where) if part)
    return Line(guest_id, name, detail if detail != name else "", sectors.colour(guest.sector), spoken, tip(spoken))


def tip(text: str) -> str:
    """A tooltip that shows ``text`` to the letter; Qt takes escaped text for plain unless a tag says otherwise.

    >>> tip("Marea & Co.")
    '<qt>Marea &amp; Co.</qt>'
    """
    return f"<qt>{escape(text)}</qt>".replace("\n", "<br>") if text else ""


def stand(book: Book | None, at: Stand | None, marks: Marks, t: Words) -> str:
    """Where the keyboard is in the room; "" when it is nowhere."""
    if book is None or at is None or at.table not in book.tables:
        return ""
    table = book.tables[at.table]
    people = len(book.people_at(table.id))
    number = t("Table {number}", number=table.number)
    if at.guest is None or at.guest not in book.guests:
        return t("{table}, {count} of {total}", table=number, count=people, total=len(book.seats_at(table.id)))
    guest = book.guests[at.guest]
    said = [phrases.name(book, at.guest, t), guest.company, guest.sector, number]
    if at.guest in marks.people:
        said.append(t("selected"))
    return ", ".join(part for part in said if part)


def legend(book: Book | None, sectors: Sectors, t: Words) -> list[tuple[str, str]]:
    """The colours of the sectors with their names."""
    known = [(sectors.colour(name), name) for name in sectors.names]
    others = book is not None and any(guest.sector.strip() not in sectors.names for guest in book.guests.values())
    return [*known, (NEUTRAL, t("Other or none"))] if known and others else known

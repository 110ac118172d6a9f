"""The page's people and places in words: rows, tooltips, and what a screen reader hears."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from checkin import phrases
from checkin.model import GuestId, TableId
from checkin.sectors import NEUTRAL
from checkin.ui.room.marks import Marks
from checkin.ui.room.people import Line, Sign
from checkin.ui.room.picture import Shown
from checkin.ui.room.walk import Stand
from checkin.words import Words


def line(shown: Shown | None, guest_id: GuestId, t: Words) -> Line:
    """A person as a row of a list."""
    guest = None if shown is None else shown.book.guests.get(guest_id)
    if shown is None or guest is None:
        return Line(guest_id, "", "", NEUTRAL, "")
    book, signs = shown.book, shown.signs
    name = phrases.name(book, guest_id, t)
    detail = guest.company or guest.handle or guest.email
    if guest.left_at is not None:
        detail = t("Left at {time}", time=t.clock(guest.left_at))
    table = book.table_of(guest_id, shown.round)
    where = "" if table is None else t("Table {number}", number=table.number)
    sign = Sign.NONE
    if guest_id in signs.locked:
        sign = Sign.LOCK
    elif guest_id in signs.hosts:
        sign = Sign.HOST
    said = {Sign.NONE: "", Sign.LOCK: t("locked"), Sign.HOST: t("host")}[sign]
    troubles = signs.troubles.get(guest_id, ())
    spoken = " · ".join(part for part in (name, detail, guest.sector, where, said, *troubles) if part)
    colour = shown.colours.colour(book, guest, shown.round)
    return Line(
        guest_id, name, detail if detail != name else "", colour, spoken, tip(spoken), sign, troubled=bool(troubles)
    )


def about(shown: Shown | None, table_id: TableId, guest_id: GuestId | None, t: Words, *, movable: bool) -> str:
    """What the tooltip says of a table or somebody there, as rich text."""
    if shown is None:
        return ""
    if guest_id is None:
        return tip(about_table(shown, table_id, t))
    person = about_person(shown, guest_id, t)
    return tip(t("{person}\nDrag to another table, or press M", person=person) if movable else person)


def carried(shown: Shown, guests: Sequence[GuestId], whole: TableId | None, t: Words) -> tuple[str, str]:
    """What hangs under the cursor while people are carried: words, and the colour of the first of them."""
    book, more = shown.book, len(guests) - 1
    name = phrases.name(book, guests[0], t)
    if whole is not None:
        name = t("Table {number}", number=book.tables[whole].number)
    elif more:
        name = t("{name} and {count} more", name=name, count=more)
    return name, shown.colours.colour(book, book.guests[guests[0]], shown.round)


def about_person(shown: Shown, guest_id: GuestId, t: Words) -> str:
    """Who somebody is, with whom they sit, and where those are whom they want to meet."""
    book = shown.book
    said = [line(shown, guest_id, t).spoken]
    table = book.table_of(guest_id, shown.round)
    if table is not None:
        others = [phrases.name(book, guest.id, t) for guest in book.people_at(table.id, shown.round)]
        others.remove(phrases.name(book, guest_id, t))
        if others:
            said.append(t("Sits with {names}", names=_listed(others)))
    wishes = [where(shown, other, t) for other in book.ties.wishes_of(guest_id)]
    if wishes:
        said.append(t("Wants to meet: {names}", names=_listed(wishes)))
    return "\n".join(said)


def about_table(shown: Shown, table_id: TableId, t: Words) -> str:
    """Who sits at a table."""
    book, table = shown.book, shown.book.tables[table_id]
    people = [phrases.name(book, guest.id, t) for guest in book.people_at(table_id, shown.round)]
    number = t("Table {number}", number=table.number) + (f" · {table.name}" if table.name else "")
    return f"{number}\n{_listed(people)}" if people else f"{number}\n" + t("Nobody sits here yet.")


def where(shown: Shown, guest_id: GuestId, t: Words) -> str:
    """Somebody and where they are in the round that is shown."""
    book = shown.book
    table, name = book.table_of(guest_id, shown.round), phrases.name(book, guest_id, t)
    if table is not None:
        return t("{name} (table {table})", name=name, table=table.number)
    return t("{name} (to seat)", name=name) if book.guests[guest_id].arrived else t("{name} (not here yet)", name=name)


def _listed(names: list[str]) -> str:
    return ", ".join(names[:12]) + (" …" if len(names) > 12 else "")


def tip(text: str) -> str:
    """A tooltip that shows ``text`` to the letter; Qt takes escaped text for plain unless a tag says otherwise.

    >>> tip("Marea & Co.")
    '<qt>Marea &amp; Co.</qt>'
    """
    return f"<qt>{escape(text)}</qt>".replace("\n", "<br>") if text else ""


def stand(shown: Shown | None, at: Stand | None, marks: Marks, t: Words) -> str:
    """Where the keyboard is in the room; "" when it is nowhere."""
    if shown is None or at is None or at.table not in shown.book.tables:
        return ""
    if at.guest is None or at.guest not in shown.book.guests:
        return table_name(shown, at.table, t)
    first, *more = _person_parts(shown, at.guest, at.table, t)
    return ", ".join((first, *([t("selected")] if at.guest in marks.people else ()), *more))


def table_name(shown: Shown, table_id: TableId, t: Words) -> str:
    """A table in one line: how many of its seats are taken, and whether it is locked."""
    book = shown.book
    people, seats = len(book.people_at(table_id, shown.round)), len(book.seats_at(table_id, shown.round))
    said = [t("{table}, {count} of {total}", table=_numbered(shown, table_id, t), count=people, total=seats)]
    if table_id in shown.signs.tables:
        said.append(t("locked"))
    return ", ".join(said)


def person_name(shown: Shown, guest_id: GuestId, table_id: TableId, t: Words) -> str:
    """Somebody at a table in one line: company, sector, table, what is locked or broken, wishes met there."""
    book = shown.book
    here = {guest.id for guest in book.people_at(table_id, shown.round)}
    said = _person_parts(shown, guest_id, table_id, t)
    left = book.guests[guest_id].left_at
    if left is not None:
        said.append(t("Left at {time}", time=t.clock(left)))
    if guest_id in shown.signs.hosts:
        said.append(t("host"))
    if met := sum(other in here for other in book.ties.wishes_of(guest_id)):
        said.append(t.plural("{count} wish met", "{count} wishes met", met))
    return ", ".join(said)


def _person_parts(shown: Shown, guest_id: GuestId, table_id: TableId, t: Words) -> list[str]:
    """Who somebody is and where as the first part, then what stands on them."""
    guest = shown.book.guests[guest_id]
    who = (phrases.name(shown.book, guest_id, t), guest.company, guest.sector, _numbered(shown, table_id, t))
    said = [", ".join(part for part in who if part)]
    if guest_id in shown.signs.locked:
        said.append(t("locked"))
    return [*said, *shown.signs.troubles.get(guest_id, ())]


def _numbered(shown: Shown, table_id: TableId, t: Words) -> str:
    table = shown.book.tables[table_id]
    return t("Table {number}", number=table.number) + (f" {table.name}" if table.name else "")

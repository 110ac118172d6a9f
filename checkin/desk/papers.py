"""Every paper but badges: cards for tables and places, lists, tickets, contact sheets; what is on them and for whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from checkin import phrases
from checkin.badges import calibration_pdf
from checkin.book import Book
from checkin.cards import contacts_pdf, place_cards_pdf, table_cards_pdf, tickets_pdf
from checkin.command_cards import command_cards_pdf
from checkin.commands import seal_of
from checkin.desk.ledger import Ledger
from checkin.desk.outcomes import PrintReport
from checkin.desk.printing import Only, Progress, chosen, common, contact_of, design_of, keep, leaving_out, unnamed
from checkin.errors import NoSuchRound, NothingToPrint, WrongCall
from checkin.lists import Stamp, call_out_pdf, door_list_pdf, seating_list_pdf
from checkin.model import Guest, GuestId, Standing
from checkin.paper.contact_sheet import Contact
from checkin.paper.designs import Design
from checkin.paper.names import UNDIVIDED, NameParts
from checkin.paper.place_card import PlaceCard
from checkin.paper.press import Press
from checkin.paper.printed import Flaws, together
from checkin.paper.seating_list import SeatedGuest
from checkin.paper.sitters import Sitter
from checkin.paper.table_card import TableCard
from checkin.paper.ticket import Heading, Ticket, TicketPaper
from checkin.search import fold
from checkin.starters import starters
from checkin.words import Words

LISTED = (Only.ALL, Only.ARRIVED)
"""Whom a seating list can be of."""


def table_cards(
    ledger: Ledger, path: Path, t: Words, *, people: bool, progress: Progress, first: int | None
) -> PrintReport:
    """Write one tent card a table; ``people`` gives it a second side with who sits there and two questions.

    Raises:
        NothingToPrint: The room has no tables.
        CannotSave: The file could not be written; what was there is still there.
    """
    book = _heard(ledger)
    cards = [TableCard(table.number, table.name) for table in book.room()]
    if not cards:
        raise NothingToPrint("table-cards")
    if people:
        at = [book.people_at(table.id) for table in book.room()]
        cards = [
            replace(card, sitters=tuple(_sitter(book, guest, t) for guest in here), questions=starters(here, t))
            for card, here in zip(cards, at, strict=True)
        ]
    return keep(path, table_cards_pdf(cards, event_name=book.event.name, t=t, told=progress, first=first))


def place_cards(
    ledger: Ledger,
    path: Path,
    t: Words,
    *,
    only: Only,
    guest_ids: Sequence[GuestId] | None,
    progress: Progress,
    first: int | None,
) -> PrintReport:
    """Write a tent for the place of each guest, by table and then by surname.

    Raises:
        WrongCall: The choice is by badges (``Only.UNPRINTED``, ``Only.CHANGED``).
        NothingToPrint: The choice is empty.
        CannotSave: The file could not be written; what was there is still there.
    """
    book = _heard(ledger)
    people = _people(book, "place-cards", only, t, guest_ids)
    if not people:
        raise NothingToPrint("place-cards", unnamed(book, only, guest_ids))
    cards = [PlaceCard(g.name or "", g.given, g.family, g.company, _table(book, g)) for g in people]
    cards.sort(key=lambda card: (card.table is None, card.table))
    made = place_cards_pdf(cards, event_name=book.event.name, t=t, told=progress, first=first)
    return leaving_out(keep(path, made), unnamed(book, only, guest_ids))


def seating_list(
    ledger: Ledger, path: Path, t: Words, *, only: Only, progress: Progress, first: int | None
) -> PrintReport:
    """Write who sits where, by surname and by table: everybody who came or is expected, or only those who came.

    Raises:
        WrongCall: The choice is by badges (``Only.UNPRINTED``, ``Only.CHANGED``).
        NothingToPrint: There is nobody.
        CannotSave: The file could not be written; what was there is still there.
    """
    if only not in LISTED:
        raise WrongCall("list", f"--only {only}")
    book = _heard(ledger)
    people = listed_people(book, only)
    if not people:
        raise NothingToPrint("list")
    seated = [_seated(book, guest, t) for guest in people]
    arrived = sum(guest.arrived for guest in people) if only is Only.ALL else None
    made = seating_list_pdf(seated, _stamp(ledger), t=t, arrived=arrived, told=progress, first=first)
    return keep(path, made)


def listed_people(book: Book, only: Only) -> list[Guest]:
    """Who is on the seating list, named or not: those who came, and unless ``only`` these, those who are expected."""
    return [
        guest
        for guest in book.guests.values()
        if guest.arrived or (only is Only.ALL and guest.standing is Standing.COMING and not guest.blocked)
    ]


def door_list(ledger: Ledger, path: Path, t: Words, *, progress: Progress, first: int | None) -> PrintReport:
    """Write who is in the house, with boxes to tick; before anybody came, who is expected.

    Raises:
        NothingToPrint: There is nobody.
        CannotSave: The file could not be written; what was there is still there.
    """
    book = _heard(ledger)
    came = listed_people(book, Only.ARRIVED)
    people = [guest for guest in came if guest.left_at is None] if came else listed_people(book, Only.ALL)
    if not people:
        raise NothingToPrint("door-list")
    seated = [_seated(book, guest, t) for guest in people]
    return keep(path, door_list_pdf(seated, _stamp(ledger), inside=bool(came), t=t, told=progress, first=first))


def call_out(
    ledger: Ledger, path: Path, t: Words, round_: int | None, *, progress: Progress, first: int | None
) -> PrintReport:
    """Write who changes tables as a round begins: the next one that is planned, if none is named.

    Raises:
        NoSuchRound: It is the first, or it was not planned.
        NothingToPrint: Nobody sits anywhere.
        CannotSave: The file could not be written; what was there is still there.
    """
    book = _heard(ledger)
    wanted = min(book.round + 1, max(book.rounds, 2)) if round_ is None else round_
    if not 2 <= wanted <= book.rounds:
        raise NoSuchRound(wanted)
    people = [guest for guest in book.guests.values() if guest.left_at is None]
    moving = [replace(_seated(book, guest, t, wanted - 1), following=_table(book, guest, wanted)) for guest in people]
    moving = [guest for guest in moving if guest.table is not None or guest.following is not None]
    if not moving:
        raise NothingToPrint("call-out")
    return keep(path, call_out_pdf(moving, _stamp(ledger), wanted, t=t, told=progress, first=first))


@dataclass(frozen=True, slots=True)
class Ticketed:
    """Whose tickets are to be written, what they say, and how many have no name to write on one."""

    people: Sequence[Guest]
    tickets: Sequence[Ticket]
    heading: Heading
    unnamed: int


def ticketed(ledger: Ledger, t: Words, only: Only, guest_ids: Sequence[GuestId] | None) -> Ticketed:
    """Whose tickets there are to write.

    Raises:
        WrongCall: The choice is by badges (``Only.UNPRINTED``, ``Only.CHANGED``).
        NothingToPrint: The choice is empty.
    """
    book = _heard(ledger)
    people = [guest for guest in _people(book, "tickets", only, t, guest_ids) if book.code_of(guest.id)]
    if not people:
        raise NothingToPrint("tickets", unnamed(book, only, guest_ids))
    day = t.day(date.fromisoformat(book.event.day)) if book.event.day else ""
    heading = Heading(book.event.name, day, t("Show this code at the door, on paper or on the telephone."))
    return Ticketed(people, [_ticket(book, guest) for guest in people], heading, unnamed(book, only, guest_ids))


def tickets(
    path: Path, t: Words, told: Ticketed, paper: TicketPaper, progress: Progress, first: int | None
) -> PrintReport:
    """Write everybody's ticket into one file.

    Raises:
        CannotSave: The file could not be written; what was there is still there.
    """
    made = tickets_pdf(told.tickets, told.heading, paper, t=t, told=progress, first=first)
    return leaving_out(keep(path, made), told.unnamed)


def single_tickets(folder: Path, t: Words, told: Ticketed, paper: TicketPaper, progress: Progress) -> PrintReport:
    """Write each ticket into a file of its own.

    Raises:
        CannotSave: A file could not be written; what was there is still there.
    """
    press = Press()
    flaws: list[Flaws] = []
    press.expect(len(told.tickets))
    for at, (guest, ticket) in enumerate(zip(told.people, told.tickets, strict=True), start=1):
        made = tickets_pdf([ticket], told.heading, paper, t=t, press=press)
        flaws.append(keep(folder / _file_name(guest), made).flaws)
        progress(at, len(told.tickets))
    return leaving_out(PrintReport(folder, len(flaws), len(flaws), together(flaws)), told.unnamed)


def contacts(ledger: Ledger, path: Path, t: Words, *, progress: Progress, first: int | None) -> PrintReport:
    """Write who sits at each table and how to reach them, as far as design and consent give that away.

    Raises:
        NothingToPrint: Nobody sits anywhere.
        CannotSave: The file could not be written; what was there is still there.
    """
    book = _heard(ledger)
    design, asked = design_of(book), common(book).asked
    tables = {
        table.number: [_contact(book, guest, design, t, asked=asked) for guest in book.people_at(table.id)]
        for table in book.room()
    }
    if not any(tables.values()):
        raise NothingToPrint("contacts")
    return keep(path, contacts_pdf(tables, event_name=book.event.name, t=t, told=progress, first=first))


def command_cards(ledger: Ledger, path: Path, t: Words) -> PrintReport:
    """Write the command cards of the event.

    Raises:
        CannotSave: The file could not be written; what was there is still there.
    """
    event = ledger.opened().event
    return keep(path, command_cards_pdf(seal_of(event.seed), event_name=event.name, t=t))


def calibration(path: Path, t: Words, sheet: str) -> PrintReport:
    """Write the page by which a printer's offset and scale are found.

    Raises:
        WrongCall: No such sheet.
        CannotSave: The file could not be written; what was there is still there.
    """
    return keep(path, calibration_pdf(sheet, t=t))


def _heard(ledger: Ledger) -> Book:
    ledger.catch_up()
    return ledger.opened()


def _people(book: Book, what: str, only: Only, t: Words, guest_ids: Sequence[GuestId] | None) -> list[Guest]:
    """For whom a paper is of which nothing is remembered: what became of somebody's badge does not choose them."""
    if only in (Only.UNPRINTED, Only.CHANGED):
        raise WrongCall(what, f"--only {only}")
    return chosen(book, only, t, guest_ids)


def _stamp(ledger: Ledger) -> Stamp:
    return Stamp(ledger.opened().event.name, ledger.clock(), ledger.page)


def _seated(book: Book, guest: Guest, t: Words, round_: int | None = None) -> SeatedGuest:
    """One line of a list; who has no name stands behind whom they come with, or under what is said of them."""
    name, table = phrases.name(book, guest.id, t), _table(book, guest, round_)
    host = book.guests.get(guest.companion_of) if guest.companion_of is not None else None
    if guest.name:
        return SeatedGuest(name, guest.given, guest.family, guest.company, table)
    if host is not None and host.name:
        return SeatedGuest(name, host.given, host.family, guest.company, table, beside=host.name, aside=t("companion"))
    return SeatedGuest(name, given=name, company=guest.company, table=table)


def _sitter(book: Book, guest: Guest, t: Words) -> Sitter:
    work = " · ".join(part for part in (guest.company, guest.role) if part)
    return Sitter(phrases.name(book, guest.id, t), work, guest.offers, guest.seeks, _known(guest))


def _ticket(book: Book, guest: Guest) -> Ticket:
    code = book.our_code(guest.id) or book.code_of(guest.id)
    return Ticket(guest.name or "", code, tuple(line for line in (guest.company, guest.product) if line), _known(guest))


def _contact(book: Book, guest: Guest, design: Design, t: Words, *, asked: bool) -> Contact:
    """Somebody on a contact sheet: the e-mail and the telephone are in the code alone, as the design says."""
    lines = [" · ".join(part for part in (guest.company, guest.role) if part), guest.handle]
    lines += [t("Offers: {what}", what=guest.offers)] if guest.offers else []
    lines += [t("Looks for: {what}", what=guest.seeks)] if guest.seeks else []
    code = contact_of(guest, design, asked=asked) if guest.name else ""
    return Contact(phrases.name(book, guest.id, t), tuple(line for line in lines if line), code, _known(guest))


def _known(guest: Guest) -> NameParts:
    """The parts of the name, where somebody has one."""
    return NameParts(guest.given, guest.family) if guest.name else UNDIVIDED


def _file_name(guest: Guest) -> str:
    """A name that every file system takes, with the guest's number so that no two are alike."""
    letters = "".join(char if char.isalnum() and char.isascii() else "-" for char in fold(guest.name or ""))
    plain = "-".join(piece for piece in letters.split("-") if piece)[:60]
    return f"{guest.id:05}-{plain}.pdf" if plain else f"{guest.id:05}.pdf"


def _table(book: Book, guest: Guest, round_: int | None = None) -> int | None:
    table = book.table_of(guest.id, round_)
    return None if table is None else table.number

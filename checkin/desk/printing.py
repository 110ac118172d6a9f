"""Paper: whom to print for, what it says, and the file complete in its place before anybody hears of it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from contextlib import suppress
from enum import StrEnum
from pathlib import Path

from checkin import phrases, plans
from checkin.badges import Badge, Printed, SeatedGuest, TableCard, badges_pdf, seating_list_pdf, table_cards_pdf
from checkin.book import Book
from checkin.changes import Change
from checkin.command_cards import command_cards_pdf
from checkin.commands import seal_of
from checkin.desk.ledger import Ledger
from checkin.desk.outcomes import PrintReport
from checkin.errors import CannotSave, NothingToPrint
from checkin.model import Guest, GuestId, Standing
from checkin.round_plans import later_tables
from checkin.sectors import Sectors, sectors_of
from checkin.words import Words

DEFAULT_SHEET = "a4-2x5"

Progress = Callable[[int, int], None]
"""Hears how many of how many are done; what it raises stops the work, and nothing is kept."""


class Only(StrEnum):
    """For whom to print."""

    ALL = "all"
    ARRIVED = "arrived"
    CHANGED = "changed"
    UNPRINTED = "unprinted"


def silent(_done: int, _all: int) -> None:
    """Hear nothing."""


def badge_of(book: Book, guest: Guest, t: Words, sectors: Sectors | None = None) -> Badge:
    """What a guest's badge says now."""
    sectors = sectors_of(book.guests.values()) if sectors is None else sectors
    return Badge(
        name=guest.name or "",
        given=guest.given,
        family=guest.family,
        company=guest.company,
        role=guest.role,
        handle=guest.handle,
        table=_table(book, guest),
        code=book.our_code(guest.id) or book.code_of(guest.id),
        marks=(*((t("VIP"),) if guest.vip else ()), *_stops(book, guest, t)),
        sector=guest.sector,
        sector_colour=sectors.colour(guest.sector) if guest.sector else "",
    )


def _stops(book: Book, guest: Guest, t: Words) -> tuple[str, ...]:
    """The tables of the later rounds, in a word or two."""
    later = later_tables(book, guest.id)
    return (t("Then {numbers}", numbers=" · ".join(map(str, later))),) if later else ()


def chosen(book: Book, only: Only, t: Words, guest_ids: Sequence[GuestId] | None = None) -> list[Guest]:
    """The guests to print badges for, by surname: those named who come or came, and of them what ``only`` says."""
    people = book.guests.values() if guest_ids is None else [book.guests[guest_id] for guest_id in guest_ids]
    named = [guest for guest in people if guest.name and (guest.standing is Standing.COMING or guest.arrived)]
    if only is Only.ARRIVED:
        named = [guest for guest in named if guest.arrived]
    elif only is Only.UNPRINTED:
        named = [guest for guest in named if guest.badge_printed_at is None]
    elif only is Only.CHANGED:
        sectors = sectors_of(book.guests.values())
        named = [g for g in named if g.badge_printed_at and g.badge_print != said(badge_of(book, g, t, sectors))]
    return sorted(named, key=lambda guest: ((guest.family or guest.name or "").casefold(), guest.name, guest.id))


def said(badge: Badge) -> str:
    """A short hash of what a badge says, to tell whether a printed one is stale."""
    return hashlib.sha256(repr(badge).encode("utf-8")).hexdigest()[:16]


def badges(
    ledger: Ledger,
    path: Path,
    t: Words,
    *,
    sheet: str,
    start: int,
    only: Only,
    guest_ids: Sequence[GuestId] | None,
    progress: Progress,
) -> PrintReport:
    """Write badges, then remember who has one.

    Raises:
        NothingToPrint: The choice is empty.
        CannotSave: The file could not be written; what was there is still there.
    """
    ledger.catch_up()
    book = ledger.opened()
    people = chosen(book, only, t, guest_ids)
    if not people:
        raise NothingToPrint("badges")
    sectors = sectors_of(book.guests.values())
    made = [badge_of(book, guest, t, sectors) for guest in people]
    printed = badges_pdf(made, event_name=book.event.name, sheet=sheet, start=start, t=t, told=progress)
    report = keep(path, printed)
    prints = [(guest.id, said(badge)) for guest, badge in zip(people, made, strict=True)]
    ledger.write(lambda known, _pen: plans.printed(known, prints, ledger.clock()))
    return report


def keep(path: Path, printed: Printed) -> PrintReport:
    """Put a finished file in its place, whole or not at all."""
    beside = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(printed.pdf)
        beside.replace(path)
    except OSError as error:
        raise CannotSave(str(error)) from error
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
    missing = tuple(f"{one.name}: {one.characters}" for one in printed.missing)
    return PrintReport(path, printed.pages, printed.items, printed.abbreviated, missing)


def remember(ledger: Ledger, prints: Sequence[tuple[GuestId, str]]) -> Change:
    """Write down who has a badge now, each with the hash of what it says (``said``)."""
    return ledger.write(lambda book, _pen: plans.printed(book, prints, ledger.clock()))


def table_cards(ledger: Ledger, path: Path, t: Words) -> PrintReport:
    """Write one tent card a table.

    Raises:
        NothingToPrint: The room has no tables.
        CannotSave: The file could not be written; what was there is still there.
    """
    ledger.catch_up()
    book = ledger.opened()
    cards = [TableCard(table.number, table.name) for table in book.room()]
    if not cards:
        raise NothingToPrint("table-cards")
    return keep(path, table_cards_pdf(cards, event_name=book.event.name, t=t))


def seating_list(ledger: Ledger, path: Path, t: Words) -> PrintReport:
    """Write who sits where, by surname and by table: everybody who came, or who is expected before anybody came.

    Raises:
        NothingToPrint: There is nobody.
        CannotSave: The file could not be written; what was there is still there.
    """
    ledger.catch_up()
    book = ledger.opened()
    came = [guest for guest in book.guests.values() if guest.arrived]
    people = came or chosen(book, Only.ALL, t)
    if not people:
        raise NothingToPrint("list")
    seated = [
        SeatedGuest(phrases.name(book, guest.id, t), guest.given, guest.family, guest.company, _table(book, guest))
        for guest in people
    ]
    printed = seating_list_pdf(seated, event_name=book.event.name, printed_at=ledger.clock(), t=t)
    return keep(path, printed)


def command_cards(ledger: Ledger, path: Path, t: Words) -> PrintReport:
    """Write the command cards of the event.

    Raises:
        CannotSave: The file could not be written; what was there is still there.
    """
    event = ledger.opened().event
    return keep(path, command_cards_pdf(seal_of(event.seed), event_name=event.name, t=t))


def _table(book: Book, guest: Guest) -> int | None:
    table = book.table_of(guest.id)
    return None if table is None else table.number

"""Badges: whom to print for, what each says, and the file complete in its place before anybody hears of it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from checkin import plans
from checkin.badges import Badge, Design, Printed, Stock, badges_pdf
from checkin.book import Book
from checkin.changes import Change, Entity, Kind
from checkin.desk.ledger import Ledger
from checkin.desk.outcomes import BadgePrint, PrintReport
from checkin.errors import CannotSave, NothingToPrint, PrintedAlready
from checkin.mecard import mecard
from checkin.model import Guest, GuestId, SettingName, Standing
from checkin.paper.badge import front, shown
from checkin.paper.designs import Field
from checkin.paper.names import listed
from checkin.sectors import Sectors, sectors_of
from checkin.words import Words

DEFAULT_SHEET = "a4-2x5"
USUAL_STOCK = Stock(DEFAULT_SHEET)

Progress = Callable[[int, int], None]
"""Hears how many of how many are done; what it raises stops the work, and nothing is kept."""


class Only(StrEnum):
    """For whom to print."""

    ALL = "all"
    ARRIVED = "arrived"
    CHANGED = "changed"
    UNPRINTED = "unprinted"


@dataclass(frozen=True, slots=True)
class Composed:
    """Badges that are made and not yet printed.

    Attributes:
        printed: The file.
        prints: Whose they are, each with the hash of what it says, to be remembered once they are on paper.
        codes: What a reader has to find on it.
    """

    printed: Printed
    prints: tuple[tuple[GuestId, str], ...]
    codes: tuple[str, ...]


def silent(_done: int, _all: int) -> None:
    """Hear nothing."""


def design_of(book: Book) -> Design:
    """What the event's badges look like."""
    return Design.from_text(book.setting(SettingName.BADGES))


@dataclass(frozen=True, slots=True)
class Common:
    """What a badge takes from the guest list as a whole, found once for many badges.

    Attributes:
        sectors: Which of them have a colour.
        asked: Whether the list asked people if the others may have their address.
    """

    sectors: Sectors
    asked: bool


def common(book: Book) -> Common:
    """What all badges of an event take from its list."""
    guests = book.guests.values()
    return Common(sectors_of(guests), any(guest.consent for guest in guests))


def badge_of(book: Book, guest: Guest, t: Words, among: Common | None = None) -> Badge:
    """What a guest's badge says now: of what is known, the fields that the event's design shows."""
    among = common(book) if among is None else among
    design = design_of(book)
    badge = Badge(
        name=guest.name or "",
        given=guest.given,
        family=guest.family,
        company=guest.company,
        role=guest.role,
        handle=guest.handle,
        table=_table(book, guest),
        code=book.our_code(guest.id) or book.code_of(guest.id),
        marks=(t("VIP"),) if guest.vip else (),
        sector=guest.sector,
        sector_colour=among.sectors.colour(guest.sector) if guest.sector else "",
        offers=guest.offers,
        seeks=guest.seeks,
        rounds=_rounds(book, guest),
        contact=contact_of(guest, design, asked=among.asked),
    )
    return shown(badge, design)


def contact_of(guest: Guest, design: Design, *, asked: bool) -> str:
    """What a telephone keeps of a guest: address and number only where the event's design gives them away.

    Args:
        guest: Whose contact it is.
        design: What the organizer has chosen to give.
        asked: Whether the list asked people if the others may have their address; then a yes is needed, and a box
            that somebody left empty is none.
    """
    agreed = guest.consent == "yes" or not asked
    return mecard(
        guest.name or "",
        organization=guest.company,
        email=guest.email if agreed and Field.EMAIL in design.fields else "",
        phone=guest.phone if agreed and Field.PHONE in design.fields else "",
        note=" · ".join(part for part in (guest.role, guest.handle) if part),
    )


def _rounds(book: Book, guest: Guest) -> tuple[int, ...]:
    """The tables from this round on, as far as they are known; nothing where there is only one."""
    tables = (book.table_of(guest.id, round_) for round_ in range(book.round, book.rounds + 1))
    numbers = tuple(table.number for table in tables if table is not None)
    return numbers if len(numbers) > 1 or (numbers and book.table_of(guest.id) is None) else ()


def chosen(book: Book, only: Only, t: Words, guest_ids: Sequence[GuestId] | None = None) -> list[Guest]:
    """The guests to print badges for, by surname: those named who come or came, and of them what ``only`` says."""
    named = [guest for guest in _expected(book, guest_ids) if guest.name]
    if only is Only.ARRIVED:
        named = [guest for guest in named if guest.arrived]
    elif only is Only.UNPRINTED:
        named = [guest for guest in named if guest.badge_printed_at is None]
    elif only is Only.CHANGED:
        among = common(book)
        named = [g for g in named if g.badge_printed_at and not fresh(book, g, badge_of(book, g, t, among))]
    return sorted(named, key=lambda guest: (listed(guest.name or "", guest.given, guest.family, t.language), guest.id))


def unnamed(book: Book, only: Only, guest_ids: Sequence[GuestId] | None = None) -> int:
    """How many of those chosen are left out because their name is not known yet."""
    nameless = [guest for guest in _expected(book, guest_ids) if not guest.name]
    if only is Only.ARRIVED:
        nameless = [guest for guest in nameless if guest.arrived]
    return 0 if only is Only.CHANGED else len(nameless)


def leaving_out(report: PrintReport, nameless: int) -> PrintReport:
    """A report that says how many are left out without a name."""
    return replace(report, flaws=replace(report.flaws, unnamed=nameless))


def _expected(book: Book, guest_ids: Sequence[GuestId] | None) -> list[Guest]:
    """Those who come or came: of everybody, or of those named."""
    known = book.guests
    people = known.values() if guest_ids is None else [known[id_] for id_ in guest_ids if id_ in known]
    return [guest for guest in people if guest.standing is Standing.COMING or guest.arrived]


def said(badge: Badge, *, whole: bool) -> str:
    """A short hash of what a badge says, to tell whether a printed one is stale.

    Args:
        badge: What there is to say.
        whole: Whether the stock has room for all of it (``Stock.whole``); otherwise the front alone counts.
    """
    told = badge if whole else front(badge, whole=False)
    return hashlib.sha256(repr((whole, told)).encode("utf-8")).hexdigest()[:16]


def fresh(book: Book, guest: Guest, badge: Badge) -> bool:
    """Whether a guest's printed badge is still true, on whatever stock and in whatever round it was printed.

    One that names the tables of the evening from an earlier round on says more than ``badge`` and nothing else.
    """
    return guest.badge_printed_at is not None and any(
        guest.badge_print == said(one, whole=whole)
        for one in (badge, *_of_earlier_rounds(book, guest, badge))
        for whole in (False, True)
    )


def _of_earlier_rounds(book: Book, guest: Guest, badge: Badge) -> Iterator[Badge]:
    """What the badge said in the rounds before, where it names the tables of all rounds."""
    for first in range(1, book.round if badge.rounds else 1):
        tables = [book.table_of(guest.id, round_) for round_ in range(first, book.rounds + 1)]
        numbers = tuple(table.number for table in tables if table is not None)
        if tables[0] is not None and len(numbers) > 1:
            yield replace(badge, table=numbers[0], rounds=numbers)


def composed(
    ledger: Ledger,
    t: Words,
    *,
    stock: Stock,
    only: Only,
    guest_ids: Sequence[GuestId] | None,
    again: bool,
    progress: Progress,
) -> Composed:
    """Make badges, and remember nothing yet.

    Raises:
        NothingToPrint: The choice is empty.
        PrintedAlready: Some of those chosen have this very badge, and ``again`` was not said.
    """
    ledger.catch_up()
    book = ledger.opened()
    people = chosen(book, only, t, guest_ids)
    if not people:
        raise NothingToPrint("badges", unnamed(book, only, guest_ids))
    among = common(book)
    made = [badge_of(book, guest, t, among) for guest in people]
    twice = sum(fresh(book, guest, badge) for guest, badge in zip(people, made, strict=True))
    if twice and not again:
        raise PrintedAlready(twice, len(people))
    design = design_of(book)
    printed = badges_pdf(made, stock, event_name=book.event.name, t=t, design=design, told=progress)
    printed = replace(printed, flaws=replace(printed.flaws, unnamed=unnamed(book, only, guest_ids)))
    prints = tuple((guest.id, said(badge, whole=stock.whole)) for guest, badge in zip(people, made, strict=True))
    return Composed(printed, prints, tuple(badge.code for badge in made if badge.code))


def badges(
    ledger: Ledger,
    path: Path,
    t: Words,
    *,
    stock: Stock,
    only: Only,
    guest_ids: Sequence[GuestId] | None,
    again: bool,
    progress: Progress,
) -> PrintReport:
    """Write badges, then remember who has one.

    Raises:
        NothingToPrint: The choice is empty.
        PrintedAlready: Some of those chosen have this very badge, and ``again`` was not said.
        CannotSave: The file could not be written; what was there is still there.
    """
    made = composed(ledger, t, stock=stock, only=only, guest_ids=guest_ids, again=again, progress=progress)
    report = keep(path, made.printed)
    remember(ledger, made.prints)
    return replace(report, codes=made.codes)


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
    return PrintReport(path, printed.pages, printed.items, printed.flaws)


def remember(ledger: Ledger, prints: Sequence[tuple[GuestId, str]]) -> Change:
    """Write down who has a badge now, each with the hash of what it says (``said``)."""
    return ledger.write(lambda book, _pen: plans.printed(book, prints, ledger.clock()))


def record(ledger: Ledger, guest_id: GuestId) -> list[BadgePrint]:
    """When and where a guest's badge was printed, oldest first; the journal is the record."""
    event = ledger.opened().event
    changes = ledger.store.changes_of(event.id, guest_id)
    return [
        BadgePrint(change.at, change.station, str(edit.after["badge_print"]))
        for change in changes
        if change.kind is Kind.PRINTED
        for edit in change.edits
        if edit.entity is Entity.GUEST and edit.id == guest_id and edit.after is not None
    ]


def _table(book: Book, guest: Guest) -> int | None:
    table = book.table_of(guest.id)
    return None if table is None else table.number

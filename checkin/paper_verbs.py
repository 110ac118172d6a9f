"""The verbs about paper: print anything, and say what the event's badges look like."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from checkin import console
from checkin.badges import Design, Stock
from checkin.calling import AsJson, Database, EventName, Lang, Out, desk_at, guest_of
from checkin.desk import Desk
from checkin.desk.design_words import field_named, field_words, look_named, look_words
from checkin.desk.outcomes import PrintReport
from checkin.desk.printing import DEFAULT_SHEET, Only, design_of
from checkin.desk.stale import what_changed
from checkin.errors import NotOneOf, OneOfTwo, UnusableLogo, WrongCall
from checkin.model import GuestId
from checkin.paper.adjusting import EXACT, Adjustment, measured
from checkin.paper.designs import LOOKS, Field
from checkin.paper.logo import accepted
from checkin.paper.sheets import SHEETS, sheet_named
from checkin.paper.ticket import TicketPaper
from checkin.words import Words


class Paper(StrEnum):
    """What can be printed."""

    BADGES = "badges"
    PLACE_CARDS = "place-cards"
    TABLE_CARDS = "table-cards"
    LIST = "list"
    DOOR_LIST = "door-list"
    CALL_OUT = "call-out"
    TICKETS = "tickets"
    CONTACTS = "contacts"
    COMMAND_CARDS = "command-cards"
    COMMITMENT = "commitment"
    CALIBRATION = "calibration"


_CHOSEN = frozenset({Paper.BADGES, Paper.PLACE_CARDS, Paper.TICKETS})
_BADGES = frozenset({Paper.BADGES})

_TAKEN_BY: dict[str, frozenset[Paper]] = {
    "sheet": frozenset({Paper.BADGES, Paper.CALIBRATION}),
    "start": _BADGES,
    "only": _CHOSEN | {Paper.LIST},
    "guest": _CHOSEN,
    "again": _BADGES,
    "duplex": _BADGES,
    "bleed": _BADGES,
    "readings": _BADGES,
    "people": frozenset({Paper.TABLE_CARDS}),
    "size": frozenset({Paper.TICKETS}),
    "each": frozenset({Paper.TICKETS}),
    "round_": frozenset({Paper.CALL_OUT}),
}
"""Which papers each option means something to; to the others it is refused."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """What was asked for besides the paper itself."""

    stock: Stock
    only: Only
    guests: tuple[str, ...]
    again: bool
    people: bool
    size: TicketPaper
    each: bool
    round: int | None


def print_(
    context: typer.Context,
    what: Annotated[Paper, typer.Argument(metavar="WHAT", help=" ".join(Paper))],
    out: Out,
    sheet: Annotated[str, typer.Option("--sheet", help=f"{' '.join(SHEETS)}, or own:a4:six,lengths.")] = DEFAULT_SHEET,
    start: Annotated[int, typer.Option("--start", help="The first free label of a begun sheet.")] = 1,
    only: Annotated[Only, typer.Option("--only", help="For whom.")] = Only.ALL,
    guest: Annotated[
        list[str] | None, typer.Option("--guest", help="Badges, place cards and tickets: only these.")
    ] = None,
    again: Annotated[bool, typer.Option("--again", help="Badges that somebody has already, too.")] = False,
    duplex: Annotated[bool, typer.Option("--duplex", help="Badges: backs on every second page.")] = False,
    bleed: Annotated[float, typer.Option("--bleed", help="Badges: colour over the edges, crop marks.")] = 0.0,
    readings: Annotated[str, typer.Option("--readings", help="Four, off the calibration page: 20,20,20,20.")] = "",
    people: Annotated[bool, typer.Option("--people", help="Table cards: a side with who sits there.")] = False,
    size: Annotated[TicketPaper, typer.Option("--size", help="Of tickets.")] = TicketPaper.A4,
    each: Annotated[bool, typer.Option("--each", help="Tickets: a file each, into the folder -o.")] = False,
    round_: Annotated[int | None, typer.Option("--round", help="Call-out: the round that begins.")] = None,
    database: Database = None,
    event: EventName = None,
    lang: Lang = "es",
    as_json: AsJson = False,
) -> None:
    """Write badges, cards, lists or tickets as PDF."""
    with desk_at(database, event, lang, as_json=as_json) as (desk, speaker):
        _refuse_others(context, what)
        if duplex and sheet_named(sheet).fold:
            raise WrongCall(f"--sheet {sheet}", "--duplex")
        stock = Stock(sheet, start, duplex, bleed=_bleed(bleed), adjustment=_adjustment(sheet, readings))
        asked = _Asked(stock, only, tuple(guest or ()), again, people, size, each, round_)
        report = _PRINTS[what](desk, out, speaker.t, asked)
        speaker.answer(console.print_fields(report), console.print_sentence(report, speaker.t))


def design(
    look: Annotated[str | None, typer.Option("--look", help=" ".join(LOOKS))] = None,
    colour: Annotated[str | None, typer.Option("--colour", help="The event's, as #RRGGBB.")] = None,
    logo: Annotated[Path | None, typer.Option("--logo", help="A PNG or JPEG.")] = None,
    no_logo: Annotated[bool, typer.Option("--no-logo", help="Take the logo away.")] = False,
    show: Annotated[
        list[str] | None, typer.Option("--show", help=f"A field that badges show: {' '.join(Field)}")
    ] = None,
    hide: Annotated[list[str] | None, typer.Option("--hide", help="A field that they do not.")] = None,
    database: Database = None,
    event: EventName = None,
    lang: Lang = "es",
    as_json: AsJson = False,
) -> None:
    """Say, or change, what the event's badges look like; looks and fields also by their names in Spanish or English."""
    with desk_at(database, event, lang, as_json=as_json) as (desk, speaker):
        if logo and no_logo:
            raise OneOfTwo("--logo", "--no-logo")
        t, before = speaker.t, design_of(desk.opened())
        wanted = Design(
            _look(look, t) if look else before.look,
            colour or before.colour,
            (before.fields | _fields("--show", show, t)) - _fields("--hide", hide, t),
            b"" if no_logo else _picture(logo) if logo else before.logo,
        )
        if wanted != before:
            desk.design_badges(wanted)
        fields = sorted(str(field) for field in wanted.fields)
        said = {"look": wanted.look, "colour": wanted.colour, "fields": fields, "logo": bool(wanted.logo)}
        speaker.answer(said, _designed(wanted, t))


def _designed(wanted: Design, t: Words) -> str:
    """What badges look like, in one sentence."""
    fields = [word for field, word in field_words(t).items() if field in wanted.fields]
    return t(
        "Badges: look {look}, colour {colour}, logo {logo}, with {fields}.",
        look=look_words(t)[wanted.look],
        colour=wanted.colour,
        logo=t("yes") if wanted.logo else t("no"),
        fields="; ".join(fields) or t("the name alone"),
    )


def _look(text: str, t: Words) -> str:
    if (found := look_named(text)) is None:
        raise NotOneOf("--look", text, tuple(look_words(t).values()))
    return found


def _fields(option: str, texts: list[str] | None, t: Words) -> frozenset[Field]:
    found = {text: field_named(text) for text in texts or ()}
    for text, field in found.items():
        if field is None:
            raise NotOneOf(option, text, tuple(field_words(t).values()))
    return frozenset(field for field in found.values() if field is not None)


def prints(
    guest: Annotated[str, typer.Argument(metavar="[GUEST]", help="Number, code, or enough of the name.")] = "",
    stale: Annotated[bool, typer.Option("--stale", help="Whose badge has changed since it was printed.")] = False,
    database: Database = None,
    event: EventName = None,
    lang: Lang = "es",
    as_json: AsJson = False,
) -> None:
    """Say when and where somebody's badge was printed, or whose badges have changed since."""
    with desk_at(database, event, lang, as_json=as_json) as (desk, speaker):
        if stale == bool(guest):
            raise OneOfTwo("GUEST", "--stale")
        if stale:
            _say_stale(desk, speaker)
            return
        guest_id = guest_of(desk, guest)
        name = desk.opened().display_name(guest_id)
        record = desk.badge_prints(guest_id)
        lines = [f"  {_time(one.at, speaker.t)} · {one.station}" for one in record]
        times = speaker.t.plural("printed {count} time", "printed {count} times", len(record))
        fields = {"guest": guest_id, "prints": [{"at": one.at, "station": one.station} for one in record]}
        speaker.answer(fields, "\n".join([f"{name}: {times}", *lines]))


def _say_stale(desk: Desk, speaker: console.Console) -> None:
    """One badge a line, and in words how many."""
    found = desk.stale_badges(speaker.t)
    for one in found:
        fields = {"guest": one.guest_id, "name": one.name, "moved": one.moved, "before": one.before, "table": one.now}
        speaker.answer(fields, f"{one.name}: {what_changed(one, speaker.t)}")
    if not found:
        speaker.say(speaker.t("Every printed badge says what is so."))


def _refuse_others(context: typer.Context, what: Paper) -> None:
    """Refuse what was said on the command line and means nothing to this paper."""
    for name, papers in _TAKEN_BY.items():
        source = context.get_parameter_source(name)
        if what not in papers and source is not None and source.name == "COMMANDLINE":
            raise WrongCall(f"print {what}", f"--{name.rstrip('_')}")


def _time(at: str, t: Words) -> str:
    """A time of the journal as this machine's clock has it."""
    local = datetime.fromisoformat(at).astimezone()
    return t("{day}, {time}", day=t.day(local.date()), time=t.clock(local))


def _picture(path: Path) -> bytes:
    try:
        return accepted(path.read_bytes())
    except OSError as error:
        raise UnusableLogo("unreadable") from error


def _bleed(length: float) -> float:
    if not 0 <= length <= 10:
        raise WrongCall("--bleed", f"{length:g}")
    return length


def _adjustment(sheet: str, readings: str) -> Adjustment:
    if not readings:
        return EXACT
    try:
        left, top, right, bottom = (float(part) for part in readings.split(","))
    except ValueError:
        raise WrongCall("--readings", readings) from None
    return measured(sheet_named(sheet).page, (left, top, right, bottom))


def _badges(desk: Desk, out: Path, t: Words, asked: _Asked) -> PrintReport:
    ids = _named(desk, asked)
    return desk.print_badges(out, t, stock=asked.stock, only=asked.only, guest_ids=ids, again=asked.again)


def _place_cards(desk: Desk, out: Path, t: Words, asked: _Asked) -> PrintReport:
    return desk.print_place_cards(out, t, only=asked.only, guest_ids=_named(desk, asked))


def _named(desk: Desk, asked: _Asked) -> list[GuestId] | None:
    """Those who were named, or None for everybody."""
    return [guest_of(desk, one) for one in asked.guests] or None


_PRINTS: dict[Paper, Callable[[Desk, Path, Words, _Asked], PrintReport]] = {
    Paper.BADGES: _badges,
    Paper.PLACE_CARDS: _place_cards,
    Paper.TABLE_CARDS: lambda desk, out, t, asked: desk.print_table_cards(out, t, people=asked.people),
    Paper.LIST: lambda desk, out, t, asked: desk.print_list(out, t, only=asked.only),
    Paper.DOOR_LIST: lambda desk, out, t, _asked: desk.print_door_list(out, t),
    Paper.CALL_OUT: lambda desk, out, t, asked: desk.print_call_out(out, t, asked.round),
    Paper.TICKETS: lambda desk, out, t, asked: desk.print_tickets(
        out, t, paper=asked.size, each=asked.each, only=asked.only, guest_ids=_named(desk, asked)
    ),
    Paper.CONTACTS: lambda desk, out, t, _asked: desk.print_contacts(out, t),
    Paper.COMMAND_CARDS: lambda desk, out, t, _asked: desk.print_command_cards(out, t),
    Paper.COMMITMENT: lambda desk, out, t, _asked: desk.print_commitment(out, t),
    Paper.CALIBRATION: lambda desk, out, t, asked: desk.print_calibration(out, t, asked.stock.sheet),
}

VERBS: dict[str, Callable[..., None]] = {"print": print_, "design": design, "prints": prints}
"""By what they are called."""

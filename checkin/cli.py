"""The command line: one function a verb, and the whole program without a screen.

Exit codes: 0 done, 1 refused with a reason, 2 a wrong call.
"""

from __future__ import annotations

import sys
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

from checkin import (
    __version__,
    console,
    mending_verbs,
    paper_verbs,
    phrases,
    reasons,
    room_verbs,
    seating_console,
    seating_verbs,
)
from checkin.amending import Amendments
from checkin.calling import AsJson, Database, EventName, GuestArgument, Lang, Out, desk_at, guest_of
from checkin.console import Console
from checkin.desk import Desk, demo
from checkin.desk.exports import What
from checkin.desk.outcomes import TablePlan
from checkin.desk.places import default_address
from checkin.errors import WrongCall
from checkin.model import GuestId, Standing
from checkin.round_plans import MOST_ROUNDS, taking_part
from checkin.words import DEFAULT, Words

app = typer.Typer(
    add_completion=False, no_args_is_help=False, rich_markup_mode=None, pretty_exceptions_enable=False,
    help="Check-in, random tables and badges for networking meals.",
)  # fmt: skip


class GuestState(StrEnum):
    """Which guests to list."""

    EXPECTED = "expected"
    ARRIVED = "arrived"
    NOT_EXPECTED = "not-expected"


def _version(value: bool) -> None:
    if value:
        typer.echo(f"Sobremesa {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def window(
    context: typer.Context,
    database: Database = None,
    event: EventName = None,
    lang: Annotated[str | None, typer.Option("--lang", help="es or en.")] = None,
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True)] = False,  # noqa: ARG001
) -> None:
    """Open the window (without a verb), or do one thing."""
    if context.invoked_subcommand is None:
        raise typer.Exit(_open_window(database, event, lang))


def _open_window(database: str | None, event: str | None, lang: str | None) -> int:
    """Show the window; Qt is loaded only here, so that every verb works where Qt's libraries are missing."""
    missing = import_module("checkin.ui.libraries").missing_libraries()
    if missing:
        t = Words(lang or DEFAULT)
        sentence = t(
            "The window cannot open: the system lacks {libraries}. On Debian or Ubuntu: sudo apt install {packages}",
            libraries=", ".join(library for library, _ in missing),
            packages=" ".join(package for _, package in missing),
        )
        Console(t, as_json=False).say(sentence)
        return 1
    return int(import_module("checkin.ui.app").run(database or default_address(), language=lang, event=event))


@app.command("demo")
def demo_(
    out: Annotated[Path, typer.Option("--out", help="Where the PDFs go.")] = Path("demo"),
    lang: Lang = DEFAULT,
    as_json: AsJson = False,
) -> None:
    """The sample event: in the window half-way through the arrivals, or without a screen the whole evening to PDF."""
    out.mkdir(parents=True, exist_ok=True)
    database = out / "sobremesa-demo.db"
    demo.clear(database)
    if demo.has_screen():
        with desk_at(str(database), None, lang, as_json=as_json, opened=False) as (desk, speaker):
            event = demo.half_way(desk, speaker.t)
            speaker.say(speaker.t("The sample event, half-way through the arrivals: {path}", path=database))
        raise typer.Exit(_open_window(str(database), event, lang))
    with desk_at(str(database), None, lang, as_json=as_json, opened=False) as (desk, speaker):
        t = speaker.t
        evening = demo.whole_evening(desk, out, t)
        sentence = "\n".join(
            [
                t("No screen here, so the whole evening was run without one:"),
                t("  {count} registrations imported", count=evening.registrations),
                t("  {count} people came in and drew a table", count=evening.arrived),
                t("  {count} people changed tables", count=evening.moved),
                *(f"  {path}" for path in evening.paths),
            ]
        )
        fields = {
            "event": evening.event, "registrations": evening.registrations, "arrived": evening.arrived,
            "moved": evening.moved, "tables": evening.tables, "paths": [str(path) for path in evening.paths],
        }  # fmt: skip
        speaker.answer(fields, sentence)


@app.command()
def new(
    name: Annotated[str, typer.Argument(metavar="NAME")],
    tables: Annotated[str, typer.Option("--tables", help="Tables by seats, e.g. 20x10,4x8 or 6x12long.")],
    date: Annotated[str, typer.Option("--date", help="ISO date, e.g. 2026-11-21.")] = "",
    rounds: Annotated[
        int, typer.Option("--rounds", min=1, max=MOST_ROUNDS, help="Tables of so many rounds, given at arrival.")
    ] = 1,
    database: Database = None,
    lang: Lang = DEFAULT,
    as_json: AsJson = False,
) -> None:
    """Make an event and its room."""
    with desk_at(database, None, lang, as_json=as_json, opened=False) as (desk, speaker):
        plan = TablePlan.parse(tables)
        change = desk.create_event(name, plan, TablePlan.day(date))
        count, seats = sum(part.count for part in plan), sum(part.count * part.seats for part in plan)
        heard = {"name": name, "seats": speaker.t.number(seats)}
        said = [
            speaker.t.plural(
                "“{name}”: {count} table, {seats} seats.", "“{name}”: {count} tables, {seats} seats.", count, **heard
            )
        ]
        if rounds > 1:
            desk.give_itineraries(rounds)
            said.append(reasons.promise(*taking_part(desk.opened()), rounds, seats, speaker.t))
        fields = {"name": name, "date": date, "tables": count, "seats": seats, "rounds": rounds, "seq": change.seq}
        speaker.answer({"event": change.event_id, **fields}, " ".join(said))


@app.command("import")
def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE")],
    sheet: Annotated[
        list[str] | None, typer.Option("--sheet", help="Which sheet of a workbook; again for several together.")
    ] = None,
    column: Annotated[list[str] | None, typer.Option("--column", help="FIELD=HEADER, where guessed wrong.")] = None,
    status: Annotated[
        list[str] | None, typer.Option("--status", help="WORD=coming|unpaid|waiting|not-coming, as the list means it.")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would happen.")] = False,
    mark_gone: Annotated[bool, typer.Option("--mark-gone", help="Mark who is on the list no more.")] = False,
    overrule: Annotated[bool, typer.Option("--overrule", help="Change what was corrected here, too.")] = False,
    capitals: Annotated[bool, typer.Option("--capitals", help="Repair names in one case.")] = False,
    database: Database = None,
    event: EventName = None,
    lang: Lang = DEFAULT,
    as_json: AsJson = False,
) -> None:
    """Take a registration file in: CSV, TSV, XLSX, XLS or ODS."""
    with desk_at(database, event, lang, as_json=as_json) as (desk, speaker):
        columns = dict(_pair(text, "--column") for text in column or ())
        choices = Amendments(gone=mark_gone, overrule=overrule, capitals=capitals)
        meanings = dict(map(_meaning, status or ()))
        report = desk.import_file(
            file, sheet=sheet, columns=columns, meanings=meanings, dry_run=dry_run, choices=choices
        )
        speaker.answer(console.import_fields(report, speaker.t), console.import_sentence(report, speaker.t))


def _pair(text: str, option: str) -> tuple[str, str]:
    field, equals, header = text.partition("=")
    if not equals:
        raise WrongCall(option, text)
    return field.strip(), header


def _meaning(text: str) -> tuple[str, Standing]:
    word, _, said = text.rpartition("=")
    meant = next((standing for standing, meaning in console.MEANINGS.items() if meaning == said.strip()), None)
    if not word.strip() or meant is None:
        raise WrongCall("--status", text)
    return word, meant


@app.command()
def guests(
    query: Annotated[str | None, typer.Argument(metavar="QUERY")] = None,
    state: Annotated[GuestState | None, typer.Option("--state")] = None,
    database: Database = None,
    event: EventName = None,
    lang: Lang = DEFAULT,
    as_json: AsJson = False,
) -> None:
    """List guests, or search among them, best first."""
    with desk_at(database, event, lang, as_json=as_json) as (desk, speaker):
        book = desk.opened()
        ids = [GuestId(hit.id) for hit in desk.find(query, len(book.guests))] if query else sorted(book.guests)
        for guest_id in ids:
            guest = book.guests[guest_id]
            fields = console.guest_fields(book, guest)
            came = "arrived" if fields["state"] == "left" else fields["state"]
            if state is None or came == state:
                table = "" if fields["table"] is None else speaker.t("table {number}", number=fields["table"])
                name = phrases.name(book, guest_id, speaker.t)
                words = [f"#{guest_id}", name, guest.company, phrases.standing(guest, speaker.t), table]
                speaker.answer(fields, "" if as_json else " · ".join(word for word in words if word))


@app.command()
def scan(database: Database = None, event: EventName = None, lang: Lang = DEFAULT, as_json: AsJson = False) -> None:
    """Answer codes from stdin, one a line, in their order, each as it comes."""
    with desk_at(database, event, lang, as_json=as_json) as (desk, speaker):
        book = desk.opened()
        stream = open(sys.stdin.fileno(), encoding="utf-8", errors="replace", closefd=False)  # noqa: SIM115
        for line in iter(stream.readline, ""):
            outcome = desk.scan(line.rstrip("\r\n"))
            sentence = "" if as_json else console.outcome_sentence(book, outcome, speaker.t)
            speaker.answer(console.outcome_fields(book, outcome), sentence)


@app.command()
def move(
    guest: GuestArgument,
    table: Annotated[int, typer.Argument(metavar="TABLE")],
    database: Database = None,
    event: EventName = None,
    lang: Lang = DEFAULT,
    as_json: AsJson = False,
) -> None:
    """Put somebody at another table."""
    with desk_at(database, event, lang, as_json=as_json) as (desk, speaker):
        change = desk.move([guest_of(desk, guest)], desk.table(table).id)
        speaker.answer(console.change_fields(change), _label(desk, speaker, change.seq))


@app.command()
def edit(
    guest: GuestArgument,
    set_: Annotated[list[str], typer.Option("--set", help="FIELD=TEXT; again for further fields.")],
    database: Database = None,
    event: EventName = None,
    lang: Lang = DEFAULT,
    as_json: AsJson = False,
) -> None:
    """Put right what is known about somebody; no list changes it back unless asked."""
    with desk_at(database, event, lang, as_json=as_json) as (desk, speaker):
        change = desk.correct(guest_of(desk, guest), **dict(_pair(text, "--set") for text in set_))
        told = (
            _label(desk, speaker, change.seq) if change.edits else speaker.t("Known so already; nothing was written.")
        )
        speaker.answer(console.change_fields(change), told)


@app.command()
def merge(
    guest: GuestArgument,
    other: Annotated[str, typer.Argument(metavar="OTHER", help="The entry that is the same person.")],
    database: Database = None,
    event: EventName = None,
    lang: Lang = DEFAULT,
    as_json: AsJson = False,
) -> None:
    """Make one of two entries that are one person: GUEST stays and takes over what OTHER has."""
    with desk_at(database, event, lang, as_json=as_json) as (desk, speaker):
        change = desk.make_one(guest_of(desk, guest), guest_of(desk, other))
        speaker.answer(console.change_fields(change), _label(desk, speaker, change.seq))


@app.command()
def undo(database: Database = None, event: EventName = None, lang: Lang = DEFAULT, as_json: AsJson = False) -> None:
    """Take this station's last change back."""
    with desk_at(database, event, lang, as_json=as_json) as (desk, speaker):
        change = desk.undo()
        label = phrases.label(change, desk.opened(), speaker.t)
        speaker.answer(console.change_fields(change), speaker.t("Undone: {label}", label=label))


@app.command()
def redo(database: Database = None, event: EventName = None, lang: Lang = DEFAULT, as_json: AsJson = False) -> None:
    """Make the change that was taken back last again."""
    with desk_at(database, event, lang, as_json=as_json) as (desk, speaker):
        change = desk.redo()
        label = phrases.label(change, desk.opened(), speaker.t)
        speaker.answer(console.change_fields(change), speaker.t("Redone: {label}", label=label))


@app.command()
def why(
    guest: GuestArgument,
    database: Database = None,
    event: EventName = None,
    lang: Lang = DEFAULT,
    as_json: AsJson = False,
) -> None:
    """Why this table: candidates, odds, the draw, the rules."""
    with desk_at(database, event, lang, as_json=as_json) as (desk, speaker):
        explanation = desk.why(guest_of(desk, guest))
        sentence = seating_console.why_sentence(desk.opened(), explanation, speaker.t)
        speaker.answer(seating_console.why_fields(explanation), sentence)


@app.command()
def export(
    out: Out,
    what: Annotated[What, typer.Option("--what", help="Which table; all of them in a workbook.")] = What.ALL,
    database: Database = None,
    event: EventName = None,
    lang: Lang = DEFAULT,
    as_json: AsJson = False,
) -> None:
    """Write guests, arrivals, seats, journal or check-ins to a CSV or XLSX file."""
    with desk_at(database, event, lang, as_json=as_json) as (desk, speaker):
        rows = desk.export(out, speaker.t, what)
        speaker.answer(
            {"path": str(out), "rows": rows}, speaker.t("{rows} rows written to {path}", rows=rows, path=out)
        )


@app.command()
def backup(out: Out, database: Database = None, lang: Lang = DEFAULT, as_json: AsJson = False) -> None:
    """Copy the database while it runs; the copy has been opened and checked."""
    with desk_at(database, None, lang, as_json=as_json, opened=False) as (desk, speaker):
        counts = desk.backup(out)
        speaker.answer(
            {"path": str(out), "events": counts.events, "guests": counts.guests, "rows": counts.rows},
            speaker.t("Copied and checked: {path} ({guests} guests)", path=out, guests=counts.guests),
        )


@app.command()
def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE")],
    database: Database = None,
    lang: Lang = DEFAULT,
    as_json: AsJson = False,
) -> None:
    """Make the database what a copy says, after copying what is there now."""
    with desk_at(database, None, lang, as_json=as_json, opened=False) as (desk, speaker):
        counts = desk.restore(file)
        speaker.answer(
            {"path": str(file), "events": counts.events, "guests": counts.guests, "rows": counts.rows},
            speaker.t("Restored from {path}: {guests} guests", path=file, guests=counts.guests),
        )


@app.command()
def verify(database: Database = None, lang: Lang = DEFAULT, as_json: AsJson = False) -> None:
    """Read the whole journal, make every draw again, and compare with the database."""
    with desk_at(database, None, lang, as_json=as_json, opened=False) as (desk, speaker):
        proof = desk.verify()
        speaker.answer(console.proof_fields(proof), console.proof_sentence(proof, speaker.t))
        if not proof.sound:
            raise typer.Exit(1)


app.add_typer(seating_verbs.rules, name="rules")
app.add_typer(room_verbs.room, name="room")
for name, verb in (seating_verbs.VERBS | mending_verbs.VERBS | paper_verbs.VERBS).items():
    app.command(name)(verb)


def _label(desk: Desk, speaker: Console, seq: int) -> str:
    """What a change of this call is called."""
    change = desk.history().undo
    book = desk.book
    return (
        phrases.label(change, book, speaker.t) if change is not None and book is not None and change.seq == seq else ""
    )


def main() -> None:
    """The ``checkin`` command."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    app()

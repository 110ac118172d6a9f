"""How every verb of the command line is called: its options, a desk to work at, whom a word means."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from checkin import phrases
from checkin.console import Console
from checkin.desk import Desk
from checkin.desk.places import default_address, default_station
from checkin.errors import CheckinError, NoSuchGuest, SeveralGuests, WrongCall
from checkin.model import GuestId
from checkin.words import Words

Database = Annotated[
    str | None, typer.Option("--database", envvar="CHECKIN_DATABASE", help="A file, or a postgresql:// URL.")
]
EventName = Annotated[str | None, typer.Option("--event", help="Which event; the newest one if not given.")]
Lang = Annotated[str, typer.Option("--lang", envvar="CHECKIN_LANG", help="es or en.")]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON object a line on stdout.")]
Out = Annotated[Path, typer.Option("-o", "--out", help="The file to write.")]
GuestArgument = Annotated[str, typer.Argument(metavar="GUEST", help="Number, code, or enough of the name.")]


@contextmanager
def desk_at(
    database: str | None, event: str | None, lang: str, *, as_json: bool, opened: bool = True
) -> Iterator[tuple[Desk, Console]]:
    """A desk with the event open, and somewhere to speak; a refusal inside ends the program with its sentence."""
    speaker = Console(Words(lang), as_json=as_json)
    try:
        if lang not in ("es", "en"):
            raise WrongCall("--lang", lang)
        desk = Desk.open(
            database or default_address(),
            station=os.environ.get("CHECKIN_STATION") or default_station(),
            passphrase=os.environ.get("CHECKIN_PASSPHRASE", ""),
        )
        try:
            if opened:
                desk.use(name=event)
            yield desk, speaker
        finally:
            desk.close()
    except CheckinError as refusal:
        fields = {"error": type(refusal).__name__, **vars(refusal)}
        sentence = phrases.refusal(refusal, speaker.t)
        if as_json:
            speaker.answer(fields, sentence)
        else:
            speaker.say(sentence)
        raise typer.Exit(2 if isinstance(refusal, WrongCall) else 1) from refusal


def guest_of(desk: Desk, query: str) -> GuestId:
    """The one guest whom a number, a code or a name means."""
    book = desk.opened()
    if query.isdecimal() and int(query) in book.guests:
        return GuestId(int(query))
    held = {ticket.guest_id for ticket in book.by_code(query.casefold().replace("-", ""))}
    if len(held) == 1:
        return held.pop()
    hits = desk.find(query, 6)
    if not hits:
        raise NoSuchGuest(query)
    best = [hit for hit in hits if hit.score == hits[0].score]
    if len(best) > 1:
        raise SeveralGuests(query, tuple(f"{book.display_name(GuestId(hit.id))} (#{hit.id})" for hit in best))
    return GuestId(best[0].id)

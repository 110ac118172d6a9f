"""The verbs that change many places at once: shuffle, fill, seat-waiting; each says what it would do with --dry-run."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

import typer

from checkin import phrases
from checkin.book import Book
from checkin.calling import AsJson, Database, EventName, Lang, desk_at
from checkin.changes import Change
from checkin.desk import Desk
from checkin.effects import Figures, effect
from checkin.mending_words import still_short
from checkin.model import SettingName
from checkin.moves import Step, steps
from checkin.rulebook import rules_of
from checkin.words import DEFAULT, Words

DryRun = Annotated[bool, typer.Option("--dry-run", help="Only say what it would be.")]


def shuffle(
    dry_run: DryRun = False,
    database: Database = None,
    event: EventName = None,
    lang: Lang = DEFAULT,
    as_json: AsJson = False,
) -> None:
    """Draw a table anew for everybody who sits or waits, but for those who are locked or bound to a table."""
    _change(lambda desk: desk.plan_shuffle(), dry_run, database, event, lang, as_json)


def fill(
    minimum: Annotated[
        int | None,
        typer.Option("--minimum", min=1, help="People at each table in use; the event's own where left out."),
    ] = None,
    dry_run: DryRun = False,
    database: Database = None,
    event: EventName = None,
    lang: Lang = DEFAULT,
    as_json: AsJson = False,
) -> None:
    """With the fewest moves, give every table in use enough people, by filling it or by emptying it."""

    def plan(desk: Desk) -> Change:
        return desk.plan_fill(minimum or int(desk.opened().setting(SettingName.MINIMUM) or 0) or 1)

    _change(plan, dry_run, database, event, lang, as_json)


def seat_waiting(
    dry_run: DryRun = False,
    database: Database = None,
    event: EventName = None,
    lang: Lang = DEFAULT,
    as_json: AsJson = False,
) -> None:
    """Draw a table for everybody who waits for one, while there are seats."""
    _change(lambda desk: desk.plan_seating(), dry_run, database, event, lang, as_json)


def _change(
    plan: Callable[[Desk], Change],
    dry_run: bool,
    database: str | None,
    event: str | None,
    lang: str,
    as_json: bool,
) -> None:
    with desk_at(database, event, lang, as_json=as_json) as (desk, speaker):
        book, planned = desk.opened(), plan(desk)
        before, after = effect(book, planned, rules_of(book))
        then = book.copy()
        then.apply(planned)
        ways = steps((book, book.round), (then, book.round))
        seq = None if dry_run else desk.take(planned).seq
        remarks = still_short(planned, speaker.t)
        fields = {
            "seq": seq,
            "moves": len(ways),
            "people": [{"guest": way.guest_id, "from": way.before, "to": way.after} for way in ways],
            "short": planned.facts.get("short", []),
            "before": figures(before),
            "after": figures(after),
        }
        speaker.answer(fields, "\n".join((*(way_sentence(then, way, speaker.t) for way in ways), *remarks)))


def figures(told: Figures) -> dict[str, int]:
    """Figures as JSON has them."""
    return {
        "acquaintances": told.acquaintances,
        "repeats": told.repeats,
        "wishes_met": told.wishes_met,
        "rules_broken": told.rules_broken,
    }


def way_sentence(book: Book, way: Step, t: Words) -> str:
    """Who goes from where to where, in one line."""
    name = phrases.name(book, way.guest_id, t)
    if way.before is None:
        return t("{name} to table {table}", name=name, table=way.after)
    return t("{name} from table {before} to table {table}", name=name, before=way.before, table=way.after)


VERBS: dict[str, Callable[..., None]] = {"shuffle": shuffle, "fill": fill, "seat-waiting": seat_waiting}

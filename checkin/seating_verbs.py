"""The verbs about seating: rules, wishes, tables, the ways of the draw, rounds and their score."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Annotated

import typer

from checkin import phrases, reasons, round_plans
from checkin import seating_console as console
from checkin.calling import AsJson, Database, EventName, GuestArgument, Lang, desk_at, guest_of
from checkin.console import change_fields
from checkin.errors import WrongCall
from checkin.model import RuleId, RuleKind, SettingName
from checkin.rotation import advice
from checkin.rulebook import Ways, ways_of
from checkin.rules import QUARTER
from checkin.seating import OPEN_UP, PURE
from checkin.words import DEFAULT

rules = typer.Typer(
    invoke_without_command=True, no_args_is_help=False, rich_markup_mode=None,
    help="What the draw and the rounds have to keep; without more, the list.",
)  # fmt: skip


class DrawMode(StrEnum):
    """How a table is drawn."""

    PURE = PURE
    OPEN_UP = OPEN_UP


class Companions(StrEnum):
    """Where those go whom a guest brings along."""

    LUCK = "luck"
    TOGETHER = "together"
    APART = "apart"


@rules.callback()
def rules_(
    context: typer.Context,
    database: Database = None,
    event: EventName = None,
    lang: Lang = DEFAULT,
    as_json: AsJson = False,
) -> None:
    """What the draw and the rounds have to keep; without more, the list."""
    if context.invoked_subcommand is None:
        with desk_at(database, event, lang, as_json=as_json) as (desk, speaker):
            book = desk.opened()
            for rule in sorted(book.ties.rules.values(), key=lambda rule: rule.id):
                speaker.answer(console.rule_fields(book, rule), console.rule_sentence(book, rule, speaker.t))


@rules.command()
def add(
    kind: Annotated[RuleKind, typer.Argument(metavar="KIND", help="together, apart, host, pin or lock.")],
    guests: Annotated[
        list[str] | None,
        typer.Argument(metavar="GUEST...", help="Numbers, codes, or enough of the names; none to lock."),
    ] = None,
    table: Annotated[int | None, typer.Option("--table", help="Of a host or somebody pinned, or to be locked.")] = None,
    database: Database = None,
    event: EventName = None,
    lang: Lang = DEFAULT,
    as_json: AsJson = False,
) -> None:
    """Keep people together or apart, give them a table of their own, or lock a table."""
    with desk_at(database, event, lang, as_json=as_json) as (desk, speaker):
        people = [guest_of(desk, guest) for guest in guests or []]
        table_id = None if table is None else desk.table(table).id
        change = desk.add_rule(kind, people, table_id)
        book = desk.opened()
        rule = book.ties.rules[RuleId(change.edits[0].id)]
        speaker.answer(
            {**console.rule_fields(book, rule), "seq": change.seq}, console.rule_sentence(book, rule, speaker.t)
        )


@rules.command()
def drop(
    number: Annotated[int, typer.Argument(metavar="RULE", help="Its number, as the list gives it.")],
    database: Database = None,
    event: EventName = None,
    lang: Lang = DEFAULT,
    as_json: AsJson = False,
) -> None:
    """Take a rule away; seats that it held are free again."""
    with desk_at(database, event, lang, as_json=as_json) as (desk, speaker):
        change = desk.drop_rule(RuleId(number))
        speaker.answer(change_fields(change), speaker.t("Rule {number} is gone.", number=number))


def wish(
    guest: GuestArgument,
    other: Annotated[str, typer.Argument(metavar="OTHER")],
    drop: Annotated[bool, typer.Option("--drop", help="Not any more.")] = False,
    database: Database = None,
    event: EventName = None,
    lang: Lang = DEFAULT,
    as_json: AsJson = False,
) -> None:
    """GUEST wants to meet OTHER."""
    with desk_at(database, event, lang, as_json=as_json) as (desk, speaker):
        one, two = guest_of(desk, guest), guest_of(desk, other)
        change = desk.drop_wish(one, two) if drop else desk.add_wish(one, two)
        t, book = speaker.t, desk.opened()
        words = {"name": phrases.name(book, one, t), "other": phrases.name(book, two, t)}
        sentence = t("{name} does not want to meet {other} any more.", **words)
        speaker.answer(change_fields(change), sentence if drop else t("{name} wants to meet {other}.", **words))


def table(
    number: Annotated[int, typer.Argument(metavar="TABLE")],
    open_: Annotated[bool | None, typer.Option("--open/--closed", help="Whether it takes part.")] = None,
    reserved: Annotated[bool | None, typer.Option("--reserved/--not-reserved", help="Kept out of the draw.")] = None,
    step_free: Annotated[bool | None, typer.Option("--step-free/--with-steps", help="How one gets there.")] = None,
    database: Database = None,
    event: EventName = None,
    lang: Lang = DEFAULT,
    as_json: AsJson = False,
) -> None:
    """Open, close or reserve a table, or say that no step leads there."""
    with desk_at(database, event, lang, as_json=as_json) as (desk, speaker):
        wanted = {"open": open_, "reserved": reserved, "step_free": step_free}
        change = desk.change_table(
            desk.table(number).id, **{name: value for name, value in wanted.items() if value is not None}
        )
        known, t = desk.table(number), speaker.t
        words = [
            t("open") if known.open else t("closed"),
            *([t("reserved")] if known.reserved else []),
            *([t("without steps")] if known.step_free else []),
        ]
        speaker.answer(change_fields(change), t("Table {number}: {words}", number=number, words=", ".join(words)))


def mode(
    which: Annotated[DrawMode | None, typer.Argument(metavar="[pure|open-up]")] = None,
    temperature: Annotated[float | None, typer.Option("--temperature", help="0.25, 0.5 ...")] = None,
    cost: Annotated[list[str] | None, typer.Option("--cost", help="sector=1, company=3, met=4 ...")] = None,
    database: Database = None,
    event: EventName = None,
    lang: Lang = DEFAULT,
    as_json: AsJson = False,
) -> None:
    """Leave the draw to luck alone (pure), or bend it towards people unlike the guest (open-up)."""
    with desk_at(database, event, lang, as_json=as_json) as (desk, speaker):
        if which is DrawMode.PURE:
            desk.draw_purely()
        elif which is DrawMode.OPEN_UP:
            ways = ways_of(desk.opened())
            costs = {**ways.costs, **dict(_cost(text) for text in cost or ())}
            heat = ways.temperature if temperature is None else _quarters("--temperature", temperature, least=1)
            desk.open_up(Ways(costs, heat))
        book, t = desk.opened(), speaker.t
        ways = ways_of(book)
        told = ", ".join(f"{name} {t.number(cost / QUARTER)}" for name, cost in sorted(ways.costs.items()))
        sentence = t("Pure luck: every seat is as likely as any other.")
        if book.event.mode == OPEN_UP:
            at = t.number(ways.temperature / QUARTER)
            sentence = t("Open-up mode at temperature {heat}; costs: {costs}.", heat=at, costs=told)
        fields = {
            "mode": book.event.mode,
            "temperature": ways.temperature / QUARTER,
            "costs": {name: cost / QUARTER for name, cost in sorted(ways.costs.items())},
        }
        speaker.answer(fields, sentence)


def _cost(text: str) -> tuple[str, int]:
    name, _, value = text.partition("=")
    try:
        return name.strip(), _quarters("--cost", float(value), least=0)
    except ValueError as error:
        raise WrongCall("--cost", text) from error


def _quarters(option: str, value: float, *, least: int) -> int:
    quarters = round(value * QUARTER)
    if abs(quarters - value * QUARTER) > 1e-9 or not least <= quarters <= 400:
        raise WrongCall(option, str(value))
    return quarters


def companions(
    which: Annotated[Companions, typer.Argument(metavar="luck|together|apart")],
    database: Database = None,
    event: EventName = None,
    lang: Lang = DEFAULT,
    as_json: AsJson = False,
) -> None:
    """Seat guests and those they bring along as luck has it, together, or apart."""
    with desk_at(database, event, lang, as_json=as_json) as (desk, speaker):
        change = desk.decide(SettingName.COMPANIONS, "" if which is Companions.LUCK else str(which))
        words = {
            Companions.LUCK: speaker.t("As luck has it"),
            Companions.TOGETHER: speaker.t("Together"),
            Companions.APART: speaker.t("Apart"),
        }
        speaker.answer({**change_fields(change), "companions": str(which)}, words[which])


def minimum(
    people: Annotated[int, typer.Argument(metavar="PEOPLE", min=0, max=100, help="0 for no minimum.")],
    database: Database = None,
    event: EventName = None,
    lang: Lang = DEFAULT,
    as_json: AsJson = False,
) -> None:
    """How many people a table should have at least; only as many tables are used as the list is enough for."""
    with desk_at(database, event, lang, as_json=as_json) as (desk, speaker):
        change = desk.decide(SettingName.MINIMUM, str(people) if people else "")
        book, t = desk.opened(), speaker.t
        tables = sum(table.open and not table.reserved for table in book.room())
        enough = book.expected // people if people else tables
        sentence = t("At least {people} people at a table.", people=people)
        if enough < tables:
            sentence += " " + t(
                "{expected} are expected: enough for {enough} of {tables} tables; luck says which.",
                expected=book.expected,
                enough=enough,
                tables=tables,
            )
        fields = {**change_fields(change), "minimum": people, "tables": tables, "enough_for": min(tables, enough)}
        speaker.answer(fields, sentence)


def commit(
    reveal: Annotated[bool, typer.Option("--reveal", help="After the event: the seed behind the figure.")] = False,
    database: Database = None,
    event: EventName = None,
    lang: Lang = DEFAULT,
    as_json: AsJson = False,
) -> None:
    """Fix seed, list, room and rules before the doors open, by a figure that proves them afterwards."""
    with desk_at(database, event, lang, as_json=as_json) as (desk, speaker):
        if reveal:
            seed = desk.opened().event.seed
            speaker.answer({"seed": seed}, speaker.t("Seed: {seed}", seed=seed))
            return
        told = desk.commit()
        speaker.answer(told.to_facts(), console.commitment_sentence(told, speaker.t))


def score(database: Database = None, event: EventName = None, lang: Lang = DEFAULT, as_json: AsJson = False) -> None:
    """How good the rounds are that have been seated, each figure beside what was possible."""
    with desk_at(database, event, lang, as_json=as_json) as (desk, speaker):
        told = desk.score()
        speaker.answer(console.score_fields(told), console.score_sentence(told, speaker.t))


def rounds(
    count: Annotated[int, typer.Argument(metavar="N", help="How many rounds there are to be in all.")],
    seconds: Annotated[float, typer.Option("--seconds", min=0.05, help="Of a processor.")] = 5.0,
    seed: Annotated[int, typer.Option("--seed", min=0, help="Of the search's own luck.")] = 1,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what it would be.")] = False,
    database: Database = None,
    event: EventName = None,
    lang: Lang = DEFAULT,
    as_json: AsJson = False,
) -> None:
    """Plan the rounds after the one that is being seated, up to N."""
    with desk_at(database, event, lang, as_json=as_json) as (desk, speaker):
        course, plan = desk.search_rounds(count, seconds=seconds, seed=seed)
        change = None if dry_run else desk.take_plan(course, plan.rounds)
        book, t = desk.opened(), speaker.t
        fields = console.plan_fields(book, course, plan, t, None if change is None else change.seq)
        lines = [console.score_sentence(plan.score, t), *console.said(book, course, plan, t)]
        speaker.answer(fields, "\n".join(lines))


def round_(
    number: Annotated[int, typer.Argument(metavar="NUMBER", help="A round that is planned.")],
    database: Database = None,
    event: EventName = None,
    lang: Lang = DEFAULT,
    as_json: AsJson = False,
) -> None:
    """Seat another round from now on: everybody is where its plan has them."""
    with desk_at(database, event, lang, as_json=as_json) as (desk, speaker):
        change = desk.begin_round(number)
        speaker.answer(change_fields(change), speaker.t("Round {number}", number=number))


def itinerary(
    count: Annotated[int, typer.Argument(metavar="N", help="How many rounds; 1 for not any more.")],
    database: Database = None,
    event: EventName = None,
    lang: Lang = DEFAULT,
    as_json: AsJson = False,
) -> None:
    """Give everybody who comes from now on their tables of all N rounds at arrival."""
    with desk_at(database, event, lang, as_json=as_json) as (desk, speaker):
        change = desk.give_itineraries(count)
        book, t = desk.opened(), speaker.t
        promise = round_plans.keeps_its_promise(book, count)
        tables, seats = round_plans.taking_part(book)
        better = None if promise else advice(tables, seats, count, book.expected)
        sentence = reasons.promise(tables, seats, count, book.expected, t)
        if count == 1:
            sentence = t("No itinerary is given at arrival any more.")
        speaker.answer({"seq": change.seq, "rounds": count, "promise": promise, "tables_advised": better}, sentence)


VERBS: dict[str, Callable[..., None]] = {
    "wish": wish, "table": table, "mode": mode, "companions": companions, "minimum": minimum, "commit": commit,
    "score": score, "rounds": rounds, "round": round_, "itinerary": itinerary,
}  # fmt: skip
"""Every verb of this module but ``rules``, which has verbs of its own."""

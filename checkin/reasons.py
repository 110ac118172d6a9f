"""Why a table, and what a plan of rounds has to say, in words: for the window, the command line and the paper.

>>> from checkin.rounds import Remark, Said
>>> from checkin.words import Words
>>> plan_remark(Remark(Said.OTHER_TABLES, figure=23), str, Words("en"))
'With 23 tables nobody would have to meet anybody twice.'
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from checkin.book import Book
from checkin.model import GuestId
from checkin.phrases import name
from checkin.rotation import advice, never_repeats
from checkin.rounds import Remark, Said
from checkin.rules import QUARTER, Reason
from checkin.seating import OPEN_UP, Draw
from checkin.words import Words

SAID = ("met", "company", "sector")
"""Which likenesses are told: those that people ask about."""

Naming = Callable[[int], str]
"""From the number of a guest to what people call them."""


def rule(which: str, t: Words) -> str:
    """A rule in a few words, as the reason that a table was not possible."""
    words = {
        Reason.PINNED: t("the guest has a table of their own"),
        Reason.HOST: t("the guest is a table's host"),
        Reason.TOGETHER: t("too few seats for those who stay together"),
        Reason.APART: t("somebody sits there from whom the guest is kept apart"),
        Reason.STEP_FREE: t("a step leads to it"),
        Reason.HELD: t("the free seats are held for others"),
        Reason.TO_COME: t("a group still to come needs it"),
    }
    return words[Reason(which)]


def broken(which: str, t: Words) -> str:
    """What it means that a rule could not be kept."""
    words = {
        Reason.PINNED: t("The table that is theirs has no free seat."),
        Reason.HOST: t("The table that is theirs has no free seat."),
        Reason.TOGETHER: t("No table has seats for all who stay together."),
        Reason.APART: t("Every free seat is beside somebody they are kept apart from."),
        Reason.STEP_FREE: t("Every table without a step is full."),
        Reason.HELD: t("Only seats held for others were free."),
        Reason.TO_COME: t("A group still to come may not find a table for all."),
    }
    return words[Reason(which)]


def why(drawn: Draw, book: Book, t: Words) -> str:
    """Why a guest was given a table, in one sentence."""
    who = name(book, drawn.guest, t)
    number = next(card.number for card in drawn.candidates if card.table == drawn.table)
    if drawn.rule == Reason.HOST:
        return t("{name} is the host of table {table}.", name=who, table=number)
    if drawn.rule == Reason.PINNED:
        return t("Table {table} is kept for {name}.", name=who, table=number)
    if drawn.rule == Reason.TOGETHER:
        return t("{name} stays with the people at table {table}, where a seat was held.", name=who, table=number)
    card = next(card for card in drawn.candidates if card.table == drawn.table)
    figures = {
        "name": who,
        "table": number,
        "tables": len(drawn.candidates),
        "odds": t.number(round(100 * card.weight / drawn.total, 1)),
    }
    if drawn.rule == Reason.STEP_FREE:
        return t(
            "{name} drew table {table} among {tables} possible ones without a step; its chance was {odds} %.", **figures
        )
    return t("{name} drew table {table} among {tables} possible ones; its chance was {odds} %.", **figures)


def cards(drawn: Draw, t: Words) -> str:
    """The figures of a draw, for whoever checks it."""
    card = next(card for card in drawn.candidates if card.table == drawn.table)
    if drawn.mode == OPEN_UP:
        return t(
            "Open-up mode: {weight} of {total} chances; whom the guest is like or has met cost {cost} here, and from "
            "{least} to {most} at the tables in question. Luck said {value}.",
            weight=card.weight,
            total=drawn.total,
            value=drawn.value,
            cost=t.number(card.cost / QUARTER),
            least=t.number(min(one.cost for one in drawn.candidates) / QUARTER),
            most=t.number(max(one.cost for one in drawn.candidates) / QUARTER),
        )
    return t(
        "{weight} of {total} cards in the deck were this table's, and luck said {value}.",
        weight=card.weight,
        total=drawn.total,
        value=drawn.value,
    )


def taken_out(drawn: Draw, t: Words) -> list[str]:
    """One sentence for each rule that took tables out, and for each that could not be kept."""
    told = [
        t("Not possible: {tables}; {reason}.", tables=_tables(tables, t), reason=rule(which, t))
        for which, tables in drawn.out
    ]
    return told + [broken(which, t) for which in drawn.broken]


def _tables(numbers: tuple[int, ...], t: Words) -> str:
    listed = ", ".join(map(str, numbers[:12])) + (" …" if len(numbers) > 12 else "")
    return t.plural("table {listed}", "tables {listed}", len(numbers), listed=listed)


def likeness(which: str, count: int, t: Words) -> str:
    """How many people at a table are like a guest in something."""
    words = {
        "sector": t.plural("{count} of the same sector", "{count} of the same sector", count),
        "company": t.plural("{count} of the same company", "{count} of the same company", count),
        "sex": t.plural("{count} of the same sex", "{count} of the same sex", count),
        "age_band": t.plural("{count} of the same age", "{count} of the same age", count),
        "met": t.plural("{count} met at an earlier event", "{count} met at an earlier event", count),
    }
    return words.get(which) or t("{count} with the same {what}", count=count, what=which)


def beside(alike: Mapping[str, int], number: int | None, t: Words) -> list[str]:
    """With whom somebody sits: how many are like them or have met them before; nothing where nobody is."""
    said = ", ".join(likeness(which, alike[which], t) for which in SAID if alike.get(which))
    return [t("At table {table} now: {people}.", table=number, people=said)] if said else []


def plan_remark(remark: Remark, naming: Naming, t: Words, table_number: Callable[[int], object] = lambda at: at) -> str:
    """What a plan of rounds has to say.

    Args:
        remark: As the plan gives it.
        naming: What people call a guest.
        t: The language.
        table_number: What people call a table.
    """
    figures = {
        "names": t.context("list", " and ").join(map(naming, remark.guests)),
        "round": (remark.round or 0) + 1,
        "table": table_number(remark.figure),
        "count": remark.figure,
    }
    words = {
        Said.REPEATS_UNAVOIDABLE: t("{count} repeated meetings cannot be avoided; they are spread.", **figures),
        Said.REPEATS_LEFT: t("{count} repeated meetings more than what is proved to be necessary.", **figures),
        Said.TOGETHER_BROKEN: t("Round {round}: {names} could not be kept together.", **figures),
        Said.APART_BROKEN: t("Round {round}: {names} could not be kept apart.", **figures),
        Said.PIN_BROKEN: t("Round {round}: {names} could not be at the table that is theirs.", **figures),
        Said.STEP_FREE_BROKEN: t("Round {round}: no table without a step was free for {names}.", **figures),
        Said.NOT_SEATED: t("Round {round}: there is no seat for {names}.", **figures),
        Said.SMALL_TABLE: t("Round {round}: table {table} has fewer people than wanted.", **figures),
        Said.OTHER_TABLES: with_tables(remark.figure, t),
    }
    return words[remark.said]


def promise(tables: int, seats: int, rounds: int, guests: int, t: Words) -> str:
    """What an itinerary promises, or what would make it possible.

    Args:
        tables: How many take part.
        seats: Those of the largest.
        rounds: How many are given at arrival; with 1 there is no itinerary.
        guests: How many have to find a seat.
        t: The language.
    """
    if rounds == 1:
        return t("Later rounds are searched for when the first is over.")
    if never_repeats(tables, seats, rounds):
        return t("Nobody will meet anybody twice, whoever comes and whoever does not.")
    better = advice(tables, seats, rounds, guests)
    said = t("Some people will meet twice.")
    return f"{said} {with_tables(better, t)}" if better is not None else said


def with_tables(count: int, t: Words) -> str:
    """Advice: how many tables would make the promise of the itinerary possible."""
    return t("With {count} tables nobody would have to meet anybody twice.", count=count)


def names_of(book: Book, t: Words) -> Naming:
    """The names of a book's guests."""
    return lambda guest: name(book, GuestId(guest), t)

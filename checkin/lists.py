"""Lists as PDF files: who sits where, who is in the house, who changes tables in a round.

From values to bytes, like ``badges.py``; the rows are those of ``paper/seating_list.py``, who is on them is the desk's
business.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from checkin.paper.columns import Leaf, draw_foot, draw_leaf, leaves
from checkin.paper.pdf import Document
from checkin.paper.placing import Drawn
from checkin.paper.press import Press
from checkin.paper.printed import Printed, Told, finished
from checkin.paper.seating_list import SeatedGuest, by_letter, by_move, by_table
from checkin.paper.sheets import A4
from checkin.words import Words


@dataclass(frozen=True, slots=True)
class Stamp:
    """What stands at the foot of every page, so that nobody trusts an old list.

    Attributes:
        event: The event's name.
        at: When the list was printed.
        version: The number of the last change by then, as the journal counts them.
    """

    event: str
    at: datetime
    version: int

    def words(self, t: Words) -> str:
        """The foot in words, in the machine's zone."""
        day, time = t.day(self.at.astimezone().date()), t.clock(self.at)
        return t("Printed: {day}, {time} · version {version}", day=day, time=time, version=self.version)


def seating_list_pdf(
    guests: Sequence[SeatedGuest],
    stamp: Stamp,
    *,
    t: Words,
    arrived: int | None = None,
    press: Press | None = None,
    told: Told | None = None,
    first: int | None = None,
) -> Printed:
    """Everybody by surname and then by table, on A4 in two columns.

    Args:
        guests: In any order; who has no table is listed by surname only, with an empty box for it.
        stamp: Printed on each page.
        t: The language of headings and dates, and whose alphabet orders the names.
        arrived: How many of them have arrived, where those who are still to come are on the list, too.
        press: Fonts kept warm from an earlier print.
        told: Hears of every finished page; what it raises stops the work, and nothing is kept.
        first: Draw only so many pages; the rest are counted.
    """
    said = _who_is_on_it(guests, arrived, t)
    pages = [*leaves(t("By surname"), by_letter(guests, t), said), *leaves(t("By table"), by_table(guests, t))]
    title = t("Seating list · {event}", event=stamp.event)
    return _listed(title, pages, len(guests), stamp, t, press, told, first)


def _who_is_on_it(guests: Sequence[SeatedGuest], arrived: int | None, t: Words) -> str:
    """Who is on a seating list, and what its empty boxes are for."""
    everybody, unseated = len(guests), any(guest.table is None for guest in guests)
    if arrived is None or arrived == everybody:
        said = t.plural("{count} person who has arrived.", "{count} people who have arrived.", everybody)
    elif not arrived:
        said = _nobody_yet(everybody, t)
    else:
        said = t.plural(
            "{count} of {everybody} people has arrived.",
            "{count} of {everybody} people have arrived.",
            arrived,
            everybody=t.number(everybody),
        )
    boxes = t("Empty boxes are for tables that are still to be drawn.")
    return f"{said} {boxes}" if unseated else said


def _nobody_yet(people: int, t: Words) -> str:
    return t.plural(
        "{count} person expected; nobody has come yet.", "{count} people expected; nobody has come yet.", people
    )


def door_list_pdf(
    guests: Sequence[SeatedGuest],
    stamp: Stamp,
    *,
    inside: bool,
    t: Words,
    press: Press | None = None,
    told: Told | None = None,
    first: int | None = None,
) -> Printed:
    """Everybody by surname with a box to tick, for the day the house has to be emptied.

    Args:
        guests: In any order.
        stamp: Printed on each page.
        inside: Whether they are those in the house now; otherwise those who are expected.
        t: The language of headings and dates.
        press: Fonts kept warm from an earlier print.
        told: Hears of every finished page; what it raises stops the work, and nothing is kept.
        first: Draw only so many pages; the rest are counted.
    """
    if inside:
        said = t.plural(
            "{count} person in the house when this was printed. Tick everybody who is out.",
            "{count} people in the house when this was printed. Tick everybody who is out.",
            len(guests),
        )
    else:
        said = _nobody_yet(len(guests), t)
    pages = list(leaves(t("Who is here"), by_letter(guests, t, box=True), said))
    return _listed(t("Who is here · {event}", event=stamp.event), pages, len(guests), stamp, t, press, told, first)


def call_out_pdf(
    guests: Sequence[SeatedGuest],
    stamp: Stamp,
    round_: int,
    *,
    t: Words,
    press: Press | None = None,
    told: Told | None = None,
    first: int | None = None,
) -> Printed:
    """Who leaves which table for which at the beginning of a round, to be read aloud.

    Args:
        guests: With their table now and the one they go to.
        stamp: Printed on each page.
        round_: The round that begins.
        t: The language of headings and dates.
        press: Fonts kept warm from an earlier print.
        told: Hears of every finished page; what it raises stops the work, and nothing is kept.
        first: Draw only so many pages; the rest are counted.
    """
    moving = sum(guest.following is not None and guest.following != guest.table for guest in guests)
    said = t.plural("{count} person changes tables.", "{count} people change tables.", moving)
    pages = list(leaves(t("Round {round}: who goes where", round=round_), by_move(guests, t), said))
    title = t("Round {round} · {event}", round=round_, event=stamp.event)
    return _listed(title, pages, moving, stamp, t, press, told, first)


def _listed(
    title: str,
    pages: Sequence[Leaf],
    items: int,
    stamp: Stamp,
    t: Words,
    press: Press | None,
    told: Told | None,
    first: int | None,
) -> Printed:
    press = press or Press()
    document = Document(title, t.language)
    drawn: dict[tuple[str, Drawn], None] = {}
    heading = []
    for number, leaf in enumerate(pages[:first], start=1):
        page = document.page(*A4)
        rows, above = draw_leaf(page, press, leaf, stamp.event)
        drawn.update(dict.fromkeys(rows))
        heading.append(above)
        draw_foot(page, press, stamp.words(t), t("Page {number} of {pages}", number=number, pages=len(pages)))
        document.add(page)
        if told:
            told(number, len(pages))
    return finished(document, list(drawn), event=stamp.event, heading=heading, items=items, pages=len(pages))

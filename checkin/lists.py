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
    guests: Sequence[SeatedGuest], stamp: Stamp, *, t: Words, press: Press | None = None, told: Told | None = None
) -> Printed:
    """Everybody by surname and then by table, on A4 in two columns.

    Args:
        guests: In any order; who has no table is listed by surname only.
        stamp: Printed on each page.
        t: The language of headings and dates, and whose alphabet orders the names.
        press: Fonts kept warm from an earlier print.
        told: Hears of every finished page; what it raises stops the work, and nothing is kept.
    """
    pages = [*leaves(t("By surname"), by_letter(guests, t)), *leaves(t("By table"), by_table(guests, t))]
    return _listed(t("Seating list · {event}", event=stamp.event), pages, len(guests), stamp, t, press, told)


def door_list_pdf(
    guests: Sequence[SeatedGuest], stamp: Stamp, *, inside: bool, t: Words, press: Press | None = None
) -> Printed:
    """Everybody by surname with a box to tick, for the day the house has to be emptied.

    Args:
        guests: In any order.
        stamp: Printed on each page.
        inside: Whether they are those in the house now; otherwise those who are expected.
        t: The language of headings and dates.
        press: Fonts kept warm from an earlier print.
    """
    if inside:
        said = t.plural(
            "{count} person in the house when this was printed. Tick everybody who is out.",
            "{count} people in the house when this was printed. Tick everybody who is out.",
            len(guests),
        )
    else:
        said = t.plural(
            "{count} person expected; nobody has come yet.",
            "{count} people expected; nobody has come yet.",
            len(guests),
        )
    pages = list(leaves(t("Who is here"), by_letter(guests, t, box=True), said))
    return _listed(t("Who is here · {event}", event=stamp.event), pages, len(guests), stamp, t, press)


def call_out_pdf(
    guests: Sequence[SeatedGuest], stamp: Stamp, round_: int, *, t: Words, press: Press | None = None
) -> Printed:
    """Who leaves which table for which at the beginning of a round, to be read aloud.

    Args:
        guests: With their table now and the one they go to.
        stamp: Printed on each page.
        round_: The round that begins.
        t: The language of headings and dates.
        press: Fonts kept warm from an earlier print.
    """
    moving = sum(guest.following is not None and guest.following != guest.table for guest in guests)
    said = t.plural("{count} person changes tables.", "{count} people change tables.", moving)
    pages = list(leaves(t("Round {round}: who goes where", round=round_), by_move(guests, t), said))
    title = t("Round {round} · {event}", round=round_, event=stamp.event)
    return _listed(title, pages, moving, stamp, t, press)


def _listed(
    title: str,
    pages: Sequence[Leaf],
    items: int,
    stamp: Stamp,
    t: Words,
    press: Press | None,
    told: Told | None = None,
) -> Printed:
    press = press or Press()
    document = Document(title, t.language)
    drawn: dict[tuple[str, str, Drawn], None] = {}
    for number, leaf in enumerate(pages, start=1):
        page = document.page(*A4)
        drawn.update({(text, "", made): None for text, made in draw_leaf(page, press, leaf, stamp.event)})
        draw_foot(page, press, stamp.words(t), t("Page {number} of {pages}", number=number, pages=len(pages)))
        document.add(page)
        if told:
            told(number, len(pages))
    return finished(document, list(drawn), items)

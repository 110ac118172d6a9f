"""Badges, table cards and the seating list as PDF files.

From values to bytes: nothing here reads a database, a clock or a file, so that the same evening printed twice is the
same file. The sizes, scripts and colours are those of ``paper/``; who gets a badge is the desk's business.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby

from checkin.paper.badge import Badge, draw, draw_ground
from checkin.paper.colours import LINE
from checkin.paper.layout import layout
from checkin.paper.page import Page
from checkin.paper.pdf import Document
from checkin.paper.placing import Drawn
from checkin.paper.press import Press
from checkin.paper.seating_list import SeatedGuest, draw_foot, draw_leaf, leaves
from checkin.paper.sheets import A4, SHEETS, Place, Sheet, places, sheet_named
from checkin.paper.table_card import TableCard, draw_card
from checkin.words import Words

__all__ = [
    "SHEETS", "Badge", "Press", "Printed", "SeatedGuest", "Sheet", "TableCard", "Unprintable", "badges_pdf",
    "seating_list_pdf", "table_cards_pdf",
]  # fmt: skip

CUT_GAP, CUT_MARK = 2.0, 4.0
"""Distance from the labels and length of the marks to cut by, in millimetres."""

Told = Callable[[int, int], None]
"""Is told how many are done and how many there are, after each page. What it raises ends the work."""


@dataclass(frozen=True, slots=True)
class Unprintable:
    """Something that could not be put on paper as it is.

    Attributes:
        name: Whose.
        characters: The characters that no shipped font has, or the text that no QR code can hold.
    """

    name: str
    characters: str


@dataclass(frozen=True, slots=True)
class Printed:
    """A finished file and what somebody should know about it.

    Attributes:
        items: Badges, cards or guests in it.
        abbreviated: The names of those whose badge had to leave something out.
        missing: What could not be printed; on paper there is an empty box, or no code.
    """

    pdf: bytes
    pages: int
    items: int
    abbreviated: tuple[str, ...] = ()
    missing: tuple[Unprintable, ...] = ()


def badges_pdf(
    badges: Sequence[Badge],
    *,
    event_name: str,
    sheet: str = "a4-2x5",
    start: int = 1,
    t: Words,
    press: Press | None = None,
    told: Told | None = None,
    cut_marks: bool = True,
) -> Printed:
    """One badge a guest, in their order, on sheets of labels or one a page.

    Args:
        badges: What they say.
        event_name: Printed small on each.
        sheet: One of ``SHEETS``.
        start: The first free label of a begun sheet, counted from 1 along the rows.
        t: The language of the few words on a badge.
        press: Fonts and codes kept warm from an earlier print.
        told: Hears of every finished page; what it raises stops the work, and nothing is kept.
        cut_marks: Whether sheets that are to be cut get marks in their margin.

    Raises:
        WrongCall: no such sheet, or the sheet has no such label.
    """
    paper, press = sheet_named(sheet), press or Press()
    press.expect(sum(bool(badge.code) for badge in badges))
    document = Document(t("Badges · {event}", event=event_name), t.language)
    stamps: dict[tuple[bool, bool], str] = {}
    titles: list[Drawn] = []
    drawn: list[Drawn] = []
    for page, row in _filled(document, paper, len(badges), start, cut_marks=cut_marks):
        for place in row:
            badge = badges[len(drawn)]
            coded = bool(badge.code) and press.code(badge.code) is not None
            kind = (coded, badge.table is not None)
            if kind not in stamps:
                stamps[kind], title = _ground(document, press, event_name, paper, kind, t)
                titles.append(title)
            with page.at(place.x, place.y):
                page.repeat(stamps[kind])
                drawn.append(draw(page, press, badge, paper.label))
        document.add(page)
        if told:
            told(len(drawn), len(badges))
    said = [(event_name, "", title) for title in titles[:1]]
    said += [(badge.name, badge.code, made) for badge, made in zip(badges, drawn, strict=True)]
    return replace(_printed(document, said), items=len(badges))


def table_cards_pdf(
    cards: Sequence[TableCard], *, event_name: str, t: Words, press: Press | None = None, told: Told | None = None
) -> Printed:
    """One card a table, in their order: A4, folded once into a tent.

    Args:
        cards: What they say.
        event_name: Printed small on each.
        t: The language of the word for a table.
        press: Fonts kept warm from an earlier print.
        told: Hears of every finished page; what it raises stops the work, and nothing is kept.
    """
    press = press or Press()
    document = Document(t("Table cards · {event}", event=event_name), t.language)
    drawn = []
    for card in cards:
        page = document.page(*A4)
        drawn.append((card.name or str(card.number), "", draw_card(page, press, card, event_name, t)))
        document.add(page)
        if told:
            told(len(drawn), len(cards))
    return _printed(document, drawn)


def seating_list_pdf(
    guests: Sequence[SeatedGuest],
    *,
    event_name: str,
    printed_at: datetime,
    t: Words,
    press: Press | None = None,
    told: Told | None = None,
) -> Printed:
    """Everybody by surname and then by table, on A4 in two columns.

    Args:
        guests: In any order; who has no table is listed by surname only.
        event_name: Printed on each page.
        printed_at: Printed on each page too, in the machine's zone.
        t: The language of headings and dates.
        press: Fonts kept warm from an earlier print.
        told: Hears of every finished page; what it raises stops the work, and nothing is kept.
    """
    press = press or Press()
    document = Document(t("Seating list · {event}", event=event_name), t.language)
    stamp = t("Printed: {day}, {time}", day=t.day(printed_at.astimezone().date()), time=t.clock(printed_at))
    pages = leaves(guests, t)
    drawn: dict[tuple[str, str, Drawn], None] = {}
    for number, leaf in enumerate(pages, start=1):
        page = document.page(*A4)
        drawn.update({(text, "", made): None for text, made in draw_leaf(page, press, leaf, event_name)})
        draw_foot(page, press, stamp, t("Page {number} of {pages}", number=number, pages=len(pages)))
        document.add(page)
        if told:
            told(number, len(pages))
    return replace(_printed(document, list(drawn)), items=len(guests))


def _filled(
    document: Document, sheet: Sheet, labels: int, start: int, *, cut_marks: bool
) -> Iterator[tuple[Page, list[Place]]]:
    """An empty page and its labels, for every page that is needed."""
    for _, row in groupby(places(sheet, labels, start), key=lambda place: place.page):
        page = document.page(*sheet.page)
        if cut_marks and sheet.cut:
            _draw_cut_marks(page, sheet)
        yield page, list(row)


def _draw_cut_marks(page: Page, sheet: Sheet) -> None:
    """Short rules in the margin where the labels' edges are, clear of the labels."""
    (left, top), (across, down), (width, height) = sheet.first, sheet.pitch, sheet.label
    right = left + across * (sheet.columns - 1) + width
    bottom = top + down * (sheet.rows - 1) + height
    edges_x = {x for column in range(sheet.columns) for x in (left + column * across, left + column * across + width)}
    edges_y = {y for row in range(sheet.rows) for y in (top + row * down, top + row * down + height)}
    for x in sorted(edges_x):
        page.rule(x, top - CUT_GAP - CUT_MARK, x, top - CUT_GAP, LINE)
        page.rule(x, bottom + CUT_GAP, x, bottom + CUT_GAP + CUT_MARK, LINE)
    for y in sorted(edges_y):
        page.rule(left - CUT_GAP - CUT_MARK, y, left - CUT_GAP, y, LINE)
        page.rule(right + CUT_GAP, y, right + CUT_GAP + CUT_MARK, y, LINE)


def _ground(
    document: Document, press: Press, event: str, sheet: Sheet, kind: tuple[bool, bool], t: Words
) -> tuple[str, Drawn]:
    """What all badges with (or without) a code and a table share, and what became of its words."""
    page = document.page(*sheet.label)
    plan = layout(*sheet.label, lines=0, code=kind[0], table=kind[1])
    drawn = draw_ground(page, press, event, plan, t)
    return document.stamp(page), drawn


def _printed(document: Document, items: Sequence[tuple[str, str, Drawn]]) -> Printed:
    """The finished file; each thing in it given by name, the text of its code, and what became of it."""
    missing = [Unprintable(name, drawn.missing) for name, _, drawn in items if drawn.missing]
    missing += [Unprintable(name, code) for name, code, drawn in items if drawn.uncoded]
    abbreviated = tuple(name for name, _, drawn in items if drawn.abbreviated)
    return Printed(document.finish(), document.pages, len(items), abbreviated, tuple(missing))

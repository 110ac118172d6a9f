"""What a print will come to, in words, before anybody presses the button, and what came of it. Draws nothing."""

from __future__ import annotations

from collections.abc import Sequence

from checkin.book import Book
from checkin.paper.sheets import sheet_named
from checkin.ui.printing.job import Job, What
from checkin.words import Words

NAMED = 3
"""People who are named; the rest are counted."""

LONGEST = 48
"""Characters of what is said of one of them."""


def what_will_happen(job: Job, pages: int, people: int, twice: int, book: Book | None, t: Words) -> str:
    """One line about a job.

    Args:
        job: What is chosen.
        pages: How many sheets badges take.
        people: For how many people it is, where they can be chosen.
        twice: How many of them have the very badge already.
        book: The event.
        t: The language.
    """
    if job.what is What.BADGES:
        return _badges(job, pages, people, twice, t)
    if job.what is What.CARDS:
        return t.plural("{count} table", "{count} tables", len(book.tables) if book else 0)
    if job.what is What.PLACE_CARDS:
        return t.plural("{count} card to cut out and fold", "{count} cards to cut out and fold", people)
    if job.what is What.TICKETS:
        return t.plural("{count} ticket", "{count} tickets", people)
    return {
        What.LIST: t("By surname and by table"),
        What.DOOR_LIST: t("Everybody in the house, with a box to tick"),
        What.CALL_OUT: t("Who goes to which table, to be read aloud"),
        What.CONTACTS: t("Who sat together, and a code for telephones"),
        What.COMMANDS: t("Codes that undo and change modes at the door"),
        What.CALIBRATION: t("Two crosses and two rulers"),
    }[job.what]


def _badges(job: Job, pages: int, people: int, twice: int, t: Words) -> str:
    badges = t.plural("{count} badge", "{count} badges", people)
    single = sheet_named(job.stock.sheet).labels == 1
    sheets = t.plural("{count} page", "{count} pages", pages) if single or job.stock.duplex else t.plural(
        "{count} sheet", "{count} sheets", pages
    )  # fmt: skip
    said = f"{badges}, {sheets}"
    if job.stock.start > 1:
        said = t("{badges}, starting at label {start}", badges=said, start=job.stock.start)
    if twice:
        said += " · " + t.plural("{count} printed already", "{count} printed already", twice)
    return said


def read_back(codes: int, unread: int, t: Words) -> str:
    """What the proof has shown."""
    if unread:
        return t.plural(
            "{count} code cannot be read as a label printer prints it. Choose a larger label.",
            "{count} codes cannot be read as a label printer prints them. Choose a larger label.",
            unread,
        )
    return t.plural("{count} code read back", "{count} codes read back", codes)


def on_its_way(pages: int, codes: int, t: Words) -> str:
    """What went to the printer."""
    said = t.plural("{count} page is on its way to the printer", "{count} pages are on their way to the printer", pages)
    return f"{said} · {read_back(codes, 0, t)}" if codes else said


def remarks(abbreviated: Sequence[str], missing: Sequence[str], t: Words) -> list[str]:
    """Whose name was shortened, and whose letters are missing: a sentence each, where there is anybody."""
    said = [t("Shortened to fit: {names}", names=_some(abbreviated, t))] if abbreviated else []
    return said + ([t("Not every letter could be printed: {names}", names=_some(missing, t))] if missing else [])


def _some(names: Sequence[str], t: Words) -> str:
    """The first few, and how many more."""
    short = (name if len(name) <= LONGEST else f"{name[: LONGEST - 1]}…" for name in names[:NAMED])
    listed, more = ", ".join(short), len(names) - NAMED
    return t("{names} and {count} more", names=listed, count=more) if more > 0 else listed


def file_names(t: Words) -> dict[What, str]:
    """What the file of each paper is called unless somebody calls it otherwise."""
    return {
        What.BADGES: t("badges"),
        What.CARDS: t("table cards"),
        What.LIST: t("seating list"),
        What.PLACE_CARDS: t("place cards"),
        What.TICKETS: t("tickets"),
        What.DOOR_LIST: t("who is here"),
        What.CALL_OUT: t("call-out list"),
        What.CONTACTS: t("contacts"),
        What.COMMANDS: t("command cards"),
        What.CALIBRATION: t("calibration"),
    }

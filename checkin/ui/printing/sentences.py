"""What a print will come to, in words, before anybody presses the button, and what came of it. Draws nothing."""

from __future__ import annotations

from checkin.paper.sheets import sheet_named
from checkin.ui.printing.job import Job, What
from checkin.words import Words

FEW = 3
"""People who are named below the choices; the tip has more of them."""


def what_will_happen(job: Job, items: int, pages: int, twice: int, t: Words) -> str:
    """One line about a job.

    Args:
        job: What is chosen.
        items: How many badges, cards, tables or people; 0 for nobody, or as long as that is not known.
        pages: How many pages or sheets that is; 0 as long as that is not known.
        twice: How many people have the very badge already.
        t: The language.
    """
    if job.what is What.BADGES:
        return _badges(job, pages, items, twice, t)
    what = _contents(job.what, t)
    if not pages:
        return what[:1].upper() + what[1:]
    counted = ", ".join(part for part in (_counted(job.what, items, t), _sheets(job, pages, t)) if part)
    return t("{counted}: {contents}", counted=counted, contents=what) if what else counted


def _contents(what: What, t: Words) -> str:
    """What is on a paper of which the name does not say it."""
    return {
        What.LIST: t("by surname and by table"),
        What.DOOR_LIST: t("everybody in the house, with a box to tick"),
        What.CALL_OUT: t("who goes to which table, to be read aloud"),
        What.CONTACTS: t("who sat together, and a code for telephones"),
        What.COMMANDS: t("codes that undo and change modes at the door"),
        What.CALIBRATION: t("two crosses and two rulers"),
    }.get(what, "")


def _counted(what: What, items: int, t: Words) -> str:
    """How many of what there are; of the calibration page there is only one."""
    if what is What.CARDS:
        return t.plural("{count} table", "{count} tables", items)
    if what is What.PLACE_CARDS:
        return t.plural("{count} card to cut out and fold", "{count} cards to cut out and fold", items)
    if what is What.TICKETS:
        return t.plural("{count} ticket", "{count} tickets", items)
    if what is What.COMMANDS:
        return t.plural("{count} card to cut out", "{count} cards to cut out", items)
    return "" if what is What.CALIBRATION else t.plural("{count} person", "{count} people", items)


def _sheets(job: Job, pages: int, t: Words) -> str:
    """How much paper it takes: sheets where several lie on one, pages otherwise."""
    several = job.what is What.BADGES and sheet_named(job.stock.sheet).labels > 1 and not job.stock.duplex
    if several or job.what is What.PLACE_CARDS:
        return t.plural("{count} sheet", "{count} sheets", pages)
    return t.plural("{count} page", "{count} pages", pages)


def _badges(job: Job, pages: int, people: int, twice: int, t: Words) -> str:
    badges = t.plural("{count} badge", "{count} badges", people)
    said = f"{badges}, {_sheets(job, pages, t)}"
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

"""Whether somebody comes, by all that a row says about it: its states, its money, and the cells of the name."""

from __future__ import annotations

from checkin.intake import name_cells
from checkin.intake.cells import Cells
from checkin.intake.headings import standing_under
from checkin.intake.marks import unmarked
from checkin.intake.standing import gone, happened, says_yes, standing_of, unpaid
from checkin.model import Standing


def beside_the_name(cells: Cells) -> list[name_cells.Said]:
    """What the cells of a name say."""
    return [cells.said(name) for name in ("name", "given", "family") if name in cells.texts_of]


def standing(cells: Cells) -> tuple[Standing, str, bool]:
    """What the row says about coming, in which word, and whether that is understood; cancelled outranks unpaid."""
    word, void, paid, waiting = map(cells.word, ("status", "void", "paid", "waiting"))
    said = standing_of(word, cells.table.said or cells.table.format.words)
    understood, so_far = said is not None, said or Standing.NOT_CONFIRMED
    under = "" if word else cells.line.under or unmarked(cells.word("name")).mark
    if (
        under
        and (marked := standing_under(under) or standing_of(under) or Standing.NOT_CONFIRMED) is not Standing.COMING
    ):
        return marked, under, True
    if so_far in {Standing.COMING, Standing.UNPAID} and (away := _away(cells)):
        return standing_of(away) or Standing.NOT_CONFIRMED, away, understood and not _ticked_both(cells)
    sure = bool(void) and gone(cells.header("void"), void)
    if sure or (void and so_far is Standing.COMING and happened(void) is None):
        told = _why_gone(cells.header("void"), void)
        return Standing.CANCELLED if sure else Standing.NOT_CONFIRMED, told, understood and sure
    if so_far is Standing.COMING and waiting and (waiting.isdecimal() or happened(waiting)) and waiting != "0":
        return Standing.NOT_CONFIRMED, cells.header("waiting"), understood
    if so_far is Standing.COMING and paid and unpaid(paid):
        return Standing.UNPAID, f"{cells.header('paid')}: {paid}", understood
    return so_far, "" if so_far is Standing.COMING else word, understood


def _away(cells: Cells) -> str:
    """What a box that is ticked or a cell of the name says of somebody who stays away."""
    for place in cells.table.boxes.no:
        if cells.ticked(place):
            return cells.table.headers[place]
    return next((one.away for one in beside_the_name(cells) if one.away), "")


def _ticked_both(cells: Cells) -> bool:
    """Whether somebody has ticked that they come and that they do not."""
    ticks = cells.table.boxes
    return any(map(cells.ticked, ticks.yes)) and any(map(cells.ticked, ticks.no))


def _why_gone(header: str, void: str) -> str:
    if says_yes(void):
        return header
    return void if standing_of(void) is Standing.CANCELLED else f"{header}: {void}"

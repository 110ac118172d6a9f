"""Whether somebody comes, by all that a row says about it: its states, its money, and the cells of the name."""

from __future__ import annotations

from checkin.intake import name_cells
from checkin.intake.cells import Cells
from checkin.intake.standing import gone, happened, says_yes, standing_of, unpaid
from checkin.model import Standing


def beside_the_name(cells: Cells) -> list[name_cells.Said]:
    """What the cells of a name say."""
    return [name_cells.read(cell) for name in ("name", "given", "family") if (cell := cells.text(name))]


def standing(cells: Cells) -> tuple[Standing, str, bool]:
    """What the row says about coming, in which word, and whether that is understood; cancelled outranks unpaid."""
    word, void, paid, waiting = map(cells.word, ("status", "void", "paid", "waiting"))
    said = standing_of(word, cells.table.said or cells.table.format.words)
    understood, so_far = said is not None, said or Standing.NOT_CONFIRMED
    away = next((one.away for one in beside_the_name(cells) if one.away), "")
    if away and so_far in {Standing.COMING, Standing.UNPAID}:
        return standing_of(away) or Standing.NOT_CONFIRMED, away, understood
    if void and gone(cells.header("void"), void):
        return Standing.CANCELLED, _why_gone(cells.header("void"), void), understood
    if void and so_far is Standing.COMING and happened(void) is None:
        return Standing.NOT_CONFIRMED, _why_gone(cells.header("void"), void), False
    if so_far is Standing.COMING and waiting and (waiting.isdecimal() or happened(waiting)) and waiting != "0":
        return Standing.NOT_CONFIRMED, cells.header("waiting"), understood
    if so_far is Standing.COMING and paid and unpaid(paid):
        return Standing.UNPAID, f"{cells.header('paid')}: {paid}", understood
    return so_far, "" if so_far is Standing.COMING else word, understood


def _why_gone(header: str, void: str) -> str:
    if says_yes(void):
        return header
    return void if standing_of(void) is Standing.CANCELLED else f"{header}: {void}"

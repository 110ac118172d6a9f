"""Marks to cut and to fold by: short rules in the margin, or round labels whose colour runs over their edges.

It knows sheets and pages, and nothing of what is on them. Lengths in millimetres.
"""

from __future__ import annotations

from itertools import product

from checkin.paper.colours import INK, LINE
from checkin.paper.page import Page
from checkin.paper.sheets import Sheet

CUT_GAP, CUT_MARK = 2.0, 4.0
"""Distance from the labels and length of the marks."""

ON_LABEL = 9.0
"""Length of a mark that begins at the edge of the paper; printers leave some five millimetres of it white."""

_ROUNDING = 0.01

FOLD_MARK = 2.5
"""Length of the mark at a fold that stands on the label, since there is no margin beside it."""

_ASIDE = 0.1
"""So far on the back stands such a mark, so that no colour of the front covers it."""

AROUND = 7.0
"""What a page with crop marks has beyond the bleed, on every side."""


def draw_cut_marks(page: Page, sheet: Sheet) -> None:
    """Short rules in the margin where the labels' edges are, clear of the labels.

    Where labels reach so near the edge of the paper that there is no margin, the rules stand on the very line of the
    cut and reach beyond what printers leave white; crosses are where two such lines meet.
    """
    (left, top), (across, down), (width, height) = sheet.first, sheet.pitch, sheet.label
    right = left + across * (sheet.columns - 1) + width
    bottom = top + down * (sheet.rows - 1) + height
    edges_x, edges_y = _edges(sheet)
    within_x = [x for x in edges_x if _ROUNDING < x < page.width - _ROUNDING]
    within_y = [y for y in edges_y if _ROUNDING < y < page.height - _ROUNDING]
    free_x, free_y = (margin >= CUT_GAP + CUT_MARK for margin in (left, top))
    for x in edges_x if free_y else within_x:
        above, below = (top - CUT_GAP, bottom + CUT_GAP) if free_y else (ON_LABEL, page.height - ON_LABEL)
        page.rule(x, above - CUT_MARK if free_y else 0.0, x, above, LINE)
        page.rule(x, below, x, below + CUT_MARK if free_y else page.height, LINE)
    for y in edges_y if free_x else within_y:
        before, after = (left - CUT_GAP, right + CUT_GAP) if free_x else (ON_LABEL, page.width - ON_LABEL)
        page.rule(before - CUT_MARK if free_x else 0.0, y, before, y, LINE)
        page.rule(after, y, after + CUT_MARK if free_x else page.width, y, LINE)
    for x, y in product(within_x, within_y) if not (free_x or free_y) else ():
        page.rule(x, y - CUT_MARK, x, y + CUT_MARK, LINE)
        page.rule(x - CUT_MARK, y, x + CUT_MARK, y, LINE)


def draw_fold_marks(page: Page, sheet: Sheet) -> None:
    """Ticks where labels are folded, at their left and right edges: in the margin, or on the label where there is none.

    A label beside another has its tick on itself there, and keeps that one when the sheet has been cut.
    """
    (left, top), (across, down), (width, _) = sheet.first, sheet.pitch, sheet.label
    need = CUT_GAP + CUT_MARK
    for row in range(sheet.rows):
        fold = top + row * down + sheet.face[1]
        for column in range(sheet.columns):
            start = left + column * across
            before = start if column == 0 else across - width
            after = page.width - start - width if column == sheet.columns - 1 else across - width
            for edge, free, way in ((start, before, -1), (start + width, after, 1)):
                if free >= need:
                    page.rule(edge + way * CUT_GAP, fold, edge + way * need, fold, LINE)
                else:
                    page.rule(edge - way * FOLD_MARK, fold - _ASIDE, edge, fold - _ASIDE, LINE)


def draw_crop_marks(page: Page, sheet: Sheet) -> None:
    """Marks at the edges of labels that were moved ``apart``, in the margin of ``AROUND``, clear of the bleed."""
    near, far = AROUND - 1.0, 1.0
    edges_x, edges_y = _edges(sheet)
    for x in edges_x:
        page.rule(x, far, x, near, INK, 0.25)
        page.rule(x, page.height - near, x, page.height - far, INK, 0.25)
    for y in edges_y:
        page.rule(far, y, near, y, INK, 0.25)
        page.rule(page.width - near, y, page.width - far, y, INK, 0.25)


def _edges(sheet: Sheet) -> tuple[list[float], list[float]]:
    """Where the labels' left and right, upper and lower edges are, each once."""
    (left, top), (across, down), (width, height) = sheet.first, sheet.pitch, sheet.label
    edges_x = {x for column in range(sheet.columns) for x in (left + column * across, left + column * across + width)}
    edges_y = {y for row in range(sheet.rows) for y in (top + row * down, top + row * down + height)}
    return sorted(edges_x), sorted(edges_y)

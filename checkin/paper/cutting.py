"""Marks to cut and to fold by: short rules in the margin, or round labels whose colour runs over their edges.

It knows sheets and pages, and nothing of what is on them. Lengths in millimetres.
"""

from __future__ import annotations

from checkin.paper.colours import INK, LINE
from checkin.paper.page import Page
from checkin.paper.sheets import Sheet

CUT_GAP, CUT_MARK = 2.0, 4.0
"""Distance from the labels and length of the marks."""

FOLD_MARK = 2.5
"""Length of the mark at a fold that stands on the label, since there is no margin beside it."""

_ASIDE = 0.1
"""So far on the back stands such a mark, so that no colour of the front covers it."""

AROUND = 7.0
"""What a page with crop marks has beyond the bleed, on every side."""


def draw_cut_marks(page: Page, sheet: Sheet) -> None:
    """Short rules in the margin where the labels' edges are, clear of the labels."""
    (left, top), (across, down), (width, height) = sheet.first, sheet.pitch, sheet.label
    right = left + across * (sheet.columns - 1) + width
    bottom = top + down * (sheet.rows - 1) + height
    edges_x, edges_y = _edges(sheet)
    for x in edges_x:
        page.rule(x, top - CUT_GAP - CUT_MARK, x, top - CUT_GAP, LINE)
        page.rule(x, bottom + CUT_GAP, x, bottom + CUT_GAP + CUT_MARK, LINE)
    for y in edges_y:
        page.rule(left - CUT_GAP - CUT_MARK, y, left - CUT_GAP, y, LINE)
        page.rule(right + CUT_GAP, y, right + CUT_GAP + CUT_MARK, y, LINE)


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

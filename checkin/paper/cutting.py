"""Marks to cut by: short rules in the margin of a sheet, or round labels whose colour runs over their edges.

It knows sheets and pages, and nothing of what is on them. Lengths in millimetres.
"""

from __future__ import annotations

from checkin.paper.colours import INK, LINE
from checkin.paper.page import Page
from checkin.paper.sheets import Sheet

CUT_GAP, CUT_MARK = 2.0, 4.0
"""Distance from the labels and length of the marks."""

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

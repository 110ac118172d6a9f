"""Marks to cut by: short rules in the margin of a sheet, or round a label that is larger than its page will be.

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
    edges_x = {x for column in range(sheet.columns) for x in (left + column * across, left + column * across + width)}
    edges_y = {y for row in range(sheet.rows) for y in (top + row * down, top + row * down + height)}
    for x in sorted(edges_x):
        page.rule(x, top - CUT_GAP - CUT_MARK, x, top - CUT_GAP, LINE)
        page.rule(x, bottom + CUT_GAP, x, bottom + CUT_GAP + CUT_MARK, LINE)
    for y in sorted(edges_y):
        page.rule(left - CUT_GAP - CUT_MARK, y, left - CUT_GAP, y, LINE)
        page.rule(right + CUT_GAP, y, right + CUT_GAP + CUT_MARK, y, LINE)


def draw_crop_marks(page: Page, width: float, height: float, bleed: float) -> None:
    """Marks at the corners of a label that lies ``bleed`` and ``AROUND`` inside its page, clear of the bleed."""
    edge = bleed + AROUND
    near, far = AROUND - 1.0, 1.0
    for x in (edge, edge + width):
        page.rule(x, far, x, near, INK, 0.25)
        page.rule(x, page.height - near, x, page.height - far, INK, 0.25)
    for y in (edge, edge + height):
        page.rule(far, y, near, y, INK, 0.25)
        page.rule(page.width - near, y, page.width - far, y, INK, 0.25)

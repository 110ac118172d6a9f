"""Where labels really are: read off the finished file, beside the figures on the makers' packs."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from checkin.badges import Badge, Press, Stock, badges_pdf
from checkin.paper.sheets import SHEETS
from checkin.words import Words
from tests.paper.reading import streams

MM = 72 / 25.4
WITHIN = 0.05
"""Millimetres that a label may be off."""

A4, LETTER = (210.0, 297.0), (215.9, 279.4)
FIGURES = {
    "a4-2x5": (A4, (90, 54), (15, 13.5), (90, 54), 2, 5),
    "durable-1456": (A4, (90, 60), (15, 28.5), (90, 60), 2, 4),
    "durable-1453": (A4, (75, 40), (30, 28.5), (75, 40), 2, 6),
    "avery-l4784": (A4, (80, 50), (17.5, 13.5), (95, 55), 2, 5),
    "apli-02793": (A4, (90, 50.8), (15, 21.5), (90, 50.8), 2, 5),
    "a4-a6": (A4, (105, 148.5), (0, 0), (105, 148.5), 2, 2),
    "a4-a7": (A4, (105, 74.25), (0, 0), (105, 74.25), 2, 4),
    "a4-fold": (A4, (90, 108), (15, 40.5), (90, 108), 2, 2),
    "a4-fold-a6": (A4, (105, 297), (0, 0), (105, 297), 2, 1),
    "letter-4x3": (LETTER, (101.6, 76.2), (6.35, 25.4), (101.6, 76.2), 2, 3),
    "letter-2x5": (LETTER, (90, 50), (17.95, 14.7), (90, 50), 2, 5),
    "90x54": ((90, 54), (90, 54), (0, 0), (0, 0), 1, 1),
    "cr80": ((85.6, 54), (85.6, 54), (0, 0), (0, 0), 1, 1),
    "cr90": ((92, 60), (92, 60), (0, 0), (0, 0), 1, 1),
    "a6": ((105, 148), (105, 148), (0, 0), (0, 0), 1, 1),
    "dymo-99014": ((101, 54), (101, 54), (0, 0), (0, 0), 1, 1),
    "dymo-99012": ((89, 36), (89, 36), (0, 0), (0, 0), 1, 1),
    "dymo-99015": ((70, 54), (70, 54), (0, 0), (0, 0), 1, 1),
    "dymo-11356": ((89, 41), (89, 41), (0, 0), (0, 0), 1, 1),
    "dymo-30856": ((106, 62), (106, 62), (0, 0), (0, 0), 1, 1),
    "brother-dk22205": ((100, 62), (100, 62), (0, 0), (0, 0), 1, 1),
    "brother-dk11201": ((90, 29), (90, 29), (0, 0), (0, 0), 1, 1),
    "zebra-57x102": ((102, 57), (102, 57), (0, 0), (0, 0), 1, 1),
}
"""Paper, label, first label, pitch (mm), labels across and down."""

PRESS = Press()
ANA = Badge(name="Ana Gil", given="Ana", family="Gil", table=7, code="BBBCBDBFBGBHBJBKBLBT")
FRONT = re.compile(rb"q 1 0 0 1 (-?[\d.]+) (-?[\d.]+) cm\s+/X")


def _edges(pdf: bytes, height: float) -> list[tuple[float, float]]:
    """Where every badge begins on the first page, in mm from its upper left corner."""
    page = next(part for part in streams(pdf) if FRONT.search(part))
    return [(float(x) / MM, height - float(y) / MM) for x, y in FRONT.findall(page)]


def test_every_sheet_is_measured() -> None:
    assert FIGURES.keys() == SHEETS.keys()


@pytest.mark.parametrize("name", FIGURES)
def test_every_label_is_where_its_pack_has_it(name: str) -> None:
    paper, label, first, pitch, across, down = FIGURES[name]
    everybody = [replace(ANA, name=f"Ana Gil {place}") for place in range(across * down)]
    pdf = badges_pdf(everybody, Stock(sheet=name), event_name="Comida", t=Words("es"), press=PRESS).pdf
    sizes = {(float(wide), float(high)) for wide, high in re.findall(rb"/MediaBox \[ 0 0 ([\d.]+) ([\d.]+) \]", pdf)}
    assert len(sizes) == 1
    assert sizes.pop() == pytest.approx((paper[0] * MM, paper[1] * MM), abs=WITHIN * MM)
    folded = SHEETS[name].fold
    wanted = [
        (first[0] + column * pitch[0], first[1] + row * pitch[1] + (label[1] / 2 if folded else 0))
        for row in range(down)
        for column in range(across)
    ]
    found = _edges(pdf, paper[1])
    assert len(found) == len(wanted)
    for (x, y), (left, top) in zip(found, wanted, strict=True):
        assert x == pytest.approx(left, abs=WITHIN)
        assert y == pytest.approx(top, abs=WITHIN)

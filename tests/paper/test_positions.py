"""Where labels are on paper, read off the finished file: its page sizes, matrices and boxes, and nothing of ours."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest

from checkin.badges import SHEETS, Badge, Press, Stock, badges_pdf
from checkin.words import Words
from tests.paper.reading import streams

MILLIMETRE = 25.4 / 72
NUMBER = rb"-?\d+\.?\d*"
MATRIX = re.compile(rb"(" + rb") (".join([NUMBER] * 6) + rb") cm")

PRESS = Press()

MEASURES = {
    # name: page, label, left and upper edge of the first label and of the last one, in millimetres
    "a4-2x5": ((210, 297), (90, 54), (15, 13.5), (105, 229.5)),
    "durable-1456": ((210, 297), (90, 60), (15, 28.5), (105, 208.5)),
    "durable-1453": ((210, 297), (75, 40), (30, 28.5), (105, 228.5)),
    "avery-l4784": ((210, 297), (80, 50), (17.5, 13.5), (112.5, 233.5)),
    "apli-02793": ((210, 297), (90, 50.8), (15, 21.5), (105, 224.7)),
    "a4-a6": ((210, 297), (105, 148.5), (0, 0), (105, 148.5)),
    "a4-a7": ((210, 297), (105, 74.25), (0, 0), (105, 222.75)),
    "a4-fold": ((210, 297), (90, 108), (15, 40.5), (105, 148.5)),
    "a4-fold-a6": ((210, 297), (105, 297), (0, 0), (105, 0)),
    "letter-4x3": ((215.9, 279.4), (101.6, 76.2), (6.35, 25.4), (107.95, 177.8)),
    "letter-2x5": ((215.9, 279.4), (90, 50), (17.95, 14.7), (107.95, 214.7)),
    "90x54": ((90, 54), (90, 54), (0, 0), (0, 0)),
    "cr80": ((85.6, 54), (85.6, 54), (0, 0), (0, 0)),
    "cr90": ((92, 60), (92, 60), (0, 0), (0, 0)),
    "a6": ((105, 148), (105, 148), (0, 0), (0, 0)),
    "dymo-99014": ((101, 54), (101, 54), (0, 0), (0, 0)),
    "dymo-99012": ((89, 36), (89, 36), (0, 0), (0, 0)),
    "dymo-99015": ((70, 54), (70, 54), (0, 0), (0, 0)),
    "dymo-11356": ((89, 41), (89, 41), (0, 0), (0, 0)),
    "dymo-30856": ((106, 62), (106, 62), (0, 0), (0, 0)),
    "brother-dk22205": ((100, 62), (100, 62), (0, 0), (0, 0)),
    "brother-dk11201": ((90, 29), (90, 29), (0, 0), (0, 0)),
    "zebra-57x102": ((102, 57), (102, 57), (0, 0), (0, 0)),
}


@dataclass(frozen=True)
class Area:
    """A rectangle on paper in millimetres, from the upper left corner."""

    left: float
    top: float
    width: float
    height: float


def numbers(found: bytes) -> list[float]:
    return [float(number) for number in found.split()]


def grounds(pdf: bytes) -> tuple[tuple[float, float], list[Area]]:
    """The paper's size, and where the drawing that all labels share stands on the first page, in their order.

    Its corner is where its matrix and the page's take its box (ISO 32000-1, 8.3.4 and 8.10).
    """
    media = re.search(rb"/MediaBox\s*\[\s*([^\]]*)\]", pdf)
    box = re.search(rb"/BBox\s*\[\s*([^\]]*)\]", pdf)
    own = re.search(rb"/Matrix\s*\[\s*([^\]]*)\]", pdf)
    assert media
    assert box
    assert own
    _, _, wide, high = numbers(media[1])
    x1, y1, x2, y2 = numbers(box[1])
    _, _, _, _, shift_x, shift_y = numbers(own[1])
    assert numbers(own[1])[:4] == [1, 0, 0, 1]
    page = next(part for part in streams(pdf) if b" Do" in part and b" cm" in part)
    areas, matrix = [], [1.0, 0.0, 0.0, 1.0, 0.0, 0.0]
    for line in page.splitlines():
        if (told := MATRIX.search(line)) and line.startswith(b"q "):
            matrix = [float(part) for part in told.groups()]
        if line.startswith(b"/X"):
            assert matrix[:4] == [1, 0, 0, 1]
            left, upper = matrix[4] + shift_x + x1, matrix[5] + shift_y + y2
            areas.append(
                Area(
                    left * MILLIMETRE, (high - upper) * MILLIMETRE, (x2 - x1) * MILLIMETRE, (y2 - y1) * MILLIMETRE
                )
            )  # fmt: skip
    return (wide * MILLIMETRE, high * MILLIMETRE), areas


def test_every_shipped_sheet_is_measured_here() -> None:
    assert set(MEASURES) == set(SHEETS)
    assert len(SHEETS) == 23


@pytest.mark.parametrize("name", MEASURES)
def test_first_and_last_label_are_where_the_maker_has_them_to_a_twentieth_of_a_millimetre(name: str) -> None:
    paper, label, first, last = MEASURES[name]
    badges = [Badge("Ana Gil", table=7, code="BCDFGHJKLNPRSTVXBCDF")] * SHEETS[name].labels
    page, areas = grounds(badges_pdf(badges, Stock(name), event_name="E", t=Words("en"), press=PRESS).pdf)
    assert page == pytest.approx(paper, abs=0.05)
    assert len(areas) == len(badges)
    fold = label[1] / 2 if SHEETS[name].fold else 0.0
    for area, (left, top) in ((areas[0], first), (areas[-1], last)):
        assert (area.left, area.top) == pytest.approx((left, top + fold), abs=0.05)
        assert (area.width, area.height) == pytest.approx((label[0], label[1] - fold), abs=0.05)

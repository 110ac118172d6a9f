"""A page in bands: together they are the page, without a seam, whatever the printer's resolution."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
import zxingcpp
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QImage, QPainter

from checkin.badges import Badge, Stock, badges_pdf
from checkin.ui.printing.bands import MOST, band, bands, opened
from checkin.words import Words

pytestmark = pytest.mark.usefixtures("qapp")

CODES = ["BCDFGHJKLNPRSTVXBC" + letter + "D" for letter in "BCDFGHJKLN"]
BADGES = [Badge("Begoña Ibáñez Etxeberria", company="Marea Coop.", table=7, code=code) for code in CODES]


def dots_of(picture: QImage) -> np.ndarray:
    """The shades of a picture, one row a line; 0 is black."""
    grey = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(grey.constBits(), np.uint8).reshape(grey.height(), grey.bytesPerLine())
    return rows[:, : grey.width()].copy()


def together(pdf: bytes, size: QSize, most: int) -> np.ndarray:
    with opened(pdf) as document:
        return np.vstack([dots_of(band(document, 0, size, area)) for area in bands(size, most)])


def whole(pdf: bytes, size: QSize) -> np.ndarray:
    """What QtPdf draws in one piece, on white."""
    with opened(pdf) as document:
        drawn = document.render(0, size)
    paper = QImage(size, QImage.Format.Format_RGB32)
    paper.fill(0xFFFFFFFF)
    painter = QPainter(paper)
    painter.drawImage(0, 0, drawn)
    painter.end()
    return dots_of(paper)


def pixels(millimetres: tuple[float, float], dpi: int) -> QSize:
    return QSize(*(round(edge / 25.4 * dpi) for edge in millimetres))


@pytest.mark.parametrize(
    ("sheet", "paper", "dpi"),
    [("90x54", (90, 54), 203), ("90x54", (90, 54), 600), ("90x54", (90, 54), 1200), ("a4-2x5", (210, 297), 300)],
)
def test_bands_put_together_are_the_whole_page_and_no_seam_is_seen(
    sheet: str, paper: tuple[float, float], dpi: int
) -> None:
    pdf = badges_pdf(BADGES if sheet == "a4-2x5" else BADGES[:1], Stock(sheet), event_name="E", t=Words("es")).pdf
    size = pixels(paper, dpi)
    page = whole(pdf, size)
    for rows in (97, 256):
        made = together(pdf, size, rows * 4 * size.width())
        assert made.shape == page.shape
        off = np.abs(made.astype(int) - page)
        assert off.max() <= 32, "an edge has moved by more than an eighth of a dot"
        assert (off > 0).mean() < 0.001
        assert ((made < 10) == (page < 10)).mean() > 0.9999


@pytest.mark.parametrize("dpi", [203, 600, 1200])
def test_a_code_across_bands_is_sharp_and_is_read(dpi: int) -> None:
    pdf = badges_pdf(BADGES[:1], Stock("90x54"), event_name="E", t=Words("es")).pdf
    made = together(pdf, pixels((90, 54), dpi), 131 * 4 * pixels((90, 54), dpi).width())
    (found,) = zxingcpp.read_barcodes(made)
    assert found.text == CODES[0]
    spot, far = found.position.top_left, found.position.bottom_right
    inside = made[spot.y + 2 : far.y - 2, spot.x + 2 : far.x - 2]
    assert set(np.unique(inside)) <= {0, 255}


@pytest.mark.parametrize("dpi", [203, 600, 1200])
def test_no_band_of_an_a4_page_takes_more_than_sixteen_megabytes(dpi: int) -> None:
    size = pixels((210, 297), dpi)
    areas = bands(size)
    assert max(area.width() * area.height() * 4 for area in areas) <= MOST == 16 << 20
    assert sum(area.height() for area in areas) == size.height()
    assert all(one.bottom() + 1 == other.top() for one, other in pairwise(areas))
    pdf = badges_pdf(BADGES, Stock(), event_name="E", t=Words("es")).pdf
    with opened(pdf) as document:
        assert band(document, 0, size, areas[-1]).sizeInBytes() <= MOST


def test_a_band_is_where_the_page_has_it() -> None:
    pdf = badges_pdf(BADGES[:1], Stock("90x54"), event_name="E", t=Words("es")).pdf
    size = pixels((90, 54), 300)
    with opened(pdf) as document:
        lower = dots_of(band(document, 0, size, QRect(0, 400, size.width(), 100)))
    assert np.abs(lower.astype(int) - whole(pdf, size)[400:500]).max() <= 32

"""A page of a PDF as dots on white paper, band by band, at whatever resolution a printer has.

Proof, printing and the door's labels all draw by ``band``: what is read back is what is printed. A band takes no more
than ``MOST`` bytes and a tenth of a second, however fine the printer. Knows no printer.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions

MOST = 16 << 20
"""Bytes of a band; an A4 page of 1200 dots per inch would take 560 MB in one."""

_DOT = 4
"""Bytes of a dot."""


@contextmanager
def opened(pdf: bytes) -> Iterator[QPdfDocument]:
    """A PDF, open on the thread that asks."""
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    try:
        yield document
    finally:
        document.close()
        buffer.close()


def bands(size: QSize, most: int = MOST) -> list[QRect]:
    """Where the bands of a page are, from the top; together they are the page.

    >>> [(one.y(), one.height()) for one in bands(QSize(1000, 2500), 4_000_000)]
    [(0, 1000), (1000, 1000), (2000, 500)]
    """
    high = max(1, most // (_DOT * max(1, size.width())))
    tops = range(0, size.height(), high)
    return [QRect(0, top, size.width(), min(high, size.height() - top)) for top in tops]


def band(document: QPdfDocument, page: int, size: QSize, area: QRect, *, dots: bool = False) -> QImage:
    """One band on white paper.

    Args:
        document: Open on this thread.
        page: Counted from 0.
        size: Of the whole page, in dots.
        area: The band, one of ``bands(size)``.
        dots: Draw letters and lines in full black or not at all.
    """
    flags = QPdfDocumentRenderOptions.RenderFlag
    options = QPdfDocumentRenderOptions()
    options.setScaledSize(size)
    # Qt scales by the clip's right less its left, which in a QRect is one dot less than its width.
    options.setScaledClipRect(area.adjusted(0, 0, 1, 1))
    if dots:
        options.setRenderFlags(flags.TextAliased | flags.PathAliased | flags.ImageAliased)
    drawn = document.render(page, area.size(), options)
    painter = QPainter(drawn)  # paper below what is drawn, in the same picture: a second one would be as large again
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationOver)
    painter.fillRect(drawn.rect(), Qt.GlobalColor.white)
    painter.end()
    drawn.reinterpretAsFormat(QImage.Format.Format_RGB32)
    return drawn

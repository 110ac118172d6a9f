"""Proof and print, page by page: what a label printer would put on paper is read back before it goes there.

Each call is one page at the coarsest resolution, or one band at the printer's own, and takes a tenth of a second, so
that whoever does them one after the other on the desk's thread lets scans through between them. Knows no job and no
guest.
"""

from __future__ import annotations

import zxingcpp
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

from checkin.paper.sheets import Sheet
from checkin.ui.printing.bands import band, bands, opened
from checkin.ui.printing.printers import FINEST, PrinterTrouble, Why, lay

COARSEST = 203
"""Dots per inch of the coarsest printers in use; a code that is read there is read from every finer one."""

POINT = 25.4 / 72


def codes_on(pdf: bytes, page: int, dots: int = COARSEST) -> frozenset[str]:
    """The codes that a reader finds on a page as a printer of that resolution would print it."""
    with opened(pdf) as document:
        size = document.pagePointSize(page)
        pixels = QSize(round(size.width() * dots / 72), round(size.height() * dots / 72))
        whole = band(document, page, pixels, QRect(0, 0, pixels.width(), pixels.height()))
        grey = whole.convertToFormat(QImage.Format.Format_Grayscale8)
    view = memoryview(grey.constBits()).cast("B", (grey.height(), grey.bytesPerLine()))
    return frozenset(found.text for found in zxingcpp.read_barcodes(view))


class Sending:
    """A PDF on its way to a printer, page by page, each as large as it is on paper."""

    def __init__(self, pdf: bytes, printer: QPrinter) -> None:
        """Lay the printer's page; nothing is sent before the first ``send``."""
        self._pdf = pdf
        self._printer = printer
        self._painter = QPainter()
        self._left: list[QRect] = []

    def send(self, page: int) -> bool:
        """Send the next band of a page, the pages in their order; whether that was the page's last.

        Raises:
            PrinterTrouble: The printer did not take it.
        """
        with opened(self._pdf) as document:
            if not self._left:
                self._turn_to(page, document)
            room = self._printer.pageLayout().fullRectPixels(self._printer.resolution()).size()
            area = self._left.pop(0)
            self._painter.drawImage(area.topLeft(), band(document, page, room, area))
        return not self._left

    def end(self) -> None:
        """Close the job.

        Raises:
            PrinterTrouble: The printer did not take it.
        """
        failed = (QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted)
        if not self._painter.end() or self._printer.printerState() in failed:
            self._refuse()

    def give_up(self) -> None:
        """Take the job back as far as the printer lets."""
        self._printer.abort()
        self._painter.end()

    def _turn_to(self, page: int, document: QPdfDocument) -> None:
        if page == 0:
            self._begin(document)
        elif not self._printer.newPage():
            self._refuse()
        self._left = bands(self._printer.pageLayout().fullRectPixels(self._printer.resolution()).size())

    def _begin(self, document: QPdfDocument) -> None:
        size = document.pagePointSize(0)
        paper = (size.width() * POINT, size.height() * POINT)
        if self._printer.resolution() > FINEST:
            self._printer.setResolution(FINEST)
        lay(self._printer, Sheet("", "", paper, paper))
        if not self._painter.begin(self._printer):
            self._refuse()
        self._painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)

    def _refuse(self) -> None:
        raise PrinterTrouble(self._printer.printerName(), Why.REFUSED)

"""Proof and print, page by page: what a label printer would put on paper is read back before it goes there.

Each call is one page and takes a tenth of a second, so that whoever does them one after the other on the desk's thread
lets scans through between them. Knows no job and no guest.
"""

from __future__ import annotations

import zxingcpp
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

from checkin.paper.sheets import Sheet
from checkin.ui.printing.printers import PrinterTrouble, Why, lay, picture

COARSEST = 203
"""Dots per inch of the coarsest printers in use; a code that is read there is read from every finer one."""

LARGE = 300
"""Dots per inch on sheets; at 600 the picture of one A4 page would take 140 MB."""

POINT = 25.4 / 72


class _Open:
    """A PDF, open on the thread that asks."""

    def __init__(self, pdf: bytes) -> None:
        self._buffer = QBuffer()
        self._buffer.setData(QByteArray(pdf))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document = QPdfDocument()
        self.document.load(self._buffer)

    def __enter__(self) -> QPdfDocument:
        return self.document

    def __exit__(self, *_raised: object) -> None:
        self.document.close()
        self._buffer.close()


def codes_on(pdf: bytes, page: int, dots: int = COARSEST) -> frozenset[str]:
    """The codes that a reader finds on a page as a printer of that resolution would print it."""
    with _Open(pdf) as document:
        size = document.pagePointSize(page)
        pixels = QSize(round(size.width() * dots / 72), round(size.height() * dots / 72))
        grey = picture(document, page, pixels, dots=False).convertToFormat(QImage.Format.Format_Grayscale8)
    view = memoryview(grey.constBits()).cast("B", (grey.height(), grey.bytesPerLine()))
    return frozenset(found.text for found in zxingcpp.read_barcodes(view))


class Sending:
    """A PDF on its way to a printer, page by page, each as large as it is on paper."""

    def __init__(self, pdf: bytes, printer: QPrinter) -> None:
        """Lay the printer's page; nothing is sent before the first ``send``."""
        self._pdf = pdf
        self._printer = printer
        self._painter = QPainter()

    def send(self, page: int) -> None:
        """Send a page, the pages in their order.

        Raises:
            PrinterTrouble: The printer did not take it.
        """
        with _Open(self._pdf) as document:
            if page == 0:
                self._begin(document)
            elif not self._printer.newPage():
                self._refuse()
            room = self._printer.pageLayout().fullRectPixels(self._printer.resolution()).size()
            self._painter.drawImage(QPoint(), picture(document, page, room, dots=False))

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

    def _begin(self, document: QPdfDocument) -> None:
        size = document.pagePointSize(0)
        paper = (size.width() * POINT, size.height() * POINT)
        if max(paper) > 150 and self._printer.resolution() > LARGE:
            self._printer.setResolution(LARGE)
        lay(self._printer, Sheet("", "", paper, paper))
        if not self._painter.begin(self._printer):
            self._refuse()

    def _refuse(self) -> None:
        raise PrinterTrouble(self._printer.printerName(), Why.REFUSED)

"""PDF files as a reader sees them: their text, their pictures, their codes, their objects."""

from __future__ import annotations

import re
import zlib
from unicodedata import normalize

import zxingcpp
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument


class Reader:
    """One file, open."""

    def __init__(self, pdf: bytes) -> None:
        """Open it, and insist that it opens."""
        self._bytes = QByteArray(pdf)
        self._buffer = QBuffer(self._bytes)
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document = QPdfDocument()
        self.document.load(self._buffer)
        assert self.document.status() is QPdfDocument.Status.Ready

    def lines(self, page: int = 0) -> list[str]:
        """The text of a page, line by line, in NFC."""
        text = normalize("NFC", self.document.getAllText(page).text())
        return [line.strip() for line in text.splitlines() if line.strip()]

    def picture(self, page: int, dpi: float) -> QImage:
        """A page as a printer of that resolution would get it, in shades of grey on white."""
        size = self.document.pagePointSize(page)
        pixels = QSize(round(size.width() * dpi / 72), round(size.height() * dpi / 72))
        paper = QImage(pixels, QImage.Format.Format_RGB32)
        paper.fill(0xFFFFFFFF)
        painter = QPainter(paper)
        painter.drawImage(0, 0, self.document.render(page, pixels))
        painter.end()
        return paper.convertToFormat(QImage.Format.Format_Grayscale8)

    def codes(self, page: int, dpi: float) -> list[str]:
        """The QR codes on a page, printed at that resolution."""
        picture = self.picture(page, dpi)
        view = memoryview(picture.constBits()).cast("B", (picture.height(), picture.bytesPerLine()))
        return sorted(found.text for found in zxingcpp.read_barcodes(view))


def streams(pdf: bytes) -> list[bytes]:
    """Every stream of a file, unpacked where it was packed."""
    found = re.findall(rb"stream\r?\n(.*?)endstream", pdf, re.DOTALL)
    return [zlib.decompress(part) if part[:1] == b"\x78" else part for part in found]

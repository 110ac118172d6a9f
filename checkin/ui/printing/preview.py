"""The true preview: the first pages of the very PDF, as pictures on a quiet ground."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from checkin.ui.shell.labels import PlainLabel, give_role
from checkin.ui.shell.theme import Theme

WIDEST = 640
"""Pixels across a page where the window is large enough; its picture is made just as wide."""

SMALLEST = 320
GAP = 24


def pictures(pdf: bytes, most: int, density: float = 1.0) -> tuple[list[QImage], int]:
    """The first ``most`` pages as pictures, and how many pages there are. May be called on any thread.

    Args:
        pdf: The document.
        most: So many pages at most.
        density: Pixels of the screen to one of the window.
    """
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    pages = document.pageCount()
    made = []
    for page in range(min(pages, most)):
        size = document.pagePointSize(page)
        sharp = round(WIDEST * density)
        picture = document.render(page, QSize(sharp, max(1, round(sharp * size.height() / size.width()))))
        painter = QPainter(picture)  # paper below what is printed, in the same picture: a second one is 15 MB
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationOver)
        painter.fillRect(picture.rect(), Qt.GlobalColor.white)
        painter.end()
        made.append(picture)
    document.close()
    buffer.close()
    return made, pages


class _Pages(QWidget):
    """The pictures, one below the other."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._pictures: list[QImage] = []
        self._rects: list[QRectF] = []

    @property
    def shown(self) -> int:
        """How many there are."""
        return len(self._pictures)

    def show_pictures(self, made: Sequence[QImage]) -> None:
        """Show others; ``fit`` follows."""
        self._pictures = list(made)
        self._rects = []

    def fit(self, room: QSize) -> None:
        """Lay the pictures out in ``room``, a whole page in view where that is not too small."""
        self._rects = []
        left, top, row = GAP, GAP, 0
        for picture in self._pictures:
            shape = picture.width() / picture.height()
            wide = round(min(WIDEST, room.width() - 2 * GAP, max(SMALLEST, (room.height() - 2 * GAP) * shape)))
            high = round(wide / shape)
            if left > GAP and left + wide + GAP > room.width():
                left, top, row = GAP, top + row + GAP, 0
            self._rects.append(QRectF(left, top, wide, high))
            left, row = left + wide + GAP, max(row, high)
        right = max((rect.right() for rect in self._rects), default=0.0) + GAP
        for rect in self._rects:
            rect.translate(max(0.0, (room.width() - right) // 2), 0)
        self.setMinimumHeight(top + row + GAP if self._rects else 0)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint each page with a line round it."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        for picture, rect in zip(self._pictures, self._rects, strict=True):
            painter.drawImage(rect, picture)
            painter.setPen(QPen(QColor(self._theme.palette.line), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            outline = QPainterPath()
            outline.addRect(rect)
            painter.drawPath(outline)


class Preview(QFrame):
    """The ground with the pages on it, and a word where there are none."""

    def __init__(self, theme: Theme) -> None:
        """Start empty."""
        super().__init__()
        self.setProperty("role", "sunken")
        self._pages = _Pages(theme)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._pages)
        self._words = PlainLabel(role="quiet")
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words.setWordWrap(True)
        self._words.setContentsMargins(16, 10, 16, 12)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(4, 4, 4, 0)
        self._box.setSpacing(0)
        self._box.addWidget(self._scroll, 1)
        self._box.addWidget(self._words)
        theme.changed.connect(self._pages.update)

    @property
    def shown(self) -> int:
        """How many pages are shown."""
        return self._pages.shown

    def show_pages(self, made: Sequence[QImage], words: str) -> None:
        """Show pictures, and say something below them."""
        self._pages.show_pictures(made)
        self._words.setText(words)
        self._words.setVisible(bool(words))
        self._give_room()

    def name(self, text: str) -> None:
        """What it is called for who cannot see it."""
        self._scroll.setAccessibleName(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages to the new width."""
        super().resizeEvent(event)
        self._give_room()

    def _give_room(self) -> None:
        """All of it to the pages; to the words where there are none, in the middle and larger."""
        alone = not self.shown
        give_role(self._words, "strong" if alone else "quiet")
        self._scroll.setVisible(not alone)
        self._box.setStretch(0, 0 if alone else 1)
        self._box.setStretch(1, 1 if alone else 0)
        self._box.activate()
        self._pages.fit(self._scroll.viewport().size())

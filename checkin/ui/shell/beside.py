"""A small panel beside what opened it: no dialog, gone with Esc or a click elsewhere, scans go on."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from checkin.ui.shell.labels import PlainLabel

GAP = 16


class Beside(QFrame):
    """The panel; whoever derives from it fills ``box``."""

    def __init__(self, parent: QWidget, width: int = 320) -> None:
        """Begin empty, ``width`` wide."""
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self._foot = QPoint()
        self._hangs = False
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        sheet = QFrame()
        sheet.setProperty("role", "popup")
        sheet.setFixedWidth(width)
        self.box = QVBoxLayout(sheet)
        self.box.setContentsMargins(20, 16, 20, 20)
        self.box.setSpacing(8)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)
        outer.addWidget(sheet)

    def say(self, title: str, line: str) -> None:
        """The words on top."""
        words = PlainLabel(line, "quiet")
        words.setWordWrap(True)
        self.box.addWidget(PlainLabel(title, "strong"))
        self.box.addWidget(words)
        self.box.addSpacing(4)

    def open_beside(self, anchor: QWidget) -> None:
        """Show it to the right of ``anchor``, standing on its foot."""
        self._open(anchor, below=False)

    def open_below(self, anchor: QWidget) -> None:
        """Show it under ``anchor``, their right edges in line."""
        self._open(anchor, below=True)

    def _open(self, anchor: QWidget, *, below: bool) -> None:
        """Keep the point to stand at, not the anchor: a panel that holds its window alive would outlive it."""
        beyond = QPoint(anchor.width() + GAP, anchor.height()), QPoint(anchor.width(), anchor.height() + GAP // 2)
        self._foot, self._hangs = anchor.mapToGlobal(beyond[below]), below
        self.adjustSize()
        self._stand()
        self.show()

    def _stand(self) -> None:
        up, left = (0, self.width()) if self._hangs else (self.height(), 0)
        self.move(self._foot - QPoint(left, up))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stay in place when there is more to say."""
        super().resizeEvent(event)
        self._stand()

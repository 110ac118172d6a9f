"""A curtain before the door page while nobody is there, so that no name is left on the screen for passers-by."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from checkin.ui.shell.theme import Theme, font
from checkin.words import Words

DISC = 168


class Curtain(QWidget):
    """Covers ``host`` from edge to edge; whoever draws it back is told by the lock, not by this."""

    def __init__(self, theme: Theme, t: Words, host: QWidget) -> None:
        """Begin drawn back."""
        super().__init__(host)
        self._theme = theme
        self._t = t
        self._host = host
        self._heading = ""
        self._line = ""
        self.setCursor(Qt.CursorShape.ArrowCursor)
        host.installEventFilter(self)
        theme.changed.connect(self.update)
        self.retranslate()
        self.hide()

    def draw(self, *, closed: bool) -> None:
        """Close it before the page, or draw it back."""
        if closed:
            self.setGeometry(self._host.rect())
            self.raise_()
        self.setVisible(closed)

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        t = self._t
        self._heading = t("Ready for the next ticket")
        self._line = t("Nobody was here for a while, so names are hidden. A scan, a key or the mouse shows them again.")
        self.setAccessibleName(f"{self._heading}. {self._line}")
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep to the page's size, and before whatever else is put on it."""
        if self.isVisible() and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._host.rect())
        if self.isVisible() and event.type() == QEvent.Type.ChildAdded:
            self.raise_()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the calm page."""
        palette = self._theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(palette.paper))
        middle = QPointF(self.width() / 2, self.height() / 2)
        disc = QRectF(middle.x() - DISC / 2, middle.y() - DISC - 16, DISC, DISC)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.accent_wash))
        painter.drawEllipse(disc)
        icon = self._theme.pixmap("scanner", DISC // 2, palette.accent, self.devicePixelRatioF())
        painter.drawPixmap(disc.center() - QPointF(DISC / 4, DISC / 4), icon)
        room = min(self.width() - 64, 560)
        words = QRectF(middle.x() - room / 2, disc.bottom() + 32, room, 200)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.setFont(font(28, 600))
        painter.setPen(QColor(palette.ink))
        taken = painter.boundingRect(words, flags, self._heading)
        painter.drawText(words, flags, self._heading)
        painter.setFont(font(16))
        painter.setPen(QColor(palette.quiet))
        painter.drawText(words.translated(0, taken.height() + 12), flags, self._line)

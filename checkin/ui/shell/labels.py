"""Labels that show what guests wrote to the letter: never as markup, and shortened where there is no room."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QStyle, QStyleOption, QWidget


class PlainLabel(QLabel):
    """A label whose text is text, whatever characters it holds."""

    def __init__(self, text: str = "", role: str = "", parent: QWidget | None = None) -> None:
        """Show ``text`` in the look that the stylesheet has for ``role``."""
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        if role:
            self.setProperty("role", role)
        self.setText(text)


class ElidedLabel(PlainLabel):
    """A single line that ends in "…" where it does not fit, and then says the rest in its tooltip."""

    def __init__(self, text: str = "", role: str = "", parent: QWidget | None = None) -> None:
        """Show ``text``, or as much of it as there is room for."""
        self._tip = ""
        super().__init__(text, role, parent)

    def setText(self, text: str) -> None:
        """Show another text."""
        super().setText(text)
        self._explain()

    def minimumSizeHint(self) -> QSize:
        """Narrow enough to give way to its neighbours."""
        return QSize(min(super().minimumSizeHint().width(), 24), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Decide again whether the tooltip is needed."""
        super().resizeEvent(event)
        self._explain()

    def shown(self) -> str:
        """The text as it is painted."""
        room = self.contentsRect().width()
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the stylesheet's frame, then the shortened text."""
        option = QStyleOption()
        option.initFrom(self)
        painter = QPainter(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, painter, self)
        self.style().drawItemText(
            painter,
            self.contentsRect(),
            self.alignment().value | Qt.TextFlag.TextSingleLine,
            self.palette(),
            self.isEnabled(),
            self.shown(),
            self.foregroundRole(),
        )

    def _explain(self) -> None:
        cut = self.shown() != self.text()
        tip = escape(self.text()) if cut else ""
        if tip != self._tip:
            self._tip = tip
            self.setToolTip(tip)


def give_role(widget: QWidget, role: str) -> None:
    """Dress ``widget`` as another role of the stylesheet."""
    if widget.property("role") != role:
        widget.setProperty("role", role)
        polish(widget)


def polish(widget: QWidget) -> None:
    """Let the stylesheet look again at a widget's properties."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()

"""A small panel beside the rail in which this station gets its name."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from checkin.ui.shell.controls import Button
from checkin.ui.shell.labels import PlainLabel
from checkin.ui.shell.theme import Theme
from checkin.words import Words


class StationPopup(QFrame):
    """One line to type a name in; Enter keeps it, Escape does not.

    Signals:
        named: The new name.
    """

    named = Signal(str)

    def __init__(self, parent: QWidget, theme: Theme, t: Words, name: str) -> None:
        """Show the name that the station has."""
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        sheet = QFrame()
        sheet.setProperty("role", "popup")
        self._line = QLineEdit(name)
        self._line.setMaxLength(24)
        self._line.setFixedWidth(240)
        self._line.setPlaceholderText(t("Door A"))
        self._line.setAccessibleName(t("Name of this station"))
        keep = Button(theme, role="primary")
        keep.retitle(t("Keep"), t("Keep (Enter)"))
        line = QHBoxLayout()
        line.addWidget(self._line)
        line.addWidget(keep)
        box = QVBoxLayout(sheet)
        box.setContentsMargins(20, 16, 20, 20)
        box.setSpacing(8)
        box.addWidget(PlainLabel(t("Name of this station"), "strong"))
        box.addWidget(PlainLabel(t("The journal and the door say who let somebody in."), "quiet"))
        box.addSpacing(4)
        box.addLayout(line)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(sheet)
        keep.clicked.connect(self._keep)
        self._line.returnPressed.connect(self._keep)

    def open_beside(self, anchor: QWidget) -> None:
        """Show it to the right of ``anchor``, standing on its foot."""
        self.adjustSize()
        corner = anchor.mapToGlobal(QPoint(anchor.width() + 16, anchor.height() - self.height()))
        self.move(corner)
        self.show()
        self._line.setFocus()
        self._line.selectAll()

    def _keep(self) -> None:
        name = self._line.text().strip()
        self.close()
        if name:
            self.named.emit(name)

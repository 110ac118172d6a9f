"""A large button that explains itself: an icon or a picture, a few strong words, a sentence."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout

from checkin.ui.shell.labels import ElidedLabel, PlainLabel
from checkin.ui.shell.theme import Theme


class Card(QPushButton):
    """A way to go on, told in an icon, a title and a sentence."""

    def __init__(self, theme: Theme, icon: str, *, flat: bool = False) -> None:
        """Show ``icon``; ``retitle`` gives the words. A ``flat`` card is one row with the icon on the left."""
        super().__init__()
        self._theme = theme
        self._icon_name = icon
        self.setProperty("role", "pick")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self._flat = flat
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(not flat)
        self.setSizePolicy(policy)
        self._icon = QLabel()
        self._title = ElidedLabel(role="strong") if flat else PlainLabel(role="strong")
        self._line = ElidedLabel(role="quiet") if flat else PlainLabel(role="quiet")
        self._title.setWordWrap(not flat)
        self._line.setWordWrap(not flat)
        for label in (self._icon, self._title, self._line):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        box: QBoxLayout = QHBoxLayout(self) if flat else QVBoxLayout(self)
        box.setContentsMargins(20, 16, 20, 16) if flat else box.setContentsMargins(24, 24, 24, 24)
        box.setSpacing(16 if flat else 8)
        box.addWidget(self._icon)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._title)
        words.addWidget(self._line)
        if not flat:
            words.addStretch()
            box.addSpacing(8)
        box.addLayout(words, 1)
        self.restyle()

    def retitle(self, title: str, line: str, tip: str = "") -> None:
        """Give the card its words."""
        self._title.setText(title)
        self._line.setText(line)
        self.setToolTip(tip)
        self.setAccessibleName(title)
        self.setAccessibleDescription(line)
        self.updateGeometry()

    def restyle(self) -> None:
        """Draw the icon again in the theme's colour."""
        palette = self._theme.palette
        self._icon.setPixmap(self._theme.pixmap(self._icon_name, 28, palette.accent, self.devicePixelRatioF()))

    def hasHeightForWidth(self) -> bool:
        """A narrow card needs more lines, unless it is a row."""
        return not self._flat

    def heightForWidth(self, width: int) -> int:
        """As high as its words need at that width."""
        layout = self.layout()
        return layout.totalHeightForWidth(width) if layout is not None and layout.hasHeightForWidth() else -1

    def sizeHint(self) -> QSize:
        """As large as its words."""
        layout = self.layout()
        return layout.totalSizeHint() if layout is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """No smaller than its words."""
        layout = self.layout()
        return layout.totalMinimumSize() if layout is not None else super().minimumSizeHint()

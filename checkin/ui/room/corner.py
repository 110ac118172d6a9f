"""Three small buttons under the room: further, closer, everything."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from checkin.ui.room.lens import STEP, Lens
from checkin.ui.shell.controls import Button
from checkin.ui.shell.theme import Theme
from checkin.words import Words


class ZoomCorner(QWidget):
    """Zoom for who has no wheel."""

    def __init__(self, lens: Lens, theme: Theme, t: Words) -> None:
        """Turn ``lens``."""
        super().__init__()
        self._t = t
        self.buttons = tuple(Button(theme, icon, "ghost", scale="icon") for icon in ("minus", "plus", "fit"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for button in self.buttons:
            row.addWidget(button)
        out, closer, whole = self.buttons
        out.clicked.connect(lambda: lens.zoom_by(1 / STEP))
        closer.clicked.connect(lambda: lens.zoom_by(STEP))
        whole.clicked.connect(lens.fit)
        self.retranslate()

    def retranslate(self) -> None:
        """Say it in the language in force."""
        out, closer, whole = self.buttons
        out.retitle("", self._t("Zoom out (−)"), name=self._t("Zoom out"))
        closer.retitle("", self._t("Zoom in (+)"), name=self._t("Zoom in"))
        whole.retitle("", self._t("Show the whole room (0)"), name=self._t("Show the whole room"))

    def restyle(self) -> None:
        """Draw the icons in the theme's colours."""
        for button in self.buttons:
            button.restyle()

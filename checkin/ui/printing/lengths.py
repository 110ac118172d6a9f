"""A field for a length in millimetres, with a comma where the language has one. It knows no sheet and no printer."""

from __future__ import annotations

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QDoubleSpinBox

from checkin.words import Words


class Length(QDoubleSpinBox):
    """One length, to a tenth of a millimetre."""

    def __init__(self, least: float, most: float, value: float, t: Words) -> None:
        """Show ``value``."""
        super().__init__()
        self.setRange(least, most)
        self.setDecimals(1)
        self.setSingleStep(0.1)
        self.setSuffix(" mm")
        self.setValue(value)
        self.lineEdit().setTextMargins(10, 0, 0, 0)  # the stylesheet cannot say it to a spin box
        self.speak(t)

    def speak(self, t: Words) -> None:
        """Write figures as the language in force does."""
        self.setLocale(QLocale(t.language))

"""A sheet that somebody has measured: paper and six lengths, with a picture of what they come to."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from checkin.errors import WrongCall
from checkin.paper.sheets import PAPERS, Sheet, own_name, sheet_named
from checkin.ui.printing.lengths import Length
from checkin.ui.printing.sheet_picker import SheetPicker
from checkin.ui.shell.labels import PlainLabel
from checkin.ui.shell.theme import Theme
from checkin.words import Words

BEGIN = (63.5, 38.1, 7.2, 15.1, 66.0, 38.1)
"""Twenty-one labels on A4: the commonest sheet of plain labels."""


class OwnSheet(QDialog):
    """The dialog."""

    def __init__(self, parent: QWidget, theme: Theme, t: Words) -> None:
        """Begin with a common sheet."""
        super().__init__(parent)
        self._t = t
        self.setWindowTitle(t("A sheet of your own"))
        self.paper = QComboBox()
        for name, words in (("a4", "A4"), ("letter", "US Letter")):
            self.paper.addItem(words, name)
        self.lengths = [Length(0, max(PAPERS["a4"]), begin, t) for begin in BEGIN]
        self._told = PlainLabel(role="quiet")
        self._told.setWordWrap(True)
        self._theme = theme
        self._picker = SheetPicker(theme, sheet_named("a4-2x5"))
        self._picker.setEnabled(False)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._build()
        self._look()

    def _build(self) -> None:
        t = self._t
        form = QFormLayout()
        form.addRow(t("Paper"), self.paper)
        words = (
            t("Width of a label"), t("Height of a label"), t("From the left edge to the first"),
            t("From the top edge to the first"), t("From label to label, across"), t("From label to label, down"),
        )  # fmt: skip
        for box, word in zip(self.lengths, words, strict=True):
            box.setAccessibleName(word)
            box.valueChanged.connect(self._look)
            form.addRow(word, box)
        self.paper.currentIndexChanged.connect(self._look)
        across = QHBoxLayout()
        across.setSpacing(24)
        across.addLayout(form, 1)
        across.addWidget(self._picker)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addLayout(across)
        column.addWidget(self._told)
        column.addWidget(self.buttons)

    @property
    def name(self) -> str:
        """What the sheet is called, as ``sheets.sheet_named`` reads it."""
        wide, high, left, top, across, down = (box.value() for box in self.lengths)
        return own_name(str(self.paper.currentData()), (wide, high), (left, top), (across, down))

    def sheet(self) -> Sheet | None:
        """The sheet, or None while the lengths make none."""
        try:
            return sheet_named(self.name)
        except WrongCall:
            return None

    def _look(self) -> None:
        sheet = self.sheet()
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(sheet is not None)
        if sheet is None:
            self._told.setText(self._t("No label fits: look at the lengths again. A badge needs 25 × 20 mm."))
            return
        self._picker.show_sheet(sheet)
        labels = (sheet.columns, sheet.rows, sheet.labels)
        self._told.setText(in_words(*labels, self._t))


def in_words(columns: int, rows: int, labels: int, t: Words) -> str:
    """How many labels there are on a sheet."""
    return t("{columns} across, {rows} down: {labels} labels on a sheet", columns=columns, rows=rows, labels=labels)

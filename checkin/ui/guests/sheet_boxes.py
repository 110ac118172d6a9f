"""Which sheets of a workbook are read together: a box for each, with its number of rows where it looks like a list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from checkin.intake.registrations import Intake
from checkin.ui.shell.labels import PlainLabel
from checkin.words import Words

ACROSS = 3
LONGEST = 34
"""Letters of a sheet's name that are shown; the rest is in the tip."""


class SheetBoxes(QWidget):
    """The boxes; one stays ticked.

    Signals:
        chosen: Other sheets are to be read; carries their names.
    """

    chosen = Signal(object)

    def __init__(self, t: Words) -> None:
        """Start with no sheet."""
        super().__init__()
        self._t = t
        self.boxes: dict[str, QCheckBox] = {}
        self._word = PlainLabel(role="caption")
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(4)
        for column in range(ACROSS):
            self._grid.setColumnStretch(column, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 12, 0)
        whole.setSpacing(6)
        whole.addWidget(self._word)
        whole.addLayout(self._grid)

    @staticmethod
    def offered(read: Intake) -> bool:
        """Whether a file has more than one list."""
        return len(read.lists) > 1

    def show_read(self, read: Intake) -> None:
        """Show the sheets of a file that was read, lists first, and which of them were."""
        self.setVisible(self.offered(read))
        if not self.offered(read):
            return
        rows = dict(read.lists)
        names = [*rows, *(name for name in read.sheets if name not in rows)]
        if list(self.boxes) != names:
            self._fill(names)
        t = self._t
        self._word.setText(t("Sheets that are read"))
        for name, box in self.boxes.items():
            short = name if len(name) <= LONGEST else name[: LONGEST - 1] + "…"
            box.setText((f"{short} · {t.number(rows[name])}" if name in rows else short).replace("&", "&&"))
            people = t.plural("{count} row", "{count} rows", rows.get(name, 0))
            box.setToolTip(f"{name}: {people}" if name in rows else t("{sheet}: does not look like a list", sheet=name))
            box.blockSignals(True)  # noqa: FBT003 - Qt's own signature
            box.setChecked(name in read.taken)
            box.blockSignals(False)  # noqa: FBT003

    def _fill(self, names: Sequence[str]) -> None:
        for box in self.boxes.values():
            box.deleteLater()
        self.boxes = {}
        for place, name in enumerate(names):
            box = QCheckBox()
            box.setProperty("scale", "small")
            box.setObjectName(f"sheet {name}")
            box.toggled.connect(self._choose)
            self._grid.addWidget(box, place // ACROSS, place % ACROSS, Qt.AlignmentFlag.AlignLeft)
            self.boxes[name] = box

    def _choose(self) -> None:
        ticked = tuple(name for name, box in self.boxes.items() if box.isChecked())
        box = self.sender()
        if ticked:
            self.chosen.emit(ticked)
        elif isinstance(box, QCheckBox):  # the last one: nothing would be read
            box.blockSignals(True)  # noqa: FBT003 - Qt's own signature
            box.setChecked(True)
            box.blockSignals(False)  # noqa: FBT003

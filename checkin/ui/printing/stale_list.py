"""Whose badges no longer tell the truth, by name, below the choice of those. Asks nobody: it is told."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QGridLayout

from checkin.desk.stale import StaleBadge, what_changed
from checkin.ui.shell.labels import ElidedLabel, PlainLabel
from checkin.words import Words


class StaleList(QFrame):
    """A row a badge: the name, and what has changed."""

    def __init__(self, t: Words) -> None:
        """Start with nobody."""
        super().__init__()
        self.setProperty("role", "surface")
        self._t = t
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(14, 8, 18, 8)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(0, 1)

    def show_people(self, stale: Sequence[StaleBadge], everybody: int) -> None:
        """List these, of ``everybody`` whose badges are stale."""
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        t = self._t
        for row, one in enumerate(stale):
            name, what = ElidedLabel(role="small"), PlainLabel(what_changed(one, t), "caption")
            name.setText(one.name)
            name.setAccessibleName(f"{one.name}: {what.text()}")
            self._grid.addWidget(name, row, 0)
            self._grid.addWidget(what, row, 1)
        more = everybody - len(stale)
        if more > 0:
            self._grid.addWidget(PlainLabel(t("and {count} more", count=more), "quiet"), len(stale), 0)

    def lines(self) -> list[tuple[str, ...]]:
        """What is said, row by row."""
        rows: dict[int, list[str]] = {}
        for at in range(self._grid.count()):
            item = self._grid.itemAt(at)
            label = item.widget() if item is not None else None
            if isinstance(label, (ElidedLabel, PlainLabel)):
                rows.setdefault(self._grid.getItemPosition(at)[0], []).append(label.text())  # type: ignore[index]
        return [tuple(parts) for _, parts in sorted(rows.items())]

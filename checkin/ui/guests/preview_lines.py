"""The lines of an import's preview: which row, what is said of it, and what can be done about it there."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from checkin.ui.shell.labels import PlainLabel


def line(row: str, words: str, control: QWidget | None) -> QHBoxLayout:
    """One line; the control stands below the words."""
    across = QHBoxLayout()
    across.setSpacing(8)
    where = PlainLabel(row, "quiet")
    where.setFixedWidth(64)
    across.addWidget(where, 0, Qt.AlignmentFlag.AlignTop)
    told = PlainLabel(words, "small")
    told.setWordWrap(True)
    below = QVBoxLayout()
    below.setSpacing(2)
    below.addWidget(told)
    if control is not None:
        below.addWidget(control, 0, Qt.AlignmentFlag.AlignLeft)
    across.addLayout(below, 1)
    return across


def beside(one: QWidget, other: QWidget | None) -> QWidget:
    """Two controls in one."""
    both = QWidget()
    row = QHBoxLayout(both)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(12)
    for widget in (one, other):
        if widget is not None:
            row.addWidget(widget)
    return both

"""The lines of an import's preview: which come first, what is said of a row, and what can be done about it there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from checkin.enrolment import KnownOtherwise
from checkin.ui.shell.labels import PlainLabel

MINOR = frozenset({"phone_ruined", "capitals", "formula_like", "mended_letters"})
"""Remarks that can wait: a telephone that a spreadsheet spoiled is lost, and capitals have a box of their own."""


ALONE, ON_A_SHEET = 64, 96
"""Pixels for a row's number; with the name of its sheet below it where several are read."""


def parted(otherwise: Sequence[KnownOtherwise], here: set[int]) -> tuple[list[KnownOtherwise], list[KnownOtherwise]]:
    """Those whom the figures count as changed, and the others of whom the list says something else."""
    parts: tuple[list[KnownOtherwise], list[KnownOtherwise]] = ([], [])
    for one in otherwise:
        if one.differences:
            parts[one.row not in here or all(part.kept for part in one.differences)].append(one)
    return parts


def pressing(remarks: tuple[int, list[tuple[str, str]]]) -> tuple[bool, int]:
    """What a person has to put right comes before what nobody can, or what one tick puts right for all."""
    row, said = remarks
    return all(code in MINOR for code, _ in said), row


def line(row: str, words: str, control: QWidget | None) -> QHBoxLayout:
    """One line; the control stands below the words."""
    across = QHBoxLayout()
    across.setSpacing(8)
    where = PlainLabel(row.replace(" · ", "\n", 1), "quiet")
    where.setWordWrap(True)
    where.setFixedWidth(ON_A_SHEET if " · " in row else ALONE)
    across.addWidget(where, 0, Qt.AlignmentFlag.AlignTop)
    told = PlainLabel(words, "small")
    told.setWordWrap(True)
    told.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignTop)
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


def emptied(layout: QLayout) -> None:
    """Take everything out of a layout and of those within it."""
    while (item := layout.takeAt(0)) is not None:
        inner = item.layout()
        if inner is not None:
            while (part := inner.takeAt(0)) is not None:
                if (widget := part.widget()) is not None:
                    widget.deleteLater()
            inner.deleteLater()

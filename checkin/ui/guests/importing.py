"""The panel that tells what an import came to: how many people, and which rows need a look."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from checkin import list_words
from checkin.desk.outcomes import ImportReport
from checkin.ui.shell.controls import Button, rule
from checkin.ui.shell.labels import ElidedLabel, PlainLabel
from checkin.ui.shell.theme import Theme
from checkin.words import Words

WIDTH = 344
ROWS_NAMED = 8
"""How many rows one reason names before it only counts."""


class ImportPanel(QFrame):
    """One import, from the first byte to what came of it.

    Signals:
        closed: The panel is to go.
        undo_chosen: Everything is to be taken back.
    """

    closed = Signal()
    undo_chosen = Signal()

    def __init__(self, theme: Theme, t: Words) -> None:
        """Start with no import."""
        super().__init__()
        self._t = t
        self._file = ""
        self._report: ImportReport | None = None
        self.setProperty("role", "surface")
        self.setFixedWidth(WIDTH)
        self._title = PlainLabel(role="title")
        self._name = ElidedLabel(role="quiet")
        self._words = PlainLabel()
        self._words.setWordWrap(True)
        self._close = Button(theme, "close", "ghost", scale="icon")
        self._undo = Button(theme, "undo")
        self._told = QWidget()
        self._close.clicked.connect(self.closed)
        self._undo.clicked.connect(self._take_back)
        self._build()
        self.retranslate()

    def _build(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._title)
        words.addWidget(self._name)
        top = QHBoxLayout()
        top.addLayout(words, 1)
        top.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 16, 12, 20)
        box.setSpacing(12)
        box.addLayout(top)
        box.addWidget(self._words)
        box.addWidget(self._scroll, 1)
        box.addWidget(self._undo, 0, Qt.AlignmentFlag.AlignLeft)

    def sizeHint(self) -> QSize:
        """As wide as always."""
        return QSize(WIDTH, 480)

    @property
    def report(self) -> ImportReport | None:
        """What the last import came to."""
        return self._report

    def show_report(self, file: str, report: ImportReport) -> None:
        """A file is in; tell what it came to."""
        self._file, self._report = file, report
        self.retranslate()

    def _take_back(self) -> None:
        self._undo.hide()
        self.undo_chosen.emit()

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        t = self._t
        report = self._report
        self._close.retitle("", t("Close (Esc)"))
        self._undo.retitle(t("Undo import"), t("Take this import back (Ctrl+Z)"))
        self._undo.setVisible(report is not None and report.change is not None)
        self._name.setText(self._file)
        self._title.setText(t("Imported"))
        self._words.setText(self._sentence())
        self._told = QWidget()
        box = QVBoxLayout(self._told)
        box.setContentsMargins(0, 0, 12, 0)
        box.setSpacing(8)
        if report is not None:
            self._fill(box, report)
        box.addStretch()
        self._scroll.setWidget(self._told)

    def _sentence(self) -> str:
        t = self._t
        if self._report is None:
            return ""
        if self._report.change is None:
            return t("Everything in it was known already. Nothing was changed.")
        return t.plural("{count} row read.", "{count} rows read.", self._report.rows)

    def _fill(self, box: QVBoxLayout, report: ImportReport) -> None:
        t = self._t
        grid = QGridLayout()
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        counts = (
            (report.added, t("new")),
            (report.updated, t("changed")),
            (report.unchanged, t("unchanged")),
            (report.unnamed, t("to be named at the door")),
            (report.companions, t("companions they bring")),
            (len(report.not_expected), t("not expected")),
            (len(report.skipped), t("rows left out")),
            (report.gone, t("not on this list")),
        )
        for row, (count, word) in enumerate(pair for pair in counts if pair[0] or pair is counts[0]):
            number = PlainLabel(t.number(count), "title")
            number.setMinimumWidth(40)
            grid.addWidget(number, row, 0)
            grid.addWidget(PlainLabel(word, "small"), row, 1)
        box.addLayout(grid)
        asides = (
            (t("Not expected"), [(aside.reason, aside.row) for aside in report.not_expected]),
            (t("Left out"), [(list_words.skipped(aside.reason, t), aside.row) for aside in report.skipped]),
            (t("Worth a look"), [(list_words.remark(r.code, r.detail, t), r.row) for r in report.warnings]),
        )
        for title, told in asides:
            self._add_reasons(box, title, told, report.names)

    def _add_reasons(
        self, box: QVBoxLayout, title: str, told: Sequence[tuple[str, int]], names: Mapping[int, str]
    ) -> None:
        if not told:
            return
        t = self._t
        box.addSpacing(4)
        box.addWidget(rule())
        box.addWidget(PlainLabel(title, "strong"))
        for reason, count in Counter(reason for reason, _row in told).most_common():
            rows = [row for said, row in told if said == reason]
            line = PlainLabel(f"{t.number(count)} · {reason}" if count > 1 else reason, "small")
            where = t("the whole list") if rows == [0] else self._where(rows, names)
            pair = QVBoxLayout()
            pair.setSpacing(2)
            for label in (line, PlainLabel(where, "quiet")) if where else (line,):
                label.setWordWrap(True)
                pair.addWidget(label)
            box.addLayout(pair)

    def _where(self, rows: Sequence[int], names: Mapping[int, str]) -> str:
        """The rows by number; a line for each where people stand on them."""
        t, first = self._t, rows[:ROWS_NAMED]
        if not any(row in names for row in first):
            numbers = ", ".join(map(self._numbered, first)) + ("…" if len(rows) > ROWS_NAMED else "")
            return t.plural("row {rows}", "rows {rows}", len(rows), rows=numbers) if any(first) else ""
        lines = [" · ".join(filter(None, (t("row {rows}", rows=self._numbered(row)), names.get(row)))) for row in first]
        if len(rows) > ROWS_NAMED:
            lines.append(t("and {count} more", count=t.number(len(rows) - ROWS_NAMED)))
        return "\n".join(lines)

    def _numbered(self, row: int) -> str:
        return str(row) if self._report is None else self._report.told(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def restyle(self) -> None:
        """Follow the theme."""
        self._close.restyle()
        self._undo.restyle()

"""The left side of the print page: what, for whom, on what sheet, from which label."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from checkin.desk.printing import DEFAULT_SHEET, Only
from checkin.paper.sheets import A4, SHEETS, Sheet
from checkin.ui.printing.job import Job, What
from checkin.ui.printing.sheet_picker import SheetPicker
from checkin.ui.printing.whats import WhatCard
from checkin.ui.shell.controls import round_popup
from checkin.ui.shell.labels import PlainLabel
from checkin.ui.shell.theme import Theme
from checkin.words import Words


class Choices(QScrollArea):
    """Everything that can be chosen.

    Signals:
        changed: Something else was chosen.
    """

    changed = Signal()

    def __init__(self, theme: Theme, t: Words, sheet: str = DEFAULT_SHEET) -> None:
        """Start with badges for everybody on ``sheet``."""
        super().__init__()
        self._t = t
        first = sheet if sheet in SHEETS else DEFAULT_SHEET
        self.cards = {what: WhatCard(theme, what) for what in What}
        self.whom = {only: QRadioButton() for only in (Only.ALL, Only.ARRIVED, Only.UNPRINTED, Only.CHANGED)}
        self._figures = {only: PlainLabel(role="caption") for only in self.whom}
        self.sheet = QComboBox()
        self.picker = SheetPicker(theme, SHEETS[first])
        self._captions = {name: PlainLabel(role="caption") for name in ("what", "whom", "sheet", "start")}
        self._start = PlainLabel(role="quiet")
        for name in SHEETS:
            self.sheet.addItem(name, name)
        self.sheet.setCurrentIndex(self.sheet.findData(first))
        self.sheet.setMaxVisibleItems(12)
        self.sheet.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.sheet.setMinimumContentsLength(12)
        self.sheet.setProperty("scale", "small")
        round_popup(self.sheet)
        self._build()
        self.cards[What.BADGES].setChecked(True)
        self.whom[Only.ALL].setChecked(True)
        self._listen()
        self.retranslate()

    def _build(self) -> None:
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._captions["what"])
        cards = QHBoxLayout()
        cards.setSpacing(8)
        for card in self.cards.values():
            cards.addWidget(card)
        column.addLayout(cards)
        self._badges_only = QWidget()
        rest = QVBoxLayout(self._badges_only)
        rest.setContentsMargins(0, 12, 0, 0)
        rest.setSpacing(8)
        rest.addWidget(self._captions["whom"])
        rest.addWidget(self._whom_frame())
        rest.addSpacing(12)
        rest.addWidget(self._captions["sheet"])
        rest.addWidget(self.sheet)
        self._begun = QWidget()
        begun = QHBoxLayout(self._begun)
        begun.setContentsMargins(0, 4, 0, 4)
        begun.setSpacing(16)
        begun.addWidget(self.picker)
        words = QVBoxLayout()
        words.setSpacing(4)
        self._start.setWordWrap(True)
        words.addWidget(self._captions["start"])
        words.addWidget(self._start)
        words.addStretch()
        begun.addLayout(words, 1)
        rest.addWidget(self._begun)
        column.addWidget(self._badges_only)
        column.addStretch()
        self.setWidget(inner)

    def _whom_frame(self) -> QFrame:
        frame = QFrame()
        frame.setProperty("role", "surface")
        rows = QVBoxLayout(frame)
        rows.setContentsMargins(14, 8, 18, 8)
        rows.setSpacing(0)
        self._group = QButtonGroup(self)
        for only, radio in self.whom.items():
            self._group.addButton(radio)
            row = QHBoxLayout()
            row.addWidget(radio, 1)
            row.addWidget(self._figures[only])
            rows.addLayout(row)
        return frame

    def _listen(self) -> None:
        for card in self.cards.values():
            card.clicked.connect(self._chosen)
        for radio in self.whom.values():
            radio.clicked.connect(self._chosen)
        self.sheet.currentIndexChanged.connect(self._sheet_chosen)
        self.picker.picked.connect(self._label_picked)

    # --- what is chosen ---

    def job(self) -> Job:
        """What is chosen."""
        return Job(
            next(what for what, card in self.cards.items() if card.isChecked()),
            next(only for only, radio in self.whom.items() if radio.isChecked()),
            str(self.sheet.currentData()),
            self.picker.start,
        )

    def labels(self) -> int:
        """How many badges there are on a page."""
        return SHEETS[str(self.sheet.currentData())].labels

    def _chosen(self) -> None:
        self._badges_only.setVisible(self.cards[What.BADGES].isChecked())
        self.changed.emit()

    def _sheet_chosen(self) -> None:
        sheet = SHEETS[str(self.sheet.currentData())]
        self.picker.show_sheet(sheet)
        self._say_start()
        self.changed.emit()

    def _label_picked(self) -> None:
        self._say_start()
        self.changed.emit()

    # --- words ---

    def show_counts(self, counts: Mapping[Only, int]) -> None:
        """Say how many badges each choice would be."""
        for only, figure in self._figures.items():
            figure.setText(self._t.number(counts.get(only, 0)))

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        t = self._t
        self._captions["what"].setText(t("What"))
        self._captions["whom"].setText(t("For whom"))
        self._captions["sheet"].setText(t("On what"))
        self._captions["start"].setText(t("A begun sheet?"))
        words = {
            What.BADGES: (t("Badges"), t("One badge a person, with the table and a code")),
            What.CARDS: (t("Table cards"), t("A card with the number for the middle of each table")),
            What.LIST: (t("Seating list"), t("Who sits where, by surname and by table")),
        }
        for what, (word, tip) in words.items():
            self.cards[what].retitle(word, tip)
        whom = {
            Only.ALL: t("Everybody who comes"),
            Only.ARRIVED: t("Those who have arrived"),
            Only.UNPRINTED: t("Not printed yet"),
            Only.CHANGED: t("Changed since printing"),
        }
        for only, word in whom.items():
            self.whom[only].setText(word)
            self.whom[only].setAccessibleName(word)
        self.sheet.setAccessibleName(t("Sheet or label"))
        for place in range(self.sheet.count()):
            self.sheet.setItemText(place, sheet_words(SHEETS[str(self.sheet.itemData(place))], t))
        self.picker.setAccessibleName(t("First free label"))
        self.picker.setToolTip(t("Click the first free label, or go there with the arrow keys"))
        self._say_start()

    def _say_start(self) -> None:
        t, start = self._t, self.picker.start
        sheet = SHEETS[str(self.sheet.currentData())]
        self._begun.setVisible(sheet.labels > 1)
        if start == 1:
            self._start.setText(t("Click the first label that is still free. Now it begins with a full sheet."))
        else:
            used = t.plural("{count} label is gone", "{count} labels are gone", start - 1)
            self._start.setText(t("{used}; it begins with label {start}.", used=used, start=start))


def sheet_words(sheet: Sheet, t: Words) -> str:
    """A sheet as one line of a list."""
    if sheet.labels == 1:
        return t("One per page: {product}", product=sheet.product)
    paper = "A4" if sheet.page == A4 else "Letter"
    return t("{paper}, {count} badges: {product}", paper=paper, count=sheet.labels, product=sheet.product)

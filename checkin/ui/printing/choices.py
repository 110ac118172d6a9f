"""The left side of the print page: what, for whom, on what sheet, from which label."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
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

from checkin.badges import Stock
from checkin.desk.printing import DEFAULT_SHEET, Only
from checkin.errors import WrongCall
from checkin.model import GuestId
from checkin.paper.sheets import A4, SHEETS, Sheet, sheet_named
from checkin.paper.ticket import TicketPaper
from checkin.ui.printing.job import FOR_SOME, MAIN, MARKABLE, Counts, Job, What
from checkin.ui.printing.options import Options
from checkin.ui.printing.own_sheet import OwnSheet
from checkin.ui.printing.sheet_picker import SheetPicker
from checkin.ui.printing.stale_list import StaleList
from checkin.ui.printing.whats import WhatCard
from checkin.ui.shell.controls import round_popup
from checkin.ui.shell.labels import PlainLabel
from checkin.ui.shell.settings import Settings
from checkin.ui.shell.theme import Theme
from checkin.words import Words

MARKED = None
"""The choice of those who are marked on the guests page."""

ON_SHEETS = (What.BADGES, What.CALIBRATION)
"""Papers for which a sheet is chosen; each remembers its own."""

ABOUT_BADGES = (Only.UNPRINTED, Only.CHANGED)
"""Choices by whether somebody's badge was printed; of other papers nothing is remembered."""

OWN_SHEET = "own"
"""Behind it in the list of sheets stands the way to one that is not in it."""


class Choices(QScrollArea):
    """Everything that can be chosen.

    Signals:
        changed: Something else was chosen.
    """

    changed = Signal()

    def __init__(self, theme: Theme, t: Words, settings: Settings) -> None:
        """Start with badges for everybody on the sheet that was used last."""
        super().__init__()
        self._t = t
        self._theme = theme
        self._settings = settings
        own = [name for name in settings.text("own_sheets").split(";") if _known(name)]
        first = self._sheet_of(What.BADGES)
        self.cards = {what: WhatCard(theme, what) for what in MAIN}
        self.more = QComboBox()
        self.options = Options(theme, t, settings)
        whom = (Only.ALL, Only.ARRIVED, Only.UNPRINTED, Only.CHANGED, MARKED)
        self.whom: dict[Only | None, QRadioButton] = {only: QRadioButton() for only in whom}
        self.marked: tuple[GuestId, ...] = ()
        self._counts = Counts({}, {})
        self._figures = {only: PlainLabel(role="caption") for only in self.whom}
        self.stale = StaleList(t)
        self.sheet = QComboBox()
        self.picker = SheetPicker(theme, sheet_named(first))
        self._captions = {name: PlainLabel(role="caption") for name in ("what", "whom", "sheet", "start")}
        self._start = PlainLabel(role="quiet")
        for name in (*SHEETS, *own, OWN_SHEET):
            self.sheet.addItem(name, name)
        self.more.addItem("", None)
        for what in What:
            if what not in MAIN:
                self.more.addItem(what, what)
        self.more.setProperty("scale", "small")
        round_popup(self.more)
        self._last_sheet = first
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
        self._restart()
        self.retranslate()
        self._chosen()

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
        column.addWidget(self.more)
        column.addWidget(self.options)
        self._for_some = QWidget()
        whom = QVBoxLayout(self._for_some)
        whom.setContentsMargins(0, 8, 0, 0)
        whom.setSpacing(8)
        whom.addWidget(self._captions["whom"])
        whom.addWidget(self._whom_frame())
        whom.addWidget(self.stale)
        self.stale.hide()
        column.addWidget(self._for_some)
        self._badges_only = QWidget()
        rest = QVBoxLayout(self._badges_only)
        rest.setContentsMargins(0, 8, 0, 0)
        rest.setSpacing(8)
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
            if only is MARKED:
                radio.hide()
                self._figures[only].hide()
            self._group.addButton(radio)
            row = QHBoxLayout()
            row.addWidget(radio, 1)
            row.addWidget(self._figures[only])
            rows.addLayout(row)
        return frame

    def _listen(self) -> None:
        for card in self.cards.values():
            card.clicked.connect(self._card_chosen)
        self.more.activated.connect(self._more_chosen)
        self.options.changed.connect(self.changed)
        for radio in self.whom.values():
            radio.clicked.connect(self._chosen)
        self.sheet.currentIndexChanged.connect(self._sheet_chosen)
        self.picker.picked.connect(self._label_picked)

    # --- what is chosen ---

    def mark(self, guest_ids: Sequence[GuestId]) -> None:
        """Offer and choose the people that were marked on the guests page; nobody takes the choice away."""
        self.marked = tuple(guest_ids)
        for part in (self.whom[MARKED], self._figures[MARKED]):
            part.setVisible(bool(guest_ids))
        if guest_ids and self.what() not in MARKABLE:
            self.cards[What.BADGES].click()
        if guest_ids or self.whom[MARKED].isChecked():
            self.whom[MARKED if guest_ids else Only.ALL].setChecked(True)
            self._chosen()

    def job(self) -> Job:
        """What is chosen."""
        whom = next(only for only, radio in self.whom.items() if radio.isChecked())
        duplex = self.options.duplex
        return Job(
            self.what(),
            whom or Only.ALL,
            Stock(self._last_sheet, self.picker.start, duplex=duplex.isChecked() and duplex.isEnabled()),
            people=self.options.people.isChecked(),
            size=TicketPaper(self.options.ticket.currentData()),
            marked=self.marked if whom is MARKED else None,
        )

    def what(self) -> What:
        """The paper that is chosen."""
        other = self.more.currentData()
        return What(other) if other else next(what for what, card in self.cards.items() if card.isChecked())

    def chosen_sheet(self) -> Sheet:
        """The sheet that is chosen."""
        return sheet_named(self._last_sheet)

    def go_on(self, stock: Stock, badges: int) -> None:
        """So many badges were printed on ``stock``: the next ones on it begin at the label after them."""
        start = (stock.start - 1 + badges) % sheet_named(stock.sheet).labels + 1
        self._settings.keep(f"start/{stock.sheet}", str(start))
        if stock.sheet == self._last_sheet:
            self.picker.pick(start)

    def _card_chosen(self) -> None:
        self.more.setCurrentIndex(0)
        self._chosen()

    def _more_chosen(self) -> None:
        other = self.more.currentData() is not None
        for one in self.cards.values():
            one.setAutoExclusive(False)
            one.setChecked(not other and one is self.cards[What.BADGES])
            one.setAutoExclusive(True)
        self._chosen()

    def _chosen(self) -> None:
        what = self.what()
        if what in ON_SHEETS and self._last_sheet != (kept := self._sheet_of(what)):
            with QSignalBlocker(self.sheet):
                self.sheet.setCurrentIndex(self.sheet.findData(kept))
            self._turn_to(kept)
        self.options.suit(self.chosen_sheet())
        self._badges_only.setVisible(what in ON_SHEETS)
        self._begun.setVisible(what is What.BADGES and self.chosen_sheet().labels > 1)
        self._for_some.setVisible(what in FOR_SOME)
        self._offer(what)
        self._show_stale()
        self.options.show_for(what)
        self.changed.emit()

    def _offer(self, what: What) -> None:
        """Offer the choices about badges for badges alone, and those who are marked where they can be."""
        marked = bool(self.marked) and what in MARKABLE
        for only in (*ABOUT_BADGES, MARKED):
            there = marked if only is MARKED else what is What.BADGES
            self.whom[only].setVisible(there)
            self._figures[only].setVisible(there)
            if not there and self.whom[only].isChecked():
                self.whom[Only.ALL].setChecked(True)
        self._say_figures()

    def _sheet_chosen(self) -> None:
        name = str(self.sheet.currentData())
        if name == OWN_SHEET:
            self._measure()
            return
        self._settings.keep(f"sheet/{self.what()}", name)
        self._turn_to(name)
        self.options.suit(self.chosen_sheet())
        self.changed.emit()

    def _sheet_of(self, what: What) -> str:
        """The sheet that was used last for a paper."""
        kept = self._settings.text(f"sheet/{what}") or self._settings.text("sheet")
        return kept if _known(kept) else DEFAULT_SHEET

    def _turn_to(self, name: str) -> None:
        self._last_sheet = name
        self.picker.show_sheet(self.chosen_sheet())
        self._restart()
        self._say_start()

    def _restart(self) -> None:
        """Begin where the last print on this stock has ended."""
        kept = self._settings.text(f"start/{self._last_sheet}")
        self.picker.pick(int(kept) if kept.isdecimal() else 1)

    def _measure(self) -> None:
        """Ask for a sheet of one's own; without an answer the one before stays."""
        dialog = OwnSheet(self.window(), self._theme, self._t)
        if dialog.exec() and (sheet := dialog.sheet()) is not None:
            self.add_own(sheet)
        else:
            self.sheet.setCurrentIndex(self.sheet.findData(self._last_sheet))

    def add_own(self, sheet: Sheet) -> None:
        """Offer a sheet that somebody has measured, from now on, and choose it."""
        if self.sheet.findData(sheet.name) < 0:
            place = self.sheet.count() - 1
            self.sheet.insertItem(place, sheet_words(sheet, self._t), sheet.name)
            kept = [name for name in self._settings.text("own_sheets").split(";") if _known(name)]
            self._settings.keep("own_sheets", ";".join([*kept, sheet.name]))
        self.sheet.setCurrentIndex(self.sheet.findData(sheet.name))

    def _label_picked(self) -> None:
        self._settings.keep(f"start/{self._last_sheet}", str(self.picker.start))
        self._say_start()
        self.changed.emit()

    # --- words ---

    def show_counts(self, counts: Counts) -> None:
        """Say how many badges each choice would be, and whose are stale."""
        self._counts = counts
        self._say_figures()
        self.stale.show_people(counts.stale, counts.people.get(Only.CHANGED, 0))
        self._show_stale()

    def _say_figures(self) -> None:
        for only, figure in self._figures.items():
            figure.setText(self._t.number(self._counts.figure(self.what(), only)))

    def _show_stale(self) -> None:
        self.stale.setVisible(self.whom[Only.CHANGED].isChecked() and bool(self.stale.lines()))

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
        whom: dict[Only | None, str] = {
            Only.ALL: t("Everybody who comes"),
            Only.ARRIVED: t("Those who have arrived"),
            Only.UNPRINTED: t("Not printed yet"),
            Only.CHANGED: t("Changed since printing"),
            MARKED: t("Those marked in Guests"),
        }
        for only, word in whom.items():
            self.whom[only].setText(word)
            self.whom[only].setAccessibleName(word)
        self.sheet.setAccessibleName(t("Sheet or label"))
        for place in range(self.sheet.count()):
            name = str(self.sheet.itemData(place))
            words_ = t("A sheet of your own…") if name == OWN_SHEET else sheet_words(sheet_named(name), t)
            self.sheet.setItemText(place, words_)
        self._name_more()
        self.options.retranslate()
        self.picker.setAccessibleName(t("First free label"))
        self.picker.setToolTip(t("Click the first free label, or go there with the arrow keys"))
        self._say_start()

    def _name_more(self) -> None:
        t = self._t
        words = {
            What.PLACE_CARDS: t("Place cards"),
            What.TICKETS: t("Tickets"),
            What.DOOR_LIST: t("Who is here (for emergencies)"),
            What.CALL_OUT: t("Call-out list of the next round"),
            What.CONTACTS: t("Contacts by table"),
            What.COMMANDS: t("Command cards"),
            What.CALIBRATION: t("How exact is the printer?"),
        }
        self.more.setItemText(0, t("Other papers…"))
        for what, text in words.items():
            self.more.setItemText(self.more.findData(what), text)
        self.more.setAccessibleName(t("Other papers"))

    def _say_start(self) -> None:
        t, start = self._t, self.picker.start
        self._begun.setVisible(self.what() is What.BADGES and self.chosen_sheet().labels > 1)
        if start == 1:
            self._start.setText(t("Click the first label that is still free. Now it begins with a full sheet."))
        else:
            used = t.plural("{count} label is gone", "{count} labels are gone", start - 1)
            self._start.setText(t("{used}; it begins with label {start}.", used=used, start=start))


def _known(name: str) -> bool:
    try:
        sheet_named(name)
    except WrongCall:
        return False
    return True


def sheet_words(sheet: Sheet, t: Words) -> str:
    """A sheet as one line of a list."""
    if sheet.labels == 1:
        return t("One per page: {product}", product=sheet.product)
    if sheet.fold:
        return t("A4, {count} badges, folded: {product}", count=sheet.labels, product=sheet.product)
    paper = "A4" if sheet.page == A4 else "Letter"
    return t("{paper}, {count} badges: {product}", paper=paper, count=sheet.labels, product=sheet.product)

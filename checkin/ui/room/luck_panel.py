"""The panel under "Luck and rounds": how tables are drawn, whether the whole evening is given at arrival, the score.

Every choice is written at once and heeded at every station. Nothing is searched or counted on the main thread.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QDoubleSpinBox, QGridLayout, QHBoxLayout, QSpinBox, QWidget

from checkin import reasons, round_plans
from checkin.book import Book
from checkin.commitment import Commitment
from checkin.desk import Desk
from checkin.model import SettingName
from checkin.rulebook import Ways, ways_of
from checkin.rules import MET, QUARTER
from checkin.score import Score
from checkin.seating import OPEN_UP, PURE
from checkin.ui.bridge import Bridge
from checkin.ui.room.figures import figures
from checkin.ui.shell.beside import Beside
from checkin.ui.shell.controls import Button, Segmented, round_popup, rule
from checkin.ui.shell.labels import PlainLabel
from checkin.ui.shell.theme import Theme
from checkin.words import Words

WIDTH = 440
COSTS = ("sector", "company", "sex", "age_band", MET)
MOST_COST = 10.0


class LuckPanel(Beside):
    """The panel."""

    def __init__(self, parent: QWidget, bridge: Bridge, theme: Theme, t: Words) -> None:
        """Show what is decided for the open event."""
        super().__init__(parent, WIDTH)
        self._bridge, self._t = bridge, t
        self.mode = Segmented((PURE, OPEN_UP))
        self.costs = {name: _spin(0.0) for name in COSTS}
        self.heat = _spin(0.25)
        self.rounds = QSpinBox()
        self.rounds.setRange(1, 8)
        _indent(self.rounds)
        self.companions = QComboBox()
        round_popup(self.companions)
        self.commit = Button(theme, "lock", "link")
        self.copy = Button(theme, "copy", "ghost", scale="icon")
        self.sheet = Button(theme, "print", "ghost", scale="icon")
        self._about, self._promise, self._figure = (_wrapped() for _ in range(3))
        self._ways = QWidget()
        self._figures = QGridLayout()
        self.box.setSpacing(6)
        self._build()
        self._fill()
        self._listen()

    # --- building ---

    def _build(self) -> None:
        t = self._t
        self.box.addWidget(PlainLabel(t("How tables are drawn"), "strong"))
        self.mode.retitle(PURE, t("Pure luck"), t("Every seat is as likely as any other"))
        self.mode.retitle(OPEN_UP, t("Open up"), t("Tables where a guest knows nobody are likelier"))
        self.box.addWidget(self.mode)
        self.box.addWidget(self._about)
        self._build_ways()
        self.box.addWidget(self._ways)
        self._line(t("Guests and those they bring"), self.companions)
        self.box.addWidget(rule())
        self._line(t("Rounds given at arrival"), self.rounds)
        self.box.addWidget(self._promise)
        self.box.addWidget(rule())
        foot = QHBoxLayout()
        self.commit.retitle(t("Commitment before the doors open"), t("A figure that proves luck was not chosen again"))
        self.copy.retitle("", t("Copy the figure"))
        self.copy.hide()
        self.sheet.retitle("", t("The figure as a sheet for the door (PDF)"))
        foot.addWidget(self.commit)
        foot.addStretch()
        foot.addWidget(self.copy)
        foot.addWidget(self.sheet)
        self.box.addLayout(foot)
        self._figure.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._figure.hide()
        self.box.addWidget(self._figure)
        self.box.addWidget(rule())
        self.box.addWidget(PlainLabel(t("The room as it is"), "strong"))
        self._figures.setHorizontalSpacing(16)
        self._figures.setVerticalSpacing(2)
        self._figures.setColumnStretch(0, 1)
        self.box.addLayout(self._figures)

    def _build_ways(self) -> None:
        t = self._t
        grid = QGridLayout(self._ways)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        named = {
            "sector": t("Same sector"), "company": t("Same company"), "sex": t("Same sex"), "age_band": t("Same age"),
            MET: t("Met before"),
        }  # fmt: skip
        for at, (name, spin) in enumerate([*self.costs.items(), ("heat", self.heat)]):
            word = named.get(name, t("Luck"))
            label = PlainLabel(word, "small")
            spin.setAccessibleName(word)
            grid.addWidget(label, at // 2, at % 2 * 2)
            grid.addWidget(spin, at // 2, at % 2 * 2 + 1)
        self.heat.setRange(0.25, 100.0)
        self.heat.setToolTip(t("More leaves more to luck and less to the costs"))
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(2, 1)

    def _line(self, word: str, control: QWidget) -> None:
        row = QHBoxLayout()
        row.addWidget(PlainLabel(word))
        row.addStretch()
        row.addWidget(control)
        control.setAccessibleName(word)
        self.box.addLayout(row)

    def _fill(self) -> None:
        book, t = self._bridge.book, self._t
        for key, word in (("", t("As luck has it")), ("together", t("Together")), ("apart", t("Apart"))):
            self.companions.addItem(word, key)
        if book is None:
            self.setEnabled(False)
            return
        if book.event.mode == OPEN_UP:
            self.mode.choose(OPEN_UP)
        ways = ways_of(book)
        for name, spin in self.costs.items():
            spin.setValue(ways.costs.get(name, 0) / QUARTER)
        self.heat.setValue(ways.temperature / QUARTER)
        self.companions.setCurrentIndex(max(0, self.companions.findData(book.setting(SettingName.COMPANIONS))))
        way = round_plans.Itinerary.of(book)
        self.rounds.setValue(way.rounds if way else 1)
        self._say()
        self._bridge.ask(lambda desk: desk.score(), self._show_score)

    def _listen(self) -> None:
        self.mode.chosen.connect(lambda _key: self._choose())
        for spin in (*self.costs.values(), self.heat):
            spin.editingFinished.connect(self._choose)
        self.companions.activated.connect(self._keep_companions)
        self.rounds.valueChanged.connect(lambda _value: self._say())
        self.rounds.editingFinished.connect(self._keep_rounds)
        self.commit.clicked.connect(lambda: self._bridge.ask(lambda desk: desk.commit(), self._show_commitment))
        self.copy.clicked.connect(self._copy)
        self.sheet.clicked.connect(self._print)

    # --- saying ---

    def _say(self) -> None:
        t, book = self._t, self._bridge.book
        opening = self.mode.key == OPEN_UP
        self._ways.setVisible(opening)
        self._about.setText(
            t("People who are alike or have met go to different tables more often: the more, the higher the cost.")
            if opening
            else t("Every seat is as likely as any other for everybody, and tables fill evenly.")
        )
        if book is not None:
            self._promise.setText(promise(book, self.rounds.value(), t))

    def _show_commitment(self, told: Commitment) -> None:
        groups = (told.digest[at : at + 8] for at in range(0, len(told.digest), 8))
        self._figure.setText(" ".join(groups))
        self._figure.show()
        self.copy.show()
        self.copy.setProperty("figure", told.digest)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(str(self.copy.property("figure")))

    def _print(self) -> None:
        t = self._t

        def write(desk: Desk) -> Path:
            return desk.print_commitment(Path(desk.address).with_name(t("commitment.pdf")), t).path

        self._bridge.ask(write, _open_file)

    def _show_score(self, told: Score) -> None:
        for at, figure in enumerate(figures(told, self._t)):
            self._figures.addWidget(PlainLabel(figure.word, "small"), at, 0)
            self._figures.addWidget(PlainLabel(figure.value, "strong"), at, 1, Qt.AlignmentFlag.AlignRight)
            self._figures.addWidget(PlainLabel(figure.beside, "quiet"), at, 2, Qt.AlignmentFlag.AlignRight)

    # --- deciding ---

    def _choose(self) -> None:
        self._say()
        ways = Ways(
            {name: round(spin.value() * QUARTER) for name, spin in self.costs.items()},
            max(1, round(self.heat.value() * QUARTER)),
        )
        opening, book = self.mode.key == OPEN_UP, self._bridge.book
        if book is None:
            return
        if opening and (book.event.mode != OPEN_UP or ways_of(book) != ways):
            self._bridge.ask(lambda desk: desk.open_up(ways))
        elif not opening and book.event.mode != PURE:
            self._bridge.ask(lambda desk: desk.draw_purely())

    def _keep_companions(self) -> None:
        wanted = str(self.companions.currentData())

        def work(desk: Desk) -> None:
            if desk.opened().setting(SettingName.COMPANIONS) != wanted:
                desk.decide(SettingName.COMPANIONS, wanted)

        self._bridge.ask(work)

    def _keep_rounds(self) -> None:
        wanted = self.rounds.value()

        def work(desk: Desk) -> None:
            way = round_plans.Itinerary.of(desk.opened())
            if (way.rounds if way else 1) != wanted:
                desk.give_itineraries(wanted)

        self._bridge.ask(work)


def promise(book: Book, rounds: int, t: Words) -> str:
    """What an itinerary of so many rounds can promise in the room as it is, or what would make it possible."""
    return reasons.promise(*round_plans.taking_part(book), rounds, book.expected, t)


def _spin(value: float) -> QDoubleSpinBox:
    spin = QDoubleSpinBox()
    spin.setRange(0.0, MOST_COST)
    spin.setSingleStep(1 / QUARTER)
    spin.setDecimals(2)
    spin.setValue(value)
    _indent(spin)
    return spin


def _indent(spin: QAbstractSpinBox) -> None:
    """Begin where a line of text begins; the stylesheet cannot say it to a spin box."""
    spin.lineEdit().setTextMargins(10, 0, 0, 0)
    spin.setFixedSize(92, 34)


def _open_file(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _wrapped() -> PlainLabel:
    label = PlainLabel(role="small")
    label.setWordWrap(True)
    return label

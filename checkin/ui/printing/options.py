"""What only some papers can be asked: sides, sizes, how far off a printer is. It knows no job and no desk."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from checkin.errors import WrongCall
from checkin.paper.adjusting import EXACT, FARTHEST, INSET, Adjustment, measured
from checkin.paper.sheets import A4
from checkin.paper.ticket import TicketPaper
from checkin.ui.printing.job import What
from checkin.ui.shell.controls import Button, round_popup
from checkin.ui.shell.labels import PlainLabel
from checkin.ui.shell.settings import Settings
from checkin.ui.shell.theme import Theme
from checkin.words import Words


class Options(QWidget):
    """The options of the paper that is chosen.

    Signals:
        changed: Another one is chosen.
        design_wanted: Somebody wants to change what badges look like.
    """

    changed = Signal()
    design_wanted = Signal()

    def __init__(self, theme: Theme, t: Words, settings: Settings) -> None:
        """Start with the usual ones, and with the readings that this laptop remembers."""
        super().__init__()
        self._t = t
        self._settings = settings
        self.duplex = QCheckBox()
        self.look = Button(theme, role="link")
        self.people = QCheckBox()
        self.ticket = QComboBox()
        self.readings = [QDoubleSpinBox() for _ in range(4)]
        self._readings = QWidget()
        self._names = [PlainLabel(role="caption") for _ in self.readings]
        self._how = PlainLabel(role="quiet")
        for paper in TicketPaper:
            self.ticket.addItem(paper, paper)
        round_popup(self.ticket)
        self.ticket.setProperty("scale", "small")
        self._build()
        self.look.clicked.connect(self.design_wanted)
        self.duplex.clicked.connect(self.changed)
        self.people.clicked.connect(self.changed)
        self.ticket.currentIndexChanged.connect(self.changed)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(4)
        row = QHBoxLayout()
        row.addWidget(self.duplex, 1)
        row.addWidget(self.look, 0, Qt.AlignmentFlag.AlignRight)
        column.addLayout(row)
        for part in (self.people, self.ticket, self._readings):
            column.addWidget(part)
        grid = QGridLayout(self._readings)
        grid.setContentsMargins(0, 0, 0, 0)
        self._how.setWordWrap(True)
        grid.addWidget(self._how, 0, 0, 1, 2)
        for at, (box, name, kept) in enumerate(zip(self.readings, self._names, self._kept(), strict=True)):
            box.setRange(INSET - FARTHEST, INSET + FARTHEST)
            box.setDecimals(1)
            box.setSingleStep(0.1)
            box.setSuffix(" mm")
            box.setValue(kept)
            box.valueChanged.connect(self._measured)
            grid.addWidget(name, 1 + at // 2 * 2, at % 2)
            grid.addWidget(box, 2 + at // 2 * 2, at % 2)

    def _kept(self) -> tuple[float, ...]:
        try:
            read = tuple(float(part) for part in self._settings.text("readings").split(","))
        except ValueError:
            read = ()
        return read if len(read) == len(self.readings) else (INSET,) * len(self.readings)

    def _measured(self) -> None:
        self._settings.keep("readings", ",".join(f"{box.value():.1f}" for box in self.readings))

    def adjustment(self, page: tuple[float, float] = A4) -> Adjustment:
        """What undoes the printer that was measured; nothing where no reading makes sense."""
        left, top, right, bottom = (box.value() for box in self.readings)
        if {left, top, right, bottom} == {INSET}:
            return EXACT
        try:
            return measured(page, (left, top, right, bottom))
        except WrongCall:
            return EXACT

    def show_for(self, what: What) -> None:
        """Offer what a paper can be asked."""
        self.look.setVisible(what is What.BADGES)
        self.duplex.setVisible(what is What.BADGES)
        self.people.setVisible(what is What.CARDS)
        self.ticket.setVisible(what is What.TICKETS)
        self._readings.setVisible(what is What.CALIBRATION)
        self.setVisible(what in (What.BADGES, What.CARDS, What.TICKETS, What.CALIBRATION))

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        t = self._t
        self.look.retitle(t("Look and fields…"), t("Look, colour, logo and fields"))
        self.duplex.setText(t("Backs too"))
        self.duplex.setToolTip(
            t("On every second page: what somebody offers and looks for, their tables, a code for telephones")
        )
        self.people.setText(t("Who sits there on the second side"))
        self.people.setToolTip(t("With what they offer and look for, and two questions to begin with"))
        for tick in (self.duplex, self.people):
            tick.setAccessibleName(tick.text())
        self.ticket.setAccessibleName(t("Size of the tickets"))
        for paper, word in ((TicketPaper.A4, t("A4")), (TicketPaper.PHONE, t("As tall as a telephone"))):
            self.ticket.setItemText(self.ticket.findData(paper), word)
        self._how.setText(
            t("Print the page, measure from the crosses to the edges, and enter it here. Badges are then moved to fit.")
        )
        words = (t("Upper cross, left"), t("Upper cross, top"), t("Lower cross, right"), t("Lower cross, bottom"))
        for box, name, text in zip(self.readings, self._names, words, strict=True):
            name.setText(text)
            box.setAccessibleName(text)

"""What only some papers can be asked: sides, sizes, how far off a printer is. It knows no job and no desk."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from checkin.paper.adjusting import FARTHEST, INSET
from checkin.paper.sheets import A4, Sheet
from checkin.paper.ticket import TicketPaper
from checkin.ui.printing import readings
from checkin.ui.printing.job import What
from checkin.ui.printing.lengths import Length
from checkin.ui.shell.controls import Button, round_popup
from checkin.ui.shell.labels import PlainLabel
from checkin.ui.shell.settings import Settings
from checkin.ui.shell.theme import Theme
from checkin.words import Words


class Options(QWidget):
    """The options of the paper that is chosen.

    Attributes:
        page: Width and height of the paper in millimetres, as the calibration page has them.

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
        self.readings = [Length(0.0, INSET + FARTHEST, INSET, t) for _ in range(4)]
        self.printer = QComboBox()
        self.page = A4
        self._readings = QWidget()
        self._names = [PlainLabel(role="caption") for _ in self.readings]
        self._how = PlainLabel(role="quiet")
        for paper in TicketPaper:
            self.ticket.addItem(paper, paper)
        self.ticket.setCurrentIndex(max(0, self.ticket.findData(settings.text(f"size/{What.TICKETS}"))))
        self.printer.addItem("", "")
        for box in (self.ticket, self.printer):
            round_popup(box)
            box.setProperty("scale", "small")
        self._build()
        self.look.clicked.connect(self.design_wanted)
        self.duplex.clicked.connect(self.changed)
        self.people.clicked.connect(self.changed)
        self.ticket.currentIndexChanged.connect(self._sized)
        self.printer.currentIndexChanged.connect(self._show_readings)

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
        grid.addWidget(self.printer, 1, 0, 1, 2)
        for at, (box, name) in enumerate(zip(self.readings, self._names, strict=True)):
            box.valueChanged.connect(self._measured)
            grid.addWidget(name, 2 + at // 2 * 2, at % 2)
            grid.addWidget(box, 3 + at // 2 * 2, at % 2)
        self._show_readings()

    def _sized(self) -> None:
        self._settings.keep(f"size/{What.TICKETS}", str(self.ticket.currentData()))
        self.changed.emit()

    def show_printers(self, names: Sequence[str], last: str = "") -> None:
        """Offer the printers that there are, ``last`` first to be measured."""
        wanted = last or str(self.printer.currentData())
        with QSignalBlocker(self.printer):
            while self.printer.count() > 1:
                self.printer.removeItem(1)
            for name in names:
                self.printer.addItem(name, name)
            self.printer.setCurrentIndex(max(0, self.printer.findData(wanted)))
        self._show_readings()

    def _show_readings(self) -> None:
        printer = str(self.printer.currentData())
        for box, kept in zip(self.readings, readings.kept(self._settings, printer), strict=True):
            with QSignalBlocker(box):
                box.setValue(kept)

    def _measured(self) -> None:
        left, top, right, bottom = (box.value() for box in self.readings)
        readings.keep(self._settings, str(self.printer.currentData()), (left, top, right, bottom), self.page)

    def suit(self, sheet: Sheet) -> None:
        """Offer what a sheet allows: one that is folded has the backs already."""
        self.page = sheet.page
        self.duplex.setEnabled(not sheet.fold)
        self._explain_backs()

    def _explain_backs(self) -> None:
        t = self._t
        self.duplex.setToolTip(
            t("On every second page: what somebody offers and looks for, their tables, a code for telephones")
            if self.duplex.isEnabled()
            else t("A folded badge has its back already")
        )

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
        self._explain_backs()
        self.people.setText(t("Who sits there on the second side"))
        self.people.setToolTip(t("With what they offer and look for, and two questions to begin with"))
        for tick in (self.duplex, self.people):
            tick.setAccessibleName(tick.text())
        self.ticket.setAccessibleName(t("Size of the tickets"))
        for paper, word in ((TicketPaper.A4, t("A4")), (TicketPaper.PHONE, t("As tall as a telephone"))):
            self.ticket.setItemText(self.ticket.findData(paper), word)
        self.printer.setItemText(0, t("All other printers"))
        self.printer.setAccessibleName(t("Printer that was measured"))
        self._how.setText(
            t("Print the page, measure from the crosses to the edges, and enter it here. Badges are then moved to fit.")
        )
        words = (t("Upper cross, left"), t("Upper cross, top"), t("Lower cross, right"), t("Lower cross, bottom"))
        for box, name, text in zip(self.readings, self._names, words, strict=True):
            name.setText(text)
            box.setAccessibleName(text)
            box.speak(t)

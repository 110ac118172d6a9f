"""Where badges go at this door: on or off, which printer or folder, which label; every choice holds at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QHBoxLayout, QWidget
from shiboken6 import isValid

from checkin.paper.sheets import SHEETS
from checkin.ui.printing.printers import LABELS, PrintChoice, remember, trouble, usual_folder
from checkin.ui.printing.queue import BadgeQueue
from checkin.ui.shell.beside import Beside
from checkin.ui.shell.controls import Button
from checkin.ui.shell.labels import ElidedLabel, PlainLabel
from checkin.ui.shell.settings import Settings
from checkin.ui.shell.theme import Theme
from checkin.words import Words

WIDTH = 376


class PrinterPanel(Beside):
    """The panel.

    Signals:
        chosen: Something else was chosen; carries the ``PrintChoice``.
        tested: A badge is wanted to see whether it comes out right.
    """

    chosen = Signal(object)
    tested = Signal()

    def __init__(self, parent: QWidget, theme: Theme, t: Words, choice: PrintChoice) -> None:
        """Show what is chosen; the printers follow by ``show_printers``."""
        super().__init__(parent, WIDTH)
        self._t = t
        self.choice = choice
        self.on = QCheckBox()
        self.where = QComboBox()
        self.label = QComboBox()
        self.folder = ElidedLabel(role="small")
        self.pick = Button(theme, "folder", "link")
        self.test = Button(theme, "badge")
        self.told = PlainLabel(role="quiet")
        self.told.setWordWrap(True)
        self._folder_line = QWidget()
        self._build()
        self._fill(())
        self.show_choice(choice)
        self.on.toggled.connect(lambda on: self._choose(replace(self.choice, on=on)))
        self.where.activated.connect(lambda _at: self._choose(replace(self.choice, printer=self.where.currentData())))
        self.label.activated.connect(lambda _at: self._choose(replace(self.choice, label=self.label.currentData())))
        self.pick.clicked.connect(self._pick)
        self.test.clicked.connect(self.tested)

    def _build(self) -> None:
        t = self._t
        self.say(t("Badges at the door"), t("What is chosen here holds for this laptop."))
        self.on.setText(t("Print a badge when a guest comes in"))
        self.on.setAccessibleName(t("Print a badge when a guest comes in"))
        self.where.setAccessibleName(t("Printer or folder"))
        self.label.setAccessibleName(t("Label"))
        self.pick.retitle(t("Change…"), t("Choose the folder for the PDF files"))
        self.test.retitle(t("Print a test badge"), t("See whether a badge comes out right"))
        for combo in (self.where, self.label):
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(12)
            combo.setMaxVisibleItems(12)
        for name in LABELS:
            self.label.addItem(SHEETS[name].product, name)
        line = QHBoxLayout(self._folder_line)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.folder, 1)
        line.addWidget(self.pick)
        self.box.addWidget(self.on)
        self.box.addSpacing(4)
        self.box.addWidget(PlainLabel(t("Printer or folder"), "caption"))
        self.box.addWidget(self.where)
        self.box.addWidget(self._folder_line)
        self.box.addSpacing(4)
        self.box.addWidget(PlainLabel(t("Label"), "caption"))
        self.box.addWidget(self.label)
        self.box.addSpacing(8)
        self.box.addWidget(self.test)
        self.box.addWidget(self.told)
        self.told.hide()

    # --- what there is ---

    def show_printers(self, names: Sequence[str]) -> None:
        """Offer the printers that the system has now; one that was chosen and is not there stays, and is told so."""
        self._fill(names)
        self.show_choice(self.choice)
        if not names:
            self.tell(self._t("This laptop has no printer. Badges go to a folder as PDF files."))

    def _fill(self, names: Sequence[str]) -> None:
        self.where.clear()
        self.where.addItem(self._t("A folder of PDF files"), "")
        for name in names:
            self.where.addItem(name, name)
        mine = self.choice.printer
        if mine and mine not in names:
            self.where.addItem(self._t("{printer} (not there)", printer=mine), mine)

    def show_choice(self, choice: PrintChoice) -> None:
        """Show what is chosen."""
        self.choice = choice
        self.on.setChecked(choice.on)
        self.where.setCurrentIndex(self.where.findData(choice.printer))
        self.label.setCurrentIndex(self.label.findData(choice.label))
        self.folder.setText(str(Path(choice.folder) if choice.folder else usual_folder()))
        self._folder_line.setVisible(not choice.printer)

    def tell(self, words: str) -> None:
        """Say something below the choices."""
        self.told.setText(words)
        self.told.setVisible(bool(words))

    # --- choosing ---

    def _choose(self, choice: PrintChoice) -> None:
        if choice != self.choice:
            self.tell("")
            self.show_choice(choice)
            self.chosen.emit(choice)

    def _pick(self) -> None:
        """Ask for a folder; the panel closes as the dialog opens, and what it asked for is kept all the same."""
        path = QFileDialog.getExistingDirectory(self.parentWidget(), self._t("Folder for badges"), self.folder.text())
        if path:
            self._choose(replace(self.choice, folder=path))


def open_panel(anchor: QWidget, queue: BadgeQueue, settings: Settings, theme: Theme, t: Words) -> PrinterPanel:
    """Show the panel under ``anchor``, wired to the queue and to what this laptop remembers."""
    panel = PrinterPanel(anchor.window(), theme, t, queue.choice)

    def chosen(choice: PrintChoice) -> None:
        remember(settings, choice)
        settings.save()
        queue.use(choice)

    def found(names: list[str]) -> None:
        if isValid(panel):
            panel.show_printers(names)

    def tell(words: str) -> None:
        if isValid(panel):
            panel.tell(words)

    panel.chosen.connect(chosen)
    panel.tested.connect(
        lambda: queue.try_out(lambda: tell(t("The test badge is on its way.")), lambda reason: tell(trouble(reason, t)))
    )
    queue.look_for_printers(found)
    panel.open_below(anchor)
    return panel

"""Badges at the door: who gets one by itself, who asks for one, where it goes, and the line that says how it stands."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QWidget

from checkin.desk.outcomes import Outcome
from checkin.model import GuestId
from checkin.paper.adjusting import EXACT, Adjustment
from checkin.ui.bridge import Bridge
from checkin.ui.printing.printer_panel import open_panel
from checkin.ui.printing.printers import PrintChoice, remember, remembered
from checkin.ui.printing.queue import BadgeQueue
from checkin.ui.printing.queue_line import QueueLine
from checkin.ui.printing.readings import adjustment
from checkin.ui.shell.settings import Settings
from checkin.ui.shell.theme import Theme
from checkin.words import Words


class Badging(QObject):
    """The badge queue of this laptop and its switches."""

    def __init__(self, page: QWidget, bridge: Bridge, theme: Theme, t: Words, settings: Settings | None) -> None:
        """Follow ``bridge``'s decisions."""
        super().__init__(page)
        self._t, self._settings, self._theme = t, settings, theme
        self.anchor = page
        choice = remembered(settings) if settings is not None else PrintChoice()
        self.queue = BadgeQueue(bridge, t, choice, self, undone=self._undone)
        self.line = QueueLine(theme, t)
        self.line.follow(self.queue)
        bridge.decided.connect(self._decided)

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        self.line.retranslate()

    def close(self) -> None:
        """Finish the badge that is being printed."""
        self.queue.close()

    def ask(self, guest_id: GuestId) -> None:
        """Print a badge because somebody wants it, again if need be."""
        self.queue.add(guest_id, asked=True)

    def offer(self, offered: QMenu) -> None:
        """Put the switches into a menu."""
        t, choice = self._t, self.queue.choice
        by_itself = offered.addAction(t("Print a badge at check-in"))
        by_itself.setCheckable(True)
        by_itself.setChecked(choice.on)
        by_itself.toggled.connect(lambda on: self._use(replace(self.queue.choice, on=on)))
        if self._settings is not None:
            offered.addAction(t("Badge printer…")).triggered.connect(self._open_panel)

    def _undone(self, printer: str, page: tuple[float, float]) -> Adjustment:
        """What undoes a printer that was measured on the print page."""
        return EXACT if self._settings is None else adjustment(self._settings, printer, page)

    def _open_panel(self) -> None:
        if self._settings is not None:
            open_panel(self.anchor, self.queue, self._settings, self._theme, self._t)

    def _use(self, choice: PrintChoice) -> None:
        self.queue.use(choice)
        if self._settings is not None:
            remember(self._settings, choice)

    def _decided(self, outcome: Outcome) -> None:
        guest_id = outcome.decision.guest_id
        if self.queue.choice.on and outcome.decision.admits and guest_id is not None:
            self.queue.add(guest_id, asked=False)

"""The button that writes files: what is to go out, where to, and that it is there."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QFileDialog, QMenu

from checkin.desk.exports import What
from checkin.ui.bridge import Bridge
from checkin.ui.shell.controls import Button, menu
from checkin.ui.shell.settings import Settings
from checkin.ui.shell.theme import Theme
from checkin.words import Words

SHOWN = 4000
"""Milliseconds for which the button says that the file is there."""


class ExportButton(Button):
    """Offers what can go out; the words on it say for a moment that the file is there."""

    def __init__(self, bridge: Bridge, theme: Theme, t: Words, settings: Settings) -> None:
        """Make the button."""
        super().__init__(theme, "external")
        self._bridge, self._t, self._settings = bridge, t, settings
        self.clicked.connect(self.offer)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        t = self._t
        self.retitle(t("Export…"), t("Write guests, arrivals, seats or the journal to a file (Ctrl+Shift+E)"))

    def build_menu(self) -> QMenu:
        """What can go out."""
        offered = menu(self)
        for what in What:
            offered.addAction(self._word(what)).triggered.connect(lambda _on=False, what=what: self._ask(what))
        return offered

    def _word(self, what: What) -> str:
        t = self._t
        return {
            What.ALL: t("Everything, as a workbook…"),
            What.GUESTS: t("Guests…"),
            What.ARRIVALS: t("Arrivals…"),
            What.SEATS: t("Seats by round…"),
            What.JOURNAL: t("Journal…"),
            What.CHECKINS: t("Check-ins for the ticket platform…"),
        }[what]

    def offer(self) -> None:
        """Open the menu below the button."""
        if self.isVisible():
            self.build_menu().exec(self.mapToGlobal(QPoint(0, self.height() + 4)))

    def _ask(self, what: What) -> None:
        t, book = self._t, self._bridge.book
        if book is None:
            return
        folder = Path(self._settings.text("export-folder", str(Path.home())))
        safe = "".join(sign if sign.isalnum() or sign in " -" else " " for sign in book.event.name).strip() or "list"
        said = "" if what is What.ALL else self._word(what).rstrip("…").lower()
        name = " ".join(part for part in (safe, said, book.event.day) if part) + ".xlsx"
        kinds = t("Workbook") + " (*.xlsx)"
        if what is not What.ALL:
            kinds += ";;" + t("Text with commas") + " (*.csv)"
        path, chosen = QFileDialog.getSaveFileName(self, t("Export"), str(folder / name), kinds)
        if path:
            wanted = Path(path)
            if wanted.suffix.lower() not in (".csv", ".xlsx"):
                wanted = wanted.with_name(wanted.name + (".csv" if "csv" in chosen else ".xlsx"))
            self._settings.keep("export-folder", str(wanted.parent))
            self.write(wanted, what)

    def write(self, path: Path, what: What) -> None:
        """Write the file and say so on the button."""
        t = self._t
        self._bridge.ask(lambda desk: desk.export(path, t, what), lambda rows: self._written(path, rows))

    def _written(self, path: Path, rows: int) -> None:
        t = self._t
        words = t.plural("{count} row in {file}", "{count} rows in {file}", rows, file=path.name)
        self.retitle(t("Exported"), words)
        QTimer.singleShot(SHOWN, self, self.retranslate)

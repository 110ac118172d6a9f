"""Opening the sample event, bringing a backup back, and saving one: what the page of events asks for."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from checkin.desk import Desk, demo
from checkin.model import EventId
from checkin.ui.bridge import Bridge
from checkin.ui.shell.messages import Messages
from checkin.ui.shell.settings import Settings
from checkin.words import Words


class Occasions:
    """The ways to another event, and out to a file."""

    def __init__(self, window: QWidget, bridge: Bridge, messages: Messages, t: Words, settings: Settings) -> None:
        """Ask over ``window`` and tell through ``messages``."""
        self._window, self._bridge, self._messages = window, bridge, messages
        self._t, self._settings = t, settings

    def open_sample(self) -> None:
        """Make the sample event and open it."""
        self._bridge.ask(demo.open_sample, self._use_newest)

    def restore(self) -> None:
        """Ask for a backup and bring it back."""
        t = self._t
        path, _ = QFileDialog.getOpenFileName(self._window, t("Restore a backup"), self._folder())
        if path:

            def work(desk: Desk) -> list[EventId]:
                desk.restore(Path(path))
                return [summary.event.id for summary in desk.events()]

            self._bridge.ask(work, self._restored)

    def backup(self) -> None:
        """Ask where to, and save a copy of everything."""
        t = self._t
        name = str(Path(self._folder()) / "sobremesa-backup.db")
        path, _ = QFileDialog.getSaveFileName(self._window, t("Save a backup"), name)
        if path:
            said = t("Backup saved and checked: {file}", file=Path(path).name)
            self._bridge.ask(lambda desk: desk.backup(Path(path)), lambda _counts: self._messages.notice(said))

    def _restored(self, events: list[EventId]) -> None:
        t = self._t
        if events:
            self._bridge.use(events[0])
            self._messages.notice(t("The backup is back. What was here before was copied first."))

    def _use_newest(self, _made: object) -> None:
        self._bridge.ask(lambda desk: desk.events()[0].event.id, self._bridge.use)

    def _folder(self) -> str:
        return self._settings.text("folder", str(Path.home()))

"""What the banner says about changes: a word on what was taken back or done, with the way back beside it."""

from __future__ import annotations

from PySide6.QtCore import QObject

from checkin import phrases
from checkin.changes import Change, Kind
from checkin.errors import CheckinError
from checkin.ui.bridge import Bridge
from checkin.ui.shell.banner import Banner
from checkin.words import Words

QUIET = frozenset({Kind.ARRIVED, Kind.RETURNED, Kind.LEFT, Kind.WALKED_IN, Kind.SCANNED, Kind.PRINTED, Kind.IMPORTED})
"""Changes that their own page tells about."""


class Messages(QObject):
    """Turns what the bridge announces into sentences on the banner."""

    def __init__(self, bridge: Bridge, banner: Banner, t: Words, station: str) -> None:
        """Listen to ``bridge``; changes of stations other than ``station`` pass in silence."""
        super().__init__(banner)
        self._bridge = bridge
        self._banner = banner
        self._t = t
        self._station = station
        bridge.changed.connect(self._changed)
        bridge.failed.connect(self._failed)

    def notice(self, text: str) -> None:
        """Say something that needs no answer."""
        t = self._t
        self._banner.notice(text, close=t("Close"))

    def refuse(self, text: str) -> None:
        """Say something that has to be read."""
        t = self._t
        self._banner.refuse(text, close=t("Close"))

    def _failed(self, refusal: CheckinError) -> None:
        self.refuse(phrases.refusal(refusal, self._t))

    def _changed(self, change: Change) -> None:
        book = self._bridge.book
        if book is None or change.station != self._station or change.kind in QUIET:
            return
        t = self._t
        label = phrases.label(change, book, t)
        if change.kind is Kind.UNDONE:
            self._banner.notice(t("Undone: {label}", label=label), t("Redo"), self._bridge.redo, close=t("Close"))
        elif change.undoable:
            told = t("Redone: {label}", label=label) if change.kind is Kind.REDONE else label
            self._banner.notice(told, t("Undo"), self._bridge.undo, close=t("Close"))

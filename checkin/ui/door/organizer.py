"""The organizer's PIN on a result card: asked for, checked, and an answer made of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from checkin.desk.lock import Verdict
from checkin.ui.bridge import Bridge
from checkin.ui.door.card import ResultCard
from checkin.words import Words


class OrganizerPin(QObject):
    """What the card's PIN field leads to."""

    def __init__(self, card: ResultCard, bridge: Bridge, t: Words, overrule: Callable[[], None]) -> None:
        """Listen to ``card``; ``overrule`` lets in whom it is about."""
        super().__init__(card)
        self._card, self._bridge, self._t, self._overrule = card, bridge, t, overrule
        card.pin_given.connect(self._given)

    def _given(self, pin: str) -> None:
        self._bridge.ask(lambda desk: desk.check_pin(pin), self._checked)

    def _checked(self, verdict: Verdict) -> None:
        t = self._t
        if verdict.ok:
            self._overrule()
        elif verdict.wait_seconds:
            wait = f"{verdict.wait_seconds} s"
            self._card.refuse(t("Too many wrong PINs. Try again in {time}.", time=wait))
        else:
            self._card.refuse(t("That is not the PIN."))

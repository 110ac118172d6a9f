"""People being carried by the mouse, from the room or a list to a table, a person or "To seat".

The widget where the button went down keeps getting the mouse and hands it on in screen coordinates; whoever may receive
people says what letting go there would do. Nothing is moved here: one drop is one verdict for the page to carry out.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from checkin.model import GuestId
from checkin.ui.room.verdict import Verdict


class Target(Protocol):
    """A part of the page that people can be dropped on."""

    def aim(self, at: QPoint, guests: Sequence[GuestId]) -> Verdict | None:
        """What letting go of ``guests`` at a point of the screen would do; None where that is not over this part."""


class Carry(QObject):
    """The one hand of the page.

    Signals:
        began: People were picked up.
        moved: The hand is somewhere else, or the same place answers otherwise.
        ended: The hand is empty again, whatever came of it.
        dropped: People were let go where they are welcome; carries a ``Verdict``.
    """

    began = Signal()
    moved = Signal()
    ended = Signal()
    dropped = Signal(object)

    def __init__(self, page: QWidget) -> None:
        """An empty hand."""
        super().__init__(page)
        self.guests: tuple[GuestId, ...] = ()
        self.verdict: Verdict | None = None
        self.at = QPoint()
        self._targets: list[Target] = []

    @property
    def active(self) -> bool:
        """Whether somebody is being carried."""
        return bool(self.guests)

    def receive(self, target: Target) -> None:
        """Let people be dropped on ``target``; earlier ones are asked first."""
        self._targets.append(target)

    def begin(self, guests: Sequence[GuestId], at: QPoint) -> None:
        """Pick people up at a point of the screen."""
        self.guests = tuple(guests)
        self.at = at
        self.verdict = self._aim()
        self.began.emit()
        self.moved.emit()

    def follow(self, at: QPoint) -> None:
        """The mouse is at another point of the screen."""
        self.at = at
        self.again()

    def again(self) -> None:
        """The world has changed under the hand: ask again what letting go would do."""
        if self.active:
            self.verdict = self._aim()
            self.moved.emit()

    def drop(self, at: QPoint) -> None:
        """Let go."""
        self.at = at
        verdict = self._aim()
        self.cancel()
        if verdict is not None and verdict.act is not None:
            self.dropped.emit(verdict)

    def cancel(self) -> None:
        """Let everybody stay where they are."""
        if self.active:
            self.guests = ()
            self.verdict = None
            self.ended.emit()

    def _aim(self) -> Verdict | None:
        for target in self._targets:
            verdict = target.aim(self.at, self.guests)
            if verdict is not None:
                return verdict
        return None

"""People being carried by the mouse, from the room or a list to a table, a person or "To seat".

The widget where the button went down keeps getting the mouse and hands it on in screen coordinates; whoever may receive
people says what letting go there would do. Nothing is moved here: one drop is one verdict for the page to carry out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QWidget

from checkin.model import GuestId, RuleKind, TableId
from checkin.ui.room.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Held:
    """What the hand holds.

    Attributes:
        guests: The people.
        whole: Their table, where all of it was taken up at once.
        tie: The rule that a drop onto somebody makes, while a key for it is down.
    """

    guests: tuple[GuestId, ...] = ()
    whole: TableId | None = None
    tie: RuleKind | None = None


class Target(Protocol):
    """A part of the page that people can be dropped on."""

    def aim(self, at: QPoint, held: Held) -> Verdict | None:
        """What letting go of what is held at a point of the screen would do; None where that is not over this part."""


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
        self.held = Held()
        self.verdict: Verdict | None = None
        self.at = QPoint()
        self._targets: list[Target] = []

    @property
    def guests(self) -> tuple[GuestId, ...]:
        """Who is being carried."""
        return self.held.guests

    @property
    def active(self) -> bool:
        """Whether somebody is being carried."""
        return bool(self.guests)

    def receive(self, target: Target) -> None:
        """Let people be dropped on ``target``; earlier ones are asked first."""
        self._targets.append(target)

    def begin(self, guests: Sequence[GuestId], at: QPoint, *, whole: TableId | None = None) -> None:
        """Pick people up at a point of the screen, or everybody of a ``whole`` table."""
        self.held = Held(tuple(guests), whole)
        self.at = at
        self.verdict = self._aim()
        self.began.emit()
        self.moved.emit()

    def follow(self, at: QPoint, tie: RuleKind | None = None) -> None:
        """The mouse is at another point of the screen, or the key for a rule is pressed or let go."""
        self.at = at
        self.held = replace(self.held, tie=tie)
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
            self.held = Held()
            self.verdict = None
            self.ended.emit()

    def _aim(self) -> Verdict | None:
        for target in self._targets:
            verdict = target.aim(self.at, self.held)
            if verdict is not None:
                return verdict
        return None


def tie_of(keys: Qt.KeyboardModifier) -> RuleKind | None:
    """The rule that a drop onto somebody makes while these keys are down: Shift together, Ctrl apart."""
    if keys & Qt.KeyboardModifier.ShiftModifier:
        return RuleKind.TOGETHER
    return RuleKind.APART if keys & Qt.KeyboardModifier.ControlModifier else None

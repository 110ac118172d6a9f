"""Questions set aside: a guest who still has to pay or to say a name, while the next ones are let in.

Pure; the oldest question is the first to be taken up again, and a question whose guest has been answered for is gone.
"""

from __future__ import annotations

from dataclasses import dataclass

from checkin.desk.outcomes import Outcome
from checkin.ui.door.faces import ASKING

MOST = 9
"""More people than this do not wait beside one door; the oldest question makes room."""


@dataclass(frozen=True, slots=True)
class Open:
    """A question and what was typed of its answer."""

    outcome: Outcome
    draft: str = ""


class Aside:
    """The questions that wait."""

    def __init__(self) -> None:
        """Begin with none."""
        self._open: list[Open] = []

    def __len__(self) -> int:
        """How many there are."""
        return len(self._open)

    def put(self, outcome: Outcome, draft: str = "") -> None:
        """Set a question aside; anything else is forgotten, as is the same question asked before."""
        self.settle(outcome)
        if outcome.decision.state in ASKING:
            self._open = [*self._open, Open(outcome, draft)][-MOST:]

    def take(self) -> Open | None:
        """The question that has waited longest; put back, it comes last, so that taking goes round them all."""
        return self._open.pop(0) if self._open else None

    def settle(self, outcome: Outcome) -> None:
        """Forget the questions that an outcome has answered."""
        self._open = [waiting for waiting in self._open if not same_guest(waiting.outcome, outcome)]

    def clear(self) -> None:
        """Forget all: another event is open."""
        self._open.clear()


def same_guest(one: Outcome, other: Outcome) -> bool:
    """Whether two outcomes are about the same ticket or the same person."""
    mine, theirs = one.decision, other.decision
    if mine.guest_id is not None and mine.guest_id == theirs.guest_id:
        return True
    return bool(mine.text) and mine.text == theirs.text

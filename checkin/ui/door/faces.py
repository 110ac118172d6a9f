"""What each of the door's answers looks like and offers: data, one line a state.

The word and the colour of a state are elsewhere (``phrases.state``, ``door.COLOURS``); which icon goes with it, what
can be done about it and by which key is here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from checkin.door import State
from checkin.words import Words


class Act(StrEnum):
    """What can be done from a result card."""

    UNDO = "undo"
    MOVE = "move"
    OVERRULE = "overrule"
    NAME = "name"
    RETRY = "retry"
    SEARCH = "search"
    WALK_IN = "walk_in"
    TOGETHER = "together"
    BADGE = "badge"
    PIN = "pin"
    AWAY = "away"


KEYS: Mapping[Act, str] = {
    Act.MOVE: "F6",
    Act.OVERRULE: "F7",
    Act.RETRY: "F7",
    Act.UNDO: "F8",
    Act.WALK_IN: "F9",
    Act.TOGETHER: "F7",
    Act.BADGE: "F5",
    Act.PIN: "F7",
    Act.AWAY: "Esc",
    Act.NAME: "Enter",
    Act.SEARCH: "Ctrl+F",
}
"""The key of each act, as it is printed on its button."""


@dataclass(frozen=True, slots=True)
class Face:
    """One state on the screen.

    Attributes:
        icon: A shipped icon's name.
        acts: What it offers, the likeliest first.
    """

    icon: str
    acts: tuple[Act, ...] = ()


FACES: Mapping[State, Face] = {
    State.WELCOME: Face("check", (Act.BADGE, Act.MOVE, Act.UNDO)),
    State.WELCOME_NOTE: Face("check", (Act.BADGE, Act.MOVE, Act.UNDO)),
    State.WELCOME_BACK: Face("restore", (Act.BADGE, Act.MOVE)),
    State.LEFT: Face("arrow-right"),
    State.VERIFIED: Face("info"),
    State.SAME_SCAN: Face("copy"),
    State.ALREADY_IN: Face("exclamation", (Act.SEARCH, Act.BADGE, Act.OVERRULE, Act.MOVE)),
    State.NEEDS_ANSWER: Face("question", (Act.NAME, Act.AWAY)),
    State.UNPAID: Face("euro", (Act.OVERRULE, Act.AWAY)),
    State.TOO_EARLY: Face("clock", (Act.OVERRULE, Act.AWAY)),
    State.TOO_LATE: Face("clock", (Act.OVERRULE, Act.AWAY)),
    State.NOT_CONFIRMED: Face("question", (Act.OVERRULE, Act.AWAY)),
    State.TABLES_FULL: Face("seat", (Act.MOVE, Act.UNDO)),
    State.AMBIGUOUS: Face("people", (Act.AWAY,)),
    State.CANCELLED: Face("cross", (Act.PIN, Act.SEARCH)),
    State.BLOCKED: Face("lock", (Act.PIN, Act.SEARCH)),
    State.REPLACED_CODE: Face("swap", (Act.OVERRULE, Act.SEARCH)),
    State.OTHER_EVENT: Face("calendar", (Act.SEARCH, Act.WALK_IN)),
    State.NOT_ON_LIST: Face("cross", (Act.SEARCH, Act.WALK_IN)),
    State.NOT_A_TICKET: Face("ticket", (Act.SEARCH,)),
    State.NOT_SAVED: Face("exclamation", (Act.RETRY,)),
}

ASKING = frozenset(
    {
        State.NEEDS_ANSWER, State.AMBIGUOUS, State.UNPAID, State.NOT_CONFIRMED, State.TOO_EARLY, State.TOO_LATE,
        State.REPLACED_CODE,
    }
)  # fmt: skip
"""States whose guest stands there waiting: a next scan sets the question aside and does not forget it."""


def label(act: Act, state: State, t: Words) -> str:
    """What an act's button says."""
    if act is Act.MOVE and state is State.TABLES_FULL:
        return t("Choose table")
    words = {
        Act.UNDO: t("Undo"),
        Act.MOVE: t("Change table"),
        Act.OVERRULE: t("Let in again") if state is State.ALREADY_IN else t("Let in anyway"),
        Act.AWAY: t("Not let in"),
        Act.NAME: t("Let in"),
        Act.RETRY: t("Try again"),
        Act.SEARCH: t("Search"),
        Act.WALK_IN: t("Walk-in"),
        Act.TOGETHER: t("Companions too"),
        Act.PIN: t("Let in with PIN"),
        Act.BADGE: t("Reprint") if state is State.ALREADY_IN else t("Badge"),
    }
    return words[act]


def tip(act: Act, t: Words) -> str:
    """What an act does, for its tooltip."""
    words = {
        Act.UNDO: t("Take the last arrival of this station back, and its seat with it"),
        Act.MOVE: t("Type the number of another table"),
        Act.OVERRULE: t("Let this person in; the journal keeps who did it"),
        Act.AWAY: t("The guest goes without coming in; the question is closed"),
        Act.NAME: t("Write the name down and let the guest in"),
        Act.RETRY: t("Try to save it again"),
        Act.SEARCH: t("Type a name, a company or a handle"),
        Act.WALK_IN: t("Let somebody in who is on no list"),
        Act.TOGETHER: t("Let in those who came along, each with a table by chance"),
        Act.PIN: t("The organizer's PIN lets this person in; the journal keeps it"),
        Act.BADGE: t("Print this guest's badge, again if it was printed before"),
    }
    return f"{words[act]} ({KEYS[act]})"

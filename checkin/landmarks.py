"""What a room is read by besides its tables: entrance, stage, bar, kitchen, doors and toilets.

One setting of the event keeps them all, as JSON. Where nobody has set any, the entrance stands by itself in the middle
of the lower wall; where somebody has taken them all away, there are none. Pure; knows no screen.

>>> bar = Landmark(LandmarkKind.BAR, 100.0, 80.0, 300.0, 60.0)
>>> read(written([bar])) == (bar,)
True
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum

from checkin.book import Book
from checkin.changes import Change, Kind
from checkin.errors import RoomImpossible
from checkin.model import SettingName
from checkin.plans import Ids, set_

LEAST, MOST = 20.0, 5000.0
"""How wide or deep a landmark is, in centimetres."""

FARTHEST = 100_000.0
"""No room is larger than a kilometre."""

MOST_LANDMARKS = 100


class LandmarkKind(StrEnum):
    """What it is."""

    ENTRANCE = "entrance"
    STAGE = "stage"
    BAR = "bar"
    KITCHEN = "kitchen"
    DOOR = "door"
    TOILETS = "toilets"


SIZES: Mapping[LandmarkKind, tuple[float, float]] = {
    LandmarkKind.ENTRANCE: (250.0, 60.0),
    LandmarkKind.STAGE: (600.0, 200.0),
    LandmarkKind.BAR: (400.0, 75.0),
    LandmarkKind.KITCHEN: (300.0, 150.0),
    LandmarkKind.DOOR: (150.0, 50.0),
    LandmarkKind.TOILETS: (200.0, 100.0),
}
"""Width and depth of a new one."""


@dataclass(frozen=True, slots=True)
class Landmark:
    """One of them; ``x`` and ``y`` are its centre in centimetres from the room's corner, like a table's."""

    kind: LandmarkKind
    x: float
    y: float
    width: float
    height: float


def landmarks_of(book: Book) -> tuple[Landmark, ...] | None:
    """The event's, or None where nobody has set any."""
    text = book.setting(SettingName.LANDMARKS)
    if not text:
        return None
    try:
        return read(text)
    except RoomImpossible:  # another version may know more kinds; the room opens all the same
        return None


def written(marks: Sequence[Landmark]) -> str:
    """As the setting keeps them."""
    return json.dumps([asdict(mark) for mark in marks])


def read(text: str) -> tuple[Landmark, ...]:
    """What ``written`` wrote.

    Raises:
        RoomImpossible: It is no list of landmarks.
    """
    try:
        return from_plain(json.loads(text))
    except ValueError as error:
        raise RoomImpossible("landmark", str(error)) from error


def from_plain(told: object) -> tuple[Landmark, ...]:
    """Landmarks out of JSON's lists and objects.

    Raises:
        RoomImpossible: They are none.
    """
    if not isinstance(told, list) or len(told) > MOST_LANDMARKS:
        raise RoomImpossible("landmark", "")
    marks = []
    for one in told:
        try:
            figures = [float(one[name]) for name in ("x", "y", "width", "height")]
            marks.append(Landmark(LandmarkKind(one["kind"]), *figures))
        except (KeyError, TypeError, ValueError) as error:
            raise RoomImpossible("landmark", str(error)) from error
    _check(marks)
    return tuple(marks)


def set_landmarks(book: Book, marks: Sequence[Landmark], ids: Ids) -> Change:
    """Put landmarks where they are to be, instead of those there are; no edits where nothing changes.

    Raises:
        RoomImpossible: One is too small, too large, or far outside any room.
    """
    _check(marks)
    edits = set_(book, SettingName.LANDMARKS, written(marks), ids).edits if landmarks_of(book) != tuple(marks) else ()
    return Change(Kind.ROOM_CHANGED, edits, {"said": "landmarks"})


def _check(marks: Sequence[Landmark]) -> None:
    for mark in marks:
        sizes = (mark.width, mark.height)
        near = all(math.isfinite(at) and abs(at) <= FARTHEST for at in (mark.x, mark.y))
        if not near or not all(LEAST <= size <= MOST for size in sizes):
            raise RoomImpossible("landmark", str(mark.kind))
    if len(marks) > MOST_LANDMARKS:
        raise RoomImpossible("landmark", "")

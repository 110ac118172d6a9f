"""What marks the room at this moment: who is selected, carried, found, pointed at, and what is shown."""

from __future__ import annotations

from collections.abc import Mapping

from checkin.model import GuestId, TableId
from checkin.ui.room.carry import Carry
from checkin.ui.room.marks import Marks
from checkin.ui.room.picture import Mood
from checkin.ui.room.scene import Scenery
from checkin.ui.room.staging import Staging
from checkin.ui.room.view import RoomView

_NOBODY: frozenset[GuestId] = frozenset()


def scenery(
    staging: Staging,
    marks: Marks,
    carry: Carry,
    view: RoomView,
    found: tuple[GuestId, ...] | None,
    moods: Mapping[TableId, Mood],
) -> Scenery:
    """The marks of the room.

    Args:
        staging: What is shown; people who would move stand out in a preview.
        marks: Who is selected.
        carry: Who is carried.
        view: Where keyboard and mouse are.
        found: Whom a search found, or None while nobody searches.
        moods: How each table answers to who is carried.
    """
    wished, wishing = _wishes(staging, marks, view)
    verdict, preview = carry.verdict, staging.preview
    shown = None if preview is None else preview.moved
    return Scenery(
        chosen=marks.table,
        stand=view.stand if view.hasFocus() and view.by_key else None,
        marked=frozenset(marks.people),
        lifted=frozenset(carry.guests),
        found=shown if found is None else frozenset(found),
        moods=_lit(carry, moods) if carry.active else None,
        under=None if verdict is None else verdict.other,
        hollow=_hollow(staging, carry),
        wished=wished,
        wishing=wishing,
    )


def _hollow(staging: Staging, carry: Carry) -> tuple[TableId, int] | None:
    """The free chair that would be taken."""
    book, verdict = staging.book, carry.verdict
    if book is None or verdict is None or verdict.chair is None or verdict.table is None:
        return None
    chairs = [seat.id for seat in book.seats_at(verdict.table, staging.round)]
    return (verdict.table, chairs.index(verdict.chair)) if verdict.chair in chairs else None


def _lit(carry: Carry, moods: Mapping[TableId, Mood]) -> Mapping[TableId, Mood]:
    """How each table answers, with the one under the hand standing out."""
    over = carry.verdict
    if over is None or over.act is None or over.table is None:
        return moods
    return {**moods, over.table: Mood.TARGET}


def _wishes(staging: Staging, marks: Marks, view: RoomView) -> tuple[frozenset[GuestId], frozenset[GuestId]]:
    """Whom the one in question wants to meet, and who wants to meet them: the person pointed at, else selected."""
    book, people = staging.book, marks.people
    who = view.hovered if view.hovered is not None else people[0] if len(people) == 1 else None
    if book is None or who is None:
        return _NOBODY, _NOBODY
    return frozenset(book.ties.wishes_of(who)), frozenset(book.ties.wished_by(who))

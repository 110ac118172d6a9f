"""Why a guest sits where they sit: the logged draw, drawn again."""

from __future__ import annotations

from datetime import datetime

from checkin.book import Book
from checkin.changes import Change, Entity, Kind
from checkin.desk.arrivals import luck_of
from checkin.desk.ledger import Ledger
from checkin.desk.outcomes import Explanation
from checkin.errors import NoSuchGuest, NotDrawn
from checkin.model import GuestId, TableId
from checkin.rows import stamp
from checkin.rulebook import open_up_of
from checkin.seating import Draw, holds, likenesses


def explain(ledger: Ledger, guest_id: GuestId) -> Explanation:
    """The guest's last draw, with its candidates and odds, and what happened since.

    Raises:
        NoSuchGuest: Nobody has that id.
        NotDrawn: No draw is logged for the guest, or the arrival was taken back.
    """
    book = ledger.opened()
    if guest_id not in book.guests:
        raise NoSuchGuest(str(guest_id))
    changes = _changes_of(ledger, book, guest_id)
    came = book.guests[guest_id].arrived_at
    at = max((at for at, change in enumerate(changes) if "draw" in change.facts and _of(change, came)), default=None)
    if at is None or came is None:
        raise NotDrawn(book.display_name(guest_id))
    drawing = changes[at]
    drawn = Draw.from_facts(drawing.facts["draw"])  # type: ignore[arg-type]
    now = book.table_of(guest_id)
    return Explanation(
        guest_id,
        drawn,
        drawing.at,
        drawing.station,
        holds(drawn, luck_of(book)),
        _number(book, drawn),
        None if now is None else now.number,
        tuple(change for change in changes[at + 1 :] if _moves(change, guest_id)),
        _alike(book, guest_id),
    )


def _changes_of(ledger: Ledger, book: Book, guest_id: GuestId) -> list[Change]:
    """A guest's changes, and those of the entries that turned out to be the same person; oldest first."""
    changes = ledger.store.changes_of(book.event.id, guest_id)
    for change in [change for change in changes if change.kind is Kind.MERGED]:
        changes += ledger.store.changes_of(book.event.id, int(str(change.facts["other"])))
    return sorted({change.seq: change for change in changes}.values(), key=lambda change: change.seq)


def _alike(book: Book, guest_id: GuestId) -> dict[str, int]:
    table = book.sitting.get(guest_id)
    seats = {int(one): int(place) for one, place in book.sitting.items() if one != guest_id}
    return {} if table is None else likenesses(open_up_of(book), int(guest_id), int(table), seats)


def _number(book: Book, drawn: Draw) -> int:
    """What people call the drawn table; what it was called where it has gone since."""
    table = book.tables.get(TableId(drawn.table))
    was = (card.number for card in drawn.candidates if card.table == drawn.table)
    return next(was, 0) if table is None else table.number


def _of(change: Change, came: datetime | None) -> bool:
    """Whether a change is the arrival that is in force, and not one that was taken back."""
    moment = None if came is None else stamp(came)
    return any(edit.after is not None and edit.after.get("arrived_at") == moment for edit in change.edits)


def _moves(change: Change, guest_id: GuestId) -> bool:
    rows = (row for edit in change.edits if edit.entity is Entity.SEAT for row in (edit.before, edit.after))
    return any(row is not None and row.get("guest_id") == guest_id for row in rows)

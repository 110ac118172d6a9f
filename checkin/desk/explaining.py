"""Why a guest sits where they sit: the logged draw, drawn again."""

from __future__ import annotations

from checkin.changes import Change, Entity, Kind
from checkin.desk.arrivals import luck_of
from checkin.desk.ledger import Ledger
from checkin.desk.outcomes import Explanation
from checkin.errors import NoSuchGuest, NotDrawn
from checkin.model import GuestId, TableId
from checkin.seating import Draw, holds


def explain(ledger: Ledger, guest_id: GuestId) -> Explanation:
    """The guest's last draw, with its candidates and odds, and what happened since.

    Raises:
        NoSuchGuest: Nobody has that id.
        NotDrawn: No draw is logged for the guest, or the arrival was taken back.
    """
    book = ledger.opened()
    if guest_id not in book.guests:
        raise NoSuchGuest(str(guest_id))
    changes = ledger.store.changes_of(guest_id)
    at = max((at for at, change in enumerate(changes) if "draw" in change.facts), default=None)
    if at is None or not book.guests[guest_id].arrived:
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
        book.tables[TableId(drawn.table)].number,
        None if now is None else now.number,
        tuple(change for change in changes[at + 1 :] if _moves(change)),
    )


def _moves(change: Change) -> bool:
    return change.kind is not Kind.SCANNED and bool(change.touches(Entity.SEAT))

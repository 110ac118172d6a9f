"""What search knows about a guest, and how it follows when the guest changes."""

from __future__ import annotations

from checkin.model import Guest
from checkin.rows import Kept
from checkin.search import Entry, Index


def entry(guest: Guest) -> Entry:
    """What search knows about a guest."""
    return Entry(id=guest.id, name=guest.name or "", company=guest.company, handle=guest.handle, email=guest.email)


def reindex(index: Index, old: Kept | None, new: Kept | None) -> None:
    """Let the search follow a guest; an arrival changes nothing that people are found by."""
    before = entry(old) if isinstance(old, Guest) else None
    after = entry(new) if isinstance(new, Guest) else None
    if before == after:
        return
    if after is not None:
        index.replace(after)
    elif before is not None:
        index.remove(before.id)

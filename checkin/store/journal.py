"""The journal: one row per change, each carrying the hash of the one before.

It is audit, undo, recovery, replication and "who sat where when" in one table. The hash covers a digest of the payload
and not the payload itself, so that personal data can be erased later and the chain still proves the rest.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from checkin.changes import Change, Edit, Entity, Kind

FIRST_HASH = "0" * 64
"""What the first row follows."""


def payload(change: Change) -> str:
    """What a journal row keeps of a change's edits and facts, as text."""
    edits = [[str(edit.entity), edit.id, edit.before, edit.after] for edit in change.edits]
    return json.dumps({"edits": edits, "facts": change.facts}, ensure_ascii=False, separators=(",", ":"))


def digest(text: str) -> str:
    """The digest of a payload."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def chained(previous: str, row: Mapping[str, Any]) -> str:
    """The hash of a journal row that follows the row with hash ``previous``."""
    kept = [row[name] for name in ("seq", "event_id", "at", "station", "kind", "guest_id", "undoes", "digest")]
    line = json.dumps([previous, *kept], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(line.encode("utf-8")).hexdigest()


def follows(row: Mapping[str, Any], previous: str) -> bool:
    """Whether a row is as it was written, after a row with hash ``previous``; an erased payload is no damage."""
    text = row["payload"]
    intact = text is None or digest(str(text)) == row["digest"]
    return intact and chained(previous, row) == str(row["hash"])


def to_row(change: Change, seq: int, at: str, station: str, previous: str) -> dict[str, Any]:
    """The journal row of a change."""
    text = payload(change)
    row: dict[str, Any] = {
        "seq": seq,
        "event_id": change.event_id,
        "at": at,
        "station": station,
        "kind": str(change.kind),
        "guest_id": change.guest_id,
        "undoes": change.undoes,
        "undoable": change.undoable,
        "payload": text,
        "digest": digest(text),
    }
    row["hash"] = chained(previous, row)
    return row


def from_row(row: Mapping[str, Any]) -> Change:
    """The change that a journal row tells; without edits where its payload was erased."""
    kept = json.loads(row["payload"]) if row["payload"] is not None else {"edits": [], "facts": {}}
    return Change(
        kind=Kind(row["kind"]),
        edits=tuple(Edit(Entity(entity), id_, before, after) for entity, id_, before, after in kept["edits"]),
        facts=kept["facts"],
        guest_id=row["guest_id"],
        event_id=row["event_id"],
        seq=row["seq"],
        at=row["at"],
        station=row["station"],
        undoes=row["undoes"],
    )

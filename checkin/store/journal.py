"""The journal: one row per change, each carrying the hash of the one before.

It is audit, undo, recovery, replication and "who sat where when" in one table. The hash covers a digest of the payload
and not the payload itself, so that personal data can be erased later and the chain still proves the rest.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from checkin.changes import Change, Edit, Entity, Kind, Row
from checkin.rows import KINDS, Whole, columns, to_values

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=dict).encode
_encode_ascii = json.JSONEncoder(separators=(",", ":")).encode

MANY = 50
"""So many rows of one kind that come or go are told as a table."""

COMES, GOES, TABLE = "comes", "goes", 5
"""How a table of rows is told, and how many parts it has."""

AT_ONCE = 250
"""So many of them are made text together; then other threads get a turn."""

PIECE = 1_000_000
"""Letters of a payload that are looked at together."""

FIRST_HASH = "0" * 64
"""What the first row follows."""


def payload(change: Change) -> str:
    """What a journal row keeps of a change's edits and facts, as text."""
    # Bytes grow where they stand; a list of pieces would be there beside the whole, and leave holes nobody fills.
    whole = bytearray(b'{"edits":[')
    for piece in _told(change.edits):
        whole += piece.encode("utf-8")
    whole += f'],"facts":{_encode(change.facts)}}}'.encode()
    return whole.decode("utf-8")


def _told(edits: Sequence[Edit]) -> Iterator[str]:
    """The text of edits in pieces: one by one, but many whole rows that come or go as a table, columns first.

    A file of fifty thousand people would fill most of its row with the names of their columns; and where one of them
    writes in Chinese, every letter of it would take twice the memory.
    """
    between = ""
    for (entity, how), run in groupby(edits, key=lambda edit: (edit.entity, _how(edit))):
        alike = list(run)
        if how and len(alike) >= MANY:
            kind = KINDS[entity]
            yield f"{between}[{_encode(entity)},{_encode(how)},{_encode(columns(kind))},["
            for at in range(0, len(alike), AT_ONCE):
                rows = [to_values(kind, row) for edit in alike[at : at + AT_ONCE] if (row := _row(edit)) is not None]
                yield f"{',' if at else ''}{_encode_ascii(rows)[1:-1]}"
            yield f"],{len(alike)}]"
            between = ","
        else:
            for edit in alike:
                yield f"{between}{_encode([str(entity), edit.id, edit.before, edit.after])}"
                between = ","


def _row(edit: Edit) -> Row | None:
    """The row that comes or goes."""
    return edit.before if edit.after is None else edit.after


def _how(edit: Edit) -> str:
    """Whether a whole row comes or goes; "" for any other edit."""
    how = COMES if edit.before is None else GOES if edit.after is None else ""
    row = _row(edit) if how else None
    whole = row is not None and (isinstance(row, Whole) or len(row) == len(columns(KINDS[edit.entity])))
    return how if whole else ""


def _edits(told: Sequence[Sequence[Any]]) -> Iterator[Edit]:
    """The edits that ``_told`` told."""
    for entry in told:
        if len(entry) == TABLE:
            entity, how, names, rows, _count = entry
            at = names.index("id")
            for values in rows:
                edit = Edit(Entity(entity), values[at], None, dict(zip(names, values, strict=True)))
                yield edit if how == COMES else edit.inverse()
        else:
            entity, id_, before, after = entry
            yield Edit(Entity(entity), id_, before, after)


def digest(text: str) -> str:
    """The digest of a payload; made piece by piece, as that of a large file is too large to have twice."""
    found = hashlib.sha256()
    for at in range(0, len(text), PIECE):
        found.update(text[at : at + PIECE].encode("utf-8"))
    return found.hexdigest()


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
        edits=tuple(_edits(kept["edits"])),
        facts=kept["facts"],
        guest_id=row["guest_id"],
        event_id=row["event_id"],
        seq=row["seq"],
        at=row["at"],
        station=row["station"],
        undoes=row["undoes"],
    )

"""Unit of work: one change, one transaction, one journal row.

A writer holds the head row (on SQLite the whole file) from before it decides until it has committed, so that what it
decides by is what it writes on. Every edit checks what the row held before, besides.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, Engine, bindparam, func, insert, select, update
from sqlalchemy.exc import IntegrityError, SQLAlchemyError

from checkin.book import Book
from checkin.changes import Change, Entity, Kind
from checkin.errors import CannotSave, NoSuchEvent, StaleChange
from checkin.model import Event, EventId, EventSummary
from checkin.rows import KINDS, columns, from_row, rebuild
from checkin.store import encounters, journal, schema
from checkin.store.edits import apply_edits
from checkin.store.engine import is_server, open_engine
from checkin.store.upgrade import bring_up_to_date

OF_SEVERAL = (Kind.MOVED, Kind.SEATED, Kind.SWAPPED, Kind.UNSEATED, Kind.UNDONE, Kind.REDONE, Kind.PRINTED)
"""Kinds that may be about several people at once."""


_LAST = select(schema.counter.c.last).where(schema.counter.c.entity == bindparam("of"))
_SET_LAST = update(schema.counter).where(schema.counter.c.entity == bindparam("of")).values(last=bindparam("to"))


@dataclass(frozen=True, slots=True)
class JournalLine:
    """A journal row without its payload: enough to know what could be undone."""

    seq: int
    kind: Kind
    station: str
    undoes: int | None
    undoable: bool


class Pen:
    """The right to write, held for one transaction.

    Attributes:
        missed: What others have written since the row that the reader had seen.
    """

    def __init__(self, connection: Connection, seq: int, hash_: str, missed: list[Change]) -> None:
        """Take up the pen at the journal's head."""
        self._connection = connection
        self._seq = seq
        self._hash = hash_
        self.missed = missed

    def reserve(self, entity: Entity, count: int = 1) -> int:
        """Set ``count`` ids aside and return the first; an id is never given twice."""
        last = self._connection.execute(_LAST, {"of": str(entity)}).scalar_one_or_none()
        if last is None:
            self._connection.execute(insert(schema.counter).values(entity=str(entity), last=count))
            return 1
        self._connection.execute(_SET_LAST, {"of": str(entity), "to": last + count})
        return int(last) + 1

    def write(self, change: Change, at: str, station: str) -> Change:
        """Apply a change's edits and journal it; returns it as written.

        Raises:
            StaleChange: A row is not as the change expects it; the transaction must be left.
        """
        apply_edits(self._connection, change.edits)
        row = journal.to_row(change, self._seq + 1, at, station, self._hash)
        self._connection.execute(insert(schema.journal), row)
        self._connection.execute(update(schema.head).values(seq=row["seq"], hash=row["hash"]))
        self._seq, self._hash = row["seq"], row["hash"]
        return replace(change, seq=row["seq"], at=at, station=station)


class Store:
    """An open database."""

    def __init__(self, engine: Engine, address: str, passphrase: str = "") -> None:
        """Hold an engine whose schema is of today; use ``Store.open``."""
        self.engine = engine
        self.address = address
        self.passphrase = passphrase

    @classmethod
    def open(cls, address: str, passphrase: str = "") -> Store:
        """Open, or make, the database at an address, and bring its schema up to date.

        Raises:
            NotADatabase: Something else is there, or it is locked by another passphrase.
            NewerDatabase: A newer version of this program wrote it.
            CannotSave: It cannot be reached or written.
        """
        engine = open_engine(address, passphrase)
        try:
            bring_up_to_date(engine, address)
        except BaseException:
            engine.dispose()
            raise
        return cls(engine, address, passphrase)

    @property
    def is_server(self) -> bool:
        """Whether several stations may share it over a network."""
        return is_server(self.address)

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()

    # --- reading ---

    def events(self) -> list[Event]:
        """Every event, newest first."""
        with self._reading() as connection:
            rows = connection.execute(select(schema.event).order_by(schema.event.c.id.desc())).mappings()
            return [from_row(Event, dict(row)) for row in rows]

    def summaries(self) -> list[EventSummary]:
        """Every event with its numbers, newest first."""
        guests = schema.guest.c
        with self._reading() as connection:
            counts = {
                row.event_id: (row.guests, row.arrived)
                for row in connection.execute(
                    select(
                        guests.event_id, func.count().label("guests"), func.count(guests.arrived_at).label("arrived")
                    ).group_by(guests.event_id)
                )
            }
            rows = connection.execute(select(schema.event).order_by(schema.event.c.id.desc())).mappings()
            return [EventSummary(from_row(Event, dict(row)), *counts.get(row["id"], (0, 0))) for row in rows]

    def head(self) -> tuple[int, str]:
        """The journal's last row: its number and its hash."""
        with self._reading() as connection:
            row = connection.execute(select(schema.head.c.seq, schema.head.c.hash)).one()
            return int(row.seq), str(row.hash)

    def open_book(self, event_id: EventId) -> tuple[Book, int]:
        """The book of an event and the journal row it is true at.

        Raises:
            NoSuchEvent: No event has that id.
        """
        with self._reading() as connection:
            seq = int(connection.execute(select(schema.head.c.seq)).scalar_one())
            events = _all(connection, Entity.EVENT, Event, event_id)
            if not events:
                raise NoSuchEvent(str(event_id))
            shelves = (_all(connection, entity, KINDS[entity], event_id) for entity in Book.SHELVES)
            return Book(events[0], *shelves), seq

    def codes_elsewhere(self, event_id: EventId) -> dict[str, str]:
        """Codes of the other events and the names of those events."""
        with self._reading() as connection:
            rows = connection.execute(
                select(schema.ticket.c.code, schema.event.c.name)
                .join(schema.event, schema.event.c.id == schema.ticket.c.event_id)
                .where(schema.ticket.c.event_id != event_id)
                .order_by(schema.ticket.c.id)
            )
            return {str(row.code): str(row.name) for row in rows}

    def met_elsewhere(self, event_id: EventId) -> set[tuple[int, int]]:
        """Pairs of this event's guests who shared a table at another event: known again by e-mail, never by name."""
        with self._reading() as connection:
            return encounters.between(connection, event_id)

    def since(self, seq: int) -> list[Change]:
        """Every change written after journal row ``seq``."""
        with self._reading() as connection:
            return _since(connection, seq)

    def lines(self, event_id: EventId) -> list[JournalLine]:
        """An event's journal without its payloads."""
        table = schema.journal.c
        with self._reading() as connection:
            rows = connection.execute(
                select(table.seq, table.kind, table.station, table.undoes, table.undoable)
                .where(table.event_id == event_id)
                .order_by(table.seq)
            )
            return [JournalLine(r.seq, Kind(r.kind), r.station, r.undoes, r.undoable) for r in rows]

    def change(self, seq: int) -> Change:
        """One change by its place in the journal."""
        with self._reading() as connection:
            row = connection.execute(select(schema.journal).where(schema.journal.c.seq == seq)).mappings().one()
            return journal.from_row(dict(row))

    def first_of(self, event_id: int, kind: Kind) -> Change | None:
        """The first change of a kind that an event has, or None."""
        table = schema.journal.c
        wanted = (table.event_id == event_id) & (table.kind == str(kind))
        with self._reading() as connection:
            row = (
                connection.execute(select(schema.journal).where(wanted).order_by(table.seq).limit(1)).mappings().first()
            )
            return None if row is None else journal.from_row(dict(row))

    def changes_of(self, event_id: int, guest_id: int) -> list[Change]:
        """A guest's changes, and those of several people at once that may be about the guest, too; oldest first."""
        table = schema.journal.c
        of_several = (table.event_id == event_id) & table.guest_id.is_(None) & table.kind.in_(OF_SEVERAL)
        with self._reading() as connection:
            rows = connection.execute(
                select(schema.journal).where((table.guest_id == guest_id) | of_several).order_by(table.seq)
            ).mappings()
            return [journal.from_row(dict(row)) for row in rows]

    def corrections(self, event_id: int) -> list[Change]:
        """An event's corrections by hand, oldest first; one that was taken back is among them."""
        table = schema.journal.c
        wanted = (table.event_id == event_id) & (table.kind == str(Kind.EDITED))
        with self._reading() as connection:
            rows = connection.execute(select(schema.journal).where(wanted).order_by(table.seq)).mappings()
            return [journal.from_row(dict(row)) for row in rows]

    def journal_of(self, event_id: int) -> Iterator[Change]:
        """An event's changes, oldest first, read as they are asked for."""
        return (journal.from_row(row) for row in self.journal_rows() if row["event_id"] == event_id)

    def journal_rows(self) -> Iterator[dict[str, Any]]:
        """Every journal row as it is kept, from the first, a thousand at a time."""
        seq = 0
        while True:
            with self._reading() as connection:
                rows = connection.execute(
                    select(schema.journal).where(schema.journal.c.seq > seq).order_by(schema.journal.c.seq).limit(1000)
                ).mappings()
                batch = [dict(row) for row in rows]
            if not batch:
                return
            yield from batch
            seq = batch[-1]["seq"]

    # --- writing ---

    @contextmanager
    def writing(self, seen: int) -> Iterator[Pen]:
        """Hold the pen: everything written inside is committed together, or nothing is.

        Args:
            seen: The last journal row that the writer knows; later ones are in ``Pen.missed``.

        Raises:
            StaleChange: Another hand was quicker.
            CannotSave: The database refused; nothing was kept.
        """
        try:
            with self.engine.connect().execution_options(pen=True) as connection, connection.begin():
                row = connection.execute(select(schema.head.c.seq, schema.head.c.hash).with_for_update()).one()
                missed = _since(connection, seen) if row.seq > seen else []
                yield Pen(connection, int(row.seq), str(row.hash), missed)
        except IntegrityError as error:
            raise StaleChange(str(error.orig)[:200], 0) from error
        except SQLAlchemyError as error:
            raise CannotSave(str(getattr(error, "orig", None) or error)[:400]) from error
        except UnicodeError as error:
            raise CannotSave("text that is no text: half of a character") from error

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        try:
            with self.engine.connect() as connection:
                yield connection
        except SQLAlchemyError as error:
            raise CannotSave(str(getattr(error, "orig", None) or error)[:400]) from error


def _all(connection: Connection, entity: Entity, kind: type[Any], event_id: EventId) -> list[Any]:
    table = schema.TABLES[entity]
    owner = table.c.id if entity is Entity.EVENT else table.c.event_id
    whole = [table.c[name] for name in columns(kind)]
    return rebuild(kind, connection.execute(select(*whole).where(owner == event_id).order_by(table.c.id)))


def _since(connection: Connection, seq: int) -> list[Change]:
    rows = connection.execute(
        select(schema.journal).where(schema.journal.c.seq > seq).order_by(schema.journal.c.seq)
    ).mappings()
    return [journal.from_row(dict(row)) for row in rows]

"""The tables of the database, the same for SQLite and PostgreSQL.

Seats are rows: a table takes as many people as it has seat rows, and a guest has one seat a round, so an overfull table
or a guest in two places cannot be written by any code. Times are ISO 8601 texts in UTC, the same on both engines.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from checkin.changes import Entity

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _id() -> Column[int]:
    return Column("id", Integer, primary_key=True, autoincrement=False)


def _of_event() -> Column[int]:
    return Column("event_id", Integer, ForeignKey("event.id"), nullable=False, index=True)


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False, default="")


def _truth(name: str) -> Column[bool]:
    return Column(name, Boolean, nullable=False, default=False)


def _pointing(column: str) -> Index:
    """Where a column points, where it does: so that what it points at can go without a look at every row.

    On PostgreSQL the step that makes it leaves the empty ones out as well; saying so here would load its dialect.
    """
    return Index(None, column, sqlite_where=text(f"{column} IS NOT NULL"))


event = Table(
    "event",
    metadata,
    _id(),
    Column("name", Text, nullable=False),
    _text("day"),
    Column("seed", String(64), nullable=False),
    Column("mode", String(16), nullable=False),
    Column("opens", String(40)),
    Column("closes", String(40)),
    Column("created_at", String(40), nullable=False),
)

guest = Table(
    "guest",
    metadata,
    _id(),
    _of_event(),
    Column("key", Text, nullable=False),
    _text("source"),
    Column("row", Integer, nullable=False, default=0),
    Column("name", Text),
    *(
        _text(name)
        for name in (
            "given", "family", "email", "phone", "company", "role", "sector", "handle", "offers", "seeks", "diet",
            "note", "product",
        )
    ),
    _truth("step_free"),
    _truth("vip"),
    _truth("named_here"),
    Column("standing", String(16), nullable=False),
    _text("reason"),
    _text("blocked"),
    Column("companion_of", Integer, ForeignKey("guest.id")),
    _text("answers"),
    Column("arrival", Integer),
    Column("arrived_at", String(40)),
    _text("station"),
    Column("left_at", String(40)),
    Column("badge_printed_at", String(40)),
    _text("badge_print"),
    *(
        Column(name, Text, nullable=False, default="", server_default=text("''"))
        for name in ("sex", "age_band", "wants", "linkedin", "about", "consent")
    ),
    UniqueConstraint("event_id", "key"),
    UniqueConstraint("event_id", "arrival"),
    _pointing("companion_of"),
)  # fmt: skip

ticket = Table(
    "ticket",
    metadata,
    _id(),
    _of_event(),
    Column("guest_id", Integer, ForeignKey("guest.id"), nullable=False, index=True),
    Column("code", Text, nullable=False, index=True),
    _truth("ours"),
    _truth("replaced"),
)

room_table = Table(
    "room_table",
    metadata,
    _id(),
    _of_event(),
    Column("number", Integer, nullable=False),
    _text("name"),
    Column("shape", String(16), nullable=False),
    Column("x", Float, nullable=False, default=0),
    Column("y", Float, nullable=False, default=0),
    _truth("step_free"),
    _truth("reserved"),
    Column("open", Boolean, nullable=False, default=True),
    UniqueConstraint("event_id", "number"),
)

seat = Table(
    "seat",
    metadata,
    _id(),
    _of_event(),
    Column("table_id", Integer, ForeignKey("room_table.id"), nullable=False),
    Column("round", Integer, nullable=False),
    Column("number", Integer, nullable=False),
    Column("guest_id", Integer, ForeignKey("guest.id")),
    UniqueConstraint("table_id", "round", "number"),
    UniqueConstraint("round", "guest_id"),
    _pointing("guest_id"),
)

setting = Table(
    "setting",
    metadata,
    _id(),
    _of_event(),
    Column("name", String(40), nullable=False),
    _text("value"),
    UniqueConstraint("event_id", "name"),
)

wish = Table(
    "wish",
    metadata,
    _id(),
    _of_event(),
    Column("guest_id", Integer, ForeignKey("guest.id"), nullable=False),
    Column("other_id", Integer, ForeignKey("guest.id"), nullable=False, index=True),
    _truth("by_hand"),
    UniqueConstraint("guest_id", "other_id"),
)

rule = Table(
    "rule",
    metadata,
    _id(),
    _of_event(),
    Column("kind", String(16), nullable=False),
    _text("people"),
    Column("table_id", Integer, ForeignKey("room_table.id")),
)

past = Table(
    "past",
    metadata,
    _id(),
    _of_event(),
    Column("guest_id", Integer, nullable=False),  # no key: an import can be taken back though it is remembered
    _text("met"),
    UniqueConstraint("guest_id"),
)

journal = Table(
    "journal",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("event_id", Integer, index=True),
    Column("at", String(40), nullable=False),
    Column("station", Text, nullable=False),
    Column("kind", String(24), nullable=False),
    Column("guest_id", Integer),
    Column("undoes", Integer),
    Column("undoable", Boolean, nullable=False),
    Column("payload", Text),
    Column("digest", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
    Index("ix_journal_guest_id_kind", "guest_id", "kind"),
)

head = Table(
    "head",
    metadata,
    _id(),
    Column("seq", Integer, nullable=False),
    Column("hash", String(64), nullable=False),
)

counter = Table(
    "counter",
    metadata,
    Column("entity", String(16), primary_key=True),
    Column("last", Integer, nullable=False),
)

TABLES: dict[Entity, Table] = {
    Entity.EVENT: event,
    Entity.GUEST: guest,
    Entity.TICKET: ticket,
    Entity.TABLE: room_table,
    Entity.SEAT: seat,
    Entity.SETTING: setting,
    Entity.WISH: wish,
    Entity.RULE: rule,
    Entity.PAST: past,
}

"""The first schema: events, guests, tickets, tables, seats, the journal and its head."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

TEXTS = (
    "given", "family", "email", "phone", "company", "role", "sector", "handle", "offers", "seeks", "diet", "note",
    "product",
)


def upgrade() -> None:
    _people()
    _room()
    _record()


def _people() -> None:
    op.create_table(
        "event",
        sa.Column("id", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("day", sa.Text, nullable=False),
        sa.Column("seed", sa.String(64), nullable=False),
        sa.Column("mode", sa.String(16), nullable=False),
        sa.Column("opens", sa.String(40)),
        sa.Column("closes", sa.String(40)),
        sa.Column("created_at", sa.String(40), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_event"),
    )
    op.create_table(
        "guest",
        sa.Column("id", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("event_id", sa.Integer, nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("row", sa.Integer, nullable=False),
        sa.Column("name", sa.Text),
        *(sa.Column(name, sa.Text, nullable=False) for name in TEXTS),
        sa.Column("step_free", sa.Boolean, nullable=False),
        sa.Column("vip", sa.Boolean, nullable=False),
        sa.Column("named_here", sa.Boolean, nullable=False),
        sa.Column("standing", sa.String(16), nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("blocked", sa.Text, nullable=False),
        sa.Column("companion_of", sa.Integer),
        sa.Column("answers", sa.Text, nullable=False),
        sa.Column("arrival", sa.Integer),
        sa.Column("arrived_at", sa.String(40)),
        sa.Column("station", sa.Text, nullable=False),
        sa.Column("left_at", sa.String(40)),
        sa.Column("badge_printed_at", sa.String(40)),
        sa.Column("badge_print", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_guest"),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name="fk_guest_event_id"),
        sa.ForeignKeyConstraint(["companion_of"], ["guest.id"], name="fk_guest_companion_of"),
        sa.UniqueConstraint("event_id", "key", name="uq_guest_event_id_key"),
        sa.UniqueConstraint("event_id", "arrival", name="uq_guest_event_id_arrival"),
    )
    op.create_index("ix_guest_event_id", "guest", ["event_id"])
    op.create_table(
        "ticket",
        sa.Column("id", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("event_id", sa.Integer, nullable=False),
        sa.Column("guest_id", sa.Integer, nullable=False),
        sa.Column("code", sa.Text, nullable=False),
        sa.Column("ours", sa.Boolean, nullable=False),
        sa.Column("replaced", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_ticket"),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name="fk_ticket_event_id"),
        sa.ForeignKeyConstraint(["guest_id"], ["guest.id"], name="fk_ticket_guest_id"),
    )
    op.create_index("ix_ticket_event_id", "ticket", ["event_id"])
    op.create_index("ix_ticket_guest_id", "ticket", ["guest_id"])
    op.create_index("ix_ticket_code", "ticket", ["code"])


def _room() -> None:
    op.create_table(
        "room_table",
        sa.Column("id", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("event_id", sa.Integer, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("shape", sa.String(16), nullable=False),
        sa.Column("x", sa.Float, nullable=False),
        sa.Column("y", sa.Float, nullable=False),
        sa.Column("step_free", sa.Boolean, nullable=False),
        sa.Column("reserved", sa.Boolean, nullable=False),
        sa.Column("open", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_room_table"),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name="fk_room_table_event_id"),
        sa.UniqueConstraint("event_id", "number", name="uq_room_table_event_id_number"),
    )
    op.create_index("ix_room_table_event_id", "room_table", ["event_id"])
    op.create_table(
        "seat",
        sa.Column("id", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("event_id", sa.Integer, nullable=False),
        sa.Column("table_id", sa.Integer, nullable=False),
        sa.Column("round", sa.Integer, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("guest_id", sa.Integer),
        sa.PrimaryKeyConstraint("id", name="pk_seat"),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name="fk_seat_event_id"),
        sa.ForeignKeyConstraint(["table_id"], ["room_table.id"], name="fk_seat_table_id"),
        sa.ForeignKeyConstraint(["guest_id"], ["guest.id"], name="fk_seat_guest_id"),
        sa.UniqueConstraint("table_id", "round", "number", name="uq_seat_table_id_round_number"),
        sa.UniqueConstraint("round", "guest_id", name="uq_seat_round_guest_id"),
    )
    op.create_index("ix_seat_event_id", "seat", ["event_id"])


def _record() -> None:
    op.create_table(
        "setting",
        sa.Column("id", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("event_id", sa.Integer, nullable=False),
        sa.Column("name", sa.String(40), nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_setting"),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name="fk_setting_event_id"),
        sa.UniqueConstraint("event_id", "name", name="uq_setting_event_id_name"),
    )
    op.create_index("ix_setting_event_id", "setting", ["event_id"])
    op.create_table(
        "journal",
        sa.Column("seq", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("event_id", sa.Integer),
        sa.Column("at", sa.String(40), nullable=False),
        sa.Column("station", sa.Text, nullable=False),
        sa.Column("kind", sa.String(24), nullable=False),
        sa.Column("guest_id", sa.Integer),
        sa.Column("undoes", sa.Integer),
        sa.Column("undoable", sa.Boolean, nullable=False),
        sa.Column("payload", sa.Text),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_journal"),
    )
    op.create_index("ix_journal_event_id", "journal", ["event_id"])
    op.create_index("ix_journal_guest_id_kind", "journal", ["guest_id", "kind"])
    op.create_table(
        "head",
        sa.Column("id", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_head"),
    )
    op.create_table(
        "counter",
        sa.Column("entity", sa.String(16), nullable=False),
        sa.Column("last", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("entity", name="pk_counter"),
    )
    op.execute("INSERT INTO head (id, seq, hash) VALUES (1, 0, '" + "0" * 64 + "')")

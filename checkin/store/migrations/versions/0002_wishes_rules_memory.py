"""Wishes, rules, who has met whom before; sex, age band and wishes in the guests' own words."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    for name in ("sex", "age_band", "wants"):
        op.add_column("guest", sa.Column(name, sa.Text, nullable=False, server_default=sa.text("''")))
    op.create_table(
        "wish",
        sa.Column("id", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("event_id", sa.Integer, nullable=False),
        sa.Column("guest_id", sa.Integer, nullable=False),
        sa.Column("other_id", sa.Integer, nullable=False),
        sa.Column("by_hand", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_wish"),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name="fk_wish_event_id"),
        sa.ForeignKeyConstraint(["guest_id"], ["guest.id"], name="fk_wish_guest_id"),
        sa.ForeignKeyConstraint(["other_id"], ["guest.id"], name="fk_wish_other_id"),
        sa.UniqueConstraint("guest_id", "other_id", name="uq_wish_guest_id_other_id"),
    )
    op.create_index("ix_wish_event_id", "wish", ["event_id"])
    op.create_table(
        "rule",
        sa.Column("id", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("event_id", sa.Integer, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("people", sa.Text, nullable=False),
        sa.Column("table_id", sa.Integer),
        sa.PrimaryKeyConstraint("id", name="pk_rule"),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name="fk_rule_event_id"),
        sa.ForeignKeyConstraint(["table_id"], ["room_table.id"], name="fk_rule_table_id"),
    )
    op.create_index("ix_rule_event_id", "rule", ["event_id"])
    op.create_table(
        "past",
        sa.Column("id", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("event_id", sa.Integer, nullable=False),
        sa.Column("guest_id", sa.Integer, nullable=False),
        sa.Column("met", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_past"),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name="fk_past_event_id"),
        sa.UniqueConstraint("guest_id", name="uq_past_guest_id"),
    )
    op.create_index("ix_past_event_id", "past", ["event_id"])

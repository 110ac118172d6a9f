"""Many rows at once: indexes by which a guest can go, and journal rows that tell new rows as a table.

Without the indexes each guest who goes is looked for in every row that may point there. An older program would not
understand such a journal row, so it is kept out.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    for table, column in (("guest", "companion_of"), ("seat", "guest_id")):
        held = sa.text(f"{column} IS NOT NULL")
        op.create_index(f"ix_{table}_{column}", table, [column], sqlite_where=held, postgresql_where=held)
    op.create_index("ix_wish_other_id", "wish", ["other_id"])

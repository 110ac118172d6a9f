"""What guests say about themselves, where to find them, and whether others may have their address."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    for name in ("linkedin", "about", "consent"):
        op.add_column("guest", sa.Column(name, sa.Text, nullable=False, server_default=sa.text("''")))

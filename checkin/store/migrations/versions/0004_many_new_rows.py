"""Journal rows may tell many new rows as a table: an older program would not understand them, so it is kept out."""

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """No table changes."""

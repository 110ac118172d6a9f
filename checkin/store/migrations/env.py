"""Alembic's way in: it works on the connection that ``run.upgrade`` hands over, never on an address of its own."""

from __future__ import annotations

from alembic import context

from checkin.store.schema import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata, transactional_ddl=False)
context.run_migrations()

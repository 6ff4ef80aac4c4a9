"""Alembic's way in: it runs the migrations on the connection that `app/store/migrate.py` hands over."""  # noqa: INP001  Alembic loads it by path, it is in no package

from alembic import context
from sqlmodel import SQLModel

import app.store.tables  # noqa: F401  the tables must be known

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=SQLModel.metadata,
    render_as_batch=True,
    compare_type=True,
)
with context.begin_transaction():
    context.run_migrations()

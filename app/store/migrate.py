"""Bringing the tables to the version of this code, and back. Both databases; SQLite is backed up first."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, text
from sqlmodel import SQLModel

from app.errors import Unavailable
from app.store.backup import copy_sqlite
from app.store.engine import open_engine
from app.store.troubles import translated

FOLDER = Path(__file__).resolve().parents[2] / "migrations"
# Any number, but always this one: who migrates holds the advisory lock of this name, so that two starting processes do not both.
_LOCK = 5_737_811


def upgrade(engine: Engine, to: str = "head") -> Path | None:
    """Bring the tables to `to`; returns where the SQLite file was backed up to, None where nothing had to be."""
    if to == "head" and current(engine) == newest():
        return None
    saved = _back_up(engine)
    with _migrating(engine) as config:
        command.upgrade(config, to)
    return saved


def downgrade(engine: Engine, to: str) -> Path | None:
    """Take the tables back to revision `to` ("base" is none at all), backing up as `upgrade` does."""
    saved = _back_up(engine)
    with _migrating(engine) as config:
        command.downgrade(config, to)
    return saved


def current(engine: Engine) -> str | None:
    """Return the revision of the database, None when it has no tables of ours."""
    with translated(), engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def newest() -> str:
    """Return the revision this code is written for."""
    return str(ScriptDirectory(str(FOLDER)).get_current_head())


def require_current(engine: Engine) -> None:
    """Raise Unavailable when the database is not at the revision of this code."""
    found = current(engine)
    if found != newest():
        raise Unavailable(f"The database is at revision {found or 'none'}, this version of Stet needs {newest()}: run stet migrate.")


def check(engine: Engine) -> list[Any]:
    """Return how the tables in the database differ from those in the code; empty is right."""
    with translated(), engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return list(compare_metadata(context, SQLModel.metadata))


@contextmanager
def _migrating(engine: Engine) -> Iterator[Config]:
    own = open_engine(engine.url.render_as_string(hide_password=False), statement_timeout_s=0)
    try:
        with translated(), own.execution_options(writes=True).connect() as connection, _exclusive(connection):
            config = Config()
            config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
            config.attributes["connection"] = connection
            yield config
    finally:
        own.dispose()


@contextmanager
def _exclusive(connection: Connection) -> Iterator[None]:
    if connection.dialect.name == "sqlite":
        with _without_foreign_keys(connection):
            yield
        return
    with connection.begin():
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        yield


@contextmanager
def _without_foreign_keys(connection: Connection) -> Iterator[None]:
    """SQLite changes a table by copying it, which its foreign keys must not notice; they are checked before the commit."""
    driver = connection.connection.driver_connection
    assert driver is not None  # noqa: S101  the connection is open
    driver.execute("PRAGMA foreign_keys=OFF").close()
    try:
        with connection.begin():
            yield
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
            if broken is not None:
                raise Unavailable(f"The migration would break references in table {broken[0]}; nothing was changed.")
    finally:
        driver.execute("PRAGMA foreign_keys=ON").close()


def _back_up(engine: Engine) -> Path | None:
    """Copy a SQLite file that has tables to a file beside it that says of when and of which revision it is."""
    before = current(engine)
    if engine.dialect.name != "sqlite" or before is None:
        return None
    path = Path(str(engine.url.database))
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    return copy_sqlite(engine, path.with_name(f"{path.name}.{before}.{stamp}.backup"))

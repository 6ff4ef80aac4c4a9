"""Opening a database, and the two ways to use it: `begin` writes, `read` reads. Database errors leave here as errors of ours."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson
import psycopg
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import URL, Connection, make_url
from sqlalchemy.exc import ArgumentError, DisconnectionError, NoSuchModuleError
from sqlalchemy.pool import ConnectionPoolEntry
from sqlmodel import Session

import app.store.tables  # noqa: F401  a session needs the tables to be known
from app.errors import InvalidInput, Unavailable
from app.store.columns import dump_json
from app.store.event_log import seal
from app.store.file_systems import refuse_network_file_system
from app.store.troubles import translated

# A writer waits this long for the one SQLite write lock; batches hold it for some ms, a backup or a migration for seconds.
SQLITE_BUSY_S = 30
# No statement of the service needs longer; migrations and backups open their own engines without it.
STATEMENT_TIMEOUT_S = 30
POOL_SIZE = 10
POOL_OVERFLOW = 20
POOL_WAIT_S = 20
# A server that restarts ends idle connections; a busy one meets that at most once, as an error that says to try again.
PING_AFTER_IDLE_S = 2.0


def open_engine(url: str, *, statement_timeout_s: int = STATEMENT_TIMEOUT_S, ping_after_idle_s: float = PING_AFTER_IDLE_S) -> Engine:
    """Open `sqlite:///path` or `postgresql://…`; nothing is connected yet. `statement_timeout_s=0` sets no limit (PostgreSQL).

    Raises InvalidInput when the URL is none of these or a SQLite file would lie on a network file system.
    """
    try:
        parsed = make_url(url)
        backend = parsed.get_backend_name()
    except (ArgumentError, NoSuchModuleError) as error:
        raise InvalidInput("STET_DATABASE_URL cannot be read: use sqlite:///path/to/stet.db or postgresql://user@host/name.") from error
    if backend == "sqlite":
        return _open_sqlite(parsed)
    if backend == "postgresql":
        return _open_postgresql(parsed, statement_timeout_s, ping_after_idle_s)
    raise InvalidInput(f"Stet keeps its data in SQLite or PostgreSQL, not in {backend}: use sqlite:///path or postgresql://user@host/name.")


def _open_sqlite(url: URL) -> Engine:
    if not url.database or url.database == ":memory:":
        raise InvalidInput("A SQLite database needs a file, because several connections use it: sqlite:///path/to/stet.db.")
    path = Path(url.database)
    refuse_network_file_system(path)
    _make_folder(path.parent)
    engine = create_engine(
        url,
        connect_args={"check_same_thread": False} | ({} if "timeout" in url.query else {"timeout": SQLITE_BUSY_S}),
        json_serializer=dump_json,
        json_deserializer=orjson.loads,
        pool_size=POOL_SIZE,
        max_overflow=POOL_OVERFLOW,
        pool_timeout=POOL_WAIT_S,
    )
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Unavailable(f"The folder {folder} of the database cannot be made ({error.strerror}): make it, or choose another.") from error


def _prepare_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # the driver begins nothing by itself: `_begin_sqlite` does
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",  # a commit that was acknowledged survives a loss of power
        "foreign_keys=ON",
        "cache_size=-65536",  # 64 MiB: the indexes of a million sources stay in memory
        "temp_store=MEMORY",
        "journal_size_limit=67108864",
    ):
        connection.execute(f"PRAGMA {pragma}").close()


def _begin_sqlite(connection: Connection) -> None:
    # A write transaction takes the write lock at once: one that begins as a reader cannot always become a writer, and no
    # busy time-out helps it then.
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("writes") else "BEGIN")


def _open_postgresql(url: URL, statement_timeout_s: int, ping_after_idle_s: float) -> Engine:
    options = f"-c timezone=UTC -c statement_timeout={statement_timeout_s * 1000} -c idle_in_transaction_session_timeout=120000"
    given = url.query.get("options", "")
    engine = create_engine(
        url.set(drivername="postgresql+psycopg").difference_update_query(["options"]),
        connect_args={
            "options": f"{options} {given if isinstance(given, str) else ' '.join(given)}".strip(),
            "connect_timeout": 10,
            "application_name": "stet",
        },
        json_serializer=dump_json,
        json_deserializer=orjson.loads,
        pool_size=POOL_SIZE,
        max_overflow=POOL_OVERFLOW,
        pool_timeout=POOL_WAIT_S,
    )
    idle = _IdlePing(ping_after_idle_s)
    event.listen(engine, "checkin", idle.note)
    event.listen(engine, "checkout", idle.ping)
    return engine


@dataclass(frozen=True, slots=True)
class _IdlePing:
    """Replaces a connection that died while idle before it is used; one used lately is not asked: that would double a read's cost."""

    after_s: float

    def note(self, _connection: object, record: ConnectionPoolEntry) -> None:
        record.info["idle_since"] = time.monotonic()

    def ping(self, connection: psycopg.Connection[Any], record: ConnectionPoolEntry, _proxy: object) -> None:
        if time.monotonic() - record.info.get("idle_since", time.monotonic()) < self.after_s:
            return
        try:
            connection.execute("SELECT 1")
            connection.rollback()
        except psycopg.Error as error:
            raise DisconnectionError from error


@contextmanager
def begin(engine: Engine) -> Iterator[Session]:
    """Open a write transaction: commits on leaving, rolls back on an error. Events appended in it get their ids at the end."""
    with translated(), Session(engine.execution_options(writes=True), expire_on_commit=False) as session:
        yield session
        session.flush()
        seal(session)
        session.commit()


@contextmanager
def read(engine: Engine) -> Iterator[Session]:
    """Open a view of one moment; writing in it fails or is forgotten."""
    options: dict[str, Any] = {}
    if engine.dialect.name == "postgresql":
        options = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
    with translated(), Session(engine.execution_options(**options), expire_on_commit=False, autoflush=False) as session:
        yield session


@contextmanager
def glance(engine: Engine) -> Iterator[Session]:
    """Open a view for one query: on PostgreSQL a third of the round trips of `read`, but each query sees its own moment."""
    options: dict[str, Any] = {"isolation_level": "AUTOCOMMIT"} if engine.dialect.name == "postgresql" else {}
    with translated(), Session(engine.execution_options(**options), expire_on_commit=False, autoflush=False) as session:
        yield session


def ping(engine: Engine) -> None:
    """Raise Unavailable when the database does not answer."""
    with translated(), engine.connect() as connection:
        connection.exec_driver_sql("SELECT 1")

"""Backups: SQLite while it is written to, by its own online backup; PostgreSQL has better tools of its own."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Engine

from app.errors import Conflict, InvalidInput, Unavailable
from app.store.file_systems import refuse_network_file_system
from app.store.troubles import translated

# All pages in one step: the copy is of one moment, and in WAL mode writers go on while it is read. Copied in shares, every
# write by another connection would start it anew, and under load it would never end.
_ALL_PAGES = -1
_POSTGRESQL = (
    "Stet does not copy PostgreSQL itself. Back up with `pg_dump --format=custom --file=stet.dump NAME`, restore with "
    "`pg_restore --clean --if-exists --dbname=NAME stet.dump`; for many sources use continuous archiving (pg_basebackup and WAL)."
)


def copy_sqlite(engine: Engine, to: Path) -> Path:
    """Copy a SQLite database as it stands at one moment to the new file `to`; readers and writers go on meanwhile.

    Raises InvalidInput on PostgreSQL and says what to use, Conflict when `to` exists, Unavailable when it cannot be written.
    """
    if engine.dialect.name != "sqlite":
        raise InvalidInput(_POSTGRESQL)
    if to.exists():
        raise Conflict(f"{to} exists already: choose another name, a backup never writes over a file.")
    unfinished = to.with_name(to.name + ".part")
    try:
        unfinished.unlink(missing_ok=True)
        with translated(), engine.connect() as connection, closing(sqlite3.connect(unfinished)) as target:
            source = connection.connection.driver_connection
            assert source is not None  # noqa: S101  the connection is open
            source.backup(target, pages=_ALL_PAGES)
        _verify(unfinished)
        _keep(unfinished, to)
    except (OSError, sqlite3.Error) as error:
        unfinished.unlink(missing_ok=True)
        raise Unavailable(f"The backup to {to} failed: {error}. The database itself is untouched.") from error
    return to


def restore_sqlite(engine: Engine, backup: Path) -> Path | None:
    """Put a backup in the place of a SQLite database; returns where the replaced database was put aside, None if there was none.

    Stop every process of Stet before. Raises InvalidInput when `backup` is no sound database, Conflict when somebody writes.
    """
    if engine.dialect.name != "sqlite":
        raise InvalidInput(_POSTGRESQL)
    path = Path(str(engine.url.database))
    refuse_network_file_system(path)
    if not backup.is_file():
        raise InvalidInput(f"There is no backup at {backup}.")
    _verify(backup)
    engine.dispose()
    incoming = path.with_name(path.name + ".incoming")
    try:
        incoming.unlink(missing_ok=True)
        with (
            closing(sqlite3.connect(f"{backup.resolve().as_uri()}?mode=ro", uri=True)) as source,
            closing(sqlite3.connect(incoming)) as target,
        ):
            source.backup(target)
        aside = _put_aside(path) if path.exists() else None
        _keep(incoming, path)
    except (OSError, sqlite3.Error) as error:
        incoming.unlink(missing_ok=True)
        raise Unavailable(f"The restore of {backup} failed: {error}. The database is as it was.") from error
    return aside


def _put_aside(path: Path) -> Path:
    """Fold the write-ahead log into the file while nobody else uses it, then copy it to a name of its own."""
    with closing(sqlite3.connect(path, timeout=5, isolation_level=None)) as old:
        try:
            old.execute("PRAGMA locking_mode=EXCLUSIVE")
            old.execute("BEGIN EXCLUSIVE")
            old.execute("COMMIT")
        except sqlite3.OperationalError as error:
            raise Conflict(f"{path} is in use: stop every process of Stet (serve, work), then restore.") from error
        aside = _free_name(path)
        with closing(sqlite3.connect(aside)) as copy:
            old.backup(copy)
    for suffix in ("-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    return aside


def _free_name(path: Path) -> Path:
    number = 1
    while (name := path.with_name(f"{path.name}.before-restore-{number}")).exists():
        number += 1
    return name


def _verify(path: Path) -> None:
    try:
        with closing(_read_only(path)) as found:
            problems = [row[0] for row in found.execute("PRAGMA quick_check(1)")]
    except sqlite3.Error as error:
        raise InvalidInput(f"{path} is no SQLite database that can be read: {error}.") from error
    if problems != ["ok"]:
        raise InvalidInput(f"{path} is damaged: {problems[0]}.")


def _read_only(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)


def _keep(unfinished: Path, to: Path) -> None:
    """Make the file and its name safe on disk: a backup that a power cut takes away is none."""
    with unfinished.open("rb") as file:
        os.fsync(file.fileno())
    unfinished.replace(to)
    folder = os.open(to.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)

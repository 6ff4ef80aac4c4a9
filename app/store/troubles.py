"""What databases complain of, as errors of ours. Everything that knows SQLSTATEs and SQLite's codes lives here."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from app.errors import Conflict, InvalidInput, StetError, Unavailable

_SQLITE: dict[int, StetError] = {
    sqlite3.SQLITE_BUSY: Unavailable("The database is busy: another process holds its write lock. Nothing was changed; try again."),
    sqlite3.SQLITE_LOCKED: Unavailable("The database is busy: another process holds its write lock. Nothing was changed; try again."),
    sqlite3.SQLITE_FULL: Unavailable("The disk of the database is full. Nothing was changed; free some space and try again."),
    sqlite3.SQLITE_READONLY: Unavailable("The database file cannot be written. Nothing was changed; check the rights of file and folder."),
    sqlite3.SQLITE_CANTOPEN: Unavailable("The database file cannot be opened: check that its folder exists and may be used."),
    sqlite3.SQLITE_IOERR: Unavailable("The disk of the database failed to read or write. Nothing was changed; check disk and space."),
    sqlite3.SQLITE_CORRUPT: Unavailable("The database file is damaged: stop Stet and restore the last backup (stet restore)."),
    sqlite3.SQLITE_NOTADB: Unavailable("The database file is no SQLite database: check STET_DATABASE_URL and STET_DATA."),
}

# By SQLSTATE, the whole code before its class.
_POSTGRESQL: dict[str, StetError] = {
    "40001": Unavailable("Another writer was faster. Nothing was changed; try again."),
    "40P01": Unavailable("Two writers waited for each other. Nothing was changed; try again."),
    "55P03": Unavailable("A row is held by another writer. Nothing was changed; try again."),
    "57014": Unavailable("The database took too long to answer. Nothing was changed; ask for less or try again."),
    "25006": Unavailable("The database takes no writes now (it may be a replica). Nothing was changed."),
    "42P01": Unavailable("The database has no tables of Stet yet, or older ones: run stet migrate."),
    "42703": Unavailable("The tables of the database are not of this version of Stet: run stet migrate."),
    "28": Unavailable("The database refuses this user or password: check STET_DATABASE_URL."),
    "3D": Unavailable("There is no database of that name: create it, or check STET_DATABASE_URL."),
    "53": Unavailable("The database has run out of space, memory or connections. Nothing was changed; try again later."),
    "22": InvalidInput("A value cannot be kept: a number is out of range or a text holds what the database cannot store."),
}

_AWAY = Unavailable("The database cannot be reached. Nothing was changed; try again in a moment.")
_NO_CONNECTION = Unavailable("All database connections are in use. Nothing was changed; try again in a moment.")
_TAKEN = Conflict("It collides with what another request stored at the same time. Nothing was changed; read it again and decide.")


@contextmanager
def translated() -> Iterator[None]:
    """Let no error of a driver or of SQLAlchemy's connection handling out; a wrong statement stays the crash that it is."""
    try:
        yield
    except PoolTimeoutError as error:
        raise _fresh(_NO_CONNECTION) from error
    except IntegrityError as error:
        raise _fresh(_TAKEN) from error
    except DBAPIError as error:
        told = _told(error)
        if told is None:
            raise
        raise told from error


def _told(error: DBAPIError) -> StetError | None:
    original = error.orig
    if isinstance(original, sqlite3.Error):
        return _of_sqlite(original)
    if isinstance(original, psycopg.Error):
        return _of_postgresql(original, lost=error.connection_invalidated)
    return _fresh(_AWAY) if error.connection_invalidated else None


def _of_sqlite(error: sqlite3.Error) -> StetError | None:
    code = getattr(error, "sqlite_errorcode", None)
    known = None if code is None else _SQLITE.get(code & 0xFF)  # the low byte is the class, the rest says more
    if known is None and str(error).startswith(("no such table", "no such column")):
        known = _POSTGRESQL["42P01"]
    return None if known is None else _fresh(known)


def _of_postgresql(error: psycopg.Error, *, lost: bool) -> StetError | None:
    state = error.sqlstate or ""
    known = _POSTGRESQL.get(state) or _POSTGRESQL.get(state[:2])
    if known is None and (lost or not state or state[:2] in {"08", "57"}):
        return _away(error)
    return None if known is None else _fresh(known)


def _away(error: psycopg.Error) -> Unavailable:
    """Say why, where the server or the driver said it: a refused connection carries no SQLSTATE, only words."""
    said = str(error).strip().rpartition("FATAL:")[2].strip().splitlines()
    why = f" ({said[0][:200]})" if said else ""
    return Unavailable(f"The database cannot be reached{why}. Nothing was changed; check STET_DATABASE_URL if it stays so.")


def _fresh(known: StetError) -> StetError:
    return type(known)(str(known))

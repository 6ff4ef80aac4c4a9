"""Database time: the one clock that all workers share."""

from datetime import UTC, datetime

from sqlalchemy import text
from sqlmodel import Session


def database_now(session: Session) -> datetime:
    """Return the time of the database server; SQLite has no clock but the machine's."""
    connection = session.connection()
    if connection.dialect.name == "sqlite":
        return datetime.now(UTC)
    found = connection.execute(text("SELECT clock_timestamp()")).scalar_one()
    assert isinstance(found, datetime)  # noqa: S101  PostgreSQL's clock is a timestamp with time zone
    return found.astimezone(UTC)

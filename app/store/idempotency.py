"""Answers kept by `Idempotency-Key`, so that a request that is sent again is answered again and done once."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, select, update
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlmodel import Session, SQLModel

from app.errors import Conflict, InvalidInput

KEPT = SQLModel.metadata.tables["idempotency"]
# A request that has not answered in this time has died with its process; its key may be used again.
IN_FLIGHT = timedelta(seconds=60)
KEEP = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    body: bytes


class InFlight(Conflict):
    """The same request is being answered just now."""


class OtherBody(InvalidInput):
    """The key was used for another request."""


def claim(session: Session, key_id: int, token: str, fingerprint: str, now: datetime) -> Answer | None:
    """Take the token for a request; returns the answer there is already, None when the caller must do the work.

    Commit it before the work, then `keep` the answer or `let_go`. Raises InFlight and OtherBody.
    """
    connection = session.connection()
    row = {"key_id": key_id, "token": token, "fingerprint": fingerprint, "at": now}
    make = sqlite_insert if connection.dialect.name == "sqlite" else postgresql_insert
    taken = make(KEPT).values(row | {"headers": {}}).on_conflict_do_nothing().returning(KEPT.c.at)
    if connection.execute(taken).first():
        return None
    mine = (KEPT.c.key_id == key_id) & (KEPT.c.token == token)
    found = connection.execute(select(KEPT).where(mine).with_for_update()).one()
    if found.at <= now - (IN_FLIGHT if found.status is None else KEEP):
        connection.execute(update(KEPT).where(mine).values(fingerprint=fingerprint, at=now, status=None, headers={}, body=None))
        return None
    if found.fingerprint != fingerprint:
        raise OtherBody("This Idempotency-Key was used for another request: use a new key for each request.", field="Idempotency-Key")
    if found.status is None:
        raise InFlight("The same request is being answered just now: wait a moment and send it again.")
    return Answer(found.status, found.headers, found.body or b"")


def keep(session: Session, key_id: int, token: str, answer: Answer) -> None:
    """Keep the answer; call it in the transaction of the work where there is one."""
    mine = (KEPT.c.key_id == key_id) & (KEPT.c.token == token)
    values = {"status": answer.status, "headers": dict(answer.headers), "body": answer.body}
    session.connection().execute(update(KEPT).where(mine).values(values))


def let_go(session: Session, key_id: int, token: str) -> None:
    """Forget a request that failed, so that it may be tried again under its token."""
    session.connection().execute(delete(KEPT).where(KEPT.c.key_id == key_id, KEPT.c.token == token, KEPT.c.status.is_(None)))


def forget_old(session: Session, now: datetime, limit: int = 1_000) -> int:
    """Remove answers that are older than `KEEP`, at most `limit`; returns how many."""
    old = select(KEPT.c.key_id, KEPT.c.token).where(KEPT.c.at < now - KEEP).order_by(KEPT.c.at).limit(limit)
    rows = session.connection().execute(old).all()
    for row in rows:
        session.connection().execute(delete(KEPT).where(KEPT.c.key_id == row.key_id, KEPT.c.token == row.token))
    return len(rows)

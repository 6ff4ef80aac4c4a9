"""Writing events. They wait in the session and get their ids just before commit, from one counter row held until then.

So ids grow in commit order on both databases and have no gap: a reader that stopped at an id misses nothing by asking for what
comes after it. A sequence would not do: it hands ids out long before their transactions become visible, in any order.
Because the counter is always the last row a transaction takes, it cannot be part of a deadlock, and it is held for one insert
and one commit only.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Table, update
from sqlmodel import Session, SQLModel

from app.events import Event as Change
from app.store import bulk

_WAITING = "events_waiting"


@dataclass(frozen=True, slots=True)
class _Waiting:
    change: Change
    at: datetime
    article_id: int | None
    claim_id: int | None

    def row(self, number: int) -> dict[str, Any]:
        return {
            "id": number,
            "at": self.at,
            "type": self.change.type.value,
            "subject": self.change.subject,
            "article_id": self.article_id,
            "claim_id": self.claim_id,
            "data": dict(self.change.data),
        }


def append(session: Session, change: Change, at: datetime, *, article_id: int | None = None, claim_id: int | None = None) -> None:
    """Add an event to the transaction of `session`, which must be one of `begin`."""
    session.info.setdefault(_WAITING, []).append(_Waiting(change, at, article_id, claim_id))


def seal(session: Session) -> None:
    """Give the waiting events their ids and write them: the last step before commit."""
    waiting: list[_Waiting] = session.info.pop(_WAITING, [])
    if not waiting:
        return
    connection = session.connection()
    clock, log = _table("event_clock"), _table("event")
    counted = update(clock).where(clock.c.id == 1).values(last=clock.c.last + len(waiting)).returning(clock.c.last)
    last = connection.execute(counted).scalar_one()
    first = last - len(waiting) + 1
    bulk.insert(session, log, [item.row(first + place) for place, item in enumerate(waiting)])


def _table(name: str) -> Table:
    return SQLModel.metadata.tables[name]

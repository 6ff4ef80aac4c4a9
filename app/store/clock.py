"""The host's clock of politeness, exact over all workers: one request to a host at a time, and a pause after it.

It is the host's row, compared and swapped in database time; so it holds for redirects, robots.txt and probes too, on hosts that
another worker has leased.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import or_, select, update
from sqlmodel import Session, SQLModel

from app.store.moments import database_now
from app.store.sources import HOST_NAME_MAX_CHARS, ensure_host

HOST = SQLModel.metadata.tables["host"]


@dataclass(frozen=True, slots=True)
class HostPatience:
    """What was learned of a host: failures in a row, and the pause it asks for (None: the settings' own)."""

    backoff: int
    gap_s: float | None


def acquire(session: Session, host: str, hold_s: float, holder: str, now: datetime | None = None) -> float:
    """Take the host for one request; returns 0.0 when it is the holder's now, else the seconds to wait before asking again.

    A holder that never releases holds for `hold_s`.
    """
    now = now or database_now(session)
    name = host[:HOST_NAME_MAX_CHARS]
    ensure_host(session, name)
    taken = update(HOST).where(HOST.c.name == name, or_(HOST.c.free_at.is_(None), HOST.c.free_at <= now))
    values = {"free_at": now + timedelta(seconds=hold_s), "holder": holder}
    if session.connection().execute(taken.values(values).returning(HOST.c.id)).first():
        return 0.0
    free_at = session.connection().execute(select(HOST.c.free_at).where(HOST.c.name == name)).scalar_one()
    return float(max((free_at - now).total_seconds(), 0.001)) if free_at else 0.001


def is_held(session: Session, host: str) -> bool:
    """Say whether a request to the host is under way: then it may be free much sooner than its hold ends."""
    query = select(HOST.c.holder).where(HOST.c.name == host[:HOST_NAME_MAX_CHARS])
    return bool(session.connection().execute(query).scalar_one_or_none())


def release(  # noqa: PLR0913  what the answer taught, each by its name
    session: Session, host: str, holder: str, *, free_in_s: float, backoff: int, gap_s: float | None, now: datetime | None = None
) -> bool:
    """Give the host back after the answer: free again in `free_in_s`. False when the holder had lost it meanwhile."""
    now = now or database_now(session)
    mine = update(HOST).where(HOST.c.name == host[:HOST_NAME_MAX_CHARS], HOST.c.holder == holder)
    values = {"free_at": now + timedelta(seconds=free_in_s), "holder": "", "backoff": backoff, "gap_s": gap_s}
    return session.connection().execute(mine.values(values).returning(HOST.c.id)).first() is not None


def patience(session: Session, host: str) -> HostPatience:
    """Return what was learned of a host; one that was never asked is patient."""
    query = select(HOST.c.backoff, HOST.c.gap_s).where(HOST.c.name == host[:HOST_NAME_MAX_CHARS])
    row = session.connection().execute(query).first()
    return HostPatience(0, None) if row is None else HostPatience(row.backoff, row.gap_s)


@dataclass(frozen=True, slots=True)
class Robots:
    """A host's robots.txt as it was met; `status` in the fetch room's words."""

    text: str | None
    status: str
    at: datetime


def robots(session: Session, host: str) -> Robots | None:
    """Return the robots.txt that was kept, None when there is none yet."""
    query = select(HOST.c.robots, HOST.c.robots_status, HOST.c.robots_at).where(HOST.c.name == host[:HOST_NAME_MAX_CHARS])
    row = session.connection().execute(query).first()
    return None if row is None or row.robots_at is None else Robots(row.robots, row.robots_status, row.robots_at)


def keep_robots(session: Session, host: str, kept: Robots) -> None:
    host_id = ensure_host(session, host)
    values = {"robots": kept.text, "robots_status": kept.status, "robots_at": kept.at}
    session.connection().execute(update(HOST).where(HOST.c.id == host_id).values(values))

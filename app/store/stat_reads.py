"""What is going on: counts by state, the queue, the last hour. For `/v1/stats`, `/metrics` and `stet top`."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Column, Select, func, select
from sqlmodel import Session

from app.store.keyset import Row, first, rows, table
from app.store.tables import Article, Check, Citation, Claim, Delivery, Event, Host, Run, Source

ARTICLE, CLAIM, CITATION, SOURCE, HOST = table(Article), table(Claim), table(Citation), table(Source), table(Host)
CHECK, RUN, EVENT, DELIVERY = table(Check), table(Run), table(Event), table(Delivery)
BUSY_HOSTS_MAX = 50


def _counts(session: Session, column: Column[Any], query: Select[Any] | None = None) -> dict[str, int]:
    base = select(column.label("word"), func.count().label("n")) if query is None else query
    return {str(row["word"]): int(row["n"]) for row in rows(session, base.group_by(column))}


def _count(session: Session, query: Select[Any]) -> int:
    return int(session.connection().execute(select(func.count()).select_from(query.subquery())).scalar_one())


def standing(session: Session) -> Row:
    """How many articles, claims and sources stand at each state."""
    claims = select(CLAIM.c.status.label("word"), func.count().label("n")).where(CLAIM.c.removed_at.is_(None))
    articles = select(ARTICLE.c.status.label("word"), func.count().label("n")).where(ARTICLE.c.deleted_at.is_(None))
    return {
        "articles": _counts(session, ARTICLE.c.status, articles),
        "claims": _counts(session, CLAIM.c.status, claims),
        "sources": _counts(session, SOURCE.c.link_state),
        "runs": _counts(session, RUN.c.state),
        "deliveries": _counts(session, DELIVERY.c.state),
    }


def queue(session: Session, now: datetime) -> Row:
    """What waits and who works: sources and hosts due, leases, what is quarantined."""
    oldest = first(session, select(func.min(SOURCE.c.next_check_at).label("at")).where(SOURCE.c.quarantined_at.is_(None)))
    oldest_at = oldest["at"] if oldest else None
    return {
        "sources_due": _count(session, select(SOURCE.c.id).where(SOURCE.c.next_check_at <= now, SOURCE.c.quarantined_at.is_(None))),
        "hosts_ready": _count(session, select(HOST.c.id).where(HOST.c.ready_at <= now)),
        "hosts_leased": _count(session, select(HOST.c.id).where(HOST.c.leased_until > now)),
        "quarantined": _count(session, select(SOURCE.c.id).where(SOURCE.c.quarantined_at.is_not(None))),
        "late_s": max(0.0, (now - oldest_at).total_seconds()) if oldest_at else 0.0,
    }


def last_hour(session: Session, now: datetime) -> Row:
    """How many visits, and what they met."""
    since = now - timedelta(hours=1)
    outcomes = select(CHECK.c.outcome.label("word"), func.count().label("n")).where(CHECK.c.at > since)
    found = _counts(session, CHECK.c.outcome, outcomes)
    return {"checks": sum(found.values()), "outcomes": found}


def busy_hosts(session: Session, now: datetime) -> Sequence[Row]:
    """Return the hosts that are lent out now, with their worker and what they wait for."""
    columns = (HOST.c.name, HOST.c.leased_by, HOST.c.leased_until, HOST.c.priority, HOST.c.backoff, HOST.c.free_at)
    query = select(*columns).where(HOST.c.leased_until > now).order_by(HOST.c.leased_until.desc())
    return rows(session, query.limit(BUSY_HOSTS_MAX))


def event_lag_s(session: Session, now: datetime) -> float:
    """Return the age of the oldest event that is still on its way to a webhook; 0 when none is."""
    oldest = select(func.min(DELIVERY.c.event_id)).where(DELIVERY.c.state == "due").scalar_subquery()
    found = first(session, select(EVENT.c.at).where(EVENT.c.id == oldest))
    return max(0.0, (now - found["at"]).total_seconds()) if found else 0.0

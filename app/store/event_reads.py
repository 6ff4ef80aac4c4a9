"""Reading the log of events, and what stood at an earlier moment according to it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, func, select
from sqlmodel import Session

from app.events import EventType
from app.store.keyset import Order, Page, Position, Row, first, page, rows, table
from app.store.tables import Claim, Event, Revision

EVENT, CLAIM, REVISION = table(Event), table(Claim), table(Revision)


@dataclass(frozen=True, slots=True)
class EventFilter:
    """What the log is narrowed to; several types are alternatives."""

    types: tuple[str, ...] = ()
    subject: str = ""
    article_id: int | None = None


def list_events(session: Session, narrow: EventFilter, after: Position | None, limit: int) -> Page:
    """Oldest first, so that a reader can go on where it stopped."""
    return page(session, _narrowed(narrow), [Order(EVENT.c.id)], after, limit)


def events_after(session: Session, narrow: EventFilter, after_id: int, limit: int) -> list[Row]:
    return rows(session, _narrowed(narrow).where(EVENT.c.id > after_id).order_by(EVENT.c.id).limit(limit))


def read_event(session: Session, event_id: int) -> Row | None:
    return first(session, select(EVENT).where(EVENT.c.id == event_id))


def last_event_id(session: Session) -> int:
    """0 when nothing has happened yet."""
    return int(session.connection().execute(select(func.max(EVENT.c.id))).scalar() or 0)


def _narrowed(narrow: EventFilter) -> Select[Any]:
    query: Select[Any] = select(EVENT)
    if narrow.types:
        query = query.where(EVENT.c.type.in_(narrow.types))
    if narrow.subject:
        query = query.where(EVENT.c.subject == narrow.subject)
    if narrow.article_id is not None:
        query = query.where(EVENT.c.article_id == narrow.article_id)
    return query


def article_status_at(session: Session, article_id: int, moment: datetime) -> str:
    """What the article's status was: the last change up to then, `pending` before the first."""
    query = select(EVENT.c.data).where(EVENT.c.article_id == article_id, EVENT.c.type == EventType.ARTICLE_STATUS_CHANGED)
    found = first(session, query.where(EVENT.c.at <= moment).order_by(EVENT.c.id.desc()).limit(1))
    return "pending" if found is None else str(found["data"]["to"])


def claim_statuses_at(session: Session, article_id: int, claim_ids: Sequence[int], moment: datetime) -> dict[int, str]:
    """The same for claims of one article; a claim without a change up to then is missing."""
    latest = select(func.max(EVENT.c.id)).where(EVENT.c.article_id == article_id, EVENT.c.type == EventType.CLAIM_STATUS_CHANGED)
    latest = latest.where(EVENT.c.at <= moment, EVENT.c.claim_id.in_(claim_ids)).group_by(EVENT.c.claim_id)
    found = rows(session, select(EVENT.c.claim_id, EVENT.c.data).where(EVENT.c.id.in_(latest)))
    return {row["claim_id"]: str(row["data"]["to"]) for row in found}


def claim_counts_at(session: Session, article_id: int, moment: datetime) -> dict[str, int]:
    """How many claims stood at each status: those that were in the article then."""
    revision = first(
        session, select(func.max(REVISION.c.number).label("n")).where(REVISION.c.article_id == article_id, REVISION.c.created_at <= moment)
    )
    number = revision["n"] if revision else None
    there = select(CLAIM.c.id).where(CLAIM.c.article_id == article_id, CLAIM.c.first_revision <= number, CLAIM.c.last_revision >= number)
    ids = [row["id"] for row in rows(session, there)] if number else []
    stood = claim_statuses_at(session, article_id, ids, moment)
    return dict(Counter(stood.get(claim_id, "pending") for claim_id in ids))

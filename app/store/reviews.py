"""People's decisions on citations: appended, pinned to the evidence they were made on, folded into the citation."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select, update
from sqlmodel import Session, SQLModel

from app.errors import Conflict, NotFound, Stale
from app.events import Event, EventType
from app.store import event_log
from app.store.columns import AnyRow
from app.store.folds import Rules, fold, hold_articles
from app.store.ids import Prefix, encode
from app.store.tables import Review

_TABLES = SQLModel.metadata.tables
CITATION, CLAIM, REVIEW = _TABLES["citation"], _TABLES["claim"], _TABLES["review"]


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided; `expected_version` and `pinned_sha256` say what the person was looking at (None: whatever is there)."""

    decision: str
    by: str
    note: str = ""
    expires_at: datetime | None = None
    expected_version: int | None = None
    pinned_sha256: str | None = None


def record(session: Session, rules: Rules, citation_id: int, decision: Decision, now: datetime) -> Review:
    """Append a decision and fold it. A decision of "none" takes the last one back.

    Raises NotFound, Stale when the citation is at another version, Conflict when its evidence is another than was looked at.
    """
    citation = _held(session, citation_id)
    if decision.expected_version is not None and citation.version != decision.expected_version:
        raise Stale(f"The citation is at version {citation.version}, not {decision.expected_version}: read it again and decide.")
    if decision.pinned_sha256 is not None and decision.pinned_sha256 != citation.verdict_sha256:
        raise Conflict("The evidence has changed since it was looked at: read the citation again and decide.")
    review = Review(
        citation_id=citation_id,
        decision=decision.decision,
        note=decision.note,
        by=decision.by,
        at=now,
        pinned_sha256=citation.verdict_sha256,
        pinned_support=citation.support,
        pinned_reason=citation.reason,
        expires_at=decision.expires_at,
    )
    session.add(review)
    session.flush()
    _fold(session, rules, citation, decision.decision, review.id, now)
    data = {"decision": decision.decision, "by": decision.by, "note": decision.note, "review": encode(Prefix.REVIEW, review.id)}
    _tell(session, EventType.REVIEW_RECORDED, citation, data, now)
    return review


def expire_due(session: Session, rules: Rules, now: datetime, limit: int = 100) -> Sequence[int]:
    """End reviews whose time is over, at most `limit`; returns their citations."""
    query = select(CITATION.c.id, REVIEW.c.id.label("over")).join(
        REVIEW, (REVIEW.c.citation_id == CITATION.c.id) & (REVIEW.c.id == CITATION.c.review_id)
    )
    query = query.where(REVIEW.c.expires_at <= now, CITATION.c.review != "none").order_by(CITATION.c.id).limit(limit)
    over = {row.id: row.over for row in session.connection().execute(query)}
    claims = select(CITATION.c.claim_id).where(CITATION.c.id.in_(over))
    hold_articles(session, session.connection().execute(claims).scalars())
    ended = []
    for citation_id, review_id in over.items():
        citation = _held(session, citation_id)
        if citation.review_id == review_id and citation.review != "none":
            end(session, [review_id], now)
            _fold(session, rules, citation, "none", review_id, now)
            data = {"review": encode(Prefix.REVIEW, review_id), "was": citation.review}
            _tell(session, EventType.REVIEW_EXPIRED, citation, data, now)
            ended.append(citation_id)
    return ended


def end(session: Session, review_ids: Sequence[int], now: datetime) -> None:
    """Note that reviews count no longer; what is folded from them, the caller folds."""
    ended = update(REVIEW).where(REVIEW.c.id.in_(review_ids), REVIEW.c.ended_at.is_(None))
    session.connection().execute(ended.values(ended_at=now))


def _held(session: Session, citation_id: int) -> AnyRow:
    """Read a citation while its article is held."""
    claim_id = session.connection().execute(select(CITATION.c.claim_id).where(CITATION.c.id == citation_id)).scalar()
    if claim_id is not None:
        hold_articles(session, [claim_id])
    names = ("id", "claim_id", "source_id", "url", "support", "reason", "review", "review_id", "verdict_sha256", "version")
    query = select(*(CITATION.c[name] for name in names), CLAIM.c.article_id, CLAIM.c.sentence)
    query = query.join(CLAIM, CLAIM.c.id == CITATION.c.claim_id).where(CITATION.c.id == citation_id, CITATION.c.removed_at.is_(None))
    found: AnyRow | None = session.connection().execute(query).first()
    if found is None:
        raise NotFound(f"There is no citation {encode(Prefix.CITATION, citation_id)}.")
    return found


def _fold(session: Session, rules: Rules, citation: AnyRow, review: str, review_id: int, now: datetime) -> None:  # noqa: PLR0913, PLR0917  one row
    values = {"review": review, "review_id": review_id, "version": CITATION.c.version + 1}
    session.connection().execute(update(CITATION).where(CITATION.c.id == citation.id).values(values))
    fold(session, rules, [citation.claim_id], now)


def _tell(session: Session, kind: EventType, citation: AnyRow, data: dict[str, Any], now: datetime) -> None:
    facts = {
        "claim": encode(Prefix.CLAIM, citation.claim_id),
        "article": encode(Prefix.ARTICLE, citation.article_id),
        "url": citation.url,
        "sentence": citation.sentence,
    }
    change = Event(kind, encode(Prefix.CITATION, citation.id), data | facts)
    event_log.append(session, change, now, article_id=citation.article_id, claim_id=citation.claim_id)

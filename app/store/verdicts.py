"""Writing verdicts and folding what stands on them: citations, claims, articles."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlmodel import Session, SQLModel

from app.events import Event, EventType
from app.store import bulk, event_log
from app.store.columns import AnyRow
from app.store.finished import CitationVerdict, FinishedVisit, SnapshotRow, Written, columns_of
from app.store.folds import Rules, fold, hold_articles
from app.store.ids import Prefix, encode
from app.store.reviews import end
from app.store.sources import CHUNK, chunked

_TABLES = SQLModel.metadata.tables
CITATION, CLAIM, QUANTITY, VERDICT, SNAPSHOT = (_TABLES[name] for name in ("citation", "claim", "quantity", "verdict", "snapshot"))


def record_verdicts(session: Session, visits: Sequence[Written], rules: Rules, now: datetime) -> None:
    """Append the verdicts of a batch, then fold the claims whose citations or whose sources' states they change."""
    judged = {verdict.citation_id: (verdict, item.check_id) for item in visits for verdict in item.visit.citations}
    claims = _claims_of_sources(session, [item.visit.due.id for item in visits if _matters(item.visit, item.before)])
    claims |= _claims_of_citations(session, list(judged))
    if not claims:
        return
    hold_articles(session, claims)
    _append(session, judged, now)
    _fold_citations(session, judged, now)
    fold(session, rules, claims, now)


def record_again(
    session: Session, judged: Sequence[tuple[CitationVerdict, int]], rules: Rules, now: datetime, snapshots: Sequence[SnapshotRow] = ()
) -> int:
    """Append verdicts on evidence that is stored already, each with the check that brought it, and fold; returns how many counted.

    A citation that was judged on a newer check in the meantime keeps that, and so does one that was removed. `snapshots` are the
    facts of bytes that came by another way than a check (a memento).
    """
    by_citation = {verdict.citation_id: (verdict, check_id) for verdict, check_id in judged}
    claims = _claims_of_citations(session, list(by_citation))
    hold_articles(session, claims)
    keep_snapshots(session, snapshots, now)
    outdated = _about_removed_numbers(session, by_citation)
    current = {
        row.id: by_citation[row.id]
        for row in _citations(session, list(by_citation))
        if row.id not in outdated and (row.verdict_check_id or 0) <= by_citation[row.id][1]
    }
    _append(session, current, now)
    _fold_citations(session, current, now)
    fold(session, rules, claims, now)
    return len(current)


def keep_snapshots(session: Session, snapshots: Iterable[SnapshotRow], now: datetime) -> None:
    """Note that bytes are held, where that is new."""
    found = {snapshot.sha256: snapshot for snapshot in snapshots}
    rows = [columns_of(found[sha256]) | {"stored_at": now} for sha256 in sorted(found)]
    if not rows:
        return
    connection = session.connection()
    make = sqlite_insert if connection.dialect.name == "sqlite" else postgresql_insert
    connection.execute(make(SNAPSHOT).on_conflict_do_nothing(), rows)


def _matters(visit: FinishedVisit, before: AnyRow) -> bool:
    """Say whether the visit changed what a citation's status is made of (folds.CitationFacts)."""
    new = visit.source
    copy_changed = new.snapshot_sha256 is not None and new.snapshot_sha256 != visit.due.snapshot_sha256
    return copy_changed or (new.link_state, new.outcome) != (before.link_state, before.outcome)


def _claims_of_sources(session: Session, source_ids: Sequence[int]) -> set[int]:
    if not source_ids:
        return set()
    query = select(CITATION.c.claim_id).where(CITATION.c.source_id.in_(source_ids), CITATION.c.removed_at.is_(None))
    return set(session.connection().execute(query).scalars())


def _claims_of_citations(session: Session, citation_ids: Sequence[int]) -> set[int]:
    found: set[int] = set()
    for chunk in chunked(citation_ids, CHUNK):
        found |= set(session.connection().execute(select(CITATION.c.claim_id).where(CITATION.c.id.in_(chunk))).scalars())
    return found


_Judged = Mapping[int, tuple[CitationVerdict, int]]


def _append(session: Session, judged: _Judged, now: datetime) -> None:
    rows = [
        columns_of(row)
        | {
            "citation_id": verdict.citation_id,
            "check_id": check_id,
            "sha256": verdict.sha256 or "",
            "at": now,
            "rule_version": verdict.rule_version,
        }
        for verdict, check_id in judged.values()
        for row in verdict.verdicts
    ]
    bulk.insert(session, VERDICT, rows)


def _fold_citations(session: Session, judged: _Judged, now: datetime) -> None:
    outdated = _about_removed_numbers(session, judged)
    rows: list[dict[str, Any]] = []
    ended: list[int] = []
    for before in _citations(session, list(judged)):
        verdict, check_id = judged[before.id]
        if before.id in outdated:
            continue
        expired = verdict.expires_review is not None and verdict.expires_review == before.review_id and before.review != "none"
        ended += [before.review_id] if expired else []
        rows.append(_values(verdict, check_id, "none" if expired else before.review))
        _tell(session, before, verdict, now, expired=expired)
    end(session, ended, now)
    bulk.update(session, CITATION, rows, bump=True)


def _citations(session: Session, citation_ids: Sequence[int]) -> list[AnyRow]:
    columns = [CITATION.c[name] for name in ("id", "claim_id", "source_id", "url", "support", "review", "review_id", "verdict_check_id")]
    found: list[AnyRow] = []
    for chunk in chunked(citation_ids, CHUNK):
        query = select(*columns, CLAIM.c.article_id, CLAIM.c.sentence).join(CLAIM, CLAIM.c.id == CITATION.c.claim_id)
        found += session.connection().execute(query.where(CITATION.c.id.in_(chunk), CITATION.c.removed_at.is_(None)))
    return found


def _about_removed_numbers(session: Session, judged: _Judged) -> set[int]:
    """Return citations judged on numbers that a revision took away in the meantime: the verdicts are history, not today's support."""
    asked = {row.quantity_id: verdict.citation_id for verdict, _ in judged.values() for row in verdict.verdicts}
    gone: set[int] = set()
    for chunk in chunked(asked, CHUNK):
        query = select(QUANTITY.c.id).where(QUANTITY.c.id.in_(chunk), QUANTITY.c.removed_at.is_not(None))
        gone |= set(session.connection().execute(query).scalars())
    return {verdict.citation_id for verdict, _ in judged.values() if any(row.quantity_id in gone for row in verdict.verdicts)}


def _values(verdict: CitationVerdict, check_id: int, review: str) -> dict[str, Any]:
    return {
        "id": verdict.citation_id,
        "support": verdict.support,
        "reason": verdict.reason,
        "rule_version": verdict.rule_version,
        "verdict_sha256": verdict.sha256,
        "verdict_check_id": check_id,
        "review": review,
    }


def _tell(session: Session, before: AnyRow, verdict: CitationVerdict, now: datetime, *, expired: bool) -> None:
    subject = encode(Prefix.CITATION, before.id)
    facts = {
        "claim": encode(Prefix.CLAIM, before.claim_id),
        "article": encode(Prefix.ARTICLE, before.article_id),
        "source": encode(Prefix.SOURCE, before.source_id),
        "url": before.url,
        "sentence": before.sentence,
    }
    if verdict.support != before.support:
        data = {"from": before.support, "to": verdict.support, "reason": verdict.reason} | facts
        change = Event(EventType.CITATION_SUPPORT_CHANGED, subject, data)
        event_log.append(session, change, now, article_id=before.article_id, claim_id=before.claim_id)
    if expired:
        data = {"review": encode(Prefix.REVIEW, before.review_id), "was": before.review} | facts
        change = Event(EventType.REVIEW_EXPIRED, subject, data)
        event_log.append(session, change, now, article_id=before.article_id, claim_id=before.claim_id)

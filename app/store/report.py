"""One article as its editor reads it: a row for every number and source, with what was found there."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, select
from sqlalchemy.engine import RowMapping
from sqlmodel import Session, col

from app.store.tables import Article, Check, Citation, Claim, Quantity, Source, Verdict


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One number of one claim against one source; the source's part is empty where the claim cites nothing.

    `stands_on` names the source (its marker, else its URL) that supports the number where this one neither supports nor denies it.
    """

    claim_id: int
    sentence: str
    start: int
    status: str
    quantity_id: int
    surface: str
    kind: str
    citation_id: int | None
    marker: str
    url: str
    source_id: int | None
    link_state: str
    outcome: str
    http_status: int | None
    final_url: str
    checked_at: datetime | None
    label: str
    reason: str
    severity: str
    source_value: str | None
    source_unit: str
    passage: dict[str, Any] | None
    trace: list[str]
    review: str
    stands_on: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """An article's headline and its rows, in reading order."""

    article_id: int
    title: str
    lang: str
    format: str
    status: str
    revision: int
    rows: tuple[ReportRow, ...]


def article_report(session: Session, article_id: int) -> Report | None:
    """Return the report of an article that is not deleted, else None."""
    article = session.get(Article, article_id)
    if article is None or article.deleted_at is not None:
        return None
    rows = session.execute(_rows_of(article_id)).mappings()
    found = _with_support_elsewhere([_row(row) for row in rows])
    return Report(article.id, article.title, article.lang, article.format, article.status, article.revision, found)


def _rows_of(article_id: int) -> Select[Any]:
    columns: list[Any] = [
            col(Claim.id).label("claim_id"), col(Claim.sentence), col(Claim.start), col(Claim.status),
            col(Quantity.id).label("quantity_id"), col(Quantity.surface), col(Quantity.kind),
            col(Citation.id).label("citation_id"), func.coalesce(Citation.marker, "").label("marker"),
            func.coalesce(Citation.url, "").label("url"), col(Source.id).label("source_id"),
            func.coalesce(Source.link_state, "unchecked").label("link_state"), func.coalesce(Source.outcome, "").label("outcome"),
            col(Check.http_status), func.coalesce(Check.final_url, "").label("final_url"), col(Check.at).label("checked_at"),
            func.coalesce(Verdict.label, Citation.support, "unchecked").label("label"),
            func.coalesce(Verdict.reason, Citation.reason, "").label("reason"),
            func.coalesce(Verdict.severity, "").label("severity"), col(Verdict.source_value),
            func.coalesce(Verdict.source_unit, "").label("source_unit"), col(Verdict.passage), col(Verdict.trace),
            func.coalesce(Citation.review, "none").label("review"),
    ]  # fmt: skip
    return (
        select(*columns)
        .select_from(Claim)
        .join(Quantity, col(Quantity.claim_id) == Claim.id)
        .outerjoin(Citation, and_(col(Citation.claim_id) == Claim.id, col(Citation.removed_at).is_(None)))
        .outerjoin(Source, col(Source.id) == Citation.source_id)
        .outerjoin(Check, col(Check.id) == Source.last_check_id)
        .outerjoin(Verdict, _current_verdict())
        .where(col(Claim.article_id) == article_id, col(Claim.removed_at).is_(None), col(Quantity.removed_at).is_(None))
        .order_by(col(Claim.position), col(Claim.id), col(Citation.id), col(Quantity.position))
    )


def _current_verdict() -> ColumnElement[bool]:
    """Return the condition that a verdict is the one that counts: of the check that the citation's fold names."""
    return and_(
        col(Verdict.citation_id) == Citation.id,
        col(Verdict.quantity_id) == Quantity.id,
        col(Verdict.check_id) == Citation.verdict_check_id,
        col(Verdict.rule_version) == Citation.rule_version,
    )


def _row(row: RowMapping) -> ReportRow:
    values = dict(row)
    values["trace"] = values["trace"] or []
    return ReportRow(**values)


def _with_support_elsewhere(rows: Sequence[ReportRow]) -> tuple[ReportRow, ...]:
    by_number: dict[int, list[ReportRow]] = defaultdict(list)
    for row in rows:
        by_number[row.quantity_id].append(row)
    stands = {number: stands_on([(row.label, row.marker or row.url) for row in of]) for number, of in by_number.items()}
    return tuple(row if row.label == "supported" else replace(row, stands_on=stands[row.quantity_id]) for row in rows)


def stands_on(said: Sequence[tuple[str, str]]) -> str:
    """Name the first source that supports a number, of (label, name) of each that was read; "" where none does, or one denies it."""
    if any(label == "contradicted" for label, _ in said):
        return ""
    return next((name for label, name in said if label == "supported"), "")


def article_ids(session: Session) -> list[int]:
    """Return the ids of all articles that are not deleted, oldest first."""
    query = select(col(Article.id)).where(col(Article.deleted_at).is_(None)).order_by(col(Article.id))
    return list(session.execute(query).scalars())

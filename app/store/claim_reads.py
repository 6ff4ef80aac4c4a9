"""Reading claims, their quantities, citations and verdicts."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, and_, bindparam, exists, select
from sqlmodel import Session

from app.store.article_reads import holds_tag
from app.store.keyset import Order, Page, Position, Row, first, page, rows, since_order, table
from app.store.source_reads import checks_by_id
from app.store.tables import Article, Citation, Claim, Host, Quantity, Review, Source, Verdict

ARTICLE, CLAIM, QUANTITY, CITATION = table(Article), table(Claim), table(Quantity), table(Citation)
SOURCE, HOST, VERDICT, REVIEW = table(Source), table(Host), table(Verdict), table(Review)


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """What a list of claims is narrowed to; several values of one field are alternatives."""

    statuses: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    supports: tuple[str, ...] = ()
    reviews: tuple[str, ...] = ()
    article_id: int | None = None
    source_id: int | None = None
    host: str = ""
    tag: str = ""
    q: str = ""
    changed_since: datetime | None = None
    removed: bool = False


def read_claim(session: Session, claim_id: int) -> Row | None:
    query = select(CLAIM).join(ARTICLE, ARTICLE.c.id == CLAIM.c.article_id)
    return first(session, query.where(CLAIM.c.id == claim_id, ARTICLE.c.deleted_at.is_(None)))


def list_claims(session: Session, narrow: ClaimFilter, after: Position | None, limit: int) -> Page:
    """In reading order inside one article; else with `changed_since` the oldest change first, and the newest claim first without."""
    query = narrowed(narrow)
    if narrow.article_id is not None:
        return page(session, query, [Order(CLAIM.c.position), Order(CLAIM.c.id)], after, limit)
    if narrow.changed_since:
        return page(session, query, since_order(CLAIM.c.changed_at, CLAIM.c.id), after, limit)
    return page(session, query, [Order(CLAIM.c.id, descending=True)], after, limit)


def narrowed(narrow: ClaimFilter) -> Select[Any]:
    """Return the query of the claims of a filter, in no order."""
    query: Select[Any] = select(CLAIM)
    for column, values in (
        (CLAIM.c.status, narrow.statuses),
        (CLAIM.c.link, narrow.links),
        (CLAIM.c.support, narrow.supports),
        (CLAIM.c.review, narrow.reviews),
    ):
        if values:
            query = query.where(column.in_(values))
    if not narrow.removed:
        query = query.where(CLAIM.c.removed_at.is_(None))
    if narrow.article_id is not None:
        query = query.where(CLAIM.c.article_id == narrow.article_id)
    if narrow.q:
        query = query.where(CLAIM.c.sentence.icontains(narrow.q, autoescape=True))
    if narrow.changed_since:
        query = query.where(CLAIM.c.changed_at >= narrow.changed_since)
    return _narrowed_by_relations(query, narrow)


def _narrowed_by_relations(query: Select[Any], narrow: ClaimFilter) -> Select[Any]:
    of_article = [ARTICLE.c.id == CLAIM.c.article_id, ARTICLE.c.deleted_at.is_(None)]
    if narrow.tag:
        of_article.append(holds_tag(narrow.tag))
    query = query.where(exists().where(and_(*of_article)))
    # Asked from the citation's end: SQLite would else walk through all claims to find the few of a small host.
    citing = select(CITATION.c.claim_id).where(CITATION.c.removed_at.is_(None))
    if narrow.source_id is not None:
        query = query.where(CLAIM.c.id.in_(citing.where(CITATION.c.source_id == narrow.source_id)))
    if narrow.host:
        sources = select(SOURCE.c.id).join(HOST, HOST.c.id == SOURCE.c.host_id).where(HOST.c.name == narrow.host)
        query = query.where(CLAIM.c.id.in_(citing.where(CITATION.c.source_id.in_(sources))))
    return query


_QUANTITIES = (
    select(*(column for column in QUANTITY.c if column.key != "record"))
    .where(QUANTITY.c.claim_id.in_(bindparam("claims", expanding=True)), QUANTITY.c.removed_at.is_(None))
    .order_by(QUANTITY.c.claim_id, QUANTITY.c.position)
)


def quantities_of(session: Session, claim_ids: Sequence[int]) -> list[Row]:
    """Return the numbers of many claims, in their order."""
    return rows(session, _QUANTITIES, {"claims": list(claim_ids)})


def _citations() -> Select[Any]:
    source = [
        SOURCE.c.url.label("source_url"),
        SOURCE.c.link_state,
        SOURCE.c.link_since,
        SOURCE.c.outcome,
        SOURCE.c.last_checked_at,
        SOURCE.c.last_check_id,
        SOURCE.c.next_check_at,
        SOURCE.c.snapshot_sha256,
        SOURCE.c.replacement_url,
    ]
    return select(CITATION, *source).join(SOURCE, SOURCE.c.id == CITATION.c.source_id)


_CITATIONS = (
    _citations()
    .where(CITATION.c.claim_id.in_(bindparam("claims", expanding=True)), CITATION.c.removed_at.is_(None))
    .order_by(CITATION.c.claim_id, CITATION.c.id)
)


def citations_of(session: Session, claim_ids: Sequence[int]) -> list[Row]:
    """Return the present citations of many claims, each with what is known of its source."""
    return rows(session, _CITATIONS, {"claims": list(claim_ids)})


def read_citation(session: Session, citation_id: int) -> Row | None:
    query = _citations().join(CLAIM, CLAIM.c.id == CITATION.c.claim_id).join(ARTICLE, ARTICLE.c.id == CLAIM.c.article_id)
    return first(session, query.where(CITATION.c.id == citation_id, ARTICLE.c.deleted_at.is_(None)))


def current_verdicts(session: Session, citation_ids: Sequence[int]) -> list[Row]:
    """Today's evidence: the verdicts of the check that each citation's fold names."""
    query = select(VERDICT).join(CITATION, CITATION.c.id == VERDICT.c.citation_id)
    query = query.where(VERDICT.c.check_id == CITATION.c.verdict_check_id, VERDICT.c.rule_version == CITATION.c.rule_version)
    return rows(session, query.where(CITATION.c.id.in_(citation_ids)).order_by(VERDICT.c.id))


@dataclass(frozen=True, slots=True)
class Evidence:
    """What stands behind citations: latest checks by id, today's verdicts by citation, reviews in force by id."""

    checks: dict[int, Row]
    verdicts: dict[int, list[Row]]
    reviews: dict[int, Row]


def evidence_of(session: Session, citations: Sequence[Row]) -> Evidence:
    """Read it for many citations at once: three queries for all of them."""
    check_ids = [row["last_check_id"] for row in citations if row["last_check_id"]]
    review_ids = [row["review_id"] for row in citations if row["review_id"]]
    verdicts: dict[int, list[Row]] = defaultdict(list)
    for row in current_verdicts(session, [row["id"] for row in citations]):
        verdicts[row["citation_id"]].append(row)
    return Evidence(
        checks={row["id"]: row for row in checks_by_id(session, check_ids)},
        verdicts=verdicts,
        reviews={row["id"]: row for row in reviews_by_id(session, review_ids)},
    )


def list_verdicts(session: Session, citation_id: int, after: Position | None, limit: int) -> Page:
    """Every verdict there ever was, latest first."""
    query = select(VERDICT).where(VERDICT.c.citation_id == citation_id)
    return page(session, query, [Order(VERDICT.c.id, descending=True)], after, limit)


def list_reviews(session: Session, citation_id: int, after: Position | None, limit: int) -> Page:
    """Every decision there ever was, latest first."""
    query = select(REVIEW).where(REVIEW.c.citation_id == citation_id)
    return page(session, query, [Order(REVIEW.c.id, descending=True)], after, limit)


def reviews_by_id(session: Session, review_ids: Sequence[int]) -> list[Row]:
    return rows(session, select(REVIEW).where(REVIEW.c.id.in_(review_ids)))


def read_review(session: Session, review_id: int) -> Row | None:
    return first(session, select(REVIEW).where(REVIEW.c.id == review_id))


def ids_by_start(session: Session, article_id: int) -> dict[int, int]:
    """Return the present claims of an article by where they begin in its text."""
    query = select(CLAIM.c.start, CLAIM.c.id).where(CLAIM.c.article_id == article_id, CLAIM.c.removed_at.is_(None))
    return {row["start"]: row["id"] for row in rows(session, query)}

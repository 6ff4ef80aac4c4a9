"""Reading articles: one, by external id, and lists; as rows that go to JSON as they are."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, exists, func, select
from sqlmodel import Session

from app.store.keyset import Order, Page, Position, Row, first, page, rows, since_order, table
from app.store.tables import Article, ArticleTag, Claim, Revision

ARTICLE, REVISION, CLAIM, TAG = table(Article), table(Revision), table(Claim), table(ArticleTag)


@dataclass(frozen=True, slots=True)
class ArticleFilter:
    """What a list of articles is narrowed to; empty fields narrow nothing."""

    statuses: tuple[str, ...] = ()
    system: str = ""
    tag: str = ""
    q: str = ""
    changed_since: datetime | None = None


_READ = select(ARTICLE).where(ARTICLE.c.id == bindparam("article"), ARTICLE.c.deleted_at.is_(None))
_COUNTS = (
    select(CLAIM.c.status, func.count().label("n"))
    .where(CLAIM.c.article_id == bindparam("article"), CLAIM.c.removed_at.is_(None))
    .group_by(CLAIM.c.status)
)


def read_article(session: Session, article_id: int) -> Row | None:
    return first(session, _READ, {"article": article_id})


def articles_by_id(session: Session, article_ids: Collection[int]) -> dict[int, Row]:
    """Return articles by their ids, also deleted ones."""
    return {row["id"]: row for row in rows(session, select(ARTICLE).where(ARTICLE.c.id.in_(article_ids)))}


def find_external(session: Session, system: str, external_id: str) -> Row | None:
    query = select(ARTICLE).where(ARTICLE.c.external_system == system, ARTICLE.c.external_id == external_id)
    return first(session, query.where(ARTICLE.c.deleted_at.is_(None)))


def list_articles(session: Session, narrow: ArticleFilter, after: Position | None, limit: int) -> Page:
    """Newest first; with `changed_since` the oldest change first."""
    query: Select[Any] = select(ARTICLE).where(ARTICLE.c.deleted_at.is_(None))
    if narrow.statuses:
        query = query.where(ARTICLE.c.status.in_(narrow.statuses))
    if narrow.system:
        query = query.where(ARTICLE.c.external_system == narrow.system)
    if narrow.tag:
        query = query.where(holds_tag(narrow.tag))
    if narrow.q:
        query = query.where(ARTICLE.c.title.icontains(narrow.q, autoescape=True))
    if narrow.changed_since:
        query = query.where(ARTICLE.c.updated_at >= narrow.changed_since)
    order = since_order(ARTICLE.c.updated_at, ARTICLE.c.id) if narrow.changed_since else [Order(ARTICLE.c.id, descending=True)]
    return page(session, query, order, after, limit)


def holds_tag(tag: str) -> ColumnElement[bool]:
    return exists().where(TAG.c.article_id == ARTICLE.c.id, TAG.c.tag == tag)


def claim_counts(session: Session, article_id: int) -> dict[str, int]:
    """How many present claims stand at each status."""
    return {row["status"]: row["n"] for row in rows(session, _COUNTS, {"article": article_id})}


def read_revision(session: Session, article_id: int, number: int) -> Row | None:
    return first(session, select(REVISION).where(REVISION.c.article_id == article_id, REVISION.c.number == number))


def list_revisions(session: Session, article_id: int, after: Position | None, limit: int) -> Page:
    """Latest first, without the texts."""
    columns = [column for column in REVISION.c if column.key not in {"body", "text"}]
    query = select(*columns).where(REVISION.c.article_id == article_id)
    return page(session, query, [Order(REVISION.c.number, descending=True)], after, limit)


def claims_in_text(session: Session, article_id: int) -> list[Row]:
    """Return where the present claims of an article stand in its text, and how."""
    columns = [CLAIM.c[name] for name in ("id", "start", "end", "status")]
    query = select(*columns).where(CLAIM.c.article_id == article_id, CLAIM.c.removed_at.is_(None))
    return rows(session, query.order_by(CLAIM.c.start))

"""What intake needs of an article that is there already."""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlmodel import Session, col

from app.store.tables import Article, Claim, Revision


def by_external(session: Session, system: str, external_id: str) -> int | None:
    """Return the id of the article that a CMS knows under this id, unless it was deleted."""
    query = select(col(Article.id)).where(
        col(Article.external_system) == system, col(Article.external_id) == external_id, col(Article.deleted_at).is_(None)
    )
    return session.execute(query).scalar_one_or_none()


def sha256_of(session: Session, article_id: int, revision: int) -> str | None:
    """Return the digest of the text of one revision."""
    query = select(col(Revision.sha256)).where(col(Revision.article_id) == article_id, col(Revision.number) == revision)
    return session.execute(query).scalar_one_or_none()


def claim_count(session: Session, article_id: int) -> int:
    """Return how many claims the article makes now."""
    query = select(func.count()).select_from(Claim).where(col(Claim.article_id) == article_id, col(Claim.removed_at).is_(None))
    return int(session.execute(query).scalar_one())


def present_claims(session: Session, article_id: int) -> Sequence[Claim]:
    """Return the claims the article makes now, in reading order."""
    query = select(Claim).where(col(Claim.article_id) == article_id, col(Claim.removed_at).is_(None)).order_by(col(Claim.position))
    return session.execute(query).scalars().all()


def present(session: Session, article_id: int) -> Article | None:
    """Return an article as it is now, without holding it; None when it was deleted or never was."""
    article = session.get(Article, article_id, populate_existing=True)
    return None if article is None or article.deleted_at is not None else article

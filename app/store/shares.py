"""Public pages: which token shows which article."""

from datetime import datetime

from sqlalchemy import select
from sqlmodel import Session, col

from app.store.tables import Article, Share


def current(session: Session, article_id: int) -> Share | None:
    """Return the share of an article that works."""
    query = select(Share).where(col(Share.article_id) == article_id, col(Share.revoked_at).is_(None))
    return session.execute(query).scalars().first()


def by_token(session: Session, token: str) -> Share | None:
    """Return the share of a token that works, of an article that is there."""
    query = select(Share).join(Article, col(Article.id) == col(Share.article_id))
    query = query.where(col(Share.token) == token, col(Share.revoked_at).is_(None), col(Article.deleted_at).is_(None))
    return session.execute(query).scalars().first()


def add(session: Session, article_id: int, token: str, *, by: str, at: datetime) -> Share:
    share = Share(article_id=article_id, token=token, created_at=at, created_by=by)
    session.add(share)
    session.flush()
    return share


def revoke(share: Share, at: datetime) -> None:
    share.revoked_at = at

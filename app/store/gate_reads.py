"""What the gate looks at: the claims of an article and when their evidence is due to be looked at again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, func, select
from sqlmodel import Session, col

from app.store.tables import Citation, Claim, Source


@dataclass(frozen=True, slots=True)
class ClaimStanding:
    """One claim as it stands; `cited` is how many sources it leans on."""

    id: int
    sentence: str
    status: str
    link: str
    support: str
    review: str
    cited: int


def standings(session: Session, article_id: int) -> Sequence[ClaimStanding]:
    """Return the present claims of an article, in reading order."""
    cited = select(func.count()).where(col(Citation.claim_id) == Claim.id, col(Citation.removed_at).is_(None)).scalar_subquery()
    columns = [col(getattr(Claim, name)) for name in ("id", "sentence", "status", "link", "support", "review")]
    query = select(*columns, cited.label("cited")).where(col(Claim.article_id) == article_id, col(Claim.removed_at).is_(None))
    return [ClaimStanding(**row) for row in session.execute(query.order_by(col(Claim.position))).mappings()]


def unchecked_sources(session: Session, article_id: int) -> list[int]:
    """Return the article's sources that were never visited."""
    query = _sources(article_id).where(col(Source.last_checked_at).is_(None))
    return list(dict.fromkeys(session.execute(query).scalars()))


def next_look(session: Session, article_id: int) -> datetime | None:
    """Return when the first of the article's sources is due again."""
    query = select(func.min(Source.next_check_at)).where(col(Source.id).in_(_sources(article_id)))
    found: datetime | None = session.execute(query).scalar_one_or_none()
    return found


def _sources(article_id: int) -> Select[Any]:
    return (
        select(col(Source.id))
        .join(Citation, col(Citation.source_id) == Source.id)
        .join(Claim, col(Claim.id) == Citation.claim_id)
        .where(col(Claim.article_id) == article_id, col(Claim.removed_at).is_(None), col(Citation.removed_at).is_(None))
    )

"""Which sources a check-run is over, and how far a run is."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, select
from sqlmodel import Session, col

from app.store.claim_reads import ClaimFilter, narrowed
from app.store.ids import Prefix
from app.store.sources import CHUNK, chunked
from app.store.tables import Article, Citation, Claim, Run, RunState, Source


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is."""

    state: str
    total: int
    done: int

    @property
    def finished(self) -> bool:
        return self.state in (RunState.DONE, RunState.CANCELLED)


def progress(session: Session, run_id: int) -> Progress | None:
    """Return how far a run is, None when there is no such run."""
    row = session.execute(select(col(Run.state), col(Run.total), col(Run.done)).where(col(Run.id) == run_id)).first()
    return None if row is None else Progress(row.state, row.total, row.done)


def first_unknown(session: Session, prefix: Prefix, ids: Sequence[int]) -> int | None:
    """Return the first of these ids that is of nothing that is there now, None when all are."""
    table = _TABLES[prefix]
    query = select(col(table.id))
    if hasattr(table, "deleted_at"):
        query = query.where(col(table.deleted_at).is_(None))
    if hasattr(table, "removed_at"):
        query = query.where(col(table.removed_at).is_(None))
    known: set[int] = set()
    for chunk in chunked(ids, CHUNK):
        known |= set(session.execute(query.where(col(table.id).in_(chunk))).scalars())
    return next((one for one in ids if one not in known), None)


_TABLES: dict[Prefix, Any] = {Prefix.SOURCE: Source, Prefix.ARTICLE: Article, Prefix.CLAIM: Claim, Prefix.CITATION: Citation}


def sources_by_id(session: Session, ids: Sequence[int], most: int) -> list[int]:
    """Return those of these sources that exist."""
    return _of(session, lambda chunk: select(col(Source.id)).where(col(Source.id).in_(chunk)), ids, most)


def sources_of_articles(session: Session, ids: Sequence[int], most: int) -> list[int]:
    """Return what these articles cite now, in reading order."""
    return _of(session, lambda chunk: _cited().where(col(Claim.article_id).in_(chunk)), ids, most)


def sources_of_claims(session: Session, ids: Sequence[int], most: int) -> list[int]:
    """Return what these claims cite now."""
    return _of(session, lambda chunk: _cited().where(col(Claim.id).in_(chunk)), ids, most)


def sources_of_citations(session: Session, ids: Sequence[int], most: int) -> list[int]:
    """Return the sources of these citations."""
    return _of(session, lambda chunk: _cited().where(col(Citation.id).in_(chunk)), ids, most)


def sources_of_filter(session: Session, narrow: ClaimFilter, most: int) -> list[int]:
    """Return what the claims of a filter cite now."""
    claims = narrowed(narrow).with_only_columns(col(Claim.id))
    return list(dict.fromkeys(session.execute(_cited().where(col(Claim.id).in_(claims)).limit(most)).scalars()))


def _cited() -> Select[Any]:
    return (
        select(col(Citation.source_id))
        .join(Claim, col(Claim.id) == Citation.claim_id)
        .join(Article, col(Article.id) == Claim.article_id)
        .where(col(Citation.removed_at).is_(None), col(Claim.removed_at).is_(None), col(Article.deleted_at).is_(None))
        .order_by(col(Claim.article_id), col(Claim.position), col(Citation.id))
    )


def _of(session: Session, query: Callable[[Sequence[int]], Select[Any]], ids: Sequence[int], most: int) -> list[int]:
    found: dict[int, None] = {}
    for chunk in chunked(ids, CHUNK):
        found |= dict.fromkeys(session.execute(query(chunk).limit(most - len(found))).scalars())
        if len(found) >= most:
            break
    return list(found)

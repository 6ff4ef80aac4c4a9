"""Saving articles: a new one, a new revision, a deletion; each whole or not at all.

A kept claim keeps its id, and with it its history and reviews. Of its numbers, those that read the same keep their rows; of its
citations, those of the same source. Rows are taken in the order of schedule.py: hosts and sources first.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from sqlalchemy import delete as delete_rows
from sqlalchemy import insert, select
from sqlmodel import Session, SQLModel

from app.errors import NotFound, Stale
from app.events import Event, EventType
from app.store import event_log
from app.store.drafts import ArticleDraft, ClaimDraft, RevisionDraft, Saved
from app.store.folds import Rules, fold, fold_articles
from app.store.ids import Prefix, encode
from app.store.intake_claims import add_claims, keep_claims, remove_claims, sources_of
from app.store.run_items import give_up
from app.store.schedule import hold_hosts, make_due, rest_uncited
from app.store.sources import ensure
from app.store.tables import Article, Priority, Revision

_TABLES = SQLModel.metadata.tables
ARTICLE, CLAIM, CITATION, SOURCE, TAG = (_TABLES[name] for name in ("article", "claim", "citation", "source", "articletag"))


def create(session: Session, rules: Rules, draft: ArticleDraft, revision: RevisionDraft, now: datetime) -> Saved:
    """Save a new article with the added claims of its first revision; its sources are due now.

    Raises Conflict (at the latest on commit) when the external id is taken.
    """
    claims = revision.claims.added
    sources = ensure(session, sources_of(claims), now)
    make_due(session, _in_order(claims, sources), Priority.NEW, now)
    article = Article(created_at=now, updated_at=now)
    _describe(article, draft)
    session.add(article)
    session.flush()
    _set_tags(session, article.id, draft.tags)
    _save_revision(session, article.id, 1, revision, now)
    added = add_claims(session, article.id, 1, claims, sources, now)
    _tell(session, EventType.ARTICLE_CREATED, article, now, {"revision": 1, "claims": len(added)})
    _fold(session, rules, article, added, now)
    return Saved(article, 1, (), tuple(added), ())


def revise(  # noqa: PLR0913, PLR0917  everything that a revision is made of
    session: Session,
    rules: Rules,
    article_id: int,
    draft: ArticleDraft,
    revision: RevisionDraft,
    now: datetime,
    expected_version: int | None = None,
) -> Saved:
    """Save a new revision. Sources of new citations and of claims whose numbers changed are due now; uncited ones rest.

    Raises NotFound, Stale when the article is not at `expected_version`, Conflict when a claim to keep was removed meanwhile.
    """
    claims = revision.claims
    sources = ensure(session, sources_of([*(kept for _, kept in claims.kept), *claims.added]), now)
    before = _cited_by(session, article_id)
    hold_hosts(session, _hosts_of(session, [*sources.values(), *before]))
    article = held(session, article_id, expected_version)
    number = article.revision + 1
    _save_revision(session, article_id, number, revision, now)
    changed = keep_claims(session, number, claims.kept, sources, now)
    added = add_claims(session, article_id, number, claims.added, sources, now)
    remove_claims(session, claims.removed, now)
    _redescribe(session, article, draft, now, revision=number)
    make_due(session, [*changed, *_in_order(claims.added, sources)], Priority.NEW, now)
    rested = rest_uncited(session, set(before) - set(sources.values()), now)
    kept = tuple(claim_id for claim_id, _ in claims.kept)
    counts = {"revision": number, "kept": len(kept), "added": len(added), "removed": len(claims.removed)}
    _tell(session, EventType.ARTICLE_REVISED, article, now, counts)
    _fold(session, rules, article, [*kept, *added], now)
    give_up(session, rested, now)
    return Saved(article, number, kept, tuple(added), claims.removed)


def _fold(session: Session, rules: Rules, article: Article, claim_ids: Sequence[int], now: datetime) -> None:
    fold(session, rules, claim_ids, now)
    fold_articles(session, rules, [article.id], now)
    session.refresh(article)


def describe(session: Session, article_id: int, draft: ArticleDraft, now: datetime, expected_version: int | None = None) -> Article:
    """Change what is said of an article without a new text (title, tags, address, date)."""
    article = held(session, article_id, expected_version)
    _redescribe(session, article, draft, now, revision=article.revision)
    session.flush()
    return article


def delete(session: Session, article_id: int, now: datetime, expected_version: int | None = None) -> Article:
    """Delete an article: it is gone for readers, its history stays, and sources that nothing else cites are visited no more."""
    before = _cited_by(session, article_id)
    hold_hosts(session, _hosts_of(session, before))
    article = held(session, article_id, expected_version)
    claims = session.connection().execute(select(CLAIM.c.id).where(CLAIM.c.article_id == article_id, CLAIM.c.removed_at.is_(None)))
    remove_claims(session, claims.scalars().all(), now)
    article.deleted_at = article.updated_at = now
    article.version += 1
    session.flush()
    give_up(session, rest_uncited(session, before, now), now)
    _tell(session, EventType.ARTICLE_DELETED, article, now, {"revision": article.revision})
    return article


def held(session: Session, article_id: int, expected_version: int | None = None) -> Article:
    """Return an article and hold it until commit; raises NotFound, and Stale when it is at another version."""
    article = session.get(Article, article_id, with_for_update={"key_share": True}, populate_existing=True)
    if article is None or article.deleted_at is not None:
        raise NotFound(f"There is no article {encode(Prefix.ARTICLE, article_id)}.")
    if expected_version is not None and article.version != expected_version:
        raise Stale(
            f"The article {encode(Prefix.ARTICLE, article_id)} is at version {article.version}, not {expected_version}: "
            "somebody changed it. Read it again and decide."
        )
    return article


def _describe(article: Article, draft: ArticleDraft) -> None:
    for name in draft.__slots__:
        setattr(article, name, list(draft.tags) if name == "tags" else getattr(draft, name))


def _redescribe(session: Session, article: Article, draft: ArticleDraft, now: datetime, *, revision: int) -> None:
    _describe(article, draft)
    article.revision = revision
    article.updated_at = now
    article.version += 1
    session.flush()
    _set_tags(session, article.id, draft.tags)


def _set_tags(session: Session, article_id: int, tags: Iterable[str]) -> None:
    connection = session.connection()
    connection.execute(delete_rows(TAG).where(TAG.c.article_id == article_id))
    rows = [{"article_id": article_id, "tag": tag} for tag in sorted(set(tags))]
    if rows:
        connection.execute(insert(TAG), rows)


def _save_revision(session: Session, article_id: int, number: int, draft: RevisionDraft, now: datetime) -> None:
    values = {name: getattr(draft, name) for name in draft.__slots__ if name != "claims"}
    session.add(Revision(article_id=article_id, number=number, created_at=now, **values))
    session.flush()


def _in_order(claims: Sequence[ClaimDraft], sources: dict[str, int]) -> list[int]:
    return list(dict.fromkeys(sources[citation.source.url] for claim in claims for citation in claim.citations))


def _cited_by(session: Session, article_id: int) -> list[int]:
    query = select(CITATION.c.source_id).join(CLAIM, CLAIM.c.id == CITATION.c.claim_id)
    query = query.where(CLAIM.c.article_id == article_id, CITATION.c.removed_at.is_(None)).distinct()
    return list(session.connection().execute(query).scalars())


def _hosts_of(session: Session, source_ids: Sequence[int]) -> set[int]:
    return set(session.connection().execute(select(SOURCE.c.host_id).where(SOURCE.c.id.in_(sorted(set(source_ids))))).scalars())


def _tell(session: Session, kind: EventType, article: Article, now: datetime, more: Mapping[str, object]) -> None:
    data = {
        "title": article.title,
        "url": article.url,
        "external_system": article.external_system,
        "external_id": article.external_id,
    }
    event_log.append(session, Event(kind, encode(Prefix.ARTICLE, article.id), data | dict(more)), now, article_id=article.id)

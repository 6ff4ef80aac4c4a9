"""Statuses folded from what is below: citations into claims, claims into articles. Kept right in the transaction of each change.

What a fold is, the caller decides (`Rules`, from the pure rooms); when it is taken and under which lock is decided here: the
articles concerned are held, so two workers who finish two sources of one claim at the same time do not overlook each other.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Protocol

from sqlalchemy import func, select, update
from sqlmodel import Session, SQLModel

from app.events import Event, EventType
from app.store import bulk, event_log
from app.store.columns import AnyRow
from app.store.ids import Prefix, encode
from app.store.sources import CHUNK, chunked

_TABLES = SQLModel.metadata.tables
ARTICLE, CLAIM, CITATION, SOURCE = _TABLES["article"], _TABLES["claim"], _TABLES["citation"], _TABLES["source"]
VERDICT, QUANTITY = _TABLES["verdict"], _TABLES["quantity"]


@dataclass(frozen=True, slots=True)
class CitationFacts:
    """What is known of one citation; the words are those of LinkState, Outcome, Label and ReviewState.

    `verdict_sha256` is the snapshot its verdicts were made on, `snapshot_sha256` the last one had of the source. `numbers` gives
    the verdict on each number of the claim (quantity id -> label); it is only read where the rules ask for it.
    """

    link_state: str
    outcome: str
    support: str
    reason: str
    review: str
    verdict_sha256: str | None
    snapshot_sha256: str | None
    numbers: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ClaimFold:
    """The folds of a claim, in the words of Status, LinkState, Label and ReviewState."""

    status: str
    link: str
    support: str
    review: str


class Rules(Protocol):
    """The decisions that store asks for; pure, and quick, because they are made while rows are held."""

    def citation(self, facts: CitationFacts) -> str:
        """Return the status of one citation."""
        ...

    def asks_for_numbers(self, citations: Sequence[CitationFacts]) -> bool:
        """Say whether the fold of a claim with these citations depends on the verdict on each single number."""
        ...

    def claim(self, citations: Sequence[CitationFacts]) -> ClaimFold:
        """Return the folds of a claim from its present citations, in the order of their ids; there may be none."""
        ...

    def article(self, claims: Mapping[str, int]) -> str:
        """Return the status of an article from how many present claims stand at each status."""
        ...


@dataclass(frozen=True, slots=True)
class Folded:
    """How many folds changed."""

    citations: int
    claims: int
    articles: int


def hold_articles(session: Session, claim_ids: Iterable[int]) -> list[int]:
    """Take the articles of these claims until commit, in the order of their ids."""
    found: set[int] = set()
    for chunk in chunked(sorted(set(claim_ids)), CHUNK):
        found |= set(session.connection().execute(select(CLAIM.c.article_id).where(CLAIM.c.id.in_(chunk))).scalars())
    for chunk in chunked(sorted(found), CHUNK):
        query = select(ARTICLE.c.id).where(ARTICLE.c.id.in_(chunk)).order_by(ARTICLE.c.id).with_for_update(key_share=True)
        session.connection().execute(query).all()
    return sorted(found)


def fold(session: Session, rules: Rules, claim_ids: Iterable[int], now: datetime) -> Folded:
    """Fold these claims and their articles anew; what changed is written and becomes events. Their articles must be held."""
    claims = citations = 0
    articles: set[int] = set()
    for chunk in chunked(sorted(set(claim_ids)), CHUNK):
        changed, changed_citations, touched = _fold_claims(session, rules, chunk, now)
        claims, citations, articles = claims + changed, citations + changed_citations, articles | touched
    return Folded(citations, claims, fold_articles(session, rules, articles, now))


def _fold_claims(session: Session, rules: Rules, claim_ids: Sequence[int], now: datetime) -> tuple[int, int, set[int]]:
    columns = [CLAIM.c[name] for name in ("id", "article_id", "sentence", "status", "link", "support", "review")]
    query = select(*columns).where(CLAIM.c.id.in_(claim_ids), CLAIM.c.removed_at.is_(None)).order_by(CLAIM.c.id)
    claims = session.connection().execute(query).all()
    facts, stale = _facts(session, rules, claim_ids)
    bulk.update(session, CITATION, stale, bump=True)
    changes = [(claim, new) for claim in claims if (new := rules.claim(facts[claim.id])) != _stored(claim)]
    bulk.update(session, CLAIM, [_claim_values(claim, new, now) for claim, new in changes], bump=True)
    for claim, new in changes:
        if new.status != claim.status:
            _tell_claim(session, claim, new, now)
    return len(changes), len(stale), {claim.article_id for claim, new in changes if new.status != claim.status}


def _facts(session: Session, rules: Rules, claim_ids: Sequence[int]) -> tuple[dict[int, list[CitationFacts]], list[dict[str, Any]]]:
    """Read the facts of each claim's present citations, and which citations' own statuses are out of tune."""
    query = (
        select(
            CITATION.c.id, CITATION.c.claim_id, CITATION.c.status, SOURCE.c.link_state, SOURCE.c.outcome, CITATION.c.support,
            CITATION.c.reason, CITATION.c.review, CITATION.c.verdict_sha256, SOURCE.c.snapshot_sha256,
        )
        .join(SOURCE, SOURCE.c.id == CITATION.c.source_id)
        .where(CITATION.c.claim_id.in_(claim_ids), CITATION.c.removed_at.is_(None))
        .order_by(CITATION.c.id)
    )  # fmt: skip
    known: dict[int, dict[int, CitationFacts]] = defaultdict(dict)
    stale: list[dict[str, Any]] = []
    for row in session.connection().execute(query):
        told = CitationFacts(row.link_state, row.outcome, row.support, row.reason, row.review, row.verdict_sha256, row.snapshot_sha256)
        known[row.claim_id][row.id] = told
        status = rules.citation(told)
        if status != row.status:
            stale.append({"id": row.id, "status": status})
    numbers = _numbers(session, [one for told in known.values() if rules.asks_for_numbers(tuple(told.values())) for one in told])
    facts = {claim: [replace(one, numbers=numbers.get(citation, {})) for citation, one in told.items()] for claim, told in known.items()}
    return defaultdict(list, facts), stale


def _numbers(session: Session, citation_ids: Sequence[int]) -> dict[int, dict[int, str]]:
    """Read the verdicts that count today on each present number of these citations."""
    found: dict[int, dict[int, str]] = defaultdict(dict)
    for chunk in chunked(citation_ids, CHUNK):
        query = (
            select(VERDICT.c.citation_id, VERDICT.c.quantity_id, VERDICT.c.label)
            .join(CITATION, CITATION.c.id == VERDICT.c.citation_id)
            .join(QUANTITY, QUANTITY.c.id == VERDICT.c.quantity_id)
            .where(CITATION.c.id.in_(chunk), VERDICT.c.check_id == CITATION.c.verdict_check_id)
            .where(VERDICT.c.rule_version == CITATION.c.rule_version, QUANTITY.c.removed_at.is_(None))
        )
        for row in session.connection().execute(query):
            found[row.citation_id][row.quantity_id] = row.label
    return found


def _stored(claim: AnyRow) -> ClaimFold:
    return ClaimFold(claim.status, claim.link, claim.support, claim.review)


def _claim_values(claim: AnyRow, new: ClaimFold, now: datetime) -> dict[str, Any]:
    return {
        "id": claim.id,
        "status": new.status,
        "link": new.link,
        "support": new.support,
        "review": new.review,
        "changed_at": now,
    }


def _tell_claim(session: Session, claim: AnyRow, new: ClaimFold, now: datetime) -> None:
    data = {
        "from": claim.status,
        "to": new.status,
        "link": new.link,
        "support": new.support,
        "review": new.review,
        "sentence": claim.sentence,
        "article": encode(Prefix.ARTICLE, claim.article_id),
    }
    change = Event(EventType.CLAIM_STATUS_CHANGED, encode(Prefix.CLAIM, claim.id), data)
    event_log.append(session, change, now, article_id=claim.article_id, claim_id=claim.id)


def fold_articles(session: Session, rules: Rules, article_ids: Iterable[int], now: datetime) -> int:
    """Fold the statuses of held articles from those of their claims; returns how many changed."""
    changed = 0
    for chunk in chunked(sorted(set(article_ids)), CHUNK):
        counts = _counts(session, chunk)
        columns = [ARTICLE.c[name] for name in ("id", "status", "title", "url", "external_system", "external_id")]
        query = select(*columns).where(ARTICLE.c.id.in_(chunk), ARTICLE.c.deleted_at.is_(None)).order_by(ARTICLE.c.id)
        for article in session.connection().execute(query).all():
            status = rules.article(counts[article.id])
            if status != article.status:
                _set_article(session, article, status, counts[article.id], now)
                changed += 1
    return changed


def _counts(session: Session, article_ids: Sequence[int]) -> dict[int, Counter[str]]:
    query = select(CLAIM.c.article_id, CLAIM.c.status, func.count().label("n"))
    query = query.where(CLAIM.c.article_id.in_(article_ids), CLAIM.c.removed_at.is_(None)).group_by(CLAIM.c.article_id, CLAIM.c.status)
    counts: dict[int, Counter[str]] = defaultdict(Counter)
    for row in session.connection().execute(query):
        counts[row.article_id][row.status] = row.n
    return counts


def _set_article(session: Session, article: AnyRow, status: str, counts: Counter[str], now: datetime) -> None:
    values = {"status": status, "updated_at": now, "version": ARTICLE.c.version + 1}
    session.connection().execute(update(ARTICLE).where(ARTICLE.c.id == article.id).values(values))
    data = {
        "from": article.status,
        "to": status,
        "title": article.title,
        "url": article.url,
        "external_system": article.external_system,
        "external_id": article.external_id,
        "claims": dict(counts),
    }
    change = Event(EventType.ARTICLE_STATUS_CHANGED, encode(Prefix.ARTICLE, article.id), data)
    event_log.append(session, change, now, article_id=article.id)

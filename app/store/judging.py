"""What judging needs of what is stored: the claims that lean on a source, their numbers, and how they stood."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, case, func, select
from sqlmodel import Session, SQLModel

from app.store import bulk
from app.store.sources import CHUNK, chunked

_TABLES = SQLModel.metadata.tables
ARTICLE, CLAIM, CITATION, QUANTITY = _TABLES["article"], _TABLES["claim"], _TABLES["citation"], _TABLES["quantity"]
VERDICT, CHECK, REVIEW, SNAPSHOT = _TABLES["verdict"], _TABLES["visit_check"], _TABLES["review"], _TABLES["snapshot"]


@dataclass(frozen=True, slots=True)
class StoredQuantity:
    """A number of a claim as it was read (quantities.to_json), with the passage and label of its last verdict, if any."""

    id: int
    record: dict[str, Any]
    label: str = ""
    reason: str = ""
    source_value: str | None = None
    passage: dict[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class CitationToJudge:
    """One citation of a source with its claim; `verdict_sha256` and `rule_version` say what its present verdicts were made on and by."""

    citation_id: int
    source_id: int
    claim_id: int
    article_id: int
    title: str
    sentence: str
    section: tuple[str, ...]
    context: str
    lang: str
    published_at: datetime | None
    support: str
    reason: str
    rule_version: str
    verdict_sha256: str | None
    verdict_check_id: int | None
    review: str
    review_id: int | None
    quantities: tuple[StoredQuantity, ...]


def to_judge(session: Session, source_ids: Sequence[int]) -> dict[int, list[CitationToJudge]]:
    """Return the present citations of each source, by source, in the order of their ids."""
    found: dict[int, list[CitationToJudge]] = defaultdict(list)
    for chunk in chunked(source_ids, CHUNK):
        query = (
            select(
                CITATION.c.id.label("citation_id"), CITATION.c.source_id, CITATION.c.claim_id, CLAIM.c.article_id,
                ARTICLE.c.title, CLAIM.c.sentence,
                CLAIM.c.section, CLAIM.c.context, CLAIM.c.lang, ARTICLE.c.published_at, CITATION.c.support, CITATION.c.reason,
                CITATION.c.rule_version, CITATION.c.verdict_sha256, CITATION.c.review, CITATION.c.review_id,
                CITATION.c.verdict_check_id,
            )
            .join(CLAIM, CLAIM.c.id == CITATION.c.claim_id)
            .join(ARTICLE, ARTICLE.c.id == CLAIM.c.article_id)
            .where(CITATION.c.source_id.in_(chunk), CITATION.c.removed_at.is_(None))
            .order_by(CITATION.c.id)
        )  # fmt: skip
        rows = [dict(row) for row in session.connection().execute(query).mappings()]
        quantities = _quantities(session, sorted({row["claim_id"] for row in rows}))
        verdicts = _verdicts(session, {row["citation_id"]: row["verdict_check_id"] for row in rows})
        for row in rows:
            judged = tuple(_judged(id_, record, verdicts.get((row["citation_id"], id_))) for id_, record in quantities[row["claim_id"]])
            found[row["source_id"]].append(CitationToJudge(**row | {"section": tuple(row["section"]), "quantities": judged}))
    return found


def _judged(quantity_id: int, record: dict[str, Any], verdict: dict[str, Any] | None) -> StoredQuantity:
    return StoredQuantity(quantity_id, record, **(verdict or {}))


def _quantities(session: Session, claim_ids: Sequence[int]) -> dict[int, list[tuple[int, dict[str, Any]]]]:
    found: dict[int, list[tuple[int, dict[str, Any]]]] = defaultdict(list)
    for chunk in chunked(claim_ids, CHUNK):
        query = select(QUANTITY.c.id, QUANTITY.c.claim_id, QUANTITY.c.record)
        query = query.where(QUANTITY.c.claim_id.in_(chunk), QUANTITY.c.removed_at.is_(None)).order_by(QUANTITY.c.position, QUANTITY.c.id)
        for row in session.connection().execute(query):
            found[row.claim_id].append((row.id, row.record))
    return found


def _verdicts(session: Session, checks: dict[int, int | None]) -> dict[tuple[int, int], dict[str, Any]]:
    """Return the present verdicts by citation and quantity: those of the check that the citation's fold names."""
    found: dict[tuple[int, int], dict[str, Any]] = {}
    judged = [citation_id for citation_id, check_id in checks.items() if check_id is not None]
    for chunk in chunked(judged, CHUNK):
        wanted = [checks[citation_id] for citation_id in chunk]
        columns = [VERDICT.c[name] for name in ("citation_id", "quantity_id", "check_id", "label", "reason", "source_value", "passage")]
        query = select(*columns).where(VERDICT.c.citation_id.in_(chunk), VERDICT.c.check_id.in_(wanted)).order_by(VERDICT.c.id)
        for row in session.connection().execute(query).mappings():
            values = dict(row)
            place = (values.pop("citation_id"), values.pop("quantity_id"))
            if values.pop("check_id") == checks[place[0]]:
                found[place] = values
    return found


def youngest(session: Session, source_ids: Sequence[int]) -> dict[int, datetime | None]:
    """Return when the youngest article that cites each source was published; None where none says."""
    found: dict[int, datetime | None] = dict.fromkeys(source_ids)
    for chunk in chunked(source_ids, CHUNK):
        query = (
            select(CITATION.c.source_id, func.max(ARTICLE.c.published_at).label("published_at"))
            .join(CLAIM, CLAIM.c.id == CITATION.c.claim_id)
            .join(ARTICLE, ARTICLE.c.id == CLAIM.c.article_id)
            .where(CITATION.c.source_id.in_(chunk), CITATION.c.removed_at.is_(None))
            .group_by(CITATION.c.source_id)
        )
        found |= {row.source_id: row.published_at for row in session.connection().execute(query)}
    return found


def last_checks(session: Session, source_id: int, count: int) -> list[dict[str, Any]]:
    """Return the last `count` checks of a source, the oldest first, as rows of `Check`."""
    query = select(CHECK).where(CHECK.c.source_id == source_id).order_by(CHECK.c.id.desc()).limit(count)
    return [dict(row) for row in session.connection().execute(query).mappings()][::-1]


@dataclass(frozen=True, slots=True)
class Standing:
    """How the citations of a source stand together, without their claims: enough to see that nothing is to be judged.

    `behind` counts those never judged or judged by other rules, `unread` those that nothing was ever read for; `sha256s` are the
    snapshots the verdicts were made on, at most two of them named.
    """

    published_at: datetime | None = None
    behind: int = 0
    unread: int = 0
    sha256s: frozenset[str] = frozenset()


def standings(session: Session, source_ids: Sequence[int], rule_version: str) -> dict[int, Standing]:
    """Return how the present citations of each source stand; a source without citations is left out."""
    rows = session.connection().execute(_STANDINGS, {"ids": bulk.ids(source_ids), "rule_version": rule_version}).all()
    return {
        source_id: Standing(published_at, int(behind), int(unread), frozenset(sha256 for sha256 in (low, high) if sha256))
        for source_id, published_at, behind, unread, low, high in rows
    }


# Made once: to put such a statement together takes longer than to run it.
_STANDINGS = (
    select(
        CITATION.c.source_id,
        func.max(ARTICLE.c.published_at).label("published_at"),
        func.sum(case(((CITATION.c.rule_version != bindparam("rule_version")) | (CITATION.c.support == "unchecked"), 1), else_=0)),
        func.sum(case((CITATION.c.verdict_sha256.is_(None), 1), else_=0)),
        func.min(CITATION.c.verdict_sha256),
        func.max(CITATION.c.verdict_sha256),
    )
    .join(CLAIM, CLAIM.c.id == CITATION.c.claim_id)
    .join(ARTICLE, ARTICLE.c.id == CLAIM.c.article_id)
    .where(bulk.among(CITATION.c.source_id), CITATION.c.removed_at.is_(None))
    .group_by(CITATION.c.source_id)
)

"""What judging again needs: evidence that was judged by other rules than today's, and how one check was judged."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.engine import RowMapping
from sqlmodel import Session, SQLModel

from app.errors import NotFound
from app.store.ids import Prefix, encode
from app.store.judging import CitationToJudge, StoredQuantity, to_judge
from app.store.sources import CHUNK, chunked

_TABLES = SQLModel.metadata.tables
CITATION, CHECK, SNAPSHOT, VERDICT, QUANTITY = (_TABLES[name] for name in ("citation", "visit_check", "snapshot", "verdict", "quantity"))


@dataclass(frozen=True, slots=True)
class JudgedEvidence:
    """One snapshot of a source, the check that brought it, and the citations whose verdicts were made on it."""

    source_id: int
    sha256: str
    check_id: int
    media_type: str
    charset: str
    final_url: str
    at: datetime
    citations: tuple[CitationToJudge, ...]


def outdated(session: Session, rule_version: str, after_source_id: int = 0, limit: int = 100) -> list[JudgedEvidence]:
    """Return what was judged by other rules: of the next `limit` sources after `after_source_id`, in their order."""
    sources: set[int] = set()
    for version in _other_versions(session, rule_version):
        query = select(CITATION.c.source_id).where(
            CITATION.c.rule_version == version,
            CITATION.c.source_id > after_source_id,
            CITATION.c.verdict_sha256.is_not(None),
            CITATION.c.removed_at.is_(None),
        )
        sources |= set(session.connection().execute(query.distinct().order_by(CITATION.c.source_id).limit(limit)).scalars())
    chosen = sorted(sources)[:limit]
    citations = [item for items in to_judge(session, chosen).values() for item in items]
    return _evidence(session, [item for item in citations if item.verdict_sha256 and item.rule_version != rule_version])


def _other_versions(session: Session, rule_version: str) -> list[str]:
    """Go from one version to the next larger in the index: as many steps as versions, however many citations."""
    found: list[str] = []
    last = ""  # citations that were never judged have no version
    while True:
        judged = select(func.min(CITATION.c.rule_version)).where(
            CITATION.c.rule_version > last, CITATION.c.verdict_sha256.is_not(None), CITATION.c.removed_at.is_(None)
        )
        version = session.connection().execute(judged).scalar()
        if version is None:
            return found
        found += [] if version == rule_version else [version]
        last = version


def _evidence(session: Session, citations: Sequence[CitationToJudge]) -> list[JudgedEvidence]:
    grouped: dict[tuple[int, str, int], list[CitationToJudge]] = defaultdict(list)
    for item in citations:
        if item.verdict_sha256 is not None and item.verdict_check_id is not None:
            grouped[item.source_id, item.verdict_sha256, item.verdict_check_id].append(item)
    checks = _checks(session, sorted({check_id for _, _, check_id in grouped}))
    media = _media(session, sorted({sha256 for _, sha256, _ in grouped}))
    return [
        JudgedEvidence(source_id, sha256, check_id, *media.get(sha256, ("", "")), *checks[check_id], tuple(items))
        for (source_id, sha256, check_id), items in sorted(grouped.items(), key=lambda pair: pair[0])
        if check_id in checks
    ]


def _checks(session: Session, check_ids: Sequence[int]) -> dict[int, tuple[str, datetime]]:
    found: dict[int, tuple[str, datetime]] = {}
    for chunk in chunked(check_ids, CHUNK):
        query = select(CHECK.c.id, CHECK.c.final_url, CHECK.c.at).where(CHECK.c.id.in_(chunk))
        found |= {row.id: (row.final_url, row.at) for row in session.connection().execute(query)}
    return found


def _media(session: Session, sha256s: Sequence[str]) -> dict[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    for chunk in chunked(sha256s, CHUNK):
        query = select(SNAPSHOT.c.sha256, SNAPSHOT.c.media_type, SNAPSHOT.c.charset).where(SNAPSHOT.c.sha256.in_(chunk))
        found |= {row.sha256: (row.media_type, row.charset) for row in session.connection().execute(query)}
    return found


@dataclass(frozen=True, slots=True)
class CheckJudged:
    """A check, and every verdict there is on what it brought; `evidence` has the citations with the numbers that were judged then."""

    check: dict[str, Any]
    evidence: JudgedEvidence
    verdicts: tuple[dict[str, Any], ...]


def of_check(session: Session, check_id: int) -> CheckJudged:
    """Return how a check was judged. Raises NotFound when there is no such check, or retention took it away."""
    connection = session.connection()
    check = connection.execute(select(CHECK).where(CHECK.c.id == check_id)).mappings().first()
    if check is None:
        raise NotFound(f"There is no check {encode(Prefix.CHECK, check_id)}: it was never made, or retention took it away.")
    verdicts = [
        dict(row) for row in connection.execute(select(VERDICT).where(VERDICT.c.check_id == check_id).order_by(VERDICT.c.id)).mappings()
    ]
    numbers = _numbers_judged(session, verdicts)
    citations = [
        replace(item, quantities=_with_dates(numbers[item.citation_id], item.quantities))
        for item in to_judge(session, [check["source_id"]])[check["source_id"]]
        if item.citation_id in numbers
    ]
    sha256 = next((row["sha256"] for row in verdicts), check["sha256"])
    media_type, charset = _media(session, [sha256]).get(sha256, (check["media_type"], ""))
    evidence = JudgedEvidence(check["source_id"], sha256, check_id, media_type, charset, check["final_url"], check["at"], tuple(citations))
    return CheckJudged(dict(check), evidence, tuple(verdicts))


def _with_dates(judged: Sequence[StoredQuantity], present: Sequence[StoredQuantity]) -> tuple[StoredQuantity, ...]:
    """Return the numbers that were judged, and the claim's dates, which bound them without a verdict of their own."""
    known = {stored.id for stored in judged}
    dates = [stored for stored in present if stored.id not in known and stored.record.get("kind") == "date"]
    return tuple(sorted((*judged, *dates), key=lambda stored: stored.record.get("start", 0)))


def as_before(session: Session, evidence: JudgedEvidence) -> JudgedEvidence:
    """Return the evidence with what had been found of each number before its check, as it was when it was judged first."""
    query = select(VERDICT).where(
        VERDICT.c.citation_id.in_([item.citation_id for item in evidence.citations]), VERDICT.c.check_id < evidence.check_id
    )
    rows = session.connection().execute(query.order_by(VERDICT.c.id)).mappings()
    last = {(row["citation_id"], row["quantity_id"]): row for row in rows}
    citations = [
        replace(item, quantities=tuple(_told(stored, last.get((item.citation_id, stored.id))) for stored in item.quantities))
        for item in evidence.citations
    ]
    return replace(evidence, citations=tuple(citations))


def _told(stored: StoredQuantity, verdict: RowMapping | None) -> StoredQuantity:
    if verdict is None:
        return StoredQuantity(stored.id, stored.record)
    return StoredQuantity(stored.id, stored.record, **{name: verdict[name] for name in ("label", "reason", "source_value", "passage")})


def _numbers_judged(session: Session, verdicts: Sequence[dict[str, Any]]) -> dict[int, list[StoredQuantity]]:
    """Return the numbers each citation was judged on, with what was found of each, also those that a revision took away since."""
    wanted = sorted({row["quantity_id"] for row in verdicts})
    records: dict[int, dict[str, Any]] = {}
    for chunk in chunked(wanted, CHUNK):
        query = select(QUANTITY.c.id, QUANTITY.c.record).where(QUANTITY.c.id.in_(chunk))
        records |= {row.id: row.record for row in session.connection().execute(query)}
    last = {(row["citation_id"], row["quantity_id"]): row for row in verdicts}
    found: dict[int, list[StoredQuantity]] = defaultdict(list)
    for (citation_id, number), row in last.items():
        told = {name: row[name] for name in ("label", "reason", "source_value", "passage")}
        found[citation_id].append(StoredQuantity(number, records[number], **told))
    return found

"""What a visit means: for the link, for every number that leans on the source, and for when to look again.

Reads bytes from the snapshots where it must; all decisions are those of the pure rooms.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from app import extract, sources, verify
from app.extract import Document, Zone
from app.fetch import Proposer, Visit
from app.sources import LinkFold, Outcome, Policy, Resolves, Terms
from app.store.finished import CheckRow, CitationVerdict, FinishedVisit, SnapshotRow, SourceUpdate
from app.store.judging import CitationToJudge, Standing
from app.store.waiting import DueSource
from app.verify import Label
from app.workflow import judging
from app.workflow.desk import Snapshots
from app.workflow.link_fold import Kept, fold_check
from app.workflow.records import visit_record

# Enough of a page to tell another page from it; kept with every source, so not more.
KNOWN_CHARS = 1_000


@dataclass(frozen=True, slots=True)
class Conclusion:
    """What is needed to conclude one visit.

    `kept` is what was kept of the source before it. `leaning` are the citations that may have to be judged; `published_at` is when
    the youngest article that cites the source was published.
    """

    snapshots: Snapshots
    due: DueSource
    token: int
    visit: Visit
    kept: Kept
    leaning: Sequence[CitationToJudge] = ()
    published_at: datetime | None = None
    proposer: Proposer | None = None
    sums: bool = True


def is_settled(due: DueSource, visit: Visit, standing: Standing | None) -> bool:
    """Say whether a visit leaves nothing to judge: nothing leans on it, all verdicts were made on these bytes, or there are none."""
    if standing is None or standing.unread:
        return standing is None
    if visit.resolves is not Resolves.ALIVE:
        return True
    current = due.snapshot_sha256 if visit.not_modified else visit.sha256
    return standing.behind == 0 and standing.sha256s == {current}


def conclude(job: Conclusion) -> FinishedVisit:
    """Decide everything about one visit."""
    snapshots, due, visit, leaning = job.snapshots, job.due, job.visit, job.leaning
    void, good = visit.outcome is Outcome.VOIDED, visit.resolves is Resolves.ALIVE
    sha256 = _kept_bytes(snapshots, due, visit)
    current = (due.snapshot_sha256 if visit.not_modified else sha256 or None) if good else None
    changed = current is not None and current != due.snapshot_sha256
    judged, document = ((), None) if void else _judged(job, current)
    seen = {"good": _seen(visit, document)} if changed or (good and job.kept.good is None) else {}
    told = visit_record(visit) | _compared(due, visit, leaning, judged) | seen
    check = _check_row(visit, sha256, told, changed=changed, void=void)
    kept = fold_check(job.kept, check)
    fresh = good and not visit.not_modified
    update = SourceUpdate(
        link_state=kept.link.state.value,
        outcome=kept.outcome,
        next_check_at=_next_check(due, visit, kept.link, job.published_at),
        fold=kept.to_json(),
        flapping=kept.link.flapping,
        good=good,
        snapshot_sha256=current,
        etag=visit.etag if fresh else None,
        last_modified=visit.last_modified if fresh else None,
        replacement_url=kept.link.replacement_url,
    )
    stored = SnapshotRow(sha256, visit.media_type, visit.charset, len(visit.body)) if sha256 else None
    return FinishedVisit(due, job.token, check, update, stored, judged)


def _kept_bytes(snapshots: Snapshots, due: DueSource, visit: Visit) -> str:
    """Keep the bytes, of refusals too: they are evidence; return their digest, "" when there are none."""
    if visit.body and visit.sha256 == due.snapshot_sha256:
        return visit.sha256  # held already
    return snapshots.put(visit.body) if visit.body else ""


def _check_row(visit: Visit, sha256: str, told: dict[str, Any], *, changed: bool, void: bool) -> CheckRow:
    return CheckRow(
        at=visit.started_at,
        outcome=visit.outcome.value,
        resolves=visit.resolves.value,
        http_status=visit.http_status,
        final_url=visit.final_url,
        permanent=visit.permanent,
        media_type=visit.media_type,
        title=visit.title,
        sha256=sha256,
        not_modified=visit.not_modified,
        changed=changed,
        void=void,
        rule=visit.rule,
        rule_version=visit.rule_version,
        vantage=visit.vantage,
        profile=visit.profile,
        elapsed_ms=round(visit.elapsed_s * 1000),
        record=told,
    )


def _compared(due: DueSource, visit: Visit, leaning: Sequence[CitationToJudge], judged: Sequence[CitationVerdict]) -> dict[str, Any]:
    """Return what the schedule learns from: whether this copy could be held against an earlier one, and whether evidence changed."""
    if visit.resolves is not Resolves.ALIVE or due.snapshot_sha256 is None:
        return {"compared": False, "evidence_changed": False}
    before = {citation.citation_id: citation for citation in leaning if citation.verdict_sha256}
    changed = any(judging.evidence_changed(before[one.citation_id], one) for one in judged if one.citation_id in before)
    return {"compared": True, "evidence_changed": changed}


def _seen(visit: Visit, document: Document | None) -> dict[str, Any]:
    """Return what the next visit is held against."""
    text = "\n".join(block.text for block in document.blocks if block.zone is Zone.MAIN) if document else ""
    return {
        "outcome": visit.outcome.value,
        "final_url": visit.final_url,
        "rule": visit.rule,
        "rule_version": visit.rule_version,
        "title": visit.title,
        "main_text": text[:KNOWN_CHARS],
        "main_chars": len(text),
        "lang": document.lang if document else "",
    }


def _next_check(due: DueSource, visit: Visit, link: LinkFold, published: datetime | None) -> datetime | None:
    if visit.outcome is Outcome.VOIDED:
        return sources.after_void(visit.started_at)
    policy = Policy(due.policy.get("interval_days"), bool(due.policy.get("skip", False)))
    wait = None if visit.retry_after_s is None else visit.started_at + timedelta(seconds=visit.retry_after_s)
    return sources.next_check(link, visit.started_at, Terms(key=due.url, published_at=published, policy=policy, not_before=wait))


def _judged(job: Conclusion, current: str | None) -> tuple[tuple[CitationVerdict, ...], Document | None]:
    """Judge what has no verdict on these bytes under these rules; the others keep theirs."""
    due, visit, leaning = job.due, job.visit, job.leaning
    if current is None:
        reason = "no_text" if visit.resolves is Resolves.ALIVE else "source_unreachable"
        why = f"the visit met {visit.outcome.value.replace('_', ' ')} (rule {visit.rule}): nothing of the source could be read"
        return tuple(judging.unreadable(citation, reason, why) for citation in leaning if judging.is_never_read(citation)), None
    wanted = [citation for citation in leaning if judging.is_outdated(citation, current, sums=job.sums)]
    if not wanted:
        return (), None
    body = visit.body or job.snapshots.get(current)
    document = extract.read(body, visit.media_type or due.media_type, url=visit.final_url, charset=visit.charset or due.charset)
    laid_out = verify.index(document)
    made = [judging.judge(citation, laid_out, current, visit.started_at.date(), job.proposer, sums=job.sums) for citation in wanted]
    if visit.outcome is Outcome.PAYWALLED or due.policy.get("paywalled"):
        made = [
            one if one.support == Label.SUPPORTED else judging.behind_paywall(citation, one)
            for citation, one in zip(wanted, made, strict=True)
        ]
    return tuple(made), document

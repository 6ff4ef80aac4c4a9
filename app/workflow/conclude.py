"""What a visit means: for the link, for every number that leans on the source, and for when to look again.

Reads bytes from the snapshots where it must; all decisions are those of the pure rooms.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from app import extract, quantities, sources, verify
from app.extract import Document, Zone
from app.fetch import Conditional, Previous, Visit
from app.sources import CheckFacts, Known, LinkFold, Outcome, Policy, Resolves, Terms
from app.store.finished import CheckRow, CitationVerdict, FinishedVisit, SnapshotRow, SourceUpdate, VerdictRow
from app.store.judging import CitationToJudge, StoredQuantity
from app.store.waiting import DueSource
from app.verify import ClaimView, Index, Judgement, Label
from app.workflow.desk import Snapshots
from app.workflow.records import passage_from, passage_record, quantity_from, visit_record

# A verdict depends on all three: how bytes are read, how numbers are read, how they are judged.
RULE_VERSION = f"{verify.RULE_VERSION}/{extract.RULE_VERSION}/{quantities.RULE_VERSION}"
# Validators lie now and then: every fourth visit asks for the whole page again.
FULL_EVERY = 4
# Enough of a page to tell another page from it; kept with every source, so not more.
KNOWN_CHARS = 1_000


@dataclass(frozen=True, slots=True)
class Kept:
    """What a source keeps in its fold beside the link fold: how to ask next time, and what its last good visit saw."""

    link: LinkFold
    conditional_visits: int = 0
    good: Mapping[str, Any] | None = None

    @classmethod
    def of(cls, due: DueSource) -> "Kept":
        """Read what was kept of a source."""
        if not due.fold:
            return cls(LinkFold())
        return cls(LinkFold.from_json(due.fold["link"]), due.fold["conditional_visits"], due.fold["good"])

    def to_json(self) -> dict[str, Any]:
        """Return it as the database keeps it."""
        return {"link": self.link.to_json(), "conditional_visits": self.conditional_visits, "good": self.good}


def conditional_of(due: DueSource) -> Conditional | None:
    """Return the validators to send, None when the whole page is wanted."""
    if due.snapshot_sha256 is None or not (due.etag or due.last_modified):
        return None
    if Kept.of(due).conditional_visits >= FULL_EVERY - 1:
        return None
    return Conditional(due.etag, due.last_modified)


def previous_of(due: DueSource) -> Previous | None:
    """Return what the last good visit saw, None when there was none."""
    good = Kept.of(due).good
    if good is None or due.snapshot_sha256 is None:
        return None
    outcome = Outcome(good["outcome"])
    known = Known(outcome, good["title"], good["main_text"], good["main_chars"], good["lang"])
    return Previous(
        due.snapshot_sha256,
        good["final_url"],
        outcome,
        good["rule"],
        good["rule_version"],
        good["title"],
        due.media_type,
        due.charset,
        known,
    )


def conclude(snapshots: Snapshots, due: DueSource, token: int, visit: Visit, leaning: Sequence[CitationToJudge]) -> FinishedVisit:
    """Decide everything about one visit; `leaning` are the citations of the source."""
    kept = Kept.of(due)
    void = visit.outcome is Outcome.VOIDED
    sha256 = _keep_bytes(snapshots, visit)
    good = visit.resolves is Resolves.ALIVE
    current = (due.snapshot_sha256 if visit.not_modified else sha256) if good else None
    judged, document = ((), None) if void else _judged(snapshots, due, visit, current, leaning)
    link = sources.step(kept.link, _check_facts(due, visit, leaning, judged))
    changed = good and current != due.snapshot_sha256
    update = SourceUpdate(
        link_state=link.state.value,
        outcome=due.outcome if void else visit.outcome.value,
        next_check_at=_next_check(due, visit, link, leaning),
        fold=Kept(link, _conditional_visits(kept, visit), _good(kept, visit, document, changed=changed)).to_json(),
        flapping=link.flapping,
        good=good,
        snapshot_sha256=current,
        etag=visit.etag if good and not visit.not_modified else None,
        last_modified=visit.last_modified if good and not visit.not_modified else None,
        replacement_url=link.replacement_url,
    )
    stored = SnapshotRow(sha256, visit.media_type, visit.charset, len(visit.body)) if sha256 else None
    return FinishedVisit(due, token, _check_row(visit, sha256, changed=changed, void=void), update, stored, judged)


def _keep_bytes(snapshots: Snapshots, visit: Visit) -> str:
    """Keep the bytes, of refusals too: they are evidence; return their digest, "" when there are none."""
    if not visit.body:
        return ""
    return snapshots.put(visit.body)


def _check_row(visit: Visit, sha256: str, *, changed: bool, void: bool) -> CheckRow:
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
        record=visit_record(visit),
    )


def _conditional_visits(kept: Kept, visit: Visit) -> int:
    return kept.conditional_visits + 1 if visit.not_modified else 0


def _good(kept: Kept, visit: Visit, document: Document | None, *, changed: bool) -> Mapping[str, Any] | None:
    if not changed and kept.good is not None:
        return kept.good
    if visit.resolves is not Resolves.ALIVE:
        return kept.good
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


def _check_facts(due: DueSource, visit: Visit, leaning: Sequence[CitationToJudge], judged: Sequence[CitationVerdict]) -> CheckFacts:
    compared = visit.resolves is Resolves.ALIVE and due.snapshot_sha256 is not None
    before = {citation.citation_id: citation for citation in leaning}
    changed = any(
        evidence_changed(before[verdict.citation_id], verdict) for verdict in judged if before[verdict.citation_id].verdict_sha256
    )
    return CheckFacts(
        at=visit.started_at,
        outcome=visit.outcome,
        method=f"{visit.vantage}/{visit.profile}",
        permanent=visit.permanent,
        final_url=visit.final_url,
        as_known="not_as_known" not in visit.notes,
        compared=compared,
        changed=compared and changed,
    )


def _next_check(due: DueSource, visit: Visit, link: LinkFold, leaning: Sequence[CitationToJudge]) -> datetime | None:
    if visit.outcome is Outcome.VOIDED:
        return sources.after_void(visit.started_at)
    published = max((citation.published_at for citation in leaning if citation.published_at), default=None)
    policy = Policy(due.policy.get("interval_days"), bool(due.policy.get("skip", False)))
    wait = None if visit.retry_after_s is None else datetime.fromtimestamp(visit.started_at.timestamp() + visit.retry_after_s, UTC)
    return sources.next_check(link, visit.started_at, Terms(key=due.url, published_at=published, policy=policy, not_before=wait))


def _judged(
    snapshots: Snapshots, due: DueSource, visit: Visit, current: str | None, leaning: Sequence[CitationToJudge]
) -> tuple[tuple[CitationVerdict, ...], Document | None]:
    """Judge what has no verdict on these bytes under these rules; the others keep theirs."""
    if current is None:
        return tuple(_unreadable(citation, "source_unreachable", visit) for citation in leaning if _never_read(citation)), None
    wanted = [citation for citation in leaning if _outdated(citation, current)]
    if not wanted:
        return (), None
    body = visit.body or snapshots.get(current)
    document = extract.read(body, visit.media_type or due.media_type, url=visit.final_url, charset=visit.charset or due.charset)
    laid_out = verify.index(document)
    today = visit.started_at.date()
    return tuple(_judge(citation, laid_out, current, today, visit) for citation in wanted), document


def _never_read(citation: CitationToJudge) -> bool:
    """Say whether nothing has been told of a citation yet: a verdict on an earlier snapshot stands while the source is away."""
    return citation.verdict_sha256 is None and (
        citation.support == Label.UNCHECKED or any(not stored.label for stored in citation.quantities)
    )


def _outdated(citation: CitationToJudge, sha256: str) -> bool:
    return (
        citation.verdict_sha256 != sha256
        or citation.rule_version != RULE_VERSION
        or any(not stored.label for stored in citation.quantities)
    )


def _judge(citation: CitationToJudge, laid_out: Index, sha256: str, today: date, visit: Visit) -> CitationVerdict:
    judgement = verify.judge(claim_view(citation), laid_out, today, previous=_previous_evidence(citation))
    if visit.outcome is Outcome.PAYWALLED and judgement.label is not Label.SUPPORTED:
        return _unreadable(citation, "paywalled", visit)
    return verdict_of(citation, judgement, sha256)


def claim_view(citation: CitationToJudge) -> ClaimView:
    """Return a stored claim as judging takes it."""
    read = tuple(quantity_from(stored.record) for stored in citation.quantities)
    return ClaimView(citation.sentence, read, citation.lang, citation.section, citation.context)


def verdict_of(citation: CitationToJudge, judgement: Judgement, sha256: str) -> CitationVerdict:
    """Return a judgement as it is stored; a review made on other evidence ends."""
    rows = tuple(_row(stored, verdict) for stored, verdict in zip(citation.quantities, judgement.verdicts, strict=True))
    verdict = CitationVerdict(citation.citation_id, judgement.label.value, judgement.reason, RULE_VERSION, sha256, rows)
    if citation.review != "none" and evidence_changed(citation, verdict):
        return CitationVerdict(
            citation.citation_id, judgement.label.value, judgement.reason, RULE_VERSION, sha256, rows, citation.review_id
        )
    return verdict


def _row(stored: StoredQuantity, verdict: verify.Verdict) -> VerdictRow:
    return VerdictRow(
        quantity_id=stored.id,
        label=verdict.label.value,
        reason=verdict.reason,
        source_value=None if verdict.source_value is None else f"{verdict.source_value:f}",
        source_unit=verdict.source_unit,
        severity=verdict.severity.value,
        flags=verdict.flags,
        passage=passage_record(verdict.passage),
        trace=verdict.trace,
    )


def _unreadable(citation: CitationToJudge, reason: str, visit: Visit) -> CitationVerdict:
    trace = (f"the visit met {visit.outcome.value.replace('_', ' ')} (rule {visit.rule}): nothing of the source could be read",)
    rows = tuple(VerdictRow(stored.id, Label.UNREADABLE.value, reason, trace=trace) for stored in citation.quantities)
    return CitationVerdict(citation.citation_id, Label.UNREADABLE.value, reason, RULE_VERSION, None, rows)


def evidence_changed(before: CitationToJudge, after: CitationVerdict) -> bool:
    """Say whether the evidence for any number is another than it was: its label, the source's value, or the quoted passage."""
    new = {row.quantity_id: row for row in after.verdicts}
    return any(
        stored.label
        and (stored.label, stored.source_value, _quote(stored.passage))
        != (new[stored.id].label, new[stored.id].source_value, _quote(new[stored.id].passage))
        for stored in before.quantities
        if stored.id in new
    )


def _quote(passage: Mapping[str, Any] | None) -> str:
    return str(passage["exact"]) if passage else ""


def _previous_evidence(citation: CitationToJudge) -> verify.Previous | None:
    for stored in citation.quantities:
        passage = passage_from(stored.passage)
        if stored.label == Label.SUPPORTED and stored.source_value is not None and passage is not None:
            quantity = quantity_from(stored.record)
            return verify.Previous(passage, Decimal(stored.source_value), quantity.unit)
    return None

"""Verdicts on what leans on a source: which are due, and what they come to."""

import dataclasses
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from app import extract, quantities, verify
from app.fetch import Proposer
from app.quantities import Kind
from app.store.finished import CitationVerdict, VerdictRow
from app.store.judging import CitationToJudge, StoredQuantity
from app.verify import ClaimView, Index, Judgement, Label, Verdict
from app.workflow.records import passage_from, passage_record, quantity_from

# A verdict depends on all three: how bytes are read, how numbers are read, how they are judged.
RULE_VERSION = f"{verify.RULE_VERSION}/{extract.RULE_VERSION}/{quantities.RULE_VERSION}"


def rule_version(*, sums: bool = True) -> str:
    """Return the version that verdicts keep: without `sums` the same bytes are judged by other rules."""
    return RULE_VERSION if sums else f"{RULE_VERSION}/no-sums"


def is_outdated(citation: CitationToJudge, sha256: str, *, sums: bool = True) -> bool:
    """Say whether a citation has no verdict on these bytes under these rules."""
    return citation.verdict_sha256 != sha256 or citation.rule_version != rule_version(sums=sums) or _has_unjudged(citation)


def is_never_read(citation: CitationToJudge) -> bool:
    """Say whether nothing has been told of a citation yet: a verdict on an earlier snapshot stands while the source is away."""
    return citation.verdict_sha256 is None and (citation.support == Label.UNCHECKED or _has_unjudged(citation))


def _has_unjudged(citation: CitationToJudge) -> bool:
    """Say whether a number has no verdict. Dates have none of their own unless the claim asserts nothing else."""
    numbers = [stored for stored in citation.quantities if stored.record["kind"] != Kind.DATE]
    return any(not stored.label for stored in numbers or citation.quantities)


def judge(  # noqa: PLR0913  what a verdict rests on, and by which rules it is made
    citation: CitationToJudge, document: Index, sha256: str, today: date, proposer: Proposer | None = None, *, sums: bool = True
) -> CitationVerdict:
    """Judge one citation on one document, the snapshot `sha256` read on `today`; a review made on other evidence ends.

    A `proposer` may point at a passage where our own reading left the number open; only our reading of it decides.
    Without `sums` no number is supported that the document does not write out.
    """
    claim = claim_view(citation)
    judgement = verify.judge(claim, document, today, previous=_previous_evidence(citation), sums=sums)
    if proposer is not None and judgement.label in (Label.AMBIGUOUS, Label.NOT_FOUND):
        proposed = proposer.propose(claim.sentence, document.document.text)
        judgement = verify.consider(claim, document, judgement, proposed, sums=sums) if proposed else judgement
    verdict = dataclasses.replace(verdict_of(citation, judgement, sha256), rule_version=rule_version(sums=sums))
    if citation.review != "none" and evidence_changed(citation, verdict):
        return dataclasses.replace(verdict, expires_review=citation.review_id)
    return verdict


def claim_view(citation: CitationToJudge) -> ClaimView:
    """Return a stored claim as judging takes it: the article's title is the outermost heading."""
    read = tuple(quantity_from(stored.record) for stored in citation.quantities)
    section = (citation.title, *citation.section) if citation.title else citation.section
    return ClaimView(citation.sentence, read, citation.lang, section, citation.context)


def verdict_of(citation: CitationToJudge, judgement: Judgement, sha256: str) -> CitationVerdict:
    """Return a judgement as it is stored."""
    given = {(verdict.quantity.start, verdict.quantity.end): verdict for verdict in judgement.verdicts}
    rows = tuple(_row(stored, given[place]) for stored in citation.quantities if (place := _place(stored)) in given)
    support, reason = support_of([(row.label, row.reason) for row in rows]) if rows else (judgement.label.value, judgement.reason)
    return CitationVerdict(citation.citation_id, support, reason, RULE_VERSION, sha256, rows)


def _place(stored: StoredQuantity) -> tuple[int, int]:
    return stored.record["start"], stored.record["end"]


def support_of(verdicts: Sequence[tuple[str, str]]) -> tuple[str, str]:
    """Fold the verdicts (label, reason) of one citation to its support, and the reason of the first that decides it."""
    support = verify.citation_support(Label(label) for label, _ in verdicts)
    return support.value, next((reason for label, reason in verdicts if label == support), "")


def _row(stored: StoredQuantity, verdict: Verdict) -> VerdictRow:
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


def unreadable(citation: CitationToJudge, reason: str, why: str) -> CitationVerdict:
    """Return the verdict on a source that gave nothing to read; `why` is the one step of its trace."""
    numbers = [stored for stored in citation.quantities if stored.record["kind"] != Kind.DATE] or citation.quantities
    rows = tuple(VerdictRow(stored.id, Label.UNREADABLE.value, reason, trace=(why,)) for stored in numbers)
    return CitationVerdict(citation.citation_id, Label.UNREADABLE.value, reason, RULE_VERSION, None, rows)


def behind_paywall(citation: CitationToJudge, made: CitationVerdict) -> CitationVerdict:
    """Say that a teaser proves nothing against a number: the text behind it was not read. The snapshot is that of the teaser."""
    verdict = unreadable(citation, "paywalled", "the page shows a teaser only; the rest is behind a paywall")
    return dataclasses.replace(verdict, sha256=made.sha256, rule_version=made.rule_version, expires_review=made.expires_review)


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
            return verify.Previous(passage, Decimal(stored.source_value), quantity_from(stored.record).unit)
    return None

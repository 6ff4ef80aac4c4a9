"""Judging stored snapshots again: to show that the same rules say the same, and to bring verdicts up to new rules without a visit."""

import dataclasses
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import orjson

from app import extract, verify
from app.errors import Conflict
from app.sources import Outcome
from app.store import rejudging, verdicts
from app.store.finished import CitationVerdict, VerdictRow
from app.store.judging import CitationToJudge
from app.store.rejudging import JudgedEvidence
from app.verify import Label
from app.workflow import judging
from app.workflow.desk import Desk
from app.workflow.rules import RULES

# Sources judged in one transaction; a page is read in milliseconds, a large PDF in a second.
STEP = 50
_COMPARED = ("quantity_id", "label", "reason", "source_value", "source_unit", "severity", "flags", "passage", "trace")


@dataclass(frozen=True, slots=True)
class Replayed:
    """One stored verdict and the one made now from the same bytes; `same` compares them byte for byte."""

    citation_id: int
    quantity_id: int
    rule_version: str
    same: bool
    stored: Mapping[str, Any]
    made: Mapping[str, Any] | None


def replay(desk: Desk, check_id: int) -> list[Replayed]:
    """Judge what a check brought once more. Raises NotFound, and Conflict when today's rules are not those of the verdicts."""
    with desk.read() as session:
        judged = rejudging.of_check(session, check_id)
        evidence = rejudging.as_before(session, judged.evidence)
    rows = [row for row in judged.verdicts if row["sha256"]]
    version = judging.rule_version(sums=desk.sums)
    if any(row["rule_version"] != version for row in rows):
        raise Conflict(
            f"The check was judged by rules {rows[0]['rule_version']}, these are {version}: "
            "install that version to replay it, or bring verdicts up to today's rules with `stet rejudge`."
        )
    made = {(one.citation_id, row.quantity_id): row for one in _judged(desk, evidence, judged.check["outcome"]) for row in one.verdicts}
    return [_compared(row, made.get((row["citation_id"], row["quantity_id"]))) for row in rows]


def _compared(stored: Mapping[str, Any], made: VerdictRow | None) -> Replayed:
    before = {name: stored[name] for name in _COMPARED}
    after = None if made is None else {name: _plain(getattr(made, name)) for name in _COMPARED}
    same = after is not None and orjson.dumps(before, option=orjson.OPT_SORT_KEYS) == orjson.dumps(after, option=orjson.OPT_SORT_KEYS)
    return Replayed(stored["citation_id"], stored["quantity_id"], stored["rule_version"], same, before, after)


def _plain(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value


def _judged(desk: Desk, evidence: JudgedEvidence, outcome: str = "") -> list[CitationVerdict]:
    """Judge the citations of one snapshot on the day its check was made."""
    body = desk.snapshots.get(evidence.sha256)
    document = extract.read(body, evidence.media_type, url=evidence.final_url, charset=evidence.charset)
    laid_out = verify.index(document)
    made = [judging.judge(citation, laid_out, evidence.sha256, evidence.at.date(), sums=desk.sums) for citation in evidence.citations]
    if outcome != Outcome.PAYWALLED:
        return made
    return [
        one if one.support == Label.SUPPORTED else judging.behind_paywall(citation, one)
        for citation, one in zip(evidence.citations, made, strict=True)
    ]


@dataclass(frozen=True, slots=True)
class Rejudged:
    """How many citations were judged again, and how many went from one support to another ("supported -> ambiguous": 3)."""

    citations: int
    changes: Mapping[str, int]


def rejudge(desk: Desk) -> Rejudged:
    """Bring every verdict up to today's rules, from stored snapshots, in batches; nothing is fetched."""
    changes: Counter[str] = Counter()
    total = 0
    for batch in _batches(desk):
        again: list[tuple[CitationVerdict, int]] = []
        for evidence in batch:
            for before, one in zip(evidence.citations, _judged(desk, evidence), strict=True):
                again.append((_with_review(before, one), evidence.check_id))
                if before.support != one.support:
                    changes[f"{before.support} -> {one.support}"] += 1
        with desk.begin() as session:
            total += verdicts.record_again(session, again, RULES, desk.now())
    return Rejudged(total, dict(changes))


def _batches(desk: Desk) -> Iterator[list[JudgedEvidence]]:
    after = 0
    while True:
        with desk.read() as session:
            found = rejudging.outdated(session, judging.rule_version(sums=desk.sums), after, STEP)
            batch = [rejudging.as_before(session, evidence) for evidence in found]
        if not batch:
            return
        yield batch
        after = max(evidence.source_id for evidence in batch)


def _with_review(before: CitationToJudge, verdict: CitationVerdict) -> CitationVerdict:
    """Keep a review: the evidence is the same bytes, only our reading of them is new."""
    return dataclasses.replace(verdict, expires_review=None) if before.review != "none" else verdict

"""A claim with everything known of it, as plain values under public ids: what every format is written from."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from app.store import article_reads, claim_reads
from app.store.claim_reads import ClaimFilter, Evidence
from app.store.ids import Prefix, encode
from app.store.keyset import Position, Row
from app.workflow.desk import Desk

PAGE = 200  # claims read at once: with citations and verdicts about 2 MB
Whole = dict[str, Any]


def wholes(desk: Desk, narrow: ClaimFilter) -> Iterator[Whole]:
    """Read the claims of a filter page by page, each page as of one moment."""
    after: Position | None = None
    while True:
        with desk.read() as session:
            page = claim_reads.list_claims(session, narrow, after, PAGE)
            ids = [row["id"] for row in page.rows]
            numbers = _grouped(claim_reads.quantities_of(session, ids))
            citations = claim_reads.citations_of(session, ids)
            evidence = claim_reads.evidence_of(session, citations)
            articles = article_reads.articles_by_id(session, {row["article_id"] for row in page.rows})
        cited = _grouped(citations)
        for row in page.rows:
            yield _whole(row, articles[row["article_id"]], numbers[row["id"]], _cited(cited[row["id"]], evidence))
        if page.next is None:
            return
        after = page.next


def _grouped(rows: Sequence[Row]) -> dict[int, list[Row]]:
    groups: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row["claim_id"]].append(row)
    return groups


def _whole(row: Row, article: Row, numbers: Sequence[Row], citations: list[Whole]) -> Whole:
    return {
        "id": encode(Prefix.CLAIM, row["id"]),
        "article": {
            "id": encode(Prefix.ARTICLE, article["id"]),
            **{name: article[name] for name in ("title", "url", "lang", "external_system", "external_id")},
        },
        "sentence": row["sentence"],
        **{name: row[name] for name in ("prefix", "suffix", "start", "end", "status", "link", "support", "review", "changed_at")},
        "quantities": [_number(number) for number in numbers],
        "citations": citations,
    }


def _number(row: Row) -> Whole:
    kept = ("surface", "value", "high", "unit", "kind", "comparator")
    return {"id": encode(Prefix.QUANTITY, row["id"]), **{name: row[name] for name in kept}}


def _cited(citations: Sequence[Row], evidence: Evidence) -> list[Whole]:
    return [_citation(row, evidence.checks.get(row["last_check_id"]), evidence.verdicts.get(row["id"], [])) for row in citations]


def _citation(row: Row, check: Row | None, verdicts: Sequence[Row]) -> Whole:
    return {
        "id": encode(Prefix.CITATION, row["id"]),
        **{name: row[name] for name in ("url", "marker", "support", "reason", "status", "review")},
        "link": row["link_state"],
        **{name: row[name] for name in ("outcome", "last_checked_at", "replacement_url")},
        "snapshot": row["snapshot_sha256"],
        "final_url": check["final_url"] if check else "",
        "verdicts": [_verdict(verdict) for verdict in verdicts],
    }


def _verdict(row: Mapping[str, Any]) -> Whole:
    kept = ("label", "reason", "source_value", "source_unit", "severity", "passage", "rule_version", "at")
    return {"quantity": encode(Prefix.QUANTITY, row["quantity_id"]), **{name: row[name] for name in kept}}

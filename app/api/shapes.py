"""The shapes that several resources show, and how a row becomes one. A shape is documentation: rows go to JSON as plain dictionaries."""

from datetime import datetime
from typing import Any

from pydantic import BaseModel, Field

from app.api.answers import Json
from app.api.ids import public
from app.claims import How
from app.sources.link_state import LinkState
from app.sources.outcome import Outcome, Resolves
from app.store.claim_reads import Evidence
from app.store.ids import Prefix
from app.verify.verdict import Label, ReviewState, Status


class Selector(BaseModel):
    """Where the sentence stands in the article's visible text (W3C TextQuoteSelector and TextPositionSelector)."""

    exact: str
    prefix: str
    suffix: str
    start: int
    end: int


class QuantityShape(BaseModel):
    """One number of a claim; values are decimal strings."""

    id: str = Field(examples=["qty_3"])
    surface: str = Field(examples=["13.3 percent"])
    value: str = Field(examples=["13.3"])
    high: str | None
    unit: str = Field(examples=["percent"])
    kind: str
    comparator: str


class VerdictShape(BaseModel):
    """What one snapshot says of one number."""

    id: str = Field(examples=["vrd_9"])
    citation: str
    quantity: str
    check: str
    snapshot: str | None
    at: datetime
    label: Label
    reason: str = Field(examples=["value_differs"])
    source_value: str | None
    source_unit: str
    severity: str
    flags: list[str]
    passage: dict[str, Any] | None
    trace: list[str]
    rule_version: str


class CheckShape(BaseModel):
    """One visit to one source, without hops and timings."""

    id: str = Field(examples=["chk_40"])
    source: str
    run: str | None
    at: datetime
    outcome: Outcome
    resolves: Resolves
    http_status: int | None
    final_url: str
    permanent: bool
    media_type: str
    title: str
    snapshot: str | None
    not_modified: bool
    changed: bool
    void: bool
    rule: str
    rule_version: str
    vantage: str
    profile: str
    asked_by: str
    elapsed_ms: int


class ReviewShape(BaseModel):
    """A person's decision, pinned to the evidence it was made on."""

    id: str = Field(examples=["rvw_2"])
    citation: str
    decision: str
    note: str
    by: str
    at: datetime
    pinned_snapshot: str | None
    pinned_support: str
    pinned_reason: str
    expires_at: datetime | None


class CitationShape(BaseModel):
    """A claim leaning on a source, with what is known of both today."""

    id: str = Field(examples=["cit_5"])
    claim: str
    source: str
    url: str
    source_url: str
    marker: str
    anchor: str
    how: str = Field(description="why the URL is held to be cited here: " + ", ".join(How))
    why: str
    added_by: str
    removed_at: datetime | None
    status: Status
    link: LinkState
    outcome: str
    last_checked_at: datetime | None
    next_check_at: datetime | None
    support: Label
    reason: str
    review: ReviewState
    review_id: str | None
    snapshot: str | None
    replacement_url: str
    rule_version: str
    version: int


class CitationWhole(CitationShape):
    """A citation with its latest check, today's verdicts and the review in force."""

    check: CheckShape | None
    verdicts: list[VerdictShape]
    review_in_force: ReviewShape | None


def quantity(row: Json) -> Json:
    return {
        "id": public(Prefix.QUANTITY, row["id"]),
        **{name: row[name] for name in ("surface", "value", "high", "unit", "kind", "comparator")},
    }


def verdict(row: Json) -> Json:
    return {
        "id": public(Prefix.VERDICT, row["id"]),
        "citation": public(Prefix.CITATION, row["citation_id"]),
        "quantity": public(Prefix.QUANTITY, row["quantity_id"]),
        "check": public(Prefix.CHECK, row["check_id"]),
        "snapshot": row["sha256"] or None,
        **{name: row[name] for name in ("at", "label", "reason", "source_value", "source_unit", "severity")},
        "flags": row["flags"] or [],
        "passage": row["passage"],
        "trace": row["trace"] or [],
        "rule_version": row["rule_version"],
    }


_CHECK_FIELDS = ("not_modified", "changed", "void", "rule", "rule_version", "vantage", "profile", "asked_by", "elapsed_ms")


def check(row: Json) -> Json:
    return {
        "id": public(Prefix.CHECK, row["id"]),
        "source": public(Prefix.SOURCE, row["source_id"]),
        "run": public(Prefix.RUN, row["run_id"]),
        **{name: row[name] for name in ("at", "outcome", "resolves", "http_status", "final_url", "permanent", "media_type", "title")},
        "snapshot": row["sha256"] or None,
        **{name: row[name] for name in _CHECK_FIELDS},
    }


def review(row: Json) -> Json:
    return {
        "id": public(Prefix.REVIEW, row["id"]),
        "citation": public(Prefix.CITATION, row["citation_id"]),
        **{name: row[name] for name in ("decision", "note", "by", "at")},
        "pinned_snapshot": row["pinned_sha256"] or None,
        **{name: row[name] for name in ("pinned_support", "pinned_reason", "expires_at")},
    }


def citation(row: Json) -> Json:
    return {
        "id": public(Prefix.CITATION, row["id"]),
        "claim": public(Prefix.CLAIM, row["claim_id"]),
        "source": public(Prefix.SOURCE, row["source_id"]),
        **{name: row[name] for name in ("url", "source_url", "marker", "anchor", "how", "why", "added_by", "removed_at", "status")},
        "link": row["link_state"],
        **{name: row[name] for name in ("outcome", "last_checked_at", "next_check_at", "support", "reason", "review")},
        "review_id": public(Prefix.REVIEW, row["review_id"]),
        "snapshot": row["snapshot_sha256"] or None,
        **{name: row[name] for name in ("replacement_url", "rule_version", "version")},
    }


def whole_citation(row: Json, evidence: Evidence) -> Json:
    latest, in_force = evidence.checks.get(row["last_check_id"]), evidence.reviews.get(row["review_id"])
    return {
        **citation(row),
        "check": None if latest is None else check(latest),
        "verdicts": [verdict(found) for found in evidence.verdicts.get(row["id"], [])],
        "review_in_force": None if in_force is None else review(in_force),
    }

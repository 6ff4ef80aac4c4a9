"""The tables. Checks, verdicts, reviews and events are append-only; columns marked *fold* are derived and rebuildable.

Public ids are a type prefix and the primary key: `art_12`, `clm_7` (see `ids.py`).
"""

from datetime import datetime
from enum import IntEnum
from typing import Any

from sqlalchemy import JSON, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from app.store.columns import Id, Utc
from app.store.columns import json as _json
from app.store.columns import key as _key
from app.store.columns import moment as _moment
from app.store.columns import number as _number
from app.store.columns import partial_index as _partial
from app.store.columns import ref as _ref
from app.store.columns import text as _text
from app.store.service_tables import Audit, Delivery, Feed, FeedEntry, GatePolicy, Idempotency, Key, Run, RunItem, RunState, Share, Webhook

__all__ = [
    "Article",
    "ArticleTag",
    "Audit",
    "Check",
    "Citation",
    "Claim",
    "Delivery",
    "Event",
    "EventClock",
    "Feed",
    "FeedEntry",
    "GatePolicy",
    "Host",
    "Idempotency",
    "Key",
    "Priority",
    "Quantity",
    "Review",
    "Revision",
    "Run",
    "RunItem",
    "RunState",
    "Share",
    "Snapshot",
    "Source",
    "Utc",
    "Verdict",
    "Webhook",
]


class Priority(IntEnum):
    """Who is served first within politeness; `ASKED` is a person's wish."""

    SCHEDULE = 0
    NEW = 3
    ASKED = 5
    GATE = 9


class Article(SQLModel, table=True):
    """The text that is checked; `version` counts every change for ETags. `status` is a fold."""

    __table_args__ = (
        _partial("ix_article_external", "external_system", "external_id", where="deleted_at IS NULL", unique=True),
        Index("ix_article_status_id", "status", "id"),
        Index("ix_article_updated_at_id", "updated_at", "id"),
    )
    id: int = _key()
    external_system: str | None = None
    external_id: str | None = None
    title: str = _text()
    lang: str = ""
    format: str = ""
    url: str = _text()
    tags: list[str] = _json(list)
    published_at: datetime | None = _moment(null=True)
    created_at: datetime = _moment()
    updated_at: datetime = _moment()
    deleted_at: datetime | None = _moment(null=True)
    version: int = 1
    revision: int = 1
    status: str = "pending"


class ArticleTag(SQLModel, table=True):
    """A tag of an article as a row, so that lists by tag are an index away; `Article.tags` is the same in writing order."""

    article_id: int = _ref("article.id", primary=True)
    tag: str = Field(primary_key=True, index=True)


class Revision(SQLModel, table=True):
    """One submitted text of an article. `body` is as given, `text` the visible text that selectors refer to."""

    __table_args__ = (UniqueConstraint("article_id", "number"),)
    id: int = _key()
    article_id: int = _ref("article.id")
    number: int
    format: str
    lang: str = ""
    body: str = _text()
    text: str = _text()
    sha256: str
    created_at: datetime = _moment()
    created_by: str = ""


class Claim(SQLModel, table=True):
    """One sentence with numbers. `status`, `link`, `support`, `review` are folds over its citations."""

    __table_args__ = (
        Index("ix_claim_article_id_position", "article_id", "position"),
        _partial("ix_claim_status_id", "status", "id", where="removed_at IS NULL"),
        Index("ix_claim_changed_at_id", "changed_at", "id"),
    )
    id: int = _key()
    article_id: int = _ref("article.id")
    first_revision: int
    last_revision: int
    removed_at: datetime | None = _moment(null=True)
    position: int
    sentence: str = _text()
    prefix: str = _text()
    suffix: str = _text()
    start: int
    end: int
    section: list[str] = _json(list)
    context: str = _text()
    lang: str = ""
    status: str = "pending"
    link: str = "unchecked"
    support: str = "unchecked"
    review: str = "none"
    changed_at: datetime = _moment()
    version: int = 1


class Quantity(SQLModel, table=True):
    """One number of a claim; `record` is the whole reading, the columns are what lists show.

    A number that a revision takes out of a claim that stays keeps its row, because verdicts point to it.
    """

    id: int = _key()
    claim_id: int = _ref("claim.id", index=True)
    position: int
    surface: str = _text()
    value: str
    high: str | None = None
    unit: str = ""
    kind: str = ""
    comparator: str = ""
    record: dict[str, Any] = _json()
    removed_at: datetime | None = _moment(null=True)


class Host(SQLModel, table=True):
    """The unit of politeness and of leasing. `token` grows with every lease: work is completed by token, never by id alone.

    `due_at` is a fold: the earliest `next_check_at` of its sources. `ready_at` is the one moment the queue looks at: when
    the host may be leased next (due and polite, or the running lease expired); None while nothing is scheduled.
    """

    __table_args__ = (
        Index("ix_host_ready_at", "ready_at"),
        _partial("ix_host_urgent", "priority", "ready_at", where="priority > 0"),
        _partial("ix_host_leased_until", "leased_until", where="leased_until IS NOT NULL"),
    )
    id: int = _key()
    name: str = Field(unique=True)
    due_at: datetime | None = _moment(null=True)
    ready_at: datetime | None = _moment(null=True)
    priority: int = 0
    leased_by: str = ""
    leased_until: datetime | None = _moment(null=True)
    token: int = _number(null=False)
    free_at: datetime | None = _moment(null=True)
    holder: str = ""
    backoff: int = 0
    gap_s: float | None = None
    robots: str | None = _text(None)
    robots_status: str = ""
    robots_at: datetime | None = _moment(null=True)


class Source(SQLModel, table=True):
    """One cited URL in canonical form. Everything from `link_state` on is a fold over its checks, or schedule.

    `url_key` is the URL's digest: a URL may be longer than an index entry may be. `last_token` is the lease its last check was
    written under: the same visit is not written twice. `asks` counts how often it was asked for: what was asked for during a
    visit stays due after it. `attempts` counts leases that expired while this source was in hand. `trimmed` says that retention
    took early checks away, so that the fold can no longer be made from what is left.
    """

    __table_args__ = (
        Index("ix_source_host_id_next_check_at", "host_id", "next_check_at"),
        _partial("ix_source_urgent", "host_id", "next_check_at", where="priority > 0"),
        _partial("ix_source_quarantined_at", "quarantined_at", where="quarantined_at IS NOT NULL"),
        _partial("ix_source_snapshot_sha256", "snapshot_sha256", where="snapshot_sha256 IS NOT NULL"),
        Index("ix_source_link_state_id", "link_state", "id"),
        Index("ix_source_changed_at_id", "changed_at", "id"),
    )
    id: int = _key()
    url: str = _text()
    url_key: str = Field(unique=True)
    host_id: int = _ref("host.id")
    created_at: datetime = _moment()
    policy: dict[str, Any] = _json()
    next_check_at: datetime | None = _moment(null=True)
    priority: int = 0
    asks: int = 0
    attempts: int = 0
    quarantined_at: datetime | None = _moment(null=True)
    trimmed: bool = False
    last_token: int = _number(null=False)
    link_state: str = "unchecked"
    link_since: datetime | None = _moment(null=True)
    flapping: bool = False
    fold: dict[str, Any] = _json()
    outcome: str = ""
    last_check_id: int | None = _number()
    last_checked_at: datetime | None = _moment(null=True)
    last_good_check_id: int | None = _number()
    snapshot_sha256: str | None = None
    etag: str = _text()
    last_modified: str = _text()
    replacement_url: str = _text()
    changed_at: datetime = _moment()
    version: int = 1


class Check(SQLModel, table=True):
    """One visit, append-only. `record` keeps hops, causes, timings, notes and evidence."""

    __tablename__ = "visit_check"
    __table_args__ = (Index("ix_visit_check_source_id_id", "source_id", "id"),)
    id: int = _key()
    source_id: int = _ref("source.id")
    run_id: int | None = _ref("run.id", null=True)
    at: datetime = _moment(index=True)
    outcome: str
    resolves: str
    http_status: int | None = None
    final_url: str = _text()
    permanent: bool = False
    media_type: str = _text()
    title: str = _text()
    sha256: str = ""
    not_modified: bool = False
    changed: bool = False
    void: bool = False
    rule: str = ""
    rule_version: str = ""
    vantage: str = ""
    profile: str = ""
    asked_by: str = "schedule"
    elapsed_ms: int = 0
    lease_token: int = _number(null=False)
    record: dict[str, Any] = _json()


class Snapshot(SQLModel, table=True):
    """The fact that bytes are held; the bytes themselves are in the snapshot store under their SHA-256."""

    sha256: str = Field(primary_key=True)
    media_type: str = _text()
    charset: str = _text()
    body_bytes: int = Field(default=0, sa_type=Id)
    stored_at: datetime = _moment(index=True)


class Citation(SQLModel, table=True):
    """A claim leaning on a source. `support`, `reason`, `status`, `review` and the `verdict_*` are folds.

    A claim has one citation of a source, however often it is written; one that was removed and comes back is the same row.
    What a person added or removed (`added_by`, `removed_by`), no later revision of the text undoes.
    """

    __table_args__ = (
        UniqueConstraint("claim_id", "source_id"),
        Index("ix_citation_source_id_removed_at", "source_id", "removed_at"),
        _partial("ix_citation_rule_version", "rule_version", "source_id", where="verdict_sha256 IS NOT NULL AND removed_at IS NULL"),
        _partial("ix_citation_verdict_sha256", "verdict_sha256", where="verdict_sha256 IS NOT NULL"),
    )
    id: int = _key()
    claim_id: int = _ref("claim.id")
    source_id: int = _ref("source.id")
    url: str = _text()
    marker: str = _text()
    anchor: str = _text()
    how: str = ""
    why: str = _text()
    added_by: str = "reader"
    removed_at: datetime | None = _moment(null=True)
    removed_by: str = ""
    support: str = "unchecked"
    reason: str = ""
    status: str = "pending"
    review: str = "none"
    review_id: int | None = _number()
    verdict_check_id: int | None = _number()
    verdict_sha256: str | None = None
    rule_version: str = ""
    version: int = 1


class Verdict(SQLModel, table=True):
    """For one quantity of one citation against one snapshot, append-only."""

    __table_args__ = (Index("ix_verdict_citation_id_id", "citation_id", "id"),)
    id: int = _key()
    citation_id: int = _ref("citation.id")
    quantity_id: int = _ref("quantity.id")
    check_id: int = _ref("visit_check.id", index=True)
    sha256: str = ""
    at: datetime = _moment()
    label: str
    reason: str
    source_value: str | None = _text(None)
    source_unit: str = _text()
    severity: str = ""
    flags: list[str] = _json(list)
    passage: dict[str, Any] | None = Field(default=None, sa_type=JSON(none_as_null=True))
    trace: list[str] = _json(list)
    rule_version: str = ""


class Review(SQLModel, table=True):
    """A person's decision, append-only, pinned to the evidence it was made on; `ended_at` is when it stopped to count."""

    id: int = _key()
    citation_id: int = _ref("citation.id", index=True)
    decision: str
    note: str = _text()
    by: str
    at: datetime = _moment()
    pinned_sha256: str | None = Field(default=None, index=True)
    pinned_support: str = ""
    pinned_reason: str = ""
    expires_at: datetime | None = _moment(null=True, index=True)
    ended_at: datetime | None = _moment(null=True)


class Event(SQLModel, table=True):
    """The outbox and the public log. Ids come from `EventClock`, so they grow in commit order, without a gap."""

    __table_args__ = (Index("ix_event_article_id_id", "article_id", "id"), Index("ix_event_subject_id", "subject", "id"))
    id: int = Field(primary_key=True, sa_type=Id, sa_column_kwargs={"autoincrement": False})
    at: datetime = _moment()
    type: str
    subject: str = ""
    article_id: int | None = _number()
    claim_id: int | None = _number()
    data: dict[str, Any] = _json()


class EventClock(SQLModel, table=True):
    """One row: the id of the last event. Whoever takes ids holds it until commit."""

    __tablename__ = "event_clock"
    id: int = Field(primary_key=True)
    last: int = _number(null=False)

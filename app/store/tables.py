"""The tables. Checks, verdicts, reviews and events are append-only; columns marked *fold* are derived and rebuildable.

Public ids are a type prefix and the primary key: `art_12`, `clm_7` (see `ids.py`).
"""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, DateTime, Dialect, Index, LargeBinary, MetaData, Text, TypeDecorator, UniqueConstraint
from sqlmodel import Field, SQLModel

SQLModel.metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Utc(TypeDecorator[datetime]):
    """An aware datetime in UTC on both databases; SQLite keeps it as text that sorts."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def _key() -> Any:  # noqa: ANN401
    return Field(default=None, primary_key=True)


def _moment(*, null: bool = False, index: bool = False) -> Any:  # noqa: ANN401
    return Field(default=None, sa_type=Utc, nullable=null, index=index)


def _text() -> Any:  # noqa: ANN401
    return Field(default="", sa_type=Text)


def _json(factory: type = dict) -> Any:  # noqa: ANN401
    return Field(default_factory=factory, sa_type=JSON)


class Article(SQLModel, table=True):
    """The text that is checked; `version` counts every change for ETags. `status` is a fold."""

    __table_args__ = (UniqueConstraint("external_system", "external_id"),)
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
    status: str = Field(default="pending", index=True)


class Revision(SQLModel, table=True):
    """One submitted text of an article. `body` is as given, `text` the visible text that selectors refer to."""

    __table_args__ = (UniqueConstraint("article_id", "number"),)
    id: int = _key()
    article_id: int = Field(foreign_key="article.id")
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

    id: int = _key()
    article_id: int = Field(foreign_key="article.id", index=True)
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
    status: str = Field(default="pending", index=True)
    link: str = "unchecked"
    support: str = "unchecked"
    review: str = "none"
    changed_at: datetime = _moment(index=True)
    version: int = 1


class Quantity(SQLModel, table=True):
    """One number of a claim; `record` is the whole reading, the columns are what lists show."""

    id: int = _key()
    claim_id: int = Field(foreign_key="claim.id", index=True)
    position: int
    surface: str = _text()
    value: str
    high: str | None = None
    unit: str = ""
    kind: str = ""
    comparator: str = ""
    record: dict[str, Any] = _json()


class Host(SQLModel, table=True):
    """The unit of politeness and of leasing. `token` grows with every lease: work is completed by token, never by id alone."""

    __table_args__ = (Index("ix_host_due", "due_at", "leased_until"),)
    id: int = _key()
    name: str = Field(unique=True)
    due_at: datetime | None = _moment(null=True)
    priority: int = 0
    leased_by: str = ""
    leased_until: datetime | None = _moment(null=True)
    token: int = 0
    free_at: datetime | None = _moment(null=True)
    backoff: int = 0
    gap_s: float | None = None
    robots: str | None = Field(default=None, sa_type=Text)
    robots_status: str = ""
    robots_at: datetime | None = _moment(null=True)


class Source(SQLModel, table=True):
    """One cited URL in canonical form. Everything from `link_state` on is a fold over its checks, or schedule."""

    __table_args__ = (Index("ix_source_due", "host_id", "next_check_at"),)
    id: int = _key()
    url: str = Field(unique=True, sa_type=Text)
    host_id: int = Field(foreign_key="host.id")
    created_at: datetime = _moment()
    policy: dict[str, Any] = _json()
    next_check_at: datetime | None = _moment(null=True)
    priority: int = 0
    attempts: int = 0
    quarantined_at: datetime | None = _moment(null=True)
    link_state: str = Field(default="unchecked", index=True)
    link_since: datetime | None = _moment(null=True)
    flapping: bool = False
    outcome: str = ""
    last_check_id: int | None = None
    last_checked_at: datetime | None = _moment(null=True)
    last_good_check_id: int | None = None
    snapshot_sha256: str | None = None
    etag: str = ""
    last_modified: str = ""
    replacement_url: str = _text()
    changed_at: datetime = _moment(index=True)
    version: int = 1


class Check(SQLModel, table=True):
    """One visit, append-only. `record` keeps hops, causes, timings, notes and evidence."""

    __tablename__ = "visit_check"
    __table_args__ = (Index("ix_visit_check_source_id_id", "source_id", "id"),)
    id: int = _key()
    source_id: int = Field(foreign_key="source.id")
    run_id: int | None = Field(default=None, foreign_key="run.id")
    at: datetime = _moment(index=True)
    outcome: str
    resolves: str
    http_status: int | None = None
    final_url: str = _text()
    permanent: bool = False
    media_type: str = ""
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
    lease_token: int = 0
    record: dict[str, Any] = _json()


class Snapshot(SQLModel, table=True):
    """The fact that bytes are held; the bytes themselves are in the snapshot store under their SHA-256."""

    sha256: str = Field(primary_key=True)
    media_type: str = ""
    charset: str = ""
    body_bytes: int = 0
    stored_at: datetime = _moment()


class Citation(SQLModel, table=True):
    """A claim leaning on a source. `support`, `reason`, `status`, `review` and the `verdict_*` are folds."""

    __table_args__ = (Index("ix_citation_source_id_removed_at", "source_id", "removed_at"),)
    id: int = _key()
    claim_id: int = Field(foreign_key="claim.id", index=True)
    source_id: int = Field(foreign_key="source.id")
    url: str = _text()
    marker: str = ""
    anchor: str = _text()
    how: str = ""
    why: str = _text()
    added_by: str = "reader"
    removed_at: datetime | None = _moment(null=True)
    support: str = "unchecked"
    reason: str = ""
    status: str = "pending"
    review: str = "none"
    review_id: int | None = None
    verdict_check_id: int | None = None
    verdict_sha256: str | None = None
    rule_version: str = ""
    version: int = 1


class Verdict(SQLModel, table=True):
    """For one quantity of one citation against one snapshot, append-only."""

    __table_args__ = (Index("ix_verdict_citation_id_id", "citation_id", "id"),)
    id: int = _key()
    citation_id: int = Field(foreign_key="citation.id")
    quantity_id: int = Field(foreign_key="quantity.id")
    check_id: int = Field(foreign_key="visit_check.id")
    sha256: str = ""
    at: datetime = _moment()
    label: str
    reason: str
    source_value: str | None = None
    source_unit: str = ""
    severity: str = ""
    flags: list[str] = _json(list)
    passage: dict[str, Any] | None = Field(default=None, sa_type=JSON)
    trace: list[str] = _json(list)
    rule_version: str = ""


class Review(SQLModel, table=True):
    """A person's decision, append-only, pinned to the evidence it was made on."""

    id: int = _key()
    citation_id: int = Field(foreign_key="citation.id", index=True)
    decision: str
    note: str = _text()
    by: str
    at: datetime = _moment()
    pinned_sha256: str | None = None
    pinned_support: str = ""
    pinned_reason: str = ""
    expires_at: datetime | None = _moment(null=True)


class Event(SQLModel, table=True):
    """The outbox and the public log; ids grow in commit order as far as readers can see."""

    id: int = _key()
    at: datetime = _moment()
    type: str = Field(index=True)
    subject: str = ""
    article_id: int | None = Field(default=None, index=True)
    claim_id: int | None = None
    data: dict[str, Any] = _json()


class Key(SQLModel, table=True):
    """An API key: shown once, kept as a hash with its prefix."""

    id: int = _key()
    name: str
    prefix: str = Field(unique=True)
    hash: str
    scopes: list[str] = _json(list)
    created_at: datetime = _moment()
    expires_at: datetime | None = _moment(null=True)
    last_used_at: datetime | None = _moment(null=True)
    revoked_at: datetime | None = _moment(null=True)


class RunState(StrEnum):
    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    CANCELLED = "cancelled"


class Run(SQLModel, table=True):
    """A check-run: sources asked to be checked now, and how far that is."""

    id: int = _key()
    state: str = RunState.QUEUED
    asked_by: str = ""
    reason: str = ""
    request: dict[str, Any] = _json()
    created_at: datetime = _moment()
    finished_at: datetime | None = _moment(null=True)
    total: int = 0
    done: int = 0


class RunItem(SQLModel, table=True):
    """One source of a run; `check_id` is set when it was visited."""

    run_id: int = Field(foreign_key="run.id", primary_key=True)
    source_id: int = Field(foreign_key="source.id", primary_key=True, index=True)
    check_id: int | None = None


class Webhook(SQLModel, table=True):
    """An endpoint that is told of events."""

    id: int = _key()
    url: str = _text()
    types: list[str] = _json(list)
    secret: str
    old_secret: str = ""
    created_at: datetime = _moment()
    disabled_at: datetime | None = _moment(null=True)
    disabled_why: str = ""
    cursor: int = 0
    failing_since: datetime | None = _moment(null=True)
    version: int = 1


class Delivery(SQLModel, table=True):
    """One event on its way to one webhook; `message_id` stays over retries."""

    __table_args__ = (UniqueConstraint("webhook_id", "event_id"), Index("ix_delivery_due", "state", "next_at"))
    id: int = _key()
    webhook_id: int = Field(foreign_key="webhook.id")
    event_id: int = Field(foreign_key="event.id")
    message_id: str
    state: str = "due"
    attempts: int = 0
    next_at: datetime | None = _moment(null=True)
    last_status: int | None = None
    last_error: str = ""
    delivered_at: datetime | None = _moment(null=True)


class GatePolicy(SQLModel, table=True):
    """What stops publication: a decision per status."""

    id: int = _key()
    name: str = Field(unique=True)
    rules: dict[str, Any] = _json()
    created_at: datetime = _moment()
    version: int = 1


class Audit(SQLModel, table=True):
    """Every write by a person or key."""

    id: int = _key()
    at: datetime = _moment()
    key_id: int | None = None
    actor: str = ""
    verb: str
    subject: str = Field(default="", index=True)
    detail: dict[str, Any] = _json()


class Idempotency(SQLModel, table=True):
    """An answer kept so that a repeated request gets it again."""

    key_id: int = Field(primary_key=True)
    token: str = Field(primary_key=True)
    fingerprint: str
    status: int | None = None
    headers: dict[str, str] = _json()
    body: bytes | None = Field(default=None, sa_type=LargeBinary)
    at: datetime = _moment()

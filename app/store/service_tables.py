"""The tables of the service around the checking: keys, runs, webhooks, policies, audit. `tables.py` offers them all."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Index, LargeBinary, UniqueConstraint
from sqlmodel import Field, SQLModel

from app.store.columns import Id
from app.store.columns import json as _json
from app.store.columns import key as _key
from app.store.columns import moment as _moment
from app.store.columns import number as _number
from app.store.columns import partial_index as _partial
from app.store.columns import ref as _ref
from app.store.columns import text as _text


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
    """One source of a run; `check_id` is set when it was visited, `given_up` when it will not be."""

    __table_args__ = (_partial("ix_runitem_open", "source_id", where="check_id IS NULL"),)
    run_id: int = _ref("run.id", primary=True)
    source_id: int = _ref("source.id", primary=True)
    check_id: int | None = _number()
    given_up: bool = False


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
    cursor: int = _number(null=False)
    failing_since: datetime | None = _moment(null=True)
    version: int = 1


class Delivery(SQLModel, table=True):
    """One event on its way to one webhook; `message_id` stays over retries. `claim_id` is what order is kept within."""

    __table_args__ = (
        UniqueConstraint("webhook_id", "event_id"),
        Index("ix_delivery_due", "state", "next_at"),
        Index("ix_delivery_webhook_id_id", "webhook_id", "id"),
        Index("ix_delivery_order", "webhook_id", "claim_id", "state", "event_id"),
    )
    id: int = _key()
    webhook_id: int = _ref("webhook.id")
    event_id: int = _number(null=False)
    claim_id: int | None = _number()
    message_id: str
    state: str = "due"
    attempts: int = 0
    next_at: datetime | None = _moment(null=True)
    last_status: int | None = None
    last_error: str = _text()
    delivered_at: datetime | None = _moment(null=True)


class Feed(SQLModel, table=True):
    """A list of articles that is watched; `next_poll_at` is its place in the queue."""

    __table_args__ = (_partial("ix_feed_next_poll_at", "next_poll_at", where="removed_at IS NULL"),)
    id: int = _key()
    url: str = _text()
    title: str = _text()
    system: str
    tags: list[str] = _json(list)
    every_s: int
    backlog: int
    created_at: datetime = _moment()
    removed_at: datetime | None = _moment(null=True)
    next_poll_at: datetime = _moment()
    polled_at: datetime | None = _moment(null=True)
    etag: str = _text()
    last_modified: str = _text()
    problem: str = _text()
    version: int = 1


class FeedEntry(SQLModel, table=True):
    """One article of a watched list. `wanted` until it was handed in; `key` is the digest of the publisher's id of it."""

    __table_args__ = (
        UniqueConstraint("feed_id", "key"),
        _partial("ix_feedentry_wanted", "feed_id", "place", where="wanted"),
        Index("ix_feedentry_feed_id_id", "feed_id", "id"),
    )
    id: int = _key()
    feed_id: int = _ref("feed.id")
    key: str
    name: str = _text()
    url: str = _text()
    title: str = _text()
    changed: datetime | None = _moment(null=True)
    place: int = 0
    wanted: bool = False
    tries: int = 0
    article_id: int | None = _number()
    problem: str = _text()
    seen_at: datetime = _moment()


class Share(SQLModel, table=True):
    """What everyone with the token may see of an article. A token that was taken back never works again."""

    __table_args__ = (_partial("ix_share_article_id", "article_id", where="revoked_at IS NULL", unique=True),)
    id: int = _key()
    article_id: int = _ref("article.id")
    token: str = Field(unique=True)
    created_at: datetime = _moment()
    created_by: str
    revoked_at: datetime | None = _moment(null=True)


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
    at: datetime = _moment(index=True)
    key_id: int | None = _number()
    actor: str = ""
    verb: str
    subject: str = Field(default="", index=True)
    detail: dict[str, Any] = _json()


class Idempotency(SQLModel, table=True):
    """An answer kept so that a repeated request gets it again."""

    key_id: int = Field(primary_key=True, sa_type=Id)
    token: str = Field(primary_key=True)
    fingerprint: str
    status: int | None = None
    headers: dict[str, str] = _json()
    body: bytes | None = Field(default=None, sa_type=LargeBinary)
    at: datetime = _moment(index=True)

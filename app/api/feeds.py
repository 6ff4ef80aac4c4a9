"""Feeds: RSS, Atom, JSON Feed and sitemaps that are watched, so that a CMS is wired in without code."""

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter
from fastapi import Query as QueryParameter
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from app.api.answers import IfMatch, Json, ListQuery, Query, answer, created, expected_version, gone, page_of, sparse
from app.api.fields import Address, Whole, address_field
from app.api.ids import FeedId, missing, public
from app.api.route import Call, Calling, Operation
from app.store import feeds as rows
from app.store.ids import Prefix
from app.workflow import feeds
from app.workflow.feeds import BACKLOG, BACKLOG_MAX, EVERY_MAX_S, EVERY_MIN_S, EVERY_S, SYSTEM, FeedOrder

router = APIRouter(tags=["feeds"], route_class=Operation)


class FeedIn(BaseModel):
    """What to watch; its articles are known by the ids that the feed gives them."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"url": "https://press.example.org/feed.xml", "every_s": 900, "backlog": 20}]}
    )
    url: Address = address_field("of an RSS, Atom or JSON feed, or of a sitemap")
    every_s: Whole = Field(default=EVERY_S, ge=EVERY_MIN_S, le=EVERY_MAX_S, description="seconds between two readings")
    backlog: Whole = Field(default=BACKLOG, ge=0, le=BACKLOG_MAX, description="how many articles that it lists already are handed in")
    system: str = Field(default=SYSTEM, min_length=1, max_length=200, description="external system that its articles are filed under")
    tags: list[Annotated[str, Field(min_length=1, max_length=100)]] = Field(default_factory=list, max_length=50)


class FeedShape(BaseModel):
    id: str = Field(examples=["fed_1"])
    url: str
    title: str
    system: str
    tags: list[str]
    every_s: int
    backlog: int
    created_at: datetime
    polled_at: datetime | None
    next_poll_at: datetime
    problem: str = Field(description="why it could not be read last time; empty when it could")
    version: int


class FeedPage(BaseModel):
    items: list[FeedShape]
    next: str | None


class EntryShape(BaseModel):
    """One article that a feed lists. `waiting` says that it is to be handed in."""

    name: str
    url: str
    title: str
    changed: datetime | None
    article: str | None = Field(examples=["art_12"])
    waiting: bool
    tries: int
    problem: str
    seen_at: datetime


class EntryPage(BaseModel):
    items: list[EntryShape]
    next: str | None


def shape(row: Json) -> Json:
    return {
        "id": public(Prefix.FEED, row["id"]),
        **{name: row[name] for name in ("url", "title", "system")},
        "tags": row["tags"] or [],
        **{name: row[name] for name in ("every_s", "backlog", "created_at", "polled_at", "next_poll_at", "problem", "version")},
    }


def entry(row: Json) -> Json:
    return {
        **{name: row[name] for name in ("name", "url", "title", "changed")},
        "article": public(Prefix.ARTICLE, row["article_id"]),
        "waiting": row["wanted"],
        **{name: row[name] for name in ("tries", "problem", "seen_at")},
    }


@router.get("/feeds", name="list", response_model=FeedPage, summary="List watched feeds, newest first")
def list_feeds(call: Calling, query: Annotated[ListQuery, QueryParameter()]) -> Response:
    with call.desk.read() as session:
        found = rows.list_feeds(session, query.position, query.limit)
    return page_of(call.request, found, query, shape)


@router.post("/feeds", name="watch", status_code=201, response_model=FeedShape, summary="Watch a feed")
def watch(call: Calling, given: FeedIn) -> Response:
    """A worker reads it at once and then every `every_s` seconds; new and changed articles are fetched and handed in."""
    feed_id = feeds.watch(call.desk, FeedOrder(given.url, given.every_s, given.backlog, given.system, tuple(given.tags)), by=call.by)
    row = _row(call, feed_id)
    return created(shape(row), f"/v1/feeds/{public(Prefix.FEED, feed_id)}", version=row["version"])


@router.get("/feeds/{feed_id:id}", name="read", response_model=FeedShape, summary="One feed")
def read(call: Calling, feed_id: FeedId, query: Annotated[Query, QueryParameter()]) -> Response:
    row = _row(call, feed_id)
    return answer(sparse(shape(row), query.fields), version=row["version"])


@router.delete("/feeds/{feed_id:id}", name="remove", status_code=204, summary="Watch a feed no more; its articles stay")
def remove(call: Calling, feed_id: FeedId, if_match: IfMatch = None) -> Response:
    feeds.remove(call.desk, feed_id, by=call.by, expected_version=expected_version(if_match))
    return gone()


@router.post("/feeds/{feed_id:id}:poll", name="poll", status_code=202, response_model=FeedShape, summary="Read a feed soon")
def poll(call: Calling, feed_id: FeedId) -> Response:
    feeds.poll_soon(call.desk, feed_id, by=call.by)
    return answer(shape(_row(call, feed_id)), status=202)


@router.get(
    "/feeds/{feed_id:id}/entries", name="list_entries", response_model=EntryPage, summary="What a feed lists, and what became of it"
)
def list_entries(call: Calling, feed_id: FeedId, query: Annotated[ListQuery, QueryParameter()]) -> Response:
    _row(call, feed_id)
    with call.desk.read() as session:
        found = rows.list_entries(session, feed_id, query.position, query.limit)
    return page_of(call.request, found, query, entry)


def _row(call: Call, feed_id: int) -> Json:
    with call.desk.read() as session:
        row = rows.read(session, feed_id)
    if row is None:
        raise missing(Prefix.FEED, feed_id)
    return row

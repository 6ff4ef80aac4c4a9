"""Events: the log by cursor, and the same as a stream (server-sent events)."""

import asyncio
from collections.abc import AsyncIterator
from datetime import datetime
from typing import Annotated, Any

import orjson
from fastapi import APIRouter, Header
from fastapi import Query as QueryParameter
from fastapi.concurrency import run_in_threadpool
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response, StreamingResponse

from app.api.answers import Json, ListQuery, Query, answer, page_of_items, sparse
from app.api.fields import id_field, words_field
from app.api.ids import EventId, missing, of_parameter, public, words
from app.api.route import Call, Calling, Operation, front_of
from app.errors import InvalidInput, NotFound, Refused
from app.events import EventType
from app.store import event_reads
from app.store.event_reads import EventFilter
from app.store.ids import Prefix, decode

router = APIRouter(tags=["events"], route_class=Operation)
POLL_S = 0.5  # an editor does not notice half a second; two indexed reads a second per stream cost 1 ms of CPU
KEEP_ALIVE_S = 15.0  # proxies close a silent connection after 30 to 60 seconds
BATCH = 200
STREAMS_MAX = 200  # open in one process; each is a task and two reads a second
LastEventId = Annotated[
    str | None,
    Header(
        alias="Last-Event-ID",
        max_length=30,
        description="the last event seen; browsers send it when they reconnect",
        json_schema_extra={"pattern": rf"^({Prefix.EVENT}_[1-9][0-9]{{0,17}})?$"},
    ),
]
_UNBUFFERED = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}


class EventShape(BaseModel):
    """One change."""

    id: str = Field(examples=["evt_31"])
    at: datetime
    type: EventType
    subject: str = Field(examples=["clm_7"])
    article: str | None
    claim: str | None
    data: dict[str, Any]


class EventPage(BaseModel):
    items: list[EventShape]
    next: str | None
    last: str | None = Field(description="the last event shown here: pass it as `after` to go on later")


class Narrowing(BaseModel):
    model_config = ConfigDict(extra="forbid")
    types: str = words_field(EventType)
    subject: str = Field(default="", max_length=30, examples=["clm_7"])
    article: str = id_field(Prefix.ARTICLE, "only events of this article")
    after: str = id_field(Prefix.EVENT, "only events after this one")

    @property
    def narrow(self) -> EventFilter:
        article_id = of_parameter(Prefix.ARTICLE, self.article, "article")
        return EventFilter(types=words(self.types, EventType, "types"), subject=self.subject, article_id=article_id)

    @property
    def after_id(self) -> int:
        return of_parameter(Prefix.EVENT, self.after, "after") or 0


class EventsQuery(Narrowing, ListQuery):
    pass


def shape(row: Json) -> Json:
    return {
        "id": public(Prefix.EVENT, row["id"]),
        "at": row["at"],
        "type": row["type"],
        "subject": row["subject"],
        "article": public(Prefix.ARTICLE, row["article_id"]),
        "claim": public(Prefix.CLAIM, row["claim_id"]),
        "data": row["data"] or {},
    }


@router.get("/events", name="list", response_model=EventPage, summary="The log of changes, oldest first")
def list_events(call: Calling, query: Annotated[EventsQuery, QueryParameter()]) -> Response:
    """Ids grow in the order of commits without a gap, so nothing is missed by going on after the last one seen."""
    after = query.position or (query.after_id,)
    with call.desk.read() as session:
        found = event_reads.list_events(session, query.narrow, after, query.limit)
    last = public(Prefix.EVENT, found.rows[-1]["id"]) if found.rows else (query.after or None)
    return page_of_items(call.request, [shape(row) for row in found.rows], found.next, query, {"last": last})


@router.get(
    "/events/stream",
    name="stream",
    response_class=StreamingResponse,
    responses={200: {"content": {"text/event-stream": {"schema": {"type": "string"}}}}},
    summary="The log as server-sent events",
)
async def stream(call: Calling, query: Annotated[Narrowing, QueryParameter()], last_event_id: LastEventId = None) -> Response:
    """Begin after `Last-Event-ID` or `after`, else with what happens next. Comments every 15 seconds keep the line open.

    It stays open for those who send `Accept: text/event-stream`, as browsers do; others get what there is now, and the end.
    """
    narrow, seen = query.narrow, _seen(last_event_id) or query.after_id
    if seen == 0:
        seen = await run_in_threadpool(_last, call)
    streams = front_of(call.request).streams
    if len(streams) >= STREAMS_MAX:
        raise Refused(f"{STREAMS_MAX} streams are open already, the most there may be. Read `/v1/events` by cursor.", retry_after_s=30)
    stays = "text/event-stream" in call.request.headers.get("accept", "")
    frames = _frames(call, narrow, seen, streams) if stays else _frames_now(call, narrow, seen)
    return StreamingResponse(frames, media_type="text/event-stream", headers=_UNBUFFERED)


@router.get("/events/{event_id:id}", name="read", response_model=EventShape, summary="One event")
def read(call: Calling, event_id: EventId, query: Annotated[Query, QueryParameter()]) -> Response:
    with call.desk.read() as session:
        row = event_reads.read_event(session, event_id)
    if row is None:
        raise missing(Prefix.EVENT, event_id)
    return answer(sparse(shape(row), query.fields))


async def _frames(call: Call, narrow: EventFilter, seen: int, streams: set[object]) -> AsyncIterator[bytes]:
    mark = object()
    streams.add(mark)
    quiet_s = 0.0
    try:
        yield b"retry: 3000\n\n"
        while True:
            rows = await run_in_threadpool(_after, call, narrow, seen)
            for row in rows:
                yield _frame(row)
            seen = rows[-1]["id"] if rows else seen
            quiet_s = 0.0 if rows else quiet_s + POLL_S
            if quiet_s >= KEEP_ALIVE_S:
                quiet_s = 0.0
                yield b": still here\n\n"
            if len(rows) < BATCH:
                await asyncio.sleep(POLL_S)
    finally:
        streams.discard(mark)


async def _frames_now(call: Call, narrow: EventFilter, seen: int) -> AsyncIterator[bytes]:
    yield b"retry: 3000\n\n"
    for row in await run_in_threadpool(_after, call, narrow, seen):
        yield _frame(row)


def _frame(row: Json) -> bytes:
    """Write one frame; JSON holds no raw line break, so it is one data line."""
    return b"id: evt_%d\nevent: %s\ndata: %s\n\n" % (row["id"], row["type"].encode(), orjson.dumps(shape(row), option=orjson.OPT_UTC_Z))


def _after(call: Call, narrow: EventFilter, seen: int) -> list[Json]:
    with call.desk.read() as session:
        return event_reads.events_after(session, narrow, seen, BATCH)


def _last(call: Call) -> int:
    with call.desk.read() as session:
        return event_reads.last_event_id(session)


def _seen(last_event_id: str | None) -> int:
    """Read the id a reconnecting reader has seen last; 0 when it has seen none."""
    if not last_event_id:
        return 0
    try:
        return decode(Prefix.EVENT, last_event_id)
    except NotFound as error:
        raise InvalidInput(str(error), field="Last-Event-ID:") from error

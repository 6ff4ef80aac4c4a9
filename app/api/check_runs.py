"""Check-runs: ask for sources to be checked now, watch how far that is, call it off."""

import asyncio
import re
from datetime import datetime
from typing import Annotated, Any, Literal, Self

from fastapi import APIRouter, Header
from fastapi import Query as QueryParameter
from fastapi.concurrency import run_in_threadpool
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator
from starlette.responses import Response

from app.api import shapes
from app.api.answers import Json, ListQuery, Query, answer, page_of, sparse
from app.api.citations import CheckPage
from app.api.fields import Whole, whole, words_field
from app.api.ids import ArticleRef, CitationRef, ClaimRef, RunId, SourceRef, missing, public, words
from app.api.route import Call, Calling, Operation
from app.sources.link_state import LinkState
from app.store import source_reads
from app.store.claim_reads import ClaimFilter
from app.store.ids import Prefix
from app.store.tables import Priority, RunState
from app.verify.verdict import Label, Status
from app.workflow import check
from app.workflow.requests import RunRequest

router = APIRouter(tags=["check_runs"], route_class=Operation)
WAIT_MAX_S = 60
POLL_S = 0.25  # a run of one fast source takes about this long, and four reads a second cost nothing
ENDED = (RunState.DONE, RunState.CANCELLED)
IDS_MAX = 10_000


class RunFilter(BaseModel):
    """All sources of claims that match; several words of one field are alternatives, fields narrow together."""

    model_config = ConfigDict(extra="forbid")
    status: list[Status] = Field(default_factory=list, max_length=len(Status))
    link: list[LinkState] = Field(default_factory=list, max_length=len(LinkState))
    support: list[Label] = Field(default_factory=list, max_length=len(Label))
    host: str = Field(default="", max_length=253)
    tag: str = Field(default="", max_length=100)

    @property
    def narrow(self) -> ClaimFilter:
        return ClaimFilter(
            statuses=tuple(self.status), links=tuple(self.link), supports=tuple(self.support), host=self.host.lower(), tag=self.tag
        )


_SOMETHING: Any = [
    *({"required": [name], "properties": {name: {"minItems": 1}}} for name in ("articles", "claims", "citations", "sources")),
    {"required": ["filter"]},
]


class RunIn(BaseModel):
    """What to check: ids of any kinds, or a filter."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"articles": ["art_12"], "min_age": 3600}], "anyOf": _SOMETHING}
    )
    articles: list[ArticleRef] = Field(default_factory=list, max_length=IDS_MAX)
    claims: list[ClaimRef] = Field(default_factory=list, max_length=IDS_MAX)
    citations: list[CitationRef] = Field(default_factory=list, max_length=IDS_MAX)
    sources: list[SourceRef] = Field(default_factory=list, max_length=IDS_MAX)
    filter: RunFilter = Field(default_factory=RunFilter)
    min_age: Whole = Field(default=0, ge=0, le=31_536_000, description="seconds: sources checked within them are left out")
    priority: Annotated[Literal[0, 5, 9], BeforeValidator(whole)] = Field(
        default=5, description="0 with the schedule, 5 soon, 9 before everything else"
    )
    reason: str = Field(default="", max_length=500)

    @model_validator(mode="after")
    def _something(self) -> Self:
        if not (self.articles or self.claims or self.citations or self.sources or "filter" in self.model_fields_set):
            raise ValueError("say what to check: `articles`, `claims`, `citations`, `sources` or a `filter`")
        return self


class RunShape(BaseModel):
    """A check-run and how far it is."""

    id: str = Field(examples=["run_3"])
    state: RunState
    asked_by: str
    reason: str
    request: dict[str, Any]
    created_at: datetime
    finished_at: datetime | None
    total: int
    done: int


class RunPage(BaseModel):
    items: list[RunShape]
    next: str | None


class RunsQuery(ListQuery):
    state: str = words_field(RunState)


Prefer = Annotated[str | None, Header(alias="Prefer", max_length=200, description="`wait=20`: answer when it is done, or after 20 seconds")]


def shape(row: Json) -> Json:
    fields = ("state", "asked_by", "reason", "request", "created_at", "finished_at", "total", "done")
    return {"id": public(Prefix.RUN, row["id"]), **{name: row[name] for name in fields}}


@router.get("/check-runs", name="list", response_model=RunPage, summary="List check-runs, latest first")
def list_runs(call: Calling, query: Annotated[RunsQuery, QueryParameter()]) -> Response:
    with call.desk.read() as session:
        found = source_reads.list_runs(session, words(query.state, RunState, "state"), query.position, query.limit)
    return page_of(call.request, found, query, shape)


@router.post(
    "/check-runs",
    name="start",
    status_code=202,
    response_model=RunShape,
    responses={200: {"model": RunShape, "description": "it was done within the time of `Prefer: wait`"}},
    summary="Ask for sources to be checked now",
)
async def start(call: Calling, given: RunIn, prefer: Prefer = None) -> Response:
    """Move them to the front of the line; the politeness towards their hosts stays as it is."""
    wanted = RunRequest(
        source_ids=tuple(given.sources),
        article_ids=tuple(given.articles),
        claim_ids=tuple(given.claims),
        citation_ids=tuple(given.citations),
        filter=given.filter.narrow if "filter" in given.model_fields_set else None,
        min_age_s=given.min_age,
        priority=Priority(given.priority),
        reason=given.reason,
    )
    run_id = await run_in_threadpool(check.request_run, call.desk, wanted, by=call.by)
    row = await _wait(call, run_id, _wait_s(prefer))
    return _answer(row, status=200 if row["state"] in ENDED else 202, applied=prefer)


@router.get("/check-runs/{run_id:id}", name="read", response_model=RunShape, summary="How far a check-run is")
async def read(call: Calling, run_id: RunId, query: Annotated[Query, QueryParameter()], prefer: Prefer = None) -> Response:
    row = await _wait(call, run_id, _wait_s(prefer))
    return _answer(row, status=200, applied=prefer, fields=query.fields)


@router.post("/check-runs/{run_id:id}:cancel", name="cancel", response_model=RunShape, summary="Call a check-run off")
def cancel(call: Calling, run_id: RunId) -> Response:
    """Leave what was checked already; the rest goes back to the schedule."""
    check.cancel_run(call.desk, run_id, by=call.by)
    return _answer(_row(call, run_id), status=200)


@router.get("/check-runs/{run_id:id}/checks", name="list_checks", response_model=CheckPage, summary="The visits it led to")
def list_checks(call: Calling, run_id: RunId, query: Annotated[ListQuery, QueryParameter()]) -> Response:
    _row(call, run_id)
    with call.desk.read() as session:
        found = source_reads.list_run_checks(session, run_id, query.position, query.limit)
    return page_of(call.request, found, query, shapes.check)


def _wait_s(prefer: str | None) -> float:
    wait = re.search(r"(?:^|[,; ])wait=(\d{1,6})\b", prefer or "")
    return min(float(wait[1]), WAIT_MAX_S) if wait else 0.0


async def _wait(call: Call, run_id: int, wait_s: float) -> Json:
    loop = asyncio.get_running_loop()
    until = loop.time() + wait_s
    row = await run_in_threadpool(_row, call, run_id)
    while row["state"] not in ENDED and loop.time() < until:
        await asyncio.sleep(POLL_S)
        row = await run_in_threadpool(_row, call, run_id)
    return row


def _row(call: Call, run_id: int) -> Json:
    with call.desk.read() as session:
        row = source_reads.read_run(session, run_id)
    if row is None:
        raise missing(Prefix.RUN, run_id)
    return row


def _answer(row: Json, *, status: int, applied: str | None = None, fields: str = "") -> Response:
    headers = {"Location": f"/v1/check-runs/run_{row['id']}"}
    wait_s = _wait_s(applied)
    if wait_s:
        headers["Preference-Applied"] = f"wait={wait_s:.0f}"
    return answer(sparse(shape(row), fields), status=status, headers=headers)

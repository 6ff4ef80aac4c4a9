"""Sources: cited URLs with link state, schedule and policy."""

from datetime import datetime
from typing import Annotated, Any

from fastapi import APIRouter
from fastapi import Query as QueryParameter
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from app.api import shapes
from app.api.answers import IfMatch, Json, ListQuery, Query, answer, expected_version, page_of, since_cursor, sparse
from app.api.citations import CheckPage
from app.api.claims import ArticleClaimsQuery as ClaimsOfQuery
from app.api.claims import ClaimPage, claims_page
from app.api.fields import SINCE, Moment, words_field
from app.api.ids import SourceId, missing, public, words
from app.api.route import Call, Calling, Operation
from app.sources.link_state import LinkState
from app.store import source_reads
from app.store.ids import Prefix
from app.workflow import source_policy
from app.workflow.source_policy import INTERVAL_MAX_DAYS, INTERVAL_MIN_DAYS, SourcePolicy

router = APIRouter(tags=["sources"], route_class=Operation)


class PolicyShape(BaseModel):
    """How this source is to be treated, whatever the schedule would do."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"interval_days": 1, "skip": False, "paywalled": True}]})
    interval_days: float | None = Field(
        None, strict=True, ge=INTERVAL_MIN_DAYS, le=INTERVAL_MAX_DAYS, description="days between checks; empty: the schedule decides"
    )
    skip: bool = Field(default=False, strict=True, description="do not visit it at all")
    paywalled: bool = Field(default=False, strict=True, description="it is behind a paywall: what can be read of it proves nothing")
    note: str = Field(default="", max_length=1000)


class SourceShape(BaseModel):
    """One cited URL in canonical form, shared by all claims that cite it."""

    id: str = Field(examples=["src_4"])
    url: str
    host: str
    link: LinkState
    link_since: datetime | None
    flapping: bool
    outcome: str
    last_checked_at: datetime | None
    next_check_at: datetime | None
    quarantined_at: datetime | None
    snapshot: str | None
    replacement_url: str
    policy: dict[str, Any]
    created_at: datetime
    changed_at: datetime
    version: int


class SourceWhole(SourceShape):
    """A source with its latest check."""

    check: shapes.CheckShape | None


class SourcePage(BaseModel):
    items: list[SourceShape]
    next: str | None


class SourcesQuery(ListQuery):
    link: str = words_field(LinkState)
    host: str = Field(default="", max_length=253)
    url: str = Field(default="", max_length=8000, description="exactly this URL, in any spelling of it")
    q: str = Field(default="", max_length=200, description="part of the URL")
    changed_since: Moment | None = Field(default=None, description=SINCE)
    quarantined: bool | None = None


def shape(row: Json) -> Json:
    return {
        "id": public(Prefix.SOURCE, row["id"]),
        "url": row["url"],
        "host": row["host"],
        "link": row["link_state"],
        **{name: row[name] for name in ("link_since", "flapping", "outcome", "last_checked_at", "next_check_at", "quarantined_at")},
        "snapshot": row["snapshot_sha256"] or None,
        "replacement_url": row["replacement_url"],
        "policy": row["policy"] or {},
        **{name: row[name] for name in ("created_at", "changed_at", "version")},
    }


@router.get("/sources", name="list", response_model=SourcePage, summary="List sources, newest first")
def list_sources(call: Calling, query: Annotated[SourcesQuery, QueryParameter()]) -> Response:
    narrow = source_reads.SourceFilter(
        links=words(query.link, LinkState, "link"),
        host=query.host.lower(),
        url=source_policy.canonical_or_given(query.url),
        q=query.q,
        changed_since=query.changed_since,
        quarantined=query.quarantined,
    )
    with call.desk.read() as session:
        found = source_reads.list_sources(
            session, narrow, since_cursor(query.cursor) if query.changed_since else query.position, query.limit
        )
    return page_of(call.request, found, query, shape)


@router.get("/sources/{source_id:id}", name="read", response_model=SourceWhole, summary="One source with its latest check")
def read(call: Calling, source_id: SourceId, query: Annotated[Query, QueryParameter()]) -> Response:
    return _answer(call, source_id, query.fields)


@router.put("/sources/{source_id:id}/policy", name="change_policy", response_model=SourceWhole, summary="Say how to treat a source")
def change_policy(call: Calling, source_id: SourceId, given: PolicyShape, if_match: IfMatch = None) -> Response:
    policy = SourcePolicy(interval_days=given.interval_days, skip=given.skip, paywalled=given.paywalled, note=given.note)
    source_policy.change(call.desk, source_id, policy, expected_version=expected_version(if_match), by=call.by)
    return _answer(call, source_id)


@router.get("/sources/{source_id:id}/checks", name="list_checks", response_model=CheckPage, summary="The visits to it, latest first")
def list_checks(call: Calling, source_id: SourceId, query: Annotated[ListQuery, QueryParameter()]) -> Response:
    with call.desk.read() as session:
        if source_reads.read_source(session, source_id) is None:
            raise missing(Prefix.SOURCE, source_id)
        found = source_reads.list_checks(session, source_id, query.position, query.limit)
    return page_of(call.request, found, query, shapes.check)


@router.get("/sources/{source_id:id}/claims", name="list_claims", response_model=ClaimPage, summary="The claims that cite it")
def list_claims(call: Calling, source_id: SourceId, query: Annotated[ClaimsOfQuery, QueryParameter()]) -> Response:
    with call.desk.read() as session:
        if source_reads.read_source(session, source_id) is None:
            raise missing(Prefix.SOURCE, source_id)
    narrowed = query.model_copy(update={"source": public(Prefix.SOURCE, source_id)})
    return claims_page(call, narrowed, narrowed.narrow(None))


def _answer(call: Call, source_id: int, fields: str = "") -> Response:
    with call.desk.read() as session:
        row = source_reads.read_source(session, source_id)
        if row is None:
            raise missing(Prefix.SOURCE, source_id)
        latest = source_reads.read_check(session, row["last_check_id"]) if row["last_check_id"] else None
    whole = {**shape(row), "check": None if latest is None else shapes.check(latest)}
    return answer(sparse(whole, fields), version=row["version"])

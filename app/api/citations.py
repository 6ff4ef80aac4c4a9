"""Citations: what a claim leans on. Attach one, correct a wrong one, take one away; its checks and verdicts."""

from typing import Annotated

from fastapi import APIRouter
from fastapi import Query as QueryParameter
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from app.api import shapes
from app.api.answers import IfMatch, Json, ListQuery, Query, answer, created, expected_version, gone, page_of, sparse
from app.api.fields import Address, address_field
from app.api.ids import CitationId, ClaimId, missing
from app.api.route import Call, Calling, Operation
from app.store import claim_reads, source_reads
from app.store.ids import Prefix
from app.workflow import citations

router = APIRouter(tags=["citations"], route_class=Operation)


class CitationIn(BaseModel):
    """The address that the claim leans on."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"url": "https://example.org/census"}]})
    url: Address = address_field("as it is cited; what only tracks readers is left off")


class CitationQuery(Query):
    removed: bool = Field(default=False, description="also when it was removed")


class VerdictPage(BaseModel):
    items: list[shapes.VerdictShape]
    next: str | None


class CheckPage(BaseModel):
    items: list[shapes.CheckShape]
    next: str | None


@router.get("/citations/{citation_id:id}", name="read", response_model=shapes.CitationWhole, summary="One citation with its evidence")
def read(call: Calling, citation_id: CitationId, query: Annotated[CitationQuery, QueryParameter()]) -> Response:
    whole = _whole(call, citation_id, removed=query.removed)
    return answer(sparse(whole, query.fields), version=whole["version"])


@router.post(
    "/claims/{claim_id:id}/citations",
    name="add",
    status_code=201,
    response_model=shapes.CitationWhole,
    summary="Attach a source",
)
def add(call: Calling, claim_id: ClaimId, given: CitationIn) -> Response:
    citation_id = citations.add(call.desk, claim_id, given.url, by=call.by)
    whole = _whole(call, citation_id)
    return created(whole, f"/v1/citations/{whole['id']}", version=whole["version"])


@router.patch(
    "/citations/{citation_id:id}", name="correct", response_model=shapes.CitationWhole, summary="Correct a wrong attachment: another URL"
)
def correct(call: Calling, citation_id: CitationId, given: CitationIn, if_match: IfMatch = None) -> Response:
    """Keep the wrong one in the history as removed; the answer is the citation that takes its place."""
    corrected = citations.correct(call.desk, citation_id, given.url, expected_version=expected_version(if_match), by=call.by)
    whole = _whole(call, corrected)
    return answer(whole, version=whole["version"], headers={"Location": f"/v1/citations/{whole['id']}"})


@router.delete("/citations/{citation_id:id}", name="remove", status_code=204, summary="Take a citation away from its claim")
def remove(call: Calling, citation_id: CitationId, if_match: IfMatch = None) -> Response:
    """Keep it away in later revisions too; its history stays."""
    citations.remove(call.desk, citation_id, expected_version=expected_version(if_match), by=call.by)
    return gone()


@router.get(
    "/citations/{citation_id:id}/checks", name="list_checks", response_model=CheckPage, summary="The visits to its source, latest first"
)
def list_checks(call: Calling, citation_id: CitationId, query: Annotated[ListQuery, QueryParameter()]) -> Response:
    with call.desk.read() as session:
        row = claim_reads.read_citation(session, citation_id)
        if row is None:
            raise missing(Prefix.CITATION, citation_id)
        found = source_reads.list_checks(session, row["source_id"], query.position, query.limit)
    return page_of(call.request, found, query, shapes.check)


@router.get("/citations/{citation_id:id}/verdicts", name="list_verdicts", response_model=VerdictPage, summary="Every verdict, latest first")
def list_verdicts(call: Calling, citation_id: CitationId, query: Annotated[ListQuery, QueryParameter()]) -> Response:
    with call.desk.read() as session:
        if claim_reads.read_citation(session, citation_id) is None:
            raise missing(Prefix.CITATION, citation_id)
        found = claim_reads.list_verdicts(session, citation_id, query.position, query.limit)
    return page_of(call.request, found, query, shapes.verdict)


def _whole(call: Call, citation_id: int, *, removed: bool = False) -> Json:
    with call.desk.read() as session:
        row = claim_reads.read_citation(session, citation_id)
        if row is None or (row["removed_at"] is not None and not removed):
            raise missing(Prefix.CITATION, citation_id)
        return shapes.whole_citation(row, claim_reads.evidence_of(session, [row]))

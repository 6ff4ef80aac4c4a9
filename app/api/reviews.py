"""Reviews: a person decides on a citation, on the evidence of that moment."""

from typing import Annotated

from fastapi import APIRouter
from fastapi import Query as QueryParameter
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from app.api import shapes
from app.api.answers import IfMatch, ListQuery, Query, answer, created, expected_version, page_of, sparse
from app.api.fields import Moment
from app.api.ids import CitationId, ReviewId, missing
from app.api.route import Calling, Operation
from app.store import claim_reads
from app.store.ids import Prefix
from app.verify.verdict import ReviewState
from app.workflow import review
from app.workflow.requests import NOTE_MAX_CHARS

router = APIRouter(tags=["reviews"], route_class=Operation)


class ReviewIn(BaseModel):
    """A decision; `none` takes an earlier one back."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"decision": "confirmed", "note": "Table 3 says so, page 12."}]}
    )
    decision: ReviewState
    note: str = Field(default="", max_length=NOTE_MAX_CHARS)
    expires_at: Moment | None = Field(default=None, description="the decision ends then; it ends earlier when the evidence changes")


class ReviewPage(BaseModel):
    items: list[shapes.ReviewShape]
    next: str | None


@router.post(
    "/citations/{citation_id:id}/reviews", name="record", status_code=201, response_model=shapes.ReviewShape, summary="Decide on a citation"
)
def record(call: Calling, citation_id: CitationId, given: ReviewIn, if_match: IfMatch = None) -> Response:
    """Send the citation's ETag in `If-Match`: the decision is then refused when the evidence has changed since you read it."""
    call.require_to_come(given.expires_at)
    review_id = review.record(
        call.desk,
        citation_id,
        given.decision,
        given.note,
        by=call.by,
        expires_at=given.expires_at,
        expected_version=expected_version(if_match),
    )
    with call.desk.read() as session:
        row = claim_reads.read_review(session, review_id)
    if row is None:
        raise missing(Prefix.REVIEW, review_id)
    return created(shapes.review(row), f"/v1/reviews/rvw_{review_id}")


@router.get("/citations/{citation_id:id}/reviews", name="list", response_model=ReviewPage, summary="Every decision, latest first")
def list_reviews(call: Calling, citation_id: CitationId, query: Annotated[ListQuery, QueryParameter()]) -> Response:
    with call.desk.read() as session:
        if claim_reads.read_citation(session, citation_id) is None:
            raise missing(Prefix.CITATION, citation_id)
        found = claim_reads.list_reviews(session, citation_id, query.position, query.limit)
    return page_of(call.request, found, query, shapes.review)


@router.get("/reviews/{review_id:id}", name="read", response_model=shapes.ReviewShape, summary="One decision")
def read(call: Calling, review_id: ReviewId, query: Annotated[Query, QueryParameter()]) -> Response:
    with call.desk.read() as session:
        row = claim_reads.read_review(session, review_id)
    if row is None:
        raise missing(Prefix.REVIEW, review_id)
    return answer(sparse(shapes.review(row), query.fields))

"""Claims: lists by what stands against them, and one with all its evidence."""

from collections import defaultdict
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter
from fastapi import Query as QueryParameter
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from app.api import shapes
from app.api.answers import Json, ListQuery, Query, answer, page_of_items, read_cursor, since_cursor, sparse
from app.api.fields import SINCE, Moment, id_field, words_field
from app.api.ids import ClaimId, missing, of_parameter, public, words
from app.api.route import Call, Calling, Operation
from app.sources.link_state import LinkState
from app.store import claim_reads, event_reads
from app.store.claim_reads import ClaimFilter
from app.store.ids import Prefix
from app.store.keyset import Position
from app.verify.verdict import Label, ReviewState, Status

router = APIRouter(tags=["claims"], route_class=Operation)
EXPANDABLE = ("citations",)


class _ClaimBase(BaseModel):
    id: str = Field(examples=["clm_7"])
    article: str
    position: int
    sentence: str
    selector: shapes.Selector
    section: list[str]
    context: str
    lang: str
    quantities: list[shapes.QuantityShape]
    status: Status
    link: LinkState
    support: Label
    review: ReviewState
    changed_at: datetime
    first_revision: int
    last_revision: int
    removed_at: datetime | None
    version: int


class ClaimShape(_ClaimBase):
    """One sentence that asserts at least one checkable number. `citations` is there when asked for by `expand`."""

    citations: list[shapes.CitationShape] | None = None


class ClaimWhole(_ClaimBase):
    """A claim with its citations, each with its latest check, today's verdicts and the review in force."""

    citations: list[shapes.CitationWhole]
    as_of: datetime | None = None


class ClaimPage(BaseModel):
    items: list[ClaimShape]
    next: str | None


class ClaimsFilter(BaseModel):
    """How claims are narrowed; several values of one field are alternatives, fields narrow together."""

    model_config = ConfigDict(extra="forbid")
    status: str = words_field(Status)
    link: str = words_field(LinkState)
    support: str = words_field(Label)
    review: str = words_field(ReviewState)
    source: str = id_field(Prefix.SOURCE, "only claims that cite this source")
    host: str = Field(default="", max_length=253, description="only claims that cite this host")
    q: str = Field(default="", max_length=200, description="words in the sentence")
    changed_since: Moment | None = Field(default=None, description=SINCE)
    removed: bool = Field(default=False, description="also claims that are in no current revision any more")

    def narrow(self, article_id: int | None, tag: str = "") -> ClaimFilter:
        return ClaimFilter(
            statuses=words(self.status, Status, "status"),
            links=words(self.link, LinkState, "link"),
            supports=words(self.support, Label, "support"),
            reviews=words(self.review, ReviewState, "review"),
            article_id=article_id,
            source_id=of_parameter(Prefix.SOURCE, self.source, "source"),
            host=self.host.lower(),
            tag=tag,
            q=self.q,
            changed_since=self.changed_since,
            removed=self.removed,
        )


class ArticleClaimsQuery(ClaimsFilter, ListQuery):
    """A list of claims, with its filters."""

    expand: str = words_field(EXPANDABLE)


class EveryClaimsFilter(ClaimsFilter):
    article: str = id_field(Prefix.ARTICLE, "only claims of this article")
    tag: str = Field(default="", max_length=100, description="only claims of articles with this tag")

    def narrowed(self) -> ClaimFilter:
        return self.narrow(of_parameter(Prefix.ARTICLE, self.article, "article"), self.tag)


class ClaimsQuery(EveryClaimsFilter, ArticleClaimsQuery):
    """A list of claims over all articles."""


class ClaimQuery(Query):
    as_of: Moment | None = Field(default=None, description="the status as it was at that moment")


def shape(row: Json, quantities: list[Json]) -> Json:
    return {
        "id": public(Prefix.CLAIM, row["id"]),
        "article": public(Prefix.ARTICLE, row["article_id"]),
        "position": row["position"],
        "sentence": row["sentence"],
        "selector": {"exact": row["sentence"], **{name: row[name] for name in ("prefix", "suffix", "start", "end")}},
        "section": row["section"] or [],
        "context": row["context"],
        "lang": row["lang"],
        "quantities": [shapes.quantity(quantity) for quantity in quantities],
        **{name: row[name] for name in ("status", "link", "support", "review", "changed_at")},
        **{name: row[name] for name in ("first_revision", "last_revision", "removed_at", "version")},
    }


@router.get("/claims", name="list", response_model=ClaimPage, summary="List claims over all articles, newest first")
def list_claims(call: Calling, query: Annotated[ClaimsQuery, QueryParameter()]) -> Response:
    """Triage is `status=attention,broken&expand=citations`."""
    return claims_page(call, query, query.narrowed())


def claims_page(call: Call, query: ArticleClaimsQuery, narrow: ClaimFilter) -> Response:
    """Write a page of claims: three queries, whatever its length."""
    expand = words(query.expand, EXPANDABLE, "expand")
    after = _position(query.cursor, narrow)
    with call.desk.read() as session:
        found = claim_reads.list_claims(session, narrow, after, query.limit)
        ids = [row["id"] for row in found.rows]
        quantities = _grouped(claim_reads.quantities_of(session, ids)) if ids else {}
        citations = _grouped(claim_reads.citations_of(session, ids)) if ids and expand else {}
    items = [shape(row, quantities.get(row["id"], [])) for row in found.rows]
    if expand:
        for row, item in zip(found.rows, items, strict=True):
            item["citations"] = [shapes.citation(citation) for citation in citations.get(row["id"], [])]
    return page_of_items(call.request, items, found.next, query)


def _position(cursor: str, narrow: ClaimFilter) -> Position | None:
    if narrow.article_id is not None:
        return read_cursor(cursor, parts=2)
    return since_cursor(cursor) if narrow.changed_since else read_cursor(cursor)


def _grouped(rows: list[Json], by: str = "claim_id") -> dict[int, list[Json]]:
    groups: dict[int, list[Json]] = defaultdict(list)
    for row in rows:
        groups[row[by]].append(row)
    return groups


@router.get("/claims/{claim_id:id}", name="read", response_model=ClaimWhole, summary="One claim with all its evidence")
def read(call: Calling, claim_id: ClaimId, query: Annotated[ClaimQuery, QueryParameter()]) -> Response:
    with call.desk.read() as session:
        row = claim_reads.read_claim(session, claim_id)
        if row is None:
            raise missing(Prefix.CLAIM, claim_id)
        quantities = claim_reads.quantities_of(session, [claim_id])
        citations = claim_reads.citations_of(session, [claim_id])
        evidence = claim_reads.evidence_of(session, citations)
        stood = event_reads.claim_statuses_at(session, row["article_id"], [claim_id], query.as_of) if query.as_of else {}
    whole = shape(row, quantities)
    whole["citations"] = [shapes.whole_citation(citation, evidence) for citation in citations]
    whole["as_of"] = query.as_of
    if query.as_of:
        whole["status"] = stood.get(claim_id, Status.PENDING)
    return answer(sparse(whole, query.fields), version=None if query.as_of else row["version"])

"""Articles: hand in (text, Markdown, HTML or a URL to fetch), list, read, replace, delete."""

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Path
from fastapi import Query as QueryParameter
from fastapi.concurrency import run_in_threadpool
from pydantic import BaseModel, Field
from starlette.responses import Response

from app.api.answers import IfMatch, Json, ListQuery, Query, answer, expected_version, gone, page_of, since_cursor, sparse
from app.api.claims import ArticleClaimsQuery, ClaimPage, claims_page
from app.api.fields import SINCE, Moment, words_field
from app.api.handed_in import BODY, NAME_MAX_CHARS, External, HandedIn, submission
from app.api.ids import ArticleId, missing, public, words
from app.api.route import Call, Calling, Operation
from app.errors import NotFound
from app.store import article_reads, event_reads
from app.store.ids import Prefix
from app.verify.verdict import Status
from app.workflow import intake
from app.workflow.requests import Submitted

router = APIRouter(tags=["articles"], route_class=Operation)
System = Annotated[str, Path(min_length=1, max_length=NAME_MAX_CHARS, description="the CMS", examples=["wordpress"])]
ExternalId = Annotated[str, Path(min_length=1, max_length=NAME_MAX_CHARS, description="its own id", examples=["2041"])]
Number = Annotated[int, Path(ge=1, le=2**31 - 1)]


class ArticleShape(BaseModel):
    """An article without its text."""

    id: str = Field(examples=["art_12"])
    external: External | None
    title: str
    lang: str
    format: str
    url: str
    tags: list[str]
    published_at: datetime | None
    created_at: datetime
    updated_at: datetime
    revision: int
    version: int
    status: Status


class ArticleWhole(ArticleShape):
    """An article with the number of its claims at each status."""

    claims: dict[str, int] = Field(examples=[{"verified": 11, "attention": 1}])
    as_of: datetime | None = None


class ArticlePage(BaseModel):
    items: list[ArticleShape]
    next: str | None


class Handed(ArticleWhole):
    """The article, and what handing it in did to its claims."""

    created: bool
    changed: bool
    kept: int
    added: int
    removed: int


class RevisionShape(BaseModel):
    """One submitted text of an article."""

    number: int
    format: str
    lang: str
    sha256: str
    created_at: datetime
    created_by: str


class RevisionWhole(RevisionShape):
    """A revision with its texts: `body` as handed in, `text` as it is seen, to which selectors refer."""

    body: str
    text: str


class RevisionPage(BaseModel):
    items: list[RevisionShape]
    next: str | None


class ArticlesQuery(ListQuery):
    status: str = words_field(Status)
    system: str = Field(default="", max_length=NAME_MAX_CHARS, description="only articles of this external system")
    tag: str = Field(default="", max_length=100)
    q: str = Field(default="", max_length=200, description="words in the title")
    changed_since: Moment | None = Field(default=None, description=SINCE)


class ArticleQuery(Query):
    as_of: Moment | None = Field(default=None, description="the status as it was at that moment")


def shape(row: Json) -> Json:
    external = None if row["external_id"] is None else {"system": row["external_system"], "id": row["external_id"]}
    return {
        "id": public(Prefix.ARTICLE, row["id"]),
        "external": external,
        **{name: row[name] for name in ("title", "lang", "format", "url")},
        "tags": row["tags"] or [],
        **{name: row[name] for name in ("published_at", "created_at", "updated_at", "revision", "version", "status")},
    }


def _revision(row: Json) -> Json:
    return {name: row[name] for name in ("number", "format", "lang", "sha256", "created_at", "created_by", "body", "text") if name in row}


@router.get("/articles", name="list", response_model=ArticlePage, summary="List articles, newest first")
def list_articles(call: Calling, query: Annotated[ArticlesQuery, QueryParameter()]) -> Response:
    narrow = article_reads.ArticleFilter(
        statuses=words(query.status, Status, "status"), system=query.system, tag=query.tag, q=query.q, changed_since=query.changed_since
    )
    with call.desk.read() as session:
        found = article_reads.list_articles(
            session, narrow, since_cursor(query.cursor) if query.changed_since else query.position, query.limit
        )
    return page_of(call.request, found, query, shape)


@router.post(
    "/articles",
    name="create",
    status_code=201,
    response_model=Handed,
    responses={200: {"model": Handed, "description": "there was an article with this external id: revised"}},
    openapi_extra=BODY,
    summary="Hand in an article",
)
async def create(call: Calling, given: HandedIn) -> Response:
    """Read the claims and citations, and put their sources in line to be checked. With `external` it upserts."""
    wanted = await submission(call, given, None)
    done = await run_in_threadpool(intake.submit, call.desk, wanted, by=call.by)
    return await run_in_threadpool(_handed, call, done)


@router.put(
    "/articles/by-external/{system}/{external_id:path}",
    name="upsert",
    response_model=Handed,
    responses={201: {"model": Handed, "description": "created"}},
    openapi_extra=BODY,
    summary="Hand in an article under the CMS's own id: creates or revises",
)
async def upsert(call: Calling, system: System, external_id: ExternalId, given: HandedIn, if_match: IfMatch = None) -> Response:
    """Claims that did not change keep their ids, reviews and history."""
    named = given.model_copy(update={"external": External(system=system, id=external_id)})
    wanted = await submission(call, named, if_match)
    done = await run_in_threadpool(intake.submit, call.desk, wanted, by=call.by)
    return await run_in_threadpool(_handed, call, done)


@router.get(
    "/articles/by-external/{system}/{external_id:path}", name="read_external", response_model=ArticleWhole, summary="Read by the CMS's id"
)
def read_external(call: Calling, system: System, external_id: ExternalId, query: Annotated[ArticleQuery, QueryParameter()]) -> Response:
    with call.desk.read() as session:
        row = article_reads.find_external(session, system, external_id)
    if row is None:
        raise NotFound(f"No article was handed in under {system}/{external_id}.")
    return _read(call, row["id"], query)


@router.get("/articles/{article_id:id}", name="read", response_model=ArticleWhole, summary="Read an article")
def read(call: Calling, article_id: ArticleId, query: Annotated[ArticleQuery, QueryParameter()]) -> Response:
    return _read(call, article_id, query)


@router.put("/articles/{article_id:id}", name="replace", response_model=Handed, openapi_extra=BODY, summary="Hand in a new revision")
async def replace(call: Calling, article_id: ArticleId, given: HandedIn, if_match: IfMatch = None) -> Response:
    wanted = await submission(call, given, if_match)
    done = await run_in_threadpool(intake.replace, call.desk, article_id, wanted, by=call.by)
    return await run_in_threadpool(_handed, call, done)


@router.delete("/articles/{article_id:id}", name="delete", status_code=204, summary="Delete an article")
def delete(call: Calling, article_id: ArticleId, if_match: IfMatch = None) -> Response:
    """Its sources stay as long as another article cites them."""
    intake.delete(call.desk, article_id, expected_version=expected_version(if_match), by=call.by)
    return gone()


@router.get("/articles/{article_id:id}/claims", name="list_claims", response_model=ClaimPage, summary="The claims, in reading order")
def list_claims(call: Calling, article_id: ArticleId, query: Annotated[ArticleClaimsQuery, QueryParameter()]) -> Response:
    with call.desk.read() as session:
        if article_reads.read_article(session, article_id) is None:
            raise missing(Prefix.ARTICLE, article_id)
    return claims_page(call, query, query.narrow(article_id))


@router.get("/articles/{article_id:id}/revisions", name="list_revisions", response_model=RevisionPage, summary="The revisions")
def list_revisions(call: Calling, article_id: ArticleId, query: Annotated[ListQuery, QueryParameter()]) -> Response:
    with call.desk.read() as session:
        if article_reads.read_article(session, article_id) is None:
            raise missing(Prefix.ARTICLE, article_id)
        found = article_reads.list_revisions(session, article_id, query.position, query.limit)
    return page_of(call.request, found, query, _revision)


@router.get("/articles/{article_id:id}/revisions/{number}", name="read_revision", response_model=RevisionWhole, summary="One text of it")
def read_revision(call: Calling, article_id: ArticleId, number: Number) -> Response:
    with call.desk.read() as session:
        article = article_reads.read_article(session, article_id)
        row = article_reads.read_revision(session, article_id, number) if article else None
    if row is None:
        raise NotFound(f"There is no revision {number} of art_{article_id}.")
    return answer(_revision(row))


def _read(call: Call, article_id: int, query: ArticleQuery) -> Response:
    whole = _whole(call, article_id, query.as_of)
    return answer(sparse(whole, query.fields), version=None if query.as_of else whole["version"])


def _whole(call: Call, article_id: int, as_of: datetime | None = None) -> Json:
    with call.desk.read() as session:
        row = article_reads.read_article(session, article_id)
        if row is None:
            raise missing(Prefix.ARTICLE, article_id)
        whole = {**shape(row), "claims": article_reads.claim_counts(session, article_id), "as_of": as_of}
        if as_of is not None:
            if as_of < row["created_at"]:
                raise NotFound(f"art_{article_id} was not there yet on {as_of.isoformat()}.")
            whole["status"] = event_reads.article_status_at(session, article_id, as_of)
            whole["claims"] = event_reads.claim_counts_at(session, article_id, as_of)
    return whole


def _handed(call: Call, done: Submitted) -> Response:
    whole = _whole(call, done.article_id)
    did = {name: getattr(done, name) for name in ("created", "changed", "kept", "added", "removed")}
    location = f"/v1/articles/{whole['id']}"
    return answer({**whole, **did}, status=201 if done.created else 200, version=done.version, headers={"Location": location})

"""Exports and imports: claims as files."""

from typing import Annotated, Any

from fastapi import APIRouter
from fastapi import Query as QueryParameter
from fastapi.concurrency import run_in_threadpool
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response, StreamingResponse

from app.api.answers import answer
from app.api.claims import EveryClaimsFilter
from app.api.claims_batch import BatchResult
from app.api.fields import SOME_TEXT
from app.api.handed_in import decoded
from app.api.ids import public
from app.api.route import SHEET_TYPES, Calling, Operation, media_type_of
from app.errors import InvalidInput
from app.store.ids import Prefix
from app.workflow import imports
from app.workflow.exports import WRITERS, Export, export
from app.workflow.imports import Sheet

router = APIRouter(tags=["exports"], route_class=Operation)
FILES: dict[str, Any] = {
    writer.media_type: {"schema": {"type": "object"} if writer.media_type.endswith("+json") else {"type": "string", "format": "binary"}}
    for writer in WRITERS.values()
}
SHEETS: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {kind: {"schema": {"type": "string", "minLength": 1, "pattern": SOME_TEXT}} for kind in SHEET_TYPES},
    }
}


class ImportQuery(BaseModel):
    """What is said of a file as a whole."""

    model_config = ConfigDict(extra="forbid")
    title: str = Field(default="", max_length=1000, description="title of the article that will hold the claims")
    lang: str = Field(default="", max_length=35, pattern=r"^[A-Za-z0-9-]*$")


class ImportShape(BaseModel):
    """What became of a file: articles of up to 500 claims each, and every line."""

    articles: list[str] = Field(examples=[["art_12"]])
    accepted: int
    refused: int
    items: list[BatchResult]


@router.get(
    "/exports/{kind}",
    name="write",
    response_class=StreamingResponse,
    responses={200: {"content": FILES, "description": "the file, written while it is read"}},
    summary="Claims as a file: a spreadsheet, JSON lines, ClaimReview, Web Annotation, or their snapshots as WARC",
)
def write(call: Calling, kind: Export, query: Annotated[EveryClaimsFilter, QueryParameter()]) -> Response:
    """The filters are those of `GET /v1/claims`. No cell of the CSV can start a formula."""
    writer = WRITERS[kind]
    headers = {
        "Content-Disposition": f'attachment; filename="stet-{call.desk.now():%Y-%m-%d}.{writer.ending}"',
        "Cache-Control": "no-store",
    }
    return StreamingResponse(export(call.desk, query.narrowed(), kind), headers=headers, media_type=writer.media_type)


@router.post("/imports", name="read_back", response_model=ImportShape, openapi_extra=SHEETS, summary="Claims from a CSV or JSON lines file")
async def read_back(call: Calling, query: Annotated[ImportQuery, QueryParameter()]) -> Response:
    """Read the columns `sentence` and `url` (several separated by blanks), `id` if there is one; what an export wrote can be sent back."""
    text = decoded(await call.request.body(), call.request)
    if not text.strip():
        raise InvalidInput("The file is empty.", field="body")
    sheet = Sheet(SHEET_TYPES[media_type_of(call.request)])
    done = await run_in_threadpool(imports.import_claims, call.desk, text, sheet, title=query.title, lang=query.lang, by=call.by)
    refused = sum(result.problem is not None for result in done.results)
    return answer(
        {
            "articles": [public(Prefix.ARTICLE, article_id) for article_id in done.article_ids],
            "accepted": len(done.results) - refused,
            "refused": refused,
            "items": [
                {"id": result.id, "claims": [public(Prefix.CLAIM, claim_id) for claim_id in result.claim_ids], "problem": result.problem}
                for result in done.results
            ],
        }
    )

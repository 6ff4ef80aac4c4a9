"""Claims sent ready-made: sentence and URLs, without an article around them."""

from typing import Annotated

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from app.api.answers import Json, answer
from app.api.handed_in import External
from app.api.ids import public
from app.api.route import Calling, Operation
from app.store.ids import Prefix
from app.workflow import batch
from app.workflow.batch import BATCH_MAX, Item

router = APIRouter(tags=["claims"], route_class=Operation)
Url = Annotated[str, Field(min_length=1, max_length=8000, examples=["https://example.org/cpi"])]


class BatchItem(BaseModel):
    """One sentence with at least one number, and the addresses it leans on. `id` is yours: it comes back with the result."""

    model_config = ConfigDict(extra="forbid")
    id: str = Field(default="", max_length=200)
    text: str = Field(min_length=1, max_length=5000)
    urls: list[Url] = Field(min_length=1, max_length=20)


class BatchIn(BaseModel):
    """Up to 500 claims; they are kept together as one article. Sending again under the same `external` replaces them."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {"title": "Fact box", "claims": [{"id": "a", "text": "Prices rose 3.2 percent.", "urls": ["https://example.org/cpi"]}]}
            ]
        },
    )
    title: str = Field(default="", max_length=1000)
    lang: str = Field(default="", max_length=35, pattern=r"^[A-Za-z0-9-]*$")
    external: External | None = None
    claims: list[BatchItem] = Field(min_length=1, max_length=BATCH_MAX)


class BatchResult(BaseModel):
    """What became of one item: its claims, or why there is none."""

    id: str
    claims: list[str] = Field(examples=[["clm_7"]])
    problem: str | None


class BatchShape(BaseModel):
    article: str | None = Field(examples=["art_12"], description="empty when no item could be used")
    accepted: int
    refused: int
    items: list[BatchResult]


@router.post("/claims:batch", name="batch", response_model=BatchShape, summary="Send up to 500 claims ready-made")
def send(call: Calling, given: BatchIn) -> Response:
    """Every item gets a result of its own; one that cannot be used does not stop the others. When none can, nothing is stored."""
    external = (given.external.system, given.external.id) if given.external else None
    items = tuple(Item(item.id, item.text, tuple(item.urls)) for item in given.claims)
    done = batch.submit(call.desk, items, title=given.title, lang=given.lang, external=external, by=call.by)
    results: list[Json] = [
        {"id": result.id, "claims": [public(Prefix.CLAIM, claim_id) for claim_id in result.claim_ids], "problem": result.problem}
        for result in done.results
    ]
    refused = sum(result.problem is not None for result in done.results)
    return answer(
        {
            "article": public(Prefix.ARTICLE, done.article_id),
            "accepted": len(results) - refused,
            "refused": refused,
            "items": results,
        }
    )

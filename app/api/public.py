"""Public pages: an article's badge, page and feed for readers without a key, under an address that cannot be guessed."""

import hashlib
from datetime import datetime
from typing import Annotated, Any

from fastapi import APIRouter, Path
from pydantic import BaseModel, Field
from starlette.requests import Request
from starlette.responses import Response

from app.api.answers import Json, answer, gone
from app.api.headers import FRAMED_ANYWHERE
from app.api.ids import ArticleId
from app.api.public_forms import EMBED_CSP, FORMS, Form
from app.api.route import AtDesk, Calling, Operation, slow_down
from app.errors import NotFound
from app.store.claim_reads import ClaimFilter
from app.workflow import public
from app.workflow.desk import Desk
from app.workflow.exports import WRITERS, Export, export
from app.workflow.public import Shared

router = APIRouter(tags=["public"], route_class=Operation)
pages = APIRouter(tags=["public"], route_class=Operation)
FRESH_S = 300  # a badge may be five minutes old; caches between spare us the readers of a front page
Token = Annotated[str, Path(min_length=1, max_length=64, pattern=r"^[A-Za-z0-9_-]+$", examples=["3Fq0w8p5mYx1Zt7cVb2nRk6sJd9hGa4L"])]
_PUBLIC = {
    "Cache-Control": f"public, max-age={FRESH_S}",
    "Access-Control-Allow-Origin": "*",
    "Cross-Origin-Resource-Policy": "cross-origin",
}
_FRAMED = {"Content-Security-Policy": EMBED_CSP, "X-Frame-Options": FRAMED_ANYWHERE}
_TEXT = {"schema": {"type": "string"}}
SHOWN: dict[str, Any] = {
    "application/json": {"schema": {"type": "object"}},
    "image/svg+xml": _TEXT,
    "text/html": _TEXT,
    "application/ld+json": {"schema": {"type": "object"}},
    "application/atom+xml": _TEXT,
}


class PublicShape(BaseModel):
    """The token, and the address of each form."""

    token: str
    created_at: datetime
    paths: dict[str, str] = Field(examples=[{"svg": "/public/3Fq0w8p5mYx1Zt7cVb2nRk6sJd9hGa4L.svg"}])


def _shape(shared: Shared) -> Json:
    paths = {form.value: f"/public/{shared.token}.{form.value}" for form in Form}
    return {"token": shared.token, "created_at": shared.created_at, "paths": paths}


@router.get("/articles/{article_id:id}/public", name="read", response_model=PublicShape, summary="An article's public address")
def read(call: Calling, article_id: ArticleId) -> Response:
    return answer(_shape(public.shared(call.desk, article_id)))


@router.put("/articles/{article_id:id}/public", name="share", response_model=PublicShape, summary="Give an article a public address")
def share(call: Calling, article_id: ArticleId) -> Response:
    """Who knows the address sees sentences, status and sources; no notes, no names. An article that has one keeps it."""
    return answer(_shape(public.share(call.desk, article_id, by=call.by)))


@router.delete("/articles/{article_id:id}/public", name="revoke", status_code=204, summary="Take the public address back, for good")
def revoke(call: Calling, article_id: ArticleId) -> Response:
    public.revoke(call.desk, article_id, by=call.by)
    return gone()


@pages.get(
    "/public/{token}.{form}",
    name="show",
    response_class=Response,
    responses={200: {"content": SHOWN, "description": "as JSON, a badge, a page for a frame, ClaimReview or an Atom feed"}},
    summary="What the public sees of an article",
)
def show(request: Request, desk: AtDesk, token: Token, form: Form) -> Response:
    """Needs no key. May be kept by any cache for five minutes."""
    try:
        article_id = public.article_of(desk, token)
    except NotFound:
        slow_down(request)
        raise
    body, media_type = _written(desk, article_id, form, f"{request.url.scheme}://{request.url.netloc}/public/{token}")
    tag = f'W/"{hashlib.blake2b(body, digest_size=8).hexdigest()}"'
    return Response(body, headers={"ETag": tag, **_PUBLIC, **(_FRAMED if form is Form.HTML else {})}, media_type=media_type)


def _written(desk: Desk, article_id: int, form: Form, address: str) -> tuple[bytes, str]:
    if form is Form.JSONLD:
        kind = Export.CLAIM_REVIEW
        return b"".join(export(desk, ClaimFilter(article_id=article_id), kind)), WRITERS[kind].media_type
    how = FORMS[form]
    return how.write(public.look(desk, article_id), address), how.media_type

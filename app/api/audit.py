"""The audit log: every write by a person or key."""

from datetime import datetime
from typing import Annotated, Any

from fastapi import APIRouter
from fastapi import Query as QueryParameter
from pydantic import BaseModel, Field
from starlette.responses import Response

from app.api.answers import Json, ListQuery, page_of
from app.api.ids import public
from app.api.route import Calling, Operation
from app.store import office_reads
from app.store.ids import Prefix

router = APIRouter(tags=["audit"], route_class=Operation)


class AuditShape(BaseModel):
    """Who did what to what, when."""

    id: str = Field(examples=["aud_5"])
    at: datetime
    actor: str
    verb: str
    subject: str
    detail: dict[str, Any]


class AuditPage(BaseModel):
    items: list[AuditShape]
    next: str | None


class AuditQuery(ListQuery):
    subject: str = Field(default="", max_length=30, examples=["art_12"])
    actor: str = Field(default="", max_length=200, examples=["key:cms"])


def shape(row: Json) -> Json:
    fields = ("at", "actor", "verb", "subject")
    return {"id": public(Prefix.AUDIT, row["id"]), **{name: row[name] for name in fields}, "detail": row["detail"] or {}}


@router.get("/audit", name="list", response_model=AuditPage, summary="Who did what, latest first")
def list_audit(call: Calling, query: Annotated[AuditQuery, QueryParameter()]) -> Response:
    with call.desk.read() as session:
        found = office_reads.list_audit(session, query.subject, query.actor, query.position, query.limit)
    return page_of(call.request, found, query, shape)

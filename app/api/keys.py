"""Keys: scoped, shown once, kept as a hash."""

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter
from fastapi import Query as QueryParameter
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from app.api.answers import Json, ListQuery, Query, answer, created, page_of, sparse
from app.api.auth import Scope
from app.api.fields import Moment
from app.api.ids import KeyId, missing, public
from app.api.route import Call, Calling, Operation, front_of
from app.store import office_reads
from app.store.ids import Prefix
from app.workflow import keys

router = APIRouter(tags=["keys"], route_class=Operation)


class KeyIn(BaseModel):
    """What the key is for, and what it may do."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"name": "cms", "scopes": ["write", "check"]}]})
    name: str = Field(min_length=1, max_length=100, pattern=r"^[ -~\u00a1-\ud7ff]*[!-~\u00a1-\u1fff][ -~\u00a1-\ud7ff]*$")
    scopes: list[Scope] = Field(min_length=1, max_length=len(Scope))
    expires_at: Moment | None = None


class KeyShape(BaseModel):
    """A key without its secret; `prefix` is what its secret begins with."""

    id: str = Field(examples=["key_2"])
    name: str
    prefix: str
    scopes: list[Scope]
    created_at: datetime
    expires_at: datetime | None
    last_used_at: datetime | None
    revoked_at: datetime | None


class KeySecret(KeyShape):
    """A new key with its secret, which is shown this once."""

    secret: str = Field(examples=["stet_…"])


class KeyPage(BaseModel):
    items: list[KeyShape]
    next: str | None


def shape(row: Json) -> Json:
    fields = ("name", "prefix", "scopes", "created_at", "expires_at", "last_used_at", "revoked_at")
    return {"id": public(Prefix.KEY, row["id"]), **{name: row[name] for name in fields}}


@router.get("/keys", name="list", response_model=KeyPage, summary="List keys, newest first")
def list_keys(call: Calling, query: Annotated[ListQuery, QueryParameter()]) -> Response:
    with call.desk.read() as session:
        found = office_reads.list_keys(session, query.position, query.limit)
    return page_of(call.request, found, query, shape)


@router.post("/keys", name="issue", status_code=201, response_model=KeySecret, summary="Make a key")
def issue(call: Calling, given: KeyIn) -> Response:
    call.require_to_come(given.expires_at)
    made = keys.issue(call.desk, given.name, tuple(given.scopes), expires_at=given.expires_at, by=call.by)
    return created({**shape(_row(call, made.key_id)), "secret": made.secret}, f"/v1/keys/key_{made.key_id}")


@router.get("/keys:self", name="read_own", response_model=KeyShape, summary="The key you are using")
def read_own(call: Calling, query: Annotated[Query, QueryParameter()]) -> Response:
    return answer(sparse(shape(_row(call, call.caller.key_id)), query.fields))


@router.get("/keys/{key_id:id}", name="read", response_model=KeyShape, summary="One key")
def read(call: Calling, key_id: KeyId, query: Annotated[Query, QueryParameter()]) -> Response:
    return answer(sparse(shape(_row(call, key_id)), query.fields))


@router.post("/keys/{key_id:id}:revoke", name="revoke", response_model=KeyShape, summary="Revoke a key for good")
def revoke(call: Calling, key_id: KeyId) -> Response:
    """Stop it at once here, within a second in other processes."""
    keys.revoke(call.desk, key_id, by=call.by)
    front_of(call.request).keyring.clear()
    return answer(shape(_row(call, key_id)))


def _row(call: Call, key_id: int) -> Json:
    with call.desk.read() as session:
        row = office_reads.read_key(session, key_id)
    if row is None:
        raise missing(Prefix.KEY, key_id)
    return row

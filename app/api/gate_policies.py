"""Gate policies: what each status does to publication."""

from datetime import datetime
from typing import Annotated, Literal

from fastapi import APIRouter, Path
from fastapi import Query as QueryParameter
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from app.api.answers import IfMatch, Json, Query, answer, expected_version, gone, sparse
from app.api.route import Call, Calling, Operation
from app.errors import NotFound
from app.store import office_reads
from app.workflow import gate_policies

router = APIRouter(tags=["gate_policies"], route_class=Operation)
Name = Annotated[str, Path(min_length=1, max_length=100, pattern=r"^[A-Za-z0-9._-]+$", examples=["default"])]
Effect = Literal["pass", "warn", "block", "pending"]


class RulesShape(BaseModel):
    """What a claim of each status does; the strictest one decides for the article."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"attention": "block", "broken": "warn"}]})
    verified: Effect = "pass"
    attention: Effect = "block"
    broken: Effect = "block"
    archived: Effect = "warn"
    unverifiable: Effect = "warn"
    pending: Effect = "pending"


class PolicyShape(BaseModel):
    name: str
    rules: RulesShape
    created_at: datetime
    version: int


class PolicyList(BaseModel):
    items: list[PolicyShape]
    next: str | None = Field(default=None, description="always empty: there are few")


def shape(row: Json) -> Json:
    rules = RulesShape.model_validate(row["rules"]).model_dump()
    return {"name": row["name"], "rules": rules, "created_at": row["created_at"], "version": row["version"]}


@router.get("/gate-policies", name="list", response_model=PolicyList, summary="List gate policies")
def list_policies(call: Calling, query: Annotated[Query, QueryParameter()]) -> Response:
    with call.desk.read() as session:
        found = office_reads.list_policies(session)
    return answer({"items": [sparse(shape(row), query.fields) for row in found], "next": None})


@router.get("/gate-policies/{name}", name="read", response_model=PolicyShape, summary="One gate policy")
def read(call: Calling, name: Name, query: Annotated[Query, QueryParameter()]) -> Response:
    return _answer(call, name, query.fields)


@router.put("/gate-policies/{name}", name="put", response_model=PolicyShape, summary="Make or change a gate policy")
def put(call: Calling, name: Name, given: RulesShape, if_match: IfMatch = None) -> Response:
    gate_policies.put(call.desk, name, given.model_dump(), expected_version=expected_version(if_match), by=call.by)
    return _answer(call, name)


@router.delete("/gate-policies/{name}", name="delete", status_code=204, summary="Delete a gate policy")
def delete(call: Calling, name: Name, if_match: IfMatch = None) -> Response:
    gate_policies.delete(call.desk, name, expected_version=expected_version(if_match), by=call.by)
    return gone()


def _answer(call: Call, name: str, fields: str = "") -> Response:
    with call.desk.read() as session:
        row = office_reads.read_policy(session, name)
    if row is None:
        raise NotFound(f"There is no gate policy {name!r}. `GET /v1/gate-policies` lists them.")
    return answer(sparse(shape(row), fields), version=row["version"])

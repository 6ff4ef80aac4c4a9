"""Checks: one visit, whole."""

from typing import Annotated, Any

from fastapi import APIRouter
from fastapi import Query as QueryParameter
from pydantic import Field
from starlette.responses import Response

from app.api import shapes
from app.api.answers import Query, answer, sparse
from app.api.ids import CheckId, missing
from app.api.route import Calling, Operation
from app.store import source_reads
from app.store.ids import Prefix

router = APIRouter(tags=["checks"], route_class=Operation)


class CheckWhole(shapes.CheckShape):
    """A visit with everything it left behind."""

    record: dict[str, Any] = Field(description="hops, causes, timings, notes and evidence")


@router.get("/checks/{check_id:id}", name="read", response_model=CheckWhole, summary="One visit with hops, causes and evidence")
def read(call: Calling, check_id: CheckId, query: Annotated[Query, QueryParameter()]) -> Response:
    with call.desk.read() as session:
        row = source_reads.read_check(session, check_id)
    if row is None:
        raise missing(Prefix.CHECK, check_id)
    return answer(sparse({**shapes.check(row), "record": row["record"] or {}}, query.fields))

"""Is the process alive, and can it work? Open to everyone, and says no more than that."""

from typing import Literal

from fastapi import APIRouter
from pydantic import BaseModel
from starlette.responses import Response

from app.api.answers import Json, answer
from app.api.problems import KINDS
from app.api.route import AtDesk, Operation
from app.store import event_reads

router = APIRouter(route_class=Operation)


class Live(BaseModel):
    status: Literal["ok"]


class ProblemKind(BaseModel):
    """What a problem type means and what to do."""

    type: str
    status: int
    title: str
    advice: str


class ProblemKinds(BaseModel):
    items: list[ProblemKind]


@router.get("/healthz", name="live", tags=["health"], response_model=Live, summary="The process is alive")
async def live() -> Response:
    return answer({"status": "ok"})


@router.get("/readyz", name="ready", tags=["health"], response_model=Live, summary="The database can be reached")
def ready(desk: AtDesk) -> Response:
    """Answers 503 while it cannot."""
    with desk.read() as session:
        event_reads.last_event_id(session)
    return answer({"status": "ok"})


@router.get("/v1/problems", name="list", tags=["problems"], response_model=ProblemKinds, summary="What each problem type means")
async def problems() -> Response:
    items: list[Json] = [
        {"type": f"/v1/problems#{slug}", "status": kind.status, "title": kind.title, "advice": kind.advice} for slug, kind in KINDS.items()
    ]
    return answer({"items": items})

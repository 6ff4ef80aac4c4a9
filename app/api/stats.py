"""Stats for people and dashboards, and the same for Prometheus."""

from datetime import datetime, timedelta
from threading import Lock

from fastapi import APIRouter
from prometheus_client import CONTENT_TYPE_LATEST
from pydantic import BaseModel
from starlette.responses import PlainTextResponse, Response

from app.api.answers import Json, answer
from app.api.metrics import render
from app.api.route import Calling, Operation
from app.store import stat_reads
from app.workflow.desk import Desk

router = APIRouter(route_class=Operation)
FRESH = timedelta(seconds=5)  # counting three million claims takes half a second; dashboards ask every few


class Standing(BaseModel):
    """How many stand at each state."""

    articles: dict[str, int]
    claims: dict[str, int]
    sources: dict[str, int]
    runs: dict[str, int]
    deliveries: dict[str, int]


class Queue(BaseModel):
    sources_due: int
    hosts_ready: int
    hosts_leased: int
    quarantined: int
    late_s: float


class LastHour(BaseModel):
    checks: int
    outcomes: dict[str, int]


class BusyHost(BaseModel):
    name: str
    leased_by: str
    leased_until: datetime
    priority: int
    backoff: int
    free_at: datetime | None


class StatsShape(BaseModel):
    at: datetime
    standing: Standing
    queue: Queue
    last_hour: LastHour
    busy_hosts: list[BusyHost]
    event_lag_s: float


class Counter:
    """Counts at most once in five seconds, whoever asks."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._last: Json | None = None

    def read(self, desk: Desk) -> Json:
        with self._lock:
            now = desk.now()
            if self._last is None or not timedelta() <= now - self._last["at"] < FRESH:
                self._last = count(desk, now)
            return self._last


def count(desk: Desk, now: datetime) -> Json:
    with desk.read() as session:
        return {
            "at": now,
            "standing": stat_reads.standing(session),
            "queue": stat_reads.queue(session, now),
            "last_hour": stat_reads.last_hour(session, now),
            "busy_hosts": list(stat_reads.busy_hosts(session, now)),
            "event_lag_s": stat_reads.event_lag_s(session, now),
        }


@router.get("/v1/stats", name="read", tags=["stats"], response_model=StatsShape, summary="Counts, queue, the last hour")
def read(call: Calling) -> Response:
    """At most five seconds old."""
    counter: Counter = call.request.app.state.counter
    return answer(counter.read(call.desk))


@router.get("/metrics", name="read", tags=["metrics"], response_class=PlainTextResponse, summary="The same for Prometheus")
def metrics(call: Calling) -> Response:
    counter: Counter = call.request.app.state.counter
    return Response(render(counter.read(call.desk), call.request.app.state.traffic), media_type=CONTENT_TYPE_LATEST)

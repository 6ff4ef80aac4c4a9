"""Check-runs: what was asked to be checked now, and how far that is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import insert, select
from sqlmodel import Session, SQLModel

from app.errors import Conflict, NotFound
from app.store.ids import Prefix, encode
from app.store.run_items import OPEN, tell_end
from app.store.schedule import make_due
from app.store.sources import CHUNK, chunked
from app.store.tables import Priority, Run, RunState

_TABLES = SQLModel.metadata.tables
RUN, ITEM, SOURCE = _TABLES["run"], _TABLES["runitem"], _TABLES["source"]


@dataclass(frozen=True, slots=True)
class Ask:
    """Who asks for a run and why; `request` is kept as it was made."""

    asked_by: str
    reason: str = ""
    priority: Priority = Priority.ASKED
    request: Mapping[str, Any] | None = None


def start(session: Session, ask: Ask, source_ids: Sequence[int], now: datetime) -> Run:
    """Make a run over these sources and make them due; a run over none is done at once."""
    ids = list(dict.fromkeys(source_ids))
    make_due(session, ids, ask.priority, now)
    run = Run(
        state=(RunState.QUEUED if ids else RunState.DONE).value,
        asked_by=ask.asked_by,
        reason=ask.reason,
        request=dict(ask.request or {}),
        created_at=now,
        finished_at=None if ids else now,
        total=len(ids),
    )
    session.add(run)
    session.flush()
    for chunk in chunked(ids, CHUNK):
        session.connection().execute(insert(ITEM), [{"run_id": run.id, "source_id": source_id} for source_id in chunk])
    return run


def cancel(session: Session, run_id: int, now: datetime) -> Run:
    """Stop counting a run and let its unvisited sources wait with the schedule.

    Raises NotFound, and Conflict when the run has ended already.
    """
    run = session.get(Run, run_id, with_for_update=True)
    if run is None:
        raise NotFound(f"There is no check-run {encode(Prefix.RUN, run_id)}.")
    if run.state not in OPEN:
        raise Conflict(f"The check-run {encode(Prefix.RUN, run_id)} is {run.state} already; nothing is left to cancel.")
    run.state = RunState.CANCELLED.value
    run.finished_at = now
    session.flush()
    tell_end(session, run_id, {"state": run.state, "done": run.done, "total": run.total}, now)
    return run


def fresh(session: Session, source_ids: Sequence[int], since: datetime) -> set[int]:
    """Return which of these sources were checked at or after `since`: a run that takes such checks leaves them out."""
    found: set[int] = set()
    for chunk in chunked(source_ids, CHUNK):
        query = select(SOURCE.c.id).where(SOURCE.c.id.in_(chunk), SOURCE.c.last_checked_at >= since)
        found |= set(session.connection().execute(query).scalars())
    return found

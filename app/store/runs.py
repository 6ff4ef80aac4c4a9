"""Check-runs: what was asked to be checked now, and how far that is."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, insert, select, update
from sqlmodel import Session, SQLModel

from app.errors import Conflict, NotFound
from app.events import Event, EventType
from app.store import event_log
from app.store.ids import Prefix, encode
from app.store.schedule import make_due
from app.store.sources import CHUNK, chunked
from app.store.tables import Priority, Run, RunState

_TABLES = SQLModel.metadata.tables
RUN, ITEM, SOURCE = _TABLES["run"], _TABLES["runitem"], _TABLES["source"]
_OPEN = (RunState.QUEUED.value, RunState.RUNNING.value)


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
    if run.state not in _OPEN:
        raise Conflict(f"The check-run {encode(Prefix.RUN, run_id)} is {run.state} already; nothing is left to cancel.")
    run.state = RunState.CANCELLED.value
    run.finished_at = now
    session.flush()
    _tell_end(session, run_id, {"state": run.state, "done": run.done, "total": run.total}, now)
    return run


@dataclass(frozen=True, slots=True)
class OpenItem:
    """A source of a run that waits for its visit."""

    run_id: int
    source_id: int
    asked_by: str


@dataclass(frozen=True, slots=True)
class OpenItems:
    """The waiting items of some sources, the oldest run first."""

    by_source: Mapping[int, Sequence[OpenItem]]

    def first(self, source_id: int) -> OpenItem | None:
        return next(iter(self.by_source.get(source_id, ())), None)


def open_items(session: Session, source_ids: Sequence[int]) -> OpenItems:
    """Read which runs wait for these sources."""
    found: dict[int, list[OpenItem]] = defaultdict(list)
    for chunk in chunked(source_ids, CHUNK):
        query = select(ITEM.c.run_id, ITEM.c.source_id, RUN.c.asked_by).join(RUN, RUN.c.id == ITEM.c.run_id)
        query = query.where(ITEM.c.source_id.in_(chunk), ITEM.c.check_id.is_(None), RUN.c.state.in_(_OPEN)).order_by(ITEM.c.run_id)
        for row in session.connection().execute(query):
            found[row.source_id].append(OpenItem(row.run_id, row.source_id, row.asked_by))
    return OpenItems(found)


_ANSWER = update(ITEM).where(ITEM.c.run_id == bindparam("run"), ITEM.c.source_id == bindparam("source")).values(check_id=bindparam("check"))


def advance(session: Session, items: OpenItems, checks: Mapping[int, int], now: datetime) -> None:
    """Count the runs on by the sources that were visited (source id -> check id); a run that has all of them is done."""
    answered = [item for source_id in checks for item in items.by_source.get(source_id, ())]
    if not answered:
        return
    rows = [{"run": item.run_id, "source": item.source_id, "check": checks[item.source_id]} for item in answered]
    session.connection().execute(_ANSWER, rows)
    for run_id, count in sorted(Counter(item.run_id for item in answered).items()):
        _count(session, run_id, count, now)


def _count(session: Session, run_id: int, count: int, now: datetime) -> None:
    counted = update(RUN).where(RUN.c.id == run_id, RUN.c.state.in_(_OPEN)).values(done=RUN.c.done + count, state=RunState.RUNNING.value)
    run = session.connection().execute(counted.returning(RUN.c.done, RUN.c.total)).first()
    if run is not None and run.done >= run.total:
        session.connection().execute(update(RUN).where(RUN.c.id == run_id).values(state=RunState.DONE.value, finished_at=now))
        _tell_end(session, run_id, {"state": RunState.DONE.value, "done": run.done, "total": run.total}, now)


def _tell_end(session: Session, run_id: int, data: Mapping[str, Any], now: datetime) -> None:
    event_log.append(session, Event(EventType.RUN_FINISHED, encode(Prefix.RUN, run_id), data), now)


def fresh(session: Session, source_ids: Sequence[int], since: datetime) -> set[int]:
    """Return which of these sources were checked at or after `since`: a run that takes such checks leaves them out."""
    found: set[int] = set()
    for chunk in chunked(source_ids, CHUNK):
        query = select(SOURCE.c.id).where(SOURCE.c.id.in_(chunk), SOURCE.c.last_checked_at >= since)
        found |= set(session.connection().execute(query).scalars())
    return found

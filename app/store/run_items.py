"""The sources of check-runs: which still wait, which were visited, which will not be."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select, update
from sqlmodel import Session, SQLModel

from app.events import Event, EventType
from app.store import bulk, event_log
from app.store.ids import Prefix, encode
from app.store.tables import RunState

_TABLES = SQLModel.metadata.tables
RUN, ITEM = _TABLES["run"], _TABLES["runitem"]
OPEN = (RunState.QUEUED.value, RunState.RUNNING.value)


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


_OPEN = (
    select(ITEM.c.run_id, ITEM.c.source_id, RUN.c.asked_by)
    .join(RUN, RUN.c.id == ITEM.c.run_id)
    .where(bulk.among(ITEM.c.source_id), ITEM.c.check_id.is_(None), ITEM.c.given_up.is_(False), RUN.c.state.in_(OPEN))
    .order_by(ITEM.c.run_id)
)


def open_items(session: Session, source_ids: Iterable[int]) -> OpenItems:
    """Read which runs wait for these sources."""
    found: dict[int, list[OpenItem]] = defaultdict(list)
    for row in session.connection().execute(_OPEN, {"ids": bulk.ids(source_ids)}):
        found[row.source_id].append(OpenItem(*row))
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


def give_up(session: Session, source_ids: Iterable[int], now: datetime) -> None:
    """Let no run wait for sources that will not be visited: they were quarantined, or nothing cites them any more."""
    items = open_items(session, sorted(set(source_ids)))
    lost = [item for waiting in items.by_source.values() for item in waiting]
    if not lost:
        return
    session.connection().execute(_GIVE_UP, [{"run": item.run_id, "source": item.source_id} for item in lost])
    for run_id, count in sorted(Counter(item.run_id for item in lost).items()):
        _count(session, run_id, count, now)


_GIVE_UP = update(ITEM).where(ITEM.c.run_id == bindparam("run"), ITEM.c.source_id == bindparam("source")).values(given_up=True)


def _count(session: Session, run_id: int, count: int, now: datetime) -> None:
    counted = update(RUN).where(RUN.c.id == run_id, RUN.c.state.in_(OPEN)).values(done=RUN.c.done + count, state=RunState.RUNNING.value)
    run = session.connection().execute(counted.returning(RUN.c.done, RUN.c.total)).first()
    if run is not None and run.done >= run.total:
        session.connection().execute(update(RUN).where(RUN.c.id == run_id).values(state=RunState.DONE.value, finished_at=now))
        tell_end(session, run_id, {"state": RunState.DONE.value, "done": run.done, "total": run.total}, now)


def tell_end(session: Session, run_id: int, data: Mapping[str, Any], now: datetime) -> None:
    event_log.append(session, Event(EventType.RUN_FINISHED, encode(Prefix.RUN, run_id), data), now)

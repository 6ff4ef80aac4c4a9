"""What goes on: the queue, the leases, the rates, the errors. Every number is read off an index or bounded, however much there is."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Table, func, select, text
from sqlmodel import Session, SQLModel

from app.store.columns import is_urgent
from app.store.moments import database_now
from app.store.tables import Priority
from app.store.webhooks import DeliveryState

_TABLES = SQLModel.metadata.tables
HOST, SOURCE, CHECK, CLAIM, ARTICLE = (_TABLES[name] for name in ("host", "source", "visit_check", "claim", "article"))
EVENT, DELIVERY, CLOCK = _TABLES["event"], _TABLES["delivery"], _TABLES["event_clock"]
# Counting stops here: "10,000 or more" is as good a reason to act as the exact number, and takes milliseconds.
COUNT_MAX = 10_000
# The outcomes of so many last checks are the picture of the present.
LATEST = 1_000


@dataclass(frozen=True, slots=True)
class Worker:
    """A worker that holds leases."""

    name: str
    hosts: int
    until: datetime


@dataclass(frozen=True, slots=True)
class Queue:
    """The backlog. `ready` counts hosts that could be leased now (at most COUNT_MAX), `late_s` how long the first has waited."""

    ready: int
    urgent: int
    late_s: float
    leased: int
    expired: int
    quarantined: int
    workers: tuple[Worker, ...]


@dataclass(frozen=True, slots=True)
class Stats:
    """One look at the whole. Sizes are estimates on PostgreSQL; counts end at COUNT_MAX."""

    at: datetime
    queue: Queue
    sizes: Mapping[str, int]
    claims: Mapping[str, int]
    checks_last_minute: int
    checks_per_s: float
    latest_outcomes: Mapping[str, int]
    events: int
    deliveries: Mapping[str, int]


_STATUSES = ("verified", "attention", "broken", "archived", "unverifiable", "pending")


def look(session: Session, now: datetime | None = None) -> Stats:
    """Read everything at one moment."""
    now = now or database_now(session)
    minute = _bounded(session, CHECK, CHECK.c.at > now - timedelta(minutes=1))
    return Stats(
        at=now,
        queue=_queue(session, now),
        sizes={table.name: _size(session, table) for table in (ARTICLE, CLAIM, SOURCE, HOST, CHECK)},
        claims={status: _bounded(session, CLAIM, (CLAIM.c.status == status) & CLAIM.c.removed_at.is_(None)) for status in _STATUSES},
        checks_last_minute=minute,
        checks_per_s=_rate(session, now),
        latest_outcomes=_latest_outcomes(session),
        events=session.connection().execute(select(CLOCK.c.last)).scalar_one(),
        deliveries={
            state.value: _bounded(session, DELIVERY, DELIVERY.c.state == state.value)
            for state in DeliveryState
            if state is not DeliveryState.DELIVERED
        },
    )


def _queue(session: Session, now: datetime) -> Queue:
    connection = session.connection()
    idle = HOST.c.leased_until.is_(None) | (HOST.c.leased_until <= now)
    first = connection.execute(select(func.min(HOST.c.ready_at))).scalar()
    leases = connection.execute(
        select(HOST.c.leased_by, func.count().label("hosts"), func.max(HOST.c.leased_until).label("until"))
        .where(HOST.c.leased_until.is_not(None))
        .group_by(HOST.c.leased_by)
        .order_by(HOST.c.leased_by)
    ).all()
    workers = tuple(Worker(row.leased_by, row.hosts, row.until) for row in leases)
    expired = _bounded(session, HOST, HOST.c.leased_until <= now)
    return Queue(
        ready=_bounded(session, HOST, (HOST.c.ready_at <= now) & idle),
        urgent=sum(_urgent(session, level, now) for level in Priority if level),
        late_s=max((now - first).total_seconds(), 0.0) if first else 0.0,
        leased=sum(worker.hosts for worker in workers) - expired,
        expired=expired,
        quarantined=_bounded(session, SOURCE, SOURCE.c.quarantined_at.is_not(None)),
        workers=workers,
    )


def _urgent(session: Session, level: Priority, now: datetime) -> int:
    return _bounded(session, HOST, (HOST.c.priority == level.value) & is_urgent(HOST) & (HOST.c.ready_at <= now))


def _bounded(session: Session, table: Table, condition: ColumnElement[bool]) -> int:
    first = select(text("1")).select_from(table).where(condition).limit(COUNT_MAX).subquery()
    return int(session.connection().execute(select(func.count()).select_from(first)).scalar_one())


def _size(session: Session, table: Table) -> int:
    """Take the planner's estimate on PostgreSQL where it has a large one, else count; on SQLite take the last id."""
    connection = session.connection()
    if connection.dialect.name == "sqlite":
        return int(connection.execute(select(func.coalesce(func.max(table.c.id), 0))).scalar_one())
    estimated = connection.execute(text("SELECT reltuples::bigint FROM pg_class WHERE oid = to_regclass(:name)"), {"name": table.name})
    rows = int(estimated.scalar_one())
    return rows if rows >= COUNT_MAX else _bounded(session, table, table.c.id > 0)


def _rate(session: Session, now: datetime) -> float:
    """Return checks a second over the latest ones, over the last minute where they are older."""
    latest = select(CHECK.c.at).order_by(CHECK.c.id.desc()).limit(LATEST).subquery()
    recent = select(func.count(), func.min(latest.c.at)).where(latest.c.at > now - timedelta(minutes=1))
    count, since = session.connection().execute(recent).one()
    return round(count / max((now - since).total_seconds(), 1.0), 2) if count else 0.0


def _latest_outcomes(session: Session) -> dict[str, int]:
    latest = select(CHECK.c.outcome).order_by(CHECK.c.id.desc()).limit(LATEST)
    return dict(Counter(session.connection().execute(latest).scalars()).most_common())

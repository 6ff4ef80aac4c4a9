"""When sources are due, and the clock of their hosts that the queue looks at.

Every change of a source's schedule is made while its host's row is held, hosts in the order of their ids; so the earliest due
moment that a host carries is never older than what its sources say, and two who hold hosts never wait for each other.
Rows are always taken in this order: hosts, sources, articles, claims and citations, runs, the event clock.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import case, func, select, update
from sqlmodel import Session, SQLModel

from app.store import bulk
from app.store.columns import AnyRow, is_urgent
from app.store.sources import CHUNK, chunked
from app.store.tables import Priority

_TABLES = SQLModel.metadata.tables
HOST, SOURCE, CITATION = _TABLES["host"], _TABLES["source"], _TABLES["citation"]
# So many sources of one request go first; the rest waits with the schedule, so that a book does not push a short note aside.
FAIR_SHARE = 100


_HELD = (
    select(*(HOST.c[name] for name in ("id", "token", "leased_by", "leased_until", "free_at", "holder", "backoff", "gap_s")))
    .where(bulk.among(HOST.c.id))
    .order_by(HOST.c.id)
    .with_for_update(key_share=True, of=HOST)
)


def hold_hosts(session: Session, host_ids: Iterable[int]) -> list[AnyRow]:
    """Take the rows of hosts until commit, in the order of their ids, and return what the lease and the clock need of them."""
    wanted = set(host_ids)
    return list(session.connection().execute(_HELD, {"ids": bulk.ids(wanted)}).all()) if wanted else []


def make_due(session: Session, source_ids: Sequence[int], priority: Priority, now: datetime) -> int:
    """Make sources due now, the first `FAIR_SHARE` of them at `priority`; returns how many.

    A source that policy skips or that is quarantined stays at rest unless a person or a gate asks: then it gets a new chance.
    """
    ids = list(dict.fromkeys(source_ids))
    hosts = _hosts_of(session, ids)
    hold_hosts(session, hosts.values())
    asked = priority >= Priority.ASKED
    front, rest = ids[:FAIR_SHARE], ids[FAIR_SHARE:]
    due = _due(session, front, priority, now, asked=asked) + _due(session, rest, Priority.SCHEDULE, now, asked=asked)
    settle(session, {hosts[source] for source in due}, now)
    return len(due)


def _due(session: Session, ids: Sequence[int], priority: Priority, now: datetime, *, asked: bool) -> list[int]:
    due: list[int] = []
    for chunk in chunked(ids, CHUNK):
        query = select(SOURCE.c.id, SOURCE.c.policy, SOURCE.c.quarantined_at).where(SOURCE.c.id.in_(chunk))
        rows = session.connection().execute(query).all()
        willing = [row.id for row in rows if asked or not (row.quarantined_at or row.policy.get("skip"))]
        session.connection().execute(
            update(SOURCE)
            .where(SOURCE.c.id.in_(willing))
            .values(
                next_check_at=case((SOURCE.c.next_check_at < now, SOURCE.c.next_check_at), else_=now),
                priority=case((SOURCE.c.priority < priority, priority.value), else_=SOURCE.c.priority),
                asks=SOURCE.c.asks + 1,
                quarantined_at=None,
                attempts=case((SOURCE.c.quarantined_at.is_not(None), 0), else_=SOURCE.c.attempts),
            )
        )
        due += willing
    return due


def plan(session: Session, source_id: int, next_check_at: datetime | None, now: datetime) -> None:
    """Set when one source is due (None: not by itself), as a policy asks."""
    hosts = set(_hosts_of(session, [source_id]).values())
    hold_hosts(session, hosts)
    session.connection().execute(update(SOURCE).where(SOURCE.c.id == source_id).values(next_check_at=next_check_at))
    settle(session, hosts, now)


def rest_uncited(session: Session, source_ids: Iterable[int], now: datetime) -> list[int]:
    """Take sources that nothing cites any more off the schedule and return them. Their hosts must be held already.

    End with `run_items.give_up` of these, last, because of the order of rows.
    """
    ids = sorted(set(source_ids))
    rested: list[int] = []
    for chunk in chunked(ids, CHUNK):
        uncited = sorted(set(chunk) - cited(session, chunk))
        values = {"next_check_at": None, "priority": Priority.SCHEDULE.value}
        session.connection().execute(update(SOURCE).where(SOURCE.c.id.in_(uncited)).values(values))
        settle(session, set(_hosts_of(session, uncited).values()), now)
        rested += uncited
    return rested


def cited(session: Session, source_ids: Sequence[int]) -> set[int]:
    """Return which of these sources a citation that is not removed leans on."""
    return set(session.connection().execute(_CITED, {"ids": bulk.ids(source_ids)}).scalars().all())


_LIVE = select(CITATION.c.id).where(CITATION.c.source_id == SOURCE.c.id, CITATION.c.removed_at.is_(None)).exists()
_CITED = select(SOURCE.c.id).where(bulk.among(SOURCE.c.id), _LIVE)


@dataclass(frozen=True, slots=True)
class HostDue:
    """What the sources of a host say: when the first is due, and how urgent the most urgent is."""

    due_at: datetime | None
    priority: int


def settle(session: Session, host_ids: Iterable[int], now: datetime) -> None:
    """Bring `due_at`, `priority` and `ready_at` of held hosts in tune with their sources; a running lease keeps its end."""
    for chunk in chunked(sorted(set(host_ids)), CHUNK):
        clocks = hold_hosts(session, chunk)
        found = dues(session, chunk)
        bulk.update(session, HOST, [_settled(found[clock.id], clock, now) for clock in clocks])


def _settled(due: HostDue, clock: AnyRow, now: datetime) -> dict[str, Any]:
    leased = clock.leased_by != "" and clock.leased_until is not None and clock.leased_until > now
    ready = clock.leased_until if leased else ready_at(due.due_at, free_from(clock))
    return {"id": clock.id, "due_at": due.due_at, "priority": due.priority, "ready_at": ready}


def free_from(clock: AnyRow) -> datetime | None:
    """Return when a host may be asked again. While a request is under way its end is not known: then the queue does not wait."""
    return None if clock.holder else clock.free_at


def ready_at(due_at: datetime | None, free_at: datetime | None) -> datetime | None:
    """Return when a host that nobody holds may be leased: when its first source is due and it may be asked again."""
    if due_at is None or free_at is None:
        return due_at
    return max(due_at, free_at)


_FIRST_DUE = (
    select(SOURCE.c.next_check_at)
    .where(SOURCE.c.host_id == HOST.c.id, SOURCE.c.next_check_at.is_not(None))
    .order_by(SOURCE.c.next_check_at)
    .limit(1)
    .correlate(HOST)
    .scalar_subquery()
)
_MOST_URGENT = select(func.max(SOURCE.c.priority)).where(SOURCE.c.host_id == HOST.c.id, is_urgent(SOURCE)).correlate(HOST).scalar_subquery()
_DUES = select(HOST.c.id, _FIRST_DUE.label("due_at"), _MOST_URGENT.label("priority")).where(bulk.among(HOST.c.id))


def dues(session: Session, host_ids: Sequence[int]) -> Mapping[int, HostDue]:
    """Read what the sources of these hosts say: one index entry a host, however many sources it has."""
    rows = session.connection().execute(_DUES, {"ids": bulk.ids(host_ids)}).all()
    return {host_id: HostDue(due_at, priority or 0) for host_id, due_at, priority in rows}


def _hosts_of(session: Session, source_ids: Sequence[int]) -> dict[int, int]:
    found: dict[int, int] = {}
    for chunk in chunked(source_ids, CHUNK):
        query = select(SOURCE.c.id, SOURCE.c.host_id).where(SOURCE.c.id.in_(chunk))
        found |= {row.id: row.host_id for row in session.connection().execute(query)}
    return found

"""The table is the queue: hosts with due sources are lent to one worker each, in database time, with an end and a token.

A lease is one update of the host's row, which its worker then completes by token: a worker that was thought dead and comes back
finds its token outdated and changes nothing. While a lease runs, `Host.ready_at` is the lease's end, so the queue needs to look at
one index only, and a lease that nobody completes comes back by itself.

Poison: when a lease expires, the sources that were in hand are suspects. A suspect is lent alone, so that one bad source takes no
innocent one with it; after `ATTEMPTS_MAX` expired leases it is quarantined, and an event says so.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, and_, bindparam, select, update
from sqlmodel import Session, SQLModel

from app.store import bulk
from app.store.columns import AnyRow, is_urgent
from app.store.moments import database_now
from app.store.poison import hand_out
from app.store.schedule import HostDue, dues, free_from, hold_hosts, ready_at, settle
from app.store.tables import Priority
from app.store.waiting import DueSource, due_sources

HOST = SQLModel.metadata.tables["host"]


@dataclass(frozen=True, slots=True)
class Lease:
    """One host, lent to one worker until `until`; `sources` are due, the most urgent first."""

    host_id: int
    host: str
    token: int
    until: datetime
    free_at: datetime | None
    backoff: int
    gap_s: float | None
    sources: tuple[DueSource, ...]


@dataclass(frozen=True, slots=True)
class HostEnd:
    """The end of a lease: when the host may be asked again, and what was learned of its patience; None keeps what is stored."""

    host_id: int
    token: int
    free_at: datetime | None = None
    backoff: int | None = None
    gap_s: float | None = None


def lease(  # noqa: PLR0913  the terms of a lease, each by its name
    session: Session, worker: str, *, hosts: int, sources_per_host: int, lease_s: float, now: datetime | None = None
) -> list[Lease]:
    """Lend up to `hosts` ready hosts to `worker`, gate and asked-for ones first, then in the order they became due."""
    now = now or database_now(session)
    ready = _ready(session, hosts, now)
    if not ready:
        return []
    until = now + timedelta(seconds=lease_s)
    expired = {host.id for host in ready if host.leased_by}
    waiting = due_sources(session, {host.id: host.priority for host in ready}, sources_per_host, now)
    handed = hand_out(session, waiting, expired, now)
    taken = [host for host in ready if handed.get(host.id)]
    _take(session, [host.id for host in taken], worker, until)
    _put_back(session, [host.id for host in ready if not handed.get(host.id)], now)
    return [
        Lease(host.id, host.name, host.token + 1, until, host.free_at, host.backoff, host.gap_s, tuple(handed[host.id])) for host in taken
    ]


def _ready(session: Session, hosts: int, now: datetime) -> list[AnyRow]:
    """Take the rows of ready hosts that nobody else is taking just now: the urgent ones by level, then the others."""
    found: list[AnyRow] = []
    for level, query in _READY.items():
        missing = hosts - len(found)
        if missing > 0:
            found += session.connection().execute(query, {"level": level.value, "now": now, "hosts": missing})
    return found


def _ready_at(level: Priority) -> Select[Any]:
    # Below the urgent levels any priority but theirs is meant, so that the index on ready_at alone serves.
    at_level = and_(HOST.c.priority == bindparam("level"), is_urgent(HOST)) if level else HOST.c.priority <= bindparam("level")
    columns = [HOST.c[name] for name in ("id", "name", "token", "priority", "leased_by", "free_at", "backoff", "gap_s")]
    query = select(*columns).where(at_level, HOST.c.ready_at <= bindparam("now")).order_by(HOST.c.ready_at).limit(bindparam("hosts"))
    return query.with_for_update(key_share=True, skip_locked=True)


_READY = {level: _ready_at(level) for level in sorted(Priority, reverse=True)}


def _take(session: Session, host_ids: Sequence[int], worker: str, until: datetime) -> None:
    values = {"token": HOST.c.token + 1, "leased_by": worker, "leased_until": until, "ready_at": until}
    session.connection().execute(update(HOST).where(bulk.among(HOST.c.id)).values(values), {"ids": bulk.ids(host_ids)})


def _put_back(session: Session, host_ids: Sequence[int], now: datetime) -> None:
    """Bring the clocks of hosts in tune that were ready and have nothing to hand out; a lease that expired on them ends."""
    if host_ids:
        session.connection().execute(update(HOST).where(HOST.c.id.in_(host_ids)).values(leased_by="", leased_until=None))
        settle(session, host_ids, now)


def heartbeat(session: Session, held: Mapping[int, int], lease_s: float, now: datetime | None = None) -> set[int]:
    """Prolong leases (host id -> token); returns the hosts that are lost to another worker: stop visiting them."""
    now = now or database_now(session)
    until = now + timedelta(seconds=lease_s)
    mine = {row.id for row in hold_hosts(session, held) if _is_mine(row, held)}
    session.connection().execute(update(HOST).where(HOST.c.id.in_(sorted(mine))).values(leased_until=until, ready_at=until))
    return set(held) - mine


def release(session: Session, ends: Iterable[HostEnd], now: datetime | None = None) -> set[int]:
    """End leases by token and set the hosts' clocks; returns the hosts whose token was outdated (nothing is written for them)."""
    now = now or database_now(session)
    by_id = {end.host_id: end for end in ends}
    if not by_id:
        return set()
    held = {host_id: end.token for host_id, end in by_id.items()}
    mine = [row for row in hold_hosts(session, held) if _is_mine(row, held)]
    end_leases(session, [(by_id[row.id], row) for row in mine])
    return set(by_id) - {row.id for row in mine}


def end_leases(session: Session, ends: Sequence[tuple[HostEnd, AnyRow]]) -> None:
    """End leases whose hosts are held (the rows of `hold_hosts`) and whose tokens were compared."""
    if ends:
        found = dues(session, [end.host_id for end, _ in ends])
        bulk.update(session, HOST, [_ended(end, row, found[end.host_id]) for end, row in ends])


def _is_mine(row: AnyRow, held: Mapping[int, int]) -> bool:
    return bool(row.token == held[row.id] and row.leased_by)


def _ended(end: HostEnd, before: AnyRow, due: HostDue) -> dict[str, Any]:
    free_at = max(filter(None, (end.free_at, before.free_at)), default=None)
    return {
        "id": end.host_id,
        "leased_by": "",
        "leased_until": None,
        "due_at": due.due_at,
        "priority": due.priority,
        "ready_at": ready_at(due.due_at, max(filter(None, (end.free_at, free_from(before))), default=None)),
        "free_at": free_at,
        "backoff": before.backoff if end.backoff is None else end.backoff,
        "gap_s": before.gap_s if end.gap_s is None else end.gap_s,
    }


# Nothing is scheduled further ahead than this (90 days and jitter, LINKS section 3, policies up to a year), and no lease is longer.
_SCHEDULE_MAX = timedelta(days=400)
_LEASE_MAX = timedelta(hours=1)


def mend_clocks(session: Session, now: datetime | None = None) -> int:
    """Undo what a clock that jumped forward and back has left behind: leases and due moments that lie absurdly far ahead.

    Bounded work: the index on `ready_at` is read from its far end.
    """
    now = now or database_now(session)
    far = select(HOST.c.id).where(HOST.c.ready_at > now + _SCHEDULE_MAX).order_by(HOST.c.ready_at.desc()).limit(1_000)
    stuck = select(HOST.c.id).where(HOST.c.leased_until > now + _LEASE_MAX, HOST.c.ready_at > now + _LEASE_MAX).limit(1_000)
    ids = {*session.connection().execute(far).scalars(), *session.connection().execute(stuck).scalars()}
    rows = hold_hosts(session, ids)
    if not rows:
        return 0
    source = SQLModel.metadata.tables["source"]
    late = (source.c.host_id.in_(sorted(ids))) & (source.c.next_check_at > now + _SCHEDULE_MAX)
    session.connection().execute(update(source).where(late).values(next_check_at=now))
    values = {"leased_by": "", "leased_until": None, "free_at": None}
    session.connection().execute(update(HOST).where(HOST.c.id.in_(sorted(ids))).values(values))
    settle(session, ids, now)
    return len(rows)

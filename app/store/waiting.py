"""The due sources of hosts: the urgent ones first, then in the order they became due, never more than a share of each host."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import FromClause, Select, bindparam, func, select, true
from sqlmodel import Session, SQLModel

from app.store import bulk
from app.store.columns import is_urgent

_TABLES = SQLModel.metadata.tables
HOST, SOURCE, SNAPSHOT = _TABLES["host"], _TABLES["source"], _TABLES["snapshot"]


@dataclass(frozen=True, slots=True)
class DueSource:
    """A source to visit: what a visit and the decision after it need of what is stored. `fold` is the link fold as it was kept."""

    id: int
    host_id: int
    url: str
    policy: dict[str, Any]
    priority: int
    asks: int
    attempts: int
    next_check_at: datetime
    fold: dict[str, Any]
    link_state: str
    link_since: datetime | None
    flapping: bool
    outcome: str
    etag: str
    last_modified: str
    last_check_id: int | None
    last_checked_at: datetime | None
    last_good_check_id: int | None
    replacement_url: str
    snapshot_sha256: str | None
    media_type: str
    charset: str


# In the order of the fields; the last two are the snapshot's.
_NAMES = DueSource.__slots__[:-2]


def _most(query: Select[Any], *, urgent: bool) -> Select[Any]:
    """Narrow a query of one host's sources to those whose turn it is."""
    query = query.where(SOURCE.c.next_check_at <= bindparam("now")).limit(bindparam("share"))
    if urgent:
        return query.where(is_urgent(SOURCE)).order_by(SOURCE.c.priority.desc(), SOURCE.c.next_check_at)
    return query.order_by(SOURCE.c.next_check_at)


def _with_copy(sources: FromClause, base: FromClause) -> Select[Any]:
    media = [func.coalesce(SNAPSHOT.c[name], "").label(name) for name in ("media_type", "charset")]
    columns = [sources.c[name] for name in _NAMES]
    return select(*columns, *media).select_from(base.outerjoin(SNAPSHOT, SNAPSHOT.c.sha256 == sources.c.snapshot_sha256))


def _on_postgresql(*, urgent: bool) -> Select[Any]:
    columns = [SOURCE.c[name] for name in _NAMES]
    first = _most(select(*columns).where(SOURCE.c.host_id == HOST.c.id), urgent=urgent).correlate(HOST).lateral()
    return _with_copy(first, HOST.join(first, true())).where(bulk.among(HOST.c.id, "hosts"))


def _on_sqlite(*, urgent: bool) -> Select[Any]:
    """Say the same without LATERAL: a list of ids for each host, read off the index, and their rows by number."""
    host, listed = bulk.each("hosts"), SOURCE.alias("listed")
    mine = _most(select(SOURCE.c.id).where(SOURCE.c.host_id == host.c.value), urgent=urgent).correlate(host)
    return _with_copy(listed, host.join(listed, listed.c.id.in_(mine)))


# Made once: to put such a statement together takes longer than to run it.
_DUE = {
    "postgresql": {urgent: _on_postgresql(urgent=urgent) for urgent in (True, False)},
    "sqlite": {urgent: _on_sqlite(urgent=urgent) for urgent in (True, False)},
}


def due_sources(session: Session, hosts: Mapping[int, int], share: int, now: datetime) -> dict[int, list[DueSource]]:
    """Return up to `share` due sources of each host (id -> priority). One index probe a host, however many sources it has."""
    found: dict[int, dict[int, DueSource]] = defaultdict(dict)
    connection = session.connection()
    for urgent in (True, False):
        looked_at = [host for host, priority in hosts.items() if priority or not urgent]
        if looked_at:
            given = {"now": now, "share": share, "hosts": bulk.ids(looked_at)}
            for row in connection.execute(_DUE[connection.dialect.name][urgent], given).all():
                found[row.host_id].setdefault(row.id, DueSource(*row))
    return {host: sorted(sources.values(), key=_turn)[:share] for host, sources in found.items()}


def _turn(source: DueSource) -> tuple[int, datetime, int]:
    return (-source.priority, source.next_check_at, source.id)

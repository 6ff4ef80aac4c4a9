"""The due sources of hosts: the urgent ones first, then in the order they became due, never more than a share of each host."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Select, bindparam, func, select, true
from sqlalchemy.engine import RowMapping
from sqlmodel import Session, SQLModel

from app.store import bulk

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


_NAMES = [name for name in DueSource.__slots__ if name not in {"media_type", "charset"}]


def _first(of_host: ColumnElement[bool], *, urgent: bool) -> Select[Any]:
    query = select(*(SOURCE.c[name] for name in _NAMES)).where(of_host, SOURCE.c.next_check_at <= bindparam("now"))
    if urgent:
        return query.where(SOURCE.c.priority > 0).order_by(SOURCE.c.priority.desc(), SOURCE.c.next_check_at).limit(bindparam("share"))
    return query.order_by(SOURCE.c.next_check_at).limit(bindparam("share"))


def _with_copy(sources: FromClause, base: FromClause) -> Select[Any]:
    media = [func.coalesce(SNAPSHOT.c[name], "").label(name) for name in ("media_type", "charset")]
    return select(*sources.c, *media).select_from(base.outerjoin(SNAPSHOT, SNAPSHOT.c.sha256 == sources.c.snapshot_sha256))


def _of_one(*, urgent: bool) -> Select[Any]:
    first = _first(SOURCE.c.host_id == bindparam("host"), urgent=urgent).subquery()
    return _with_copy(first, first)


def _of_all(*, urgent: bool) -> Select[Any]:
    first = _first(SOURCE.c.host_id == HOST.c.id, urgent=urgent).correlate(HOST).lateral()
    return _with_copy(first, HOST.join(first, true())).where(bulk.among(HOST.c.id, "hosts"))


# Made once: to put such a statement together takes longer than to run it.
_OF_ONE = {urgent: _of_one(urgent=urgent) for urgent in (True, False)}
_OF_ALL = {urgent: _of_all(urgent=urgent) for urgent in (True, False)}


def due_sources(session: Session, hosts: Mapping[int, int], share: int, now: datetime) -> dict[int, list[DueSource]]:
    """Return up to `share` due sources of each host (id -> priority). One index probe a host, however many sources it has."""
    found: dict[int, dict[int, DueSource]] = defaultdict(dict)
    for urgent in (True, False):
        looked_at = [host for host, priority in hosts.items() if priority or not urgent]
        for row in _rows(session, looked_at, share, now, urgent=urgent):
            found[row["host_id"]].setdefault(row["id"], DueSource(**row))
    return {host: sorted(sources.values(), key=_turn)[:share] for host, sources in found.items()}


def _turn(source: DueSource) -> tuple[int, datetime, int]:
    return (-source.priority, source.next_check_at, source.id)


def _rows(session: Session, host_ids: Sequence[int], share: int, now: datetime, *, urgent: bool) -> list[RowMapping]:
    if not host_ids:
        return []
    connection = session.connection()
    limits = {"now": now, "share": share}
    if connection.dialect.name == "postgresql":
        return list(connection.execute(_OF_ALL[urgent], limits | {"hosts": bulk.ids(host_ids)}).mappings())
    rows: list[RowMapping] = []
    for host_id in host_ids:  # SQLite has no LATERAL, and a query costs it microseconds
        rows += connection.execute(_OF_ONE[urgent], limits | {"host": host_id}).mappings()
    return rows

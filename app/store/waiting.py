"""The due sources of hosts: the urgent ones first, then in the order they became due, never more than a share of each host."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, ColumnElement, FromClause, Select, func, literal, select, true
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.engine import RowMapping
from sqlmodel import Session, SQLModel

_TABLES = SQLModel.metadata.tables
SOURCE, SNAPSHOT = _TABLES["source"], _TABLES["snapshot"]


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


_COLUMNS = [
    SOURCE.c[name]
    for name in (
        "id", "host_id", "url", "policy", "priority", "asks", "attempts", "next_check_at", "fold", "link_state", "link_since", "flapping",
        "outcome", "etag", "last_modified", "last_check_id", "last_checked_at", "last_good_check_id", "replacement_url", "snapshot_sha256",
    )
]  # fmt: skip


def due_sources(session: Session, host_ids: Sequence[int], share: int, now: datetime) -> dict[int, list[DueSource]]:
    """Return up to `share` due sources of each host. One index probe a host, however many sources it has."""
    found: dict[int, dict[int, DueSource]] = defaultdict(dict)
    for urgent in (True, False):
        for row in _rows(session, host_ids, share, now, urgent=urgent):
            if len(found[row["host_id"]]) < share:
                found[row["host_id"]].setdefault(row["id"], DueSource(**row))
    return {host: list(sources.values()) for host, sources in found.items()}


def _rows(session: Session, host_ids: Sequence[int], share: int, now: datetime, *, urgent: bool) -> list[RowMapping]:
    if session.connection().dialect.name == "postgresql":
        return list(session.connection().execute(_lateral(host_ids, share, now, urgent=urgent)).mappings())
    rows: list[RowMapping] = []
    for host_id in host_ids:  # SQLite has no LATERAL, and a query costs it microseconds
        query = _with_copy(_first(SOURCE.c.host_id == host_id, share, now, urgent=urgent).subquery())
        rows += session.connection().execute(query).mappings()
    return rows


def _lateral(host_ids: Sequence[int], share: int, now: datetime, *, urgent: bool) -> Select[Any]:
    hosts = func.unnest(literal(list(host_ids), ARRAY(BigInteger))).table_valued("host_id").render_derived(name="wanted")
    first = _first(SOURCE.c.host_id == hosts.c.host_id, share, now, urgent=urgent).correlate(hosts).lateral()
    return _with_copy(first, hosts)


def _first(of_host: ColumnElement[bool], share: int, now: datetime, *, urgent: bool) -> Select[Any]:
    query = select(*_COLUMNS).where(of_host, SOURCE.c.next_check_at <= now)
    if urgent:
        return query.where(SOURCE.c.priority > 0).order_by(SOURCE.c.priority.desc(), SOURCE.c.next_check_at).limit(share)
    return query.order_by(SOURCE.c.next_check_at).limit(share)


def _with_copy(sources: FromClause, hosts: FromClause | None = None) -> Select[Any]:
    base = sources if hosts is None else hosts.join(sources, true())
    media = [func.coalesce(SNAPSHOT.c[name], "").label(name) for name in ("media_type", "charset")]
    return select(*sources.c, *media).select_from(base.outerjoin(SNAPSHOT, SNAPSHOT.c.sha256 == sources.c.snapshot_sha256))

"""Reading sources, their checks, check-runs and snapshots."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, select
from sqlmodel import Session

from app.store.keyset import Order, Page, Position, Row, first, page, rows, since_order, table
from app.store.sources import url_key
from app.store.tables import Check, Host, Run, RunItem, Snapshot, Source

SOURCE, HOST, CHECK = table(Source), table(Host), table(Check)
RUN, RUN_ITEM, SNAPSHOT = table(Run), table(RunItem), table(Snapshot)


@dataclass(frozen=True, slots=True)
class SourceFilter:
    """What a list of sources is narrowed to; empty fields narrow nothing."""

    links: tuple[str, ...] = ()
    host: str = ""
    url: str = ""
    q: str = ""
    changed_since: datetime | None = None
    quarantined: bool | None = None


def _sources() -> Select[Any]:
    return select(SOURCE, HOST.c.name.label("host")).join(HOST, HOST.c.id == SOURCE.c.host_id)


def read_source(session: Session, source_id: int) -> Row | None:
    return first(session, _sources().where(SOURCE.c.id == source_id))


def list_sources(session: Session, narrow: SourceFilter, after: Position | None, limit: int) -> Page:
    """Newest first; with `changed_since` the oldest change first."""
    query = _sources()
    if narrow.links:
        query = query.where(SOURCE.c.link_state.in_(narrow.links))
    if narrow.host:
        query = query.where(HOST.c.name == narrow.host)
    if narrow.url:
        query = query.where(SOURCE.c.url_key == url_key(narrow.url))
    if narrow.q:
        query = query.where(SOURCE.c.url.icontains(narrow.q, autoescape=True))
    if narrow.changed_since:
        query = query.where(SOURCE.c.changed_at >= narrow.changed_since)
    if narrow.quarantined is not None:
        query = query.where(SOURCE.c.quarantined_at.is_not(None) if narrow.quarantined else SOURCE.c.quarantined_at.is_(None))
    order = since_order(SOURCE.c.changed_at, SOURCE.c.id) if narrow.changed_since else [Order(SOURCE.c.id, descending=True)]
    return page(session, query, order, after, limit)


_CHECK_COLUMNS = [column for column in CHECK.c if column.key not in {"record", "lease_token"}]


def list_checks(session: Session, source_id: int, after: Position | None, limit: int) -> Page:
    """The visits to one source, latest first, without hops and timings."""
    query = select(*_CHECK_COLUMNS).where(CHECK.c.source_id == source_id)
    return page(session, query, [Order(CHECK.c.id, descending=True)], after, limit)


def list_run_checks(session: Session, run_id: int, after: Position | None, limit: int) -> Page:
    """The visits a run led to, in the order of their sources."""
    query = select(*_CHECK_COLUMNS).join(RUN_ITEM, RUN_ITEM.c.check_id == CHECK.c.id)
    return page(session, query.where(RUN_ITEM.c.run_id == run_id), [Order(CHECK.c.source_id)], after, limit)


def read_check(session: Session, check_id: int) -> Row | None:
    return first(session, select(CHECK).where(CHECK.c.id == check_id))


def checks_by_id(session: Session, check_ids: Sequence[int]) -> list[Row]:
    return rows(session, select(*_CHECK_COLUMNS).where(CHECK.c.id.in_(check_ids)))


def read_run(session: Session, run_id: int) -> Row | None:
    return first(session, select(RUN).where(RUN.c.id == run_id))


def list_runs(session: Session, states: Sequence[str], after: Position | None, limit: int) -> Page:
    """Latest first."""
    query = select(RUN)
    if states:
        query = query.where(RUN.c.state.in_(states))
    return page(session, query, [Order(RUN.c.id, descending=True)], after, limit)


def read_snapshot(session: Session, sha256: str) -> Row | None:
    return first(session, select(SNAPSHOT).where(SNAPSHOT.c.sha256 == sha256))

"""Writing finished visits, a batch in one transaction: history, folds, schedule, verdicts, events, run progress, host clock."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlmodel import Session, SQLModel

from app.store import bulk, link_news
from app.store.columns import AnyRow
from app.store.finished import Batch, FinishedVisit, Recorded, Written, columns_of
from app.store.folds import Rules
from app.store.leases import end_leases
from app.store.run_items import OpenItems, advance, open_items
from app.store.schedule import cited, hold_hosts
from app.store.verdicts import keep_snapshots, record_verdicts

_TABLES = SQLModel.metadata.tables
SOURCE, CHECK = _TABLES["source"], _TABLES["visit_check"]


def record(session: Session, batch: Batch, rules: Rules, now: datetime) -> Recorded:
    """Write a batch, guarded by the leases' tokens; an outdated token writes nothing of its host.

    1. Hold the hosts and compare tokens; leave out what was written already (a commit whose answer got lost is sent again).
    2. Append checks and the facts of snapshots.
    3. Fold the sources: link state, schedule, validators; their changes become events.
    4. Append verdicts, fold citations, claims, articles (verdicts.py).
    5. Count the runs on, end the leases.
    """
    held = {row.id: row for row in hold_hosts(session, _hosts(batch))}
    visits = [visit for visit in batch.visits if _holds(held, visit.due.host_id, visit.token)]
    stored = _stored(session, visits)
    fresh = [visit for visit in visits if stored[visit.due.id].last_token != visit.token]
    written = _write(session, fresh, stored, rules, now)
    end_leases(session, [(end, held[end.host_id]) for end in batch.ended if _holds(held, end.host_id, end.token)])
    kept = {visit.due.id for visit in visits}
    return Recorded(
        written=written,
        stale=tuple(visit.due.id for visit in batch.visits if visit.due.id not in kept),
        repeated=tuple(sorted(kept - written.keys())),
    )


def _hosts(batch: Batch) -> set[int]:
    return {visit.due.host_id for visit in batch.visits} | {end.host_id for end in batch.ended}


def _holds(held: Mapping[int, AnyRow], host_id: int, token: int) -> bool:
    return host_id in held and held[host_id].token == token and held[host_id].leased_by != ""


def _stored(session: Session, visits: Sequence[FinishedVisit]) -> dict[int, AnyRow]:
    rows = session.connection().execute(_STORED, {"ids": bulk.ids(visit.due.id for visit in visits)}).all()
    return {row.id: row for row in rows}


_BEFORE = ("id", "url", "link_state", "outcome", "flapping", "asks", "priority", "last_token")
_STORED = select(*(SOURCE.c[name] for name in _BEFORE)).where(bulk.among(SOURCE.c.id))


def _write(session: Session, visits: Sequence[FinishedVisit], stored: Mapping[int, AnyRow], rules: Rules, now: datetime) -> dict[int, int]:
    if not visits:
        return {}
    items = open_items(session, [visit.due.id for visit in visits])
    keep_snapshots(session, (visit.snapshot for visit in visits if visit.snapshot), now)
    written = _append_checks(session, visits, items)
    done = [Written(visit, stored[visit.due.id], written[visit.due.id]) for visit in visits]
    _fold_sources(session, done, now)
    record_verdicts(session, done, rules, now)
    advance(session, items, _answered(done), now)
    return written


def _append_checks(session: Session, visits: Sequence[FinishedVisit], items: OpenItems) -> dict[int, int]:
    rows = []
    for visit in visits:
        asked = items.first(visit.due.id)
        row = columns_of(visit.check) | {"source_id": visit.due.id, "lease_token": visit.token, "run_id": None}
        rows.append(row if asked is None else row | {"run_id": asked.run_id, "asked_by": asked.asked_by})
    return bulk.insert_numbered(session, CHECK, rows, by="source_id")


def _fold_sources(session: Session, done: Sequence[Written], now: datetime) -> None:
    leaned_on = cited(session, [item.visit.due.id for item in done])
    rows = []
    for item in done:
        row = _source_values(item, now)
        if item.visit.due.id not in leaned_on:
            row |= {"next_check_at": None, "priority": 0}
        rows.append(row)
        link_news.tell(session, item, now)
    bulk.update(session, SOURCE, rows, bump=True)


def _source_values(item: Written, now: datetime) -> dict[str, Any]:
    visit, before, check_id = item.visit, item.before, item.check_id
    due, new = visit.due, visit.source
    moved = new.link_state != before.link_state
    asked_meanwhile = before.asks != due.asks
    return {
        "id": due.id,
        "link_state": new.link_state,
        "link_since": now if moved else due.link_since,
        "flapping": new.flapping,
        "fold": new.fold,
        "outcome": new.outcome,
        "last_check_id": check_id,
        "last_checked_at": visit.check.at,
        "last_good_check_id": check_id if new.good else due.last_good_check_id,
        "snapshot_sha256": new.snapshot_sha256 or due.snapshot_sha256,
        "etag": due.etag if new.etag is None else new.etag,
        "last_modified": due.last_modified if new.last_modified is None else new.last_modified,
        "replacement_url": new.replacement_url,
        "next_check_at": now if asked_meanwhile else new.next_check_at,
        "priority": before.priority if asked_meanwhile else 0,
        "last_token": visit.token,
        "attempts": 0,
        "changed_at": now,
    }


def _answered(done: Iterable[Written]) -> dict[int, int]:
    """Return the checks by source that answer runs: no void one, and none of a source that was asked for again during the visit."""
    return {item.visit.due.id: item.check_id for item in done if not item.visit.check.void and item.before.asks == item.visit.due.asks}

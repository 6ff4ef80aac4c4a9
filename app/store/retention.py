"""Taking old history away by policy, in small transactions: checks with their verdicts, and snapshots that nothing leans on.

Never taken: the last check and the last good one of a source, the checks that today's verdicts were made on, the snapshots of today
and those that a review is pinned on. Events are never taken.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, delete, or_, select, tuple_, update
from sqlmodel import Session, SQLModel

from app.store.schedule import hold_hosts

_TABLES = SQLModel.metadata.tables
CHECK, SOURCE, CITATION, VERDICT = (_TABLES[name] for name in ("visit_check", "source", "citation", "verdict"))
SNAPSHOT, REVIEW, ITEM = (_TABLES[name] for name in ("snapshot", "review", "runitem"))
# Rows looked at in one transaction: some ten milliseconds of held rows.
STEP = 500


@dataclass(frozen=True, slots=True)
class Trimmed:
    """What one step took away, and where the next begins; `after` None: nothing older is left."""

    removed: int
    after: tuple[datetime, int] | None


def trim_checks(session: Session, older_than: datetime, after: tuple[datetime, int] | None = None, limit: int = STEP) -> Trimmed:
    """Take away checks made before `older_than` that nothing of today rests on, oldest first, one step."""
    query = select(CHECK.c.id, CHECK.c.at, CHECK.c.source_id).where(CHECK.c.at < older_than)
    if after is not None:
        query = query.where(tuple_(CHECK.c.at, CHECK.c.id) > tuple_(*after))
    seen = session.connection().execute(query.order_by(CHECK.c.at, CHECK.c.id).limit(limit)).all()
    if not seen:
        return Trimmed(0, None)
    sources = sorted({row.source_id for row in seen})
    hold_hosts(session, session.connection().execute(select(SOURCE.c.host_id).where(SOURCE.c.id.in_(sources))).scalars())
    needed = _needed(session, [row.id for row in seen], sources)
    gone = [row.id for row in seen if row.id not in needed]
    _remove(session, gone, sorted({row.source_id for row in seen if row.id not in needed}))
    return Trimmed(len(gone), (seen[-1].at, seen[-1].id) if len(seen) == limit else None)


def _needed(session: Session, check_ids: Sequence[int], source_ids: Sequence[int]) -> set[int]:
    connection = session.connection()
    last = connection.execute(select(SOURCE.c.last_check_id, SOURCE.c.last_good_check_id).where(SOURCE.c.id.in_(source_ids)))
    needed = {check_id for row in last for check_id in row if check_id is not None}
    judged = select(CITATION.c.verdict_check_id).where(CITATION.c.source_id.in_(source_ids), CITATION.c.verdict_check_id.in_(check_ids))
    return needed | set(connection.execute(judged).scalars())


def _remove(session: Session, check_ids: Sequence[int], source_ids: Sequence[int]) -> None:
    connection = session.connection()
    connection.execute(update(SOURCE).where(SOURCE.c.id.in_(source_ids)).values(trimmed=True))
    connection.execute(delete(VERDICT).where(VERDICT.c.check_id.in_(check_ids)))
    connection.execute(delete(CHECK).where(CHECK.c.id.in_(check_ids)))


@dataclass(frozen=True, slots=True)
class Forgotten:
    """Snapshots whose facts were taken away: remove their bytes after the commit, `unless_put_since` the cut-off."""

    sha256s: tuple[str, ...]
    after: tuple[datetime, str] | None


def forget_snapshots(session: Session, older_than: datetime, after: tuple[datetime, str] | None = None, limit: int = STEP) -> Forgotten:
    """Take away the facts of snapshots stored before `older_than` that nothing leans on, oldest first, one step."""
    query = select(SNAPSHOT.c.sha256, SNAPSHOT.c.stored_at).where(SNAPSHOT.c.stored_at < older_than)
    if after is not None:
        query = query.where(tuple_(SNAPSHOT.c.stored_at, SNAPSHOT.c.sha256) > tuple_(*after))
    seen = session.connection().execute(query.order_by(SNAPSHOT.c.stored_at, SNAPSHOT.c.sha256).limit(limit)).all()
    free = delete(SNAPSHOT).where(SNAPSHOT.c.sha256.in_([row.sha256 for row in seen]), ~_leaned_on()).returning(SNAPSHOT.c.sha256)
    gone = tuple(sorted(session.connection().execute(free).scalars())) if seen else ()
    return Forgotten(gone, (seen[-1].stored_at, seen[-1].sha256) if len(seen) == limit else None)


def _leaned_on() -> ColumnElement[bool]:
    pairs: tuple[tuple[Any, Any], ...] = (
        (SOURCE, SOURCE.c.snapshot_sha256),
        (CITATION, CITATION.c.verdict_sha256),
        (REVIEW, REVIEW.c.pinned_sha256),
    )
    return or_(*(select(table.c.id).where(column == SNAPSHOT.c.sha256).exists() for table, column in pairs))

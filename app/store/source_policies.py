"""What a person decides about a source: how often, whether at all, and another address for it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import select, update
from sqlmodel import Session, SQLModel

from app.errors import NotFound, Stale
from app.store.ids import Prefix, encode
from app.store.schedule import hold_hosts, make_due, settle
from app.store.tables import Priority

SOURCE = SQLModel.metadata.tables["source"]


def set_policy(session: Session, source_id: int, policy: Mapping[str, Any], now: datetime, expected_version: int | None = None) -> None:
    """Keep a policy; `{"skip": true}` takes the source off the schedule, taking that back makes it due.

    Raises NotFound, and Stale when the source is at another version.
    """
    query = select(SOURCE.c.host_id, SOURCE.c.version, SOURCE.c.policy).where(SOURCE.c.id == source_id)
    host_id = session.connection().execute(query).scalar()
    if host_id is None:
        raise NotFound(f"There is no source {encode(Prefix.SOURCE, source_id)}.")
    hold_hosts(session, [host_id])
    before = session.connection().execute(query).one()
    if expected_version is not None and before.version != expected_version:
        raise Stale(f"The source is at version {before.version}, not {expected_version}: read it again and decide.")
    values: dict[str, Any] = {"policy": dict(policy), "version": SOURCE.c.version + 1, "changed_at": now}
    if policy.get("skip"):
        values |= {"next_check_at": None, "priority": 0}
    session.connection().execute(update(SOURCE).where(SOURCE.c.id == source_id).values(values))
    settle(session, [host_id], now)
    if before.policy.get("skip") and not policy.get("skip"):
        make_due(session, [source_id], Priority.SCHEDULE, now)

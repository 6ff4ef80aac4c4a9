"""Gate policies by name."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlmodel import Session, col

from app.errors import NotFound, Stale
from app.store.tables import GatePolicy


def find(session: Session, name: str) -> GatePolicy | None:
    return session.execute(select(GatePolicy).where(col(GatePolicy.name) == name)).scalars().first()


def save(session: Session, name: str, rules: Mapping[str, Any], now: datetime, expected_version: int | None = None) -> GatePolicy:
    """Make a policy or change it. Raises Stale when it is not at `expected_version`."""
    policy = find(session, name)
    if policy is None:
        policy = GatePolicy(name=name, rules=dict(rules), created_at=now)
        session.add(policy)
    else:
        _require_version(policy, expected_version)
        policy.rules = dict(rules)
        policy.version += 1
    session.flush()
    return policy


def delete(session: Session, name: str, expected_version: int | None = None) -> None:
    """Forget a policy. Raises NotFound, and Stale when it is not at `expected_version`."""
    policy = find(session, name)
    if policy is None:
        raise NotFound(f"There is no gate policy {name!r}.")
    _require_version(policy, expected_version)
    session.delete(policy)
    session.flush()


def _require_version(policy: GatePolicy, expected: int | None) -> None:
    if expected is not None and policy.version != expected:
        raise Stale(f"The gate policy {policy.name!r} is at version {policy.version}, not {expected}: read it again and decide.")

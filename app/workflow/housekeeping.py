"""What keeps the house in order while the worker runs: expiries, clocks that jumped, old history by policy. All in small steps."""

from dataclasses import dataclass
from datetime import timedelta

from app.store import idempotency, leases, retention
from app.workflow import review
from app.workflow.desk import Desk


@dataclass(frozen=True, slots=True)
class Swept:
    """How much was taken away."""

    checks: int
    snapshots: int


def tidy(desk: Desk) -> None:
    """End reviews whose time is over, mend clocks that a jump of the machine's time left far ahead, forget old answers to repeats."""
    review.expire_due(desk)
    with desk.begin() as session:
        leases.mend_clocks(session)
        idempotency.forget_old(session, desk.now())


def sweep(desk: Desk) -> Swept:
    """Take away what the policy lets go; what today's evidence and reviews rest on stays, whatever its age."""
    return Swept(_sweep_checks(desk), _sweep_snapshots(desk))


def _sweep_checks(desk: Desk) -> int:
    days = desk.limits.keep_checks_days
    if not days:
        return 0
    removed, after, more = 0, None, True
    while more:
        with desk.begin() as session:
            step = retention.trim_checks(session, desk.now() - timedelta(days=days), after)
        removed, after, more = removed + step.removed, step.after, step.after is not None
    return removed


def _sweep_snapshots(desk: Desk) -> int:
    days = desk.limits.keep_snapshots_days
    if not days:
        return 0
    cutoff = desk.now() - timedelta(days=days)
    removed, after, more = 0, None, True
    while more:
        with desk.begin() as session:
            step = retention.forget_snapshots(session, cutoff, after)
        for sha256 in step.sha256s:  # after the commit: bytes without a row are litter, a row without bytes is a loss
            desk.snapshots.delete(sha256, unless_put_since=cutoff)
        removed, after, more = removed + len(step.sha256s), step.after, step.after is not None
    return removed

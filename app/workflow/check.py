"""Checks: what is asked for, what is due, what was met, and writing it down."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

import structlog

from app import store
from app.errors import InvalidInput, NotFound
from app.fetch import HostBusy, Visit
from app.sources.link_state import LinkState
from app.store import audit, checks, ids, judging, leases, run_targets, runs
from app.store.finished import Batch, FinishedVisit, Recorded
from app.store.judging import Standing
from app.store.leases import HostEnd, Lease
from app.store.run_targets import Progress
from app.store.waiting import DueSource
from app.workflow.conclude import Conclusion, conclude, is_settled
from app.workflow.desk import Desk
from app.workflow.judging import rule_version
from app.workflow.link_fold import Kept, conditional_of, previous_of
from app.workflow.requests import RUN_SOURCES_MAX, RunRequest
from app.workflow.rules import RULES

log = structlog.get_logger()
# Reading a PDF waits for its child, so a second thread helps even where one core is busy.
CONCLUDE_THREADS = 2
# How often a waiting caller looks at its run.
_LOOK_S = 0.1


def request_run(desk: Desk, request: RunRequest, by: str) -> int:
    """Make sources due now and return the run that counts them; politeness to their hosts still holds.

    Raises InvalidInput when the request names nothing, NotFound for the first thing it names that there is not.
    """
    now = desk.now()
    with desk.begin() as session:
        wanted = _targets(session, request)
        if request.min_age_s:
            fresh = runs.fresh(session, wanted, now - timedelta(seconds=request.min_age_s))
            wanted = [source for source in wanted if source not in fresh]
        run = runs.start(session, runs.Ask(by, request.reason, request.priority), wanted, now)
        audit.note(session, "run.create", ids.encode(ids.Prefix.RUN, run.id), actor=by, at=now, detail={"sources": len(wanted)})
        return run.id


def _targets(session: store.Session, request: RunRequest) -> list[int]:
    asked = (request.source_ids, request.article_ids, request.claim_ids, request.citation_ids)
    if not any(asked) and request.filter is None:
        raise InvalidInput("The check-run names nothing: give ids of articles, claims, citations or sources, or a filter.", field="ids")
    readers = (
        run_targets.sources_by_id,
        run_targets.sources_of_articles,
        run_targets.sources_of_claims,
        run_targets.sources_of_citations,
    )
    for prefix, wanted in zip(_NAMED, asked, strict=True):
        if (unknown := run_targets.first_unknown(session, prefix, wanted)) is not None:
            raise NotFound(f"There is no {ids.encode(prefix, unknown)}.")
    found: dict[int, None] = {}
    for read, wanted in zip(readers, asked, strict=True):
        found |= dict.fromkeys(read(session, wanted, RUN_SOURCES_MAX))
    if request.filter is not None:
        found |= dict.fromkeys(run_targets.sources_of_filter(session, request.filter, RUN_SOURCES_MAX))
    return list(found)[:RUN_SOURCES_MAX]


_NAMED = (ids.Prefix.SOURCE, ids.Prefix.ARTICLE, ids.Prefix.CLAIM, ids.Prefix.CITATION)


def cancel_run(desk: Desk, run_id: int, by: str) -> None:
    """Stop counting a run; sources it has not visited wait for the schedule."""
    now = desk.now()
    with desk.begin() as session:
        runs.cancel(session, run_id, now)
        audit.note(session, "run.cancel", ids.encode(ids.Prefix.RUN, run_id), actor=by, at=now)


def run_progress(desk: Desk, run_id: int) -> Progress:
    """Return how far a run is; raises NotFound."""
    with desk.read() as session:
        found = run_targets.progress(session, run_id)
    if found is None:
        raise NotFound(f"There is no check-run {ids.encode(ids.Prefix.RUN, run_id)}.")
    return found


async def run_finished(desk: Desk, run_id: int, *, patience_s: float) -> Progress:
    """Wait until a run is finished, at most `patience_s`, and return how far it is."""
    until = asyncio.get_running_loop().time() + patience_s
    while True:
        progress = await asyncio.to_thread(run_progress, desk, run_id)
        left = until - asyncio.get_running_loop().time()
        if progress.finished or left <= 0:
            return progress
        await asyncio.sleep(min(_LOOK_S, left))


@dataclass(frozen=True, slots=True)
class Visited:
    """A visit that was made under a lease, not yet concluded; `kept` is what was kept of the source before it."""

    due: DueSource
    token: int
    visit: Visit
    kept: Kept


def lease(desk: Desk, worker: str, hosts: int) -> list[Lease]:
    """Lease due hosts to a worker."""
    with desk.begin() as session:
        return leases.lease(session, worker, hosts=hosts, sources_per_host=desk.limits.sources_per_host, lease_s=desk.limits.lease_s)


def heartbeat(desk: Desk, held: dict[int, int]) -> set[int]:
    """Prolong leases (host id -> token); returns the hosts that were lost."""
    with desk.begin() as session:
        return leases.heartbeat(session, held, desk.limits.lease_s)


def release(desk: Desk, ends: Sequence[HostEnd]) -> None:
    """Give hosts back; what was not visited stays due."""
    with desk.begin() as session:
        leases.release(session, ends)


async def visit_due(desk: Desk, due: DueSource, token: int) -> Visited | HostBusy:
    """Visit one due source; HostBusy when its host's turn was not had: nothing is known then, and it stays due."""
    kept = Kept.of(due)
    try:
        visit = await desk.fetcher.visit(
            due.url, conditional=conditional_of(due, kept), previous=previous_of(due, kept), second=kept.link.wants_other_method
        )
    except HostBusy as busy:
        return busy
    return Visited(due, token, visit, kept)


@dataclass(frozen=True, slots=True)
class Written:
    """What came of a batch; `dead` are the sources that are dead after it."""

    recorded: Recorded
    dead: tuple[int, ...]


def record(desk: Desk, visited: Sequence[Visited], ended: Sequence[HostEnd]) -> Written:
    """Conclude visits and write them, with the leases that end, in one transaction.

    1. Read how the citations of the sources stand, and the claims of those that are to be judged. 2. Decide, with no transaction
    open. 3. Write; an outdated token writes nothing.
    """
    with desk.read() as session:
        standings = judging.standings(session, [item.due.id for item in visited], rule_version(sums=desk.sums))
        heavy = [item.due.id for item in visited if not is_settled(item.due, item.visit, standings.get(item.due.id))]
        leaning = judging.to_judge(session, heavy)
    jobs = [
        Conclusion(
            desk.snapshots,
            item.due,
            item.token,
            item.visit,
            item.kept,
            leaning.get(item.due.id, ()),
            _published(standings, item),
            desk.proposer,
            desk.sums,
        )
        for item in visited
    ]
    finished, broken = _concluded(jobs, set(heavy))
    batch = Batch(finished, tuple(end for end in ended if end.host_id not in broken))
    with desk.begin() as session:
        recorded = checks.record(session, batch, RULES, desk.now())
    return Written(recorded, tuple(one.due.id for one in finished if one.source.link_state == LinkState.DEAD))


def _published(standings: Mapping[int, Standing], item: Visited) -> datetime | None:
    return standings[item.due.id].published_at if item.due.id in standings else None


def _concluded(jobs: Sequence[Conclusion], heavy: set[int]) -> tuple[tuple[FinishedVisit, ...], set[int]]:
    """Conclude visits, those with something to judge side by side; also return the hosts of those that failed by a fault of ours.

    Such a visit is left out and its lease not ended: when the lease expires, that counts as an attempt, and the third is the last.
    """
    with ThreadPoolExecutor(CONCLUDE_THREADS) as pool:
        slow = [(job, pool.submit(conclude, job)) for job in jobs if job.due.id in heavy]
        tried = [(job, _tried(job, partial(conclude, job))) for job in jobs if job.due.id not in heavy]
        tried += [(job, _tried(job, future.result)) for job, future in slow]
    finished = tuple(one for _, one in tried if one is not None)
    return finished, {job.due.host_id for job, one in tried if one is None}


def _tried(job: Conclusion, finish: Callable[[], FinishedVisit]) -> FinishedVisit | None:
    try:
        return finish()
    except Exception:
        log.exception("a visit could not be concluded", url=job.due.url)
        return None

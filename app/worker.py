"""The worker: takes due hosts, visits their sources, writes what was met, tells who wants to know; until it is told to stop.

Three tasks share one state: `_lease_hosts` takes hosts and starts a task for each, which visits the host's due sources one by one;
`_write` concludes and records visits in batches; `_beat` prolongs leases and drops the hosts that were lost. Nothing is lost by a
kill: what was not recorded is leased again when its lease expires.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TypeVar

import structlog

from app.errors import Unavailable
from app.fetch import HostBusy
from app.fetch.breaker import BreakerState
from app.store.leases import HostEnd, Lease
from app.workflow import announce, archive, check, feeds, housekeeping, network
from app.workflow.check import Visited
from app.workflow.desk import Desk

log = structlog.get_logger()
T = TypeVar("T")

# With nothing due, the table is looked at this often: a re-check that is asked for begins within it.
IDLE_LOOK_S = 0.25
# A batch waits this long for more visits: long enough to fill under load, too short for a person to notice.
BATCH_WAIT_S = 0.02
# A database that is away is asked again after this.
AWAY_S = 1.0
# Events are carried to channels this often.
ANNOUNCE_S = 0.5
# While our network is down, canaries are asked this often.
CANARY_S = 15.0
TIDY_S = 60.0
# Feeds are due by the minute, not by the second.
FEEDS_S = 5.0
SWEEP_S = 3_600.0


@dataclass(slots=True)
class _Work:
    """What the tasks of one worker share. `held` are leased hosts by id, with token and task."""

    desk: Desk
    stop: asyncio.Event
    name: str
    held: dict[int, tuple[int, asyncio.Task[None]]] = field(default_factory=dict)
    done: "asyncio.Queue[Visited | HostEnd]" = field(default_factory=asyncio.Queue)
    dead: "asyncio.Queue[int]" = field(default_factory=asyncio.Queue)
    network: BreakerState = field(default_factory=BreakerState)


async def run(desk: Desk, stop: asyncio.Event, *, name: str, until_idle: bool = False) -> None:
    """Work until `stop` is set, or until nothing is due with `until_idle`; what is in flight is finished within the drain time.

    A fault of ours in the loops ends the worker with that fault; one in a single visit does not (see `_ended`).
    """
    work = _Work(desk, stop, name)
    try:
        async with asyncio.TaskGroup() as group:
            loops = [
                group.create_task(loop)
                for loop in (
                    _write(work),
                    _beat(work),
                    _every(work, ANNOUNCE_S, partial(announce.deliver_due, desk)),
                    _tidy(work),
                    _sweep(work),
                    _rescue(work),
                    *(() if until_idle else (_watch(work),)),
                )
            ]
            while until_idle and await feeds.poll_due(desk):
                pass
            await _lease_hosts(work, until_idle=until_idle)
            await _drain(work)
            await work.done.join()
            if until_idle:
                await work.dead.join()
            for loop in loops:
                loop.cancel()
    finally:
        if desk.channel is not None:
            await desk.channel.aclose()
        await desk.fetcher.aclose()


async def _lease_hosts(work: _Work, *, until_idle: bool) -> None:
    while not work.stop.is_set():
        if work.network.is_open:
            await _wait_for_network(work)
            continue
        free = work.desk.limits.concurrency - len(work.held)
        leased = await _with_database(work, partial(check.lease, work.desk, work.name, free)) if free > 0 else []
        for lease in leased or ():
            task = asyncio.create_task(_visit_host(work, lease))
            task.add_done_callback(partial(_ended, work, lease))
            work.held[lease.host_id] = (lease.token, task)
        if until_idle and not leased and not work.held and work.done.empty():
            return
        if not leased:
            await _pause(work, IDLE_LOOK_S)


async def _visit_host(work: _Work, lease: Lease) -> None:
    """Visit a host's due sources one by one."""
    for due in lease.sources:
        if work.stop.is_set():
            return
        met = await check.visit_due(work.desk, due, lease.token)
        if isinstance(met, HostBusy):
            return
        before, work.network = work.network, network.after(work.network, met.visit, work.desk.now().timestamp())
        if work.network.is_open and not before.is_open:
            log.warning("our network is down: visits are void until canaries answer", worker=work.name)
            await _with_database(work, partial(network.tell, work.desk, work.network))
        judged = network.judged_void(work.network, met.visit)
        work.done.put_nowait(met if judged is met.visit else replace(met, visit=judged))


async def _wait_for_network(work: _Work) -> None:
    await _pause(work, CANARY_S)
    work.network = await network.ask_canaries(work.desk, work.network)
    if not work.network.is_open:
        log.warning("our network is up again", worker=work.name)
        await _with_database(work, partial(network.tell, work.desk, work.network))


def _ended(work: _Work, lease: Lease, task: asyncio.Task[None]) -> None:
    """End the lease of a host whose sources are done. A task that failed by a fault of ours lets it expire: that counts attempts."""
    if not task.cancelled() and task.exception() is not None:
        log.error("a visit failed", worker=work.name, host=lease.host, exc_info=task.exception())
        work.held.pop(lease.host_id, None)
        return
    work.done.put_nowait(HostEnd(lease.host_id, lease.token))


async def _write(work: _Work) -> None:
    """Record visits in batches. A batch that cannot be written, because the database is away, is tried until it can."""
    while True:
        batch = [await work.done.get()]
        await asyncio.sleep(BATCH_WAIT_S)
        while len(batch) < work.desk.limits.batch and not work.done.empty():
            batch.append(work.done.get_nowait())
        visited = [item for item in batch if isinstance(item, Visited)]
        ended = [item for item in batch if isinstance(item, HostEnd)]
        written = await _with_database(work, partial(check.record, work.desk, visited, ended), until_done=True)
        for end in ended:
            work.held.pop(end.host_id, None)
        if written is not None and written.recorded.stale:
            log.warning("visits under a lost lease were not written", worker=work.name, sources=len(written.recorded.stale))
        if written is not None and work.desk.archives:
            for source in written.dead:
                work.dead.put_nowait(source)
        for _ in batch:
            work.done.task_done()


async def _beat(work: _Work) -> None:
    """Prolong leases while their hosts are being visited; a host that another worker has by now is dropped."""
    while True:
        await asyncio.sleep(work.desk.limits.lease_s / 3)
        held = {host: token for host, (token, _) in work.held.items()}
        lost = await _with_database(work, partial(check.heartbeat, work.desk, held)) if held else set()
        for host in lost or ():
            if host in work.held:
                work.held[host][1].cancel()


async def _rescue(work: _Work) -> None:
    """Look for copies of links that died, one by one: archives are asked gently."""
    while True:
        source = await work.dead.get()
        try:
            await archive.rescue(work.desk, source)
        except Unavailable as error:
            log.warning("no copy could be looked for: the next visit to the dead link looks again", source=source, error=str(error))
        finally:
            work.dead.task_done()


async def _watch(work: _Work) -> None:
    """Read the feeds whose turn it is, one after another."""
    while True:
        try:
            read = await feeds.poll_due(work.desk)
        except Unavailable as error:
            log.warning("the database is away", worker=work.name, error=str(error))
            read = False
        if not read:
            await asyncio.sleep(FEEDS_S)


async def _tidy(work: _Work) -> None:
    """End reviews whose time is over, and put clocks right that were set while one of the machines' clocks was wrong."""
    await _every(work, TIDY_S, partial(_in_thread, partial(housekeeping.tidy, work.desk)))


async def _sweep(work: _Work) -> None:
    """Take old history away by policy."""
    await asyncio.sleep(SWEEP_S)
    await _every(work, SWEEP_S, partial(_in_thread, partial(housekeeping.sweep, work.desk)))


async def _in_thread(job: Callable[[], object]) -> None:
    await asyncio.to_thread(job)


async def _every(work: _Work, interval_s: float, job: Callable[[], Awaitable[object]]) -> None:
    while True:
        try:
            await job()
        except Unavailable as error:
            log.warning("the database is away", worker=work.name, error=str(error))
        await asyncio.sleep(interval_s)


async def _drain(work: _Work) -> None:
    """Let visits in flight finish; what is not finished in time is left to the next worker."""
    tasks = [task for _, task in work.held.values()]
    if not tasks:
        return
    _, late = await asyncio.wait(tasks, timeout=work.desk.limits.drain_s)
    for task in late:
        task.cancel()
    if late:
        await asyncio.wait(late, timeout=1)


async def _with_database(work: _Work, job: Callable[[], T], *, until_done: bool = False) -> T | None:
    """Run a job that uses the database in a thread. While the database is away: None, or again and again with `until_done`."""
    while True:
        try:
            return await asyncio.to_thread(job)
        except Unavailable as error:
            log.warning("the database is away", worker=work.name, error=str(error))
            if not until_done:
                await _pause(work, AWAY_S)
                return None
            await asyncio.sleep(AWAY_S)


async def _pause(work: _Work, seconds: float) -> None:
    """Wait, but not after the worker was told to stop."""
    try:
        async with asyncio.timeout(seconds):
            await work.stop.wait()
    except TimeoutError:
        return

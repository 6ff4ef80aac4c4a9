"""Politeness kept in the database: one request at a time to a host and a pause after it, whichever worker asks."""

import asyncio
import itertools
import os
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from app import store
from app.fetch import Busy, HostState, KeptRobots
from app.store import clock

# A request that is under way elsewhere ends when it ends: look again this often.
_LOOK_AGAIN_S = 0.2


@dataclass(slots=True)
class StoredHostClock:
    """Implements fetch's HostClock. A worker that dies holds a host for `hold_s` at most."""

    engine: store.Engine
    hold_s: float
    name: str = field(default_factory=lambda: f"{os.getpid()}-{time.monotonic_ns()}")
    now: Callable[[], float] = time.time
    pause: Callable[[float], Awaitable[None]] = asyncio.sleep
    _held: dict[str, str] = field(default_factory=dict)
    _numbers: "itertools.count[int]" = field(default_factory=itertools.count)

    async def acquire(self, host: str, patience_s: float) -> HostState | Busy:
        until = self.now() + patience_s
        holder = f"{self.name}-{next(self._numbers)}"
        while True:
            taken = await asyncio.to_thread(self._take, host, holder)
            if isinstance(taken, HostState):
                self._held[host] = holder
                return taken
            left = until - self.now()
            if taken > left:
                return Busy(taken)
            await self.pause(taken)

    def _take(self, host: str, holder: str) -> HostState | float:
        """Take the host, or return how long to wait before asking again: for a request under way, a moment."""
        with store.begin(self.engine) as session:
            wait_s = clock.acquire(session, host, self.hold_s, holder)
            if wait_s:
                return min(wait_s, _LOOK_AGAIN_S) if clock.is_held(session, host) else wait_s
            known = clock.patience(session, host)
            return HostState(backoff=known.backoff, gap_s=known.gap_s)

    async def release(self, host: str, state: HostState) -> None:
        holder = self._held.pop(host, "")
        free_in_s = max(0.0, state.free_at - self.now())
        await asyncio.to_thread(self._give_back, host, holder, state, free_in_s)

    def _give_back(self, host: str, holder: str, state: HostState, free_in_s: float) -> None:
        with store.begin(self.engine) as session:
            clock.release(session, host, holder, free_in_s=free_in_s, backoff=state.backoff, gap_s=state.gap_s)

    async def robots(self, host: str) -> KeptRobots | None:
        return await asyncio.to_thread(self._robots, host)

    def _robots(self, host: str) -> KeptRobots | None:
        with store.read(self.engine) as session:
            kept = clock.robots(session, host)
        return None if kept is None else KeptRobots(kept.status, kept.text or "", kept.at.timestamp())

    async def keep_robots(self, host: str, robots: KeptRobots) -> None:
        await asyncio.to_thread(self._keep_robots, host, robots)

    def _keep_robots(self, host: str, robots: KeptRobots) -> None:
        with store.begin(self.engine) as session:
            clock.keep_robots(session, host, clock.Robots(robots.text, robots.status, datetime.fromtimestamp(robots.at, UTC)))

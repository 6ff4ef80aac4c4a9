"""One request in its host's turn: wait, ask, and leave the host's clock as the answer says."""

import asyncio
import math
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import NamedTuple
from weakref import WeakValueDictionary

from app.errors import Refused
from app.fetch.exchange import Fault, Reply, Request
from app.fetch.guard import Guard
from app.fetch.limits import Limits
from app.fetch.names import Lookup
from app.fetch.politeness import Busy, HostClock, HostState, after_answer, asked_pause
from app.fetch.transport import CurlTransport
from app.sources import CanonicalUrl
from app.sources.outcome import Outcome

# With less than this of the deadline left after a wait, a request would only be cut off.
_LEFT_SHARE_MIN = 0.2
_DEFAULT_PORTS = {"http": 80, "https": 443}


class HostBusy(Refused):
    """The host may not be asked now: another worker asks it, or it asked for a pause. Nothing is known of the URL."""


class Tools(NamedTuple):
    """What every walk of one Fetcher shares."""

    limits: Limits
    guard: Guard
    transport: CurlTransport
    clock: HostClock
    names: Lookup
    now: Callable[[], float]
    jitter: Callable[[], float]
    resolve: Callable[[str], Awaitable[tuple[str, ...]]] | None
    asking_robots: WeakValueDictionary[str, asyncio.Lock]


@dataclass(slots=True, eq=False, repr=False)
class Turns:
    """The requests of one visit, until `ends_at`. The visit begins with its first turn: waiting in line is not the host's fault."""

    tools: Tools
    ends_at: float
    patience_s: float | None = None  # for the first turn; later waits are bounded by the deadline
    delays: dict[str, float] = field(default_factory=dict)  # crawl-delays learned on the way, by host

    def left_s(self) -> float:
        return self.ends_at - time.monotonic()

    async def ask(
        self, target: CanonicalUrl, lines: tuple[str, ...], *, http1_only: bool = False, wire_max_bytes: int | None = None
    ) -> Reply:
        """Send one GET. Raises HostBusy when the host's turn does not come in time."""
        tools, host = self.tools, host_key(target)
        if self.patience_s is None and self.left_s() <= 0:
            return Reply(fault=Fault(Outcome.TIMEOUT, "visit", "deadline"))
        state = await self._turn(host)
        reply = Reply()
        try:
            addresses = await tools.resolve(target.host) if tools.resolve and not target.is_address else ()
            reply = await tools.transport.exchange(
                Request(target.url, lines, self.left_s(), http1_only, wire_max_bytes, target.host, target.port, addresses)
            )
        finally:
            now = tools.now()
            state = state._replace(gap_s=self.delays[host]) if host in self.delays else state
            pause = asked_pause(reply.status, reply.headers, now, tools.limits.retry_after_max_s)
            await tools.clock.release(
                host, after_answer(state, now, status=reply.status, asked_pause_s=pause, gap_s=tools.limits.host_gap_s)
            )
        return reply

    async def _turn(self, host: str) -> HostState:
        """Wait for the host's turn. A wait that used up the visit is our own doing and must not be told as the host's time-out."""
        clock, begun = self.tools.clock, time.monotonic()
        state = await clock.acquire(host, max(0.0, self.left_s()) if self.patience_s is None else self.patience_s)
        if isinstance(state, Busy):
            raise _busy(host, state.retry_after_s)
        now = time.monotonic()
        if self.patience_s is not None:
            self.ends_at = now + self.tools.limits.visit_deadline_s
            self.patience_s = None
        elif self.left_s() < min(now - begun, _LEFT_SHARE_MIN * self.tools.limits.visit_deadline_s):
            await clock.release(host, state)
            raise _busy(host, max(1.0, self.tools.limits.host_gap_s))
        return state


def _busy(host: str, retry_after_s: float) -> HostBusy:
    seconds = math.ceil(retry_after_s)
    return HostBusy(f"{host} is not to be asked for {seconds} s. Ask again then.", retry_after_s=seconds)


def host_key(target: CanonicalUrl) -> str:
    """The unit of politeness: host, with the port when it is not the scheme's own."""
    return target.host if target.port == _DEFAULT_PORTS[target.scheme] else f"{target.host}:{target.port}"


def root_url(target: CanonicalUrl) -> str:
    return target.url[: target.url.index("/", len(target.scheme) + 3) + 1]


def refused(guard: Guard, target: CanonicalUrl) -> str:
    """Why `target` is refused before any socket: its port, or its address written out. Names are judged by their addresses, at connect."""
    return guard.judge(target.host, target.port) if target.is_address else guard.judge_name(target.port)

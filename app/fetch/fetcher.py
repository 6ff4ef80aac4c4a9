"""The room's door: a Fetcher made from limits visits URLs, one by one or many at a time."""

import asyncio
import math
import time
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Self
from weakref import WeakValueDictionary

from app.errors import InvalidUrl
from app.fetch.guard import Guard
from app.fetch.limits import Limits
from app.fetch.memory import Memory
from app.fetch.names import Lookup, ask_name_servers
from app.fetch.politeness import HostClock, MemoryClock
from app.fetch.record import Conditional, Previous, Visit
from app.fetch.transport import CurlTransport
from app.fetch.turns import HostBusy, Tools, host_key
from app.fetch.visit import Asked, visit
from app.sources import RULE_VERSION, parse
from app.sources.outcome import Outcome

# A visit whose redirect met a long line begins again; each time it is further ahead in fewer lines.
_TRIES_IN_LINE = 3


def _random() -> float:
    import random  # noqa: PLC0415  loads digests too, and only retries ask for it

    return random.random()  # noqa: S311  jitter is no secret


@dataclass(slots=True, eq=False, repr=False)
class Fetcher:
    """Visits with one set of limits, on one event loop. Close it with `aclose` or use `async with`.

    `clock` keeps hosts' turns (None: in this process's memory); `names` explains names that do not resolve; `resolve`
    takes the place of the system's resolver.
    """

    limits: Limits = field(default_factory=Limits)
    clock: HostClock | None = None
    names: Lookup = ask_name_servers
    resolve: Callable[[str], Awaitable[tuple[str, ...]]] | None = None
    now: Callable[[], float] = time.time
    jitter: Callable[[], float] = _random
    _tools: Tools = field(init=False)
    _memory: Memory = field(init=False, default_factory=Memory)

    def __post_init__(self) -> None:
        limits = self.limits
        guard = Guard(limits.allow_networks, limits.own_addresses, frozenset({80, 443, *limits.allow_ports}))
        clock = self.clock or MemoryClock(self.now, gap_s=limits.host_gap_s, concurrency=limits.host_concurrency)
        transport = CurlTransport(limits, guard)
        self._tools = Tools(
            limits, guard, transport, clock, self.names, self.now, self.jitter, self.resolve, asking_robots=WeakValueDictionary()
        )

    async def visit(  # noqa: PLR0913  what may be said of one visit, by name
        self,
        url: str,
        *,
        conditional: Conditional | None = None,
        previous: Previous | None = None,
        asked_by: str = "",
        patience_s: float | None = None,
        second: bool = False,
    ) -> Visit:
        """Visit `url` and say what was met; never raises for what a server does.

        `conditional` are validators of a copy that is held; `previous` is what the last good visit saw. Waits at most
        `patience_s` (the visit deadline when None) for the host's turn and raises HostBusy, with `retry_after_s`, when it
        would be longer, or when a redirect leads to a host that is busy for longer than the visit has left. With `second`
        the second profile asks first, so that the check counts as another method.
        """
        patience = self.limits.visit_deadline_s if patience_s is None else patience_s
        return await visit(self._tools, self._memory, Asked(url, conditional, previous, asked_by, patience, second))

    async def visit_many(self, urls: Iterable[str]) -> AsyncIterator[Visit]:
        """Visit all, `limits.concurrency` at a time, hosts side by side and one host's URLs in turn; yields each as it is done."""
        lanes = _lanes(urls)
        results: asyncio.Queue[Visit | None] = asyncio.Queue(maxsize=max(1, self.limits.concurrency))
        workers = min(self.limits.concurrency, sum(len(lane) for lane in lanes))
        crew = asyncio.gather(*(self._work(lanes, results) for _ in range(workers)))
        crew.add_done_callback(lambda _: _finish(results))
        try:
            while (done := await results.get()) is not None:
                yield done
            await crew
        finally:
            crew.cancel()

    async def _work(self, lanes: deque[deque[str]], results: asyncio.Queue[Visit | None]) -> None:
        while lanes:
            lane = lanes.popleft()
            while lane:
                await results.put(await self.visit_or_busy(lane.popleft()))

    async def visit_or_busy(self, url: str) -> Visit:
        """Visit `url`, however long the line; a host that wants to be left alone is told as rate_limited, by rule fetch.host_busy."""
        started_at = self.now()
        for _ in range(_TRIES_IN_LINE):
            try:
                return await self.visit(url, patience_s=math.inf)
            except HostBusy as busy:
                refusal = busy
            if (refusal.retry_after_s or 0) > self.limits.visit_deadline_s:
                break
        return _busy(url, refusal, datetime.fromtimestamp(started_at, UTC), self.limits.vantage)

    async def aclose(self) -> None:
        await self._tools.transport.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.aclose()


def _lanes(urls: Iterable[str]) -> deque[deque[str]]:
    lanes: dict[str, deque[str]] = {}
    for url in urls:
        lanes.setdefault(_lane_of(url), deque()).append(url)
    return deque(lanes.values())


def _lane_of(url: str) -> str:
    try:
        return host_key(parse(url))
    except InvalidUrl:
        return ""


def _finish(results: asyncio.Queue[Visit | None]) -> None:
    if results.full():  # the crew failed while the reader was behind; it learns of it from the gather
        results.get_nowait()
    results.put_nowait(None)


def _busy(url: str, busy: HostBusy, started_at: datetime, vantage: str) -> Visit:
    return Visit(
        url=url,
        final_url=url,
        outcome=Outcome.RATE_LIMITED,
        rule="fetch.host_busy",
        started_at=started_at,
        elapsed_s=0.0,
        evidence=(str(busy),),
        retry_after_s=busy.retry_after_s,
        rule_version=RULE_VERSION,
        vantage=vantage,
    )

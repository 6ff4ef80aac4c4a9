"""How a host is spared: when the next request may start, as a value that can be stored, and who keeps it (`HostClock`)."""

import asyncio
import math
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from app.fetch.robots import KeptRobots

# Back-off doubles from half a second and stays at half a minute: a host in trouble for longer than that says Retry-After.
_BACKOFF_FIRST_S = 0.5
_BACKOFF_MAX_S = 30.0
_BACKOFF_STEPS_MAX = 16
# A longer crawl-delay would make one visit (robots, page, probe) outlast its deadline.
CRAWL_DELAY_MAX_S = 30.0
# A pause that a host asked for is waited out up to this long, however patient the caller; waiting in line is not bounded by it.
_PAUSE_MAX_S = 60.0
# Hosts the in-memory clock remembers; beyond, those that are free are forgotten.
_HOSTS_MAX = 20_000
# Resets over this are moments since 1970, not seconds from now.
_EPOCH_MIN = 1_000_000_000


class HostState(NamedTuple):
    """What is kept of a host. `free_at` is in seconds since 1970; `gap_s` is a crawl-delay learned, None when none was."""

    free_at: float = 0.0
    backoff: int = 0
    gap_s: float | None = None


class Busy(NamedTuple):
    """The host may not be asked within the patience given; `retry_after_s` says when it may."""

    retry_after_s: float


class HostClock(Protocol):
    """One request at a time: `acquire` waits for the turn, `release` ends it with the state after the answer."""

    async def acquire(self, host: str, patience_s: float) -> HostState | Busy: ...

    async def release(self, host: str, state: HostState) -> None: ...

    async def robots(self, host: str) -> "KeptRobots | None": ...

    async def keep_robots(self, host: str, robots: "KeptRobots") -> None: ...


def after_answer(state: HostState, now: float, *, status: int | None, asked_pause_s: float | None, gap_s: float) -> HostState:
    """The state after an answer. `asked_pause_s` is what the host asked for (Retry-After, RateLimit) and wins over our own back-off."""
    gap = max(gap_s, state.gap_s or 0.0)
    if not gap and not asked_pause_s and not state.backoff and status not in (429, 503) and state.free_at <= now:
        return state  # politeness is off, and so is its cost
    backoff = min(state.backoff + 1, _BACKOFF_STEPS_MAX) if status in (429, 503) else 0 if status else state.backoff
    pause = asked_pause_s
    if pause is None:
        pause = min(_BACKOFF_MAX_S, _BACKOFF_FIRST_S * 2 ** (backoff - 1)) if status in (429, 503) else 0.0
    return state._replace(free_at=max(state.free_at, now + max(gap, pause)), backoff=backoff)


def retry_after(value: str, now: float) -> int | None:
    """Seconds that a Retry-After value asks for, from now; None when it says nothing readable. Source: RFC 9110 §10.2.3."""
    text = value.strip()
    if not text:
        return None
    if text.isascii() and text.isdigit():
        return int(text[:12])
    from email.utils import parsedate_to_datetime  # noqa: PLC0415  20 modules for a date that few answers hold

    try:
        moment = parsedate_to_datetime(text).timestamp()
    except (ValueError, TypeError, OverflowError):
        return None
    return max(0, round(moment - now))


def asked_pause(status: int | None, headers: tuple[tuple[str, str], ...], now: float, most_s: int) -> float | None:
    """The pause a host asks for by Retry-After (on 429 and 503) or by a used-up RateLimit, at most `most_s`; None when it asks for none."""
    found = dict(headers)
    if _PAUSE_HEADERS.isdisjoint(found):
        return None
    seconds: float | None = retry_after(found["retry-after"], now) if status in (429, 503) and "retry-after" in found else None
    if seconds is None:
        seconds = _rate_limit(found, now)
    return None if seconds is None else min(float(most_s), max(0.0, seconds))


_PAUSE_HEADERS = frozenset({
    "retry-after", "ratelimit", "ratelimit-remaining", "ratelimit-reset", "x-ratelimit-remaining", "x-ratelimit-reset",
    "x-rate-limit-remaining", "x-rate-limit-reset",
})  # fmt: skip


def _rate_limit(found: dict[str, str], now: float) -> float | None:
    if "ratelimit" in found:
        return _structured_rate_limit(found["ratelimit"])
    for prefix in ("ratelimit", "x-ratelimit", "x-rate-limit"):
        left, reset = _number(found.get(f"{prefix}-remaining", "")), _number(found.get(f"{prefix}-reset", ""))
        if left == 0 and reset is not None:
            return reset - now if reset > _EPOCH_MIN else reset
    return None


def _structured_rate_limit(value: str) -> float | None:
    """`"default";r=0;t=30` (draft-ietf-httpapi-ratelimit-headers); the longest pause of all policies that are used up."""
    pauses = []
    for policy in value.split(",")[:10]:
        parameters = dict(part.strip().partition("=")[::2] for part in policy.replace(",", ";").split(";"))
        left = _number(parameters.get("r", parameters.get("remaining", "")))
        reset = _number(parameters.get("t", parameters.get("reset", "")))
        if left == 0 and reset is not None:
            pauses.append(reset)
    return max(pauses, default=None)


def _number(text: str) -> float | None:
    text = text.strip().split(";")[0].split(",")[0].strip()
    return float(text) if text.replace(".", "", 1).isdigit() and text.isascii() and len(text) < 20 else None


@dataclass(slots=True, eq=False, repr=False)
class _Turnstile:
    places: asyncio.Semaphore
    state: HostState = field(default_factory=HostState)
    robots: "KeptRobots | None" = None
    inside: int = 0


class MemoryClock:
    """The clock of one process: for the command line and for tests. `now` and `pause` are passed in.

    A gap of 0 turns waiting off altogether, back-off and Retry-After included (they are still recorded with each visit): who sets
    it visits servers of their own, and one page's "come back in an hour" must not hide the next page.
    """

    def __init__(
        self, now: Callable[[], float], *, gap_s: float, concurrency: int, pause: Callable[[float], Awaitable[None]] = asyncio.sleep
    ) -> None:
        self._now = now
        self._pause = pause
        self._gap_s = gap_s
        self._concurrency = concurrency
        self._hosts: dict[str, _Turnstile] = {}

    async def acquire(self, host: str, patience_s: float) -> HostState | Busy:
        turnstile = self._turnstile(host)
        if not turnstile.places.locked():
            await turnstile.places.acquire()  # at once
        elif not await self._stand_in_line(turnstile, patience_s):
            return Busy(max(self._gap_s, turnstile.state.free_at - self._now()))
        if self._gap_s and (busy := await self._keep_pace(turnstile, patience_s)):
            return busy
        turnstile.inside += 1
        gap = max(self._gap_s, turnstile.state.gap_s or 0.0)
        if gap:
            turnstile.state = turnstile.state._replace(free_at=self._now() + gap)
        return turnstile.state

    async def _stand_in_line(self, turnstile: _Turnstile, patience_s: float) -> bool:
        turnstile.inside += 1
        try:
            await asyncio.wait_for(turnstile.places.acquire(), None if math.isinf(patience_s) else patience_s)
        except TimeoutError:
            return False
        finally:
            turnstile.inside -= 1
        return True

    async def _keep_pace(self, turnstile: _Turnstile, patience_s: float) -> Busy | None:
        """Wait until the host may be asked again; the place is given back when that takes too long."""
        until = self._now() + min(patience_s, _PAUSE_MAX_S)
        while (wait := turnstile.state.free_at - self._now()) > 0:
            if self._now() + wait > until:
                turnstile.places.release()
                return Busy(wait)
            turnstile.inside += 1
            try:
                await self._pause(wait)
            except BaseException:
                turnstile.places.release()
                raise
            finally:
                turnstile.inside -= 1
        return None

    async def release(self, host: str, state: HostState) -> None:
        turnstile = self._turnstile(host)
        later = turnstile.state.free_at > state.free_at
        turnstile.state = state._replace(free_at=turnstile.state.free_at) if later else state
        turnstile.inside -= 1
        turnstile.places.release()

    async def robots(self, host: str) -> "KeptRobots | None":
        return self._turnstile(host).robots

    async def keep_robots(self, host: str, robots: "KeptRobots") -> None:
        self._turnstile(host).robots = robots

    def _turnstile(self, host: str) -> _Turnstile:
        found = self._hosts.get(host)
        if found is None:
            if len(self._hosts) >= _HOSTS_MAX:
                self._forget_free()
            found = self._hosts[host] = _Turnstile(asyncio.Semaphore(self._concurrency))
        return found

    def _forget_free(self) -> None:
        now = self._now()
        self._hosts = {host: kept for host, kept in self._hosts.items() if kept.inside or kept.state.free_at > now}

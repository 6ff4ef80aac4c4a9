"""One URL followed to where it ends: every hop judged, polite, retried where that helps, and recorded."""

import asyncio
import random
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from app.errors import Refused
from app.fetch.cookies import CookieJar
from app.fetch.exchange import Fault, Reply, Request
from app.fetch.guard import Guard
from app.fetch.limits import Limits
from app.fetch.names import Lookup
from app.fetch.page import PageRead, plain_page, read_page
from app.fetch.politeness import Busy, HostClock, after_answer, asked_pause
from app.fetch.profiles import PLAIN, Profile, header_lines
from app.fetch.record import Cause, Conditional, Hop
from app.fetch.redirects import REDIRECT_STATUSES, Pointer, location, refresh_header, resolve
from app.fetch.robots import ROBOTS_BYTES_MAX, ROBOTS_REDIRECTS_MAX, KeptRobots, agent_token, allowed, kept_from
from app.fetch.transport import CurlTransport
from app.sources import CanonicalUrl
from app.sources.outcome import Outcome

_DEFAULT_PORTS = {"http": 80, "https": 443}
_RETRIED_STATUSES = frozenset({502, 503, 504})
_RETRIED_OUTCOMES = frozenset({Outcome.CONNECTION_REFUSED, Outcome.CONNECTION_RESET})
_TIMEOUT = Fault(Outcome.TIMEOUT, "visit", "deadline")


class HostBusy(Refused):
    """The host may not be asked now: another worker asks it, or it asked for a pause. Nothing is known of the URL."""


@dataclass(frozen=True, slots=True)
class Tools:
    """What every walk of one Fetcher shares."""

    limits: Limits
    guard: Guard
    transport: CurlTransport
    clock: HostClock
    names: Lookup
    now: Callable[[], float] = time.time
    jitter: Callable[[], float] = random.random
    resolve: Callable[[str], "asyncio.Future[tuple[str, ...]]"] | None = None


@dataclass(slots=True)
class Walk:
    """The walk of one visit (or probe). Where it ended is in `target`, `reply`, `fault` and `read`."""

    tools: Tools
    target: CanonicalUrl
    ends_at: float
    profile: Profile = PLAIN
    conditional: Conditional | None = None
    patience_s: float | None = None  # for the first turn; later waits are bounded by the deadline
    retries_max: int = 0
    may_glance: bool = False
    hops: list[Hop] = field(default_factory=list)
    jar: CookieJar = field(default_factory=CookieJar)
    reply: Reply = field(default_factory=Reply)
    read: PageRead = field(default_factory=PageRead)
    fault: Fault | None = None
    causes: tuple[Cause, ...] = ()

    def left_s(self) -> float:
        return self.ends_at - time.monotonic()

    async def run(self) -> None:
        """Follow redirects until an answer, a fault or a limit."""
        seen: set[tuple[str, str]] = set()
        how = "request"
        while True:
            seen.add((self.target.url, self.jar.header(self.target)))
            if not await self._visit_hop(how):
                return
            pointer, how = self._pointer()
            if pointer is None:
                return
            if pointer.fault or pointer.target is None:
                self.fault = pointer.fault
                return
            if (pointer.target.url, self.jar.header(pointer.target)) in seen:
                if how == "redirect":
                    self.fault = Fault(Outcome.REDIRECT_LOOP, "redirect", "loop")
                return  # a page that refreshes itself stands as it is
            if len(seen) > self.tools.limits.redirects_max:
                self.fault = Fault(Outcome.TOO_MANY_REDIRECTS, "redirect", "limit")
                return
            self.target = pointer.target

    async def _visit_hop(self, how: str) -> bool:
        """Ask for the target; False when there is no answer to go on with."""
        fault = self._refused(self.target) or await self._robots_fault()
        if fault:
            self._record_unasked(how, fault)
            return False
        self.reply = await self._ask(how)
        self.fault, self.causes = self.reply.fault, self.reply.causes
        if self.fault and self.fault.outcome is Outcome.DNS_ERROR and self.fault.phase == "resolve":
            await self._explain_name()
        if self.fault and self.fault.outcome is Outcome.UNSAFE_TARGET and len(self.hops) > 1:
            self.fault = replace(self.fault, outcome=Outcome.UNSAFE_REDIRECT)
        self.jar.keep(self.target, self.reply.headers)
        return self.reply.status is not None and (self.fault is None or self.fault.phase == "body")

    def _pointer(self) -> tuple[Pointer | None, str]:
        """The next address and how it was said; None when this is the last."""
        reply = self.reply
        if reply.status in REDIRECT_STATUSES:
            self.fault = None
            return location(reply, self.target), "redirect"
        if reply.status == 304:
            return None, ""
        if self.may_glance and len(self.hops) == 1 and (plain := plain_page(reply, self.target)):
            self.read = plain
            return None, ""
        self.read = read_page(reply)
        refresh = refresh_header(reply) or (self.read.page.meta_refresh if self.read.page else None)
        if reply.status and reply.status < 300 and refresh and refresh[0] <= self.tools.limits.refresh_max_s and refresh[1]:
            pointer = resolve(refresh[1], self.target)
            return (pointer if pointer.target else None), "refresh"
        return None, ""

    def _refused(self, target: CanonicalUrl) -> Fault | None:
        """What is refused before any socket: ports, and addresses written out. Names are judged by their addresses, at connect."""
        guard = self.tools.guard
        why = guard.judge(target.host, target.port) if target.is_address else guard.judge_name(target.port)
        return Fault(Outcome.UNSAFE_REDIRECT if self.hops else Outcome.UNSAFE_TARGET, "guard", why) if why else None

    def _record_unasked(self, how: str, fault: Fault) -> None:
        self.fault = fault
        self.causes = self.causes or (Cause("guard" if fault.phase == "guard" else fault.phase, 0, str(fault.outcome)),)
        self.reply = Reply(fault=fault)
        self.hops.append(Hop(self._shown_url(), None, how=how, causes=self.causes))

    def _shown_url(self) -> str:
        return f"{self.target.url}#{self.target.fragment}" if self.target.fragment else self.target.url

    async def _ask(self, how: str) -> Reply:
        """One request, and again (twice by default) after a failed connect or a gateway's 502, 503, 504 without Retry-After."""
        for attempt in range(self.retries_max + 1):
            reply = await self._ask_once(self.target, self._lines())
            self._record(reply, how if attempt == 0 else "retry")
            if attempt == self.retries_max or not _worth_retry(reply) or not await self._pause(attempt):
                break
        return reply

    async def _pause(self, attempt: int) -> bool:
        """Wait with jitter before a retry; False when the deadline does not leave time for it."""
        pause = self.tools.limits.retry_pause_s * 2**attempt * (0.5 + self.tools.jitter())
        if pause >= self.left_s():
            return False
        await asyncio.sleep(pause)
        return True

    def _lines(self) -> tuple[str, ...]:
        return header_lines(self.tools.limits, self.profile, self.conditional, self.jar.header(self.target))

    async def _ask_once(self, target: CanonicalUrl, lines: tuple[str, ...], wire_max_bytes: int | None = None) -> Reply:
        """One request in the host's turn."""
        tools, host = self.tools, host_key(target)
        state = await tools.clock.acquire(host, max(0.0, self.left_s()) if self.patience_s is None else self.patience_s)
        if isinstance(state, Busy):
            if self.left_s() <= 0:
                return Reply(fault=_TIMEOUT)
            raise HostBusy(
                f"{host} is not to be asked for {state.retry_after_s:.0f} s. Ask again then.", retry_after_s=round(state.retry_after_s)
            )
        if self.patience_s is not None:  # the visit begins with its first turn: waiting in line is not the host's fault
            self.ends_at = time.monotonic() + tools.limits.visit_deadline_s
            self.patience_s = None
        reply = Reply()
        try:
            addresses = await tools.resolve(target.host) if tools.resolve and not target.is_address else ()
            reply = await tools.transport.exchange(
                Request(target.url, lines, self.left_s(), self.profile.http1_only, wire_max_bytes, target.host, target.port, addresses)
            )
        finally:
            now = tools.now()
            pause = asked_pause(reply.status, reply.headers, now, tools.limits.retry_after_max_s)
            await tools.clock.release(
                host, after_answer(state, now, status=reply.status, asked_pause_s=pause, gap_s=tools.limits.host_gap_s)
            )
        return reply

    def _record(self, reply: Reply, how: str) -> None:
        self.hops.append(
            Hop(
                url=self._shown_url(),
                status=reply.status,
                headers=kept_headers(reply.headers),
                how=how,
                address=reply.address,
                http_version=reply.http_version,
                timings=reply.timings,
                tls=reply.tls,
                causes=reply.causes,
            )
        )

    async def _explain_name(self) -> None:
        outcome, cause = await self.tools.names(self.target.host, max(0.1, self.left_s()))
        self.fault = Fault(outcome, "resolve", cause.name)
        self.causes = (*self.causes, cause)
        self.hops[-1] = replace(self.hops[-1], causes=self.causes)

    async def _robots_fault(self) -> Fault | None:
        """Why robots.txt keeps us out, or None."""
        if self.tools.limits.ignore_robots:
            return None
        host = host_key(self.target)
        robots = await self.tools.clock.robots(host)
        if robots is None or not robots.fresh(self.tools.now()):
            reply = await self._fetch_robots()
            if reply.fault and reply.status is None and reply.fault.outcome is not Outcome.UNSAFE_REDIRECT:
                # Not even robots.txt: what kept us from it keeps us from the page, and is the better word for it.
                self.causes = reply.causes
                return reply.fault if reply.fault.phase != "resolve" else await self._name_fault(reply)
            robots = kept_from(reply.status, reply.body[:ROBOTS_BYTES_MAX].decode("utf-8", "replace"), self.tools.now())
            await self.tools.clock.keep_robots(host, robots)
        return self._judge_robots(robots)

    async def _name_fault(self, reply: Reply) -> Fault:
        outcome, cause = await self.tools.names(self.target.host, max(0.1, self.left_s()))
        self.causes = (*reply.causes, cause)
        return Fault(outcome, "resolve", cause.name)

    def _judge_robots(self, robots: KeptRobots) -> Fault | None:
        if robots.status == "unreachable":
            return Fault(Outcome.ROBOTS_UNREACHABLE, "robots", "unreachable")
        if allowed(robots, self.target.url, agent_token(self.tools.limits.user_agent)):
            return None
        return Fault(Outcome.ROBOTS_DISALLOWED, "robots", "disallowed")

    async def _fetch_robots(self) -> Reply:
        target = replace(self.target, path="/robots.txt", query="", url=f"{root_url(self.target)}robots.txt")
        lines = header_lines(self.tools.limits, PLAIN, None, "")
        for _ in range(ROBOTS_REDIRECTS_MAX + 1):
            reply = await self._ask_once(target, lines, ROBOTS_BYTES_MAX)
            if reply.status not in REDIRECT_STATUSES:
                return reply
            pointer = location(reply, target)
            if pointer.target is None or self._refused(pointer.target):
                break
            target = pointer.target
        return Reply(status=404)  # RFC 9309 §2.3.1.2: redirects that lead nowhere are as no file


def host_key(target: CanonicalUrl) -> str:
    """The unit of politeness: host, with the port when it is not the scheme's own."""
    return target.host if target.port == _DEFAULT_PORTS[target.scheme] else f"{target.host}:{target.port}"


def root_url(target: CanonicalUrl) -> str:
    return target.url[: target.url.index("/", len(target.scheme) + 3) + 1]


def _worth_retry(reply: Reply) -> bool:
    if reply.fault:
        return reply.status is None and reply.fault.outcome in _RETRIED_OUTCOMES
    return reply.status in _RETRIED_STATUSES and not reply.header("retry-after")


_KEPT_HEADERS = frozenset({
    "age", "allow", "cache-control", "cf-mitigated", "content-disposition", "content-encoding", "content-language", "content-length",
    "content-type", "date", "etag", "last-modified", "link", "location", "memento-datetime", "refresh", "retry-after", "server", "via",
    "www-authenticate", "x-cdn", "x-dd-b", "x-iinfo", "x-powered-by", "x-redirect-by", "x-robots-tag",
})  # fmt: skip
_KEPT_BEGINNINGS = (
    "x-datadome", "x-px", "x-kpsdk", "x-amzn-waf", "x-amz-cf", "x-vercel", "akamai-", "x-akamai", "x-sucuri", "x-cache", "x-ratelimit",
    "x-rate-limit", "ratelimit", "cf-",
)  # fmt: skip
_HEADER_CHARS_MAX = 2_000


def kept_headers(headers: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    """The headers that matter; of cookies only the names: their values may be secrets."""
    kept = []
    for name, value in headers:
        if name == "set-cookie":
            kept.append((name, value.partition("=")[0][:100] + "="))
        elif name in _KEPT_HEADERS or name.startswith(_KEPT_BEGINNINGS):
            kept.append((name, value[:_HEADER_CHARS_MAX]))
    return tuple(kept)

"""One URL followed to where it ends: every hop judged, polite, retried where that helps, and recorded."""

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.fetch.cookies import CookieJar
from app.fetch.exchange import REDIRECT_STATUSES, Fault, Reply
from app.fetch.page import PageRead, known_page, plain_page, read_page
from app.fetch.profiles import PLAIN, Profile, header_lines
from app.fetch.record import Cause, Conditional, Hop, Previous
from app.fetch.turns import Turns, refused
from app.sources import CanonicalUrl
from app.sources.outcome import Outcome

if TYPE_CHECKING:
    from app.fetch.redirects import Pointer

# The same words whatever was refused: they must not tell what answers inside.
_REFUSED = Cause("guard", 0, "address_refused")
_AS_REDIRECT = {Outcome.UNSAFE_TARGET: Outcome.UNSAFE_REDIRECT, Outcome.INVALID_URL: Outcome.BAD_REDIRECT}
_RETRIED_STATUSES = frozenset({502, 503, 504})
_RETRIED_OUTCOMES = frozenset({Outcome.CONNECTION_REFUSED, Outcome.CONNECTION_RESET})


@dataclass(slots=True, eq=False, repr=False)
class Walk:
    """The walk of one visit (or probe). Where it ended is in `target`, `reply`, `fault` and `read`."""

    turns: Turns
    target: CanonicalUrl
    profile: Profile = PLAIN
    conditional: Conditional | None = None
    retries_max: int = 0
    previous: Previous | None = None
    hops: list[Hop] = field(default_factory=list)
    jar: CookieJar = field(default_factory=CookieJar)
    reply: Reply = field(default_factory=Reply)
    read: PageRead = field(default_factory=PageRead)
    fault: Fault | None = None
    causes: tuple[Cause, ...] = ()

    async def run(self) -> None:
        """Follow redirects until an answer, a fault or a limit."""
        seen: set[tuple[str, str]] = set()
        how = "request"
        while True:
            seen.add((self.target.url, self.jar.header(self.target)))
            if not await self._visit_hop(how):
                return
            pointer, how = await self._pointer()
            if pointer is None:
                return
            if pointer.fault or pointer.target is None:
                self.fault = pointer.fault
                return
            if (pointer.target.url, self.jar.header(pointer.target)) in seen:
                if how == "redirect":
                    self.fault = Fault(Outcome.REDIRECT_LOOP, "redirect", "loop")
                return  # a page that refreshes itself stands as it is
            if len(seen) > self.turns.tools.limits.redirects_max:
                self.fault = Fault(Outcome.TOO_MANY_REDIRECTS, "redirect", "limit")
                return
            self.target = pointer.target

    async def _visit_hop(self, how: str) -> bool:
        """Ask for the target; False when there is no answer to go on with."""
        why = refused(self.turns.tools.guard, self.target)
        denied = Reply(fault=Fault(Outcome.UNSAFE_TARGET, "guard", why), causes=(_REFUSED,)) if why else await self._denied()
        if denied:
            self.reply = denied
            self._record(denied, how)
        else:
            self.reply = await self._ask(how)
        self.fault, self.causes = self.reply.fault, self.reply.causes
        if self.fault and self.reply.status is None:
            await self._explain(self.fault)
        self.jar.keep(self.target, self.reply.headers)
        return self.reply.status is not None and (self.fault is None or self.fault.phase == "body")

    async def _denied(self) -> Reply | None:
        """What stands for an answer where robots.txt keeps us out."""
        if self.turns.tools.limits.ignore_robots:
            return None
        from app.fetch.permission import denial  # noqa: PLC0415  with all that knows robots.txt

        found = await denial(self.turns, self.target)
        return Reply(fault=found.fault, causes=found.causes) if found else None

    async def _explain(self, fault: Fault) -> None:
        """Ask the name servers about a name that did not resolve; what is refused after the first hop is a refused redirect."""
        if fault.outcome in _AS_REDIRECT and len(self.hops) > 1:
            self.fault = fault._replace(outcome=_AS_REDIRECT[fault.outcome])
        if fault.outcome is Outcome.DNS_ERROR and fault.kind != "deadline":
            outcome, cause = await self.turns.tools.names(self.target.host, max(0.1, self.turns.left_s()))
            self.fault = Fault(outcome, "resolve", cause.name)
            self.causes = (*self.causes, cause)
            self.hops[-1] = self.hops[-1]._replace(causes=self.causes)

    async def _pointer(self) -> "tuple[Pointer | None, str]":
        """The next address and how it was said; None when this is the last."""
        reply = self.reply
        if reply.status in REDIRECT_STATUSES:
            self.fault = None
            from app.fetch.redirects import location  # noqa: PLC0415  most pages lead nowhere else

            return location(reply, self.target), "redirect"
        if reply.status == 304:
            if self.previous:  # the copy that stands is still called what it was called
                self.read = PageRead(self.previous.media_type, self.previous.charset, None, "", self.previous.title)
            return None, ""
        if decided := self._decided():
            self.read = decided
            return None, ""
        await self._read()
        return self._refresh()

    def _refresh(self) -> "tuple[Pointer | None, str]":
        from app.fetch.redirects import refresh_header, resolve  # noqa: PLC0415  as above

        reply = self.reply
        refresh = refresh_header(reply) or (self.read.page.meta_refresh if self.read.page else None)
        if reply.status and reply.status < 300 and refresh and refresh[0] <= self.turns.tools.limits.refresh_max_s and refresh[1]:
            pointer = resolve(refresh[1], self.target)
            return (pointer if pointer.target else None), "refresh"
        return None, ""

    async def _read(self) -> None:
        try:
            self.read = await read_page(self.reply, self.turns.left_s())
        except TimeoutError:
            self.fault, self.causes = Fault(Outcome.TIMEOUT, "body", "reading"), (*self.causes, Cause("deadline", 0, "reading"))

    def _decided(self) -> PageRead | None:
        """The page, if one hop led to bytes that are known or plainly fine."""
        if len(self.hops) > 1:
            return None
        if self.previous and (known := known_page(self.reply, self._shown_url(), self.previous)):
            return known
        return None if self.previous and self.previous.known else plain_page(self.reply, self.target)

    def _shown_url(self) -> str:
        return f"{self.target.url}#{self.target.fragment}" if self.target.fragment else self.target.url

    async def _ask(self, how: str) -> Reply:
        """One request, and again (twice by default) after a failed connect or a gateway's 502, 503, 504 without Retry-After."""
        for attempt in range(self.retries_max + 1):
            reply = await self.turns.ask(self.target, self._lines(), http1_only=self.profile.http1_only)
            self._record(reply, how if attempt == 0 else "retry")
            if attempt == self.retries_max or not _worth_retry(reply) or not await self._pause(attempt):
                break
        return reply

    async def _pause(self, attempt: int) -> bool:
        """Wait with jitter before a retry; False when the deadline does not leave time for it."""
        pause = self.turns.tools.limits.retry_pause_s * 2**attempt * (0.5 + self.turns.tools.jitter())
        if pause >= self.turns.left_s():
            return False
        await asyncio.sleep(pause)
        return True

    def _lines(self) -> tuple[str, ...]:
        return header_lines(self.turns.tools.limits, self.profile, self.conditional, self.jar.header(self.target))

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

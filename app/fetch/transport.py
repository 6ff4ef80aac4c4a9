"""libcurl on the event loop: one GET in, one Reply out, within every deadline and cap. It never raises for what a server does."""

import asyncio
import os
import time

import pycurl

from app.fetch.exchange import Fault, Reply, Request
from app.fetch.guard import Guard
from app.fetch.limits import Limits
from app.fetch.multi import Multi
from app.fetch.record import Cause, Timings, TlsFacts
from app.fetch.wire import INTERIM_MAX, Wire
from app.sources.outcome import Outcome

# How often phase deadlines are looked at; libcurl itself holds the whole deadline to the millisecond.
_WATCH_S = 0.2
# Bodies over this are decoded in a thread: 256 KB of gzip is 2 ms of the loop.
_THREAD_BYTES = 262_144
_CERTIFICATES_MAX = 4_096
_NO_FAULT: tuple[None, tuple[Cause, ...]] = (None, ())
_FRAMINGS = frozenset({"transfer-encoding", "content-length"})
_HTTP_VERSIONS = {1: "1.0", 2: "1.1", 3: "2", 30: "3"}


class CurlTransport:
    """All transfers of one event loop. `exchange` may be called from hundreds of tasks; cancelling one frees its handle."""

    def __init__(self, limits: Limits, guard: Guard) -> None:
        self._limits = limits
        self._guard = guard
        self._multi: Multi | None = None
        self._idle: list[Wire] = []
        self._busy: dict[Wire, str] = {}
        self._watch: asyncio.TimerHandle | None = None
        self._certificates: dict[str, TlsFacts] = {}
        self._roots = ""

    async def exchange(self, request: Request) -> Reply:
        wire = self._take(request)
        self._busy[wire] = ""
        self._start_watch()
        try:
            code, text = await self._perform(wire)
            killed = self._busy[wire]
        finally:
            del self._busy[wire]
        reply = await self._reply(wire, request, code, text, killed)
        self._give_back(wire, usable=code == 0 and request.method == "GET")
        return reply

    async def aclose(self) -> None:
        if self._watch:
            self._watch.cancel()
            self._watch = None
        if self._multi:
            self._multi.close()
        for wire in self._idle:
            wire.curl.close()
        self._idle.clear()
        if self._roots and self._limits.ca_file:
            os.unlink(self._roots)  # noqa: PTH108  one small file of ours, as the process ends

    def _take(self, request: Request) -> Wire:
        limits = self._limits
        wire = self._idle.pop() if self._idle else Wire(limits, self._guard)
        version = pycurl.CURL_HTTP_VERSION_1_1 if request.http1_only else pycurl.CURL_HTTP_VERSION_2TLS
        if request.url.startswith("https:"):
            wire.trust(self._trusted_roots())
        wire.begin(request, version)
        return wire

    def _trusted_roots(self) -> str:
        if not self._roots:
            from app.fetch.tls import trusted_roots  # noqa: PLC0415  see there

            self._roots = trusted_roots(self._limits.ca_file)
        return self._roots

    def _give_back(self, wire: Wire, *, usable: bool) -> None:
        if usable and len(self._idle) < self._limits.concurrency:
            self._idle.append(wire)
        else:
            wire.curl.close()

    async def _perform(self, wire: Wire) -> tuple[int, str]:
        # Two hosts' connections kept per visit in flight: redirects mostly lead to another host of the same site.
        multi = self._multi = self._multi or Multi(2 * self._limits.concurrency)
        try:
            return await multi.add(wire.curl)
        except asyncio.CancelledError:
            multi.end(wire.curl, pycurl.E_OPERATION_TIMEDOUT)
            wire.curl.close()
            raise

    def _start_watch(self) -> None:
        if self._watch is None:
            self._watch = asyncio.get_running_loop().call_later(_WATCH_S, self._look)

    def _look(self) -> None:
        self._watch = None
        now = time.monotonic()
        for wire in tuple(self._busy):
            phase = wire.overdue(now)
            if phase and self._multi and not self._busy[wire]:
                self._busy[wire] = phase
                self._multi.end(wire.curl, pycurl.E_OPERATION_TIMEDOUT)
        if self._busy:
            self._start_watch()

    async def _reply(self, wire: Wire, request: Request, code: int, text: str, killed: str) -> Reply:
        curl = wire.curl
        headers = wire.headers()
        body = wire.body[0] if len(wire.body) == 1 else b"".join(wire.body)
        status = curl.getinfo(pycurl.RESPONSE_CODE) if headers is not None else None
        tls = self._tls(wire, request.url, code, text) if request.url.startswith("https:") else None
        fault, causes = _fault(wire, code, killed, tls) if code else _NO_FAULT
        if (wrong := self._wrong_head(wire, headers)) and (fault is None or fault.phase == "body"):
            fault, causes = Fault(Outcome.BAD_RESPONSE, "headers", wrong), (Cause("http", 0, wrong),)
        headers = headers or ()
        coding = next((value for name, value in headers if name == "content-encoding"), "")
        if coding and body:
            body, fault, causes = await self._decoded(body[: wire.body_max], coding, fault, causes)
        return Reply(
            status=status or None,
            headers=headers,
            body=body[: self._limits.body_max_bytes],
            wire_bytes=wire.body_bytes,
            fault=fault,
            address=curl.getinfo(pycurl.PRIMARY_IP),
            http_version=_HTTP_VERSIONS.get(curl.getinfo(pycurl.INFO_HTTP_VERSION), ""),
            timings=_timings(curl),
            tls=tls,
            causes=causes,
        )

    def _tls(self, wire: Wire, url: str, code: int, text: str) -> TlsFacts:
        """The certificate; of a kept connection it is remembered, for libcurl tells it only when the connection is made."""
        origin = "/".join(url.split("/", 3)[:3])
        from app.fetch.tls import tls_facts  # noqa: PLC0415  see there

        facts = tls_facts(wire.curl, code, text)
        if facts.issuer:
            if len(self._certificates) >= _CERTIFICATES_MAX:
                self._certificates.clear()
            self._certificates[origin] = facts
        elif not facts.problem and not wire.opened:
            return self._certificates.get(origin, facts)
        return facts

    def _wrong_head(self, wire: Wire, headers: tuple[tuple[str, str], ...] | None) -> str:
        """What libcurl lets pass though it cannot be trusted: a head cut off or over our cap, and two framings at once (RFC 9112 §6.3)."""
        if headers is None:
            return "head_cut_off"
        if len(wire.head) > INTERIM_MAX and wire.interim_answers() > INTERIM_MAX:
            return "interim_answers"
        if wire.head_bytes() > self._limits.header_max_bytes:
            return "header_max_bytes"
        return "two_framings" if dict(headers).keys() >= _FRAMINGS else ""

    async def _decoded(
        self, body: bytes, coding: str, fault: Fault | None, causes: tuple[Cause, ...]
    ) -> tuple[bytes, Fault | None, tuple[Cause, ...]]:
        from app.fetch.encoding import decode_body  # noqa: PLC0415  with zlib; loaded with the first body that is packed

        limits = self._limits
        if len(body) > _THREAD_BYTES:
            decoded = await asyncio.to_thread(decode_body, body, coding, limits.body_max_bytes, limits.ratio_max)
        else:
            decoded = decode_body(body, coding, limits.body_max_bytes, limits.ratio_max)
        if fault is None and decoded.fault:
            from app.fetch.faults import decode_fault  # noqa: PLC0415  see there

            fault, cause = decode_fault(decoded, coding)
            causes = (*causes, cause)
        return decoded.body, fault, causes


def _fault(wire: Wire, code: int, killed: str, tls: TlsFacts | None) -> tuple[Fault, tuple[Cause, ...]]:
    from app.fetch.faults import transfer_fault  # noqa: PLC0415  see there

    return transfer_fault(wire, code, killed, tls)


def _timings(curl: pycurl.Curl) -> Timings:
    info = curl.getinfo
    return Timings(
        resolved_s=info(pycurl.NAMELOOKUP_TIME) or None,
        connected_s=info(pycurl.CONNECT_TIME) or None,
        tls_s=info(pycurl.APPCONNECT_TIME) or None,
        first_byte_s=info(pycurl.STARTTRANSFER_TIME) or None,
        total_s=info(pycurl.TOTAL_TIME),
    )

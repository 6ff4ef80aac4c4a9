"""libcurl on the event loop: one GET in, one Reply out, within every deadline and cap. It never raises for what a server does."""

import asyncio
import os
import time
from datetime import UTC, datetime
from pathlib import Path

import certifi
import pycurl

from app.fetch.encoding import Decoded, decode_body
from app.fetch.exchange import Fault, Reply, Request
from app.fetch.failures import connect_outcome, curl_cause, errno_cause, outcome_of, received_outcome, tls_kind, verify_cause
from app.fetch.guard import Guard
from app.fetch.limits import Limits
from app.fetch.multi import Multi
from app.fetch.record import Cause, Timings, TlsFacts
from app.fetch.wire import INTERIM_MAX, NO_ERRNO, Wire
from app.sources.outcome import Outcome

# How often phase deadlines are looked at; libcurl itself holds the whole deadline to the millisecond.
_WATCH_S = 0.2
# Bodies over this are decoded in a thread: 256 KB of gzip is 2 ms of the loop.
_THREAD_BYTES = 262_144
_CERTIFICATES_MAX = 4_096
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
        self._roots = _roots(limits.ca_file)

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
        if self._roots != certifi.where():
            os.unlink(self._roots)  # noqa: PTH108  one small file of ours, as the process ends

    def _take(self, request: Request) -> Wire:
        limits = self._limits
        wire = self._idle.pop() if self._idle else Wire(limits, self._guard, self._roots)
        version = pycurl.CURL_HTTP_VERSION_1_1 if request.http1_only else pycurl.CURL_HTTP_VERSION_2TLS
        wire.begin(request, version)
        return wire

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
        fault, causes = _fault(wire, code, killed, tls) if code else (None, ())
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
        facts = _tls_facts(wire.curl, code, text)
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
        limits = self._limits
        if len(body) > _THREAD_BYTES:
            decoded = await asyncio.to_thread(decode_body, body, coding, limits.body_max_bytes, limits.ratio_max)
        else:
            decoded = decode_body(body, coding, limits.body_max_bytes, limits.ratio_max)
        if fault is None and decoded.fault:
            fault, cause = _decode_fault(decoded, coding)
            causes = (*causes, cause)
        return decoded.body, fault, causes


def _roots(ca_file: str) -> str:
    """The trusted roots as one file: libcurl keeps a parsed file between connections, a blob it reads each time."""
    if not ca_file:
        return certifi.where()
    import tempfile  # noqa: PLC0415  only where there are roots of one's own

    with tempfile.NamedTemporaryFile("wb", suffix=".pem", delete=False) as both:
        both.write(Path(certifi.where()).read_bytes() + b"\n" + Path(ca_file).read_bytes())
    return both.name


def _decode_fault(decoded: Decoded, coding: str) -> tuple[Fault, Cause]:
    too_large = decoded.fault in ("size", "ratio")
    outcome = Outcome.TOO_LARGE if too_large else Outcome.TRUNCATED if decoded.fault == "short" and decoded.body else Outcome.UNDECODABLE
    return Fault(outcome, "body", decoded.fault), Cause("decode", 0, f"{coding[:40]}: {decoded.fault}")


def _fault(wire: Wire, code: int, killed: str, tls: TlsFacts | None) -> tuple[Fault, tuple[Cause, ...]]:
    """The fault of a failed transfer and its cause chain, outermost first."""
    if wire.refused and not wire.head and not wire.opened:
        return Fault(Outcome.UNSAFE_TARGET, "guard", wire.refused), (Cause("guard", 0, "address_refused"),)
    if wire.over:
        return Fault(Outcome.TOO_LARGE, "body", "wire"), (Cause("limit", 0, "wire_max_bytes"),)
    if killed or code == pycurl.E_OPERATION_TIMEDOUT:
        return _timed_out(wire, killed)
    causes = [curl_cause(code)]
    outcome, phase = outcome_of(code)
    number = wire.curl.getinfo(pycurl.OS_ERRNO)
    if number not in NO_ERRNO:
        causes.append(errno_cause(number))
    if code == pycurl.E_COULDNT_CONNECT:
        outcome = connect_outcome(number)
    if outcome is Outcome.CONNECTION_RESET:
        outcome = received_outcome(number if number not in NO_ERRNO else 0, len(wire.head))
        phase = wire.phase()
    if outcome is Outcome.TLS_ERROR and tls:
        causes.append(verify_cause(tls.verify_code, tls.problem))
        return Fault(outcome, phase, tls.problem), tuple(causes)
    return Fault(outcome, phase), tuple(causes)


def _timed_out(wire: Wire, killed: str) -> tuple[Fault, tuple[Cause, ...]]:
    phase = killed or wire.phase()
    outcome = Outcome.DNS_ERROR if phase == "resolve" else Outcome.TIMEOUT
    return Fault(outcome, phase, "deadline"), (curl_cause(pycurl.E_OPERATION_TIMEDOUT), Cause("deadline", 0, phase))


def _timings(curl: pycurl.Curl) -> Timings:
    info = curl.getinfo
    return Timings(
        resolved_s=info(pycurl.NAMELOOKUP_TIME) or None,
        connected_s=info(pycurl.CONNECT_TIME) or None,
        tls_s=info(pycurl.APPCONNECT_TIME) or None,
        first_byte_s=info(pycurl.STARTTRANSFER_TIME) or None,
        total_s=info(pycurl.TOTAL_TIME),
    )


def _tls_facts(curl: pycurl.Curl, code: int, text: str) -> TlsFacts:
    verify_code = curl.getinfo(pycurl.SSL_VERIFYRESULT)
    problem = tls_kind(code, verify_code, text) if outcome_of(code)[0] is Outcome.TLS_ERROR and code else ""
    chain = curl.getinfo_raw(pycurl.INFO_CERTINFO) or ()
    leaf = {name: value.decode("utf-8", "replace") for name, value in chain[0]} if chain else {}
    return TlsFacts(leaf.get(b"Issuer", ""), _certificate_date(leaf.get(b"Expire date", "")), verify_code, problem)


def _certificate_date(text: str) -> datetime | None:
    try:
        return datetime.strptime(text, "%b %d %H:%M:%S %Y GMT").replace(tzinfo=UTC)
    except ValueError:
        return None
